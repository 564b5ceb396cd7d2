//! Every reason for which a score is withheld and every flag of a score: somebody of whom it is said, and somebody who
//! differs in that alone and of whom it is not.

use osteon::Engine;
use osteon::densitometry::{Flag, Withheld};
use serde_json::{Value, json};

/// A woman of 67 with a neck from a Hologic; `changes` are of the person, of the scan and, whole, its regions.
fn person(changes: &Value) -> Value {
    let mut person = json!({"sex": "female", "age_years": 67, "postmenopausal": true, "fractures": [],
        "scans": [{"manufacturer": "hologic", "regions": [{"region": "femoral_neck", "bmd_g_cm2": 0.600}]}]});
    for (key, value) in changes["person"].as_object().into_iter().flatten() {
        person[key] = value.clone();
    }
    for (key, value) in changes["scan"].as_object().into_iter().flatten() {
        person["scans"][0][key] = value.clone();
    }
    if !changes["regions"].is_null() {
        person["scans"][0]["regions"] = changes["regions"].clone();
    }
    person
}

fn answer(changes: &Value) -> Value {
    let patient = osteon::json::patient(person(changes).to_string().as_bytes()).unwrap();
    serde_json::to_value(Engine::default().assess(&patient).unwrap()).unwrap()
}

/// The codes said of any score.
fn said(changes: &Value, of: fn(&Value) -> Vec<Value>) -> Vec<String> {
    let answer = answer(changes);
    let scores = answer["scores"].as_array().unwrap();
    assert!(!scores.is_empty());
    let codes = scores.iter().flat_map(of);
    codes.filter_map(|code| code.as_str().map(str::to_owned)).collect()
}

