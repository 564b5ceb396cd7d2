//! The assessment document, `osteon/assessment/1`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::choice::{Region, Side, choice};
use super::guidance::{Access, Course, Disagreement, Guideline, Safety, Triage, WorkUp};
use super::options::Options;
use crate::error::Refusal;
use crate::risk::Outcome;

/// The value of `schema` in an assessment document.
pub const ASSESSMENT_SCHEMA: &str = "osteon/assessment/1";

choice! {
    /// Densitometric category.
    pub enum Category {
        Normal = "normal",
        LowBoneMass = "low_bone_mass",
        Osteoporosis = "osteoporosis",
        SevereOsteoporosis = "severe_osteoporosis",
        BelowExpectedForAge = "below_expected_for_age",
        WithinExpectedForAge = "within_expected_for_age",
        Undetermined = "undetermined",
    }
}

choice! {
    /// Whether a score is of the latest examination of its region.
    pub enum ReportRole { Current = "current", Prior = "prior", }
}

choice! {
    /// What a scan is compared with.
    pub enum Against { Previous = "previous", Baseline = "baseline", }
}

/// Declares a struct of the assessment document with the derives that all of them have.
macro_rules! part {
    ($(#[$meta:meta])* pub struct $Name:ident { $($(#[$fmeta:meta])* pub $field:ident: $ty:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $Name { $($(#[$fmeta])* pub $field: $ty,)+ }
    };
}
pub(super) use part;

part! {
    /// The answer for one person.
    pub struct Assessment {
        /// `osteon/assessment/1`.
        pub schema: String,
        /// The caller's identifier.
        pub patient_id: Option<String>,
        /// Which engine answered, with which options.
        pub engine: EngineInfo,
        /// What was unknown and read as something.
        pub assumed: Vec<Assumed>,
        /// What holds of the whole answer.
        pub flags: Vec<Reason>,
        /// T- and Z-scores by scan and region; left out where not asked for, as the sections below.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub scores: Option<Vec<Score>>,
        /// Trabecular bone score of the latest scan that has one.
        pub tbs: Option<Tbs>,
        /// WHO and ISCD class.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub diagnosis: Option<Diagnosis>,
        /// Changes between scans.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub changes: Option<Vec<Change>>,
        /// What each risk model says; refused models stand there with `refused`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub risks: Option<Vec<Risk>>,
        /// What each trial's effect would be worth to this person; only where asked for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub benefits: Option<Vec<Benefit>>,
        /// Where a course of treatment stands; for a person on treatment it is read first.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub course: Option<Vec<Course>>,
        /// What each guideline says.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub guidelines: Option<Vec<Guideline>>,
        /// Points on which guidelines of one country disagree.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub disagreements: Vec<Disagreement>,
        /// How soon the person should be seen, and what comes next.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub triage: Option<Triage>,
        /// Whether each drug may be given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub safety: Option<Vec<Safety>>,
        /// Whether each drug is licensed and paid for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub access: Option<Vec<Access>>,
        /// Bloods and imaging.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub work_up: Option<Vec<WorkUp>>,
        /// Notices that a used model obliges us to show.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub notices: Vec<ModelNotice>,
        /// Id to full citation of every source used.
        pub citations: BTreeMap<String, String>,
    }
}

impl Assessment {
    /// The scores; none where they were not asked for.
    #[must_use]
    pub fn scores(&self) -> &[Score] {
        self.scores.as_deref().unwrap_or_default()
    }

    /// The changes; none where they were not asked for.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        self.changes.as_deref().unwrap_or_default()
    }

    /// The risks; none where they were not asked for.
    #[must_use]
    pub fn risks(&self) -> &[Risk] {
        self.risks.as_deref().unwrap_or_default()
    }
}

part! {
    /// Which engine answered.
    pub struct EngineInfo {
        /// `osteon`.
        pub name: String,
        /// Version of the engine.
        pub version: String,
        /// Version of the compiled-in data.
        pub data_version: String,
        /// Every option in force.
        pub options: Options,
        /// The caller's reference sets, echoed.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub reference_sets: Vec<String>,
    }
}

part! {
    /// Something unknown that was read as something.
    pub struct Assumed {
        /// The field.
        pub field: String,
        /// What it was read as.
        pub read_as: String,
        /// What the other reading would do.
        pub effect: String,
    }
}

part! {
    /// A reason: a code for programs, a sentence for people.
    pub struct Reason {
        /// The code.
        pub code: String,
        /// The sentence.
        pub text: String,
    }
}

