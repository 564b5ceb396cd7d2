//! A person filled field by field is the person of the document.

use core::ptr;

use osteon::columns::{Kind, column, names};
use osteon::document::Patient;

use super::support::{Told, empty, known, text};
use crate::abi::{osteon_buffer, osteon_date, osteon_number, osteon_status, osteon_text, osteon_truth};
use crate::codes::{
    osteon_cause, osteon_comparator, osteon_date_is, osteon_drug, osteon_fracture_site, osteon_lab_status,
    osteon_manufacturer, osteon_region, osteon_route, osteon_side, osteon_stop_reason, osteon_trauma,
};
use crate::patient::*;
use crate::region::{osteon_scan, osteon_scan_region};

/// A person that is freed with its scope.
struct Person(*mut osteon_patient);

impl Default for Person {
    fn default() -> Self {
        let mut person = ptr::null_mut();
        // SAFETY: all pointers are of this scope.
        let status = unsafe { osteon_patient_new(&raw mut person, ptr::null_mut()) };
        assert_eq!(status, osteon_status::Ok);
        Self(person)
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        // SAFETY: made by `default`, freed once.
        unsafe { osteon_patient_free(self.0) };
    }
}

impl Person {
    fn document(&self) -> &Patient {
        // SAFETY: it lives as long as this.
        unsafe { &(*self.0).document }
    }

    fn number(&self, field: &str, value: osteon_number) -> osteon_status {
        // SAFETY: all pointers are of this scope.
        unsafe { osteon_patient_set_number(self.0, text(field), value, ptr::null_mut()) }
    }

    fn truth(&self, field: &str, value: i32) -> osteon_status {
        // SAFETY: all pointers are of this scope.
        unsafe { osteon_patient_set_truth(self.0, text(field), value, ptr::null_mut()) }
    }

    fn date(&self, field: &str, value: osteon_date) -> osteon_status {
        // SAFETY: all pointers are of this scope.
        unsafe { osteon_patient_set_date(self.0, text(field), value, ptr::null_mut()) }
    }

    fn text(&self, field: &str, value: osteon_text) -> osteon_status {
        // SAFETY: all pointers are of this scope.
        unsafe { osteon_patient_set_text(self.0, text(field), value, ptr::null_mut()) }
    }
}

fn day(year: i32, month: i32, day: i32) -> osteon_date {
    osteon_date { year, month, day, known: 1 }
}

/// With everything that can be set, and in each list an entry with every field.
const WHOLE: &str = r#"{
    "id": "A 1", "assessed_on": "2025-03-01", "country": "FR", "complete": ["history", "labs"], "sex": "female",
    "age_years": 67.5, "postmenopausal": true, "height_cm": 162.0,
    "scans": [{"date": "2025-02-01", "manufacturer": "hologic", "model": "Horizon W", "tbs": 1.25, "regions": [
        {"region": "femoral_neck", "side": "left", "bmd_g_cm2": 0.55, "t_score": -2.7, "excluded": false}]}],
    "fractures": [{"site": "proximal_femur", "months_ago": 24.0, "trauma": "low"},
        {"site": "vertebra", "levels": ["T12", "L1"], "date": "2024-05-01", "date_is": "imaging", "event_id": "e",
         "trauma": "unknown", "cause": "fragility", "genant_grade": 2, "height_loss_percent": 30.0,
         "on_treatment": false}],
    "labs": [{"analyte": "calcium", "value": 2.3, "unit": "mmol/L"},
        {"analyte": "egfr", "comparator": ">", "value": 90.0, "unit": "mL/min", "date": "2025-01-01",
         "status": "final", "reference_low": 60.0, "reference_high": 120.0}],
    "treatments": [{"drug": "alendronate", "start": "2019-01-01", "stop": "2023-12-31"},
        {"drug": "zoledronate", "route": "iv", "dose": "5 mg", "start": "2024-01-01", "planned_stop": "2027-01-01",
         "stop_reason": "unknown", "last_dose": "2025-01-01", "doses": 2, "adherent": true}],
    "risk_factors": {"current_smoker": false, "falls_past_year": 2, "glucocorticoid": {"mg_per_day": 7.5}},
    "history": {"dialysis": true}, "frax": {"model": "FR"}}"#;

