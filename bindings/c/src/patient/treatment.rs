//! A course of a drug, as a caller tells it.

use osteon::document::Treatment;
use osteon::error::{Code, Refusal};

use crate::abi::{FromCaller, Outcome, Sized_, osteon_date, osteon_number, osteon_text, osteon_truth, up_to};
use crate::codes::{osteon_drug, osteon_route, osteon_stop_reason};

use super::fracture::whole;

/// A course of a drug. Without a last day it is not known to have ended.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_treatment {
    /// sizeof(osteon_treatment).
    pub size: u32,
    /// An osteon_drug.
    pub drug: i32,
    /// An osteon_route.
    pub route: i32,
    /// An osteon_stop_reason.
    pub stop_reason: i32,
    /// Dose, in the words of the prescription.
    pub dose: osteon_text,
    /// First day.
    pub start: osteon_date,
    /// Last day.
    pub stop: osteon_date,
    /// Day it is meant to stop.
    pub planned_stop: osteon_date,
    /// Day of the last dose.
    pub last_dose: osteon_date,
    /// Doses given so far.
    pub doses: osteon_number,
    /// An osteon_truth: whether it was taken as prescribed.
    pub adherent: i32,
    /// Zero.
    pub reserved: u32,
}

// SAFETY: integers, numbers and pointers; it begins with `size`.
unsafe impl Sized_ for osteon_treatment {
    const FIRST: usize = up_to!(osteon_treatment, reserved);
}
// SAFETY: as above.
unsafe impl FromCaller for osteon_treatment {
    fn reserved(&self) -> u32 {
        self.reserved
    }
}

impl osteon_treatment {
    /// As the engine has it.
    ///
    /// # Safety
    /// Pointers in it are what they say.
    pub(super) unsafe fn read(&self) -> Outcome<Treatment> {
        // SAFETY: the caller's promise.
        let dose = unsafe { self.dose.get("dose") }?;
        let missing = || Refusal::new(Code::Missing, "drug", "", "a treatment needs it");
        Ok(Treatment {
            drug: Some(osteon_drug::read(self.drug)?.ok_or_else(missing)?),
            route: osteon_route::read(self.route)?,
            dose: dose.map(str::to_owned),
            start: self.start.get("start")?,
            stop: self.stop.get("stop")?,
            planned_stop: self.planned_stop.get("planned_stop")?,
            stop_reason: osteon_stop_reason::read(self.stop_reason)?,
            last_dose: self.last_dose.get("last_dose")?,
            doses: whole(self.doses, "doses")?,
            adherent: osteon_truth::read(self.adherent)?,
        })
    }
}
