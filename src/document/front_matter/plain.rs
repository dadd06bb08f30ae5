//! Front matter as it nearly always is: a line for each key, its value plain or in quotes.
//!
//! YAML's whole grammar takes ten times as long, and a site is read in thousands of pages. What is
//! written in any other way is left to it, and so is every value that it might take for anything
//! but a text.

/// Keys with the texts of their values, `None` for those without one; the first of each key
/// counts. `None` for the whole where YAML must be asked.
pub fn read(yaml: &str) -> Option<Vec<(&str, Option<&str>)>> {
    let mut values: Vec<(&str, Option<&str>)> = Vec::with_capacity(16);
    for line in yaml.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (key, rest) = line.split_once(':')?;
        let written = rest.strip_prefix(' ').or(rest.is_empty().then_some(""))?;
        let value = value(written.trim_matches(' '))?;
        let named = key.starts_with(|c: char| c.is_ascii_alphabetic())
            && key
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
        if !named || is_word(key) {
            return None;
        }
        if values.iter().all(|(known, _)| *known != key) {
            values.push((key, value));
        }
    }
    Some(values)
}

/// The text of a value; `Some(None)` where there is none.
fn value(written: &str) -> Option<Option<&str>> {
    // What YAML takes for the end of a line, or for none of its characters.
    let strange = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}');
    if written.is_empty() {
        return Some(None);
    }
    if written.contains(strange) {
        return None;
    }
    let text = match written.as_bytes()[0] {
        b'"' => quoted(written, &['"', '\\'])?,
        b'\'' => quoted(written, &['\''])?,
        first if first.is_ascii_alphabetic() && !is_word(written) => plain(written)?,
        first if first.is_ascii_digit() && (is_date(written) || is_hash(written)) => written,
        _ => return None,
    };
    Some(Some(text))
}

fn quoted<'t>(written: &'t str, special: &[char]) -> Option<&'t str> {
    let inner = written[1..].strip_suffix(special[0])?;
    (!inner.contains(special)).then_some(inner)
}

fn plain(written: &str) -> Option<&str> {
    let ends = written.contains(": ") || written.contains(" #") || written.ends_with(':');
    (!ends).then_some(written)
}

/// Words that are more than texts in some version of YAML.
fn is_word(text: &str) -> bool {
    const WORDS: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// `08/08/2024` and `2024-08-08`: digits, parted twice by the same sign.
fn is_date(text: &str) -> bool {
    let parted = |sign: char| {
        let digits = |part: &str| {
            (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        text.split(sign).count() == 3 && text.split(sign).all(digits)
    };
    parted('/') || parted('-')
}

/// A hash of 40 or 64 digits that can be no number.
fn is_hash(text: &str) -> bool {
    matches!(text.len(), 40 | 64)
        && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        && text.bytes().any(|byte| b"abcdfABCDF".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::read;
    use serde_yaml::Value;

    /// Values that look like texts, and such as only seem to.
    const VALUES: &str = "a|a b|a: b|a :b|a:|a #b|a#b|#a|&a|*a|[a]|{a}|'a'|'a''b'|\"a\"|\"a\\n\"|\
        \"a\" b|true|No|null|~|1|1.0|1e5|0x1f|.5|08/08/2024|2024-08-08|2024-8|1/2|\
        658d41bcfa063b1b620ed657170fe5947545cd01|1234567890123456789012345678901234567e12|a\t|é|\
        a\u{85}b|a\u{2028}b|- a|? a|! a|% a|@a|`a|a, &b|a  |>|\\||12:30|1_000|0o17|a\"b|it's|";

    #[test]
    fn what_is_read_is_what_yaml_says() {
        let mut taken = 0;
        for value in VALUES.split('|') {
            let yaml = format!("before: x\nms.key:{}{value}\nafter: z\n", " ");
            let Some(values) = read(&yaml) else { continue };
            taken += 1;
            let known: Value = serde_yaml::from_str(&yaml).expect("it was taken for plain");
            for (key, value) in values {
                assert_eq!(known[key].as_str(), value, "{key} in {yaml:?}");
            }
        }
        assert!(taken > 12, "{taken}");
    }

    #[test]
    fn other_forms_are_left_to_yaml() {
        for yaml in [
            "a:\n  b: c\n",
            "a:\n- b\n",
            " a: b\n",
            "\"a\": b\n",
            "a b\n",
            "true: a\n",
            "a: |\n  b\n",
        ] {
            assert_eq!(read(yaml), None, "{yaml:?}");
        }
    }

    #[test]
    fn the_first_of_a_key_counts() {
        let read = read("# note\na: b\r\n\na: c\nd:\n");
        assert_eq!(read, Some(vec![("a", Some("b")), ("d", None)]));
    }
}
