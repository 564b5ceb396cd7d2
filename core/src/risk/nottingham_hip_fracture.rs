//! The Nottingham Hip Fracture Score (Maxwell 2008): death within 30 days of a hip fracture.
//!
//! For a person with a hip fracture now; it predicts no fracture.

use crate::diagnosis::{PastFracture, any_past_fracture, or};
use crate::document::stated::KeySet;
use crate::document::{Analyte, Comparator, FractureSite, History, Lab, RiskFactors, Sex};
use crate::error::{Code, Refusal};
use crate::facts::{Person, days_between};
use crate::reference::thresholds::HIP_FRACTURE_NOW_DAYS;

use super::points::{points as points_of, terms::nottingham_hip_fracture as terms};
use super::reading::{Possible, completions, remark, within};
use super::risk_by_points::{Published, published, tables::nottingham_hip_fracture as tables};
use super::{
    FieldSet, Horizon, InNumbers, ModelAnswer, Numbers, Outcome, OutcomeAnswer, Remark, Subject, Unknowns,
    missing, models,
};

const HORIZON: Horizon = Horizon::Days(30);

/// What the score asks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inputs {
    /// Sex.
    pub sex: Sex,
    /// Age in completed years, 0-120.
    pub age_years: f64,
    /// Haemoglobin on admission, g/L; 100 and less count.
    pub haemoglobin_g_l: f64,
    /// Abbreviated mental test score, 0-10; 6 and less count.
    pub amts_score: f64,
    /// Lives in an institution.
    pub institution: bool,
    /// Two or more of the paper's comorbidities.
    pub two_comorbidities: bool,
    /// A malignancy within 20 years.
    pub malignancy: bool,
}

/// The score, 0 to 10 points. Source: Maxwell 2008.
///
/// ```
/// use osteon::document::Sex;
/// use osteon::risk::nottingham_hip_fracture as score;
/// let man = score::Inputs {
///     sex: Sex::Male,
///     age_years: 86.0,
///     haemoglobin_g_l: 100.0,
///     amts_score: 7.0,
///     institution: false,
///     two_comorbidities: false,
///     malignancy: false,
/// };
/// let points = score::points(&man)?;
/// assert_eq!(points, 6.0);
/// assert_eq!(score::risk(points)?.percent, Some(11.0));
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
///
/// # Errors
/// `NotFinite` or `OutOfRange` for age (0-120 years), haemoglobin (20-260 g/L) and AMTS (0-10).
pub fn points(inputs: &Inputs) -> Result<f64, Refusal> {
    within("age_years", inputs.age_years, 0.0, 120.0, "0-120 years")?;
    within("haemoglobin_g_l", inputs.haemoglobin_g_l, 20.0, 260.0, "20-260 g/L")?;
    within("amts_score", inputs.amts_score, 0.0, 10.0, "0-10")?;
    let answers = [
        is_anaemic(inputs.haemoglobin_g_l),
        is_impaired(inputs.amts_score),
        inputs.institution,
        inputs.two_comorbidities,
        inputs.malignancy,
    ];
    Ok(sum(inputs.sex, inputs.age_years, answers))
}

/// Risk of death within 30 days by points. Source: Maxwell 2008.
///
/// # Errors
/// `NotPublished` for anything but a whole number of points from 0 to 10.
pub fn risk(points: f64) -> Result<Published, Refusal> {
    published(tables::DEATH, points)
        .ok_or_else(|| Refusal::new(Code::NotPublished, "points", points, "0-10 points"))
}

/// Anaemia, impaired cognition, institution, two comorbidities, malignancy.
type YesNo<T> = [T; 5];

fn sum(sex: Sex, age: f64, answers: YesNo<bool>) -> f64 {
    // The bands leave no age out.
    let age = points_of(terms::AGE_YEARS, age).unwrap_or(0.0);
    let male = if sex == Sex::Male { terms::MALE } else { 0.0 };
    age + male + answers.iter().zip(worth()).filter(|(yes, _)| **yes).map(|(_, points)| points).sum::<f64>()
}

