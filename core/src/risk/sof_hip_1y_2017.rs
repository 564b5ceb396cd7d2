//! One-year hip fracture score of the Study of Osteoporotic Fractures (Weycker 2017): women of 65 and
//! more with osteoporosis at the total hip.

use crate::diagnosis::{PastFracture, and, any_past_fracture, or};
use crate::document::stated::KeySet;
use crate::document::{FractureSite, Region, RiskFactors};
use crate::error::{Code, Refusal};
use crate::facts::Person;
use crate::quantity::{Age, PrintedT};
use crate::reference::thresholds::SOF_AGE_FROM_YEARS;

use super::points::{points as points_of, terms::sof_hip_1y_2017 as terms};
use super::reading::{
    Possible, age_read, any_after_50, any_read_after_50, completions, flag_imaged_vertebra,
    fractures_read_as, list_moved_age, points_otherwise, remark, within,
};
use super::risk_by_points::{Published, published, tables::sof_hip_1y_2017 as tables};
use super::{
    FieldSet, Horizon, InNumbers, ModelAnswer, NoAnswer, Numbers, Outcome, OutcomeAnswer, Subject, Unknowns,
    models,
};

const HORIZON: Horizon = Horizon::Years(1);

/// What the score asks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inputs {
    /// Age, years; 65 or more. It gives no points.
    pub age_years: f64,
    /// T-score of the total hip, as reported; -2.5 or less.
    pub t_total_hip: f64,
    /// Short mini-mental state examination; 23 and less count.
    pub mmse_score: f64,
    /// A nonvertebral fracture after 50.
    pub nonvertebral_fracture_after_50: bool,
    /// Walking speed, m/s.
    pub walking_speed_m_s: f64,
    /// Uses the arms to stand up from a chair, or walks poorly heel to toe.
    pub arms_or_poor_tandem: bool,
}

/// The score: 0, or 5 to 34 points. Source: Weycker 2017, table 3.
///
/// ```
/// use osteon::risk::sof_hip_1y_2017 as score;
/// let woman = score::Inputs {
///     age_years: 80.0,
///     t_total_hip: -3.0,
///     mmse_score: 24.0,
///     nonvertebral_fracture_after_50: true,
///     walking_speed_m_s: 0.8,
///     arms_or_poor_tandem: false,
/// };
/// let points = score::points(&woman)?;
/// assert_eq!(points, 20.0);
/// assert_eq!(score::risk(points)?.category, Some("1.5_to_2.5"));
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
///
/// # Errors
/// `NotFinite`; `OutOfRange` for age (65-120 years), MMSE (0-30), speed (0-5 m/s), T-score (-10 to +10);
/// `OutsidePopulation` for a T-score above -2.5.
pub fn points(inputs: &Inputs) -> Result<f64, Refusal> {
    within("age_years", inputs.age_years, SOF_AGE_FROM_YEARS, Age::MAX, "65 years and more")?;
    within("mmse_score", inputs.mmse_score, 0.0, 30.0, "0-30")?;
    within("walking_speed_m_s", inputs.walking_speed_m_s, 0.0, 5.0, "0-5 m/s")?;
    let sum = Sum {
        t: t_points::<Refusal>(inputs.t_total_hip)?,
        // The bands leave no score and no speed out.
        speed: points_of(terms::WALKING_SPEED_M_S, inputs.walking_speed_m_s).unwrap_or(0.0),
    };
    let impaired = is_impaired(inputs.mmse_score);
    Ok(sum.with([impaired, inputs.nonvertebral_fracture_after_50, inputs.arms_or_poor_tandem]))
}

/// The category by points, with its lower and upper end in percent in one year. Source: Weycker 2017.
///
/// # Errors
/// `NotPublished` for a sum that the points cannot give.
pub fn risk(points: f64) -> Result<Published, Refusal> {
    published(tables::HIP, points)
        .ok_or_else(|| Refusal::new(Code::NotPublished, "points", points, "0 or 5-34 points"))
}

