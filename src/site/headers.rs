//! `_headers`: what a server shall say with each file, in the form that static hosts read. The
//! manual has the same for nginx.

/// Files whose names change with their content may be kept for ever; pages are asked for again.
/// The policy is that of the pages' own `meta` element, with the part that only a server can say.
pub fn text() -> String {
    let forever = "  Cache-Control: public, max-age=31536000, immutable\n";
    format!(
        "/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n  \
         Content-Security-Policy: frame-ancestors 'self'\n\
         /assets/*\n{forever}/media/*\n{forever}/pagefind/fragment/*\n{forever}/pagefind/index/*\n{forever}"
    )
}
