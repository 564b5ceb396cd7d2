//! Rows of plain tables as facts.

use osteon::document::{Drug, Route, StopReason};
use osteon::fls::input_table::{DrugRecordWord, VerificationWord};
use osteon::fls::journey::Door;
use osteon::fls::record::{
    Act, Condition, Death, DiagnosisRank, DrugRecord, DrugRecordKind, ResultValue, ScanValue, Verification,
};
use osteon::fls::{Code, CodeSystem, FindingKind};

use super::cell::{self, code_of, key};
use super::rows::Row;
use super::{Sheet, Taker};
use crate::read::resource::drug::route_in_words;
use crate::read::store::{Fact, Person, PersonSource};

/// Tells the rows of people from other records.
const PATIENTS: &str = "patients.csv";

/// Takes the fact of a row.
pub(super) fn take(sheet: Sheet, row: &Row<'_>, patient_id: &str, taker: &mut Taker<'_, '_>) {
    let (kind, fact) = match sheet {
        Sheet::Patients => (PATIENTS, Some(Fact::Person(person(row, patient_id, taker)))),
        Sheet::Conditions => ("Condition", condition(row, patient_id, taker)),
        // Tables number their rows each for itself.
        Sheet::Scans => ("scans.csv", Some(Fact::Scan(scan(row, patient_id, taker)))),
        Sheet::Results => ("results.csv", Some(Fact::Result(result(row, patient_id, taker)))),
        Sheet::Drugs => ("drugs.csv", drug(row, patient_id, taker)),
        Sheet::Acts => ("Procedure", act(row, patient_id, taker)),
        Sheet::Pathway => return,
    };
    if matches!(sheet, Sheet::Scans | Sheet::Results | Sheet::Drugs) {
        tell_system(row, patient_id, taker);
    }
    let Some(fact) = fact else { return };
    let id = row.cell(if sheet == Sheet::Patients { "patient_id" } else { "id" });
    taker.keep(row, kind, patient_id, id, &fact);
}

fn person(row: &Row<'_>, patient_id: &str, taker: &mut Taker<'_, '_>) -> Person {
    let name = row.cell("name");
    let died = row.cell("death_date");
    let death = match taker.date(row, patient_id, "death_date") {
        Some(on) => Death::On(on),
        // A day that is none still says that the person died.
        None if !died.is_empty() => Death::Undated,
        None => Death::NotStated,
    };
    Person {
        name: (!name.is_empty()).then(|| name.to_owned()),
        sex: taker.choice(row, patient_id, "sex", cell::sex),
        birth_date: taker.date(row, patient_id, "birth_date"),
        death,
        living_alone: taker.choice(row, patient_id, "living_alone", cell::flag),
        schooling_years: taker.choice(row, patient_id, "schooling_years", |cell| {
            cell.parse().ok().filter(|years| *years <= 40)
        }),
        source: match row.cell("patient_id") == patient_id {
            true => PersonSource::Table,
            false => PersonSource::Replaced,
        },
    }
}

/// Says where a code stands without a system that is known.
pub(super) fn tell_system(row: &Row<'_>, patient_id: &str, taker: &mut Taker<'_, '_>) {
    let system = row.cell("code_system");
    if code_of(system, row.cell("code")).is_none_or(|(_, known)| known) {
        return;
    }
    let because = match system {
        "" => "The row names no system of codes; its code is not read.",
        _ => "Not a system of codes that is known here; the code is not read.",
    };
    let value = if system.is_empty() { row.cell("code") } else { system };
    taker.bad(row, patient_id, "code_system", value, because);
}

fn code(row: &Row<'_>) -> Option<Code> {
    code_of(row.cell("code_system"), row.cell("code")).map(|(code, _)| code)
}

fn condition(row: &Row<'_>, patient_id: &str, taker: &mut Taker<'_, '_>) -> Option<Fact> {
    let code = code(row)?;
    if !(taker.codes.is_condition)(&code) {
        return None;
    }
    let stated = VerificationWord::from_key(&key(row.cell("verification")));
    if stated == Some(VerificationWord::EnteredInError) {
        let because = "The row is marked as entered in error; it is not read.";
        let (id, kind) = (row.cell("id"), FindingKind::EnteredInError);
        taker.doubts.at(kind, row.line, Some(patient_id), "verification", id, because);
        return (!id.is_empty()).then_some(Fact::Void { in_error: true });
    }
    let verification = taker.choice(row, patient_id, "verification", |cell| match (stated, &*key(cell)) {
        (Some(VerificationWord::Confirmed), _) => Some(Verification::Confirmed),
        (Some(VerificationWord::Unconfirmed), _) | (None, "provisional" | "differential") => {
            Some(Verification::Unconfirmed)
        }
        (Some(VerificationWord::Refuted), _) => Some(Verification::Refuted),
        _ => None,
    });
    let rank = taker.choice(row, patient_id, "rank", |cell| match key(cell).as_str() {
        "main" | "1" | "principal" | "primary" => Some(DiagnosisRank::Main),
        "associated" | "secondary" => Some(DiagnosisRank::Associated),
        other => other.parse::<u32>().ok().map(|_| DiagnosisRank::Associated),
    });
    Some(Fact::Condition(Condition {
        id: String::new(),
        codes: vec![code],
        on: taker.date(row, patient_id, "date"),
        on_is_recording: false,
        encounter_id: row.cell("encounter_id").to_owned(),
        door: taker.choice(row, patient_id, "door", door),
        // A word that is none of the list does not confirm.
        verification: match (verification, row.cell("verification").is_empty()) {
            (Some(verification), _) => verification,
            (None, true) => Verification::Confirmed,
            (None, false) => Verification::Unconfirmed,
        },
        rank: rank.unwrap_or_default(),
    }))
}