/// The points of bands that are known; the rest is yes or no.
#[derive(Clone, Copy)]
struct Sum {
    t: f64,
    speed: f64,
}

impl Sum {
    /// Impaired cognition, nonvertebral fracture after 50, arms or poor tandem.
    fn with(self, answers: [bool; 3]) -> f64 {
        let cognition = terms::MMSE_SCORE.iter().map(|band| band.points).fold(0.0, f64::max);
        let worth = [cognition, terms::NONVERTEBRAL_FRACTURE_AFTER_50, terms::ARMS_OR_POOR_TANDEM];
        let said = answers.iter().zip(worth).filter(|(yes, _)| **yes).map(|(_, points)| points);
        self.t + self.speed + said.sum::<f64>()
    }
}

fn t_points<E: NoAnswer>(t: f64) -> Result<f64, E> {
    within("t_total_hip", t, PrintedT::MIN, PrintedT::MAX, PrintedT::LIMIT)?;
    points_of(terms::T_TOTAL_HIP, t).ok_or_else(|| {
        let limit = "the model speaks of women with osteoporosis at the total hip, T-score -2.5 or less";
        E::because(Code::OutsidePopulation, "t_total_hip", t, || limit.into())
    })
}

fn is_impaired(mmse_score: f64) -> bool {
    points_of(terms::MMSE_SCORE, mmse_score).is_some_and(|points| points > 0.0)
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    match Read::of::<Code>(subject) {
        Ok(read) => Numbers::each(to, [read.numbers()]),
        Err(code) => Numbers::none::<1>(to, code),
    }
}

/// The fields of [`Read::list_unknowns`].
pub(super) const FIELDS: &[&str] = &[
    "risk_factors.mmse_score",
    "fractures",
    "risk_factors.needs_arms_to_rise",
    "risk_factors.poor_tandem_walk",
    "risk_factors.walking_speed_m_s",
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
            let asked = [(Outcome::Hip, Some(HORIZON))];
            ModelAnswer::refused(&models::SOF_HIP_1Y_2017, asked, refusal)
        }
    }
}

/// What the score is told of a woman.
struct Read {
    age: f64,
    t: f64,
    t_points: f64,
    mmse: Option<f64>,
    speed: Option<f64>,
    arms: Option<bool>,
    tandem: Option<bool>,
    /// As stated; unknown where something would have to be read into it.
    answers: [Option<bool>; 3],
    as_read: [bool; 3],
}

impl Read {
    fn of<E: NoAnswer>(subject: &Subject<'_>) -> Result<Self, E> {
        subject.women_only()?;
        let person = subject.person;
        let age = age_read::<E>(subject, SOF_AGE_FROM_YEARS, Age::MAX)?;
        // Without a T-score it is not known whether the model speaks of this woman at all.
        let t = subject.t(Region::TotalHip).ok_or_else(|| subject.no_t::<E>(Region::TotalHip))?;
        let t_points = t_points::<E>(t)?;
        let risk_factors = person.document.risk_factors.as_ref();
        // Not measured is not "no", not even where every question was asked.
        let mmse = risk_factors.and_then(|r| r.mmse_score);
        let speed = risk_factors.and_then(|r| r.walking_speed_m_s);
        let arms = person.any_risk_factor(NEEDS_ARMS_TO_RISE);
        let tandem = person.any_risk_factor(POOR_TANDEM_WALK);
        let fracture =
            any_past_fracture(person, |fracture| and(any_after_50(fracture), nonvertebral(fracture)));
        let fracture_read =
            any_past_fracture(person, |fracture| and(any_read_after_50(fracture), nonvertebral(fracture)));
        let (impaired, arms_or_tandem) = (mmse.map(is_impaired), or(arms, tandem));
        Ok(Self {
            age,
            t,
            t_points,
            mmse,
            speed,
            arms,
            tandem,
            answers: [impaired, fracture, arms_or_tandem],
            as_read: [impaired, fracture_read, arms_or_tandem].map(|answer| answer.unwrap_or(false)),
        })
    }

