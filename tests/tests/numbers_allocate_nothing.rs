//! What models say in numbers alone allocates nothing: a table asks for them row by row.

use osteon::document::{Frax, Options, Patient};
use osteon::outputs::{Output, Outputs};
use osteon::risk::{InNumbers, Model};
use osteon::{Answer, Engine};
use osteon_tests::people::{Draw, person, with_frax, with_unknowns};

/// The models that are held to it.
const LEAN: &[&str] = &[
    "ost",
    "osta",
    "orai",
    "osiris",
    "score",
    "abone",
    "body_weight",
    "sofsurf",
    "mores",
    "supplied_frax",
    "supplied_mof_gc_adjusted",
    "supplied_hip_gc_adjusted",
    "supplied_mof_ls_adjusted",
    "supplied_mof_tbs_adjusted",
    "supplied_hip_tbs_adjusted",
];

/// Calls back with the answers for people of whom much, less and hardly anything is known.
fn with_people(mut see: impl FnMut(&Answer<'_>)) {
    let outputs: Outputs = [Output::Scores].into_iter().collect();
    let engine = Engine::new(Options::default(), Vec::new()).unwrap().with_outputs(outputs);
    let mut session = engine.session();
    for seed in 0..400 {
        let mut draw = Draw(seed);
        let mut known = person(&mut draw);
        if draw.one_in(2) {
            with_frax(&mut known, &mut draw);
        }
        let mut refused = known.clone();
        supply_what_is_refused(&mut refused, &mut draw);
        let bare = Patient { sex: known.sex, age_years: known.age_years, ..Default::default() };
        for mut patient in [with_unknowns(&known, &mut draw), known, refused, bare] {
            if let Some(answer) = session.answer(&mut patient, false, &mut Vec::new()) {
                see(&answer);
            }
        }
    }
}

/// A probability that must not be used, for any of the reasons, or that no adjustment leaves one.
fn supply_what_is_refused(patient: &mut Patient, draw: &mut Draw) {
    patient.country = Some("GB".to_owned());
    patient.history.get_or_insert_default().amputation = Some(draw.one_in(2));
    let supplied = Frax { mof_percent: Some(12.0), hip_percent: Some(3.0), ..Default::default() };
    let day = |day: &str| Some(day.parse().unwrap());
    patient.frax = Some(match draw.below(7) {
        0 => Frax { model: Some("US:caucasian".to_owned()), ..supplied },
        1 => Frax { model: Some("Germany".to_owned()), ..supplied },
        2 => Frax { adjusted_for: Some(vec!["tbs".to_owned(), "falls".to_owned()]), ..supplied },
        3 => Frax { hip_percent: Some(13.0), ..supplied },
        4 => Frax { date: day("2026-06-02"), ..supplied },
        5 => Frax { date: day("1999-01-01"), ..supplied },
        _ => Frax { mof_percent: Some(100.0), hip_percent: Some(100.0), ..supplied },
    });
}

#[test]
fn numbers_allocate_nothing() {
    with_people(|answer| {
        for id in LEAN {
            let model = Model::from_id(id).unwrap();
            let counted = allocation_counter::measure(|| {
                core::hint::black_box(answer.in_numbers(model));
            });
            assert_eq!(counted.count_total, 0, "{id}: {:?}", answer.person.document);
        }
    });
}

/// The people above are refused for every reason that there is, and answered.
#[test]
fn every_code_is_met() {
    let mut met = std::collections::BTreeMap::<&str, std::collections::BTreeSet<Option<u16>>>::new();
    with_people(|answer| {
        for &id in LEAN {
            let [first, ..]: InNumbers = answer.in_numbers(Model::from_id(id).unwrap());
            met.entry(id).or_default().insert(first.refused.map(|code| code.number()));
        }
    });
    let met_of = |id: &str| met[id].iter().copied().flatten().collect::<Vec<_>>();
    assert!(met.values().all(|codes| codes.contains(&None)), "{met:?}");
    assert_eq!(met_of("orai"), [201, 301, 601]);
    assert_eq!(met_of("supplied_frax"), [201, 301, 602]);
    assert_eq!(met_of("supplied_mof_gc_adjusted"), [201, 301, 601, 602]);
}
