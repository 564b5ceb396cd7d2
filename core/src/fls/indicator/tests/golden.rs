//! The means of the audit of 2019 (69,926 records) against the colours that its bands give them.

use crate::fls::indicator::{indicator, level_of};
use crate::fls::output::Level::{self, *};
use crate::fls::rate::Rate;

/// Tenths of a percent.
const MEANS_2019: &[(&str, u64, Level)] = &[
    ("FLSDB-2", 371, Red),
    ("FLSDB-3", 179, Amber),
    ("FLSDB-4", 700, Amber),
    ("FLSDB-5", 468, Red),
    ("FLSDB-6", 620, Amber),
    ("FLSDB-7", 525, Green),
    ("FLSDB-8", 61, Red),
    ("FLSDB-9", 207, Red),
    ("FLSDB-10", 229, Red),
    ("FLSDB-11", 208, Red),
];

#[test]
fn means_of_2019() {
    for &(id, tenths, colour) in MEANS_2019 {
        let levels = indicator(id).unwrap().levels;
        let rate = Rate { numerator: tenths, denominator: 1000 };
        assert_eq!(level_of(levels, rate), Some(colour), "{id}: {tenths} tenths of a percent");
    }
}

#[test]
fn the_funnel_of_lille_by_level() {
    // Seen of identified, 2016-2019: 380 of 1,224, which is below the lowest level of evaluation.
    let seen = Rate { numerator: 380, denominator: 1224 };
    assert_eq!(level_of(indicator("CTF-2").unwrap().levels, seen), Some(BelowBronze));
    // Begun of prescribed: 275 of 367, which is 74.9 %.
    let begun = Rate { numerator: 275, denominator: 367 };
    assert_eq!(level_of(indicator("CTF-9").unwrap().levels, begun), Some(Silver));
    assert_eq!(level_of(indicator("IOF-9").unwrap().levels, begun), Some(Amber));
}
