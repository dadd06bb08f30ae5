//! What is said of a translation, and on what evidence.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::catalog::documents::{Catalog, Document};
use crate::config::Config;
use crate::document::revision::{Digests, Revision};
use crate::locale::tag::Locale;

/// How a locale stands to the reference of a document.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It is the reference.
    Newest,
    /// Nothing newer, nothing missing.
    UpToDate,
    /// An older date, or a source that changed since.
    Behind,
    /// The same date, and content missing.
    Incomplete,
    /// No translation.
    Missing,
    /// Settings say that there shall be none.
    Absent,
    /// A source existed and is gone.
    Orphan,
    /// Cannot be decided, and is not guessed.
    Unknown,
}

/// What a verdict rests on, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// The hash of the source that it names.
    SourceHash,
    /// The commit of the source that it names.
    SourceCommit,
    /// The sentences that it was made from.
    Units,
    /// What survives translation, in both texts.
    Shape,
    /// The dates of both alone.
    Dates,
}

impl Verdict {
    /// The word for it in every format.
    pub fn word(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::UpToDate => "up-to-date",
            Self::Behind => "behind",
            Self::Incomplete => "incomplete",
            Self::Missing => "missing",
            Self::Absent => "absent",
            Self::Orphan => "orphan",
            Self::Unknown => "unknown",
        }
    }
}

impl Evidence {
    /// The word for it in every format.
    pub fn word(self) -> &'static str {
        match self {
            Self::SourceHash => "source-hash",
            Self::SourceCommit => "source-commit",
            Self::Units => "units",
            Self::Shape => "shape",
            Self::Dates => "dates",
        }
    }
}

/// The locale whose text the others were made from: that of the settings, else the one whose
/// page carries no stamp of a source while others do.
pub fn source_of<'a>(
    document: &'a Document,
    catalog: &Catalog,
    config: &'a Config,
) -> Option<&'a Locale> {
    if let Some(source) = &config.source_locale {
        return document.editions.contains_key(source).then_some(source);
    }
    let stamped =
        |locale: &&Locale| is_stamped(catalog.revision(document.editions[*locale].current()));
    let (stamped, plain): (Vec<_>, Vec<_>) = document.editions.keys().partition(stamped);
    match plain[..] {
        [only] if !stamped.is_empty() => Some(only),
        _ => None,
    }
}

/// Whether a text names what it was translated from.
pub fn is_stamped(revision: &Revision) -> bool {
    revision.front.source_hash.is_some() || revision.front.source_commit.is_some()
}

/// Whether a stamp is the hash of this text.
pub fn is_stamp_of(stamp: &str, text: &Revision) -> bool {
    let stamp = stamp.trim().to_ascii_lowercase();
    text.digests
        .as_deref()
        .is_some_and(|digests| matches_any(&stamp, digests))
}

/// Whether the source has changed since a translation was made, by the hash it names. None where
/// the translation names no hash, or one that is none.
pub fn source_changed(translation: &Revision, source: &Revision) -> Option<bool> {
    let stamp = translation
        .front
        .source_hash
        .as_deref()?
        .trim()
        .to_ascii_lowercase();
    let digests = source.digests.as_deref()?;
    let hex = |c: char| c.is_ascii_hexdigit();
    (matches!(stamp.len(), 40 | 64) && stamp.chars().all(hex))
        .then(|| !matches_any(&stamp, digests))
}

fn matches_any(stamp: &str, digests: &Digests) -> bool {
    let short = digests.sha1.iter().map(|digest| hex(digest));
    let long = digests.sha256.iter().map(|digest| hex(digest));
    short.chain(long).any(|digest| digest == stamp)
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
            // Writing to a string cannot fail.
            let _ = write!(out, "{byte:02x}");
            out
        })
}
