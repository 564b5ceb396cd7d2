//! The documents of a service: `kpi.json`, `funnel.json`, and the rows of `events.csv` and `worklist.csv`.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::document::choice::choice;

/// The value of `schema` in `funnel.json`.
pub const FUNNEL_SCHEMA: &str = "osteon/fls_funnel/1";

choice! {
    /// The level that an indicator reaches.
    pub enum Level {
        Red = "red",
        Amber = "amber",
        Green = "green",
        /// Below bronze.
        BelowBronze = "below_bronze",
        Bronze = "bronze",
        Silver = "silver",
        Gold = "gold",
        /// In a gap that the source leaves between two bands.
        BetweenBands = "between_bands",
    }
}

/// One row of `kpi.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KpiRow {
    /// Id of the indicator: `IOF-4`, `FLSDB-5`, `OMW`, `MIPS-418`, `CTF-2`.
    pub id: String,
    /// What it measures.
    pub title: String,
    /// How many; `null` where it cannot be computed.
    pub numerator: Option<u64>,
    /// Of how many; `null` where it cannot be computed.
    pub denominator: Option<u64>,
    /// Percent.
    pub percent: Option<f64>,
    /// Wilson's interval at 95 %, lower end, percent.
    pub ci_low: Option<f64>,
    /// Upper end.
    pub ci_high: Option<f64>,
    /// Which level it reaches.
    pub level: Option<Level>,
    /// The window, days after the fracture.
    pub window_days: Option<u32>,
    /// `all`, or a door.
    pub door: String,
    /// First day of the fractures.
    pub from: Option<Date>,
    /// Last day of the fractures.
    pub to: Option<Date>,
    /// Why it cannot be computed, or what to know of it: nobody in the denominator, windows that are not over.
    pub because: Option<String>,
    /// Who the numerator counts, in words.
    pub numerator_is: String,
    /// Who the denominator counts, in words.
    pub denominator_is: String,
    /// What was read into silence, in sentences; empty where nothing was.
    pub assumed: Vec<String>,
    /// Counted out of the denominator, with the reason.
    pub excluded: Vec<ExcludedCount>,
    /// Where it comes from: the id of a citation.
    pub source: String,
    /// How far the definition is trusted: A, B or C.
    pub confidence: String,
    /// Whether the levels are recalled only.
    pub level_confidence: String,
}

/// How many were counted out, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExcludedCount {
    /// Why.
    pub reason: String,
    /// How many.
    pub count: u64,
}

/// A rate as a document writes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RateDocument {
    /// How many.
    pub numerator: u64,
    /// Of how many.
    pub denominator: u64,
    /// Percent.
    pub percent: Option<f64>,
    /// Wilson's interval at 95 %, lower end.
    pub ci_low: Option<f64>,
    /// Upper end.
    pub ci_high: Option<f64>,
}

impl From<super::rate::Rate> for RateDocument {
    fn from(rate: super::rate::Rate) -> Self {
        let interval = rate.wilson_percent();
        Self {
            numerator: rate.numerator,
            denominator: rate.denominator,
            percent: rate.percent(),
            ci_low: interval.map(|(low, _)| low),
            ci_high: interval.map(|(_, high)| high),
        }
    }
}

/// One step of a funnel.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FunnelStep {
    /// `identified`, `invited`, `attended`, ...
    pub step: String,
    /// How many reached it; `null` where no record can say.
    pub count: Option<u64>,
    /// Of those who reached the step before.
    pub of_previous: Option<RateDocument>,
    /// The step that is meant by that.
    pub previous: Option<String>,
    /// Of all who were identified.
    pub of_identified: Option<RateDocument>,
    /// Why it cannot be said, or what the count leaves open.
    pub because: Option<String>,
    /// All others of the group, by how: refused, absent, waiting, dead, moved, not_invited, not_done,
    /// not_found, not_said; of later treatment also stopped, never_begun and not_over.
    pub ends: Vec<ExcludedCount>,
}

/// A funnel of one group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FunnelGroup {
    /// What the group is by: `all`, `door`, `site`, `age_band`, `sex`, `living_alone`, `schooling`.
    pub by: String,
    /// Which group.
    pub group: String,
    /// Counted fractures of the group.
    pub fractures: u64,
    /// Persons behind them.
    pub people: u64,
    /// Its steps.
    pub steps: Vec<FunnelStep>,
    /// Rates of attendance, each with its own denominator.
    pub attendance: Vec<NamedRate>,
}

/// A rate with a name that says what it is a rate of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamedRate {
    /// `attended_of_identified`, `attended_of_invited`, `attended_of_invitable`; of a door also
    /// `attended_of_identified_all_doors`, whose denominator is every door together.
    pub id: String,
    /// The rate.
    #[serde(flatten)]
    pub rate: RateDocument,
}

/// A point of a curve.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CurvePoint {
    /// Days since the start.
    pub day: u32,
    /// At risk just before.
    pub at_risk: u64,
    /// Percent.
    pub percent: f64,
    /// Interval at 95 %, lower end.
    pub ci_low: f64,
    /// Upper end.
    pub ci_high: f64,
}

/// Persistence of a group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Persistence {
    /// What the group is by.
    pub by: String,
    /// Which group.
    pub group: String,
    /// How many began a treatment.
    pub began: u64,
    /// How many stopped, died, or were still followed at the end.
    pub stopped: u64,
    /// Deaths while on treatment.
    pub died: u64,
    /// Still on treatment when last seen.
    pub censored: u64,
    /// Kaplan-Meier: still on treatment, deaths taken as censored.
    pub kaplan_meier: Vec<CurvePoint>,
    /// Aalen-Johansen: stopped, with death as a competing end.
    pub stopped_cumulative: Vec<CurvePoint>,
    /// Aalen-Johansen: died on treatment.
    pub died_cumulative: Vec<CurvePoint>,
    /// At 12 and 24 months by Kaplan-Meier; none where nobody was followed so long.
    pub at_12_months: Option<CurvePoint>,
    /// At 24 months.
    pub at_24_months: Option<CurvePoint>,
    /// The gaps that were allowed, printed beside every figure.
    pub allowed_gap_days: AllowedGapDays,
}

