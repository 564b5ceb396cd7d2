//! The table: cells, their limits, sites, FRAX and what is added for men.

use osteon::document::guidance::Recommendation::{self as R, *};
use serde_json::{Value, json};

use super::{asked, broke, flags, merge, outcome, say};

/// T-scores at, just above and just below each limit, best first.
const T: [f64; 7] = [-0.9, -1.0, -1.9, -2.0, -2.9, -3.0, -3.1];

fn cells(guideline: &str, sex: &str, changes: &Value, category: &str, expected: [R; 7]) {
    for (t, expected) in T.into_iter().zip(expected) {
        let said = say(guideline, &asked(sex, 74, Some(t), changes.clone()));
        assert_eq!(outcome(&said), (Some(category), expected, &[][..]), "{guideline} {t} {changes}");
        assert!(said.could_be.is_empty() && !said.fired.is_empty() && said.verified);
        assert!(said.fired.iter().all(|rule| rule.starts_with(guideline)), "{:?}", said.fired);
    }
    let said = say(guideline, &asked(sex, 74, None, changes.clone()));
    assert_eq!(outcome(&said), (Some(category), MeasureBmd, &[][..]), "{guideline} {changes}");
    let change = said.would_change.iter().any(|c| c.recommendation == Treat && c.facts[0].fact == "lowest_t");
    assert!(change || guideline == "grio2021_men", "{:?}", said.would_change);
}

#[test]
fn every_cell() {
    use SpecialistAdvice as S;
    let severe = [S, Treat, Treat, Treat, Treat, Treat, Treat];
    let grio = [NoDrug, S, S, Treat, Treat, Treat, Treat];
    let has = [NoDrug, NoDrug, NoDrug, NoDrug, NoDrug, Treat, Treat];
    let none = [NoDrug, NoDrug, NoDrug, S, S, Treat, Treat];
    let at_risk = json!({"risk_factors": {"parental_hip_fracture": true}});
    for id in ["grio2018_women", "has2023"] {
        cells(id, "female", &broke("vertebra"), "severe_fracture", severe);
        cells(id, "female", &at_risk, "no_fracture", none);
    }
    cells("grio2018_women", "female", &broke("distal_forearm"), "non_severe_fracture", grio);
    cells("has2023", "female", &broke("distal_forearm"), "non_severe_fracture", has);
    let mut both = at_risk.clone();
    merge(&mut both, broke("distal_forearm"));
    // A fracture takes nothing away from what a woman at risk is offered without it.
    let has_at_risk = [NoDrug, NoDrug, NoDrug, S, S, Treat, Treat];
    cells("has2023", "female", &both, "non_severe_fracture", has_at_risk);
    cells("grio2018_women", "female", &both, "non_severe_fracture", grio);

    cells("grio2021_men", "male", &broke("vertebra"), "severe_fracture", severe);
    cells("grio2021_men", "male", &broke("ankle"), "non_severe_fracture", grio);
    let frail = json!({"risk_factors": {"frailty": true}});
    cells("grio2021_men", "male", &frail, "no_fracture", none);
    let fell = json!({"risk_factors": {"falls_past_year": 1}});
    cells("grio2021_men", "male", &fell, "no_fracture", none);
    cells("grio2021_men", "male", &json!({}), "no_fracture", [NoDrug, NoDrug, NoDrug, S, S, S, S]);
}

#[test]
fn the_lowest_of_three_regions_decides_and_the_radius_does_not() {
    let of = |region: &str, t: f64| {
        let mut document = asked("female", 74, None, broke("distal_forearm"));
        let others =
            ["lumbar_spine", "femoral_neck", "total_hip"].into_iter().filter(|other| *other != region);
        let mut regions: Vec<Value> = others.map(|r| json!({"region": r, "t_score": -0.5})).collect();
        regions.push(json!({"region": region, "t_score": t}));
        document["scans"] = json!([{"regions": regions}]);
        say("grio2018_women", &document).recommendation
    };
    for region in ["lumbar_spine", "femoral_neck", "total_hip"] {
        assert_eq!((of(region, -2.0), of(region, -1.9)), (Treat, SpecialistAdvice), "{region}");
    }
    assert_eq!(of("radius_33", -3.5), NoDrug);
}

