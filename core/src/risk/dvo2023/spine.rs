//! Reading the spine of a person: how many vertebrae broke, how badly, and whether recently.

use crate::diagnosis::{FractureAssumptions, counts, days_of_months, past_fractures};
use crate::document::{Fracture, FractureSite, SpineImaging, SpineImagingResult};
use crate::facts::{Person, VertebralLevel, days_between};

use super::fractures::{Both, Possible};
use super::limits::RECENT_FRACTURE;
use super::product::{Factor, Factors};
use super::reading::{ReadInto, Takes};

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

pub(super) const fn by_count(vertebrae: u8) -> Factor {
    match vertebrae {
        0 | 1 => Factor::VertebralFractures1,
        2 => Factor::VertebralFractures2,
        _ => Factor::VertebralFractures3OrMore,
    }
}

/// What the spine may be.
pub(super) struct Vertebrae {
    states: Both,
    /// Some fracture is of Genant grade 1.
    pub(super) genant_1: bool,
    /// The field of what is unknown.
    pub(super) field: &'static str,
    read_into: ReadInto,
    /// How many of those listed may not count.
    doubts: u32,
    /// Whether everything that was read into the document stands.
    is_as_read: bool,
}

/// How many doubtful fractures are tried each way beside images; of more the rest may count or not.
const TRIED: u32 = 6;

/// Vertebrae broken (3 stands for more), the worst Genant grade (0: not said), and whether recently.
#[derive(Clone, Copy)]
struct State {
    count: u8,
    genant: u8,
    recent: bool,
}

