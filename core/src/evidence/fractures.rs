//! Past fractures, gathered once for every rule: at which sites for certain, at which perhaps, and how recently.

use crate::diagnosis::{PastFracture, atypical_until_excluded, fractures_are_known, past_fractures};
use crate::document::{Drug, FractureCause, FractureSite as S, Section, SpineImagingResult};
use crate::facts::Person;
use crate::reference::thresholds::CANADA_FRACTURE_COUNTS_AGE_YEARS;

use super::site_set::SiteSet;

/// How recent a fracture is asked to be; each guideline's window is its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// At any time.
    Ever,
    /// Within 12 months.
    Months12,
    /// Within 24 months.
    Months24,
}

/// Sites of fragility fractures in one window.
#[derive(Clone, Copy, Debug, Default)]
struct Sites {
    certain: SiteSet,
    possible: SiteSet,
}

impl Sites {
    fn add(&mut self, site: S, counts: Option<bool>) {
        match counts {
            Some(false) => {}
            Some(true) => {
                self.certain = self.certain.or(SiteSet::one(site));
                self.possible = self.possible.or(SiteSet::readings_of(site));
            }
            None => self.possible = self.possible.or(SiteSet::readings_of(site)),
        }
    }
}

/// A count of which the least and the most is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// At least.
    pub least: u32,
    /// At most; `u32::MAX` where nobody said.
    pub most: u32,
}

/// Why a fracture fires no treat rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Atypical {
    /// A fracture of the femoral shaft that is atypical until excluded, by one on a bisphosphonate or denosumab.
    pub until_excluded: bool,
    /// One stated as atypical, now or in the history.
    pub stated: bool,
}

/// Which fractures are counted at all.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// From this age on, in completed years.
    from_age_years: f64,
    /// At these sites.
    sites: SiteSet,
}

impl Default for Counted {
    fn default() -> Self {
        Self::ALL
    }
}

impl Counted {
    /// All fragility fractures.
    pub const ALL: Self = Self { from_age_years: 0.0, sites: SiteSet::ALL };
    /// Those that Canadian guidelines count.
    pub const FROM_40: Self = Self {
        from_age_years: CANADA_FRACTURE_COUNTS_AGE_YEARS,
        sites: SiteSet::ALL.without(SiteSet::of(&[
            S::Hand,
            S::Finger,
            S::Foot,
            S::Toe,
            S::Heel,
            S::Skull,
            S::Face,
        ])),
    };

    fn leaves_out(&self, fracture: &PastFracture<'_>) -> bool {
        !self.sites.meets(SiteSet::readings_of(fracture.site))
            || fracture.at_age_or_later(self.from_age_years) == Some(false)
    }
}

/// Past fragility fractures of a person.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fractures {
    counted: Counted,
    ever: Sites,
    months_12: Sites,
    months_24: Sites,
    /// Vertebrae that broke, each counted.
    pub vertebrae: Range,
    /// Events of fragility fractures: those of one day or one `event_id` are one.
    pub events: Range,
    /// Whether one happened on treatment for osteoporosis.
    pub on_treatment: Option<bool>,
    /// Atypical femoral fractures.
    pub atypical: Atypical,
    /// One on the list that may count and may have happened within 24 months, and of which one of both is unknown.
    pub recent_in_doubt: bool,
}

impl Fractures {
    /// Whether there was a fragility fracture at one of these sites in the window; `None` is unknown.
    #[must_use]
    pub fn at(&self, sites: SiteSet, window: Window) -> Option<bool> {
        let found = match window {
            Window::Ever => self.ever,
            Window::Months12 => self.months_12,
            Window::Months24 => self.months_24,
        };
        if found.certain.meets(sites) {
            Some(true)
        } else if found.possible.meets(sites) {
            None
        } else {
            Some(false)
        }
    }

