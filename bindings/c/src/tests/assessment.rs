//! Every part of every conformance case over the ABI is that of the document, to the last bit.

use core::ptr;

use osteon::document::Patient;
use serde_json::Value;

use super::part::{Part, items, owned, same_assumed, same_number, same_text};
use super::support::{Handle, conformance, empty};
use crate::abi::{osteon_buffer, osteon_status, osteon_text, osteon_truth};
use crate::assessment::*;
use crate::codes::{
    osteon_access_status, osteon_against, osteon_category, osteon_course_status, osteon_drug,
    osteon_priority, osteon_recommendation, osteon_region, osteon_report_role, osteon_route,
    osteon_safety_status, osteon_side, osteon_test_kind, osteon_test_status, osteon_tier,
};
use crate::engine::osteon_engine;
use crate::patient::{osteon_patient_free, osteon_patient_from_json};

pub(super) const EVERYTHING: &str =
    "scores,tbs,diagnosis,changes,risks,benefits,course,guidelines,triage,safety,access,work_up";

/// An assessment that is freed with its scope.
pub(super) struct Assessed(pub(super) *mut osteon_assessment);

impl Assessed {
    pub(super) fn of(engine: *const osteon_engine, patient: &str) -> Self {
        let (mut person, mut assessment) = (ptr::null_mut(), ptr::null_mut());
        // SAFETY: all pointers are of this scope; the person is freed once, before the assessment is looked at.
        unsafe {
            let json = patient.as_ptr().cast();
            let status = osteon_patient_from_json(json, patient.len(), &raw mut person, ptr::null_mut());
            assert_eq!(status, osteon_status::Ok);
            let status = osteon_assess(engine, person, &raw mut assessment, ptr::null_mut());
            assert_eq!(status, osteon_status::Ok);
            osteon_patient_free(person);
        }
        Self(assessment)
    }
}

impl Drop for Assessed {
    fn drop(&mut self) {
        // SAFETY: made by `of`, freed once.
        unsafe { osteon_assessment_free(self.0) };
    }
}

type Call<T> = unsafe extern "C" fn(*const osteon_assessment, *mut T) -> osteon_status;
type Indexed<T> = unsafe extern "C" fn(*const osteon_assessment, usize, *mut T) -> osteon_status;

fn one<T>(call: Call<T>, assessed: &Assessed) -> Option<T> {
    let mut out = empty::<T>();
    // SAFETY: all pointers are of this scope.
    match unsafe { call(assessed.0, &raw mut out) } {
        osteon_status::Ok => Some(out),
        status => {
            assert_eq!(status, osteon_status::NotFound);
            None
        }
    }
}

/// The whole section, up to the first that is not found; each with its object of the document.
fn each<T>(
    call: Indexed<T>,
    assessed: &Assessed,
    section: &Value,
    count: usize,
    mut hold: impl FnMut(T, &Value),
) {
    let expected = section.as_array().map_or(&[][..], Vec::as_slice);
    assert_eq!(count, expected.len());
    for (index, expected) in expected.iter().enumerate() {
        let mut out = empty::<T>();
        // SAFETY: all pointers are of this scope.
        assert_eq!(unsafe { call(assessed.0, index, &raw mut out) }, osteon_status::Ok);
        hold(out, expected);
    }
    for beyond in [count, usize::MAX] {
        let mut out = empty::<T>();
        // SAFETY: all pointers are of this scope.
        assert_eq!(unsafe { call(assessed.0, beyond, &raw mut out) }, osteon_status::NotFound);
    }
}

fn score(said: osteon_score, expected: &Value) {
    let mut part = Part::of(expected);
    part.code("region", said.region as i32, &osteon_region::words())
        .code("side", said.side as i32, &osteon_side::words())
        .code("report_role", said.report_role as i32, &osteon_report_role::words())
        .text("vertebrae", said.vertebrae)
        .date("scan_date", said.scan_date)
        .number("bmd_g_cm2", said.bmd_g_cm2)
        .number("t_score", said.t_score)
        .number("t_score_reported", said.t_score_reported)
        .number("t_score_low", said.t_score_low)
        .number("t_score_high", said.t_score_high)
        .number("probability_t_at_most_minus_2_5", said.probability_t_at_most_minus_2_5)
        .number("z_score", said.z_score)
        .number("percentile", said.percentile)
        .number("printed_t_score", said.printed_t_score)
        .number("printed_z_score", said.printed_z_score)
        .text("printed_t_reference", said.printed_t_reference)
        .text("t_source", said.t_source)
        .text("reference", said.reference)
        .text("reference_confidence", said.reference_confidence)
        .number("t_score_male_reference", said.t_score_male_reference)
        .text("z_reference", said.z_reference)
        .number("sbmd_mg_cm2", said.sbmd_mg_cm2)
        .number("sbmd_error_percent", said.sbmd_error_percent)
        .text("sbmd_method", said.sbmd_method)
        .texts("flags", said.flags)
        .reason("withheld", said.withheld)
        .reason("z_withheld", said.z_withheld)
        .done(&[]);
}

