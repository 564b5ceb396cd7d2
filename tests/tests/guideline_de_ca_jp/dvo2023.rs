//! DVO 2023: actions by tier, and what is treated whatever the tier.

use osteon::document::Sex;
use osteon::document::guidance::Recommendation as R;
use osteon::document::options::DvoAgeRow;
use osteon::risk::dvo2023::{Cell, Factor, Factors, cell};
use serde_json::{Value, json};

use super::{With, ask, flags, man, short, woman};

const ID: &str = "dvo2023";

fn action(tier: &str) -> (Option<String>, R) {
    let recommendation = match tier {
        "lt3" => R::NoDrug,
        "3_to_5" => R::Consider,
        "5_to_10" => R::Treat,
        _ => R::TreatAnabolicFirst,
    };
    (Some(tier.to_owned()), recommendation)
}

/// Products that a document can state with one or two factors, weakest first.
fn products() -> Vec<(u16, Value)> {
    let all = [
        json!({}),
        json!({"parental_hip_fracture": true}),
        json!({"proton_pump_inhibitor": true}),
        json!({"cigarettes_per_day": 11}),
        json!({"falls_past_year": 1}),
        json!({"alcohol_g_per_day": 50}),
        json!({"falls_past_year": 2}),
        json!({"falls_past_year": 1, "proton_pump_inhibitor": true}),
        json!({"falls_past_year": 2, "proton_pump_inhibitor": true}),
        json!({"falls_past_year": 2, "cigarettes_per_day": 20}),
        json!({"alcohol_g_per_day": 60, "falls_past_year": 2}),
        json!({"rheumatoid_arthritis": true, "falls_past_year": 2}),
    ];
    let factors = |factors: &Value| {
        let has = |key: &str, factor: Factor| factors.get(key).map(|_| factor);
        let falls = match factors["falls_past_year"].as_u64() {
            Some(1) => Some(Factor::Falls1),
            Some(_) => Some(Factor::Falls2OrMore),
            None => None,
        };
        let set = [
            has("parental_hip_fracture", Factor::ParentalHipFracture),
            has("proton_pump_inhibitor", Factor::ProtonPumpInhibitor),
            has("cigarettes_per_day", Factor::SmokingMoreThan10),
            has("alcohol_g_per_day", Factor::Alcohol50GOrMore),
            has("rheumatoid_arthritis", Factor::RheumatoidArthritis),
            falls,
        ];
        set.into_iter().flatten().collect::<Factors>().product_hundredths()
    };
    all.into_iter().map(|stated| (factors(&stated), stated)).collect()
}

/// At each requirement of the cell: the strongest product below it and the weakest that reaches it.
fn beside(cell: &Cell, products: &[(u16, Value)]) -> Vec<(&'static str, Value)> {
    let mut cases = Vec::new();
    for required in cell.required_hundredths {
        let below =
            products.iter().filter(|(product, _)| *product < required).max_by_key(|(product, _)| *product);
        let reached =
            products.iter().filter(|(product, _)| *product >= required).min_by_key(|(product, _)| *product);
        for (product, stated) in [below, reached].into_iter().flatten() {
            cases.push((cell.tier(*product).as_str(), stated.clone()));
        }
    }
    cases
}

#[test]
fn the_action_follows_the_tier_on_both_sides_of_every_requirement() {
    let products = products();
    let mut seen = std::collections::BTreeSet::new();
    for (sex, person) in [(Sex::Female, woman as fn(u32) -> Value), (Sex::Male, man)] {
        // A parent counts up to 75.
        for age in [50, 55, 60, 65, 70, 75] {
            for t in [None, Some(0.0), Some(-1.0), Some(-2.0), Some(-2.5), Some(-3.0), Some(-4.0)] {
                let cell = cell(sex, f64::from(age), t, DvoAgeRow::Floor).unwrap();
                for (tier, stated) in beside(&cell, &products) {
                    let person = person(age).with("risk_factors", stated.clone());
                    let person = t.map_or(person.clone(), |t| person.t(&[("total_hip", t)]));
                    assert_eq!(short(ID, &person), action(tier), "{person}");
                    seen.insert(tier);
                }
            }
        }
    }
    assert_eq!(seen.len(), 4);
}

#[test]
fn a_blank_cell_is_a_tier_that_is_reached() {
    // Women of 65: at -2.5 3 % is blank, at -3.0 5 % too.
    assert_eq!(short(ID, &woman(65).t(&[("total_hip", -2.5)])), action("3_to_5"));
    assert_eq!(short(ID, &woman(65).t(&[("total_hip", -2.6)])), action("5_to_10"));
}

#[test]
fn the_spine_and_the_neck_are_not_read() {
    let hip = woman(60).t(&[("total_hip", -1.0)]);
    let others = woman(60).t(&[("total_hip", -1.0), ("lumbar_spine", -4.0), ("femoral_neck", -4.0)]);
    assert_eq!(short(ID, &hip), short(ID, &others));
}

