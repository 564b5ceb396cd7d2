//! `pathway.csv`: what no record of FHIR says.

use osteon::fls::FindingKind;
use osteon::fls::journey::{Door, StepName, StepOutcome, StepReason};
use osteon::fls::record::PathwayRow;

use super::Taker;
use super::cell::{key, nearest};
use super::rows::Row;
use crate::read::store::Fact;

/// A cell that is outside its list.
pub(super) struct Outside {
    column: &'static str,
    keys: &'static [&'static str],
}

/// Reads a row; its date is left to the taker.
pub(super) fn read(row: &Row<'_>) -> Result<PathwayRow, Outside> {
    fn one<T>(
        row: &Row<'_>,
        column: &'static str,
        keys: &'static [&'static str],
        from_key: fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Outside> {
        let cell = key(row.cell(column));
        if cell.is_empty() {
            return Ok(None);
        }
        from_key(&cell).map(Some).ok_or(Outside { column, keys })
    }
    let step = one(row, "step", StepName::KEYS, StepName::from_key)?;
    let outcome = one(row, "outcome", StepOutcome::KEYS, StepOutcome::from_key)?;
    Ok(PathwayRow {
        event_id: row.cell("event_id").to_owned(),
        step: step.ok_or(Outside { column: "step", keys: StepName::KEYS })?,
        on: None,
        outcome: Some(outcome.unwrap_or(StepOutcome::Done)),
        reason: one(row, "reason", StepReason::KEYS, StepReason::from_key)?,
        contact_try: None,
        door: one(row, "door", Door::KEYS, Door::from_key)?,
    })
}

/// Takes the step of a row.
pub(super) fn take(row: &Row<'_>, patient_id: &str, taker: &mut Taker<'_, '_>) {
    match read(row) {
        Ok(mut step) => {
            step.on = taker.date(row, patient_id, "date");
            step.contact_try = taker.choice(row, patient_id, "contact_try", |cell| cell.parse().ok());
            taker.keep(row, "pathway.csv", patient_id, "", &Fact::Step(step));
        }
        Err(Outside { column, keys }) => {
            let cell = row.cell(column);
            let near = nearest(&key(cell), keys);
            let near = near.map(|near| format!(" The nearest is `{near}`.")).unwrap_or_default();
            let because = format!("Not a word of the list of this column; the row is not read.{near}");
            taker.doubts.at(FindingKind::UnknownStep, row.line, Some(patient_id), column, cell, &because);
        }
    }
}
