//! What is measured, and the limits by which it is a factor.

use crate::risk::points::{Band, Bound};

use super::product::Factor;

/// The field of scans, and what it is read as where none has a T-score of the total hip.
pub(super) const SCANS: &str = "scans";
pub(super) const NO_BONE_DENSITY: &str = "no bone density of the total hip";

/// The field of the body mass index.
pub(super) const BODY_MASS_INDEX_FIELD: &str = "bmi_kg_m2";

/// A measurement of which the guideline has bands.
pub(super) struct Measurement {
    factors: &'static [Factor],
    /// The values that are no factor, in words.
    pub(super) otherwise: &'static str,
}

impl Measurement {
    /// Its factors, the weakest first.
    pub(super) fn weakest_first(&self) -> impl Iterator<Item = Factor> {
        self.factors.iter().rev().copied()
    }

    /// The factor by a value.
    pub(super) fn factor(&self, value: f64) -> Option<Factor> {
        self.factors.iter().copied().find(|factor| factor.holds(value))
    }
}

/// A row of `data/risk/dvo2023_limits.csv`.
pub(super) struct Limit {
    band: Band,
    /// The values within, in words.
    pub(super) within: &'static str,
    /// The values without, in words.
    pub(super) otherwise: &'static str,
}

impl Limit {
    pub(super) fn holds(&self, value: f64) -> bool {
        self.band.holds(value)
    }

    /// The upper end.
    pub(super) fn high(&self) -> f64 {
        self.band.high.value().unwrap_or(f64::INFINITY)
    }
}

include!(concat!(env!("OUT_DIR"), "/dvo2023_limits.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_in_words() {
        for (measurement, otherwise, bands) in [
            (&ALCOHOL, "below 50", &["50 or more"][..]),
            (&SMOKING, "10 or fewer", &["more than 10"]),
            (&BODY_MASS_INDEX, "20 or more", &["15 or less", "above 15 to below 18.5", "18.5 to below 20"]),
            (&GLUCOCORTICOID, "", &["below 2.5", "2.5 to 7.5", "above 7.5"]),
            (&GLUCOCORTICOID_NEW, "5 or less", &["above 5"]),
            (&FALLS, "0", &["1", "2 or more"]),
            (&TIMED_UP_AND_GO, "12 or less", &["above 12"]),
            (&TYPE_2_DIABETES, "below 5", &["5 to 10", "above 10"]),
            (&TSH, "above 0.45", &["below 0.1", "0.1 to 0.45"]),
            (&EGFR, "below 15 or 60 or more", &["15 to below 60"]),
            (
                &TRABECULAR_BONE_SCORE,
                "above -1.0",
                &["-2.5 or less", "above -2.5 to -2.0", "above -2.0 to -1.5", "above -1.5 to -1.0"],
            ),
        ] {
            let said: Vec<&str> = measurement.factors.iter().map(|factor| factor.values()).collect();
            assert_eq!((measurement.otherwise, &said[..]), (otherwise, bands));
        }
    }
}
