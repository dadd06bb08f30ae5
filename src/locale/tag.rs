//! A language tag in canonical case, the key under which every translation is kept.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unic_langid::{CharacterDirection, LanguageIdentifier};

/// A BCP 47 language tag (RFC 5646) in canonical case, such as `fr-FR` or `zh-Hant-TW`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale(LanguageIdentifier);

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// As Latin and most scripts are.
    LeftToRight,
    /// As Arabic and Hebrew are.
    RightToLeft,
}

impl Locale {
    /// Reads a tag in any letter case, with `-` or `_`. `None` where it is no tag, or names a
    /// language by more than three letters (CLDR has none, folders such as `images` have).
    pub fn parse(tag: &str) -> Option<Self> {
        let id: LanguageIdentifier = tag.parse().ok()?;
        let letters = id.language.as_str();
        (letters.len() <= 3 && letters != "und").then_some(Self(id))
    }

    /// English, which every text of the program is there in.
    pub fn english() -> Self {
        Self::parse("en").expect("`en` is a language tag")
    }

    /// The canonical tag, `fr-FR`.
    pub fn tag(&self) -> String {
        self.0.to_string()
    }

    /// The tag as it stands in addresses, `fr-fr`.
    pub fn address(&self) -> String {
        let mut address = String::new();
        self.address_onto(&mut address);
        address
    }

    /// The same behind what is there: every link has one.
    pub fn address_onto(&self, address: &mut String) {
        let start = address.len();
        let script = self.0.script.as_ref().map(|script| script.as_str());
        let variants = self.0.variants().map(|variant| variant.as_str());
        address.push_str(self.language());
        for subtag in script.into_iter().chain(self.region()).chain(variants) {
            address.push('-');
            address.push_str(subtag);
        }
        address[start..].make_ascii_lowercase();
    }

    /// The language alone, `fr`.
    pub fn language(&self) -> &str {
        self.0.language.as_str()
    }

    /// The region, `FR`, where the tag has one.
    pub fn region(&self) -> Option<&str> {
        self.0.region.as_ref().map(|region| region.as_str())
    }

    /// The same language without region and variants: `zh-Hant` of `zh-Hant-TW`.
    pub fn without_region(&self) -> Self {
        Self(LanguageIdentifier::from_parts(
            self.0.language,
            self.0.script,
            None,
            &[],
        ))
    }

    /// The language, with its script where that is not the one that the language is mostly
    /// written in (CLDR's likely subtags): `zh-Hant` of `zh-TW`, `fr` of `fr-CA`.
    pub fn with_own_script(&self) -> Self {
        let expander = icu::locale::LocaleExpander::new_common();
        let script = |locale: &Self| {
            let mut id = locale.icu().id;
            expander.maximize(&mut id);
            id.script.map(|script| script.as_str().to_owned())
        };
        let bare = Self(LanguageIdentifier::from_parts(
            self.0.language,
            None,
            None,
            &[],
        ));
        match script(self) {
            Some(own) if script(&bare).as_ref() != Some(&own) => {
                Self::parse(&format!("{}-{own}", self.language())).unwrap_or(bare)
            }
            _ => bare,
        }
    }

    /// From the tag itself to the bare language, nearest first: `zh-Hant-TW`, `zh-Hant`, `zh`.
    pub fn ancestors(&self) -> Vec<Self> {
        let bare = Self(LanguageIdentifier::from_parts(
            self.0.language,
            None,
            None,
            &[],
        ));
        let mut chain = vec![self.clone(), self.without_region(), bare];
        chain.dedup();
        chain
    }

    /// Which way it is written.
    pub fn direction(&self) -> Direction {
        match self.0.character_direction() {
            CharacterDirection::RTL => Direction::RightToLeft,
            CharacterDirection::LTR | CharacterDirection::TTB => Direction::LeftToRight,
        }
    }

    /// The tag as fluent and its plural rules take it.
    pub fn identifier(&self) -> &LanguageIdentifier {
        &self.0
    }

    /// The tag as ICU4X takes it.
    pub(crate) fn icu(&self) -> icu::locale::Locale {
        icu::locale::Locale::try_from_str(&self.tag()).unwrap_or(icu::locale::Locale::UNKNOWN)
    }
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub fn html(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl Serialize for Locale {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Locale {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let tag = String::deserialize(input)?;
        Self::parse(&tag).ok_or_else(|| {
            serde::de::Error::custom(format!("`{tag}` is no language tag such as `fr-FR`"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn an_address_is_the_tag_in_small_letters() {
        for tag in [
            "fr",
            "fr-FR",
            "es-419",
            "zh-Hant-TW",
            "sr-Latn",
            "ca-ES-valencia",
            "de-CH-1901",
        ] {
            let locale = Locale::parse(tag).expect("a tag");
            assert_eq!(locale.tag(), tag);
            assert_eq!(locale.address(), tag.to_lowercase());
        }
    }
}