fn tbs(said: osteon_tbs, expected: &Value) {
    let mut part = Part::of(expected);
    same_number(Some(said.value).into(), part.take("value"), "value");
    part.text("category", said.category).text("scheme", said.scheme).done(&[]);
}

fn diagnosis(said: osteon_diagnosis, expected: &Value) {
    let categories = osteon_category::words();
    Part::of(expected)
        .code("category", said.category as i32, &categories)
        .code("ever", said.ever as i32, &categories)
        .code("if_proposed_exclusion", said.if_proposed_exclusion as i32, &categories)
        .truth("clinical_osteoporosis", said.clinical_osteoporosis)
        .code("region", said.region as i32, &osteon_region::words())
        .code("side", said.side as i32, &osteon_side::words())
        .text("clinical_rule", said.clinical_rule)
        .text("vertebrae", said.vertebrae)
        .number("t_score", said.t_score)
        .number("z_score", said.z_score)
        .reasons("reasons", said.reasons)
        .texts("could_be", said.could_be)
        .done(&[]);
}

fn change(said: osteon_change, expected: &Value) {
    Part::of(expected)
        .code("region", said.region as i32, &osteon_region::words())
        .code("side", said.side as i32, &osteon_side::words())
        .code("against", said.against as i32, &osteon_against::words())
        .truth("significant", said.significant)
        .truth("significant_by_iscd_minimum", said.significant_by_iscd_minimum)
        .text("vertebrae", said.vertebrae)
        .date("from", said.from)
        .date("to", said.to)
        .number("change_g_cm2", said.change_g_cm2)
        .number("change_percent", said.change_percent)
        .number("least_significant_change_g_cm2", said.least_significant_change_g_cm2)
        .reasons("because", said.because)
        .done(&[]);
}

/// A refusal: the name and number of its code, and its sentence, which names all that it has.
fn refused(said: (u32, osteon_reason), expected: &Value) {
    let refusal: Option<osteon::error::Refusal> = serde_json::from_value(expected.clone()).unwrap();
    let number = refusal.as_ref().map_or(0, |refusal| u32::from(refusal.code.number()));
    assert_eq!(said.0, number);
    same_text(said.1.code, &expected["code"], "code");
    assert_eq!(owned(said.1.text), refusal.map(|refusal| refusal.to_string()));
}

fn risk(said: osteon_risk, expected: &Value, notices: &Value) {
    let mut part = Part::of(expected);
    part.truth("at_cut_off", said.at_cut_off)
        .truth("verified", said.verified)
        .text("model", said.model)
        .text("name", said.name)
        .text("outcome", said.outcome)
        .number("horizon_years", said.horizon_years)
        .number("horizon_days", said.horizon_days)
        .number("percent", said.percent)
        .number("reconciled_percent", said.reconciled_percent)
        .number("unadjusted_percent", said.unadjusted_percent)
        .number("points", said.points)
        .text("category", said.category)
        .range("range_percent", said.range_percent_low, said.range_percent_high)
        .range("range_points", said.range_points_low, said.range_points_high)
        .texts("could_be", said.could_be)
        .inputs("inputs", said.inputs)
        .assumptions("inputs_assumed", said.inputs_assumed)
        .reasons("clamped", said.clamped)
        .reasons("flags", said.flags)
        .text("verification", said.verification)
        .text("confidence", said.confidence)
        .texts("sources", said.sources);
    let variants = part.take("variants").as_array().map_or(&[][..], Vec::as_slice);
    assert_eq!(said.variants.count, variants.len());
    for (said, expected) in items(said.variants.items, said.variants.count).iter().zip(variants) {
        let mut part = Part::of(expected);
        part.text("reading", said.reading).number("percent", said.percent);
        part.number("points", said.points).text("category", said.category).done(&[]);
    }
    let refusal = part.take("refused");
    refused((said.refused_number, said.refused), refusal);
    same_text(said.refused_field, &refusal["field"], "field");
    same_text(said.refused_value, &refusal["value"], "value");
    same_text(said.refused_limit, &refusal["limit"], "limit");
    let notice = notices.as_array().into_iter().flatten();
    let notice = notice.clone().find(|notice| notice["model"] == expected["model"]);
    same_text(said.notice, notice.map_or(&Value::Null, |notice| &notice["text"]), "notice");
    part.done(&[]);
}

