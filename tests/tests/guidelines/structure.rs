//! How every guideline must be built.

use std::collections::{BTreeMap, BTreeSet};

use osteon::citation::Confidence;
use osteon::document::guidance::Recommendation;
use osteon::document::options::NoggBetweenAges;
use osteon::guideline;
use osteon::rule::{BlockGuidelines, Seen, When};

/// The ids, in no order.
const IDS: &[&str] = &[
    "grio2018_women",
    "grio2021_men",
    "giop_france_2014",
    "has2023",
    "nogg2024",
    "nogg2024_giop",
    "bhof2022",
    "aace2020",
    "endocrine2020",
    "acp2023",
    "acr2022_giop",
    "esceo2019",
    "dvo2023",
    "osteoporosis_canada2023",
    "caroc2010",
    "japan2015",
    "uspstf2018",
    "nice_ta464",
];
/// Those not yet held against their papers: every answer says so.
const NOT_YET_VERIFIED: &[&str] = &[
    "caroc2010",
    "osteoporosis_canada2023",
    "acr2022_giop",
    "endocrine2020",
    "acp2023",
    "esceo2019",
    "uspstf2018",
    "nice_ta464",
];

#[test]
fn every_documented_id_and_none_else() {
    let ids: BTreeSet<&str> = guideline::all().iter().map(|guideline| guideline.id).collect();
    assert_eq!(ids, IDS.iter().copied().collect());
    for guideline in guideline::all() {
        let unverified = NOT_YET_VERIFIED.contains(&guideline.id);
        assert_eq!(guideline.seen == Seen::NotYetVerified, unverified, "{}", guideline.id);
        assert_eq!(guideline.checked_on.is_none(), unverified, "{}", guideline.id);
        assert!(!guideline.verification.is_empty() && !guideline.published.is_empty(), "{}", guideline.id);
    }
}

#[test]
fn every_rule_is_named_after_its_guideline_and_once() {
    let mut ids = BTreeSet::new();
    for guideline in guideline::all() {
        let rules = guideline.rules.iter().map(|rule| (rule.id, rule.confidence));
        let additions = guideline.additions.iter().map(|addition| (addition.id, addition.confidence));
        for (id, confidence) in rules.chain(additions) {
            assert!(id.starts_with(&format!("{}.", guideline.id)), "{id}");
            assert!(ids.insert(id), "{id} is there twice");
            assert!(confidence != Confidence::C && confidence != Confidence::CPlus, "{id} is recalled only");
        }
        for part in guideline.population {
            assert!(part.id.starts_with(&format!("{}.", guideline.id)), "{}", part.id);
            assert!(ids.insert(part.id), "{} is there twice", part.id);
        }
        assert!(guideline.rules.len() <= 64 && guideline.additions.len() <= 32, "{}", guideline.id);
    }
}

#[test]
fn the_last_rule_and_only_it_holds_always() {
    for guideline in guideline::all() {
        // The last column of a table is everyone else's, and its rows leave no one out.
        let always = |when: &When| matches!(when, When::All([]) | When::Cell(When::All([]), _));
        let (last, before) = guideline.rules.split_last().unwrap();
        assert!(always(&last.when), "{}", guideline.id);
        let early = |when: &When| matches!(when, When::All([]));
        assert!(before.iter().all(|rule| !early(&rule.when)), "{}", guideline.id);
    }
}

#[test]
fn one_id_is_one_fact() {
    let mut labels: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for guideline in guideline::all() {
        for fact in guideline.facts() {
            let before = labels.insert(fact.id(), (fact.label(), fact.field()));
            assert!(
                before.is_none_or(|before| before == (fact.label(), fact.field())),
                "{}: {}",
                guideline.id,
                fact.id()
            );
        }
    }
}

#[test]
fn rules_recommend_what_can_be_done_and_few_categories() {
    let guidelines = BlockGuidelines::new(guideline::all(), NoggBetweenAges::Interpolate);
    for (at, guideline) in guidelines.guidelines().iter().enumerate() {
        // What is not known, and whom it does not speak of, follows from rules and is said by none.
        let reserved = [Recommendation::Undetermined, Recommendation::NotApplicable];
        let outcomes = guideline.rules.iter().flat_map(|rule| {
            core::iter::once(rule.then.recommendation).chain(rule.then.also.iter().copied())
        });
        let mut all = outcomes.chain(guideline.additions.iter().map(|addition| addition.also));
        assert!(all.all(|one| !reserved.contains(&one)), "{}", guideline.id);
        // A block tells 15 apart.
        assert!(guidelines.categories(at).len() <= 15, "{}", guideline.id);
    }
}
