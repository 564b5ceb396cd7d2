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
    for guideline in osteon::guideline::all() {
        all("guideline", vec![guideline.id]);
        all("guideline-short", vec![guideline.id]);
        if guideline.superseded_by.is_some() {
            all("superseded", vec![guideline.id]);
        }
    }
    all("model", osteon::risk::Model::all().iter().map(|model| model.id).collect());
    let notices = osteon::risk::Model::all().iter().filter_map(|model| osteon::risk::notice::of(model));
    all("notice", notices.map(|notice| notice.model).collect());
    all("triage", osteon::triage::Cause::KEYS.to_vec());
    all("step", osteon::triage::NextStep::KEYS.to_vec());
    assert_eq!(lacking, Vec::<String>::new());
}

/// Every rule about drugs has its French, and so has what it looks at.
#[test]
fn the_rules_about_drugs_have_their_french() {
    let words = Catalogue::new(Language::French);
    let mut lacking = missing(&words, "safety", osteon::safety::RULES.iter().map(|rule| rule.id));
    lacking.extend(missing(&words, "safety", ["no_rule_holds"]));
    lacking.extend(missing(&words, "access", osteon::access::RULES.iter().map(|rule| rule.id)));
    lacking.extend(missing(&words, "access", ["no_rule_known"]));
    let conditions = osteon::safety::Condition::ALL.iter().map(|one| one.label().replace(' ', "_"));
    for condition in conditions {
        lacking.extend(missing(&words, "condition", [condition.as_str()]));
    }
    assert_eq!(lacking, Vec::<String>::new());
}

#[test]
fn the_rules_of_the_next_dxa_have_their_french() {
    let rules = osteon::triage::NextDxaRule::ALL.iter().map(|rule| rule.as_str());
    assert_eq!(missing(&Catalogue::new(Language::French), "next-dxa", rules), Vec::<String>::new());
}

