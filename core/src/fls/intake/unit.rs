//! What a written number with a written unit is, and the slips that give themselves away.

use crate::facts::limits::{self, Limit};
use crate::fls::finding::FindingKind;
use crate::fls::record::ScanValue;
use crate::math::round_significant;

use super::doubt::{Doubt, cut};
use super::tables::{Quantity, UNITS, UnitSays};

/// A number of a scan that is known for what it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Measured {
    pub(super) quantity: Quantity,
    /// BMD is in thousandths: mg/cm2 and not g/cm2.
    pub(super) in_milligrams: bool,
    pub(super) number: f64,
}

/// A number as records write it: a decimal comma and a typographic minus are read, words and NaN are none.
pub(super) fn number(text: &str) -> Option<f64> {
    let text = text.trim().replace(['\u{2212}', '\u{2013}'], "-");
    let text = if text.contains('.') { text } else { text.replacen(',', ".", 1) };
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E');
    // Rust would read "inf" and "nan" too.
    let has_digit = text.chars().any(|c| c.is_ascii_digit());
    if !has_digit || !text.chars().all(allowed) {
        return None;
    }
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// A unit in lower case, without blanks, with plain digits.
pub(super) fn plain(unit: &str) -> String {
    let unit = unit.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase);
    unit.map(|c| match c {
        '\u{b2}' => '2',
        '\u{2212}' => '-',
        other => other,
    })
    .collect()
}

/// Holds a number against its unit and its limits; `quantity` is what code and display say.
pub(super) fn measured(
    value: &ScanValue,
    quantity: Option<Quantity>,
    doubts: &mut Vec<Doubt>,
) -> Option<Measured> {
    use {Quantity as Q, UnitSays as U};
    let Some(number) = number(&value.value) else {
        let because = "there is no number: nothing is read, and the scan counts as done".to_owned();
        let doubt = Doubt::new(FindingKind::NoValue, "value", &value.value, because);
        doubts.push(if value.value.trim().is_empty() { doubt } else { doubt.lost() });
        return None;
    };
    let comparator = value.comparator.trim();
    if !comparator.is_empty() {
        let because = format!(
            "a comparator {} stands with the number: not read, and the scan counts as done",
            cut(comparator)
        );
        doubts.push(Doubt::new(FindingKind::NoValue, "comparator", &value.value, because).lost());
        return None;
    }
    let written = plain(&value.unit);
    let unit = UNITS.iter().find(|row| row.unit == written).map(|row| row.says);
    let mut slip = |because: String| {
        doubts.push(Doubt::new(FindingKind::UnitSlip, "unit", &value.unit, because).lost());
    };
    if !written.is_empty() && unit.is_none() {
        slip(format!("{:?} is no unit of a scan that is read here: not read", cut(&value.unit)));
        return None;
    }
    let quantity = quantity.or(match unit {
        Some(U::Grams | U::GramsSlip | U::Milligrams) => Some(Q::Bmd),
        Some(U::TScore) => Some(Q::TScore),
        Some(U::ZScore) => Some(Q::ZScore),
        Some(U::PercentYoungAdult) => Some(Q::PercentYoungAdult),
        Some(U::Score | U::Percent) | None => None,
    });
    let Some(quantity) = quantity else {
        slip("nothing says what the number is: not read".to_owned());
        return None;
    };
    let (in_milligrams, limit) = match (quantity, unit) {
        (Q::Bmd, Some(U::Grams)) => (false, limits::BMD_G_CM2),
        (Q::Bmd, Some(U::GramsSlip)) => {
            let because = format!("{} is no mass over an area; read as g/cm2", value.unit.trim());
            doubts.push(Doubt::new(FindingKind::UnitSlip, "unit", &value.unit, because));
            (false, limits::BMD_G_CM2)
        }
        (Q::Bmd, Some(U::Milligrams)) => (true, limits::BMD_MG_CM2),
        (Q::StandardisedBmd, Some(U::Milligrams)) => (true, limits::SBMD_MG_CM2),
        (Q::StandardisedBmd, Some(U::Grams)) => {
            slip("standardised BMD is written in mg/cm2 and the unit is g/cm2: not read".to_owned());
            return None;
        }
        (Q::TScore, None | Some(U::TScore | U::Score)) | (Q::ZScore, None | Some(U::ZScore | U::Score)) => {
            (false, limits::SCORE)
        }
        (Q::PercentYoungAdult, None | Some(U::PercentYoungAdult | U::Percent)) => {
            (false, limits::PERCENT_OF_MEAN)
        }
        (Q::Bmd | Q::StandardisedBmd, None) => {
            slip("a bone density without a unit: not read".to_owned());
            return None;
        }
        (Q::TScore | Q::ZScore, Some(U::Percent | U::PercentYoungAdult)) => {
            slip(format!("a score in SDs, and the unit {:?} is a percentage: not read", cut(&value.unit)));
            return None;
        }
        _ => {
            slip(format!("the unit {:?} is not that of a {quantity}: not read", cut(&value.unit)));
            return None;
        }
    };
    within(value, number, &limit, doubts).then_some(Measured { quantity, in_milligrams, number })
}