part! {
    /// The score of one region of one scan.
    pub struct Score {
        /// The region.
        pub region: Region,
        /// The side.
        pub side: Option<Side>,
        /// The vertebrae, as `L1-L4`.
        pub vertebrae: Option<String>,
        /// Day of the scan.
        pub scan_date: Option<Date>,
        /// Of the latest examination of this region, or of an earlier one.
        pub report_role: ReportRole,
        /// BMD, g/cm2.
        pub bmd_g_cm2: Option<f64>,
        /// T-score, unrounded; the printed one where none can be computed.
        pub t_score: Option<f64>,
        /// One decimal, half away from zero.
        pub t_score_reported: Option<f64>,
        /// Lower end of the 95 % interval from precision error.
        pub t_score_low: Option<f64>,
        /// Upper end of the 95 % interval from precision error.
        pub t_score_high: Option<f64>,
        /// Probability that the true T-score is at most -2.5, from repeat-scan precision only; no rule uses it.
        pub probability_t_at_most_minus_2_5: Option<f64>,
        /// Z-score, unrounded.
        pub z_score: Option<f64>,
        /// Percentile of people of the same age.
        pub percentile: Option<f64>,
        /// T-score as the machine printed it.
        pub printed_t_score: Option<f64>,
        /// Z-score as the machine printed it.
        pub printed_z_score: Option<f64>,
        /// The reference that reproduces the printed T-score, if one does.
        pub printed_t_reference: Option<String>,
        /// Which T-score drives diagnosis: `printed` or `computed`.
        pub t_source: Option<String>,
        /// The young adult reference of `t_score`.
        pub reference: Option<String>,
        /// Confidence in that reference.
        pub reference_confidence: Option<String>,
        /// T-score against the male reference, where asked for; never drives.
        pub t_score_male_reference: Option<f64>,
        /// The age-matched reference of `z_score`.
        pub z_reference: Option<String>,
        /// Standardised BMD, mg/cm2; never serves monitoring.
        pub sbmd_mg_cm2: Option<f64>,
        /// Individual error of the standardised BMD, %.
        pub sbmd_error_percent: Option<f64>,
        /// The equation that standardised.
        pub sbmd_method: Option<String>,
        /// What to know about this score.
        pub flags: Vec<String>,
        /// Why there is no T-score.
        pub withheld: Option<Reason>,
        /// Why there is no Z-score.
        pub z_withheld: Option<Reason>,
    }
}

part! {
    /// Trabecular bone score.
    pub struct Tbs {
        /// The value.
        pub value: f64,
        /// `normal`, `partially_degraded` or `degraded`.
        pub category: String,
        /// Whose limits.
        pub scheme: String,
    }
}

part! {
    /// WHO and ISCD class.
    pub struct Diagnosis {
        /// Densitometric category.
        pub category: Category,
        /// A fracture that makes the diagnosis by itself, with `clinical_rule`.
        pub clinical_osteoporosis: Option<bool>,
        /// The rule behind `clinical_osteoporosis`.
        pub clinical_rule: String,
        /// The region that decides.
        pub region: Option<Region>,
        /// Its vertebrae.
        pub vertebrae: Option<String>,
        /// Its side.
        pub side: Option<Side>,
        /// Its T-score, as compared.
        pub t_score: Option<f64>,
        /// Its Z-score, as compared, where Z decides.
        pub z_score: Option<f64>,
        /// Why, in codes and words.
        pub reasons: Vec<Reason>,
        /// The worst category ever, earlier scans included: an earlier diagnosis persists.
        pub ever: Category,
        /// The category if the proposed vertebrae were excluded, where it is proposed.
        pub if_proposed_exclusion: Option<Category>,
        /// The categories that remain possible where something is unknown.
        pub could_be: Vec<Category>,
    }
}

part! {
    /// A change between two scans.
    pub struct Change {
        /// The region.
        pub region: Region,
        /// The side.
        pub side: Option<Side>,
        /// The vertebrae.
        pub vertebrae: Option<String>,
        /// Compared with the previous or the first scan.
        pub against: Against,
        /// Day of the earlier scan.
        pub from: Option<Date>,
        /// Day of the later scan.
        pub to: Option<Date>,
        /// Later minus earlier, g/cm2.
        pub change_g_cm2: Option<f64>,
        /// The same in percent of the earlier.
        pub change_percent: Option<f64>,
        /// Least significant change, g/cm2.
        pub least_significant_change_g_cm2: Option<f64>,
        /// Whether the change is real; `null` where it cannot be said.
        pub significant: Option<bool>,
        /// What ISCD's minimum precision would say, where `significant` is `null`.
        pub significant_by_iscd_minimum: Option<bool>,
        /// Why.
        pub because: Vec<Reason>,
    }
}

/// A value that a model was computed from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum InputValue {
    /// Yes or no.
    Flag(bool),
    /// A number, in the unit of the input's name.
    Number(f64),
    /// A word.
    Text(String),
}

impl From<bool> for InputValue {
    fn from(value: bool) -> Self {
        Self::Flag(value)
    }
}

