//! The models at work on a patient document.

use crate::document::QfractureEthnicity;
use crate::document::options::QFRACTURE_YEARS;
use crate::error::Refusal;
use crate::math::exp;
use crate::risk::{
    Horizon, Model, ModelAnswer, Outcome, OutcomeAnswer, ReadAs, Remark, Subject, missing, models,
};

use super::equations::{AGE_YEARS, BMI_KG_M2, Both, Equations, Pair, Version, age_within, bmi_within};
use super::inputs::{Factor, Inputs};
use super::read::{Level, Read, open_keys};

const OUTCOMES: [Outcome; 2] = [Outcome::Any, Outcome::Hip];

pub(crate) fn answer_2012(subject: &Subject<'_>) -> ModelAnswer {
    answer(subject, &models::QFRACTURE2012, Version::V2012)
}

pub(crate) fn answer_2016(subject: &Subject<'_>) -> ModelAnswer {
    answer(subject, &models::QFRACTURE2016, Version::V2016)
}

fn answer(subject: &Subject<'_>, model: &'static Model, version: Version) -> ModelAnswer {
    let years = subject.setup.options.qfracture_years.unwrap_or(QFRACTURE_YEARS);
    // The engine refuses a horizon of more than 18 years before it comes here.
    let years = u8::try_from(years).unwrap_or(u8::MAX);
    let horizon = Horizon::Years(years);
    let mut said = ModelAnswer::new(model);
    let (read, inputs, bmi) = match inputs(subject, version, years, &mut said) {
        Ok(inputs) => inputs,
        Err(refusal) => {
            return ModelAnswer::refused(model, OUTCOMES.map(|outcome| (outcome, Some(horizon))), &refusal);
        }
    };
    let asked = Asked { equations: version.equations(inputs.sex), years, read, inputs, bmi };
    asked.list_inputs(&mut said);
    asked.list_unknowns(subject, &mut said);
    let (point, range) = (asked.point(), asked.range());
    let number = |pair: Pair, outcome| match outcome {
        Outcome::Hip => pair.hip_percent,
        _ => pair.any_percent,
    };
    for outcome in OUTCOMES {
        let refused = bmi.is_none().then(|| missing("bmi_kg_m2", "height and weight, or body mass index"));
        said.outcomes.push(OutcomeAnswer {
            percent: point.map(|pair| number(pair, outcome)),
            reconciled_percent: point.map(|pair| number(pair.reconciled(), outcome)),
            range_percent: range.map(|range| range.map(|pair| number(pair, outcome))),
            flags: flags(version, outcome, point),
            refused,
            ..OutcomeAnswer::of(outcome, horizon)
        });
    }
    said
}

/// The inputs of the equations, those out of range moved to the limit where the caller asked for it.
/// Without a body mass index they hold the least that the equations take.
fn inputs(
    subject: &Subject<'_>,
    version: Version,
    years: u8,
    said: &mut ModelAnswer,
) -> Result<(Read, Inputs, Option<f64>), Refusal> {
    version.years_within(years)?;
    let mut age = subject.person.age.completed_years();
    if let Err(refusal) = age_within(age) {
        let limit = age.clamp(*AGE_YEARS.start(), *AGE_YEARS.end());
        if !subject.clamps() {
            return Err(refusal);
        }
        said.clamped.push(Remark { code: "age_clamped", text: format!("age {age} years read as {limit}") });
        age = limit;
    }
    let mut bmi = subject.person.bmi();
    if let Some(given) = bmi
        && let Err(refusal) = bmi_within(given)
    {
        if !subject.clamps() || !given.is_finite() {
            return Err(refusal);
        }
        let limit = given.clamp(*BMI_KG_M2.start(), *BMI_KG_M2.end());
        let text = format!("body mass index {given:.1} kg/m2 read as {limit}");
        said.clamped.push(Remark { code: "bmi_clamped", text });
        bmi = Some(limit);
    }
    let read = Read::of(subject.person);
    let inputs = Inputs {
        alcohol: read.alcohol.read_as,
        ethnicity: read.ethnicity.read_as,
        smoking: read.smoking.read_as,
        factors: read.present,
        ..Inputs::new(subject.sex(), age, bmi.unwrap_or(*BMI_KG_M2.start()))
    };
    Ok((read, inputs, bmi))
}

/// A question to the equations.
struct Asked {
    equations: &'static Equations,
    years: u8,
    read: Read,
    inputs: Inputs,
    bmi: Option<f64>,
}

impl Asked {
    fn risks(&self, lp: Both) -> Option<Pair> {
        self.equations.risks(lp, self.years)
    }