#[test]
fn sites() {
    let severe = [
        "proximal_femur",
        "subtrochanteric",
        "femoral_shaft",
        "distal_femur",
        "femur_unspecified",
        "vertebra",
        "pelvis",
        "sacrum",
        "proximal_humerus",
        "proximal_tibia",
        "ribs_multiple",
    ];
    let others = [
        "distal_forearm",
        "forearm_shaft",
        "forearm_unspecified",
        "humeral_shaft",
        "elbow",
        "ankle",
        "heel",
        "tibia_fibula_shaft",
        "rib_single",
        "clavicle",
        "scapula",
        "sternum",
        "patella",
    ];
    let never =
        ["upper_thoracic_vertebra", "cervical_vertebra", "hand", "finger", "foot", "toe", "skull", "face"];
    for (id, sex) in [("grio2018_women", "female"), ("has2023", "female"), ("grio2021_men", "male")] {
        let category = |site| say(id, &asked(sex, 74, Some(-1.5), broke(site))).category;
        for site in severe {
            assert_eq!(category(site).as_deref(), Some("severe_fracture"), "{site}");
        }
        for site in others {
            assert_eq!(category(site).as_deref(), Some("non_severe_fracture"), "{site}");
        }
        for site in never {
            assert_eq!(category(site).as_deref(), Some("no_fracture"), "{site}");
        }
        // It may be severe: the table has two answers.
        for site in ["humerus_unspecified", "ribs_unspecified"] {
            let said = say(id, &asked(sex, 74, Some(-1.5), broke(site)));
            assert_eq!(said.could_be_categories, ["severe_fracture", "non_severe_fracture"], "{site}");
            assert_eq!(said.recommendation, Undetermined);
        }
    }
    let two = json!({"fractures": [{"site": "ankle", "trauma": "low"}, {"site": "pelvis", "trauma": "low"}]});
    assert_eq!(say("grio2018_women", &asked("female", 74, Some(-1.0), two)).recommendation, Treat);
    let ribs = |events: [&str; 3]| {
        let rib = |event: &&str| json!({"site": "rib_single", "trauma": "low", "event_id": event});
        let fractures: Vec<Value> = events.iter().map(rib).collect();
        say("grio2018_women", &asked("female", 74, Some(-1.5), json!({ "fractures": fractures })))
            .recommendation
    };
    assert_eq!((ribs(["a", "a", "a"]), ribs(["a", "a", "b"])), (Treat, SpecialistAdvice));
    let high = json!({"fractures": [{"site": "pelvis", "trauma": "high"}]});
    assert_eq!(say("grio2018_women", &asked("female", 74, Some(-1.5), high)).recommendation, NoDrug);
}

#[test]
fn an_atypical_fracture_fires_no_rule() {
    let shaft = json!({
        "fractures": [{"site": "femoral_shaft", "trauma": "low", "months_ago": 1}],
        "treatments": [{"drug": "alendronate", "start": "2018-01-01"}], "assessed_on": "2026-06-01",
        "risk_factors": {"rheumatoid_arthritis": true},
    });
    let said = say("grio2018_women", &asked("female", 74, Some(-2.2), shaft));
    assert_eq!(outcome(&said), (Some("no_fracture"), SpecialistAdvice, &[][..]));
    let stated = json!({"fractures": [{"site": "femoral_shaft", "trauma": "low", "cause": "atypical"}]});
    let said = say("grio2021_men", &asked("male", 74, Some(-2.2), stated));
    assert_eq!(said.category.as_deref(), Some("no_fracture"));
}

