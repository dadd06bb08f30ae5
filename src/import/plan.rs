//! What an import will do: the JSON of `import --format json`.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::finding::{Level, Rule};
use crate::locale::tag::Locale;

/// What `import --format json` prints. An absent value is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Plan {
    /// The version of this format.
    pub schema: u32,
    /// In the order of their ids.
    pub documents: Vec<PlannedDocument>,
    /// Fragments, navigation, images: what comes along with the pages.
    pub others: Vec<Copied>,
    /// What is not taken.
    pub skipped: Vec<Skipped>,
}

/// One guide and the files that are revisions of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlannedDocument {
    /// The id of the guide.
    pub document: Box<str>,
    /// By locale, newest first.
    pub files: Vec<PlannedFile>,
}

/// One page and the place it gets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlannedFile {
    /// Where it comes from.
    pub from: Box<str>,
    /// Where it goes, relative to the root.
    pub to: Box<str>,
    /// BCP 47.
    #[schemars(with = "String")]
    pub locale: Locale,
    /// Of its front matter, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub date: Option<Date>,
    /// Whether it is the newest of its locale.
    pub state: State,
}

/// What a revision is in its locale. The bilingual form of a revision counts as superseded by its
/// plain form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// The newest.
    Current,
    /// Any other.
    Superseded,
}

/// A file that is no page and the place it gets.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Copied {
    /// Where it comes from.
    pub from: Box<str>,
    /// Where it goes, relative to the root.
    pub to: Box<str>,
}

/// A file that is not taken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Skipped {
    /// Where it comes from.
    pub from: Box<str>,
    /// Why it is left out.
    pub why: Box<str>,
}

/// `import/conflict`: another file stands where an import would put one.
pub static CONFLICT: Rule = Rule {
    code: "import/conflict",
    level: Level::Deny,
    summary: "another file stands where an import would put one",
    explanation: "\
`instep import` never overwrites a file that differs. The place that a handed-over file belongs to
is taken by other bytes: the file was edited after an earlier import, or somebody wrote another text
there. All other files of the import are taken; this one is left out.

Compare the two files. Keep one of them, rename the one in the tree to `name@label.md` so that both
are revisions of the guide, or import into another folder with `--into`.
",
};

impl Plan {
    /// Everything to be copied, pages first.
    pub fn copies(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.documents.iter().flat_map(|document| &document.files);
        let pages = pages.map(|file| (&*file.from, &*file.to));
        pages.chain(self.others.iter().map(|other| (&*other.from, &*other.to)))
    }
}
