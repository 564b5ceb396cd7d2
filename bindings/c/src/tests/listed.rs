//! What a program can ask before there is anybody to assess: fields, numbers of references, rules.

use core::ptr;

use osteon::columns::{Kind, column, every_name};
use osteon::reference::{age_matched, young_adult};

use super::support::{Handle, empty, text};
use crate::abi::{osteon_number, osteon_status, osteon_text, osteon_truth};
use crate::codes::{osteon_manufacturer, osteon_recommendation, osteon_region, osteon_sex};
use crate::columns::{
    osteon_field, osteon_field_at, osteon_field_find, osteon_field_kind, osteon_field_word,
};
use crate::json::{osteon_string_free, osteon_string_text};
use crate::patient::{
    osteon_patient_free, osteon_patient_new, osteon_patient_set_number, osteon_patient_set_text,
};
use crate::references::{
    osteon_age_matched, osteon_age_matched_at, osteon_young_adult, osteon_young_adult_at,
};
use crate::rules::{
    osteon_guideline_rule, osteon_guideline_rule_at, osteon_guideline_rule_when, osteon_rule_kind,
};

fn words<'a>(text: osteon_text) -> Option<&'a str> {
    // SAFETY: texts outlive the test.
    unsafe { text.get("text") }.unwrap()
}

fn close(number: osteon_number, value: f64) -> bool {
    number.known == 1 && number.value.total_cmp(&value).is_eq()
}

#[test]
fn every_field_is_listed_with_what_it_takes() {
    let engine = Handle::default();
    let (mut field, mut word, mut listed) =
        (empty::<osteon_field>(), osteon_text::default(), Vec::<String>::new());
    // SAFETY: all pointers are of this scope.
    unsafe {
        let mut patient = ptr::null_mut();
        assert_eq!(osteon_patient_new(&raw mut patient, ptr::null_mut()), osteon_status::Ok);
        while osteon_field_at(engine.get(), listed.len(), &raw mut field) == osteon_status::Ok {
            let name = words(field.name).unwrap();
            assert_eq!((field.index, field.kind == osteon_field_kind::Unknown), (listed.len(), false));
            let mut again = empty::<osteon_field>();
            let status = osteon_field_find(engine.get(), field.name, &raw mut again);
            assert_eq!((status, again.index), (osteon_status::Ok, field.index), "{name}");
            let mut allowed = Vec::new();
            while osteon_field_word(engine.get(), field.index, allowed.len(), &raw mut word)
                == osteon_status::Ok
            {
                allowed.push(words(word).unwrap());
            }
            assert_eq!(allowed.len(), field.word_count, "{name}");
            if let Kind::Choice(keys) = column(name).unwrap().kind {
                assert_eq!((field.kind, &*allowed), (osteon_field_kind::Choice, keys), "{name}");
            }
            // What it says of itself is so: the setter of its kind takes it, or none does.
            let number = osteon_number { value: 1.0, known: 1, reserved: 0 };
            let status = match field.kind {
                osteon_field_kind::Number | osteon_field_kind::Count | osteon_field_kind::Result => {
                    osteon_patient_set_number(patient, field.name, number, ptr::null_mut())
                }
                osteon_field_kind::Choice => {
                    osteon_patient_set_text(patient, field.name, text(allowed[0]), ptr::null_mut())
                }
                _ => {
                    listed.push(name.to_owned());
                    continue;
                }
            };
            assert_eq!(status == osteon_status::Ok, field.settable == osteon_truth::Yes, "{name}");
            listed.push(name.to_owned());
        }
        osteon_patient_free(patient);
        assert_eq!(listed, every_name());
        for name in ["bmd_femoral_neck", "bmd_l2_l4", "lab_calcium_mmol_l", "complete", "frax_mof_percent"] {
            assert!(listed.iter().any(|known| known == name), "{name}");
        }
        assert_eq!(osteon_field_find(engine.get(), text("bmd_l1_l4"), &raw mut field), osteon_status::Ok);
        assert_eq!(words(field.name), Some("bmd_lumbar_spine"));
        assert_eq!(field.settable, osteon_truth::No);
        let none = osteon_field_find(engine.get(), text("heigth_cm"), &raw mut field);
        assert_eq!(none, osteon_status::NotFound);
    }
}

