//! One course of a drug, as the rules see it.

use jiff::Span;
use jiff::civil::Date;

use crate::densitometry;
use crate::diagnosis::{PastFracture, and, days_of_months, fractures_are_known, or, past_fractures};
use crate::document::{Drug, FractureCause, FractureSite as S, Region, Section, Treatment};
use crate::evidence::{Evidence, Seen};
use crate::facts::days_between;

use super::answer::CourseWhy;
use super::limits;

/// The day so many months after another, as the rules count months.
#[must_use]
pub(crate) fn after_months(day: Date, months: f64) -> Option<Date> {
    day.checked_add(Span::new().try_days(days_of_months(months).ceil() as i64).ok()?).ok()
}

/// Whether so many months are over.
#[must_use]
pub(crate) fn reached(days: f64, months: f64) -> bool {
    days >= days_of_months(months)
}

pub(super) const fn is_bisphosphonate(drug: Drug) -> bool {
    matches!(drug, Drug::Alendronate | Drug::Risedronate | Drug::Ibandronate | Drug::Zoledronate)
}

pub(super) const fn is_anabolic(drug: Drug) -> bool {
    matches!(drug, Drug::Teriparatide | Drug::Abaloparatide | Drug::Romosozumab)
}

pub(super) const fn is_antiresorptive(drug: Drug) -> bool {
    is_bisphosphonate(drug) || matches!(drug, Drug::Denosumab | Drug::Raloxifene)
}

/// Whether a course of the drug is judged. One of an unspecified drug is one for osteoporosis.
const fn is_judged(drug: Drug) -> bool {
    is_antiresorptive(drug) || is_anabolic(drug) || matches!(drug, Drug::Unspecified)
}

/// One course of a drug.
#[derive(Clone, Copy, Debug)]
pub(super) struct Taken<'a> {
    pub(super) evidence: &'a Evidence<'a>,
    pub(super) treatment: &'a Treatment,
    pub(super) drug: Drug,
    /// The last day, where that is past.
    pub(super) stopped: Option<Date>,
    pub(super) today: Option<Date>,
}

/// The courses that are judged, in the order of the document; one of the future is none.
pub(super) fn courses<'a>(evidence: &'a Evidence<'a>) -> impl Iterator<Item = Taken<'a>> {
    let person = evidence.person;
    let listed = person.document.treatments.as_deref().unwrap_or_default();
    listed.iter().filter(|course| person.counts(course.start)).filter_map(move |treatment| {
        let drug = treatment.drug.filter(|&drug| is_judged(drug))?;
        let stopped = treatment.stop.filter(|&stop| person.counts(Some(stop)));
        Some(Taken { evidence, treatment, drug, stopped, today: person.today })
    })
}

impl<'a> Taken<'a> {
    /// Days from the start to today, or to the end.
    pub(super) fn days(&self) -> Option<f64> {
        Some(days_between(self.treatment.start?, self.stopped.or(self.today)?))
    }

    /// Days from a day to today.
    pub(super) fn days_since(&self, day: Date) -> Option<f64> {
        Some(days_between(day, self.today?))
    }

