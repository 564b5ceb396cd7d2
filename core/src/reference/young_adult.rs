//! Young adult means and SDs, for T-scores: `data/young_adult.csv`.

use super::label::{Database, Model};
use super::tables::{YOUNG_ADULT, YOUNG_ADULT_OF_REGION};
use crate::citation::{CitationId, Confidence};
use crate::document::{Manufacturer, Region, Sex, Vertebrae};

/// The scale of a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// The maker's own BMD, g/cm2.
    GPerCm2,
    /// Standardised BMD, mg/cm2.
    SbmdMgPerCm2,
}

/// What a reference may serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// T-scores.
    TScore,
    /// Recognising what a printed T-score was computed from; never a score of ours.
    IdentifyPrint,
}

/// One young adult reference.
#[derive(Clone, Copy, Debug)]
pub struct YoungAdult {
    /// Id, `set.sex.region[.vertebrae]`.
    pub id: &'static str,
    /// Maker whose scale it is on; `None` for standardised BMD.
    pub manufacturer: Option<Manufacturer>,
    /// Models that it holds for, as bits of [`Model`]; 0 is every one.
    pub models: u16,
    /// Their ids, separated by `;`; none is every one.
    pub model_ids: &'static str,
    /// Versions of the maker's database that it holds for; `None` is every one.
    pub versions: Option<(u16, u16)>,
    /// Sex of the young adults.
    pub sex: Sex,
    /// Region.
    pub region: Region,
    /// Vertebrae; empty but for a lumbar spine.
    pub vertebrae: Vertebrae,
    /// Scale.
    pub unit: Unit,
    /// Mean.
    pub mean: f64,
    /// Standard deviation.
    pub sd: f64,
    /// What it may serve.
    pub purpose: Purpose,
    /// Source.
    pub citation: CitationId,
    /// Confidence in the numbers.
    pub confidence: Confidence,
}

/// Why no reference was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFound {
    /// None is held.
    NoReference,
    /// Models or versions of this maker differ: one of them must be stated.
    ModelNeeded,
    /// References are the makers': the maker must be stated.
    ManufacturerNeeded,
}

impl YoungAdult {
    fn holds_for(
        &self,
        manufacturer: Option<Manufacturer>,
        model: Option<Model>,
        database: Option<Database>,
    ) -> bool {
        let version = database.and_then(|database| database.version);
        self.manufacturer.is_none_or(|maker| manufacturer == Some(maker))
            && (self.models == 0 || model.is_none_or(|model| self.models & model.bit() != 0))
            && self.versions.is_none_or(|(low, high)| version.is_none_or(|v| (low..=high).contains(&v)))
    }
}

/// The reference for T-scores. Where the machine leaves several open it is found only if all agree.
///
/// # Errors
/// Why there is none.
///
/// ```
/// use osteon::document::{Manufacturer, Region, Sex, Vertebrae};
/// use osteon::reference::young_adult::{Unit, find};
/// let neck = find(Some(Manufacturer::Hologic), None, None, Sex::Female, Region::FemoralNeck,
///                 Vertebrae::NONE, Unit::GPerCm2).unwrap();
/// assert_eq!((neck.mean, neck.sd), (0.858, 0.120));
/// ```
pub fn find(
    manufacturer: Option<Manufacturer>,
    model: Option<Model>,
    database: Option<Database>,
    sex: Sex,
    region: Region,
    vertebrae: Vertebrae,
    unit: Unit,
) -> Result<&'static YoungAdult, NotFound> {
    let asked = |row: &&YoungAdult| {
        row.vertebrae == vertebrae && row.sex == sex && row.unit == unit && row.purpose == Purpose::TScore
    };
    let mut found: Option<&YoungAdult> = None;
    for row in of_region(region).iter().filter(asked) {
        if !row.holds_for(manufacturer, model, database) {
            continue;
        }
        match found {
            Some(first)
                if first.mean.to_bits() != row.mean.to_bits() || first.sd.to_bits() != row.sd.to_bits() =>
            {
                return Err(NotFound::ModelNeeded);
            }
            Some(_) => {}
            None => found = Some(row),
        }
    }
    match (found, manufacturer) {
        (Some(row), _) => Ok(row),
        (None, None) => Err(NotFound::ManufacturerNeeded),
        (None, Some(_)) => Err(NotFound::NoReference),
    }
}

/// The references of this machine, both sexes, that may explain a printed T-score.
pub fn candidates(
    manufacturer: Option<Manufacturer>,
    model: Option<Model>,
    database: Option<Database>,
    region: Region,
    vertebrae: Vertebrae,
    unit: Unit,
) -> impl Iterator<Item = &'static YoungAdult> {
    of_region(region).iter().filter(move |row| {
        row.vertebrae == vertebrae && row.unit == unit && row.holds_for(manufacturer, model, database)
    })
}

/// The references of a region.
fn of_region(region: Region) -> &'static [YoungAdult] {
    let (from, to) = YOUNG_ADULT_OF_REGION.get(region as usize).copied().unwrap_or_default();
    YOUNG_ADULT.get(from..to).unwrap_or_default()
}

/// Every reference.
#[must_use]
pub fn all() -> &'static [YoungAdult] {
    &YOUNG_ADULT
}
