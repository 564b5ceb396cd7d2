//! Possible outcomes, missing facts: against every completion of what is unknown, one by one.

use std::collections::BTreeSet;

use osteon::document::guidance::Recommendation;
use osteon::guideline;
use osteon::rule::{COMPLETIONS_TRIED, Decision, Fact, Guideline, Taken, View, is_open};
use proptest::prelude::*;

use super::{engine, pair, with_evidence};

/// Completions tried of one guideline and person; above it the case is left out.
const MOST: usize = 600;

/// Guidelines one of whose unknown facts stands in two predicates, so that an outcome is held possible that no
/// completion gives: by id, with the facts.
const WIDER: &[(&str, &str)] = &[
    ("nogg2024", "frax_with_bmd, fragility_fracture, bmd_not_possible"),
    ("nogg2024_giop", "fragility_fracture, in the population and in a rule"),
    ("esceo2019", "frax_with_bmd, fragility_fracture"),
    ("nice_ta464", "the group to be assessed, beside an oral bisphosphonate that is unsuitable"),
    ("dvo2023", "dose and days of a glucocorticoid with the T-score, of which three may be open at once"),
    ("caroc2010", "any fracture, one of hip or vertebra, and the number of events, beside a glucocorticoid"),
    ("japan2015", "a fracture elsewhere and a parent's, beside a percentage and a probability that are open"),
    ("bhof2022", "humerus_pelvis_forearm_fracture"),
    ("acp2023", "lowest_t, beside a fracture of humerus, pelvis or forearm"),
    ("acr2022_giop", "glucocorticoid_mg_per_day, glucocorticoid_days, lowest_t_from_40"),
];

/// What a decision says, as one word.
fn said(guideline: &'static Guideline, decision: Decision) -> String {
    let mut outcomes: Vec<String> = guideline
        .possible(decision)
        .map(|o| format!("{:?}/{:?}/{:?}/{:?}", o.category, o.recommendation, o.tier, o.also))
        .collect();
    outcomes.dedup();
    format!("{:?} {:?} {outcomes:?}", decision.applies, decision.outside)
}

/// What some facts are taken to be, and the decision then.
type Completion = (Vec<(Fact, Taken)>, Decision);

/// What a decision recommends beside, each once, and what it recommends anyway left out.
fn beside(guideline: &'static Guideline, decision: Decision) -> BTreeSet<Recommendation> {
    let recommended = guideline.read(decision).recommendation;
    guideline.also(decision).filter(|also| *also != recommended).collect()
}

/// Every completion of the open facts, each with its decision; `None` where there are too many.
fn completions(guideline: &'static Guideline, view: &View<'_>) -> Option<Vec<Completion>> {
    let open: Vec<Fact> = guideline.facts().into_iter().filter(|&fact| is_open(fact, view)).collect();
    let mut all: Vec<Vec<(Fact, Taken)>> = vec![Vec::new()];
    for fact in open {
        let answers = guideline.answers(fact, view);
        if all.len() * answers.len() > MOST {
            return None;
        }
        all = all
            .into_iter()
            .flat_map(|before| {
                answers.iter().map(move |answer| {
                    let mut next = before.clone();
                    next.push((fact, answer.taken));
                    next
                })
            })
            .collect();
    }
    Some(all.into_iter().map(|taken| (taken.clone(), guideline.decide_with(&taken, view))).collect())
}

fn holds_for(seed: u64) -> Result<(), String> {
    let engine = engine();
    let mut session = engine.session();
    let (_, less) = pair(seed);
    with_evidence(&mut session, &less, |evidence| {
        let view = View::of(evidence);
        for &guideline in guideline::all() {
            let decision = guideline.decide(&view);
            let Some(all) = completions(guideline, &view) else { continue };
            let outcome = |decision: Decision| -> BTreeSet<String> {
                guideline.possible(decision).map(|o| format!("{o:?}")).collect()
            };
            let brute: BTreeSet<String> = all.iter().flat_map(|(_, decision)| outcome(*decision)).collect();
            let possible = outcome(decision);
            if decision.applies == Some(false) {
                continue;
            }
            if !possible.is_superset(&brute) {
                return Err(format!("{}: {possible:?} leaves out {brute:?}", guideline.id));
            }
            let wider = WIDER.iter().any(|(id, _)| *id == guideline.id);
            // Outside the population no rule decides.
            let applies = all.iter().any(|(_, decision)| decision.applies == Some(true));
            if applies && possible != brute && !wider {
                return Err(format!("{}: {possible:?} is wider than {brute:?}", guideline.id));
            }
            let missing: Vec<Fact> = guideline.missing(&view);
            let open = guideline.facts().into_iter().filter(|&fact| is_open(fact, &view));
            for fact in open {
                let hangs = all.iter().any(|(taken, one)| {
                    let others = guideline.answers(fact, &view);
                    others.iter().any(|answer| {
                        let mut other = taken.clone();
                        if let Some(place) = other.iter_mut().find(|(f, _)| *f == fact) {
                            place.1 = answer.taken;
                        }
                        let other = guideline.decide_with(&other, &view);
                        said(guideline, other) != said(guideline, *one)
                            || beside(guideline, other) != beside(guideline, *one)
                    })
                });
                // A question too many is asked only where there are too many completions to try.
                let few = all.len() <= COMPLETIONS_TRIED;
                if hangs != missing.contains(&fact) && (hangs || few) {
                    return Err(format!(
                        "{}: {} hangs: {hangs}, missing: {missing:?}",
                        guideline.id,
                        fact.id()
                    ));
                }
            }
        }
        Ok(())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn possible_and_missing_are_what_every_completion_says(seed in any::<u64>()) {
        if let Err(said) = holds_for(seed) {
            return Err(TestCaseError::fail(format!("{seed}: {said}")));
        }
    }

    #[test]
    fn what_is_unknown_leaves_room_for_what_is_so(seed in any::<u64>()) {
        let engine = engine();
        let mut session = engine.session();
        let (known, less) = pair(seed);
        let decide = |session: &mut osteon::Session<'_>, patient| with_evidence(session, patient, |evidence| {
            guideline::all().iter().map(|guideline| guideline.decide(&View::of(evidence))).collect::<Vec<_>>()
        });
        let (of_known, of_less) = (decide(&mut session, &known), decide(&mut session, &less));
        for ((&guideline, known), less) in guideline::all().iter().zip(of_known).zip(of_less) {
            let outcomes = |decision| -> BTreeSet<String> {
                guideline.possible(decision).map(|o| format!("{:?}", o.recommendation)).collect()
            };
            if known.applies == Some(true) && less.applies != Some(true) {
                prop_assert!(less.applies.is_none(), "{seed} {}: {known:?} {less:?}", guideline.id);
            }
            prop_assert!(
                outcomes(less).is_superset(&outcomes(known)),
                "{seed} {}: {:?} {:?}", guideline.id, outcomes(known), outcomes(less)
            );
        }
    }
}
