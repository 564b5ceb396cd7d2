//! The journey of one person from one counted fracture through the service.

use std::sync::Arc;

use jiff::civil::Date;

use crate::document::choice::choice;
use crate::document::guidance::Priority;
use crate::document::{Drug, Sex, StopReason};

use super::drug::{Course, DenosumabCalendar};
use super::event::Event;

choice! {
    /// How the person came to the service.
    pub enum Door { Inpatient = "inpatient", Outpatient = "outpatient", Referral = "referral", }
}

choice! {
    /// A step of the pathway.
    pub enum StepName {
        Identified = "identified",
        Invited = "invited",
        /// A try of making contact: a call, a letter, a reminder.
        Contacted = "contacted",
        Attended = "attended",
        Dxa = "dxa",
        SpineImaging = "spine_imaging",
        Bloods = "bloods",
        FallsAssessment = "falls_assessment",
        LifestyleAssessment = "lifestyle_assessment",
        Decision = "decision",
        TreatmentRecommended = "treatment_recommended",
        TreatmentStarted = "treatment_started",
        TreatmentReviewed = "treatment_reviewed",
        TreatmentStopped = "treatment_stopped",
        ExerciseStarted = "exercise_started",
        Communicated = "communicated",
        Seen16Weeks = "seen_16_weeks",
        Seen52Weeks = "seen_52_weeks",
        OnTreatment12Months = "on_treatment_12_months",
        OnTreatment24Months = "on_treatment_24_months",
        Died = "died",
        Moved = "moved",
    }
}

choice! {
    /// How a step ended.
    pub enum StepOutcome {
        Done = "done",
        NotDone = "not_done",
        Refused = "refused",
        /// Agreed, and did not come.
        Absent = "absent",
        /// Neither refused nor absent: no place yet.
        Waiting = "waiting",
        Dead = "dead",
        Moved = "moved",
        /// Rightly not invited.
        NotInvited = "not_invited",
    }
}

choice! {
    /// Why a step ended so.
    pub enum StepReason {
        AlreadyTreated = "already_treated",
        RecentDxa = "recent_dxa",
        NursingHome = "nursing_home",
        CognitiveDisorder = "cognitive_disorder",
        TooIll = "too_ill",
        Distance = "distance",
        NotInterested = "not_interested",
        NoAnswer = "no_answer",
        FollowedElsewhere = "followed_elsewhere",
        ContraIndicated = "contraindicated",
        NotIndicated = "not_indicated",
        Intolerance = "intolerance",
        PlannedSwitch = "planned_switch",
        CourseCompleted = "course_completed",
        Holiday = "holiday",
        Other = "other",
    }
}

/// What is known of one step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// No record can say, or none does.
    #[default]
    NotSaid,
    /// Done; the day where it is stated.
    Done(Option<Date>),
    /// Known not to have been done.
    Not {
        /// How it ended.
        outcome: StepOutcome,
        /// Why.
        reason: Option<StepReason>,
        /// When that was known.
        on: Option<Date>,
    },
    /// It was looked for in records that would show it, and is not there.
    NotFound,
}

impl Step {
    /// Whether it was done.
    #[must_use]
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Done(_))
    }

    /// The day on which it was done.
    #[must_use]
    pub const fn done_on(self) -> Option<Date> {
        match self {
            Self::Done(on) => on,
            _ => None,
        }
    }

    /// Whether anything says so or not so.
    #[must_use]
    pub const fn is_known(self) -> bool {
        !matches!(self, Self::NotSaid)
    }
}

choice! {
    /// Why the clock of a journey stops before the day of the report.
    pub enum EndCause { Died = "died", Moved = "moved", Refractured = "refractured", }
}

/// How a treatment stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnTreatment {
    /// Covered by a supply, a dose, or a planned pause.
    Yes(Drug),
    /// Stopped, or the gap is longer than allowed.
    No {
        /// The drug that was stopped last.
        drug: Drug,
        /// Since when it has not been covered.
        since: Date,
        /// Why, where a record says.
        reason: Option<StopReason>,
    },
    /// Never begun, as far as records of drugs are here.
    NeverBegun,
    /// The day is not yet there, or the person had died or moved before.
    NotReached,
    /// No record of drugs is here at all.
    NotSaid,
}

