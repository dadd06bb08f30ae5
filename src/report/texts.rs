//! The lines that findings stand in, read when they are drawn.

use std::collections::BTreeMap;

use crate::path::SourcePath;
use crate::report;
use crate::source::Source;

/// Findings come sorted by file and speak of few others, so a handful of texts serves them all and
/// memory does not grow with the list.
const KEPT: usize = 8;

/// Reads a text once for neighbouring findings.
pub(super) struct Texts<'a> {
    read: &'a report::Read<'a>,
    kept: BTreeMap<SourcePath, Option<Source>>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(read: &'a report::Read<'a>) -> Self {
        Self {
            read,
            kept: BTreeMap::new(),
        }
    }

    /// A line, counted from 1. `None` where the file cannot be read or ends before it.
    pub(super) fn line(&mut self, file: &SourcePath, line: u32) -> Option<&str> {
        if self.kept.len() >= KEPT && !self.kept.contains_key(file) {
            self.kept.clear();
        }
        let read = || (self.read)(file).map(|text| Source::new(file, text));
        let source = self
            .kept
            .entry(file.clone())
            .or_insert_with(read)
            .as_ref()?;
        let text = if line == 0 { "" } else { source.line(line) };
        (!text.is_empty()).then_some(text)
    }
}
