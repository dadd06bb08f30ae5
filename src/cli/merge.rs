//! `instep merge`: shards of a site joined to the bytes of a single build.

use std::time::Instant;

use camino::Utf8PathBuf;
use clap::Args;

use crate::cli::arguments::Global;
use crate::cli::language;
use crate::cli::status::{Status, Voice};
use crate::io::publish::Staging;
use crate::io::search;
use crate::io::shard::{self, Shard};
use crate::messages::Argument;
use crate::report::look::number;

/// `instep merge`
#[derive(Debug, Args)]
pub struct MergeArguments {
    /// Folders that `build --shard I/N` made, in any order
    #[arg(required = true, value_name = "SHARD")]
    pub shards: Vec<Utf8PathBuf>,
    /// Where the site is put [default: dist below the root]
    #[arg(long, value_name = "DIR")]
    pub out: Option<Utf8PathBuf>,
}

/// Joins the shards, and puts the site in its place in one step.
///
/// # Errors
/// Shards that are not all those of one site, or a disk that takes no more; the site that stood
/// before stands still.
pub fn run(arguments: &MergeArguments, global: &Global) -> anyhow::Result<Status> {
    let start = Instant::now();
    let out = arguments.out.clone();
    let out = out.unwrap_or_else(|| global.below("dist"));
    let shards = arguments.shards.iter().map(|folder| Shard::open(folder));
    let shards: Vec<Shard> = shards.collect::<anyhow::Result<_>>()?;
    shard::complete(&shards)?;
    let staging = Staging::begin(&out)?;
    for (path, bytes) in search::index(shard::join(&shards, &staging)?, &[])?.files {
        staging.write(&path, &bytes)?;
    }
    let published = staging.publish()?;
    let seconds = format!("{:.2}", start.elapsed().as_secs_f64());
    let said = [
        ("shards", number(shards.len())),
        ("written", number(published.written)),
        ("kept", number(published.kept)),
        ("removed", number(published.removed)),
        ("seconds", Argument::Text(&seconds)),
        ("folder", Argument::Text(out.as_str())),
    ];
    Voice::of(global).say(&language::words().text("cli-merged", &said));
    Ok(Status::Done)
}
