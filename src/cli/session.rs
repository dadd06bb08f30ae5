//! What every command starts with: settings, files, today, and where output goes.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufWriter, IsTerminal, StdoutLock};
use std::sync::Arc;

use anyhow::{Context, bail};
use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use crate::catalog::identity::{File, classify};
use crate::cli::arguments::{Colour, Global, Levels};
use crate::config::{Config, SourceFolder};
use crate::dates::scan::Scanners;
use crate::finding::{Finding, Level};
use crate::io::disk::Disk;
use crate::io::walk::{Entry, walk};
use crate::locale::tag::Locale;
use crate::path::SourcePath;
use crate::pipeline::project::Project;
use crate::report::paint::Paint;
use crate::source::{Reader, Source};

/// Settings and files of a site, read from disk.
pub struct Session {
    pub config: Config,
    pub disk: Disk,
    /// The folder of the site.
    pub root: Utf8PathBuf,
    listing: Listing,
    messages: Vec<Source>,
    theme: Vec<(SourcePath, Vec<u8>)>,
    /// Own `dates.yaml` files by language.
    cues: BTreeMap<String, String>,
    today: Date,
    paint: Paint,
}

/// The files of the source folders.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// Sorted by path.
    pub files: Arc<[File]>,
    pub findings: Vec<Finding>,
    /// Files that were reached by a link: they change when the files change that it leads to.
    pub linked: BTreeSet<SourcePath>,
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
        set_levels(&mut config, levels);
        let mut disk = Disk::new(root, config.limits.file_bytes)?;
        for folder in config.folders() {
            let path = base(&folder);
            if path.starts_with("..") {
                disk = disk.beside(&path)?;
            }
        }
        let (today, paint) = (today(global)?, paint(global.color));
        let mut session = Self {
            config,
            disk,
            root: root.clone(),
            listing: Listing::default(),
            messages: Vec::new(),
            theme: Vec::new(),
            cues: BTreeMap::new(),
            today,
            paint,
        };
        session.listing = session.list()?;
        session.theme = session.theme()?;
        session.messages = session.words()?;
        session.cues = session.read_cues()?;
        Ok(session)
    }

    /// The files of the source folders as they are now.
    ///
    /// # Errors
    /// A folder that is not there or may not be read, named in the message.
    pub fn list(&self) -> anyhow::Result<Listing> {
        let mut listing = Listing::default();
        let mut files = Vec::new();
        for folder in self.config.folders() {
            let path = base(&folder);
            let found = walk(&self.root, &path, self.config.limits.file_bytes)?;
            listing.findings.extend(found.findings);
            let folder = SourceFolder { path, ..folder };
            let linked = found.value.iter().filter(|entry| entry.linked);
            listing
                .linked
                .extend(linked.map(|entry| entry.path.clone()));
            let found = found.value.iter();
            files.extend(found.map(|entry| classify(&entry.path, &folder)));
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|a, b| a.path == b.path);
        listing.files = files.into();
        Ok(listing)
    }

    /// The site's own files of its theme as they are now.
    ///
    /// # Errors
    /// A folder that may not be read, named in the message.
    pub fn theme(&self) -> anyhow::Result<Vec<(SourcePath, Vec<u8>)>> {
        self.own_files(&format!("themes/{}", self.config.theme))
    }

    /// The site's own words as they are now.
    ///
    /// # Errors
    /// A folder that may not be read, named in the message.
    pub fn words(&self) -> anyhow::Result<Vec<Source>> {
        let files = self.own_files("locales")?.into_iter();
        let files = files.filter(|(path, _)| path.extension() == "ftl");
        Ok(files
            .map(|(path, bytes)| Source::read(&path, bytes).value)
            .collect())
    }

    /// The site's own words around dates, by language.
    fn read_cues(&self) -> anyhow::Result<BTreeMap<String, String>> {
        let files = self.own_files("locales")?.into_iter();
        let files = files.filter(|(path, _)| path.name() == "dates.yaml");
        let language = |path: &SourcePath| {
            let (_, folder) = path.folder().rsplit_once('/')?;
            Some(Locale::parse(folder)?.tag())
        };
        let read = |(path, bytes): (SourcePath, Vec<u8>)| {
            Some((language(&path)?, Source::read(&path, bytes).value.text))
        };
        Ok(files.filter_map(read).collect())
    }

    /// The project as the pipeline takes it.
    ///
    /// # Errors
    /// A `dates.yaml` of the site that cannot be read.
    pub fn project(&self) -> anyhow::Result<Project<'_>> {
        let scanners = Scanners::new(&self.cues).map_err(|(language, error)| {
            anyhow::anyhow!("`locales/{language}/dates.yaml`: {error}")
        })?;
        let mut project = Project::new(&self.config, &self.disk, Vec::new(), scanners);
        project.files = self.listing.files.clone();
        project.messages = self.messages.clone();
        project.theme = self.theme.clone();
        project.findings = self.listing.findings.clone();
        Ok(project)
    }

    /// The files that were listed when the session was opened.
    pub fn listing(&self) -> &Listing {
        &self.listing
    }

    /// The site's own words around dates, by language.
    pub fn cues(&self) -> &BTreeMap<String, String> {
        &self.cues
    }

    pub fn today(&self) -> Date {
        self.today
    }

    pub fn paint(&self) -> Paint {
        self.paint
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

    /// The text of a file, for drawing.
    pub fn text(&self, path: &SourcePath) -> Option<String> {
        let bytes = self.disk.read(path).ok()?;
        Some(Source::read(path, bytes).value.text)
    }
}

