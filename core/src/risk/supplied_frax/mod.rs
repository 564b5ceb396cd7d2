//! A probability supplied from the FRAX site: what was supplied, and whether it may be used.
//!
//! The equations are unpublished, so nothing here computes one. The published adjustments start from
//! a supplied value, each from the value as it was supplied: how to combine two was never published.

mod adjust;
pub mod glucocorticoid_dose;
pub mod lumbar_spine_offset;
mod taken_in;
pub mod trabecular_bone_score;

use super::{
    FieldSet, Horizon, InNumbers, Model, ModelAnswer, NoAnswer, Numbers, Outcome, OutcomeAnswer, Remark,
    Subject, Unknowns, missing, models,
};
use crate::error::Code;
use crate::facts::Person;

use taken_in::list_read_into;
pub(crate) use taken_in::{FIELDS, Supplied, country_code, is_usable};
pub use taken_in::{read_into, usable, usable_percent};

mod constants {
    include!(concat!(env!("OUT_DIR"), "/frax_constants.rs"));
}

const HORIZON: Horizon = Horizon::Years(10);

/// Ages in completed years for which a probability is published.
pub(crate) const AGES: core::ops::RangeInclusive<f64> = constants::AGE_FROM..=constants::AGE_TO;
/// Refuses an age for which no probability is published.
fn published_age<E: NoAnswer>(completed_years: u8) -> Result<f64, E> {
    let age = f64::from(completed_years);
    if AGES.contains(&age) {
        return Ok(age);
    }
    let limit = || "40-90 years, for which the probability is published".into();
    Err(E::because(Code::OutOfRange, "age_years", age, limit))
}

/// Refuses what is no percentage.
fn probability<E: NoAnswer>(percent: f64) -> Result<f64, E> {
    if !percent.is_finite() {
        return Err(E::because(Code::NotFinite, "percent", percent, || "must be a number of 0-100 %".into()));
    }
    if (0.0..=100.0).contains(&percent) {
        return Ok(percent);
    }
    Err(E::because(Code::OutOfRange, "percent", percent, || "0-100 %".into()))
}

fn mof_or_hip<E: NoAnswer>(outcome: Outcome) -> E {
    E::because(Code::NotPublished, "outcome", outcome, || "published for mof and hip only".into())
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    Numbers::each(to, [Outcome::Mof, Outcome::Hip].map(|outcome| in_percent(subject.supplied().of(outcome))))
}

fn in_percent(percent: Result<f64, Code>) -> Numbers {
    percent.map_or_else(Numbers::refused, |percent| Numbers { percent: Some(percent), ..Numbers::default() })
}

/// Lists what was read into a supplied probability that is used, as it is or adjusted.
pub(crate) fn unknowns(subject: &Subject<'_>, to: &mut FieldSet) {
    list_read_into(subject.person, subject.person.document.country.as_deref(), to);
}

/// The supplied probabilities, as they are; refused where they must not be used.
pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    let person = subject.person;
    let country = person.document.country.as_deref();
    let mut said = subject.begin(&models::SUPPLIED_FRAX);
    if said.in_full {
        echo(person, &mut said);
        if is_usable(person, country) {
            list_read_into(person, country, &mut said);
        }
    }
    let of = |outcome| match usable_percent(person, country, outcome) {
        Ok(percent) => OutcomeAnswer {
            percent: Some(percent),
            range_percent: Some([percent, percent]),
            flags: if subject.in_full { flags() } else { Vec::new() },
            ..OutcomeAnswer::of(outcome, HORIZON)
        },
        Err(refusal) => OutcomeAnswer::refused(outcome, HORIZON, refusal),
    };
    said.outcomes = vec![of(Outcome::Mof), of(Outcome::Hip)];
    said
}

fn echo(person: &Person<'_>, said: &mut ModelAnswer) {
    let Some(frax) = &person.document.frax else { return };
    for (name, text) in [("model", &frax.model), ("version", &frax.version)] {
        if let Some(text) = text {
            said.input(name, text.as_str());
        }
    }
    if let Some(date) = frax.date {
        said.input("date", date.to_string().as_str());
    }
    if let Some(with_bmd) = frax.with_bmd {
        said.input("with_bmd", with_bmd);
    }
    if let Some(list) = &frax.adjusted_for {
        said.input("adjusted_for", list.join(", ").as_str());
    }
    for (name, percent) in [("mof_percent", frax.mof_percent), ("hip_percent", frax.hip_percent)] {
        if let Some(percent) = percent {
            said.input(name, percent);
        }
    }
}

fn flags() -> Vec<Remark> {
    vec![Remark {
        code: "as_supplied",
        text: "taken in as supplied: no number of this engine is in it, and it was not checked".to_owned(),
    }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Refusal;

    #[test]
    fn what_is_no_percentage_is_refused() {
        let probability = probability::<Refusal>;
        assert!(probability(0.0).is_ok() && probability(100.0).is_ok());
        assert_eq!(probability(f64::NAN).unwrap_err().code, Code::NotFinite);
        assert_eq!(probability(100.000_1).unwrap_err().code, Code::OutOfRange);
        assert_eq!(probability(-0.1).unwrap_err().code, Code::OutOfRange);
    }
}
