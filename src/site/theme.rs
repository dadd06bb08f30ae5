//! The theme: templates that put decided pages into HTML, and the files they need.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera};

use crate::finding::{Finding, Outcome};
use crate::page::framed::{Common, Framed};
use crate::path::base::Base;
use crate::path::{Route, SourcePath};
use crate::site::assets::Asset;
use crate::source::{Source, text_of};

pub mod built_in;
pub mod failure;
pub mod options;

/// Templates, assets and options of a site's theme.
pub struct Theme {
    /// The site's templates before the built-in ones.
    templates: Tera,
    /// The built-in ones alone, for pages that the site's templates cannot make.
    sure: Tera,
    assets: Vec<Asset>,
    options: serde_json::Value,
    asked: BTreeSet<String>,
    failures: failure::Places,
}

/// Values that many pages share, in the form in which templates take them.
#[derive(Clone, Debug, Default)]
pub struct Shared(Context);

impl Shared {
    /// Of a page's locale; empty where they cannot be given to a template.
    pub fn new(common: &Common<'_>) -> Self {
        Self(Context::from_serialize(common).unwrap_or_default())
    }
}

/// The prefix of the built-in templates' names. A site's `guide.html` can therefore extend
/// `default/guide.html` and change one block of it.
const BUILT_IN: &str = "default/";

impl Theme {
    /// Brings the files below a site's `themes/<name>/` together with the built-in theme, whose
    /// files they replace one by one. Paths in `files` are as findings shall name them. What cannot
    /// be used is reported, and the built-in file stands in for it. `base` says how templates write the
    /// addresses of assets.
    pub fn load(
        name: &str,
        files: Vec<(SourcePath, Vec<u8>)>,
        options: &BTreeMap<String, serde_yaml::Value>,
        base: Base<'_>,
    ) -> Outcome<Self> {
        let mut findings = Vec::new();
        let files = Files::sort(name, files, &mut findings);
        let options = options::settle(name, files.manifest.as_ref(), options);
        findings.extend(options.findings);
        let assets = assets(files.assets);
        let sure = built_in_templates(&assets, base);
        let failures = failure::Places::new(name, &files.templates);
        let templates = with_own(&sure, files.templates.clone(), &failures, &mut findings);
        let texts = built_in::templates().map(|(_, text)| text);
        let own = files.templates.iter().map(|(_, source)| &*source.text);
        let asked = texts.chain(own).flat_map(words_of).collect();
        let theme = Self {
            templates,
            sure,
            assets,
            options: options.value,
            asked,
            failures,
        };
        Outcome {
            value: theme,
            findings,
        }
    }

    /// Puts a page into its template, `guide.html`. Where the site's template fails, the built-in
    /// one takes its place, and a finding says why.
    pub fn page(&self, template: &str, page: &impl Framed, common: &Shared) -> Outcome<String> {
        match Context::from_serialize(page) {
            Ok(mut context) => {
                context.extend(common.0.clone());
                self.fill(template, &context)
            }
            Err(error) => self.failed(&error, String::new()),
        }
    }

    /// The same with any values.
    pub fn render(&self, template: &str, values: &impl Serialize) -> Outcome<String> {
        match Context::from_serialize(values) {
            Ok(context) => self.fill(template, &context),
            Err(error) => self.failed(&error, String::new()),
        }
    }

    fn fill(&self, template: &str, context: &Context) -> Outcome<String> {
        match rendered(&self.templates, template, context) {
            Ok(html) => Outcome {
                value: html,
                findings: Vec::new(),
            },
            Err(error) => {
                let html = rendered(&self.sure, template, context).unwrap_or_default();
                self.failed(&error, html)
            }
        }
    }

    /// The files that pages refer to.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// Where a file stands on the site, by its name below `static/`.
    pub fn route(&self, name: &str) -> Option<Route> {
        let asset = self.assets.iter().find(|asset| asset.name == name)?;
        Some(asset.route())
    }

    /// The options as templates receive them: those set, and the defaults of the others.
    pub fn options(&self) -> &serde_json::Value {
        &self.options
    }

    /// The words that templates name as `words.<name>`.
    pub fn asked(&self) -> &BTreeSet<String> {
        &self.asked
    }

    fn failed(&self, error: &tera::Error, html: String) -> Outcome<String> {
        Outcome {
            value: html,
            findings: self.failures.findings(error),
        }
    }
}

