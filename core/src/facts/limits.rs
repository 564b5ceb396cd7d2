//! The limits outside which a value is refused, never clamped, and the slips that they reveal.

use crate::document::Analyte;

/// A range with its unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit {
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) words: &'static str,
    pub(crate) slips: &'static [Slip],
}

/// A value in `low..=high` is right in another unit; `factor` turns it into ours.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slip {
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) looks_like: &'static str,
    pub(crate) factor: Option<f64>,
}

const fn limit(low: f64, high: f64, words: &'static str, slips: &'static [Slip]) -> Limit {
    Limit { low, high, words, slips }
}

const fn slip(low: f64, high: f64, looks_like: &'static str, factor: Option<f64>) -> Slip {
    Slip { low, high, looks_like, factor }
}

pub(crate) const AGE: Limit = limit(
    0.0,
    120.0,
    "0-120 years",
    &[slip(1800.0, 2200.0, "a year of birth: give birth_date and assessed_on", None)],
);
pub(crate) const HEIGHT_CM: Limit = limit(
    100.0,
    230.0,
    "100-230 cm",
    &[
        slip(1.0, 2.3, "metres", Some(100.0)),
        slip(39.0, 91.0, "inches", Some(2.54)),
        slip(1000.0, 2300.0, "millimetres", Some(0.1)),
    ],
);
pub(crate) const WEIGHT_KG: Limit =
    limit(20.0, 300.0, "20-300 kg", &[slip(301.0, 660.0, "pounds", Some(0.453_592_37))]);
pub(crate) const BMI: Limit = limit(8.0, 100.0, "8-100 kg/m2", &[]);
pub(crate) const MENOPAUSE_AGE: Limit = limit(10.0, 70.0, "10-70 years", &[]);
pub(crate) const BMD_G_CM2: Limit =
    limit(0.1, 3.0, "0.1-3.0 g/cm2", &[slip(100.0, 3000.0, "mg/cm2: give it as bmd_mg_cm2", Some(0.001))]);
pub(crate) const BMD_MG_CM2: Limit =
    limit(100.0, 3000.0, "100-3000 mg/cm2", &[slip(0.1, 3.0, "g/cm2: give it as bmd_g_cm2", Some(1000.0))]);
pub(crate) const SBMD_MG_CM2: Limit = limit(
    100.0,
    3000.0,
    "100-3000 mg/cm2",
    &[slip(0.1, 3.0, "g/cm2: standardised BMD is written in mg/cm2", Some(1000.0))],
);
pub(crate) const DIFFERENCE: Limit = limit(-10.0, 10.0, "-10 to +10", &[]);
pub(crate) const SCORE: Limit = limit(-10.0, 10.0, "-10 to +10", &[]);
pub(crate) const AREA_CM2: Limit = limit(0.1, 5000.0, "0.1-5000 cm2", &[]);
pub(crate) const BMC_G: Limit = limit(0.01, 10_000.0, "0.01-10000 g", &[]);
pub(crate) const PERCENT_OF_MEAN: Limit = limit(1.0, 400.0, "1-400 %", &[]);
pub(crate) const PERCENT: Limit = limit(0.0, 100.0, "0-100 %", &[]);
pub(crate) const TBS: Limit = limit(0.5, 2.0, "0.5-2.0", &[]);
pub(crate) const LMS_L: Limit = limit(-20.0, 20.0, "-20 to +20", &[]);
pub(crate) const LMS_S: Limit = limit(0.001, 1.0, "0.001-1", &[slip(1.0, 100.0, "a percentage", Some(0.01))]);
pub(crate) const PRECISION_G_CM2: Limit = limit(
    0.0001,
    0.2,
    "0.0001-0.2 g/cm2",
    &[
        slip(0.5, 15.0, "a percentage: give the RMS-SD in g/cm2", None),
        slip(15.0, 200.0, "mg/cm2", Some(0.001)),
    ],
);
pub(crate) const LSC_G_CM2: Limit = limit(0.0001, 0.5, "0.0001-0.5 g/cm2", &[]);
pub(crate) const MONTHS: Limit = limit(0.0, 1440.0, "0-1440 months", &[]);
pub(crate) const NOT_NEGATIVE: Limit = limit(0.0, 1e9, "0 or more", &[]);
pub(crate) const ALCOHOL_UNITS: Limit = limit(0.0, 100.0, "0-100 units a day", &[]);
pub(crate) const ALCOHOL_G: Limit = limit(0.0, 800.0, "0-800 g a day", &[]);
pub(crate) const CIGARETTES: Limit = limit(0.0, 200.0, "0-200 a day", &[]);
pub(crate) const GLUCOCORTICOID_MG: Limit = limit(0.0, 2000.0, "0-2000 mg a day", &[]);
pub(crate) const HEIGHT_LOSS_CM: Limit = limit(0.0, 40.0, "0-40 cm", &[]);
pub(crate) const WALKING_SPEED: Limit = limit(0.0, 5.0, "0-5 m/s", &[]);
pub(crate) const SECONDS: Limit = limit(0.0, 600.0, "0-600 s", &[]);
pub(crate) const AMTS: Limit = limit(0.0, 10.0, "0-10", &[]);
pub(crate) const MMSE: Limit = limit(0.0, 30.0, "0-30", &[]);
pub(crate) const FALLS: Limit = limit(0.0, 365.0, "0-365", &[]);
pub(crate) const GENANT: Limit = limit(0.0, 3.0, "0-3", &[]);

