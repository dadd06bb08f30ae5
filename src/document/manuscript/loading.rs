//! Reads a page and every fragment it includes.

use std::sync::Arc;

use crate::document::construct::{self, Construct, include};
use crate::document::manuscript::{Dialect, Fragments, Part, cuts, dollars, mask};
use crate::path::SourcePath;
use crate::source::Source;

/// What was read so far.
pub struct Loading<'a> {
    fragments: &'a dyn Fragments,
    dialect: &'a Dialect,
    /// The page, then the fragments that were loaded.
    pub parts: Vec<Part>,
}

impl<'a> Loading<'a> {
    /// Begins with nothing loaded.
    pub fn new(fragments: &'a dyn Fragments, dialect: &'a Dialect) -> Self {
        Self {
            fragments,
            dialect,
            parts: Vec::new(),
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
        let (masked, dollar) = dollars::hide(masked);
        let index = self.parts.len();
        self.parts.push(Part {
            source: source.clone(),
            masked,
            dollar,
            cuts,
            constructs: Vec::new(),
        });
        open.push(source.path.clone());
        let constructs = found
            .into_iter()
            .map(|(range, construct)| (range, self.resolve(&source, construct, open)));
        let constructs = constructs.collect();
        open.pop();
        self.parts[index].constructs = constructs;
        index
    }

    /// Reads the fragment that an include names. What keeps it from being read is told only where
    /// Markdown finds the include to be one: it may stand in code.
    fn resolve(
        &mut self,
        source: &Source,
        construct: Construct,
        open: &mut Vec<SourcePath>,
    ) -> Construct {
        if let Construct::Sample(sample) = &construct {
            // Its text is only taken when the page is made, but the page is made from it.
            self.fragments.fragment(&source.path, &sample.target);
        }
        let Construct::Include(mut found) = construct else {
            return construct;
        };
        let limits = &self.dialect.limits;
        let full = open.len() > limits.include_depth || self.parts.len() > limits.includes;
        found.part = match self.fragments.fragment(&source.path, &found.target) {
            Some(fragment) if open.contains(&fragment.path) => Err(include::cycle(&found.target)),
            Some(_) if full => Err(include::too_deep(&found.target)),
            Some(fragment) => {
                let body = include::body(&fragment.text);
                Ok(self.part(fragment, body, open))
            }
            None => Err(include::missing(&found.target)),
        };
        Construct::Include(found)
    }
}
