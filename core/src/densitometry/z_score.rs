//! The Z-score: SDs from the mean of people of the same age, sex and ethnicity.

use crate::citation::CitationId;
use crate::document::options::ZReference;
use crate::document::{Ethnicity, Lms, Manufacturer, Region, Sex, Vertebrae};
use crate::math;
use crate::quantity::Age;
use crate::reference::age_matched::{self, AgeMatched};

use crate::reference::thresholds::{ADULT_AGE_YEARS, SMALL_REFERENCE_CELL};

use super::flags::{Flag, Flags, Withheld};
use super::held::AgeTable;
use super::standardised::ToHologic;
use super::t_score::standard_score;

/// A Z-score and its reference.
#[derive(Clone, Copy, Debug)]
pub struct ZAnswer {
    /// The score.
    pub z: f64,
    /// The reference; `None` where the caller gave L, M and S.
    pub reference: Option<&'static AgeMatched>,
    /// What to know.
    pub flags: Flags,
}

impl ZAnswer {
    /// Percentile of people of the same age.
    #[must_use]
    pub fn percentile(&self) -> f64 {
        100.0 * math::normal_cdf(self.z)
    }

    /// The id shown in answers.
    #[must_use]
    pub fn reference_id(&self) -> &'static str {
        self.reference.map_or("caller:lms", |reference| reference.id)
    }

    /// Source, unless the caller supplied the reference.
    #[must_use]
    pub fn citation(&self) -> Option<CitationId> {
        self.reference.map(|reference| reference.citation)
    }
}

/// Cole's LMS: Z = ((x / M)^L - 1) / (L S), and ln(x / M) / S where L = 0.
///
/// ```
/// use osteon::densitometry::lms_z_score;
/// use osteon::document::Lms;
/// let z = lms_z_score(0.9, Lms { l: 1.0, m: 1.0, s: 0.1 });
/// assert!((z + 1.0).abs() < 1e-12);
/// ```
#[must_use]
pub fn lms_z_score(x: f64, lms: Lms) -> f64 {
    let Lms { l, m, s } = lms;
    // Below this the power form loses its digits, and the limit is good to more than it keeps.
    if l.abs() < 1e-7 { math::ln(x / m) / s } else { (math::pow(x / m, l) - 1.0) / (l * s) }
}

/// What a Z-score is asked of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    pub(crate) bmd: Option<f64>,
    pub(crate) manufacturer: Option<Manufacturer>,
    pub(crate) region: Region,
    pub(crate) vertebrae: Vertebrae,
    pub(crate) lms: Option<Lms>,
    pub(crate) age: Age,
    pub(crate) to_hologic: Option<ToHologic>,
}

pub(crate) fn z_score(asked: &Asked, table: impl FnOnce() -> AgeTable) -> Result<ZAnswer, Withheld> {
    let bmd = asked.bmd.ok_or(Withheld::NoBmd)?;
    if let Some(lms) = asked.lms {
        return Ok(ZAnswer { z: lms_z_score(bmd, lms), reference: None, flags: Flags::default() });
    }
    if f64::from(asked.age.completed_years()) < ADULT_AGE_YEARS {
        return Err(Withheld::Under20NeedsLms);
    }
    if asked.manufacturer.is_none() {
        return Err(Withheld::NoManufacturer);
    }
    let spine = asked.region == Region::LumbarSpine;
    if spine && asked.vertebrae != Vertebrae::L1_L4 {
        return Err(Withheld::NoZReference);
    }
    let (table, mut flags) = table();
    let table = table.ok_or(Withheld::NoZReference)?;
    let (bmd, converted) = asked.to_hologic.ok_or(Withheld::NoZReference)?.convert(bmd);
    flags.set_if(converted, Flag::ZFromSbmd);
    let at = table.at(asked.age.years()).ok_or(Withheld::AgeBeyondReference)?;
    flags.set_if(at.n.is_some_and(|n| f64::from(n) < SMALL_REFERENCE_CELL), Flag::SmallReferenceCell);
    flags.set_if(!table.confidence.is_verified(), Flag::UnverifiedReference);
    Ok(ZAnswer { z: standard_score(bmd, at.mean, at.sd), reference: Some(table), flags })
}

/// The table by age of a person and a region, with what to say of it.
pub(crate) fn table(set: ZReference, sex: Sex, ethnicity: Option<Ethnicity>, region: Region) -> AgeTable {
    let mut flags = Flags::default();
    let set = match (set, region) {
        (ZReference::Nhanes2005, Region::LumbarSpine) => "nhanes_2005_2008_spine",
        _ => set.as_str(),
    };
    if let Some(own) = ethnicity.and_then(|ethnicity| age_matched::find(set, sex, Some(ethnicity), region)) {
        return (Some(own), flags);
    }
    if let Some(all) = age_matched::find(set, sex, None, region) {
        flags.set(Flag::ZReferenceAll);
        return (Some(all), flags);
    }
    // A set of white people alone is taken where ethnicity is not stated, and said; never for others.
    let white = age_matched::find(set, sex, Some(Ethnicity::White), region).filter(|_| ethnicity.is_none());
    flags.set_if(white.is_some(), Flag::ZReferenceWhiteOnly);
    (white, flags)
}
