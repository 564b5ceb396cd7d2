//! Rows of OMOP as facts.

use osteon::document::Sex;
use osteon::fls::journey::Door;
use osteon::fls::record::{
    Act, Condition, Death, DiagnosisRank, DrugRecord, DrugRecordKind, ResultValue, ScanValue, Verification,
};
use osteon::fls::{FindingKind, StatedDate};

use super::Concepts;
use crate::read::key::Key;
use crate::read::resource::drug::route_in_words;
use crate::read::resource::encounter::Encounter;
use crate::read::store::{Fact, Person, PersonSource};
use crate::read::table::Taker;
use crate::read::table::rows::Row;

/// Where the day of a condition stands.
pub(super) const CONDITION_DAYS: [&str; 2] = ["condition_start_date", "condition_start_datetime"];
/// Where the day of an act stands.
pub(super) const PROCEDURE_DAYS: [&str; 2] = ["procedure_date", "procedure_datetime"];

pub(super) fn person(row: &Row<'_>, patient_id: &str, taker: &mut Taker<'_, '_>) {
    let sex = match row.cell("gender_concept_id") {
        "8507" => Some(Sex::Male),
        "8532" => Some(Sex::Female),
        _ => None,
    };
    let source = source(row, patient_id);
    let person = Person { sex, birth_date: birth(row, patient_id, taker), source, ..Person::default() };
    taker.keep(row, "PERSON", patient_id, row.cell("person_id"), &Fact::Person(person));
}

fn source(row: &Row<'_>, patient_id: &str) -> PersonSource {
    match row.cell("person_id") == patient_id {
        true => PersonSource::Omop,
        false => PersonSource::Replaced,
    }
}

fn birth(row: &Row<'_>, patient_id: &str, taker: &mut Taker<'_, '_>) -> Option<StatedDate> {
    let number = |column: &str| row.cell(column).parse::<u32>().ok();
    let (year, month, day) = (number("year_of_birth"), number("month_of_birth"), number("day_of_birth"));
    let Some(year) = year else { return taker.date(row, patient_id, "birth_datetime") };
    let text = match (month, day) {
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year:04}-{month:02}"),
        (None, _) => format!("{year:04}"),
    };
    let date = StatedDate::parse(&text);
    if date.is_none() {
        taker.bad(row, patient_id, "year_of_birth", &text, "Not a date; the row is read without it.");
    }
    date
}

pub(super) fn death(row: &Row<'_>, patient_id: &str, taker: &mut Taker<'_, '_>) {
    let on = day(row, patient_id, ["death_date", "death_datetime"], taker);
    let death = on.map_or(Death::Undated, Death::On);
    let person = Person { death, source: source(row, patient_id), ..Person::default() };
    taker.keep(row, "DEATH", patient_id, row.cell("person_id"), &Fact::Person(person));
}

pub(super) fn visit(row: &Row<'_>, taker: &mut Taker<'_, '_>) {
    let key = Key::of("Encounter", row.cell("visit_occurrence_id"));
    if !taker.anchors.encounters.contains(&key) {
        return;
    }
    let door = match row.cell("visit_concept_id") {
        "9201" | "262" => Some(Door::Inpatient),
        "9202" | "9203" => Some(Door::Outpatient),
        _ => None,
    };
    taker.file.kept += 1;
    let encounter = Encounter::through(door);
    if taker.store.keep_encounter(key, encounter) {
        let because = "The same visit stands in another record with other content; the first is read.";
        let id = row.cell("visit_occurrence_id");
        let kind = FindingKind::ConflictingDuplicate;
        taker.doubts.at(kind, row.line, None, "visit_occurrence_id", id, because);
    }
}

pub(super) fn condition(row: &Row<'_>, patient_id: &str, concepts: &Concepts, taker: &mut Taker<'_, '_>) {
    let columns = ["condition_concept_id", "condition_source_concept_id", "condition_source_value"];
    let codes = concepts.codes(row, columns);
    if !codes.iter().any(taker.codes.is_condition) {
        return;
    }
    let rank = match row.cell("condition_status_concept_id") {
        "32902" | "32903" => DiagnosisRank::Main,
        "32908" | "32907" => DiagnosisRank::Associated,
        _ => DiagnosisRank::NotStated,
    };
    let fact = Fact::Condition(Condition {
        codes,
        on: day(row, patient_id, CONDITION_DAYS, taker),
        encounter_id: row.cell("visit_occurrence_id").to_owned(),
        verification: Verification::Confirmed,
        rank,
        ..Condition::default()
    });
    taker.keep(row, "CONDITION_OCCURRENCE", patient_id, row.cell("condition_occurrence_id"), &fact);
}

