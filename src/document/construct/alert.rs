//! `> [!NOTE]`: a block quote, or a part of one, that begins with the name of an alert.

use std::ops::Range;

use crate::document::construct::{self, Construct, Container, Problem, bang};
use crate::document::manuscript::Dialect;
use crate::finding::{Level, Rule};

/// The five kinds, named as messages name their titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Alert {
    /// `[!NOTE]`
    Note,
    /// `[!TIP]`
    Tip,
    /// `[!IMPORTANT]`
    Important,
    /// `[!WARNING]`
    Warning,
    /// `[!CAUTION]`
    Caution,
}

/// `markdown/unknown-alert`: a quote marked as an alert of no known kind.
pub static UNKNOWN: Rule = Rule {
    code: "markdown/unknown-alert",
    level: Level::Warn,
    summary: "a quote marked as an alert of no known kind",
    explanation: "\
A quote begins with a marker such as `[!NOTE]`, but the word in it is none of `NOTE`, `TIP`,
`IMPORTANT`, `WARNING` and `CAUTION`. Translators sometimes translate the marker, and tools for
languages that are written from right to left turn it around.

```markdown
> [!REMARQUE]
> Le mot du marqueur a été traduit.
```

Where the word is the title of an alert in one of the site's languages, the quote is shown as that
alert; else it stands as written. Write the English word: the title that readers see is always in
their own language.
",
};

impl Alert {
    /// Reads the word of a marker in any letter case.
    pub fn parse(word: &str) -> Option<Self> {
        match word.to_ascii_lowercase().as_str() {
            "note" => Some(Self::Note),
            "tip" => Some(Self::Tip),
            "important" => Some(Self::Important),
            "warning" => Some(Self::Warning),
            "caution" => Some(Self::Caution),
            _ => None,
        }
    }

    /// Its name in classes and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }
}

/// Reads `[!NOTE]` at the beginning of a line of a quote.
pub fn read(start: usize, line: &str, dialect: &Dialect) -> Option<(Range<usize>, Construct)> {
    let close = line.find(']')?;
    let word = line[2..close]
        .trim()
        .trim_end_matches([':', '：'])
        .trim_end();
    let construct = known(word, dialect).or_else(|| unknown(word, &line[close + 1..]))?;
    Some((start..start + close + 1, construct))
}

/// Reads `[NOTE!]`, as tools for right-to-left languages leave it, from its `!`.
pub fn read_swapped(text: &str, at: usize, dialect: &Dialect) -> Option<(Range<usize>, Construct)> {
    let before = construct::line_before(text, at)?;
    let open = at - before.len() + before.rfind('[')?;
    let quoted = bang::is_quoted(text, open);
    let construct = known(text[open + 1..at].trim(), dialect).filter(|_| quoted)?;
    Some((open..at + 2, construct))
}

fn known(word: &str, dialect: &Dialect) -> Option<Construct> {
    let titled = || dialect.alerts.get(&word.to_lowercase()).copied();
    let alert = Alert::parse(word).or_else(titled)?;
    Some(Construct::Section(Container::Alert(alert)))
}

/// A marker of no known kind, where it is not the beginning of a sentence.
fn unknown(word: &str, after: &str) -> Option<Construct> {
    let named = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == ' ');
    (named && after.trim().is_empty()).then(|| {
        Construct::Broken(Problem {
            rule: &UNKNOWN,
            message: format!("`{word}` is no kind of alert"),
            help: "write `NOTE`, `TIP`, `IMPORTANT`, `WARNING` or `CAUTION`",
        })
    })
}

/// Tells of a marker whose word is not the English one.
pub fn translated(alert: Alert, written: &str) -> Option<Problem> {
    let inner = written.trim_matches(|c: char| matches!(c, '[' | ']' | '!' | ':') || c == ' ');
    let swapped = !written.starts_with("[!");
    (swapped || Alert::parse(inner).is_none()).then(|| Problem {
        rule: &UNKNOWN,
        message: format!(
            "`{written}` is read as `[!{}]`",
            alert.name().to_uppercase()
        ),
        help: "write the English word after `[!`: readers see its title in their language",
    })
}
