//! `instep build`: the site, put in its place in one step.

use std::io::Write;
use std::time::Instant;

use camino::Utf8Path;

use crate::check::base;
use crate::cli::arguments::{BuildArguments, Global};
use crate::cli::building::{Building, Done};
use crate::cli::language;
use crate::cli::memory::Memory;
use crate::cli::rebuild;
use crate::cli::session::Session;
use crate::cli::status::{Status, Voice};
use crate::cli::terminal::output;
use crate::io::manifest::{self, Change};
use crate::io::search;
use crate::io::shard::Label;
use crate::memo::{Key, Parts};
use crate::messages::Argument;
use crate::pipeline::inspect::Inspection;
use crate::pipeline::keys;
use crate::pipeline::project::Project;
use crate::pipeline::share::Share;
use crate::report::look::number;

/// # Errors
/// What keeps the site from being read or written; the site that stood before stands still.
pub fn run(arguments: &BuildArguments, global: &Global) -> anyhow::Result<Status> {
    let out = arguments.out.clone();
    let out = out.unwrap_or_else(|| global.below(place(arguments.shard)));
    if arguments.verify {
        return verify(&out, Voice::of(global));
    }
    if arguments.watch {
        return rebuild::run(arguments, global, &out);
    }
    let start = Instant::now();
    let session = Session::open(global, &arguments.levels)?;
    let mut project = session.project()?;
    project.search = search::AVAILABLE && !arguments.no_search;
    // Findings are counted where somebody is told of them.
    project.proofread = arguments.strict || !global.quiet;
    project.share = arguments.shard.unwrap_or(Share::WHOLE);
    let memory = Memory::of(&session);
    let building = Building {
        session: &session,
        project: &project,
        memory: &memory,
        out: &out,
    };
    let done = match arguments.shard {
        None => building.run()?,
        Some(_) => building.share(|inspection| label(&project, inspection))?,
    };
    let Some((denied, warned)) = done.counts else {
        return Ok(Status::of(0));
    };
    let seconds = start.elapsed().as_secs_f64();
    say(
        &session,
        (denied, warned),
        &summary(&session, &done, (seconds, &out)),
    );
    Ok(Status::of(if arguments.strict { denied } else { 0 }))
}

/// Where a site is put, or a share of one, which must not take the place of a whole site.
fn place(shard: Option<Share>) -> String {
    match shard {
        None => "dist".to_owned(),
        Some(share) => format!("shards/{}-of-{}", share.number(), share.of()),
    }
}

/// What a shard says of itself, for `merge` to know its like.
fn label(project: &Project<'_>, inspection: &Inspection) -> Label {
    // Shards of one site may be built by programs for other machines.
    let version = env!("CARGO_PKG_VERSION");
    let program = Key::of(version.as_bytes());
    let mut source = Parts::default();
    source
        .key(&keys::site(project, &program, Some(&inspection.intakes)))
        .value(&inspection.testimony);
    Label {
        schema: 1,
        shard: project.share.number(),
        of: project.share.of(),
        instep: version.to_owned(),
        source: source.finish().hex(),
        search: project.search,
    }
}

/// What was built, in a line.
pub fn summary(session: &Session, done: &Done, (seconds, out): (f64, &Utf8Path)) -> String {
    let seconds = format!("{seconds:.2}");
    let arguments = [
        ("pages", number(done.pages)),
        ("locales", number(done.locales)),
        ("written", number(done.published.written)),
        ("kept", number(done.published.kept)),
        ("removed", number(done.published.removed)),
        ("seconds", Argument::Text(&seconds)),
        ("folder", Argument::Text(out.as_str())),
    ];
    session.words.text("cli-built", &arguments)
}

/// Says what was built, and what to do next: look into findings, else at the site.
fn say(session: &Session, (deny, warn): (usize, usize), summary: &str) {
    session.voice.say(summary);
    if base::is_told(&session.config) {
        session
            .voice
            .say(&session.words.text("cli-built-address", &[]));
    }
    let next = match deny + warn {
        0 => session.words.text("cli-next-built", &[]),
        _ => {
            let arguments = [("deny", number(deny)), ("warn", number(warn))];
            session.words.text("cli-built-findings", &arguments)
        }
    };
    session.voice.say(&next);
}

fn verify(out: &Utf8Path, voice: Voice) -> anyhow::Result<Status> {
    let words = language::words();
    let differences = manifest::verify(out)?;
    let mut to = output();
    for difference in &differences {
        let change = words.text(
            match difference.change {
                Change::Missing => "cli-file-missing",
                Change::Changed => "cli-file-changed",
                Change::Extra => "cli-file-extra",
            },
            &[],
        );
        writeln!(to, "{}: {change}", difference.path)?;
    }
    to.flush()?;
    let arguments = [
        ("count", number(differences.len())),
        ("folder", Argument::Text(out.as_str())),
    ];
    voice.say(&words.text("cli-verified", &arguments));
    Ok(Status::of(differences.len()))
}
