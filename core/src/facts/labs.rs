//! Laboratory results, as far as they are there.

use crate::document::{Analyte, Lab, LabStatus};

use super::Person;

impl Person<'_> {
    /// The results of an analyte that are there and are not from after the assessment.
    pub fn results(&self, analyte: Analyte) -> impl Iterator<Item = &Lab> {
        let labs = self.document.labs.as_deref().unwrap_or_default().iter();
        labs.filter(move |lab| {
            lab.analyte == Some(analyte)
                && lab.value.is_some()
                && matches!(lab.status, None | Some(LabStatus::Final))
                && self.counts(lab.date)
        })
    }

    /// The latest of them; of undated ones the last on the list.
    #[must_use]
    pub fn latest_result(&self, analyte: Analyte) -> Option<&Lab> {
        self.results(analyte).max_by_key(|lab| lab.date)
    }

    /// Whether the analyte is listed and no result of it is there: pending, not done, or without a value.
    #[must_use]
    pub fn is_awaited(&self, analyte: Analyte) -> bool {
        let mut listed = self.document.labs.as_deref().unwrap_or_default().iter();
        self.latest_result(analyte).is_none()
            && listed.any(|lab| lab.analyte == Some(analyte) && self.counts(lab.date))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Patient, Sex};
    use jiff::civil::date;

    #[test]
    fn what_is_listed_without_a_result_is_awaited() {
        let is_awaited = |labs: Vec<Lab>| {
            let patient = Patient {
                sex: Some(Sex::Female),
                age_years: Some(70.0),
                labs: Some(labs),
                ..Default::default()
            };
            Person::read(&patient, Some(date(2026, 1, 1))).unwrap().is_awaited(Analyte::Tsh)
        };
        let tsh = |value, status| Lab { analyte: Some(Analyte::Tsh), value, status, ..Default::default() };
        let (pending, not_done) = (Some(LabStatus::Pending), Some(LabStatus::NotDone));
        for open in [tsh(Some(1.0), pending), tsh(None, pending), tsh(None, not_done), tsh(None, None)] {
            assert!(is_awaited(vec![open.clone()]));
            assert!(!is_awaited(vec![open.clone(), tsh(Some(1.0), None)]));
            assert!(!is_awaited(vec![Lab { analyte: Some(Analyte::Pth), ..open.clone() }]));
            assert!(!is_awaited(vec![Lab { date: Some(date(2027, 1, 1)), ..open }]));
        }
        assert!(!is_awaited(vec![]) && !is_awaited(vec![tsh(Some(1.0), Some(LabStatus::Final))]));
    }

    #[test]
    fn the_latest_that_is_there_counts() {
        let of = |value, year: Option<i16>, status| Lab {
            analyte: Some(Analyte::Tsh),
            value,
            date: year.map(|year| date(year, 1, 1)),
            status,
            ..Default::default()
        };
        let latest = |labs: Vec<Lab>| {
            let patient = Patient {
                sex: Some(Sex::Female),
                age_years: Some(70.0),
                labs: Some(labs),
                ..Default::default()
            };
            let person = Person::read(&patient, Some(date(2026, 1, 1))).unwrap();
            person.latest_result(Analyte::Tsh).and_then(|lab| lab.value)
        };
        let (old, new) = (of(Some(1.0), Some(2020), None), of(Some(2.0), Some(2025), Some(LabStatus::Final)));
        assert_eq!(latest(vec![new.clone(), old.clone()]), Some(2.0));
        assert_eq!(latest(vec![old.clone(), of(Some(3.0), None, None)]), Some(1.0));
        assert_eq!(latest(vec![of(Some(3.0), None, None), of(Some(4.0), None, None)]), Some(4.0));
        let pending = of(Some(5.0), Some(2025), Some(LabStatus::Pending));
        assert_eq!(latest(vec![old, pending, of(None, Some(2025), None)]), Some(1.0));
        assert_eq!(latest(vec![of(Some(6.0), Some(2027), None)]), None);
        assert_eq!(latest(vec![Lab { analyte: Some(Analyte::Pth), ..new }]), None);
    }
}
