//! The three-year risk of a vertebral or hip fracture by the DVO guideline of 2023.
//!
//! [`risk`] reads the tables for given factors; the engine reads the factors of a patient document.

mod factors;
mod fractures;
mod limits;
mod product;
mod reading;
mod spine;
mod thresholds;
mod tiers;

use std::fmt::Write as _;

use crate::document::options::DvoAgeRow;
use crate::document::{Region, Sex};
use crate::error::{Code, Refusal};
use crate::quantity::Age;
use crate::reference::thresholds::ADULT_AGE_YEARS;

use super::answer::{Horizon, Remark, Variant};
use super::reading::ReadIn;
use super::{
    FieldSet, InNumbers, ModelAnswer, NoAnswer, Numbers, Outcome, OutcomeAnswer, Subject, Unknowns,
    Verification, models,
};

pub use product::{Dissent, Factor, Factors, Group};
pub use thresholds::{Answer, Cell, Inputs, LOWEST_AGE_YEARS, Tier, cell, risk};
pub use tiers::Tiers;

pub(crate) use factors::has_new_glucocorticoid;
pub(crate) use tiers::tiers;

use reading::{Question, ReadInto, Reading};

const HORIZON: Horizon = Horizon::Years(3);
/// Shown where none is known: the best and the worst column, and one between them.
const SHOWN_T_SCORES: [f64; 3] = [0.0, -2.5, -4.0];

/// The fields that the tables may read something into.
pub(crate) const FIELDS: &[&str] = &[
    limits::SCANS,
    "fractures",
    "fractures.date",
    "fractures.site",
    "fractures.trauma",
    "fractures.age_years",
    "risk_factors.parental_hip_fracture",
    "risk_factors.alcohol_g_per_day",
    "risk_factors.cigarettes_per_day",
    limits::BODY_MASS_INDEX_FIELD,
    "risk_factors.glucocorticoid",
    "risk_factors.glucocorticoid.current",
    "risk_factors.glucocorticoid.days",
    "risk_factors.glucocorticoid.mg_per_day",
    "risk_factors.glucocorticoid.started_or_raised_months_ago",
    "risk_factors.falls_past_year",
    "risk_factors.copd",
    "risk_factors.axial_spondyloarthritis",
    "risk_factors.rheumatoid_arthritis",
    "risk_factors.hyponatraemia",
    "risk_factors.epilepsy_or_anticonvulsant",
    "risk_factors.dementia",
    "risk_factors.parkinson",
    "risk_factors.multiple_sclerosis",
    "risk_factors.opioid",
    "risk_factors.stroke",
    "risk_factors.type_1_diabetes",
    "risk_factors.hyperparathyroidism",
    "risk_factors.heart_failure",
    "risk_factors.mgus",
    "risk_factors.proton_pump_inhibitor",
    "risk_factors.depression",
    "risk_factors.timed_up_and_go_s",
    "risk_factors.type_2_diabetes",
    "risk_factors.type_2_diabetes_years",
    "labs.tsh",
    "labs.egfr",
    "risk_factors.chronic_kidney_disease",
];

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    let mut said = subject.begin(&models::DVO2023);
    let outcome = answered(subject, &mut said).unwrap_or_else(|refusal| {
        said = subject.begin(&models::DVO2023);
        OutcomeAnswer::refused(Outcome::VertebralOrHip, HORIZON, refusal)
    });
    said.outcomes = vec![outcome];
    said
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    let said = age::<Code>(subject).and_then(|age_years| {
        let factors = factors::as_read(subject.person);
        Ok(numbers_of(&risk(&inputs(subject, age_years, factors), rule(subject))?))
    });
    match said {
        Ok(numbers) => Numbers::each(to, [numbers]),
        Err(code) => Numbers::none::<1>(to, code),
    }
}

fn numbers_of(found: &Answer) -> Numbers {
    Numbers { category: Some(found.tier.as_str()), ..Numbers::default() }
}

/// The age of somebody whom the tables speak of, moved to where they begin if the caller asked for it.
fn age<E: NoAnswer>(subject: &Subject<'_>) -> Result<f64, E> {
    let lowest = f64::from(LOWEST_AGE_YEARS);
    let age_years = if subject.clamps() && subject.age() < lowest {
        lowest
    } else {
        subject.age_within::<E>(LOWEST_AGE_YEARS, Age::MAX as u8)?
    };
    if subject.sex() == Sex::Female {
        subject.postmenopausal_only()?;
    }
    Ok(age_years)
}

