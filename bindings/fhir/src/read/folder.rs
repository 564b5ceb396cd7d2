//! A folder and all folders in it, file by file, twice.

use std::collections::HashSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use osteon::fls::{Finding, FindingKind, Period};

use super::anchor::Anchors;
use super::collect::Collector;
use super::doubt::Doubts;
use super::kind::FileKind;
use super::older::Older;
use super::omop::Concepts;
use super::store::{Store, Thinning};
use super::stream::{self, Piece};
use super::table::Taker;
use super::{Codes, FileRead, Folder, omop, source, table};

/// A file to read.
struct Found {
    path: PathBuf,
    name: String,
    kind: FileKind,
    /// The first line that is not UTF-8, of a table.
    not_utf8: Option<u64>,
}

impl Found {
    const fn new(path: PathBuf, name: String, kind: FileKind) -> Self {
        Self { path, name, kind, not_utf8: None }
    }

    /// Looks whether a table is UTF-8 from its beginning to its end, before a row of it is read: otherwise rows
    /// with an accent would be missing, and no others.
    fn check(&mut self) {
        let is_read = match self.kind {
            FileKind::Sheet(_) => true,
            FileKind::Omop(table) => table != omop::OmopTable::Other,
            _ => false,
        };
        if is_read {
            // What cannot be opened is told by the second look.
            self.not_utf8 = source::not_utf8(&self.path).unwrap_or_default();
        }
    }
}

/// Reads a folder.
pub(super) fn read(
    path: &Path,
    codes: Codes,
    period: Option<Period>,
    findings: &mut dyn FnMut(Finding),
    progress: &mut dyn FnMut(u64),
) -> io::Result<Folder> {
    let mut doubts = Doubts::new(findings);
    let mut found = list(path, &mut doubts)?;
    found.iter_mut().for_each(Found::check);
    let mut concepts = Concepts::default();
    let is_concepts =
        |file: &&Found| file.kind == FileKind::Omop(omop::OmopTable::Concept) && file.not_utf8.is_none();
    for file in found.iter().filter(is_concepts) {
        // What cannot be read is told by the second look.
        let _ = source::open(&file.path, &mut |_| ()).and_then(|reader| concepts.read(reader, &codes));
    }
    let mut anchors = Anchors::new(codes);
    for (number, file) in (0..).zip(&found) {
        anchors.file = number;
        // What cannot be read is told by the second look.
        let _ = first_look(file, &codes, &concepts, &mut anchors, progress);
    }
    if anchors.by_identifier {
        for file in found.iter().filter(|file| matches!(file.kind, FileKind::Fhir { .. })) {
            let _ = pieces(file, &mut |_| (), &mut 0, &mut |piece| match piece {
                Piece::Resource { text, .. } | Piece::Entry { text, .. } => {
                    anchors.look_for_identifiers(text)
                }
                _ => {}
            });
        }
    }
    anchors.settle();
    let mut folder = Folder { store: Store::default(), files: Vec::with_capacity(found.len()) };
    let fractures = std::mem::take(&mut anchors.days);
    folder.store.thinning = period.map(|period| Thinning { period, fractures });
    for (number, file) in (0..).zip(&found) {
        doubts.turn_to(&file.name);
        let read =
            FileRead { name: file.name.clone(), kind: file.kind.name().to_owned(), ..FileRead::default() };
        let mut second = Second {
            codes,
            concepts: &concepts,
            anchors: &anchors,
            store: &mut folder.store,
            doubts: &mut doubts,
        };
        let read = second.look(file, number, read, progress);
        folder.files.push(read);
    }
    drop(anchors);
    folder.store.settle(&mut folder.files, &mut doubts);
    folder.store.tell_missing(&mut doubts);
    doubts.turn_to("");
    Ok(folder)
}

/// Bytes on the disk, for each look.
pub(super) fn work(path: &Path) -> io::Result<u64> {
    let mut sink = |_| ();
    let found = list(path, &mut Doubts::new(&mut sink))?;
    let read = found.iter().filter(|file| !matches!(file.kind, FileKind::NotRead(_)));
    Ok(read.filter_map(|file| fs::metadata(&file.path).ok()).map(|file| 2 * file.len()).sum())
}

/// The files of a folder in the order of their names, hidden ones left out.
fn list(path: &Path, doubts: &mut Doubts<'_>) -> io::Result<Vec<Found>> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    if path.is_file() {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let kind = FileKind::of(&name);
        return Ok(vec![Found::new(path.to_owned(), name, kind)]);
    }
    list_into(path, "", &mut seen, &mut found, doubts)?;
    Ok(found)
}

fn list_into(
    path: &Path,
    prefix: &str,
    seen: &mut HashSet<PathBuf>,
    found: &mut Vec<Found>,
    doubts: &mut Doubts<'_>,
) -> io::Result<()> {
    // A link may lead back to where it stands.
    if !seen.insert(fs::canonicalize(path)?) {
        return Ok(());
    }
    let mut entries: Vec<(String, PathBuf)> = fs::read_dir(path)?
        .map(|entry| entry.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path())))
        .collect::<io::Result<_>>()?;
    entries.sort();
    for (name, path) in entries.into_iter().filter(|(name, _)| !name.starts_with('.')) {
        let whole = format!("{prefix}{name}");
        let about = match fs::metadata(&path) {
            Ok(about) => about,
            Err(error) => {
                doubts.turn_to(&whole);
                doubts.of_file(FindingKind::FileUnreadable, &format!("Cannot be opened ({error})."));
                continue;
            }
        };
        if about.is_dir() {
            if let Err(error) = list_into(&path, &format!("{whole}/"), seen, found, doubts) {
                doubts.turn_to(&whole);
                doubts
                    .of_file(FindingKind::FileUnreadable, &format!("The folder cannot be listed ({error})."));
            }
        } else if about.is_file() {
            found.push(Found::new(path, whole, FileKind::of(&name)));
        } else {
            doubts.turn_to(&whole);
            doubts.of_file(FindingKind::FileNotRead, "Neither a file nor a folder.");
        }
    }
    Ok(())
}

