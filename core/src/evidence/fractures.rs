//! Past fractures, gathered once for every rule: at which sites for certain, at which perhaps, and how recently.

use crate::diagnosis::{
    Imaged, Levels, Listed, PastFracture, and, atypical_until_excluded, fractures_are_known, imaged,
    is_vertebra, or,
};
use crate::document::stated::KeySet;
use crate::document::{Drug, FractureCause, FractureSite as S, History, Section};
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
    /// Adds a fracture at a site, by whether it counts.
    fn add(&mut self, site: S, readings: SiteSet, counts: Option<bool>) {
        if counts == Some(true) {
            self.certain = self.certain.or(SiteSet::one(site));
        }
        if counts != Some(false) {
            self.possible = self.possible.or(readings);
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

    /// Whether a fracture counts, with why it is left out where it may be atypical.
    fn judge(self, fracture: &PastFracture<'_>, person: &Person<'_>) -> Judged {
        let left_out = !self.sites.meets(SiteSet::readings_of(fracture.site))
            || fracture.at_age_or_later(self.from_age_years) == Some(false);
        if left_out {
            return Judged::of(Some(false));
        }
        match atypical_until_excluded(fracture, person) {
            Some(true) => Judged { counts: Some(false), atypical_until_excluded: true },
            Some(false) => Judged::of(fracture.fragility),
            None => Judged::of(None),
        }
    }
}

/// What is said of one fracture.
#[derive(Clone, Copy)]
struct Judged {
    /// Whether it counts.
    counts: Option<bool>,
    /// Whether it does not because it is atypical until excluded.
    atypical_until_excluded: bool,
}

impl Judged {
    const fn of(counts: Option<bool>) -> Self {
        Self { counts, atypical_until_excluded: false }
    }
}

const ATYPICAL_FRACTURE: KeySet = History::keys(&["atypical_femoral_fracture"]);

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
        all.atypical.stated = person.any_of_history(ATYPICAL_FRACTURE) == Some(true);
        all.add_listed(person);
        all
    }

    fn add_listed(&mut self, person: &Person<'_>) {
        let (counted, past) = (self.counted, person.past_fractures.as_slice());
        let (mut listed, mut unnamed) = (Listed::default(), Range::default());
        let never_treated = !past.is_empty() && never_treated(person);
        for (index, fracture) in past.iter().enumerate() {
            let Judged { counts, atypical_until_excluded } = counted.judge(fracture, person);
            self.atypical.until_excluded |= atypical_until_excluded;
            self.atypical.stated |= fracture.fracture.cause == Some(FractureCause::Atypical);
            let readings = SiteSet::readings_of(fracture.site);
            let within = |months| and(counts, fracture.within_months(months));
            let months_24 = within(24.0);
            self.ever.add(fracture.site, readings, counts);
            self.months_12.add(fracture.site, readings, within(12.0));
            self.months_24.add(fracture.site, readings, months_24);
            self.recent_in_doubt |= months_24.is_none();
            // Nobody breaks a bone on a treatment that was never taken.
            let on_treatment = fracture.fracture.on_treatment.or(never_treated.then_some(false));
            self.on_treatment = or(self.on_treatment, and(counts, on_treatment));
            let of_one_event = past.iter().take(index).filter(|earlier| same_event(earlier, fracture));
            let judged = of_one_event.map(|earlier| (earlier.site, counted.judge(earlier, person).counts));
            if is_vertebra(fracture.fracture) {
                listed.add(fracture.fracture, counts);
            }
            if readings.has(S::Vertebra) && Levels::of(fracture.fracture).is_empty() {
                let certain = counts == Some(true) && fracture.site == S::Vertebra;
                // One without a level, of the day or event of one before it on the list, is perhaps the same.
                let again = certain && judged.clone().any(|earlier| earlier == (S::Vertebra, Some(true)));
                unnamed.least += u32::from(certain && !again);
                unnamed.most += u32::from(counts != Some(false));
            }
            // A later fracture of the same day or event adds no event; few fractures make the square cheap.
            if counts == Some(true) && !judged.clone().any(|(_, earlier)| earlier == Some(true)) {
                self.events.least = self.events.least.saturating_add(1);
            }
            if counts != Some(false) && !judged.clone().any(|(_, earlier)| earlier != Some(false)) {
                self.events.most = self.events.most.saturating_add(1);
            }
        }
        let imaged = imaged(person, listed);
        if imaged.is_some() || !past.is_empty() {
            self.count_vertebrae(listed, unnamed, imaged);
            self.add_imaged_vertebra(listed, imaged);
        }
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
        let vertebra = SiteSet::readings_of(S::Vertebra);
        self.ever.add(S::Vertebra, vertebra, imaged.proves);
        // Another than those on the list may be recent.
        if !had_one || !imaged.levels.without(listed.counted).is_empty() {
            self.months_12.add(S::Vertebra, vertebra, None);
            self.months_24.add(S::Vertebra, vertebra, None);
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
    let mut drugs =
        person.document.treatments.as_deref().unwrap_or_default().iter().map(|course| course.drug);
    asked && drugs.all(|drug| matches!(drug, Some(Drug::Calcium | Drug::VitaminD)))
}
