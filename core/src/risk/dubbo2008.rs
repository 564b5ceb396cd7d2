//! The Cox models of the Dubbo Osteoporosis Epidemiology Study (Nguyen 2007, 2008), with BMD.
//!
//! `risk = 1 - S0^exp(g)`, `g = b1 age + b2 T + b3 min(3, fractures after 50) + b4 min(3, falls in 12
//! months)`; the covariates are not centred. The models with body weight instead of BMD are left out:
//! the only baseline seen for them is that of the models with BMD, which puts women's hip risk four to
//! eight times too low.

use std::ops::RangeInclusive;

use crate::diagnosis::{fractures_are_known, past_fractures};
use crate::document::{Region, Sex};
use crate::error::{Code, Refusal};
use crate::facts::Person;
use crate::math::{exp, pow};

use super::reading::{
    age_read, events_after_50, flag_imaged_vertebra, fractures_read_as, list_moved_age, remark, within,
};
use super::{
    FieldSet, Horizon, InNumbers, ModelAnswer, NoAnswer, Numbers, Outcome, OutcomeAnswer, Remark, Subject,
    Unknowns, models,
};

include!(concat!(env!("OUT_DIR"), "/dubbo2008.rs"));

/// One equation: a row of `data/risk/dubbo2008.csv`.
#[derive(Debug)]
struct Equation {
    sex: Sex,
    outcome: Outcome,
    age_years: f64,
    t_femoral_neck: f64,
    fracture: f64,
    fall: f64,
    s0_5_years: f64,
    s0_10_years: f64,
    age_range: RangeInclusive<f64>,
    t_range: RangeInclusive<f64>,
    count_cap: u32,
}

/// What the equations ask.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inputs {
    /// Sex.
    pub sex: Sex,
    /// Age, 55-100 years; the study counts completed years.
    pub age_years: f64,
    /// T-score of the femoral neck, -6 to +4, against the reference of the study's device.
    pub t_femoral_neck: f64,
    /// Low-trauma fractures after 50, as events; three and more count as three.
    pub fractures_after_50: u32,
    /// Falls in the past 12 months; three and more count as three.
    pub falls_past_year: u32,
}

/// Risk of any low-trauma fracture ([`Outcome::Any`]) or of a hip fracture ([`Outcome::Hip`]) in 5 or
/// 10 years, in percent, if the person lives. Source: Nguyen 2008 (any), Nguyen 2007 (hip).
///
/// ```
/// use osteon::document::Sex;
/// use osteon::risk::{Outcome, dubbo2008};
/// let woman = dubbo2008::Inputs {
///     sex: Sex::Female,
///     age_years: 60.0,
///     t_femoral_neck: -2.5,
///     fractures_after_50: 1,
///     falls_past_year: 1,
/// };
/// let hip = dubbo2008::percent(&woman, Outcome::Hip, 5)?;
/// assert!((hip - 5.580454).abs() < 1e-6);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
///
/// # Errors
/// `NotFinite` or `OutOfRange` for age and T-score; `NotPublished` for another outcome or horizon.
pub fn percent(inputs: &Inputs, outcome: Outcome, years: u8) -> Result<f64, Refusal> {
    let equation = equation(inputs.sex, outcome)?;
    let (ages, t) = (&equation.age_range, &equation.t_range);
    within("age_years", inputs.age_years, *ages.start(), *ages.end(), AGE_LIMIT)?;
    within("t_femoral_neck", inputs.t_femoral_neck, *t.start(), *t.end(), T_LIMIT)?;
    let [in_5_years, in_10_years] = equation.survivals();
    match years {
        5 => Ok(equation.percent(inputs, [in_5_years])[0]),
        10 => Ok(equation.percent(inputs, [in_10_years])[0]),
        _ => Err(Refusal::new(Code::NotPublished, "years", years, "5 or 10 years")),
    }
}

const AGE_LIMIT: &str = "55-100 years in this model";
const T_LIMIT: &str = "-6 to +4 in this model";

impl Equation {
    /// Baseline survivals over 5 and 10 years.
    const fn survivals(&self) -> [f64; 2] {
        [self.s0_5_years, self.s0_10_years]
    }

