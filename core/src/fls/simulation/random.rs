//! Chance by number: every draw is a pure function of the seed, the run, what it is for, and whose it is.
//!
//! So all scenarios throw the same dice for the same person, and what differs between them is no noise. Only
//! whole numbers are used, so that every machine draws the same. The mixing is that of SplitMix64.

use crate::fls::Rate;

/// What a draw is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum For {
    Week = 1,
    Door = 2,
    Invitation = 3,
    Answer = 4,
    Call = 5,
    Visit = 6,
    Dxa = 7,
    Treatment = 8,
    Delay = 9,
    Invitable = 10,
    Held = 11,
    VisitOfGained = 12,
}

/// The dice of one run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dice {
    state: u64,
}

impl Dice {
    pub(super) fn new(seed: u32, run: u32) -> Self {
        Self { state: mix(mix(u64::from(seed)).wrapping_add(u64::from(run))) }
    }

    /// 32 bits.
    pub(super) fn draw(self, what: For, whose: u32) -> u32 {
        let place = ((what as u64) << 32) | u64::from(whose);
        (mix(self.state ^ mix(place)) >> 32) as u32
    }

    /// One of `0..of`, each alike but for less than one in 2^32.
    pub(super) fn one_of(self, what: For, whose: u32, of: u32) -> u32 {
        ((u64::from(self.draw(what, whose)) * u64::from(of)) >> 32) as u32
    }
}

const fn mix(x: u64) -> u64 {
    let z = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A chance, as so many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Chance {
    pub(super) of_them: u64,
    pub(super) all: u64,
}

impl Chance {
    /// Percent; 0 of nobody, since it then never holds.
    pub(super) fn percent(self) -> f64 {
        let rate = Rate { numerator: self.of_them, denominator: self.all };
        rate.percent().unwrap_or(0.0)
    }

    /// Whether the draw falls below; of nobody, never.
    pub(super) fn holds(self, draw: u32) -> bool {
        u128::from(draw) * u128::from(self.all) < u128::from(self.of_them) << 32
    }

    /// More by so many points of a hundred, and never more than certain.
    pub(super) fn plus_points(self, points: u32) -> Self {
        let more = self.of_them * 100 + u64::from(points) * self.all;
        Self { of_them: more.min(self.all * 100), all: self.all * 100 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dice_are_those_of_splitmix64() {
        // The first numbers of SplitMix64 from 0 and from 1234567, as its author prints them.
        assert_eq!(mix(0), 0xe220_a839_7b1d_cdaf);
        assert_eq!(mix(1_234_567), 6_457_827_717_110_365_317);
    }

    #[test]
    fn draws_are_even_and_differ_by_all_they_depend_on() {
        let mut tenths = [0_u32; 10];
        for whose in 0..10_000 {
            tenths[Dice::new(1, 0).one_of(For::Week, whose, 10) as usize] += 1;
        }
        assert!(tenths.iter().all(|&count| (850..1150).contains(&count)), "{tenths:?}");
        let one = Dice::new(1, 0).draw(For::Week, 0);
        assert_eq!(one, Dice::new(1, 0).draw(For::Week, 0));
        let others = [
            Dice::new(2, 0).draw(For::Week, 0),
            Dice::new(1, 1).draw(For::Week, 0),
            Dice::new(1, 0).draw(For::Door, 0),
            Dice::new(1, 0).draw(For::Week, 1),
        ];
        assert!(others.iter().all(|&other| other != one));
    }

    #[test]
    fn a_chance_of_none_all_or_nobody() {
        let chance = |of_them, all| Chance { of_them, all };
        assert!(!chance(0, 5).holds(0) && chance(5, 5).holds(u32::MAX) && !chance(0, 0).holds(0));
        let raised = (chance(1, 2).plus_points(15).percent(), chance(9, 10).plus_points(15).percent());
        assert_eq!(raised, (65.0, 100.0));
    }
}
