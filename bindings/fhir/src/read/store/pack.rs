//! Facts as bytes: a few dozen each.

use osteon::document::{Drug, Route, Sex, StopReason};
use osteon::fls::journey::{Door, StepName, StepOutcome, StepReason};
use osteon::fls::record::{Death, DiagnosisRank, DrugRecordKind, ResultValue, Verification};
use osteon::fls::{Code, StatedDate};

use super::unpack::In;
use super::words::Words;
use super::{Fact, Origin, PersonSource};
use crate::read::key::Key;

/// What stands before the bytes of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) kind: u8,
    pub(super) file: u32,
    pub(super) line: u64,
    pub(super) updated: u64,
    pub(super) record: u64,
    /// Whether the record has an identifier.
    pub(super) named: bool,
}

/// Bytes of the key of a record: enough to tell the records of one person apart.
const KEY_BYTES: usize = 5;

/// In the byte of the kind: the record has an identifier.
const NAMED: u8 = 0x80;
/// In the byte of the kind: the day of the last change is stated.
const UPDATED: u8 = 0x40;
/// In the byte of the kind: how many bytes the body of a result mostly has, less [`SHORTEST`]; 0 says that the
/// length stands by itself.
const LENGTH: u8 = 0x38;
const SHORTEST: usize = 6;

/// The kind of conditions.
pub(super) const CONDITION: u8 = 1;

/// The kind of results.
pub(super) const RESULT: u8 = 4;

/// A kind of fact that takes the place of any other of the same record.
pub(super) const VOID: u8 = 7;

/// The day before those that two bytes say.
pub(super) const FIRST_DAY: jiff::civil::Date = jiff::civil::date(1900, 1, 1);

/// Appends a fact.
pub(super) fn append(log: &mut Vec<u8>, words: &mut Words, origin: Origin, id: &str, fact: &Fact) {
    let mut out = Out { bytes: Vec::with_capacity(64), words };
    let kind = out.fact(id, fact);
    let body = out.bytes;
    let record = origin.record.unwrap_or_else(|| Key::of_parts(&[&[kind], &body]));
    let mut head = Out { bytes: Vec::with_capacity(32), words };
    let named = if origin.record.is_some() { NAMED } else { 0 };
    let updated = if origin.updated > 0 { UPDATED } else { 0 };
    let short = body.len().checked_sub(SHORTEST).filter(|short| (1..8).contains(short)).unwrap_or(0) as u8;
    head.bytes.push(kind | named | updated | short << 3);
    head.varint(u64::from(origin.file));
    // Results are many: of them the file is kept, and not the line.
    if kind != RESULT {
        head.varint(origin.line);
    }
    if origin.updated > 0 {
        head.varint(origin.updated);
    }
    head.bytes.extend(record.0.to_le_bytes().iter().take(KEY_BYTES));
    if short == 0 {
        head.varint(body.len() as u64);
    }
    let more = head.bytes.len() + body.len();
    if log.capacity() - log.len() < more {
        // Growth by a little, not by double: there are many people.
        log.reserve_exact(more.max(48));
    }
    log.extend_from_slice(&head.bytes);
    log.extend_from_slice(&body);
}

/// The entries of a log: their headers, their bodies, and the bytes of both.
pub(super) fn entries(log: &[u8]) -> impl Iterator<Item = (Header, &[u8], &[u8])> {
    let mut rest = log;
    std::iter::from_fn(move || {
        let whole = rest;
        let mut read = In { bytes: rest };
        let first = read.byte()?;
        let file = u32::try_from(read.varint()?).ok()?;
        let kind = first & !(NAMED | UPDATED | LENGTH);
        let line = if kind == RESULT { 0 } else { read.varint()? };
        let updated = if first & UPDATED == 0 { 0 } else { read.varint()? };
        let mut key = [0; 8];
        key.iter_mut().zip(read.take(KEY_BYTES)?).for_each(|(to, from)| *to = *from);
        let length = match usize::from((first & LENGTH) >> 3) {
            0 => usize::try_from(read.varint()?).ok()?,
            short => short + SHORTEST,
        };
        let body = read.take(length)?;
        rest = read.bytes;
        let record = u64::from_le_bytes(key);
        let header = Header { kind, file, line, updated, record, named: first & NAMED != 0 };
        Some((header, body, whole.get(..whole.len() - rest.len())?))
    })
}

/// A log of which nothing is asked any more but what it says: kinds and bodies alone, which takes a third less.
pub(super) fn settled(log: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(log.len());
    for (header, body, _) in entries(log) {
        bytes.push(header.kind);
        push_varint(&mut bytes, body.len() as u64);
        bytes.extend_from_slice(body);
    }
    // A copy of its own length: what shrinks in its place leaves holes that fit nothing.
    bytes.as_slice().to_vec()
}

