//! The published means and SDs by age, looked up once for every year of age.

use osteon::document::{Ethnicity, Manufacturer, Region, Sex, Vertebrae};
use osteon::reference::age_matched::{self, AgeMatched};
use osteon::reference::sbmd_equation::{self, SbmdEquation};

/// Youngest and oldest, completed years.
pub(super) const AGES: (u8, u8) = (50, 95);

type ByRegion = [(f64, f64); 3];

pub(super) struct Curves {
    /// By sex and year of age: mean and SD of femoral neck, total hip and lumbar spine on a Hologic, g/cm2.
    by_age: [Vec<ByRegion>; 2],
    equations: [(&'static SbmdEquation, &'static SbmdEquation); 3],
}

impl Curves {
    /// `None` if a table is missing.
    pub(super) fn load() -> Option<Self> {
        let table = |sex, region| {
            let set =
                if region == Region::LumbarSpine { "nhanes_2005_2008_spine" } else { "nhanes_2005_2010" };
            age_matched::find(set, sex, Some(Ethnicity::White), region)
        };
        let equations = |region, vertebrae, method| {
            let of = |maker| sbmd_equation::find(maker, region, vertebrae, method);
            Some((of(Manufacturer::Hologic)?, of(Manufacturer::GeLunar)?))
        };
        let of_sex = |sex| {
            let tables = [
                table(sex, Region::FemoralNeck)?,
                table(sex, Region::TotalHip)?,
                table(sex, Region::LumbarSpine)?,
            ];
            Some((AGES.0..=AGES.1).map(|age| tables.map(|table| at(table, f64::from(age)))).collect())
        };
        Some(Self {
            by_age: [of_sex(Sex::Female)?, of_sex(Sex::Male)?],
            equations: [
                equations(Region::FemoralNeck, Vertebrae::NONE, None)?,
                equations(Region::TotalHip, Vertebrae::NONE, None)?,
                equations(Region::LumbarSpine, Vertebrae::L1_L4, Some("hui1997"))?,
            ],
        })
    }

    /// Bone density at so many SDs from the peers, on the scanner of a maker, g/cm2 with three decimals.
    pub(super) fn bmd(&self, is_man: bool, age_years: f64, sds: [f64; 3], is_ge_lunar: bool) -> [f64; 3] {
        let year = (age_years as usize).saturating_sub(usize::from(AGES.0));
        let by_age = &self.by_age[usize::from(is_man)];
        let by_region = by_age[year.min(by_age.len() - 1)];
        [0, 1, 2].map(|region| {
            let (mean, sd) = by_region[region];
            let hologic = (mean + sd * sds[region]).max(0.25);
            let (of_hologic, of_ge_lunar) = self.equations[region];
            let bmd = if is_ge_lunar {
                of_ge_lunar.from_sbmd_mg_cm2(of_hologic.to_sbmd_mg_cm2(hologic))
            } else {
                hologic
            };
            (bmd * 1000.0).round() / 1000.0
        })
    }
}

fn at(table: &AgeMatched, age_years: f64) -> (f64, f64) {
    // The table of the spine ends at 79: older people are drawn from its last decade.
    let at = table.at(age_years).or_else(|| table.at(75.0));
    at.map_or((f64::NAN, f64::NAN), |at| (at.mean, at.sd))
}
