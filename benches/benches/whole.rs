//! One person through the whole engine, against the crate `clincalc` answering QFracture-2012 alone, and the
//! documents in and out, against its call in JSON and against serde_json writing the same bytes.

use std::hint::black_box;

use clincalc::Calculator;
use clincalc::calculators::qfracture as yardstick;
use criterion::{Criterion, criterion_group};
use osteon::document::options::Switch;
use osteon::document::{Assessment, Options, Patient};
use osteon::outputs::Outputs;
use osteon::risk::Model;
use osteon::{Engine, json};
use osteon_benches::{Promised, Run};

/// A woman of whom most is known.
const COMPLETE: &str = include_str!("people/complete.json");
/// A woman of whom little is.
const UNKNOWNS: &str = r#"{"sex": "female", "age_years": 67, "height_cm": 161, "weight_kg": 57.5,
    "assessed_on": "2026-06-01", "risk_factors": {"current_smoker": false, "parental_hip_fracture": true},
    "fractures": [{"site": "distal_forearm", "age_years": 61}],
    "scans": [{"date": "2026-05-20", "manufacturer": "hologic", "regions": [
        {"region": "femoral_neck", "bmd_g_cm2": 0.623}, {"region": "total_hip", "bmd_g_cm2": 0.741}]}]}"#;
/// The same woman, as far as the yardstick asks.
const THEIRS: &str = r#"{"age": 67, "sex": "female", "ethnicity": "white_or_not_stated", "smoking": "ex_smoker",
    "alcohol": "light", "height_cm": 161, "weight_kg": 57.5, "antidepressant": false, "any_cancer": false,
    "asthma_or_copd": true, "care_home": false, "corticosteroids": false, "cardiovascular_disease": true,
    "dementia": false, "endocrine_problems": false, "epilepsy_or_anticonvulsants": false,
    "history_of_falls": true, "previous_fracture": true, "hrt": false, "liver_disease": false,
    "malabsorption": false, "parkinsons": false, "rheumatoid_or_sle": false, "renal_disease": false,
    "type1_diabetes": false, "type2_diabetes": false, "parental_osteoporosis": true}"#;

fn patient(json: &str) -> Patient {
    json::patient(json.as_bytes()).expect("a patient")
}

fn engine(options: Options) -> Engine {
    Engine::new(options, Vec::new()).expect("options that hold")
}

fn traced(trace: Switch) -> Engine {
    engine(Options { trace: Some(trace), ..Options::default() })
}

/// From patient JSON to assessment JSON.
fn written(engine: &Engine, patient: &str) -> String {
    let mut patient = json::patient(patient.as_bytes()).expect("a patient");
    let mut session = engine.session();
    let answer = session.answer_in_full(&mut patient, true, &mut Vec::new());
    json::to_string(&answer.expect("an answer").to_document())
}

fn typed(c: &mut Criterion) {
    let mut group = c.benchmark_group("whole_typed");
    let theirs: yardstick::QfractureInput = serde_json::from_str(THEIRS).expect("an input");
    group.bench_function("clincalc", |b| b.iter(|| black_box(yardstick::compute(black_box(&theirs)))));
    let engine = traced(Switch::Off);
    for (name, json) in [("complete", COMPLETE), ("unknowns", UNKNOWNS)] {
        let (mut patient, mut session) = (patient(json), engine.session());
        group.bench_function(name, |b| {
            b.iter(|| {
                black_box(session.answer(black_box(&mut patient), true, &mut Vec::new()).is_some());
            });
        });
    }
    group.finish();
}

fn documents(c: &mut Criterion) {
    let mut group = c.benchmark_group("whole_json");
    // Their call begins at a parsed value; ours at the bytes, so that theirs is given the bytes too.
    group.bench_function("clincalc", |b| {
        b.iter(|| {
            let input = serde_json::from_str(black_box(THEIRS)).expect("JSON");
            let response = yardstick::Qfracture.calculate(&input).expect("an answer");
            black_box(serde_json::to_string(&response))
        });
    });
    let trace_off = traced(Switch::Off);
    for (name, patient) in [("complete", COMPLETE), ("unknowns", UNKNOWNS)] {
        group.bench_function(name, |b| b.iter(|| black_box(written(&trace_off, black_box(patient)))));
    }
    group.finish();

    let mut group = c.benchmark_group("whole_trace");
    let trace_on = traced(Switch::On);
    for (name, patient) in [("complete", COMPLETE), ("unknowns", UNKNOWNS)] {
        let text = written(&trace_on, patient);
        let document: Assessment = serde_json::from_str(&text).expect("our own document");
        assert_eq!(json::to_string(&document), text, "the yardstick writes the same bytes");
        group.bench_function(format!("serde_json_{name}"), |b| {
            b.iter(|| black_box(serde_json::to_string(black_box(&document))));
        });
        group.bench_function(name, |b| b.iter(|| black_box(written(&trace_on, black_box(patient)))));
    }
    group.finish();
}

/// What each model costs beside the scores that all rest on.
fn models(c: &mut Criterion) {
    let mut group = c.benchmark_group("whole_models");
    for (name, json) in [("complete", COMPLETE), ("unknowns", UNKNOWNS)] {
        let mut patient = patient(json);
        let mut measure = |id: &str, outputs: &str, models: Option<&str>| {
            let options = Options { models: models.map(str::to_owned), ..Options::default() };
            let engine = engine(options).with_outputs(Outputs::parse(outputs).expect("sections"));
            let mut session = engine.session();
            group.bench_function(format!("{name}_{id}"), |b| {
                b.iter(|| {
                    black_box(session.answer(black_box(&mut patient), true, &mut Vec::new()).is_some());
                });
            });
        };
        measure("none", "scores", None);
        for model in Model::all() {
            measure(model.id, "risks", Some(model.id));
        }
        measure("all", "risks", None);
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(30)
        .warm_up_time(std::time::Duration::from_millis(200))
        .measurement_time(std::time::Duration::from_millis(600));
    targets = typed, documents, models
}

fn main() {
    let mut run = Run::begin("whole");
    benches();
    Criterion::default().configure_from_args().final_summary();
    for person in ["complete", "unknowns"] {
        let of = |what: &str| {
            format!("{what}, a person with {}", if person == "complete" { "all known" } else { "unknowns" })
        };
        let (typed, json, trace) = ("whole_typed", "whole_json", "whole_trace");
        let qfracture = "`clincalc` 0.4.0, QFracture-2012 alone";
        let at_most = Promised::AtMost;
        run.ratio(&of("all outputs, typed"), (typed, person), qfracture, (typed, "clincalc"), at_most(10.0));
        run.ratio(
            &of("all outputs, JSON to JSON"),
            (json, person),
            qfracture,
            (json, "clincalc"),
            at_most(20.0),
        );
        let serde = format!("serde_json_{person}");
        let what = of("the same with every rule traced");
        run.ratio(
            &what,
            (trace, person),
            "`serde_json` writing the same bytes",
            (trace, &serde),
            at_most(3.0),
        );
    }
    for person in ["complete", "unknowns"] {
        let of = |model: &str| run.median_ns(("whole_models", &format!("{person}_{model}")));
        let Some(none) = of("none") else { continue };
        for model in Model::all().iter().map(|model| model.id).chain(["all"]) {
            if let Some(with) = of(model) {
                println!("whole_models: {person}: {model}: {:.0} ns", with - none);
            }
        }
    }
    run.finish();
}
