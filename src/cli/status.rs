//! How the program ends, and what it says when it cannot run.

use std::io::Write;
use std::process::ExitCode;

use crate::cli::arguments::Global;
use crate::report::look::Detail;
use crate::report::terminal::harmless;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// What was asked for is done.
    Done,
    /// Findings at the level `deny`.
    Denied,
    /// Bad arguments, an unreadable folder, a full disk.
    CannotRun,
}

impl Status {
    /// Denied where there is anything to deny.
    pub fn of(denied: usize) -> Self {
        if denied > 0 { Self::Denied } else { Self::Done }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::Denied => 1,
            Status::CannotRun => 2,
        })
    }
}

/// Says on standard error why the program cannot run, in one sentence.
pub fn complain(error: &anyhow::Error) {
    note(&format!("error: {error:#}"));
}

/// Whether an error is only that nobody reads the output any more (`instep check | head`).
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let broken = |cause: &(dyn std::error::Error + 'static)| {
        let io = cause
            .downcast_ref::<std::io::Error>()
            .map(std::io::Error::kind);
        let json = || cause.downcast_ref::<serde_json::Error>()?.io_error_kind();
        io.or_else(json) == Some(std::io::ErrorKind::BrokenPipe)
    };
    error.chain().any(broken)
}

/// Says something on standard error that is no result. Names of files come with it, which may hold
/// what steers a terminal; and where nobody can be told, the work still goes on.
pub fn note(text: &str) {
    let mut out = std::io::stderr().lock();
    for line in text.lines() {
        let _ = writeln!(out, "{}", harmless(line));
    }
}

/// How much is said beside results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Nothing but errors.
    Quiet,
    /// Results, and what comes next.
    Normal,
    /// What was read, how long it took, why.
    Verbose,
}

impl Voice {
    /// What `--quiet` and `--verbose` ask for.
    pub fn of(global: &Global) -> Self {
        match (global.quiet, global.verbose) {
            (true, _) => Self::Quiet,
            (false, true) => Self::Verbose,
            (false, false) => Self::Normal,
        }
    }

    /// How much reports show of what is long.
    pub fn detail_of_reports(self) -> Detail {
        match self {
            Self::Verbose => Detail::Full,
            Self::Quiet | Self::Normal => Detail::Brief,
        }
    }

    /// Says something on standard error that is no result.
    pub fn say(self, text: &str) {
        if self != Self::Quiet {
            note(text);
        }
    }

    /// The same, where more than usual was asked for.
    pub fn detail(self, text: &str) {
        if self == Self::Verbose {
            note(text);
        }
    }
}