/// Of whatever kind: what was set is as if it had never been.
#[test]
fn a_field_of_any_kind_is_unset() {
    let person = Person::default();
    let ok = osteon_status::Ok;
    assert_eq!(person.text("sex", text("female")), ok);
    assert_eq!(person.number("age_years", known(67.0)), ok);
    assert_eq!(person.truth("postmenopausal", osteon_truth::Yes as i32), ok);
    assert_eq!(person.date("assessed_on", day(2025, 3, 1)), ok);
    assert_eq!(person.text("fractures", text("none")), ok);
    let unset = |field: &str| {
        // SAFETY: all pointers are of this scope.
        unsafe { osteon_patient_unset(person.0, text(field), ptr::null_mut()) }
    };
    for field in ["sex", "age_years", "postmenopausal", "assessed_on", "fractures"] {
        assert_eq!(unset(field), ok, "{field}");
    }
    assert_eq!(unset("age"), osteon_status::Refused);
    assert_eq!(unset("bmd_femoral_neck"), osteon_status::Refused);
    // SAFETY: the handle is the test's own.
    let left = unsafe { &(*person.0).document };
    assert_eq!(left, &Patient::default());
}

#[test]
fn fields_and_lists_make_the_document() {
    let person = Person::default();
    let ok = osteon_status::Ok;
    for (field, value) in [
        ("id", "A 1"),
        ("country", "FR"),
        ("complete", "history;labs"),
        ("sex", "female"),
        ("fractures", "proximal_femur@24!low"),
        ("treatments", "alendronate@2019-01-01..2023-12-31"),
        ("frax_model", "FR"),
    ] {
        assert_eq!(person.text(field, text(value)), ok, "{field}");
    }
    for (field, value) in [
        ("age_years", 67.5),
        ("height_cm", 162.0),
        ("falls_past_year", 2.0),
        ("glucocorticoid_mg_per_day", 7.5),
        ("lab_calcium_mmol_l", 2.3),
    ] {
        assert_eq!(person.number(field, known(value)), ok, "{field}");
    }
    assert_eq!(person.truth("postmenopausal", osteon_truth::Yes as i32), ok);
    assert_eq!(person.truth("current_smoker", osteon_truth::No as i32), ok);
    assert_eq!(person.truth("dialysis", osteon_truth::Yes as i32), ok);
    assert_eq!(person.date("assessed_on", day(2025, 3, 1)), ok);
    let scan = osteon_scan {
        manufacturer: osteon_manufacturer::Hologic as i32,
        date: day(2025, 2, 1),
        model: text("Horizon W"),
        tbs: known(1.25),
        ..empty()
    };
    let region = osteon_scan_region {
        region: osteon_region::FemoralNeck as i32,
        side: osteon_side::Left as i32,
        excluded: osteon_truth::No as i32,
        bmd_g_cm2: known(0.55),
        printed_t_score: known(-2.7),
        ..empty()
    };
    let fracture = osteon_fracture {
        site: osteon_fracture_site::Vertebra as i32,
        date: day(2024, 5, 1),
        date_is: osteon_date_is::Imaging as i32,
        trauma: osteon_trauma::NotKnown as i32,
        cause: osteon_cause::Fragility as i32,
        on_treatment: osteon_truth::No as i32,
        genant_grade: known(2.0),
        height_loss_percent: known(30.0),
        event_id: text("e"),
        levels: text("T12;l1"),
        ..empty()
    };
    let treatment = osteon_treatment {
        drug: osteon_drug::Zoledronate as i32,
        route: osteon_route::Iv as i32,
        stop_reason: osteon_stop_reason::NotKnown as i32,
        dose: text("5 mg"),
        start: day(2024, 1, 1),
        planned_stop: day(2027, 1, 1),
        last_dose: day(2025, 1, 1),
        doses: known(2.0),
        adherent: osteon_truth::Yes as i32,
        ..empty()
    };
    let lab = osteon_lab {
        comparator: osteon_comparator::Above as i32,
        status: osteon_lab_status::Final as i32,
        analyte: text("egfr"),
        value: known(90.0),
        unit: text("mL/min"),
        date: day(2025, 1, 1),
        reference_low: known(60.0),
        reference_high: known(120.0),
        ..empty()
    };
    // SAFETY: all pointers are of this scope.
    unsafe {
        let none = ptr::null_mut();
        assert_eq!(osteon_patient_add_scan(person.0, &raw const scan, &raw const region, 1, none), ok);
        assert_eq!(osteon_patient_add_fracture(person.0, &raw const fracture, none), ok);
        assert_eq!(osteon_patient_add_treatment(person.0, &raw const treatment, none), ok);
        assert_eq!(osteon_patient_add_lab(person.0, &raw const lab, none), ok);
    }
    let expected = osteon::json::patient(WHOLE.as_bytes()).unwrap();
    assert_eq!(*person.document(), expected);

    let mut room = [0_u8; 4096];
    let mut buffer = osteon_buffer { data: room.as_mut_ptr().cast(), capacity: room.len(), length: 0 };
    // SAFETY: all pointers are of this scope.
    let status = unsafe { osteon_patient_json(person.0, &raw mut buffer, ptr::null_mut()) };
    assert_eq!(status, ok);
    assert_eq!(osteon::json::patient(&room[..buffer.length]), Ok(expected));
}

