//! The tables of a service as they are written and read: one struct a table, one field a column.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::document::guidance::Priority;
use crate::document::{Drug, FractureSite};
use crate::risk::Outcome;

use super::code::CodeSystem;
use super::event::{Counted, CountedBecause, TraumaEvidence};
use super::journey::{Door, StepName, StepOutcome, StepReason};
use super::output::{EventRow, WorkAction, WorklistRow};
use super::record::Death;

/// Declares a row; its columns are stated once.
macro_rules! table_row {
    ($(#[$meta:meta])* pub struct $Name:ident { $($(#[$fmeta:meta])* pub $field:ident: $ty:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $Name { $($(#[$fmeta])* pub $field: $ty,)+ }

        impl $Name {
            /// The columns, in their order.
            pub const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),+];
        }
    };
}
pub(super) use table_row;

table_row! {
    /// A row of `events.csv`: one fracture, counted or not.
    pub struct EventTableRow {
        /// The person.
        pub patient_id: String,
        /// Day of the fracture; only the month or the year where no more is stated.
        pub event_date: String,
        /// Where.
        pub site: FractureSite,
        /// The code that says most of it.
        pub code: String,
        /// Its system.
        pub code_system: CodeSystem,
        /// Whole years.
        pub age_at_event: Option<u32>,
        /// Door.
        pub door: Option<Door>,
        /// `true`, `false`, or `review`.
        pub counted: Counted,
        /// Why.
        pub reason: CountedBecause,
        /// First DXA on or after the fracture, before the next counted one.
        pub dxa_date: Option<Date>,
        /// Empty while the 84 days are not over.
        pub dxa_within_12_weeks: Option<bool>,
        /// First drug begun on or after the fracture, before the next counted one.
        pub drug: Option<Drug>,
        /// Its first day.
        pub drug_start: Option<Date>,
        /// Empty while the 112 days are not over.
        pub drug_within_16_weeks: Option<bool>,
        /// Next counted fracture.
        pub refracture_date: Option<Date>,
        /// Day of death; `unknown` where a death is stated without a day.
        pub death_date: Option<String>,
        /// Identifier of the event, for `pathway.csv`.
        pub event_id: String,
        /// What the records say of the force.
        pub trauma: TraumaEvidence,
        /// How many records were read into the event.
        pub records: u32,
        /// The drug that the person was on when the bone broke.
        pub drug_at_event: Option<Drug>,
        /// Since when.
        pub drug_at_event_start: Option<Date>,
    }
}

impl From<&EventRow> for EventTableRow {
    fn from(row: &EventRow) -> Self {
        let event = &row.event;
        Self {
            patient_id: row.patient_id.clone(),
            event_date: event.on.to_string(),
            site: event.site,
            code: event.code.code.to_string(),
            code_system: event.code.system,
            age_at_event: event.age_years,
            door: event.door,
            counted: event.counted,
            reason: event.because,
            dxa_date: row.dxa_on,
            dxa_within_12_weeks: row.dxa_within_12_weeks,
            drug: row.drug,
            drug_start: row.drug_start,
            drug_within_16_weeks: row.drug_within_16_weeks,
            refracture_date: row.refracture_on,
            death_date: match row.death {
                Death::NotStated => None,
                Death::On(day) => Some(day.to_string()),
                Death::Undated => Some("unknown".to_owned()),
            },
            event_id: event.event_id.clone(),
            trauma: event.trauma,
            records: event.records,
            drug_at_event: row.drug_at_event.map(|(drug, _)| drug),
            drug_at_event_start: row.drug_at_event.map(|(_, since)| since),
        }
    }
}

table_row! {
    /// A row of `worklist.csv`: one person to call, and why.
    pub struct WorklistTableRow {
        /// Place in the list.
        pub rank: u32,
        /// The person.
        pub patient_id: String,
        /// The event.
        pub event_id: String,
        /// Its day.
        pub event_date: String,
        /// Where.
        pub site: FractureSite,
        /// Door.
        pub door: Option<Door>,
        /// What to do first.
        pub action: WorkAction,
        /// What else is open, separated by spaces.
        pub also: String,
        /// Last day on which it is in time.
        pub due_date: Option<Date>,
        /// Days left; negative: late.
        pub days_left: Option<i64>,
        /// Tries of making contact so far.
        pub contact_tries: u32,
        /// Triage.
        pub priority: Option<Priority>,
        /// The risk that orders the list, percent.
        pub risk_percent: Option<f64>,
        /// The model that gave it.
        pub risk_model: Option<String>,
        /// Within how many years.
        pub risk_years: Option<u32>,
        /// Of what.
        pub risk_outcome: Option<Outcome>,
        /// Whether it is within what the week holds; work that is no contact with the person always is.
        pub within_capacity: bool,
        /// Why, in a sentence.
        pub reason: String,
    }
}

impl From<&WorklistRow> for WorklistTableRow {
    fn from(row: &WorklistRow) -> Self {
        let also: Vec<&str> = row.also.iter().map(|action| action.as_str()).collect();
        Self {
            rank: row.rank,
            patient_id: row.patient_id.clone(),
            event_id: row.event_id.clone(),
            event_date: row.event_date.clone(),
            site: row.site,
            door: row.door,
            action: row.action,
            also: also.join(" "),
            due_date: row.due_on,
            days_left: row.days_left,
            contact_tries: row.contact_tries,
            priority: row.priority,
            risk_percent: row.risk_percent.map(|(percent, _)| percent),
            risk_model: row.risk_percent.map(|(_, model)| model.to_owned()),
            risk_years: row.risk_of.map(|of| of.years),
            risk_outcome: row.risk_of.map(|of| of.outcome),
            within_capacity: row.within_capacity,
            reason: row.reason.clone(),
        }
    }
}

table_row! {
    /// A row of `pathway.csv`, which a service keeps beside its records: what coded records cannot say.
    pub struct PathwayTableRow {
        /// The person, as in the records.
        pub patient_id: String,
        /// `event_id` of `events.csv`, the identifier of the condition or encounter, or the day of the fracture;
        /// empty: the latest counted fracture on or before `date`.
        pub event_id: Option<String>,
        /// Which step.
        pub step: StepName,
        /// The day.
        pub date: Option<Date>,
        /// How it ended; empty: `done`.
        pub outcome: Option<StepOutcome>,
        /// Why.
        pub reason: Option<StepReason>,
        /// Which try of making contact it was.
        pub contact_try: Option<u32>,
        /// How the person came.
        pub door: Option<Door>,
    }
}
