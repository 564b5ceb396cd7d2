//! Clinical cases: what a reader of the answer would check by hand.

use osteon::Engine;
use osteon::document::assessment::{Assessment, Category};
use osteon::document::{Options, Patient, Region};
use serde_json::{Value, json};

fn patient(document: Value) -> Patient {
    osteon::json::patient(document.to_string().as_bytes()).expect("a readable document")
}

fn assess(document: Value) -> Assessment {
    Engine::default().assess(&patient(document)).expect("an answer")
}

fn assess_with(options: Value, document: Value) -> Assessment {
    let options: Options = osteon::json::options(options.to_string().as_bytes()).expect("options");
    Engine::new(options, Vec::new()).expect("an engine").assess(&patient(document)).expect("an answer")
}

/// A woman of 67 with one Hologic scan of these regions.
fn woman(regions: Value) -> Value {
    json!({"sex": "female", "age_years": 67, "postmenopausal": true, "fractures": [],
           "scans": [{"date": "2024-03-01", "manufacturer": "hologic", "regions": regions}]})
}

fn with(mut document: Value, key: &str, value: Value) -> Value {
    document[key] = value;
    document
}

fn category(document: Value) -> Category {
    assess(document).diagnosis.expect("a diagnosis").category
}

#[test]
fn both_edges_of_each_class() {
    // Femoral neck against NHANES III, 0.858 (0.120): -1.0 is 0.738, -2.5 is 0.558.
    for (bmd, expected) in [
        (0.738, Category::Normal),
        (0.732, Category::LowBoneMass),  // -1.05, reported -1.1
        (0.733, Category::Normal),       // -1.042, reported -1.0
        (0.564, Category::Osteoporosis), // -2.45, reported -2.5
        (0.565, Category::LowBoneMass),  // -2.442, reported -2.4
        (0.558, Category::Osteoporosis),
        (0.557, Category::Osteoporosis),
    ] {
        let regions = json!([{"region": "femoral_neck", "bmd_g_cm2": bmd}]);
        assert_eq!(category(woman(regions.clone())), expected, "reported, {bmd}");
        let exact = assess_with(json!({"t_compare": "exact"}), woman(regions)).diagnosis.unwrap();
        let by_exact = if bmd <= 0.558 {
            Category::Osteoporosis
        } else if bmd >= 0.738 {
            Category::Normal
        } else {
            Category::LowBoneMass
        };
        assert_eq!(exact.category, by_exact, "exact, {bmd}");
        let flagged = exact.reasons.iter().any(|reason| reason.code == "class_depends_on_rounding");
        assert_eq!(flagged, by_exact != expected, "flag, {bmd}");
    }
}

#[test]
fn the_lowest_region_decides() {
    let answer = assess(woman(json!([
        {"region": "femoral_neck", "side": "left", "bmd_g_cm2": 0.750},
        {"region": "femoral_neck", "side": "right", "bmd_g_cm2": 0.640},
        {"region": "total_hip", "side": "left", "bmd_g_cm2": 0.850},
        {"region": "lumbar_spine", "vertebrae": ["L1", "L2", "L3", "L4"], "bmd_g_cm2": 0.950},
        {"region": "trochanter", "bmd_g_cm2": 0.3},
        {"region": "wards", "bmd_g_cm2": 0.3}
    ])));
    let diagnosis = answer.diagnosis.clone().unwrap();
    assert_eq!((diagnosis.category, diagnosis.region), (Category::LowBoneMass, Some(Region::FemoralNeck)));
    assert_eq!(diagnosis.t_score, Some(-1.8));
    assert!(diagnosis.reasons.iter().any(|reason| reason.code == "lower_hip"));
}

#[test]
fn the_mean_of_hips_is_not_classed() {
    let answer = assess(woman(json!([
        {"region": "total_hip", "side": "mean", "bmd_g_cm2": 0.600},
        {"region": "total_hip", "side": "left", "bmd_g_cm2": 0.700},
        {"region": "total_hip", "side": "difference", "bmd_g_cm2": 0.011, "t_score": 0.1}
    ])));
    assert_eq!(answer.diagnosis.clone().unwrap().t_score, Some(-2.0));
    assert_eq!(answer.scores().len(), 2);
}

