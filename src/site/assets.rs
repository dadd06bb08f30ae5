//! Style sheets, scripts and images of a theme, under names that change with their content.

use sha2::{Digest, Sha256};

use crate::path::{Route, encode};

/// A file of the theme as the site holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Path below the theme's `static/`, as templates name it: `style.css`.
    pub name: String,
    /// Path in the site, with a hash of the content, so that browsers may keep it for ever:
    /// `assets/style.1a2b3c4d.css`.
    pub path: String,
    /// As they are written.
    pub bytes: Vec<u8>,
}

impl Asset {
    /// Makes the file smaller where that is simple, and names it by what it holds.
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        let bytes = minified(name, bytes);
        let hash = blake3::hash(&bytes).to_hex();
        let path = match name.rsplit_once('.') {
            Some((stem, extension)) => format!("assets/{stem}.{}.{extension}", &hash[..8]),
            None => format!("assets/{name}.{}", &hash[..8]),
        };
        Self {
            name: name.to_owned(),
            path,
            bytes,
        }
    }

    /// Where it stands on the site.
    pub fn route(&self) -> Route {
        Route::file(&encode(&self.path))
    }

    /// The hash by which browsers know that they were given this file and no other
    /// (Subresource Integrity): a page of one build never runs the script of another.
    pub fn integrity(&self) -> String {
        format!("sha256-{}", base64(&Sha256::digest(&self.bytes)))
    }
}

/// Bytes in the alphabet of RFC 4648, section 4, with padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place)) as usize & 63];
            out.push(if place > group.len() {
                '='
            } else {
                char::from(letter)
            });
        }
    }
    out
}

/// Shortens style sheets, scripts and drawings; everything else stays as it is.
fn minified(name: &str, bytes: Vec<u8>) -> Vec<u8> {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let shorten = match extension {
        "css" => style as fn(&str) -> String,
        "js" => script,
        "svg" => drawing,
        _ => return bytes,
    };
    match std::str::from_utf8(&bytes) {
        Ok(text) => shorten(text).into_bytes(),
        Err(_) => bytes,
    }
}

/// A style sheet without comments and needless space. Strings stay as they are.
fn style(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let taken = match letter {
            '/' if rest.starts_with("/*") => rest[2..].find("*/").map_or(rest.len(), |end| end + 4),
            '"' | '\'' => {
                let end = quoted(rest, letter);
                out.push_str(&rest[..end]);
                end
            }
            letter if letter.is_whitespace() => {
                let end = rest.len() - rest.trim_start().len();
                let after = rest[end..].chars().next();
                let glue = |c: char| matches!(c, '{' | '}' | ';' | ',');
                let before = out.chars().next_back();
                let needed =
                    before.is_some_and(|c| !glue(c) && c != ':') && after.is_some_and(|c| !glue(c));
                if needed && before != Some(' ') {
                    out.push(' ');
                }
                end
            }
            '}' => {
                // The last declaration of a block needs no semicolon.
                if out.ends_with(';') {
                    out.pop();
                }
                out.push('}');
                1
            }
            letter => {
                out.push(letter);
                letter.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    out.trim_end().to_owned()
}

/// The bytes of a string in quotes, with both of them.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            '\\' if !escaped => escaped = true,
            letter if letter == quote && !escaped => return at + 1,
            _ => escaped = false,
        }
    }
    text.len()
}

/// A script without indentation, empty lines and lines of comment. One with texts of several lines
/// stays as it is: their lines are content.
fn script(text: &str) -> String {
    if text.contains(['`', '\u{2028}', '\u{2029}'])
        || text.contains("\\\n")
        || text.contains("\\\r")
    {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut stretch = String::new();
    let mut open = false;
    for line in text.lines().map(str::trim) {
        stretch.push_str(line);
        let whole = stretch.starts_with("//");
        open = !whole && stays_open(line, open);
        if open {
            stretch.push('\n');
            continue;
        }
        if !whole && !stretch.is_empty() && !is_comment(&stretch) {
            out.push_str(&stretch);
            out.push('\n');
        }
        stretch.clear();
    }
    out.push_str(&stretch);
    out
}

/// Whether a comment runs on after a line. One that only seems to begin, as in `"src/*.js"`, keeps
/// some lines from being left out, and takes none away.
fn stays_open(line: &str, mut open: bool) -> bool {
    let mut rest = line;
    while let Some(at) = rest.find(if open { "*/" } else { "/*" }) {
        rest = &rest[at + 2..];
        open = !open;
    }
    open
}

/// Whether lines are one comment and nothing else.
fn is_comment(lines: &str) -> bool {
    let inner = lines.strip_prefix("/*");
    inner.is_some_and(|inner| inner.find("*/") == inner.len().checked_sub(2))
}

/// A drawing without the line breaks between its elements.
fn drawing(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim).collect();
    lines.join("\n").replace(">\n<", "><").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Asset, base64, drawing, script, style};

    #[test]
    fn the_name_changes_with_the_content() {
        let one = Asset::new("style.css", b"a{color:red}".to_vec());
        let other = Asset::new("style.css", b"a{color:tan}".to_vec());
        assert_ne!(one.path, other.path);
        assert!(one.route().as_str().starts_with("/assets/style."));
        assert!(one.path.ends_with(".css"));
    }

    #[test]
    fn hashes_are_written_as_browsers_read_them() {
        assert_eq!(base64(b"foobar"), "Zm9vYmFy");
        assert_eq!(base64(b"fooba"), "Zm9vYmE=");
        assert_eq!(base64(b"foob"), "Zm9vYg==");
    }

    #[test]
    fn a_style_sheet_loses_its_comments_and_spaces() {
        let text =
            "/* reading */\na > b,\nc :hover {\n  color: red;\n  width: calc(1px + 2px);\n}\n";
        assert_eq!(
            style(text),
            "a > b,c :hover{color:red;width:calc(1px + 2px)}"
        );
    }

    #[test]
    fn strings_in_a_style_sheet_stay() {
        assert_eq!(
            style("q { content: \"  /* ;} \\\" \" }"),
            "q{content:\"  /* ;} \\\" \"}"
        );
    }

    #[test]
    fn a_script_loses_its_comments_and_indentation() {
        let text = "// why\nconst a = 1\n\n  /* more\n   * of it */\n  f(a) // kept\n";
        assert_eq!(script(text), "const a = 1\nf(a) // kept\n");
        assert_eq!(script("a = `\n  b`"), "a = `\n  b`");
    }

    #[test]
    fn a_comment_takes_nothing_with_it_that_shares_its_lines() {
        let kept = [
            "/*! lib v1 */ !function(){f()}();\n",
            "/* lib\nv1 */ f()\n",
            "f() /* lib\n/* v1 */\ng()\n",
            "f() /* lib\n// v1 */ g()\n",
            "f(\"src/*.js\")\n/*/ a\n*/ g()\n",
            "f('a\\\n  // b')\n",
        ];
        for text in kept {
            assert_eq!(script(text), text);
        }
        assert_eq!(script("/*/ a\nb */\nf()\n"), "f()\n");
        assert_eq!(style("a{}/*/ b{} */c{}"), "a{}c{}");
    }

    #[test]
    fn a_drawing_loses_its_line_breaks() {
        assert_eq!(drawing("<svg>\n  <path/>\n</svg>\n"), "<svg><path/></svg>");
    }
}
