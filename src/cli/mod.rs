//! The command line: arguments, exit status, one file a command.

pub mod arguments;
pub mod status;

pub mod language;
pub mod progress;
pub mod settings;
pub mod sources;
pub mod terminal;

pub mod session;

pub mod named;
pub mod pager;
pub mod since;

pub mod undated;

pub mod building;
pub mod finds;
pub mod history;
pub mod memory;
pub mod watching;

pub mod build;
pub mod check;
pub mod deadlines;
pub mod diff;
pub mod drift;
pub mod explain;
pub mod fix;
pub mod import;
pub mod init;
pub mod merge;
pub mod preview;
pub mod rebuild;
pub mod review;
pub mod schema;
pub mod serve;
pub mod shell;

use std::panic::catch_unwind;
use std::process::ExitCode;

use anyhow::anyhow;
use clap::Parser;

use crate::cli::arguments::{Arguments, Command};
use crate::cli::status::Status;

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Nothing is left to be said where even this cannot be written.
            let _ = error.print();
            return if error.use_stderr() {
                Status::CannotRun
            } else {
                Status::Done
            }
            .into();
        }
    };
    let ended = catch_unwind(|| run(&arguments)).unwrap_or_else(|_| Err(anyhow!(MISTAKE)));
    match ended {
        Ok(status) => status.into(),
        Err(error) if status::is_closed_pipe(&error) => Status::Done.into(),
        Err(error) => {
            status::complain(&error);
            Status::CannotRun.into()
        }
    }
}

/// What follows the lines that a panic prints.
const MISTAKE: &str = "this is a mistake in Instep, not in your texts: please report it with the \
                       lines above; nothing was published";

fn run(arguments: &Arguments) -> anyhow::Result<Status> {
    let global = &arguments.global;
    match &arguments.command {
        Command::Init(arguments) => init::run(arguments, global),
        Command::Schema(arguments) => schema::run(arguments),
        Command::Merge(arguments) => merge::run(arguments, global),
        Command::Build(arguments) => build::run(arguments, global),
        Command::Serve(arguments) => serve::run(arguments, global),
        Command::Check(arguments) => check::run(arguments, global),
        Command::Deadlines(arguments) => deadlines::run(arguments, global),
        Command::Diff(arguments) => diff::run(arguments, global),
        Command::Explain(arguments) => explain::run(arguments, global),
        Command::Completions(arguments) => shell::completions(arguments.shell),
        Command::Man => shell::man(),
        Command::Review(arguments) => review::run(arguments, global),
        Command::Drift(arguments) => drift::run(arguments, global),
        Command::Import(arguments) => import::run(arguments, global),
    }
}
