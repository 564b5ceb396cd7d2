//! What guidelines, triage, drug rules and courses of treatment say: parts of the assessment document.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::assessment::{Assumed, InputValue, Reason, part};
use super::choice::choice;
use super::treatment::Drug;

choice! {
    /// What a guideline recommends, in the order in which a worse finding may only move it up; the last two
    /// stand outside that order.
    pub enum Recommendation {
        NoDrug = "no_drug",
        MeasureBmd = "measure_bmd",
        CalculateFrax = "calculate_frax",
        Consider = "consider",
        SpecialistAdvice = "specialist_advice",
        Treat = "treat",
        TreatAnabolicFirst = "treat_anabolic_first",
        Undetermined = "undetermined",
        NotApplicable = "not_applicable",
    }
}

choice! {
    /// Which kind of drug a guideline puts first.
    pub enum Tier {
        OralBisphosphonateFirst = "oral_bisphosphonate_first",
        Intravenous = "intravenous",
        ParenteralOrAnabolic = "parenteral_or_anabolic",
        AnabolicOrPotent = "anabolic_or_potent",
    }
}

choice! {
    /// How soon the person should be seen; an order of this project.
    pub enum Priority {
        VeryHigh = "very_high",
        High = "high",
        Intermediate = "intermediate",
        Low = "low",
        Undetermined = "undetermined",
    }
}

choice! {
    /// Whether a drug may be given.
    pub enum SafetyStatus {
        Allowed = "allowed",
        Caution = "caution",
        Blocked = "blocked",
        Unknown = "unknown",
    }
}

choice! {
    /// Whether a drug is licensed and paid for.
    pub enum AccessStatus {
        Reimbursed = "reimbursed",
        NotReimbursed = "not_reimbursed",
        NotLicensed = "not_licensed",
        Unknown = "unknown",
    }
}

choice! {
    /// Where a course of treatment stands.
    pub enum CourseStatus {
        Continue = "continue",
        Extend = "extend",
        Pause = "pause",
        Stop = "stop",
        Switch = "switch",
        Due = "due",
        Overdue = "overdue",
        Failure = "failure",
        NotFailure = "not_failure",
        CannotBeSaid = "cannot_be_said",
    }
}

choice! {
    /// What a test is.
    pub enum TestKind { Blood = "blood", Urine = "urine", Imaging = "imaging", Other = "other", }
}

choice! {
    /// Where a test stands.
    pub enum TestStatus {
        /// To be ordered.
        Due = "due",
        /// Ordered, no result yet.
        Pending = "pending",
        /// There, and within its limits.
        Unremarkable = "unremarkable",
        /// There, and it suggests something.
        Flagged = "flagged",
        /// There, and it cannot be judged: no unit, no limits.
        NotJudged = "not_judged",
    }
}

part! {
    /// What one guideline says of the person.
    pub struct Guideline {
        /// Id of the guideline.
        pub guideline: String,
        /// Its name in full.
        pub name: String,
        /// What to know first: superseded, not yet verified; then what holds of this answer.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub flags: Vec<Reason>,
        /// Whether it speaks of this person; `null` where that cannot be said.
        pub applicable: Option<bool>,
        /// Day, month or year of publication.
        pub published: String,
        /// Day on which its rules were last held against its source.
        pub checked_on: Option<String>,
        /// What replaced it, where that is known.
        pub superseded_by: Option<String>,
        /// The guideline's own word for the group the person is in.
        pub category: Option<String>,
        /// What it recommends.
        pub recommendation: Recommendation,
        /// What it recommends beside.
        pub also: Vec<Recommendation>,
        /// Which kind of drug it puts first.
        pub tier: Option<Tier>,
        /// The recommendations that remain possible, mildest first; empty where one does.
        pub could_be: Vec<Recommendation>,
        /// The categories that remain possible; empty where one does.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub could_be_categories: Vec<String>,
        /// Ids of the rules behind the answer.
        pub fired: Vec<String>,
        /// Fields of the patient document whose answer could change this one.
        pub missing: Vec<String>,
        /// The smallest changes that would change it.
        pub would_change: Vec<WouldChange>,
        /// What was unknown and read as something.
        pub assumed: Vec<Assumed>,
        /// Whether its rules were checked against the paper or a reviewed reading of it.
        pub verified: bool,
        /// How its rules were seen.
        pub verification: String,
        /// Ids of the sources, in full under `citations`.
        pub sources: Vec<String>,
        /// Every rule with what it saw; left out with `trace=off`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub trace: Option<Vec<RuleTrace>>,
    }
}

part! {
    /// A change that would change the answer.
    pub struct WouldChange {
        /// The facts that would have to change together; mostly one.
        pub facts: Vec<FactChange>,
        /// The category then.
        pub category: Option<String>,
        /// The recommendation then; `undetermined` where it would hang on something unknown.
        pub recommendation: Recommendation,
        /// What it would recommend beside.
        pub also: Vec<Recommendation>,
        /// The same in a sentence.
        pub text: String,
    }
}

part! {
    /// One fact of a change.
    pub struct FactChange {
        /// Id of the fact.
        pub fact: String,
        /// Field of the patient document.
        pub field: String,
        /// What it is; `null` where unknown or not measured.
        pub from: Option<InputValue>,
        /// What it would have to be: `true`, `false`, or a limit.
        pub to: InputValue,
        /// How the limit is compared, as `<=`; `null` for yes and no.
        pub comparison: Option<String>,
    }
}

