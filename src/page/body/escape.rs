//! Text made safe for the place where it stands in HTML.

/// Writes text between tags, or in a quoted attribute: both need the same four escapes. A NUL stands
/// as the sign that browsers, and CommonMark, read it as.
pub fn text(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut done = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let escape = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\0' => "\u{fffd}",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(escape);
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

/// Writes an attribute with its leading space.
pub fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    text(out, value);
    out.push('"');
}

/// Writes an attribute whose value was read from HTML and may hold named characters such as
/// `&eacute;`, which are kept.
pub fn attribute_as_written(out: &mut String, name: &str, value: &str) {
    if !value.contains('&') {
        attribute(out, name, value);
        return;
    }
    let mut escaped = String::with_capacity(value.len() + 8);
    text(&mut escaped, value);
    let mut kept = String::with_capacity(escaped.len());
    let mut rest = escaped.as_str();
    while let Some(at) = rest.find("&amp;") {
        let after = &rest[at + 5..];
        let name = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let named = name > 1 && after[name..].starts_with(';');
        kept.push_str(&rest[..at]);
        kept.push_str(if named { "&" } else { "&amp;" });
        rest = after;
    }
    kept.push_str(rest);
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    out.push_str(&kept);
    out.push('"');
}

/// Writes an attribute that holds an address: what may not stand in one is percent-encoded, what
/// is encoded already is left (WHATWG URL, section 1.3).
pub fn address(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    for byte in value.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#x27;"),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"!#$%()*+,-./:;=?@_~".contains(&byte) => out.push(char::from(byte)),
            _ => {
                const HEX: &[u8; 16] = b"0123456789ABCDEF";
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        let mut out = String::new();
        text(&mut out, "a <b> & \"c\"");
        assert_eq!(out, "a &lt;b&gt; &amp; &quot;c&quot;");
    }

    #[test]
    fn a_nul_is_what_browsers_read_it_as() {
        let mut out = String::new();
        attribute(&mut out, "id", "a\0b");
        assert_eq!(out, " id=\"a\u{fffd}b\"");
    }

    #[test]
    fn named_characters_of_raw_html_stay() {
        let mut out = String::new();
        attribute_as_written(&mut out, "alt", "caf&eacute; & <x>");
        assert_eq!(out, " alt=\"caf&eacute; &amp; &lt;x&gt;\"");
    }

    #[test]
    fn addresses_are_encoded_once() {
        let mut out = String::new();
        address(&mut out, "href", "/é a%20b?x=1&y");
        assert_eq!(out, " href=\"/%C3%A9%20a%20b?x=1&amp;y\"");
    }
}
