//! The score of one region of one scan, with everything that must be said beside it.

use jiff::civil::Date;

use crate::citation::{CitationId, Confidence};
use crate::document::assessment::ReportRole;
use crate::document::options::{SbmdSpine, TSource};
use crate::document::{Manufacturer, Region, Side, Vertebrae};
use crate::math::{Z_95, normal_cdf};
use crate::quantity::{Bmd, StandardisedBmd};
use crate::reference::caller::CallerReference;
use crate::reference::thresholds;
use crate::reference::young_adult::YoungAdult;

use super::flags::{Flags, Withheld};
use super::standardised::{Standardised, standardise};
use super::z_score::ZAnswer;

/// The young adult reference of a T-score.
#[derive(Clone, Copy, Debug)]
pub enum Reference<'e> {
    /// One that is compiled in.
    Held(&'static YoungAdult),
    /// One that the caller supplied.
    Caller(&'e CallerReference),
}

impl Reference<'_> {
    /// Young adult mean.
    #[must_use]
    pub fn mean(self) -> f64 {
        match self {
            Self::Held(row) => row.mean,
            Self::Caller(row) => row.mean,
        }
    }

    /// Young adult standard deviation.
    #[must_use]
    pub fn sd(self) -> f64 {
        match self {
            Self::Held(row) => row.sd,
            Self::Caller(row) => row.sd,
        }
    }

    /// Whether both are the same row.
    #[must_use]
    pub fn same_as(self, other: Reference<'_>) -> bool {
        match (self, other) {
            (Self::Held(a), Reference::Held(b)) => core::ptr::eq(a, b),
            (Self::Caller(a), Reference::Caller(b)) => core::ptr::eq(a, b),
            _ => false,
        }
    }

    /// The id shown in answers.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Held(row) => row.id.to_owned(),
            Self::Caller(row) => row.label(),
        }
    }

    /// Where the number comes from, unless the caller supplied it.
    #[must_use]
    pub fn citation(self) -> Option<CitationId> {
        match self {
            Self::Held(row) => Some(row.citation),
            Self::Caller(_) => None,
        }
    }

    /// How far the number is trusted, unless the caller supplied it.
    #[must_use]
    pub fn confidence(self) -> Option<Confidence> {
        match self {
            Self::Held(row) => Some(row.confidence),
            Self::Caller(_) => None,
        }
    }
}

/// What the precision error of one measurement leaves open of a T-score. Biology, positioning
/// artefacts and the reference are not in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The T-score.
    pub t: f64,
    /// The precision error, in SDs of the reference.
    pub error_sd: f64,
    /// Whether ISCD's minimum precision stands in for the centre's own.
    pub assumed: bool,
}

impl Interval {
    /// Lower end of the 95 % interval of the T-score.
    #[must_use]
    pub fn low(&self) -> f64 {
        self.t - Z_95 * self.error_sd
    }

    /// Upper end.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.t + Z_95 * self.error_sd
    }

    /// Probability that the true T-score is at most -2.5.
    #[must_use]
    pub fn probability_of_osteoporosis(&self) -> f64 {
        normal_cdf((thresholds::OSTEOPOROSIS_T.to_f64() - self.t) / self.error_sd)
    }
}

/// The score of one region of one scan.
#[derive(Clone, Copy, Debug)]
pub struct Score<'e> {
    /// Index of the scan in the document.
    pub scan: usize,
    /// Region.
    pub region: Region,
    /// Side.
    pub side: Option<Side>,
    /// Vertebrae; empty but for a lumbar spine.
    pub vertebrae: Vertebrae,
    /// Day of the scan.
    pub date: Option<Date>,
    /// Latest of its region, or earlier.
    pub role: ReportRole,
    /// BMD, g/cm2.
    pub bmd: Option<f64>,
    /// The computed T-score.
    pub computed_t: Option<f64>,
    /// The T-score as printed.
    pub printed_t: Option<f64>,
    /// Which of the two drives; `None` where no T-score is given.
    pub t_source: Option<TSource>,
    /// The reference of the computed T-score.
    pub reference: Option<Reference<'e>>,
    /// The reference that reproduces the printed T-score.
    pub printed_reference: Option<Reference<'e>>,
    /// The T-score against the male reference, where asked for.
    pub male_t: Option<(f64, Reference<'e>)>,
    /// Interval from precision error.
    pub interval: Option<Interval>,
    /// The Z-score.
    pub z: Result<ZAnswer, Withheld>,
    /// The Z-score as printed.
    pub printed_z: Option<f64>,
    /// The maker of the scanner, stated or known from the model.
    pub manufacturer: Option<Manufacturer>,
    /// Standardised BMD, where the report gives it.
    pub given_sbmd: Option<StandardisedBmd>,
    /// Whether the region may be classed, as far as the scan goes.
    pub usable: bool,
    /// Why no T-score is given.
    pub withheld: Option<Withheld>,
    /// What to know.
    pub flags: Flags,
}

impl Score<'_> {
    /// The standardised BMD: as given, else by the published equation for the maker and region.
    #[must_use]
    pub fn standardised(&self, spine: SbmdSpine) -> Option<Standardised> {
        if let Some(sbmd) = self.given_sbmd {
            return Some(Standardised { sbmd, error_percent: None, equation: None, error_citation: None });
        }
        let bmd = Bmd::new(self.bmd?)?;
        standardise(bmd, self.manufacturer?, self.region, self.vertebrae, spine)
    }

    /// The T-score in force: the printed or the computed one, by `t_source`.
    #[must_use]
    pub fn t_in_force(&self) -> Option<f64> {
        match self.t_source? {
            TSource::Printed => self.printed_t,
            TSource::Computed => self.computed_t,
        }
    }

    /// The T-score shown as `t_score`: the computed one, or the printed one where none can be computed.
    #[must_use]
    pub fn t_shown(&self) -> Option<f64> {
        self.t_source?;
        self.computed_t.or(self.printed_t)
    }

    /// The Z-score shown as `z_score`: the computed one, or the printed one where none can be computed.
    #[must_use]
    pub fn z_shown(&self) -> Option<f64> {
        match self.z {
            Ok(answer) => Some(answer.z),
            Err(Withheld::NoBmd | Withheld::NoManufacturer | Withheld::NoZReference) => self.printed_z,
            Err(_) => None,
        }
    }

    /// The Z-score in force: the printed one if it drives and is there.
    #[must_use]
    pub fn z_in_force(&self, source: TSource) -> Option<f64> {
        match source {
            TSource::Printed => self.printed_z.or(self.z_shown()),
            TSource::Computed => self.z_shown().or(self.printed_z),
        }
    }
}
