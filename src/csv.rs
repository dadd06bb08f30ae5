//! Rows for spreadsheets: comma-separated values by RFC 4180.

use std::io;

/// Writes one record. Cells that a spreadsheet would run as a formula are disarmed.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn record(cells: &[&str], out: &mut dyn io::Write) -> io::Result<()> {
    for (index, cell) in cells.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        write!(out, "{comma}{}", field(cell))?;
    }
    // RFC 4180, section 2: lines end in CRLF on every system.
    out.write_all(b"\r\n")
}

fn field(cell: &str) -> String {
    let cell = disarmed(cell);
    if cell.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

/// The cell with an apostrophe before it where a spreadsheet would take it for a formula: content
/// comes from strangers, and a formula may reach out to other files and the network. A number may
/// begin with a sign.
fn disarmed(cell: &str) -> String {
    let is_formula =
        cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_formula && cell.parse::<f64>().is_err() {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::record;

    fn written(cells: &[&str]) -> String {
        let mut out = Vec::new();
        record(cells, &mut out).expect("memory takes it all");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn plain_cells_need_no_quotes() {
        assert_eq!(
            written(&["fr-FR", "avant le 15 mai", ""]),
            "fr-FR,avant le 15 mai,\r\n"
        );
    }

    #[test]
    fn quotes_commas_and_line_breaks_are_kept() {
        assert_eq!(
            written(&["a \"b\", c", "d\ne"]),
            "\"a \"\"b\"\", c\",\"d\ne\"\r\n"
        );
    }

    #[test]
    fn formulas_are_disarmed() {
        let cells = [
            "=1+1",
            "@SUM(A1)",
            "-cmd|' /C calc'!A0",
            "+x",
            "\tx",
            "=HYPERLINK(\"x\",1)",
        ];
        let expected =
            "'=1+1,'@SUM(A1),'-cmd|' /C calc'!A0,'+x,'\tx,\"'=HYPERLINK(\"\"x\"\",1)\"\r\n";
        assert_eq!(written(&cells), expected);
    }

    #[test]
    fn negative_numbers_stay_numbers() {
        assert_eq!(written(&["-2594", "+3.5"]), "-2594,+3.5\r\n");
    }
}
