//! The published means and SDs by age, and the way from the Hologic scale to that of GE Lunar.

use std::io;

use osteon::document::{Ethnicity, Manufacturer, Region, Sex, Vertebrae};
use osteon::reference::age_matched::{self, AgeMatched};
use osteon::reference::sbmd_equation::{self, SbmdEquation};

/// The regions that a person is scanned in.
pub(super) const REGIONS: [Region; 3] = [Region::FemoralNeck, Region::TotalHip, Region::LumbarSpine];
const SEXES: [Sex; 2] = [Sex::Female, Sex::Male];
/// Groups with a table of their own at the hip; everyone else takes that of all.
const GROUPS: [Option<Ethnicity>; 3] = [Some(Ethnicity::White), Some(Ethnicity::Black), None];

/// Every table that the cohort is drawn from, looked up once.
pub(super) struct Curves {
    tables: [[[&'static AgeMatched; 3]; 3]; 2],
    equations: [(&'static SbmdEquation, &'static SbmdEquation); 3],
}

impl Curves {
    /// Looks the tables up; one that is missing is named.
    pub(super) fn load() -> io::Result<Self> {
        let missing = |what: String| io::Error::other(format!("no table: {what}"));
        let mut tables = Vec::new();
        for sex in SEXES {
            let mut of_sex = Vec::new();
            for group in GROUPS {
                let mut of_group = Vec::new();
                for region in REGIONS {
                    // The spine's table is of white people only.
                    let spine = region == Region::LumbarSpine;
                    let (set, group) = if spine {
                        ("nhanes_2005_2008_spine", Some(Ethnicity::White))
                    } else {
                        ("nhanes_2005_2010", group)
                    };
                    let table = age_matched::find(set, sex, group, region);
                    of_group.push(table.ok_or_else(|| missing(format!("{set} {sex} {region}")))?);
                }
                of_sex.push(array(of_group)?);
            }
            tables.push(array(of_sex)?);
        }
        let mut equations = Vec::new();
        for region in REGIONS {
            let (vertebrae, method) = if region == Region::LumbarSpine {
                (Vertebrae::L1_L4, Some("hui1997"))
            } else {
                (Vertebrae::NONE, None)
            };
            let of = |maker| {
                let equation = sbmd_equation::find(maker, region, vertebrae, method);
                equation.ok_or_else(|| missing(format!("sBMD {maker} {region}")))
            };
            equations.push((of(Manufacturer::Hologic)?, of(Manufacturer::GeLunar)?));
        }
        Ok(Self { tables: array(tables)?, equations: array(equations)? })
    }

    /// Mean and SD on a Hologic, g/cm2, in the order of [`REGIONS`].
    pub(super) fn at(&self, sex: Sex, ethnicity: Option<Ethnicity>, age: f64) -> [(f64, f64); 3] {
        let group = match ethnicity {
            Some(Ethnicity::White) | None => 0,
            Some(Ethnicity::Black) => 1,
            Some(_) => 2,
        };
        self.tables[usize::from(sex == Sex::Male)][group].map(|table| {
            // The table of the spine ends at 79: older people are drawn from its last decade.
            let at = table.at(age).or_else(|| table.at(75.0));
            at.map_or((f64::NAN, f64::NAN), |at| (at.mean, at.sd))
        })
    }

    /// A BMD of a Hologic as a GE Lunar would measure it, through standardised BMD.
    pub(super) fn on_ge_lunar(&self, region: usize, bmd: f64) -> f64 {
        let (hologic, ge_lunar) = self.equations[region];
        ge_lunar.from_sbmd_mg_cm2(hologic.to_sbmd_mg_cm2(bmd))
    }
}

fn array<T, const N: usize>(items: Vec<T>) -> io::Result<[T; N]> {
    items.try_into().map_err(|_| io::Error::other("a table is missing"))
}
