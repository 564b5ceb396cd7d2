//! One field of a document that stays from row to row: written, or cleared.

use crate::columns::{Kind, Target, Value};
use crate::document::slot::Slot;
use crate::document::{Patient, Scan, ScanRegion};

use super::bits::Bits;
use super::column::Values;
use super::columns::Bound;

/// Writes a known value and clears an unknown one. Text goes into what an earlier row allocated.
#[inline]
pub(super) fn put(slot: Slot<'_>, value: Value<'_>, spare: &mut String) {
    match (slot, value) {
        (Slot::Flag(field), Value::Flag(value)) => *field = Some(value),
        (Slot::Number(field), Value::Number(value)) => *field = Some(value),
        (Slot::Count(field), Value::Count(value)) => *field = Some(value),
        (Slot::Date(field), Value::Date(value)) => *field = Some(value),
        (Slot::Choice(field), Value::Choice(key)) => {
            // Most rows say what the row before said.
            if !field.key().is_some_and(|now| core::ptr::eq(now, key)) {
                field.set_key(key);
            }
        }
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

/// A column of numbers, side by side in memory, of a field that stays.
pub(super) struct NumberColumn<'c> {
    values: &'c [f64],
    validity: Option<Bits<'c>>,
    measures: bool,
    target: Target,
    line: usize,
}

impl<'c> NumberColumn<'c> {
    /// `None` where the column is another; `line` is its line of a report.
    pub(super) fn of(bound: &'c Bound<'_>, line: usize) -> Option<Self> {
        let Values::F64(values) = &bound.values else { return None };
        let stays = matches!(
            bound.target,
            Target::Patient(_)
                | Target::RiskFactors(_)
                | Target::History(_)
                | Target::Scan(_)
                | Target::Region(..)
        );
        let values = values.as_slice().filter(|_| stays && bound.kind == Kind::Number)?;
        Some(Self { values, validity: bound.validity, measures: bound.measures, target: bound.target, line })
    }

    /// Writes the number of a row, or makes the field unknown; `false` where what stands there is no number.
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
        let value = if known { self.values.get(row).copied() } else { None };
        if value.is_some_and(|value| !value.is_finite()) {
            return false;
        }
        let measures = self.measures && value.is_some();
        *measured |= measures;
        let slot = match self.target {
            Target::Patient(slot) => slot(patient),
            Target::RiskFactors(slot) => slot(patient.risk_factors.get_or_insert_default()),
            Target::History(slot) => slot(patient.history.get_or_insert_default()),
            Target::Scan(slot) => slot(scan),
            Target::Region(_, slot) => {
                let Some((region, measured)) = lines.get_mut(self.line) else { return true };
                *measured |= measures;
                slot(region)
            }
            _ => return false,
        };
        if let Slot::Number(field) = slot {
            *field = value;
        }
        true
    }
}
