//! What every command starts with: settings, files, today, and where output goes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::{Context, bail};
use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use crate::catalog::identity::File;
use crate::cli::arguments::{Global, Levels};
use crate::cli::language;
use crate::cli::progress::Progress;
use crate::cli::settings::{read_config, set_levels};
use crate::cli::sources::{self, Sources};
use crate::cli::status::Voice;
use crate::cli::terminal::{columns, paint};
use crate::config::Config;
use crate::dates::scan::Scanners;
use crate::finding::Finding;
use crate::io::disk::Disk;
use crate::io::walk::{Entry, walk};
use crate::locale::tag::Locale;
use crate::messages::{Messages, built_in};
use crate::path::SourcePath;
use crate::pipeline::project::Project;
use crate::report::look::Look;
use crate::report::paint::Paint;
use crate::source::{Reader, Source};

/// Settings and files of a site, read from disk.
pub struct Session {
    /// What settings and the command line say.
    pub config: Config,
    /// The door to the files.
    pub disk: Disk,
    /// The folder of the site.
    pub root: Utf8PathBuf,
    /// In the language of whoever runs the program.
    pub words: Messages,
    /// How much is said beside results.
    pub voice: Voice,
    /// How far long work is.
    pub progress: Progress,
    files: Arc<[File]>,
    /// Files that were reached by a link: they change when the files change that it leads to.
    linked: BTreeSet<SourcePath>,
    findings: Vec<Finding>,
    messages: Vec<Source>,
    /// The site's own words that make a date a deadline, by language.
    cues: BTreeMap<String, String>,
    theme: Vec<(SourcePath, Vec<u8>)>,
    today: Date,
    paint: Paint,
}

impl Session {
    /// Reads the settings and lists the files of the root.
    ///
    /// # Errors
    /// A root or source folder that is not there, settings that cannot be read; the message names
    /// the path.
    pub fn open(global: &Global, levels: &Levels) -> anyhow::Result<Self> {
        let root = &global.root;
        if !root.is_dir() {
            bail!("there is no folder `{root}`");
        }
        let mut config = read_config(root)?;
        set_levels(&mut config, levels)?;
        let Sources {
            disk,
            files,
            linked,
            findings,
        } = sources::list(&mut config, root)?;
        let title = config.learn.title().map(str::to_owned);
        name(&mut config, title, root);
        let (today, paint) = (today(global)?, paint(global.color));
        let voice = Voice::of(global);
        let mut session = Self {
            config,
            disk,
            root: root.clone(),
            words: language::words(),
            voice,
            progress: Progress::new(voice),
            files: files.into(),
            linked,
            findings,
            messages: Vec::new(),
            cues: BTreeMap::new(),
            theme: Vec::new(),
            today,
            paint,
        };
        session.theme = session.read_theme()?;
        let (messages, others) = session.read_locales()?;
        session.messages = messages;
        session.cues = others.into_iter().filter_map(cues).collect();
        Ok(session)
    }

    /// The site's own files of its theme as they are now.
    ///
    /// # Errors
    /// A folder that may not be read, named in the message.
    pub fn read_theme(&self) -> anyhow::Result<Vec<(SourcePath, Vec<u8>)>> {
        self.own_files(&format!("themes/{}", self.config.theme))
    }

    /// The site's own words of the interface as they are now, and the other texts beside them.
    ///
    /// # Errors
    /// A folder that may not be read, named in the message.
    pub fn read_locales(&self) -> anyhow::Result<(Vec<Source>, Vec<Source>)> {
        let texts = self.own_files("locales")?.into_iter();
        let texts = texts.map(|(path, bytes)| Source::read(&path, bytes).value);
        let is_interface = |source: &Source| built_in::is_interface(source.path.as_str().as_ref());
        Ok(texts.partition(is_interface))
    }

