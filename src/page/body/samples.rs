//! Parts of files, shown as code.

use crate::document::construct::code::{MISSING, Sample};
use crate::document::manuscript::Placed;
use crate::page::body::code::Block;
use crate::page::body::writer::Writer;

impl Writer<'_> {
    /// Writes a part of a file as code.
    pub fn sample(&mut self, sample: &Sample, placed: &Placed<'_>) {
        let source = self.manuscript.source(placed);
        let file = self
            .setting
            .resolve
            .code_sample(&source.path, &sample.target);
        let text = file.as_deref().and_then(|file| sample.cut(file));
        if text.is_none() {
            let what = if file.is_some() { "part" } else { "file" };
            let message = format!(
                "the {what} of the code sample `{}` is not there",
                sample.target
            );
            let finding = MISSING.at(&source.path, source.span(placed.range.clone()), message);
            self.findings
                .push(finding.help("mend the path, or add what it names"));
        }
        let Some(text) = text.or(file.map(|_| String::new())) else {
            return;
        };
        self.write_code(&Block {
            language: sample.language().to_owned(),
            text,
            marked: sample.highlight.clone(),
            interactive: sample.interactive.clone(),
        });
    }
}
