//! A probability supplied from the FRAX site: what was supplied, and whether it may be used.
//!
//! The equations are unpublished, so nothing here computes one. The published adjustments start from
//! a supplied value, each from the value as it was supplied: how to combine two was never published.

mod adjust;
pub mod glucocorticoid_dose;
pub mod lumbar_spine_offset;
pub mod trabecular_bone_score;

use super::{Horizon, Model, ModelAnswer, Outcome, OutcomeAnswer, ReadAs, Remark, Subject, missing, models};
use crate::diagnosis::{fractures_are_known, past_fractures};
use crate::document::Frax;
use crate::error::{Code, Refusal};
use crate::facts::Person;

pub(crate) use glucocorticoid_dose::{hip_gc_adjusted, mof_gc_adjusted};
pub(crate) use lumbar_spine_offset::mof_ls_adjusted;
pub(crate) use trabecular_bone_score::{hip_tbs_adjusted, mof_tbs_adjusted};

mod constants {
    include!(concat!(env!("OUT_DIR"), "/frax_constants.rs"));
}

const HORIZON: Horizon = Horizon::Years(10);

/// Ages in completed years for which a probability is published.
pub(crate) const AGES: core::ops::RangeInclusive<f64> = constants::AGE_FROM..=constants::AGE_TO;

/// Whether the supplied probability may be used with the thresholds of a country (ISO code), or, with
/// the person's own, at all.
///
/// An absent country on either side is read as the other's, an absent date as current, and fractures
/// that cannot be placed as earlier; [`read_into`] lists what was read so.
///
/// ```
/// use osteon::document::{Frax, Patient, Sex};
/// use osteon::facts::Person;
/// use osteon::risk::supplied_frax::usable;
/// let frax = Frax { model: Some("US:caucasian".into()), mof_percent: Some(10.0), ..Default::default() };
/// let patient =
///     Patient { sex: Some(Sex::Female), age_years: Some(65.0), frax: Some(frax), ..Default::default() };
/// let person = Person::read(&patient, None)?;
/// assert!(usable(&person, Some("US")).is_ok() && usable(&person, None).is_ok());
/// assert!(usable(&person, Some("FR")).is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
///
/// # Errors
/// Nothing supplied; an age outside 40-90 years; a model that is no ISO code; a probability of another
/// country, already adjusted,
/// computed before the latest fracture, or dated after the assessment.
pub fn usable(person: &Person<'_>, country: Option<&str>) -> Result<(), Refusal> {
    let frax = supplied(person)?;
    published_age(person.age.completed_years())?;
    let not_usable = |field: &'static str, value: &str, why: String| {
        Err(Refusal::new(Code::NotUsable, field, value.to_owned(), why))
    };
    let model = frax.model.as_deref().unwrap_or_default();
    if country_code(model).is_some_and(|code| !is_iso_code(code)) {
        let why = "write the ISO code of the country, such as DE".to_owned();
        return not_usable("frax.model", model, why);
    }
    if let (Some(of), Some(own)) =
        (frax.model.as_deref().and_then(country_code), country.and_then(country_code))
        && !of.eq_ignore_ascii_case(own)
    {
        let why = format!("a probability of another country than {own}: calculate it with that country's");
        return not_usable("frax.model", model, why);
    }
    if let Some(for_what) = adjusted_for(frax) {
        let why = "already adjusted: not used, and not adjusted again".to_owned();
        return not_usable("frax.adjusted_for", &for_what, why);
    }
    if let (Some(mof), Some(hip)) = (frax.mof_percent, frax.hip_percent)
        && hip > mof
    {
        let why = format!("above the major osteoporotic {mof} %, which includes the hip: were they swapped?");
        return not_usable("frax.hip_percent", &hip.to_string(), why);
    }
    let Some(date) = frax.date else { return Ok(()) };
    if !person.counts(Some(date)) {
        return not_usable("frax.date", &date.to_string(), "dated after the assessment".to_owned());
    }
    if past_fractures(person).any(|fracture| fracture.happened_after(date, person.today) == Some(true)) {
        let why = "computed before the latest fracture: calculate it anew".to_owned();
        return not_usable("frax.date", &date.to_string(), why);
    }
    Ok(())
}

/// The supplied probability of an outcome, %, where it may be used with a country's thresholds.
///
/// # Errors
/// As [`usable`]; and where this outcome was not supplied.
pub fn usable_percent(person: &Person<'_>, country: Option<&str>, outcome: Outcome) -> Result<f64, Refusal> {
    let frax = supplied(person)?;
    let (value, field, what) = match outcome {
        Outcome::Mof => {
            (frax.mof_percent, "frax.mof_percent", "the model needs the supplied ten-year MOF probability")
        }
        Outcome::Hip => {
            (frax.hip_percent, "frax.hip_percent", "the model needs the supplied ten-year hip probability")
        }
        _ => return Err(mof_or_hip(outcome)),
    };
    let percent = probability(value.ok_or_else(|| missing(field, what))?)?;
    usable(person, country).map(|()| percent)
}

