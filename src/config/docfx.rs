//! `docfx.json`: what the pages of a docset are, and what all of them say.

use serde_json::{Map, Value};

use crate::config::docset::{Docset, Mapping};
use crate::config::pattern::Pattern;
use crate::config::repository::SETTINGS;
use crate::finding::Finding;
use crate::path::normalize;
use crate::source::Source;
use crate::source::places::Places;

/// Fills a docset with what its settings say. `paths` are its files, below its folder.
pub fn fill(
    docset: &mut Docset,
    settings: &Value,
    (source, paths): (&Source, &[String]),
) -> Vec<Finding> {
    // Version 3 of docfx has no key `build` around it.
    let build = settings.get("build").unwrap_or(settings);
    let mut filling = Filling {
        source,
        findings: Vec::new(),
    };
    if !build.is_object() {
        filling.refuse("build", "an object");
        return filling.findings;
    }
    docset.content = filling.mappings(build, "content");
    docset.resource = filling.mappings(build, "resource");
    if let Some(global) = filling.object(build, "globalMetadata") {
        docset.metadata.global = global.clone();
    }
    for (key, values) in filling.object(build, "fileMetadata").into_iter().flatten() {
        let values = values.as_object().into_iter().flatten();
        let values = values.map(|(pattern, value)| (Pattern::new(pattern), value.clone()));
        docset
            .metadata
            .by_file
            .push((key.clone(), values.collect()));
    }
    for (group, settings) in filling.object(build, "groups").into_iter().flatten() {
        let range = ["moniker_range", "monikerRange"].into_iter();
        let range = range.filter_map(|key| settings[key].as_str()).next();
        let group = range.map(|range| (group.clone(), range.to_owned()));
        docset.groups.extend(group);
    }
    docset.fallback = fallback(build, &docset.folder);
    let text = |key: &str| docset.metadata.global.get(key).and_then(Value::as_str);
    let published = paths.iter().filter_map(|path| docset.page(path));
    let places: Vec<String> = published.chain(paths.iter().cloned()).collect();
    docset.bases = bases(build, text("breadcrumb_path"), &places);
    let title = ["titleSuffix", "_appTitle", "_appName"]
        .into_iter()
        .find_map(text);
    docset.title = title
        .map(str::trim)
        .filter(|title| !title.is_empty())
        .map(str::to_owned);
    filling.findings
}

struct Filling<'a> {
    source: &'a Source,
    findings: Vec<Finding>,
}

impl Filling<'_> {
    fn mappings(&mut self, build: &Value, key: &str) -> Option<Vec<Mapping>> {
        let value = build.get(key).filter(|value| !value.is_null())?;
        let single = std::slice::from_ref(value);
        let list = value.as_array().map_or(single, Vec::as_slice);
        let mut mappings = Vec::new();
        for entry in list {
            match mapping(entry) {
                Some(mapping) => mappings.push(mapping),
                None => self.refuse(key, "a list of `files` and `exclude`"),
            }
        }
        Some(mappings)
    }

    fn object<'v>(&mut self, build: &'v Value, key: &str) -> Option<&'v Map<String, Value>> {
        let value = build.get(key).filter(|value| !value.is_null())?;
        if !value.is_object() {
            self.refuse(key, "an object");
        }
        value.as_object()
    }

    fn refuse(&mut self, key: &str, form: &str) {
        let mut places = Places::new(&self.source.text);
        let at = places.key(key).unwrap_or(0);
        let message = format!("`{key}` of `{}` is not {form}", self.source.path.name());
        let finding = SETTINGS.at(&self.source.path, self.source.span(at..at), message);
        self.findings
            .push(finding.help(format!("write `{key}` as {form}")));
    }
}

/// One entry of `content` or `resource`: a pattern, or patterns with what they leave out.
fn mapping(entry: &Value) -> Option<Mapping> {
    if let Some(pattern) = entry.as_str() {
        return Some(Mapping {
            files: vec![Pattern::new(pattern)],
            exclude: Vec::new(),
            source: String::new(),
            target: String::new(),
            group: None,
            apart: false,
        });
    }
    let entry = entry.as_object()?;
    let folder = |keys: &[&str]| {
        let named = keys.iter().find_map(|key| entry.get(*key)?.as_str());
        normalize(named.unwrap_or("")).unwrap_or_default()
    };
    Some(Mapping {
        files: patterns(entry.get("files"))?,
        exclude: patterns(entry.get("exclude"))?,
        source: folder(&["src", "cwd"]),
        target: folder(&["dest"]),
        group: entry
            .get("group")
            .and_then(Value::as_str)
            .map(str::to_owned),
        apart: false,
    })
}

