//! Equations between makers' BMD and standardised BMD: `data/sbmd.csv` and `data/sbmd_error.csv`.

use super::tables::{SBMD_EQUATIONS, SBMD_ERRORS};
use crate::citation::{CitationId, Confidence};
use crate::document::{Manufacturer, Region, Vertebrae};

/// `sBMD = 1000 (a + b (BMD - x0))`, mg/cm2.
#[derive(Clone, Copy, Debug)]
pub struct SbmdEquation {
    /// Who published it.
    pub method: &'static str,
    /// Region.
    pub region: Region,
    /// Maker whose BMD goes in.
    pub manufacturer: Manufacturer,
    /// Intercept, g/cm2.
    pub a: f64,
    /// Slope.
    pub b: f64,
    /// Centre, g/cm2; 0 but in Hui's equations.
    pub x0: f64,
    /// Source.
    pub citation: CitationId,
    /// Confidence in the coefficients.
    pub confidence: Confidence,
}

impl SbmdEquation {
    /// From the maker's BMD, g/cm2, to standardised BMD, mg/cm2.
    ///
    /// ```
    /// use osteon::document::{Manufacturer, Region, Vertebrae};
    /// use osteon::reference::sbmd_equation::find;
    /// // Hanson 1997: the NHANES III total hip, 0.942 g/cm2 on a Hologic, is 955.5 mg/cm2.
    /// let hanson = find(Manufacturer::Hologic, Region::TotalHip, Vertebrae::NONE, None).unwrap();
    /// assert!((hanson.to_sbmd_mg_cm2(0.942) - 955.536).abs() < 1e-9);
    /// ```
    #[must_use]
    pub fn to_sbmd_mg_cm2(&self, bmd_g_cm2: f64) -> f64 {
        1000.0 * (self.a + self.b * (bmd_g_cm2 - self.x0))
    }

    /// Back from standardised BMD, mg/cm2, to the maker's BMD, g/cm2.
    #[must_use]
    pub fn from_sbmd_mg_cm2(&self, sbmd_mg_cm2: f64) -> f64 {
        (sbmd_mg_cm2 / 1000.0 - self.a) / self.b + self.x0
    }
}

/// What the equations leave between makers in one person.
#[derive(Clone, Copy, Debug)]
pub struct SbmdError {
    /// Region.
    pub region: Region,
    /// Vertebrae; empty but for a lumbar spine.
    pub vertebrae: Vertebrae,
    /// Individual error, %.
    pub percent: f64,
    /// Source.
    pub citation: CitationId,
}

/// The equation for a maker and region. The spine has two methods (`hui1997`, `genant1994`); both were
/// made for L2-L4 and are applied to L1-L4 too, with the larger error of [`error`].
#[must_use]
pub fn find(
    manufacturer: Manufacturer,
    region: Region,
    vertebrae: Vertebrae,
    method: Option<&str>,
) -> Option<&'static SbmdEquation> {
    let whole_spine = matches!(vertebrae, Vertebrae::L1_L4 | Vertebrae::L2_L4);
    if region == Region::LumbarSpine && !whole_spine {
        return None;
    }
    SBMD_EQUATIONS.iter().find(|row| {
        row.manufacturer == manufacturer
            && row.region == region
            && method.is_none_or(|method| row.method == method)
    })
}

/// Every equation.
#[must_use]
pub fn all() -> &'static [SbmdEquation] {
    &SBMD_EQUATIONS
}

/// The individual error that is stated for a region.
#[must_use]
pub fn error(region: Region, vertebrae: Vertebrae) -> Option<&'static SbmdError> {
    SBMD_ERRORS.iter().find(|row| row.region == region && row.vertebrae == vertebrae)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The images of NHANES III by Lu 2001 and Hanson 1997 are GE Lunar's own hip references.
    #[test]
    fn ge_lunar_references_are_images_of_nhanes3() {
        for (region, hologic, lunar) in [
            (Region::FemoralNeck, (0.858, 0.120), (1.038, 0.139)),
            (Region::TotalHip, (0.942, 0.122), (1.008, 0.126)),
            (Region::Trochanter, (0.708, 0.099), (0.851, 0.115)),
        ] {
            let there = find(Manufacturer::Hologic, region, Vertebrae::NONE, None).unwrap();
            let back = find(Manufacturer::GeLunar, region, Vertebrae::NONE, None).unwrap();
            let image = |x: f64| back.from_sbmd_mg_cm2(there.to_sbmd_mg_cm2(x));
            assert!((image(hologic.0) - lunar.0).abs() < 0.0006, "{region}");
            assert!((image(hologic.0 + hologic.1) - image(hologic.0) - lunar.1).abs() < 0.0006, "{region}");
        }
    }

    /// A Norland report prints 962.3 mg/cm2 for 0.8942 g/cm2 at L2-L4.
    #[test]
    fn norland_prints_genant() {
        let genant = find(Manufacturer::Norland, Region::LumbarSpine, Vertebrae::L2_L4, Some("genant1994"));
        assert!((genant.unwrap().to_sbmd_mg_cm2(0.8942) - 962.3).abs() < 0.06);
    }

    #[test]
    fn round_trip() {
        for row in all() {
            assert!((row.from_sbmd_mg_cm2(row.to_sbmd_mg_cm2(0.873)) - 0.873).abs() < 1e-12, "{row:?}");
        }
    }
}