fn benefit(said: osteon_benefit, expected: &Value) {
    let mut part = Part::of(expected);
    part.truth("significant", said.significant)
        .truth("months_verified", said.months_verified)
        .truth("risk_verified", said.risk_verified)
        .text("drug", said.drug)
        .text("trial", said.trial)
        .text("trial_outcome", said.trial_outcome)
        .number("months", said.months)
        .text("comparator", said.comparator)
        .text("population", said.population)
        .text("model", said.model)
        .text("outcome", said.outcome)
        .number("horizon_years", said.horizon_years)
        .number("untreated_percent", said.untreated_percent)
        .range("untreated_range_percent", said.untreated_percent_low, said.untreated_percent_high)
        .text("risk_verification", said.risk_verification)
        .number("treated_percent", said.treated_percent)
        .number("reduction_points", said.reduction_points)
        .range("reduction_points_limits", said.reduction_points_first, said.reduction_points_second)
        .number("number_needed_to_treat", said.number_needed_to_treat)
        .texts("number_needed_limits", said.number_needed_limits)
        .text("remarks", said.remarks)
        .text("source", said.source)
        .text("confidence", said.confidence);
    refused((said.refused_number, said.refused), part.take("refused"));
    part.done(&[]);
}

fn guideline(said: osteon_guideline, expected: &Value, document: &Value) {
    let mut part = Part::of(expected);
    part.truth("applicable", said.applicable)
        .code("recommendation", said.recommendation as i32, &osteon_recommendation::words())
        .code("tier", said.tier as i32, &osteon_tier::words())
        .truth("verified", said.verified)
        .text("guideline", said.id)
        .text("name", said.name)
        .text("published", said.published)
        .text("checked_on", said.checked_on)
        .text("superseded_by", said.superseded_by)
        .text("category", said.category)
        .texts("also", said.also)
        .texts("could_be", said.could_be)
        .texts("could_be_categories", said.could_be_categories)
        .texts("fired", said.fired)
        .texts("missing", said.missing)
        .assumptions("assumed", said.assumed)
        .reasons("flags", said.flags)
        .text("verification", said.verification)
        .texts("sources", said.sources);
    let sentences = part.take("would_change").as_array().unwrap();
    let changes = items(said.would_change.items, said.would_change.count);
    assert_eq!(changes.len(), sentences.len());
    for (said, expected) in changes.iter().zip(sentences) {
        same_text(*said, &expected["text"], "would_change");
    }
    part.done(&["trace"]);
    // No course is "no" only where treatments were asked.
    match document["course"].as_array().map(Vec::is_empty) {
        Some(false) => assert_eq!(said.course_comes_first, osteon_truth::Yes),
        Some(true) => assert_ne!(said.course_comes_first, osteon_truth::Yes),
        None => assert_eq!(said.course_comes_first, osteon_truth::Unknown),
    }
    let mut drugs = 0;
    for (said, status) in [
        (said.drugs_allowed, "allowed"),
        (said.drugs_caution, "caution"),
        (said.drugs_blocked, "blocked"),
        (said.drugs_cannot_be_said, "unknown"),
    ] {
        let all = document["safety"].as_array().unwrap().iter().filter(|one| one["status"] == *status);
        let words = all.map(|one| match (one["drug"].as_str().unwrap(), one["route"].as_str()) {
            (drug, None) => drug.to_owned(),
            (drug, Some(route)) => format!("{drug}_{route}"),
        });
        let said: Vec<_> = items(said.items, said.count).iter().filter_map(|text| owned(*text)).collect();
        assert_eq!(said, words.collect::<Vec<_>>());
        drugs += said.len();
    }
    assert_eq!(drugs, osteon::safety::Product::ALL.len(), "every drug stands beside a recommendation");
}

fn disagreement(said: osteon_disagreement, expected: &Value) {
    Part::of(expected).texts("guidelines", said.guidelines).text("text", said.text).done(&[]);
}

