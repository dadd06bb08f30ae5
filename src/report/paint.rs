//! Colour on a terminal, or none.

use std::fmt::Display;

use annotate_snippets::renderer::{AnsiColor, Effects, Style};

use crate::finding::Level;

/// Whether a report may use the terminal's colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Text alone.
    Plain,
    /// Text and escape sequences (ECMA-48, section 8.3.117).
    Colour,
}

/// What a word means; the palette follows from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing said about it.
    #[default]
    Normal,
    /// Titles.
    Strong,
    /// What only holds the rest together.
    Faint,
    /// As it should be, or newly there.
    Good,
    /// Has to change.
    Bad,
    /// Should be looked at.
    Doubtful,
    /// Good to know.
    Known,
    /// Was here and is no more.
    Gone,
}

impl Paint {
    /// The text in its tone, reset behind it; as it is without colours. The text must be
    /// [harmless](crate::report::terminal::harmless).
    pub fn tint(self, tone: Tone, text: impl Display) -> String {
        let style = tone.style();
        match self {
            Self::Plain => text.to_string(),
            Self::Colour => format!("{style}{text}{style:#}"),
        }
    }
}

impl Tone {
    /// The tone of a finding's level.
    pub fn of(level: Level) -> Self {
        match level {
            Level::Deny => Self::Bad,
            Level::Warn => Self::Doubtful,
            Level::Note => Self::Known,
            Level::Allow => Self::Faint,
        }
    }

    pub(super) fn style(self) -> Style {
        match self {
            Self::Normal => Style::new(),
            Self::Strong => Style::new().effects(Effects::BOLD),
            Self::Faint => Style::new().effects(Effects::DIMMED),
            Self::Good => AnsiColor::Green.on_default(),
            Self::Bad => AnsiColor::BrightRed.on_default(),
            Self::Doubtful => AnsiColor::Yellow.on_default(),
            Self::Known => AnsiColor::Cyan.on_default(),
            Self::Gone => AnsiColor::BrightRed
                .on_default()
                .effects(Effects::STRIKETHROUGH),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Paint, Tone};

    #[test]
    fn plain_text_has_no_escapes() {
        assert_eq!(Paint::Plain.tint(Tone::Bad, "late"), "late");
    }

    #[test]
    fn colour_ends_behind_its_text() {
        assert_eq!(
            Paint::Colour.tint(Tone::Good, "done"),
            "\u{1b}[32mdone\u{1b}[0m"
        );
        assert_eq!(Paint::Colour.tint(Tone::Normal, "done"), "done");
    }
}
