//! Calls on measurements say what the engine says, to the last bit.

use core::ptr;

use osteon::document::Region;

use super::support::{Handle, Told, empty, known, text};
use crate::abi::{osteon_number, osteon_status, osteon_text, osteon_truth};
use crate::codes::{
    osteon_category, osteon_manufacturer, osteon_region, osteon_sex, osteon_side, osteon_significance,
};
use crate::engine::{osteon_engine_free, osteon_engine_new, osteon_reference, osteon_settings};
use crate::measure::{
    osteon_densitometric_class, osteon_diagnose, osteon_flag_text, osteon_least_significant_change,
    osteon_person, osteon_precision, osteon_precision_study, osteon_region_score, osteon_repeat_scan,
    osteon_score_region, osteon_significance_of_change, osteon_standardised_bmd, osteon_t_score,
    osteon_z_score_lms,
};
use crate::region::{osteon_scan, osteon_scan_region};

fn woman(age: f64) -> osteon_person {
    osteon_person { sex: osteon_sex::Female as i32, age_years: known(age), ..empty::<osteon_person>() }
}

fn hologic() -> osteon_scan {
    osteon_scan { manufacturer: osteon_manufacturer::Hologic as i32, ..empty::<osteon_scan>() }
}

fn region(region: osteon_region, bmd: f64) -> osteon_scan_region {
    osteon_scan_region { region: region as i32, bmd_g_cm2: known(bmd), ..empty::<osteon_scan_region>() }
}

fn score(person: &osteon_person, of: &osteon_scan_region) -> (osteon_status, osteon_region_score, Told) {
    let (engine, mut told) = (Handle::default(), Told::default());
    let (scan, mut found) = (hologic(), empty::<osteon_region_score>());
    // SAFETY: all pointers are of this scope.
    let status = unsafe {
        osteon_score_region(engine.get(), person, &raw const scan, of, &raw mut found, &raw mut told.error)
    };
    (status, found, told)
}

#[test]
fn a_stated_decimal_at_a_boundary_is_at_the_boundary() {
    let (_, found, _) = score(&woman(67.0), &region(osteon_region::FemoralNeck, 0.558));
    assert_eq!(found.t_score_reported, known(-2.5));
    let mut t = 0.0;
    // SAFETY: all pointers are of this scope.
    unsafe {
        assert_eq!(osteon_t_score(0.558, 0.858, 0.120, &raw mut t, ptr::null_mut()), osteon_status::Ok);
    }
    assert_eq!(t.to_bits(), ((0.558_f64 - 0.858) / 0.120).to_bits());
}

#[test]
fn a_t_score_is_withheld_where_none_must_be_given() {
    let person = osteon_person { postmenopausal: osteon_truth::No as i32, ..woman(44.0) };
    let (status, found, _) = score(&person, &region(osteon_region::FemoralNeck, 0.7));
    assert_eq!((status, found.t_score.known, found.z_score.known), (osteon_status::Ok, 0, 1));
    // SAFETY: texts live as long as the library.
    assert_eq!(unsafe { found.withheld.get("withheld") }.unwrap(), Some("premenopausal"));
}

#[test]
fn slips_are_refused_by_name() {
    let (status, _, told) = score(&woman(67.0), &region(osteon_region::FemoralNeck, 812.0));
    assert_eq!((status, told.error.code), (osteon_status::Refused, 202));
    assert!(told.message().contains("mg/cm2"), "{}", told.message());
    let (status, _, told) = score(&empty::<osteon_person>(), &region(osteon_region::FemoralNeck, 0.8));
    assert_eq!((status, told.error.code), (osteon_status::Refused, 301));
    let (status, ..) =
        score(&woman(67.0), &osteon_scan_region { region: 99, ..empty::<osteon_scan_region>() });
    assert_eq!(status, osteon_status::UnknownCode);
    let mut t = 0.25;
    for (bmd, mean, sd) in
        [(f64::NAN, 0.858, 0.12), (812.0, 0.858, 0.12), (0.8, 0.858, 0.0), (0.8, 0.858, f64::NAN)]
    {
        // SAFETY: all pointers are of this scope.
        let status = unsafe { osteon_t_score(bmd, mean, sd, &raw mut t, ptr::null_mut()) };
        assert_eq!((status, t), (osteon_status::Refused, 0.25), "{bmd} {mean} {sd}");
    }
}