/// Each code is said of the first, and not of the second.
fn hold(cases: &[(&str, Value, Value)], of: fn(&Value) -> Vec<Value>) {
    let mut wrong = Vec::new();
    for (code, there, elsewhere) in cases {
        let (said_there, said_elsewhere) = (said(there, of), said(elsewhere, of));
        if !said_there.iter().any(|one| one == code) {
            wrong.push(format!("{code} is not said, but {said_there:?}"));
        }
        if said_elsewhere.iter().any(|one| one == code) {
            wrong.push(format!("{code} is said without its cause, with {said_elsewhere:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn reasons(score: &Value) -> Vec<Value> {
    vec![score["withheld"]["code"].clone(), score["z_withheld"]["code"].clone()]
}

fn flags(score: &Value) -> Vec<Value> {
    let code = |flag: &Value| if flag.is_string() { flag.clone() } else { flag["code"].clone() };
    score["flags"].as_array().unwrap().iter().map(code).collect()
}

fn vertebrae(of: &[(&str, Value)]) -> Value {
    let lines = of.iter().map(|(name, more)| {
        let mut line = json!({"region": "lumbar_spine", "vertebrae": [name], "bmd_g_cm2": 0.800});
        for (key, value) in more.as_object().unwrap() {
            line[key] = value.clone();
        }
        line
    });
    lines.collect()
}

#[test]
fn every_reason_to_withhold() {
    let neck =
        |more: Value| json!({"regions": [with(json!({"region": "femoral_neck", "bmd_g_cm2": 0.6}), &more)]});
    let spine = |of: Value| json!({"region": "lumbar_spine", "vertebrae": of, "bmd_g_cm2": 0.800});
    let trans = |age: u32| {
        json!({"person": {"sex_recorded_at_birth": "male", "gender_identity": "female", "postmenopausal": null,
                          "age_years": age}})
    };
    let young = json!({"postmenopausal": null, "age_years": 19});
    let (area, out) = (json!({"area_cm2": 12.0}), json!({"area_cm2": 12.0, "excluded": true}));
    let none = json!({});
    let l1_l4 = json!(["L1", "L2", "L3", "L4"]);
    let left = json!([{"region": "total_hip", "side": "left", "bmd_g_cm2": 0.7}]);
    let body = json!([{"region": "total_body", "bmd_g_cm2": 1.0}]);
    let cases = [
        (
            "man_under_50",
            json!({"person": {"sex": "male", "age_years": 49}}),
            json!({"person": {"sex": "male", "age_years": 50}}),
        ),
        (
            "premenopausal",
            json!({"person": {"postmenopausal": false, "age_years": 45}}),
            json!({"person": {"age_years": 45}}),
        ),
        (
            "menopausal_status_unknown",
            json!({"person": {"postmenopausal": null, "age_years": 49}}),
            json!({"person": {"postmenopausal": null, "age_years": 50}}),
        ),
        ("transgender_under_50", trans(49), trans(50)),
        ("under_20", json!({"person": young}), json!({"person": {"postmenopausal": null, "age_years": 20}})),
        (
            "under_20_needs_lms",
            json!({"person": young}),
            with(neck(json!({"lms": {"l": 1.0, "m": 0.8, "s": 0.1}})), &json!({"person": young})),
        ),
        ("no_bmd", json!({"regions": [{"region": "femoral_neck", "t_score": -2.0}]}), neck(none.clone())),
        ("manufacturer_not_stated", json!({"scan": {"manufacturer": null}}), none.clone()),
        ("no_reference", json!({"scan": {"manufacturer": "norland"}}), none.clone()),
        (
            "model_not_stated",
            json!({"scan": {"manufacturer": "ge_lunar"}, "regions": [spine(l1_l4.clone())]}),
            json!({"scan": {"manufacturer": "ge_lunar", "model": "Lunar Prodigy"}, "regions": [spine(l1_l4.clone())]}),
        ),
        ("not_recognised", json!({"scan": {"model": "Densito 9"}}), json!({"scan": {"model": "Horizon"}})),
        ("excluded_by_reader", neck(json!({"excluded": true})), neck(json!({"excluded": false}))),
        (
            "contains_excluded_vertebra",
            json!({"regions": [spine(l1_l4.clone()), with(spine(json!(["L4"])), &json!({"excluded": true}))]}),
            json!({"regions": [spine(l1_l4.clone()), spine(json!(["L4"]))]}),
        ),
        (
            "no_areas",
            json!({"regions": vertebrae(&[("L1", none.clone()), ("L2", none.clone()), ("L3", none.clone()), ("L4", out.clone())])}),
            json!({"regions": vertebrae(&[("L1", area.clone()), ("L2", area.clone()), ("L3", area.clone()), ("L4", out.clone())])}),
        ),
        (
            "fewer_than_two_vertebrae",
            json!({"regions": vertebrae(&[ ("L2", out.clone()), ("L3", out.clone()), ("L4", out.clone())])}),
            json!({"regions": vertebrae(&[("L1", area.clone()), ("L2", area.clone()), ("L3", out.clone()), ("L4", out.clone())])}),
        ),
        (
            "hip_prosthesis",
            json!({"person": {"history": {"hip_prosthesis_left": true}}, "regions": left}),
            json!({"person": {"history": {"hip_prosthesis_right": true}}, "regions": left}),
        ),
        (
            "amputation",
            json!({"person": {"history": {"amputation": true}}, "regions": body}),
            json!({"person": {"history": {"amputation": false}}, "regions": body}),
        ),
        (
            "no_age_reference",
            json!({"regions": [spine(json!(["L2", "L3", "L4"]))]}),
            json!({"regions": [spine(l1_l4.clone())]}),
        ),
        (
            "age_beyond_reference",
            json!({"person": {"age_years": 80}, "regions": [spine(l1_l4.clone())]}),
            json!({"person": {"age_years": 79}, "regions": [spine(l1_l4)]}),
        ),
    ];
    hold(&cases, reasons);
    // It keeps a line from being classed, and answers say that by a flag.
    let never = Withheld::SingleVertebra.as_str();
    let all = Withheld::ALL.iter().map(|reason| reason.as_str()).filter(|code| *code != never);
    assert!(
        all.eq(cases.iter().map(|(code, ..)| *code).filter(|code| *code != never)),
        "a reason has no case"
    );
}

fn with(mut document: Value, more: &Value) -> Value {
    for (key, value) in more.as_object().unwrap() {
        document[key] = value.clone();
    }
    document
}

#[test]
fn every_flag() {
    let neck =
        |more: Value| json!({"regions": [with(json!({"region": "femoral_neck", "bmd_g_cm2": 0.6}), &more)]});
    let spine =
        |of: Value| json!({"regions": [{"region": "lumbar_spine", "vertebrae": of, "bmd_g_cm2": 0.800}]});
    let none = json!({});
    let l1_l4 = json!(["L1", "L2", "L3", "L4"]);
    let prodigy = |l4: f64| {
        let line = |t: f64| json!({"area_cm2": 12.0, "t_score": t});
        let lines = [("L1", line(-2.5)), ("L2", line(-2.5)), ("L3", line(-2.5)), ("L4", line(l4))];
        json!({"scan": {"manufacturer": "ge_lunar", "model": "Lunar Prodigy"}, "regions": vertebrae(&lines)})
    };
    let hologic = |area: bool| {
        let line = || if area { json!({"area_cm2": 12.0}) } else { json!({}) };
        json!({"regions": vertebrae(&[("L1", line()), ("L2", line()), ("L3", line()), ("L4", line())])})
    };
    let whole = |model: &str, maker: &str| {
        let mut lines = vertebrae(&[("L1", json!({})), ("L2", json!({}))]);
        let all = json!({"region": "lumbar_spine", "vertebrae": l1_l4, "bmd_g_cm2": 0.8});
        lines.as_array_mut().unwrap().push(all);
        json!({"scan": {"manufacturer": maker, "model": model}, "regions": lines})
    };
    let database = |name: &str| json!({"scan": {"database": name}});
    let amputee = |yes: bool| {
        with(neck(json!({"z_score": -1.0})), &json!({"person": {"history": {"amputation": yes}}}))
    };
    let hip = |more: Value| json!({"regions": [with(json!({"region": "total_hip"}), &more)]});
    let cases = [
        ("class_depends_on_rounding", neck(json!({"bmd_g_cm2": 0.564})), neck(none.clone())),
        ("printed_t_differs", neck(json!({"t_score": -1.0})), neck(json!({"t_score": -2.2}))),
        ("printed_t_fits_male_reference", neck(json!({"t_score": -2.4})), neck(json!({"t_score": -2.2}))),
        (
            "printed_t_fits_other_reference",
            neck(json!({"bmd_g_cm2": 0.4, "t_score": -4.0})),
            neck(json!({"t_score": -2.2})),
        ),
        (
            "printed_t_unchecked",
            json!({"regions": [{"region": "radius_33", "bmd_g_cm2": 0.5, "t_score": -3.0}]}),
            neck(json!({"t_score": -2.2})),
        ),
        ("printed_z_differs", neck(json!({"z_score": 3.0})), neck(none.clone())),
        ("database_not_stated", none.clone(), database("NHANES III")),
        ("database_not_recognised", database("Some people of 2031"), database("NHANES III")),
        (
            "model_not_recognised",
            json!({"scan": {"model": "Densito 9"}}),
            json!({"scan": {"model": "Horizon"}}),
        ),
        (
            "manufacturer_conflicts_with_model",
            json!({"scan": {"manufacturer": "ge_lunar", "model": "Horizon"}}),
            json!({"scan": {"model": "Horizon"}}),
        ),
        (
            "database_names_male_reference",
            database("2012 BMDCS/NHANES White Male"),
            database("2012 BMDCS/NHANES White Female"),
        ),
        ("vertebrae_read_as_l1_l4", spine(Value::Null), spine(l1_l4.clone())),
        ("vertebra_exclusion_proposed", whole_with(&prodigy(-0.4)), whole_with(&prodigy(-2.5))),
        ("proposed_subset", prodigy(-0.4), prodigy(-2.5)),
        ("combined_from_vertebrae", hologic(true), hologic(false)),
        (
            "precision_iscd_minimum",
            none.clone(),
            json!({"scan": {"precision_g_cm2": {"femoral_neck": 0.012}}}),
        ),
        ("z_from_standardised_bmd", json!({"scan": {"manufacturer": "ge_lunar"}}), none.clone()),
        (
            "z_reference_white_only",
            spine(l1_l4.clone()),
            with(spine(l1_l4.clone()), &json!({"person": {"ethnicity": "white"}})),
        ),
        ("z_reference_all_groups", none.clone(), json!({"person": {"ethnicity": "white"}})),
        (
            "duplicate_region",
            json!({"regions": [{"region": "total_hip", "bmd_g_cm2": 0.7}, {"region": "total_hip", "bmd_g_cm2": 0.8}]}),
            json!({"regions": [{"region": "total_hip", "side": "left", "bmd_g_cm2": 0.7}]}),
        ),
        (
            "reference_unverified",
            neck(json!({"bmd_g_cm2": 0.4, "t_score": -4.0})),
            neck(json!({"t_score": -2.2})),
        ),
        ("standardised_bmd_reference", hip(json!({"sbmd_mg_cm2": 700.0})), hip(json!({"bmd_g_cm2": 0.7}))),
        ("printed_z_weight_matched_amputation", amputee(true), amputee(false)),
        (
            "mean_of_hips_for_change_only",
            hip(json!({"bmd_g_cm2": 0.7, "side": "mean"})),
            hip(json!({"bmd_g_cm2": 0.7, "side": "left"})),
        ),
        (
            "bmd_is_not_bmc_over_area",
            neck(json!({"bmc_g": 3.2, "area_cm2": 5.0})),
            neck(json!({"bmc_g": 3.0, "area_cm2": 5.0})),
        ),
        ("single_vertebra_not_classed", spine(json!(["L1"])), spine(l1_l4.clone())),
        ("vertebrae_not_compared", whole("Horizon", "hologic"), whole("Lunar Prodigy", "ge_lunar")),
        (
            "printed_t_withheld",
            with(
                neck(json!({"t_score": -2.2})),
                &json!({"person": {"postmenopausal": false, "age_years": 45}}),
            ),
            neck(json!({"t_score": -2.2})),
        ),
    ];
    hold(&cases, flags);
    // These have tests of their own: limits_of_scores.rs and refusals.rs.
    let others = [Flag::SmallReferenceCell, Flag::CallerReference].map(Flag::as_str);
    for code in Flag::ALL.iter().map(|flag| flag.as_str()).filter(|code| !others.contains(code)) {
        assert!(cases.iter().any(|(known, ..)| *known == code), "{code} has no case");
    }
}

/// With a line of the whole spine.
fn whole_with(changes: &Value) -> Value {
    let mut changes = changes.clone();
    let line = json!({"region": "lumbar_spine", "vertebrae": ["L1", "L2", "L3", "L4"], "bmd_g_cm2": 0.9});
    changes["regions"].as_array_mut().unwrap().push(line);
    changes
}