#[test]
fn without_a_fracture_the_table_is_for_women_at_risk() {
    let at = |t, changes: Value| say("grio2018_women", &asked("female", 60, t, changes));
    for id in ["grio2018_women", "has2023"] {
        for t in [Some(-2.0), Some(-3.1), None] {
            let said = say(id, &asked("female", 60, t, json!({})));
            assert_eq!((said.recommendation, said.applicable), (NotApplicable, Some(false)));
            assert_eq!(flags(&said), ["outside_population"]);
            assert!(said.flags[0].text.contains("risk factor"), "{:?}", said.flags);
        }
        assert_eq!(say(id, &asked("female", 60, Some(-1.9), json!({}))).recommendation, NoDrug);
    }
    let risk = |changes: Value| at(Some(-2.0), changes).recommendation;
    let factor = |factor: Value| risk(json!({"risk_factors": factor}));
    for yes in [
        json!({"falls_past_year": 2}),
        json!({"parental_hip_fracture": true}),
        json!({"current_smoker": true}),
        json!({"smoking": "light"}),
        json!({"glucocorticoid": {"current": true, "mg_per_day": 2.5}}),
        json!({"glucocorticoid": {"ever": true}}),
        json!({"premature_menopause": true}),
        json!({"rheumatoid_arthritis": true}),
        json!({"hyperparathyroidism": true}),
        json!({"alcohol_units_per_day": 3}),
        json!({"alcohol_g_per_day": 24}),
    ] {
        assert_eq!(factor(yes.clone()), SpecialistAdvice, "{yes}");
    }
    for no in [
        json!({"falls_past_year": 1}),
        json!({"smoking": "former"}),
        json!({"glucocorticoid": {"ever": false}}),
        json!({"premature_menopause": false}),
        json!({"alcohol_units_per_day": 2.9}),
        json!({"parental_osteoporosis": false}),
    ] {
        assert_eq!(factor(no.clone()), NotApplicable, "{no}");
    }
    assert_eq!(risk(json!({"bmi_kg_m2": 18.9})), SpecialistAdvice);
    assert_eq!(risk(json!({"bmi_kg_m2": 19.0})), NotApplicable);
    assert_eq!(risk(json!({"height_cm": 170, "weight_kg": 50})), SpecialistAdvice);
    assert_eq!(risk(json!({"menopause_age_years": 39})), SpecialistAdvice);
    assert_eq!(risk(json!({"menopause_age_years": 40})), NotApplicable);
    let young = json!({"postmenopausal": false});
    assert_eq!(say("grio2018_women", &asked("female", 45, Some(-3.2), young)).applicable, Some(false));
    assert_eq!(say("grio2018_women", &asked("male", 75, Some(-3.2), json!({}))).applicable, Some(false));
    assert_eq!(say("grio2021_men", &asked("female", 75, Some(-3.2), json!({}))).applicable, Some(false));
}

/// Whether FRAX supports treating: in `also`, and by a rule of its own.
fn frax(id: &str, age: u32, t: Option<f64>, mof: f64, changes: Value) -> bool {
    let mut all = json!({"frax": {"model": "FR", "mof_percent": mof}});
    merge(&mut all, changes);
    let said = say(id, &asked("female", age, t, all));
    let added = said.fired.contains(&format!("{id}.frax_at_or_above_threshold"));
    assert_eq!(added, said.also.contains(&Treat));
    assert!(!(added && flags(&said).contains(&"frax_below_threshold")));
    added
}

#[test]
fn frax_speaks_at_each_age_and_limit() {
    let nodes = [
        (50, 5.0),
        (55, 6.0),
        (60, 6.9),
        (65, 9.3),
        (70, 13.0),
        (75, 19.0),
        (80, 27.0),
        (85, 35.0),
        (90, 36.0),
        (62, 7.86),
        (73, 16.6),
        (51, 5.2),
        (89, 35.8),
    ];
    for (age, limit) in nodes {
        let wrist = || broke("distal_forearm");
        assert!(frax("grio2018_women", age, Some(-1.5), limit, wrist()), "{age}");
        assert!(frax("grio2018_women", age, Some(-1.5), limit + 0.01, wrist()), "{age}");
        assert!(!frax("grio2018_women", age, Some(-1.5), limit - 0.01, wrist()), "{age}");
    }
    let between = json!({"frax": {"mof_percent": 10.0}, "risk_factors": {"current_smoker": true}});
    let said = say("grio2018_women", &asked("female", 62, Some(-2.5), between));
    assert!(flags(&said).contains(&"approximate_threshold"), "{:?}", said.flags);
    let below = json!({"frax": {"mof_percent": 5.0}, "risk_factors": {"current_smoker": true}});
    let said = say("grio2018_women", &asked("female", 60, Some(-2.5), below));
    assert!(flags(&said).contains(&"frax_below_threshold") && said.also.is_empty());
    // Outside 50-90 no threshold is published.
    for age in [49, 91] {
        assert!(!frax("grio2018_women", age, Some(-1.5), 60.0, broke("distal_forearm")), "{age}");
    }
}

