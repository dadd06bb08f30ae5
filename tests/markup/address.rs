//! Whether an address can do harm. The list of what may stand is kept here once more, apart from the
//! program's own.

/// For pages, files, letters, calls and names.
const SCHEMES: [&str; 6] = ["http", "https", "mailto", "tel", "ftp", "xref"];

/// As browsers read an address (WHATWG URL, section 4.4): white space and controls around it go,
/// and tabs and line ends in it.
pub fn is_safe(address: &str) -> bool {
    let trimmed = address.trim_matches(|c: char| c <= ' ');
    let read: String = trimmed.chars().filter(|c| !"\t\n\r".contains(*c)).collect();
    let Some((scheme, _)) = read.split_once(':') else {
        return true;
    };
    let begins = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let plain = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    !(begins && scheme.chars().all(plain)) || SCHEMES.contains(&&*scheme.to_ascii_lowercase())
}
