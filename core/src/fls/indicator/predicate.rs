//! What can be asked of a journey: a closed set, by the keys that the data files write.

use jiff::civil::Date;

use crate::document::choice::choice;
use crate::document::{FractureSite, Sex};
use crate::fls::journey::{Journey, Step, StepOutcome, StepReason};

use super::answer::{Answer, Clock, LeftOut};
use super::definition::Indicator;

choice! {
    /// Whom a numerator counts.
    pub enum Numerator {
        Everyone = "everyone",
        Spine = "spine",
        NonSpine = "non_spine",
        /// Seen by the service.
        Assessed = "assessed",
        Dxa = "dxa",
        Bloods = "bloods",
        FallsAssessment = "falls_assessment",
        LifestyleAssessment = "lifestyle_assessment",
        TreatmentRecommended = "treatment_recommended",
        TreatmentStarted = "treatment_started",
        /// Begun after the fracture, or the drug of before went on until the window's end.
        BegunOrContinued = "begun_or_continued",
        TreatmentReviewed = "treatment_reviewed",
        ExerciseStarted = "exercise_started",
        Monitored = "monitored",
        /// 52 weeks after the fracture.
        OnTreatment = "on_treatment",
        /// 365 days after the fracture.
        OnTreatmentAudit = "on_treatment_audit",
        DxaOrDrug = "dxa_or_drug",
        /// As before, and whoever was on a drug when the bone broke.
        DxaOrAnyDrug = "dxa_or_any_drug",
        /// Answers, not journeys.
        Answered = "answered",
    }
}

choice! {
    /// Of whom a denominator consists.
    pub enum Denominator {
        Everyone = "everyone",
        TreatmentRecommended = "treatment_recommended",
        OnTreatmentAtEvent = "on_treatment_at_event",
        ExpectedNonSpine = "expected_non_spine",
        ExpectedSpine = "expected_spine",
        ExpectedAll = "expected_all",
        /// Answers that are due, not journeys.
        Due = "due",
    }
}

choice! {
    /// Who is counted out of a denominator.
    pub enum Exclusion {
        HipFracture = "hip_fracture",
        SiteFingerToeFaceSkull = "site_finger_toe_face_skull",
        DxaNotNeeded = "dxa_not_needed",
        DxaBefore = "dxa_before",
        DrugBefore = "drug_before",
        OnTreatmentAtEvent = "on_treatment_at_event",
        /// Every fracture of a person and day but the first.
        SameDay = "same_day",
        /// Rightly not invited, and not reached all the same.
        NotInvited = "not_invited",
        /// Died or moved before the window's end, and not done by then.
        EndedBeforeWindowEnd = "ended_before_window_end",
    }
}

impl Numerator {
    /// Whether the journey is counted.
    #[must_use]
    pub fn holds(self, journey: &Journey, clock: Clock) -> Answer {
        let within = |step| clock.within(step, journey);
        match self {
            Self::Everyone => Answer::Yes,
            Self::Spine => is_spine(journey.event.site),
            Self::NonSpine => match is_spine(journey.event.site) {
                Answer::Yes => Answer::No,
                Answer::No => Answer::Yes,
                unknown => unknown,
            },
            Self::Assessed => within(journey.attended),
            Self::Dxa => within(journey.dxa),
            Self::Bloods => within(journey.bloods),
            Self::FallsAssessment => within(journey.falls_assessment),
            Self::LifestyleAssessment => within(journey.lifestyle_assessment),
            Self::TreatmentRecommended => within(journey.treatment_recommended),
            Self::TreatmentStarted => within(journey.treatment_started),
            Self::BegunOrContinued => within(journey.treatment_started).or(continued(journey, clock)),
            Self::TreatmentReviewed => within(journey.treatment_reviewed),
            Self::ExerciseStarted => within(journey.exercise_started),
            Self::Monitored => within(journey.seen_16_weeks),
            Self::OnTreatment => clock.on_treatment(journey.on_treatment_52_weeks, journey),
            Self::OnTreatmentAudit => clock.on_treatment(journey.on_treatment_365_days, journey),
            Self::DxaOrDrug => within(journey.dxa).or(within(journey.treatment_started)),
            Self::DxaOrAnyDrug => within(journey.dxa)
                .or(within(journey.treatment_started))
                .or(Answer::of(journey.on_treatment_at_event.is_some())),
            Self::Answered => Answer::Unknown(LeftOut::NotSaid),
        }
    }