/// The kinds and bodies of a settled log.
pub(super) fn bodies(log: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut read = In { bytes: log };
    std::iter::from_fn(move || {
        let kind = read.byte()?;
        let length = usize::try_from(read.varint()?).ok()?;
        Some((kind, read.take(length)?))
    })
}

fn push_varint(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

struct Out<'w> {
    bytes: Vec<u8>,
    words: &'w mut Words,
}

impl Out<'_> {
    fn fact(&mut self, id: &str, fact: &Fact) -> u8 {
        match fact {
            Fact::Person(person) => {
                self.text(person.name.as_deref().unwrap_or_default());
                self.small(place(Sex::ALL, person.sex));
                self.date(person.birth_date);
                let death = match person.death {
                    Death::NotStated => 0,
                    Death::Undated => 1,
                    Death::On(_) => 2,
                };
                self.small(death);
                self.date(if let Death::On(on) = person.death { Some(on) } else { None });
                self.small(flag(person.living_alone));
                self.number(person.schooling_years);
                self.small(place(&PersonSource::ALL, Some(person.source)));
                0
            }
            Fact::Condition(condition) => {
                self.id(id);
                self.codes(&condition.codes);
                self.date(condition.on);
                self.small(u8::from(condition.on_is_recording));
                self.id(&condition.encounter_id);
                self.small(place(Door::ALL, condition.door));
                self.small(match condition.verification {
                    Verification::Confirmed => 0,
                    Verification::Unconfirmed => 1,
                    Verification::Refuted => 2,
                });
                self.small(match condition.rank {
                    DiagnosisRank::NotStated => 0,
                    DiagnosisRank::Main => 1,
                    DiagnosisRank::Associated => 2,
                });
                CONDITION
            }
            Fact::Act(act) => {
                self.id(id);
                self.codes(&act.codes);
                self.date(act.on);
                self.id(&act.encounter_id);
                self.small(place(Door::ALL, act.door));
                2
            }
            Fact::Scan(scan) => {
                self.id(id);
                self.codes(&scan.codes);
                self.word(&scan.display);
                self.word(&scan.body_site);
                self.decimal(&scan.value);
                self.word(&scan.comparator);
                self.word(&scan.unit);
                self.date(scan.on);
                self.word(&scan.device);
                3
            }
            Fact::Result(result) => {
                self.shape(result);
                self.decimal(&shortened(&result.value));
                self.short_date(result.on);
                RESULT
            }
            Fact::Drug(drug) => {
                self.id(id);
                self.codes(&drug.codes);
                self.small(place(Drug::ALL, drug.drug));
                self.small(place(Route::ALL, drug.route));
                self.word(&drug.display);
                self.small(match drug.kind {
                    DrugRecordKind::Prescribed => 0,
                    DrugRecordKind::Dispensed => 1,
                    DrugRecordKind::Given => 2,
                    DrugRecordKind::Stated => 3,
                });
                self.date(drug.start);
                self.date(drug.stop);
                self.number(drug.days_supply);
                self.small(flag(drug.active));
                self.small(place(StopReason::ALL, drug.stop_reason));
                5
            }
            Fact::Step(step) => {
                self.id(&step.event_id);
                self.small(place(StepName::ALL, Some(step.step)));
                self.date(step.on);
                self.small(place(StepOutcome::ALL, step.outcome));
                self.small(place(StepReason::ALL, step.reason));
                self.number(step.contact_try);
                self.small(place(Door::ALL, step.door));
                6
            }
            Fact::Void { in_error } => {
                self.id(id);
                self.small(u8::from(*in_error));
                VOID
            }
        }
    }

    fn small(&mut self, value: u8) {
        self.bytes.push(value);
    }

    fn varint(&mut self, value: u64) {
        push_varint(&mut self.bytes, value);
    }

    fn number(&mut self, value: Option<u32>) {
        self.varint(value.map_or(0, |value| u64::from(value) + 1));
    }

    fn text(&mut self, text: &str) {
        self.varint(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn word(&mut self, word: &str) {
        let number = self.words.number(word);
        self.varint(u64::from(number));
    }

    /// A UUID as its 16 bytes, any other identifier as its text.
    fn id(&mut self, id: &str) {
        match uuid(id) {
            Some(bytes) => {
                self.varint(0);
                self.bytes.extend_from_slice(&bytes);
            }
            None => {
                self.varint(id.len() as u64 + 1);
                self.bytes.extend_from_slice(id.as_bytes());
            }
        }
    }

    fn codes(&mut self, codes: &[Code]) {
        self.word(&codes_in_words(codes));
    }

    fn date(&mut self, date: Option<StatedDate>) {
        let (year, month, day) = match date {
            None => (0, 0, 0),
            Some(StatedDate::Year(year)) => (year, 0, 0),
            Some(StatedDate::Month(year, month)) => (year, month, 0),
            Some(StatedDate::Day(day)) => (day.year(), day.month(), day.day()),
        };
        self.varint((u64::from(year.unsigned_abs()) << 9) | (month as u64 & 15) << 5 | (day as u64 & 31));
    }

    /// What results of one kind have in common: codes, words, unit, limits.
    fn shape(&mut self, result: &ResultValue) {
        let limit = |limit: Option<f64>| limit.map(|limit| limit.to_string()).unwrap_or_default();
        let (low, high) = result.reference;
        let parts = [
            codes_in_words(&result.codes),
            result.display.clone(),
            result.comparator.clone(),
            result.unit.clone(),
            limit(low),
            limit(high),
        ];
        self.word(&parts.join("\u{1d}"));
    }

    /// A day of our times in two bytes, any other date behind two zeros.
    fn short_date(&mut self, date: Option<StatedDate>) {
        let days =
            date.and_then(StatedDate::day).and_then(|day| (day - FIRST_DAY).get_days().try_into().ok());
        let days = days.unwrap_or(0_u16);
        self.bytes.extend_from_slice(&days.to_le_bytes());
        if days == 0 {
            self.date(date);
        }
    }

    /// A decimal number as its digits and its point, so that it is unfolded as it was written.
    fn decimal(&mut self, written: &str) {
        match digits(written) {
            Some((mantissa, places, negative)) => {
                self.small(1 | u8::from(negative) << 1 | places << 2);
                self.varint(mantissa);
            }
            None => {
                self.small(0);
                self.text(written);
            }
        }
    }
}

fn codes_in_words(codes: &[Code]) -> String {
    let all: Vec<String> = codes.iter().map(|code| format!("{}\u{1f}{}", code.system, code.code)).collect();
    all.join("\u{1e}")
}

/// A result to six digits: no laboratory and no scale measures more, and there are many.
fn shortened(written: &str) -> std::borrow::Cow<'_, str> {
    const DIGITS: usize = 6;
    let whole = written.split('.').next().unwrap_or_default().trim_start_matches('-').len();
    let plain = written.bytes().all(|byte| byte.is_ascii_digit() || b"-.".contains(&byte));
    match written.parse::<f64>() {
        Ok(number) if plain && written.len() > DIGITS + 2 && whole < DIGITS => {
            format!("{number:.*}", DIGITS - whole).into()
        }
        _ => written.into(),
    }
}

