//! Two texts compared word by word are both there still.

use instep::compare::Piece::{Added, Removed, Same};
use instep::compare::words;
use instep::locale::tag::Locale;
use instep::locale::words::Words;
use proptest::prelude::{prop_assert_eq, proptest};

use crate::seeds::cases;

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn both_sides_can_be_told_from_the_pieces(
        old in "[ab ,.\n]{0,40}",
        new in "[abc ,\n]{0,40}",
    ) {
        let splitter = Words::new(&Locale::parse("en").expect("a tag"));
        let (mut left, mut right) = (String::new(), String::new());
        for piece in words(&old, &new, &|text| splitter.split(text)) {
            match piece {
                Same(text) => {
                    left += text;
                    right += text;
                }
                Removed(text) => left += text,
                Added(text) => right += text,
            }
        }
        prop_assert_eq!((left, right), (old, new));
    }
}
