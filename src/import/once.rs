//! Texts that came twice with the same bytes are taken once.

use std::collections::BTreeMap;

use crate::import::gather::Text;
use crate::import::plan::Skipped;
use crate::path::SourcePath;

/// Takes of the same bytes in one document and locale one file.
#[derive(Default)]
pub struct Once {
    /// The others, each with the file whose bytes it has.
    pub skipped: Vec<Skipped>,
}

impl Once {
    /// The paths kept; with those of the tree the file that came with the same bytes.
    pub fn keep(
        &mut self,
        texts: &[Text],
        groups: &[usize],
    ) -> BTreeMap<SourcePath, Option<Box<str>>> {
        let mut same: BTreeMap<_, Vec<&Text>> = BTreeMap::new();
        for (text, group) in texts.iter().zip(groups) {
            let revision = &text.revision;
            let key = (group, &revision.place.locale, *revision.content.as_bytes());
            same.entry(key).or_default().push(text);
        }
        let mut kept = BTreeMap::new();
        for mut same in same.into_values() {
            let path = |text: &Text| text.revision.path().clone();
            same.sort_by_key(|text| (text.revision.place.label.is_some(), path(text)));
            let (tree, handed): (Vec<&Text>, Vec<&Text>) =
                same.into_iter().partition(|text| text.drop.is_none());
            let first = handed.first().map(|text| path(text));
            if tree.is_empty() {
                kept.extend(first.clone().map(|first| (first, None)));
            }
            kept.extend(tree.iter().skip(1).map(|text| (path(text), None)));
            let again = first.as_ref().map(|first| Box::from(first.as_str()));
            kept.extend(tree.first().map(|text| (path(text), again)));
            let first = first.map_or(String::new(), |first| first.to_string());
            self.skipped
                .extend(handed.iter().skip(1).map(|text| Skipped {
                    from: text.revision.path().as_str().into(),
                    why: format!("it has the same bytes as `{first}`").into(),
                }));
        }
        kept
    }
}
