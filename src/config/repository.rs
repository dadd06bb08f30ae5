//! Reads the settings of a Learn repository: `.openpublishing.publish.config.json`, `docfx.json`,
//! and the files of pages that have moved.

use serde_json::Value;

use crate::config::docset::{Docset, Neighbour};
use crate::config::learn::Learn;
use crate::config::{SourceFolder, docfx, redirection};
use crate::finding::{Finding, Level, Outcome, Rule};
use crate::locale::tag::Locale;
use crate::path::{SourcePath, below, join, normalize};
use crate::source::relaxed::blanked;
use crate::source::{Reader, Source};

/// `input/settings`: a settings file of a Learn repository that cannot be read.
pub static SETTINGS: Rule = Rule {
    code: "input/settings",
    level: Level::Warn,
    summary: "a settings file of a Learn repository that cannot be read",
    explanation: "\
`docfx.json`, `.openpublishing.publish.config.json` and `.openpublishing.redirection.json` say which
files of a Learn repository are its pages, what all of them have in common, and which have moved.
This one is no JSON, or has another form. What it says is left out: without `docfx.json` every
Markdown file of its folder is a page, without redirections old addresses lead nowhere.

Comments and a comma too many are read over, as docfx does. Mend what the message names.
",
};

/// The settings of a whole repository.
pub const PUBLISHING: &str = ".openpublishing.publish.config.json";
const DOCFX: &str = "docfx.json";

/// A source folder as it was found.
#[derive(Clone, Copy, Debug)]
pub struct Checkout<'a> {
    /// As settings name it.
    pub folder: &'a SourceFolder,
    /// Where it stands, from the root of the site; empty where it is the root.
    pub base: &'a str,
    /// What the folder is called on disk: `repo.fr-fr`.
    pub name: &'a str,
    /// Every file of it, from the root of the site, in order.
    pub paths: &'a [SourcePath],
}

/// Whether a source folder is a Learn repository, or one of its docsets: its settings stand at its
/// top. A folder whose locale is given may have them one or two folders down.
pub fn is_learn(checkout: Checkout<'_>) -> bool {
    let depth = if checkout.folder.locale.is_some() {
        2
    } else {
        0
    };
    checkout.paths.iter().any(|path| {
        let below = checkout.below(path);
        let name = path.name();
        let settings = name == DOCFX || name == PUBLISHING;
        settings && below.is_some_and(|below| below.matches('/').count() <= depth)
    })
}

/// Reads what a repository says of itself.
pub fn read(checkout: Checkout<'_>, reader: &dyn Reader) -> Outcome<Learn> {
    let mut reading = Reading {
        checkout,
        reader,
        findings: Vec::new(),
    };
    let publishing = reading
        .json(&checkout.at(PUBLISHING))
        .map(|(_, value)| value);
    let published = publishing.is_some();
    let publishing = publishing.unwrap_or(Value::Null);
    let neighbours = neighbours(&publishing);
    let mut docsets = Vec::new();
    for (top, listed) in reading.folders(&publishing) {
        docsets.push(reading.docset(top, listed, &neighbours));
    }
    let source = neighbours.iter().find_map(|neighbour| {
        let tag = neighbour.folder.strip_prefix("_repo.")?;
        Locale::parse(tag)
    });
    let redirections = reading.redirections(&publishing);
    Outcome {
        value: Learn {
            docsets,
            redirections,
            source,
            published,
        },
        findings: reading.findings,
    }
}

impl Checkout<'_> {
    /// A path of the repository, from the root of the site.
    fn at(&self, path: &str) -> SourcePath {
        SourcePath::new(format!("{}/{path}", self.base).trim_start_matches('/'))
    }

    fn below<'p>(&self, path: &'p SourcePath) -> Option<&'p str> {
        below(path.as_str(), self.base)
    }

    fn holds(&self, path: &str) -> bool {
        self.paths.binary_search(&self.at(path)).is_ok()
    }
}

struct Reading<'a> {
    checkout: Checkout<'a>,
    reader: &'a dyn Reader,
    findings: Vec<Finding>,
}