#[test]
fn every_column_is_set_and_cleared_by_its_kind_and_by_no_other() {
    for name in names() {
        let kind = column(&name).unwrap().kind;
        let person = Person::default();
        let is_flag = matches!(kind, Kind::Flag);
        let is_number = matches!(kind, Kind::Number | Kind::Count);
        let is_date = matches!(kind, Kind::Date);
        let is_text = matches!(kind, Kind::Text | Kind::Choice(_) | Kind::List);
        let words = match kind {
            Kind::Choice(keys) => keys[0],
            Kind::List if name == "fractures" => "pelvis",
            Kind::List if name == "treatments" => "denosumab",
            Kind::List if name == "complete" => "labs",
            _ => "none",
        };
        let said = [
            person.number(&name, known(2.0)),
            person.truth(&name, osteon_truth::Yes as i32),
            person.date(&name, day(2020, 1, 1)),
            person.text(&name, text(words)),
        ];
        let fits = [is_number, is_flag, is_date, is_text];
        let whole_scan = said.iter().all(|status| *status == osteon_status::Refused);
        if whole_scan {
            assert_eq!(*person.document(), Patient::default(), "{name}");
            continue;
        }
        for (status, fits) in said.into_iter().zip(fits) {
            assert_eq!(status == osteon_status::Ok, fits, "{name}");
        }
        // The date of laboratory results has nothing to stand on here.
        assert_eq!(*person.document() == Patient::default(), name == "lab_date", "{name}");
        let set = person.document().clone();
        let clearing: [&dyn Fn() -> osteon_status; 4] = [
            &|| person.number(&name, osteon_number::default()),
            &|| person.truth(&name, 0),
            &|| person.date(&name, osteon_date::default()),
            &|| person.text(&name, osteon_text::default()),
        ];
        for (clear, fits) in clearing.into_iter().zip(fits).filter(|(_, fits)| !fits) {
            assert_eq!(clear(), osteon_status::Refused, "{name}: {fits}");
            assert_eq!(*person.document(), set, "{name}");
        }
        for (clear, _) in clearing.into_iter().zip(fits).filter(|&(_, fits)| fits) {
            assert_eq!(clear(), osteon_status::Ok, "{name}");
        }
    }
}

