//! A scan is taken whole, or refused by the name of what is wrong with it.

use core::ptr;

use osteon::document::Scan;

use super::support::{Told, empty, known};
use crate::abi::osteon_status;
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
    let silent = osteon_scan_region { precision_g_cm2: empty_number(), ..hip(osteon_side::Right, 0.0) };
    let (status, scans, _) = after_another(&[hip(osteon_side::Left, 0.009), silent]);
    assert_eq!(status, osteon_status::Ok);
    let precision = scans[1].precision_g_cm2.as_ref().unwrap();
    assert_eq!(precision.values().copied().collect::<Vec<_>>(), [0.009]);
}

fn empty_number() -> crate::abi::osteon_number {
    None::<f64>.into()
}
