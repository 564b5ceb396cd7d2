//! Whether a supplied probability may be used: with thresholds of its own country, once, and while it is current.

use super::{mof_or_hip, probability, published_age};
use crate::diagnosis::{fractures_are_known, past_fractures};
use crate::document::Frax;
use crate::error::{Code, Refusal, Shown, Words};
use crate::facts::Person;
use crate::risk::{NoAnswer, Outcome, ReadAs, Unknowns, missing};

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
    check(person, supplied::<Refusal>(person)?, country)
}

/// The same without the reason.
pub(crate) fn is_usable(person: &Person<'_>, country: Option<&str>) -> bool {
    supplied::<Code>(person).and_then(|frax| check(person, frax, country)).is_ok()
}

fn check<E: NoAnswer>(person: &Person<'_>, frax: &Frax, country: Option<&str>) -> Result<(), E> {
    published_age::<E>(person.age.completed_years())?;
    if let Some(model) = &frax.model
        && let Some(code) = country_code(model)
    {
        if !is_iso_code(code) {
            let why = || "write the ISO code of the country, such as DE".into();
            return Err(E::because(Code::NotUsable, "frax.model", model, why));
        }
        if let Some(own) = country.and_then(country_code)
            && !code.eq_ignore_ascii_case(own)
        {
            let why = || {
                format!("a probability of another country than {own}: calculate it with that country's")
                    .into()
            };
            return Err(E::because(Code::NotUsable, "frax.model", model, why));
        }
    }
    if let Some(for_what) = frax.adjusted_for.as_deref().filter(|list| !list.is_empty()) {
        let why = || "already adjusted: not used, and not adjusted again".into();
        return Err(E::because(Code::NotUsable, "frax.adjusted_for", Joined(for_what), why));
    }
    if let (Some(mof), Some(hip)) = (frax.mof_percent, frax.hip_percent)
        && hip > mof
    {
        let why = || {
            let above = "which includes the hip: were they swapped?";
            format!("above the major osteoporotic {mof} %, {above}").into()
        };
        return Err(E::because(Code::NotUsable, "frax.hip_percent", hip, why));
    }
    let Some(date) = frax.date else { return Ok(()) };
    if !person.counts(Some(date)) {
        let why = || "dated after the assessment".into();
        return Err(E::because(Code::NotUsable, "frax.date", date, why));
    }
    if past_fractures(person).any(|fracture| fracture.happened_after(date, person.today) == Some(true)) {
        let why = || "computed before the latest fracture: calculate it anew".into();
        return Err(E::because(Code::NotUsable, "frax.date", date, why));
    }
    Ok(())
}

/// What it was adjusted for, as the value of a refusal.
struct Joined<'a>(&'a [String]);

impl Shown for Joined<'_> {
    fn shown(self) -> Words {
        self.0.join(", ").into()
    }
}

/// The supplied probability of an outcome, %, where it may be used with a country's thresholds.
///
/// # Errors
/// As [`usable`]; and where this outcome was not supplied.
pub fn usable_percent(person: &Person<'_>, country: Option<&str>, outcome: Outcome) -> Result<f64, Refusal> {
    let frax = supplied::<Refusal>(person)?;
    percent(frax, outcome, || check(person, frax, country))
}

fn percent<E: NoAnswer>(
    frax: &Frax,
    outcome: Outcome,
    usable: impl FnOnce() -> Result<(), E>,
) -> Result<f64, E> {
    let (value, field, what) = match outcome {
        Outcome::Mof => {
            (frax.mof_percent, "frax.mof_percent", "the model needs the supplied ten-year MOF probability")
        }
        Outcome::Hip => {
            (frax.hip_percent, "frax.hip_percent", "the model needs the supplied ten-year hip probability")
        }
        _ => return Err(mof_or_hip(outcome)),
    };
    let percent = probability::<E>(value.ok_or_else(|| missing(field, what))?)?;
    usable().map(|()| percent)
}

/// The supplied probabilities, %, as [`usable_percent`] gives them for the person's own country: for the six entries
/// that start from one, it is settled once whether they may be used.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Supplied {
    mof: Result<f64, Code>,
    hip: Result<f64, Code>,
}

impl Supplied {
    pub(crate) fn read(person: &Person<'_>) -> Self {
        let frax = match supplied::<Code>(person) {
            Ok(frax) => frax,
            Err(none) => return Self { mof: Err(none), hip: Err(none) },
        };
        let usable = check::<Code>(person, frax, person.document.country.as_deref());
        let of = |outcome| percent(frax, outcome, || usable);
        Self { mof: of(Outcome::Mof), hip: of(Outcome::Hip) }
    }

    pub(super) fn of(&self, outcome: Outcome) -> Result<f64, Code> {
        match outcome {
            Outcome::Mof => self.mof,
            Outcome::Hip => self.hip,
            _ => Err(mof_or_hip(outcome)),
        }
    }
}

/// What [`usable`] read into the silences of the document; empty where nothing was supplied.
#[must_use]
pub fn read_into(person: &Person<'_>, country: Option<&str>) -> Vec<ReadAs> {
    let mut read = Vec::new();
    list_read_into(person, country, &mut read);
    read
}

/// The fields of [`list_read_into`].
pub(crate) const FIELDS: &[&str] = &["frax.model", "country", "frax.adjusted_for", "fractures", "frax.date"];

/// Lists it.
pub(super) fn list_read_into(person: &Person<'_>, country: Option<&str>, to: &mut impl Unknowns) {
    let Ok(frax) = supplied::<Code>(person) else { return };
    let mut push = |field, read_as, effect: &str| to.read_as(field, read_as, || effect.to_owned());
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
}

fn supplied<'p, E: NoAnswer>(person: &Person<'p>) -> Result<&'p Frax, E> {
    let frax = person.document.frax.as_ref();
    frax.filter(|frax| frax.mof_percent.is_some() || frax.hip_percent.is_some())
        .ok_or_else(|| missing("frax", "no probability was supplied; it is taken in, never computed").into())
}

/// The country of a code or of a model such as `US:caucasian`; the FRAX site says UK.
pub(crate) fn country_code(text: &str) -> Option<&str> {
    let code = text.split(':').next().unwrap_or_default().trim();
    if code.eq_ignore_ascii_case("UK") { Some("GB") } else { Some(code).filter(|code| !code.is_empty()) }
}

fn is_iso_code(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_alphabetic())
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
}
