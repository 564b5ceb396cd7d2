//! Oestrogen, now and ever: from the risk factors and from the treatments.

use crate::document::{Drug, Section, Treatment};

use super::Person;

impl Person<'_> {
    /// Whether the person takes oestrogen now: `None` is unknown. A hormone therapy that was started
    /// and not stopped says so. A list of treatments without one does not say no, unless it is complete:
    /// it is asked for the drugs of osteoporosis.
    #[must_use]
    pub fn takes_oestrogen(&self) -> Option<bool> {
        let taken = || self.hormone_therapy().filter(|course| !self.has_stopped(course));
        if taken().any(|course| course.start.is_some()) {
            return Some(true);
        }
        let never = self.document.risk_factors.as_ref().and_then(|r| r.oestrogen_ever) == Some(false);
        let none = never || (self.is_complete(Section::Treatments) && taken().next().is_none());
        self.risk_factor(|r| r.oestrogen_hrt).or(none.then_some(false))
    }

    /// Whether the person ever took oestrogen: `None` is unknown. Taking it now is having taken it; a
    /// list of treatments without it does not say never.
    #[must_use]
    pub fn ever_took_oestrogen(&self) -> Option<bool> {
        if self.takes_oestrogen() == Some(true) || self.hormone_therapy().next().is_some() {
            return Some(true);
        }
        self.risk_factor(|r| r.oestrogen_ever)
    }

    fn hormone_therapy(&self) -> impl Iterator<Item = &Treatment> {
        let listed = self.document.treatments.as_deref().unwrap_or_default().iter();
        listed
            .filter(|course| course.drug == Some(Drug::MenopausalHormoneTherapy) && self.counts(course.start))
    }

    fn has_stopped(&self, course: &Treatment) -> bool {
        course.stop.is_some_and(|stop| self.today.is_none_or(|today| stop <= today))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Patient, RiskFactors, Sex};
    use jiff::civil::date;

    fn now_and_ever(
        treatments: Option<Vec<Treatment>>,
        hrt: Option<bool>,
        ever: Option<bool>,
    ) -> [Option<bool>; 2] {
        let risk_factors = RiskFactors { oestrogen_hrt: hrt, oestrogen_ever: ever, ..Default::default() };
        let patient = Patient {
            sex: Some(Sex::Female),
            age_years: Some(60.0),
            treatments,
            risk_factors: Some(risk_factors),
            ..Default::default()
        };
        let person = Person::read(&patient, Some(date(2026, 6, 1))).unwrap();
        [person.takes_oestrogen(), person.ever_took_oestrogen()]
    }

    #[test]
    fn what_is_known_of_oestrogen() {
        let (yes, no) = (Some(true), Some(false));
        let course = |start, stop| {
            let drug = Some(Drug::MenopausalHormoneTherapy);
            Some(vec![Treatment { drug, start, stop, ..Default::default() }])
        };
        let (past, today, later) = (date(2020, 1, 1), date(2026, 6, 1), date(2026, 6, 2));
        assert_eq!(now_and_ever(None, None, None), [None, None]);
        assert_eq!(now_and_ever(None, yes, None), [yes, yes]);
        assert_eq!(now_and_ever(None, no, yes), [no, yes]);
        assert_eq!(now_and_ever(None, no, no), [no, no]);
        assert_eq!(now_and_ever(None, None, no), [no, no]);
        assert_eq!(now_and_ever(Some(Vec::new()), None, None), [None, None]);
        assert_eq!(now_and_ever(course(Some(past), None), None, None), [yes, yes]);
        assert_eq!(now_and_ever(course(Some(past), Some(later)), None, None), [yes, yes]);
        assert_eq!(now_and_ever(course(Some(past), Some(today)), None, None), [None, yes]);
        assert_eq!(now_and_ever(course(Some(later), None), None, None), [None, None]);
        assert_eq!(now_and_ever(course(None, None), None, None), [None, yes]);
    }
}
