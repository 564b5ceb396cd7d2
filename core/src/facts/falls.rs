//! Falls, as far as the document says.

use crate::document::Section;

use super::Person;

/// Falls in the past year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Falls {
    /// At least so many.
    pub at_least: u32,
    /// At most so many; `u32::MAX` where nobody said.
    pub at_most: u32,
}

impl Falls {
    /// Whether there was one: `None` is unknown.
    #[must_use]
    pub const fn any(self) -> Option<bool> {
        match (self.at_least, self.at_most) {
            (1.., _) => Some(true),
            (0, 0) => Some(false),
            (0, _) => None,
        }
    }

    /// Whether the number is known.
    #[must_use]
    pub const fn are_counted(self) -> bool {
        self.at_least == self.at_most
    }
}

impl Person<'_> {
    /// Falls in the past year: one with an injury is one.
    #[must_use]
    pub fn falls_past_year(&self) -> Falls {
        let said = self.document.risk_factors.as_ref();
        let injured = said.and_then(|r| r.injurious_falls) == Some(true);
        let at_least = u32::from(injured);
        let at_most = match said.and_then(|r| r.falls_past_year) {
            Some(falls) => {
                let falls = falls.max(at_least);
                return Falls { at_least: falls, at_most: falls };
            }
            None if !injured && self.is_complete(Section::RiskFactors) => 0,
            None => u32::MAX,
        };
        Falls { at_least, at_most }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Patient, RiskFactors, Sex};

    #[test]
    fn at_least_and_at_most() {
        let of = |falls_past_year, injurious_falls, complete: bool| {
            let patient = Patient {
                sex: Some(Sex::Male),
                age_years: Some(70.0),
                risk_factors: Some(RiskFactors { falls_past_year, injurious_falls, ..Default::default() }),
                complete: complete.then(|| vec![Section::RiskFactors]),
                ..Default::default()
            };
            let falls = Person::read(&patient, None).unwrap().falls_past_year();
            (falls.at_least, falls.at_most, falls.any())
        };
        assert_eq!(of(None, None, false), (0, u32::MAX, None));
        assert_eq!(of(None, Some(false), false), (0, u32::MAX, None));
        assert_eq!(of(None, None, true), (0, 0, Some(false)));
        assert_eq!(of(None, Some(true), true), (1, u32::MAX, Some(true)));
        assert_eq!(of(Some(0), None, false), (0, 0, Some(false)));
        assert_eq!(of(Some(3), Some(true), false), (3, 3, Some(true)));
        // A fall with an injury is a fall, whatever the count says.
        assert_eq!(of(Some(0), Some(true), false), (1, 1, Some(true)));
    }
}