/// What [`usable`] read into the silences of the document; empty where nothing was supplied.
#[must_use]
pub fn read_into(person: &Person<'_>, country: Option<&str>) -> Vec<ReadAs> {
    let Ok(frax) = supplied(person) else { return Vec::new() };
    let mut read = Vec::new();
    let mut push = |field, read_as, effect: &str| {
        read.push(ReadAs { field, read_as, effect: effect.to_owned() });
    };
    let other_country = "a probability of another country would not be used";
    if frax.model.as_deref().and_then(country_code).is_none() {
        push("frax.model", "own_country", other_country);
    } else if country.and_then(country_code).is_none() {
        push("country", "that_of_frax_model", other_country);
    }
    if frax.adjusted_for.is_none() {
        push("frax.adjusted_for", "none", "a probability that is already adjusted would not be used");
    }
    let older = "a probability computed before the latest fracture would not be used";
    if let Some(date) = frax.date {
        if past_fractures(person).any(|fracture| fracture.happened_after(date, person.today).is_none()) {
            push("fractures", "before_frax_date", older);
        } else if !fractures_are_known(person) {
            push("fractures", "none_since_frax_date", older);
        }
    } else {
        push("frax.date", "current", older);
    }
    read
}

fn supplied<'p>(person: &Person<'p>) -> Result<&'p Frax, Refusal> {
    let frax = person.document.frax.as_ref();
    frax.filter(|frax| frax.mof_percent.is_some() || frax.hip_percent.is_some()).ok_or_else(|| {
        Refusal::new(Code::Missing, "frax", "", "no probability was supplied; it is taken in, never computed")
    })
}

/// The country of a code or of a model such as `US:caucasian`; the FRAX site says UK.
pub(crate) fn country_code(text: &str) -> Option<&str> {
    let code = text.split(':').next().unwrap_or_default().trim();
    if code.eq_ignore_ascii_case("UK") { Some("GB") } else { Some(code).filter(|code| !code.is_empty()) }
}

fn is_iso_code(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_alphabetic())
}

/// What it was adjusted for, joined; `None` where that is unknown or nothing.
fn adjusted_for(frax: &Frax) -> Option<String> {
    frax.adjusted_for.as_ref().filter(|list| !list.is_empty()).map(|list| list.join(", "))
}

/// Refuses an age for which no probability is published.
fn published_age(completed_years: u8) -> Result<f64, Refusal> {
    let age = f64::from(completed_years);
    if AGES.contains(&age) {
        return Ok(age);
    }
    Err(Refusal::new(
        Code::OutOfRange,
        "age_years",
        age,
        "40-90 years, for which the probability is published",
    ))
}

/// Refuses what is no percentage.
fn probability(percent: f64) -> Result<f64, Refusal> {
    if !percent.is_finite() {
        return Err(Refusal::new(Code::NotFinite, "percent", percent, "must be a number of 0-100 %"));
    }
    if (0.0..=100.0).contains(&percent) {
        return Ok(percent);
    }
    Err(Refusal::new(Code::OutOfRange, "percent", percent, "0-100 %"))
}

fn mof_or_hip(outcome: Outcome) -> Refusal {
    Refusal::new(Code::NotPublished, "outcome", outcome, "published for mof and hip only")
}