fn inputs(subject: &Subject<'_>, age_years: f64, factors: Factors) -> Inputs {
    Inputs { sex: subject.sex(), age_years, t_total_hip: subject.t(Region::TotalHip), factors }
}

fn rule(subject: &Subject<'_>) -> DvoAgeRow {
    subject.setup.options.dvo_age_row.unwrap_or(DvoAgeRow::Floor)
}

fn answered(subject: &Subject<'_>, said: &mut ModelAnswer) -> Result<OutcomeAnswer, Refusal> {
    let age_years = age::<Refusal>(subject)?;
    if subject.age() < age_years {
        let text = format!("age {} was moved to {age_years}, where the tables begin", subject.age());
        said.clamped.push(Remark { code: "age_years", text });
    }
    let reading = factors::read(subject.person);
    let factors = reading.read();
    let (inputs, rule) = (inputs(subject, age_years, factors), rule(subject));
    let found = risk(&inputs, rule)?;

    let mut outcome = OutcomeAnswer::of(Outcome::VertebralOrHip, HORIZON).with(numbers_of(&found));
    let cells = possible_cells(subject, &inputs, found.cell, rule);
    outcome.could_be = reading.could_be(&cells).into_iter().map(Tier::as_str).collect();
    let is_disputed = |factor: Factor| factor.doubt().is_some() && factor.dissent().is_some();
    if found.counted.into_iter().flatten().any(is_disputed) {
        outcome.verification = Some(Verification::Disputed);
    }
    if said.in_full {
        write_inputs(said, &inputs, &found);
        assume(said, subject, &reading, &inputs, &found.cell);
        flag(&mut outcome, &reading, factors, &found);
    }
    vary(&mut outcome, &reading, &inputs, &found, rule)?;
    Ok(outcome)
}

/// The other readings of the guideline, where they give another tier.
fn vary(
    outcome: &mut OutcomeAnswer,
    reading: &Reading,
    inputs: &Inputs,
    found: &Answer,
    rule: DvoAgeRow,
) -> Result<(), Refusal> {
    let factors = inputs.factors;
    let mut vary = |reading: &'static str, tier: Tier| {
        if tier != found.tier {
            let category = Some(tier.as_str());
            outcome.variants.push(Variant { reading, percent: None, points: None, category });
        }
    };
    let (other, name) = other_row(rule);
    vary(name, risk(inputs, other)?.tier);
    // An indicator is varied as if it were multiplied.
    for factor in factors.iter().filter(|factor| factor.doubt().is_some()) {
        if let Some(dissent) = factor.dissent() {
            vary(dissent.reading, found.cell.tier(factors.product_if(factor, dissent.tenths)));
        }
    }
    if reading.parent_too_late {
        let counted = factors.with(Factor::ParentalHipFracture).product_hundredths();
        vary("dvo_parental_hip_fracture=counted_over_75", found.cell.tier(counted));
    }
    if factors.contains(Factor::HipFractureWithin12Months) {
        let strongest = factors.without(Factor::HipFractureBefore).product_hundredths();
        vary("dvo_hip_fractures=strongest_only", found.cell.tier(strongest));
    }
    if let Some(without) = reading.without_genant_1 {
        let rest = factors.iter().filter(|factor| factor.group() != Group::Vertebral);
        let rest: Factors = rest.collect();
        let product = rest.union(without).product_hundredths();
        vary("dvo_genant_1=not_counted", found.cell.tier(product));
    }
    Ok(())
}

/// The rule of age rows that is not asked for, and its name as an option.
const fn other_row(rule: DvoAgeRow) -> (DvoAgeRow, &'static str) {
    match rule {
        DvoAgeRow::Floor => (DvoAgeRow::Nearest, "dvo_age_row=nearest"),
        DvoAgeRow::Nearest => (DvoAgeRow::Floor, "dvo_age_row=floor"),
    }
}

/// The cell of a person; every cell of the row where the bone density is unknown.
fn possible_cells(subject: &Subject<'_>, inputs: &Inputs, found: Cell, rule: DvoAgeRow) -> Vec<Cell> {
    if bone_density_is_open(subject, inputs) {
        thresholds::cells(inputs.sex, inputs.age_years, rule).collect()
    } else {
        vec![found]
    }
}

