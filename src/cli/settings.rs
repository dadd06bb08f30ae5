//! The settings of a site as one run has them: `site.yaml`, and what the command line says.

use anyhow::{Context, bail};
use camino::Utf8Path;

use crate::cli::arguments::Levels;
use crate::config::Config;
use crate::finding::{Level, Rule};
use crate::nearest::hint;

/// Reads `site.yaml`; a site without one has the defaults.
///
/// # Errors
/// Settings that cannot be read, with the place and what is most likely meant.
pub fn read_config(root: &Utf8Path) -> anyhow::Result<Config> {
    let path = root.join("site.yaml");
    let shown = path.strip_prefix(".").unwrap_or(&path);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error).with_context(|| format!("cannot read `{shown}`")),
    };
    let config = Config::parse(&text).map_err(|error| anyhow::anyhow!("`{shown}`: {error}"))?;
    for code in config.findings.keys() {
        known(code).with_context(|| format!("`{shown}`: findings"))?;
    }
    Ok(config)
}

/// Sets the levels that the command line gives.
///
/// # Errors
/// A code that no finding has.
pub fn set_levels(config: &mut Config, levels: &Levels) -> anyhow::Result<()> {
    let all = [
        (&levels.allow, Level::Allow),
        (&levels.warn, Level::Warn),
        (&levels.deny, Level::Deny),
    ];
    for (codes, level) in all {
        for code in codes {
            known(code).with_context(|| format!("`--{level}`"))?;
            config.findings.insert(code.clone(), level);
        }
    }
    Ok(())
}

/// The rule of a code.
///
/// # Errors
/// None has; the message names the nearest.
pub fn known(code: &str) -> anyhow::Result<&'static Rule> {
    let rules = crate::rules::all();
    if let Some(rule) = rules.iter().find(|rule| rule.code == code) {
        return Ok(rule);
    }
    match hint(code, rules.iter().map(|rule| rule.code)) {
        none if none.is_empty() => {
            bail!("no finding has the code `{code}`; `instep explain` lists them all")
        }
        hint => bail!("no finding has the code `{code}`{hint}"),
    }
}
