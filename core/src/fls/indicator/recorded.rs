//! What the records of a service show at all: where no record of anybody is of a scan or of a drug, that none was
//! found of somebody is no "no".

use std::borrow::Cow;

use crate::fls::journey::{Journey, OnTreatment, Step};

/// Which records there are of anybody, at any door.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// A scan, before the fracture or after it, or a row that says that there was none.
    pub scans: bool,
    /// A drug for osteoporosis, or a row on whether one was begun.
    pub drugs: bool,
}

impl Recorded {
    /// Of these journeys.
    #[must_use]
    pub fn of(journeys: &[Journey]) -> Self {
        let told = |step: Step| matches!(step, Step::Done(_) | Step::Not { .. });
        Self {
            scans: journeys.iter().any(|one| told(one.dxa) || one.dxa_before_on.is_some()),
            drugs: journeys.iter().any(|one| told(one.treatment_started) || !one.courses.is_empty()),
        }
    }

    /// The journeys, with nothing said of what no record of the service shows.
    pub(super) fn settled(self, journeys: &[Journey]) -> Cow<'_, [Journey]> {
        if self.scans && self.drugs {
            return Cow::Borrowed(journeys);
        }
        let mut settled = journeys.to_vec();
        for journey in &mut settled {
            if !self.scans {
                unsay(&mut journey.dxa);
            }
            if !self.drugs {
                unsay(&mut journey.treatment_started);
                for status in [&mut journey.on_treatment_52_weeks, &mut journey.on_treatment_365_days] {
                    if *status == OnTreatment::NeverBegun {
                        *status = OnTreatment::NotSaid;
                    }
                }
            }
        }
        Cow::Owned(settled)
    }
}

fn unsay(step: &mut Step) {
    if *step == Step::NotFound {
        *step = Step::NotSaid;
    }
}
