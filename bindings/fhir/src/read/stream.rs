//! A file of FHIR as a stream of resources, whatever its layout: one a line, a bundle, a list.

use std::io::{self, BufRead};

use super::bundle::{self, End, Part};
use super::source::{self, Line};

/// A piece of a file.
#[derive(Clone, Copy, Debug)]
pub(super) enum Piece<'a> {
    /// A resource, or something else in its place.
    Resource {
        /// Line, or number within the file.
        line: u64,
        /// Its text.
        text: &'a [u8],
        /// Whether it ends with the file and not with a line.
        last: bool,
    },
    /// An entry of a bundle.
    Entry {
        /// Its number, from 1.
        number: u64,
        /// Its text.
        text: &'a [u8],
    },
    /// It is longer than may be held.
    TooLong(u64),
    /// Bytes that belong to no value.
    Garbage(u64),
    /// The file ends within this one.
    Cut(u64),
}

/// Hands every piece to `visit`, in order, and counts bytes.
pub(super) fn pieces(
    reader: &mut dyn BufRead,
    by_lines: bool,
    bytes: &mut u64,
    visit: &mut dyn FnMut(Piece<'_>),
) -> io::Result<()> {
    if is_by_lines(reader.fill_buf()?, by_lines) {
        return lines(reader, bytes, visit);
    }
    let end = bundle::parts(reader, bytes, &mut |part| {
        visit(match part {
            Part::Entry(number, text) => Piece::Entry { number, text },
            Part::Whole(line, text) => Piece::Resource { line, text, last: false },
            Part::TooLong(number) => Piece::TooLong(number),
            Part::Garbage(number) => Piece::Garbage(number),
        });
    })?;
    if let End::Cut(number) = end {
        visit(Piece::Cut(number));
    }
    Ok(())
}

fn lines(reader: &mut dyn BufRead, bytes: &mut u64, visit: &mut dyn FnMut(Piece<'_>)) -> io::Result<()> {
    let mut text = Vec::new();
    for line in 1.. {
        match source::line(reader, &mut text, bytes)? {
            Line::None => break,
            Line::TooLong => visit(Piece::TooLong(line)),
            _ if text.iter().all(u8::is_ascii_whitespace) => {}
            end => visit(Piece::Resource { line, text: &text, last: end == Line::Last }),
        }
    }
    Ok(())
}

/// The beginning of a file says more than its name: a bundle may be called `.ndjson`, and lines `.json`.
fn is_by_lines(start: &[u8], by_name: bool) -> bool {
    let start = start.trim_ascii_start();
    let Some(end) = memchr::memchr(b'\n', start) else { return by_name && start.first() != Some(&b'[') };
    let (first, rest) = start.split_at(end);
    let (first, rest) = (first.trim_ascii(), rest.trim_ascii_start());
    if by_name {
        let is_spread =
            (first == b"{" && rest.starts_with(b"\"")) || (first == b"[" && rest.starts_with(b"{"));
        return !is_spread && !first.starts_with(b"[{");
    }
    first.starts_with(b"{") && first.ends_with(b"}") && rest.starts_with(b"{")
}
