//! The most that a file, a page or a name may ask of the machine: every limit with its reason.
//!
//! Each is far above what real guides need, and low enough that a damaged or hostile file cannot
//! stop a build. The manual's page of limits is made from [`ALL`].

use schemars::JsonSchema;
use serde::Deserialize;

/// The limits that `limits` in `site.yaml` raises or lowers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Bytes of one file.
    pub file_bytes: u64,
    /// Fragments inside fragments.
    pub include_depth: usize,
    /// Fragments on one page.
    pub includes: usize,
    /// Quotes inside quotes.
    pub nesting: usize,
    /// Headings of one page that are sections; 65,535 at most.
    pub headings: usize,
    /// Links and images of one page that are checked.
    pub links: usize,
}

/// A limit, and what the manual says of it.
#[derive(Debug)]
pub struct Limit {
    /// What is counted: `bytes of a file`.
    pub of: &'static str,
    /// The key below `limits` in `site.yaml` that moves it.
    pub setting: Option<&'static str>,
    /// How many are taken.
    pub most: usize,
    /// Why it is this figure.
    pub why: &'static str,
    /// What happens to one more.
    pub beyond: &'static str,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: FILE_BYTES.most as u64,
            include_depth: INCLUDE_DEPTH.most,
            includes: INCLUDES.most,
            nesting: NESTING.most,
            headings: HEADINGS.most,
            links: LINKS.most,
        }
    }
}

/// Every limit, in the order of the manual.
pub static ALL: &[&Limit] = &[
    &FILE_BYTES,
    &INCLUDE_DEPTH,
    &INCLUDES,
    &NESTING,
    &HEADINGS,
    &LINKS,
    &PATH_BYTES,
    &NAME_BYTES,
    &RESOURCE_NAME_BYTES,
    &IMPORTED_NAME_BYTES,
    &IMPORTED_PATH_BYTES,
    &FRONT_MATTER_BYTES,
    &REVIEWED_BYTES,
    &YAML_DEPTH,
    &JSON_DEPTH,
    &NAVIGATION_DEPTH,
    &PATTERNS,
    &CONSTRUCT_BYTES,
    &INDENT_BYTES,
    &RAW_ELEMENTS,
    &SAMPLE_BYTES,
    &CODE_LINE,
    &CODE_BYTES,
    &TEMPLATE_DEPTH,
    &COMPONENT_DEPTH,
    &RENAMES,
    &FEED_ENTRIES,
    &SITEMAP_ADDRESSES,
    &SITEMAP_BYTES,
    &STATUS_ROWS,
    &ADDRESS_BYTES,
    &REQUEST_HEADERS,
    &CONNECTIONS,
];

/// One file.
pub static FILE_BYTES: Limit = Limit {
    of: "bytes of a file",
    setting: Some("file_bytes"),
    most: 32 << 20,
    why: "the largest guide among 36,000 real ones has 1.3 MB",
    beyond: "the file is skipped: `input/too-large`",
};

/// Fragments in fragments.
pub static INCLUDE_DEPTH: Limit = Limit {
    of: "fragments inside fragments",
    setting: Some("include_depth"),
    most: 16,
    why: "each is read inside the other, on the program's stack",
    beyond: "the fragment is left out: `markdown/include-depth`",
};

/// Fragments of a page.
pub static INCLUDES: Limit = Limit {
    of: "fragments on a page",
    setting: Some("includes"),
    most: 1_000,
    why: "fragments that each include two more would double without end",
    beyond: "the fragment is left out: `markdown/include-depth`",
};

/// Quotes in quotes.
pub static NESTING: Limit = Limit {
    of: "quotes inside quotes, as `>` at the beginning of a line",
    setting: Some("nesting"),
    most: 100,
    why: "Markdown parsers take the square of it, and no reader sees a difference",
    beyond: "the further marks count as spaces",
};

/// Sections of a page.
pub static HEADINGS: Limit = Limit {
    of: "headings of a page",
    setting: Some("headings"),
    most: 20_000,
    why: "each is compared with each of the other language",
    beyond: "further headings are shown, but are no sections, and no such page counts as up to date: `markdown/too-many`",
};

