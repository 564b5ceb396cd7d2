//! Facts out of their bytes.

use osteon::document::{Drug, Route, Sex, StopReason};
use osteon::fls::journey::{Door, StepName, StepOutcome, StepReason};
use osteon::fls::record::{
    Act, Condition, Death, DiagnosisRank, DrugRecord, DrugRecordKind, PathwayRow, ResultValue, ScanValue,
    Verification,
};
use osteon::fls::{Code, CodeSystem, StatedDate};

use super::pack::{FIRST_DAY, Header, bodies, undigits};
use super::words::Words;
use super::{Fact, Person, PersonSource};

/// The facts of a settled log.
pub(super) fn facts<'a>(log: &'a [u8], words: &'a Words) -> impl Iterator<Item = Fact> + 'a {
    bodies(log).filter_map(|(kind, body)| fact(kind, body, words))
}

/// One fact.
pub(super) fn fact(kind: u8, body: &[u8], words: &Words) -> Option<Fact> {
    In { bytes: body }.fact(kind, words)
}

/// The identifier of the record of a body, where it is kept.
pub(super) fn id_of(header: Header, body: &[u8]) -> String {
    match header.kind {
        0 | 4 | 6 => String::new(),
        _ => In { bytes: body }.id().unwrap_or_default(),
    }
}

/// What a body says of the person.
pub(super) fn person_of(body: &[u8]) -> Option<Person> {
    match (In { bytes: body }).fact(0, &Words::default()) {
        Some(Fact::Person(person)) => Some(person),
        _ => None,
    }
}

/// Bytes that are left to read.
pub(super) struct In<'a> {
    pub(super) bytes: &'a [u8],
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
                    source: self.choice(&PersonSource::ALL)?.unwrap_or_default(),
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
                comparator: self.word(words)?,
                unit: self.word(words)?,
                on: self.date()?,
                device: self.word(words)?,
            }),
            4 => {
                let shape = self.word(words)?;
                let mut parts = shape.split('\u{1d}');
                let mut part = || parts.next().unwrap_or_default();
                Fact::Result(ResultValue {
                    id: String::new(),
                    codes: codes_of_words(part()),
                    display: part().to_owned(),
                    comparator: part().to_owned(),
                    unit: part().to_owned(),
                    reference: (part().parse().ok(), part().parse().ok()),
                    value: self.decimal()?,
                    on: self.short_date()?,
                })
            }
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
            _ => {
                self.id()?;
                Fact::Void { in_error: self.byte()? == 1 }
            }
        })
    }

    pub(super) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some(taken)
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    pub(super) fn varint(&mut self) -> Option<u64> {
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

    pub(super) fn id(&mut self) -> Option<String> {
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
        let number = u32::try_from(self.varint()?).ok()?;
        Some(codes_of_words(words.words(number)))
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

    fn short_date(&mut self) -> Option<Option<StatedDate>> {
        match u16::from_le_bytes(self.take(2)?.try_into().ok()?) {
            0 => self.date(),
            days => {
                let span = jiff::Span::new().days(days);
                Some(FIRST_DAY.checked_add(span).ok().map(StatedDate::Day))
            }
        }
    }

    pub(super) fn decimal(&mut self) -> Option<String> {
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

fn codes_of_words(words: &str) -> Vec<Code> {
    let code = |text: &str| {
        let (system, code) = text.split_once('\u{1f}')?;
        Some(Code::new(CodeSystem::from_key(system)?, code))
    };
    words.split('\u{1e}').filter_map(code).collect()
}
