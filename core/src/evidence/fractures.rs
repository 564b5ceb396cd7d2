//! Past fractures, gathered once for every rule: at which sites for certain, at which perhaps, and how recently.

use crate::diagnosis::{
    Imaged, Levels, Listed, PastFracture, atypical_until_excluded, fractures_are_known, imaged, is_vertebra,
    past_fractures,
};
use crate::document::{Drug, FractureCause, FractureSite as S, Section};
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
        let (mut listed, mut unnamed) = (Listed::default(), Range::default());
        let never_treated = never_treated(person);
        for fracture in past_fractures(person) {
            let counts = all.counts(&fracture, person);
            all.ever.add(fracture.site, counts);
            let within = |months| crate::diagnosis::and(counts, fracture.within_months(months));
            all.months_12.add(fracture.site, within(12.0));
            all.months_24.add(fracture.site, within(24.0));
            all.recent_in_doubt |= within(24.0).is_none();
            // Nobody breaks a bone on a treatment that was never taken.
            let on_treatment = fracture.fracture.on_treatment.or(never_treated.then_some(false));
            let treated = crate::diagnosis::and(counts, on_treatment);
            all.on_treatment = crate::diagnosis::or(all.on_treatment, treated);
            if is_vertebra(fracture.fracture) {
                listed.add(fracture.fracture, counts);
            }
            if SiteSet::readings_of(fracture.site).has(S::Vertebra)
                && Levels::of(fracture.fracture).is_empty()
            {
                let certain = counts == Some(true) && fracture.site == S::Vertebra;
                let again = certain && all.is_of_an_earlier_vertebra(&fracture, person);
                unnamed.least += u32::from(certain && !again);
                unnamed.most += u32::from(counts != Some(false));
            }
        }
        let imaged = imaged(person, listed);
        all.count_vertebrae(listed, unnamed, imaged);
        all.count_events(person);
        all.add_imaged_vertebra(listed, imaged);
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
        for (index, fracture) in past_fractures(person).enumerate() {
            let mut earlier = past_fractures(person).take(index).filter(|other| same_event(other, &fracture));
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

    /// Whether a vertebra without a level is of the day or event of one before it on the list: perhaps the same.
    fn is_of_an_earlier_vertebra(&self, fracture: &PastFracture<'_>, person: &Person<'_>) -> bool {
        let before =
            past_fractures(person).take_while(|other| !core::ptr::eq(other.fracture, fracture.fracture));
        before.into_iter().any(|other| {
            other.site == S::Vertebra
                && same_event(&other, fracture)
                && self.clone_counts(&other, person) == Some(true)
        })
    }

    /// Vertebrae that broke: a level is counted once, however often it is named; an image and the list may show
    /// the same.
    fn count_vertebrae(&mut self, listed: Listed, unnamed: Range, imaged: Option<Imaged>) {
        let proves = imaged.is_some_and(|imaged| imaged.proves == Some(true));
        let seen = imaged.map_or_else(Levels::default, |imaged| imaged.levels);
        let proven = if proves { seen.without(listed.doubtful) } else { Levels::default() };
        let named = listed.counted.or(proven).count();
        let least = named.max(listed.counted.count() + unnamed.least).max(u32::from(proves));
        let without_levels = u32::from(
            imaged
                .is_some_and(|imaged| imaged.levels.is_empty() && imaged.proves.is_none_or(|proves| proves)),
        );
        let most = listed.counted.or(listed.doubtful).or(seen).count() + unnamed.most + without_levels;
        self.vertebrae.least = least;
        self.vertebrae.most = if self.vertebrae.most == u32::MAX { u32::MAX } else { most.max(least) };
    }

    /// An image that shows vertebral fractures proves them, whether or not anybody listed them; not when.
    fn add_imaged_vertebra(&mut self, listed: Listed, imaged: Option<Imaged>) {
        let Some(imaged) = imaged.filter(|imaged| imaged.proves != Some(false)) else { return };
        let had_one = self.ever.certain.has(S::Vertebra);
        self.ever.add(S::Vertebra, imaged.proves);
        // Another than those on the list may be recent.
        if !had_one || !imaged.levels.without(listed.counted).is_empty() {
            self.months_12.add(S::Vertebra, None);
            self.months_24.add(S::Vertebra, None);
            self.events.most = self.events.most.saturating_add(1);
        }
        if !had_one && imaged.proves == Some(true) {
            self.events.least = self.events.least.saturating_add(1);
        }
    }
}

/// Whether two fractures are of one day or one `event_id`.
fn same_event(a: &PastFracture<'_>, b: &PastFracture<'_>) -> bool {
    let (a, b) = (a.fracture, b.fracture);
    (a.event_id.is_some() && a.event_id == b.event_id) || (a.date.is_some() && a.date == b.date)
}

/// Whether treatments were asked for, and no drug but calcium and vitamin D was ever taken.
fn never_treated(person: &Person<'_>) -> bool {
    let asked = person.document.treatments.is_some() || person.is_complete(Section::Treatments);
    let mut drugs = person.document.treatments.iter().flatten().map(|course| course.drug);
    asked && drugs.all(|drug| matches!(drug, Some(Drug::Calcium | Drug::VitaminD)))
}