    pub(super) fn read(person: &Person<'_>, counted: Counted) -> Self {
        let mut all = Self { counted, on_treatment: Some(false), ..Self::default() };
        if !fractures_are_known(person) {
            let anywhere = Sites { certain: SiteSet::NONE, possible: counted.sites };
            (all.ever, all.months_12, all.months_24) = (anywhere, anywhere, anywhere);
            all.vertebrae.most = u32::MAX;
            all.events.most = u32::MAX;
            all.on_treatment = None;
        }
        all.atypical.stated = person.history(|h| h.atypical_femoral_fracture) == Some(true);
        let mut vertebra_listed = false;
        let never_treated = never_treated(person);
        for fracture in past_fractures(person) {
            let counts = all.counts(&fracture, person);
            vertebra_listed |= fracture.site == S::Vertebra;
            all.ever.add(fracture.site, counts);
            let within = |months| crate::diagnosis::and(counts, fracture.within_months(months));
            all.months_12.add(fracture.site, within(12.0));
            all.months_24.add(fracture.site, within(24.0));
            all.recent_in_doubt |= within(24.0).is_none();
            // Nobody breaks a bone on a treatment that was never taken.
            let on_treatment = fracture.fracture.on_treatment.or(never_treated.then_some(false));
            let treated = crate::diagnosis::and(counts, on_treatment);
            all.on_treatment = crate::diagnosis::or(all.on_treatment, treated);
            if SiteSet::readings_of(fracture.site).has(S::Vertebra) {
                let levels = fracture.fracture.levels.as_ref().map_or(1, |levels| levels.len().max(1));
                let levels = u32::try_from(levels).unwrap_or(u32::MAX);
                if fracture.site == S::Vertebra && counts == Some(true) {
                    all.vertebrae.least = all.vertebrae.least.saturating_add(levels);
                }
                if counts != Some(false) {
                    all.vertebrae.most = all.vertebrae.most.saturating_add(levels);
                }
            }
        }
        all.count_events(person);
        all.add_imaged_vertebra(person, vertebra_listed);
        all
    }

    /// Whether a fracture counts, one that is atypical until excluded left out.
    fn counts(&mut self, fracture: &PastFracture<'_>, person: &Person<'_>) -> Option<bool> {
        self.atypical.stated |= fracture.fracture.cause == Some(FractureCause::Atypical);
        if self.counted.leaves_out(fracture) {
            return Some(false);
        }
        match atypical_until_excluded(fracture, person) {
            Some(true) => {
                self.atypical.until_excluded = true;
                Some(false)
            }
            Some(false) => fracture.fragility,
            None => None,
        }
    }

    fn count_events(&mut self, person: &Person<'_>) {
        // A later fracture of the same day or event adds none; few fractures make the square cheap.
        let same = |a: &PastFracture<'_>, b: &PastFracture<'_>| {
            let (a, b) = (a.fracture, b.fracture);
            (a.event_id.is_some() && a.event_id == b.event_id) || (a.date.is_some() && a.date == b.date)
        };
        for (index, fracture) in past_fractures(person).enumerate() {
            let mut earlier = past_fractures(person).take(index).filter(|other| same(other, &fracture));
            let counted = self.clone_counts(&fracture, person);
            if counted == Some(true)
                && !earlier.clone().any(|other| self.clone_counts(&other, person) == Some(true))
            {
                self.events.least = self.events.least.saturating_add(1);
            }
            if counted != Some(false)
                && !earlier.any(|other| self.clone_counts(&other, person) != Some(false))
            {
                self.events.most = self.events.most.saturating_add(1);
            }
        }
    }

    fn clone_counts(&self, fracture: &PastFracture<'_>, person: &Person<'_>) -> Option<bool> {
        let mut copy = *self;
        copy.counts(fracture, person)
    }

    /// An image that shows vertebral fractures proves them, whether or not anybody listed them; not when.
    fn add_imaged_vertebra(&mut self, person: &Person<'_>, listed: bool) {
        let shows = person.document.spine_imaging.iter().flatten().filter(|imaging| {
            imaging.result == Some(SpineImagingResult::Fracture) && person.counts(imaging.date)
        });
        let levels =
            shows.map(|imaging| imaging.levels.as_ref().map_or(1, |levels| levels.len().max(1))).max();
        let Some(levels) = levels else { return };
        let levels = u32::try_from(levels).unwrap_or(u32::MAX);
        if listed {
            // What is listed and what the image shows may be the same: together no fewer than the image shows.
            if self.ever.certain.has(S::Vertebra) {
                self.vertebrae.least = self.vertebrae.least.max(levels);
                self.vertebrae.most = self.vertebrae.most.max(levels);
            }
            return;
        }
        self.ever.add(S::Vertebra, Some(true));
        self.months_12.add(S::Vertebra, None);
        self.months_24.add(S::Vertebra, None);
        self.vertebrae.least = self.vertebrae.least.max(levels);
        self.vertebrae.most = self.vertebrae.most.saturating_add(levels);
        self.events.least = self.events.least.saturating_add(1);
        self.events.most = self.events.most.saturating_add(1);
    }
}

/// Whether treatments were asked for, and no drug but calcium and vitamin D was ever taken.
fn never_treated(person: &Person<'_>) -> bool {
    let asked = person.document.treatments.is_some() || person.is_complete(Section::Treatments);
    let mut drugs = person.document.treatments.iter().flatten().map(|course| course.drug);
    asked && drugs.all(|drug| matches!(drug, Some(Drug::Calcium | Drug::VitaminD)))
}
