//! The most that a file, a page or a name may ask of the machine: every limit with its reason.
//!
//! Each is far above what real guides need, and low enough that a damaged or hostile file cannot
//! stop a build. What a site may want more of is a setting; the rest is what systems set.

use schemars::JsonSchema;
use serde::Deserialize;

/// The limits that `limits` in `site.yaml` raises or lowers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Bytes of one file. The largest guide among 36,000 real ones has 1.3 MB.
    pub file_bytes: u64,
    /// Fragments inside fragments.
    pub include_depth: usize,
    /// Fragments on one page, so that doubling fragments end.
    pub includes: usize,
    /// Opening characters of nested quotes and lists on one line: parsers take their square.
    pub nesting: usize,
    /// Headings of one page: each of them is compared with each of the other language's.
    pub headings: usize,
    /// Links and images of one page: each is kept in memory and looked up.
    pub links: usize,
}

/// Bytes of a path below the root, and of a `document_id`. Linux takes 4,096 for a whole path, and
/// a page of the site lies deeper than its source.
pub const PATH_BYTES: usize = 1024;

/// Bytes of one name in the site. Disks take 255, and a page's Markdown has `.md` behind its name.
pub const NAME_BYTES: usize = 252;

/// Bytes of front matter. Real ones stay below 8 KiB; a YAML parser is no place for megabytes.
pub const FRONT_MATTER_BYTES: usize = 64 << 10;

/// Raw HTML elements that are open at once. Browsers cut off not much further, and no reader sees a
/// difference.
pub const RAW_ELEMENTS: usize = 200;

/// Navigation inside navigation. Real ones reach eight; what is nested deeper is a mistake.
pub const NAVIGATION_DEPTH: usize = 32;

/// Bytes of a line of code that is coloured. Longer ones are data more often than code, and cost the
/// definition of a language their square.
pub const CODE_LINE: usize = 2_000;

/// Bytes of a block of code that is coloured.
pub const CODE_BYTES: usize = 400_000;

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 32 << 20,
            include_depth: 16,
            includes: 1_000,
            nesting: 100,
            headings: 5_000,
            links: 50_000,
        }
    }
}
