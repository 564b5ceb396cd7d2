//! Why a file could not be read or written.

use std::{error, fmt, io};

use arrow_schema::ArrowError;
#[cfg(feature = "files")]
use parquet::errors::ParquetError;

/// Why a file could not be read or written.
#[derive(Debug)]
pub enum Error {
    /// The file system, or a pipe.
    Io(io::Error),
    /// What is wrong with the file, in words.
    Said(String),
}

impl Error {
    pub(crate) fn said(words: impl Into<String>) -> Self {
        Self::Said(words.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Said(words) => f.write_str(words),
        }
    }
}

impl error::Error for Error {}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<ArrowError> for Error {
    fn from(error: ArrowError) -> Self {
        match error {
            ArrowError::IoError(_, error) => Self::Io(error),
            ArrowError::ExternalError(error) => of_another(error),
            other => Self::Said(other.to_string()),
        }
    }
}

#[cfg(feature = "files")]
impl From<ParquetError> for Error {
    fn from(error: ParquetError) -> Self {
        match error {
            ParquetError::External(error) => of_another(error),
            other => Self::Said(other.to_string()),
        }
    }
}

/// The error of a file system is found again, so that a pipe that was closed is seen as one.
fn of_another(error: Box<dyn error::Error + Send + Sync>) -> Error {
    match error.downcast::<io::Error>() {
        Ok(io) => Error::Io(*io),
        Err(other) => of_parquet(other),
    }
}

#[cfg(feature = "files")]
fn of_parquet(error: Box<dyn error::Error + Send + Sync>) -> Error {
    match error.downcast::<ParquetError>() {
        Ok(parquet) => (*parquet).into(),
        Err(other) => Error::Said(other.to_string()),
    }
}

#[cfg(not(feature = "files"))]
fn of_parquet(error: Box<dyn error::Error + Send + Sync>) -> Error {
    Error::Said(error.to_string())
}
