//! Reading the fractures of a person as factors.

use crate::diagnosis::{
    FractureAssumptions, PastFracture, counts, days_of_months, fractures_are_known, past_fractures,
};
use crate::document::{Fracture, FractureSite, SpineImaging, SpineImagingResult};
use crate::facts::{Person, days_between};

use super::limits::RECENT_FRACTURE;
use super::product::{Factor, Factors};
use super::reading::Reading;

pub(super) fn read(person: &Person<'_>, reading: &mut Reading) {
    let mut vertebrae = Vertebrae::read(person, reading, true);
    if vertebrae.genant_1 {
        let mut apart = Reading::default();
        let without = Vertebrae::read(person, &mut apart, false).possible();
        reading.without_genant_1 = Some(without.0.first().copied().unwrap_or(Factors::NONE));
    }
    let known = fractures_are_known(person);
    let least = vertebrae.least();
    let (mut field, mut read_as) = (vertebrae.field, vertebrae.read_as());
    if !known {
        unknown(reading);
        vertebrae.any();
        (field, read_as) = ("fractures", "none");
    }
    let (possible, count) = vertebrae.possible();
    reading.ask(field, read_as, possible.get(..count).unwrap_or_default());
    let mut hips = Hips { states: 1, field: "fractures.date" };
    for past in past_fractures(person) {
        other_bone(&past, reading, &mut hips, least);
    }
    if !known {
        (hips.states, hips.field) = (0b1111, "fractures");
    }
    hips.ask(reading);
}

/// Nobody asked: each bone may have broken.
fn unknown(reading: &mut Reading) {
    for factor in [Factor::ProximalHumerusFracture, Factor::ForearmFracture, Factor::PelvicFracture] {
        reading.ask("fractures", "none", &[Factors::NONE, Factors::one(factor)]);
    }
}

/// A fracture that is no vertebra.
fn other_bone(past: &PastFracture<'_>, reading: &mut Reading, hips: &mut Hips, vertebrae: u8) {
    use FractureSite as S;
    if past.fragility == Some(false) {
        return;
    }
    let recent = past.within_months(RECENT_FRACTURE.high());
    let factor = match past.site {
        S::ProximalFemur => {
            note(reading, past.assumptions);
            if past.fragility.is_none() {
                hips.field = "fractures.trauma";
            }
            return hips.add(recent, past.fragility.is_none());
        }
        S::FemurUnspecified | S::Subtrochanteric => {
            hips.field = "fractures.site";
            return hips.add(recent, true);
        }
        S::ProximalHumerus | S::HumerusUnspecified => Factor::ProximalHumerusFracture,
        S::DistalForearm | S::ForearmUnspecified => Factor::ForearmFracture,
        // The sacrum is the back of the pelvic ring; the guideline's table has no row of its own for it.
        S::Pelvis | S::Sacrum => Factor::PelvicFracture,
        S::Unspecified => return any_bone(recent, reading, vertebrae),
        _ => return,
    };
    reading.sacrum |= past.site == S::Sacrum;
    note(reading, past.assumptions);
    let one = Factors::one(factor);
    match past.fragility {
        Some(_) => reading.has(factor),
        None => reading.ask("fractures.trauma", "high", &[Factors::NONE, one]),
    }
}

/// A fracture whose bone is unknown.
fn any_bone(recent: Option<bool>, reading: &mut Reading, vertebrae: u8) {
    let one = Factors::one;
    let forearm = one(Factor::ForearmFracture);
    let (humerus, pelvis) = (one(Factor::ProximalHumerusFracture), one(Factor::PelvicFracture));
    let vertebra = one(by_count(vertebrae.saturating_add(1)));
    let (old, new) = (one(Factor::HipFractureBefore), one(Factor::HipFractureWithin12Months));
    let none = Factors::NONE;
    let possible: &[Factors] = match recent {
        None => &[none, forearm, humerus, pelvis, vertebra, old, new],
        Some(false) => &[none, forearm, humerus, pelvis, vertebra, old],
        Some(true) => &[none, forearm, humerus, pelvis, vertebra, new],
    };
    reading.ask("fractures.site", "a bone that does not count", possible);
}

/// What the hips may be: a set of states, one bit each. State 1 is an old fracture, 2 a recent one,
/// 3 both.
struct Hips {
    states: u8,
    /// The field of what is unknown.
    field: &'static str,
}

impl Hips {
    /// One more fracture.
    fn add(&mut self, recent: Option<bool>, may_not_count: bool) {
        let before = self.states;
        let mut after = if may_not_count { before } else { 0 };
        for state in (0..4_u8).filter(|state| before & (1 << state) != 0) {
            if recent != Some(true) {
                after |= 1 << (state | 1);
            }
            if recent != Some(false) {
                after |= 1 << (state | 2);
            }
        }
        self.states = after;
    }