    /// What no record says, where it says nothing: `no record says who ...`.
    #[must_use]
    pub const fn who(self) -> &'static str {
        match self {
            Self::Everyone | Self::Answered => "was found",
            Self::Spine | Self::NonSpine => "broke which bone",
            Self::Assessed => "was seen by the service",
            Self::Dxa => "had a bone densitometry",
            Self::Bloods => "had bloods for secondary causes",
            Self::FallsAssessment => "had a falls assessment",
            Self::LifestyleAssessment => "had an assessment of health and way of life",
            Self::TreatmentRecommended => "was recommended a treatment",
            Self::TreatmentStarted => "began a treatment",
            Self::BegunOrContinued => "began or continued a treatment",
            Self::TreatmentReviewed => "had the treatment reviewed",
            Self::ExerciseStarted => "began strength and balance exercise",
            Self::Monitored => "was monitored",
            Self::OnTreatment => "was on treatment 52 weeks later",
            Self::OnTreatmentAudit => "was on treatment 12 months later",
            Self::DxaOrDrug | Self::DxaOrAnyDrug => "had a bone densitometry or a drug",
        }
    }
}

impl Denominator {
    /// Whether the journey belongs.
    #[must_use]
    pub fn holds(self, journey: &Journey) -> Answer {
        match self {
            Self::TreatmentRecommended => match journey.treatment_recommended {
                // Inferred from the drug that was ordered: how many of those began one is no question.
                Step::Done(_) if journey.recommended_by_order => Answer::Unknown(LeftOut::NotSaid),
                Step::Done(_) => Answer::Yes,
                Step::Not { .. } | Step::NotFound => Answer::No,
                Step::NotSaid => Answer::Unknown(LeftOut::NotSaid),
            },
            Self::OnTreatmentAtEvent => Answer::of(journey.on_treatment_at_event.is_some()),
            Self::Everyone | Self::ExpectedNonSpine | Self::ExpectedSpine | Self::ExpectedAll | Self::Due => {
                Answer::Yes
            }
        }
    }

    /// What no record says, where it says nothing.
    #[must_use]
    pub const fn who(self) -> &'static str {
        match self {
            Self::TreatmentRecommended => "was recommended a treatment",
            Self::OnTreatmentAtEvent => "was on treatment when the bone broke",
            Self::Everyone | Self::ExpectedNonSpine | Self::ExpectedSpine | Self::ExpectedAll | Self::Due => {
                "was found"
            }
        }
    }
}

impl Exclusion {
    /// Why the journey is counted out. An exclusion is made where a record shows it: `None` is not a "no",
    /// and what cannot be known of the site is said.
    #[must_use]
    pub fn counts_out(self, journey: &Journey, indicator: &Indicator) -> Option<LeftOut> {
        let when = |is_so: bool, why: LeftOut| is_so.then_some(why);
        let site = journey.event.site;
        match self {
            Self::HipFracture => match is_hip(site) {
                Answer::Yes => Some(LeftOut::HipFracture),
                Answer::No => None,
                Answer::Unknown(why) => Some(why),
            },
            Self::SiteFingerToeFaceSkull => {
                use FractureSite::{Face, Finger, Skull, Toe};
                when(matches!(site, Finger | Toe | Face | Skull), LeftOut::SiteExcluded)
            }
            Self::DxaNotNeeded => {
                let reason = match journey.dxa {
                    Step::Not { reason, .. } => reason,
                    _ => None,
                };
                let not_needed = matches!(reason, Some(StepReason::RecentDxa | StepReason::NotIndicated));
                when(not_needed, LeftOut::DxaNotNeeded)
            }
            Self::DxaBefore => {
                let days = journey.dxa_before_on.map(|on| days_before(journey, on));
                when(
                    days.is_some_and(|days| is_within(days, indicator.dxa_free_days_before)),
                    LeftOut::DxaBefore,
                )
            }
            Self::DrugBefore => {
                // The last day of each course that began before the fracture.
                let mut covered = journey.courses.iter().filter(|course| course.start < journey.day);
                let recent = covered.any(|course| {
                    let days = days_before(journey, course.covered_until.min(journey.day));
                    days == 0 || is_within(days, indicator.drug_free_days_before)
                });
                when(recent || journey.on_treatment_at_event.is_some(), LeftOut::DrugBefore)
            }
            Self::OnTreatmentAtEvent => {
                when(journey.on_treatment_at_event.is_some(), LeftOut::OnTreatmentAtEvent)
            }
            // These are not of one journey alone, or not of the denominator alone.
            Self::SameDay | Self::NotInvited | Self::EndedBeforeWindowEnd => None,
        }
    }
}