pub(super) fn procedure(row: &Row<'_>, patient_id: &str, concepts: &Concepts, taker: &mut Taker<'_, '_>) {
    let columns = ["procedure_concept_id", "procedure_source_concept_id", "procedure_source_value"];
    let codes = concepts.codes(row, columns);
    if !codes.iter().any(taker.codes.is_act) {
        return;
    }
    let fact = Fact::Act(Act {
        id: String::new(),
        codes,
        on: day(row, patient_id, PROCEDURE_DAYS, taker),
        encounter_id: row.cell("visit_occurrence_id").to_owned(),
        door: None,
    });
    taker.keep(row, "PROCEDURE_OCCURRENCE", patient_id, row.cell("procedure_occurrence_id"), &fact);
}

pub(super) fn measurement(row: &Row<'_>, patient_id: &str, concepts: &Concepts, taker: &mut Taker<'_, '_>) {
    let columns = ["measurement_concept_id", "measurement_source_concept_id", "measurement_source_value"];
    let codes = concepts.codes(row, columns);
    if !codes.iter().any(taker.codes.is_observation) {
        return;
    }
    // Some makers of these tables drop numbers below zero, and leave them only in the value that was there before.
    let value = match row.cell("value_as_number") {
        "" => row.cell("value_source_value"),
        number => number,
    };
    let on = day(row, patient_id, ["measurement_date", "measurement_datetime"], taker);
    let unit = row.cell("unit_source_value").to_owned();
    let comparator = match row.cell("operator_concept_id") {
        "4171756" => "<",
        "4171754" => "<=",
        "4172704" => ">",
        "4171755" => ">=",
        _ => "",
    }
    .to_owned();
    let fact = if codes.iter().any(taker.codes.is_scan) {
        Fact::Scan(ScanValue { codes, value: value.to_owned(), comparator, unit, on, ..ScanValue::default() })
    } else {
        let limit = |column: &str| row.cell(column).parse().ok().filter(|limit: &f64| limit.is_finite());
        Fact::Result(ResultValue {
            codes,
            value: value.to_owned(),
            comparator,
            unit,
            reference: (limit("range_low"), limit("range_high")),
            on,
            ..ResultValue::default()
        })
    };
    taker.keep(row, "MEASUREMENT", patient_id, row.cell("measurement_id"), &fact);
}

pub(super) fn drug(row: &Row<'_>, patient_id: &str, concepts: &Concepts, taker: &mut Taker<'_, '_>) {
    let columns = ["drug_concept_id", "drug_source_concept_id", "drug_source_value"];
    let codes = concepts.codes(row, columns);
    if !codes.iter().any(taker.codes.is_drug) {
        return;
    }
    let start = day(row, patient_id, ["drug_exposure_start_date", "drug_exposure_start_datetime"], taker);
    let end = day(row, patient_id, ["drug_exposure_end_date", "verbatim_end_date"], taker);
    let kind = match row.cell("drug_type_concept_id") {
        "32825" | "32869" | "38000175" | "38000176" => DrugRecordKind::Dispensed,
        "32818" | "38000180" => DrugRecordKind::Given,
        _ => DrugRecordKind::Prescribed,
    };
    // Nothing, and 0, is how these tables say that none is known.
    let supply = match row.cell("days_supply") {
        "0" => None,
        _ => taker.choice(row, patient_id, "days_supply", |cell| {
            cell.strip_suffix(".0")
                .unwrap_or(cell)
                .parse::<u32>()
                .ok()
                .filter(|days| (1..=36_525).contains(days))
        }),
    };
    let refills = row.cell("refills").parse::<u32>().ok().unwrap_or(0);
    let fact = Fact::Drug(DrugRecord {
        codes,
        route: route_in_words(row.cell("route_source_value")),
        kind,
        start,
        // An end on the first day is how these tables say that none is known.
        stop: end.filter(|end| Some(*end) != start),
        days_supply: supply.map(|days| days.saturating_mul(refills.saturating_add(1))),
        ..DrugRecord::default()
    });
    taker.keep(row, "DRUG_EXPOSURE", patient_id, row.cell("drug_exposure_id"), &fact);
}

/// The first of two columns that states a day.
fn day(row: &Row<'_>, patient_id: &str, columns: [&str; 2], taker: &mut Taker<'_, '_>) -> Option<StatedDate> {
    columns.into_iter().find_map(|column| taker.date(row, patient_id, column))
}
