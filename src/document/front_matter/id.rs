//! `document_id`: a path that is part of the document's address.

use crate::limits::PATH_BYTES;
use crate::path::plain;

/// The id as addresses have it; none where what is written cannot be part of one.
pub fn read(written: &str) -> Option<&str> {
    let id = written.trim().trim_matches('/');
    (!id.is_empty() && id.len() <= PATH_BYTES.most && plain(id) == id).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_an_id_and_what_leads_elsewhere_is_none() {
        assert_eq!(read("/guides/start/"), Some("guides/start"));
        for written in [
            "", "/", "..", "../x", "a/../b", "a//b", "./a", "a\\b", "a\0", "a\nb",
        ] {
            assert_eq!(read(written), None, "{written:?}");
        }
        assert_eq!(read(&"x".repeat(256)), None);
        assert_eq!(read(&"x/".repeat(600)), None);
    }
}
