//! Links of current revisions that lead nowhere, or past what they mean.

mod moved;
pub mod near;

use std::collections::BTreeSet;

use crate::catalog::documents::RevisionId;
use crate::catalog::resolve::{Answer, Fragment};
use crate::check::links::near::{near_anchor, with_path};
use crate::check::{Asked, Check, Context, Linked, Scope};
use crate::config::{LinkSettings, UnknownLink};
use crate::document::revision::{Link, LinkKind, Revision};
use crate::finding::{Finding, Level, Rule, Trust};
use crate::path::decode;

/// Links of current revisions.
pub const CHECK: Check = Check {
    rules: &[
        &BROKEN,
        &BROKEN_ANCHOR,
        &OUTSIDE,
        &CASE,
        &REDIRECTED,
        &SCHEME,
    ],
    scope: Scope::Links(find),
};

/// `link/broken`: a link to a page or file that is not there.
pub static BROKEN: Rule = Rule {
    code: "link/broken",
    level: Level::Deny,
    summary: "a link to a page or file that is not there",
    explanation: "\
The link names a page or file that the tree does not hold. Readers who follow it find nothing.

A target that is one letter away from an existing page is always a slip, and is reported with the
right name. Any other unknown target is broken only where `links.unknown` is `broken` in
`site.yaml`; otherwise it is taken for a part of a larger set that is not at hand
(`link/outside`).

Write the right target, add the page, or remove the link.
",
};

/// `link/broken-anchor`: a link to a section that its page does not have.
pub static BROKEN_ANCHOR: Rule = Rule {
    code: "link/broken-anchor",
    level: Level::Deny,
    summary: "a link to a section that its page does not have",
    explanation: "\
The page is there, the section after `#` is not: no heading has this anchor and nothing on the page
has it as its id. Browsers open the top of the page instead and say nothing.

Anchors are the `<a name>` of a heading, its `{#id}`, or the heading's words in lower case with
hyphens. In a translation without explicit anchors the words differ from the original's: give the
headings the original's anchors, which keeps links working in every language. An anchor that the
reference has for the same section is accepted.
",
};

/// `link/outside`: a link to a page that is not part of this tree.
pub static OUTSIDE: Rule = Rule {
    code: "link/outside",
    level: Level::Note,
    summary: "a link to a page that is not part of this tree",
    explanation: "\
The link is relative, and the tree does not hold its target. Hand-offs are often parts of larger
sets, so this is no error: the site shows the words of the link, marked as leading outside. Each
target is named once a page.

Where the larger set stands somewhere, say so and the links lead there:

```yaml
links:
  outside: https://learn.microsoft.com/{locale}/{path}
```

Where the tree is complete, set `links.unknown: broken` to have such links reported as broken.
",
};

/// `link/case`: a link that is right but for upper and lower case.
pub static CASE: Rule = Rule {
    code: "link/case",
    level: Level::Note,
    summary: "a link that is right but for upper and lower case",
    explanation: "\
A page of this name exists, with other capital letters. On Windows and macOS the link seems to
work; on the web, and on most servers, it does not.

Write the name as the file has it. `instep check --fix` does that.
",
};

/// `link/redirected`: a link to a page that has moved.
pub static REDIRECTED: Rule = Rule {
    code: "link/redirected",
    level: Level::Note,
    summary: "a link to a page that has moved",
    explanation: "\
The page that the link names has moved: `.openpublishing.redirection.json`, or a `redirect_url` in
its front matter, says where to. Readers are led to the new place, but whoever reads the source
looks for a file that is not there, and the link breaks when the redirection is cleaned up.

Link to the new place. `instep check --fix` writes it where it is a page of this tree.
",
};

