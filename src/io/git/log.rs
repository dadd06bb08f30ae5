//! One pass over history: which commit changed which file, for all files of a folder at once.

use gix::revision::walk::Sorting;
use gix::traverse::commit::simple::CommitTimeOrder;
use gix::{ObjectId, Repository, ThreadSafeRepository};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::io::git::tree::{Change, Trees};

/// Commits that one thread takes at once: enough that neighbours share their trees.
const STRETCH: usize = 512;

/// The history of a folder, newest commit first.
#[derive(Debug)]
pub struct Log {
    /// Newest first.
    pub commits: Vec<Step>,
    /// For each path the commits that changed it, newest first.
    touched: FxHashMap<String, Vec<Touch>>,
    places: FxHashMap<ObjectId, usize>,
    /// Whether history goes on where the clone ends.
    pub shallow: Option<Cut>,
}

/// The clone ends before history does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut;

/// A commit and those it follows.
#[derive(Clone, Debug)]
pub struct Step {
    /// The commit.
    pub id: ObjectId,
    /// None at the beginning, several for a merge.
    pub parents: Vec<ObjectId>,
    /// Seconds since 1970.
    pub seconds: i64,
}

/// A change of one file.
#[derive(Clone, Copy, Debug)]
pub struct Touch {
    /// Which of [`Log::commits`] made it.
    pub place: usize,
    /// The content before; none where the file is new.
    pub old: Option<ObjectId>,
    /// The content after; none where the file was removed.
    pub new: Option<ObjectId>,
}

impl Log {
    /// Walks from `head` to the beginning.
    ///
    /// # Errors
    /// A missing or damaged object.
    pub fn read(shared: &ThreadSafeRepository, head: ObjectId, folder: &str) -> gix::Result<Self> {
        let repository = local(shared);
        let boundary = boundary(&repository)?;
        let commits = walk(&repository, head)?;
        let mut changes = parallel(shared, &commits, |repository, stretch| {
            let mut trees = Trees::new(repository);
            let whole = stretch.iter().filter(|step| !boundary.contains(&step.id));
            whole
                .map(|step| Ok((step.id, changes(&mut trees, step, folder)?)))
                .collect()
        })?;
        let mut touched: FxHashMap<String, Vec<Touch>> = FxHashMap::default();
        for (place, step) in commits.iter().enumerate() {
            for Change { path, old, new } in changes.remove(&step.id).unwrap_or_default() {
                touched
                    .entry(path)
                    .or_default()
                    .push(Touch { place, old, new });
            }
        }
        let places = commits
            .iter()
            .enumerate()
            .map(|(place, step)| (step.id, place))
            .collect();
        let shallow = (!boundary.is_empty()).then_some(Cut);
        Ok(Self {
            commits,
            touched,
            places,
            shallow,
        })
    }

    /// The commits that changed a file, newest first.
    pub fn touches(&self, path: &str) -> &[Touch] {
        self.touched.get(path).map_or(&[], Vec::as_slice)
    }

    /// Every file that history knows, with the commits that changed it.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[Touch])> {
        self.touched
            .iter()
            .map(|(path, touches)| (path.as_str(), touches.as_slice()))
    }

    /// How many commits are newer than this one. A commit that is no ancestor, such as one of a
    /// branch that was squashed, stands where its time puts it.
    pub fn place(&self, commit: ObjectId, seconds: i64) -> usize {
        let by_time = || self.commits.partition_point(|step| step.seconds > seconds);
        self.places.get(&commit).copied().unwrap_or_else(by_time)
    }
}

/// What a commit changed below `folder`. Of a merge, what it has like none of its parents.
///
/// # Errors
/// A missing or damaged object.
pub fn changes(trees: &mut Trees<'_>, step: &Step, folder: &str) -> gix::Result<Vec<Change>> {
    let new = trees.folder(step.id, folder)?;
    let first = match step.parents.first() {
        Some(parent) => trees.folder(*parent, folder)?,
        None => None,
    };
    let mut changes = trees.changes(first, new)?;
    for parent in step.parents.iter().skip(1) {
        let Some(tree) = trees.folder(*parent, folder)? else {
            continue;
        };
        let mut own = Vec::new();
        for change in changes {
            if trees.file(tree, &change.path)? != change.new {
                own.push(change);
            }
        }
        changes = own;
    }
    Ok(changes)
}

/// Runs over stretches of history on all cores. Not on rayon's threads: one of those that waited
/// for this could be given another question that waits for it.
fn parallel<T: Send>(
    shared: &ThreadSafeRepository,
    commits: &[Step],
    work: impl Fn(&Repository, &[Step]) -> gix::Result<Vec<(ObjectId, T)>> + Sync,
) -> gix::Result<FxHashMap<ObjectId, T>> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let run = |first: usize| {
        let repository = local(shared);
        let stretches = commits.chunks(STRETCH).skip(first).step_by(threads);
        let done: gix::Result<Vec<Vec<_>>> =
            stretches.map(|part| work(&repository, part)).collect();
        done
    };
    let run = &run;
    let results: Vec<gix::Result<Vec<Vec<_>>>> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads)
            .map(|first| scope.spawn(move || run(first)))
            .collect();
        running
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    });
    let mut all = FxHashMap::default();
    for result in results {
        all.extend(result?.into_iter().flatten());
    }
    Ok(all)
}

/// A handle for one thread. Trees are small and delta chains long, so remembering what was
/// unpacked on the way saves most of the work.
pub fn local(shared: &ThreadSafeRepository) -> Repository {
    let mut repository = shared.to_thread_local();
    repository.object_cache_size_if_unset(32 << 20);
    repository
}

fn walk(repository: &Repository, head: ObjectId) -> gix::Result<Vec<Step>> {
    let newest_first = Sorting::ByCommitTime(CommitTimeOrder::NewestFirst);
    let mut steps = Vec::new();
    for info in repository.rev_walk([head]).sorting(newest_first).all()? {
        let info = info?;
        steps.push(Step {
            id: info.id,
            parents: info.parent_ids.to_vec(),
            seconds: info.commit_time.unwrap_or(0),
        });
    }
    Ok(steps)
}

/// Commits whose parents a shallow clone lacks: all their files would look new.
fn boundary(repository: &Repository) -> gix::Result<FxHashSet<ObjectId>> {
    let commits = repository.shallow_commits()?;
    Ok(commits
        .iter()
        .flat_map(|commits| commits.iter().copied())
        .collect())
}
