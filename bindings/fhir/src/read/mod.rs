//! A folder of records, read as a stream.
//!
//! Files are looked at twice: first for people with a fracture, then for the facts of those people. What is kept
//! is packed, and unfolded one person after another.

mod anchor;
mod bundle;
mod collect;
mod doubt;
mod folder;
mod key;
mod kind;
mod older;
mod omop;
mod reference;
mod resource;
mod said;
mod source;
mod store;
mod stream;
mod table;
mod updated;

use std::io;
use std::path::Path;

use osteon::fls::{Code, Finding, PatientRecord, Period, code_set, drug, intake};

use store::Store;

/// What codes mean to the reader: the answers of the engine, or others in their place.
#[derive(Clone, Copy, Debug)]
pub struct Codes {
    /// Whether a condition or an act with this code makes its person one whose records are read.
    pub is_anchor: fn(&Code) -> bool,
    /// Whether a condition with this code is kept.
    pub is_condition: fn(&Code) -> bool,
    /// Whether an act or a report with this code is kept.
    pub is_act: fn(&Code) -> bool,
    /// Whether a drug with this code is kept.
    pub is_drug: fn(&Code) -> bool,
    /// Whether a drug is kept for its name, where its codes say nothing.
    pub is_drug_name: fn(&str) -> bool,
    /// Whether an observation with this code is kept.
    pub is_observation: fn(&Code) -> bool,
    /// Whether an observation with this code is a number of a scan.
    pub is_scan: fn(&Code) -> bool,
}

impl Default for Codes {
    fn default() -> Self {
        Self {
            is_anchor: code_set::is_anchor,
            is_condition: code_set::is_read,
            is_act: |code| code_set::is_read(code) || intake::is_read(code),
            is_drug: drug::is_read,
            is_drug_name: drug::is_read_name,
            is_observation: intake::is_read,
            is_scan: |code| intake::read_as(code) == Some(intake::ReadAs::Scan),
        }
    }
}

/// What was read of a folder.
#[derive(Debug, Default)]
pub struct Folder {
    store: Store,
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
    /// Entries of bundles that are no resources of a person: answers of servers, reports of errors.
    pub not_resources: u64,
    /// Resources by their kind, those that are not read too.
    pub kinds: Vec<(String, u64)>,
}

impl FileRead {
    /// Counts a resource of a kind.
    fn count(&mut self, kind: &str) {
        /// A file of a thousand kinds is not one of FHIR.
        const MOST_KINDS: usize = 200;
        self.records += 1;
        if let Some((_, count)) = self.kinds.iter_mut().find(|(known, _)| known == kind) {
            *count += 1;
        } else if self.kinds.len() < MOST_KINDS {
            self.kinds.push((kind.chars().take(64).collect(), 1));
        }
    }
}

/// Reads a folder and all folders in it. What cannot be read, or is read with doubt, goes to `findings`;
/// `progress` hears of the bytes read, which in all are [`work`].
///
/// # Errors
/// A folder that cannot be listed.
pub fn folder(
    path: &Path,
    findings: &mut dyn FnMut(Finding),
    progress: &mut dyn FnMut(u64),
) -> io::Result<Folder> {
    folder_with(path, Codes::default(), findings, progress)
}

/// As [`folder`], with other answers about codes.
///
/// # Errors
/// A folder that cannot be listed.
pub fn folder_with(
    path: &Path,
    codes: Codes,
    findings: &mut dyn FnMut(Finding),
    progress: &mut dyn FnMut(u64),
) -> io::Result<Folder> {
    folder::read(path, codes, None, findings, progress)
}

/// As [`folder`], for a service of a period: results that nothing reads of it are let go of while files are
/// read, so that memory grows by less than a kilobyte for each person.
///
/// # Errors
/// A folder that cannot be listed.
pub fn folder_for(
    path: &Path,
    period: Period,
    findings: &mut dyn FnMut(Finding),
    progress: &mut dyn FnMut(u64),
) -> io::Result<Folder> {
    folder::read(path, Codes::default(), Some(period), findings, progress)
}

/// The bytes that reading a folder will report to `progress`, about.
///
/// # Errors
/// A folder that cannot be listed.
pub fn work(path: &Path) -> io::Result<u64> {
    folder::work(path)
}

impl Folder {
    /// The people with a fracture or a pathway step, in the order of their identifiers; each is let go of when
    /// the next is asked for.
    pub fn into_records(self) -> impl Iterator<Item = PatientRecord> {
        self.store.into_records()
    }

    /// How many people are kept.
    #[must_use]
    pub fn people(&self) -> usize {
        self.store.len()
    }

    /// Bytes of memory that they take, about.
    #[must_use]
    pub fn bytes_kept(&self) -> usize {
        self.store.bytes()
    }
}