/// Folder of a source relative to the root.
pub fn base(folder: &SourceFolder) -> String {
    let path = folder.path.trim_matches('/').trim_start_matches("./");
    match folder.repository.as_deref() {
        Some(repository) => format!("{}/{path}", repository.trim_end_matches('/')),
        None if path == "." => String::new(),
        None => path.to_owned(),
    }
}

/// Reads `site.yaml`; a site without one has the defaults and its folder's name.
pub fn read_config(root: &Utf8Path) -> anyhow::Result<Config> {
    let path = root.join("site.yaml");
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error).with_context(|| format!("cannot read `{path}`")),
    };
    let mut config = Config::parse(&text).map_err(|error| anyhow::anyhow!("`{path}`: {error}"))?;
    if config.title.is_empty() {
        let absolute = root.canonicalize_utf8().unwrap_or_else(|_| root.to_owned());
        config.title = absolute.file_name().unwrap_or("Instep").to_owned();
    }
    Ok(config)
}

/// Sets the levels that the command line gives.
pub fn set_levels(config: &mut Config, levels: &Levels) {
    let all = [
        (&levels.allow, Level::Allow),
        (&levels.warn, Level::Warn),
        (&levels.deny, Level::Deny),
    ];
    for (codes, level) in all {
        for code in codes {
            config.findings.insert(code.clone(), level);
        }
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
    let zoned = jiff::Timestamp::from_second(seconds)?.to_zoned(jiff::tz::TimeZone::UTC);
    Ok(zoned.date())
}

/// Whether to use colour.
pub fn paint(colour: Colour) -> Paint {
    let auto = || std::env::var_os("NO_COLOR").is_none() && std::io::stdout().is_terminal();
    match colour {
        Colour::Always => Paint::Colour,
        Colour::Auto if auto() => Paint::Colour,
        Colour::Auto | Colour::Never => Paint::Plain,
    }
}

/// Columns of the terminal: `COLUMNS`, else a hundred.
pub fn columns() -> usize {
    let set = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    set.unwrap_or(100)
}

/// Standard output, written in large pieces.
pub fn output() -> BufWriter<StdoutLock<'static>> {
    BufWriter::new(std::io::stdout().lock())
}