#[test]
fn a_hip_fracture_at_minus_1_8_is_osteoporosis_in_the_clinic() {
    let base = woman(json!([{"region": "total_hip", "bmd_g_cm2": 0.722}]));
    let answer =
        assess(with(base.clone(), "fractures", json!([{"site": "proximal_femur", "trauma": "low"}])));
    let diagnosis = answer.diagnosis.clone().unwrap();
    assert_eq!((diagnosis.category, diagnosis.clinical_osteoporosis), (Category::LowBoneMass, Some(true)));
    let none = assess(base.clone()).diagnosis.unwrap();
    assert_eq!(none.clinical_osteoporosis, Some(false));
    let mut unknown = base.clone();
    unknown.as_object_mut().unwrap().remove("fractures");
    assert_eq!(assess(unknown.clone()).diagnosis.unwrap().clinical_osteoporosis, None);
    let complete = with(unknown, "complete", json!(["fractures"]));
    assert_eq!(assess(complete).diagnosis.unwrap().clinical_osteoporosis, Some(false));
    let wrist = assess(with(base.clone(), "fractures", json!([{"site": "distal_forearm", "age_years": 60}])));
    assert_eq!(wrist.diagnosis.clone().unwrap().clinical_osteoporosis, Some(true));
    assert!(wrist.assumed.iter().any(|assumed| assumed.field == "fractures.trauma"));
    for not_counted in [
        json!({"site": "toe", "trauma": "low"}),
        json!({"site": "proximal_femur", "trauma": "high"}),
        json!({"site": "vertebra", "trauma": "low", "cause": "tumour"}),
        json!({"site": "proximal_femur", "trauma": "low", "age_years": 12}),
        json!({"site": "cervical_vertebra", "trauma": "low"}),
        json!({"site": "vertebra", "genant_grade": 0}),
    ] {
        let answer = assess(with(base.clone(), "fractures", json!([not_counted])));
        assert_eq!(answer.diagnosis.clone().unwrap().clinical_osteoporosis, Some(false), "{not_counted}");
    }
    // Genant 1 alone, a femur that may be a hip, and a fracture before 50 whose trauma nobody stated.
    for cannot_be_said in [
        json!({"site": "vertebra", "genant_grade": 1}),
        json!({"site": "femur_unspecified", "trauma": "low"}),
        json!({"site": "proximal_femur", "age_years": 30}),
    ] {
        let answer = assess(with(base.clone(), "fractures", json!([cannot_be_said])));
        assert_eq!(answer.diagnosis.clone().unwrap().clinical_osteoporosis, None, "{cannot_be_said}");
    }
}

#[test]
fn a_fragility_fracture_makes_osteoporosis_severe_and_an_unknown_one_could() {
    let base = woman(json!([{"region": "femoral_neck", "bmd_g_cm2": 0.500}]));
    assert_eq!(category(base.clone()), Category::Osteoporosis);
    let ankle =
        with(base.clone(), "fractures", json!([{"site": "ankle", "trauma": "low", "months_ago": 12}]));
    assert_eq!(category(ankle), Category::SevereOsteoporosis);
    let mut unknown = base;
    unknown.as_object_mut().unwrap().remove("fractures");
    let diagnosis = assess(unknown).diagnosis.unwrap();
    assert_eq!(diagnosis.category, Category::Osteoporosis);
    assert_eq!(diagnosis.could_be, [Category::Osteoporosis, Category::SevereOsteoporosis]);
}

