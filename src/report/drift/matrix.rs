//! Documents down, locales across, a sign and a share in each cell.

use std::collections::BTreeSet;
use std::io;

use crate::check::drift::listing::{Listed, ListedLocale, Listing};
use crate::check::drift::verdict::Verdict;
use crate::locale::tag::Locale;
use crate::report::drift::{glyph, status};
use crate::report::look::Look;
use crate::report::paint::Tone;
use crate::report::terminal::{cut, harmless, isolate, width};

/// Columns that a cell needs: a sign and a share, `▼92`.
const CELL: usize = 3;

/// The least that is left of a document's name.
const NAME: usize = 24;

/// How a table fits the terminal.
struct Layout {
    /// What stands over each locale.
    titles: Vec<String>,
    /// Columns of a cell with the gap before it.
    cell: usize,
    /// Columns of the names.
    name: usize,
    /// How many locales stand beside each other.
    across: usize,
}

/// Writes the table; one below the other where the locales do not fit beside each other.
///
/// # Errors
/// What the writer cannot do.
pub fn write(listing: &Listing, look: &Look<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let locales = locales(listing);
    let layout = Layout::new(listing, &locales, look.width);
    let blocks: Vec<usize> = (0..locales.len()).step_by(layout.across).collect();
    for first in blocks {
        let end = locales.len().min(first + layout.across);
        let name = layout.name;
        write!(out, "{:name$}", "")?;
        let mut line = String::new();
        for title in &layout.titles[first..end] {
            line.push_str(&" ".repeat(layout.cell - width(title)));
            line.push_str(title);
        }
        writeln!(out, "{line}")?;
        for document in &listing.documents {
            row(document, &locales[first..end], (&layout, look), out)?;
        }
        writeln!(out)?;
    }
    legend(look, out)
}

/// What the signs mean, on as many lines as it takes.
fn legend(look: &Look<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let verdicts = [
        Verdict::Newest,
        Verdict::UpToDate,
        Verdict::Behind,
        Verdict::Incomplete,
        Verdict::Missing,
        Verdict::Absent,
        Verdict::Orphan,
        Verdict::Unknown,
    ];
    let sign = |verdict: Verdict| format!("{} {}", glyph(verdict).0, status(verdict, look));
    let parts = verdicts.into_iter().map(sign);
    let mut lines = vec![String::new()];
    for part in parts {
        let line = lines.last().map_or("", String::as_str);
        if line.is_empty() {
            lines = vec![part];
        } else if width(line) + 2 + width(&part) > look.width {
            lines.push(part);
        } else if let Some(line) = lines.last_mut() {
            *line += &format!("  {part}");
        }
    }
    for line in lines.into_iter().chain([look.word("cli-drift-share")]) {
        writeln!(out, "{}", look.tint(Tone::Faint, line))?;
    }
    Ok(())
}

/// Those of any document, in the order of the site.
fn locales(listing: &Listing) -> Vec<&Locale> {
    let mut seen = BTreeSet::new();
    // Fragments have no entry for what they lack, pages have one for each locale.
    let mut documents: Vec<&Listed> = listing.documents.iter().collect();
    documents.sort_by_key(|document| document.fragment);
    let all = documents.into_iter().flat_map(|document| &document.locales);
    all.map(|entry| &entry.locale)
        .filter(|locale| seen.insert(*locale))
        .collect()
}

impl Layout {
    /// Whole tags where there is room, else languages alone where no two locales share one.
    fn new(listing: &Listing, locales: &[&Locale], room: usize) -> Self {
        let names = listing.documents.iter().map(|d| width(&d.document));
        let name = names.max().unwrap_or(0);
        let tags: Vec<String> = locales.iter().map(|locale| locale.tag()).collect();
        let languages: Vec<String> = locales.iter().map(|l| l.language().to_owned()).collect();
        let distinct: BTreeSet<&String> = languages.iter().collect();
        let short = distinct.len() == languages.len();
        let least = name.min(NAME);
        let fits = |cell: usize| least + cell * locales.len() <= room;
        let cell = |titles: &[String], gap: usize| {
            let widest = titles.iter().map(|title| width(title)).max().unwrap_or(0);
            widest.max(CELL) + gap
        };
        let layouts = [(&tags, 2), (&tags, 1), (&languages, 2), (&languages, 1)];
        let mut usable = layouts
            .into_iter()
            .filter(|(titles, _)| short || *titles == &tags);
        let found = usable.find(|(titles, gap)| fits(cell(titles, *gap)));
        let (titles, gap) = found.unwrap_or((&tags, 2));
        let cell = cell(titles, gap);
        let across = match found {
            Some(_) => locales.len(),
            None => room.saturating_sub(least) / cell,
        };
        let across = across.max(1);
        Self {
            titles: titles.clone(),
            cell,
            name: name.min(
                room.saturating_sub(cell * across.min(locales.len()))
                    .max(NAME),
            ),
            across,
        }
    }
}

fn row(
    document: &Listed,
    locales: &[&Locale],
    (layout, look): (&Layout, &Look<'_>),
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let name = harmless(&document.document);
    let shown = cut(&name, layout.name);
    let pad = layout.name.saturating_sub(width(&shown));
    let mut line = format!("{}{:pad$}", isolate(&shown), "");
    for locale in locales {
        let entry = document
            .locales
            .iter()
            .find(|entry| entry.locale == **locale);
        let (text, tone) = entry.map_or((String::new(), Tone::Faint), cell);
        line.push_str(&" ".repeat(layout.cell.saturating_sub(width(&text))));
        line.push_str(&look.tint(tone, text));
    }
    writeln!(out, "{}", line.trim_end())
}

/// Sign and share; all of it needs no number.
fn cell(locale: &ListedLocale) -> (String, Tone) {
    let (glyph, tone) = glyph(locale.status);
    let lacks = !matches!(
        locale.status,
        Verdict::Missing | Verdict::Absent | Verdict::Unknown
    ) && locale.coverage < 1.0;
    let share = (locale.coverage * 100.0).floor();
    let text = if lacks {
        format!("{glyph}{share:.0}")
    } else {
        glyph.to_owned()
    };
    (text, tone)
}