/// Whether a number is within its limits; if not, what it looks like.
fn within(value: &ScanValue, number: f64, limit: &Limit, doubts: &mut Vec<Doubt>) -> bool {
    if (limit.low..=limit.high).contains(&number) {
        return true;
    }
    let (kind, because) = outside(&value.value, number, limit);
    doubts.push(Doubt::new(kind, "value", &format!("{} {}", value.value, value.unit), because).lost());
    false
}

/// What is said of a number outside its limits.
pub(super) fn outside(written: &str, number: f64, limit: &Limit) -> (FindingKind, String) {
    let written = cut(written);
    let slip = limit.slips.iter().find(|slip| (slip.low..=slip.high).contains(&number));
    let Some(slip) = slip else {
        return (FindingKind::BadValue, format!("{written} is outside {}: not read", limit.words));
    };
    let looks_like = slip.looks_like.split(':').next().unwrap_or_default();
    let would_be = slip.factor.map_or(String::new(), |factor| {
        format!(" ({} in the unit that is written)", round_significant(number * factor, 6))
    });
    let because =
        format!("{written} is outside {}; it looks like {looks_like}{would_be}: not read", limit.words);
    (FindingKind::UnitSlip, because)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_they_are_written() {
        for (text, expected) in [
            ("-2.5", Some(-2.5)),
            (" -2,5 ", Some(-2.5)),
            ("\u{2212}2.5", Some(-2.5)),
            ("-0.48562495308357356", Some(-0.485_624_953_083_573_56)),
            ("0", Some(0.0)),
            ("NaN", None),
            ("inf", None),
            ("", None),
            ("---", None),
            ("1e999", None),
            ("-2.5 SD", None),
            ("1,234,5", None),
            ("e", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }

    fn read(quantity: Option<Quantity>, value: &str, unit: &str) -> (Option<f64>, Vec<FindingKind>, String) {
        let value = ScanValue { value: value.to_owned(), unit: unit.to_owned(), ..ScanValue::default() };
        let mut doubts = Vec::new();
        let read = measured(&value, quantity, &mut doubts).map(|measured| measured.number);
        let because = doubts.first().map_or(String::new(), |doubt| doubt.because.clone());
        (read, doubts.iter().map(|doubt| doubt.kind).collect(), because)
    }

    #[test]
    fn slips_are_named() {
        use FindingKind::{BadValue, NoValue, UnitSlip};
        let (bmd, t) = (Some(Quantity::Bmd), Some(Quantity::TScore));
        for (quantity, value, unit, number, kinds) in [
            (bmd, "0.812", "g/cm2", Some(0.812), &[][..]),
            (None, "0.812", "g/cm\u{b2}", Some(0.812), &[]),
            (bmd, "0.812", "g/cm-2", Some(0.812), &[UnitSlip]),
            (bmd, "812", "mg/cm2", Some(812.0), &[]),
            (bmd, "812", "g/cm2", None, &[UnitSlip]),
            (bmd, "0.812", "mg/cm2", None, &[UnitSlip]),
            (bmd, "0.812", "", None, &[UnitSlip]),
            (bmd, "0.812", "kg", None, &[UnitSlip]),
            (bmd, "0.0", "g/cm2", None, &[BadValue]),
            (t, "-2.5", "{T-score}", Some(-2.5), &[]),
            (t, "-2,5", "1", Some(-2.5), &[]),
            (t, "-2.5", "", Some(-2.5), &[]),
            (t, "-2.5", "{Z-score}", None, &[UnitSlip]),
            (t, "78", "%", None, &[UnitSlip]),
            (t, "78", "{%YAM}", None, &[UnitSlip]),
            (t, "0.812", "g/cm2", None, &[UnitSlip]),
            (t, "-10", "1", Some(-10.0), &[]),
            (t, "-10.1", "1", None, &[BadValue]),
            (t, "NaN", "1", None, &[NoValue]),
            (None, "-2.5", "T-Score", Some(-2.5), &[]),
            (None, "95", "{%YAM}", Some(95.0), &[]),
            (None, "-2.5", "1", None, &[UnitSlip]),
            (Some(Quantity::StandardisedBmd), "812", "g/cm2", None, &[UnitSlip]),
            (Some(Quantity::StandardisedBmd), "812", "mg/cm2", Some(812.0), &[]),
        ] {
            let read = read(quantity, value, unit);
            assert_eq!((read.0, &*read.1), (number, kinds), "{quantity:?} {value} {unit}");
        }
    }

    #[test]
    fn a_number_behind_a_comparator_is_none() {
        let value =
            ScanValue { value: "-2.5".to_owned(), comparator: ">".to_owned(), ..ScanValue::default() };
        let mut doubts = Vec::new();
        assert_eq!(measured(&value, Some(Quantity::TScore), &mut doubts), None);
        assert_eq!((doubts[0].kind, doubts[0].is_lost), (FindingKind::NoValue, true));
    }

    #[test]
    fn milligrams_under_grams_say_what_they_would_be() {
        let (_, _, because) = read(Some(Quantity::Bmd), "812", "g/cm2");
        assert_eq!(
            because,
            "812 is outside 0.1-3.0 g/cm2; it looks like mg/cm2 (0.812 in the unit that is written): not read"
        );
    }
}