    /// What keeps [`Taken::days`] from being known.
    pub(super) fn missing_days(&self) -> Vec<&'static str> {
        let start = self.treatment.start.is_none().then_some("treatments.start");
        let today = (self.today.is_none() && self.stopped.is_none()).then_some("assessed_on");
        start.into_iter().chain(today).collect()
    }

    /// The other courses.
    pub(super) fn others(&self) -> impl Iterator<Item = Taken<'a>> + use<'a> {
        let this = self.treatment;
        courses(self.evidence).filter(move |other| !core::ptr::eq(other.treatment, this))
    }

    /// Whether a later entry goes on with the same drug.
    pub(super) fn goes_on_elsewhere(&self) -> bool {
        self.others().any(|other| {
            other.drug == self.drug
                && match (self.treatment.start, other.treatment.start) {
                    (Some(this), Some(that)) => that > this,
                    _ => self.stopped.is_some() && other.stopped.is_none(),
                }
        })
    }

    /// The drug that followed: begun on this day or later, or not over on it.
    pub(super) fn followed_by(&self, day: Date, fits: fn(Drug) -> bool) -> Option<Taken<'a>> {
        self.others().filter(|other| other.drug != self.drug && fits(other.drug)).find(|other| {
            other.treatment.start.is_some_and(|start| start >= day)
                || other.stopped.is_none_or(|stopped| stopped > day)
        })
    }

    /// Fractures that may have happened on this course, with whether they count as fragility fractures on it.
    pub(super) fn fractures(&self) -> impl Iterator<Item = (PastFracture<'a>, Option<bool>)> + use<'a> {
        let this = *self;
        past_fractures(this.evidence.person).map(move |fracture| {
            let counts = if this.may_be_atypical(&fracture) { Some(false) } else { fracture.fragility };
            (fracture, and(counts, this.covers(&fracture)))
        })
    }

    fn may_be_atypical(&self, fracture: &PastFracture<'_>) -> bool {
        self.evidence.fractures.atypical.until_excluded
            && matches!(fracture.site, S::FemoralShaft | S::Subtrochanteric)
            && matches!(fracture.fracture.cause, None | Some(FractureCause::Unknown))
    }

    /// Whether a fracture happened on this course: after its start and not after its end.
    fn covers(&self, fracture: &PastFracture<'_>) -> Option<bool> {
        let after = |day: Option<Date>| day.and_then(|day| fracture.happened_after(day, self.today));
        let began = after(self.treatment.start);
        let ended = if self.stopped.is_some() { after(self.stopped) } else { Some(false) };
        if began == Some(false) || ended == Some(true) {
            return Some(false);
        }
        let f = fracture.fracture;
        // Where everything was asked, one of which nothing says that it was on treatment was not.
        let timeless = f.date.is_none() && f.months_ago.is_none() && f.age_years.is_none();
        let asked = timeless && self.evidence.person.is_complete(Section::Fractures);
        match f.on_treatment.or(asked.then_some(false)) {
            Some(said) => Some(said),
            None => and(began, ended.map(|ended| !ended)),
        }
    }

    /// Whether any fragility fracture happened on this course.
    pub(super) fn any_fracture(&self) -> Option<bool> {
        let known = fractures_are_known(self.evidence.person);
        let none = known.then_some(false);
        self.fractures().fold(none, |any, (_, on)| or(any, on))
    }

    /// Whether there is any scan to compare an earlier one with.
    pub(super) fn has_scan(&self) -> bool {
        !self.evidence.scores.is_empty()
    }

    /// The lower T-score of the hip, where its scan speaks of the end of this course.
    pub(super) fn end_hip_t(&self) -> Seen {
        let seen = self.evidence.bone_density.lowest_hip();
        if seen == Seen::NotMeasured {
            return seen;
        }
        let lines = [Region::FemoralNeck, Region::TotalHip];
        let dates = lines.into_iter().filter_map(|region| densitometry::line(self.evidence.scores, region));
        let Some(day) = dates.filter_map(|score| score.date).min() else { return seen };
        let too_early = self.treatment.start.is_some_and(|start| day <= start);
        let end = self.stopped.or(self.today);
        let too_old = end.is_some_and(|end| days_between(day, end) > days_of_months(limits::END_SCAN_MONTHS));
        if too_early || too_old { Seen::UNKNOWN } else { seen }
    }
}

/// What a rule asks: the reason, whether it holds, and the field that would have to be known.
pub(super) type Criterion = (CourseWhy, Option<bool>, &'static str);

/// Whether any of them holds.
pub(super) fn any_holds(criteria: &[Criterion]) -> Option<bool> {
    let none = Some(false);
    criteria.iter().fold(none, |any, (_, holds, _)| or(any, *holds))
}

/// Those that hold.
pub(super) fn that_hold(criteria: &[Criterion]) -> impl Iterator<Item = CourseWhy> + '_ {
    criteria.iter().filter(|(_, holds, _)| *holds == Some(true)).map(|(why, ..)| *why)
}

/// The fields that leave one open.
pub(super) fn open_fields(criteria: &[Criterion]) -> Vec<&'static str> {
    let mut fields: Vec<_> =
        criteria.iter().filter(|(_, holds, _)| holds.is_none()).map(|(.., field)| *field).collect();
    fields.dedup();
    fields
}

/// Whether a T-score is at a limit or below; one that was not measured is not.
pub(super) fn at_most(t: Seen, limit: f64) -> Option<bool> {
    match t {
        Seen::Known(t) => Some(t <= limit),
        Seen::Between(_, high) if high <= limit => Some(true),
        Seen::Between(low, _) if low > limit => Some(false),
        Seen::Between(..) => None,
        Seen::NotMeasured => Some(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_has_thirty_days_below_a_year_and_a_year_has_365() {
        let day = date(2025, 1, 1);
        for (months, days) in [(3.0, 90), (6.0, 180), (7.0, 210), (12.0, 365), (18.0, 548), (24.0, 730)] {
            assert_eq!(
                after_months(day, months),
                day.checked_add(Span::new().try_days(i64::from(days)).unwrap()).ok()
            );
            assert!(reached(f64::from(days), months) && !reached(f64::from(days - 1), months));
        }
    }

    #[test]
    fn a_t_score_that_was_not_measured_is_not_low() {
        assert_eq!(at_most(Seen::NotMeasured, -2.5), Some(false));
        assert_eq!(at_most(Seen::UNKNOWN, -2.5), None);
        assert_eq!(at_most(Seen::Known(-2.5), -2.5), Some(true));
        assert_eq!(at_most(Seen::Between(-9.0, -2.5), -2.5), Some(true));
        assert_eq!(at_most(Seen::Between(-2.4, 9.0), -2.5), Some(false));
    }
}
