//! What is listed is what the engine has; and rounding is the engine's.

use core::ptr;

use osteon::citation::CitationId;
use osteon::quantity::TScore;
use osteon::risk::Model;

use super::support::{empty, text};
use crate::abi::{osteon_status, osteon_text, osteon_truth};
use crate::registry::{
    osteon_entry, osteon_model_outcome, osteon_model_outcome_at, osteon_registry, osteon_registry_at,
    osteon_registry_count, osteon_registry_find,
};
use crate::rounding::{osteon_half_rule, osteon_round};

fn words<'a>(text: osteon_text) -> Option<&'a str> {
    // SAFETY: texts of the registry are static.
    unsafe { text.get("text") }.unwrap()
}

fn ids(registry: osteon_registry) -> Vec<&'static str> {
    let mut count = 0;
    // SAFETY: all pointers are of this scope.
    unsafe {
        assert_eq!(osteon_registry_count(registry as i32, &raw mut count), osteon_status::Ok);
        let mut entry = empty::<osteon_entry>();
        let beyond = osteon_registry_at(registry as i32, count, &raw mut entry);
        assert_eq!(beyond, osteon_status::NotFound);
        let id = |index| {
            let mut entry = empty::<osteon_entry>();
            assert_eq!(osteon_registry_at(registry as i32, index, &raw mut entry), osteon_status::Ok);
            let mut again = empty::<osteon_entry>();
            let found = osteon_registry_find(registry as i32, entry.id, &raw mut again);
            assert_eq!((found, words(again.id)), (osteon_status::Ok, words(entry.id)));
            assert!(words(entry.version).is_some_and(|version| !version.is_empty()));
            words(entry.id).unwrap()
        };
        (0..count).map(id).collect()
    }
}

#[test]
fn everything_is_listed_by_id_and_version() {
    let models: Vec<&str> = Model::all().iter().map(|model| model.id).collect();
    assert_eq!(ids(osteon_registry::Model), models);
    let guidelines: Vec<&str> = osteon::guideline::all().iter().map(|one| one.id).collect();
    assert_eq!(ids(osteon_registry::Guideline), guidelines);
    assert_eq!(ids(osteon_registry::Citation), CitationId::all().map(CitationId::id).collect::<Vec<_>>());
    for registry in [osteon_registry::YoungAdult, osteon_registry::AgeMatched, osteon_registry::Option] {
        assert!(!ids(registry).is_empty());
    }
}

#[test]
fn an_entry_says_what_must_be_said() {
    let (mut entry, mut outcome) = (empty::<osteon_entry>(), empty::<osteon_model_outcome>());
    // SAFETY: all pointers are of this scope.
    unsafe {
        let model = osteon_registry::Model as i32;
        let status = osteon_registry_find(model, text("qfracture2016"), &raw mut entry);
        assert_eq!(status, osteon_status::Ok);
        assert_eq!(entry.verified, osteon_truth::No, "its hip equations rest on one transcription");
        assert!(words(entry.notice).unwrap().contains("ClinRisk"));
        assert!(words(entry.citation_text).is_some());
        assert_eq!(osteon_registry_find(model, text("frax"), &raw mut entry), osteon_status::NotFound);
        assert_eq!(osteon_registry_find(99, text("frax"), &raw mut entry), osteon_status::UnknownCode);
        let guideline = osteon_registry::Guideline as i32;
        assert_eq!(osteon_registry_find(guideline, text("nogg2024"), &raw mut entry), osteon_status::Ok);
        assert_eq!(words(entry.version), Some("2024"));
        let mut seen = Vec::new();
        while osteon_model_outcome_at(text("dvo2023"), seen.len(), &raw mut outcome) == osteon_status::Ok {
            seen.push(words(outcome.outcome).unwrap());
        }
        let expected: Vec<&str> =
            Model::from_id("dvo2023").unwrap().outcomes.iter().map(|row| row.outcome.as_str()).collect();
        assert_eq!(seen, expected);
    }
}

#[test]
fn rounding_is_that_of_reported_scores() {
    let mut rounded = 0.0;
    let mut round = |value, decimals, half: osteon_half_rule| {
        // SAFETY: all pointers are of this scope.
        let status = unsafe { osteon_round(value, decimals, half as i32, &raw mut rounded, ptr::null_mut()) };
        (status == osteon_status::Ok).then_some(rounded)
    };
    for thousandths in -9_999..9_999 {
        let t = f64::from(thousandths) / 1000.0;
        let reported = TScore(t).reported().to_f64();
        assert_eq!(
            round(t, 1, osteon_half_rule::AwayFromZero).map(f64::to_bits),
            Some(reported.to_bits()),
            "{t}"
        );
    }
    assert_eq!(round(2.25, 1, osteon_half_rule::ToEven), Some(2.2));
    assert_eq!(round(-2.25, 1, osteon_half_rule::Up), Some(-2.2));
    assert_eq!(round(-2.25, 1, osteon_half_rule::Down), Some(-2.3));
    assert_eq!(round(f64::NAN, 1, osteon_half_rule::Down), None);
    assert_eq!(round(1.0, 10, osteon_half_rule::Down), None);
    assert_eq!(round(1.0, 1, osteon_half_rule::Unknown), None);
}
