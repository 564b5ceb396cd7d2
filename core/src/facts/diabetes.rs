//! Type 2 diabetes, as far as the document says.

use crate::document::Section;

use super::Person;

impl Person<'_> {
    /// Whether the person has type 2 diabetes: `None` is unknown. Years since the diagnosis are years of the
    /// disease.
    #[must_use]
    pub fn type_2_diabetes(&self) -> Option<bool> {
        let said = self.document.risk_factors.as_ref().and_then(|r| {
            let by_years = r.type_2_diabetes_years.filter(|&years| years > 0.0).map(|_| true);
            r.type_2_diabetes.or(by_years)
        });
        self.flag(Section::RiskFactors, said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Patient, RiskFactors, Sex};

    #[test]
    fn years_of_the_disease_are_the_disease() {
        let has = |type_2_diabetes, type_2_diabetes_years, complete: &[Section]| {
            let patient = Patient {
                sex: Some(Sex::Male),
                age_years: Some(70.0),
                risk_factors: Some(RiskFactors {
                    type_2_diabetes,
                    type_2_diabetes_years,
                    ..Default::default()
                }),
                complete: Some(complete.to_vec()),
                ..Default::default()
            };
            Person::read(&patient, None).unwrap().type_2_diabetes()
        };
        let all = [Section::RiskFactors];
        assert_eq!((has(None, None, &[]), has(None, None, &all)), (None, Some(false)));
        assert_eq!((has(None, Some(7.0), &[]), has(None, Some(7.0), &all)), (Some(true), Some(true)));
        // A form that counts no years may be of somebody who has none.
        assert_eq!((has(None, Some(0.0), &[]), has(None, Some(0.0), &all)), (None, Some(false)));
        assert_eq!((has(Some(true), Some(0.0), &[]), has(Some(true), None, &[])), (Some(true), Some(true)));
        assert_eq!(
            (has(Some(false), None, &[]), has(Some(false), Some(0.0), &[])),
            (Some(false), Some(false))
        );
    }
}