/// Plausible results of a living person, by analyte and unit; a slip is what fits the other unit.
pub(crate) fn lab(analyte: Analyte, unit: Option<&str>) -> Limit {
    use Analyte as A;
    let mut key = [0_u8; 12];
    let unit = unit.map_or("", |unit| normalised(unit, &mut key));
    match (analyte, unit) {
        (A::Calcium | A::CalciumCorrected, "mmol/l") => {
            limit(0.5, 5.0, "0.5-5 mmol/L", const { &[slip(5.0, 20.0, "mg/dL", Some(0.2495))] })
        }
        (A::Calcium | A::CalciumCorrected, "mg/dl") => {
            limit(4.0, 20.0, "4-20 mg/dL", const { &[slip(0.5, 4.0, "mmol/L", Some(4.008))] })
        }
        (A::Albumin, "g/l") => limit(8.0, 80.0, "8-80 g/L", const { &[slip(0.8, 8.0, "g/dL", Some(10.0))] }),
        (A::Albumin, "g/dl") => limit(0.8, 8.0, "0.8-8 g/dL", const { &[slip(8.0, 80.0, "g/L", Some(0.1))] }),
        (A::Phosphate, "mmol/l") => limit(0.1, 5.0, "0.1-5 mmol/L", &[]),
        (A::Phosphate, "mg/dl") => limit(0.3, 15.0, "0.3-15 mg/dL", &[]),
        (A::Creatinine, "umol/l") => {
            limit(10.0, 3000.0, "10-3000 umol/L", const { &[slip(0.1, 10.0, "mg/dL", Some(88.42))] })
        }
        (A::Creatinine, "mg/dl") => {
            limit(0.1, 30.0, "0.1-30 mg/dL", const { &[slip(30.0, 3000.0, "umol/L", Some(0.011_31))] })
        }
        (A::VitaminD25oh, "nmol/l") => limit(1.0, 1000.0, "1-1000 nmol/L", &[]),
        (A::VitaminD25oh, "ng/ml") => limit(0.5, 400.0, "0.5-400 ng/mL", &[]),
        (A::Haemoglobin, "g/l") => {
            limit(20.0, 260.0, "20-260 g/L", const { &[slip(2.0, 20.0, "g/dL", Some(10.0))] })
        }
        (A::Haemoglobin, "g/dl") => {
            limit(2.0, 26.0, "2-26 g/dL", const { &[slip(26.0, 260.0, "g/L", Some(0.1))] })
        }
        (A::Egfr | A::Crcl, _) => limit(0.0, 300.0, "0-300 mL/min", &[]),
        _ => NOT_NEGATIVE,
    }
}

/// Whether two spellings name one unit.
pub(crate) fn same_unit(a: &str, b: &str) -> bool {
    let (mut of_a, mut of_b) = ([0_u8; 12], [0_u8; 12]);
    let (short_a, short_b) = (normalised(a, &mut of_a), normalised(b, &mut of_b));
    // What is too long to be normalised is compared as written.
    if short_a.is_empty() || short_b.is_empty() { a.trim() == b.trim() } else { short_a == short_b }
}

/// The unit in lower case without blanks, with `u` for a micro sign.
pub(crate) fn normalised<'k>(unit: &str, key: &'k mut [u8; 12]) -> &'k str {
    let mut used = 0;
    for c in unit.chars().filter(|c| !c.is_whitespace()) {
        let c = if matches!(c, '\u{b5}' | '\u{3bc}') { 'u' } else { c.to_ascii_lowercase() };
        match (u8::try_from(c), key.get_mut(used)) {
            (Ok(byte), Some(slot)) if byte.is_ascii() => *slot = byte,
            _ => return "",
        }
        used += 1;
    }
    key.get(..used).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or("")
}
