//! A progress bar on a terminal, nothing in a pipe.

use std::io::{IsTerminal as _, stderr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// Progress through bytes of input.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// `bytes` is the size of the input where it is known.
    pub(crate) fn new(bytes: Option<u64>) -> Self {
        if !stderr().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let bar = bytes.map_or_else(ProgressBar::no_length, ProgressBar::new);
        let template = if bytes.is_some() {
            "{bar:30} {percent}% {msg} ({eta} left)"
        } else {
            "{spinner} {decimal_bytes} {msg}"
        };
        // The template is ours, so that the fallback is never seen.
        bar.set_style(
            ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()),
        );
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(bar)
    }

    /// Where in the input it is, and how many people are done.
    pub(crate) fn at(&self, bytes: u64, people: u64) {
        if self.0.is_hidden() {
            return;
        }
        self.0.set_position(bytes);
        self.0.set_message(format!("{people} people"));
    }

    /// Writes a line above the bar.
    pub(crate) fn line(&self, line: &str) {
        self.0.suspend(|| eprintln!("{line}"));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
