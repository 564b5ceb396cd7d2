//! The loops over columns that the module of the npm package has, compiled for speed where the rest of the module is
//! compiled for size.
//!
//! A crate of its own, since a crate compiled so is larger by whatever it instantiates: here that is these loops alone.
//! They are never inlined: in a caller that is compiled for size they would be too.
#![forbid(unsafe_code)]

use osteon::error::Refusal;
use osteon::risk::qfracture::{ColumnEquations, ColumnRisks, Columns};

/// [`ColumnEquations::risks`].
///
/// # Errors
/// As there.
#[inline(never)]
pub fn qfracture(
    equations: &ColumnEquations,
    people: &Columns<'_>,
    risks: ColumnRisks<'_>,
) -> Result<(), Refusal> {
    equations.risks(people, risks)
}

/// The factors of each row in bits, from a column of bytes a factor, one after another: 1 is present, 0 absent. Another
/// byte sets all bits, more than there are factors, so that the row is refused. Each factor has the bit of its place in
/// `bits`.
#[inline(never)]
pub fn factor_sets(bits: &[u8], columns: &[u8], sets: &mut [u32]) {
    let rows = sets.len().max(1);
    for (place, sets) in sets.chunks_mut(TILE).enumerate() {
        for (bit, column) in bits.iter().zip(columns.chunks_exact(rows)) {
            for (set, present) in sets.iter_mut().zip(column.get(place * TILE..).unwrap_or_default()) {
                let neither = if *present > 1 { u32::MAX } else { 0 };
                *set |= u32::from(*present).wrapping_shl(u32::from(*bit)) | neither;
            }
        }
    }
}

/// Rows whose sets stay in the nearest cache.
const TILE: usize = 2048;