/// A pattern, or a list of them; none where nothing is said. `None` for another form.
fn patterns(value: Option<&Value>) -> Option<Vec<Pattern>> {
    match value {
        None | Some(Value::Null) => Some(Vec::new()),
        Some(Value::String(pattern)) => Some(vec![Pattern::new(pattern)]),
        Some(Value::Array(list)) => list.iter().map(|p| p.as_str().map(Pattern::new)).collect(),
        Some(_) => None,
    }
}

/// The folders named for what is missing, as a list or by the name of each.
fn fallback(build: &Value, folder: &str) -> Vec<String> {
    let engine = &build["markdownEngineProperties"];
    let keys = ["fallback", "fallbackFolders"];
    let said = keys.iter().flat_map(|key| [&build[*key], &engine[*key]]);
    let named = |value: &Value| -> Vec<String> {
        let texts: Vec<&Value> = match value {
            Value::Array(list) => list.iter().collect(),
            Value::Object(map) => map.values().collect(),
            other => vec![other],
        };
        texts
            .into_iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    };
    let folders = said.flat_map(named);
    folders.filter_map(|path| beside(folder, &path)).collect()
}

/// A path from a folder, both from the root of the site; what leads above it stays so.
fn beside(folder: &str, path: &str) -> Option<String> {
    let joined = format!("{folder}/{}", path.replace('\\', "/"));
    let ups = joined.split('/').take_while(|part| *part == "..").count();
    let rest: Vec<&str> = joined.split('/').skip(ups).collect();
    let inner = normalize(&rest.join("/"))?;
    Some(format!("{}{inner}", "../".repeat(ups)))
}

/// Where Learn has the docset below its host: what precedes its breadcrumbs' own path there.
fn bases(build: &Value, breadcrumbs: Option<&str>, paths: &[String]) -> Vec<String> {
    let given = ["basePath", "base_path"]
        .into_iter()
        .find_map(|key| build[key].as_str());
    let told = breadcrumbs.and_then(|address| above(address, paths));
    let bases = given.map(str::to_owned).into_iter().chain(told);
    let whole = bases.map(|base| format!("/{}", base.trim_matches('/')));
    whole.filter(|base| base != "/").collect()
}

/// `/azure/data-explorer` of `/azure/data-explorer/breadcrumb/toc.json`, where `breadcrumb/toc.yml`
/// is a file of the docset; where none is, its folder is taken for one of breadcrumbs by its name.
fn above(address: &str, paths: &[String]) -> Option<String> {
    let stem = |path: &str| {
        path.rsplit_once('.')
            .map_or(path, |(stem, _)| stem)
            .to_lowercase()
    };
    let whole = stem(address);
    if !address.starts_with('/') {
        return None;
    }
    let tail = |path: &String| {
        let path = format!("/{}", stem(path));
        whole.ends_with(&path).then_some(path.len())
    };
    let known = paths
        .iter()
        .filter(|path| path.ends_with(".yml") || path.ends_with(".md"));
    let longest = known.filter_map(tail).max();
    let named = || {
        let (folder, _) = whole.rsplit_once('/')?;
        let (base, name) = folder.rsplit_once('/')?;
        name.contains("bread").then(|| whole.len() - base.len())
    };
    // Where the breadcrumbs are not at hand, every `toc.yml` at the top ends as they do.
    let cut = longest.max(named())?;
    address.get(..whole.len() - cut).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{above, beside};

    #[test]
    fn breadcrumbs_tell_the_place_of_a_docset() {
        let paths = ["breadcrumb/toc.yml".to_owned(), "toc.yml".to_owned()];
        let base = above("/azure/data-explorer/breadcrumb/toc.json", &paths);
        assert_eq!(base.as_deref(), Some("/azure/data-explorer"));
        let base = above("/azure/data-explorer/breadcrumb/toc.json", &paths[1..]);
        assert_eq!(base.as_deref(), Some("/azure/data-explorer"));
        let base = above("/cloud-app-security/bread/toc.json", &[]);
        assert_eq!(base.as_deref(), Some("/cloud-app-security"));
        assert_eq!(above("~/breadcrumb/toc.yml", &paths), None);
    }

    #[test]
    fn folders_beside_the_root_keep_their_way_up() {
        assert_eq!(
            beside("../repo/docs", "../common").as_deref(),
            Some("../repo/common")
        );
        assert_eq!(beside("docs", "../../out"), None);
    }
}