impl Reading<'_> {
    /// A settings file, where there is one that can be read.
    fn json(&mut self, path: &SourcePath) -> Option<(Source, Value)> {
        self.checkout.paths.binary_search(path).ok()?;
        let bytes = self.reader.read(path).ok()?;
        let source = Source::read(path, bytes);
        self.findings.extend(source.findings);
        let source = source.value;
        match serde_json::from_str(&blanked(&source.text)) {
            Ok(value) => Some((source, value)),
            Err(error) => {
                self.findings.push(broken(&source, &error));
                None
            }
        }
    }

    /// The folders of the docsets below the repository, and what the publishing settings say of
    /// each. Those that are not there are not listed; where none is, each `docfx.json` makes one.
    fn folders(&self, publishing: &Value) -> Vec<(String, Value)> {
        let listed = publishing["docsets_to_publish"].as_array();
        let folder = |docset: &Value| {
            let folder = docset["build_source_folder"].as_str()?;
            let folder = normalize(folder)?;
            let there = self.checkout.holds(join(&folder, DOCFX).as_str());
            there.then(|| (folder, docset.clone()))
        };
        let listed: Vec<_> = listed.into_iter().flatten().filter_map(folder).collect();
        if !listed.is_empty() {
            return listed;
        }
        let settings = self.checkout.paths.iter().filter_map(|path| {
            let below = self.checkout.below(path)?;
            let folder = below.strip_suffix(DOCFX)?.trim_end_matches('/');
            let named = below == DOCFX || below.ends_with("/docfx.json");
            let template = below.starts_with('_');
            (named && !template).then(|| (folder.to_owned(), Value::Null))
        });
        let found: Vec<_> = settings.collect();
        if found.is_empty() {
            return vec![(String::new(), Value::Null)];
        }
        found
    }

    fn docset(&mut self, top: String, listed: Value, neighbours: &[Neighbour]) -> Docset {
        let checkout = self.checkout;
        let folder = checkout.at(&top).as_str().trim_end_matches('/').to_owned();
        let locale = checkout.folder.locale.clone();
        let said = || Locale::parse(listed["locale"].as_str()?);
        let named = || {
            checkout
                .name
                .rsplit_once('.')
                .and_then(|(_, tag)| Locale::parse(tag))
        };
        let mut docset = Docset {
            locale: locale.or_else(said).or_else(named),
            prefix: checkout.folder.docset.clone(),
            repository: checkout.base.to_owned(),
            neighbours: neighbours.to_vec(),
            top,
            folder,
            ..Docset::default()
        };
        let path = SourcePath::new(join(&docset.folder, DOCFX).trim_start_matches('/'));
        if let Some((source, settings)) = self.json(&path) {
            let below = |path: &SourcePath| docset.below(path.as_str()).map(str::to_owned);
            let paths: Vec<String> = checkout.paths.iter().filter_map(below).collect();
            let found = docfx::fill(&mut docset, &settings, (&source, &paths));
            self.findings.extend(found);
        }
        docset
    }

    fn redirections(&mut self, publishing: &Value) -> Vec<crate::config::learn::Redirection> {
        let mut found = Vec::new();
        let checkout = self.checkout;
        let listed = redirection::listed(publishing);
        for path in checkout.paths {
            let Some(below) = checkout.below(path) else {
                continue;
            };
            if !redirection::is_named(path.name()) && !listed.iter().any(|file| file == below) {
                continue;
            }
            if let Some((source, value)) = self.json(path) {
                let read = redirection::read(&source, &value, checkout.base);
                found.extend(read.value);
                self.findings.extend(read.findings);
            }
        }
        found
    }
}

/// The other repositories that Learn puts into the folders of this one.
fn neighbours(publishing: &Value) -> Vec<Neighbour> {
    let listed = publishing["dependent_repositories"].as_array();
    let read = |listed: &Value| {
        let url = listed["url"].as_str()?.trim_end_matches('/');
        let name = url.rsplit('/').next()?;
        Some(Neighbour {
            folder: listed["path_to_root"]
                .as_str()?
                .trim_matches('/')
                .to_owned(),
            repository: name.trim_end_matches(".git").to_owned(),
        })
    };
    listed.into_iter().flatten().filter_map(read).collect()
}

fn broken(source: &Source, error: &serde_json::Error) -> Finding {
    let line = u32::try_from(error.line()).unwrap_or(u32::MAX);
    let at = source.line_start(line) + error.column().saturating_sub(1);
    let words = error.to_string();
    let reason = words.split(" at line ").next().unwrap_or(&words).to_owned();
    let message = format!("`{}` cannot be read: {reason}", source.path.name());
    SETTINGS
        .at(&source.path, source.span(at..at), message)
        .help("mend the JSON")
}
