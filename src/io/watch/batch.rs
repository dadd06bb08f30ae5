//! Changes that belong together, and when it is time to tell of them.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use crate::path::SourcePath;

/// A quiet time after which what was written has come in whole: a rename or a second file of the
/// same save follows within this.
const QUIET: Duration = Duration::from_millis(3);

/// The same where a file is still open. Systems that never tell of its end are waited for this
/// long; an editor that writes slower is told of twice.
const QUIET_WHILE_OPEN: Duration = Duration::from_millis(25);

/// However much comes in, this long after the first change it is told of.
const LONGEST: Duration = Duration::from_millis(100);

/// Files that changed since the last were told of.
#[derive(Debug, Default)]
pub struct Batch {
    changed: BTreeSet<String>,
    open: BTreeSet<String>,
    /// When the first and the last change came.
    span: Option<(Instant, Instant)>,
}

impl Batch {
    /// A file that is being written.
    pub fn open(&mut self, path: &str) {
        self.open.insert(path.to_owned());
        self.touch();
    }

    /// A file that changed and can be read.
    pub fn close(&mut self, path: &str) {
        self.open.remove(path);
        self.changed.insert(path.to_owned());
        self.touch();
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.span.is_none()
    }

    /// When to tell, unless more comes in.
    pub fn due(&self) -> Option<Instant> {
        let (first, last) = self.span?;
        let quiet = if self.open.is_empty() {
            QUIET
        } else {
            QUIET_WHILE_OPEN
        };
        Some((last + quiet).min(first + LONGEST))
    }

    /// Whether it is time to tell.
    pub fn is_due(&self, now: Instant) -> bool {
        self.due().is_some_and(|due| due <= now)
    }

    /// Sorted by path.
    pub fn into_paths(mut self) -> Vec<SourcePath> {
        self.changed.append(&mut self.open);
        self.changed
            .iter()
            .map(|path| SourcePath::new(path))
            .collect()
    }

    fn touch(&mut self) {
        let now = Instant::now();
        self.span = Some((self.span.map_or(now, |(first, _)| first), now));
    }
}
