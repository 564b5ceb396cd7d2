//! T-scores of a column.

use core::fmt;

use crate::bytes::lowest_bits;
use crate::quantity::Bmd;

use super::t_score::standard_score;

/// Why a column was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ColumnError {
    /// The output has another length than the input.
    Length {
        /// Length of the input.
        input: usize,
        /// Length of the output.
        output: usize,
    },
    /// A validity bitmap is too short for the column.
    Validity {
        /// Bytes needed.
        needed: usize,
        /// Bytes given.
        given: usize,
    },
}

impl fmt::Display for ColumnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { input, output } => write!(f, "output of {output} for an input of {input}"),
            Self::Validity { needed, given } => {
                write!(f, "a validity bitmap of {given} bytes; {needed} are needed")
            }
        }
    }
}

impl core::error::Error for ColumnError {}

/// T-scores of a column of BMDs (g/cm2) against one young adult reference, without a branch a row.
///
/// `validity` is Arrow's bitmap (bit i of byte i / 8; `None`: all valid). A row is valid in
/// `out_validity` if it is valid in the input and its BMD is within [`Bmd`]'s range; NaN is not.
/// The value of an invalid row in `out` means nothing. The same bits as [`t_score`](super::t_score()).
///
/// # Errors
/// Lengths that do not fit.
///
/// ```
/// use osteon::densitometry::t_score_column;
/// let (mut t, mut valid) = ([0.0; 3], [0_u8; 1]);
/// t_score_column(&[0.558, f64::NAN, 0.978], None, 0.858, 0.120, &mut t, &mut valid).unwrap();
/// assert_eq!(valid, [0b101]);
/// assert!((t[0] + 2.5).abs() < 1e-12);
/// ```
pub fn t_score_column(
    bmd: &[f64],
    validity: Option<&[u8]>,
    young_adult_mean: f64,
    young_adult_sd: f64,
    out: &mut [f64],
    out_validity: &mut [u8],
) -> Result<(), ColumnError> {
    if out.len() != bmd.len() {
        return Err(ColumnError::Length { input: bmd.len(), output: out.len() });
    }
    let needed = bmd.len().div_ceil(8);
    let given = validity.map_or(needed, <[u8]>::len).min(out_validity.len());
    if given < needed {
        return Err(ColumnError::Validity { needed, given });
    }
    pulp::Arch::new().dispatch(Kernel { bmd, validity, young_adult_mean, young_adult_sd, out, out_validity });
    Ok(())
}

/// The loop, for the instructions that the machine has. A closure in its place may be compiled for the oldest machine
/// only, since what calls it is not inlined.
struct Kernel<'a> {
    bmd: &'a [f64],
    validity: Option<&'a [u8]>,
    young_adult_mean: f64,
    young_adult_sd: f64,
    out: &'a mut [f64],
    out_validity: &'a mut [u8],
}

impl pulp::WithSimd for Kernel<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) {
        let Self { bmd, validity, young_adult_mean, young_adult_sd, out, out_validity } = self;
        kernel(bmd, validity, young_adult_mean, young_adult_sd, out, out_validity);
    }
}

/// Values that are worked on at a time: what is read twice is then still near.
const NEAR: usize = 512;

#[inline(always)]
fn kernel(
    bmd: &[f64],
    validity: Option<&[u8]>,
    mean: f64,
    sd: f64,
    out: &mut [f64],
    out_validity: &mut [u8],
) {
    let mut inside = [0_u8; NEAR];
    let parts = bmd.chunks(NEAR).zip(out.chunks_mut(NEAR)).zip(out_validity.chunks_mut(NEAR / 8));
    for (part, ((x, t), bits)) in parts.enumerate() {
        for (x, t) in x.iter().zip(t) {
            *t = standard_score(*x, mean, sd);
        }
        // One plain loop each, so that each becomes vectors: scores, then a byte a value, then a bit a byte.
        inside.fill(0);
        for (x, inside) in x.iter().zip(&mut inside) {
            *inside = u8::from((*x >= Bmd::MIN) & (*x <= Bmd::MAX));
        }
        let (eights, _) = inside.as_chunks::<8>();
        let first = part * (NEAR / 8);
        let needed = x.len().div_ceil(8);
        for (place, (eight, bits)) in eights.iter().zip(bits).enumerate().take(needed) {
            let given = validity.map_or(0xff, |all| all.get(first + place).copied().unwrap_or(0));
            *bits = lowest_bits(u64::from_le_bytes(*eight)) as u8 & given;
        }
    }
}