/// Links of a page.
pub static LINKS: Limit = Limit {
    of: "links and images of a page",
    setting: Some("links"),
    most: 50_000,
    why: "each is kept in memory and looked up",
    beyond: "further ones are shown, but not checked: `markdown/too-many`",
};

/// A path below the root.
pub static PATH_BYTES: Limit = Limit {
    of: "bytes of a path below the root, and of a `document_id`",
    setting: None,
    most: 1_024,
    why: "systems take 4,096, and a page lies deeper in the site than its source",
    beyond: "the file is skipped: `input/file-name`; the id is not taken: `front-matter/invalid`",
};

/// One part of an address.
pub static NAME_BYTES: Limit = Limit {
    of: "bytes of one part of an address",
    setting: None,
    most: 252,
    why: "disks take 255, and the Markdown of a page has `.md` behind its name",
    beyond: "the part is cut, with a hash of the whole at its end",
};

/// The name of an image.
pub static RESOURCE_NAME_BYTES: Limit = Limit {
    of: "bytes of the name of an image or another file in the site",
    setting: None,
    most: 200,
    why: "disks take 255, and a hash and the ending come on top",
    beyond: "the name is cut, with a hash of the whole at its end",
};

/// A name that `import` writes.
pub static IMPORTED_NAME_BYTES: Limit = Limit {
    of: "bytes of a name that `import` writes",
    setting: None,
    most: 160,
    why: "disks take 255, and a label and an ending may come on top",
    beyond: "the name is cut, with a hash of the whole at its end",
};

/// A path that `import` writes.
pub static IMPORTED_PATH_BYTES: Limit = Limit {
    of: "bytes of a path that `import` writes",
    setting: None,
    most: 900,
    why: "the content folder stands before it, and the limit of paths holds for both",
    beyond: "the file is skipped, and the plan says why",
};

/// Front matter.
pub static FRONT_MATTER_BYTES: Limit = Limit {
    of: "bytes of front matter",
    setting: None,
    most: 512 << 10,
    why: "lists of keywords reach 100 KiB",
    beyond: "it counts as not closed: `front-matter/invalid`",
};

/// Front matter with a review in it.
pub static REVIEWED_BYTES: Limit = Limit {
    of: "bytes of front matter that `review` writes",
    setting: None,
    most: 60 << 10,
    why: "the page must be read again afterwards, by whatever a merge adds",
    beyond: "`review` writes nothing and ends with 2",
};

/// Values in values, as the YAML reader has it.
pub static YAML_DEPTH: Limit = Limit {
    of: "lists and maps inside one another, in YAML",
    setting: None,
    most: 128,
    why: "the YAML reader calls itself for each",
    beyond: "the file is not read, with the finding of its kind such as `front-matter/invalid`",
};

/// Values in values, as the JSON reader has it.
pub static JSON_DEPTH: Limit = Limit {
    of: "lists and maps inside one another, in JSON",
    setting: None,
    most: 127,
    why: "the JSON reader calls itself for each",
    beyond: "the file is not read: `input/settings`",
};

/// Navigation in navigation.
pub static NAVIGATION_DEPTH: Limit = Limit {
    of: "navigation inside navigation",
    setting: None,
    most: 32,
    why: "real ones reach eight",
    beyond: "what lies deeper is left out: `input/navigation`",
};

/// Alternatives of a pattern.
pub static PATTERNS: Limit = Limit {
    of: "alternatives, and braces, of one pattern in `docfx.json` or `absent`",
    setting: None,
    most: 1_000,
    why: "each pair of braces multiplies them",
    beyond: "further braces stand for themselves",
};

/// A construct of Learn's Markdown.
pub static CONSTRUCT_BYTES: Limit = Limit {
    of: "bytes of a line on which a construct such as `:::image` ends",
    setting: None,
    most: 8_192,
    why: "thousands of openings on one line would each read it to its end",
    beyond: "it is text",
};

