//! Comments in code that name the lines between them: `// <name>` … `// </name>`, `#region name`
//! … `#endregion`, in the comment of any language.

/// What a line says to readers of code samples.
#[derive(Debug, PartialEq, Eq)]
enum Mark<'a> {
    Opens(&'a str),
    Closes(&'a str),
    RegionOpens(&'a str),
    RegionCloses,
}

/// The lines between the marks of a name, without marks. `None` where there are none.
pub fn between<'t>(text: &'t str, name: &str) -> Option<Vec<&'t str>> {
    let mut lines = Vec::new();
    let mut inside = false;
    let mut regions = 0_usize;
    let mut by_region = false;
    for line in text.lines() {
        let mark = mark(line);
        if !inside {
            by_region = matches!(mark, Some(Mark::RegionOpens(_)));
            inside = opens(mark.as_ref(), name);
            continue;
        }
        match mark {
            None => lines.push(line),
            Some(Mark::Closes(closed)) if !by_region && closed.eq_ignore_ascii_case(name) => {
                return Some(lines);
            }
            Some(Mark::RegionOpens(_)) => regions += 1,
            Some(Mark::RegionCloses) if by_region && regions == 0 => return Some(lines),
            Some(Mark::RegionCloses) => regions = regions.saturating_sub(1),
            Some(Mark::Opens(_) | Mark::Closes(_)) => {}
        }
    }
    None
}

fn opens(mark: Option<&Mark<'_>>, name: &str) -> bool {
    matches!(mark, Some(Mark::Opens(opened) | Mark::RegionOpens(opened)) if opened.eq_ignore_ascii_case(name))
}

fn mark(line: &str) -> Option<Mark<'_>> {
    let line = line.trim();
    let comment = line.starts_with(['/', '#', '-', '\'', '<', ';', '%', '*', '@', '(', 'R', 'r']);
    if !comment {
        return None;
    }
    region(line).or_else(|| tag(line))
}

fn region(line: &str) -> Option<Mark<'_>> {
    let inner = line.trim_start_matches(['/', '\'', '<', '!']);
    let inner = inner.trim_start_matches('-').trim_start();
    let inner = inner.strip_prefix('#')?.trim_start();
    let inner = inner.strip_prefix("pragma").map_or(inner, str::trim_start);
    let word = inner.get(..6)?;
    if word.eq_ignore_ascii_case("region") {
        let name = inner[6..].trim().trim_end_matches("-->").trim();
        return Some(Mark::RegionOpens(name.trim_matches('"')));
    }
    let ends = ["endregion", "end region"];
    let lower = inner.get(..10).unwrap_or(inner).to_ascii_lowercase();
    ends.iter()
        .any(|end| lower.starts_with(end))
        .then_some(Mark::RegionCloses)
}

/// `<name>` or `</name>` behind the sign of a comment, alone.
fn tag(line: &str) -> Option<Mark<'_>> {
    let start = comment_length(line)?;
    let inner = line[start..].trim();
    let ends = ["-->", "*/", "*@", "*)", "%>"];
    let inner = ends
        .iter()
        .find_map(|end| inner.strip_suffix(end))
        .unwrap_or(inner);
    let inner = inner.trim().strip_prefix('<')?.strip_suffix('>')?;
    let (closes, name) = match inner.strip_prefix('/') {
        Some(name) => (true, name.trim()),
        None => (false, inner.trim()),
    };
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    if name.is_empty() || !name.chars().all(plain) {
        return None;
    }
    Some(if closes {
        Mark::Closes(name)
    } else {
        Mark::Opens(name)
    })
}

fn comment_length(line: &str) -> Option<usize> {
    let signs = ["<!--", "<%--", "/*", "@*", "(*", "REM ", "rem "];
    let long = signs.iter().find(|sign| line.starts_with(**sign));
    if let Some(sign) = long {
        return Some(sign.len());
    }
    let sign = line.chars().next().filter(|c| "/#-';%*".contains(*c))?;
    let length = line.len() - line.trim_start_matches(sign).len();
    // Three slashes are documentation, whose own tags look the same.
    (sign != '/' || length == 2).then_some(length)
}
