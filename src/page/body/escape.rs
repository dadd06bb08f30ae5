//! Text made safe for the place where it stands in HTML.

/// The bytes that [`text`] escapes.
const SPECIAL: [u8; 5] = *b"&<>\"\0";

/// The bytes that [`address`] leaves as they are.
static PLAIN: [bool; 256] =
    table(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%()*+,-./:;=?@_~");

const fn table(bytes: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
}

/// Writes text between tags, or in a quoted attribute: both need the same four escapes. A NUL stands
/// as the sign that browsers, and CommonMark, read it as.
pub fn text(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = special(rest) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "\u{fffd}",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// Where the first byte stands that is to be escaped. All text of a site is looked through, sixteen
/// bytes at a time: what has no early way out can be done for all of them at once.
fn special(text: &str) -> Option<usize> {
    let is_special = |byte: &u8| {
        SPECIAL
            .iter()
            .fold(false, |is, special| is | (byte == special))
    };
    let has_none =
        |bytes: &&[u8; 16]| !bytes.iter().fold(false, |has, byte| has | is_special(byte));
    let (all, _) = text.as_bytes().as_chunks();
    let passed = 16 * all.iter().take_while(has_none).count();
    let at = text.as_bytes()[passed..].iter().position(is_special)?;
    Some(passed + at)
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
    let plain = value.bytes().take_while(|byte| PLAIN[usize::from(*byte)]);
    let (plain, rest) = value.split_at(plain.count());
    out.push_str(plain);
    for byte in rest.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#x27;"),
            _ if PLAIN[usize::from(byte)] => out.push(char::from(byte)),
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
    fn what_is_escaped_is_found_wherever_it_stands() {
        for before in 0..40 {
            let (before, after) = ("é".repeat(before), "x".repeat(20));
            let mut out = String::new();
            text(&mut out, &format!("{before}<{after}>"));
            assert_eq!(out, format!("{before}&lt;{after}&gt;"));
        }
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
