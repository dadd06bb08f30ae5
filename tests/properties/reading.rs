//! Whatever a page holds is read and written, and nothing of it runs.

use proptest::prelude::{any, proptest};
use proptest::sample::select;

use crate::properties::texts;
use crate::seeds::cases;
use crate::subjects;

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn front_matter_is_read_whatever_it_holds(front in texts::front(), text in texts::any_text()) {
        subjects::front_matter(&format!("{front}{text}"));
        subjects::front_matter(&text);
    }

    #[test]
    fn yaml_and_words_are_read_or_refused(front in texts::front(), text in texts::any_text()) {
        subjects::settings(&text);
        subjects::settings(front.trim_matches('-'));
    }

    #[test]
    fn what_the_preview_lets_in_stays_in_the_site(
        raw in "/([a.%/\\\\:; ]|%2[eEfF]|%5[cC]|%25|%00|\\.\\.|//|\\PC){0,12}",
        any in texts::any_text(),
    ) {
        subjects::address(&raw);
        subjects::address(&format!("/{any}"));
    }
}

proptest! {
    #![proptest_config(cases(20000))]

    #[test]
    fn a_page_becomes_html_in_which_nothing_runs(text in texts::learn()) {
        subjects::markdown(&text);
    }

    #[test]
    fn any_text_becomes_html_in_which_nothing_runs(text in texts::any_text()) {
        subjects::markdown(&text);
    }

    #[test]
    fn dates_are_the_same_however_letters_are_stored(
        text in texts::learn(),
        language in select(&subjects::LANGUAGES[..]),
    ) {
        subjects::dates(&text, language);
    }

    #[test]
    fn numbers_and_letters_of_any_kind_are_looked_through_for_dates(
        text in "([0-9]{1,4}[./ -]?|[٠-٩]{1,4}|[一二三十年月日]|[a-zéèàüößşığ]{1,9}[ .,]|Q[1-4] |\\PC){0,25}",
        language in select(&subjects::LANGUAGES[..]),
    ) {
        subjects::dates(&text, language);
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_text_is_the_same_as_itself(a in texts::sections(), b in texts::sections(), odd in texts::learn()) {
        subjects::alignment(&a, &b);
        subjects::alignment(&odd, &a);
    }

    #[test]
    fn a_theme_is_used_or_reported(text in "(\\{\\{|\\}\\}|\\{%|%\\}|[a-z.|()\"' ]|extends|block|include|for|in|\\PC){0,40}", _seed in any::<u8>()) {
        subjects::theme(&text);
    }
}

/// What fuzzers found once.
#[test]
fn what_went_wrong_before_does_not_again() {
    subjects::markdown("[a](https://pre-comm\u{fffd}it.com)\n");
    subjects::alignment(
        "#\n <a name=\"a\">e</a>Same\n\ntext\n#\n## ;=\n## Same\n\n=).\n\n#\n",
        "",
    );
    subjects::markdown("x <img src=\"i.png\" loading=\"eager\"> y\n");
    subjects::dates("#versi\u{f3}n 2019-3", "fa-IR");
    subjects::dates("versi\u{f3}n 2019-3", "pl-PL");
}