    /// The risks at these baseline survivals, for inputs within the limits.
    fn percent<const N: usize>(&self, inputs: &Inputs, survivals: [f64; N]) -> [f64; N] {
        let capped = |count: u32| f64::from(count.min(self.count_cap));
        let g = self.age_years * inputs.age_years
            + self.t_femoral_neck * inputs.t_femoral_neck
            + self.fracture * capped(inputs.fractures_after_50)
            + self.fall * capped(inputs.falls_past_year);
        let hazard = exp(g);
        survivals.map(|s0| 100.0 * (1.0 - pow(s0, hazard)))
    }
}

fn equation(sex: Sex, outcome: Outcome) -> Result<&'static Equation, Refusal> {
    let found = EQUATIONS.iter().find(|equation| equation.sex == sex && equation.outcome == outcome);
    found.ok_or_else(|| Refusal::new(Code::NotPublished, "outcome", outcome, "any or hip"))
}

const ASKED: [(Outcome, u8); 4] =
    [(Outcome::Any, 5), (Outcome::Any, 10), (Outcome::Hip, 5), (Outcome::Hip, 10)];

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    match Read::of::<Code>(subject) {
        Ok(read) => {
            let of = |percent| Numbers { percent: Some(percent), ..Numbers::default() };
            Numbers::each(to, read.equations.risks(&read.said).map(of))
        }
        Err(code) => Numbers::none::<{ ASKED.len() }>(to, code),
    }
}

/// The fields of [`Read::list_unknowns`].
pub(super) const FIELDS: &[&str] = &["fractures", "risk_factors.falls_past_year"];

pub(super) fn unknowns(subject: &Subject<'_>, to: &mut FieldSet) {
    if let Ok(read) = Read::of::<Code>(subject) {
        read.list_unknowns(subject.person, to);
    }
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    match Read::of(subject) {
        Ok(read) => read.answer(subject),
        Err(refusal) => {
            let asked = ASKED.map(|(outcome, years)| (outcome, Some(Horizon::Years(years))));
            ModelAnswer::refused(&models::DUBBO2008, asked, refusal)
        }
    }
}

/// The two equations of a sex.
#[derive(Clone, Copy)]
struct Equations {
    any: &'static Equation,
    hip: &'static Equation,
}

impl Equations {
    fn of(sex: Sex) -> Result<Self, Refusal> {
        Ok(Self { any: equation(sex, Outcome::Any)?, hip: equation(sex, Outcome::Hip)? })
    }

    /// The risks that are asked for, of inputs within the limits of both.
    fn risks(self, inputs: &Inputs) -> [f64; ASKED.len()] {
        let [any_5, any_10] = self.any.percent(inputs, self.any.survivals());
        let [hip_5, hip_10] = self.hip.percent(inputs, self.hip.survivals());
        [any_5, any_10, hip_5, hip_10]
    }
}

/// The inputs as read, and by the best and the worst completion of what is unknown: both counts only
/// raise the risk.
struct Read {
    equations: Equations,
    said: Inputs,
    best: Inputs,
    worst: Inputs,
}

impl Read {
    fn of<E: NoAnswer>(subject: &Subject<'_>) -> Result<Self, E> {
        let person = subject.person;
        let equations = Equations::of(subject.sex())?;
        let equation = equations.any;
        let age_years = age_read::<E>(subject, *equation.age_range.start(), *equation.age_range.end())?;
        let t_femoral_neck = t_femoral_neck::<E>(subject, equation)?;
        let mut fractures = events_after_50(past_fractures(person));
        if !fractures_are_known(person) {
            fractures.at_most = fractures.at_most.max(equation.count_cap);
        }
        let counted = person.falls_past_year();
        let falls = counted.at_least;
        let falls_at_most = if counted.are_counted() { falls } else { falls.max(equation.count_cap) };
        let with = |fractures_after_50: u32, falls_past_year: u32| Inputs {
            sex: subject.sex(),
            age_years,
            t_femoral_neck,
            fractures_after_50,
            falls_past_year,
        };
        Ok(Self {
            equations,
            said: with(fractures.read, falls),
            best: with(fractures.at_least, falls),
            worst: with(fractures.at_most, falls_at_most),
        })
    }