fn worth() -> YesNo<f64> {
    let highest = |bands: &[super::points::Band]| bands.iter().map(|band| band.points).fold(0.0, f64::max);
    [
        highest(terms::HAEMOGLOBIN_G_L),
        highest(terms::AMTS_SCORE),
        terms::INSTITUTION,
        terms::TWO_COMORBIDITIES,
        terms::MALIGNANCY,
    ]
}

fn is_anaemic(haemoglobin_g_l: f64) -> bool {
    points_of(terms::HAEMOGLOBIN_G_L, haemoglobin_g_l).is_some_and(|points| points > 0.0)
}

fn is_impaired(amts_score: f64) -> bool {
    points_of(terms::AMTS_SCORE, amts_score).is_some_and(|points| points > 0.0)
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    match with_a_hip_fracture_now(subject.person) {
        Ok(()) => Numbers::each(to, [Read::of(subject).numbers()]),
        Err(refusal) => Numbers::none::<1>(to, refusal.code),
    }
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    match with_a_hip_fracture_now(subject.person) {
        Ok(()) => Read::of(subject).answer(subject),
        Err(refusal) => {
            let asked = [(Outcome::Death, Some(HORIZON))];
            ModelAnswer::refused(&models::NOTTINGHAM_HIP_FRACTURE, asked, refusal)
        }
    }
}

fn with_a_hip_fracture_now(person: &Person<'_>) -> Result<(), Refusal> {
    // A month is 30 days.
    let now = |fracture: &PastFracture<'_>| fracture.within_months(HIP_FRACTURE_NOW_DAYS / 30.0);
    let now = any_past_fracture(person, |fracture| match fracture.site {
        FractureSite::ProximalFemur => now(fracture),
        // It may be the hip.
        FractureSite::FemurUnspecified | FractureSite::Unspecified => now(fracture).filter(|&now| !now),
        _ => Some(false),
    });
    match now {
        Some(true) => Ok(()),
        Some(false) => {
            let limit = "the model speaks of people with a hip fracture within 30 days";
            Err(Refusal::new(Code::OutsidePopulation, "fractures", "", limit))
        }
        None => Err(missing(
            "fractures",
            "the model needs to know whether there is a hip fracture within 30 days",
        )),
    }
}

/// What the score is told of a person with a hip fracture.
struct Read {
    sex: Sex,
    age: f64,
    haemoglobin: Option<Haemoglobin>,
    amts: Option<f64>,
    comorbidities: Comorbidities,
    answers: YesNo<Option<bool>>,
}

impl Read {
    fn of(subject: &Subject<'_>) -> Self {
        let person = subject.person;
        let haemoglobin = haemoglobin(person);
        let amts = person.document.risk_factors.as_ref().and_then(|r| r.amts_score);
        let comorbidities = Comorbidities::of(person);
        let answers = [
            haemoglobin.and_then(Haemoglobin::is_anaemic),
            amts.map(is_impaired),
            person.any_risk_factor(CARE_HOME),
            at_least_two(comorbidities.groups().map(any_of)),
            malignancy(person),
        ];
        Self { sex: subject.sex(), age: subject.age(), haemoglobin, amts, comorbidities, answers }
    }

    /// What is unknown is read as no.
    fn as_read(&self) -> YesNo<bool> {
        self.answers.map(|answer| answer.unwrap_or(false))
    }

    fn numbers(&self) -> Numbers {
        let points = sum(self.sex, self.age, self.as_read());
        Numbers { points: Some(points), percent: percent(points), ..Numbers::default() }
    }