    /// The points of the speeds that may be; the first is as it is read.
    fn speeds(&self) -> impl Iterator<Item = f64> {
        // The fastest band first: an unknown speed is read as it.
        let bands = terms::WALKING_SPEED_M_S.iter().rev();
        bands.filter(|band| self.speed.is_none_or(|speed| band.holds(speed))).map(|band| band.points)
    }

    fn points(&self) -> f64 {
        let speed = self.speeds().next().unwrap_or(0.0);
        Sum { t: self.t_points, speed }.with(self.as_read)
    }

    fn numbers(&self) -> Numbers {
        let points = self.points();
        let category = published(tables::HIP, points).and_then(|published| published.category);
        Numbers { points: Some(points), category, ..Numbers::default() }
    }

    fn answer(&self, subject: &Subject<'_>) -> ModelAnswer {
        let mut said = subject.begin(&models::SOF_HIP_1Y_2017);
        list_moved_age(subject, self.age, [SOF_AGE_FROM_YEARS, Age::MAX], &mut said.clamped);
        let t = self.t_points;
        let with = |speed: f64| completions(self.answers).map(move |answers| Sum { t, speed }.with(answers));
        let sums: Vec<f64> = self.speeds().flat_map(with).collect();
        if said.in_full {
            self.list_inputs(&mut said);
            self.list_unknowns(subject.person, &mut said);
        }
        let possible = Possible::of(&sums, |points| published(tables::HIP, points));
        let mut outcome = OutcomeAnswer {
            range_points: possible.points,
            could_be: possible.categories,
            ..OutcomeAnswer::of(Outcome::Hip, HORIZON).with(self.numbers())
        };
        if said.in_full {
            if self.mmse.is_some() {
                let text = "the paper counts the short form of the mini-mental state examination; mmse_score is \
                            taken as it";
                outcome.flags.push(remark("short_mmse", text));
            }
            outcome.flags.extend(flag_imaged_vertebra(subject.person));
        }
        said.outcomes = vec![outcome];
        said
    }

    fn list_inputs(&self, said: &mut ModelAnswer) {
        let [_, fracture_read, arms_or_tandem_read] = self.as_read;
        said.input("age_years", self.age);
        said.input("t_total_hip", self.t);
        if let Some(mmse) = self.mmse {
            said.input("mmse_score", mmse);
        }
        said.input("nonvertebral_fracture_after_50", fracture_read);
        if let Some(speed) = self.speed {
            said.input("walking_speed_m_s", speed);
        }
        said.input("arms_or_poor_tandem", arms_or_tandem_read);
    }

    /// Lists what was unknown, with the points of the other answer.
    fn list_unknowns(&self, person: &Person<'_>, to: &mut impl Unknowns) {
        let [impaired, fracture, arms_or_tandem] = self.answers;
        let [_, fracture_read, _] = self.as_read;
        let open_test = |test: Option<bool>| arms_or_tandem.is_none() && test.is_none();
        let worth = |if_so: [bool; 3]| Sum { t: 0.0, speed: 0.0 }.with(if_so);
        let of_fracture = worth([false, true, false]);
        let open = [
            ("risk_factors.mmse_score", "above 23", impaired.is_none(), worth([true, false, false])),
            (
                "fractures",
                fractures_read_as(person, fracture_read),
                fracture.is_none(),
                if fracture_read { -of_fracture } else { of_fracture },
            ),
            ("risk_factors.needs_arms_to_rise", "false", open_test(self.arms), worth([false, false, true])),
            ("risk_factors.poor_tandem_walk", "false", open_test(self.tandem), worth([false, false, true])),
            (
                "risk_factors.walking_speed_m_s",
                "above 1.0 m/s",
                self.speed.is_none(),
                self.speeds().fold(0.0, f64::max),
            ),
        ];
        let points = self.points();
        for (field, read_as, _, change) in open.into_iter().filter(|(_, _, open, _)| *open) {
            to.read_as(field, read_as, || {
                let category =
                    published(tables::HIP, points + change).and_then(|published| published.category);
                let category = category.map_or(String::new(), |category| format!(", category {category}"));
                let up_to = if field == "risk_factors.walking_speed_m_s" { "up to " } else { "" };
                format!("{up_to}{}{category}", points_otherwise(change))
            });
        }
    }
}

