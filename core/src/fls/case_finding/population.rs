//! Whom a measure counts: sex, age and site.

use jiff::civil::date;

use crate::citation::CitationId;
use crate::document::choice::choice;
use crate::document::{FractureSite, Sex};
use crate::fls::code_set::{self, Part};
use crate::fls::event::{Counted, CountedBecause, Event};
use crate::fls::options::InclusionSet;
use crate::fls::stated_date::StatedDate;

use super::age::AgeBounds;

choice! {
    /// The people of a measure.
    pub enum PopulationId {
        Own = "own",
        Grio = "grio",
        FlsDb = "fls_db",
        OmwStyle = "omw_style",
        Mips418 = "mips_418",
    }
}

choice! {
    /// On which day an age is taken.
    pub enum AgeOn {
        Event = "event",
        /// 31 December of the year whose first half is the last in which fractures are counted: a fracture from 1
        /// July on belongs to the year that follows.
        MeasurementYearEnd = "measurement_year_end",
    }
}

/// Whom a measure counts.
#[derive(Clone, Copy, Debug)]
pub struct Population {
    /// Which.
    pub id: PopulationId,
    /// Only this sex.
    pub sex: Option<Sex>,
    /// Least age; none: that of the options.
    pub age_min_years: Option<u32>,
    /// Greatest age, included.
    pub age_max_years: Option<u32>,
    /// On which day.
    pub age_on: AgeOn,
    /// Source.
    pub citation: CitationId,
}

/// A site that a measure does not count as it stands.
#[derive(Clone, Copy, Debug)]
pub struct PopulationSite {
    /// Of which measure.
    pub population: PopulationId,
    /// Where.
    pub site: FractureSite,
    /// Only this part of a hand or a foot.
    pub part: Option<Part>,
    /// Excluded, or to be looked at.
    pub because: CountedBecause,
    /// Source.
    pub citation: CitationId,
}

mod compiled {
    use super::{AgeOn, CountedBecause, FractureSite, Part, Population, PopulationId, PopulationSite, Sex};
    use crate::citation::ids;

    include!(concat!(env!("OUT_DIR"), "/fls_populations.rs"));
}

pub(super) use compiled::SITELESS_SAME_DAYS;

impl From<InclusionSet> for PopulationId {
    fn from(set: InclusionSet) -> Self {
        match set {
            InclusionSet::Own => Self::Own,
            InclusionSet::Grio => Self::Grio,
            InclusionSet::FlsDb => Self::FlsDb,
            InclusionSet::OmwStyle => Self::OmwStyle,
        }
    }
}

impl PopulationId {
    /// Whom it counts.
    #[must_use]
    pub fn population(self) -> Option<&'static Population> {
        compiled::POPULATIONS.iter().find(|population| population.id == self)
    }
}

/// A fracture as far as a population asks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub(super) site: FractureSite,
    pub(super) part: Option<Part>,
    pub(super) on: StatedDate,
    pub(super) born: Option<StatedDate>,
    pub(super) sex: Option<Sex>,
}

impl Population {
    /// Why a fracture is not counted as it stands; none where age, sex and site are those of the measure.
    pub(super) fn objects(&self, asked: Asked, age_min_years: u32) -> Option<(Counted, CountedBecause)> {
        let site = self.site(asked.site, asked.part);
        let who = [self.sex(asked.sex), self.age(asked, age_min_years)].into_iter().flatten();
        // What counts it out comes before what leaves it to be looked at.
        let all: Vec<_> = who.chain(site).collect();
        all.iter().find(|(counted, _)| *counted == Counted::No).or_else(|| all.first()).copied()
    }

    fn sex(&self, sex: Option<Sex>) -> Option<(Counted, CountedBecause)> {
        match (self.sex, sex) {
            (Some(_), None) => Some((Counted::Review, CountedBecause::OtherSex)),
            (Some(asked), Some(is)) if asked != is => Some((Counted::No, CountedBecause::OtherSex)),
            _ => None,
        }
    }

    fn age(&self, asked: Asked, age_min_years: u32) -> Option<(Counted, CountedBecause)> {
        let on = match (self.age_on, asked.on.day()) {
            (AgeOn::MeasurementYearEnd, Some(day)) => {
                let year = if day.month() >= 7 { day.year().saturating_add(1) } else { day.year() };
                StatedDate::Day(date(year.min(9999), 12, 31))
            }
            _ => asked.on,
        };
        let Some(age) = AgeBounds::new(asked.born, on) else {
            return Some((Counted::No, CountedBecause::AgeUnknown));
        };
        let least = self.age_min_years.unwrap_or(age_min_years);
        let most = self.age_max_years.unwrap_or(u32::MAX);
        if age.most < least {
            Some((Counted::No, CountedBecause::UnderAge))
        } else if age.least > most {
            Some((Counted::No, CountedBecause::OverAge))
        } else if age.least < least || age.most > most {
            Some((Counted::Review, CountedBecause::AgeUnknown))
        } else {
            None
        }
    }

    fn site(&self, site: FractureSite, part: Option<Part>) -> Option<(Counted, CountedBecause)> {
        let of_site =
            || compiled::POPULATION_SITES.iter().filter(|row| row.population == self.id && row.site == site);
        let exact = of_site().find(|row| row.part.is_some() && row.part == part);
        let row = exact.or_else(|| of_site().find(|row| row.part.is_none()))?;
        let counted = if row.because == CountedBecause::SiteExcluded { Counted::No } else { Counted::Review };
        Some((counted, row.because))
    }
}

/// Whether another measure counts an event, and why.
///
/// What does not depend on age, sex and site holds for every measure. An event that is counted out here for one of
/// these three was not asked further: to count by another set from the records, find cases with that set.
#[must_use]
pub fn is_counted_by(
    event: &Event,
    sex: Option<Sex>,
    population: &Population,
    age_min_years: u32,
) -> (Counted, CountedBecause) {
    use CountedBecause as B;
    let of_a_set = matches!(
        event.because,
        B::FragilitySite
            | B::UnderAge
            | B::AgeUnknown
            | B::OverAge
            | B::OtherSex
            | B::SiteExcluded
            | B::SiteUnclear
    );
    if !of_a_set {
        return (event.counted, event.because);
    }
    let meaning = code_set::find_or_like(&event.code).and_then(|entry| entry.fracture);
    let part = meaning.and_then(|meaning| meaning.part);
    let asked = Asked { site: event.site, part, on: event.on, born: event.born, sex };
    let unclear = meaning.and_then(|meaning| meaning.review).map(|because| (Counted::Review, because));
    population
        .objects(asked, age_min_years)
        .or(unclear)
        .unwrap_or((Counted::Yes, CountedBecause::FragilitySite))
}
