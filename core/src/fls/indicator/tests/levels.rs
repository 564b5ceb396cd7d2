//! Limits of levels, met exactly: just below, at, and just above.

use crate::fls::indicator::{BANDS, level_of, level_of_median};
use crate::fls::output::Level::{self, *};
use crate::fls::rate::Rate;

/// Ten-thousandths, so that 4999 is 49.99 %.
fn at(levels: &str, ten_thousandths: u64) -> Level {
    level_of(levels, Rate { numerator: ten_thousandths, denominator: 10_000 }).unwrap()
}

#[test]
fn every_limit_from_both_sides() {
    for (levels, expected) in [
        ("iof", &[(0, Red), (4999, Red), (5000, Amber), (8000, Amber), (8001, Green), (10_000, Green)][..]),
        (
            "fls_db",
            &[
                (4999, Red),
                (5000, Amber),
                (7900, Amber),
                (7901, BetweenBands),
                (7950, BetweenBands),
                (7999, BetweenBands),
                (8000, Green),
            ],
        ),
        (
            "fls_db_spine",
            &[
                (999, Red),
                (1000, BetweenBands),
                (1050, BetweenBands),
                (1099, BetweenBands),
                (1100, Amber),
                (1900, Amber),
                (1901, BetweenBands),
                (2000, BetweenBands),
                (2001, Green),
            ],
        ),
        ("fls_db_treatment", &[(4999, Red), (5000, BetweenBands), (5001, Green)]),
        ("single_50", &[(4999, Red), (5000, BetweenBands), (5001, Green)]),
        (
            "ctf",
            &[
                (4999, BelowBronze),
                (5000, Bronze),
                (6999, Bronze),
                (7000, Silver),
                (8999, Silver),
                (9000, Gold),
                (10_000, Gold),
            ],
        ),
    ] {
        for &(ten_thousandths, level) in expected {
            assert_eq!(at(levels, ten_thousandths), level, "{levels}: {ten_thousandths}");
        }
    }
}

#[test]
fn a_limit_is_met_whatever_the_denominator() {
    for fifths in 1..=2000_u64 {
        let rate = |numerator| Rate { numerator, denominator: 5 * fifths };
        assert_eq!(level_of("iof", rate(4 * fifths)), Some(Amber), "80 % of {}", 5 * fifths);
        assert_eq!(level_of("iof", rate(4 * fifths + 1)), Some(Green));
        assert_eq!(level_of("fls_db", rate(4 * fifths)), Some(Green));
    }
    let huge = u64::MAX / 5 * 5;
    assert_eq!(level_of("iof", Rate { numerator: huge / 5 * 4, denominator: huge }), Some(Amber));
}

#[test]
fn weeks_to_the_assessment() {
    for (days, level) in
        [(0, Gold), (56, Gold), (57, Silver), (84, Silver), (85, Bronze), (112, Bronze), (113, BelowBronze)]
    {
        assert_eq!(level_of_median("ctf_weeks", 2 * days), Some(level), "{days} days");
    }
    assert_eq!(level_of_median("ctf_weeks", 113), Some(Silver), "56 and a half");
}

#[test]
fn a_unit_is_not_read_as_another() {
    assert_eq!(level_of("ctf_weeks", Rate { numerator: 1, denominator: 2 }), None);
    assert_eq!(level_of_median("iof", 100), None);
    assert_eq!(level_of("", Rate { numerator: 1, denominator: 2 }), None);
}

#[test]
fn no_two_bands_hold_one_rate() {
    for levels in ["iof", "single_50", "fls_db", "fls_db_spine", "fls_db_treatment", "ctf"] {
        for numerator in 0..=10_000 {
            let rate = Rate { numerator, denominator: 10_000 };
            let level = level_of(levels, rate).unwrap();
            let named = BANDS.iter().filter(|band| band.levels == levels && band.level == level).count();
            assert_eq!(named, usize::from(level != BetweenBands), "{levels}: {numerator}");
        }
    }
}
