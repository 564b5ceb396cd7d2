//! T-scores of a column.

use core::fmt;

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

#[inline(always)]
fn kernel(
    bmd: &[f64],
    validity: Option<&[u8]>,
    mean: f64,
    sd: f64,
    out: &mut [f64],
    out_validity: &mut [u8],
) {
    let (blocks, rest) = bmd.as_chunks::<8>();
    let (out_blocks, out_rest) = out.as_chunks_mut::<8>();
    let (bits, bits_rest) = out_validity.split_at_mut(blocks.len());
    let given = |i: usize| validity.map_or(0xff, |validity| validity.get(i).copied().unwrap_or(0));
    for (i, ((x, t), bits)) in blocks.iter().zip(out_blocks).zip(bits).enumerate() {
        let mut inside = 0_u8;
        for (lane, (x, t)) in x.iter().zip(t).enumerate() {
            *t = standard_score(*x, mean, sd);
            inside |= u8::from((*x >= Bmd::MIN) & (*x <= Bmd::MAX)) << lane;
        }
        *bits = inside & given(i);
    }
    if let (false, Some(bits)) = (rest.is_empty(), bits_rest.first_mut()) {
        let mut inside = 0_u8;
        for (lane, (x, t)) in rest.iter().zip(out_rest).enumerate() {
            *t = standard_score(*x, mean, sd);
            inside |= u8::from((*x >= Bmd::MIN) & (*x <= Bmd::MAX)) << lane;
        }
        *bits = inside & given(blocks.len());
    }
}
