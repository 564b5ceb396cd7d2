//! A laboratory result, as a caller tells it.

use osteon::columns::{Kind, Value};
use osteon::document::{Analyte, Lab};

use crate::abi::{FromCaller, Outcome, Sized_, osteon_date, osteon_number, osteon_text, up_to};
use crate::codes::{osteon_comparator, osteon_lab_status};

/// A laboratory result.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_lab {
    /// sizeof(osteon_lab).
    pub size: u32,
    /// An osteon_comparator, where the result is beyond the range of the method.
    pub comparator: i32,
    /// An osteon_lab_status.
    pub status: i32,
    /// Zero.
    pub reserved: u32,
    /// What was measured, such as `calcium` or `vitamin_d_25oh`.
    pub analyte: osteon_text,
    /// The value, in `unit`.
    pub value: osteon_number,
    /// A result in words.
    pub coded: osteon_text,
    /// The unit, as the laboratory writes it, such as `mmol/L`: it is never guessed.
    pub unit: osteon_text,
    /// Day of the sample.
    pub date: osteon_date,
    /// The laboratory's own lower limit, in `unit`.
    pub reference_low: osteon_number,
    /// The laboratory's own upper limit, in `unit`.
    pub reference_high: osteon_number,
}

// SAFETY: integers, numbers and pointers; it begins with `size`.
unsafe impl Sized_ for osteon_lab {
    const FIRST: usize = up_to!(osteon_lab, reference_high);
}
// SAFETY: as above.
unsafe impl FromCaller for osteon_lab {
    fn reserved(&self) -> u32 {
        self.reserved
    }
}

impl osteon_lab {
    /// As the engine has it.
    ///
    /// # Safety
    /// Pointers in it are what they say.
    pub(super) unsafe fn read(&self) -> Outcome<Lab> {
        // SAFETY: the caller's promise.
        let (analyte, coded, unit) =
            unsafe { (self.analyte.needed("analyte")?, self.coded.get("coded")?, self.unit.get("unit")?) };
        let read = Kind::Choice(Analyte::KEYS).read(analyte, false);
        let analyte = match read.map_err(|fault| fault.at("analyte", analyte))? {
            Value::Choice(key) => Analyte::from_key(key),
            _ => None,
        };
        Ok(Lab {
            analyte,
            comparator: osteon_comparator::read(self.comparator)?,
            value: self.value.get()?,
            coded: coded.map(str::to_owned),
            unit: unit.map(str::to_owned),
            date: self.date.get("lab date")?,
            status: osteon_lab_status::read(self.status)?,
            reference_low: self.reference_low.get()?,
            reference_high: self.reference_high.get()?,
        })
    }
}
