//! What a face hands over of one person: coded facts with their days, as the records state them.

use crate::document::{Drug, Route, Sex, StopReason};

use super::code::Code;
use super::journey::{Door, StepName, StepOutcome, StepReason};
use super::stated_date::StatedDate;

/// Everything of one person that a service needs. An empty list is "no such record is here", never "no".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PatientRecord {
    /// Identifier, as in the records.
    pub patient_id: String,
    /// Name, for letters; never in a report.
    pub name: Option<String>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Day of birth.
    pub birth_date: Option<StatedDate>,
    /// Death.
    pub death: Death,
    /// Lives alone.
    pub living_alone: Option<bool>,
    /// Years of schooling.
    pub schooling_years: Option<u32>,
    /// Diagnoses, external causes and other conditions that case finding reads.
    pub conditions: Vec<Condition>,
    /// Acts: bone densitometry, immobilisation of a fracture.
    pub acts: Vec<Act>,
    /// Numbers of scans.
    pub scan_values: Vec<ScanValue>,
    /// Bloods, height, weight.
    pub results: Vec<ResultValue>,
    /// Prescriptions, dispensations and administrations of drugs for osteoporosis.
    pub drugs: Vec<DrugRecord>,
    /// What `pathway.csv` and appointments say.
    pub steps: Vec<PathwayRow>,
}

/// Whether and when the person died.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Death {
    /// No record of death.
    #[default]
    NotStated,
    /// Died, the day is stated.
    On(StatedDate),
    /// Died, no day is stated.
    Undated,
}

/// How far a condition is held to be true.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verification {
    /// Confirmed, or nothing else is stated.
    #[default]
    Confirmed,
    /// Provisional, differential or unconfirmed.
    Unconfirmed,
    /// Refuted.
    Refuted,
}

/// Which diagnosis of the stay it is, where the record says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DiagnosisRank {
    /// Nothing says.
    #[default]
    NotStated,
    /// The main diagnosis.
    Main,
    /// Another one.
    Associated,
}

/// A coded condition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    /// Identifier of the record; empty where it has none.
    pub id: String,
    /// Its codes: several systems may say the same.
    pub codes: Vec<Code>,
    /// When it began; the day of recording where nothing else is stated.
    pub on: Option<StatedDate>,
    /// Whether `on` is only the day on which it was recorded.
    pub on_is_recording: bool,
    /// Identifier of the encounter; empty where none is stated.
    pub encounter_id: String,
    /// Which door the encounter is.
    pub door: Option<Door>,
    /// How far it is held to be true.
    pub verification: Verification,
    /// Which diagnosis of the stay.
    pub rank: DiagnosisRank,
}

/// A coded act.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// Identifier of the record.
    pub id: String,
    /// Its codes.
    pub codes: Vec<Code>,
    /// The day.
    pub on: Option<StatedDate>,
    /// Identifier of the encounter; empty where none is stated.
    pub encounter_id: String,
    /// Which door the encounter is.
    pub door: Option<Door>,
}

/// One number of a scan, before anybody decides what it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScanValue {
    /// Identifier of the record.
    pub id: String,
    /// Its codes.
    pub codes: Vec<Code>,
    /// What the record calls it, in words.
    pub display: String,
    /// Where on the body, in words or as a code of SNOMED CT.
    pub body_site: String,
    /// The number as it is written, so that no decimal is lost; empty where there is none.
    pub value: String,
    /// `<`, `>` or another sign before the number, where the record has one.
    pub comparator: String,
    /// The unit as it is written.
    pub unit: String,
    /// The day.
    pub on: Option<StatedDate>,
    /// Maker, model and reference database in words, where the record names them.
    pub device: String,
}

/// A result that is not of a scan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResultValue {
    /// Identifier of the record.
    pub id: String,
    /// Its codes.
    pub codes: Vec<Code>,
    /// What the record calls it, in words.
    pub display: String,
    /// The number as it is written; empty where there is none.
    pub value: String,
    /// `<` or `>` where the result is beyond the range of the method.
    pub comparator: String,
    /// The unit as it is written.
    pub unit: String,
    /// The laboratory's own limits.
    pub reference: (Option<f64>, Option<f64>),
    /// The day.
    pub on: Option<StatedDate>,
}

/// What kind of record of a drug it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum DrugRecordKind {
    /// An order: it may never have been taken.
    #[default]
    Prescribed,
    /// Handed out.
    Dispensed,
    /// Given: an infusion or an injection.
    Given,
    /// The person, or a record, states that it is taken.
    Stated,
}

/// A record of a drug.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrugRecord {
    /// Identifier of the record.
    pub id: String,
    /// Its codes.
    pub codes: Vec<Code>,
    /// The drug, where the face was told it by name and not by code.
    pub drug: Option<Drug>,
    /// How it is given.
    pub route: Option<Route>,
    /// What the record calls it.
    pub display: String,
    /// What kind of record.
    pub kind: DrugRecordKind,
    /// First day.
    pub start: Option<StatedDate>,
    /// Last day, where it is stated.
    pub stop: Option<StatedDate>,
    /// Days that the supply lasts, renewals within the record counted.
    pub days_supply: Option<u32>,
    /// Whether the record is still active.
    pub active: Option<bool>,
    /// Why it was stopped.
    pub stop_reason: Option<StopReason>,
}

/// One row of `pathway.csv`, or an appointment.
#[derive(Clone, Debug, PartialEq)]
pub struct PathwayRow {
    /// The event it belongs to: our `event_id`, the identifier of a condition or encounter, or the day of the
    /// event; empty: the latest event on or before the day of the step.
    pub event_id: String,
    /// Which step.
    pub step: StepName,
    /// The day.
    pub on: Option<StatedDate>,
    /// How it ended.
    pub outcome: Option<StepOutcome>,
    /// Why.
    pub reason: Option<StepReason>,
    /// Which try of making contact it was.
    pub contact_try: Option<u32>,
    /// Which door.
    pub door: Option<Door>,
}