    fn ask(&self, reading: &mut Reading) {
        let (old, new) = (Factor::HipFractureBefore, Factor::HipFractureWithin12Months);
        let all = [&[][..], &[old], &[new], &[old, new]];
        let mut possible = [Factors::NONE; 4];
        let mut count = 0;
        let found = all.into_iter().enumerate().filter(|(state, _)| self.states & (1 << state) != 0);
        for (slot, (_, factors)) in possible.iter_mut().zip(found) {
            *slot = factors.iter().copied().collect();
            count += 1;
        }
        let read_as = match self.field {
            "fractures" => "none",
            "fractures.site" => "a bone that does not count",
            "fractures.trauma" => "high",
            _ if possible.first().is_some_and(|weakest| weakest.contains(old)) => RECENT_FRACTURE.otherwise,
            _ => RECENT_FRACTURE.within,
        };
        reading.ask(self.field, read_as, possible.get(..count).unwrap_or_default());
    }
}

fn note(reading: &mut Reading, assumptions: FractureAssumptions) {
    reading.trauma_low |= assumptions.trauma_low;
    reading.at_fifty_or_more |= assumptions.at_fifty_or_more;
}

/// The fracture without its lists, its event and its grade.
fn bare(f: &Fracture) -> Fracture {
    Fracture {
        site: f.site,
        date: f.date,
        months_ago: f.months_ago,
        age_years: f.age_years,
        date_is: f.date_is,
        trauma: f.trauma,
        cause: f.cause,
        ..Fracture::default()
    }
}

const fn by_count(vertebrae: u8) -> Factor {
    match vertebrae {
        0 | 1 => Factor::VertebralFractures1,
        2 => Factor::VertebralFractures2,
        _ => Factor::VertebralFractures3OrMore,
    }
}

/// What the spine may be: a set of states, one bit each.
struct Vertebrae {
    states: u32,
    /// Some fracture is of Genant grade 1.
    genant_1: bool,
    /// The field of what is unknown.
    field: &'static str,
}

/// Vertebrae broken (3 stands for more), the worst Genant grade (0: not said), and whether recently.
#[derive(Clone, Copy)]
struct State {
    count: u8,
    genant: u8,
    recent: bool,
}

impl State {
    fn all() -> impl Iterator<Item = (u32, Self)> {
        (0_u8..32).map(|bits| {
            (1_u32 << bits, Self { count: bits & 3, genant: (bits >> 2) & 3, recent: bits & 16 != 0 })
        })
    }

    fn bit(self) -> u32 {
        1 << (self.count | (self.genant << 2) | (u8::from(self.recent) << 4))
    }

    fn factors(self) -> Factors {
        let mut factors = match self.count {
            0 => return Factors::NONE,
            count => Factors::one(by_count(count)),
        };
        factors = match self.genant {
            1 => factors.with(Factor::Genant1),
            2 => factors.with(Factor::Genant2),
            3 => factors.with(Factor::Genant3),
            _ => factors,
        };
        if self.recent { factors.with(Factor::VertebralFractureWithin12Months) } else { factors }
    }
}

impl Vertebrae {
    fn read(person: &Person<'_>, reading: &mut Reading, with_genant_1: bool) -> Self {
        let mut spine = Self { states: 1, genant_1: false, field: "fractures.date" };
        let (mut listed, mut certain, mut unplaced, mut seen) = (false, false, 0_u32, 0_u16);
        for past in past_fractures(person).filter(|past| past.site == FractureSite::Vertebra) {
            listed = true;
            let grade = past.fracture.genant_grade;
            let mut fragility = past.fragility;
            let mut assumptions = past.assumptions;
            if grade == Some(1) && fragility.is_none() {
                // The guideline's table names grade 1; what else speaks against it still does.
                spine.genant_1 = true;
                fragility = counts(&bare(past.fracture), person, &mut assumptions);
                if !with_genant_1 {
                    continue;
                }
            }
            if fragility == Some(false) {
                continue;
            }
            note(reading, assumptions);
            let levels = Levels::of(past.fracture.levels.as_deref());
            let broken = levels.new_beside(seen);
            if levels.named == 0 {
                unplaced += 1;
            }
            if fragility.is_none() {
                spine.field = "fractures.trauma";
            } else {
                seen |= levels.bits;
                certain = true;
            }
            let grade = grade.and_then(|grade| u8::try_from(grade).ok()).unwrap_or(0).min(3);
            spine.add(broken, grade, past.within_months(RECENT_FRACTURE.high()), fragility.is_none());
        }
        spine.image(person, reading, (listed, certain, unplaced, seen));
        spine
    }

