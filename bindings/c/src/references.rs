//! The numbers that scores are computed from: means and standard deviations by maker, region, sex and age.

use osteon::reference::age_matched::{self, AgeMatched, Node};
use osteon::reference::young_adult::{self, Purpose, Unit, YoungAdult};

use crate::abi::{
    Failure, Sized_, guard, osteon_number, osteon_status, osteon_text, osteon_truth, out_struct, up_to,
};
use crate::codes::{osteon_ethnicity, osteon_manufacturer, osteon_region, osteon_sex};

/// A young adult reference. Texts are static.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_young_adult {
    /// sizeof(osteon_young_adult).
    pub size: u32,
    /// The maker on whose scale it is; not known for standardised BMD.
    pub manufacturer: osteon_manufacturer,
    /// The sex of the young adults.
    pub sex: osteon_sex,
    /// The region.
    pub region: osteon_region,
    /// Bits of OSTEON_VERTEBRA_L1 to _L4 for a lumbar spine, else 0.
    pub vertebrae: u32,
    /// Whether mean and standard deviation are of standardised BMD, in mg/cm2; otherwise they are the maker's, in g/cm2.
    pub standardised: osteon_truth,
    /// Whether T-scores are computed from it. Otherwise it only recognises what a printed T-score was computed from.
    pub gives_t_scores: osteon_truth,
    /// Zero.
    pub reserved: u32,
    /// The mean.
    pub mean: osteon_number,
    /// The standard deviation.
    pub sd: osteon_number,
    /// The first version of the maker's database that it holds for; not known: every one.
    pub version_from: osteon_number,
    /// The last.
    pub version_to: osteon_number,
    /// The models that it holds for, separated by `;`; no text: every one.
    pub models: osteon_text,
    /// Its id, which answers name.
    pub id: osteon_text,
    /// Id of its source.
    pub citation: osteon_text,
    /// How far it is trusted.
    pub confidence: osteon_text,
}

// SAFETY: integers, numbers and pointers; it begins with `size`. Only the library writes one.
unsafe impl Sized_ for osteon_young_adult {
    const FIRST: usize = up_to!(osteon_young_adult, confidence);
}

/// A young adult reference, by its place from 0, as in the registry OSTEON_REGISTRY_YOUNG_ADULT;
/// OSTEON_STATUS_NOT_FOUND beyond the last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_young_adult_at(
    index: usize,
    reference: *mut osteon_young_adult,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(core::ptr::null_mut(), || {
            let found = young_adult::all().get(index);
            let found = found.ok_or_else(|| Failure::not_found("there is no such reference"))?;
            out_struct(reference, of_young_adults(found), "reference")
        })
    }
}

fn of_young_adults(row: &'static YoungAdult) -> osteon_young_adult {
    let version =
        |of: fn((u16, u16)) -> u16| osteon_number::from(row.versions.map(|both| u32::from(of(both))));
    osteon_young_adult {
        size: 0,
        manufacturer: row.manufacturer.into(),
        sex: row.sex.into(),
        region: row.region.into(),
        vertebrae: row.vertebrae.bits().into(),
        standardised: (row.unit == Unit::SbmdMgPerCm2).into(),
        gives_t_scores: (row.purpose == Purpose::TScore).into(),
        reserved: 0,
        mean: Some(row.mean).into(),
        sd: Some(row.sd).into(),
        version_from: version(|(from, _)| from),
        version_to: version(|(_, to)| to),
        models: Some(row.model_ids).filter(|ids| !ids.is_empty()).into(),
        id: row.id.into(),
        citation: row.citation.id().into(),
        confidence: row.confidence.as_str().into(),
    }
}

/// A reference by age at one age, for Z-scores: between ages it is linear, below the first and above the last constant.
/// Texts are static.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_age_matched {
    /// sizeof(osteon_age_matched).
    pub size: u32,
    /// The sex.
    pub sex: osteon_sex,
    /// The ethnicity; everybody where it is not known.
    pub ethnicity: osteon_ethnicity,
    /// The region.
    pub region: osteon_region,
    /// Bits of OSTEON_VERTEBRA_L1 to _L4 for a lumbar spine, else 0.
    pub vertebrae: u32,
    /// Zero.
    pub reserved: u32,
    /// The age, years.
    pub age_years: osteon_number,
    /// The mean there, g/cm2 on the scale of Hologic.
    pub mean_g_cm2: osteon_number,
    /// The standard deviation there, g/cm2.
    pub sd_g_cm2: osteon_number,
    /// How many people stand behind both; not known where that was not published.
    pub people: osteon_number,
    /// The age from which the reference gives nothing; not known where it has no end.
    pub ends_at_years: osteon_number,
    /// Its id, which answers name.
    pub id: osteon_text,
    /// Id of its source.
    pub citation: osteon_text,
    /// How far it is trusted.
    pub confidence: osteon_text,
}

// SAFETY: integers, numbers and pointers; it begins with `size`. Only the library writes one.
unsafe impl Sized_ for osteon_age_matched {
    const FIRST: usize = up_to!(osteon_age_matched, confidence);
}

/// A reference by age, by its place from 0, as in the registry OSTEON_REGISTRY_AGE_MATCHED, at one of its ages, by its
/// place from 0, the youngest first; OSTEON_STATUS_NOT_FOUND beyond the last of either.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_age_matched_at(
    index: usize,
    age: usize,
    reference: *mut osteon_age_matched,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(core::ptr::null_mut(), || {
            let found = age_matched::all().get(index).and_then(|table| Some((table, table.nodes.get(age)?)));
            let (table, node) = found
                .ok_or_else(|| Failure::not_found("there is no such reference, or no such age of it"))?;
            out_struct(reference, of_one_age(table, node), "reference")
        })
    }
}

fn of_one_age(table: &'static AgeMatched, node: &Node) -> osteon_age_matched {
    osteon_age_matched {
        size: 0,
        sex: table.sex.into(),
        ethnicity: table.ethnicity.into(),
        region: table.region.into(),
        vertebrae: table.vertebrae.bits().into(),
        reserved: 0,
        age_years: Some(node.age).into(),
        mean_g_cm2: Some(node.mean).into(),
        sd_g_cm2: Some(node.sd).into(),
        people: node.n.into(),
        ends_at_years: table.ends_at_years.into(),
        id: table.id.into(),
        citation: table.citation.id().into(),
        confidence: table.confidence.as_str().into(),
    }
}
