//! Whether a printed T-score is what its reference gives from the printed BMD.
//!
//! A machine computes from the unrounded BMD and prints rounded values, so the check is between
//! intervals: the T-scores that the printed BMD allows, and the values that the printed T stands for.

use crate::document::{Region, Sex, Vertebrae};
use crate::reference::young_adult::{self, Unit};

use super::flags::{Flag, Flags};
use super::machine::Machine;
use super::score::Reference;
use super::setup::Setup;
use super::t_score::standard_score;

/// Whether a printed T-score fits a reference, given the BMD as printed.
///
/// ```
/// use osteon::densitometry::print_fits;
/// // GE Prodigy total hip 0.800 printed -1.6 against 1.008 (0.126): -1.65 lies in both intervals.
/// assert!(print_fits(-1.6, 0.800, 1.008, 0.126));
/// assert!(!print_fits(-1.6, 0.800, 1.109, 0.148));
/// ```
#[must_use]
pub fn print_fits(printed_t: f64, bmd: f64, mean: f64, sd: f64) -> bool {
    let half_bmd = half_unit(bmd, if bmd > 10.0 { 0 } else { 3 });
    let half_t = half_unit(printed_t, 1);
    // A little more than half a unit: both ends may be ties.
    let slack = 1e-9;
    let low = standard_score(bmd - half_bmd, mean, sd);
    let high = standard_score(bmd + half_bmd, mean, sd);
    low <= printed_t + half_t + slack && high >= printed_t - half_t - slack
}

/// Half a unit of the last decimal of a printed number that has at least `decimals` of them.
fn half_unit(x: f64, decimals: u8) -> f64 {
    let mut unit = match decimals {
        0 => 1.0,
        1 => 0.1,
        _ => 0.001,
    };
    for _ in 0..4 {
        let steps = x / unit;
        if (steps - (steps + 0.5).floor()).abs() < 1e-6 {
            break;
        }
        unit /= 10.0;
    }
    unit / 2.0
}

/// What was printed, and of what.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Print<'e> {
    pub(crate) t: f64,
    pub(crate) value: f64,
    pub(crate) unit: Unit,
    pub(crate) region: Region,
    pub(crate) vertebrae: Vertebrae,
    /// The reference that applies by ISCD, if one is held.
    pub(crate) applies: Option<Reference<'e>>,
}

/// Finds the reference that reproduces a print, and says what that means.
pub(crate) fn check<'e>(
    print: &Print<'e>,
    setup: &'e Setup,
    machine: &Machine,
) -> (Option<Reference<'e>>, Flags) {
    let mut flags = Flags::default();
    let fits = |reference: Reference<'e>| print_fits(print.t, print.value, reference.mean(), reference.sd());
    // A report that names a male reference is checked against it first.
    let names_male = flags_male(machine);
    if let Some(reference) = print.applies
        && !names_male
        && fits(reference)
    {
        return (Some(reference), flags);
    }
    let mut any = print.applies.is_some();
    let male_of_caller = setup
        .caller_reference(machine.manufacturer, Sex::Male, print.region, print.vertebrae)
        .map(Reference::Caller);
    let held = young_adult::candidates(
        machine.manufacturer,
        machine.model,
        machine.database,
        print.region,
        print.vertebrae,
        print.unit,
    );
    for reference in male_of_caller.into_iter().chain(held.map(Reference::Held)) {
        any = true;
        if print.applies.is_some_and(|applies| applies.same_as(reference)) || !fits(reference) {
            continue;
        }
        let (male, unverified) = match reference {
            Reference::Caller(_) => (true, false),
            Reference::Held(row) => (row.sex == Sex::Male, !row.confidence.is_verified()),
        };
        flags.set(if male { Flag::PrintedTFitsMaleReference } else { Flag::PrintedTFitsOtherReference });
        flags.set_if(unverified, Flag::UnverifiedReference);
        return (Some(reference), flags);
    }
    if let Some(reference) = print.applies
        && fits(reference)
    {
        return (Some(reference), flags);
    }
    flags.set(if any { Flag::PrintedTDiffers } else { Flag::PrintedTUnchecked });
    (None, flags)
}

fn flags_male(machine: &Machine) -> bool {
    machine.flags.has(Flag::MaleReferenceNamed)
}