impl From<f64> for InputValue {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl From<&str> for InputValue {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

part! {
    /// What a risk model says of one outcome.
    pub struct Risk {
        /// Id of the model.
        pub model: String,
        /// Its name in full.
        pub name: String,
        /// What it predicts.
        pub outcome: Outcome,
        /// Over how many years; `null` where not in years.
        pub horizon_years: Option<u32>,
        /// Over how many days, where in days.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub horizon_days: Option<u32>,
        /// Risk, %, as the equation gives it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub percent: Option<f64>,
        /// Risk, %, brought into line with the model's other outcome: any fracture is never below hip.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reconciled_percent: Option<f64>,
        /// The supplied risk, %, before the adjustment.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unadjusted_percent: Option<f64>,
        /// Points.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub points: Option<f64>,
        /// The model's own category.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub category: Option<String>,
        /// Whether the model's published cut-off for action is reached.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub at_cut_off: Option<bool>,
        /// Risk, %, from the best to the worst completion of what is unknown.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub range_percent: Option<[f64; 2]>,
        /// Points, from the best to the worst completion of what is unknown.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub range_points: Option<[f64; 2]>,
        /// The categories that some completion of what is unknown gives.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub could_be: Vec<String>,
        /// What it was computed from, by the model's own names.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub inputs: BTreeMap<String, InputValue>,
        /// What was unknown and read as something.
        pub inputs_assumed: Vec<Assumed>,
        /// Inputs moved to the limit of the model's range, because the caller asked for it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub clamped: Vec<Reason>,
        /// What to know about this answer.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub flags: Vec<Reason>,
        /// The answers by other readings of the source, where they differ.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub variants: Vec<RiskVariant>,
        /// Whether the numbers behind it were seen in the source or in two transcriptions; `null` where none is ours.
        pub verified: Option<bool>,
        /// How the numbers behind it were seen.
        pub verification: String,
        /// Confidence in them.
        pub confidence: Option<String>,
        /// Ids of the sources, in full under `citations`.
        pub sources: Vec<String>,
        /// Why there is no answer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub refused: Option<Refusal>,
    }
}

part! {
    /// The answer by another reading of the source.
    pub struct RiskVariant {
        /// The reading, such as `dvo_age_row=nearest`.
        pub reading: String,
        /// Risk, %, by it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub percent: Option<f64>,
        /// Points by it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub points: Option<f64>,
        /// Category by it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub category: Option<String>,
    }
}

part! {
    /// What the effect that a trial found would be worth, or why it cannot be said.
    pub struct Benefit {
        /// The drug, or a sequence of two.
        pub drug: String,
        /// The trial.
        pub trial: String,
        /// What the trial counted.
        pub trial_outcome: String,
        /// How long it ran, months.
        pub months: Option<u32>,
        /// Whether the months were seen in a source; else they are partly recalled.
        pub months_verified: bool,
        /// What the drug was compared with.
        pub comparator: String,
        /// Whom the trial enrolled, as far as its sources say.
        pub population: String,
        /// The model whose risk it is applied to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub model: Option<String>,
        /// The model's outcome.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub outcome: Option<Outcome>,
        /// Over how many years.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub horizon_years: Option<u32>,
        /// Risk without treatment, %.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub untreated_percent: Option<f64>,
        /// The same from the best to the worst completion of what is unknown, %; the benefit is that at
        /// `untreated_percent` alone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub untreated_range_percent: Option<[f64; 2]>,
        /// Whether the numbers behind the risk were verified; `null` where there are none of ours.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub risk_verified: Option<bool>,
        /// How the numbers behind the risk were seen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub risk_verification: Option<String>,
        /// Risk with treatment, %.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub treated_percent: Option<f64>,
        /// Absolute risk reduction, percentage points.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reduction_points: Option<f64>,
        /// The same at the trial's 95 % confidence limits; none of the model's uncertainty is in it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reduction_points_limits: Option<[f64; 2]>,
        /// Number needed to treat over the horizon for one fewer to have the outcome, rounded up.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub number_needed_to_treat: Option<u64>,
        /// The same at the trial's limits, the better first, in words where one is a number needed to harm.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub number_needed_limits: Option<[String; 2]>,
        /// Whether the trial's effect differs from none; `null` where the sources seen do not say.
        pub significant: Option<bool>,
        /// How sources differ on the effect, and what else to know.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub remarks: Option<String>,
        /// Id of the source.
        pub source: String,
        /// Confidence in the effect.
        pub confidence: String,
        /// Why no benefit is given: every mismatch in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub refused: Option<Refusal>,
    }
}

part! {
    /// A notice that a used model obliges us to show.
    pub struct ModelNotice {
        /// The model.
        pub model: String,
        /// The words.
        pub text: String,
    }
}
