//! What holds of every risk model: whoever the person is, and whatever is unknown.
//!
//! A person of whom everything is known is drawn, then some of it is made unknown. What each model says
//! of the first must lie in the range that it gives for the second.

use osteon::Engine;
use osteon::document::assessment::{Assessment, Risk};
use osteon::document::{Options, Patient};
use osteon::error::Refusal;
use osteon::outputs::{Output, Outputs};
use osteon::risk::{InNumbers, Model, ModelAnswer, OutcomeAnswer};
use osteon_tests::people::{Draw, person, with_unknowns};
use proptest::prelude::*;

fn engine() -> Engine {
    let options = Options { qfracture_years: Some(5), ..Default::default() };
    let outputs: Outputs = [Output::Risks].into_iter().collect();
    Engine::new(options, Vec::new()).unwrap().with_outputs(outputs)
}

fn assess(engine: &Engine, patient: &Patient) -> Assessment {
    engine.assess(patient).unwrap_or_else(|refusals| panic!("{refusals:?}\n{patient:#?}"))
}

fn within(value: f64, [low, high]: [f64; 2]) -> bool {
    (low.min(high) - 1e-9..=low.max(high) + 1e-9).contains(&value)
}

/// What one entry must be by itself.
fn is_sound(risk: &Risk) -> Result<(), String> {
    let say = |what: &str| Err(format!("{} {}: {what}: {risk:#?}", risk.model, risk.outcome));
    let numbers = [risk.percent, risk.reconciled_percent, risk.unadjusted_percent];
    if !numbers.iter().flatten().all(|percent| (0.0..=100.0).contains(percent)) {
        return say("a percentage outside 0-100");
    }
    if risk.points.is_some_and(|points| !points.is_finite()) {
        return say("points that are no number");
    }
    if let (Some(percent), Some(range)) = (risk.percent, risk.range_percent)
        && !within(percent, range)
    {
        return say("the value is outside its range");
    }
    if let (Some(points), Some(range)) = (risk.points, risk.range_points)
        && !within(points, range)
    {
        return say("the points are outside their range");
    }
    if let Some(category) = &risk.category
        && !risk.could_be.is_empty()
        && !risk.could_be.contains(category)
    {
        return say("the category is not one that it could be");
    }
    let answered = risk.percent.is_some() || risk.points.is_some() || risk.category.is_some();
    match (&risk.refused, answered) {
        (None, false) => say("neither an answer nor a refusal"),
        (Some(_), true) if risk.points.is_none() => say("an answer and a refusal"),
        (Some(refusal), _) if refusal.field.is_empty() || refusal.limit.is_empty() => {
            say("a refusal without a reason")
        }
        _ => Ok(()),
    }
}

/// What one entry says of a person of whom less is known must leave room for what is true.
fn leaves_room(known: &Risk, less: &Risk) -> Result<(), String> {
    let say = |what: &str| Err(format!("{} {}: {what}: {known:#?}\n{less:#?}", known.model, known.outcome));
    if known.refused.is_some() {
        return Ok(());
    }
    match (known.percent, less.percent, less.range_percent) {
        (Some(percent), _, Some(range)) if !within(percent, range) => return say("the range leaves no room"),
        (Some(_), Some(_), None) => return say("no range"),
        _ => {}
    }
    match (known.points, less.points, less.range_points) {
        (Some(points), _, Some(range)) if !within(points, range) => return say("the points leave no room"),
        (Some(_), Some(_), None) => return say("no range of points"),
        _ => {}
    }
    if let (Some(category), Some(read)) = (&known.category, &less.category) {
        let room = if less.could_be.is_empty() { read == category } else { less.could_be.contains(category) };
        if !room {
            return say("the categories leave no room");
        }
    }
    Ok(())
}