/// What stands before a construct.
pub static INDENT_BYTES: Limit = Limit {
    of: "bytes of quotes, lists and spaces before a construct",
    setting: None,
    most: 1_024,
    why: "each construct reads back to the beginning of its line",
    beyond: "it is text",
};

/// Raw HTML in raw HTML.
pub static RAW_ELEMENTS: Limit = Limit {
    of: "raw HTML elements inside one another",
    setting: None,
    most: 200,
    why: "browsers cut off not much further",
    beyond: "further tags are left out, their text stays",
};

/// A code sample of several parts.
pub static SAMPLE_BYTES: Limit = Limit {
    of: "bytes of a code sample that is put together from ranges of lines",
    setting: None,
    most: 1 << 20,
    why: "a line of ranges may name the whole of a file a thousand times",
    beyond: "the sample is left out: `markdown/code-missing`",
};

/// A line of code that is coloured.
pub static CODE_LINE: Limit = Limit {
    of: "bytes of a line of code that is coloured",
    setting: None,
    most: 2_000,
    why: "longer ones are data more often than code, and a language's definition takes their square",
    beyond: "the line is shown without colours",
};

/// A block of code that is coloured.
pub static CODE_BYTES: Limit = Limit {
    of: "bytes of a block of code that is coloured",
    setting: None,
    most: 400_000,
    why: "colouring takes far longer than showing",
    beyond: "the block is shown without colours",
};

/// Blocks in blocks, as the template engine has it.
pub static TEMPLATE_DEPTH: Limit = Limit {
    of: "blocks such as `if` and `for` inside one another, in a template",
    setting: None,
    most: 39,
    why: "the template engine calls itself for each, and takes 40 with the template itself",
    beyond: "the template is not taken: `template/error`",
};

/// Components in components, as the template engine has it.
pub static COMPONENT_DEPTH: Limit = Limit {
    of: "components that call one another, in a template",
    setting: None,
    most: 20,
    why: "a component that calls itself would not end",
    beyond: "the page is made without the theme's own template: `template/error`",
};

/// Files of one commit.
pub static RENAMES: Limit = Limit {
    of: "files of other names that a vanished file is compared with, in one commit",
    setting: None,
    most: 1_000,
    why: "each is read from the repository and compared line by line",
    beyond: "the file counts as deleted unless its name or its bytes tell where it went",
};

/// The feed.
pub static FEED_ENTRIES: Limit = Limit {
    of: "pages in a feed",
    setting: None,
    most: 100,
    why: "readers fetch it often, and want what is new",
    beyond: "older pages are left out of it",
};

/// A sitemap.
pub static SITEMAP_ADDRESSES: Limit = Limit {
    of: "addresses in one sitemap",
    setting: None,
    most: 50_000,
    why: "the protocol has it so",
    beyond: "there are several, with an index",
};

/// A sitemap's size.
pub static SITEMAP_BYTES: Limit = Limit {
    of: "bytes of one sitemap",
    setting: None,
    most: 50 << 20,
    why: "the protocol has it so, and each address is followed by that of each language",
    beyond: "there are several, with an index",
};

/// A status page.
pub static STATUS_ROWS: Limit = Limit {
    of: "guides, and deadlines, on a status page",
    setting: None,
    most: 500,
    why: "no reader looks through more, and browsers take their time",
    beyond: "the page shows the most urgent ones and says so; the files beside it hold all",
};

/// The address of a request.
pub static ADDRESS_BYTES: Limit = Limit {
    of: "bytes of the address in a request to the preview",
    setting: None,
    most: 65_534,
    why: "the HTTP library has it so",
    beyond: "the answer is 414",
};

/// The headers of a request.
pub static REQUEST_HEADERS: Limit = Limit {
    of: "headers of a request to the preview",
    setting: None,
    most: 100,
    why: "the HTTP library has it so",
    beyond: "the answer is 431",
};

/// Open pages.
pub static CONNECTIONS: Limit = Limit {
    of: "connections to the preview at once, if the system gives so many",
    setting: None,
    most: 65_536,
    why: "each open page keeps one, and the system counts them as files",
    beyond: "further ones wait",
};
