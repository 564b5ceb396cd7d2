//! Facts as bytes: a few dozen each.

use osteon::document::{Drug, Route, Sex, StopReason};
use osteon::fls::journey::{Door, StepName, StepOutcome, StepReason};
use osteon::fls::record::{
    Act, Condition, Death, DiagnosisRank, DrugRecord, DrugRecordKind, PathwayRow, ResultValue, ScanValue,
    Verification,
};
use osteon::fls::{Code, CodeSystem, StatedDate};

use super::words::Words;
use super::{Fact, Origin, Person};
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
const KEY_BYTES: usize = 6;

/// A kind of fact that takes the place of any other of the same record.
pub(super) const VOID: u8 = 7;

/// Appends a fact.
pub(super) fn append(log: &mut Vec<u8>, words: &mut Words, origin: Origin, id: &str, fact: &Fact) {
    let mut out = Out { bytes: Vec::with_capacity(64), words };
    let kind = out.fact(id, fact);
    let body = out.bytes;
    let record = origin.record.unwrap_or_else(|| Key::of_parts(&[&[kind], &body]));
    let mut head = Out { bytes: Vec::with_capacity(32), words };
    head.bytes.push(kind);
    head.varint(u64::from(origin.file) << 1 | u64::from(origin.record.is_some()));
    head.varint(origin.line);
    head.varint(origin.updated);
    head.bytes.extend(record.0.to_le_bytes().iter().take(KEY_BYTES));
    head.varint(body.len() as u64);
    let more = head.bytes.len() + body.len();
    if log.capacity() - log.len() < more {
        // Growth by a quarter, not by double: there are many people.
        log.reserve_exact(more.max(log.len() / 4));
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
        let kind = read.byte()?;
        let file = read.varint()?;
        let line = read.varint()?;
        let updated = read.varint()?;
        let mut key = [0; 8];
        key.iter_mut().zip(read.take(KEY_BYTES)?).for_each(|(to, from)| *to = *from);
        let length = usize::try_from(read.varint()?).ok()?;
        let body = read.take(length)?;
        rest = read.bytes;
        let record = u64::from_le_bytes(key);
        let file_number = u32::try_from(file >> 1).ok()?;
        let header = Header { kind, file: file_number, line, updated, record, named: file & 1 == 1 };
        Some((header, body, whole.get(..whole.len() - rest.len())?))
    })
}

/// The facts of a log.
pub(super) fn facts<'a>(log: &'a [u8], words: &'a Words) -> impl Iterator<Item = Fact> + 'a {
    entries(log).filter_map(|(header, body, _)| In { bytes: body }.fact(header.kind, words))
}

