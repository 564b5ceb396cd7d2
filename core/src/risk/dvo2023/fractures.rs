//! Reading the fractures of a person as factors.

use crate::diagnosis::{PastFracture, fractures_are_known, past_fractures};
use crate::document::FractureSite;
use crate::facts::Person;

use super::limits::RECENT_FRACTURE;
use super::product::{Factor, Factors};
use super::reading::{ReadInto, Takes};
use super::spine::{Vertebrae, by_count, images};

pub(super) fn read<T: Takes>(person: &Person<'_>, reading: &mut T) {
    let known = fractures_are_known(person);
    let is_any = past_fractures(person).next().is_some() || images(person).next().is_some();
    // Fractures of which nobody said anything are read as none.
    if !is_any && (known || !T::ASKS) {
        return;
    }
    let mut vertebrae = Vertebrae::read(person, true);
    if vertebrae.genant_1 {
        reading.note(|reading| {
            reading.without_genant_1 = Some(Vertebrae::read(person, false).weakest());
        });
    }
    let counts = vertebrae.counts();
    let (mut field, mut read_as) = (vertebrae.field, vertebrae.words());
    if !known {
        unknown(reading);
        vertebrae.any();
        (field, read_as) = ("fractures", "none");
    }
    vertebrae.ask(reading, field, read_as);
    let mut hips = Hips { states: Both::of(1), field: "fractures.date", read_into: ReadInto::default() };
    for past in past_fractures(person) {
        other_bone(&past, reading, &mut hips, counts);
    }
    if !known {
        (hips.states, hips.field) = (Both::of(0b1111), "fractures");
    }
    hips.ask(reading);
}

/// A set of states, one bit each: as read, and in all, where what was read into the document may be
/// otherwise.
#[derive(Clone, Copy)]
pub(super) struct Both {
    pub(super) read: u32,
    pub(super) all: u32,
}

impl Both {
    pub(super) const fn of(states: u32) -> Self {
        Self { read: states, all: states }
    }

    /// The states after one more fracture, which may not count, or may not where something was read into it.
    pub(super) fn add(&mut self, may_not_count: bool, read_into: ReadInto, then: impl Fn(u32) -> u32) {
        let after = |before: u32, may_not_count: bool| then(before) | if may_not_count { before } else { 0 };
        self.read = after(self.read, may_not_count);
        self.all = after(self.all, may_not_count || read_into.is_any());
    }
}

/// Nobody asked: each bone may have broken.
fn unknown(reading: &mut impl Takes) {
    for factor in [Factor::ProximalHumerusFracture, Factor::ForearmFracture, Factor::PelvicFracture] {
        reading.ask("fractures", "none", &[Factors::NONE, Factors::one(factor)]);
    }
}

/// A fracture that is no vertebra.
fn other_bone(past: &PastFracture<'_>, reading: &mut impl Takes, hips: &mut Hips, vertebrae: [u8; 2]) {
    use FractureSite as S;
    if past.fragility == Some(false) {
        return;
    }
    let recent = past.within_months(RECENT_FRACTURE.high());
    let is_open = past.fragility.is_none();
    // Of one that may not count anyway nothing is read in.
    let read_into = if is_open { ReadInto::default() } else { past.assumptions.into() };
    let factor = match past.site {
        S::ProximalFemur => {
            if is_open {
                hips.field = "fractures.trauma";
            }
            return hips.add(recent, is_open, read_into);
        }
        S::FemurUnspecified | S::Subtrochanteric => {
            hips.field = "fractures.site";
            return hips.add(recent, true, ReadInto::default());
        }
        S::ProximalHumerus | S::HumerusUnspecified => Factor::ProximalHumerusFracture,
        S::DistalForearm | S::ForearmUnspecified => Factor::ForearmFracture,
        // The sacrum is the back of the pelvic ring; the guideline's table has no row of its own for it.
        S::Pelvis | S::Sacrum => Factor::PelvicFracture,
        S::Unspecified => return any_bone(recent, reading, vertebrae),
        _ => return,
    };
    if past.site == S::Sacrum {
        reading.note(|reading| reading.sacrum = true);
    }
    let (one, may_be) = (Factors::one(factor), [Factors::NONE, Factors::one(factor)]);
    if is_open {
        reading.ask("fractures.trauma", "high", &may_be);
    } else if read_into.is_any() {
        reading.ask_read_into("fractures.trauma", "low", &[one], &may_be, read_into);
    } else {
        reading.has(factor);
    }
}