#[test]
fn a_hip_or_vertebral_fracture_is_treated_whatever_the_tier() {
    let young = || woman(50).t(&[("total_hip", 0.0)]);
    assert_eq!(short(ID, &young()), action("lt3"));
    for site in ["vertebra", "proximal_femur"] {
        let said = ask(ID, &young().broke(&[(site, 40.0)]));
        assert_eq!((said.category.as_deref(), said.recommendation), (Some("lt3"), R::Treat), "{site}");
        assert_eq!(said.fired, ["dvo2023.lt3.hip_or_vertebral_fracture"]);
        assert!(flags(&said).contains(&"start_promptly"));
    }
    let forearm = ask(ID, &young().broke(&[("distal_forearm", 40.0)]));
    assert_eq!(forearm.recommendation, R::NoDrug);
    let high_trauma = json!([{"site": "vertebra", "months_ago": 40, "trauma": "high"}]);
    assert_eq!(ask(ID, &young().with("fractures", high_trauma)).recommendation, R::NoDrug);
    // Where the tier asks for more, it gets it.
    let old = woman(80).t(&[("total_hip", -3.5)]).broke(&[("proximal_femur", 3.0)]);
    assert_eq!(short(ID, &old), action("ge10"));
    // 2.0 reaches 5 % by the column without bone density at 75, and both reasons are named.
    let said = ask(ID, &woman(75).broke(&[("vertebra", 40.0)]));
    assert_eq!(said.fired, ["dvo2023.5_to_10.hip_or_vertebral_fracture", "dvo2023.5_to_10.treat"]);
}

#[test]
fn a_glucocorticoid_with_low_bone_density_is_treated_at_its_limits() {
    // At 50 with -1.5 3 % requires far more than a dose of 7.5 mg: 2.3.
    let of = |dose: f64, days: f64, t: f64| {
        let taken = json!({"glucocorticoid": {
            "current": true, "mg_per_day": dose, "days": days, "planned_days": days, "started_or_raised_months_ago": 13
        }});
        let said =
            ask(ID, &woman(50).t(&[("total_hip", 0.0), ("lumbar_spine", t)]).with("risk_factors", taken));
        (said.category.unwrap(), said.recommendation)
    };
    let (treat, none) = (("lt3".to_owned(), R::Treat), ("lt3".to_owned(), R::NoDrug));
    assert_eq!(of(7.5, 91.0, -1.5), treat);
    assert_eq!(of(7.6, 400.0, -1.6), treat);
    assert_eq!(of(7.4, 91.0, -1.5), none);
    assert_eq!(of(7.5, 90.0, -1.5), none);
    assert_eq!(of(7.5, 91.0, -1.4), none);
}

#[test]
fn what_makes_a_fracture_imminent_is_said() {
    let says = |document: &Value, code: &str| flags(&ask(ID, document)).contains(&code);
    let person = || woman(60).t(&[("total_hip", -1.0)]);
    for (site, code) in
        [("proximal_femur", "imminent_hip_fracture"), ("vertebra", "imminent_vertebral_fracture")]
    {
        assert!(
            says(&person().broke(&[(site, 12.0)]), code) && !says(&person().broke(&[(site, 12.1)]), code)
        );
    }
    let falls = |n: u32| person().with("risk_factors", json!({ "falls_past_year": n }));
    assert!(says(&falls(2), "imminent_falls") && !says(&falls(1), "imminent_falls"));
    let taken = |dose: f64, days: f64, months: f64| {
        person().with(
            "risk_factors",
            json!({"glucocorticoid": {
                "current": true, "mg_per_day": dose, "days": days, "started_or_raised_months_ago": months
            }}),
        )
    };
    let code = "imminent_glucocorticoid";
    assert!(says(&taken(5.1, 91.0, 3.0), code) && says(&taken(5.1, 91.0, 12.0), code));
    assert!(!says(&taken(5.0, 91.0, 3.0), code) && !says(&taken(5.1, 90.0, 3.0), code));
    assert!(!says(&taken(5.1, 400.0, 12.1), code));
}

#[test]
fn the_trigger_of_the_middle_tier_is_said() {
    let says = |t: f64| flags(&ask(ID, &woman(65).t(&[("total_hip", t)]))).contains(&"consider_with_trigger");
    assert!(says(-2.5) && !says(-2.6) && !says(-0.5));
}

#[test]
fn whom_it_speaks_of() {
    for (document, reason) in [
        (woman(49), Some("its tables begin at 50 years")),
        (woman(50), None),
        (man(49), Some("speaks of women past the menopause and men of 50 or more")),
        (man(50), None),
        (
            woman(52).with("postmenopausal", json!(false)),
            Some("speaks of women past the menopause and men of 50 or more"),
        ),
    ] {
        let said = ask(ID, &document);
        assert_eq!(said.recommendation == R::NotApplicable, reason.is_some());
        let outside = said.flags.iter().find(|flag| flag.code == "outside_population");
        assert_eq!(outside.map(|flag| flag.text.as_str()), reason);
    }
}
