//! The models at work on a patient document.

use core::fmt::Write as _;

use crate::document::options::QFRACTURE_YEARS;
use crate::error::Code;
use crate::math::exp;
use crate::risk::{
    Horizon, InNumbers, Model, ModelAnswer, NoAnswer, Numbers, Outcome, OutcomeAnswer, Remark, Subject,
    Unknowns, missing, models,
};

use super::equations::{AGE_YEARS, BMI_KG_M2, Both, Equations, Pair, Version, age_within, bmi_within};
use super::inputs::{Factor, Factors, Inputs};
use super::read::{Level, Open, Read, words};

const OUTCOMES: [Outcome; 2] = [Outcome::Any, Outcome::Hip];

pub(crate) fn answer_2012(subject: &Subject<'_>) -> ModelAnswer {
    answer(subject, &models::QFRACTURE2012, Version::V2012)
}

pub(crate) fn answer_2016(subject: &Subject<'_>) -> ModelAnswer {
    answer(subject, &models::QFRACTURE2016, Version::V2016)
}

pub(crate) fn numbers_2012(subject: &Subject<'_>, to: &mut InNumbers) {
    numbers(subject, Version::V2012, to)
}

pub(crate) fn numbers_2016(subject: &Subject<'_>, to: &mut InNumbers) {
    numbers(subject, Version::V2016, to)
}

fn numbers(subject: &Subject<'_>, version: Version, to: &mut InNumbers) {
    match Asked::of::<Code>(subject, version) {
        Ok(asked) if asked.bmi.is_none() => Numbers::none::<{ OUTCOMES.len() }>(to, Code::Missing),
        Ok(asked) => {
            let point = asked.point();
            Numbers::each(to, OUTCOMES.map(|outcome| of_outcome(point, outcome)))
        }
        Err(code) => Numbers::none::<{ OUTCOMES.len() }>(to, code),
    }
}

fn of_outcome(point: Option<Pair>, outcome: Outcome) -> Numbers {
    Numbers {
        percent: point.map(|pair| number(pair, outcome)),
        reconciled_percent: point.map(|pair| number(pair.reconciled(), outcome)),
        ..Numbers::default()
    }
}

const fn number(pair: Pair, outcome: Outcome) -> f64 {
    match outcome {
        Outcome::Hip => pair.hip_percent,
        _ => pair.any_percent,
    }
}

/// The fields that were unknown and read as something, as a set of [`fields`](super::fields).
pub(crate) fn open_2012(subject: &Subject<'_>) -> u64 {
    open(subject, Version::V2012)
}

pub(crate) fn open_2016(subject: &Subject<'_>) -> u64 {
    open(subject, Version::V2016)
}

fn open(subject: &Subject<'_>, version: Version) -> u64 {
    let (read, mut set) = (Read::of_subject(subject), 0);
    let asked = version.equations(subject.sex()).asked(read.unknown(subject.person));
    read.each_open(subject.person, asked, |field, _| set |= 1 << field.place);
    set
}

fn answer(subject: &Subject<'_>, model: &'static Model, version: Version) -> ModelAnswer {
    let horizon = Horizon::Years(years(subject));
    let mut said = subject.begin(model);
    let asked = match Asked::of(subject, version) {
        Ok(asked) => asked,
        Err(refusal) => {
            return ModelAnswer::refused(model, OUTCOMES.map(|outcome| (outcome, Some(horizon))), refusal);
        }
    };
    asked.list_moved(subject, &mut said);
    let unknown = asked.read.unknown(subject.person);
    if said.in_full {
        asked.list_inputs(&mut said);
        asked.list_unknowns(subject, unknown, &mut said);
    }
    let point = asked.point();
    let is_known = unknown == Factors::NONE && asked.read.levels_are_known();
    let range = point.filter(|_| is_known).map(|pair| [pair; 2]).or_else(|| asked.range(unknown));
    let of = |outcome| {
        let refused = asked.bmi.is_none().then(|| {
            missing(
                "bmi_kg_m2",
                "the model needs height and weight, or body mass index, none of which holds after an amputation",
            )
        });
        OutcomeAnswer {
            range_percent: range.map(|range| range.map(|pair| number(pair, outcome))),
            flags: if subject.in_full { flags(version, outcome, point) } else { Vec::new() },
            refused,
            ..OutcomeAnswer::of(outcome, horizon).with(of_outcome(point, outcome))
        }
    };
    said.outcomes = OUTCOMES.map(of).into();
    said
}

fn years(subject: &Subject<'_>) -> u8 {
    let years = subject.setup.options.qfracture_years.unwrap_or(QFRACTURE_YEARS);
    // The engine refuses a horizon of more than 18 years before it comes here.
    u8::try_from(years).unwrap_or(u8::MAX)
}