    /// The linear predictor of the point, where there is one.
    fn predictor(&self) -> Option<Both> {
        self.bmi.map(|bmi| self.equations.without_bmi(&self.inputs).plus(self.equations.bmi(bmi)))
    }

    fn point(&self) -> Option<Pair> {
        self.risks(self.predictor()?)
    }

    /// From the least to the most that the unknowns can make it. The terms add up and the risk rises
    /// with their sum, so that each outcome's extremes are the sums of the extremes of its terms.
    fn range(&self) -> Option<[Pair; 2]> {
        let (read, e) = (&self.read, self.equations);
        let known = self.equations.without_bmi(&self.inputs);
        let [mut low, mut high] = match self.bmi {
            Some(bmi) => [known.plus(e.bmi(bmi)); 2],
            None => e.bmi_range().map(|bmi| known.plus(bmi)),
        };
        let mut widen = |[least, most]: [Both; 2]| (low, high) = (low.plus(least), high.plus(most));
        widen(spread(&read.alcohol, |level| e.alcohol(level)));
        widen(spread(&read.ethnicity, |group| e.ethnicity(group)));
        widen(spread(&read.smoking, |level| e.smoking(level)));
        for &factor in Factor::ALL.iter().filter(|&&factor| read.unknown.has(factor)) {
            let gamma = e.factor(factor);
            widen([gamma.min(Both::default()), gamma.max(Both::default())]);
        }
        Some([self.risks(low)?, self.risks(high)?])
    }

    /// Whether an equation of this sex has a term for the factor.
    fn asks(&self, factor: Factor) -> bool {
        self.equations.factor(factor) != Both::default()
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
        for &factor in Factor::ALL.iter().filter(|&&factor| self.asks(factor)) {
            said.input(factor.as_str(), inputs.factors.has(factor));
        }
    }

    fn list_unknowns(&self, subject: &Subject<'_>, said: &mut ModelAnswer) {
        let (read, e) = (&self.read, self.equations);
        let mut push = |field, read_as, effect| said.assumed.push(ReadAs { field, read_as, effect });
        if !read.ethnicity.could_be.is_empty() {
            let effect = self.effect_of_level(spread(&read.ethnicity, |group| e.ethnicity(group)));
            push("qfracture_ethnicity", QfractureEthnicity::WhiteOrNotRecorded.as_str(), effect);
        }
        if !read.alcohol.could_be.is_empty() {
            let effect = self.effect_of_level(spread(&read.alcohol, |level| e.alcohol(level)));
            push("risk_factors.alcohol_units_per_day", read.alcohol.read_as.as_str(), effect);
        }
        if !read.smoking.could_be.is_empty() {
            let effect = self.effect_of_level(spread(&read.smoking, |level| e.smoking(level)));
            push("risk_factors.smoking", read.smoking.read_as.as_str(), effect);
        }
        let open = Factor::ALL.iter().filter(|&&factor| read.unknown.has(factor) && self.asks(factor));
        for &factor in open {
            let gamma = e.factor(factor);
            let effect = self.effect(gamma, gamma, "if true");
            for key in open_keys(subject.person, factor) {
                push(key, "false", effect.clone());
            }
        }
    }

    fn effect_of_level(&self, [least, most]: [Both; 2]) -> String {
        self.effect(least, most, "over all its values")
    }

    /// What adding this much or that much would make of the risks; of the hazard where there is no risk
    /// to start from. An outcome that neither touches is left out.
    fn effect(&self, least: Both, most: Both, when: &str) -> String {
        let risks = |by: Both| self.predictor().and_then(|lp| self.risks(lp.plus(by)));
        let [any, hip] = match (risks(least), risks(most)) {
            (Some(least), Some(most)) => {
                [(least.any_percent, most.any_percent), (least.hip_percent, most.hip_percent)]
                    .map(|(least, most)| format!("{} %", span(least, most)))
            }
            _ => [(least.any, most.any), (least.hip, most.hip)]
                .map(|(least, most)| format!("hazard x {}", span(exp(least), exp(most)))),
        };
        let touched = |least: f64, most: f64| least != 0.0 || most != 0.0;
        match (touched(least.any, most.any), touched(least.hip, most.hip)) {
            (true, false) => format!("any fracture {any} {when}"),
            (false, true) => format!("hip fracture {hip} {when}"),
            _ => format!("any fracture {any}, hip fracture {hip} {when}"),
        }
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

/// One number, or two with a dash: three significant digits below 1, two decimals from there.
fn span(least: f64, most: f64) -> String {
    let written = |x: f64| if x < 0.1 { format!("{x:.3}") } else { format!("{x:.2}") };
    let (least, most) = (written(least), written(most));
    if least == most { least } else { format!("{least}-{most}") }
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