fn triage(said: osteon_triage, expected: &Value) {
    let mut part = Part::of(expected);
    part.code("priority", said.priority as i32, &osteon_priority::words())
        .number("within_weeks", said.within_weeks)
        .reasons("next_steps", said.next_steps)
        .reasons("reasons", said.reasons)
        .text("scheme", said.scheme);
    let next = part.take("next_dxa_due");
    if next.is_null() {
        assert_eq!((owned(said.next_dxa_rule), said.next_dxa_date.known), (None, 0));
    } else {
        Part::of(next)
            .date("date", said.next_dxa_date)
            .number("months", said.next_dxa_months)
            .text("rule", said.next_dxa_rule)
            .text("text", said.next_dxa_text)
            .text("source", said.next_dxa_source)
            .done(&[]);
    }
    part.done(&[]);
}

fn safety(said: osteon_safety, expected: &Value) {
    let mut part = Part::of(expected);
    part.code("drug", said.drug as i32, &osteon_drug::words())
        .code("route", said.route as i32, &osteon_route::words())
        .code("status", said.status as i32, &osteon_safety_status::words())
        .text("rule", said.rule)
        .text("reason", said.reason)
        .values("values", said.values)
        .texts("needs", said.needs)
        .assumptions("assumed", said.assumed)
        .text("jurisdiction", said.jurisdiction)
        .text("confidence", said.confidence)
        .texts("sources", said.sources);
    let others = part.take("others").as_array().map_or(&[][..], Vec::as_slice);
    assert_eq!(said.others.count, others.len());
    for (said, expected) in items(said.others.items, said.others.count).iter().zip(others) {
        Part::of(expected)
            .text("rule", said.rule)
            .code("status", said.status as i32, &osteon_safety_status::words())
            .text("reason", said.reason)
            .values("values", said.values)
            .done(&[]);
    }
    part.done(&[]);
}

fn access(said: osteon_access, expected: &Value) {
    Part::of(expected)
        .code("drug", said.drug as i32, &osteon_drug::words())
        .code("status", said.status as i32, &osteon_access_status::words())
        .text("jurisdiction", said.jurisdiction)
        .text("rule", said.rule)
        .text("text", said.text)
        .texts("needs", said.needs)
        .texts("sources", said.sources)
        .done(&[]);
}

fn course(said: osteon_course, expected: &Value) {
    Part::of(expected)
        .code("drug", said.drug as i32, &osteon_drug::words())
        .code("status", said.status as i32, &osteon_course_status::words())
        .truth("verified", said.verified)
        .text("rule", said.rule)
        .text("action", said.action)
        .text("text", said.text)
        .date("due", said.due)
        .reasons("reasons", said.reasons)
        .texts("missing", said.missing)
        .texts("sources", said.sources)
        .done(&[]);
}

fn work_up(said: osteon_work_up, expected: &Value) {
    Part::of(expected)
        .code("kind", said.kind as i32, &osteon_test_kind::words())
        .code("status", said.status as i32, &osteon_test_status::words())
        .text("test", said.test)
        .texts("panels", said.panels)
        .number("value", said.value)
        .text("unit", said.unit)
        .text("coded", said.coded)
        .date("date", said.date)
        .text("reference", said.reference)
        .text("reason", said.reason)
        .text("rule", said.rule)
        .texts("sources", said.sources)
        .done(&[]);
}

fn whole_json(assessed: &Assessed, length: usize) -> String {
    let mut room = vec![0_u8; length + 1];
    let mut buffer = osteon_buffer { data: room.as_mut_ptr().cast(), capacity: room.len(), length: 0 };
    // SAFETY: all pointers are of this scope.
    let status = unsafe { osteon_assessment_json(assessed.0, &raw mut buffer, ptr::null_mut()) };
    assert_eq!((status, buffer.length), (osteon_status::Ok, length));
    room.truncate(length);
    String::from_utf8(room).unwrap()
}

