//! Anchors and aliases of YAML, which front matter never needs and which can swell without end.

/// Where a YAML anchor or alias stands: `&` or `*` at the start of a value.
pub fn find(yaml: &str) -> Option<usize> {
    memchr::memchr2(b'&', b'*', yaml.as_bytes())?;
    let mut at = 0;
    for line in yaml.split_inclusive('\n') {
        let mut quote = None;
        let mut before = ' ';
        for (index, c) in line.char_indices() {
            let starts = matches!(before, ' ' | '[' | ',' | '{') || index == 0;
            match quote {
                Some(open) if c == open => quote = None,
                Some(_) => {}
                None if matches!(c, '"' | '\'') && starts => quote = Some(c),
                None if c == '#' && before == ' ' => break,
                None if matches!(c, '&' | '*') && starts && opens_value(&line[..index]) => {
                    let named = line[index + 1..].starts_with(|c: char| c.is_alphanumeric());
                    if named {
                        return Some(at + index);
                    }
                }
                None => {}
            }
            before = c;
        }
        at += line.len();
    }
    None
}

/// Whether what stands before on its line is the beginning of a value, and not text within one:
/// `a - &lt;b&gt;` and `a, &lt;b&gt;` are words.
fn opens_value(before: &str) -> bool {
    let value = before.split_once(": ").map_or(before, |(_, value)| value);
    match before.trim_end().chars().last() {
        None | Some(':' | '[' | '{') => true,
        Some('-') => before.chars().all(|c| matches!(c, ' ' | '-')),
        Some(',') => value.len() == before.len() || value.trim_start().starts_with(['[', '{']),
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn an_entity_in_words_is_no_anchor() {
        for words in [
            "a: b - &lt;c&gt;",
            "a: b, &lt;c&gt;",
            "a: \"&lt;\"",
            "a: b &c",
        ] {
            assert_eq!(find(words), None, "{words}");
        }
    }

    #[test]
    fn anchors_and_aliases_begin_values() {
        for yaml in [
            "a: &b c",
            "- &b c",
            "  - - *b",
            "a: [b, *c]",
            "a: {b: &c d}",
            "*a",
        ] {
            assert!(find(yaml).is_some(), "{yaml}");
        }
    }
}
