//! Standardised BMD: one scale for all makers, with the error of the conversion.
//!
//! Converted values never serve for monitoring: the individual error is larger than most changes.

use crate::citation::CitationId;
use crate::document::options::SbmdSpine;
use crate::document::{Manufacturer, Region, Vertebrae};
use crate::quantity::{Bmd, StandardisedBmd};
use crate::reference::sbmd_equation::{self, SbmdEquation};

/// A standardised BMD with what must be said beside it.
#[derive(Clone, Copy, Debug)]
pub struct Standardised {
    /// The value.
    pub sbmd: StandardisedBmd,
    /// Individual error, %; `None` where the value was given rather than computed.
    pub error_percent: Option<f64>,
    /// The equation; `None` where the value was given.
    pub equation: Option<&'static SbmdEquation>,
    /// Source of the error.
    pub error_citation: Option<CitationId>,
}

/// Standardises a BMD by the published equation for this maker and region, if there is one.
#[must_use]
pub fn standardise(
    bmd: Bmd,
    manufacturer: Manufacturer,
    region: Region,
    vertebrae: Vertebrae,
    spine: SbmdSpine,
) -> Option<Standardised> {
    let equation = equation(manufacturer, region, vertebrae, spine)?;
    let sbmd = StandardisedBmd::new(equation.to_sbmd_mg_cm2(bmd.g_per_cm2()))?;
    let error = sbmd_equation::error(region, vertebrae);
    Some(Standardised {
        sbmd,
        error_percent: error.map(|error| error.percent),
        equation: Some(equation),
        error_citation: error.map(|error| error.citation),
    })
}

fn equation(
    manufacturer: Manufacturer,
    region: Region,
    vertebrae: Vertebrae,
    spine: SbmdSpine,
) -> Option<&'static SbmdEquation> {
    let method = match (region, spine) {
        (Region::LumbarSpine, SbmdSpine::Hui1997) => Some("hui1997"),
        (Region::LumbarSpine, SbmdSpine::Genant1994) => Some("genant1994"),
        _ => None,
    };
    sbmd_equation::find(manufacturer, region, vertebrae, method)
}

/// A BMD on the Hologic scale, through standardised BMD; itself on a Hologic.
#[must_use]
pub fn on_hologic_scale(bmd: f64, manufacturer: Manufacturer, region: Region) -> Option<(f64, bool)> {
    ToHologic::of(manufacturer, region).map(|way| way.convert(bmd))
}

/// The way from a maker's BMD of a region to the Hologic scale.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ToHologic {
    /// It is on that scale.
    Itself,
    /// Through standardised BMD.
    Through { there: &'static SbmdEquation, back: &'static SbmdEquation },
}

impl ToHologic {
    pub(crate) fn of(manufacturer: Manufacturer, region: Region) -> Option<Self> {
        if manufacturer == Manufacturer::Hologic {
            return Some(Self::Itself);
        }
        if region == Region::LumbarSpine {
            // The age reference of the spine is L1-L4, where the equations leave 4 % (Fan 2010).
            return None;
        }
        let there = sbmd_equation::find(manufacturer, region, Vertebrae::NONE, None)?;
        let back = sbmd_equation::find(Manufacturer::Hologic, region, Vertebrae::NONE, None)?;
        Some(Self::Through { there, back })
    }

    /// The BMD on that scale, and whether it was converted.
    #[inline]
    pub(crate) fn convert(self, bmd: f64) -> (f64, bool) {
        match self {
            Self::Itself => (bmd, false),
            Self::Through { there, back } => (back.from_sbmd_mg_cm2(there.to_sbmd_mg_cm2(bmd)), true),
        }
    }
}
