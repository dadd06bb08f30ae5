//! `instep check --fix`: what needs no person is mended, file by file.

use std::io::{IsTerminal, Write};

use similar::TextDiff;

use crate::cli::session::Session;
use crate::cli::terminal::output;
use crate::finding::Finding;
use crate::io::replace::replace;
use crate::pipeline::mend::{Mended, mend};
use crate::report::look::{Look, number};
use crate::report::paint::{Paint, Tone};
use crate::report::terminal::harmless;

/// Puts the mended files in the place of the old ones, each in one step.
///
/// # Errors
/// A file that changed meanwhile, or a disk that takes no more.
pub fn write(session: &Session, findings: &[Finding]) -> anyhow::Result<usize> {
    let mended = mend(findings, &session.disk);
    for file in &mended {
        let path = session.root.join(file.path.as_str());
        // A link stays a link: what it leads to is mended.
        let path = path.canonicalize_utf8().unwrap_or(path);
        replace(&path, &file.old, &file.new)?;
    }
    session.voice.say(&said(session, &mended, "cli-fixed"));
    Ok(mended.len())
}

/// Shows what would be mended as a unified diff, which `git apply` and `patch` take.
///
/// # Errors
/// What keeps standard output from being written.
pub fn show(session: &Session, findings: &[Finding]) -> anyhow::Result<()> {
    let mended = mend(findings, &session.disk);
    let look = session.look();
    let mut out = output();
    for file in &mended {
        let (old, new) = (
            String::from_utf8_lossy(&file.old),
            String::from_utf8_lossy(&file.new),
        );
        let diff = TextDiff::from_lines(&*old, &*new);
        let (from, to) = (format!("a/{}", file.path), format!("b/{}", file.path));
        let text = diff.unified_diff().header(&from, &to).to_string();
        write!(out, "{}", drawn(&text, &look))?;
    }
    out.flush()?;
    session.voice.say(&said(session, &mended, "cli-fixable"));
    Ok(())
}

/// The diff as it is for programs, harmless and in colour for a terminal.
fn drawn(text: &str, look: &Look<'_>) -> String {
    if !std::io::stdout().is_terminal() && look.paint == Paint::Plain {
        return text.to_owned();
    }
    let tone = |line: &str| match line.as_bytes().first() {
        Some(b'+') => Tone::Good,
        Some(b'-') => Tone::Bad,
        Some(b'@') => Tone::Known,
        _ => Tone::Normal,
    };
    let lines = text
        .lines()
        .map(|line| look.tint(tone(line), harmless(line.trim_end_matches('\r'))) + "\n");
    lines.collect()
}

fn said(session: &Session, mended: &[Mended], id: &str) -> String {
    let findings: usize = mended.iter().map(|file| file.findings).sum();
    if findings == 0 {
        return session.words.text("cli-fix-none", &[]);
    }
    let arguments = [("count", number(findings)), ("files", number(mended.len()))];
    session.words.text(id, &arguments)
}