/// Whether the bone density of the total hip is unknown: that none was measured is what an empty list says.
fn bone_density_is_open(subject: &Subject<'_>, inputs: &Inputs) -> bool {
    inputs.t_total_hip.is_none()
        && subject.person.document.scans.as_ref().is_none_or(|scans| !scans.is_empty())
}

fn write_inputs(said: &mut ModelAnswer, inputs: &Inputs, found: &Answer) {
    said.input("age_years", inputs.age_years);
    said.input("age_row", f64::from(found.cell.age_row));
    if let Some(t) = inputs.t_total_hip {
        said.input("t_total_hip", t);
    }
    said.input("column", found.cell.column);
    said.input("product", hundredths(found.product_hundredths));
    let [first, second] = found.counted;
    for (name, factor) in [("factor_1", first), ("factor_2", second)] {
        if let Some(factor) = factor {
            said.input(name, factor.to_string().as_str());
        }
    }
    let names = ["required_3_percent", "required_5_percent", "required_10_percent"];
    for (name, required) in names.into_iter().zip(found.cell.required_hundredths) {
        if required == 0 {
            said.input(name, "none: reached by age and bone density alone");
        } else {
            said.input(name, hundredths(required));
        }
    }
}

fn hundredths(hundredths: u16) -> f64 {
    f64::from(hundredths) / 100.0
}

/// Lists what was unknown of somebody who is answered.
pub(crate) fn unknowns(subject: &Subject<'_>, to: &mut FieldSet) {
    let Ok(age_years) = age::<Code>(subject) else { return };
    let reading = factors::read(subject.person);
    let inputs = inputs(subject, age_years, reading.read());
    if let Ok(found) = risk(&inputs, rule(subject)) {
        assume(to, subject, &reading, &inputs, &found.cell);
    }
}

/// Lists what was unknown, with the tier that each other reading gives.
fn assume(to: &mut impl Unknowns, subject: &Subject<'_>, reading: &Reading, inputs: &Inputs, cell: &Cell) {
    // One field may be asked several things.
    let key = |question: &Question| (question.field, question.read_as);
    let is_listed = |question: &Question| question.others_of_field().next().is_some();
    let bone_density = (limits::SCANS, limits::NO_BONE_DENSITY);
    let is_open = bone_density_is_open(subject, inputs);
    if is_open {
        to.read_as(limits::SCANS, limits::NO_BONE_DENSITY, || {
            let mut effect = String::new();
            for t in SHOWN_T_SCORES {
                let with = Inputs { t_total_hip: Some(t), ..*inputs };
                if let Ok(other) = risk(&with, rule(subject)) {
                    join(
                        &mut effect,
                        format_args!("{} with a T-score of the total hip of {t:.1}", other.tier),
                    );
                }
            }
            add_effects(&mut effect, reading, |question| key(question) == bone_density, cell);
            effect
        });
    }
    for (index, question) in reading.questions.iter().enumerate().filter(|(_, one)| is_listed(one)) {
        let same = |other: &Question| key(other) == key(question);
        let before = reading.questions.iter().take(index).any(|other| same(other) && is_listed(other));
        if !(before || is_open && key(question) == bone_density) {
            to.read_as(question.field, question.read_as, || {
                let mut effect = String::with_capacity(128);
                add_effects(&mut effect, reading, same, cell);
                effect
            });
        }
    }
    let mut read_in = |read_in: ReadIn, of: fn(ReadInto) -> bool, when: &dyn core::fmt::Display| {
        if let Some(factors) = reading.without(of) {
            let tier = || cell.tier(factors.product_hundredths());
            to.read_as(read_in.field, read_in.read_as, || format!("{} {when}", tier()));
        }
    };
    read_in(ReadIn::TRAUMA, |into| into.fractures.trauma_low, &"if high");
    read_in(
        ReadIn::AGE,
        |into| into.fractures.at_fifty_or_more,
        &format_args!("if before {ADULT_AGE_YEARS}"),
    );
    read_in(ReadIn::DOSE, |into| into.dose, &"if false");
}

/// Adds the tiers that the other answers to some questions give.
fn add_effects(all: &mut String, reading: &Reading, asked: impl Fn(&Question) -> bool, cell: &Cell) {
    let mut effect = String::with_capacity(128);
    for (index, question) in reading.questions.iter().enumerate().filter(|(_, question)| asked(question)) {
        for other in question.others_of_field() {
            let tier = cell.tier(reading.with_answer(index, other).product_hundredths());
            effect.clear();
            write_effect(&mut effect, tier, other);
            if !all.contains(&effect) {
                begin_part(all);
                all.push_str(&effect);
            }
        }
    }
}

