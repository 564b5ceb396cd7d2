//! How a run ends: all done, something refused, or not at all.

use std::fmt;
use std::io;
use std::process::ExitCode;

use osteon::error::Refusal;

/// How a run that went through ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    /// Everything was answered.
    All,
    /// Some rows or values were refused; everything else is written.
    SomeRefused,
}

impl Done {
    pub(crate) fn unless_refused(refused: u64) -> Self {
        if refused == 0 { Self::All } else { Self::SomeRefused }
    }

    pub(crate) fn exit_code(self) -> ExitCode {
        match self {
            Self::All => ExitCode::SUCCESS,
            Self::SomeRefused => ExitCode::from(1),
        }
    }
}

/// Why a run did not go through: the call is wrong, or something cannot be read or written.
#[derive(Debug)]
pub(crate) enum Stop {
    /// What to say.
    Because(String),
    /// The reader of our output went away: nothing is wrong, and nobody listens.
    ClosedPipe,
}

impl Stop {
    pub(crate) fn new(message: impl fmt::Display) -> Self {
        Self::Because(message.to_string())
    }

    /// An error of reading or writing, with what was read or written.
    pub(crate) fn io(what: impl fmt::Display, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ClosedPipe,
            _ => Self::Because(format!("{what}: {error}")),
        }
    }

    /// An error of a file that keeps types.
    pub(crate) fn typed(what: impl fmt::Display, error: &osteon_arrow::Error) -> Self {
        match error {
            osteon_arrow::Error::Io(error) => Self::io(what, error),
            osteon_arrow::Error::Said(words) => Self::Because(format!("{what}: {words}")),
        }
    }

    /// Several refusals of one file or option.
    pub(crate) fn refused(what: impl fmt::Display, refusals: &[Refusal]) -> Self {
        let lines: Vec<String> = refusals.iter().map(|refusal| format!("{what}: {refusal}")).collect();
        Self::Because(lines.join("\n"))
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::ClosedPipe => ExitCode::SUCCESS,
            Self::Because(message) => {
                eprintln!("osteon: {message}");
                ExitCode::from(2)
            }
        }
    }
}
