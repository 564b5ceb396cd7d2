//! Rows of a table: any of three delimiters, names of columns in any case.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use crate::read::source::LONGEST_RECORD;

/// A row of a table.
pub(in crate::read) struct Row<'a> {
    header: &'a [String],
    record: &'a csv::StringRecord,
    pub(in crate::read) line: u64,
}

impl<'a> Row<'a> {
    /// A cell by the name of its column, without space around it; empty where there is no such column.
    pub(in crate::read) fn cell(&self, column: &str) -> &'a str {
        let at = self.header.iter().position(|name| name == column);
        at.and_then(|at| self.record.get(at)).map_or("", str::trim)
    }

    /// Whether there is such a column.
    pub(in crate::read) fn has(&self, column: &str) -> bool {
        self.header.iter().any(|name| name == column)
    }
}

/// Stops where one row would take more than may be held: a quote that is never closed.
struct Guard<R> {
    inner: R,
    since_row: Rc<Cell<usize>>,
    bytes: Rc<Cell<u64>>,
}

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.since_row.get() > LONGEST_RECORD {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a row is longer than 64 MiB"));
        }
        let read = self.inner.read(buffer)?;
        self.since_row.set(self.since_row.get() + read);
        self.bytes.set(self.bytes.get() + read as u64);
        Ok(read)
    }
}

/// A row, or the line that is none and why.
pub(in crate::read) type MaybeRow<'a> = Result<Row<'a>, (u64, String)>;

/// Hands every row to `visit`, and gives the names of the columns.
pub(in crate::read) fn rows(
    mut reader: Box<dyn BufRead + '_>,
    bytes: &mut u64,
    visit: &mut dyn FnMut(MaybeRow<'_>),
) -> io::Result<Vec<String>> {
    let delimiter = delimiter(reader.fill_buf()?);
    let (since_row, counted) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    let guard = Guard { inner: reader, since_row: Rc::clone(&since_row), bytes: Rc::clone(&counted) };
    let mut table =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(guard);
    let mut record = csv::ByteRecord::new();
    let mut header: Vec<String> = Vec::new();
    loop {
        match table.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                *bytes = counted.get();
                return Err(match error.into_kind() {
                    csv::ErrorKind::Io(error) => error,
                    other => io::Error::new(io::ErrorKind::InvalidData, format!("{other:?}")),
                });
            }
        }
        since_row.set(0);
        let line = record.position().map_or(0, csv::Position::line);
        let text = match csv::StringRecord::from_byte_record(record.clone()) {
            Ok(text) => text,
            Err(_) => {
                visit(Err((line, "Not UTF-8; the row is not read.".to_owned())));
                continue;
            }
        };
        if header.is_empty() {
            header = text.iter().map(|name| name.trim().to_lowercase().replace([' ', '-'], "_")).collect();
            continue;
        }
        if text.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if text.len() != header.len() {
            let because = format!(
                "The row has {} cells and the table {} columns; it is not read.",
                text.len(),
                header.len()
            );
            visit(Err((line, because)));
            continue;
        }
        visit(Ok(Row { header: &header, record: &text, line }));
    }
    *bytes = counted.get();
    Ok(header)
}

/// The delimiter that the first line has most of.
fn delimiter(start: &[u8]) -> u8 {
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |delimiter: u8| line.iter().filter(|byte| **byte == delimiter).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}
