//! The FRACTURE Index of the Study of Osteoporotic Fractures, with BMD (Black 2001): women of 65 and more.
//!
//! Points for age, fracture after 50, the mother's hip fracture after 50, weight, smoking, rising with the
//! arms and total-hip T-score, and a table of five-year risks by points. The index without BMD is left out:
//! its risks were not seen.

use crate::diagnosis::any_past_fracture;
use crate::document::stated::KeySet;
use crate::document::{Region, RiskFactors};
use crate::error::{Code, Refusal};
use crate::facts::Person;
use crate::quantity::{Age, PrintedT, Weight};
use crate::reference::thresholds::SOF_AGE_FROM_YEARS;

use super::points::{points as points_of, terms::sof_fracture_index as terms};
use super::reading::{
    Possible, age_read, any_after_50, any_read_after_50, completions, flag_imaged_vertebra,
    fractures_read_as, list_moved_age, points_otherwise, within,
};
use super::risk_by_points::{Published, Step, published, tables::sof_fracture_index as tables};
use super::{
    FieldSet, Horizon, InNumbers, ModelAnswer, NoAnswer, Numbers, Outcome, OutcomeAnswer, Subject, Unknowns,
    missing, models,
};

const HORIZON: Horizon = Horizon::Years(5);
const OUTCOMES: [Outcome; 3] = [Outcome::Hip, Outcome::Vertebral, Outcome::Nonvertebral];

/// What the index asks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inputs {
    /// Age, years; 65 or more.
    pub age_years: f64,
    /// A fracture of any force after 50.
    pub fracture_after_50: bool,
    /// The mother broke a hip after 50.
    pub maternal_hip_fracture: bool,
    /// Weight, kg; 57 (125 lb) and less count.
    pub weight_kg: f64,
    /// Smokes now.
    pub current_smoker: bool,
    /// Uses the arms to stand up from a chair.
    pub needs_arms_to_rise: bool,
    /// T-score of the total hip, as reported; -1, -2 and -2.5 belong to the bands of 0, 2 and 4 points.
    pub t_total_hip: f64,
}

/// The index with BMD: 1 to 15 points. Source: Black 2001.
///
/// ```
/// use osteon::risk::{Outcome, sof_fracture_index};
/// let woman = sof_fracture_index::Inputs {
///     age_years: 78.0,
///     fracture_after_50: true,
///     maternal_hip_fracture: false,
///     weight_kg: 60.0,
///     current_smoker: false,
///     needs_arms_to_rise: false,
///     t_total_hip: -2.3,
/// };
/// let points = sof_fracture_index::points(&woman)?;
/// assert_eq!(points, 7.0);
/// assert_eq!(sof_fracture_index::risk(Outcome::Hip, points)?.percent, Some(3.9));
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
///
/// # Errors
/// `NotFinite` or `OutOfRange` for age (65-120 years), weight (20-300 kg) and T-score (-10 to +10).
pub fn points(inputs: &Inputs) -> Result<f64, Refusal> {
    within("age_years", inputs.age_years, SOF_AGE_FROM_YEARS, Age::MAX, "65 years and more")?;
    let answers = [
        inputs.fracture_after_50,
        inputs.maternal_hip_fracture,
        is_light(inputs.weight_kg)?,
        inputs.current_smoker,
        inputs.needs_arms_to_rise,
    ];
    Ok(sum(age_points(inputs.age_years), t_points(inputs.t_total_hip)?, answers))
}

/// The five-year risk by points, with the paper's band of points as category. Source: Black 2001.
///
/// # Errors
/// `NotPublished` for another outcome than hip, vertebral or nonvertebral, and below 1 point.
pub fn risk(outcome: Outcome, points: f64) -> Result<Published, Refusal> {
    let steps = steps(outcome).ok_or_else(|| {
        Refusal::new(Code::NotPublished, "outcome", outcome, "hip, vertebral or nonvertebral")
    })?;
    published(steps, points).ok_or_else(|| {
        Refusal::new(Code::NotPublished, "points", points, "1 point and more in the paper's table")
    })
}

