//! `:::image source="a.png" alt-text="A":::`, as content, as an icon, or with a description at
//! length between it and `:::image-end:::`.

use crate::document::construct::colon::{Attributes, Read, begin, need, only};
use crate::document::construct::{Construct, Container};

/// An image with what Markdown cannot say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The file that is shown.
    pub source: String,
    /// None for an icon, which says nothing.
    pub alternative: Option<String>,
    /// The image that opens at full size.
    pub lightbox: Option<String>,
    /// Where a click on it leads.
    pub link: Option<String>,
    /// Whether it has a frame.
    pub border: bool,
}

const KNOWN: [&str; 9] = [
    "type",
    "source",
    "alt-text",
    "loc-scope",
    "border",
    "lightbox",
    "link",
    "align",
    "width",
];

/// Reads the attributes of `:::image`.
pub fn read(attributes: &Attributes<'_>) -> Read {
    only(attributes, &KNOWN)?;
    let kind = attributes.filled("type").unwrap_or("content");
    let source = need(attributes, "source")?.trim().to_owned();
    let icon = kind == "icon";
    let alternative = if icon {
        attributes.filled("alt-text")
    } else {
        Some(need(attributes, "alt-text")?)
    };
    let image = Image {
        source,
        alternative: alternative.map(str::to_owned),
        lightbox: attributes.filled("lightbox").map(|to| to.trim().to_owned()),
        link: attributes.filled("link").map(|to| to.trim().to_owned()),
        border: attributes.get("border") != Some("false") && !icon,
    };
    match kind {
        "content" | "icon" => Ok(Construct::Image(image)),
        "complex" => begin(Container::Described(Box::new(image))),
        _ => Err(format!("`{kind}` is no type of image")),
    }
}
