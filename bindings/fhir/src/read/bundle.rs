//! A JSON file as a stream of its parts: the entries of a bundle one by one, never the bundle.

use std::io::{self, BufRead};

use super::source::LONGEST_RECORD;

/// A part of a JSON file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// An entry of a bundle, by its number from 1.
    Entry(u64, &'a [u8]),
    /// A value that stands alone, or an element of a list of resources, by its number from 1.
    Whole(u64, &'a [u8]),
    /// A part that is too long, by its number; it was passed over.
    TooLong(u64),
    /// Bytes between values that are none of them.
    Garbage(u64),
}

/// How a file ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// Where a value ends.
    Whole,
    /// In the middle of one.
    Cut(u64),
}

/// Finds the ends of parts by brackets and quotes alone; whether a part is JSON is found out by its reader.
#[derive(Default)]
struct Splitter {
    depth: u64,
    in_string: bool,
    escaped: bool,
    root_is_list: bool,
    in_entries: bool,
    /// The last string directly within the root, for its keys.
    last: Vec<u8>,
    key_is_entry: bool,
    part: Vec<u8>,
    part_depth: Option<u64>,
    too_long: bool,
    number: u64,
    garbage: bool,
}

/// Hands each part of a file to `visit`. Memory: one part.
pub(super) fn parts(
    reader: &mut dyn BufRead,
    bytes: &mut u64,
    visit: &mut dyn FnMut(Part<'_>),
) -> io::Result<End> {
    let mut splitter = Splitter::default();
    loop {
        let buffer = match reader.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            break;
        }
        splitter.take(buffer, visit);
        let used = buffer.len();
        *bytes += used as u64;
        reader.consume(used);
    }
    Ok(if splitter.depth == 0 { End::Whole } else { End::Cut(splitter.number + 1) })
}

impl Splitter {
    fn take(&mut self, buffer: &[u8], visit: &mut dyn FnMut(Part<'_>)) {
        let mut from = 0;
        let mut at = 0;
        while let Some(&byte) = buffer.get(at) {
            if self.in_string {
                at = self.in_string(buffer, at);
                continue;
            }
            at += 1;
            match byte {
                b'"' => {
                    self.in_string = true;
                    if self.depth == 1 {
                        self.last.clear();
                    }
                    self.stray(visit);
                }
                b'{' | b'[' => {
                    self.depth += 1;
                    self.open(byte, at, &mut from);
                }
                b'}' | b']' if self.depth == 0 => self.stray(visit),
                b'}' | b']' => {
                    self.depth -= 1;
                    if self.part_depth == Some(self.depth) {
                        self.keep(buffer.get(from..at).unwrap_or_default());
                        self.part_depth = None;
                        self.hand_over(visit);
                    } else if self.in_entries && self.depth == 1 {
                        self.in_entries = false;
                    }
                    if self.depth == 0 {
                        self.root_is_list = false;
                    }
                }
                b':' if self.depth == 1 => self.key_is_entry = self.last == b"entry",
                b',' if self.depth == 1 => self.key_is_entry = false,
                b' ' | b'\t' | b'\r' | b'\n' => {}
                _ => self.stray(visit),
            }
        }
        if self.part_depth.is_some() {
            self.keep(buffer.get(from..).unwrap_or_default());
        }
    }

    /// Goes on to the end of the string, or of the buffer.
    fn in_string(&mut self, buffer: &[u8], mut at: usize) -> usize {
        let start = at;
        while let Some(&byte) = buffer.get(at) {
            at += 1;
            if self.escaped {
                self.escaped = false;
            } else if byte == b'\\' {
                self.escaped = true;
            } else if byte == b'"' {
                self.in_string = false;
                break;
            }
        }
        if self.depth == 1 && self.last.len() < 16 {
            let end = if self.in_string { at } else { at - 1 };
            self.last.extend(buffer.get(start..end).unwrap_or_default().iter().take(16));
        }
        at
    }

    fn open(&mut self, byte: u8, at: usize, from: &mut usize) {
        let object = byte == b'{';
        let starts = match self.depth {
            1 if object => true,
            1 => {
                self.root_is_list = true;
                false
            }
            2 if self.root_is_list => object && self.part_depth.is_none(),
            2 if self.key_is_entry && !object => {
                // The root turns out to be a bundle: what was kept of it is its head.
                self.key_is_entry = false;
                self.in_entries = true;
                self.part_depth = None;
                self.part.clear();
                self.too_long = false;
                false
            }
            3 => object && self.in_entries && self.part_depth.is_none(),
            _ => false,
        };
        if starts {
            self.part_depth = Some(self.depth - 1);
            self.part.clear();
            self.too_long = false;
            *from = at - 1;
        }
    }

    fn keep(&mut self, bytes: &[u8]) {
        if self.too_long || self.part.len() + bytes.len() > LONGEST_RECORD {
            self.too_long = true;
            self.part = Vec::new();
        } else {
            self.part.extend_from_slice(bytes);
        }
    }

    fn hand_over(&mut self, visit: &mut dyn FnMut(Part<'_>)) {
        self.number += 1;
        let part = std::mem::take(&mut self.part);
        visit(match (self.too_long, self.in_entries) {
            (true, _) => Part::TooLong(self.number),
            (false, true) => Part::Entry(self.number, &part),
            (false, false) => Part::Whole(self.number, &part),
        });
        self.part = part;
        self.part.clear();
    }

    /// A byte that belongs to no value.
    fn stray(&mut self, visit: &mut dyn FnMut(Part<'_>)) {
        if self.depth == 0 && !self.garbage {
            self.garbage = true;
            visit(Part::Garbage(self.number + 1));
        }
    }
}
