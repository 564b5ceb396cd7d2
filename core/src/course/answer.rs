//! What is said of a course of treatment, before it is written out.

use jiff::civil::Date;

use crate::citation::{CitationId, ids};
use crate::document::Drug;
use crate::document::guidance::CourseStatus;

/// The rule that speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CourseRule {
    /// A femoral fracture that is atypical until excluded.
    AtypicalFemur,
    /// Osteonecrosis of the jaw.
    OsteonecrosisOfJaw,
    /// Pregnancy.
    Pregnancy,
    /// The next dose of denosumab.
    DenosumabDelay,
    /// The end of denosumab.
    DenosumabExit,
    /// The end of an anabolic drug.
    AnabolicSequence,
    /// Failure of treatment.
    FailureIof2012,
    /// Length and pause of a bisphosphonate.
    DurationNogg,
    /// End of treatment.
    StopGrio,
    /// The next dose of zoledronate.
    ZoledronateInterval,
}

impl CourseRule {
    /// Every rule.
    pub const ALL: &'static [Self] = &[
        Self::AtypicalFemur,
        Self::OsteonecrosisOfJaw,
        Self::Pregnancy,
        Self::DenosumabDelay,
        Self::DenosumabExit,
        Self::AnabolicSequence,
        Self::FailureIof2012,
        Self::DurationNogg,
        Self::StopGrio,
        Self::ZoledronateInterval,
    ];

    /// The id in documents.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AtypicalFemur => "atypical_femur",
            Self::OsteonecrosisOfJaw => "osteonecrosis_of_jaw",
            Self::Pregnancy => "pregnancy",
            Self::DenosumabDelay => "denosumab_delay",
            Self::DenosumabExit => "denosumab_exit",
            Self::AnabolicSequence => "anabolic_sequence",
            Self::FailureIof2012 => "failure_iof2012",
            Self::DurationNogg => "duration_nogg",
            Self::StopGrio => "stop_grio",
            Self::ZoledronateInterval => "zoledronate_interval",
        }
    }

    /// Whether the rule was checked against its paper or a reviewed reading of it.
    #[must_use]
    pub const fn is_verified(self) -> bool {
        matches!(self, Self::StopGrio)
    }

    /// The sources.
    #[must_use]
    pub const fn citations(self) -> &'static [CitationId] {
        match self {
            Self::AtypicalFemur | Self::OsteonecrosisOfJaw | Self::DurationNogg => &[ids::NOGG2024],
            Self::Pregnancy => &[ids::OWN_CHOICE],
            Self::DenosumabDelay => &[ids::NOGG2024, ids::CUMMINGS2009],
            Self::DenosumabExit => &[ids::NOGG2024],
            Self::AnabolicSequence => &[ids::ANABOLIC_LABELS],
            Self::FailureIof2012 => &[ids::DIEZ_PEREZ2012],
            Self::StopGrio => &[ids::GRIO2018],
            Self::ZoledronateInterval => &[ids::BLACK2007],
        }
    }
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Go on until the course is reviewed.
    ContinueToReview,
    /// Go on, up to so many years in all.
    ExtendToYears(u32),
    /// Pause, and reassess after so many months.
    PauseReassessMonths(u32),
    /// Reassess now: the pause is over.
    ReassessNow,
    /// End the course; measure density after so many months.
    DxaInMonths(u32),
    /// Measure density now: the time after the end of the course is over.
    DxaNow,
    /// Ask a specialist.
    SpecialistAdvice,
    /// Ask a specialist at once, and image both femurs.
    SpecialistImageBothFemurs,
    /// Ask a specialist at once; denosumab is not stopped without a successor.
    SpecialistAtOnce,
    /// No further dose before a specialist has decided.
    SpecialistBeforeNextDose,
    /// Change the treatment.
    ChangeTreatment,
    /// Ask how the drug is taken.
    ReviewAdherence,
    /// Nothing by this rule.
    None,
    /// The next dose is due at so many months.
    NextDoseAtMonths(u32),
    /// Book the next dose.
    BookNextDose,
    /// Give the dose now.
    GiveNow,
    /// Give the dose now, and look for vertebral fractures.
    EscalateReboundRisk,
    /// Zoledronate so many months after the last dose.
    ZoledronateAtMonths(u32),
    /// Zoledronate now.
    ZoledronateNow,
    /// Measure CTX at 3 and at 6 months.
    CtxAtThreeAndSixMonths,
    /// An antiresorptive drug follows after so many months in all.
    AntiresorptiveAtMonths(u32),
    /// Name the antiresorptive drug that follows.
    NameAntiresorptive,
    /// End the anabolic drug and start an antiresorptive one.
    SwitchToAntiresorptive,
    /// Start an antiresorptive drug now.
    StartAntiresorptiveNow,
    /// Look for vertebral fractures: what follows denosumab came late.
    LookForVertebralFractures,
    /// Find out today when the last dose was given.
    FindLastDose,
    /// Fill in what is missing.
    FillInMissing,
}

