//! What the terminal has still to be told of.

use std::time::{Duration, Instant};

use crate::cli::preview::known::Known;
use crate::cli::preview::telling::{self, Read};
use crate::messages::Messages;
use crate::path::SourcePath;

/// What has still to be told of: it waits until all findings are known.
#[derive(Debug)]
pub struct News {
    read: Option<Read>,
    changed: Vec<SourcePath>,
    took: Duration,
}

impl News {
    /// Nothing yet but that the site was read.
    pub fn beginning(read: Read) -> Self {
        Self {
            read: Some(read),
            changed: Vec::new(),
            took: Duration::ZERO,
        }
    }

    /// Files changed, and since `start` pages were brought up to date with them.
    pub fn add(&mut self, changed: Vec<SourcePath>, start: Instant) {
        self.changed.extend(changed);
        self.changed.sort();
        self.changed.dedup();
        self.took += start.elapsed();
    }

    /// The line to tell now that all findings are known, if there is any.
    pub fn line(&mut self, known: &mut Known, words: &Messages) -> Option<String> {
        let difference = known.difference();
        let (changed, took) = (std::mem::take(&mut self.changed), self.took);
        self.took = Duration::ZERO;
        if let Some(read) = self.read.take() {
            return Some(telling::beginning(words, read, &known.levels()));
        }
        (!changed.is_empty()).then(|| telling::rebuild(words, &changed, took, &difference))
    }
}
