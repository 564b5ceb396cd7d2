//! Who was measured, as far as scores ask.

use osteon::document::{History, Patient, RiskFactors, Scan};

use crate::abi::{FromCaller, Outcome, Sized_, in_array, in_struct, osteon_number, osteon_truth, up_to};
use crate::codes::{osteon_ethnicity, osteon_gender_identity, osteon_sex};
use crate::region::{osteon_scan, osteon_scan_region};

/// Who was measured: all that scores and the class of one scan ask. What is not stated is unknown, as in a document.
/// Fractures, images of the spine and earlier scans are not asked, though they change a diagnosis: see osteon_assess.
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
    /// Age at the menopause in years: under 50 it stands in for `postmenopausal`.
    pub menopause_age_years: osteon_number,
    /// An osteon_sex: the one recorded at birth. Where it is not `sex` or `gender_identity`, under 50 Z is given.
    pub sex_recorded_at_birth: i32,
    /// An osteon_gender_identity.
    pub gender_identity: i32,
    /// An osteon_truth: a prosthesis in the left hip, which then has no score.
    pub hip_prosthesis_left: i32,
    /// The same of the right hip.
    pub hip_prosthesis_right: i32,
    /// An osteon_truth: an amputation, after which the total body has no score.
    pub amputation: i32,
    /// An osteon_truth: with it the one-third radius counts for the class beside spine and hip.
    pub hyperparathyroidism: i32,
}

// SAFETY: integers and a number; it begins with `size`.
unsafe impl Sized_ for osteon_person {
    const FIRST: usize = up_to!(osteon_person, hyperparathyroidism);
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
        let regions = in_array(regions, count, "regions")?;
        (in_struct(person, "person")?, in_struct(scan, "scan")?.read(&regions, 0)?)
    };
    let history = History {
        hip_prosthesis_left: osteon_truth::read(person.hip_prosthesis_left)?,
        hip_prosthesis_right: osteon_truth::read(person.hip_prosthesis_right)?,
        amputation: osteon_truth::read(person.amputation)?,
        ..History::default()
    };
    let hyperparathyroidism = osteon_truth::read(person.hyperparathyroidism)?;
    let risk_factors = hyperparathyroidism
        .map(|stated| RiskFactors { hyperparathyroidism: Some(stated), ..RiskFactors::default() });
    Ok(Patient {
        sex: osteon_sex::read(person.sex)?,
        age_years: person.age_years.get()?,
        postmenopausal: osteon_truth::read(person.postmenopausal)?,
        ethnicity: osteon_ethnicity::read(person.ethnicity)?,
        menopause_age_years: person.menopause_age_years.get()?,
        sex_recorded_at_birth: osteon_sex::read(person.sex_recorded_at_birth)?,
        gender_identity: osteon_gender_identity::read(person.gender_identity)?,
        history: Some(history),
        risk_factors,
        // The age is that at the scan: its day has nothing to be compared with.
        scans: Some(vec![Scan { date: None, ..scan }]),
        ..Patient::default()
    })
}
