//! The plain tables that a service may hand in, and what is said of whatever could not be read.

use serde::{Deserialize, Serialize};

use crate::document::choice::choice;
use crate::document::{Route, Sex, StopReason};

use super::finding::FindingKind;
use super::journey::Door;
use super::table::table_row;

choice! {
    /// How far a row of `conditions.csv` is held to be true.
    pub enum VerificationWord {
        Confirmed = "confirmed",
        Unconfirmed = "unconfirmed",
        Refuted = "refuted",
        EnteredInError = "entered_in_error",
    }
}

choice! {
    /// What kind of record a row of `drugs.csv` is.
    pub enum DrugRecordWord {
        Prescribed = "prescribed",
        Dispensed = "dispensed",
        Given = "given",
        Stated = "stated",
    }
}

table_row! {
    /// A row of `patients.csv`. Only `patient_id` is a required column.
    pub struct PatientRow {
        /// The person, as in all other tables.
        pub patient_id: String,
        /// For letters only.
        pub name: Option<String>,
        /// Sex.
        pub sex: Option<Sex>,
        /// Without it there is no age at the fracture.
        pub birth_date: Option<String>,
        /// A date that cannot be read still says that the person died.
        pub death_date: Option<String>,
        /// `true` or `false`; `yes` or `no`.
        pub living_alone: Option<bool>,
        /// A number.
        pub schooling_years: Option<u32>,
    }
}

table_row! {
    /// A row of `conditions.csv`. The first four columns are required.
    pub struct ConditionRow {
        /// The person.
        pub patient_id: String,
        /// The code.
        pub code: String,
        /// Its system, by its key or by the address that FHIR gives it.
        pub code_system: String,
        /// `2024-05-01`, or `2024-05`, or `2024` where no more is known.
        pub date: Option<String>,
        /// Identifier of the record.
        pub id: Option<String>,
        /// Identifier of its stay or visit.
        pub encounter_id: Option<String>,
        /// Which door the stay or visit is.
        pub door: Option<Door>,
        /// `main` or 1, `associated` or a higher number.
        pub rank: Option<String>,
        /// Empty is `confirmed`; any word outside the list is read as `unconfirmed`.
        pub verification: Option<VerificationWord>,
    }
}

table_row! {
    /// A row of `acts.csv`. The first four columns are required.
    pub struct ActRow {
        /// The person.
        pub patient_id: String,
        /// The code.
        pub code: String,
        /// Its system.
        pub code_system: String,
        /// The day.
        pub date: Option<String>,
        /// Identifier of the record.
        pub id: Option<String>,
        /// Identifier of its stay or visit.
        pub encounter_id: Option<String>,
        /// Which door the stay or visit is.
        pub door: Option<Door>,
    }
}

table_row! {
    /// A row of `scans.csv`: one number of a scan. The first three columns are required.
    pub struct ScanRow {
        /// The person.
        pub patient_id: String,
        /// The day.
        pub date: Option<String>,
        /// The number as it is written, with a decimal comma too. Empty: the scan was done.
        pub value: Option<String>,
        /// Identifier of the record.
        pub id: Option<String>,
        /// Mostly of LOINC.
        pub code: Option<String>,
        /// Its system.
        pub code_system: Option<String>,
        /// What the report calls it: `femoral_neck`, `total hip`, `rachis lombaire L1-L4`.
        pub region: Option<String>,
        /// The same in other words.
        pub display: Option<String>,
        /// Where on the body.
        pub body_site: Option<String>,
        /// `t_score`, `z_score`, `g/cm2`, `mg/cm2`.
        pub unit: Option<String>,
        /// Maker, model and reference.
        pub device: Option<String>,
        /// A number with one is not read; the scan counts as done.
        pub comparator: Option<String>,
    }
}

table_row! {
    /// A row of `results.csv`: a blood, a height, a weight. The first three columns are required.
    pub struct ResultRow {
        /// The person.
        pub patient_id: String,
        /// The day.
        pub date: Option<String>,
        /// The number as it is written.
        pub value: Option<String>,
        /// Identifier of the record.
        pub id: Option<String>,
        /// Mostly of LOINC.
        pub code: Option<String>,
        /// Its system.
        pub code_system: Option<String>,
        /// What the report calls it.
        pub display: Option<String>,
        /// Its unit.
        pub unit: Option<String>,
        /// `<` or `>`.
        pub comparator: Option<String>,
        /// The laboratory's own lower limit.
        pub low: Option<f64>,
        /// The laboratory's own upper limit.
        pub high: Option<f64>,
    }
}

table_row! {
    /// A row of `drugs.csv`. The first two columns are required, and a name or a code.
    pub struct DrugRow {
        /// The person.
        pub patient_id: String,
        /// First day.
        pub start: Option<String>,
        /// Identifier of the record.
        pub id: Option<String>,
        /// The drug by a key of the engine's list, by its name or by a trade name.
        pub drug: Option<String>,
        /// A code of ATC or RxNorm.
        pub code: Option<String>,
        /// Its system.
        pub code_system: Option<String>,
        /// How it is given.
        pub route: Option<Route>,
        /// Empty is `prescribed`.
        pub kind: Option<DrugRecordWord>,
        /// Last day.
        pub stop: Option<String>,
        /// Days that the supply lasts, renewals counted.
        pub days_supply: Option<u32>,
        /// Whether the record is still active.
        pub active: Option<bool>,
        /// Why it was stopped.
        pub stop_reason: Option<StopReason>,
    }
}

table_row! {
    /// A row of `data_quality.csv`: one thing that could not be read, or is read with doubt.
    pub struct DataQualityRow {
        /// What was found.
        pub kind: FindingKind,
        /// Whether something was lost by it that is not in the numbers.
        pub refused: bool,
        /// The file, as from the folder that was read; empty where it is about a person.
        pub file: String,
        /// Line of a table or of lines, entry of a bundle.
        pub line: Option<u64>,
        /// Whom it is about.
        pub patient_id: Option<String>,
        /// The field.
        pub field: String,
        /// The value, cut where it is long.
        pub value: String,
        /// What is wrong, and what became of it.
        pub because: String,
    }
}
