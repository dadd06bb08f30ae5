//! `instep build`: the site, put in its place in one step.

use std::io::Write;
use std::time::Instant;

use camino::Utf8Path;

use crate::cli::arguments::{BuildArguments, Global};
use crate::cli::history;
use crate::cli::language;
use crate::cli::progress::Progress;
use crate::cli::rebuild;
use crate::cli::session::Session;
use crate::cli::status::{Status, Voice};
use crate::cli::terminal::output;
use crate::finding::{Finding, Level, Outcome};
use crate::io::manifest::{self, Change};
use crate::io::publish::{Published, Staging};
use crate::io::search;
use crate::io::shard::Label;
use crate::messages::Argument;
use crate::pipeline::build::{Built, build_with};
use crate::pipeline::furnish::Furniture;
use crate::pipeline::inspect::{Inspection, levelled};
use crate::pipeline::project::Project;
use crate::pipeline::share::Share;
use crate::report::look::number;
use crate::source::Writer;

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
    let staging = Staging::begin(&out)?;
    let inspection = history::inspect(&session, &project);
    let furniture = Furniture::new(&project, &inspection);
    let made = (&inspection, &furniture);
    let (built, published) = put(&session, &project, made, staging)?;
    if !project.proofread {
        return Ok(Status::of(0));
    }
    let mut findings = inspection.check(&project, None);
    findings.extend(levelled(built.findings, project.config));
    let seconds = start.elapsed().as_secs_f64();
    say(
        &session,
        &findings,
        &summary(&session, (&built.value, published), (seconds, &out)),
    );
    let denied = findings.iter().filter(|found| found.level == Level::Deny);
    Ok(Status::of(if arguments.strict {
        denied.count()
    } else {
        0
    }))
}

/// Makes the pages of a site that was read, and puts it in its place.
///
/// # Errors
/// What keeps it from being written; the site that stood before stands still.
pub fn put(
    session: &Session,
    project: &Project<'_>,
    (inspection, furniture): (&Inspection, &Furniture),
    staging: Staging,
) -> anyhow::Result<(Outcome<Built>, Published)> {
    let rendering = session.words.text("cli-rendering", &[]);
    session.progress.begin(rendering, None);
    let writer = Counted {
        staging: &staging,
        progress: &session.progress,
    };
    let mut built = build_with(project, inspection, furniture, &writer)?;
    let searchable = std::mem::take(&mut built.value.searchable);
    if project.share == Share::WHOLE {
        for (path, bytes) in search::index(searchable)? {
            staging.write(&path, &bytes)?;
        }
    } else {
        for (path, bytes) in label(project, inspection).files(&searchable)? {
            staging.write(path, &bytes)?;
        }
    }
    let published = staging.publish()?;
    session.progress.clear();
    Ok((built, published))
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
    let mut source = blake3::Hasher::new();
    let mut add = |bytes: &[u8]| {
        source.update(&(bytes.len() as u64).to_le_bytes());
        source.update(bytes);
    };
    add(format!("{:?}", project.config).as_bytes());
    add(format!("{:?}", inspection.testimony).as_bytes());
    for revision in &inspection.catalog.revisions {
        add(revision.path().as_str().as_bytes());
        add(revision.content.as_bytes());
    }
    for file in project.files.iter() {
        add(file.path.as_str().as_bytes());
    }
    for (path, bytes) in &project.theme {
        add(path.as_str().as_bytes());
        add(bytes);
    }
    for source in &project.messages {
        add(source.text.as_bytes());
    }
    Label {
        schema: 1,
        shard: project.share.number(),
        of: project.share.of(),
        instep: env!("CARGO_PKG_VERSION").to_owned(),
        source: source.finalize().to_hex().to_string(),
        search: project.search,
    }
}

/// What was built, in a line.
pub fn summary(
    session: &Session,
    (built, published): (&Built, Published),
    (seconds, out): (f64, &Utf8Path),
) -> String {
    let seconds = format!("{seconds:.2}");
    let arguments = [
        ("pages", number(built.pages)),
        ("locales", number(built.locales)),
        ("written", number(published.written)),
        ("kept", number(published.kept)),
        ("removed", number(published.removed)),
        ("seconds", Argument::Text(&seconds)),
        ("folder", Argument::Text(out.as_str())),
    ];
    session.words.text("cli-built", &arguments)
}

/// Says what was built, and what to do next: look into findings, else at the site.
fn say(session: &Session, findings: &[Finding], summary: &str) {
    let count = |level| findings.iter().filter(|found| found.level == level).count();
    let (deny, warn) = (count(Level::Deny), count(Level::Warn));
    session.voice.say(summary);
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

/// A site being written, with a step of progress for each file.
struct Counted<'a> {
    staging: &'a Staging,
    progress: &'a Progress,
}

impl Writer for Counted<'_> {
    fn write(&self, path: &str, bytes: &[u8]) -> std::io::Result<()> {
        self.progress.step();
        let written = self.staging.write(path, bytes);
        written.map_err(std::io::Error::other)
    }
}