#[test]
fn references_have_their_numbers() {
    let (mut young, mut aged) = (empty::<osteon_young_adult>(), empty::<osteon_age_matched>());
    for (index, row) in young_adult::all().iter().enumerate() {
        // SAFETY: all pointers are of this scope.
        assert_eq!(unsafe { osteon_young_adult_at(index, &raw mut young) }, osteon_status::Ok);
        assert_eq!(words(young.id), Some(row.id));
        assert!(close(young.mean, row.mean) && close(young.sd, row.sd), "{}", row.id);
        assert_eq!(young.version_from.known, u32::from(row.versions.is_some()));
        assert_eq!(words(young.models).is_some(), row.models != 0, "{}", row.id);
        if row.id == "nhanes3_1998.female.femoral_neck" {
            assert!(close(young.mean, 0.858) && close(young.sd, 0.120));
            let whose = (young.manufacturer, young.sex, young.region);
            let hologic = (osteon_manufacturer::Hologic, osteon_sex::Female, osteon_region::FemoralNeck);
            assert_eq!(whose, hologic);
            assert_eq!((young.standardised, young.gives_t_scores), (osteon_truth::No, osteon_truth::Yes));
        }
    }
    for (index, table) in age_matched::all().iter().enumerate() {
        for (age, node) in table.nodes.iter().enumerate() {
            // SAFETY: all pointers are of this scope.
            let status = unsafe { osteon_age_matched_at(index, age, &raw mut aged) };
            assert_eq!((status, words(aged.id)), (osteon_status::Ok, Some(table.id)));
            assert!(close(aged.age_years, node.age) && close(aged.mean_g_cm2, node.mean));
            assert!(close(aged.sd_g_cm2, node.sd) && aged.people == node.n.into());
        }
        // SAFETY: all pointers are of this scope.
        let beyond = unsafe { osteon_age_matched_at(index, table.nodes.len(), &raw mut aged) };
        assert_eq!(beyond, osteon_status::NotFound);
    }
}

#[test]
fn rules_are_those_that_decide() {
    let mut rule = empty::<osteon_guideline_rule>();
    for guideline in osteon::guideline::all() {
        let mut ids = Vec::new();
        // SAFETY: all pointers are of this scope.
        unsafe {
            while osteon_guideline_rule_at(text(guideline.id), ids.len(), &raw mut rule) == osteon_status::Ok
            {
                let (mut when, mut said) = (ptr::null_mut(), osteon_text::default());
                let status =
                    osteon_guideline_rule_when(text(guideline.id), ids.len(), &raw mut when, ptr::null_mut());
                assert_eq!(status, osteon_status::Ok);
                assert_eq!(osteon_string_text(when, &raw mut said), osteon_status::Ok);
                assert!(words(said).is_some_and(|said| !said.is_empty()));
                osteon_string_free(when);
                let decides = rule.kind == osteon_rule_kind::Decides;
                assert!(!decides || rule.recommendation != osteon_recommendation::Unknown);
                assert!(words(rule.citation).is_some_and(|citation| !citation.is_empty()));
                ids.push(words(rule.id).unwrap());
            }
        }
        let population = guideline.population.iter().map(|part| part.id);
        let rules = population.chain(guideline.rules.iter().map(|rule| rule.id));
        let added = rules.chain(guideline.additions.iter().map(|addition| addition.id));
        let expected: Vec<&str> = added.chain(guideline.remarks.iter().map(|remark| remark.code)).collect();
        assert_eq!(ids, expected, "{}", guideline.id);
    }
}
