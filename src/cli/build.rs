//! `instep build`: the site, put in its place in one step.

use std::io::Write;
use std::time::Instant;

use camino::Utf8PathBuf;

use crate::cli::arguments::{BuildArguments, Global};
use crate::cli::session::{Session, output};
use crate::cli::status::{Status, note};
use crate::finding::Level;
use crate::io::manifest;
use crate::io::publish::{Published, Staging};
use crate::io::search;
use crate::pipeline::build::{Built, build};
use crate::pipeline::inspect::Inspection;
use crate::source::Writer;

/// # Errors
/// What keeps the site from being read or written; the site that stood before stands still.
pub fn run(arguments: &BuildArguments, global: &Global) -> anyhow::Result<Status> {
    let out = arguments
        .out
        .clone()
        .unwrap_or_else(|| global.root.join("dist"));
    if arguments.verify {
        return verify(&out);
    }
    let start = Instant::now();
    let session = Session::open(global, &arguments.levels)?;
    let mut project = session.project()?;
    project.search = search::AVAILABLE && !arguments.no_search;
    let staging = Staging::begin(&out)?;
    let inspection = Inspection::new(&project);
    let mut built = build(&project, &inspection, &staging)?;
    for (path, bytes) in search::index(std::mem::take(&mut built.value.searchable))? {
        staging.write(&path, &bytes)?;
    }
    let published = staging.publish()?;
    let mut findings = inspection.check(&project, None);
    findings.extend(crate::pipeline::inspect::levelled(
        built.findings,
        project.config,
    ));
    let count = |level| {
        findings
            .iter()
            .filter(|finding| finding.level == level)
            .count()
    };
    let denied = count(Level::Deny);
    if !global.quiet {
        note(&summary(
            &built.value,
            published,
            start.elapsed().as_secs_f64(),
            &out,
        ));
        if denied + count(Level::Warn) > 0 {
            let warned = count(Level::Warn);
            note(&format!(
                "{denied} to deny, {warned} to warn of: see `instep check`"
            ));
        }
    }
    Ok(Status::of(if arguments.strict { denied } else { 0 }))
}

fn summary(built: &Built, published: Published, seconds: f64, out: &Utf8PathBuf) -> String {
    let Built { pages, locales, .. } = built;
    let Published {
        written,
        kept,
        removed,
    } = published;
    format!(
        "{pages} pages in {locales} languages, {written} files written, {kept} kept, \
         {removed} removed in {seconds:.2} s: {out}"
    )
}

fn verify(out: &Utf8PathBuf) -> anyhow::Result<Status> {
    let differences = manifest::verify(out)?;
    let mut to = output();
    for difference in &differences {
        writeln!(to, "{}: {:?}", difference.path, difference.change)?;
    }
    writeln!(
        to,
        "{} differences from the manifest of `{out}`",
        differences.len()
    )?;
    to.flush()?;
    Ok(Status::of(differences.len()))
}

impl Writer for Staging {
    fn write(&self, path: &str, bytes: &[u8]) -> std::io::Result<()> {
        Self::write(self, path, bytes).map_err(std::io::Error::other)
    }
}
