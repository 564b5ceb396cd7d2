//! The score of one region.

use osteon::densitometry::{self, Flag, Reference, Score, Setup};
use osteon::document::options::SbmdSpine;
use osteon::error::{Code, Refusal};
use osteon::quantity::TScore;

use super::person::{document, osteon_person};
use crate::abi::{
    Failure, Sized_, can_take, guard, osteon_error, osteon_number, osteon_status, osteon_text, osteon_truth,
    out_struct, out_value, reference, up_to,
};
use crate::codes::osteon_t_source;
use crate::engine::osteon_engine;
use crate::region::{osteon_scan, osteon_scan_region};

/// The score of one region, with what must be said beside it. Texts live as long as the engine.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_region_score {
    /// sizeof(osteon_region_score).
    pub size: u32,
    /// OSTEON_TRUTH_YES: `t_score` is the printed one, since none can be computed.
    pub t_is_printed: osteon_truth,
    /// T-score, exact; computed where it can be. None where it must not be given: `withheld` says why.
    pub t_score: osteon_number,
    /// `t_score` to report: one decimal, half away from zero. Reference and interval are those of `t_score`.
    pub t_score_reported: osteon_number,
    /// The T-score that classes compare, by `t_source`: the printed one where a print drives. One decimal, but for an
    /// engine that compares exact ones.
    pub t_score_compared: osteon_number,
    /// Lower end of the 95 % interval of `t_score`, from precision error; none where it is printed.
    pub t_score_low: osteon_number,
    /// Upper end.
    pub t_score_high: osteon_number,
    /// Z-score, exact.
    pub z_score: osteon_number,
    /// Standardised BMD, mg/cm2.
    pub sbmd_mg_cm2: osteon_number,
    /// What the conversion leaves in one person, %.
    pub sbmd_error_percent: osteon_number,
    /// Young adult mean behind the computed T-score, g/cm2 (mg/cm2 for a standardised BMD).
    pub reference_mean: osteon_number,
    /// Its standard deviation.
    pub reference_sd: osteon_number,
    /// Id of that reference.
    pub reference_id: osteon_text,
    /// OSTEON_TRUTH_YES: it is the caller's own.
    pub reference_is_callers: osteon_truth,
    /// Which T-score drives: a print unless the engine is set otherwise, and then the computed one unless there is none.
    pub t_source: osteon_t_source,
    /// Why no T-score is given: a code, such as `man_under_50`.
    pub withheld: osteon_text,
    /// The same in a sentence.
    pub withheld_text: osteon_text,
    /// Why no Z-score is given: a code.
    pub z_withheld: osteon_text,
    /// The same in a sentence.
    pub z_withheld_text: osteon_text,
    /// What to know: a set of bits; osteon_flag_text says what each means.
    pub flags: u64,
}

// SAFETY: integers, numbers and pointers; it begins with `size`. Only the library writes one.
unsafe impl Sized_ for osteon_region_score {
    const FIRST: usize = up_to!(osteon_region_score, flags);
}

/// Scores one region of one scan, as a whole assessment of the same facts would: T-score where one must be given, Z-score,
/// standardised BMD. `person` says for whom: sex and age must be known; a fact that is not stated there is not known here. A single vertebra has a score, and no class.
///
/// Refused: a value outside its limits (BMD 0.1 to 3.0 g/cm2, T and Z -10 to 10, age 0 to 120), or a likely slip of the unit.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_score_region(
    engine: *const osteon_engine,
    person: *const osteon_person,
    scan: *const osteon_scan,
    region: *const osteon_scan_region,
    score: *mut osteon_region_score,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(error, || {
            let engine = &reference(engine, "engine")?.engine;
            let mut patient = document(person, scan, region, 1)?;
            let mut refusals = Vec::new();
            let scored = engine.session().scored(&mut patient, true, &mut refusals, |_, scores, _| {
                scores.first().map(|score| of(score, engine.setup()))
            });
            match scored {
                Some(Some(found)) => out_struct(score, found, "score"),
                Some(None) => {
                    let limit = "state the region, and a BMD or a printed score";
                    Err(Refusal::new(Code::Missing, "region", "", limit).into())
                }
                None => Err(refusals.into()),
            }
        })
    }
}

/// A score as the header has it.
///
/// The texts of a caller's reference stand in the engine, all others in the library.
fn of(score: &Score<'_>, setup: &Setup) -> osteon_region_score {
    let standardised = score.standardised(setup.options.sbmd_spine.unwrap_or(SbmdSpine::Hui1997));
    let id = score.reference.map(|reference| match reference {
        Reference::Held(row) => row.id,
        Reference::Caller(row) => row.id.as_str(),
    });
    let (withheld, z_withheld) = (score.withheld, score.z.err().filter(|_| score.z_shown().is_none()));
    let (shown, interval) = (score.t_shown(), score.interval);
    osteon_region_score {
        size: 0,
        t_is_printed: shown.map(|_| score.computed_t.is_none()).into(),
        t_score: shown.into(),
        t_score_reported: shown.map(|t| TScore(t).reported().to_f64()).into(),
        t_score_compared: score.t_in_force().map(|t| setup.compared(t).to_f64()).into(),
        t_score_low: interval.map(|interval| interval.low()).into(),
        t_score_high: interval.map(|interval| interval.high()).into(),
        z_score: score.z_shown().into(),
        sbmd_mg_cm2: standardised.map(|found| found.sbmd.mg_per_cm2()).into(),
        sbmd_error_percent: standardised.and_then(|found| found.error_percent).into(),
        reference_mean: score.reference.map(Reference::mean).into(),
        reference_sd: score.reference.map(Reference::sd).into(),
        reference_id: id.into(),
        reference_is_callers: score.reference.map(|one| matches!(one, Reference::Caller(_))).into(),
        t_source: score.t_source.into(),
        withheld: withheld.map(densitometry::Withheld::as_str).into(),
        withheld_text: withheld.map(densitometry::Withheld::text).into(),
        z_withheld: z_withheld.map(densitometry::Withheld::as_str).into(),
        z_withheld_text: z_withheld.map(densitometry::Withheld::text).into(),
        flags: bits(score.flags),
    }
}

/// Flags as bits, each at the place of its number.
pub(super) fn bits(flags: densitometry::Flags) -> u64 {
    flags.iter().fold(0, |bits, flag| bits | 1 << flag as u8)
}

/// What bit number `bit` of a set of flags means: its code in documents, and a sentence. Both are static. Either may be
/// NULL. OSTEON_STATUS_NOT_FOUND where no flag has this bit.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_flag_text(
    bit: u32,
    code: *mut osteon_text,
    sentence: *mut osteon_text,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(core::ptr::null_mut(), || {
            let flag = Flag::ALL.iter().copied().find(|&flag| flag as u32 == bit);
            let flag = flag.ok_or_else(|| Failure::not_found("no flag has this bit"))?;
            for to in [code, sentence].into_iter().filter(|to| !to.is_null()) {
                can_take(to, "text of a flag")?;
            }
            for (to, text) in [(code, flag.as_str()), (sentence, flag.text())] {
                if !to.is_null() {
                    out_value(to, osteon_text::from(text), "text of a flag")?;
                }
            }
            Ok(())
        })
    }
}
