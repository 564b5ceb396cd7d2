//! Calls on an assessment: finding parts, recommendations that may not be handed out, and callers that slip.

use core::ptr;

use osteon::Engine;
use osteon::outputs::Outputs;

use super::assessment::Assessed;
use super::part::{items, owned};
use super::support::{Handle, Told, empty, known, text};
use crate::abi::{osteon_buffer, osteon_status, osteon_text, osteon_truth};
use crate::assessment::*;
use crate::codes::{osteon_recommendation, osteon_region, osteon_report_role, osteon_side};
use crate::engine::osteon_engine;
use crate::patient::{osteon_patient_free, osteon_patient_from_json, osteon_patient_new};

const PERSON: &str = r#"{
    "id": "Ünal", "sex": "female", "age_years": 67, "assessed_on": "2025-03-01", "height_cm": 162, "weight_kg": 61,
    "country": "GB", "complete": ["fractures", "risk_factors", "history", "treatments"], "qfracture_ethnicity": "indian",
    "scans": [{"manufacturer": "hologic", "date": "2025-02-01", "regions": [
        {"region": "lumbar_spine", "vertebrae": ["L1"], "bmd_g_cm2": 0.7},
        {"region": "lumbar_spine", "vertebrae": ["L1", "L2", "L3", "L4"], "bmd_g_cm2": 0.75},
        {"region": "total_hip", "side": "left", "bmd_g_cm2": 0.65},
        {"region": "total_hip", "side": "right", "bmd_g_cm2": 0.66},
        {"region": "femoral_neck", "side": "left", "bmd_g_cm2": 0.55}]},
        {"manufacturer": "hologic", "date": "2022-02-01", "regions": [
        {"region": "total_hip", "side": "left", "bmd_g_cm2": 0.70}]}]}"#;

#[test]
fn a_score_is_found_by_its_region() {
    let assessed = Assessed::of(Handle::default().get(), PERSON);
    let find = |region: i32, side: i32| {
        let mut out = empty::<osteon_score>();
        // SAFETY: all pointers are of this scope.
        let status = unsafe { osteon_assessment_find_score(assessed.0, region, side, &raw mut out) };
        (status, out)
    };
    let (status, spine) = find(osteon_region::LumbarSpine as i32, 0);
    assert_eq!((status, owned(spine.vertebrae).as_deref()), (osteon_status::Ok, Some("L1-L4")));
    let (status, hip) = find(osteon_region::TotalHip as i32, osteon_side::Right as i32);
    assert_eq!((status, hip.side, hip.bmd_g_cm2), (osteon_status::Ok, osteon_side::Right, known(0.66)));
    let (status, hip) = find(osteon_region::TotalHip as i32, osteon_side::Left as i32);
    assert_eq!((status, hip.report_role), (osteon_status::Ok, osteon_report_role::Current));
    assert_eq!(hip.bmd_g_cm2, known(0.65));
    assert_eq!(find(osteon_region::Radius33 as i32, 0).0, osteon_status::NotFound);
    assert_eq!(find(0, 0).0, osteon_status::NotFound);
    assert_eq!(find(99, 0).0, osteon_status::UnknownCode);
    assert_eq!(find(osteon_region::TotalHip as i32, -1).0, osteon_status::UnknownCode);
}

#[test]
fn a_risk_is_found_by_model_outcome_and_horizon_and_shows_what_its_model_obliges_to() {
    let assessed = Assessed::of(Handle::default().get(), PERSON);
    let find = |model: &str, outcome: &str, years: u32| {
        let mut out = empty::<osteon_risk>();
        let (model, outcome) = (text(model), text(outcome));
        // SAFETY: all pointers are of this scope.
        let status = unsafe { osteon_assessment_find_risk(assessed.0, model, outcome, years, &raw mut out) };
        (status, out)
    };
    let mut counts = empty::<osteon_counts>();
    // SAFETY: all pointers are of this scope.
    unsafe { osteon_assessment_counts(assessed.0, &raw mut counts) };
    assert!(counts.risks > 3);
    for index in 0..counts.risks {
        let mut risk = empty::<osteon_risk>();
        // SAFETY: all pointers are of this scope.
        unsafe { osteon_assessment_risk(assessed.0, index, &raw mut risk) };
        let (model, outcome) = (owned(risk.model).unwrap(), owned(risk.outcome).unwrap());
        let (status, found) = find(&model, &outcome, risk.horizon_years.value as u32);
        assert_eq!(status, osteon_status::Ok, "{model} {outcome}");
        assert_eq!(owned(found.model).as_ref(), Some(&model));
        if model.starts_with("qfracture") && found.refused_number == 0 {
            assert!(owned(found.notice).is_some_and(|notice| notice.len() > 100), "{model}");
        }
    }
    assert_eq!(find("nobody", "hip", 10).0, osteon_status::NotFound);
}

