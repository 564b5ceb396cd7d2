//! Reference sets supplied by the caller: French and other national sites use their own.

use serde::{Deserialize, Serialize};

use crate::document::{Manufacturer, Region, Sex, Vertebrae};
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
    /// The maker whose scans it is of; left out: a row for every maker's, which is right only where all scans are one
    /// maker's. A row with a maker comes before one without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manufacturer: Option<Manufacturer>,
    /// Sex of the young adults. Men too are measured against the female row (ISCD 2023): a male one serves only to
    /// recognise a printed T-score, and for the score beside it that the option `male_reference` asks for.
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

    /// Whether both speak of the same measurements, so that one must go.
    #[must_use]
    pub fn is_twin_of(&self, other: &Self) -> bool {
        self.manufacturer == other.manufacturer
            && self.sex == other.sex
            && self.region == other.region
            && self.subset() == other.subset()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Engine;
    use crate::document::assessment::Score;
    use crate::document::options::Switch;
    use crate::document::{Options, Patient, Scan, ScanRegion};

    fn row(id: &str, manufacturer: Option<Manufacturer>, mean: f64) -> CallerReference {
        CallerReference {
            id: id.to_owned(),
            version: "1".to_owned(),
            manufacturer,
            sex: Sex::Female,
            region: Region::FemoralNeck,
            vertebrae: None,
            mean,
            sd: 0.11,
        }
    }

    fn neck_of(
        engine: &Engine,
        sex: Sex,
        maker: Option<Manufacturer>,
        bmd: f64,
        printed: Option<f64>,
    ) -> Score {
        let line = ScanRegion {
            region: Some(Region::FemoralNeck),
            bmd_g_cm2: Some(bmd),
            t_score: printed,
            ..ScanRegion::default()
        };
        let scan = Scan { manufacturer: maker, regions: Some(vec![line]), ..Scan::default() };
        let patient =
            Patient { sex: Some(sex), age_years: Some(67.0), scans: Some(vec![scan]), ..Patient::default() };
        engine.assess(&patient).unwrap().scores()[0].clone()
    }

    fn reference_of(engine: &Engine, maker: Option<Manufacturer>) -> Option<String> {
        neck_of(engine, Sex::Female, maker, 0.72, None).reference
    }

    #[test]
    fn a_row_of_a_maker_is_for_its_scans_alone() {
        let hologic = Some(Manufacturer::Hologic);
        let own = || row("own", hologic, 0.85);
        let engine = Engine::new(Options::default(), vec![own()]).unwrap();
        let held = |maker| reference_of(&Engine::default(), maker);
        assert_eq!(reference_of(&engine, hologic).as_deref(), Some("caller:own@1"));
        for maker in [Some(Manufacturer::GeLunar), Some(Manufacturer::Norland), None] {
            assert_eq!(reference_of(&engine, maker), held(maker), "{maker:?}");
        }
        // One without a maker is for all others, in whatever order they are given.
        let all = || row("all", None, 0.9);
        for rows in [vec![own(), all()], vec![all(), own()]] {
            let engine = Engine::new(Options::default(), rows).unwrap();
            assert_eq!(reference_of(&engine, hologic).as_deref(), Some("caller:own@1"));
            assert_eq!(reference_of(&engine, Some(Manufacturer::GeLunar)).as_deref(), Some("caller:all@1"));
            assert_eq!(reference_of(&engine, None).as_deref(), Some("caller:all@1"));
        }
    }

    #[test]
    fn twins_are_of_one_maker() {
        let (hologic, ge) = (Some(Manufacturer::Hologic), Some(Manufacturer::GeLunar));
        let of = |makers: [Option<Manufacturer>; 2]| {
            Engine::new(Options::default(), makers.map(|maker| row("own", maker, 0.85)).to_vec())
        };
        assert!(of([hologic, ge]).is_ok() && of([hologic, None]).is_ok());
        for twice in [hologic, None] {
            let refusals = of([twice, twice]).unwrap_err();
            assert_eq!((refusals.len(), refusals[0].code), (1, Code::Contradiction));
        }
    }

    /// What its documentation says of a male row.
    #[test]
    fn a_male_row_recognises_prints_and_stands_beside() {
        let hologic = Some(Manufacturer::Hologic);
        let men = || CallerReference { sex: Sex::Male, ..row("men", hologic, 0.93) };
        let silent = Engine::new(Options::default(), vec![men()]).unwrap();
        let (with, without) = (
            neck_of(&silent, Sex::Male, hologic, 0.72, None),
            neck_of(&Engine::default(), Sex::Male, hologic, 0.72, None),
        );
        assert_eq!(with, without);
        let printed = neck_of(&silent, Sex::Male, hologic, 0.72, Some(-1.9));
        assert_eq!(printed.printed_t_reference.as_deref(), Some("caller:men@1"));
        let on = Options { male_reference: Some(Switch::On), ..Options::default() };
        let beside = neck_of(&Engine::new(on, vec![men()]).unwrap(), Sex::Male, hologic, 0.72, None);
        assert_eq!(beside.t_score_male_reference, Some((0.72 - 0.93) / 0.11));
        assert_eq!((beside.t_score, beside.reference), (without.t_score, without.reference));
    }
}