#[test]
fn who_gets_a_t_score() {
    let regions = json!([{"region": "femoral_neck", "bmd_g_cm2": 0.500}]);
    let of = |changes: Value| {
        let mut document = woman(regions.clone());
        for (key, value) in changes.as_object().unwrap() {
            if value.is_null() {
                document.as_object_mut().unwrap().remove(key);
            } else {
                document[key] = value.clone();
            }
        }
        let answer = assess(document);
        let withheld = answer.scores()[0].withheld.as_ref().map(|reason| reason.code.clone());
        (withheld, answer.diagnosis.clone().unwrap().category)
    };
    let withheld = |code: &str| Some(code.to_owned());
    assert_eq!(of(json!({"sex": "male"})), (None, Category::Osteoporosis));
    assert_eq!(
        of(json!({"sex": "male", "age_years": 49})),
        (withheld("man_under_50"), Category::BelowExpectedForAge)
    );
    assert_eq!(
        of(json!({"postmenopausal": false, "age_years": 45})),
        (withheld("premenopausal"), Category::BelowExpectedForAge)
    );
    assert_eq!(
        of(json!({"postmenopausal": null, "age_years": 49})),
        (withheld("menopausal_status_unknown"), Category::Undetermined)
    );
    assert_eq!(of(json!({"postmenopausal": null, "age_years": 50})), (None, Category::Osteoporosis));
    assert_eq!(of(json!({"age_years": 45})), (None, Category::Osteoporosis));
    assert_eq!(
        of(json!({"postmenopausal": null, "menopause_age_years": 41, "age_years": 45})),
        (None, Category::Osteoporosis)
    );
    assert_eq!(
        of(json!({"postmenopausal": null, "age_years": 19})),
        (withheld("under_20"), Category::Undetermined)
    );
    // ISCD 2019: transgender people by T from 50, whatever the hormones; by Z before.
    let trans = json!({"sex": "female", "sex_recorded_at_birth": "male", "gender_identity": "female",
                       "postmenopausal": null});
    let mut at_49 = trans.clone();
    at_49["age_years"] = json!(49);
    assert_eq!(of(trans), (None, Category::Osteoporosis));
    assert_eq!(of(at_49), (withheld("transgender_under_50"), Category::BelowExpectedForAge));
}

#[test]
fn the_radius_counts_only_when_it_should() {
    let radius = json!({"region": "radius_33", "t_score": -3.0});
    let neck = json!({"region": "femoral_neck", "bmd_g_cm2": 0.8});
    let spine = json!({"region": "lumbar_spine", "bmd_g_cm2": 1.0});
    let both = woman(json!([radius, neck, spine]));
    assert_eq!(category(both.clone()), Category::Normal);
    let hyperparathyroid = with(both, "risk_factors", json!({"hyperparathyroidism": true}));
    assert_eq!(category(hyperparathyroid), Category::Osteoporosis);
    let excluded = json!({"region": "lumbar_spine", "bmd_g_cm2": 1.0, "excluded": true});
    assert_eq!(category(woman(json!([radius, neck, excluded]))), Category::Osteoporosis);
    assert_eq!(category(woman(json!([radius]))), Category::Osteoporosis);
}

#[test]
fn an_earlier_diagnosis_persists() {
    let mut document = woman(json!([{"region": "femoral_neck", "bmd_g_cm2": 0.580}]));
    document["scans"].as_array_mut().unwrap().push(json!({
        "date": "2019-03-01", "manufacturer": "hologic",
        "regions": [{"region": "femoral_neck", "bmd_g_cm2": 0.540}]
    }));
    let answer = assess(document);
    let diagnosis = answer.diagnosis.clone().unwrap();
    assert_eq!((diagnosis.category, diagnosis.ever), (Category::LowBoneMass, Category::Osteoporosis));
    assert_eq!(answer.scores().len(), 2);
}

#[test]
fn entries_after_the_assessment_are_left_out_and_counted() {
    let document = with(
        woman(json!([{"region": "femoral_neck", "bmd_g_cm2": 0.5}])),
        "assessed_on",
        json!("2023-01-01"),
    );
    let answer = assess(document);
    assert!(answer.scores().is_empty());
    assert!(answer.flags.iter().any(|flag| flag.code == "entries_after_assessment_left_out"));
}

#[test]
fn unknown_labels_give_no_score() {
    for (key, text) in [("database", "France (Rhône) v12"), ("model", "Prodigal 3000")] {
        let mut document = woman(json!([{"region": "femoral_neck", "bmd_g_cm2": 0.5}]));
        document["scans"][0][key] = json!(text);
        let answer = assess(document);
        assert_eq!(answer.scores()[0].withheld.as_ref().unwrap().code, "not_recognised", "{text}");
        assert_eq!(answer.diagnosis.clone().unwrap().category, Category::Undetermined);
    }
}

