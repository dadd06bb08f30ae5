//! `_headers`: what a server shall say with each file, in the form that static hosts read. The
//! manual has the same for nginx.

use crate::path::base::Base;

/// Files whose names change with their content may be kept for ever; pages are asked for again.
/// The policy is that of the pages' own `meta` element, with the part that only a server can say.
pub fn text(base: Base<'_>) -> String {
    let at = base.path();
    let forever = "  Cache-Control: public, max-age=31536000, immutable\n";
    format!(
        "{at}/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n  \
         Content-Security-Policy: frame-ancestors 'self'\n\
         {at}/assets/*\n{forever}{at}/media/*\n{forever}\
         {at}/pagefind/fragment/*\n{forever}{at}/pagefind/index/*\n{forever}"
    )
}