fn door(cell: &str) -> Option<Door> {
    Door::from_key(&key(cell)).or_else(|| crate::read::resource::encounter::door(&key(cell)))
}

fn act(row: &Row<'_>, patient_id: &str, taker: &mut Taker<'_, '_>) -> Option<Fact> {
    let code = code(row)?;
    (taker.codes.is_act)(&code).then(|| {
        Fact::Act(Act {
            id: String::new(),
            codes: vec![code],
            on: taker.date(row, patient_id, "date"),
            encounter_id: row.cell("encounter_id").to_owned(),
            door: taker.choice(row, patient_id, "door", door),
        })
    })
}

fn scan(row: &Row<'_>, patient_id: &str, taker: &mut Taker<'_, '_>) -> ScanValue {
    let display = [row.cell("region"), row.cell("display")];
    let display: Vec<&str> = display.into_iter().filter(|words| !words.is_empty()).collect();
    ScanValue {
        id: String::new(),
        codes: code(row).into_iter().collect(),
        display: display.join(" "),
        body_site: row.cell("body_site").to_owned(),
        value: row.cell("value").to_owned(),
        comparator: row.cell("comparator").to_owned(),
        unit: row.cell("unit").to_owned(),
        on: taker.date(row, patient_id, "date"),
        device: row.cell("device").to_owned(),
    }
}

fn result(row: &Row<'_>, patient_id: &str, taker: &mut Taker<'_, '_>) -> ResultValue {
    let number = |cell: &str| cell.replace(',', ".").parse().ok().filter(|limit: &f64| limit.is_finite());
    ResultValue {
        id: String::new(),
        codes: code(row).into_iter().collect(),
        display: row.cell("display").to_owned(),
        value: row.cell("value").to_owned(),
        comparator: row.cell("comparator").to_owned(),
        unit: row.cell("unit").to_owned(),
        reference: (
            taker.choice(row, patient_id, "low", number),
            taker.choice(row, patient_id, "high", number),
        ),
        on: taker.date(row, patient_id, "date"),
    }
}

fn drug(row: &Row<'_>, patient_id: &str, taker: &mut Taker<'_, '_>) -> Option<Fact> {
    let code = code(row);
    let named = row.cell("drug");
    let drug = Drug::from_key(&key(named));
    let is_named = drug.is_some() || (taker.codes.is_drug_name)(named);
    if !is_named && !code.as_ref().is_some_and(|code| (taker.codes.is_drug)(code)) {
        // A code of another drug says what the row is; a word that is not known may be any.
        if code.is_none_or(|code| code.system == CodeSystem::Other) {
            let because = "The row names no drug that is known here; it is not read.";
            taker.doubts.at(FindingKind::DrugUnknown, row.line, Some(patient_id), "drug", named, because);
        }
        return None;
    }
    let kind = taker.choice(row, patient_id, "kind", |cell| {
        Some(match DrugRecordWord::from_key(&key(cell))? {
            DrugRecordWord::Prescribed => DrugRecordKind::Prescribed,
            DrugRecordWord::Dispensed => DrugRecordKind::Dispensed,
            DrugRecordWord::Given => DrugRecordKind::Given,
            DrugRecordWord::Stated => DrugRecordKind::Stated,
        })
    });
    Some(Fact::Drug(DrugRecord {
        id: String::new(),
        codes: code.into_iter().collect(),
        drug,
        route: taker.choice(row, patient_id, "route", |cell| {
            Route::from_key(&key(cell)).or_else(|| route_in_words(cell))
        }),
        display: named.to_owned(),
        kind: kind.unwrap_or_default(),
        start: taker.date(row, patient_id, "start"),
        stop: taker.date(row, patient_id, "stop"),
        days_supply: taker.choice(row, patient_id, "days_supply", |cell| {
            cell.parse().ok().filter(|days| (1..=36_525).contains(days))
        }),
        active: taker.choice(row, patient_id, "active", cell::flag),
        stop_reason: taker.choice(row, patient_id, "stop_reason", |cell| StopReason::from_key(&key(cell))),
    }))
}