/// `ge10 with stroke (1.6)`: a tier, and what of an answer would count.
fn write_effect(effect: &mut String, tier: Tier, answer: Factors) {
    effect.push_str(tier.as_str());
    let mut before = " with ";
    for factor in answer.counted().into_iter().flatten() {
        for part in [before, factor.label(), " (", factor.written(), ")"] {
            effect.push_str(part);
        }
        before = " and ";
    }
}

fn begin_part(effect: &mut String) {
    if !effect.is_empty() {
        effect.push_str("; ");
    }
}

fn join(effect: &mut String, part: core::fmt::Arguments<'_>) {
    begin_part(effect);
    // Writing to a string does not fail.
    let _ = effect.write_fmt(part);
}

fn flag(outcome: &mut OutcomeAnswer, reading: &Reading, factors: Factors, found: &Answer) {
    let mut flag = |code, text: String| outcome.flags.push(Remark { code, text });
    let mut imminent = String::new();
    for factor in factors.iter().filter(|factor| factor.is_imminent()) {
        join(&mut imminent, format_args!("{}", factor.label()));
    }
    if !imminent.is_empty() {
        flag("strong_or_imminent_factor", format!("imminent risk of fracture: {imminent}"));
    }
    for factor in found.counted.into_iter().flatten() {
        if let (Some(doubt), Some(dissent)) = (factor.doubt(), factor.dissent()) {
            let text =
                format!("{factor} was counted; {doubt} ({}.{})", dissent.tenths / 10, dissent.tenths % 10);
            flag("doubtful_factor", text);
        }
    }
    for (factor, code) in [
        (Factor::Immobility, "immobility_not_multiplied"),
        (Factor::AromataseInhibitor, "aromatase_inhibitor_not_multiplied"),
    ] {
        if factors.contains(factor) {
            let doubt = factor.doubt().unwrap_or_default();
            flag(code, format!("{} is read as an indicator and is not multiplied: {doubt}", factor.label()));
        }
    }
    if found.counted == [Some(Factor::HipFractureWithin12Months), Some(Factor::HipFractureBefore)] {
        let [new, old] = [Factor::HipFractureWithin12Months, Factor::HipFractureBefore].map(Factor::written);
        let text = format!(
            "a recent and an older hip fracture were both counted, {new} x {old}; the table lists them under \
             one kind of fracture and does not say that they are alternatives, as those of the spine are"
        );
        flag("two_hip_fractures_multiplied", text);
    }
    if factors.contains(Factor::ProtonPumpInhibitor) {
        let label = Factor::ProtonPumpInhibitor.label();
        let text = format!("the factor is of {label}; how long it was taken is not in the document");
        flag("proton_pump_inhibitor_duration", text);
    }
    if found.counted.contains(&Some(Factor::PrimaryHyperparathyroidism)) {
        let factor = Factor::PrimaryHyperparathyroidism;
        let text = format!(
            "{factor} was counted: the document does not say which hyperparathyroidism it is, and the table \
             has the primary one only"
        );
        flag("hyperparathyroidism_read_as_primary", text);
    }
    if let Some(egfr) = &reading.egfr_of_no_stage {
        let factor = Factor::ChronicKidneyDisease;
        let text = format!(
            "{} was read from the disease as stated; the eGFR of {egfr} is not within {} of those stages",
            factor.label(),
            factor.values()
        );
        flag("kidney_disease_stage", text);
    }
    if reading.parent_too_late {
        let to_age = Factor::ParentalHipFracture.to_age_years().unwrap_or(f64::INFINITY);
        let text = format!(
            "the hip fracture of a parent counts up to {to_age} years of the person assessed; the limit is a \
             note beside the table"
        );
        flag("parental_hip_fracture_over_75", text);
    }
    if reading.without_genant_1.is_some() {
        let text = "a vertebral fracture of Genant grade 1 counts in this table as one vertebral fracture; \
                    other guidelines do not count it";
        flag("genant_1_counted", text.to_owned());
    }
    if reading.sacrum {
        flag("sacrum_read_as_pelvis", "a fracture of the sacrum was read as one of the pelvis".to_owned());
    }
}

#[cfg(test)]
mod tests;
