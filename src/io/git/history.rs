//! A clone, opened at the folder of it that holds texts.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use anyhow::{Context, anyhow, bail};
use camino::{Utf8Path, Utf8PathBuf};
use gix::{ObjectId, Repository, ThreadSafeRepository};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use crate::io::git::log::{Log, local};
use crate::io::git::state::Commit;
use crate::io::git::tree::Trees;
use crate::path::normalize;

/// The history of a folder in a local clone. Paths in questions and answers are relative to it.
pub struct History {
    pub(super) shared: ThreadSafeRepository,
    pub(super) head: ObjectId,
    /// The folder within the repository; empty for its top.
    pub(super) folder: String,
    log: OnceLock<Result<Log, String>>,
}

impl History {
    /// Opens the clone that `folder` lies in. A bare clone is opened at its top.
    ///
    /// Only the clone's own settings are read, not those of the user or the machine.
    ///
    /// # Errors
    /// No repository there, one that cannot be read, or one without a commit; the message names
    /// the folder.
    pub fn open(folder: &Utf8Path) -> anyhow::Result<Self> {
        let real = folder
            .canonicalize_utf8()
            .with_context(|| format!("cannot read folder `{folder}`"))?;
        let options = gix::open::Options::isolated();
        let trust = gix::sec::trust::Mapping {
            full: options.clone(),
            reduced: options,
        };
        let shared = ThreadSafeRepository::discover_opts(
            &real,
            gix::discover::upwards::Options::default(),
            trust,
        )
        .map_err(|error| anyhow!("{error}"))
        .with_context(|| format!("`{folder}` is not in a git repository that can be read"))?;
        let repository = local(&shared);
        let head = repository
            .head_commit()
            .map_err(|error| anyhow!("{error}"))
            .with_context(|| {
                format!("the repository of `{folder}` has no commit that can be read")
            })?
            .id;
        let within = within(&repository, &real).with_context(|| {
            format!("`{folder}` lies in a git repository, but not among its files")
        })?;
        Ok(Self {
            shared,
            head,
            folder: within,
            log: OnceLock::new(),
        })
    }

    /// The id of the newest commit, with those where a shallow clone begins: as long as it is the
    /// same, so is what history says of the newest commit's files.
    pub fn state(&self) -> String {
        let boundary = local(&self.shared).shallow_commits().ok().flatten();
        let boundary = boundary.iter().flat_map(|commits| commits.iter());
        let ids = boundary.map(|id| format!(" {id}"));
        std::iter::once(self.head.to_string()).chain(ids).collect()
    }

    /// For each file of today's commit below `under`, the newest commit that changed it. Files
    /// that changed last before a shallow clone begins are left out.
    ///
    /// # Errors
    /// A missing or damaged object.
    pub fn last_commits(&self, under: &str) -> anyhow::Result<BTreeMap<String, Commit>> {
        let log = self.log().map_err(|error| anyhow!("{error}"))?;
        let repository = local(&self.shared);
        let inside = |path: &str| {
            let below = path.strip_prefix(under.trim_end_matches('/'));
            under.is_empty() || below.is_some_and(|below| below.starts_with('/'))
        };
        let mut commits = BTreeMap::new();
        for (path, touches) in log.files().filter(|(path, _)| inside(path)) {
            let newest = touches.first().filter(|touch| touch.new.is_some());
            if let Some(touch) = newest {
                let commit = read_commit(&repository, log.commits[touch.place].id, touch.place)?;
                commits.insert(path.to_owned(), commit);
            }
        }
        Ok(commits)
    }

    /// The commits that changed a file since a commit, newest first. A rename ends them.
    ///
    /// # Errors
    /// A commit that is not there, a missing or damaged object.
    pub fn commits_since(&self, path: &str, commit: &str) -> anyhow::Result<Vec<Commit>> {
        let log = self.log().map_err(|error| anyhow!("{error}"))?;
        let repository = local(&self.shared);
        let id = self.resolve(&repository, commit)?;
        let place = log.place(id, seconds(&repository, id));
        let newer = log
            .touches(path)
            .iter()
            .take_while(|touch| touch.place < place);
        newer
            .map(|touch| read_commit(&repository, log.commits[touch.place].id, touch.place))
            .collect()
    }

    /// A file as it was at a commit or other revision (`main`, `v1.2`, `HEAD~3`); none where the
    /// commit does not have it.
    ///
    /// # Errors
    /// A revision that is not there, a missing or damaged object.
    pub fn blob_at(&self, revision: &str, path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        let repository = local(&self.shared);
        let commit = self.resolve(&repository, revision)?;
        let Some(path) = normalize(path) else {
            return Ok(None);
        };
        let read = || {
            let mut trees = Trees::new(&repository);
            let Some(tree) = trees.folder(commit, &self.folder)? else {
                return Ok(None);
            };
            let Some(blob) = trees.file(tree, &path)? else {
                return Ok(None);
            };
            Ok(Some(repository.find_blob(blob)?.take_data()))
        };
        read().map_err(|error: gix::Error| anyhow!("cannot read `{path}` at `{revision}`: {error}"))
    }