/// Why the person is none that the indicator speaks of.
#[must_use]
pub(super) fn other_person(journey: &Journey, indicator: &Indicator) -> Option<LeftOut> {
    match (indicator.sex, journey.sex) {
        (Some(asked), Some(Sex::Female | Sex::Male)) if journey.sex != Some(asked) => {
            return Some(LeftOut::OtherSex);
        }
        (Some(_), None) => return Some(LeftOut::SexNotStated),
        _ => {}
    }
    let (low, high) = (indicator.age_min_years, indicator.age_max_years);
    match journey.event.age_years {
        _ if low.is_none() && high.is_none() => None,
        None => Some(LeftOut::AgeNotStated),
        Some(age) => {
            let outside = low.is_some_and(|low| age < low) || high.is_some_and(|high| age > high);
            outside.then_some(LeftOut::OutsideAges)
        }
    }
}

/// Whether the person was rightly not invited.
pub(super) const fn is_not_invited(journey: &Journey) -> bool {
    matches!(journey.invited, Step::Not { outcome: StepOutcome::NotInvited, .. })
        || matches!(journey.attended, Step::Not { outcome: StepOutcome::NotInvited, .. })
}

/// Whether the drug of before the fracture went on until the window's end.
fn continued(journey: &Journey, clock: Clock) -> Answer {
    let Some((drug, _)) = journey.on_treatment_at_event else { return Answer::No };
    if clock.is_open(journey) {
        return clock.not_done(journey);
    }
    let mut courses = journey.courses.iter().filter(|course| course.drug == drug).peekable();
    if courses.peek().is_none() {
        return Answer::Unknown(LeftOut::NotSaid);
    }
    let went_on = courses.any(|course| {
        let last = course.stopped_on.unwrap_or(clock.as_of);
        let days = -days_before(journey, last);
        let until_the_end = clock.window_days.is_none_or(|window| days >= i64::from(window));
        course.start < journey.day && (until_the_end || (course.planned_end && days >= 0))
    });
    if went_on { Answer::Yes } else { clock.not_done(journey) }
}

/// Of the spine; the sacrum is of the pelvis.
const fn is_spine(site: FractureSite) -> Answer {
    use FractureSite::{CervicalVertebra, Unspecified, UpperThoracicVertebra, Vertebra};
    match site {
        Vertebra | UpperThoracicVertebra | CervicalVertebra => Answer::Yes,
        Unspecified => Answer::Unknown(LeftOut::SiteNotStated),
        _ => Answer::No,
    }
}

/// Of the hip: of the neck, through the trochanters, and below them.
const fn is_hip(site: FractureSite) -> Answer {
    use FractureSite::{FemurUnspecified, ProximalFemur, Subtrochanteric, Unspecified};
    match site {
        ProximalFemur | Subtrochanteric => Answer::Yes,
        FemurUnspecified | Unspecified => Answer::Unknown(LeftOut::SiteNotStated),
        _ => Answer::No,
    }
}

/// How many days before the fracture; negative after it.
fn days_before(journey: &Journey, on: Date) -> i64 {
    i64::from((journey.day - on).get_days())
}

fn is_within(days: i64, limit: Option<u32>) -> bool {
    days > 0 && limit.is_some_and(|limit| days <= i64::from(limit))
}