/// Holds a whole assessment to its document.
fn walk(assessed: &Assessed, document: &Value) {
    let mut part = Part::of(document);
    let counts = one(osteon_assessment_counts, assessed).unwrap();
    let head = one(osteon_assessment_head, assessed).unwrap();
    part.text("patient_id", head.patient_id);
    Part::of(part.take("engine"))
        .text("version", head.engine_version)
        .text("data_version", head.data_version)
        .texts("reference_sets", head.reference_sets)
        .done(&["name", "options"]);

    each(osteon_assessment_score, assessed, part.take("scores"), counts.scores, score);
    let (said, expected) = (one(osteon_assessment_tbs, assessed), part.take("tbs"));
    assert_eq!(said.is_none(), expected.is_null());
    said.into_iter().for_each(|said| tbs(said, expected));
    let expected = part.take("diagnosis");
    let said = one(osteon_assessment_diagnosis, assessed);
    assert_eq!(said.is_none(), expected.is_null());
    said.into_iter().for_each(|said| diagnosis(said, expected));
    each(osteon_assessment_change, assessed, part.take("changes"), counts.changes, change);
    let notices = part.take("notices");
    each(osteon_assessment_risk, assessed, part.take("risks"), counts.risks, |said, expected| {
        risk(said, expected, notices);
    });
    each(osteon_assessment_benefit, assessed, part.take("benefits"), counts.benefits, benefit);
    each(
        osteon_assessment_guideline,
        assessed,
        part.take("guidelines"),
        counts.guidelines,
        |said, expected| {
            guideline(said, expected, document);
        },
    );
    let disagreements = part.take("disagreements");
    each(osteon_assessment_disagreement, assessed, disagreements, counts.disagreements, disagreement);
    let expected = part.take("triage");
    let said = one(osteon_assessment_triage, assessed);
    assert_eq!(said.is_none(), expected.is_null());
    said.into_iter().for_each(|said| triage(said, expected));
    each(osteon_assessment_safety, assessed, part.take("safety"), counts.safety, safety);
    each(osteon_assessment_access, assessed, part.take("access"), counts.access, access);
    each(osteon_assessment_course, assessed, part.take("course"), counts.courses, course);
    each(osteon_assessment_work_up, assessed, part.take("work_up"), counts.work_up, work_up);
    each(osteon_assessment_notice, assessed, notices, counts.notices, |said, expected| {
        Part::of(expected).text("model", said.model).text("text", said.text).done(&[]);
    });
    each(osteon_assessment_assumed, assessed, part.take("assumed"), counts.assumed, |said, expected| {
        same_assumed(&said, expected);
    });
    each(osteon_assessment_flag, assessed, part.take("flags"), counts.flags, |said, expected| {
        Part::of(expected).text("code", said.code).text("text", said.text).done(&[]);
    });
    let citations = part.take("citations").as_object().unwrap();
    assert_eq!(counts.citations, citations.len());
    for (index, (id, text)) in citations.iter().enumerate() {
        let mut citation = empty::<osteon_citation>();
        let mut found = osteon_text::default();
        // SAFETY: all pointers are of this scope.
        unsafe {
            let status = osteon_assessment_citation(assessed.0, index, &raw mut citation);
            assert_eq!(status, osteon_status::Ok);
            let status = osteon_assessment_find_citation(assessed.0, (&**id).into(), &raw mut found);
            assert_eq!(status, osteon_status::Ok);
        }
        assert_eq!(owned(citation.id).as_ref(), Some(id));
        same_text(citation.text, text, id);
        same_text(found, text, id);
    }
    part.done(&["schema"]);
}

/// Holds the answer over the ABI to that of the engine.
pub(super) fn hold(engine: *const osteon_engine, person: &Patient, json: &str) {
    let assessed = Assessed::of(engine, json);
    // SAFETY: the engine lives.
    let document = unsafe { &*engine }.engine.assess(person).unwrap();
    let json = osteon::json::to_string(&document);
    assert_eq!(whole_json(&assessed, json.len()), json);
    walk(&assessed, &serde_json::to_value(&document).unwrap());
}

#[test]
fn every_part_of_every_conformance_case_is_that_of_the_document() {
    let mut seen = 0;
    for (options, outputs, cases) in conformance() {
        let options = options.to_string();
        let (asked, everything) = (Handle::of(&options, &outputs), Handle::of(&options, EVERYTHING));
        for (number, [patient, _]) in cases.into_iter().enumerate() {
            let patient = patient.to_string();
            let person = osteon::json::patient(patient.as_bytes()).unwrap();
            // All sections of some, for time.
            let engines = if number % 8 == 0 { &[&asked, &everything][..] } else { &[&asked][..] };
            for engine in engines {
                hold(engine.get(), &person, &patient);
            }
            seen += 1;
        }
    }
    assert!(seen > 500, "{seen} cases");
}