/// A fracture whose bone is unknown: one vertebra more than the fewest, or than the most.
fn any_bone(recent: Option<bool>, reading: &mut impl Takes, vertebrae: [u8; 2]) {
    let one = Factors::one;
    let [fewest, most] = vertebrae.map(|count| one(by_count(count.saturating_add(1))));
    let (old, new) = (one(Factor::HipFractureBefore), one(Factor::HipFractureWithin12Months));
    let possible = [
        Some(Factors::NONE),
        Some(one(Factor::ForearmFracture)),
        Some(one(Factor::ProximalHumerusFracture)),
        Some(one(Factor::PelvicFracture)),
        Some(fewest),
        (most != fewest).then_some(most),
        (recent != Some(true)).then_some(old),
        (recent != Some(false)).then_some(new),
    ];
    let mut found = [Factors::NONE; 8];
    let mut count = 0;
    for (slot, factors) in found.iter_mut().zip(possible.into_iter().flatten()) {
        *slot = factors;
        count += 1;
    }
    reading.ask("fractures.site", "a bone that does not count", found.get(..count).unwrap_or_default());
}

/// What the hips may be. State 1 is an old fracture, 2 a recent one, 3 both.
struct Hips {
    states: Both,
    /// The field of what is unknown.
    field: &'static str,
    read_into: ReadInto,
}

impl Hips {
    /// One more fracture.
    fn add(&mut self, recent: Option<bool>, may_not_count: bool, read_into: ReadInto) {
        self.read_into = self.read_into.union(read_into);
        self.states.add(may_not_count, read_into, |before| {
            let states = (0..4_u32).filter(|state| before & (1 << state) != 0);
            states.fold(0, |after, state| {
                let old = if recent == Some(true) { 0 } else { 1 << (state | 1) };
                let new = if recent == Some(false) { 0 } else { 1 << (state | 2) };
                after | old | new
            })
        });
    }

    fn ask(&self, reading: &mut impl Takes) {
        let (as_read, all) = (hips_of(self.states.read), hips_of(self.states.all));
        let read_as = match self.field {
            "fractures" => "none",
            "fractures.site" => "a bone that does not count",
            "fractures.trauma" => "high",
            _ if as_read.of().first().is_some_and(|weakest| weakest.contains(Factor::HipFractureBefore)) => {
                RECENT_FRACTURE.otherwise
            }
            _ => RECENT_FRACTURE.within,
        };
        reading.ask_read_into(self.field, read_as, as_read.of(), all.of(), self.read_into);
    }
}

/// Up to four sets of factors, the weakest first.
#[derive(Default)]
pub(super) struct Possible {
    factors: [Factors; 4],
    count: usize,
}

impl Possible {
    pub(super) fn push(&mut self, factors: Factors) {
        if let Some(slot) = self.factors.get_mut(self.count) {
            *slot = factors;
            self.count += 1;
        }
    }

    pub(super) fn of(&self) -> &[Factors] {
        self.factors.get(..self.count).unwrap_or_default()
    }
}

fn hips_of(states: u32) -> Possible {
    let (old, new) =
        (Factors::one(Factor::HipFractureBefore), Factors::one(Factor::HipFractureWithin12Months));
    let mut possible = Possible::default();
    for (state, factors) in [Factors::NONE, old, new, old.union(new)].into_iter().enumerate() {
        if states & (1 << state) != 0 {
            possible.push(factors);
        }
    }
    possible
}
