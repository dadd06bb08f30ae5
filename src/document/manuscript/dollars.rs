//! Single dollars: prices and variables far more often than formulas, so only `$$` is math.
//!
//! Markdown parsers take `$a](b$` for a formula before they look for links. On pages with `$$`
//! another sign therefore stands in the place of each single dollar until the page is parsed;
//! other pages are parsed without math.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Tag};

use crate::document::manuscript::options;

/// Signs that mean nothing to Markdown wherever a dollar may stand, and the entity of each.
const SIGNS: [(char, &str); 3] = [('%', "percnt"), ('^', "Hat"), ('?', "quest")];

/// Puts a sign that the text does not have in the place of its single dollars.
pub fn hide(text: String) -> (String, Option<char>) {
    if !has_math(&text) {
        return (text, None);
    }
    let free = |sign: &(char, &str)| !text.contains(sign.0) && !is_entity(&text, *sign);
    let Some((sign, _)) = SIGNS.into_iter().find(free) else {
        return (text, None);
    };
    let bytes = text.as_bytes();
    let lone = |at: usize| {
        let before = at.checked_sub(1).map(|at| bytes[at]);
        !matches!(before, Some(b'$' | b'\\')) && bytes.get(at + 1) != Some(&b'$')
    };
    let mut hidden = String::with_capacity(text.len());
    let mut found = false;
    for (at, c) in text.char_indices() {
        let hides = c == '$' && lone(at);
        found |= hides;
        hidden.push(if hides { sign } else { c });
    }
    (hidden, found.then_some(sign))
}

/// Whether the text has a sign as an entity, of which the parser makes the sign itself: by name or
/// by number, as in `&#37;` and `&#x25;` (CommonMark, section 2.5).
fn is_entity(text: &str, (sign, name): (char, &str)) -> bool {
    let mut entities = memchr::memchr_iter(b'&', text.as_bytes());
    entities.any(|at| {
        let letters = text[at + 1..].chars();
        let entity: String = letters.take(10).take_while(|c| *c != ';').collect();
        let Some(number) = entity.strip_prefix('#') else {
            return entity == name;
        };
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        code == Ok(u32::from(sign))
    })
}

/// How a text is parsed.
pub fn options_of(text: &str) -> Options {
    match has_math(text) {
        true => options(),
        false => options() - Options::ENABLE_MATH,
    }
}

fn has_math(text: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), b"$$").is_some()
}

fn dollars(text: CowStr<'_>, sign: char) -> CowStr<'_> {
    match text.contains(sign) {
        true => text.replace(sign, "$").into(),
        false => text,
    }
}

/// An event with its dollars back.
pub fn show(event: Event<'_>, sign: Option<char>) -> Event<'_> {
    let event = match event {
        Event::InlineMath(text) => Event::Text(format!("${text}$").into()),
        other => other,
    };
    let Some(sign) = sign else {
        return event;
    };
    let dollars = |text| dollars(text, sign);
    match event {
        Event::Text(text) => Event::Text(dollars(text)),
        Event::Code(text) => Event::Code(dollars(text)),
        Event::Html(text) => Event::Html(dollars(text)),
        Event::InlineHtml(text) => Event::InlineHtml(dollars(text)),
        Event::DisplayMath(text) => Event::DisplayMath(dollars(text)),
        Event::Start(tag) => Event::Start(match tag {
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => Tag::Link {
                link_type,
                dest_url: dollars(dest_url),
                title: dollars(title),
                id,
            },
            Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            } => Tag::Image {
                link_type,
                dest_url: dollars(dest_url),
                title: dollars(title),
                id,
            },
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                Tag::CodeBlock(CodeBlockKind::Fenced(dollars(info)))
            }
            other => other,
        }),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::hide;

    #[test]
    fn only_single_dollars_are_hidden_and_only_beside_math() {
        let hidden = hide("$a $$x^2$$ \\$b".to_owned());
        assert_eq!(hidden, ("%a $$x^2$$ \\$b".to_owned(), Some('%')));
        assert_eq!(hide("$a and $b".to_owned()).1, None);
    }

    #[test]
    fn a_sign_that_an_entity_makes_hides_nothing() {
        for entity in ["&#37;", "&#x25;", "&#X0025;", "&percnt;"] {
            assert_eq!(hide(format!("$$a$$ $5 {entity}")).1, Some('^'), "{entity}");
        }
        assert_eq!(hide("$$a$$ $5 &amp; &#38;".to_owned()).1, Some('%'));
        let all = hide("$$a$$ $5 &#37; &Hat; &quest;".to_owned());
        assert_eq!(all.1, None);
    }
}
