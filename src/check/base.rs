//! Whether the site knows where it will stand.

use crate::check::{Check, Context, Scope};
use crate::config::Config;
use crate::finding::{Finding, Level, Rule};
use crate::path::SourcePath;

/// Looks at the address of the site.
pub const CHECK: Check = Check {
    rules: &[&BASE_URL],
    scope: Scope::Site(find),
};

/// `site/base-url`: the site has no address, or none that search engines could follow.
pub static BASE_URL: Rule = Rule {
    code: "site/base-url",
    level: Level::Note,
    summary: "the site has no whole address",
    explanation: "\
Canonical links, `hreflang` and the sitemap hold whole addresses, so without `base_url` in
`site.yaml` they are left out; feeds and calendars do without links that work elsewhere. Where
`base_url` has no `https://` and no host, these addresses lead nowhere.

```yaml
base_url: https://docs.example.org
```

Set it to the address at which readers will find the site. If it stands below a path of its host, as
the project pages of GitHub and GitLab do, write the path too: links start at it.

A site that nobody but you reads needs none: set `site/base-url` to `allow` under `findings`.
",
};

/// Whether a build says so too: it lists no findings, and this one is of what it wrote.
pub fn is_told(config: &Config) -> bool {
    let level = config.findings.get(BASE_URL.code).copied();
    !config.base().is_whole() && level.unwrap_or(BASE_URL.level) != Level::Allow
}

/// One finding, of the settings as a whole: what is missing there has no line.
fn find(context: &Context<'_>) -> Vec<Finding> {
    let settings = SourcePath::new("site.yaml");
    if context.resolver.catalog.documents.is_empty() {
        return Vec::new();
    }
    let message = match &context.config.base_url {
        None => {
            "the site has no `base_url`: canonical links, `hreflang` and the sitemap are left out"
                .to_owned()
        }
        Some(_) if context.config.base().is_whole() => return Vec::new(),
        Some(url) => format!("`{url}` is no whole address"),
    };
    let help = "set `base_url` in `site.yaml` to the address at which the site will stand";
    vec![BASE_URL.about(&settings, message).help(help)]
}