const NEEDS_ARMS_TO_RISE: KeySet = RiskFactors::keys(&["needs_arms_to_rise"]);
const POOR_TANDEM_WALK: KeySet = RiskFactors::keys(&["poor_tandem_walk"]);

fn nonvertebral(fracture: &PastFracture<'_>) -> Option<bool> {
    match fracture.site {
        FractureSite::Unspecified => None,
        FractureSite::Vertebra | FractureSite::UpperThoracicVertebra | FractureSite::CervicalVertebra => {
            Some(false)
        }
        _ => Some(true),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp, reason = "points are whole numbers")]

    use super::*;

    const WOMAN: Inputs = Inputs {
        age_years: 75.0,
        t_total_hip: -2.7,
        mmse_score: 24.0,
        nonvertebral_fracture_after_50: false,
        walking_speed_m_s: 1.1,
        arms_or_poor_tandem: false,
    };

    #[test]
    fn boundaries() {
        for (t_total_hip, expected) in
            [(-2.5, 0.0), (-2.9, 0.0), (-3.0, 5.0), (-3.4, 5.0), (-3.5, 8.0), (-6.0, 8.0)]
        {
            assert_eq!(points(&Inputs { t_total_hip, ..WOMAN }).unwrap(), expected, "{t_total_hip}");
        }
        for (speed, expected) in
            [(0.0, 11.0), (0.69, 11.0), (0.7, 10.0), (1.0, 10.0), (1.01, 0.0), (5.0, 0.0)]
        {
            let of = points(&Inputs { walking_speed_m_s: speed, ..WOMAN }).unwrap();
            assert_eq!(of, expected, "{speed}");
        }
        for (mmse_score, expected) in [(0.0, 5.0), (23.0, 5.0), (23.5, 0.0), (24.0, 0.0), (30.0, 0.0)] {
            assert_eq!(points(&Inputs { mmse_score, ..WOMAN }).unwrap(), expected, "{mmse_score}");
        }
    }

    #[test]
    fn refusals() {
        let code = |inputs: Inputs| points(&inputs).unwrap_err().code;
        assert_eq!(code(Inputs { t_total_hip: -2.4, ..WOMAN }), Code::OutsidePopulation);
        assert_eq!(code(Inputs { t_total_hip: f64::NAN, ..WOMAN }), Code::NotFinite);
        assert_eq!(code(Inputs { mmse_score: f64::NAN, ..WOMAN }), Code::NotFinite);
        assert_eq!(code(Inputs { walking_speed_m_s: f64::NAN, ..WOMAN }), Code::NotFinite);
        assert_eq!(code(Inputs { walking_speed_m_s: 5.1, ..WOMAN }), Code::OutOfRange);
        assert_eq!(code(Inputs { age_years: 64.9, ..WOMAN }), Code::OutOfRange);
        assert_eq!(risk(3.0).unwrap_err().code, Code::NotPublished);
    }

    #[test]
    fn every_sum_that_can_be_has_a_category() {
        for t in terms::T_TOTAL_HIP {
            for speed in terms::WALKING_SPEED_M_S {
                for answers in completions([None; 3]) {
                    let sum = Sum { t: t.points, speed: speed.points }.with(answers);
                    assert!(risk(sum).is_ok(), "{sum}");
                }
            }
        }
    }
}