/// The gaps that were allowed, in days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AllowedGapDays {
    /// Oral drugs.
    pub oral: u32,
    /// Denosumab.
    pub denosumab: u32,
    /// Zoledronate.
    pub zoledronate: u32,
    /// Other injected drugs.
    pub other: u32,
}

/// `funnel.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Funnel {
    /// `osteon/fls_funnel/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine_version: String,
    /// Version of its data.
    pub data_version: String,
    /// First day of the fractures.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// Day of the report.
    pub as_of: Option<Date>,
    /// What was read into silence, in sentences; empty where nothing was.
    pub assumed: Vec<String>,
    /// Whom and what is counted: people or fractures.
    pub unit: String,
    /// Counted hip fractures, of those known to the hospital (`known_hip`); `null` where that is not stated.
    pub hip_identified_of_known: Option<RateDocument>,
    /// By group; the first is everybody.
    pub groups: Vec<FunnelGroup>,
    /// Persistence by group; the first is everybody.
    pub persistence: Vec<Persistence>,
    /// What was counted out in case finding, by reason.
    pub counted_out: Vec<ExcludedCount>,
    /// What somebody must look at, by reason.
    pub review: Vec<ExcludedCount>,
}

choice! {
    /// What to do for somebody on the worklist.
    pub enum WorkAction {
        Invite = "invite",
        CallAgain = "call_again",
        Rebook = "rebook",
        /// Agreed to come and waits for the service: not a try of making contact.
        OfferPlace = "offer_place",
        /// Every try was made and the risk is high: the treating clinician is told, once.
        InformClinician = "inform_clinician",
        BookDxa = "book_dxa",
        OrderBloods = "order_bloods",
        AssessFalls = "assess_falls",
        Decide = "decide",
        StartTreatment = "start_treatment",
        ReviewTreatment = "review_treatment",
        DenosumabDue = "denosumab_due",
        Recall16Weeks = "recall_16_weeks",
        Recall52Weeks = "recall_52_weeks",
        CheckTreatment = "check_treatment",
        ReviewEvent = "review_event",
    }
}

impl WorkAction {
    /// Whether it is a contact with the person, and takes a place in the calls of the week.
    #[must_use]
    pub const fn is_contact(self) -> bool {
        match self {
            Self::Invite
            | Self::CallAgain
            | Self::Rebook
            | Self::OfferPlace
            | Self::StartTreatment
            | Self::ReviewTreatment
            | Self::DenosumabDue
            | Self::CheckTreatment
            | Self::Recall16Weeks
            | Self::Recall52Weeks => true,
            Self::InformClinician
            | Self::BookDxa
            | Self::OrderBloods
            | Self::AssessFalls
            | Self::Decide
            | Self::ReviewEvent => false,
        }
    }
}

/// One row of `worklist.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct WorklistRow {
    /// Place in the list, from 1.
    pub rank: u32,
    /// The person.
    pub patient_id: String,
    /// Name, for letters; not in the list.
    pub name: Option<String>,
    /// The event.
    pub event_id: String,
    /// Its day.
    pub event_date: String,
    /// Where.
    pub site: crate::document::FractureSite,
    /// Door.
    pub door: Option<super::journey::Door>,
    /// What to do first.
    pub action: WorkAction,
    /// Whatever else is open.
    pub also: Vec<WorkAction>,
    /// Last day on which it is in time.
    pub due_on: Option<Date>,
    /// Days left until then; negative: late by so many.
    pub days_left: Option<i64>,
    /// Tries so far.
    pub contact_tries: u32,
    /// Triage of the engine.
    pub priority: Option<crate::document::guidance::Priority>,
    /// The risk that orders, percent, and its model.
    pub risk_percent: Option<(f64, &'static str)>,
    /// Of which outcome within how many years.
    pub risk_of: Option<super::journey::RiskOf>,
    /// Whether it is within what the week holds; work that is no contact with the person always is.
    pub within_capacity: bool,
    /// Why, in a sentence (English; a report says it in the reader's language from `why`).
    pub reason: String,
    /// The same as codes and numbers.
    pub why: Vec<Why>,
}

/// A part of the reason: a code with its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// Code, such as `hip_fracture_weeks_ago`.
    pub code: &'static str,
    /// A number of it.
    pub number: Option<i64>,
    /// A word of it, a key of a closed set.
    pub word: Option<&'static str>,
}

/// One row of `events.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRow {
    /// The person.
    pub patient_id: String,
    /// The fracture.
    pub event: std::sync::Arc<super::event::Event>,
    /// First DXA on or after the fracture, before the next counted one.
    pub dxa_on: Option<Date>,
    /// Whether it was within 12 weeks; none while the weeks are not over, and where no day is stated.
    pub dxa_within_12_weeks: Option<bool>,
    /// First drug begun on or after the fracture, before the next counted one.
    pub drug: Option<crate::document::Drug>,
    /// Its first day.
    pub drug_start: Option<Date>,
    /// Whether it was within 16 weeks; none while the weeks are not over.
    pub drug_within_16_weeks: Option<bool>,
    /// The drug that the person was on when the bone broke, and since when.
    pub drug_at_event: Option<(crate::document::Drug, Date)>,
    /// Next counted fracture.
    pub refracture_on: Option<Date>,
    /// Death.
    pub death: super::record::Death,
}