fn pieces(
    file: &Found,
    progress: &mut dyn FnMut(u64),
    bytes: &mut u64,
    visit: &mut dyn FnMut(Piece<'_>),
) -> io::Result<()> {
    let mut reader = source::open(&file.path, progress)?;
    let by_lines = file.kind == FileKind::Fhir { by_lines: true };
    stream::pieces(&mut *reader, by_lines, bytes, visit)
}

fn first_look(
    file: &Found,
    codes: &Codes,
    concepts: &Concepts,
    anchors: &mut Anchors,
    progress: &mut dyn FnMut(u64),
) -> io::Result<()> {
    match file.kind {
        _ if file.not_utf8.is_some() => Ok(()),
        FileKind::Fhir { .. } => pieces(file, progress, &mut 0, &mut |piece| anchors.look(piece)),
        FileKind::Sheet(sheet) => table::anchors(sheet, source::open(&file.path, progress)?, codes, anchors),
        FileKind::Omop(omop) => {
            omop::anchors(omop, source::open(&file.path, progress)?, codes, concepts, anchors)
        }
        FileKind::NotRead(_) => Ok(()),
    }
}

/// The second look.
struct Second<'a, 'd> {
    codes: Codes,
    concepts: &'a Concepts,
    anchors: &'a Anchors,
    store: &'a mut Store,
    doubts: &'a mut Doubts<'d>,
}

impl Second<'_, '_> {
    fn look(&mut self, file: &Found, number: u32, read: FileRead, progress: &mut dyn FnMut(u64)) -> FileRead {
        let (codes, anchors) = (self.codes, self.anchors);
        if let Some(line) = file.not_utf8 {
            let because = "The table is not UTF-8; it is not read. Save it as UTF-8.";
            self.doubts.at(FindingKind::TableRefused, line, None, "", "", because);
            return read;
        }
        match file.kind {
            FileKind::NotRead(because) => {
                self.doubts.of_file(FindingKind::FileNotRead, because);
                read
            }
            FileKind::Fhir { .. } => self.fhir(file, number, read, progress),
            FileKind::Sheet(_) | FileKind::Omop(_) => {
                let mut taker = Taker {
                    codes,
                    anchors,
                    store: &mut *self.store,
                    doubts: &mut *self.doubts,
                    number,
                    file: read,
                };
                let end = source::open(&file.path, progress).and_then(|reader| match file.kind {
                    FileKind::Sheet(sheet) => table::read(sheet, reader, &mut taker),
                    FileKind::Omop(table) => omop::read(table, reader, self.concepts, &mut taker),
                    _ => Ok(()),
                });
                let read = taker.file;
                self.end(end, 0);
                read
            }
        }
    }

    fn fhir(&mut self, file: &Found, number: u32, read: FileRead, progress: &mut dyn FnMut(u64)) -> FileRead {
        let mut collector = Collector {
            codes: self.codes,
            anchors: self.anchors,
            store: &mut *self.store,
            doubts: &mut *self.doubts,
            number,
            file: read,
            older: Older::default(),
            no_type: 0,
            is_log: false,
        };
        let (mut bytes, mut last) = (0, 0);
        let end = pieces(file, progress, &mut bytes, &mut |piece| {
            last += 1;
            collector.look(piece);
        });
        let Collector { mut file, older, no_type, is_log, .. } = collector;
        file.bytes = bytes;
        self.end(end, last + 1);
        if let Some(version) = older.name() {
            let because = format!("Written in {version}, an older version of FHIR; read as such.");
            self.doubts.of_file(FindingKind::OlderFhir, &because);
        }
        match no_type {
            0 => {}
            _ if is_log && file.records == 0 => {
                file.kind = "log".to_owned();
                let because = "A log of an export: it holds no records, and nothing is missing from it.";
                self.doubts.of_file(FindingKind::FileNotRead, because);
            }
            _ if file.records == 0 && no_type == 1 => {
                self.doubts.of_file(FindingKind::FileNotRead, "It holds no resource of FHIR.");
            }
            count => {
                let because =
                    format!("{count} records of this file name no type of resource; they are passed over.");
                self.doubts.at(FindingKind::Malformed, 0, None, "resourceType", &count.to_string(), &because);
            }
        }
        file
    }

    fn end(&mut self, end: io::Result<()>, line: u64) {
        let Err(error) = end else { return };
        match error.kind() {
            ErrorKind::UnexpectedEof => {
                let because = "The compressed file ends before its end; everything before that is read.";
                self.doubts.at(FindingKind::Truncated, line, None, "", "", because);
            }
            _ => {
                let because = format!("Cannot be read from here on ({error}); everything before is read.");
                self.doubts.at(FindingKind::FileUnreadable, line, None, "", "", &because);
            }
        }
    }
}
