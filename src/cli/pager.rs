//! Long output, a screen at a time, on a terminal.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::process::{Child, ChildStdin, Command, Stdio};

use crate::cli::terminal::output;

/// Where results go: through the pager of `INSTEP_PAGER` or `PAGER`, else `less`, where standard
/// output is a terminal; else straight there. The pager `cat` and an empty one are none.
pub enum Pager {
    /// Straight to standard output.
    Plain(BufWriter<StdoutLock<'static>>),
    /// Through a program that shows one screen at a time.
    Paged {
        /// The program.
        child: Child,
        /// What it reads.
        text: Option<BufWriter<ChildStdin>>,
    },
}

impl Pager {
    /// A pager, if there is anybody to read it. One that cannot be started is left out.
    pub fn open() -> Self {
        let wanted = std::env::var("INSTEP_PAGER").or_else(|_| std::env::var("PAGER"));
        let wanted = wanted.unwrap_or_else(|_| "less".to_owned());
        let mut words = wanted.split_whitespace();
        let named = words.next().filter(|name| *name != "cat");
        let Some(name) = named.filter(|_| io::stdout().is_terminal()) else {
            return Self::Plain(output());
        };
        let mut command = Command::new(name);
        command.args(words).stdin(Stdio::piped());
        if std::env::var_os("LESS").is_none() {
            // Leave at once where all fits on the screen, let colours through, keep the text.
            command.env("LESS", "FRX");
        }
        match command.spawn() {
            Ok(mut child) => Self::Paged {
                text: child.stdin.take().map(BufWriter::new),
                child,
            },
            Err(_) => Self::Plain(output()),
        }
    }

    /// Hands over the rest and waits until the reader has left.
    ///
    /// # Errors
    /// What keeps the rest from being written; that the reader left early is none.
    pub fn close(self) -> io::Result<()> {
        match self {
            Self::Plain(mut out) => out.flush(),
            Self::Paged { mut child, text } => {
                let flushed = text.map_or(Ok(()), |mut text| text.flush());
                child.wait()?;
                flushed
            }
        }
    }
}

impl Write for Pager {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(out) => out.write(bytes),
            Self::Paged { text, .. } => text
                .as_mut()
                .map_or(Ok(bytes.len()), |text| text.write(bytes)),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.flush(),
            Self::Paged { text, .. } => text.as_mut().map_or(Ok(()), Write::flush),
        }
    }
}