/// Room for most pages.
const PAGE: usize = 32 << 10;

/// As [`Tera::render`] does it, which begins with room for the text of the template alone and takes
/// longer to check what was written.
fn rendered(templates: &Tera, template: &str, context: &Context) -> Result<String, tera::Error> {
    let mut html = Vec::with_capacity(PAGE);
    templates.render_to(template, context, &mut html)?;
    text_of(&html).ok_or_else(|| tera::Error::message("the template wrote what is not UTF-8"))
}

/// The files of a site's theme by what they are for.
#[derive(Default)]
struct Files {
    manifest: Option<Source>,
    /// By the name under which others include it.
    templates: Vec<(String, Source)>,
    assets: Vec<(String, Vec<u8>)>,
}

impl Files {
    fn sort(theme: &str, files: Vec<(SourcePath, Vec<u8>)>, findings: &mut Vec<Finding>) -> Self {
        let root = format!("themes/{theme}/");
        let mut sorted = Self::default();
        for (path, bytes) in files {
            let below = path.as_str().strip_prefix(&root).unwrap_or(path.as_str());
            if let Some(name) = below.strip_prefix("static/") {
                sorted.assets.push((name.to_owned(), bytes));
                continue;
            }
            let template = below.strip_prefix("templates/").map(str::to_owned);
            if template.is_none() && below != "theme.yaml" {
                continue;
            }
            let source = Source::read(&path, bytes);
            findings.extend(source.findings);
            match template {
                Some(name) => sorted.templates.push((name, source.value)),
                None => sorted.manifest = Some(source.value),
            }
        }
        sorted.templates.sort_by(|a, b| a.0.cmp(&b.0));
        sorted
    }
}

/// The built-in files, and those of the site in their place or beside them.
fn assets(own: Vec<(String, Vec<u8>)>) -> Vec<Asset> {
    let mut files: BTreeMap<String, Vec<u8>> = built_in::assets()
        .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
        .collect();
    files.extend(own);
    files
        .into_iter()
        .map(|(name, bytes)| Asset::new(&name, bytes))
        .collect()
}

fn built_in_templates(assets: &[Asset], base: Base<'_>) -> Tera {
    let mut tera = Tera::new();
    let address = |asset: &Asset| base.link(&asset.route());
    answer(&mut tera, "asset", assets, &address);
    answer(&mut tera, "integrity", assets, &Asset::integrity);
    tera.set_fallback_prefixes([BUILT_IN])
        .expect("no template has been added yet");
    let templates = built_in::templates().map(|(name, text)| (format!("{BUILT_IN}{name}"), text));
    tera.add_raw_templates(templates)
        .expect("the built-in templates are tested");
    tera
}

/// A function of templates that tells something of a file below `static/` by its name.
fn answer(
    tera: &mut Tera,
    function: &'static str,
    assets: &[Asset],
    of: &dyn Fn(&Asset) -> String,
) {
    let told = assets.iter().map(|asset| (asset.name.clone(), of(asset)));
    let told: Arc<BTreeMap<String, String>> = Arc::new(told.collect());
    tera.register_function(function, move |arguments: Kwargs, _: &State| {
        let name: String = arguments.must_get("name")?;
        let unknown = || tera::Error::message(format!("the theme has no file `static/{name}`"));
        told.get(&name).cloned().ok_or_else(unknown)
    });
}

/// Adds the site's templates, but for those that cannot be.
fn with_own(
    sure: &Tera,
    mut own: Vec<(String, Source)>,
    failures: &failure::Places,
    findings: &mut Vec<Finding>,
) -> Tera {
    while !own.is_empty() {
        let mut tera = sure.clone();
        let texts = own.iter().map(|(name, source)| (name, &*source.text));
        let Err(error) = tera.add_raw_templates(texts) else {
            return tera;
        };
        let found = failures.findings(&error);
        let before = own.len();
        own.retain(|(_, source)| found.iter().all(|finding| finding.file != source.path));
        findings.extend(found);
        if own.len() == before {
            // The error names none of them, such as a component that two of them define.
            break;
        }
    }
    sure.clone()
}

/// The names after `words.` in a template.
fn words_of(text: &str) -> Vec<String> {
    let named = |rest: &str| {
        let end = rest
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .unwrap_or(rest.len());
        rest[..end].to_owned()
    };
    text.split("words.").skip(1).map(named).collect()
}