#[test]
fn a_printed_t_needs_no_maker_and_drives() {
    let document = json!({"sex": "female", "age_years": 70, "scans": [
        {"regions": [{"region": "total_hip", "t_score": -2.6}]}]});
    let answer = assess(document);
    assert_eq!(answer.scores()[0].t_source.as_deref(), Some("printed"));
    assert_eq!(answer.diagnosis.clone().unwrap().category, Category::Osteoporosis);
    // Printed -2.4, ours -2.5: the print drives, unless asked otherwise, and the difference is flagged.
    let both = woman(json!([{"region": "femoral_neck", "bmd_g_cm2": 0.540, "t_score": -2.4}]));
    let printed = assess(both.clone());
    assert_eq!(printed.diagnosis.clone().unwrap().category, Category::LowBoneMass);
    assert!(printed.scores()[0].flags.contains(&"printed_t_differs".to_owned()));
    let computed = assess_with(json!({"t_source": "computed"}), both);
    assert_eq!(computed.diagnosis.clone().unwrap().category, Category::Osteoporosis);
}

#[test]
fn a_print_that_fits_a_male_reference_is_flagged() {
    // 0.700 against the male 0.93 (0.137) is -1.68; against the female 0.858 (0.120) -1.32.
    let man = with(
        woman(json!([{"region": "femoral_neck", "bmd_g_cm2": 0.700, "t_score": -1.7}])),
        "sex",
        json!("male"),
    );
    let answer = assess(man);
    assert!(
        answer.scores()[0].flags.contains(&"printed_t_fits_male_reference".to_owned()),
        "{:?}",
        answer.scores()[0]
    );
}

#[test]
fn vertebrae_are_excluded_by_the_reader_and_proposed_by_the_engine() {
    let vertebra = |name: &str, bmd: f64, t: f64, excluded: bool| {
        json!({"region": "lumbar_spine", "vertebrae": [name], "bmd_g_cm2": bmd, "area_cm2": 12.0,
               "t_score": t, "excluded": excluded})
    };
    let prodigy = |regions: Value| {
        let mut document = woman(regions);
        document["scans"][0]["manufacturer"] = json!("ge_lunar");
        document["scans"][0]["model"] = json!("Lunar Prodigy");
        document
    };
    let whole = json!({"region": "lumbar_spine", "vertebrae": ["L1", "L2", "L3", "L4"], "bmd_g_cm2": 0.960});
    // L4 is 2 T above L3: proposed, not dropped.
    let proposed = assess(prodigy(json!([
        vertebra("L1", 0.830, -2.5, false),
        vertebra("L2", 0.876, -2.7, false),
        vertebra("L3", 0.888, -2.6, false),
        vertebra("L4", 1.152, -0.4, false),
        whole
    ])));
    let diagnosis = proposed.diagnosis.clone().unwrap();
    assert_eq!(diagnosis.category, Category::LowBoneMass);
    assert_eq!(diagnosis.if_proposed_exclusion, Some(Category::Osteoporosis));
    // The reader excludes it: the subset L1-L3 has its own reference, 1.17 (0.12).
    let excluded = assess(prodigy(json!([
        vertebra("L1", 0.830, -2.5, false),
        vertebra("L2", 0.876, -2.7, false),
        vertebra("L3", 0.888, -2.6, false),
        vertebra("L4", 1.152, -0.4, true),
        whole
    ])));
    let diagnosis = excluded.diagnosis.clone().unwrap();
    assert_eq!(diagnosis.vertebrae.as_deref(), Some("L1-L3"));
    assert_eq!(diagnosis.category, Category::Osteoporosis);
}

#[test]
fn a_subset_without_areas_makes_no_score() {
    let answer = assess(woman(json!([
        {"region": "lumbar_spine", "vertebrae": ["L1"], "bmd_g_cm2": 0.9},
        {"region": "lumbar_spine", "vertebrae": ["L2"], "bmd_g_cm2": 0.9},
        {"region": "lumbar_spine", "vertebrae": ["L3"], "bmd_g_cm2": 0.9, "excluded": true}
    ])));
    assert!(
        answer
            .scores()
            .iter()
            .any(|score| score.withheld.as_ref().is_some_and(|reason| reason.code == "no_areas"))
    );
    assert_eq!(answer.diagnosis.clone().unwrap().category, Category::Undetermined);
}

