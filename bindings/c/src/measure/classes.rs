//! The densitometric class of the regions of one scan.

use osteon::diagnosis::{Diagnosis, Site};

use super::person::{document, osteon_person};
use super::scores::bits;
use crate::abi::{
    Sized_, guard, osteon_error, osteon_number, osteon_status, osteon_truth, out_struct, reference, up_to,
};
use crate::codes::{osteon_category, osteon_region, osteon_side};
use crate::engine::osteon_engine;
use crate::region::{osteon_scan, osteon_scan_region};

/// What the regions of one scan say.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_densitometric_class {
    /// sizeof(osteon_densitometric_class).
    pub size: u32,
    /// The category; by T-score, or by Z-score where T must not be given.
    pub category: osteon_category,
    /// The region that decides.
    pub region: osteon_region,
    /// Its side.
    pub side: osteon_side,
    /// Its vertebrae, as bits of OSTEON_VERTEBRA_L1 to _L4.
    pub vertebrae: u32,
    /// OSTEON_TRUTH_YES: it would be severe osteoporosis with a fragility fracture, of which nothing is known here.
    pub could_be_severe: osteon_truth,
    /// The T-score that decides, as compared.
    pub t_score: osteon_number,
    /// The Z-score that decides, as compared, where Z does.
    pub z_score: osteon_number,
    /// The category if the vertebrae that stand out from their neighbours were left out; unknown where none do.
    pub category_without_proposed: osteon_category,
    /// Zero.
    pub reserved: u32,
    /// What to know of all regions: a set of bits; osteon_flag_text says what each means.
    pub flags: u64,
}

// SAFETY: integers and numbers; it begins with `size`. Only the library writes one.
unsafe impl Sized_ for osteon_densitometric_class {
    const FIRST: usize = up_to!(osteon_densitometric_class, flags);
}

/// Classes the regions of one scan by the WHO and the rules of ISCD. Fractures, images of the spine and earlier scans are
/// not asked, and nothing is said of why: for severe and clinical osteoporosis, the worst class ever, what unknowns were
/// read as and the reasons, see osteon_assess.
///
/// Refused: as of osteon_score_region.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_diagnose(
    engine: *const osteon_engine,
    person: *const osteon_person,
    scan: *const osteon_scan,
    regions: *const osteon_scan_region,
    region_count: usize,
    class: *mut osteon_densitometric_class,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(error, || {
            let engine = &reference(engine, "engine")?.engine;
            let mut patient = document(person, scan, regions, region_count)?;
            let mut refusals = Vec::new();
            let found = engine.session().scored(&mut patient, true, &mut refusals, |_, scores, diagnosis| {
                let flags = bits(osteon::densitometry::flags_of(scores));
                osteon_densitometric_class { flags, ..of(diagnosis) }
            });
            out_struct(class, found.ok_or(refusals)?, "class")
        })
    }
}

fn of(diagnosis: &Diagnosis) -> osteon_densitometric_class {
    let site: Option<Site> = diagnosis.site;
    osteon_densitometric_class {
        size: 0,
        category: diagnosis.category.into(),
        region: site.map(|site| site.region).into(),
        side: site.and_then(|site| site.side).into(),
        vertebrae: site.map_or(0, |site| site.vertebrae.bits().into()),
        could_be_severe: diagnosis.could_be_severe.into(),
        t_score: diagnosis.t.map(|t| t.to_f64()).into(),
        z_score: diagnosis.z.map(|z| z.to_f64()).into(),
        category_without_proposed: diagnosis.if_proposed_exclusion.into(),
        reserved: 0,
        flags: 0,
    }
}