#[test]
fn a_slip_is_named_and_nothing_is_set() {
    let person = Person::default();
    let mut told = Told::default();
    // SAFETY: all pointers are of this scope.
    let status =
        unsafe { osteon_patient_set_number(person.0, text("heigth_cm"), known(162.0), &raw mut told.error) };
    assert_eq!((status, told.error.code), (osteon_status::Refused, 102));
    assert!(told.message().contains("did you mean height_cm?"), "{}", told.message());
    // Words of the command line have no place here.
    for (field, value, said) in
        [("sexx_of_a_kind", "female", "no such column"), ("sex", "F", "differ between countries")]
    {
        // SAFETY: as above.
        let status =
            unsafe { osteon_patient_set_text(person.0, text(field), text(value), &raw mut told.error) };
        assert_eq!(status, osteon_status::Refused);
        let message = told.message();
        assert!(message.contains(said) && !message.contains("--"), "{message}");
    }
    // SAFETY: as above.
    let status =
        unsafe { osteon_patient_set_text(person.0, text("age_years"), text("67"), &raw mut told.error) };
    assert_eq!((status, told.error.code), (osteon_status::Refused, 103));
    assert_eq!(told.message(), "age_years: 67: must be a number");
    // SAFETY: as above.
    let status = unsafe {
        let field = text("bmd_femoral_neck");
        osteon_patient_set_number(person.0, field, known(0.6), &raw mut told.error)
    };
    assert_eq!((status, told.error.code), (osteon_status::Refused, 602));
    assert!(told.message().contains("belongs to a scan"), "{}", told.message());
    // SAFETY: as above.
    let status = unsafe {
        let value = text("pelvis;pelvys;hip");
        osteon_patient_set_text(person.0, text("fractures"), value, &raw mut told.error)
    };
    assert_eq!((status, told.error.refusals), (osteon_status::Refused, 2));
    assert_eq!(person.truth("current_smoker", 3), osteon_status::UnknownCode);
    assert_eq!(person.date("birth_date", day(2023, 2, 29)), osteon_status::Refused);
    assert_eq!(person.date("birth_date", day(i32::MAX, 2, 2)), osteon_status::Refused);
    let neither = osteon_number { value: 1.0, known: 2, reserved: 0 };
    assert_eq!(person.number("age_years", neither), osteon_status::UnknownCode);
    for known in [0, 1] {
        let newer = osteon_number { value: 1.0, known, reserved: 1 };
        assert_eq!(person.number("age_years", newer), osteon_status::StructTooNew);
    }
    assert_eq!(person.number("age_years", known(f64::NAN)), osteon_status::Refused);
    assert_eq!(*person.document(), Patient::default());
}

