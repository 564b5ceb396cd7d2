//! A supplied probability adjusted for the dose of a glucocorticoid (Kanis 2011).
//!
//! FRAX asks whether glucocorticoids are taken and not how much; the paper gives the change for a low
//! and a high dose by age, and for all ages together.

use super::adjust::{self, adjust, within_100};
use super::constants::{HIGH_DOSE_ABOVE, MEDIUM_DOSE_FROM};
use super::{
    FieldSet, InNumbers, Model, ModelAnswer, NoAnswer, Outcome, OutcomeAnswer, Remark, Subject, Unknowns,
    missing, models, mof_or_hip, probability, published_age,
};
use crate::error::{Code, Refusal};
use crate::quantity::Compared;
use crate::risk::Variant;

/// How much is taken, as the paper groups it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoseBand {
    /// Below 2.5 mg a day, prednisolone equivalent.
    Low,
    /// 2.5-7.5 mg a day.
    Medium,
    /// Above 7.5 mg a day.
    High,
}

impl DoseBand {
    /// The band of a dose, mg of prednisolone equivalent a day. Exactly 7.5 mg is medium, as in the
    /// paper's abstract; the table as reproduced prints high as 7.5 mg and more.
    ///
    /// # Errors
    /// No positive number.
    pub fn of(mg_per_day: f64) -> Result<Self, Refusal> {
        Self::read(mg_per_day)
    }

    fn read<E: NoAnswer>(mg_per_day: f64) -> Result<Self, E> {
        let refused =
            |code, limit: &'static str| Err(E::because(code, "mg_per_day", mg_per_day, || limit.into()));
        if !mg_per_day.is_finite() {
            return refused(Code::NotFinite, "must be a dose in mg/day");
        }
        if mg_per_day <= 0.0 {
            return refused(Code::OutOfRange, "doses above 0 mg/day");
        }
        let dose = Compared::exact(mg_per_day);
        Ok(if dose < Compared::exact(MEDIUM_DOSE_FROM) {
            Self::Low
        } else if dose <= Compared::exact(HIGH_DOSE_ABOVE) {
            Self::Medium
        } else {
            Self::High
        })
    }
}

/// Changes of the probability, %, by dose.
struct Changes {
    low: i8,
    medium: i8,
    high: i8,
}

impl Changes {
    const fn of(&self, band: DoseBand) -> i8 {
        match band {
            DoseBand::Low => self.low,
            DoseBand::Medium => self.medium,
            DoseBand::High => self.high,
        }
    }
}

struct AgeRow {
    age_years: u8,
    /// Its name as a variant.
    reading: &'static str,
    changes: Changes,
}

struct DoseTable {
    all_ages: Changes,
    by_age: &'static [AgeRow],
}

include!(concat!(env!("OUT_DIR"), "/frax_glucocorticoid_dose.rs"));

impl DoseTable {
    fn of(outcome: Outcome) -> Result<&'static Self, Refusal> {
        match outcome {
            Outcome::Mof => Ok(&MOF),
            Outcome::Hip => Ok(&HIP),
            _ => Err(mof_or_hip(outcome)),
        }
    }

    /// The row of the nearest age, the lower of two equally near; and the row at the other side of an
    /// age between two.
    fn rows(&self, age: u8) -> (Option<&AgeRow>, Option<&AgeRow>) {
        let below = self.by_age.iter().rfind(|row| row.age_years <= age);
        let above = self.by_age.iter().find(|row| row.age_years >= age);
        match (below, above) {
            (Some(below), Some(above)) if below.age_years == above.age_years => (Some(below), None),
            (Some(below), Some(above)) if age - below.age_years <= above.age_years - age => {
                (Some(below), Some(above))
            }
            (Some(_), Some(_)) => (above, below),
            (below, above) => (below.or(above), None),
        }
    }
}

/// The change of the probability, %, for a dose, at the nearest published age, the lower of two equally
/// near; without an age (completed years), that of all ages.
///
/// # Errors
/// Another outcome than `mof` and `hip`; an age outside 40-90 years.
pub fn percent_change(outcome: Outcome, age_years: Option<u8>, band: DoseBand) -> Result<i8, Refusal> {
    change(DoseTable::of(outcome)?, age_years, band)
}

