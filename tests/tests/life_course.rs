//! Arithmetic on risks against worked examples, and what must hold for any risk.
//!
//! `data/life_course_worked_examples.csv`: the formulas evaluated independently; the trial's percentages
//! are those of the abstract of Black 2007 (HORIZON-PFT). Fracture hazards are by year.

use osteon::error::Code;
use osteon::quantity::ZScore;
use osteon::risk::life_course::competing_mortality::{by_year, over};
use osteon::risk::life_course::gradient_of_risk::{against_mean, against_population};
use osteon::risk::life_course::probability::{
    Hazard, Probability, hazard_from_probability, over_another_horizon, probability_from_hazard,
};
use osteon::risk::life_course::relative::{
    NumberNeeded, absolute_risk_reduction, number_needed, number_needed_to_treat, relative_risk,
    with_hazard_ratio, with_relative_risk,
};
use proptest::prelude::*;
use serde_json::Value;

const EXAMPLES: &str = include_str!("../data/life_course_worked_examples.csv");

fn p(value: f64) -> Probability {
    Probability::new(value).unwrap()
}

fn h(value: f64) -> Hazard {
    Hazard::per_year(value).unwrap()
}

fn hazards(values: &Value) -> Vec<Hazard> {
    values.as_array().unwrap().iter().map(|value| h(value.as_f64().unwrap())).collect()
}

/// What we compute for an example, by the name of each expected number.
fn computed(model: &str, given: &Value) -> Vec<(&'static str, f64)> {
    let number = |key: &str| given[key].as_f64().unwrap();
    let effect = |p0: Probability, p1: Probability| {
        let arr = absolute_risk_reduction(p0, p1);
        vec![("p1", p1.value()), ("arr", arr), ("nnt", number_needed_to_treat(arr).unwrap() as f64)]
    };
    match model {
        "competing_risk_constant_hazards" => {
            let at = over(h(number("fracture_hazard")), h(number("death_hazard")), number("years"));
            vec![("probability", at.unwrap().value())]
        }
        "competing_risk_annual" => {
            let after =
                by_year(&hazards(&given["fracture_hazard"]), &hazards(&given["death_hazard"])).unwrap();
            vec![
                ("probability", after.probability.value()),
                ("alive_fracture_free", after.alive_fracture_free.value()),
            ]
        }
        "hazard_ratio_on_probability" => {
            let p0 = p(number("p0"));
            effect(p0, with_hazard_ratio(p0, number("hr")).unwrap())
        }
        "relative_risk_on_probability" => {
            let p0 = p(number("p0"));
            effect(p0, with_relative_risk(p0, number("rr")).unwrap())
        }
        "trial_arr_nnt" => {
            let percent = |key: &str| Probability::from_percent(number(key)).unwrap();
            let (without, with) = (percent("placebo_percent"), percent("treated_percent"));
            let arr = absolute_risk_reduction(without, with);
            let nnt = number_needed_to_treat(arr).unwrap() as f64;
            vec![("arr_percent", arr * 100.0), ("nnt", nnt), ("rr", relative_risk(without, with).unwrap())]
        }
        "horizon_conversion" => {
            let to = over_another_horizon(p(number("p")), number("from_years"), number("to_years"));
            vec![("p", to.unwrap().value())]
        }
        "bmd_gradient" => {
            let (gradient, z) = (number("gradient"), ZScore(number("z")));
            vec![
                ("rr_vs_mean_bmd", against_mean(gradient, z).unwrap()),
                ("rr_vs_population", against_population(gradient, z).unwrap()),
            ]
        }
        other => panic!("{other}: what is it?"),
    }
}

#[test]
fn worked_examples_to_the_digits_printed() {
    let mut reader = csv::Reader::from_reader(EXAMPLES.as_bytes());
    let mut seen = 0;
    for record in reader.records() {
        let record = record.unwrap();
        let expected: Value = serde_json::from_str(&record[2]).unwrap();
        let computed = computed(&record[0], &serde_json::from_str(&record[1]).unwrap());
        assert_eq!(computed.len(), expected.as_object().unwrap().len(), "{record:?}");
        for (key, value) in computed {
            let printed = expected[key].as_f64().unwrap_or_else(|| panic!("{key} of {record:?}"));
            // Trailing zeros were dropped; only the trial's ratio has fewer than six decimals.
            let text = expected[key].to_string();
            let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            let decimals = if key == "rr" { decimals } else { decimals.max(6) };
            let tolerance = 0.5 / 10_u64.pow(u32::try_from(decimals).unwrap()) as f64;
            assert!((value - printed).abs() <= tolerance * (1.0 + 1e-6), "{key}: {value} for {record:?}");
        }
        seen += 1;
    }
    assert_eq!(seen, 12);
}

fn probability() -> impl Strategy<Value = Probability> {
    prop_oneof![0.0..=1.0_f64, 0.0..1e-6_f64].prop_map(p)
}

fn hazard() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), 1e-9..2.0_f64]
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 + 1e-9 * a.abs().max(b.abs())
}