/// Completed years, moved to the limit where the caller asked for it.
fn age<E: NoAnswer>(subject: &Subject<'_>) -> Result<u8, E> {
    let age = subject.person.age.completed_years();
    match age_within(age) {
        Err(_) if subject.clamps() => Ok(age.clamp(*AGE_YEARS.start(), *AGE_YEARS.end())),
        within => within,
    }
}

/// The body mass index, moved likewise.
fn bmi<E: NoAnswer>(subject: &Subject<'_>) -> Result<Option<f64>, E> {
    let Some(given) = subject.person.bmi() else { return Ok(None) };
    match bmi_within(given) {
        Err(_) if subject.clamps() && given.is_finite() => {
            Ok(Some(given.clamp(*BMI_KG_M2.start(), *BMI_KG_M2.end())))
        }
        within => within.map(Some),
    }
}

/// A question to the equations.
struct Asked<'a> {
    equations: &'static Equations,
    years: u8,
    read: &'a Read,
    /// Without a body mass index they hold the least that the equations take.
    inputs: Inputs,
    /// Everything but body mass index.
    known: Both,
    bmi: Option<f64>,
    /// The linear predictor, where there is a body mass index.
    predictor: Option<Both>,
}

impl<'a> Asked<'a> {
    fn of<E: NoAnswer>(subject: &'a Subject<'_>, version: Version) -> Result<Self, E> {
        let years = years(subject);
        version.years_within::<E>(years)?;
        let (age, bmi) = (age::<E>(subject)?, bmi::<E>(subject)?);
        let read = Read::of_subject(subject);
        let inputs = Inputs {
            alcohol: read.alcohol.read_as,
            ethnicity: read.ethnicity.read_as,
            smoking: read.smoking.read_as,
            factors: read.present,
            ..Inputs::new(subject.sex(), age, bmi.unwrap_or(*BMI_KG_M2.start()))
        };
        let equations = version.equations(inputs.sex);
        let known = equations.without_bmi(&inputs);
        let predictor = bmi.map(|bmi| known.plus(equations.bmi(bmi)));
        Ok(Self { equations, years, read, inputs, known, bmi, predictor })
    }

    /// The risks as everything was read.
    fn point(&self) -> Option<Pair> {
        self.risks(self.predictor?)
    }

    /// Lists what was moved to a limit.
    fn list_moved(&self, subject: &Subject<'_>, said: &mut ModelAnswer) {
        let (age, read_as) = (subject.person.age.completed_years(), self.inputs.age_years);
        if age != read_as {
            let text = format!("age {age} years read as {read_as}");
            said.clamped.push(Remark { code: "age_years", text });
        }
        let given = subject.person.bmi().filter(|&given| bmi_within::<Code>(given).is_err());
        if let Some((given, read_as)) = given.zip(self.bmi) {
            let text = format!("body mass index {given:.1} kg/m2 read as {read_as}");
            said.clamped.push(Remark { code: "bmi_kg_m2", text });
        }
    }

    fn risks(&self, lp: Both) -> Option<Pair> {
        self.equations.risks(lp, self.years)
    }

    /// From the least to the most that the unknowns can make it. The terms add up and the risk rises
    /// with their sum, so that each outcome's extremes are the sums of the extremes of its terms.
    fn range(&self, unknown: Factors) -> Option<[Pair; 2]> {
        let (read, e) = (self.read, self.equations);
        let [mut low, mut high] = match self.predictor {
            Some(lp) => [lp; 2],
            None => e.bmi_range().map(|bmi| self.known.plus(bmi)),
        };
        let mut widen = |[least, most]: [Both; 2]| (low, high) = (low.plus(least), high.plus(most));
        widen(spread(&read.alcohol, |level| e.alcohol(level)));
        widen(spread(&read.ethnicity, |group| e.ethnicity(group)));
        widen(spread(&read.smoking, |level| e.smoking(level)));
        for &factor in Factor::ALL.iter().filter(|&&factor| unknown.has(factor)) {
            let change = self.otherwise(factor);
            widen([change.min(Both::default()), change.max(Both::default())]);
        }
        Some([self.risks(low)?, self.risks(high)?])
    }

    /// What a factor adds if it is otherwise than it was read.
    fn otherwise(&self, factor: Factor) -> Both {
        let gamma = self.equations.factor(factor);
        if self.read.present.has(factor) { Both::default().minus(gamma) } else { gamma }
    }

    fn list_inputs(&self, said: &mut ModelAnswer) {
        let inputs = &self.inputs;
        said.input("sex", inputs.sex.as_str());
        said.input("age_years", f64::from(inputs.age_years));
        if let Some(bmi) = self.bmi {
            said.input("bmi_kg_m2", bmi);
        }
        said.input("alcohol", inputs.alcohol.as_str());
        said.input("ethnicity", inputs.ethnicity.as_str());
        said.input("smoking", inputs.smoking.as_str());
        for &factor in Factor::ALL.iter().filter(|&&factor| self.equations.asks(factor)) {
            said.input(factor.as_str(), inputs.factors.has(factor));
        }
    }

