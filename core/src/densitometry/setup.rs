//! What an engine is set to: options with their defaults, the caller's references and precision.

use std::collections::BTreeMap;

use crate::document::assessment::Assumed;
use crate::document::options::{Options, SbmdSpine, Switch, TCompare, TSource, ZReference};
use crate::document::{Manufacturer, Region, Sex, Vertebrae};
use crate::guideline::Guidelines;
use crate::outputs::Outputs;
use crate::quantity::{Compared, Tenths};
use crate::reference::caller::CallerReference;
use crate::risk::Models;

/// The settings of an engine.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The options, defaults written out.
    pub options: Options,
    /// The caller's references.
    pub references: Vec<CallerReference>,
    /// The sections asked for.
    pub outputs: Outputs,
    /// The risk models asked for.
    pub models: Models,
    /// The guidelines asked for.
    pub guidelines: Guidelines,
    /// What the caller read into unknowns before it asked, for every answer to list.
    pub assumed: Vec<Assumed>,
}

impl Setup {
    /// Which T-score classes compare.
    #[must_use]
    pub fn t_compare(&self) -> TCompare {
        self.options.t_compare.unwrap_or(TCompare::Reported)
    }

    /// Which T-score drives.
    #[must_use]
    pub fn t_source(&self) -> TSource {
        self.options.t_source.unwrap_or(TSource::Printed)
    }

    /// Whether men get the male reference beside.
    #[must_use]
    pub fn male_reference(&self) -> bool {
        self.options.male_reference == Some(Switch::On)
    }

    /// The set of Z-score references.
    #[must_use]
    pub fn z_reference(&self) -> ZReference {
        self.options.z_reference.unwrap_or(ZReference::Nhanes2005)
    }

    /// The equation that standardises the spine.
    #[must_use]
    pub fn sbmd_spine(&self) -> SbmdSpine {
        self.options.sbmd_spine.unwrap_or(SbmdSpine::Hui1997)
    }

    /// The centre's precision error, g/cm2: the scan's own, else that of the options.
    #[must_use]
    pub fn precision(&self, own: Option<&BTreeMap<Region, f64>>, region: Region) -> Option<f64> {
        let of = |map: Option<&BTreeMap<Region, f64>>| map.and_then(|map| map.get(&region).copied());
        of(own).or_else(|| of(self.options.precision_g_cm2.as_ref()))
    }

    /// The caller's reference for a region on a maker's scan, if there is one: that of the maker, else one for all.
    #[must_use]
    pub fn caller_reference(
        &self,
        maker: Option<Manufacturer>,
        sex: Sex,
        region: Region,
        vertebrae: Vertebrae,
    ) -> Option<&CallerReference> {
        if self.references.is_empty() {
            return None;
        }
        let of = |maker: Option<Manufacturer>| {
            self.references.iter().find(|row| {
                row.manufacturer == maker
                    && row.sex == sex
                    && row.region == region
                    && row.subset() == vertebrae
            })
        };
        of(maker).or_else(|| of(None))
    }

    /// The value of a score that classes compare.
    #[must_use]
    pub fn compared(&self, sd: f64) -> Compared {
        self.t_compare().of(sd)
    }
}

impl TCompare {
    /// The value of a score that classes compare.
    #[must_use]
    pub fn of(self, sd: f64) -> Compared {
        match self {
            Self::Reported => Compared::reported(Tenths::rounded(sd)),
            Self::Exact => Compared::exact(sd),
        }
    }
}
