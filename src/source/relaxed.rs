//! JSON as people write it: with comments and a comma too many.

/// The text with comments and the commas before closing brackets blanked, byte for byte as long, so
/// that places in it are places in the file. What stands in strings is left alone.
pub fn blanked(json: &str) -> String {
    let mut bytes = json.as_bytes().to_vec();
    let mut at = 0;
    let mut comma = None;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => {
                at = string_end(&bytes, at);
                comma = None;
                continue;
            }
            b'/' => {
                if let Some(end) = comment_end(json, at) {
                    blank(&mut bytes[at..end]);
                    at = end;
                    continue;
                }
                comma = None;
            }
            b',' => comma = Some(at),
            b']' | b'}' => {
                if let Some(comma) = comma.take() {
                    bytes[comma] = b' ';
                }
            }
            byte if byte.is_ascii_whitespace() => {}
            _ => comma = None,
        }
        at += 1;
    }
    // Only whole comments and single commas were replaced, by ASCII.
    String::from_utf8(bytes).unwrap_or_else(|_| json.to_owned())
}

/// The byte behind a string that begins at a quotation mark.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn comment_end(json: &str, start: usize) -> Option<usize> {
    let rest = &json[start..];
    if rest.starts_with("//") {
        return Some(start + rest.find('\n').unwrap_or(rest.len()));
    }
    let inner = rest.strip_prefix("/*")?;
    Some(
        inner
            .find("*/")
            .map_or(json.len(), |end| start + 2 + end + 2),
    )
}

fn blank(bytes: &mut [u8]) {
    for byte in bytes.iter_mut().filter(|byte| **byte != b'\n') {
        *byte = b' ';
    }
}

#[cfg(test)]
mod tests {
    use super::blanked;

    #[test]
    fn comments_and_last_commas_go_and_strings_stay() {
        let json = "{ \"a\": \"x // y, ]\", /* b */ \"c\": [1, 2,], // d\n}";
        let read = blanked(json);
        assert_eq!(read.len(), json.len());
        let value: serde_json::Value = serde_json::from_str(&read).expect("it is JSON now");
        assert_eq!(value, serde_json::json!({ "a": "x // y, ]", "c": [1, 2] }));
    }
}