#[test]
fn a_recommendation_is_handed_out_with_what_belongs_to_it_or_not_at_all() {
    let assessed = Assessed::of(Handle::default().get(), PERSON);
    let mut out = empty::<osteon_guideline>();
    // SAFETY: all pointers are of this scope.
    unsafe {
        let status = osteon_assessment_find_guideline(assessed.0, text("nogg2024"), &raw mut out);
        assert_eq!(status, osteon_status::Ok);
        let status = osteon_assessment_find_guideline(assessed.0, text("nogg"), &mut empty());
        assert_eq!(status, osteon_status::NotFound);
    }
    assert_ne!(out.recommendation, osteon_recommendation::Unknown);
    assert_eq!(out.course_comes_first, osteon_truth::No);
    // Where treatments were not asked, no course is not "no".
    let mut unasked = empty::<osteon_guideline>();
    let person = Assessed::of(Handle::default().get(), r#"{"sex": "female", "age_years": 67}"#);
    // SAFETY: all pointers are of this scope.
    unsafe { osteon_assessment_find_guideline(person.0, text("nogg2024"), &raw mut unasked) };
    assert_ne!(unasked.recommendation, osteon_recommendation::Unknown);
    assert_eq!(unasked.course_comes_first, osteon_truth::Unknown);
    assert!(!items(out.drugs_cannot_be_said.items, out.drugs_cannot_be_said.count).is_empty());

    // No engine of osteon_engine_new is without safety.
    let engine = Engine::default().with_outputs(Outputs::parse("guidelines").unwrap());
    let engine = osteon_engine { engine, columns: Vec::new(), fields: Default::default() };
    let (mut person, mut bare) = (ptr::null_mut(), ptr::null_mut());
    // SAFETY: all pointers are of this scope, and both handles are freed once.
    unsafe {
        let json = PERSON.as_ptr().cast();
        osteon_patient_from_json(json, PERSON.len(), &raw mut person, ptr::null_mut());
        osteon_assess(&raw const engine, person, &raw mut bare, ptr::null_mut());
        osteon_patient_free(person);
        let mut out = empty::<osteon_guideline>();
        let find = osteon_assessment_find_guideline(bare, text("nogg2024"), &raw mut out);
        let by_index = osteon_assessment_guideline(bare, 0, &raw mut out);
        assert_eq!((find, by_index), (osteon_status::Incomplete, osteon_status::Incomplete));
        assert_eq!((out.recommendation, out.id.data), (osteon_recommendation::Unknown, ptr::null()));
        osteon_assessment_free(bare);
    }
}

#[test]
fn sections_that_were_not_asked_for_are_not_none() {
    let assessed = Assessed::of(Handle::of("{}", "diagnosis").get(), PERSON);
    let mut counts = empty::<osteon_counts>();
    // SAFETY: all pointers are of this scope.
    unsafe {
        osteon_assessment_counts(assessed.0, &raw mut counts);
        assert_eq!(osteon_assessment_triage(assessed.0, &mut empty()), osteon_status::NotFound);
        assert_eq!(osteon_assessment_score(assessed.0, 0, &mut empty()), osteon_status::NotFound);
        assert_eq!(osteon_assessment_guideline(assessed.0, 0, &mut empty()), osteon_status::NotFound);
    }
    assert_eq!((counts.sections, counts.scores), (OSTEON_SECTION_DIAGNOSIS, 0));
}

#[test]
fn structures_of_older_and_newer_callers() {
    let assessed = Assessed::of(Handle::default().get(), PERSON);
    let size = size_of::<osteon_score>() as u32;
    let call = |out: *mut osteon_score| {
        // SAFETY: as large as it says.
        unsafe { osteon_assessment_score(assessed.0, 0, out) }
    };
    for too_small in [0, 4, size - 8] {
        let mut out = empty::<osteon_score>();
        out.size = too_small;
        assert_eq!(call(&raw mut out), osteon_status::StructTooSmall);
        assert_eq!((out.size, out.region), (too_small, osteon_region::Unknown), "written for {too_small}");
    }
    let mut large = [empty::<osteon_score>(), empty::<osteon_score>()];
    large[0].size = 2 * size;
    // What a newer caller has beyond becomes zero, "not known".
    assert_eq!(call(large.as_mut_ptr()), osteon_status::Ok);
    assert_eq!((large[0].size, large[0].region), (2 * size, osteon_region::LumbarSpine));
    assert_eq!(large[1].size, 0);
    let mut out = empty::<osteon_score>();
    out.size = u32::MAX;
    assert_eq!(call(&raw mut out), osteon_status::TooLong);
    assert_eq!(call(ptr::null_mut()), osteon_status::NullPointer);
    assert_eq!(call(ptr::without_provenance_mut(1)), osteon_status::Misaligned);
}

#[test]
fn null_and_nothing() {
    let (mut assessment, mut told) = (ptr::dangling_mut(), Told::default());
    let mut person = ptr::null_mut();
    let engine = Handle::default();
    let mut buffer = osteon_buffer { data: ptr::null_mut(), capacity: 0, length: 0 };
    // SAFETY: all pointers are of this scope or NULL; the person is freed once.
    unsafe {
        osteon_assessment_free(ptr::null_mut());
        osteon_patient_new(&raw mut person, ptr::null_mut());
        let status = osteon_assess(ptr::null(), person, &raw mut assessment, &raw mut told.error);
        assert_eq!((status, assessment.is_null()), (osteon_status::NullPointer, true));
        assert_eq!(told.message(), "engine is NULL");
        let out = &raw mut assessment;
        assert_eq!(
            osteon_assess(engine.get(), ptr::null(), out, ptr::null_mut()),
            osteon_status::NullPointer
        );
        let status = osteon_assess(engine.get(), person, ptr::null_mut(), ptr::null_mut());
        assert_eq!(status, osteon_status::NullPointer);
        // Nobody can be assessed of whom nothing is known.
        let status = osteon_assess(engine.get(), person, &raw mut assessment, &raw mut told.error);
        assert_eq!((status, assessment.is_null()), (osteon_status::Refused, true));
        assert!(told.error.code == 301 && told.message().contains("sex"), "{}", told.message());
        osteon_patient_free(person);
        assert_eq!(osteon_assessment_counts(ptr::null(), &mut empty()), osteon_status::NullPointer);
        buffer.length = 9;
        let status = osteon_assessment_json(ptr::null(), &raw mut buffer, ptr::null_mut());
        assert_eq!((status, buffer.length), (osteon_status::NullPointer, 0));
        let assessed = Assessed::of(engine.get(), PERSON);
        let status = osteon_assessment_json(assessed.0, ptr::null_mut(), ptr::null_mut());
        assert_eq!(status, osteon_status::NullPointer);
        let status = osteon_assessment_json(assessed.0, &raw mut buffer, ptr::null_mut());
        assert_eq!(status, osteon_status::BufferTooSmall);
        assert!(buffer.length > 1000);
        let nothing = osteon_text::default();
        let status = osteon_assessment_find_guideline(assessed.0, nothing, &mut empty());
        assert_eq!(status, osteon_status::NullPointer);
        let status = osteon_assessment_find_citation(assessed.0, text("nobody"), &mut empty());
        assert_eq!(status, osteon_status::NotFound);
        let not_utf8 = osteon_text { data: c"\xff".as_ptr(), length: 1 };
        let status = osteon_assessment_find_citation(assessed.0, not_utf8, &mut empty());
        assert_eq!(status, osteon_status::NotUtf8);
    }
}
