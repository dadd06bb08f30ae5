//! Pages as a preview serves them: rendered when they are asked for, each with a small script that
//! follows changes.

use std::collections::HashMap;

use crate::catalog::identity::FileKind;
use crate::io::http::site::Reply;
use crate::path::{Route, SourcePath, decode, encode};
use crate::pipeline::build::artifacts;
use crate::pipeline::project::Project;
use crate::pipeline::render::{Job, Press, jobs};

/// The script, and the one element that a preview adds to a page.
const SCRIPT: &str = include_str!("preview.js");
const SCRIPT_PATH: &str = "/_instep/preview.js";
const ELEMENT: &str =
    "<script type=\"module\" src=\"/_instep/preview.js\" data-instep-preview></script>";

/// The pages and files of a site by their address.
pub struct Pages<'a> {
    press: &'a Press<'a>,
    project: &'a Project<'a>,
    jobs: HashMap<String, Job<'a>>,
    files: HashMap<String, Vec<u8>>,
    resources: HashMap<String, &'a SourcePath>,
}

impl<'a> Pages<'a> {
    /// The pages that a press can make.
    pub fn new(press: &'a Press<'a>, project: &'a Project<'a>) -> Self {
        let route = |job: Job<'a>| (decode(press.route(job).as_str()), job);
        let files = artifacts(press).unwrap_or_default().into_iter();
        let resources = press.desk.resources.iter();
        let shown = |path: &SourcePath| {
            project
                .files
                .iter()
                .any(|file| file.path == *path && file.kind != FileKind::Page)
        };
        Self {
            press,
            project,
            jobs: jobs(press.desk).into_iter().map(route).collect(),
            files: files
                .map(|(path, bytes)| (format!("/{path}"), bytes))
                .collect(),
            resources: resources
                .filter(|(path, _)| shown(path))
                .map(|(path, address)| (decode(address), path))
                .collect(),
        }
    }

    /// What stands at a path.
    pub fn get(&self, path: &str) -> Option<Reply> {
        if path == SCRIPT_PATH {
            return Some(reply(path, SCRIPT.as_bytes().to_vec()));
        }
        let page = path.strip_suffix("index.html").unwrap_or(path);
        if let Some(job) = self.jobs.get(page) {
            return self.page(*job);
        }
        if let Some(bytes) = self.files.get(path) {
            return Some(reply(path, bytes.clone()));
        }
        let resource = self.resources.get(path)?;
        Some(reply(path, self.project.reader.read(resource).ok()?))
    }

    /// The page for an address that leads nowhere, in the language that its path begins with; for
    /// a page without its last slash, the way to it.
    pub fn missing(&self, path: &str) -> Option<Reply> {
        let slashed = format!("{path}/");
        if self.jobs.contains_key(&slashed) {
            let html = format!(
                "<!doctype html><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0; url={}\"><title>.</title>",
                encode(&slashed)
            );
            return Some(reply("a.html", html.into_bytes()));
        }
        let first = path.split('/').nth(1).unwrap_or_default();
        let locales = &self.press.desk.resolver.catalog.locales;
        let locale = locales.iter().find(|locale| locale.address() == first);
        self.page(Job::Missing(locale))
    }

    fn page(&self, job: Job<'_>) -> Option<Reply> {
        let page = self.press.render(job)?;
        let end = page.html.rfind("</body>").unwrap_or(page.html.len());
        let (before, after) = page.html.split_at(end);
        Some(reply(
            Route::file("index.html").as_str(),
            format!("{before}{ELEMENT}{after}").into_bytes(),
        ))
    }
}

fn reply(path: &str, body: Vec<u8>) -> Reply {
    Reply {
        kind: media_type(path).to_owned(),
        body,
    }
}

/// The media type of a file, by its ending.
pub fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "xml" => "application/xml; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "pdf" => "application/pdf",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