part! {
    /// A rule with what it saw.
    pub struct RuleTrace {
        /// Id of the rule.
        pub rule: String,
        /// Its condition in words.
        pub when: String,
        /// Whether it holds; `null` where that hangs on something unknown.
        pub holds: Option<bool>,
        /// Its predicates.
        pub predicates: Vec<PredicateTrace>,
    }
}

part! {
    /// A predicate with what it saw.
    pub struct PredicateTrace {
        /// Id of the fact.
        pub fact: String,
        /// What was seen; `null` where unknown or not measured.
        pub value: Option<InputValue>,
        /// `<=` and the like; `is` for yes and no.
        pub comparison: String,
        /// What it is compared with.
        pub threshold: InputValue,
        /// Value minus threshold, in the unit of the fact.
        pub margin: Option<f64>,
        /// Whether it holds; `null` where unknown.
        pub holds: Option<bool>,
        /// Whether it was known not to have been measured, so that it does not hold.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        pub not_measured: bool,
    }
}

part! {
    /// A point on which guidelines that apply disagree.
    pub struct Disagreement {
        /// The guidelines.
        pub guidelines: Vec<String>,
        /// The point, in one sentence.
        pub text: String,
    }
}

part! {
    /// How soon the person should be seen, and what comes next. An order of this project: no guideline's.
    pub struct Triage {
        /// The priority.
        pub priority: Priority,
        /// Within how many weeks.
        pub within_weeks: Option<u32>,
        /// What comes next.
        pub next_steps: Vec<Reason>,
        /// When the next DXA is due.
        pub next_dxa_due: Option<NextDxa>,
        /// Why.
        pub reasons: Vec<Reason>,
        /// Whose order this is.
        pub scheme: String,
    }
}

part! {
    /// When the next DXA is due, and by which rule.
    pub struct NextDxa {
        /// The day; `null` where the day of the last scan or of the assessment is unknown.
        pub date: Option<Date>,
        /// So many months after what the rule counts from.
        pub months: Option<u32>,
        /// The rule.
        pub rule: String,
        /// The rule in words.
        pub text: String,
        /// Id of the source.
        pub source: String,
    }
}

part! {
    /// Whether a drug may be given.
    pub struct Safety {
        /// The drug.
        pub drug: Drug,
        /// The route, where the rules differ by it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub route: Option<super::treatment::Route>,
        /// The verdict.
        pub status: SafetyStatus,
        /// Id of the rule that decides.
        pub rule: String,
        /// Why, in a sentence.
        pub reason: String,
        /// What the rule saw and its limit, for other languages to write.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub values: Vec<InputValue>,
        /// The tests to order, by analyte, or the fields to fill in.
        pub needs: Vec<String>,
        /// Every other rule that cautions, blocks or cannot be answered.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub others: Vec<SafetyRule>,
        /// What was unknown and read as something.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub assumed: Vec<Assumed>,
        /// The jurisdiction whose rules were used.
        pub jurisdiction: String,
        /// Confidence in the rule.
        pub confidence: String,
        /// Ids of the sources.
        pub sources: Vec<String>,
    }
}

part! {
    /// A rule of drug safety that holds, or may hold.
    pub struct SafetyRule {
        /// Id of the rule.
        pub rule: String,
        /// What it says.
        pub status: SafetyStatus,
        /// Why.
        pub reason: String,
        /// What the rule saw and its limit.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub values: Vec<InputValue>,
    }
}

part! {
    /// Whether a drug is licensed and paid for.
    pub struct Access {
        /// The drug.
        pub drug: Drug,
        /// The jurisdiction.
        pub jurisdiction: String,
        /// The verdict.
        pub status: AccessStatus,
        /// Id of the rule.
        pub rule: String,
        /// The rule in words.
        pub text: String,
        /// The fields to fill in, where the verdict is unknown for want of them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub needs: Vec<String>,
        /// Ids of the sources.
        pub sources: Vec<String>,
    }
}

part! {
    /// Where a course of treatment stands, by one rule.
    pub struct Course {
        /// The drug.
        pub drug: Drug,
        /// Id of the rule.
        pub rule: String,
        /// The verdict.
        pub status: CourseStatus,
        /// What to do, as a code.
        pub action: String,
        /// The same in words.
        pub text: String,
        /// By when.
        pub due: Option<Date>,
        /// Why.
        pub reasons: Vec<Reason>,
        /// What would have to be known.
        pub missing: Vec<String>,
        /// Whether the rule was checked against its paper or a reviewed reading of it.
        pub verified: bool,
        /// Ids of the sources.
        pub sources: Vec<String>,
    }
}

part! {
    /// A test of the work-up.
    pub struct WorkUp {
        /// The analyte, or another test.
        pub test: String,
        /// What kind of test.
        pub kind: TestKind,
        /// Where it stands.
        pub status: TestStatus,
        /// The panels that ask for it.
        pub panels: Vec<String>,
        /// The value, in `unit`.
        pub value: Option<f64>,
        /// The unit, as the laboratory wrote it.
        pub unit: Option<String>,
        /// The result in words, where it is no number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub coded: Option<String>,
        /// Day of the sample.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub date: Option<Date>,
        /// The limit that it was held against, and whose it is.
        pub reference: Option<String>,
        /// What it suggests, or why it is asked for.
        pub reason: String,
        /// Id of the rule.
        pub rule: String,
        /// Ids of the sources.
        pub sources: Vec<String>,
    }
}
