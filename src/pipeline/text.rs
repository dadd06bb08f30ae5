//! A text on its own, without a site around it.

use std::sync::Arc;

use crate::check::align::{Pair, Side, align};
use crate::config::Config;
use crate::document::front_matter::{FrontMatter, Keys};
use crate::document::manuscript::{Manuscript, NoFragments};
use crate::document::outline::Section;
use crate::document::reading::{self, Reading};
use crate::path::SourcePath;
use crate::pipeline::project::dialect;
use crate::source::Source;

/// A text, read into its sections. Fragments that it includes are left out.
pub struct Text(Reading);

impl Text {
    /// Reads Markdown, with or without front matter.
    pub fn read(markdown: &str, config: &Config) -> Self {
        let source = Source::new(&SourcePath::new("text.md"), markdown.to_owned());
        let keys = Keys {
            dates: &config.dates.keys,
            stamps: &config.stamps,
        };
        let body = FrontMatter::read(&source, keys).value.body;
        let dialect = dialect(config);
        let manuscript = Manuscript::read(Arc::new(source), body, &NoFragments, &dialect);
        Self(reading::read(&manuscript, &manuscript.pieces()))
    }

    /// Its sections in order.
    pub fn sections(&self) -> &[Section] {
        &self.0.sections
    }

    /// Pairs its sections, as those of the reference, with those of a translation. What survives
    /// translation decides: links, code, numbers, dates, the order of things.
    pub fn pair(&self, translation: &Self) -> Vec<Pair> {
        align(&self.sides(), &translation.sides())
    }

    /// The sections with their shapes; the first shape is of what stands before the first heading.
    fn sides(&self) -> Vec<Side<'_>> {
        let sections = self.0.sections.iter().zip(self.0.shapes.iter().skip(1));
        let side = |(section, shape)| {
            let section: &Section = section;
            Side {
                anchor: &section.anchor,
                title: &section.title,
                shape,
            }
        };
        sections.map(side).collect()
    }
}
