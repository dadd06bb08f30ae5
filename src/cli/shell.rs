//! `instep completions` and `instep man`: what packagers install beside the program.

use std::io::Write;

use clap::CommandFactory;

use crate::cli::arguments::Arguments;
use crate::cli::status::Status;
use crate::cli::terminal::output;

/// # Errors
/// What keeps standard output from being written.
pub fn completions(shell: clap_complete::Shell) -> anyhow::Result<Status> {
    // Made in memory first: the generator panics where its reader has had enough.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "instep", &mut script);
    let mut out = output();
    out.write_all(&script)?;
    out.flush()?;
    Ok(Status::Done)
}

/// # Errors
/// What keeps standard output from being written.
pub fn man() -> anyhow::Result<Status> {
    let mut out = output();
    clap_mangen::Man::new(Arguments::command()).render(&mut out)?;
    out.flush()?;
    Ok(Status::Done)
}