    fn answer(&self, subject: &Subject<'_>) -> ModelAnswer {
        let mut said = subject.begin(&models::NOTTINGHAM_HIP_FRACTURE);
        let numbers = self.numbers();
        let of = |answers| sum(self.sex, self.age, answers);
        let sums: Vec<f64> = completions(self.answers).map(of).collect();
        let mut flagged = Vec::new();
        if said.in_full {
            self.list_inputs(&mut said);
            let otherwise = |more: f64| numbers.points.and_then(|points| percent(points + more));
            self.list_unknowns(&mut said, otherwise);
            let [.., malignancy] = self.answers;
            flagged = flags(malignancy);
        }
        let possible = Possible::of(&sums, |points| published(tables::DEATH, points));
        said.outcomes = vec![OutcomeAnswer {
            range_points: possible.points,
            range_percent: possible.percent,
            flags: flagged,
            ..OutcomeAnswer::of(Outcome::Death, HORIZON).with(numbers)
        }];
        said
    }

    fn list_inputs(&self, said: &mut ModelAnswer) {
        let [_, _, institution, two_comorbidities, malignancy] = self.as_read();
        said.input("sex", self.sex.as_str());
        said.input("age_years", self.age);
        if let Some(haemoglobin) = self.haemoglobin {
            said.input("haemoglobin_g_l", haemoglobin.g_l);
        }
        if let Some(amts) = self.amts {
            said.input("amts_score", amts);
        }
        said.input("institution", institution);
        said.input("two_comorbidities", two_comorbidities);
        said.input("malignancy", malignancy);
    }

    /// Lists what was unknown, with the risk by the other answer: a function of its points.
    fn list_unknowns(&self, to: &mut impl Unknowns, otherwise: impl Fn(f64) -> Option<f64>) {
        let [_, _, _, two, _] = self.answers;
        let fields = [
            ("labs", "haemoglobin above 100 g/L"),
            ("risk_factors.amts_score", "above 6"),
            ("risk_factors.care_home", "false"),
            ("", ""),
            ("risk_factors.any_cancer", "false"),
        ];
        for (((field, read_as), answer), more) in fields.into_iter().zip(self.answers).zip(worth()) {
            if answer.is_none() && !field.is_empty() {
                to.read_as(field, read_as, || {
                    otherwise(more).map_or(String::new(), |percent| format!("{percent} % otherwise"))
                });
            }
        }
        if two.is_none() {
            let groups = self.comorbidities.groups();
            let open = groups.into_iter().filter(|group| any_of(group).is_none()).flatten();
            for (field, _) in open.filter(|(_, said)| said.is_none()) {
                to.read_as(field, "false", || {
                    let risk = otherwise(terms::TWO_COMORBIDITIES);
                    let risk = risk.map_or(String::new(), |percent| format!("{percent} % "));
                    format!("{risk}with two or more comorbidities")
                });
            }
        }
    }
}

/// The fields of [`Read::list_unknowns`].
pub(super) const FIELDS: &[&str] = &[
    "labs",
    "risk_factors.amts_score",
    "risk_factors.care_home",
    "risk_factors.any_cancer",
    "risk_factors.cardiovascular_disease",
    "risk_factors.heart_failure",
    "history.coronary_artery_disease",
    "history.myocardial_infarction_or_stroke",
    "risk_factors.stroke",
    "risk_factors.copd",
    "risk_factors.asthma",
    "risk_factors.chronic_kidney_disease",
];

pub(super) fn unknowns(subject: &Subject<'_>, to: &mut FieldSet) {
    Read::of(subject).list_unknowns(to, |_| None);
}

fn percent(points: f64) -> Option<f64> {
    published(tables::DEATH, points).and_then(|published| published.percent)
}

fn flags(malignancy: Option<bool>) -> Vec<Remark> {
    let mut flags = vec![
        remark(
            "comorbidity_groups",
            "comorbidities are counted in four groups (cardiovascular, cerebrovascular, respiratory, renal), \
             which are the paper's as recalled",
        ),
        remark(
            "recalibrated_versions_exist",
            "the risks are those of the paper of 2008; later recalibrations give other risks",
        ),
    ];
    if malignancy == Some(true) {
        let text = "the score counts a malignancy within 20 years; any_cancer is read so";
        flags.push(remark("cancer_of_any_date", text));
    }
    flags
}

