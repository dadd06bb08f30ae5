//! Pages that have moved, and whether the way to them ends anywhere.

use crate::catalog::redirect::{Redirect, RedirectId};
use crate::catalog::resolve::moved::End;
use crate::check::links::{BROKEN, OUTSIDE, brief};
use crate::check::{Check, Context, Scope};
use crate::config::UnknownLink;
use crate::finding::{Finding, Level, Rule, Span};
use crate::locale::tag::Locale;

/// Redirections that lead nowhere or hide a page.
pub const CHECK: Check = Check {
    rules: &[&LOOP, &SHADOWED],
    scope: Scope::Site(find),
};

/// `link/redirect-loop`: a page that has moved to where it is sent back from.
pub static LOOP: Rule = Rule {
    code: "link/redirect-loop",
    level: Level::Deny,
    summary: "a page that has moved to where it is sent back from",
    explanation: "\
Redirections lead from page to page and back to the first one. Browsers give up on them, and no
redirection is written for any of the pages.

```json
{ \"source_path\": \"a.md\", \"redirect_url\": \"/docs/b\" },
{ \"source_path\": \"b.md\", \"redirect_url\": \"/docs/a\" }
```

Send one of the pages to where the text is now. `.openpublishing.redirection.json` and the
`redirect_url` of front matter count alike.
",
};

/// `link/redirect-shadowed`: a redirection of a page that is still there.
pub static SHADOWED: Rule = Rule {
    code: "link/redirect-shadowed",
    level: Level::Warn,
    summary: "a redirection of a page that is still there",
    explanation: "\
A file of redirections says that a page has moved, but the page stands where it stood. Its address
can either show the page or lead away: the page is shown, and the redirection is left out.

Delete the page, or take the redirection out of `.openpublishing.redirection.json`.
",
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let redirects = &context.resolver.redirects().list;
    let judged = redirects.iter().enumerate();
    judged
        .filter_map(|(id, redirect)| judge(context, id, redirect))
        .collect()
}

fn judge(context: &Context<'_>, id: RedirectId, redirect: &Redirect) -> Option<Finding> {
    let catalog = context.resolver.catalog;
    let locale = reader(context, redirect)?;
    let at = |rule: &'static Rule, message: String| {
        let finding = rule.at(&redirect.file, redirect.span, message);
        finding.of(locale, &redirect.document)
    };
    let page = redirect.page.path.as_str();
    if let Some(standing) = catalog.current(&redirect.document, locale) {
        let message = format!("`{page}` has moved, and is still there");
        let path = catalog.revision(standing).path();
        let finding = at(&SHADOWED, message).help("delete the page, or the redirection");
        return Some(finding.related(path, Span::FILE, "the page"));
    }
    match context.resolver.follow(id, locale) {
        End::Loop => {
            let message = format!(
                "`{page}` is sent to `{}`, and back",
                brief(&redirect.target)
            );
            Some(at(&LOOP, message).help("send it to where its text is now"))
        }
        End::Lost(target) => {
            let message = format!(
                "`{page}` is sent to `{}`, which is not there",
                brief(&target)
            );
            let rule = match context.config.links.unknown {
                UnknownLink::Broken => &BROKEN,
                UnknownLink::Outside => &OUTSIDE,
            };
            Some(at(rule, message).help("send it to a page that is there"))
        }
        End::Outside(target) if context.config.links.outside.is_none() => {
            let message = format!(
                "`{page}` is sent to `{}`, outside this tree",
                brief(&target)
            );
            let help = "set `links.outside` to have the redirection written";
            Some(at(&OUTSIDE, message).help(help))
        }
        End::Page { .. } | End::Outside(_) | End::Elsewhere(_) => None,
    }
}

/// The first of the readers that a redirection is for.
fn reader<'c>(context: &'c Context<'_>, redirect: &'c Redirect) -> Option<&'c Locale> {
    let locales = &context.resolver.catalog.locales;
    let source = context.config.source_locale.as_ref();
    let source = source.filter(|source| locales.contains(source));
    redirect.locale.as_ref().or(source).or(locales.first())
}
