//! A folder of records, read as a stream.

use std::io;
use std::path::Path;

use osteon::fls::{Finding, PatientRecord};

/// What was read of a folder.
#[derive(Debug, Default)]
pub struct Folder {
    records: Vec<PatientRecord>,
    /// Every file, in the order of reading.
    pub files: Vec<FileRead>,
}

/// What was read of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileRead {
    /// Name, as from the folder.
    pub name: String,
    /// What it was taken for.
    pub kind: String,
    /// Bytes, decompressed.
    pub bytes: u64,
    /// Resources or rows.
    pub records: u64,
    /// Of them, kept.
    pub kept: u64,
}

/// Reads a folder and all folders in it. What cannot be read, or is read with doubt, goes to `findings`, one
/// after another in the order of files; `progress` hears of the bytes read.
///
/// # Errors
/// A folder that cannot be listed.
pub fn folder(
    _path: &Path,
    _findings: &mut dyn FnMut(Finding),
    _progress: &mut dyn FnMut(u64),
) -> io::Result<Folder> {
    Ok(Folder::default())
}

impl Folder {
    /// The people with a fracture or a pathway step, in the order of their identifiers; each is let go of when
    /// the next is asked for.
    pub fn into_records(self) -> impl Iterator<Item = PatientRecord> {
        self.records.into_iter()
    }
}
