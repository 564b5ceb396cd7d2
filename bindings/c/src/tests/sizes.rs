//! Programs of the first release of each structure are understood for good: the sizes that they give are kept in `abi`.

use core::ffi::c_char;
use std::collections::BTreeMap;

use super::support::{Told, empty};
use crate::abi::{Sized_, in_array, in_struct, osteon_buffer, osteon_error, osteon_status, out_struct};
use crate::assessment::*;
use crate::columns::*;
use crate::engine::{osteon_reference, osteon_settings};
use crate::measure::*;
use crate::patient::*;
use crate::references::{osteon_age_matched, osteon_young_adult};
use crate::region::{osteon_scan, osteon_scan_region};
use crate::registry::{osteon_entry, osteon_model_outcome};
use crate::rules::osteon_guideline_rule;

/// Bytes of a caller: a structure of so many, zero but for its size, and a mark behind it.
fn of_caller(size: usize) -> Vec<u64> {
    let mut bytes = vec![0; size.div_ceil(8)];
    bytes.push(0x5555_5555_5555_5555);
    bytes[0] = size as u64;
    bytes
}

fn written<T: Sized_>() -> bool {
    let mut bytes = of_caller(T::FIRST);
    // SAFETY: zero is a value of every code, number and pointer.
    let value: T = unsafe { core::mem::zeroed() };
    // SAFETY: as large as it says, and aligned.
    let done = unsafe { out_struct(bytes.as_mut_ptr().cast::<T>(), value, "structure") };
    done.is_ok() && *bytes.last().unwrap() == 0x5555_5555_5555_5555 && bytes[0] == T::FIRST as u64
}

fn read<T: crate::abi::FromCaller>() -> bool {
    let bytes = of_caller(T::FIRST);
    let smaller = of_caller(T::FIRST - 4);
    // SAFETY: as large as they say, and aligned.
    unsafe {
        let too_small = in_struct(smaller.as_ptr().cast::<T>(), "structure").map(|_| ());
        in_struct(bytes.as_ptr().cast::<T>(), "structure").is_ok()
            && in_array(bytes.as_ptr().cast::<T>(), 1, "structures").is_ok()
            && too_small.is_err_and(|failure| failure.status == osteon_status::StructTooSmall)
    }
}

#[test]
fn what_is_kept_for_later_is_zero() {
    macro_rules! refuses {
        ($($Structure:ident)+) => {
            $({
                let newer = $Structure { reserved: 1, ..empty::<$Structure>() };
                // SAFETY: as large as it says.
                let read = unsafe { in_struct(&raw const newer, "structure") };
                assert_eq!(read.unwrap_err().status, osteon_status::StructTooNew, "{}", stringify!($Structure));
            })+
        };
    }
    refuses!(osteon_lab osteon_run osteon_scan_region osteon_settings osteon_treatment);
}

#[test]
fn a_count_alone_takes_no_memory() {
    let mut regions = vec![empty::<osteon_scan_region>(); 3];
    regions[2].size = 1;
    let (read, largest) = super::allocated::largest(|| {
        // SAFETY: the third, which is not as large as the first, is the last that is looked at.
        unsafe { in_array(regions.as_ptr(), 1 << 20, "regions") }
    });
    assert_eq!(read.unwrap_err().status, osteon_status::StructTooSmall);
    assert!(largest < 1 << 16, "{largest} bytes at once");
}

/// The error of a program that is newer than the library: it has one buffer more.
#[repr(C)]
struct Newer {
    known: osteon_error,
    more: osteon_buffer,
}

#[test]
fn an_error_of_a_newer_program_is_told_what_is_known() {
    let (mut told, mut more) = (Told::default(), [b'-' as c_char; 4]);
    told.error.size = size_of::<Newer>() as u32;
    told.error.reserved = 7;
    let buffer = osteon_buffer { data: more.as_mut_ptr(), capacity: more.len(), length: 9 };
    let mut newer = Newer { known: told.error, more: buffer };
    let mut score = 0.0;
    // SAFETY: all pointers are of this scope, and the error is as large as it says.
    let status = unsafe { osteon_t_score(0.02, 0.9, 0.1, &raw mut score, (&raw mut newer).cast()) };
    assert_eq!((status, newer.known.code), (osteon_status::Refused, 201));
    assert!(told.message().contains("0.02"), "{}", told.message());
    assert_eq!(newer.known.reserved, 0);
    assert_eq!((newer.more.data, newer.more.length, more[0]), (more.as_mut_ptr(), 9, b'-' as c_char));
}

#[test]
#[cfg(target_pointer_width = "64")]
fn sizes_of_the_first_release_are_taken() {
    let mut held = BTreeMap::new();
    macro_rules! hold {
        ($use:ident: $($Structure:ident)+) => {
            $(
                held.insert(stringify!($Structure), $Structure::FIRST);
                assert!($use::<$Structure>(), "{}", stringify!($Structure));
            )+
        };
    }
    hold!(read: osteon_answer_column osteon_column osteon_error osteon_fracture osteon_lab osteon_person
        osteon_reference osteon_repeat_scan osteon_run osteon_scan osteon_scan_region osteon_settings osteon_treatment);
    hold!(written: osteon_access osteon_benefit osteon_change osteon_column_description osteon_counts osteon_course
        osteon_densitometric_class osteon_diagnosis osteon_disagreement osteon_entry osteon_guideline osteon_head
        osteon_model_outcome osteon_precision osteon_region_score osteon_risk osteon_safety osteon_score osteon_tbs
        osteon_triage osteon_work_up osteon_age_matched osteon_field osteon_guideline_rule osteon_young_adult);
    // The library makes it, and says its size: no caller states it.
    held.insert("osteon_reject", size_of::<osteon_reject>());
    let kept = include_str!("../../abi/osteon-1-first.txt");
    let mut kept: BTreeMap<&str, usize> = kept
        .lines()
        .map(|line| line.split_once(' ').unwrap())
        .map(|(name, size)| (name, size.parse().unwrap()))
        .collect();
    for (name, first) in held {
        assert_eq!(kept.remove(name), Some(first), "{name}: its first size never changes; see abi/check.sh");
    }
    assert!(kept.is_empty(), "not held to their first size: {kept:?}");
}
