//! Bits of bytes, eight at a time.

/// The lowest bit of each of eight bytes, side by side.
#[inline(always)]
pub(crate) const fn lowest_bits(eight: u64) -> u64 {
    // Bit 0 of byte i goes to bit 56 + i, and nothing else is carried there.
    (eight & 0x0101_0101_0101_0101).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bit_a_byte_and_nothing_of_the_rest() {
        for bits in 0..=255_u8 {
            let bytes: [u8; 8] = core::array::from_fn(|at| 0xfe | (bits >> at & 1));
            assert_eq!(lowest_bits(u64::from_le_bytes(bytes)), u64::from(bits));
        }
    }
}