fn change<E: NoAnswer>(table: &DoseTable, age_years: Option<u8>, band: DoseBand) -> Result<i8, E> {
    let Some(age) = age_years else { return Ok(table.all_ages.of(band)) };
    published_age::<E>(age)?;
    Ok(table.rows(age).0.map_or(&table.all_ages, |row| &row.changes).of(band))
}

/// `p (100 + change) / 100`, %: a supplied ten-year probability `percent` (0-100 %) adjusted for a dose in
/// mg of prednisolone equivalent a day, where glucocorticoids = yes was entered for it.
///
/// ```
/// use osteon::risk::Outcome;
/// use osteon::risk::supplied_frax::glucocorticoid_dose::adjusted;
/// assert_eq!(adjusted(Outcome::Hip, 5.0, Some(60), 2.0)?, 3.0);
/// assert_eq!(adjusted(Outcome::Hip, 5.0, None, 10.0)?, 6.0);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
///
/// # Errors
/// As [`percent_change`] and [`DoseBand::of`]; a percentage outside 0-100, before or after.
pub fn adjusted(
    outcome: Outcome,
    percent: f64,
    age_years: Option<u8>,
    mg_per_day: f64,
) -> Result<f64, Refusal> {
    let band = DoseBand::of(mg_per_day)?;
    adjusted_by(DoseTable::of(outcome)?, percent, age_years, band)
}

fn adjusted_by<E: NoAnswer>(
    table: &DoseTable,
    percent: f64,
    age_years: Option<u8>,
    band: DoseBand,
) -> Result<f64, E> {
    by(percent, change::<E>(table, age_years, band)?)
}

fn by<E: NoAnswer>(percent: f64, change: i8) -> Result<f64, E> {
    within_100(probability::<E>(percent)? * (100.0 + f64::from(change)) / 100.0)
}

pub(crate) fn mof_numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    adjust::numbers(to, subject, Outcome::Mof, |supplied| reckon(subject, &MOF, supplied))
}

pub(crate) fn hip_numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    adjust::numbers(to, subject, Outcome::Hip, |supplied| reckon(subject, &HIP, supplied))
}

fn reckon<E: NoAnswer>(subject: &Subject<'_>, table: &DoseTable, supplied: f64) -> Result<f64, E> {
    let band = DoseBand::read::<E>(dose::<E>(subject)?)?;
    adjusted_by(table, supplied, Some(subject.person.age.completed_years()), band)
}

pub(crate) fn mof_gc_adjusted(subject: &Subject<'_>) -> ModelAnswer {
    answer(subject, &models::SUPPLIED_MOF_GC_ADJUSTED, Outcome::Mof, &MOF)
}

pub(crate) fn hip_gc_adjusted(subject: &Subject<'_>) -> ModelAnswer {
    answer(subject, &models::SUPPLIED_HIP_GC_ADJUSTED, Outcome::Hip, &HIP)
}

/// The fields that may be read into: those of the supplied probability, and the dose.
pub(crate) const FIELDS: &[&str] = &[
    "frax.model",
    "country",
    "frax.adjusted_for",
    "fractures",
    "frax.date",
    "risk_factors.glucocorticoid.current",
];

pub(crate) fn unknowns(subject: &Subject<'_>, to: &mut FieldSet) {
    super::unknowns(subject, to);
    list_dose(subject, to);
}

/// Lists that a dose is read as taken now.
fn list_dose(subject: &Subject<'_>, to: &mut impl Unknowns) {
    if subject.person.glucocorticoid().current_from_dose {
        to.read_as("risk_factors.glucocorticoid.current", "true", || {
            "no adjustment if the glucocorticoid is no longer taken".to_owned()
        });
    }
}