const fn steps(outcome: Outcome) -> Option<&'static [Step]> {
    match outcome {
        Outcome::Hip => Some(tables::HIP),
        Outcome::Vertebral => Some(tables::VERTEBRAL),
        Outcome::Nonvertebral => Some(tables::NONVERTEBRAL),
        _ => None,
    }
}

/// Fracture after 50, mother's hip fracture, light weight, smoking, arms.
type YesNo<T> = [T; 5];

fn sum(age: f64, t: f64, answers: YesNo<bool>) -> f64 {
    let worth = [
        terms::FRACTURE_AFTER_50,
        terms::MATERNAL_HIP_FRACTURE,
        terms::WEIGHT_KG.iter().map(|band| band.points).fold(0.0, f64::max),
        terms::CURRENT_SMOKER,
        terms::NEEDS_ARMS_TO_RISE,
    ];
    let said = answers.iter().zip(worth).filter(|(yes, _)| **yes).map(|(_, points)| points);
    age + t + said.sum::<f64>()
}

fn age_points(age: f64) -> f64 {
    // The bands leave no age out.
    points_of(terms::AGE_YEARS, age).unwrap_or(0.0)
}

fn t_points(t: f64) -> Result<f64, Refusal> {
    within("t_total_hip", t, PrintedT::MIN, PrintedT::MAX, PrintedT::LIMIT)?;
    points_of(terms::T_TOTAL_HIP, t)
        .ok_or_else(|| missing("t_total_hip", "the model needs a T-score of the total hip"))
}

fn is_light(weight_kg: f64) -> Result<bool, Refusal> {
    within("weight_kg", weight_kg, Weight::MIN, Weight::MAX, Weight::LIMIT)?;
    Ok(points_of(terms::WEIGHT_KG, weight_kg).is_some_and(|points| points > 0.0))
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    match Read::of::<Code>(subject) {
        Ok(read) => Numbers::each(to, read.numbers(subject)),
        Err(code) => Numbers::none::<{ OUTCOMES.len() }>(to, code),
    }
}

/// The fields of [`Read::list_unknowns`].
pub(super) const FIELDS: &[&str] = &[
    "fractures",
    "risk_factors.maternal_hip_fracture",
    "risk_factors.current_smoker",
    "risk_factors.needs_arms_to_rise",
];

pub(super) fn unknowns(subject: &Subject<'_>, to: &mut FieldSet) {
    if let Ok(read) = Read::of::<Code>(subject) {
        read.list_unknowns(subject.person, to);
    }
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    match Read::of(subject) {
        Ok(read) => read.answer(subject),
        Err(refusal) => {
            let asked = OUTCOMES.map(|outcome| (outcome, Some(HORIZON)));
            ModelAnswer::refused(&models::SOF_FRACTURE_INDEX, asked, refusal)
        }
    }
}

/// What the index is told of a woman.
struct Read {
    age: f64,
    weight_kg: Option<f64>,
    t_total_hip: Option<f64>,
    t_points: Option<f64>,
    /// As stated; unknown where something would have to be read into it.
    answers: YesNo<Option<bool>>,
    as_read: YesNo<bool>,
}

impl Read {
    fn of<E: NoAnswer>(subject: &Subject<'_>) -> Result<Self, E> {
        subject.women_only()?;
        let age = age_read::<E>(subject, SOF_AGE_FROM_YEARS, Age::MAX)?;
        let person = subject.person;
        let weight_kg = person.weight().map(Weight::kg);
        let t_total_hip = subject.t(Region::TotalHip);
        let answers = [
            any_past_fracture(person, any_after_50),
            maternal_hip_fracture(subject),
            weight_kg.and_then(|kg| is_light(kg).ok()),
            person.smokes(),
            person.any_risk_factor(NEEDS_ARMS_TO_RISE),
        ];
        let [_, mother, light, smoker, arms] = answers;
        let fracture = any_past_fracture(person, any_read_after_50);
        let as_read = [fracture, mother, light, smoker, arms].map(|answer| answer.unwrap_or(false));
        let t_points = t_total_hip.and_then(|t| t_points(t).ok());
        Ok(Self { age, weight_kg, t_total_hip, t_points, answers, as_read })
    }

