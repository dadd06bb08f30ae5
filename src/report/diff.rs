//! A comparison on a terminal.

use std::io;

use crate::compare::Piece;
use crate::report::look::Look;
use crate::report::paint::{Paint, Tone};
use crate::report::terminal::{harmless, isolate};

/// Writes the lines that changed: what went struck out in red, what came in green; without colours
/// as `[-went-]` and `{+came+}`. Runs of unchanged lines become one that counts them.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn write(pieces: &[Piece<'_>], look: &Look<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut unchanged = 0;
    for line in lines(pieces) {
        if line.iter().all(|piece| matches!(piece, Piece::Same(_))) {
            unchanged += 1;
            continue;
        }
        skip(&mut unchanged, look, out)?;
        let line: String = line
            .into_iter()
            .map(|piece| drawn(piece, look.paint))
            .collect();
        // The line as a whole, so that a sentence in Arabic keeps the order of its pieces.
        writeln!(out, "{}", isolate(&line))?;
    }
    skip(&mut unchanged, look, out)
}

/// Says how many lines were left out, if any were.
fn skip(unchanged: &mut usize, look: &Look<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    match std::mem::take(unchanged) {
        0 => Ok(()),
        count => {
            let same = look.count("cli-same-lines", count);
            writeln!(out, "{}", look.tint(Tone::Faint, same))
        }
    }
}

/// The pieces, cut where a line ends on either side.
fn lines<'t>(pieces: &[Piece<'t>]) -> Vec<Vec<Piece<'t>>> {
    let mut lines = vec![Vec::new()];
    for piece in pieces {
        let (text, make): (&'t str, fn(&'t str) -> Piece<'t>) = match piece {
            Piece::Same(text) => (text, Piece::Same),
            Piece::Removed(text) => (text, Piece::Removed),
            Piece::Added(text) => (text, Piece::Added),
        };
        for (index, part) in text.split('\n').enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            let part = part.trim_end_matches('\r');
            if let Some(line) = lines.last_mut().filter(|_| !part.is_empty()) {
                line.push(make(part));
            }
        }
    }
    // Nothing follows the last line's end, and a line that holds nothing says nothing.
    lines.retain(|line| !line.is_empty());
    lines
}

fn drawn(piece: Piece<'_>, paint: Paint) -> String {
    let safe = |text| harmless(text).into_owned();
    match (piece, paint) {
        (Piece::Same(text), _) => safe(text),
        (Piece::Removed(text), Paint::Plain) => format!("[-{}-]", safe(text)),
        (Piece::Added(text), Paint::Plain) => format!("{{+{}+}}", safe(text)),
        (Piece::Removed(text), Paint::Colour) => paint.tint(Tone::Gone, safe(text)),
        (Piece::Added(text), Paint::Colour) => paint.tint(Tone::Good, safe(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::compare::Piece::{self, Added, Removed, Same};
    use crate::locale::tag::Locale;
    use crate::messages::Messages;
    use crate::report::look::Look;
    use crate::report::paint::Paint;

    fn drawn(pieces: &[Piece<'_>], paint: Paint) -> String {
        let english = Locale::parse("en").expect("a tag");
        let words = Messages::of_program(&english);
        let look = Look {
            paint,
            ..Look::plain(&words, 80)
        };
        let mut out = Vec::new();
        write(pieces, &look, &mut out).expect("memory takes it all");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn a_line_from_right_to_left_is_isolated_as_a_whole() {
        let pieces = [Same("قبل "), Removed("15"), Added("31"), Same(" مايو")];
        let expected = "\u{2068}قبل [-15-]{+31+} مايو\u{2069}\n";
        assert_eq!(drawn(&pieces, Paint::Plain), expected);
    }

    #[test]
    fn without_colour_marks_show_what_went_and_what_came() {
        let pieces = [Same("before "), Removed("15"), Added("31"), Same(" May")];
        assert_eq!(drawn(&pieces, Paint::Plain), "before [-15-]{+31+} May\n");
    }

    #[test]
    fn unchanged_lines_are_counted() {
        let pieces = [Same("a\n\nb\nc "), Removed("d"), Same("\ne\n")];
        let expected = "… 2 lines are the same\nc [-d-]\n… 1 line is the same\n";
        assert_eq!(drawn(&pieces, Paint::Plain), expected);
    }

    #[test]
    fn colour_does_not_run_over_a_line_end() {
        let text = drawn(&[Removed("a\nb")], Paint::Colour);
        assert_eq!(
            text,
            "\u{1b}[9m\u{1b}[91ma\u{1b}[0m\n\u{1b}[9m\u{1b}[91mb\u{1b}[0m\n"
        );
    }

    #[test]
    fn the_texts_cannot_steer_the_terminal() {
        assert_eq!(drawn(&[Added("\u{1b}c")], Paint::Plain), "{+\u{fffd}c+}\n");
    }
}