/// The ids that one function of the engine writes, as its source has them: its enums list no variants.
fn ids_of(source: &'static str, function: &str, end: &str) -> Vec<&'static str> {
    let (_, body) = source.split_once(function).unwrap();
    let (body, _) = body.split_once(end).unwrap();
    body.split('"').skip(1).step_by(2).collect()
}

/// Every rule, action and reason of a course of treatment.
#[test]
fn courses_of_treatment_have_their_french() {
    const SOURCE: &str = include_str!("../../../core/src/course/answer.rs");
    const ACTIONS: &str = include_str!("../../../core/src/render/course.rs");
    let words = Catalogue::new(Language::French);
    let (_, of_rules) = SOURCE.split_once("impl CourseRule {").unwrap();
    let rules = ids_of(of_rules, "pub const fn as_str", "\n    }\n");
    assert!(rules.len() > 8);
    let mut lacking = missing(&words, "course-rule", rules.iter().copied());
    lacking.extend(missing(&Catalogue::new(Language::English), "course-rule", rules));
    let (_, reasons) = SOURCE.split_once("\nreasons! {").unwrap();
    let (reasons, _) = reasons.split_once("\n}\n").unwrap();
    let reasons: Vec<&str> =
        reasons.lines().filter_map(|line| Some(line.split_once(" = \"")?.1.split_once('"')?.0)).collect();
    assert!(reasons.len() > 30);
    lacking.extend(missing(&words, "course-why", reasons));
    let actions = ids_of(ACTIONS, "fn code(action", "\n}\n");
    assert!(actions.len() > 15);
    for action in actions {
        let numbered: Vec<&str> = action
            .split('_')
            .map(|part| if part.starts_with('{') || part.parse::<u32>().is_ok() { "N" } else { part })
            .collect();
        lacking.extend(missing(&words, "course-action", [numbered.join("_").as_str()]));
    }
    assert_eq!(lacking, Vec::<String>::new());
}

/// What every abnormal result suggests.
#[test]
fn the_work_up_has_its_french() {
    use osteon::work_up::{suggests, tables::Side};
    let words = Catalogue::new(Language::French);
    let mut lacking = missing(&words, "work-up", ["vfa_iscd2019", "atypical_femur"]);
    for &analyte in Analyte::ALL {
        for (side, name) in [(Side::Low, "low"), (Side::High, "high")] {
            if suggests(analyte, side).is_some() {
                let id = format!("secondary_cause.{}_{name}", analyte.as_str());
                lacking.extend(missing(&words, "work-up", [id.as_str()]));
            }
        }
    }
    assert_eq!(lacking, Vec::<String>::new());
}

/// What a service says: every closed set in both languages, and the titles of indicators in French.
#[test]
fn a_service_is_told_in_both_languages() {
    use osteon::fls::event::CountedBecause;
    use osteon::fls::finding::FindingKind;
    use osteon::fls::journey::{Door, EndCause, StepName, StepOutcome, StepReason};
    use osteon::fls::options::InclusionSet;
    use osteon::fls::output::{Level, WorkAction};
    let mut lacking = Vec::new();
    for &language in Language::ALL {
        let words = Catalogue::new(language);
        let mut all = |kind, keys: &'static [&'static str]| {
            lacking.extend(missing(&words, kind, keys.iter().copied()));
        };
        all("fls-step", StepName::KEYS);
        all("fls-outcome", StepOutcome::KEYS);
        all("fls-step-reason", StepReason::KEYS);
        all("fls-counted", CountedBecause::KEYS);
        all("fls-finding", FindingKind::KEYS);
        all("fls-action", WorkAction::KEYS);
        all("fls-off", osteon::fls::worklist::OffBecause::KEYS);
        all("fls-level", Level::KEYS);
        all("fls-door", Door::KEYS);
        all("fls-end", EndCause::KEYS);
        all("fls-set", InclusionSet::KEYS);
        all("fls-stop", osteon::document::StopReason::KEYS);
        all("fls-bone", FractureSite::KEYS);
    }
    let french = Catalogue::new(Language::French);
    for kind in ["kpi", "kpi-numerator", "kpi-denominator"] {
        lacking.extend(missing(&french, kind, indicator_ids()));
    }
    lacking.extend(missing(&french, "fls-why", WHY.split_whitespace()));
    assert_eq!(lacking, Vec::<String>::new());
}

/// The codes of reasons on a worklist.
const WHY: &str = "fracture_days_ago fracture_weeks_ago fracture_in_year priority priority_unknown not_invited \
                   invitation_not_recorded invited_no_answer absent waiting_for_place tries last_try_days_ago \
                   no_dxa no_bloods no_falls_assessment no_decision recommended_not_begun on_drug_at_fracture \
                   denosumab_due_in_days denosumab_overdue_days denosumab_ended_days_ago \
                   drug_stopped_days_ago stopped_because not_seen_at_16_weeks not_seen_at_52_weeks \
                   days_left_dxa days_left_assessment days_left_treatment days_left_recall_16_weeks \
                   days_left_recall_52_weeks days_late_dxa days_late_assessment days_late_treatment \
                   days_late_recall_16_weeks days_late_recall_52_weeks review";

/// The ids of the indicators.
fn indicator_ids() -> impl Iterator<Item = &'static str> {
    const IDS: &str = "IOF-1 IOF-2 IOF-3 IOF-4 IOF-5 IOF-6 IOF-7 IOF-8 IOF-9 IOF-10 IOF-11 FLSDB-1 FLSDB-2 FLSDB-3 \
                       FLSDB-4 FLSDB-5 FLSDB-6 FLSDB-7 FLSDB-8 FLSDB-9 FLSDB-10 FLSDB-11 OMW MIPS-418 CTF-2 CTF-3 \
                       CTF-6 CTF-7 CTF-8 CTF-9 CTF-10";
    IDS.split_whitespace()
}
