//! In which language the program speaks to whoever runs it.

use crate::locale::tag::Locale;
use crate::messages::{Messages, built_in};

/// The words of the program in the language of the environment, or English.
pub fn words() -> Messages {
    Messages::of_program(&of(|name| std::env::var(name).ok()))
}

/// The language that the environment asks for, as POSIX reads it (Base Definitions, section 8.2):
/// the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and not empty.
fn of(variable: impl Fn(&str) -> Option<String>) -> Locale {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = names
        .into_iter()
        .filter_map(variable)
        .find(|value| !value.is_empty());
    let tag = set.unwrap_or_default();
    let tag = tag.split(['.', '@']).next().unwrap_or_default();
    let spoken = |locale: &Locale| built_in::speaks(locale);
    let own = Locale::parse(tag).filter(spoken);
    own.unwrap_or_else(Locale::english)
}

#[cfg(test)]
mod tests {
    use super::of;

    fn tag(variables: &[(&str, &str)]) -> String {
        let find = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        of(find).tag()
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        assert_eq!(tag(&[("LANG", "fr_FR.UTF-8")]), "fr-FR");
        assert_eq!(tag(&[("LC_ALL", ""), ("LANG", "nl_BE@euro")]), "nl-BE");
        assert_eq!(tag(&[("LC_MESSAGES", "sv"), ("LANG", "fr_FR")]), "sv");
        assert_eq!(tag(&[("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")]), "en");
    }

    #[test]
    fn a_language_without_words_is_answered_in_english() {
        assert_eq!(tag(&[("LANG", "de_DE.UTF-8")]), "en");
        assert_eq!(tag(&[]), "en");
    }
}
