//! Who was measured, as far as scores ask.

use osteon::document::{Patient, Scan};

use crate::abi::{FromCaller, Outcome, Sized_, in_array, in_struct, osteon_number, osteon_truth, up_to};
use crate::codes::{osteon_ethnicity, osteon_sex};
use crate::region::{osteon_scan, osteon_scan_region};

/// Who was measured, as far as scores ask.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_person {
    /// sizeof(osteon_person).
    pub size: u32,
    /// An osteon_sex: the one used for references. It must be known.
    pub sex: i32,
    /// Age in years at the scan, 0 to 120, fractional. It must be known.
    pub age_years: osteon_number,
    /// An osteon_truth: past the menopause. Not known at 50 or more is read as past it, and under 50 withholds T-scores.
    pub postmenopausal: i32,
    /// An osteon_ethnicity: it chooses a Z-score reference and nothing else.
    pub ethnicity: i32,
}

// SAFETY: integers and a number; it begins with `size`.
unsafe impl Sized_ for osteon_person {
    const FIRST: usize = up_to!(osteon_person, ethnicity);
}
// SAFETY: as above.
unsafe impl FromCaller for osteon_person {
    fn reserved(&self) -> u32 {
        0
    }
}

/// A document of one person and one scan, from structures of the caller.
///
/// # Safety
/// Pointers are what they say; `regions` points at `count` structures.
pub(super) unsafe fn document(
    person: *const osteon_person,
    scan: *const osteon_scan,
    regions: *const osteon_scan_region,
    count: usize,
) -> Outcome<Patient> {
    // SAFETY: the caller's promise.
    let (person, scan) = unsafe {
        (in_struct(person, "person")?, in_struct(scan, "scan")?.read(&in_array(regions, count, "regions")?)?)
    };
    Ok(Patient {
        sex: osteon_sex::read(person.sex)?,
        age_years: person.age_years.get()?,
        postmenopausal: osteon_truth::read(person.postmenopausal)?,
        ethnicity: osteon_ethnicity::read(person.ethnicity)?,
        // The age is that at the scan: its day has nothing to be compared with.
        scans: Some(vec![Scan { date: None, ..scan }]),
        ..Patient::default()
    })
}
