//! `instep import`: anonymous hand-offs into the content tree.

use std::io::Write;

use anyhow::{Context, bail};
use camino::{Utf8Path, Utf8PathBuf};
use clap::{Args, ValueEnum};
use rayon::prelude::*;

use crate::cli::arguments::{Global, Levels, locale};
use crate::cli::language;
use crate::cli::session::today;
use crate::cli::settings::{read_config, set_levels};
use crate::cli::status::{Status, Voice};
use crate::cli::terminal::{columns, output, paint};
use crate::config::Config;
use crate::finding::{Finding, Level, Outcome};
use crate::import::gather::Import;
use crate::import::plan::{CONFLICT, Plan};
use crate::io::deposit::{Deposit, Placed};
use crate::io::disk::Disk;
use crate::io::drops::Handed;
use crate::io::walk::walk;
use crate::locale::tag::Locale;
use crate::path::SourcePath;
use crate::report::look::Look;
use crate::report::plan::human;
use crate::report::{Report, human as findings_for_humans};
use crate::source::Reader;

/// `instep import`
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// Folders or files that were handed over
    #[arg(required = true, value_name = "FROM")]
    pub from: Vec<Utf8PathBuf>,
    /// Folder of the texts, relative to the root [default: that of the settings, else `content`]
    #[arg(long, value_name = "DIR")]
    pub into: Option<Utf8PathBuf>,
    /// Show what would be done and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Language of what says none itself
    #[arg(long, value_name = "LOCALE", value_parser = locale)]
    pub locale: Option<Locale>,
    /// How the plan is written.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: PlanFormat,
    /// Levels for this run.
    #[command(flatten)]
    pub levels: Levels,
}

/// How a plan is put on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(
    missing_docs,
    reason = "clap would print the help of every command in its long form"
)]
pub enum PlanFormat {
    Human,
    Json,
}

/// # Errors
/// Hand-offs or a tree that cannot be read, or a disk that takes no more.
pub fn run(arguments: &ImportArguments, global: &Global) -> anyhow::Result<Status> {
    if !global.root.is_dir() {
        bail!("there is no folder `{}`", global.root);
    }
    let mut config = read_config(&global.root)?;
    set_levels(&mut config, &arguments.levels)?;
    let target = Target::new(global, arguments, &config)?;
    let handed = Handed::open(&arguments.from, &target.real, config.limits.file_bytes)?;
    let Outcome {
        value: mut plan,
        mut findings,
    } = crate::import::plan(&Import {
        drops: &handed.drops,
        handed: &handed,
        tree: &target.tree,
        standing: &target,
        config: &config,
        locale: arguments.locale.clone(),
        into: &target.shown,
    });
    handed.ensure_read()?;
    target.disk.iter().try_for_each(Disk::ensure_read)?;
    plan.skipped.extend(handed.skipped.iter().cloned());
    plan.skipped.sort();
    if !arguments.dry_run {
        findings.extend(copy(&plan, &handed, &target)?);
    }
    let words = language::words();
    let voice = Voice::of(global);
    let look = Look {
        paint: paint(global.color),
        width: columns(),
        words: &words,
        detail: voice.detail_of_reports(),
    };
    let denied = report(&mut findings, (global, &config), look)?;
    let mut out = output();
    match arguments.format {
        PlanFormat::Json => {
            serde_json::to_writer(&mut out, &plan)?;
            writeln!(out)?;
        }
        PlanFormat::Human => human(&plan, &look, &mut out)?,
    }
    out.flush()?;
    if arguments.format == PlanFormat::Human && !plan.documents.is_empty() {
        let next = match arguments.dry_run {
            true => "cli-next-import",
            false => "cli-next-imported",
        };
        voice.say(&words.text(next, &[]));
    }
    Ok(Status::of(denied))
}

/// The folder that is imported into.
struct Target {
    /// As the plan names it.
    shown: String,
    folder: Utf8PathBuf,
    /// Without links, as far as it is there.
    real: Utf8PathBuf,
    tree: Vec<SourcePath>,
    /// None where the folder is not there yet.
    disk: Option<Disk>,
}