/// Declares the reasons behind a verdict on a course.
macro_rules! reasons {
    ($($Variant:ident = $key:literal, $text:literal;)+) => {
        /// Why a course of treatment stands where it does.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum CourseWhy {
            $(#[doc = $text] $Variant,)+
        }

        impl CourseWhy {
            /// The code in documents.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$Variant => $key),+ }
            }

            /// One sentence.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$Variant => $text),+ }
            }
        }
    };
}

reasons! {
    AgeAtStart = "age_at_start", "70 or older at the start";
    HipOrVertebralFracture = "hip_or_vertebral_fracture", "a fragility fracture of the hip or a vertebra";
    Glucocorticoid = "glucocorticoid", "a glucocorticoid of 7.5 mg a day or more";
    FractureOnTreatment = "fracture_on_treatment", "a fragility fracture on treatment";
    HipT = "hip_t", "the T-score of the hip is -2.5 or below";
    LongestCourse = "longest_course", "the longest course that the rule names is over";
    NoneApplies = "none_applies", "nothing that the rule asks for holds";
    NotYet = "not_yet", "the course is not long enough for the question";
    FractureInPause = "fracture_in_pause", "a fragility fracture since the end of the course";
    RouteReadAsOral = "route_read_as_oral", "the route is not stated; read as by mouth";
    NewRiskFactor = "new_risk_factor", "a risk factor that came on treatment";
    DensityLoss = "density_loss", "density fell by more than 0.03 g/cm2 at spine or hip";
    SevereFractureHipT = "severe_fracture_hip_t", "after a severe fracture the T-score of the hip must be above -2.5 at the end";
    Fractures = "fractures", "two or more fragility fractures on treatment";
    OneFracture = "one_fracture", "one fragility fracture on treatment";
    MarkersNotReduced = "markers_not_changed", "a bone turnover marker changed by less than 25 %";
    SignificantLoss = "significant_loss", "density fell by 5 % or more at the spine or 4 % or more at the hip";
    NotAdherent = "not_adherent", "the drug is not taken as prescribed: its failure cannot be judged";
    ScannerNotStated = "scanner_not_stated", "the scanner is not stated on both scans; taken as the same";
    ReboundRisk = "rebound_risk", "more than 7 months since the last of two or more doses: vertebrae may break";
    DosesUnknown = "doses_unknown", "how many doses were given is not stated; read as two or more";
    NeverStopped = "never_stopped", "denosumab is never paused or stopped without a named successor and a date";
    NoAnabolicAfter = "no_anabolic_after", "teriparatide or abaloparatide straight after denosumab is blocked: ask a specialist, even where a guideline puts an anabolic drug first";
    NoSuccessor = "no_successor", "no drug that follows is listed";
    AnabolicFollowed = "anabolic_followed", "teriparatide or abaloparatide follows denosumab";
    AtypicalSuspected = "atypical_suspected", "a fracture of the femoral shaft on a bisphosphonate or denosumab is atypical until excluded";
    AtypicalStated = "atypical_stated", "an atypical femoral fracture, now or before";
    JawStated = "osteonecrosis_of_jaw", "osteonecrosis of the jaw, now or before";
    MaximumReached = "maximum_reached", "the longest time for which the drug may be given is over";
    MaximumNear = "maximum_near", "the longest time for which the drug may be given is nearly over";
    SuccessorLate = "successor_late", "more than 7 months between the last dose and the drug that followed: vertebrae may have broken";
    CalciumLow = "calcium_low", "calcium is low: check it first and correct it the same day, with a specialist, before the dose";
    CalciumUnknown = "calcium_unknown", "no recent calcium is known: check it first; if it is low correct it the same day, with a specialist, before the dose";
    Pregnant = "pregnant", "pregnancy";
    EarlierScanMissing = "earlier_scan_missing", "an earlier scan to compare with is missing: one of about the start of the course";
    StopPlanned = "stop_planned", "a day is planned on which it stops";
}

/// One verdict, before it is written out.
#[derive(Clone, Debug, PartialEq)]
pub struct CourseAnswer {
    /// The drug.
    pub drug: Drug,
    /// The rule.
    pub rule: CourseRule,
    /// Where the course stands.
    pub status: CourseStatus,
    /// What to do.
    pub action: Action,
    /// By when.
    pub due: Option<Date>,
    /// Why.
    pub reasons: Vec<CourseWhy>,
    /// Fields that would have to be known.
    pub missing: Vec<&'static str>,
}

impl CourseAnswer {
    pub(super) const fn new(drug: Drug, rule: CourseRule, status: CourseStatus, action: Action) -> Self {
        Self { drug, rule, status, action, due: None, reasons: Vec::new(), missing: Vec::new() }
    }

    /// A verdict that hangs on something unknown.
    pub(super) fn unknown(drug: Drug, rule: CourseRule, missing: Vec<&'static str>) -> Self {
        let mut said = Self::new(drug, rule, CourseStatus::CannotBeSaid, Action::FillInMissing);
        said.missing = missing;
        said
    }

    pub(super) fn by(mut self, due: Option<Date>) -> Self {
        self.due = due;
        self
    }

    pub(super) fn because(mut self, reason: CourseWhy) -> Self {
        self.reasons.push(reason);
        self
    }

    pub(super) fn because_all(mut self, reasons: impl IntoIterator<Item = CourseWhy>) -> Self {
        self.reasons.extend(reasons);
        self
    }
}