    /// The form cannot be filled in without a weight and a T-score; every other gap reads as no.
    fn refused<E: NoAnswer>(&self, subject: &Subject<'_>) -> Option<E> {
        if self.t_total_hip.is_none() {
            Some(subject.no_t(Region::TotalHip))
        } else if self.weight_kg.is_none() {
            Some(missing("weight_kg", "the model needs the weight").into())
        } else {
            None
        }
    }

    fn points(&self) -> Option<f64> {
        self.weight_kg?;
        self.t_points.map(|t| sum(age_points(self.age), t, self.as_read))
    }

    /// What is said of each outcome.
    fn numbers(&self, subject: &Subject<'_>) -> [Numbers; OUTCOMES.len()] {
        let points = self.points();
        let refused = self.refused(subject);
        OUTCOMES.map(|outcome| {
            let known = points.and_then(|points| published(steps(outcome)?, points));
            Numbers {
                percent: known.and_then(|known| known.percent),
                points,
                category: known.and_then(|known| known.category),
                at_cut_off: points.map(|points| points >= terms::CUT_OFF_WITH_BMD),
                refused,
                ..Numbers::default()
            }
        })
    }

    fn answer(&self, subject: &Subject<'_>) -> ModelAnswer {
        let mut said = subject.begin(&models::SOF_FRACTURE_INDEX);
        list_moved_age(subject, self.age, [SOF_AGE_FROM_YEARS, Age::MAX], &mut said.clamped);
        let age_points = age_points(self.age);
        let of_t =
            |t_points: f64| completions(self.answers).map(move |answers| sum(age_points, t_points, answers));
        let sums: Vec<f64> = match self.t_points {
            Some(t) => of_t(t).collect(),
            None => terms::T_TOTAL_HIP.iter().flat_map(|band| of_t(band.points)).collect(),
        };
        if said.in_full {
            self.list_inputs(&mut said);
            self.list_unknowns(subject.person, &mut said);
        }
        let refused = self.refused::<Refusal>(subject);
        let imaged = if subject.in_full { flag_imaged_vertebra(subject.person) } else { None };
        let of = |(outcome, numbers)| {
            let possible = Possible::of(&sums, |points: f64| published(steps(outcome)?, points));
            OutcomeAnswer {
                range_percent: possible.percent,
                range_points: possible.points,
                could_be: possible.categories,
                flags: imaged.clone().into_iter().collect(),
                refused: refused.clone(),
                ..OutcomeAnswer::of(outcome, HORIZON).with(numbers)
            }
        };
        said.outcomes = OUTCOMES.into_iter().zip(self.numbers(subject)).map(of).collect();
        said
    }

    fn list_inputs(&self, said: &mut ModelAnswer) {
        let [fracture_read, mother_read, _, smoker_read, arms_read] = self.as_read;
        said.input("age_years", self.age);
        said.input("fracture_after_50", fracture_read);
        said.input("maternal_hip_fracture", mother_read);
        if let Some(kg) = self.weight_kg {
            said.input("weight_kg", kg);
        }
        said.input("current_smoker", smoker_read);
        said.input("needs_arms_to_rise", arms_read);
        if let Some(t) = self.t_total_hip {
            said.input("t_total_hip", t);
        }
    }

    /// Lists what was unknown, with the points of the other answer.
    fn list_unknowns(&self, person: &Person<'_>, to: &mut impl Unknowns) {
        let [fracture, mother, _, smoker, arms] = self.answers;
        let [fracture_read, ..] = self.as_read;
        let open = [
            (
                "fractures",
                fractures_read_as(person, fracture_read),
                fracture,
                if fracture_read { -terms::FRACTURE_AFTER_50 } else { terms::FRACTURE_AFTER_50 },
            ),
            ("risk_factors.maternal_hip_fracture", "false", mother, terms::MATERNAL_HIP_FRACTURE),
            ("risk_factors.current_smoker", "false", smoker, terms::CURRENT_SMOKER),
            ("risk_factors.needs_arms_to_rise", "false", arms, terms::NEEDS_ARMS_TO_RISE),
        ];
        let points = self.points();
        for (field, read_as, _, change) in open.into_iter().filter(|(_, _, answer, _)| answer.is_none()) {
            to.read_as(field, read_as, || {
                let hip = points.and_then(|points| published(tables::HIP, points + change)?.percent);
                let hip = hip.map_or(String::new(), |hip| format!(", hip {hip} % in 5 years"));
                format!("{}{hip}", points_otherwise(change))
            });
        }
    }
}

