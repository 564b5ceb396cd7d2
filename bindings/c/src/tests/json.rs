//! Whole documents are those of the engine, to the byte; and those of the conformance cases, section by section.

use core::ptr;

use osteon::Engine;
use osteon::outputs::Outputs;
use serde_json::Value;

use super::support::{Handle, Told, conformance, text};
use crate::abi::{osteon_buffer, osteon_status, osteon_text};
use crate::json::{osteon_assess_json, osteon_assess_json_owned, osteon_string_free, osteon_string_text};

fn owned(engine: &Handle, patient: &str) -> String {
    let (mut string, mut answer) = (ptr::null_mut(), osteon_text::default());
    // SAFETY: all pointers are of this scope.
    unsafe {
        let data = patient.as_ptr().cast();
        let status =
            osteon_assess_json_owned(engine.get(), data, patient.len(), &raw mut string, ptr::null_mut());
        assert_eq!(status, osteon_status::Ok);
        assert_eq!(osteon_string_text(string, &raw mut answer), osteon_status::Ok);
        let answer = answer.needed("answer").unwrap().to_owned();
        osteon_string_free(string);
        answer
    }
}

#[test]
fn documents_are_those_of_the_engine_and_of_the_conformance_cases() {
    let mut seen = 0;
    for (options, outputs, cases) in conformance() {
        let engine = Handle::of(&options.to_string(), &outputs);
        let parsed = osteon::json::options(options.to_string().as_bytes()).unwrap();
        let rust = Engine::new(parsed, Vec::new())
            .unwrap()
            .with_outputs(Outputs::parse(&outputs).unwrap().with_what_belongs());
        for [patient, expected] in cases {
            let patient = patient.to_string();
            let said = owned(&engine, &patient);
            let document = rust.assess(&osteon::json::patient(patient.as_bytes()).unwrap()).unwrap();
            assert_eq!(said, osteon::json::to_string(&document));
            let said: Value = serde_json::from_str(&said).unwrap();
            for (section, expected) in expected.as_object().unwrap() {
                // Drugs beside guidelines have sources and assumptions of their own.
                if section == "citations" {
                    let all = said[section].as_object().unwrap();
                    assert!(expected.as_object().unwrap().iter().all(|(id, text)| all.get(id) == Some(text)));
                } else if section == "assumed" {
                    let all = said[section].as_array().unwrap();
                    assert!(expected.as_array().unwrap().iter().all(|one| all.contains(one)));
                } else {
                    assert_eq!(&said[section], expected, "{section} of {patient}");
                }
            }
            seen += 1;
        }
    }
    assert!(seen > 500, "{seen} cases");
}

#[test]
fn an_answer_is_written_whole_or_not_at_all() {
    let engine = Handle::default();
    let patient = r#"{"sex": "female", "age_years": 67}"#;
    let whole = owned(&engine, patient);
    for (capacity, status) in [
        (0, osteon_status::BufferTooSmall),
        (1, osteon_status::BufferTooSmall),
        (whole.len(), osteon_status::BufferTooSmall),
        (whole.len() + 1, osteon_status::Ok),
    ] {
        let mut room = vec![0xaa_u8; capacity + 1];
        let mut buffer = osteon_buffer { data: room.as_mut_ptr().cast(), capacity, length: 7 };
        // SAFETY: all pointers are of this scope.
        let said = unsafe {
            let data = patient.as_ptr().cast();
            osteon_assess_json(engine.get(), data, patient.len(), &raw mut buffer, ptr::null_mut())
        };
        assert_eq!((said, buffer.length), (status, whole.len()), "{capacity}");
        assert_eq!(room[capacity], 0xaa, "written beyond the end");
        if said == osteon_status::Ok {
            assert_eq!(&room[..whole.len()], whole.as_bytes());
            assert_eq!(room[whole.len()], 0);
        } else if capacity > 0 {
            assert_eq!(room[0], 0, "half an answer");
        }
    }
}

#[test]
fn what_is_refused_is_said_with_field_value_and_limit() {
    let engine = Handle::default();
    let patient = r#"{"sex": "female", "age_years": 67, "height_cm": 1.65, "weight_kg": 900}"#;
    let (mut told, mut string) = (Told::default(), ptr::null_mut());
    // SAFETY: all pointers are of this scope.
    let status = unsafe {
        let data = patient.as_ptr().cast();
        osteon_assess_json_owned(engine.get(), data, patient.len(), &raw mut string, &raw mut told.error)
    };
    assert_eq!((status, string.is_null()), (osteon_status::Refused, true));
    assert_eq!((told.error.code, told.error.refusals), (202, 2));
    assert!(told.message().contains("height_cm: 1.65 is outside 100-230 cm"), "{}", told.message());
    assert!(told.message().contains("\nweight_kg: 900"), "{}", told.message());
}

#[test]
fn text_that_cannot_be_is_refused() {
    let engine = Handle::default();
    let call = |data: &[u8], length: usize| {
        let mut told = Told::default();
        let mut string = ptr::null_mut();
        // SAFETY: all pointers are of this scope; a length beyond the limit is never read.
        unsafe {
            let data = data.as_ptr().cast();
            osteon_assess_json_owned(engine.get(), data, length, &raw mut string, &raw mut told.error)
        }
    };
    assert_eq!(call(b"\xff\xfe", 2), osteon_status::NotUtf8);
    assert_eq!(call(b"{", 1), osteon_status::Refused);
    assert_eq!(call(b"{", usize::MAX), osteon_status::TooLong);
    assert_eq!(call(b"", 0), osteon_status::Refused);
    let mut string = ptr::null_mut();
    // SAFETY: NULL is refused.
    let status =
        unsafe { osteon_assess_json_owned(engine.get(), ptr::null(), 0, &raw mut string, ptr::null_mut()) };
    assert_eq!(status, osteon_status::NullPointer);
    assert_eq!(text("").length, 0);
}
