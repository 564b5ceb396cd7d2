//! A scan is taken whole, or refused by the name of what is wrong with it.

use core::ptr;

use osteon::document::{Lms, Region, Scan, ScanRegion, Side};

use super::support::{Told, empty, known, text};
use crate::abi::{osteon_number, osteon_status, osteon_truth};
use crate::codes::{osteon_region, osteon_side};
use crate::patient::{osteon_patient, osteon_patient_add_scan, osteon_patient_free, osteon_patient_new};
use crate::region::{osteon_scan, osteon_scan_region};

/// What is said of a scan of these lines after another one, and the scans that stand then.
fn after_another(lines: &[osteon_scan_region]) -> (osteon_status, Vec<Scan>, Told) {
    let (mut patient, mut told): (*mut osteon_patient, _) = (ptr::null_mut(), Told::default());
    let scan = empty::<osteon_scan>();
    // SAFETY: all pointers are of this scope; the person is freed once.
    unsafe {
        assert_eq!(osteon_patient_new(&raw mut patient, ptr::null_mut()), osteon_status::Ok);
        let empty_scan = osteon_patient_add_scan(patient, &raw const scan, ptr::null(), 0, ptr::null_mut());
        assert_eq!(empty_scan, osteon_status::Ok);
        let (first, count) = (lines.as_ptr(), lines.len());
        let status = osteon_patient_add_scan(patient, &raw const scan, first, count, &raw mut told.error);
        let scans = (*patient).document.scans.clone().unwrap();
        osteon_patient_free(patient);
        (status, scans, told)
    }
}

fn hip(side: osteon_side, precision: f64) -> osteon_scan_region {
    osteon_scan_region {
        region: osteon_region::TotalHip as i32,
        side: side as i32,
        bmd_g_cm2: known(0.8),
        precision_g_cm2: known(precision),
        ..empty()
    }
}

/// Precision is of the region: were the last line to win, the order of lines would decide whether a change counts.
#[test]
fn two_precision_errors_of_one_region_are_refused_in_either_order() {
    for (left, right) in [(0.009, 0.020), (0.020, 0.009)] {
        let (status, scans, told) =
            after_another(&[hip(osteon_side::Left, left), hip(osteon_side::Right, right)]);
        assert_eq!((status, told.error.code), (osteon_status::Refused, 401));
        assert!(told.message().starts_with("scans[1].precision_g_cm2.total_hip: "), "{}", told.message());
        assert_eq!(scans.len(), 1);
    }
    let spine = |vertebrae, precision| osteon_scan_region {
        region: osteon_region::LumbarSpine as i32,
        vertebrae,
        ..hip(osteon_side::Unknown, precision)
    };
    let (status, ..) = after_another(&[spine(15, 0.010), spine(14, 0.012)]);
    assert_eq!(status, osteon_status::Refused);
    let same = [hip(osteon_side::Left, 0.009), hip(osteon_side::Right, 0.009), spine(15, 0.010)];
    let (status, scans, _) = after_another(&same);
    assert_eq!((status, scans.len()), (osteon_status::Ok, 2));
    let silent =
        osteon_scan_region { precision_g_cm2: osteon_number::default(), ..hip(osteon_side::Right, 0.0) };
    let (status, scans, _) = after_another(&[hip(osteon_side::Left, 0.009), silent]);
    assert_eq!(status, osteon_status::Ok);
    let precision = scans[1].precision_g_cm2.as_ref().unwrap();
    assert_eq!(precision.values().copied().collect::<Vec<_>>(), [0.009]);
}

#[test]
fn a_line_of_a_report_has_a_place_for_all_of_it() {
    let line = osteon_scan_region {
        percent_young_adult: known(68.0),
        percent_age_matched: known(91.5),
        excluded: osteon_truth::Yes as i32,
        exclusion_reason: text("a vertebral fracture"),
        lms_l: known(1.0),
        lms_m: known(0.9),
        lms_s: known(0.1),
        ..hip(osteon_side::Left, 0.009)
    };
    let (status, scans, _) = after_another(&[line]);
    assert_eq!(status, osteon_status::Ok);
    let expected = ScanRegion {
        region: Some(Region::TotalHip),
        side: Some(Side::Left),
        bmd_g_cm2: Some(0.8),
        percent_young_adult: Some(68.0),
        percent_age_matched: Some(91.5),
        excluded: Some(true),
        exclusion_reason: Some("a vertebral fracture".to_owned()),
        lms: Some(Lms { l: 1.0, m: 0.9, s: 0.1 }),
        ..ScanRegion::default()
    };
    assert_eq!(scans[1].regions, Some(vec![expected]));
}

#[test]
fn half_an_age_reference_is_refused_by_its_field() {
    let half = osteon_scan_region { lms_l: known(1.0), ..hip(osteon_side::Left, 0.009) };
    let (status, scans, told) = after_another(&[hip(osteon_side::Right, 0.009), half]);
    assert_eq!((status, told.error.code, scans.len()), (osteon_status::Refused, 301, 1));
    assert!(told.message().starts_with("scans[1].regions[1].lms: "), "{}", told.message());
}