/// Another side, or other vertebrae: the pair is shown, and what it means cannot be said.
#[test]
fn a_change_between_sides_cannot_be_said() {
    let scan = |date: &str, region: Value| {
        json!({"date": date, "manufacturer": "hologic", "scanner_serial": "A",
               "precision_g_cm2": {"total_hip": 0.01, "lumbar_spine": 0.01}, "regions": [region]})
    };
    let change = |from: Value, to: Value| {
        let mut document = woman(json!([]));
        document["scans"] = json!([scan("2022-01-10", from), scan("2024-01-10", to)]);
        let change = assess(document).changes()[0].clone();
        assert_eq!(change.significant, None);
        change.because.iter().map(|reason| reason.code.clone()).collect::<Vec<_>>()
    };
    let hip = |side: &str, bmd: f64| json!({"region": "total_hip", "side": side, "bmd_g_cm2": bmd});
    assert!(change(hip("left", 0.85), hip("right", 0.80)).contains(&"side_differs".to_owned()));
    let spine = |set: Value| json!({"region": "lumbar_spine", "vertebrae": set, "bmd_g_cm2": 0.9});
    let other_set = change(spine(json!(["L1", "L2", "L3", "L4"])), spine(json!(["L2", "L3", "L4"])));
    assert!(other_set.contains(&"vertebrae_differ".to_owned()));
}

#[test]
fn a_single_vertebra_is_scored_and_never_classed() {
    let answer = assess(woman(json!([{"region": "lumbar_spine", "vertebrae": ["L1"], "t_score": -3.0}])));
    let score = &answer.scores()[0];
    assert_eq!((score.t_score, score.withheld.clone()), (Some(-3.0), None));
    assert!(score.flags.contains(&"single_vertebra_not_classed".to_owned()));
    assert_eq!(answer.diagnosis.clone().unwrap().category, Category::Undetermined);
}

#[test]
fn unknown_fractures_are_said_where_they_would_matter() {
    let mut document = woman(json!([{"region": "femoral_neck", "bmd_g_cm2": 0.70}]));
    document.as_object_mut().unwrap().remove("fractures");
    let diagnosis = assess(document).diagnosis.unwrap();
    assert_eq!(diagnosis.clinical_osteoporosis, None);
    assert!(diagnosis.reasons.iter().any(|reason| reason.code == "fractures_unknown"));
}

/// Fifty in whole years may have been fifty a month ago, and not two years ago.
#[test]
fn a_stated_age_leaves_a_year_open_on_the_day_of_the_scan() {
    let man = |age: f64, day: &str| {
        json!({"sex": "male", "age_years": age, "assessed_on": "2026-11-25",
               "scans": [{"date": day, "regions": [{"region": "femoral_neck", "t_score": -3.0}]}]})
    };
    assert_eq!(category(man(50.0, "2026-11-01")), Category::Osteoporosis);
    assert_eq!(category(man(51.0, "2025-10-01")), Category::Osteoporosis);
    assert_ne!(category(man(50.0, "2024-11-01")), Category::Osteoporosis);
    assert_ne!(category(man(50.4, "2026-01-01")), Category::Osteoporosis);
    assert_ne!(category(man(49.0, "2026-11-01")), Category::Osteoporosis);
}

/// A fracture that is atypical until excluded makes osteoporosis neither severe nor clinical.
#[test]
fn a_suspected_atypical_fracture_makes_no_diagnosis() {
    let scan = || woman(json!([{"region": "total_hip", "t_score": -2.7}]));
    for site in ["femoral_shaft", "subtrochanteric"] {
        let broken =
            with(scan(), "fractures", json!([{"site": site, "date": "2024-01-10", "trauma": "low"}]));
        let on = |start: &str| {
            with(broken.clone(), "treatments", json!([{"drug": "alendronate", "start": start}]))
        };
        let of = |document: Value| {
            let found = assess(document).diagnosis.unwrap();
            (found.category, found.could_be)
        };
        assert_eq!(of(on("2018-01-01")), (Category::Osteoporosis, vec![]), "{site}");
        assert_eq!(of(on("2024-02-01")).0, Category::SevereOsteoporosis, "begun after it");
        assert_eq!(of(with(broken.clone(), "treatments", json!([]))).0, Category::SevereOsteoporosis);
        let both = vec![Category::Osteoporosis, Category::SevereOsteoporosis];
        assert_eq!(of(broken), (Category::Osteoporosis, both), "whether it was taken is not known");
    }
}