/// `link/scheme`: a link that would run a script or open a local file.
pub static SCHEME: Rule = Rule {
    code: "link/scheme",
    level: Level::Warn,
    summary: "a link that would run a script or open a local file",
    explanation: "\
The target begins with `javascript:`, `vbscript:`, `data:` or `file:`. Such links run whatever they
hold with the rights of the site, or lead to the author's own disk. They are taken out of the page;
the words stay.

Link to a page instead. Images as `data:` are kept.
",
};

fn find(context: &Context<'_>, asked: &Asked<'_>) -> Linked {
    let mut by_names = true;
    let catalog = context.resolver.catalog;
    let mut findings = Vec::new();
    for edition in asked.document.editions.values() {
        let revision = catalog.revision(edition.current());
        let mut outside = BTreeSet::new();
        for link in &revision.links {
            let from = (revision.file(link.place), link.target.trim());
            let answer = context
                .resolver
                .link_on(revision, from, &revision.place.locale);
            by_names &= answer.is_by_names();
            let found = judge(context, (revision, link), answer);
            let is_new = |finding: &Finding| {
                finding.rule.code != OUTSIDE.code || outside.insert(finding.message.clone())
            };
            findings.extend(found.filter(is_new));
        }
    }
    Linked { findings, by_names }
}

/// What is wrong with a link, by where it leads.
fn judge(
    context: &Context<'_>,
    (revision, link): (&Revision, &Link),
    answer: Answer,
) -> Option<Finding> {
    let place = &revision.place;
    let target = link.target.trim();
    let at = |rule: &'static Rule, message: String| {
        let finding = rule.at(revision.file(link.place), link.place.span, message);
        finding.of(&place.locale, &place.document)
    };
    if target.is_empty() {
        let finding = at(&BROKEN, "a link without a target".to_owned());
        return Some(finding.help("write where it leads, or remove it"));
    }
    if is_unsafe(target, link.kind) {
        let message = format!("`{}` is no address to link to", brief(target));
        return Some(at(&SCHEME, message).help("link to a page"));
    }
    let (resolver, from) = (context.resolver, revision.file(link.place));
    match answer {
        Answer::Page {
            document,
            fragment: Some(fragment),
            found: Fragment::Missing,
        } => {
            let id = resolver.shown(&document, &place.locale)?;
            let is_alias = || context.pairings.is_alias(resolver.catalog, id, &fragment);
            let is_known = is_script_fragment(&fragment) || is_alias();
            (!is_known).then(|| broken_anchor(context, id, &fragment, at, link))
        }
        Answer::Page { .. } | Answer::Resource(_) | Answer::Elsewhere => None,
        Answer::Moved(redirect) => Some(moved::finding(context, (from, link), redirect, &at)),
        Answer::Reference => {
            let message = format!("`{}` is the `uid` of no page of this tree", brief(target));
            Some(at(&OUTSIDE, message))
        }
        Answer::OtherCase(path) => {
            let target = brief(&link.target);
            let message = format!("`{target}` has other capital letters than the file `{path}`");
            Some(led_to(
                path.as_str(),
                at(&CASE, message),
                (link, Trust::Safe),
            ))
        }
        Answer::Unknown {
            near: Some(near),
            case_only,
        } => Some(slip(&near, case_only, at, link)),
        Answer::Unknown { near: None, .. } => unknown(context, at, link),
    }
}

/// Fragments that scripts and browsers read: tabs of Learn pages, and text fragments.
fn is_script_fragment(fragment: &str) -> bool {
    fragment.starts_with("tab/") || fragment.starts_with(":~:") || fragment.contains('=')
}