/// A haemoglobin concentration.
#[derive(Clone, Copy)]
struct Haemoglobin {
    g_l: f64,
    comparator: Option<Comparator>,
}

impl Haemoglobin {
    /// Unknown where the result is beyond the range of the method and may lie on either side.
    fn is_anaemic(self) -> Option<bool> {
        let stated = is_anaemic(self.g_l);
        match self.comparator {
            None => Some(stated),
            Some(Comparator::Below) => stated.then_some(true),
            Some(Comparator::Above) => (!stated).then_some(false),
        }
    }
}

/// The latest result; one from before the fracture, over 30 days old, is not that of the admission.
fn haemoglobin(person: &Person<'_>) -> Option<Haemoglobin> {
    let is_current = |lab: &&Lab| {
        let days = lab.date.zip(person.today).map(|(date, today)| days_between(date, today));
        days.is_none_or(|days| days <= HIP_FRACTURE_NOW_DAYS)
    };
    let usable = person.results(Analyte::Haemoglobin).filter(is_current).filter_map(|lab| {
        let factor = match lab.unit.as_deref()? {
            unit if is_unit(unit, "g/l") => 1.0,
            unit if is_unit(unit, "g/dl") => 10.0,
            _ => return None,
        };
        Some((lab.date, Haemoglobin { g_l: lab.value? * factor, comparator: lab.comparator }))
    });
    usable.max_by_key(|(date, _)| *date).map(|(_, haemoglobin)| haemoglobin)
}

fn is_unit(written: &str, unit: &str) -> bool {
    let letters = written.chars().filter(|c| !c.is_whitespace());
    letters.map(|c| c.to_ascii_lowercase()).eq(unit.chars())
}

/// The four groups, each with the keys to ask.
struct Comorbidities {
    heart: [Said; 4],
    stroke: [Said; 1],
    lungs: [Said; 2],
    kidneys: [Said; 1],
}

/// A key of `risk_factors`.
macro_rules! risk_factor {
    ($person:ident, $key:literal) => {
        (concat!("risk_factors.", $key), $person.any_risk_factor(const { RiskFactors::keys(&[$key]) }))
    };
}

impl Comorbidities {
    fn of(person: &Person<'_>) -> Self {
        let either = person.any_of_history(INFARCTION_OR_STROKE);
        let stroke = risk_factor!(person, "stroke");
        // "Infarction or stroke" is the infarction unless a stroke explains it.
        let infarction = if stroke.1 == Some(true) { either.filter(|&either| !either) } else { either };
        let dialysis = person.any_of_history(DIALYSIS).filter(|&dialysis| dialysis);
        let (field, kidneys) = risk_factor!(person, "chronic_kidney_disease");
        Self {
            heart: [
                risk_factor!(person, "cardiovascular_disease"),
                risk_factor!(person, "heart_failure"),
                ("history.coronary_artery_disease", person.any_of_history(CORONARY_ARTERY_DISEASE)),
                ("history.myocardial_infarction_or_stroke", infarction),
            ],
            stroke: [stroke],
            lungs: [risk_factor!(person, "copd"), risk_factor!(person, "asthma")],
            kidneys: [(field, dialysis.or(kidneys))],
        }
    }

    fn groups(&self) -> [&[Said]; 4] {
        [&self.heart, &self.stroke, &self.lungs, &self.kidneys]
    }
}

const CARE_HOME: KeySet = RiskFactors::keys(&["care_home"]);
const ANY_CANCER: KeySet = RiskFactors::keys(&["any_cancer"]);
const NAMED_CANCERS: KeySet = History::keys(&["breast_cancer", "skeletal_malignancy"]);
const CORONARY_ARTERY_DISEASE: KeySet = History::keys(&["coronary_artery_disease"]);
const INFARCTION_OR_STROKE: KeySet = History::keys(&["myocardial_infarction_or_stroke"]);
const DIALYSIS: KeySet = History::keys(&["dialysis"]);

