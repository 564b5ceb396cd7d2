//! The rounding policy, as a call of its own.

use osteon::error::{Code, Refusal};
use osteon::rounding::{HalfRule, round};

use crate::abi::{guard, osteon_error, osteon_status, out_value};
use crate::codes::mirrors;

/// Where a half goes.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_half_rule {
    /// Not stated.
    Unknown = 0,
    /// Away from zero: what Osteon reports T- and Z-scores by, at one decimal.
    AwayFromZero = 1,
    /// To the even neighbour.
    ToEven = 2,
    /// Towards plus infinity.
    Up = 3,
    /// Towards minus infinity.
    Down = 4,
}

mirrors!(osteon_half_rule, HalfRule, { AwayFromZero, ToEven, Up, Down });

/// Rounds to so many decimals, 0 to 9; `half` (an osteon_half_rule) says where a half goes. A stated decimal at a
/// boundary is at the boundary, whatever binary floating point makes of it: a half is what is within 1e-8 of the last
/// decimal of one, or within 1e-14 of the number's own size where that is more (with one decimal: 1e-9). The result is the
/// double that is nearest to the decimal, and never minus zero. With one decimal and OSTEON_HALF_RULE_AWAY_FROM_ZERO it is the reported score that
/// classes compare.
///
/// Refused: what is no number, more decimals, a number of more than twelve digits in all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_round(
    value: f64,
    decimals: u32,
    half: i32,
    rounded: *mut f64,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(error, || {
            let half = osteon_half_rule::read(half)?
                .ok_or_else(|| Refusal::new(Code::Missing, "half", "", "say where a half goes"))?;
            let decimals = u8::try_from(decimals).unwrap_or(u8::MAX);
            out_value(rounded, round(value, decimals, half)?, "rounded")
        })
    }
}