#[test]
fn regions_together_have_a_class() {
    let engine = Handle::default();
    let regions = [
        osteon_scan_region { side: osteon_side::Left as i32, ..region(osteon_region::FemoralNeck, 0.6) },
        region(osteon_region::LumbarSpine, 0.70),
    ];
    let (person, scan, mut found) = (woman(67.0), hologic(), empty::<osteon_densitometric_class>());
    // SAFETY: all pointers are of this scope.
    let status = unsafe {
        let (person, scan) = (&raw const person, &raw const scan);
        let (first, count) = (regions.as_ptr(), regions.len());
        osteon_diagnose(engine.get(), person, scan, first, count, &raw mut found, ptr::null_mut())
    };
    assert_eq!(status, osteon_status::Ok);
    assert_eq!((found.category, found.region), (osteon_category::Osteoporosis, osteon_region::LumbarSpine));
    assert_eq!((found.vertebrae, found.could_be_severe), (15, osteon_truth::Yes));
    assert_eq!(found.t_score, known(-3.2));
}

#[test]
fn precision_and_change() {
    let (mut lsc, mut found) = (0.0, osteon_significance::Unknown);
    // SAFETY: all pointers are of this scope.
    unsafe {
        let none = ptr::null_mut();
        assert_eq!(osteon_least_significant_change(0.010, 0.95, 1, 1, &raw mut lsc, none), osteon_status::Ok);
        assert_eq!(lsc.to_bits(), (2.77_f64 * 0.010).to_bits());
        assert_eq!(
            osteon_least_significant_change(0.010, 0.95, 0, 1, &raw mut lsc, none),
            osteon_status::Refused
        );
        let status = osteon_significance_of_change(1.000, 0.9723, 0.0277, &raw mut found, none);
        assert_eq!((status, found), (osteon_status::Ok, osteon_significance::Loss));
        let status = osteon_significance_of_change(1.000, f64::NAN, 0.0277, &raw mut found, none);
        assert_eq!(status, osteon_status::Refused);
        let repeats: Vec<osteon_repeat_scan> = [(1, 1.000), (1, 1.020), (2, 0.870), (2, 0.874), (3, 0.9)]
            .map(|(subject, bmd_g_cm2)| osteon_repeat_scan {
                subject,
                bmd_g_cm2,
                ..empty::<osteon_repeat_scan>()
            })
            .to_vec();
        let mut study = empty::<osteon_precision>();
        let (first, count) = (repeats.as_ptr(), repeats.len());
        let region = osteon_region::LumbarSpine as i32;
        assert_eq!(osteon_precision_study(region, first, count, &raw mut study, none), osteon_status::Ok);
        assert_eq!((study.subjects, study.left_out, study.scans, study.degrees_of_freedom), (2, 1, 4, 2));
        let rust = osteon::precision::precision_report(
            repeats.iter().map(|row| (row.subject.to_string(), Region::LumbarSpine, row.bmd_g_cm2)),
        )
        .unwrap();
        assert_eq!(study.rms_sd_g_cm2.to_bits(), rust.rows[0].rms_sd_g_cm2.to_bits());
    }
}

#[test]
fn standardised_bmd_and_lms() {
    let (mut sbmd, mut error, mut z) = (0.0, osteon_number::default(), 0.0);
    // SAFETY: all pointers are of this scope.
    unsafe {
        let none = ptr::null_mut();
        let (maker, hip) = (osteon_manufacturer::Hologic as i32, osteon_region::TotalHip as i32);
        let status = osteon_standardised_bmd(0.8, maker, hip, 0, &raw mut sbmd, &raw mut error, none);
        assert_eq!((status, error.known), (osteon_status::Ok, 1));
        assert!((800.0..840.0).contains(&sbmd), "{sbmd}");
        let body = osteon_region::TotalBody as i32;
        let status = osteon_standardised_bmd(0.8, maker, body, 0, &raw mut sbmd, ptr::null_mut(), none);
        assert_eq!(status, osteon_status::NotFound);
        assert_eq!(osteon_z_score_lms(0.9, 1.0, 1.0, 0.1, &raw mut z, none), osteon_status::Ok);
        assert!((z + 1.0).abs() < 1e-12);
        assert_eq!(osteon_z_score_lms(0.9, 1.0, 1.0, 0.0, &raw mut z, none), osteon_status::Refused);
    }
    assert_eq!(text("x").length, 1);
}