    fn answer(&self, subject: &Subject<'_>) -> ModelAnswer {
        let mut said = subject.begin(&models::DUBBO2008);
        let equation = self.equations.any;
        list_moved_age(
            subject,
            self.said.age_years,
            [*equation.age_range.start(), *equation.age_range.end()],
            &mut said.clamped,
        );
        list_moved_t(subject, self.said.t_femoral_neck, equation, &mut said.clamped);
        if said.in_full {
            self.list_unknowns(subject.person, &mut said);
            self.list_inputs(&mut said);
        }
        let risks = self.equations.risks(&self.said);
        let otherwise = |inputs| if self.said == inputs { risks } else { self.equations.risks(&inputs) };
        let (best, worst) = (otherwise(self.best), otherwise(self.worst));
        let of = |(((&(outcome, years), percent), best), worst)| OutcomeAnswer {
            percent: Some(percent),
            range_percent: Some([best, worst]),
            ..OutcomeAnswer::of(outcome, Horizon::Years(years))
        };
        said.outcomes = ASKED.iter().zip(risks).zip(best).zip(worst).map(of).collect();
        if said.in_full {
            flag(&mut said.outcomes, subject.person, &self.said, risks);
        }
        said
    }

    /// Lists what was unknown, with the risk by the other reading.
    fn list_unknowns(&self, person: &Person<'_>, to: &mut impl Unknowns) {
        let Inputs { fractures_after_50: fractures, falls_past_year: falls, .. } = self.said;
        let any = |inputs: &Inputs| {
            let [_, in_10_years, ..] = self.equations.risks(inputs);
            format!("{in_10_years:.1} % for any fracture in 10 years")
        };
        let more = if fractures_are_known(person) { "" } else { " or more" };
        for (other, more) in [(self.best.fractures_after_50, ""), (self.worst.fractures_after_50, more)] {
            if other != fractures {
                let read_as = fractures_read_as(person, other < fractures);
                let risk = || any(&Inputs { fractures_after_50: other, ..self.said });
                to.read_as("fractures", read_as, || format!("{} if {other}{more}", risk()));
            }
        }
        let at_most = self.worst.falls_past_year;
        if at_most > falls {
            let read_as = if falls == 0 { "0" } else { "1" };
            let risk = || any(&Inputs { falls_past_year: at_most, ..self.said });
            to.read_as("risk_factors.falls_past_year", read_as, || {
                format!("{} if {at_most} or more", risk())
            });
        }
    }

    fn list_inputs(&self, said: &mut ModelAnswer) {
        said.input("age_years", self.said.age_years);
        said.input("t_femoral_neck", self.said.t_femoral_neck);
        said.input("fractures_after_50", f64::from(self.said.fractures_after_50));
        said.input("falls_past_year", f64::from(self.said.falls_past_year));
    }
}

/// The T-score, within the model's range or, where the caller asks for it, moved to the nearest limit.
fn t_femoral_neck<E: NoAnswer>(subject: &Subject<'_>, equation: &Equation) -> Result<f64, E> {
    let t = subject.t(Region::FemoralNeck).ok_or_else(|| subject.no_t::<E>(Region::FemoralNeck))?;
    let (low, high) = (*equation.t_range.start(), *equation.t_range.end());
    match within("t_femoral_neck", t, low, high, T_LIMIT) {
        Err(_) if subject.clamps() && t.is_finite() => Ok(t.clamp(low, high)),
        within => Ok(within.map(|()| t)?),
    }
}

/// Lists a T-score that was moved.
fn list_moved_t(subject: &Subject<'_>, read: f64, equation: &Equation, clamped: &mut Vec<Remark>) {
    if let Some(t) = subject.t(Region::FemoralNeck).filter(|t| !equation.t_range.contains(t)) {
        let text = format!("T-score {t} is outside -6 to +4 and was moved to {read}");
        clamped.push(remark("t_femoral_neck", text));
    }
}