/// The identifier of the record of a body, where it is kept.
pub(super) fn id_of(header: Header, body: &[u8]) -> String {
    match header.kind {
        0 | 4 | 6 => String::new(),
        _ => In { bytes: body }.id().unwrap_or_default(),
    }
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
                1
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
                self.word(&scan.unit);
                self.date(scan.on);
                self.word(&scan.device);
                3
            }
            Fact::Result(result) => {
                self.codes(&result.codes);
                self.word(&result.display);
                self.decimal(&result.value);
                self.word(&result.comparator);
                self.word(&result.unit);
                self.float(result.reference.0);
                self.float(result.reference.1);
                self.date(result.on);
                4
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
            Fact::Void => {
                self.id(id);
                VOID
            }
        }
    }

    fn small(&mut self, value: u8) {
        self.bytes.push(value);
    }

    fn varint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
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
        let all: Vec<String> =
            codes.iter().map(|code| format!("{}\u{1f}{}", code.system, code.code)).collect();
        self.word(&all.join("\u{1e}"));
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

    fn float(&mut self, value: Option<f64>) {
        self.small(u8::from(value.is_some()));
        if let Some(value) = value {
            self.bytes.extend_from_slice(&value.to_le_bytes());
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

/// Digits, places behind the point, and sign, where these give the same text again.
fn digits(written: &str) -> Option<(u64, u8, bool)> {
    let (negative, plain) = written.strip_prefix('-').map_or((false, written), |rest| (true, rest));
    let (whole, behind) = plain.split_once('.').unwrap_or((plain, ""));
    let places = u8::try_from(behind.len()).ok().filter(|places| *places < 60)?;
    let mantissa: u64 = format!("{whole}{behind}").parse().ok()?;
    (undigits(mantissa, places, negative) == written).then_some((mantissa, places, negative))
}

fn undigits(mantissa: u64, places: u8, negative: bool) -> String {
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

struct In<'a> {
    bytes: &'a [u8],
}

impl<'a> In<'a> {
    fn fact(mut self, kind: u8, words: &Words) -> Option<Fact> {
        Some(match kind {
            0 => {
                let name = self.text()?;
                let sex = self.choice(Sex::ALL)?;
                let birth_date = self.date()?;
                let death = self.byte()?;
                let on = self.date()?;
                Fact::Person(Person {
                    name: (!name.is_empty()).then(|| name.to_owned()),
                    sex,
                    birth_date,
                    death: match (death, on) {
                        (0, _) => Death::NotStated,
                        (2, Some(on)) => Death::On(on),
                        _ => Death::Undated,
                    },
                    living_alone: self.flag()?,
                    schooling_years: self.number()?,
                })
            }
            1 => Fact::Condition(Condition {
                id: self.id()?,
                codes: self.codes(words)?,
                on: self.date()?,
                on_is_recording: self.byte()? == 1,
                encounter_id: self.id()?,
                door: self.choice(Door::ALL)?,
                verification: match self.byte()? {
                    1 => Verification::Unconfirmed,
                    2 => Verification::Refuted,
                    _ => Verification::Confirmed,
                },
                rank: match self.byte()? {
                    1 => DiagnosisRank::Main,
                    2 => DiagnosisRank::Associated,
                    _ => DiagnosisRank::NotStated,
                },
            }),
            2 => Fact::Act(Act {
                id: self.id()?,
                codes: self.codes(words)?,
                on: self.date()?,
                encounter_id: self.id()?,
                door: self.choice(Door::ALL)?,
            }),
            3 => Fact::Scan(ScanValue {
                id: self.id()?,
                codes: self.codes(words)?,
                display: self.word(words)?,
                body_site: self.word(words)?,
                value: self.decimal()?,
                unit: self.word(words)?,
                on: self.date()?,
                device: self.word(words)?,
            }),
            4 => Fact::Result(ResultValue {
                id: String::new(),
                codes: self.codes(words)?,
                display: self.word(words)?,
                value: self.decimal()?,
                comparator: self.word(words)?,
                unit: self.word(words)?,
                reference: (self.float()?, self.float()?),
                on: self.date()?,
            }),
            5 => Fact::Drug(DrugRecord {
                id: self.id()?,
                codes: self.codes(words)?,
                drug: self.choice(Drug::ALL)?,
                route: self.choice(Route::ALL)?,
                display: self.word(words)?,
                kind: match self.byte()? {
                    1 => DrugRecordKind::Dispensed,
                    2 => DrugRecordKind::Given,
                    3 => DrugRecordKind::Stated,
                    _ => DrugRecordKind::Prescribed,
                },
                start: self.date()?,
                stop: self.date()?,
                days_supply: self.number()?,
                active: self.flag()?,
                stop_reason: self.choice(StopReason::ALL)?,
            }),
            6 => Fact::Step(PathwayRow {
                event_id: self.id()?,
                step: self.choice(StepName::ALL)??,
                on: self.date()?,
                outcome: self.choice(StepOutcome::ALL)?,
                reason: self.choice(StepReason::ALL)?,
                contact_try: self.number()?,
                door: self.choice(Door::ALL)?,
            }),
            _ => Fact::Void,
        })
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn varint(&mut self) -> Option<u64> {
        let (mut value, mut shift) = (0_u64, 0);
        loop {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(value);
            }
            shift += 7;
        }
    }

    fn number(&mut self) -> Option<Option<u32>> {
        let value = self.varint()?;
        Some(value.checked_sub(1).and_then(|value| u32::try_from(value).ok()))
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = usize::try_from(self.varint()?).ok()?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    fn word(&mut self, words: &Words) -> Option<String> {
        Some(words.words(u32::try_from(self.varint()?).ok()?).to_owned())
    }

    fn id(&mut self) -> Option<String> {
        match self.varint()? {
            0 => {
                let mut text = String::with_capacity(36);
                for (at, byte) in self.take(16)?.iter().enumerate() {
                    if matches!(at, 4 | 6 | 8 | 10) {
                        text.push('-');
                    }
                    for nibble in [byte >> 4, byte & 15] {
                        text.push(char::from_digit(u32::from(nibble), 16)?);
                    }
                }
                Some(text)
            }
            length => {
                let bytes = self.take(usize::try_from(length - 1).ok()?)?;
                std::str::from_utf8(bytes).ok().map(str::to_owned)
            }
        }
    }

    fn codes(&mut self, words: &Words) -> Option<Vec<Code>> {
        let all = self.word(words)?;
        let code = |text: &str| {
            let (system, code) = text.split_once('\u{1f}')?;
            Some(Code::new(CodeSystem::from_key(system)?, code))
        };
        Some(all.split('\u{1e}').filter_map(code).collect())
    }

    fn date(&mut self) -> Option<Option<StatedDate>> {
        let packed = self.varint()?;
        let year = i16::try_from(packed >> 9).ok()?;
        let (month, day) = ((packed >> 5 & 15) as i8, (packed & 31) as i8);
        Some(match (year, month, day) {
            (0, ..) => None,
            (year, 0, _) => Some(StatedDate::Year(year)),
            (year, month, 0) => Some(StatedDate::Month(year, month)),
            (year, month, day) => jiff::civil::Date::new(year, month, day).ok().map(StatedDate::Day),
        })
    }

    fn float(&mut self) -> Option<Option<f64>> {
        if self.byte()? == 0 {
            return Some(None);
        }
        Some(Some(f64::from_le_bytes(self.take(8)?.try_into().ok()?)))
    }

    fn decimal(&mut self) -> Option<String> {
        let head = self.byte()?;
        if head & 1 == 0 {
            return self.text().map(str::to_owned);
        }
        Some(undigits(self.varint()?, head >> 2, head & 2 != 0))
    }

    fn choice<T: Copy>(&mut self, all: &[T]) -> Option<Option<T>> {
        let at = self.byte()?;
        Some(usize::from(at).checked_sub(1).and_then(|at| all.get(at)).copied())
    }

    fn flag(&mut self) -> Option<Option<bool>> {
        Some(match self.byte()? {
            1 => Some(false),
            2 => Some(true),
            _ => None,
        })
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
