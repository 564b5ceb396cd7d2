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

use super::reading::{age, events_after_50, flag_imaged_vertebra, fractures_read_as, remark, within};
use super::{Horizon, ModelAnswer, Outcome, OutcomeAnswer, Remark, Subject, models};

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
    within("age_years", inputs.age_years, *ages.start(), *ages.end(), "55-100 years in this model")?;
    within("t_femoral_neck", inputs.t_femoral_neck, *t.start(), *t.end(), "-6 to +4 in this model")?;
    let s0 = match years {
        5 => equation.s0_5_years,
        10 => equation.s0_10_years,
        _ => return Err(Refusal::new(Code::NotPublished, "years", years, "5 or 10 years")),
    };
    let capped = |count: u32| f64::from(count.min(equation.count_cap));
    let g = equation.age_years * inputs.age_years
        + equation.t_femoral_neck * inputs.t_femoral_neck
        + equation.fracture * capped(inputs.fractures_after_50)
        + equation.fall * capped(inputs.falls_past_year);
    Ok(100.0 * (1.0 - pow(s0, exp(g))))
}

fn equation(sex: Sex, outcome: Outcome) -> Result<&'static Equation, Refusal> {
    let found = EQUATIONS.iter().find(|equation| equation.sex == sex && equation.outcome == outcome);
    found.ok_or_else(|| Refusal::new(Code::NotPublished, "outcome", outcome, "any or hip"))
}

const ASKED: [(Outcome, u8); 4] =
    [(Outcome::Any, 5), (Outcome::Any, 10), (Outcome::Hip, 5), (Outcome::Hip, 10)];

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    let mut said = subject.begin(&models::DUBBO2008);
    match read(subject, &mut said) {
        Ok(read) => {
            said.outcomes = ASKED.iter().map(|&(outcome, years)| of(&read, outcome, years)).collect();
            if said.in_full {
                flag(&mut said.outcomes, subject.person, &read.said);
            }
            said
        }
        Err(refusal) => {
            let asked = ASKED.map(|(outcome, years)| (outcome, Some(Horizon::Years(years))));
            ModelAnswer::refused(&models::DUBBO2008, asked, refusal)
        }
    }
}

/// The inputs as read, and by the best and the worst completion of what is unknown: both counts only
/// raise the risk.
struct Read {
    said: Inputs,
    best: Inputs,
    worst: Inputs,
}

fn read(subject: &Subject<'_>, said: &mut ModelAnswer) -> Result<Read, Refusal> {
    let person = subject.person;
    let equation = equation(subject.sex(), Outcome::Any)?;
    let mut clamped = Vec::new();
    let ages = &equation.age_range;
    let age_years = age(subject, *ages.start(), *ages.end(), &mut clamped)?;
    let t_femoral_neck = t_femoral_neck(subject, equation, &mut clamped)?;
    let mut fractures = events_after_50(past_fractures(person));
    let known = fractures_are_known(person);
    if !known {
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
    let any = |inputs: &Inputs| {
        percent(inputs, Outcome::Any, 10).map(|risk| format!("{risk:.1} % for any fracture in 10 years"))
    };
    for (other, more) in [(fractures.at_least, ""), (fractures.at_most, if known { "" } else { " or more" })]
    {
        if said.in_full && other != fractures.read {
            let read_as = fractures_read_as(person, other < fractures.read);
            said.read_as("fractures", read_as, format!("{} if {other}{more}", any(&with(other, falls))?));
        }
    }
    if said.in_full && falls_at_most > falls {
        let read_as = if falls == 0 { "0" } else { "1" };
        let effect = format!("{} if {falls_at_most} or more", any(&with(fractures.read, falls_at_most))?);
        said.read_as("risk_factors.falls_past_year", read_as, effect);
    }
    said.clamped = clamped;
    said.input("age_years", age_years);
    said.input("t_femoral_neck", t_femoral_neck);
    said.input("fractures_after_50", f64::from(fractures.read));
    said.input("falls_past_year", f64::from(falls));
    Ok(Read {
        said: with(fractures.read, falls),
        best: with(fractures.at_least, falls),
        worst: with(fractures.at_most, falls_at_most),
    })
}

fn t_femoral_neck(
    subject: &Subject<'_>,
    equation: &Equation,
    clamped: &mut Vec<Remark>,
) -> Result<f64, Refusal> {
    let t = subject.t(Region::FemoralNeck);
    let t = t.ok_or_else(|| subject.no_t(Region::FemoralNeck))?;
    let (low, high) = (*equation.t_range.start(), *equation.t_range.end());
    let refused = within("t_femoral_neck", t, low, high, "-6 to +4 in this model");
    if subject.clamps() && t.is_finite() && refused.is_err() {
        let moved = t.clamp(low, high);
        clamped.push(remark(
            "t_femoral_neck",
            format!("T-score {t} is outside -6 to +4 and was moved to {moved}"),
        ));
        return Ok(moved);
    }
    refused.map(|()| t)
}

fn of(read: &Read, outcome: Outcome, years: u8) -> OutcomeAnswer {
    let horizon = Horizon::Years(years);
    let risk = |inputs: &Inputs| percent(inputs, outcome, years);
    let otherwise = |inputs: &Inputs, said: f64| if *inputs == read.said { Ok(said) } else { risk(inputs) };
    let risks = risk(&read.said)
        .and_then(|said| Ok((said, otherwise(&read.best, said)?, otherwise(&read.worst, said)?)));
    match risks {
        Ok((said, best, worst)) => OutcomeAnswer {
            percent: Some(said),
            range_percent: Some([best, worst]),
            ..OutcomeAnswer::of(outcome, horizon)
        },
        Err(refusal) => OutcomeAnswer::refused(outcome, horizon, refusal),
    }
}

/// Adds what to know of each risk that was given.
fn flag(outcomes: &mut [OutcomeAnswer], person: &Person<'_>, inputs: &Inputs) {
    let imaged = flag_imaged_vertebra(person);
    for (answer, (outcome, years)) in outcomes.iter_mut().zip(ASKED) {
        if let Some(percent) = answer.percent {
            answer.flags = flags(inputs, outcome, years, percent);
        }
        answer.flags.extend(imaged.clone());
    }
}

fn flags(inputs: &Inputs, outcome: Outcome, years: u8, risk: f64) -> Vec<Remark> {
    let men = if inputs.sex == Sex::Male { ", nor for men certainly a female one" } else { "" };
    let t_reference = format!(
        "the equation takes the T-score by the reference of the study's own device, which is not certainly that \
         of NHANES III{men}"
    );
    let mut flags = vec![
        remark("t_reference_of_the_study", t_reference),
        remark("no_competing_mortality", "the risk if the person lives: death before a fracture is left out"),
    ];
    if (inputs.sex, outcome) != (Sex::Female, Outcome::Any) {
        let text = "second tier: the coefficients were seen in one program and agree with statements of the \
                    abstracts; the paper is still to be read";
        flags.push(remark("second_tier", text));
    }
    let any = percent(inputs, Outcome::Any, years);
    if outcome == Outcome::Hip && any.is_ok_and(|any| any < risk) {
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
