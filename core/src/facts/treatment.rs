//! Treatments, as far as the document says.

use crate::document::{Drug, Section, StopReason, Treatment};

use super::Person;

impl Person<'_> {
    /// Courses of drugs for osteoporosis that were begun and not stopped by the day of the assessment. One
    /// without a stop is not over, whether or not its start is stated.
    pub fn osteoporosis_treatments(&self) -> impl Iterator<Item = &Treatment> {
        let listed = self.document.treatments.as_deref().unwrap_or_default().iter();
        listed.filter(|course| {
            is_for_osteoporosis(course.drug) && self.counts(course.start) && !self.is_over(course)
        })
    }

    /// Whether the person takes a drug for osteoporosis: `None` where treatments were not asked.
    #[must_use]
    pub fn on_osteoporosis_treatment(&self) -> Option<bool> {
        let asked = self.document.treatments.is_some() || self.is_complete(Section::Treatments);
        if self.osteoporosis_treatments().next().is_some() { Some(true) } else { asked.then_some(false) }
    }

    /// Whether the person ever took a drug for osteoporosis: `None` where treatments were not asked, or where one
    /// that is not named may have been such.
    #[must_use]
    pub fn ever_on_osteoporosis_treatment(&self) -> Option<bool> {
        let asked = self.document.treatments.is_some() || self.is_complete(Section::Treatments);
        let listed = self
            .document
            .treatments
            .as_deref()
            .unwrap_or_default()
            .iter()
            .filter(|course| self.counts(course.start));
        listed.fold(asked.then_some(false), |ever, course| {
            let named = !matches!(course.drug, None | Some(Drug::Other | Drug::Unspecified));
            crate::diagnosis::or(ever, named.then_some(is_for_osteoporosis(course.drug)))
        })
    }

    /// Whether a course of a drug for osteoporosis came to its end: completed, or past the day on which it was meant
    /// to stop. `None` where treatments were not asked, or where one stopped and nobody said why.
    #[must_use]
    pub fn completed_an_osteoporosis_treatment(&self) -> Option<bool> {
        let asked = self.document.treatments.is_some() || self.is_complete(Section::Treatments);
        let listed = self.document.treatments.as_deref().unwrap_or_default().iter();
        let courses = listed.filter(|course| is_for_osteoporosis(course.drug) && self.counts(course.start));
        courses.fold(asked.then_some(false), |any, course| {
            let completed = match course.stop_reason {
                Some(StopReason::Completed) => Some(true),
                None | Some(StopReason::Unknown) if self.is_over(course) => None,
                None => match (course.planned_stop, self.today) {
                    (None, _) => Some(false),
                    (Some(end), today) => today.map(|today| end <= today),
                },
                Some(_) => Some(false),
            };
            crate::diagnosis::or(any, completed)
        })
    }

    fn is_over(&self, course: &Treatment) -> bool {
        course.stop.is_some_and(|stop| self.counts(Some(stop)))
    }
}

/// Whether a drug lowers fracture risk in its own right; calcium, vitamin D and hormones for the
/// menopause are taken for other reasons too.
pub(crate) const fn is_for_osteoporosis(drug: Option<Drug>) -> bool {
    matches!(
        drug,
        Some(
            Drug::Alendronate
                | Drug::Risedronate
                | Drug::Ibandronate
                | Drug::Zoledronate
                | Drug::Denosumab
                | Drug::Teriparatide
                | Drug::Abaloparatide
                | Drug::Romosozumab
                | Drug::Raloxifene
        )
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Patient, Sex};
    use jiff::civil::date;

    #[test]
    fn a_course_runs_until_it_is_stopped() {
        let on = |drug, start, stop| {
            let course = Treatment { drug: Some(drug), start, stop, ..Default::default() };
            let patient = Patient {
                sex: Some(Sex::Female),
                age_years: Some(70.0),
                treatments: Some(vec![course]),
                ..Default::default()
            };
            let person = Person::read(&patient, Some(date(2026, 6, 1))).unwrap();
            person.osteoporosis_treatments().count() == 1
        };
        let (past, today, later) = (Some(date(2024, 1, 1)), Some(date(2026, 6, 1)), Some(date(2026, 7, 1)));
        assert!(on(Drug::Alendronate, past, None) && on(Drug::Alendronate, None, None));
        assert!(on(Drug::Denosumab, past, later) && !on(Drug::Denosumab, past, today));
        assert!(!on(Drug::Zoledronate, later, None) && !on(Drug::VitaminD, past, None));
    }
}
