//! Rows and columns on a terminal, as wide as it is and no wider.

use std::io;

use crate::report::paint::{Paint, Tone};
use crate::report::terminal::{cut, cut_start, harmless, isolate, width};

/// A table under construction: `N` columns, any number of rows.
#[derive(Debug)]
pub struct Table<const N: usize> {
    columns: [Column; N],
    rows: Vec<[Cell; N]>,
}

/// What stands over a column, and at which side its cells are flush.
#[derive(Clone, Debug)]
pub struct Column {
    /// What stands over it, in the language of the interface.
    pub title: String,
    /// The side of all its cells, the title too.
    pub align: Align,
    /// What of a cell is kept where there is no room for all of it.
    pub keep: Keep,
}

/// What of a text is kept where it has to be cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The beginning of a text.
    Start,
    /// Of a path, the end says more.
    End,
}

/// The side at which cells are flush.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// For words.
    Start,
    /// For numbers.
    End,
}

/// A text of any origin and language; it is made harmless when it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it, in one line.
    pub text: String,
    /// What it means.
    pub tone: Tone,
}

/// Columns between two cells.
const GAP: usize = 2;

/// A cut cell keeps so many columns, however narrow the terminal.
const NARROWEST: usize = 8;

impl<const N: usize> Table<N> {
    /// A table without rows.
    pub fn new(columns: [Column; N]) -> Self {
        Self {
            columns,
            rows: Vec::new(),
        }
    }

    /// Adds a row below the others.
    pub fn row(&mut self, cells: [Cell; N]) {
        self.rows.push(cells);
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Writes the titles and the rows in at most `columns` columns. Where that is too few, the
    /// widest columns are cut first.
    ///
    /// # Errors
    /// Only what the writer itself cannot do.
    pub fn write(&self, paint: Paint, columns: usize, out: &mut dyn io::Write) -> io::Result<()> {
        let widths = self.widths(columns);
        let title = |column: &Column| Cell {
            text: column.title.clone(),
            tone: Tone::Strong,
        };
        let titles = self.columns.each_ref().map(title);
        for row in std::iter::once(&titles).chain(&self.rows) {
            let cells = row.iter().zip(&self.columns).zip(widths);
            // A column that holds nothing is left out, with its title.
            let cells = cells.filter(|(_, width)| *width > 0);
            let line: Vec<String> = cells
                .map(|((cell, column), width)| cell.drawn(paint, column, width))
                .collect();
            writeln!(out, "{}", line.join(&" ".repeat(GAP)).trim_end())?;
        }
        Ok(())
    }

    fn widths(&self, columns: usize) -> [usize; N] {
        let mut widths = [0; N];
        for row in &self.rows {
            for (widest, cell) in widths.iter_mut().zip(row) {
                *widest = (*widest).max(width(&harmless(&cell.text)));
            }
        }
        for (widest, column) in widths.iter_mut().zip(&self.columns) {
            if *widest > 0 {
                *widest = (*widest).max(width(&column.title));
            }
        }
        let shown = widths.iter().filter(|width| **width > 0).count();
        let room = columns.saturating_sub(GAP * shown.saturating_sub(1));
        let mut excess = widths.iter().sum::<usize>().saturating_sub(room);
        while let Some(widest) = widths.iter_mut().filter(|width| **width > NARROWEST).max()
            && excess > 0
        {
            *widest -= 1;
            excess -= 1;
        }
        widths
    }
}

impl Column {
    /// A column of words.
    pub fn words(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            align: Align::Start,
            keep: Keep::Start,
        }
    }

    /// A column of places in files.
    pub fn places(title: impl Into<String>) -> Self {
        Self {
            keep: Keep::End,
            ..Self::words(title)
        }
    }

    /// A column of numbers.
    pub fn numbers(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            align: Align::End,
            keep: Keep::Start,
        }
    }
}

impl Cell {
    fn drawn(&self, paint: Paint, column: &Column, columns: usize) -> String {
        let text = harmless(&self.text);
        let text = match column.keep {
            Keep::Start => cut(&text, columns),
            Keep::End => cut_start(&text, columns),
        };
        let padding = " ".repeat(columns.saturating_sub(width(&text)));
        let text = paint.tint(self.tone, isolate(&text));
        match column.align {
            Align::Start => text + &padding,
            Align::End => padding + &text,
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self {
            text,
            tone: Tone::Normal,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Column, Table};
    use crate::report::paint::Paint;
    use crate::report::terminal::width;

    fn drawn(rows: &[[&str; 2]], columns: usize) -> String {
        let mut table = Table::new([Column::words("title"), Column::numbers("days")]);
        for row in rows {
            table.row(row.map(|text| Cell::from(text.to_owned())));
        }
        let mut out = Vec::new();
        table
            .write(Paint::Plain, columns, &mut out)
            .expect("memory takes it all");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn numbers_are_flush_right_whatever_stands_before_them() {
        let table = drawn(&[["Démarrer", "12"], ["仮想マシン", "7"]], 80);
        assert_eq!(
            table,
            "title       days\nDémarrer      12\n仮想マシン     7\n"
        );
    }

    #[test]
    fn the_widest_column_gives_way() {
        let table = drawn(&[["a title that is far too long", "2594"]], 20);
        assert_eq!(table, "title           days\na title that …  2594\n");
    }

    #[test]
    fn a_column_without_cells_has_no_title() {
        assert_eq!(drawn(&[["a", ""], ["b", ""]], 80), "title\na\nb\n");
    }

    #[test]
    fn a_right_to_left_title_keeps_its_place() {
        let table = drawn(&[["لا تنس", "3"]], 80);
        assert_eq!(table, "title   days\n\u{2068}لا تنس\u{2069}     3\n");
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let table = drawn(&[["仮想マシンを作成します仮想マシン", "1"]], 15);
        assert!(table.lines().all(|line| width(line) <= 15), "{table}");
    }

    #[test]
    fn a_cell_cannot_steer_the_terminal() {
        assert!(!drawn(&[["\u{1b}[2J\u{202e}", "1"]], 80).contains(['\u{1b}', '\u{202e}']));
    }
}
