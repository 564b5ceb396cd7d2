//! The lines of a DXA report, as the ends of columns name them.

use crate::document::{Region, Side, Vertebra, Vertebrae};

use super::lists::vertebra;

/// One line of a DXA report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The region.
    pub region: Region,
    /// The vertebrae of a spine.
    pub vertebrae: Option<Vertebrae>,
    /// The side, where the column names one.
    pub side: Option<Side>,
}

impl Place {
    /// `femoral_neck`, `femoral_neck_left`, `lumbar_spine`, `l1`, `l2_l4`.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let spine = |vertebrae| Self { region: Region::LumbarSpine, vertebrae: Some(vertebrae), side: None };
        if let Some(vertebra) = vertebra(name) {
            return Some(spine(Vertebrae::one(vertebra)));
        }
        if let Some((first, last)) = name.split_once('_')
            && let (Some(first), Some(last)) = (vertebra(first), vertebra(last))
            && first < last
        {
            let between = |v: &&Vertebra| (first..=last).contains(*v);
            return Some(spine(Vertebra::ALL.iter().filter(between).copied().collect()));
        }
        match Region::from_key(name) {
            Some(Region::LumbarSpine) => return Some(spine(Vertebrae::L1_L4)),
            Some(region) => return Some(Self { region, vertebrae: None, side: None }),
            None => {}
        }
        let (region, side) = name.rsplit_once('_')?;
        let region = Region::from_key(region).filter(|region| has_sides(*region))?;
        let side = [Side::Left, Side::Right].into_iter().find(|known| known.as_str() == side)?;
        Some(Self { region, vertebrae: None, side: Some(side) })
    }
}

impl core::fmt::Display for Place {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match (self.vertebrae, self.side) {
            (Some(set), _) if set != Vertebrae::L1_L4 => {
                let name = set.to_string().to_ascii_lowercase().replace('-', "_");
                f.write_str(&name)
            }
            (_, Some(side)) => write!(f, "{}_{side}", self.region),
            _ => f.write_str(self.region.as_str()),
        }
    }
}

/// Whether a region is left or right.
pub(super) const fn has_sides(region: Region) -> bool {
    !matches!(region, Region::LumbarSpine | Region::TotalBody)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_for_one_place() {
        for (name, canonical) in [
            ("femoral_neck", "femoral_neck"),
            ("radius_33_left", "radius_33_left"),
            ("lumbar_spine", "lumbar_spine"),
            ("l1_l4", "lumbar_spine"),
            ("l2_l4", "l2_l4"),
            ("l3", "l3"),
        ] {
            assert_eq!(Place::of(name).map(|place| place.to_string()).as_deref(), Some(canonical));
        }
        for name in ["l5", "l4_l1", "lumbar_spine_left", "hip", "left"] {
            assert_eq!(Place::of(name), None, "{name}");
        }
    }
}
