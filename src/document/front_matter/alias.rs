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

/// Whether what stands before is the beginning of a value, and not text within one.
fn opens_value(before: &str) -> bool {
    matches!(
        before.trim_end().chars().last(),
        None | Some(':' | '[' | ',' | '{' | '-')
    )
}
