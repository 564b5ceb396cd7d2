//! From planes to one byte a row.

use crate::rule::mask::{BLOCK, Lanes, WORDS};

/// Writes of each row the code of the plane that has it, the place of the plane; 0 where none has it.
pub(super) fn put_codes(planes: impl Iterator<Item = Lanes>, codes: &mut [u8]) {
    let mut bits = [Lanes::default(); 4];
    for (code, plane) in planes.enumerate() {
        for (bit, all) in bits.iter_mut().enumerate() {
            if code >> bit & 1 == 1 {
                *all = *all | plane;
            }
        }
    }
    put_bits(bits.into_iter(), codes);
}

/// Writes of each row a byte whose bits are those of up to eight planes, the first the lowest.
pub(super) fn put_bits(planes: impl Iterator<Item = Lanes>, bytes: &mut [u8]) {
    let mut all = [[0_u8; 8]; BLOCK / 8];
    for (bit, plane) in planes.take(8).enumerate() {
        if plane == Lanes::default() {
            continue;
        }
        let of_bytes = plane.0.iter().flat_map(|word| word.to_le_bytes());
        for (rows, byte) in all.iter_mut().zip(of_bytes) {
            *rows = (u64::from_le_bytes(*rows) | spread(byte) << bit).to_le_bytes();
        }
    }
    for (slot, byte) in bytes.iter_mut().take(WORDS * 64).zip(all.as_flattened()) {
        *slot = *byte;
    }
}

/// The bits of a byte, each as a byte of 0 or 1.
#[inline(always)]
fn spread(byte: u8) -> u64 {
    // Byte `b` keeps bit `b`; what is added carries it to the top of its byte, whatever its place.
    let apart = (u64::from(byte) * 0x0101_0101_0101_0101) & 0x8040_2010_0804_0201;
    ((apart + 0x0040_6070_787c_7e7f) >> 7) & 0x0101_0101_0101_0101
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_gets_the_code_of_its_plane() {
        let mut planes = [Lanes::default(); 16];
        let code = |row: usize| (row * row + row / 7) % 16;
        for row in 0..BLOCK {
            planes[code(row)].insert(row);
        }
        let (mut codes, mut few) = ([255_u8; BLOCK], [255_u8; 100]);
        put_codes(planes.into_iter(), &mut codes);
        put_codes(planes.into_iter(), &mut few);
        for (row, here) in codes.iter().enumerate() {
            assert_eq!(usize::from(*here), code(row), "row {row}");
        }
        assert_eq!(few, codes[..100]);
    }
}