    /// The files of a folder that a site may have or not.
    fn own_files(&self, folder: &str) -> anyhow::Result<Vec<(SourcePath, Vec<u8>)>> {
        if !self.root.join(folder).is_dir() {
            return Ok(Vec::new());
        }
        let found = walk(&self.root, folder, self.config.limits.file_bytes)?.value;
        let read = |entry: &Entry| Some((entry.path.clone(), self.disk.read(&entry.path).ok()?));
        Ok(found.iter().filter_map(read).collect())
    }

    /// The project as the pipeline takes it.
    ///
    /// # Errors
    /// A `dates.yaml` of the site that cannot be read.
    pub fn project(&self) -> anyhow::Result<Project<'_>> {
        let mut project = Project::new(&self.config, self, Vec::new(), self.scanners()?);
        project.files = self.files.clone();
        project.messages = self.messages.clone();
        project.theme = self.theme.clone();
        project.findings = self.findings.clone();
        Ok(project)
    }

    /// What finds the dates of texts, by the words of the site where it has its own.
    ///
    /// # Errors
    /// A `dates.yaml` of the site that cannot be read.
    pub fn scanners(&self) -> anyhow::Result<Scanners> {
        Scanners::new(&self.cues).map_err(|(language, error)| {
            anyhow::anyhow!("`locales/{language}/dates.yaml`: {error}")
        })
    }

    /// The day that counts as today.
    pub fn today(&self) -> Date {
        self.today
    }

    /// How reports look.
    pub fn look(&self) -> Look<'_> {
        Look {
            paint: self.paint,
            width: columns(),
            words: &self.words,
            detail: self.voice.detail_of_reports(),
        }
    }

    /// Every file of the source folders, sorted by path.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The same, to be kept.
    pub fn shared_files(&self) -> Arc<[File]> {
        self.files.clone()
    }

    /// Those of them that were reached by a link.
    pub fn linked(&self) -> &BTreeSet<SourcePath> {
        &self.linked
    }

    /// The site's own words around dates, by language.
    pub fn cues(&self) -> &BTreeMap<String, String> {
        &self.cues
    }

    /// What was found while the files were listed.
    pub fn listing_findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The text of a file, for drawing.
    pub fn text(&self, path: &SourcePath) -> Option<String> {
        let bytes = self.disk.read(path).ok()?;
        Some(Source::read(path, bytes).value.text)
    }
}

/// The disk, with a step of progress for each file.
impl Reader for Session {
    fn read(&self, path: &SourcePath) -> std::io::Result<Vec<u8>> {
        self.progress.step();
        self.disk.read(path)
    }
}

/// The cue words of a language, from `locales/<language>/dates.yaml`.
fn cues(source: Source) -> Option<(String, String)> {
    let folder = source.path.as_str().strip_suffix("/dates.yaml")?;
    let language = folder.strip_prefix("locales/")?;
    let locale = Locale::parse(language)?;
    Some((locale.tag(), source.text))
}

/// Names a site whose settings do not: as its docsets are called, else as its folder.
fn name(config: &mut Config, title: Option<String>, root: &Utf8Path) {
    if config.title.is_empty() {
        let absolute = root.canonicalize_utf8().unwrap_or_else(|_| root.to_owned());
        let folder = || absolute.file_name().unwrap_or("Instep").to_owned();
        config.title = title.unwrap_or_else(folder);
    }
}

/// `--today`, else `SOURCE_DATE_EPOCH`, else the clock.
#[expect(clippy::disallowed_methods, reason = "this is where today comes from")]
pub fn today(global: &Global) -> anyhow::Result<Date> {
    if let Some(today) = global.today {
        return Ok(today);
    }
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => text
            .parse()
            .with_context(|| format!("SOURCE_DATE_EPOCH is `{text}`, not seconds"))?,
        Err(_) => {
            let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
            i64::try_from(now.unwrap_or_default().as_secs())?
        }
    };
    let time = jiff::Timestamp::from_second(seconds);
    let time = time.with_context(|| format!("SOURCE_DATE_EPOCH is `{seconds}`, no time"))?;
    Ok(time.to_zoned(jiff::tz::TimeZone::UTC).date())
}
