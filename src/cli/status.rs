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
    note(&format!("error: {}", told(error)));
}

/// An error with what caused it, in one line. Many say their cause themselves; it is not said twice.
pub fn told(error: &anyhow::Error) -> String {
    let mut told = String::new();
    for cause in error.chain() {
        let cause = cause.to_string();
        if told.is_empty() {
            told = cause;
        } else if !told.contains(&cause) {
            told = format!("{told}: {cause}");
        }
    }
    told
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

#[cfg(test)]
mod tests {
    use std::error::Error;
    use std::fmt;

    use anyhow::Context;

    use super::*;

    /// Says its cause itself, and names it as well.
    #[derive(Debug)]
    struct Threads(std::io::Error);

    impl fmt::Display for Threads {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(to, "no threads: {}", self.0)
        }
    }

    impl Error for Threads {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(&self.0)
        }
    }

    #[test]
    fn a_cause_is_said_once() {
        let cause = || Threads(std::io::Error::other("try again"));
        let error = Err::<(), _>(cause()).context("cannot remove `a`");
        let error = error.expect_err("it is one");
        assert_eq!(told(&error), "cannot remove `a`: no threads: try again");
        let wrapped = std::io::Error::other(cause());
        let error = anyhow::Error::new(wrapped).context("cannot remove `a`");
        assert_eq!(told(&error), "cannot remove `a`: no threads: try again");
    }

    #[test]
    fn causes_that_say_more_are_all_said() {
        let error = anyhow::anyhow!("no space").context("cannot write `b`");
        let error = error.context("cannot build `dist`");
        assert_eq!(
            told(&error),
            "cannot build `dist`: cannot write `b`: no space"
        );
    }
}
