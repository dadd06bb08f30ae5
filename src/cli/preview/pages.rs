//! Pages as a preview serves them: rendered when they are asked for, each with one element more
//! than it is built with.

use crate::io::http::site::Reply;
use crate::path::{SourcePath, decode};
use crate::pipeline::artifacts;
use crate::pipeline::project::Project;
use crate::pipeline::render::{Job, Press, Rendered};

/// What the element of the preview begins with, and what it ends with.
pub const ELEMENT: (&str, &str) = (
    "<script type=\"module\" src=\"/_instep/preview.js\" data-instep-preview=\"",
    "\"></script>",
);

/// The pages and files of a site by their address.
pub struct Pages<'a> {
    /// What makes pages.
    pub press: &'a Press<'a>,
    /// What they are made from.
    pub project: &'a Project<'a>,
}

impl Pages<'_> {
    /// What stands at a path.
    pub fn get(&self, path: &str) -> Option<Reply> {
        if let Some(job) = self.job(path) {
            return self.page(job);
        }
        if let Some(job) = self.press.find_plain(path) {
            let (_, text) = self.press.render(job)?.plain?;
            return Some(reply(path, text.into_bytes()));
        }
        let file = path.strip_prefix('/')?;
        if let Some(bytes) = artifacts::one(self.press, file) {
            return Some(reply(path, bytes));
        }
        let bytes = self.project.reader.read(self.resource(path)?).ok()?;
        Some(reply(path, bytes))
    }

    /// The page for an address that leads nowhere, in the language that its path begins with.
    pub fn missing(&self, path: &str) -> Option<Reply> {
        let first = path.split('/').nth(1).unwrap_or_default();
        self.page(Job::Missing(self.press.locale(first)))
    }

    /// The page at a path, as it is built.
    pub fn render(&self, path: &str) -> Option<Rendered> {
        self.press.render(self.job(path)?)
    }

    /// What the page at a path is.
    pub fn job(&self, path: &str) -> Option<Job<'_>> {
        self.press
            .find(path.strip_suffix("index.html").unwrap_or(path))
    }

    fn page(&self, job: Job<'_>) -> Option<Reply> {
        let html = self.press.render(job)?.html;
        Some(reply("index.html", marked(&html).into_bytes()))
    }

    /// The file that is shown at an address, which bears a hash of its content.
    fn resource(&self, address: &str) -> Option<&SourcePath> {
        let resources = self.press.desk.resources;
        let (stem, _) = address.strip_prefix("/media/")?.split_once('.')?;
        let mut named = resources
            .handed_on()
            .filter(|path| path.name().starts_with(stem));
        named.find(|path| {
            let own = resources.route(self.project.reader, path);
            own.is_some_and(|own| decode(own.as_str()) == address)
        })
    }
}

/// A page with the element of the preview, which bears a hash of the page without it.
fn marked(html: &str) -> String {
    let (first, last) = ELEMENT;
    let end = html.rfind("</body>").unwrap_or(html.len());
    let (before, after) = html.split_at(end);
    let hash = blake3::hash(html.as_bytes()).to_hex();
    format!("{before}{first}{}{last}{after}", &hash[..16])
}

/// A file with the media type that its name tells.
pub fn reply(path: &str, body: Vec<u8>) -> Reply {
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
        "wasm" => "application/wasm",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