/// A set of one maker is for its scans: a trend over two makers must not measure one by the other's young adults.
#[test]
fn a_reference_of_a_maker_is_for_its_scans_alone() {
    let own = osteon_reference {
        sex: osteon_sex::Female as i32,
        region: osteon_region::FemoralNeck as i32,
        manufacturer: osteon_manufacturer::Hologic as i32,
        id: text("mine"),
        version: text("1"),
        mean_g_cm2: known(0.85),
        sd_g_cm2: known(0.11),
        ..empty()
    };
    let all = osteon_reference { manufacturer: 0, ..own };
    let named = |row: &osteon_reference, maker: osteon_manufacturer| {
        let settings = osteon_settings {
            references: ptr::from_ref(row),
            reference_count: 1,
            ..empty::<osteon_settings>()
        };
        let mut engine = ptr::null_mut();
        let scan = osteon_scan { manufacturer: maker as i32, ..empty() };
        let (person, line) = (woman(67.0), region(osteon_region::FemoralNeck, 0.72));
        let mut found = empty::<osteon_region_score>();
        // SAFETY: all pointers are of this scope; the engine is freed once.
        unsafe {
            let none = ptr::null_mut();
            assert_eq!(osteon_engine_new(&raw const settings, &raw mut engine, none), osteon_status::Ok);
            let (person, scan, line) = (&raw const person, &raw const scan, &raw const line);
            assert_eq!(
                osteon_score_region(engine, person, scan, line, &raw mut found, none),
                osteon_status::Ok
            );
            osteon_engine_free(engine);
        }
        found.reference_is_callers
    };
    let (hologic, ge) = (osteon_manufacturer::Hologic, osteon_manufacturer::GeLunar);
    assert_eq!([named(&own, hologic), named(&own, ge)], [osteon_truth::Yes, osteon_truth::No]);
    assert_eq!([named(&all, hologic), named(&all, ge)], [osteon_truth::Yes; 2]);
}

#[test]
fn two_results_are_written_both_or_not_at_all() {
    let (mut sbmd, mut percent, mut told) = (-1.0, empty::<[osteon_number; 2]>(), Told::default());
    let (manufacturer, hip) = (osteon_manufacturer::Hologic as i32, osteon_region::TotalHip as i32);
    let misaligned = (&raw mut percent).cast::<osteon_number>().wrapping_byte_add(4);
    let mut call = |vertebrae: u32, percent: *mut osteon_number| {
        // SAFETY: all pointers are of this scope.
        let status = unsafe {
            osteon_standardised_bmd(
                0.9,
                manufacturer,
                hip,
                vertebrae,
                &raw mut sbmd,
                percent,
                &raw mut told.error,
            )
        };
        (status, sbmd, told.message().to_owned())
    };
    let (status, written, _) = call(0, misaligned);
    assert_eq!((status, written), (osteon_status::Misaligned, -1.0));
    let (status, written, said) = call(15, ptr::null_mut());
    assert_eq!((status, written), (osteon_status::Refused, -1.0));
    assert!(said.contains("only a lumbar spine has vertebrae"), "{said}");
    let (status, written, _) = call(0, ptr::null_mut());
    assert!(status == osteon_status::Ok && written > 0.0);
    let (mut code, mut two) = (osteon_text::default(), [osteon_text::default(); 2]);
    let misaligned = two.as_mut_ptr().wrapping_byte_add(4);
    // SAFETY: all pointers are of this scope.
    let status = unsafe { osteon_flag_text(0, &raw mut code, misaligned) };
    assert_eq!((status, code.data.is_null()), (osteon_status::Misaligned, true));
}

#[test]
fn vertebrae_of_a_region_that_has_none_are_refused() {
    let hip = osteon_scan_region { vertebrae: 15, ..region(osteon_region::TotalHip, 0.9) };
    let (status, _, told) = score(&woman(67.0), &hip);
    assert_eq!(status, osteon_status::Refused);
    assert!(told.message().contains("vertebrae"), "{}", told.message());
}