    /// Images prove fractures that nobody listed, and levels beside those listed.
    fn image(
        &mut self,
        person: &Person<'_>,
        reading: &mut Reading,
        (listed, certain, unplaced, mut seen): (bool, bool, u32, u16),
    ) {
        if listed && !certain {
            return;
        }
        let images = || {
            person.document.spine_imaging.iter().flatten().filter(|image| {
                image.result == Some(SpineImagingResult::Fracture) && person.counts(image.date)
            })
        };
        // A fracture that an old image shows is old; one that a recent image shows may be.
        let is_old = |image: &SpineImaging| {
            let ago = image.date.zip(person.today).map(|(date, today)| days_between(date, today));
            ago.is_some_and(|ago| ago > days_of_months(RECENT_FRACTURE.high()))
        };
        // An entry without a level may be any level that an image shows.
        let mut unplaced = unplaced;
        let mut none_yet = !listed;
        for old in [true, false] {
            for image in images().filter(|image| is_old(image) == old) {
                let levels = Levels::of(image.levels.as_deref());
                let mut broken =
                    if levels.named == 0 { u32::from(none_yet) } else { levels.new_beside(seen) };
                seen |= levels.bits;
                let placed = broken.min(unplaced);
                unplaced -= placed;
                broken -= placed;
                if broken > 0 {
                    none_yet = false;
                    reading.trauma_low = true;
                    self.add(broken, 0, old.then_some(false), false);
                }
            }
        }
    }

    /// One more fracture, of so many vertebrae.
    fn add(&mut self, broken: u32, genant: u8, recent: Option<bool>, may_not_count: bool) {
        let broken = u8::try_from(broken).unwrap_or(3).min(3);
        if broken == 0 {
            return;
        }
        let before = self.states;
        let mut after = if may_not_count { before } else { 0 };
        for (_, state) in State::all().filter(|(bit, _)| before & bit != 0) {
            for now in [false, true] {
                if recent.is_none_or(|recent| recent == now) {
                    let state = State {
                        count: (state.count + broken).min(3),
                        genant: state.genant.max(genant),
                        recent: state.recent || now,
                    };
                    after |= state.bit();
                }
            }
        }
        self.states = after;
    }

    /// Nobody asked: any number, recent or not.
    fn any(&mut self) {
        for _ in 0..3 {
            self.add(1, 0, None, true);
        }
    }

    fn possible_states(&self) -> impl Iterator<Item = State> {
        let states = self.states;
        State::all().filter(move |(bit, _)| states & bit != 0).map(|(_, state)| state)
    }

    /// The fewest vertebrae.
    fn least(&self) -> u8 {
        self.possible_states().map(|state| state.count).min().unwrap_or(0)
    }

    /// What it may be, the weakest first, each strength once.
    fn possible(&self) -> ([Factors; 4], usize) {
        let mut possible = [Factors::NONE; 4];
        let mut count = 0;
        for tenths in [10, 20, 29, 50] {
            let strength = |factors: &Factors| factors.iter().next().map_or(10, Factor::tenths);
            let found = self.possible_states().map(State::factors).find(|f| strength(f) == tenths);
            if let (Some(factors), Some(slot)) = (found, possible.get_mut(count)) {
                *slot = factors;
                count += 1;
            }
        }
        (possible, count)
    }

    fn read_as(&self) -> &'static str {
        if self.field == "fractures.date" { RECENT_FRACTURE.otherwise } else { "high" }
    }
}

/// Vertebral levels from T4 to L5.
#[derive(Clone, Copy)]
struct Levels {
    bits: u16,
    /// How many were named at all.
    named: u32,
    /// Those named in a way that is not known.
    odd: u32,
}

impl Levels {
    fn of(levels: Option<&[String]>) -> Self {
        let mut read = Self { bits: 0, named: 0, odd: 0 };
        for level in levels.unwrap_or_default() {
            read.named += 1;
            match bit(level) {
                Some(bit) => read.bits |= bit,
                None => read.odd += 1,
            }
        }
        read
    }

    /// How many are named beside those seen; one where none is named.
    fn new_beside(self, seen: u16) -> u32 {
        if self.named == 0 { 1 } else { (self.bits & !seen).count_ones() + self.odd }
    }
}

/// The bit of a level such as `T12` or `LWK 1`; no bit for one above T4, which does not count.
fn bit(level: &str) -> Option<u16> {
    let level = level.trim();
    let letters = level.find(|c: char| c.is_ascii_digit())?;
    let (name, number) = level.split_at_checked(letters)?;
    let number: u16 = number.parse().ok()?;
    let is = |names: &[&str]| names.iter().any(|known| name.trim().eq_ignore_ascii_case(known));
    match number {
        4..=12 if is(&["T", "TH", "D", "BWK"]) => Some(1 << (number - 4)),
        1..=3 if is(&["T", "TH", "D", "BWK"]) => Some(0),
        1..=5 if is(&["L", "LWK"]) => Some(1 << (number + 8)),
        1..=7 if is(&["C", "HWK"]) => Some(0),
        _ => None,
    }
}