/// The supplied probabilities, as they are; refused where they must not be used.
pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    let person = subject.person;
    let country = person.document.country.as_deref();
    let mut said = subject.begin(&models::SUPPLIED_FRAX);
    if said.in_full {
        echo(person, &mut said);
        if usable(person, country).is_ok() {
            said.assumed = read_into(person, country);
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
    use crate::document::{Fracture, FractureSite, Patient, Sex};
    use jiff::civil::{Date, date};

    fn patient(frax: Frax) -> Patient {
        Patient {
            sex: Some(Sex::Female),
            age_years: Some(65.0),
            assessed_on: Some(date(2026, 6, 1)),
            country: Some("GB".to_owned()),
            fractures: Some(Vec::new()),
            frax: Some(Frax { mof_percent: Some(12.0), adjusted_for: Some(Vec::new()), ..frax }),
            ..Default::default()
        }
    }

    fn refused(patient: &Patient) -> Option<(Code, String)> {
        let person = Person::read(patient, None).unwrap();
        let refusal = usable(&person, patient.country.as_deref()).err()?;
        Some((refusal.code, refusal.field.into_owned()))
    }

    fn of_model(model: &str, country: &str) -> Option<(Code, String)> {
        let frax = Frax { model: Some(model.to_owned()), ..Default::default() };
        refused(&Patient { country: Some(country.to_owned()), ..patient(frax) })
    }

    #[test]
    fn another_country_is_not_used_and_uk_is_gb() {
        for (model, country) in
            [("GB", "GB"), ("uk", "GB"), ("UK:white", "gb"), ("US:black", "US"), ("", "FR"), ("FR", " ")]
        {
            assert_eq!(of_model(model, country), None, "{model} {country}");
        }
        for (model, country) in [("US:caucasian", "GB"), ("GB", "IE"), ("fr", "BE")] {
            let (code, field) = of_model(model, country).unwrap();
            assert_eq!((code, field.as_str()), (Code::NotUsable, "frax.model"), "{model} {country}");
        }
    }

    #[test]
    fn a_country_in_words_is_asked_for_as_a_code() {
        for model in ["Germany", "D", "USA", "D1", "Deutschland:alle"] {
            let frax = Frax { model: Some(model.to_owned()), ..Default::default() };
            let patient = Patient { country: Some("DE".to_owned()), ..patient(frax) };
            let person = Person::read(&patient, None).unwrap();
            for country in [Some("DE"), None] {
                let refusal = usable(&person, country).unwrap_err();
                assert_eq!((refusal.code, &*refusal.field), (Code::NotUsable, "frax.model"), "{model}");
                assert_eq!(refusal.limit, "write the ISO code of the country, such as DE");
            }
        }
    }

    #[test]
    fn older_than_a_fracture_is_not_used() {
        let on = |computed: Option<Date>, fracture: Fracture| Patient {
            fractures: Some(vec![Fracture { site: Some(FractureSite::Vertebra), ..fracture }]),
            ..patient(Frax { date: computed, ..Default::default() })
        };
        let event = || Fracture { date: Some(date(2025, 3, 1)), ..Default::default() };
        let refusal = Some((Code::NotUsable, "frax.date".to_owned()));
        assert_eq!(refused(&on(Some(date(2025, 2, 28)), event())), refusal);
        assert_eq!(refused(&on(Some(date(2025, 3, 1)), event())), None);
        assert_eq!(refused(&on(None, event())), None);
        let months = Fracture { months_ago: Some(3.0), ..Default::default() };
        assert_eq!(refused(&on(Some(date(2026, 1, 1)), months.clone())), refusal);
        assert_eq!(refused(&on(Some(date(2026, 3, 15)), months)), None);
        assert_eq!(refused(&on(Some(date(2026, 6, 2)), Fracture::default())), refusal, "not yet computed");
    }

    #[test]
    fn what_was_read_into_silence_is_listed() {
        let fields = |patient: &Patient| -> Vec<&'static str> {
            let person = Person::read(patient, None).unwrap();
            read_into(&person, patient.country.as_deref()).iter().map(|read| read.field).collect()
        };
        let whole = Frax { model: Some("GB".to_owned()), date: Some(date(2026, 1, 1)), ..Default::default() };
        assert!(fields(&patient(whole.clone())).is_empty());
        assert_eq!(fields(&patient(Frax::default())), ["frax.model", "frax.date"]);
        let nowhere = Patient { country: None, ..patient(whole.clone()) };
        assert_eq!(fields(&nowhere), ["country"]);
        let not_asked = Patient { fractures: None, ..patient(whole.clone()) };
        assert_eq!(fields(&not_asked), ["fractures"]);
        let undated = Patient {
            fractures: Some(vec![Fracture { site: Some(FractureSite::Vertebra), ..Default::default() }]),
            ..patient(whole)
        };
        assert_eq!(fields(&undated), ["fractures"]);
    }

    #[test]
    fn age_adjustment_and_nothing_supplied() {
        let aged = |age| Patient { age_years: Some(age), ..patient(Frax::default()) };
        assert_eq!(refused(&aged(39.9)).map(|(code, _)| code), Some(Code::OutOfRange));
        assert_eq!(refused(&aged(40.0)), None);
        assert_eq!(refused(&aged(90.9)), None, "90 completed years");
        assert_eq!(refused(&aged(91.0)).map(|(code, _)| code), Some(Code::OutOfRange));
        let mut adjusted = patient(Frax::default());
        adjusted.frax.as_mut().unwrap().adjusted_for = Some(vec!["tbs".to_owned()]);
        assert_eq!(refused(&adjusted), Some((Code::NotUsable, "frax.adjusted_for".to_owned())));
        let nothing = Patient { frax: Some(Frax::default()), ..patient(Frax::default()) };
        assert_eq!(refused(&nothing), Some((Code::Missing, "frax".to_owned())));
    }

    #[test]
    fn what_is_no_percentage_is_refused() {
        assert!(probability(0.0).is_ok() && probability(100.0).is_ok());
        assert_eq!(probability(f64::NAN).unwrap_err().code, Code::NotFinite);
        assert_eq!(probability(100.000_1).unwrap_err().code, Code::OutOfRange);
        assert_eq!(probability(-0.1).unwrap_err().code, Code::OutOfRange);
    }
}
