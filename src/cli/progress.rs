//! How far long work is: on the standard error of a terminal, and only when it takes long.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::status::Voice;

/// Work that takes less needs no word.
const PATIENCE: Duration = Duration::from_millis(800);

/// A line that counts steps, and vanishes when it is dropped. Threads may count at once.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    start: Instant,
    /// Whether it may be shown, and is not yet.
    waiting: AtomicBool,
    /// Whether something is being counted.
    counting: AtomicBool,
}

impl Progress {
    /// Counts nothing yet. A quiet program shows none.
    pub fn new(voice: Voice) -> Self {
        Self {
            bar: ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()),
            start: Instant::now(),
            waiting: AtomicBool::new(voice != Voice::Quiet),
            counting: AtomicBool::new(false),
        }
    }

    /// Begins to count something: `steps` of them, where that is known.
    pub fn begin(&self, what: String, steps: Option<usize>) {
        let template = match steps {
            Some(_) => "{msg} {human_pos}/{human_len} {bar:30}",
            None => "{msg} {human_pos}",
        };
        let style = ProgressStyle::with_template(template);
        self.bar
            .set_style(style.expect("both templates are well formed"));
        self.bar.reset();
        self.bar.set_length(steps.unwrap_or_default() as u64);
        self.bar.set_message(what);
        self.counting.store(true, Ordering::Relaxed);
        self.show();
    }

    /// Counts one. What is looked at twice counts once more, but never past the end.
    pub fn step(&self) {
        if !self.counting.load(Ordering::Relaxed) {
            return;
        }
        self.show();
        let end = self.bar.length().filter(|length| *length > 0);
        if end.is_none_or(|end| self.bar.position() < end) {
            self.bar.inc(1);
        }
    }

    /// Takes the line away; it comes again with what is counted next.
    pub fn clear(&self) {
        self.counting.store(false, Ordering::Relaxed);
        self.bar.finish_and_clear();
    }

    /// Standard error is drawn on only where it is a terminal: indicatif sees to that.
    fn show(&self) {
        let is_long = || self.start.elapsed() >= PATIENCE;
        if self.waiting.load(Ordering::Relaxed)
            && is_long()
            && self.waiting.swap(false, Ordering::Relaxed)
        {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