#[test]
fn frax_speaks_in_specialist_cells_only() {
    let high = |id, t, changes| frax(id, 74, Some(t), 60.0, changes);
    let at_risk = || json!({"risk_factors": {"current_smoker": true}});
    let women = "grio2018_women";
    let expected = [
        (-0.9, false, false),
        (-1.0, true, false),
        (-1.9, true, false),
        (-2.0, false, true),
        (-2.9, false, true),
        (-3.0, false, false),
    ];
    for (t, wrist, none) in expected {
        assert_eq!(high(women, t, broke("distal_forearm")), wrist, "{t}");
        assert_eq!(high(women, t, at_risk()), none, "{t}");
        assert_eq!(high("has2023", t, at_risk()), none, "{t}");
        assert!(!high(women, t, broke("pelvis")) && !high("has2023", t, broke("distal_forearm")), "{t}");
    }
    assert!(!high(women, -2.5, json!({})), "not a woman at risk");
    assert!(!frax(women, 74, None, 60.0, broke("distal_forearm")), "without bone density");
    for course in [
        json!({"drug": "alendronate", "start": "2020-01-01"}),
        json!({"drug": "alendronate", "start": "2010-01-01", "stop": "2015-01-01"}),
    ] {
        let mut treated = json!({"treatments": [course], "assessed_on": "2026-06-01"});
        merge(&mut treated, at_risk());
        assert!(!high(women, -2.5, treated));
    }
    let other =
        json!({"frax": {"model": "GB", "mof_percent": 60.0}, "risk_factors": {"current_smoker": true}});
    let said = say(women, &asked("female", 74, Some(-2.5), other));
    assert_eq!(outcome(&said), (Some("no_fracture"), SpecialistAdvice, &[][..]));
    assert!(flags(&said).contains(&"frax_not_used"));
    // Its absence is a question, and holds nothing up.
    let said = say(women, &asked("female", 74, Some(-2.5), at_risk()));
    assert_eq!(outcome(&said), (Some("no_fracture"), SpecialistAdvice, &[][..]));
    assert_eq!(said.missing, ["frax.mof_percent"]);
    let texts: Vec<&str> = said.would_change.iter().map(|change| change.text.as_str()).collect();
    let asks = |text: &&&str| text.starts_with("FRAX");
    let at_74 = "FRAX major osteoporotic fracture >= 17.8: specialist_advice, also treat";
    assert_eq!(texts.iter().filter(asks).collect::<Vec<_>>(), [&at_74]);
}

#[test]
fn men_are_also_sent_to_a_specialist() {
    let also = |age, t: Option<f64>, changes: Value| {
        let said = say("grio2021_men", &asked("male", age, t, changes));
        said.also.contains(&SpecialistAdvice)
    };
    assert!(also(69, Some(-2.5), broke("vertebra")) && !also(70, Some(-2.5), broke("vertebra")));
    assert!(also(69, Some(-2.0), broke("ankle")) && !also(70, Some(-2.0), broke("ankle")));
    assert!(also(69, None, broke("ankle")), "whatever the density");
    let frail = || json!({"risk_factors": {"frailty": true}});
    assert!(also(69, Some(-3.0), frail()) && !also(70, Some(-3.0), frail()));
    assert!(!also(69, Some(-1.9), json!({})));
    let of = |changes: Value| also(75, Some(-1.0), changes);
    assert!(of(json!({"risk_factors": {"hypogonadism": true}})));
    assert!(!of(json!({"risk_factors": {"hypogonadism": true, "androgen_deprivation": true}})));
    assert!(of(json!({"history": {"oral_bisphosphonate_unsuitable": true}})));
    let course = |course: Value| of(json!({"assessed_on": "2026-06-01", "treatments": [course]}));
    assert!(course(json!({"drug": "zoledronate", "start": "2022-01-01", "stop_reason": "completed"})));
    assert!(course(json!({"drug": "zoledronate", "start": "2022-01-01", "planned_stop": "2026-06-01"})));
    assert!(!course(json!({"drug": "zoledronate", "start": "2022-01-01", "planned_stop": "2026-06-02"})));
    assert!(!course(json!({"drug": "zoledronate", "start": "2022-01-01"})));
    let stopped = json!({"drug": "zoledronate", "start": "2022-01-01", "stop": "2025-01-01"});
    assert!(!course(stopped.clone()), "nobody said why");
    let mut intolerant = stopped;
    intolerant["stop_reason"] = json!("intolerance");
    assert!(!course(intolerant));
}

