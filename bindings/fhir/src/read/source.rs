//! Files as bytes: decompressed, counted, without a byte order mark.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;

/// Bytes that one record may take; a longer one is passed over.
pub(super) const LONGEST_RECORD: usize = 64 << 20;

const BUFFER: usize = 1 << 18;

/// Counts what is read of the disk.
struct Counted<'p, R> {
    inner: R,
    progress: &'p mut dyn FnMut(u64),
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        (self.progress)(read as u64);
        Ok(read)
    }
}

/// Opens a file, decompressed where its name ends in `.gz`.
pub(super) fn open<'p>(path: &Path, progress: &'p mut dyn FnMut(u64)) -> io::Result<Box<dyn BufRead + 'p>> {
    let file = BufReader::with_capacity(BUFFER, Counted { inner: File::open(path)?, progress });
    let zipped = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("gz"));
    let mut reader: Box<dyn BufRead + 'p> = if zipped {
        Box::new(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(file)))
    } else {
        Box::new(file)
    };
    let start = reader.fill_buf()?;
    if start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF") {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "UTF-16: write it as UTF-8"));
    }
    let mark = start.starts_with(b"\xEF\xBB\xBF");
    if mark {
        reader.consume(3);
    }
    Ok(reader)
}

/// The first line of a file that is not UTF-8, if there is one.
pub(super) fn not_utf8(path: &Path) -> io::Result<Option<u64>> {
    let mut sink = |_| ();
    let mut reader = match open(path, &mut sink) {
        // It begins as UTF-16 does.
        Err(error) if error.kind() == io::ErrorKind::InvalidData => return Ok(Some(1)),
        opened => opened?,
    };
    let (mut rest, mut line) = (Vec::new(), 1);
    loop {
        let buffer = reader.fill_buf()?;
        let is_end = buffer.is_empty();
        rest.extend_from_slice(buffer);
        let used = buffer.len();
        reader.consume(used);
        // A letter may stand across two buffers.
        let (read, is_bad) = match std::str::from_utf8(&rest) {
            Ok(_) => (rest.len(), false),
            Err(error) => (error.valid_up_to(), is_end || error.error_len().is_some()),
        };
        line += memchr::memchr_iter(b'\n', rest.get(..read).unwrap_or_default()).count() as u64;
        if is_bad || is_end {
            return Ok(is_bad.then_some(line));
        }
        rest.drain(..read);
    }
}

/// How a line ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// With a line feed.
    Whole,
    /// With the file.
    Last,
    /// It is longer than a record may be, and was passed over.
    TooLong,
    /// There is none.
    None,
}

/// Reads one line into `line`, without its end. No more than [`LONGEST_RECORD`] is ever held.
pub(super) fn line(reader: &mut dyn BufRead, line: &mut Vec<u8>, bytes: &mut u64) -> io::Result<Line> {
    line.clear();
    let (mut any, mut too_long) = (false, false);
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(match (any, too_long) {
                (false, _) => Line::None,
                (true, true) => Line::TooLong,
                (true, false) => Line::Last,
            });
        }
        any = true;
        let end = memchr::memchr(b'\n', buffer);
        let part = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
        if too_long || line.len() + part.len() > LONGEST_RECORD {
            too_long = true;
            *line = Vec::new();
        } else {
            line.extend_from_slice(part);
        }
        let used = part.len() + usize::from(end.is_some());
        *bytes += used as u64;
        reader.consume(used);
        if end.is_some() {
            if line.last() == Some(&b'\r') {
                line.pop();
            }
            return Ok(if too_long { Line::TooLong } else { Line::Whole });
        }
    }
}
