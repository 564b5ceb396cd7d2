//! Whether something is so of one journey: yes, no, or not to be known, with the reason.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::document::choice::choice;
use crate::fls::journey::{EndCause, Journey, OnTreatment, Step, StepOutcome};

choice! {
    /// Why a fracture is in neither the numerator nor the denominator.
    pub enum LeftOut {
        // By the definition.
        OutsideDenominator = "outside_denominator",
        OtherSex = "other_sex",
        OutsideAges = "outside_ages",
        SiteExcluded = "site_excluded",
        HipFracture = "hip_fracture",
        DxaNotNeeded = "dxa_not_needed",
        DxaBefore = "dxa_before",
        DrugBefore = "drug_before",
        OnTreatmentAtEvent = "on_treatment_at_event",
        /// Another fracture of the same person and day is counted.
        SameDay = "same_day",
        /// Rightly not invited.
        NotInvited = "not_invited",
        // Another end came first.
        DiedBeforeWindowEnd = "died_before_window_end",
        DiedWithoutDay = "died_without_day",
        MovedBeforeWindowEnd = "moved_before_window_end",
        RefracturedBeforeWindowEnd = "refractured_before_window_end",
        // It cannot be known yet, or from these records.
        WindowNotOver = "window_not_over",
        NotSaid = "not_said",
        DayNotStated = "day_not_stated",
        SexNotStated = "sex_not_stated",
        AgeNotStated = "age_not_stated",
        SiteNotStated = "site_not_stated",
    }
}

impl LeftOut {
    /// Whether the records are silent: what is so could be either, and is not waited for.
    #[must_use]
    pub const fn is_silence(self) -> bool {
        matches!(
            self,
            Self::NotSaid
                | Self::DayNotStated
                | Self::SexNotStated
                | Self::AgeNotStated
                | Self::SiteNotStated
        )
    }
}

/// Three values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// So.
    Yes,
    /// Not so.
    No,
    /// Neither can be said, and why.
    Unknown(LeftOut),
}

impl Answer {
    /// One of two values.
    #[must_use]
    pub const fn of(is_so: bool) -> Self {
        if is_so { Self::Yes } else { Self::No }
    }

    /// Either of two: one yes is enough, and a no needs both. Of two reasons silence is given: it stays.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, other) => other,
            (one, Self::No) => one,
            (Self::Unknown(one), Self::Unknown(_)) if one.is_silence() => Self::Unknown(one),
            (Self::Unknown(_), other) => other,
        }
    }
}

/// The days after the fracture in which something counts, and the day on which that is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Last day after the fracture that counts; none: whenever, until the day of the report.
    pub window_days: Option<u32>,
    /// Whether death or a move before the window's end counts the journey out, if it is not done by then.
    pub ends_compete: bool,
    /// Day of the report.
    pub as_of: Date,
}

impl Clock {
    /// The last day that counts. A window that outlives the calendar ends with it.
    fn last_day(self, journey: &Journey) -> Option<Date> {
        self.window_days.map(|days| journey.day.saturating_add(i64::from(days).days()))
    }

    /// Whether the window is still open: its last day is not there.
    #[must_use]
    pub fn is_open(self, journey: &Journey) -> bool {
        self.last_day(journey).is_some_and(|last| self.as_of < last)
    }

    /// Whether a step was done within the window.
    #[must_use]
    pub fn within(self, step: Step, journey: &Journey) -> Answer {
        let counts = |on: Date| on >= journey.day && self.last_day(journey).is_none_or(|last| on <= last);
        match step {
            Step::NotSaid => Answer::Unknown(LeftOut::NotSaid),
            Step::Done(Some(on)) if counts(on) => Answer::Yes,
            // The day of the report is within the window, and so is whatever was done by then.
            Step::Done(None) if self.last_day(journey).is_none_or(|last| self.as_of <= last) => Answer::Yes,
            Step::Done(None) => Answer::Unknown(LeftOut::DayNotStated),
            Step::Not { outcome: StepOutcome::NotInvited, .. } => Answer::Unknown(LeftOut::NotInvited),
            Step::NotFound if self.refractured(journey) => {
                Answer::Unknown(LeftOut::RefracturedBeforeWindowEnd)
            }
            Step::Done(Some(_)) | Step::Not { .. } | Step::NotFound => self.not_done(journey),
        }
    }

    /// Whether a treatment covers the day 52 weeks after the fracture.
    #[must_use]
    pub fn on_treatment(self, status: OnTreatment, journey: &Journey) -> Answer {
        match status {
            OnTreatment::Yes(_) => Answer::Yes,
            OnTreatment::NotSaid => Answer::Unknown(LeftOut::NotSaid),
            OnTreatment::No { .. } | OnTreatment::NeverBegun => self.not_done(journey),
            OnTreatment::NotReached => self.ended(journey).unwrap_or(Answer::Unknown(LeftOut::WindowNotOver)),
        }
    }

    /// What it means that something is not there.
    #[must_use]
    pub fn not_done(self, journey: &Journey) -> Answer {
        self.ended(journey).unwrap_or(if self.is_open(journey) {
            Answer::Unknown(LeftOut::WindowNotOver)
        } else {
            Answer::No
        })
    }

    /// Death or a move before the window's last day. Who died on that day had the window.
    #[must_use]
    pub fn end_before_the_last_day(self, journey: &Journey) -> Option<LeftOut> {
        let last = self.last_day(journey)?;
        let end = journey.end.filter(|(cause, _)| *cause != EndCause::Refractured);
        let died = journey.died_on.map(|on| (EndCause::Died, on));
        let first = end.into_iter().chain(died).min_by_key(|&(_, on)| on);
        match first.filter(|&(_, on)| on < last) {
            Some((EndCause::Moved, _)) => Some(LeftOut::MovedBeforeWindowEnd),
            Some(_) if journey.died_on.is_some() => Some(LeftOut::DiedBeforeWindowEnd),
            Some(_) => Some(LeftOut::DiedWithoutDay),
            None => journey.died_undated.then_some(LeftOut::DiedWithoutDay),
        }
    }

    /// Why the journey is counted out by an end within the window, whether it was reached or not: death or a
    /// move, where they compete, and another fracture, whose journey has what was done after it.
    #[must_use]
    pub fn counts_out(self, journey: &Journey) -> Option<LeftOut> {
        let ended = self.end_before_the_last_day(journey).filter(|_| self.ends_compete);
        ended.or_else(|| self.refractured(journey).then_some(LeftOut::RefracturedBeforeWindowEnd))
    }

    /// That end as an answer, where it counts the journey out.
    fn ended(self, journey: &Journey) -> Option<Answer> {
        self.end_before_the_last_day(journey).filter(|_| self.ends_compete).map(Answer::Unknown)
    }

    /// Whether another fracture came before the last day: what was done after it is of that one's journey.
    fn refractured(self, journey: &Journey) -> bool {
        let ended = journey.end.filter(|(cause, _)| *cause == EndCause::Refractured).map(|(_, on)| on);
        let next = journey.refracture_on.into_iter().chain(ended).min();
        next.zip(self.last_day(journey)).is_some_and(|(next, last)| next <= last)
    }
}