const NEEDS_ARMS_TO_RISE: KeySet = RiskFactors::keys(&["needs_arms_to_rise"]);
const MATERNAL_HIP_FRACTURE: KeySet = RiskFactors::keys(&["maternal_hip_fracture"]);

/// The mother's; none of a parent is none of the mother, and one of a parent may be the father's.
fn maternal_hip_fracture(subject: &Subject<'_>) -> Option<bool> {
    let person = subject.person;
    let stated = person.document.risk_factors.as_ref();
    let mother = stated.and_then(|r| r.maternal_hip_fracture);
    let parents = stated.and_then(|r| r.parental_hip_fracture);
    match (mother, parents) {
        (Some(said), _) => Some(said),
        (None, Some(false)) => Some(false),
        (None, Some(true)) => None,
        (None, None) => person.any_risk_factor(MATERNAL_HIP_FRACTURE),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp, reason = "points are whole numbers")]

    use super::*;

    const WOMAN: Inputs = Inputs {
        age_years: 65.0,
        fracture_after_50: false,
        maternal_hip_fracture: false,
        weight_kg: 70.0,
        current_smoker: false,
        needs_arms_to_rise: false,
        t_total_hip: 0.0,
    };

    #[test]
    fn bands_of_age() {
        for (age_years, expected) in [
            (65.0, 1.0),
            (69.9, 1.0),
            (70.0, 2.0),
            (75.0, 3.0),
            (80.0, 4.0),
            (84.99, 4.0),
            (85.0, 5.0),
            (120.0, 5.0),
        ] {
            assert_eq!(points(&Inputs { age_years, ..WOMAN }).unwrap(), expected, "{age_years}");
        }
        assert_eq!(points(&Inputs { age_years: 64.99, ..WOMAN }).unwrap_err().code, Code::OutOfRange);
        // The table has a band for younger women, who are outside the paper's population.
        assert_eq!(age_points(64.0), 0.0);
    }

    #[test]
    fn bands_of_the_t_score_and_of_weight() {
        for (t_total_hip, more) in [
            (-0.9, 0.0),
            (-1.0, 0.0),
            (-1.1, 2.0),
            (-2.0, 2.0),
            (-2.1, 3.0),
            (-2.4, 3.0),
            (-2.5, 4.0),
            (-9.0, 4.0),
        ] {
            assert_eq!(points(&Inputs { t_total_hip, ..WOMAN }).unwrap(), 1.0 + more, "{t_total_hip}");
        }
        for (weight_kg, more) in [(56.9, 1.0), (57.0, 1.0), (57.1, 0.0)] {
            assert_eq!(points(&Inputs { weight_kg, ..WOMAN }).unwrap(), 1.0 + more, "{weight_kg}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for bad in [
            Inputs { age_years: f64::NAN, ..WOMAN },
            Inputs { weight_kg: f64::INFINITY, ..WOMAN },
            Inputs { t_total_hip: f64::NAN, ..WOMAN },
        ] {
            assert_eq!(points(&bad).unwrap_err().code, Code::NotFinite);
        }
    }

    #[test]
    fn the_published_table_begins_at_one_point() {
        assert_eq!(risk(Outcome::Hip, 0.0).unwrap_err().code, Code::NotPublished);
        assert_eq!(risk(Outcome::Hip, f64::NAN).unwrap_err().code, Code::NotPublished);
        assert_eq!(risk(Outcome::Mof, 5.0).unwrap_err().code, Code::NotPublished);
        assert_eq!(risk(Outcome::Vertebral, 5.0).unwrap().percent, Some(5.3));
        assert_eq!(risk(Outcome::Nonvertebral, 15.0).unwrap().category, Some("8+"));
    }
}
