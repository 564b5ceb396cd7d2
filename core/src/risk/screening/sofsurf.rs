//! SOFSURF, from the Study of Osteoporotic Fractures (Black 1998), in one transcription.

use crate::error::{Code, Refusal};
use crate::risk::points::{points as of, terms::sofsurf as terms};
use crate::risk::{
    FieldSet, InNumbers, ModelAnswer, NoAnswer, OutcomeAnswer, Remark, Subject, Unknowns, models,
};

use super::decimal::{Decimal, Factor};
use super::fractures;
use super::tool::{self, Asked, Verdict, Worse};

/// Whether the points below 59 kg come on top of the point below 68 kg; the text leaves it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LightWeight {
    /// 1 and 2 are 3, as "+2" says; the reading of the answer.
    Added,
    /// 2 in place of 1.
    Replacing,
}

/// Whether years below 65 take points off; the text gives the term without a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YoungAge {
    /// The term as it stands, negative below 65; the reading of the answer.
    Negative,
    /// None below 65.
    Zero,
}

/// What SOFSURF asks of a postmenopausal woman.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Woman {
    /// Completed years, to 120.
    pub age_years: u8,
    /// Weight, 20-300 kg.
    pub weight_kg: f64,
    /// Smokes now.
    pub current_smoker: bool,
    /// A fracture since the menopause.
    pub postmenopausal_fracture: bool,
}

/// `0.2 * (age - 65)`, 1 below 68 kg and 2 below 59 kg, 1 for smoking now, 1 for a fracture since the
/// menopause.
///
/// # Errors
/// An age above 120, and a weight that is outside its range or no number.
///
/// ```
/// use osteon::risk::screening::sofsurf::{LightWeight, Woman, YoungAge, points};
/// let woman =
///     Woman { age_years: 67, weight_kg: 58.0, current_smoker: true, postmenopausal_fracture: false };
/// assert_eq!(points(&woman, LightWeight::Added, YoungAge::Negative)?, 4.4);
/// assert_eq!(points(&woman, LightWeight::Replacing, YoungAge::Negative)?, 3.4);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn points(woman: &Woman, light: LightWeight, young: YoungAge) -> Result<f64, Refusal> {
    tool::age(woman.age_years)?;
    Ok(sum(woman, tool::weight(woman.weight_kg)?, light, young))
}

/// The points of a woman of this weight.
fn sum(woman: &Woman, weight: Decimal, light: LightWeight, young: YoungAge) -> f64 {
    const FOR_EACH_YEAR: Factor = Factor::times(terms::FOR_EACH_YEAR);
    let years = Decimal::whole(woman.age_years).minus(Decimal::of(terms::ZERO_AT_AGE));
    let of_age = years.by(FOR_EACH_YEAR).to_f64();
    let of_age = if young == YoungAge::Zero { of_age.max(0.0) } else { of_age };
    let weight = weight.to_f64();
    let below_68_kg = of(terms::BELOW_68_KG, weight).unwrap_or_default();
    let below_59_kg = of(terms::BELOW_59_KG, weight).unwrap_or_default();
    let of_weight = match light {
        LightWeight::Added => below_68_kg + below_59_kg,
        LightWeight::Replacing => below_68_kg.max(below_59_kg),
    };
    let of_smoking = if woman.current_smoker { terms::CURRENT_SMOKER } else { 0.0 };
    let of_fracture = if woman.postmenopausal_fracture { terms::POSTMENOPAUSAL_FRACTURE } else { 0.0 };
    Decimal::of(of_age + of_weight + of_smoking + of_fracture).to_f64()
}

/// Whether the points are a reason to measure; `None` for NaN.
#[must_use]
pub fn at_cut_off(points: f64) -> Option<bool> {
    tool::number(points).map(|points| points >= terms::CUT_OFF_AT_LEAST)
}

fn verdict(woman: &Woman, light: LightWeight, young: YoungAge) -> Verdict {
    Verdict::at_least(sum(woman, Decimal::of(woman.weight_kg), light, young), terms::CUT_OFF_AT_LEAST)
}

fn as_read(woman: &Woman) -> Verdict {
    verdict(woman, LightWeight::Added, YoungAge::Negative)
}

/// What the tool reads of a woman.
struct Read {
    age_years: u8,
    weight: Option<f64>,
    smoker: Asked,
    fracture: Asked,
}

impl Read {
    fn of<E: NoAnswer>(subject: &Subject<'_>) -> Result<Self, E> {
        subject.postmenopausal_only()?;
        Ok(Self {
            age_years: tool::age_of::<E>(subject, 0.0)?,
            weight: tool::weight_of(subject),
            smoker: Asked::of("risk_factors.current_smoker", subject.person.smokes()),
            fracture: fractures::since_menopause(subject.person),
        })
    }

    fn woman(&self, weight_kg: f64, current_smoker: bool, postmenopausal_fracture: bool) -> Woman {
        Woman { age_years: self.age_years, weight_kg, current_smoker, postmenopausal_fracture }
    }