/// Adds what to know of each risk that was given.
fn flag(outcomes: &mut [OutcomeAnswer], person: &Person<'_>, inputs: &Inputs, risks: [f64; ASKED.len()]) {
    let imaged = flag_imaged_vertebra(person);
    // Of a risk of hip fracture, that of any fracture over the same years.
    let [any_5, any_10, ..] = risks;
    for ((answer, (outcome, _)), any) in outcomes.iter_mut().zip(ASKED).zip([any_5, any_10, any_5, any_10]) {
        let hip_above_any = outcome == Outcome::Hip && answer.percent.is_some_and(|hip| any < hip);
        answer.flags = flags(inputs.sex, outcome, hip_above_any);
        answer.flags.extend(imaged.clone());
    }
}

fn flags(sex: Sex, outcome: Outcome, hip_above_any: bool) -> Vec<Remark> {
    let men = if sex == Sex::Male { ", nor for men certainly a female one" } else { "" };
    let t_reference = format!(
        "the equation takes the T-score by the reference of the study's own device, which is not certainly that \
         of NHANES III{men}"
    );
    let mut flags = vec![
        remark("t_reference_of_the_study", t_reference),
        remark("no_competing_mortality", "the risk if the person lives: death before a fracture is left out"),
    ];
    if (sex, outcome) != (Sex::Female, Outcome::Any) {
        let text = "second tier: the coefficients were seen in one program and agree with statements of the \
                    abstracts; the paper is still to be read";
        flags.push(remark("second_tier", text));
    }
    if hip_above_any {
        let text = "the risk of hip fracture comes out above that of any fracture: two equations, each \
                    fitted for itself, at an extreme of their range";
        flags.push(remark("hip_above_any", text));
    }
    flags
}

#[cfg(test)]
mod tests {
    use super::*;

    const WOMAN: Inputs = Inputs {
        sex: Sex::Female,
        age_years: 70.0,
        t_femoral_neck: -2.0,
        fractures_after_50: 0,
        falls_past_year: 0,
    };

    fn refused(inputs: Inputs) -> Option<(Code, String)> {
        percent(&inputs, Outcome::Any, 5).err().map(|refusal| (refusal.code, refusal.field.into_owned()))
    }

    #[test]
    fn the_limits_of_the_range_belong_to_it() {
        for (age_years, ok) in [(54.99, false), (55.0, true), (100.0, true), (100.01, false)] {
            assert_eq!(refused(Inputs { age_years, ..WOMAN }).is_none(), ok, "{age_years}");
        }
        for (t_femoral_neck, ok) in [(-6.01, false), (-6.0, true), (4.0, true), (4.01, false)] {
            assert_eq!(refused(Inputs { t_femoral_neck, ..WOMAN }).is_none(), ok, "{t_femoral_neck}");
        }
    }

    #[test]
    fn both_equations_of_a_sex_have_the_same_limits() {
        for sex in [Sex::Female, Sex::Male] {
            let Equations { any, hip } = Equations::of(sex).unwrap();
            assert_eq!((&any.age_range, &any.t_range), (&hip.age_range, &hip.t_range));
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for bad in [f64::NAN, f64::INFINITY] {
            let age = refused(Inputs { age_years: bad, ..WOMAN });
            assert_eq!(age, Some((Code::NotFinite, "age_years".to_owned())));
            let t = refused(Inputs { t_femoral_neck: bad, ..WOMAN });
            assert_eq!(t, Some((Code::NotFinite, "t_femoral_neck".to_owned())));
        }
    }

    #[test]
    fn counts_stop_at_three() {
        let of = |count| {
            let inputs = Inputs { fractures_after_50: count, falls_past_year: count, ..WOMAN };
            percent(&inputs, Outcome::Hip, 10).unwrap()
        };
        assert!(of(2) < of(3));
        assert_eq!(of(3).to_bits(), of(u32::MAX).to_bits());
    }

    #[test]
    fn nothing_but_any_and_hip_in_5_and_10_years() {
        for (outcome, years) in [(Outcome::Mof, 10), (Outcome::Any, 1), (Outcome::Hip, 0)] {
            let refusal = percent(&WOMAN, outcome, years).unwrap_err();
            assert_eq!(refusal.code, Code::NotPublished);
        }
    }
}