fn broken_anchor(
    context: &Context<'_>,
    id: RevisionId,
    fragment: &str,
    at: impl Fn(&'static Rule, String) -> Finding,
    link: &Link,
) -> Finding {
    let page = context.resolver.catalog.revision(id);
    let message = format!(
        "`{}`: `{}` has no section `#{fragment}`",
        brief(&link.target),
        page.path()
    );
    let finding = at(&BROKEN_ANCHOR, message);
    match near_anchor(page, fragment) {
        Some(anchor) => {
            let path = link.target.split('#').next().unwrap_or("");
            let right = format!("{path}#{anchor}");
            let case_only = anchor.to_lowercase() == fragment.to_lowercase();
            mended(finding, link, (&right, trust(case_only)))
        }
        None => finding.help("write the anchor of a section that the page has, or leave it out"),
    }
}

/// A target that is nearly the name of a page.
fn slip(
    near: &str,
    case_only: bool,
    at: impl Fn(&'static Rule, String) -> Finding,
    link: &Link,
) -> Finding {
    let target = brief(&link.target);
    let finding = match case_only {
        true => at(
            &CASE,
            format!("`{target}` has other capital letters than the page `{near}`"),
        ),
        false => at(
            &BROKEN,
            format!("`{target}` is not there; one letter away is the page `{near}`"),
        ),
    };
    led_to(near, finding, (link, trust(case_only)))
}

/// The finding with the names of the page or file that was meant.
fn led_to(near: &str, finding: Finding, (link, trust): (&Link, Trust)) -> Finding {
    match with_path(&link.target, near) {
        Some(right) => mended(finding, link, (&right, trust)),
        None => finding.help(format!("link to `{near}`")),
    }
}

/// The finding with the right target, as a fix where the span holds the target alone.
fn mended(finding: Finding, link: &Link, (right, trust): (&str, Trust)) -> Finding {
    let finding = finding.help(format!("write `{right}`"));
    let span = link.place.span;
    let length = span.end.column.saturating_sub(span.start.column) as usize;
    let alone = span.start.line == span.end.line && length == link.target.chars().count();
    match trust {
        _ if !alone => finding,
        Trust::Safe => finding.fix(right),
        Trust::Likely => finding.suggest(right),
    }
}

/// Another letter may be another page that is still to be written; another capital is not.
fn trust(case_only: bool) -> Trust {
    if case_only {
        Trust::Safe
    } else {
        Trust::Likely
    }
}

fn unknown(
    context: &Context<'_>,
    at: impl Fn(&'static Rule, String) -> Finding,
    link: &Link,
) -> Option<Finding> {
    let mut settings = context.config.links.clone();
    if link.target.starts_with('/') && !context.resolver.is_own(&link.target) {
        // What begins with `/` is meant for the host that the larger set stands on: with an address
        // of that host the link does what it should.
        if settings.outside.is_some() {
            return None;
        }
        settings.unknown = UnknownLink::Outside;
    }
    Some(lost(&settings, &link.target, at))
}

/// What is said of a target that the tree does not hold.
pub fn lost(
    settings: &LinkSettings,
    target: &str,
    at: impl Fn(&'static Rule, String) -> Finding,
) -> Finding {
    let target = brief(target);
    if settings.unknown == UnknownLink::Broken {
        let finding = at(&BROKEN, format!("`{target}` is not there"));
        return finding.help("write the right target, add the page, or remove the link");
    }
    let finding = at(&OUTSIDE, format!("`{target}` is not part of this tree"));
    match settings.outside {
        Some(_) => finding,
        None => finding.help("set `links.outside` to where the larger set stands"),
    }
}

fn is_unsafe(target: &str, kind: LinkKind) -> bool {
    // Browsers drop white space and control characters inside a scheme.
    let decoded = decode(target);
    let letters = decoded
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control());
    let scheme: String = letters.take(11).collect::<String>().to_ascii_lowercase();
    let is = |name: &str| scheme.starts_with(name);
    is("javascript:") || is("vbscript:") || is("file:") || is("data:") && kind == LinkKind::Link
}

/// A target as messages name it; some are whole files.
pub fn brief(target: &str) -> String {
    const LONGEST: usize = 200;
    if target.chars().count() <= LONGEST {
        return target.to_owned();
    }
    target.chars().take(LONGEST).chain(['…']).collect()
}