/// Digits, places behind the point, and sign, where these give the same text again.
fn digits(written: &str) -> Option<(u64, u8, bool)> {
    let (negative, plain) = written.strip_prefix('-').map_or((false, written), |rest| (true, rest));
    let (whole, behind) = plain.split_once('.').unwrap_or((plain, ""));
    let places = u8::try_from(behind.len()).ok().filter(|places| *places < 60)?;
    let mantissa: u64 = format!("{whole}{behind}").parse().ok()?;
    (undigits(mantissa, places, negative) == written).then_some((mantissa, places, negative))
}

pub(super) fn undigits(mantissa: u64, places: u8, negative: bool) -> String {
    let places = usize::from(places);
    let mut text = format!("{mantissa:0>width$}", width = places + 1);
    if places > 0 {
        text.insert(text.len() - places, '.');
    }
    if negative {
        text.insert(0, '-');
    }
    text
}

fn uuid(id: &str) -> Option<[u8; 16]> {
    let bytes = id.as_bytes();
    if bytes.len() != 36 {
        return None;
    }
    let mut out = [0_u8; 16];
    let mut nibble = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 8 | 13 | 18 | 23) {
            if *byte != b'-' {
                return None;
            }
            continue;
        }
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'f' => byte - b'a' + 10,
            _ => return None,
        };
        let slot = out.get_mut(nibble / 2)?;
        *slot = *slot << 4 | digit;
        nibble += 1;
    }
    Some(out)
}

fn place<T: PartialEq>(all: &[T], one: Option<T>) -> u8 {
    let at = one.and_then(|one| all.iter().position(|other| *other == one));
    at.and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0)
}

const fn flag(value: Option<bool>) -> u8 {
    match value {
        None => 0,
        Some(false) => 1,
        Some(true) => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_unfolded_as_it_was_written() {
        for written in ["-2.50", "0.0", "-0", "007", "1e3", "176.35499866729558", "", ".5", "12.", "+1", "-"]
        {
            let mut words = Words::default();
            let mut out = Out { bytes: Vec::new(), words: &mut words };
            out.decimal(written);
            assert_eq!(In { bytes: &out.bytes }.decimal().as_deref(), Some(written));
        }
    }

    #[test]
    fn an_identifier_is_unfolded_as_it_was_written() {
        for id in ["", "7", "e5e50c51-acd9-4716-b4dc-4e245ca9f8c2", "E5E50C51-acd9-4716-b4dc-4e245ca9f8c2"] {
            let mut words = Words::default();
            let mut out = Out { bytes: Vec::new(), words: &mut words };
            out.id(id);
            assert_eq!(In { bytes: &out.bytes }.id().as_deref(), Some(id));
        }
    }
}
