//! One field of a document that stays from row to row: written, or cleared.

use crate::columns::{Kind, Target, Value};
use crate::document::slot::{Choice, Slot};
use crate::document::{Patient, Scan, ScanRegion};

use super::bits::Bits;
use super::column::{Codes, Values};
use super::columns::Bound;

/// Writes a known value and clears an unknown one. Text goes into what an earlier row allocated.
#[inline]
pub(super) fn put(slot: Slot<'_>, value: Value<'_>, spare: &mut String) {
    match (slot, value) {
        (Slot::Flag(field), Value::Flag(value)) => *field = Some(value),
        (Slot::Number(field), Value::Number(value)) => *field = Some(value),
        (Slot::Count(field), Value::Count(value)) => *field = Some(value),
        (Slot::Date(field), Value::Date(value)) => *field = Some(value),
        (Slot::Choice(field), Value::Choice(key)) => choose(field, key),
        (Slot::Text(field), Value::Text(text)) => {
            let written = field.get_or_insert_with(|| core::mem::take(spare));
            if written != text {
                written.clear();
                written.push_str(text);
            }
        }
        (slot, _) => clear(slot, spare),
    }
}

#[inline]
fn choose(field: &mut dyn Choice, key: &'static str) {
    // Most rows say what the row before said.
    if !field.key().is_some_and(|now| core::ptr::eq(now, key)) {
        field.set_key(key);
    }
}

/// Makes a field unknown.
pub(super) fn clear(slot: Slot<'_>, spare: &mut String) {
    match slot {
        Slot::Flag(field) => *field = None,
        Slot::Number(field) => *field = None,
        Slot::Count(field) => *field = None,
        Slot::Date(field) => *field = None,
        Slot::Choice(field) => field.clear(),
        Slot::Text(field) => {
            if let Some(text) = field.take() {
                *spare = text;
            }
        }
        Slot::Nested => {}
    }
}

/// A column of a field that stands by itself, and whose values need no look at what they are.
pub(super) struct PlainColumn<'c> {
    stored: Stored<'c>,
    validity: Option<Bits<'c>>,
    measures: bool,
    target: Target,
    line: usize,
}

/// Values that are there as they are written: numbers side by side, whole numbers, bits, and words of a closed list.
enum Stored<'c> {
    Numbers(&'c [f64]),
    Counts(&'c [u8]),
    Flags(Bits<'c>),
    Choices(Codes<'c>, &'c [Option<Value<'c>>]),
}

impl<'c> PlainColumn<'c> {
    /// `None` where the column is another; `line` is its line of a report.
    pub(super) fn of(bound: &'c Bound<'_>, line: usize) -> Option<Self> {
        let target = bound.target;
        // The others are there only where there is a value.
        let stays = match target {
            Target::Patient(_)
            | Target::RiskFactors(_)
            | Target::History(_)
            | Target::Scan(_)
            | Target::Region(..) => true,
            Target::Glucocorticoid(_) | Target::Frax(_) => false,
            _ => return None,
        };
        let stored = match (&bound.values, bound.kind) {
            (Values::F64(values), Kind::Number) => Stored::Numbers(values.as_slice()?),
            (Values::U8(values), Kind::Count) => Stored::Counts(values.as_slice()?),
            (Values::Bits(values), Kind::Flag) => Stored::Flags(*values),
            (Values::Words(codes, _), Kind::Choice(_)) if stays => Stored::Choices(*codes, bound.words()),
            _ => return None,
        };
        Some(Self { stored, validity: bound.validity, measures: bound.measures, target, line })
    }

    /// Writes the value of a row, or makes the field unknown; `false` where what stands there is none.
    #[inline(always)]
    pub(super) fn write(
        &self,
        row: usize,
        patient: &mut Patient,
        scan: &mut Scan,
        lines: &mut [(ScanRegion, bool)],
        measured: &mut bool,
    ) -> bool {
        let known = self.validity.is_none_or(|bits| bits.get(row));
        let number = match &self.stored {
            Stored::Numbers(values) if known => values.get(row).copied(),
            _ => None,
        };
        if number.is_some_and(|number| !number.is_finite()) {
            return false;
        }
        let slot = match self.target {
            Target::Patient(slot) => slot(patient),
            Target::RiskFactors(slot) => slot(patient.risk_factors.get_or_insert_default()),
            Target::History(slot) => slot(patient.history.get_or_insert_default()),
            Target::Scan(slot) => {
                *measured |= self.measures && known;
                slot(scan)
            }
            Target::Region(_, slot) => {
                let Some((region, of_line)) = lines.get_mut(self.line) else { return true };
                let measures = self.measures && known;
                *measured |= measures;
                *of_line |= measures;
                slot(region)
            }
            Target::Glucocorticoid(_) | Target::Frax(_) if !known => return true,
            Target::Glucocorticoid(slot) => {
                let risk_factors = patient.risk_factors.get_or_insert_default();
                slot(risk_factors.glucocorticoid.get_or_insert_default())
            }
            Target::Frax(slot) => slot(patient.frax.get_or_insert_default()),
            _ => return false,
        };
        match (&self.stored, slot) {
            (Stored::Numbers(_), Slot::Number(field)) => {
                *field = number;
                true
            }
            (Stored::Counts(values), Slot::Count(field)) => {
                *field = if known { values.get(row).map(|&value| value.into()) } else { None };
                true
            }
            (Stored::Flags(values), Slot::Flag(field)) => {
                *field = known.then(|| values.get(row));
                true
            }
            (Stored::Choices(..), Slot::Choice(field)) if !known => {
                field.clear();
                true
            }
            (Stored::Choices(codes, words), Slot::Choice(field)) => {
                match codes.get(row).and_then(|code| words.get(code)) {
                    Some(Some(Value::Choice(key))) => {
                        choose(field, key);
                        true
                    }
                    _ => false,
                }
            }
            _ => false,
        }
    }
}
