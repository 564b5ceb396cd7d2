//! A fracture liaison service: who broke a bone, who came, who is treated, and the numbers of the service.
//!
//! Records of people in, answers out; no clock (the day is an argument), no input and output. Data flows one
//! way: records -> events -> journeys -> indicators, funnel, persistence, worklist.
//!
//! A record is coded data: it may be silent. Nothing here reads silence as "no": what no record can say is
//! [`Step::NotSaid`], and an indicator that would rest on it says so.

pub mod audit_row;
pub mod case_finding;
pub mod code;
pub mod code_set;
pub mod drug;
pub mod event;
pub mod finding;
pub mod funnel;
pub mod indicator;
pub mod input_table;
pub mod intake;
pub mod journey;
pub mod options;
pub mod output;
pub mod pathway;
pub mod persistence;
pub mod rate;
pub mod record;
#[cfg(test)]
pub(crate) mod sample;
pub mod service;
pub mod simulation;
pub mod stated_date;
pub mod survival;
pub mod table;
pub mod worklist;

pub use code::{Code, CodeSystem};
pub use event::{Counted, Event, TraumaEvidence};
pub use finding::{Finding, FindingKind, Place};
pub use journey::{Door, Journey, Step, StepName};
pub use options::{FLS_OPTIONS_SCHEMA, FlsOptions, Period, Settings};
pub use rate::Rate;
pub use record::PatientRecord;
pub use service::{Service, ServiceAnswer};
pub use stated_date::StatedDate;
