//! What the terminal can do, and the way to it.

use std::io::{BufWriter, IsTerminal, StdoutLock};

use crate::cli::arguments::Colour;
use crate::report::paint::Paint;

/// Columns where nobody knows better.
const COLUMNS: usize = 100;

/// Fewer columns than this hold no table.
const FEWEST: usize = 20;

/// Whether to use colour on standard output. `NO_COLOR` counts where it is not empty, as
/// no-color.org has it.
pub fn paint(colour: Colour) -> Paint {
    let refused = || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let auto = || !refused() && std::io::stdout().is_terminal();
    match colour {
        Colour::Always => Paint::Colour,
        Colour::Auto if auto() => Paint::Colour,
        Colour::Auto | Colour::Never => Paint::Plain,
    }
}

/// Columns to write in: those that `COLUMNS` says, else those of the terminal, else a hundred.
pub fn columns() -> usize {
    let set = std::env::var("COLUMNS").ok();
    let set = set.and_then(|columns| columns.parse().ok());
    let columns = set.filter(|columns| *columns > 0).or_else(measured);
    columns.unwrap_or(COLUMNS).max(FEWEST)
}

#[cfg(unix)]
fn measured() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(std::io::stdout()).ok()?;
    (size.ws_col > 0).then(|| usize::from(size.ws_col))
}

#[cfg(not(unix))]
fn measured() -> Option<usize> {
    None
}

/// Standard output, written in large pieces.
pub fn output() -> BufWriter<StdoutLock<'static>> {
    BufWriter::new(std::io::stdout().lock())
}