proptest! {
    #[test]
    fn years_at_the_same_hazards_are_the_closed_form(fracture in hazard(), death in hazard(), years in 1_usize..=60) {
        let after = by_year(&vec![h(fracture); years], &vec![h(death); years]).unwrap();
        let closed = over(h(fracture), h(death), years as f64).unwrap().value();
        prop_assert!(near(after.probability.value(), closed), "{after:?} {closed}");
        let free = 1.0 - probability_from_hazard(h(fracture + death), years as f64).unwrap().value();
        prop_assert!(near(after.alive_fracture_free.value(), free));
    }

    #[test]
    fn without_death_it_is_the_formula_without(fracture in hazard(), years in 0.1..60.0_f64) {
        let without = probability_from_hazard(h(fracture), years).unwrap().value();
        prop_assert!(near(over(h(fracture), Hazard::NONE, years).unwrap().value(), without));
    }

    #[test]
    fn death_only_takes_fractures_away(fracture in hazard(), death in hazard(), more in hazard(), years in 0.1..60.0_f64) {
        let at = |death: f64| over(h(fracture), h(death), years).unwrap().value();
        prop_assert!(at(death + more) <= at(death) * (1.0 + 1e-12));
        let (fractured, died) = (at(death), over(h(death), h(fracture), years).unwrap().value());
        prop_assert!(near(fractured + died, probability_from_hazard(h(fracture + death), years).unwrap().value()));
    }

    #[test]
    fn hazard_and_probability_are_inverse(p in 0.0..0.999_f64, years in 0.1..60.0_f64) {
        let hazard = hazard_from_probability(Probability::new(p).unwrap(), years).unwrap();
        prop_assert!(near(probability_from_hazard(hazard, years).unwrap().value(), p));
    }

    #[test]
    fn horizons_compose(p in 0.0..0.99_f64, a in 1.0..20.0_f64, b in 1.0..20.0_f64, c in 1.0..20.0_f64) {
        let p = Probability::new(p).unwrap();
        let step = over_another_horizon(over_another_horizon(p, a, b).unwrap(), b, c).unwrap().value();
        let at_once = over_another_horizon(p, a, c).unwrap().value();
        // Near 1 the step in between cannot hold all digits.
        prop_assert!((step - at_once).abs() <= 1e-9 + 1e-9 * at_once || over_another_horizon(p, a, b).unwrap().value() > 0.999_999);
        prop_assert!(near(over_another_horizon(p, a, a).unwrap().value(), p.value()));
    }

    #[test]
    fn longer_is_never_less(p in probability(), from in 1.0..20.0_f64, to in 1.0..20.0_f64, more in 0.0..20.0_f64) {
        let at = |years: f64| over_another_horizon(p, from, years).unwrap().value();
        prop_assert!(at(to) <= at(to + more));
    }

    #[test]
    fn the_sign_of_the_reduction_is_that_of_the_effect(p in probability(), ratio in 0.01..1.0_f64) {
        let arr = |ratio: f64| absolute_risk_reduction(p, with_hazard_ratio(p, ratio).unwrap());
        prop_assert!(arr(ratio) >= -1e-15 && arr(1.0 / ratio) <= 1e-15);
        prop_assert!(absolute_risk_reduction(p, with_relative_risk(p, ratio).unwrap()) >= 0.0);
        // A hazard ratio below 1 takes less away than the same relative risk.
        prop_assert!(with_hazard_ratio(p, ratio).unwrap().value() >= ratio * p.value() * (1.0 - 1e-12));
    }

    #[test]
    fn the_number_needed_is_the_smallest_that_suffices(p0 in 0.0..=1.0_f64, p1 in 0.0..=1.0_f64) {
        let arr = absolute_risk_reduction(p(p0), p(p1));
        match number_needed(arr).unwrap() {
            NumberNeeded::ToTreat(number) => {
                prop_assert!(arr > 0.0);
                prop_assert!(number as f64 * arr >= 1.0 - 1e-8);
                prop_assert!((number as f64 - 1.0) * arr < 1.0);
                prop_assert_eq!(number_needed_to_treat(arr).unwrap(), number);
            }
            NumberNeeded::ToHarm(number) => {
                prop_assert!(arr < 0.0 && number_needed_to_treat(arr).is_err());
                prop_assert!(number as f64 * -arr <= 1.0 + 1e-8 && (number as f64 + 1.0) * -arr > 1.0);
            }
            NumberNeeded::Infinite => prop_assert!(arr == 0.0),
        }
    }

    #[test]
    fn a_relative_risk_never_leads_above_one(p in probability(), ratio in 0.0..10.0_f64) {
        match with_relative_risk(p, ratio) {
            Ok(with) => prop_assert!(with.value() <= 1.0),
            Err(refusal) => prop_assert!(refusal.code == Code::OutOfRange && ratio * p.value() > 1.0),
        }
    }

    #[test]
    fn a_gradient_is_one_at_the_mean(gradient in 1.0..5.0_f64, z in -5.0..5.0_f64) {
        prop_assert!(near(against_mean(gradient, ZScore(0.0)).unwrap(), 1.0));
        prop_assert!(near(against_mean(gradient, ZScore(z)).unwrap() * against_mean(gradient, ZScore(-z)).unwrap(), 1.0));
        prop_assert!(against_population(gradient, ZScore(z)).unwrap() <= against_mean(gradient, ZScore(z)).unwrap() * (1.0 + 1e-12));
    }
}