impl State {
    fn among(states: u32) -> impl Iterator<Item = Self> {
        let mut left = states;
        core::iter::from_fn(move || {
            // At most 31; where no bit is left, there is no state.
            let bits = left.trailing_zeros() as u8;
            left &= left.checked_sub(1)?;
            Some(Self { count: bits & 3, genant: (bits >> 2) & 3, recent: bits & 16 != 0 })
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

/// The images that show a vertebral fracture.
pub(super) fn images<'p>(person: &'p Person<'p>) -> impl Iterator<Item = &'p SpineImaging> {
    person
        .document
        .spine_imaging
        .iter()
        .flatten()
        .filter(|image| image.result == Some(SpineImagingResult::Fracture) && person.counts(image.date))
}

/// What the list of fractures says of the spine.
#[derive(Clone, Copy, Default)]
struct Listed {
    any: bool,
    /// One counts.
    certain: bool,
    /// So many without a level.
    unplaced: u32,
    /// The levels of those that count.
    seen: u16,
}

impl Vertebrae {
    pub(super) fn read(person: &Person<'_>, with_genant_1: bool) -> Self {
        let mut spine = Self::read_if(person, with_genant_1, None);
        let doubts = spine.doubts.min(TRIED);
        if doubts > 0 && images(person).next().is_some() {
            // What an image adds hangs on which of those listed count: each way is gone through.
            spine.states = Both::of(0);
            for counting in 0..1_u32 << doubts {
                let one = Self::read_if(person, with_genant_1, Some(counting));
                spine.states.all |= one.states.all;
                if one.is_as_read {
                    spine.states.read |= one.states.read;
                }
            }
        }
        spine
    }

    /// With the doubtful among the first few counting or not, one bit each, where that is given.
    fn read_if(person: &Person<'_>, with_genant_1: bool, counting: Option<u32>) -> Self {
        let mut spine = Self {
            states: Both::of(1),
            genant_1: false,
            field: "fractures.date",
            read_into: ReadInto::default(),
            doubts: 0,
            is_as_read: true,
        };
        let mut listed = Listed::default();
        for past in past_fractures(person).filter(|past| past.site == FractureSite::Vertebra) {
            listed.any = true;
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
            let mut is_open = fragility.is_none();
            let mut read_into = if is_open { ReadInto::default() } else { assumptions.into() };
            if is_open || read_into.is_any() {
                let bit =
                    counting.filter(|_| spine.doubts < TRIED).map(|bits| bits & (1 << spine.doubts) != 0);
                spine.doubts += 1;
                match bit {
                    Some(true) => (is_open, read_into) = (false, ReadInto::default()),
                    Some(false) => {
                        spine.is_as_read &= is_open;
                        continue;
                    }
                    None => {}
                }
            }
            let levels = Levels::of(past.fracture.levels.as_deref());
            let broken = levels.new_beside(listed.seen);
            if levels.named == 0 {
                listed.unplaced += 1;
            }
            if is_open {
                spine.field = "fractures.trauma";
            } else {
                listed.seen |= levels.bits;
                listed.certain = true;
            }
            let grade = grade.and_then(|grade| u8::try_from(grade).ok()).unwrap_or(0).min(3);
            let recent = past.within_months(RECENT_FRACTURE.high());
            spine.add(broken, grade, recent, is_open, read_into);
        }
        spine.image(person, listed);
        spine
    }

    /// Images prove fractures that nobody listed, and levels beside those listed.
    fn image(&mut self, person: &Person<'_>, listed: Listed) {
        if listed.any && !listed.certain {
            return;
        }
        // A fracture that an old image shows is old; one that a recent image shows may be.
        let is_old = |image: &SpineImaging| {
            let ago = image.date.zip(person.today).map(|(date, today)| days_between(date, today));
            ago.is_some_and(|ago| ago > days_of_months(RECENT_FRACTURE.high()))
        };
        // An entry without a level may be any level that an image shows.
        let Listed { mut unplaced, mut seen, .. } = listed;
        let mut none_yet = !listed.any;
        for old in [true, false] {
            for image in images(person).filter(|image| is_old(image) == old) {
                let levels = Levels::of(image.levels.as_deref());
                let mut broken =
                    if levels.named == 0 { u32::from(none_yet) } else { levels.new_beside(seen) };
                seen |= levels.bits;
                let placed = broken.min(unplaced);
                unplaced -= placed;
                broken -= placed;
                if broken > 0 {
                    none_yet = false;
                    // An image does not say how hard the blow was.
                    let trauma_low = FractureAssumptions { trauma_low: true, ..Default::default() };
                    self.add(broken, 0, old.then_some(false), false, trauma_low.into());
                }
            }
        }
    }

    /// One more fracture, of so many vertebrae.
    fn add(
        &mut self,
        broken: u32,
        genant: u8,
        recent: Option<bool>,
        may_not_count: bool,
        read_into: ReadInto,
    ) {
        let broken = u8::try_from(broken).unwrap_or(3).min(3);
        if broken == 0 {
            return;
        }
        self.read_into = self.read_into.union(read_into);
        self.states.add(may_not_count, read_into, |before| {
            let mut after = 0;
            for state in State::among(before) {
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
            after
        });
    }

    /// Nobody asked: any number, recent or not.
    pub(super) fn any(&mut self) {
        for _ in 0..3 {
            self.add(1, 0, None, true, ReadInto::default());
        }
    }

    /// The fewest vertebrae as read, and the most in all.
    pub(super) fn counts(&self) -> [u8; 2] {
        let count = |state: State| state.count;
        let fewest = State::among(self.states.read).map(count).min();
        [fewest.unwrap_or(0), State::among(self.states.all).map(count).max().unwrap_or(0)]
    }

    /// What it may be, each strength once: as read, and in all.
    fn possible(&self) -> [Possible; 2] {
        let mut possible = [Possible::default(), Possible::default()];
        let [as_read, all] = &mut possible;
        for tenths in [10, 20, 29, 50] {
            let strength = |factors: &Factors| factors.iter().next().map_or(10, Factor::tenths);
            let find = |states| State::among(states).map(State::factors).find(|f| strength(f) == tenths);
            let read = find(self.states.read);
            read.into_iter().for_each(|factors| as_read.push(factors));
            // What is there as read is the same in all.
            read.or_else(|| find(self.states.all)).into_iter().for_each(|factors| all.push(factors));
        }
        possible
    }

    /// The weakest as read.
    pub(super) fn weakest(&self) -> Factors {
        let [as_read, _] = self.possible();
        as_read.of().first().copied().unwrap_or(Factors::NONE)
    }

    pub(super) fn ask(&self, reading: &mut impl Takes, field: &'static str, read_as: &'static str) {
        let [as_read, all] = self.possible();
        reading.ask_read_into(field, read_as, as_read.of(), all.of(), self.read_into);
    }

    pub(super) fn words(&self) -> &'static str {
        if self.field == "fractures.date" { RECENT_FRACTURE.otherwise } else { "high" }
    }
}

/// Vertebral levels from T4 to L5.
#[derive(Clone, Copy)]
struct Levels {
    bits: u16,
    /// How many were named at all.
    named: u32,
}

impl Levels {
    fn of(levels: Option<&[String]>) -> Self {
        let mut read = Self { bits: 0, named: 0 };
        // A text that is no level was refused with the document.
        for level in levels.unwrap_or_default().iter().filter_map(|level| VertebralLevel::parse(level)) {
            read.named += 1;
            read.bits |= bit(level);
        }
        read
    }

    /// How many are named beside those seen; one where none is named.
    fn new_beside(self, seen: u16) -> u32 {
        if self.named == 0 { 1 } else { (self.bits & !seen).count_ones() }
    }
}

/// The bit of a level; none for one above T4, which does not count.
const fn bit(level: VertebralLevel) -> u16 {
    match level {
        VertebralLevel::Thoracic(number @ 4..=12) => 1 << (number - 4),
        VertebralLevel::Lumbar(number @ 1..=5) => 1 << (number + 8),
        _ => 0,
    }
}
