//! Reads a page and every fragment it includes.

use std::ops::Range;
use std::sync::Arc;

use crate::document::construct::{self, Construct, include};
use crate::document::manuscript::{Dialect, Fragments, Part, cuts, mask};
use crate::finding::Finding;
use crate::path::SourcePath;
use crate::source::Source;

/// What was read so far.
pub struct Loading<'a> {
    fragments: &'a dyn Fragments,
    dialect: &'a Dialect,
    pub parts: Vec<Part>,
    pub findings: Vec<Finding>,
}

impl<'a> Loading<'a> {
    pub fn new(fragments: &'a dyn Fragments, dialect: &'a Dialect) -> Self {
        Self {
            fragments,
            dialect,
            parts: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// Reads a file and what it includes; answers its index. `open` are the files being read.
    pub fn part(&mut self, source: Arc<Source>, body: usize, open: &mut Vec<SourcePath>) -> usize {
        let text = mask::blank_front_matter(&source.text, body);
        let text = mask::limit_nesting(text, self.dialect.limits.nesting);
        let (text, cuts) = cuts::dedent(text);
        let found = construct::find(&text, self.dialect);
        let masked = if found.is_empty() {
            text.into_owned()
        } else {
            mask::mask(&text, &found)
        };
        let index = self.parts.len();
        self.parts.push(Part {
            source: source.clone(),
            masked,
            cuts: cuts.clone(),
            constructs: Vec::new(),
        });
        open.push(source.path.clone());
        let constructs = found.into_iter().map(|(range, construct)| {
            let span = cuts.source(range.clone());
            let construct = self.resolve(&source, &span, construct, open);
            (range, construct)
        });
        let constructs = constructs.collect();
        open.pop();
        self.parts[index].constructs = constructs;
        index
    }

    fn resolve(
        &mut self,
        source: &Source,
        range: &Range<usize>,
        construct: Construct,
        open: &mut Vec<SourcePath>,
    ) -> Construct {
        let span = source.span(range.clone());
        match construct {
            Construct::Include(mut found) => {
                let fragment = self.fragments.fragment(&source.path, &found.target);
                let full = open.len() > self.dialect.limits.include_depth
                    || self.parts.len() > self.dialect.limits.includes;
                match fragment {
                    Some(fragment) if open.contains(&fragment.path) => {
                        self.findings
                            .push(include::cycle(source, span, &found.target));
                    }
                    Some(_) if full => {
                        self.findings
                            .push(include::too_deep(source, span, &found.target));
                    }
                    Some(fragment) => {
                        let body = include::body(&fragment.text);
                        found.part = Some(self.part(fragment, body, open));
                    }
                    None => self
                        .findings
                        .push(include::missing(source, span, &found.target)),
                }
                Construct::Include(found)
            }
            other => other,
        }
    }
}
