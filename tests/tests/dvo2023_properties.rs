//! What must hold of the DVO tables of 2023 for any input.

use osteon::Engine;
use osteon::document::options::DvoAgeRow;
use osteon::document::slot::Slot;
use osteon::document::{
    Glucocorticoid, Options, Patient, Region, RiskFactors, Scan, ScanRegion, Section, Sex,
};
use osteon::risk::dvo2023::{Factor, Factors, Inputs, Tier, risk};
use proptest::prelude::*;

fn any_factors() -> impl Strategy<Value = Factors> {
    let all: Vec<Factor> = Factor::all().collect();
    prop::collection::vec(prop::sample::select(all), 0..6).prop_map(Factors::from_iter)
}

fn any_inputs() -> impl Strategy<Value = Inputs> {
    let t = prop::option::of((-60_i32..20).prop_map(|tenths| f64::from(tenths) / 10.0));
    (prop::bool::ANY, 50.0..100.0_f64, t, any_factors()).prop_map(
        |(female, age_years, t_total_hip, factors)| {
            let sex = if female { Sex::Female } else { Sex::Male };
            Inputs { sex, age_years, t_total_hip, factors }
        },
    )
}

fn any_rule() -> impl Strategy<Value = DvoAgeRow> {
    prop_oneof![Just(DvoAgeRow::Floor), Just(DvoAgeRow::Nearest)]
}

proptest! {
    #[test]
    fn a_worse_t_score_never_gives_a_better_tier(inputs in any_inputs(), rule in any_rule(), down in 0.0..3.0_f64) {
        prop_assume!(inputs.t_total_hip.is_some());
        let worse = Inputs { t_total_hip: inputs.t_total_hip.map(|t| t - down), ..inputs };
        prop_assert!(risk(&worse, rule).unwrap().tier >= risk(&inputs, rule).unwrap().tier);
    }

    /// But for the hip fracture of a parent, which no longer counts from 76.
    #[test]
    fn age_never_gives_a_better_tier(inputs in any_inputs(), rule in any_rule(), years in 0.0..20.0_f64) {
        let inputs = Inputs { factors: inputs.factors.without(Factor::ParentalHipFracture), ..inputs };
        let older = Inputs { age_years: inputs.age_years + years, ..inputs };
        prop_assert!(risk(&older, rule).unwrap().tier >= risk(&inputs, rule).unwrap().tier);
    }

    #[test]
    fn a_factor_more_never_gives_a_better_tier(
        inputs in any_inputs(), rule in any_rule(), factor in prop::sample::select(Factor::all().collect::<Vec<_>>()),
    ) {
        let more = Inputs { factors: inputs.factors.with(factor), ..inputs };
        let (before, after) = (risk(&inputs, rule).unwrap(), risk(&more, rule).unwrap());
        prop_assert!(after.tier >= before.tier && after.product_hundredths >= before.product_hundredths);
    }

    #[test]
    fn no_number_makes_it_panic(age_years in prop::num::f64::ANY, t in prop::option::of(prop::num::f64::ANY), factors in any_factors()) {
        let inputs = Inputs { sex: Sex::Female, age_years, t_total_hip: t, factors };
        let speaks = (50.0..=120.0).contains(&age_years) && t.is_none_or(|t| (-10.0..=10.0).contains(&t));
        prop_assert_eq!(risk(&inputs, DvoAgeRow::Floor).is_ok(), speaks);
    }
}

/// Yes or no of the document, each a factor.
const FLAGS: [&str; 20] = [
    "parental_hip_fracture",
    "rheumatoid_arthritis",
    "type_1_diabetes",
    "copd",
    "heart_failure",
    "stroke",
    "chronic_kidney_disease",
    "hyperparathyroidism",
    "hyponatraemia",
    "proton_pump_inhibitor",
    "opioid",
    "antidepressant",
    "depression",
    "epilepsy_or_anticonvulsant",
    "dementia",
    "parkinson",
    "multiple_sclerosis",
    "mgus",
    "axial_spondyloarthritis",
    "immobility",
];

fn set(risk_factors: &mut RiskFactors, key: &str, value: Option<bool>) {
    match RiskFactors::slot_of(key).unwrap()(risk_factors) {
        Slot::Flag(slot) => *slot = value,
        _ => panic!("{key} is no flag"),
    }
}

fn person(age: f64, t: Option<f64>, risk_factors: RiskFactors) -> Patient {
    let region = |t| ScanRegion { region: Some(Region::TotalHip), t_score: Some(t), ..Default::default() };
    let scan = |t| Scan { regions: Some(vec![region(t)]), ..Default::default() };
    Patient {
        sex: Some(Sex::Male),
        age_years: Some(age),
        bmi_kg_m2: Some(25.0),
        fractures: Some(vec![]),
        labs: Some(vec![]),
        scans: Some(t.map(scan).into_iter().collect()),
        complete: Some(vec![Section::History]),
        risk_factors: Some(risk_factors),
        ..Default::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_it_could_be_is_what_some_completion_is(
        age in 50.0..92.0_f64,
        t in prop::option::of((-42_i32..2).prop_map(|tenths| f64::from(tenths) / 10.0)),
        unknown in prop::collection::btree_set(prop::sample::select(FLAGS.to_vec()), 0..=6),
        present in prop::collection::vec(prop::sample::select(FLAGS.to_vec()), 0..3),
    ) {
        let engine = Engine::new(Options { models: Some("dvo2023".into()), ..Default::default() }, Vec::new()).unwrap();
        let assess = |risk_factors: &RiskFactors| {
            engine.assess(&person(age, t, risk_factors.clone())).unwrap().risks.unwrap().remove(0)
        };
        let mut known = RiskFactors {
            alcohol_g_per_day: Some(0.0),
            current_smoker: Some(false),
            falls_past_year: Some(0),
            timed_up_and_go_s: Some(9.0),
            type_2_diabetes: Some(false),
            glucocorticoid: Some(Glucocorticoid { current: Some(false), ..Default::default() }),
            ..Default::default()
        };
        FLAGS.into_iter().for_each(|key| set(&mut known, key, Some(false)));
        present.into_iter().for_each(|key| set(&mut known, key, Some(true)));
        unknown.iter().for_each(|key| set(&mut known, key, None));
        let answer = assess(&known);

        let mut expected = Vec::new();
        for completion in 0..1_u32 << unknown.len() {
            let mut complete = known.clone();
            for (bit, key) in unknown.iter().enumerate() {
                set(&mut complete, key, Some(completion & (1 << bit) != 0));
            }
            let one = assess(&complete);
            prop_assert!(one.could_be.is_empty() && one.inputs_assumed.is_empty(), "{:?}", one.inputs_assumed);
            expected.push(one.category.unwrap());
        }
        expected.sort_by_key(|category| Tier::from_key(category));
        expected.dedup();
        prop_assert_eq!(answer.category.as_ref(), expected.first());
        if answer.inputs_assumed.is_empty() {
            prop_assert!(answer.could_be.is_empty() && expected.len() == 1);
        } else {
            prop_assert_eq!(answer.could_be, expected);
        }
    }
}
