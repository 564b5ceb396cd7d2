//! Glucocorticoid treatment, as far as the document says.

use crate::document::Section;

use super::Person;

/// What is known of glucocorticoid treatment; `None` is unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct GlucocorticoidUse {
    /// Taken now.
    pub current: Option<bool>,
    /// `current` was not stated; a dose was, and is read as taken now.
    pub current_from_dose: bool,
    /// Prednisolone equivalent, mg a day, of the current treatment.
    pub mg_per_day: Option<f64>,
    /// Days taken so far and, where stated, planned in all: the longer.
    pub days: Option<f64>,
    /// Days taken so far.
    pub days_taken: Option<f64>,
    /// Months since the current dose was started or raised.
    pub started_or_raised_months_ago: Option<f64>,
}

impl Person<'_> {
    /// Glucocorticoid treatment.
    #[must_use]
    pub fn glucocorticoid(&self) -> GlucocorticoidUse {
        let complete = self.is_complete(Section::RiskFactors);
        let Some(g) = self.document.risk_factors.as_ref().and_then(|r| r.glucocorticoid.as_ref()) else {
            return GlucocorticoidUse { current: complete.then_some(false), ..Default::default() };
        };
        let over = g.months_since_stopped.is_some() || g.ever == Some(false) || g.mg_per_day == Some(0.0);
        let dosed = g.mg_per_day.is_some_and(|mg| mg > 0.0);
        let current = match g.current {
            Some(said) => Some(said),
            None if over => Some(false),
            None if dosed => Some(true),
            None => complete.then_some(false),
        };
        let days = match (g.days, g.planned_days) {
            (Some(days), Some(planned)) => Some(days.max(planned)),
            (days, planned) => days.or(planned),
        };
        GlucocorticoidUse {
            current,
            current_from_dose: g.current.is_none() && current == Some(true),
            mg_per_day: g.mg_per_day,
            days,
            days_taken: g.days,
            started_or_raised_months_ago: g.started_or_raised_months_ago,
        }
    }
}
