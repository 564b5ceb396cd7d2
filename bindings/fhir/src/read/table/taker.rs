//! Takes facts out of rows.

use osteon::fls::{FindingKind, StatedDate};

use super::rows::Row;
use crate::read::anchor::Anchors;
use crate::read::doubt::Doubts;
use crate::read::key::Key;
use crate::read::store::{Fact, Origin, Store};
use crate::read::{Codes, FileRead};

/// Takes the facts of one table.
pub(in crate::read) struct Taker<'c, 'd> {
    pub(in crate::read) codes: Codes,
    pub(in crate::read) anchors: &'c Anchors,
    pub(in crate::read) store: &'c mut Store,
    pub(in crate::read) doubts: &'c mut Doubts<'d>,
    pub(in crate::read) number: u32,
    pub(in crate::read) file: FileRead,
}

impl Taker<'_, '_> {
    /// Keeps a fact; `kind` tells the identifiers of one table from those of another.
    pub(in crate::read) fn keep(
        &mut self,
        row: &Row<'_>,
        kind: &str,
        patient_id: &str,
        id: &str,
        fact: &Fact,
    ) {
        self.file.kept += 1;
        let record = (!id.is_empty()).then(|| Key::of(kind, id));
        let origin = Origin { file: self.number, line: row.line, record, updated: 0 };
        self.store.add(patient_id, origin, id, fact);
    }

    /// A cell that cannot be read: told, and read as empty.
    pub(in crate::read) fn bad(
        &mut self,
        row: &Row<'_>,
        patient_id: &str,
        column: &str,
        value: &str,
        because: &str,
    ) {
        self.doubts.at(FindingKind::BadValue, row.line, Some(patient_id), column, value, because);
    }

    /// A date.
    pub(in crate::read) fn date(
        &mut self,
        row: &Row<'_>,
        patient_id: &str,
        column: &str,
    ) -> Option<StatedDate> {
        let cell = row.cell(column);
        let date = StatedDate::parse(cell);
        if date.is_none() && !cell.is_empty() {
            let because = "Not a date (2024-05-01, 2024-05 or 2024); the row is read without it.";
            self.bad(row, patient_id, column, cell, because);
        }
        date
    }

    /// A word of a closed list, or whatever else `read` understands.
    pub(in crate::read) fn choice<T>(
        &mut self,
        row: &Row<'_>,
        patient_id: &str,
        column: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let cell = row.cell(column);
        if cell.is_empty() {
            return None;
        }
        let value = read(cell);
        if value.is_none() {
            self.bad(
                row,
                patient_id,
                column,
                cell,
                "Not a value of this column; the row is read without it.",
            );
        }
        value
    }
}
