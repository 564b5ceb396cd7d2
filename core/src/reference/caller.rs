//! Reference sets supplied by the caller: French and other national sites use their own.

use serde::{Deserialize, Serialize};

use crate::document::{Region, Sex, Vertebrae};
use crate::error::{Code, Refusal};

/// One row of a caller's young adult reference, g/cm2.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CallerReference {
    /// Name of the set.
    pub id: String,
    /// Version of the set.
    pub version: String,
    /// Sex of the young adults. Men too are measured against the female row (ISCD 2023).
    pub sex: Sex,
    /// Region.
    pub region: Region,
    /// Vertebrae of a lumbar spine region; left out: L1 to L4.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vertebrae: Option<Vertebrae>,
    /// Young adult mean, g/cm2.
    pub mean: f64,
    /// Young adult standard deviation, g/cm2.
    pub sd: f64,
}

impl CallerReference {
    /// Standard deviations of young adults that can be meant, g/cm2.
    pub const SD_G_CM2: core::ops::RangeInclusive<f64> = 0.005..=0.5;

    /// The vertebrae that the row speaks of: none but for a lumbar spine.
    #[must_use]
    pub fn subset(&self) -> Vertebrae {
        match self.region {
            Region::LumbarSpine => self.vertebrae.unwrap_or(Vertebrae::L1_L4),
            _ => Vertebrae::NONE,
        }
    }

    /// The id shown in answers, `caller:<id>@<version>`.
    #[must_use]
    pub fn label(&self) -> String {
        format!("caller:{}@{}", self.id, self.version)
    }

    /// Refuses what is no reference: a mean that is no BMD, an SD that is not a positive tenth of it.
    ///
    /// # Errors
    /// Everything wrong with the row at `index`.
    pub fn check(&self, index: usize) -> Result<(), Vec<Refusal>> {
        let at = |field: &str| format!("references[{index}].{field}");
        let mut refusals = Vec::new();
        for (field, text) in [("id", &self.id), ("version", &self.version)] {
            if text.trim().is_empty() {
                refusals.push(Refusal::new(
                    Code::Missing,
                    at(field),
                    "",
                    "the answer must name the reference",
                ));
            }
        }
        if !(0.1..=3.0).contains(&self.mean) {
            refusals.push(Refusal::new(Code::OutOfRange, at("mean"), self.mean, "0.1-3.0 g/cm2"));
        }
        if !Self::SD_G_CM2.contains(&self.sd) {
            refusals.push(Refusal::new(Code::OutOfRange, at("sd"), self.sd, "0.005-0.5 g/cm2"));
        }
        if self.vertebrae.is_some() && self.region != Region::LumbarSpine {
            refusals.push(Refusal::new(
                Code::Contradiction,
                at("vertebrae"),
                self.subset(),
                "only a lumbar_spine has vertebrae",
            ));
        }
        if refusals.is_empty() { Ok(()) } else { Err(refusals) }
    }
}
