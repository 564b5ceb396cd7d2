//! Both catalogues are whole: nothing that a document may say lacks its French, and nothing is said twice.

use osteon::document::assessment::Category;
use osteon::document::guidance::{
    AccessStatus, CourseStatus, Priority, Recommendation, SafetyStatus, TestStatus, Tier,
};
use osteon::document::{Analyte, Drug, FractureSite, History, Region, RiskFactors, Route, Side, Trauma};
use osteon::risk::Outcome;
use osteon::rule::Fact;
use osteon_report::{Catalogue, Language};

/// Every fact that a rule of any guideline asks for.
fn facts() -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for guideline in osteon::guideline::all() {
        let remarks = guideline.remarks.iter().map(|remark| &remark.when);
        for condition in guideline.conditions().chain(remarks) {
            condition.for_each(&mut |predicate| {
                if let Some(fact) = predicate.fact().filter(|fact| !facts.contains(fact)) {
                    facts.push(fact);
                }
            });
        }
    }
    facts
}

/// What a catalogue lacks of these.
fn missing<'a>(words: &Catalogue, kind: &str, ids: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let lacking = ids.into_iter().filter(|id| !words.has(kind, id));
    lacking.map(|id| format!("{}: {kind} {id}", words.language().code())).collect()
}

#[test]
fn catalogues_can_be_read() {
    for &language in Language::ALL {
        assert_eq!(Catalogue::errors(language), Vec::<String>::new());
    }
}

/// French has every sentence that English has: what English lacks, the engine says in English.
#[test]
fn french_has_all_of_english() {
    let french = Catalogue::ids(Language::French);
    let lacking: Vec<&str> =
        Catalogue::ids(Language::English).into_iter().filter(|id| !french.contains(id)).collect();
    assert_eq!(lacking, Vec::<&str>::new());
}

#[test]
fn closed_sets_are_named_in_both_languages() {
    let mut lacking = Vec::new();
    for &language in Language::ALL {
        let words = Catalogue::new(language);
        let mut all = |kind, keys: &'static [&'static str]| {
            lacking.extend(missing(&words, kind, keys.iter().copied()));
        };
        all("recommendation", Recommendation::KEYS);
        all("tier", Tier::KEYS);
        all("priority", Priority::KEYS);
        all("safety-status", SafetyStatus::KEYS);
        all("access-status", AccessStatus::KEYS);
        all("course", CourseStatus::KEYS);
        all("test-status", TestStatus::KEYS);
        all("diagnosis", Category::KEYS);
        all("outcome", Outcome::KEYS);
        all("region", Region::KEYS);
        all("side", Side::KEYS);
        all("drug", Drug::KEYS);
        all("route", Route::KEYS);
        all("site", FractureSite::KEYS);
        all("trauma", Trauma::KEYS);
        all("test", Analyte::KEYS);
        for key in RiskFactors::KEYS {
            lacking.extend(missing(&words, "field", [format!("risk_factors.{key}").as_str()]));
        }
        for key in History::KEYS.iter().filter(|key| !key.starts_with("months")) {
            lacking.extend(missing(&words, "field", [format!("history.{key}").as_str()]));
        }
        for fact in facts() {
            lacking.extend(missing(&words, "field", [fact.field()]));
        }
    }
    assert_eq!(lacking, Vec::<String>::new());
}

/// What the engine says in English has its French.
#[test]
fn the_words_of_the_engine_have_their_french() {
    let words = Catalogue::new(Language::French);
    let mut lacking = Vec::new();
    let mut all = |kind: &str, ids: Vec<&str>| lacking.extend(missing(&words, kind, ids));
    all("fact", facts().into_iter().map(Fact::id).collect());
    all("flag", osteon::densitometry::Flag::ALL.iter().map(|flag| flag.as_str()).collect());
    all("withheld", osteon::densitometry::Withheld::ALL.iter().map(|why| why.as_str()).collect());
    all("refusal", osteon::error::Code::ALL.iter().map(|code| code.as_str()).collect());
    let unit = |fact: Fact| match fact {
        Fact::Quantity(quantity) if !matches!(quantity.unit, "" | "SD" | "%") => Some(quantity.unit),
        _ => None,
    };
    all("unit", facts().into_iter().filter_map(unit).collect());
    for guideline in osteon::guideline::all() {
        all("outside", guideline.population.iter().map(|part| part.id).collect());
        all("category", guideline.rules.iter().filter_map(|rule| rule.then.category).collect());
        all("guideline-flag", guideline.remarks.iter().map(|remark| remark.code).collect());
    }
    all("triage", osteon::triage::Cause::KEYS.to_vec());
    all("step", osteon::triage::NextStep::KEYS.to_vec());
    assert_eq!(lacking, Vec::<String>::new());
}