fn answer(
    subject: &Subject<'_>,
    model: &'static Model,
    outcome: Outcome,
    table: &'static DoseTable,
) -> ModelAnswer {
    adjust(subject, model, outcome, |supplied, said, answer| {
        let dose = dose::<Refusal>(subject)?;
        list_dose(subject, said);
        let age = subject.person.age.completed_years();
        said.input("age_years", subject.age());
        said.input("glucocorticoid_mg_per_day", dose);
        let adjusted = reckon::<Refusal>(subject, table, supplied)?;
        let band = DoseBand::of(dose)?;
        let change = change::<Refusal>(table, Some(age), band)?;
        if said.in_full {
            answer.flags.push(Remark {
                code: "glucocorticoids_entered",
                text: "holds only where glucocorticoids = yes was entered for the supplied probability"
                    .to_owned(),
            });
        }
        let (row, other) = table.rows(age);
        if let Some(other) = other.filter(|other| other.changes.of(band) != change) {
            vary(answer, other.reading, by(supplied, other.changes.of(band)));
        }
        if Compared::exact(dose) == Compared::exact(HIGH_DOSE_ABOVE) {
            let high = row.map_or(change, |row| row.changes.high);
            vary(answer, "dose_band=high", by(supplied, high));
            if said.in_full {
                let text = format!(
                    "{dose} mg/day is medium by the paper's abstract; its table as reproduced prints high as \
                     7.5 mg and more ({high:+} %)"
                );
                answer.flags.push(Remark { code: "dose_boundary", text });
            }
        }
        Ok(adjusted)
    })
}

/// The daily dose of a glucocorticoid that is taken now.
fn dose<E: NoAnswer>(subject: &Subject<'_>) -> Result<f64, E> {
    let taken = subject.person.glucocorticoid();
    match taken.current {
        Some(true) => {}
        Some(false) => {
            let field = "risk_factors.glucocorticoid.current";
            let limit = || "the adjustment is for people who take a glucocorticoid".into();
            return Err(E::because(Code::OutsidePopulation, field, false, limit));
        }
        None => {
            let what = "the model needs to know whether a glucocorticoid is taken";
            return Err(missing("risk_factors.glucocorticoid", what).into());
        }
    }
    let what = "the model needs the daily dose as prednisolone equivalent";
    taken.mg_per_day.ok_or_else(|| missing("risk_factors.glucocorticoid.mg_per_day", what).into())
}

fn vary(answer: &mut OutcomeAnswer, reading: &'static str, percent: Result<f64, Refusal>) {
    if let Ok(percent) = percent {
        answer.variants.push(Variant { reading, percent: Some(percent), points: None, category: None });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_of_dose_are_exact_at_their_limits() {
        for (mg, band) in [
            (0.1, DoseBand::Low),
            (2.499, DoseBand::Low),
            (2.5, DoseBand::Medium),
            (7.5, DoseBand::Medium),
            (3.0 * 2.5, DoseBand::Medium),
            (7.501, DoseBand::High),
            (60.0, DoseBand::High),
        ] {
            assert_eq!(DoseBand::of(mg).unwrap(), band, "{mg} mg");
        }
        for mg in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(DoseBand::of(mg).is_err(), "{mg} mg");
        }
    }

    #[test]
    fn nearest_published_age_and_the_lower_of_two_equally_near() {
        let rows = |age| {
            let (row, other) = HIP.rows(age);
            (row.unwrap().age_years, other.map(|row| row.age_years))
        };
        assert_eq!(rows(40), (40, None));
        assert_eq!(rows(64), (60, Some(70)));
        assert_eq!(rows(65), (60, Some(70)));
        assert_eq!(rows(66), (70, Some(60)));
        assert_eq!(rows(90), (90, None));
        let change = |age| percent_change(Outcome::Hip, age, DoseBand::High).unwrap();
        assert_eq!([change(Some(65)), change(Some(66)), change(Some(80)), change(None)], [25, 20, 10, 20]);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let code = |result: Result<f64, Refusal>| result.unwrap_err().code;
        assert_eq!(code(adjusted(Outcome::Any, 5.0, None, 10.0)), Code::NotPublished);
        assert_eq!(code(adjusted(Outcome::Hip, 5.0, Some(39), 10.0)), Code::OutOfRange);
        assert_eq!(code(adjusted(Outcome::Hip, 5.0, Some(91), 10.0)), Code::OutOfRange);
        assert_eq!(code(adjusted(Outcome::Hip, f64::NAN, None, 10.0)), Code::NotFinite);
        assert_eq!(code(adjusted(Outcome::Hip, 90.0, Some(50), 10.0)), Code::OutOfRange);
        assert_eq!(adjusted(Outcome::Hip, 80.0, Some(50), 10.0).ok(), Some(100.0));
    }
}