/// What a risk is a risk of: a percentage means nothing without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RiskOf {
    /// The outcome.
    pub outcome: crate::risk::Outcome,
    /// Within how many years.
    pub years: u32,
}

/// What the engine says of the person as the records show them on the day of the report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EngineSays {
    /// Triage.
    pub priority: Option<Priority>,
    /// Within how many weeks.
    pub within_weeks: Option<u32>,
    /// Id of the guideline that was asked.
    pub guideline: Option<&'static str>,
    /// Its recommendation.
    pub recommendation: Option<crate::document::guidance::Recommendation>,
    /// What it lacks.
    pub missing: Arc<[&'static str]>,
    /// The risk that orders the list, in percent, and the model that gave it.
    pub risk_percent: Option<(f64, &'static str)>,
    /// Of which outcome within how many years.
    pub risk_of: Option<RiskOf>,
    /// Why nothing can be said.
    pub refused: Option<String>,
}

/// One counted event and what followed.
#[derive(Clone, Debug, PartialEq)]
pub struct Journey {
    /// The person.
    pub patient_id: String,
    /// Name, for letters.
    pub name: Option<String>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Lives alone.
    pub living_alone: Option<bool>,
    /// Years of schooling.
    pub schooling_years: Option<u32>,
    /// The fracture; the row of the event holds the same.
    pub event: Arc<Event>,
    /// Day of the fracture: a counted event has one.
    pub day: Date,
    /// Which end stops the clock, and when; none: the day of the report does.
    pub end: Option<(EndCause, Date)>,
    /// Death, even after another end.
    pub died_on: Option<Date>,
    /// Died, without a day.
    pub died_undated: bool,
    /// Next counted fracture.
    pub refracture_on: Option<Date>,
    /// Whether rows of a pathway file say anything of this event.
    pub has_pathway: bool,
    /// Invited; or rightly not.
    pub invited: Step,
    /// Attended; or refused, absent, waiting.
    pub attended: Step,
    /// Bone densitometry after the fracture.
    pub dxa: Step,
    /// A DXA in the two years before the fracture.
    pub dxa_before_on: Option<Date>,
    /// Imaging of the spine.
    pub spine_imaging: Step,
    /// Bloods for secondary causes.
    pub bloods: Step,
    /// Falls assessment.
    pub falls_assessment: Step,
    /// Smoking, alcohol, nutrition, exercise.
    pub lifestyle_assessment: Step,
    /// A decision on treatment.
    pub decision: Step,
    /// Recommended; `Not` with `not_indicated` where the decision was against it.
    pub treatment_recommended: Step,
    /// Whether nothing says so but the drug that was ordered: of those who were ordered none all may be silent.
    pub recommended_by_order: bool,
    /// A new drug begun after the fracture.
    pub treatment_started: Step,
    /// The drug that was begun.
    pub started_drug: Option<Drug>,
    /// The drug the person was on when the bone broke, and since when.
    pub on_treatment_at_event: Option<(Drug, Date)>,
    /// A review of that drug.
    pub treatment_reviewed: Step,
    /// Strength and balance exercise.
    pub exercise_started: Step,
    /// A letter to the treating clinician.
    pub communicated: Step,
    /// Seen at about 16 weeks.
    pub seen_16_weeks: Step,
    /// Seen at about 52 weeks.
    pub seen_52_weeks: Step,
    /// 12 months after treatment began.
    pub on_treatment_12_months: OnTreatment,
    /// 24 months after treatment began.
    pub on_treatment_24_months: OnTreatment,
    /// 52 weeks after the fracture.
    pub on_treatment_52_weeks: OnTreatment,
    /// 365 days after the fracture, which is a day later: when the audit of the United Kingdom asks.
    pub on_treatment_365_days: OnTreatment,
    /// Courses of drugs, renewals stitched.
    pub courses: Vec<Course>,
    /// Where denosumab is given: when the next dose is due.
    pub denosumab: Option<DenosumabCalendar>,
    /// Tries of making contact so far.
    pub contact_tries: u32,
    /// Day of the last one.
    pub last_contact_on: Option<Date>,
    /// What the engine says.
    pub says: EngineSays,
}
