//! Forgetting results that nothing can read any more, while more come: the engine says which.

use jiff::civil::Date;
use osteon::fls::record::ResultValue;
use osteon::fls::{Period, intake};

use super::pack::{RESULT, entries};
use super::words::Words;
use super::{Fact, Kept, unpack};
use crate::read::key::Key;

/// Bytes of a person that are never looked through for what may go.
const LEAST: u32 = 192;
/// Bytes that may come before a person is looked through again; an eighth of what is there where that is more,
/// so that long records are not looked through for every few bytes.
const STEP: u32 = 64;

/// What decides about results: the period of the service, and the days on which people broke bones.
#[derive(Debug)]
pub(in crate::read) struct Thinning {
    pub(in crate::read) period: Period,
    /// By person, in order.
    pub(in crate::read) fractures: Vec<(Key, Date)>,
}

impl Thinning {
    /// Whether it is time to look through a person.
    pub(super) fn is_due(kept: &Kept) -> bool {
        kept.log.len() > kept.thin_at.max(LEAST) as usize
    }

    /// Forgets what nothing can read; whether there was any.
    pub(super) fn thin(&self, kept: &mut Kept, words: &Words) -> bool {
        let gone = self.forget(kept, words);
        let length = u32::try_from(kept.log.len()).unwrap_or(u32::MAX);
        kept.thin_at = length.saturating_add(STEP.max(length / 8));
        gone
    }

    fn forget(&self, kept: &mut Kept, words: &Words) -> bool {
        let person = Key::of("Patient", &kept.id);
        let results: Vec<ResultValue> = entries(&kept.log)
            .filter(|(header, ..)| header.kind == RESULT)
            .map(|(header, body, _)| match unpack::fact(header.kind, body, words) {
                Some(Fact::Result(result)) => result,
                _ => ResultValue::default(),
            })
            .collect();
        let from = self.fractures.partition_point(|(key, _)| *key < person);
        let of_person = self.fractures.iter().skip(from).take_while(|(key, _)| *key == person);
        let days: Vec<Date> = of_person.map(|(_, day)| *day).collect();
        let readable = intake::readable(&results, &days, self.period);
        if readable.iter().all(|&readable| readable) {
            return false;
        }
        let mut readable = readable.into_iter();
        let mut log = Vec::with_capacity(kept.log.len());
        for (header, _, whole) in entries(&kept.log) {
            if header.kind != RESULT || readable.next() == Some(true) {
                log.extend_from_slice(whole);
            }
        }
        // A copy of its own length: what shrinks in its place leaves holes that fit nothing.
        kept.log = log.as_slice().to_vec();
        true
    }
}