/// Entries of a person in the order of models, outcomes and horizons.
fn same_entries(a: &Assessment, b: &Assessment) {
    let keys = |assessment: &Assessment| -> Vec<_> {
        assessment.risks().iter().map(|r| (r.model.clone(), r.outcome, r.horizon_years)).collect()
    };
    assert_eq!(keys(a), keys(b));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..Default::default() })]

    #[test]
    fn every_model_answers_or_says_why_not_and_leaves_room_for_what_is_unknown(seed in any::<u64>()) {
        let mut draw = Draw(seed);
        let engine = engine();
        let known = person(&mut draw);
        let less = with_unknowns(&known, &mut draw);
        let (of_known, of_less) = (assess(&engine, &known), assess(&engine, &less));
        same_entries(&of_known, &of_less);
        for (known, less) in of_known.risks().iter().zip(of_less.risks()) {
            for said in [is_sound(known), is_sound(less), leaves_room(known, less)] {
                if let Err(said) = said {
                    return Err(TestCaseError::fail(said));
                }
            }
        }
    }
}

/// What an answer in numbers holds of one in full: of a refusal the code and the field.
fn numbers(said: &ModelAnswer) -> ModelAnswer {
    let of_outcome = |o: &OutcomeAnswer| {
        let refused = o.refused.as_ref().map(|r| Refusal::new(r.code, r.field.clone(), "", ""));
        OutcomeAnswer { flags: Vec::new(), refused, ..o.clone() }
    };
    let mut numbers = ModelAnswer::new(said.model);
    numbers.clamped = said.clamped.clone();
    numbers.outcomes = said.outcomes.iter().map(of_outcome).collect();
    numbers
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..Default::default() })]

    #[test]
    fn numbers_are_the_same_with_and_without_words(seed in any::<u64>()) {
        let mut draw = Draw(seed | 1);
        let known = person(&mut draw);
        let mut patient = with_unknowns(&known, &mut draw);
        let engine = engine();
        let (mut session, mut refusals) = (engine.session(), Vec::new());
        if let Some(answer) = session.answer(&mut patient, false, &mut refusals) {
            let in_full: Vec<ModelAnswer> = answer.risks_in_full().iter().map(numbers).collect();
            let lean: Vec<ModelAnswer> = answer.risks.iter().map(numbers).collect();
            prop_assert_eq!(lean, in_full);
            for said in &answer.risks {
                // As bits, by way of the shortest decimals that read back as the same.
                let expected = format!("{:?}", InNumbers::from(said));
                prop_assert_eq!(format!("{:?}", answer.in_numbers(said.model)), expected, "{}", said.model.id);
            }
            prop_assert!(answer.risks.iter().all(|said| said.inputs.is_empty() && said.assumed.is_empty()));
        }
    }
}

#[test]
fn every_model_of_the_registry_stands_in_the_answer() {
    let answer = assess(&Engine::default(), &person(&mut Draw(1)));
    for model in Model::all() {
        for row in model
            .outcomes
            .iter()
            .filter(|row| row.sex.is_none_or(|sex| Some(sex) == person(&mut Draw(1)).sex))
        {
            let entry =
                answer.risks().iter().find(|risk| risk.model == model.id && risk.outcome == row.outcome);
            assert!(entry.is_some(), "{} {}", model.id, row.outcome);
        }
    }
}

/// A model that answers nobody would pass every test above.
#[test]
fn every_model_answers_some_of_the_people_drawn() {
    let engine = Engine::default();
    let mut answered = std::collections::BTreeMap::<String, usize>::new();
    for seed in 0..400 {
        let mut patient = person(&mut Draw(seed));
        patient.frax = Some(osteon::document::Frax {
            mof_percent: Some(12.0),
            hip_percent: Some(3.0),
            ..Default::default()
        });
        // The published table of 2008 has the ages 50, 60, ... only.
        patient.age_years =
            patient.age_years.map(|age| if seed % 2 == 0 { (age / 10.0).round() * 10.0 } else { age });
        for risk in assess(&engine, &patient).risks().iter().filter(|risk| risk.refused.is_none()) {
            *answered.entry(risk.model.clone()).or_default() += 1;
        }
    }
    for model in Model::all() {
        assert!(answered.contains_key(model.id), "{} answers nobody: {answered:?}", model.id);
    }
}