impl Target {
    fn new(global: &Global, arguments: &ImportArguments, config: &Config) -> anyhow::Result<Self> {
        let into = arguments
            .into
            .clone()
            .unwrap_or_else(|| default_folder(config));
        let folder = global.root.join(&into);
        let shown = into.as_str().replace('\\', "/");
        let shown = shown
            .strip_prefix("./")
            .unwrap_or(&shown)
            .trim_end_matches('/')
            .to_owned();
        let largest = config.limits.file_bytes;
        let root = global
            .root
            .canonicalize_utf8()
            .with_context(|| format!("cannot read folder `{}`", global.root))?;
        let mut target = Self {
            shown: if shown.is_empty() {
                ".".to_owned()
            } else {
                shown
            },
            real: root.join(&into),
            folder,
            tree: Vec::new(),
            disk: None,
        };
        if target.folder.exists() {
            let found = walk(&target.folder, "", largest)?;
            target.tree = found.value.into_iter().map(|entry| entry.path).collect();
            target.disk = Some(Disk::new(&target.folder, largest)?);
            target.real = target.folder.canonicalize_utf8()?;
        }
        Ok(target)
    }
}

impl Reader for Target {
    fn read(&self, path: &SourcePath) -> std::io::Result<Vec<u8>> {
        match &self.disk {
            Some(disk) => disk.read(path),
            None => Err(std::io::ErrorKind::NotFound.into()),
        }
    }
}

/// The first folder of the settings that has a folder for each locale.
fn default_folder(config: &Config) -> Utf8PathBuf {
    let folders = config.folders();
    let own = folders
        .iter()
        .find(|folder| folder.locale.is_none() && folder.repository.is_none());
    own.map_or_else(
        || Utf8PathBuf::from("content"),
        |folder| Utf8PathBuf::from(&folder.path),
    )
}

/// Copies every file to its place.
fn copy(plan: &Plan, handed: &Handed, target: &Target) -> anyhow::Result<Vec<Finding>> {
    let copies: Vec<(&str, &str)> = plan.copies().collect();
    if copies.is_empty() {
        return Ok(Vec::new());
    }
    let deposit = Deposit::open(Utf8Path::new(&target.folder))?;
    let put = |(from, to): &(&str, &str)| {
        let bytes = handed
            .read(&SourcePath::new(from))
            .with_context(|| format!("cannot read `{from}`"))?;
        let place = to
            .strip_prefix(&target.shown)
            .unwrap_or(to)
            .trim_start_matches('/');
        Ok(match deposit.put(place, &bytes)? {
            Placed::Written | Placed::Kept => None,
            // It came between the plan and now.
            Placed::Differs => {
                let message =
                    format!("this file differs from `{from}`, which belongs in its place");
                Some(CONFLICT.about(&SourcePath::new(to), message))
            }
        })
    };
    let conflicts: Vec<Option<Finding>> =
        copies.par_iter().map(put).collect::<anyhow::Result<_>>()?;
    Ok(conflicts.into_iter().flatten().collect())
}

/// Shows findings on standard error; answers how many of them fail the command.
fn report(
    findings: &mut Vec<Finding>,
    (global, config): (&Global, &Config),
    look: Look<'_>,
) -> anyhow::Result<usize> {
    for finding in findings.iter_mut() {
        if let Some(level) = config.findings.get(finding.rule.code) {
            finding.level = *level;
        }
    }
    findings.retain(|finding| finding.level != Level::Allow);
    crate::finding::sort(findings);
    let report = Report {
        today: today(global)?,
        findings,
        rules: &[&CONFLICT],
        source: &|path| std::fs::read_to_string(global.root.join(path.as_str())).ok(),
        silenced: &[],
        look,
    };
    if !findings.is_empty() {
        findings_for_humans::write(&report, &mut std::io::stderr().lock())?;
    }
    Ok(report.counts().deny)
}