#[test]
fn what_changes_nothing_is_not_asked_for() {
    // He goes to the specialist in any case.
    let mut document = asked("male", 64, Some(-2.2), json!({}));
    document["complete"] = json!(["fractures"]);
    document["risk_factors"] = json!({"frailty": true});
    let said = say("grio2021_men", &document);
    assert_eq!(outcome(&said), (Some("no_fracture"), SpecialistAdvice, &[][..]));
    assert_eq!(said.missing, Vec::<String>::new());
    assert!(said.would_change.iter().all(|change| change.recommendation != SpecialistAdvice));
    // One reason for the specialist is enough.
    let mut document = asked("male", 64, Some(-2.2), broke("ankle"));
    document["complete"] = json!(["fractures"]);
    let said = say("grio2021_men", &document);
    assert_eq!((said.also, said.missing), (vec![SpecialistAdvice], Vec::<String>::new()));
}

#[test]
fn what_to_know() {
    let codes = |id, sex, t, changes| {
        let said = say(id, &asked(sex, 74, Some(t), changes));
        flags(&said).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let women = |t, changes| codes("grio2018_women", "female", t, changes);
    assert_eq!(women(-1.0, broke("proximal_femur")), ["zoledronate_first", "bisphosphonate_first"]);
    assert_eq!(women(-0.9, broke("proximal_femur")), ["look_for_another_cause"]);
    assert_eq!(women(-1.5, broke("upper_thoracic_vertebra")), ["site_never_osteoporotic"]);
    assert_eq!(women(-1.5, broke("ankle")), Vec::<String>::new());
    let two = json!({"fractures": [{"site": "vertebra", "levels": ["T12", "L1"], "trauma": "low"}]});
    assert_eq!(women(-2.5, two.clone()), ["teriparatide_possible", "bisphosphonate_first"]);
    assert_eq!(codes("grio2021_men", "male", -2.5, two), ["teriparatide_possible"]);
    assert_eq!(codes("grio2021_men", "male", -2.5, broke("vertebra")), Vec::<String>::new());
}

/// Place in the documented order; the last two stand outside it.
fn rank(recommendation: R) -> Option<u8> {
    match recommendation {
        NoDrug => Some(0),
        MeasureBmd | CalculateFrax => Some(1),
        Consider | SpecialistAdvice => Some(2),
        Treat => Some(3),
        TreatAnabolicFirst => Some(4),
        Undetermined | NotApplicable => None,
    }
}

#[test]
fn a_worse_finding_never_lowers_a_recommendation() {
    let fractures = [json!({"fractures": []}), broke("ankle"), broke("pelvis")];
    let risks = [json!({}), json!({"risk_factors": {"frailty": true, "current_smoker": true}})];
    for (id, sex) in [("grio2018_women", "female"), ("has2023", "female"), ("grio2021_men", "male")] {
        let of = |t: f64, fracture: usize, risk: usize| {
            let mut changes = fractures[fracture].clone();
            merge(&mut changes, risks[risk].clone());
            rank(say(id, &asked(sex, 68, Some(t), changes)).recommendation)
        };
        let never_lower = |mild: Option<u8>, worse: Option<u8>| {
            assert!(mild.zip(worse).is_none_or(|(mild, worse)| mild <= worse), "{id}");
        };
        for (place, t) in T.into_iter().enumerate() {
            for fracture in 0..3 {
                for risk in 0..2 {
                    let here = of(t, fracture, risk);
                    if let Some(&worse) = T.get(place + 1) {
                        never_lower(here, of(worse, fracture, risk));
                    }
                    if fracture < 2 {
                        never_lower(here, of(t, fracture + 1, risk));
                    }
                    never_lower(here, of(t, fracture, 1));
                }
            }
        }
    }
}
