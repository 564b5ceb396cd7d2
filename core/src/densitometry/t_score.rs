//! The T-score: SDs from the mean of young adults.

use crate::document::{Region, Sex, Vertebrae};
use crate::quantity::{Bmd, TScore};
use crate::reference::precision_minimum;
use crate::reference::young_adult::{self, NotFound, Unit, YoungAdult};

use super::flags::Withheld;
use super::held::Held;
use super::machine::Machine;
use super::score::{Interval, Reference};
use super::setup::Setup;

/// T = (BMD - mean) / SD.
///
/// ```
/// use osteon::densitometry::t_score;
/// use osteon::quantity::Bmd;
/// // Femoral neck against NHANES III: 0.858 (0.120) g/cm2.
/// let bmd = Bmd::new(0.558).unwrap();
/// assert_eq!(t_score(bmd, 0.858, 0.120).reported().to_f64(), -2.5);
/// ```
#[must_use]
pub fn t_score(bmd: Bmd, young_adult_mean: f64, young_adult_sd: f64) -> TScore {
    TScore(standard_score(bmd.g_per_cm2(), young_adult_mean, young_adult_sd))
}

/// (x - mean) / SD; the column path computes the same.
#[inline(always)]
pub(crate) fn standard_score(x: f64, mean: f64, sd: f64) -> f64 {
    (x - mean) / sd
}

/// The reference that applies: the caller's own, else white women of the maker (ISCD 2023), for men too.
pub(crate) fn reference<'e>(
    setup: &'e Setup,
    (machine, held_for_it): (&Machine, &Held),
    sex: Sex,
    region: Region,
    vertebrae: Vertebrae,
    unit: Unit,
) -> Result<Reference<'e>, Withheld> {
    if unit == Unit::GPerCm2
        && let Some(row) = setup.caller_reference(machine.manufacturer, sex, region, vertebrae)
    {
        return Ok(Reference::Caller(row));
    }
    if machine.unrecognised {
        return Err(Withheld::NotRecognised);
    }
    let young_woman = if (sex, unit) == (Sex::Female, Unit::GPerCm2) {
        held_for_it.young_woman(region, vertebrae)
    } else {
        None
    };
    young_woman.unwrap_or_else(|| held(machine, sex, region, vertebrae, unit)).map(Reference::Held)
}

pub(crate) fn held(
    machine: &Machine,
    sex: Sex,
    region: Region,
    vertebrae: Vertebrae,
    unit: Unit,
) -> Result<&'static YoungAdult, Withheld> {
    young_adult::find(machine.manufacturer, machine.model, machine.database, sex, region, vertebrae, unit)
        .map_err(|reason| match reason {
            NotFound::ManufacturerNeeded => Withheld::NoManufacturer,
            NotFound::ModelNeeded => Withheld::ModelNotStated,
            NotFound::NoReference => Withheld::NoReference,
        })
}

/// The interval of a T-score from the precision error, g/cm2: the centre's own, else ISCD's minimum.
pub(crate) fn interval(
    t: f64,
    bmd: f64,
    sd: f64,
    region: Region,
    precision: Option<f64>,
) -> Option<Interval> {
    let error = precision.or_else(|| Some(precision_minimum::cv_percent(region)? / 100.0 * bmd))?;
    Some(Interval { t, error_sd: error / sd, assumed: precision.is_none() })
}