#[test]
fn lists_refuse_what_cannot_stand_in_them() {
    let person = Person::default();
    let mut told = Told::default();
    // SAFETY: all pointers are of this scope or NULL.
    unsafe {
        let error = &raw mut told.error;
        let mut fracture = empty::<osteon_fracture>();
        let add = |fracture: &osteon_fracture| osteon_patient_add_fracture(person.0, fracture, error);
        assert_eq!(add(&fracture), osteon_status::Refused);
        fracture.site = 99;
        assert_eq!(add(&fracture), osteon_status::UnknownCode);
        fracture.site = osteon_fracture_site::Pelvis as i32;
        fracture.genant_grade = known(1.5);
        assert_eq!(add(&fracture), osteon_status::Refused);
        fracture.genant_grade = osteon_number::default();
        fracture.event_id = osteon_text { data: ptr::null(), length: 3 };
        assert_eq!(add(&fracture), osteon_status::NullPointer);
        fracture.event_id = osteon_text::default();
        fracture.size -= 8;
        assert_eq!(add(&fracture), osteon_status::StructTooSmall);
        let mut newer = [fracture, empty()];
        newer[0].size = 2 * size_of::<osteon_fracture>() as u32;
        assert_eq!(add(&newer[0]), osteon_status::StructTooNew);
        assert_eq!(osteon_patient_add_treatment(person.0, &empty(), error), osteon_status::Refused);
        let mut lab = empty::<osteon_lab>();
        assert_eq!(osteon_patient_add_lab(person.0, &raw const lab, error), osteon_status::NullPointer);
        lab.analyte = text("calcum");
        assert_eq!(osteon_patient_add_lab(person.0, &raw const lab, error), osteon_status::Refused);
        assert!(told.message().contains("did you mean calcium?"), "{}", told.message());
        let scan = empty::<osteon_scan>();
        let add = |count| osteon_patient_add_scan(person.0, &raw const scan, ptr::null(), count, error);
        assert_eq!(add(1), osteon_status::NullPointer);
        assert_eq!(add(usize::MAX), osteon_status::TooLong);
        assert_eq!(osteon_patient_add_fracture(person.0, ptr::null(), error), osteon_status::NullPointer);
        assert_eq!(*person.document(), Patient::default());
        assert_eq!(add(0), osteon_status::Ok);
        fracture.size += 8;
        assert_eq!(
            osteon_patient_add_fracture(ptr::null_mut(), &raw const fracture, error),
            osteon_status::NullPointer
        );
        // A newer caller that says nothing new.
        let mut newer = [fracture; 2];
        newer[1] = core::mem::zeroed();
        newer[0].size = 2 * fracture.size;
        assert_eq!(osteon_patient_add_fracture(person.0, newer.as_ptr(), error), osteon_status::Ok);
    }
    assert_eq!(person.document().fractures.as_ref().map(Vec::len), Some(1));
}

#[test]
fn null_and_nothing() {
    let mut person = ptr::dangling_mut();
    // SAFETY: all pointers are of this scope or NULL.
    unsafe {
        osteon_patient_free(ptr::null_mut());
        assert_eq!(osteon_patient_new(ptr::null_mut(), ptr::null_mut()), osteon_status::NullPointer);
        for (json, length, status) in [
            (c"{".as_ptr(), 1, osteon_status::Refused),
            (c"".as_ptr(), 0, osteon_status::Refused),
            (ptr::null(), 0, osteon_status::NullPointer),
            (ptr::null(), 1, osteon_status::NullPointer),
            (c"\xff".as_ptr(), 1, osteon_status::NotUtf8),
            (c"{".as_ptr(), usize::MAX, osteon_status::TooLong),
            (c"{\"heigth_cm\": 1}".as_ptr(), 16, osteon_status::Refused),
        ] {
            let said = osteon_patient_from_json(json, length, &raw mut person, ptr::null_mut());
            assert_eq!((said, person.is_null()), (status, true));
        }
        let set = osteon_patient_set_number(ptr::null_mut(), text("age_years"), known(1.0), ptr::null_mut());
        assert_eq!(set, osteon_status::NullPointer);
        let json = osteon_patient_json(ptr::null(), ptr::null_mut(), ptr::null_mut());
        assert_eq!(json, osteon_status::NullPointer);
        let mut buffer = osteon_buffer { data: ptr::null_mut(), capacity: 0, length: 9 };
        let json = osteon_patient_json(ptr::null(), &raw mut buffer, ptr::null_mut());
        assert_eq!((json, buffer.length), (osteon_status::NullPointer, 0));
    }
    let person = Person::default();
    assert_eq!(person.number("", known(1.0)), osteon_status::Refused);
    // SAFETY: there is no field.
    let status =
        unsafe { osteon_patient_set_number(person.0, osteon_text::default(), known(1.0), ptr::null_mut()) };
    assert_eq!(status, osteon_status::NullPointer);
}
