//! The references that are held for a machine and for a person, found once and not for each score.

use crate::document::options::ZReference;
use crate::document::{Ethnicity, Region, Sex, Vertebrae};
use crate::reference::age_matched::AgeMatched;
use crate::reference::young_adult::{Unit, YoungAdult};

use super::flags::{Flags, Withheld};
use super::machine::Machine;
use super::standardised::ToHologic;
use super::{t_score, z_score};

/// As many sets of vertebrae as there are, the empty one among them.
const SETS: u8 = 16;

/// What is held for a machine.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    /// By region; the spine by its vertebrae after them.
    young_women: Vec<Result<&'static YoungAdult, Withheld>>,
    to_hologic: Vec<Option<ToHologic>>,
}

impl Held {
    pub(crate) fn by(machine: &Machine) -> Self {
        let young_woman =
            |region, vertebrae| t_score::held(machine, Sex::Female, region, vertebrae, Unit::GPerCm2);
        let regions = Region::ALL.iter().map(|&region| young_woman(region, Vertebrae::NONE));
        let spines = (0..SETS).map(|bits| young_woman(Region::LumbarSpine, Vertebrae::from_bits(bits)));
        let scale = |&region| ToHologic::of(machine.manufacturer?, region);
        Self {
            young_women: regions.chain(spines).collect(),
            to_hologic: Region::ALL.iter().map(scale).collect(),
        }
    }

    /// The reference of young women for the BMD of a region, as [`t_score::held`] finds it; none for what is no
    /// region with these vertebrae.
    #[inline]
    pub(crate) fn young_woman(
        &self,
        region: Region,
        vertebrae: Vertebrae,
    ) -> Option<Result<&'static YoungAdult, Withheld>> {
        let place = match region {
            Region::LumbarSpine => Region::ALL.len() + usize::from(vertebrae.bits()),
            _ if vertebrae.is_empty() => region as usize,
            _ => return None,
        };
        self.young_women.get(place).copied()
    }

    /// The way to the scale of a Hologic, where there is one.
    #[inline]
    pub(crate) fn to_hologic(&self, region: Region) -> Option<ToHologic> {
        self.to_hologic.get(region as usize).copied().flatten()
    }
}

/// The tables by age already found, for one set of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct AgeTables {
    set: Option<ZReference>,
    /// By sex, ethnicity and region.
    found: Vec<Option<AgeTable>>,
}

/// A table by age, if there is one, with what to say of it.
pub(crate) type AgeTable = (Option<&'static AgeMatched>, Flags);

impl AgeTables {
    /// As [`z_score::table`] finds it.
    pub(crate) fn of(
        &mut self,
        set: ZReference,
        sex: Sex,
        ethnicity: Option<Ethnicity>,
        region: Region,
    ) -> AgeTable {
        let groups = Ethnicity::ALL.len() + 1;
        if self.set != Some(set) {
            self.set = Some(set);
            self.found.clear();
            self.found.resize(Sex::ALL.len() * groups * Region::ALL.len(), None);
        }
        let group = ethnicity.map_or(0, |ethnicity| ethnicity as usize + 1);
        let place = (sex as usize * groups + group) * Region::ALL.len() + region as usize;
        let find = || z_score::table(set, sex, ethnicity, region);
        self.found.get_mut(place).map_or_else(find, |found| *found.get_or_insert_with(find))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Manufacturer;

    #[test]
    fn what_is_held_is_what_a_search_finds() {
        let mut found = 0;
        for manufacturer in Manufacturer::ALL.iter().copied().map(Some).chain([None]) {
            let machine = Machine { manufacturer, ..Default::default() };
            let held = Held::by(&machine);
            for &region in Region::ALL {
                for vertebrae in (0..SETS).map(Vertebrae::from_bits) {
                    let id = |row: Result<&'static YoungAdult, Withheld>| row.map(|row| row.id);
                    let searched = t_score::held(&machine, Sex::Female, region, vertebrae, Unit::GPerCm2);
                    let Some(kept) = held.young_woman(region, vertebrae) else { continue };
                    assert_eq!(id(kept), id(searched), "{region} {vertebrae}");
                    found += usize::from(kept.is_ok());
                }
            }
        }
        assert!(found > 20, "{found}");
    }

    #[test]
    fn tables_by_age_are_those_of_the_set_asked_for() {
        let mut tables = AgeTables::default();
        for _ in 0..2 {
            for &set in ZReference::ALL {
                for &sex in Sex::ALL {
                    for ethnicity in Ethnicity::ALL.iter().copied().map(Some).chain([None]) {
                        for &region in Region::ALL {
                            let id = |(table, flags): AgeTable| (table.map(|table| table.id), flags);
                            let searched = z_score::table(set, sex, ethnicity, region);
                            assert_eq!(id(tables.of(set, sex, ethnicity, region)), id(searched));
                        }
                    }
                }
            }
        }
    }
}