    fn list_unknowns(&self, subject: &Subject<'_>, unknown: Factors, to: &mut impl Unknowns) {
        let (read, e, person) = (self.read, self.equations, subject.person);
        read.each_open(person, e.asked(unknown), |field, open| match open {
            Open::Ethnicity => to.read_as(field.name, read.ethnicity.read_as.as_str(), || {
                self.effect_of_level(spread(&read.ethnicity, |group| e.ethnicity(group)))
            }),
            Open::Alcohol => to.read_as(field.name, read.alcohol.read_as.as_str(), || {
                self.effect_of_level(spread(&read.alcohol, |level| e.alcohol(level)))
            }),
            Open::Smoking => to.read_as(field.name, read.smoking.read_as.as_str(), || {
                self.effect_of_level(spread(&read.smoking, |level| e.smoking(level)))
            }),
            Open::Absent(factor) => {
                let (read_as, when) = words(person, field.name);
                to.read_as(field.name, read_as, || self.effect_of_factor(factor, when));
            }
            Open::Present(factor, read_as) => {
                let when = if factor == Factor::PriorFracture { " if none counts" } else { " if false" };
                to.read_as(field.name, read_as, || self.effect_of_factor(factor, when));
            }
        });
    }

    fn effect_of_factor(&self, factor: Factor, when: &str) -> String {
        let change = self.otherwise(factor);
        self.effect(change, change, when)
    }

    fn effect_of_level(&self, [least, most]: [Both; 2]) -> String {
        self.effect(least, most, " over all its values")
    }

    /// What adding this much or that much would make of the risks; of the hazard where there is no risk
    /// to start from. An outcome that neither touches is left out.
    fn effect(&self, least: Both, most: Both, when: &str) -> String {
        let risks = |by: Both| self.risks(self.predictor?.plus(by));
        let from = risks(least);
        let to = if least == most { from } else { risks(most) };
        let ([any, hip], hazard) = match from.zip(to) {
            Some((from, to)) => {
                ([[from.any_percent, to.any_percent], [from.hip_percent, to.hip_percent]], false)
            }
            None => ([[exp(least.any), exp(most.any)], [exp(least.hip), exp(most.hip)]], true),
        };
        let mut text = String::with_capacity(64);
        let mut of = |name: &str, [least, most]: [f64; 2], span: [f64; 2]| {
            if least != 0.0 || most != 0.0 {
                text.push_str(if text.is_empty() { "" } else { ", " });
                push_span(&mut text, name, span, hazard);
            }
        };
        of("any fracture", [least.any, most.any], any);
        of("hip fracture", [least.hip, most.hip], hip);
        text.push_str(when);
        text
    }
}

/// By how much the other values of a level can lower and raise the predictor.
fn spread<T: Copy>(level: &Level<T>, of: impl Fn(T) -> Both) -> [Both; 2] {
    let read_as = of(level.read_as);
    level.could_be.iter().fold([Both::default(); 2], |[least, most], &value| {
        let change = of(value).minus(read_as);
        [least.min(change), most.max(change)]
    })
}

/// A risk or a factor of the hazard, one number or two with a dash: two decimals, three below 0.1.
fn push_span(text: &mut String, name: &str, span: [f64; 2], hazard: bool) {
    text.push_str(name);
    text.push_str(if hazard { " hazard x " } else { " " });
    let [least, most] = span;
    let decimals = |x: f64| if x < 0.1 { 3 } else { 2 };
    // Writing to a string cannot fail.
    let _ = write!(text, "{least:.0$}", decimals(least));
    if least < most {
        let _ = write!(text, "-{most:.0$}", decimals(most));
    }
    text.push_str(if hazard { "" } else { " %" });
}

fn flags(version: Version, outcome: Outcome, point: Option<Pair>) -> Vec<Remark> {
    let mut flags = Vec::with_capacity(3);
    let mut flag = |code, text: &str| flags.push(Remark { code, text: text.to_owned() });
    if version == Version::V2012 {
        flag("not_the_current_version", "QFracture was revised in 2016; this is the version of 2012");
    } else if outcome == Outcome::Hip {
        flag("second_tier", "the coefficients were seen in one transcription only");
    }
    flag(
        "no_competing_mortality",
        "death from other causes is not reckoned with: at high mortality the risk is overstated",
    );
    if let Some(pair) = point.filter(|pair| pair.hip_exceeds_any()) {
        let text = format!(
            "hip fracture {:.1} % came out above any fracture {:.1} %; the reconciled risk is the former for both",
            pair.hip_percent, pair.any_percent
        );
        flag("hip_exceeds_any", &text);
    }
    flags
}