    /// Every file at a commit or other revision, with the id of its content, as
    /// [`blob_ids`] gives it for a file on disk.
    ///
    /// # Errors
    /// A revision that is not there, a missing or damaged object.
    pub fn files_at(&self, revision: &str) -> anyhow::Result<BTreeMap<String, String>> {
        let repository = local(&self.shared);
        let commit = self.resolve(&repository, revision)?;
        let list = || {
            let mut trees = Trees::new(&repository);
            let Some(tree) = trees.folder(commit, &self.folder)? else {
                return Ok(BTreeMap::new());
            };
            trees.files(tree)
        };
        let files =
            list().map_err(|error: gix::Error| anyhow!("cannot read `{revision}`: {error}"))?;
        Ok(files
            .into_iter()
            .map(|(path, id)| (path, id.to_string()))
            .collect())
    }

    /// Reads history once, and only if a question needs it.
    pub(super) fn log(&self) -> Result<&Log, &str> {
        let read =
            || Log::read(&self.shared, self.head, &self.folder).map_err(|error| error.to_string());
        self.log.get_or_init(read).as_ref().map_err(String::as_str)
    }

    pub(super) fn resolve(
        &self,
        repository: &Repository,
        revision: &str,
    ) -> anyhow::Result<ObjectId> {
        let find = || {
            repository
                .rev_parse_single(revision)?
                .object()?
                .peel_to_commit()
        };
        match find() {
            Ok(commit) => Ok(commit.id),
            Err(error) if repository.is_shallow().unwrap_or(false) => {
                bail!("the clone is shallow and has no `{revision}`: {error}")
            }
            Err(error) => bail!("the repository has no `{revision}`: {error}"),
        }
    }
}

/// The ids that git gives to a file's bytes: as they are, and with the line ends that it stores when
/// it converts them.
pub fn blob_ids(bytes: &[u8]) -> impl Iterator<Item = String> {
    let id = |bytes: &[u8]| {
        let hash = gix::objs::compute_hash(gix::hash::Kind::Sha1, gix::objs::Kind::Blob, bytes);
        hash.ok().map(|hash| hash.to_string())
    };
    let returns = memchr::memchr(b'\r', bytes);
    let converted = returns.into_iter();
    let converted = converted.map(move |_| id(&without_carriage_returns(bytes)));
    let written = std::iter::once_with(move || id(bytes));
    written.chain(converted).flatten()
}

fn without_carriage_returns(bytes: &[u8]) -> Vec<u8> {
    let before_newline = |at: usize| bytes.get(at + 1) == Some(&b'\n');
    let kept = bytes
        .iter()
        .enumerate()
        .filter(|(at, byte)| **byte != b'\r' || !before_newline(*at));
    kept.map(|(_, byte)| *byte).collect()
}

/// Seconds since 1970 of a commit; 0 where it does not say.
pub(super) fn seconds(repository: &Repository, id: ObjectId) -> i64 {
    let time = repository.find_commit(id).and_then(|commit| commit.time());
    time.map_or(0, |time| time.seconds)
}

fn read_commit(repository: &Repository, id: ObjectId, place: usize) -> anyhow::Result<Commit> {
    let read = || {
        let commit = repository.find_commit(id)?;
        let time = commit.time()?;
        let summary = commit.message()?.summary().to_string();
        Ok(Commit {
            id: id.to_string(),
            date: date(time.seconds, time.offset),
            place,
            summary,
        })
    };
    read().map_err(|error: gix::Error| anyhow!("cannot read commit `{id}`: {error}"))
}

fn date(seconds: i64, offset: i32) -> Date {
    let offset = Offset::from_seconds(offset).unwrap_or(Offset::UTC);
    let time = Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
    offset.to_datetime(time).date()
}

fn within(repository: &Repository, folder: &Utf8Path) -> anyhow::Result<String> {
    let Some(top) = repository.workdir() else {
        return Ok(String::new());
    };
    let top = Utf8PathBuf::from_path_buf(top.canonicalize()?)
        .map_err(|path| anyhow!("`{}` is not UTF-8", path.display()))?;
    let below = folder.strip_prefix(&top)?;
    let parts: Vec<&str> = below.components().map(|part| part.as_str()).collect();
    Ok(parts.join("/"))
}
