//! One column, as a store of types keeps it.

use osteon::batch::{Bits, Codes, TextRows, Values};

#[derive(Debug)]
pub(super) struct Stored {
    name: &'static str,
    rows: usize,
    validity: Vec<u8>,
    kept: Kept,
}

#[derive(Debug)]
enum Kept {
    Numbers(Vec<f64>),
    Counts(Vec<u8>),
    Flags(Vec<u8>),
    Words(Vec<u8>, &'static [&'static str]),
    Text(Vec<i32>, String),
}

fn push_bit(bits: &mut Vec<u8>, row: usize, bit: bool) {
    if row.is_multiple_of(8) {
        bits.push(0);
    }
    if let Some(byte) = bits.last_mut() {
        *byte |= u8::from(bit) << (row % 8);
    }
}

fn bit(bits: &[u8], row: usize) -> bool {
    bits.get(row / 8).is_some_and(|byte| byte >> (row % 8) & 1 != 0)
}

impl Stored {
    fn push(&mut self, known: bool) {
        push_bit(&mut self.validity, self.rows, known);
        self.rows += 1;
    }

    pub(super) const fn name(&self) -> &'static str {
        self.name
    }

    pub(super) fn validity(&self) -> Option<Bits<'_>> {
        Bits::new(&self.validity, 0, self.rows)
    }

    pub(super) fn values(&self) -> Values<'_> {
        match &self.kept {
            Kept::Numbers(numbers) => Values::from(numbers.as_slice()),
            Kept::Counts(counts) => Values::from(counts.as_slice()),
            Kept::Flags(bits) => Bits::new(bits, 0, self.rows).expect("a bit a row").into(),
            Kept::Words(codes, words) => Values::Words(Codes::U8(codes), words),
            Kept::Text(offsets, text) => Values::Text(TextRows::utf8(offsets, text.as_bytes())),
        }
    }

    pub(super) fn number(&self, row: usize) -> Option<f64> {
        match &self.kept {
            Kept::Numbers(numbers) if bit(&self.validity, row) => numbers.get(row).copied(),
            Kept::Counts(counts) if bit(&self.validity, row) => counts.get(row).copied().map(f64::from),
            _ => None,
        }
    }

    pub(super) fn flag(&self, row: usize) -> Option<bool> {
        match &self.kept {
            Kept::Flags(bits) if bit(&self.validity, row) => Some(bit(bits, row)),
            _ => None,
        }
    }

    pub(super) fn text(&self, row: usize) -> Option<&str> {
        let known = bit(&self.validity, row);
        match &self.kept {
            Kept::Words(codes, words) if known => words.get(usize::from(*codes.get(row)?)).copied(),
            Kept::Text(offsets, text) if known => {
                let at = |i: usize| offsets.get(i).and_then(|&at| usize::try_from(at).ok());
                text.get(at(row)?..at(row + 1)?)
            }
            _ => None,
        }
    }

    pub(super) fn cell(&self, row: usize) -> String {
        match &self.kept {
            Kept::Numbers(_) | Kept::Counts(_) => self.number(row).map_or(String::new(), |n| n.to_string()),
            Kept::Flags(_) => self.flag(row).map_or(String::new(), |flag| flag.to_string()),
            Kept::Words(..) | Kept::Text(..) => self.text(row).unwrap_or_default().to_owned(),
        }
    }
}

/// Writes one row, field after field; the first row makes the columns.
pub(super) struct Filler<'a> {
    stored: &'a mut Vec<Stored>,
    rows: usize,
    next: usize,
}

impl<'a> Filler<'a> {
    pub(super) const fn new(stored: &'a mut Vec<Stored>, rows: usize) -> Self {
        Self { stored, rows, next: 0 }
    }

    fn next(&mut self, name: &'static str, empty: fn(usize) -> Kept) -> &mut Stored {
        if self.next == self.stored.len() {
            let validity = Vec::with_capacity(self.rows.div_ceil(8));
            self.stored.push(Stored { name, rows: 0, validity, kept: empty(self.rows) });
        }
        self.next += 1;
        &mut self.stored[self.next - 1]
    }

    pub(super) fn number(&mut self, name: &'static str, value: Option<f64>) {
        let stored = self.next(name, |rows| Kept::Numbers(Vec::with_capacity(rows)));
        if let Kept::Numbers(numbers) = &mut stored.kept {
            numbers.push(value.unwrap_or(f64::NAN));
        }
        stored.push(value.is_some());
    }

    pub(super) fn count(&mut self, name: &'static str, value: Option<u8>) {
        let stored = self.next(name, |rows| Kept::Counts(Vec::with_capacity(rows)));
        if let Kept::Counts(counts) = &mut stored.kept {
            counts.push(value.unwrap_or(0));
        }
        stored.push(value.is_some());
    }

    pub(super) fn flag(&mut self, name: &'static str, value: Option<bool>) {
        let stored = self.next(name, |rows| Kept::Flags(Vec::with_capacity(rows.div_ceil(8))));
        if let Kept::Flags(bits) = &mut stored.kept {
            push_bit(bits, stored.rows, value == Some(true));
        }
        stored.push(value.is_some());
    }

    /// A word by its place in the list.
    pub(super) fn word(&mut self, name: &'static str, words: &'static [&'static str], place: Option<u8>) {
        let stored = self.next(name, |rows| Kept::Words(Vec::with_capacity(rows), &[]));
        if let Kept::Words(codes, of) = &mut stored.kept {
            *of = words;
            codes.push(place.unwrap_or(0));
        }
        stored.push(place.is_some());
    }

    pub(super) fn text(&mut self, name: &'static str, value: &str) {
        let stored = self.next(name, |_| Kept::Text(vec![0], String::new()));
        if let Kept::Text(offsets, text) = &mut stored.kept {
            text.push_str(value);
            offsets.push(i32::try_from(text.len()).expect("less than 2 GB of text"));
        }
        stored.push(true);
    }
}
