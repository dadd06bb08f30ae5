//! What history can answer.

use std::fmt;

use jiff::civil::Date;

/// What a translation says of itself: made from this file as it was at this commit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// The source's path today, relative to the folder that was opened.
    pub path: String,
    /// As written: a hash of 7 to 40 hexadecimal digits, or it is no evidence.
    pub commit: String,
}

/// A commit of the repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// In 40 hexadecimal digits.
    pub id: String,
    /// When it was committed, where it was committed.
    pub date: Date,
    /// How many commits of the history are newer.
    pub place: usize,
    /// The first line of its message.
    pub summary: String,
}

/// How a source stands to the commit that a translation names. Paths are relative to the folder
/// that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceState {
    /// Nothing but white space differs. `now` is the path today, which a rename may have changed.
    Unchanged {
        /// Its path today.
        now: String,
    },
    /// The text is another. Without `then` the source was only written after that commit.
    Changed {
        /// Its path today.
        now: String,
        /// The text at that commit.
        then: Option<Text>,
    },
    /// The file was removed since, not renamed. Without `then` it was also written since.
    Gone {
        /// The text at that commit.
        then: Option<Text>,
    },
    /// History does not say.
    Unknown(Reason),
}

/// A file as it was at a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Its path at that commit.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why history does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A name such as `main` moves, so it says nothing about when.
    NotAHash,
    /// The clone is whole and has no commit of this hash.
    NoSuchCommit,
    /// More than one object begins with these digits.
    Ambiguous,
    /// The clone holds the newest commits only, and this is not one of them.
    Shallow,
    /// History knows no file of this name.
    NoSuchFile,
    /// A part of the clone is missing or damaged; the text says which.
    Unreadable(String),
    /// This Instep was built without the feature `git`.
    NoGit,
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotAHash => "the stamp is not the hash of a commit",
            Self::NoSuchCommit => "the repository has no such commit",
            Self::Ambiguous => "more than one commit begins with these digits",
            Self::Shallow => "the clone is shallow and does not reach back to that commit",
            Self::NoSuchFile => "the history has no such source",
            Self::Unreadable(what) => return write!(out, "the clone cannot be read: {what}"),
            Self::NoGit => "this program was built without git",
        })
    }
}
