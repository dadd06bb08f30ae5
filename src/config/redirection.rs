//! Pages that have moved: `.openpublishing.redirection.json` and its siblings.

use serde_json::Value;

use crate::config::learn::Redirection;
use crate::config::repository::SETTINGS;
use crate::finding::{Finding, Outcome};
use crate::path::{SourcePath, normalize};
use crate::source::Source;
use crate::source::places::Places;

/// Whether a file of that name lists pages that have moved.
pub fn is_named(name: &str) -> bool {
    name.starts_with(".openpublishing.redirection") && name.ends_with(".json")
}

/// The files that publishing settings name beside those.
pub fn listed(publishing: &Value) -> Vec<String> {
    let docsets = publishing["docsets_to_publish"].as_array();
    let of_docsets = docsets
        .into_iter()
        .flatten()
        .map(|docset| &docset["redirection_files"]);
    let lists = of_docsets.chain([&publishing["redirection_files"]]);
    let names = lists.flat_map(|list| list.as_array().into_iter().flatten());
    names.filter_map(|name| normalize(name.as_str()?)).collect()
}

/// Reads the pages that have moved. `base` is the folder of the repository; paths are from the
/// folder of the file that names them, or from the repository where they say so.
pub fn read(source: &Source, value: &Value, base: &str) -> Outcome<Vec<Redirection>> {
    let mut places = Places::new(&source.text);
    let mut outcome = Outcome {
        value: Vec::new(),
        findings: Vec::new(),
    };
    let listed = value.get("redirections").unwrap_or(value);
    let Some(listed) = listed.as_array() else {
        let message = format!("`{}` has no list `redirections`", source.path.name());
        let finding = SETTINGS.about(&source.path, message);
        outcome
            .findings
            .push(finding.help("write `\"redirections\": []`"));
        return outcome;
    };
    places.key("redirections");
    for entry in listed {
        match one(source, entry, (base, &mut places)) {
            Ok(redirection) => outcome.value.push(redirection),
            Err(finding) => outcome.findings.push(*finding),
        }
    }
    outcome
}

fn one(
    source: &Source,
    entry: &Value,
    (base, places): (&str, &mut Places<'_>),
) -> Result<Redirection, Box<Finding>> {
    let start = places.next();
    let mut span = source.span(start..start);
    let (mut page, mut target) = (None, None);
    for (key, value) in entry.as_object().into_iter().flatten() {
        let at = places.key(key).unwrap_or(places.at());
        let Some(text) = value.as_str() else { continue };
        let runs = places.scalar(text);
        let here = match (runs.first(), runs.last()) {
            (Some(first), Some(last)) => first.text..last.text + last.length,
            _ => at..at,
        };
        match key.as_str() {
            "source_path" => page = path(source.path.folder(), text),
            "source_path_from_root" => page = path(base, text),
            "redirect_url" => target = Some((text, source.span(here))),
            _ => {}
        }
        span = target.as_ref().map_or(span, |(_, span)| *span);
    }
    let refuse = |what: &str| {
        let finding = SETTINGS.at(&source.path, span, format!("a redirection without {what}"));
        Box::new(finding.help("write `source_path` and `redirect_url`"))
    };
    let page = page.ok_or_else(|| refuse("a `source_path` in its repository"))?;
    let (target, span) = target.ok_or_else(|| refuse("a `redirect_url`"))?;
    Ok(Redirection {
        page,
        target: target.trim().to_owned(),
        file: source.path.clone(),
        span,
    })
}

/// A path below a folder, which may itself lie beside the root of the site.
fn path(folder: &str, path: &str) -> Option<SourcePath> {
    let inner = normalize(&path.replace('\\', "/"))?;
    Some(SourcePath::new(
        format!("{folder}/{inner}").trim_start_matches('/'),
    ))
}
