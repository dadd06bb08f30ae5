//! How the program ends, and what it says when it cannot run.

use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
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
#[expect(clippy::print_stderr, reason = "this is where the program speaks")]
pub fn complain(error: &anyhow::Error) {
    eprintln!("error: {error:#}");
}

/// Whether an error is only that nobody reads the output any more (`instep check | head`).
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let broken = |cause: &(dyn std::error::Error + 'static)| {
        let io = cause.downcast_ref::<std::io::Error>();
        io.is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
    };
    error.chain().any(broken)
}

/// Says something on standard error that is no result.
#[expect(clippy::print_stderr, reason = "this is where the program speaks")]
pub fn note(text: &str) {
    eprintln!("{text}");
}