/// A key, and what it says.
type Said = (&'static str, Option<bool>);

fn any_of(group: &[Said]) -> Option<bool> {
    let mut any = Some(false);
    for (_, said) in group {
        any = or(any, *said);
    }
    any
}

/// A cancer is one of the paper's malignancies as far as its age is not known to be over 20 years.
fn malignancy(person: &Person<'_>) -> Option<bool> {
    let named = person.any_of_history(NAMED_CANCERS) == Some(true);
    if named { Some(true) } else { person.any_risk_factor(ANY_CANCER) }
}

fn at_least_two(groups: [Option<bool>; 4]) -> Option<bool> {
    let count = |answer: Option<bool>| groups.iter().filter(|group| **group == answer).count();
    let (yes, open) = (count(Some(true)), count(None));
    if yes >= 2 {
        Some(true)
    } else if yes + open < 2 {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp, reason = "points are whole numbers")]

    use super::*;

    const WOMAN: Inputs = Inputs {
        sex: Sex::Female,
        age_years: 60.0,
        haemoglobin_g_l: 130.0,
        amts_score: 10.0,
        institution: false,
        two_comorbidities: false,
        malignancy: false,
    };

    #[test]
    fn boundaries() {
        for (age_years, expected) in [(65.0, 0.0), (66.0, 3.0), (85.0, 3.0), (86.0, 4.0), (120.0, 4.0)] {
            assert_eq!(points(&Inputs { age_years, ..WOMAN }).unwrap(), expected, "{age_years}");
        }
        for (haemoglobin_g_l, expected) in [(99.0, 1.0), (100.0, 1.0), (100.1, 0.0)] {
            assert_eq!(points(&Inputs { haemoglobin_g_l, ..WOMAN }).unwrap(), expected, "{haemoglobin_g_l}");
        }
        for (amts_score, expected) in [(6.0, 1.0), (6.5, 0.0), (7.0, 0.0)] {
            assert_eq!(points(&Inputs { amts_score, ..WOMAN }).unwrap(), expected, "{amts_score}");
        }
        let worst = Inputs {
            sex: Sex::Male,
            age_years: 90.0,
            haemoglobin_g_l: 80.0,
            amts_score: 0.0,
            institution: true,
            two_comorbidities: true,
            malignancy: true,
        };
        assert_eq!(points(&worst).unwrap(), 10.0);
        assert_eq!(risk(10.0).unwrap().percent, Some(45.0));
        assert_eq!(risk(0.0).unwrap().percent, Some(0.7));
    }

    #[test]
    fn refusals() {
        for bad in [
            Inputs { age_years: f64::NAN, ..WOMAN },
            Inputs { haemoglobin_g_l: f64::NAN, ..WOMAN },
            Inputs { amts_score: f64::INFINITY, ..WOMAN },
        ] {
            assert_eq!(points(&bad).unwrap_err().code, Code::NotFinite);
        }
        assert_eq!(points(&Inputs { haemoglobin_g_l: 10.0, ..WOMAN }).unwrap_err().code, Code::OutOfRange);
        for points in [-1.0, 11.0, 1.5, f64::NAN] {
            assert_eq!(risk(points).unwrap_err().code, Code::NotPublished);
        }
    }

    #[test]
    fn two_comorbidities_in_three_values() {
        let (yes, no, open) = (Some(true), Some(false), None);
        assert_eq!(at_least_two([yes, yes, open, no]), Some(true));
        assert_eq!(at_least_two([yes, open, no, no]), None);
        assert_eq!(at_least_two([open, open, no, no]), None);
        assert_eq!(at_least_two([open, no, no, no]), Some(false));
        assert_eq!(at_least_two([yes, no, no, no]), Some(false));
    }
}
