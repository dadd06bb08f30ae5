//! Links to pages that have moved.

use crate::catalog::redirect::RedirectId;
use crate::catalog::resolve::moved::End;
use crate::check::Context;
use crate::check::links::{REDIRECTED, brief, mended};
use crate::document::revision::Link;
use crate::finding::{Finding, Rule, Trust};
use crate::path::{SourcePath, encode};

/// Tells where a page has moved that a link of the file `from` still names at its old place.
pub fn finding(
    context: &Context<'_>,
    (from, link): (&SourcePath, &Link),
    redirect: RedirectId,
    at: &dyn Fn(&'static Rule, String) -> Finding,
) -> Finding {
    let redirects = &context.resolver.redirects().list;
    let found = at(&REDIRECTED, format!("`{}` has moved", brief(&link.target)));
    let said = &redirects[redirect];
    let found = found.related(&said.file, said.span, "this says where to");
    let locale = found.locale.clone();
    let end = locale.map(|locale| context.resolver.follow(redirect, &locale));
    match end {
        Some(End::Page { document, fragment }) => {
            let own = link.target.split_once('#').map(|(_, own)| own.to_owned());
            let fragment = fragment.map(|f| encode(&f)).or(own);
            match written(context, from, &document) {
                Some(path) => {
                    let anchor = fragment.map_or(String::new(), |f| format!("#{f}"));
                    mended(found, link, (&format!("{path}{anchor}"), Trust::Safe))
                }
                None => found.help(format!("link to the page `{document}`")),
            }
        }
        Some(End::Elsewhere(address) | End::Outside(address)) => {
            mended(found, link, (&address, Trust::Safe))
        }
        Some(End::Loop | End::Lost(_)) | None => found.help("mend the redirection"),
    }
}

/// How a file writes a link to a document: by the path from its own folder, where both lie in one
/// docset.
fn written(context: &Context<'_>, from: &SourcePath, document: &str) -> Option<String> {
    let catalog = context.resolver.catalog;
    let own = context.resolver.file(from)?;
    let entry = catalog.documents.get(document)?;
    let mut editions = entry.editions.values();
    let path = editions.find_map(|edition| {
        let file = context
            .resolver
            .file(catalog.revision(edition.current()).path())?;
        (file.docset == own.docset).then_some(&*file.inner)
    })?;
    Some(encode(&relative(&own.inner, path)))
}

/// The way from one file to another below the same folder.
fn relative(from: &str, to: &str) -> String {
    let (mut here, mut there): (Vec<&str>, Vec<&str>) =
        (from.split('/').collect(), to.split('/').collect());
    here.pop();
    let shared = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
    let shared = shared.min(there.len() - 1);
    let ups = "../".repeat(here.len() - shared);
    format!("{ups}{}", there.split_off(shared).join("/"))
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn the_way_goes_up_as_far_as_it_must() {
        assert_eq!(relative("a/b/c.md", "a/d.md"), "../d.md");
        assert_eq!(relative("a.md", "b/c.md"), "b/c.md");
        assert_eq!(relative("a/b.md", "a/c.md"), "c.md");
        assert_eq!(relative("a/b.md", "c.md"), "../c.md");
    }
}
