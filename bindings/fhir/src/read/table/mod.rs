//! Plain tables: the same content as records of FHIR, in columns. Documented in `docs/fls-tables.md`.

pub(super) mod cell;
mod facts;
mod pathway;
pub(super) mod rows;
mod taker;

use std::io::{self, BufRead};

use osteon::fls::input_table::{ActRow, ConditionRow, DrugRow, PatientRow, ResultRow, ScanRow};
use osteon::fls::table::PathwayTableRow;
use osteon::fls::{FindingKind, StatedDate};

use super::Codes;
use super::anchor::Anchors;
use cell::code_of;
use rows::{Row, rows};
pub(super) use taker::Taker;

/// A plain table, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sheet {
    Patients,
    Conditions,
    Scans,
    Results,
    Drugs,
    Acts,
    Pathway,
}

impl Sheet {
    /// By the name of its file, without the end.
    pub(super) fn of(stem: &str) -> Option<Self> {
        Some(match stem {
            "patients" => Self::Patients,
            "conditions" => Self::Conditions,
            "scans" => Self::Scans,
            "results" => Self::Results,
            "drugs" => Self::Drugs,
            "acts" => Self::Acts,
            "pathway" => Self::Pathway,
            _ => return None,
        })
    }

    /// Its columns.
    const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Patients => PatientRow::COLUMNS,
            Self::Conditions => ConditionRow::COLUMNS,
            Self::Scans => ScanRow::COLUMNS,
            Self::Results => ResultRow::COLUMNS,
            Self::Drugs => DrugRow::COLUMNS,
            Self::Acts => ActRow::COLUMNS,
            Self::Pathway => PathwayTableRow::COLUMNS,
        }
    }

    /// Those without which it cannot be read.
    const fn required(self) -> &'static [&'static str] {
        match self {
            Self::Patients => &["patient_id"],
            Self::Conditions | Self::Acts => &["patient_id", "code", "code_system", "date"],
            Self::Scans | Self::Results => &["patient_id", "date", "value"],
            Self::Drugs => &["patient_id", "start"],
            Self::Pathway => &["patient_id", "step"],
        }
    }
}

/// The first look at a table: who has a fracture, or a step of the pathway.
pub(super) fn anchors(
    sheet: Sheet,
    reader: Box<dyn BufRead + '_>,
    codes: &Codes,
    anchors: &mut Anchors,
) -> io::Result<()> {
    if !matches!(sheet, Sheet::Conditions | Sheet::Acts | Sheet::Pathway) {
        return Ok(());
    }
    rows(reader, &mut 0, &mut |row| {
        let Ok(row) = row else { return };
        let is_anchor = match sheet {
            Sheet::Pathway => pathway::read(&row).is_ok(),
            _ => code_of(row.cell("code_system"), row.cell("code"))
                .is_some_and(|(code, _)| (codes.is_anchor)(&code)),
        };
        let patient_id = row.cell("patient_id");
        match sheet {
            _ if !is_anchor || patient_id.is_empty() => {}
            Sheet::Pathway => anchors.keep(patient_id),
            _ => anchors.keep_for(patient_id, StatedDate::parse(row.cell("date"))),
        }
    })
    .map(|_| ())
}

/// The second look: facts of people who are kept.
pub(super) fn read(sheet: Sheet, reader: Box<dyn BufRead + '_>, taker: &mut Taker<'_, '_>) -> io::Result<()> {
    let mut bytes = 0;
    let mut missing = false;
    let (columns, required) = (sheet.columns(), sheet.required());
    let header = rows(reader, &mut bytes, &mut |row| match row {
        Ok(row) => {
            taker.file.records += 1;
            let absent = required.iter().any(|column| !row.has(column));
            missing |= absent;
            if !absent {
                one(sheet, &row, taker);
            }
        }
        Err((line, because)) => taker.doubts.at(FindingKind::Malformed, line, None, "", "", &because),
    })?;
    taker.file.bytes = bytes;
    if header.is_empty() {
        taker.doubts.of_file(FindingKind::FileNotRead, "The table is empty.");
        return Ok(());
    }
    let absent: Vec<&str> =
        required.iter().copied().filter(|column| !header.iter().any(|name| name == column)).collect();
    if missing || !absent.is_empty() {
        let because = format!("The table lacks the column {}; it is not read.", absent.join(", "));
        taker.doubts.at(FindingKind::TableRefused, 1, None, &absent.join(", "), "", &because);
        return Ok(());
    }
    let unknown: Vec<&str> = header
        .iter()
        .map(String::as_str)
        .filter(|name| !name.is_empty() && !columns.contains(name))
        .collect();
    if !unknown.is_empty() {
        let because = "Columns that are not known here; they are not read, the rest of the table is.";
        taker.doubts.at(FindingKind::BadValue, 1, None, "header", &unknown.join(", "), because);
    }
    Ok(())
}

fn one(sheet: Sheet, row: &Row<'_>, taker: &mut Taker<'_, '_>) {
    let patient_id = row.cell("patient_id");
    if patient_id.is_empty() {
        let because = "The row names no person; it is not read.";
        return taker.doubts.at(FindingKind::NoPatient, row.line, None, "patient_id", "", because);
    }
    if matches!(sheet, Sheet::Conditions | Sheet::Acts) {
        // Whether the row is a fracture cannot be known then.
        facts::tell_system(row, patient_id, taker);
    }
    let kept = taker.anchors.keeps(patient_id);
    let anchors = taker.anchors;
    let patient_id = anchors.survivor(patient_id);
    if sheet == Sheet::Pathway {
        // A step outside the lists makes nobody one whose records are read, and is told all the same.
        return pathway::take(row, patient_id, taker);
    }
    if kept {
        facts::take(sheet, row, patient_id, taker);
    }
}