    /// The woman as read, if her weight is known.
    fn known(&self) -> Option<Woman> {
        self.weight.map(|kg| self.woman(kg, self.smoker.read, self.fracture.read))
    }

    fn reckon<E: NoAnswer>(&self, subject: &Subject<'_>) -> Result<Verdict, E> {
        self.known().map(|woman| as_read(&woman)).ok_or_else(|| tool::no_weight(subject))
    }

    /// Lists what was unknown, with the verdict of the other reading.
    fn list_unknowns(&self, to: &mut impl Unknowns) {
        let Self { weight, smoker, fracture, .. } = *self;
        smoker.list(to, |other| weight.map(|kg| as_read(&self.woman(kg, other, fracture.read))));
        fracture.list(to, |other| weight.map(|kg| as_read(&self.woman(kg, smoker.read, other))));
    }
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    tool::numbers(to, Read::of(subject).and_then(|read| read.reckon(subject)))
}

/// The fields that the tool may read something into.
pub(crate) const FIELDS: &[&str] = &["postmenopausal", "risk_factors.current_smoker", "fractures"];

pub(crate) fn unknowns(subject: &Subject<'_>, to: &mut FieldSet) {
    if let Ok(read) = Read::of::<Code>(subject) {
        tool::list_menopause(subject, to);
        read.list_unknowns(to);
    }
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    tool::answer(&models::SOFSURF, subject, |subject, said| {
        let read = Read::of::<Refusal>(subject)?;
        let Read { weight, smoker, fracture, .. } = read;
        tool::list_menopause(subject, said);
        tool::list_age(subject, said, 0.0, read.age_years);
        tool::list_weight(said, weight);
        said.input("current_smoker", smoker.read);
        said.input("postmenopausal_fracture", fracture.read);
        read.list_unknowns(said);
        // Every weight of the finer bands is in one of the others.
        let fine = tool::weights(&weight, terms::BELOW_59_KG);
        let others = if weight.is_some() { &[] } else { &*tool::weights(&None, terms::BELOW_68_KG) };
        let mut completions = Vec::new();
        for &weight in fine.iter().chain(others) {
            for smoker in smoker.could() {
                completions
                    .extend(fracture.could().map(|broken| as_read(&read.woman(weight, smoker, broken))));
            }
        }
        let mut outcome = tool::outcome(read.reckon(subject), Worse::High, &completions);
        if let Some(woman) = read.known() {
            by_other_readings(&mut outcome, &woman, said.in_full);
        }
        Ok(outcome)
    })
}

/// The text leaves two things open; the other reading of each where it gives other points.
fn by_other_readings(outcome: &mut OutcomeAnswer, woman: &Woman, in_full: bool) {
    let read = as_read(woman);
    let replacing = verdict(woman, LightWeight::Replacing, YoungAge::Negative);
    if replacing != read {
        outcome.variants.push(replacing.variant("sofsurf_weight_below_59_kg=replacing"));
    }
    if in_full && replacing != read {
        outcome.flags.push(Remark {
            code: "weight_points_ambiguous",
            text: "the text does not say whether the 2 points below 59 kg add to the point below 68 kg or \
                   replace it; added here"
                .to_owned(),
        });
    }
    let zero = verdict(woman, LightWeight::Added, YoungAge::Zero);
    if zero != read {
        outcome.variants.push(zero.variant("sofsurf_age_below_65=zero"));
    }
    if in_full && zero != read {
        outcome.flags.push(Remark {
            code: "age_points_negative",
            text: "the age term is read as it stands, so that each year below 65 takes off 0.2 points"
                .to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp, reason = "points are exact decimals")]

    use super::*;
    use LightWeight::{Added, Replacing};
    use YoungAge::{Negative, Zero};

    const WOMAN: Woman =
        Woman { age_years: 65, weight_kg: 70.0, current_smoker: false, postmenopausal_fracture: false };

    #[test]
    fn both_edges_of_each_term() {
        let by_weight = |weight_kg, light| points(&Woman { weight_kg, ..WOMAN }, light, Negative).unwrap();
        assert_eq!([58.9, 59.0, 67.9, 68.0].map(|kg| by_weight(kg, Added)), [3.0, 1.0, 1.0, 0.0]);
        assert_eq!([58.9, 59.0, 67.9, 68.0].map(|kg| by_weight(kg, Replacing)), [2.0, 1.0, 1.0, 0.0]);
        let by_age = |age_years, young| points(&Woman { age_years, ..WOMAN }, Added, young).unwrap();
        assert_eq!([64, 65, 66, 70, 72].map(|age| by_age(age, Negative)), [-0.2, 0.0, 0.2, 1.0, 1.4]);
        assert_eq!([64, 65, 66].map(|age| by_age(age, Zero)), [0.0, 0.0, 0.2]);
        assert_eq!([by_age(69, Negative), by_age(70, Negative)].map(at_cut_off), [Some(false), Some(true)]);
        assert!(points(&Woman { weight_kg: f64::NAN, ..WOMAN }, Added, Negative).is_err());
    }
}
