//! Bits of a column: validity, and yes or no, in Arrow's layout.

/// A run of bits: bit `i` is bit `(offset + i) % 8` of byte `(offset + i) / 8`.
///
/// ```
/// use osteon::batch::Bits;
/// let bits = Bits::new(&[0b0000_0101], 0, 3).unwrap();
/// assert_eq!([0, 1, 2, 3].map(|i| bits.get(i)), [true, false, true, false]);
/// assert!(Bits::new(&[0], 6, 3).is_none());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Bits<'a> {
    bytes: &'a [u8],
    offset: usize,
    len: usize,
}

impl<'a> Bits<'a> {
    /// `len` bits from bit `offset` on; `None` where the bytes are too few.
    #[must_use]
    pub fn new(bytes: &'a [u8], offset: usize, len: usize) -> Option<Self> {
        let needed = offset.checked_add(len)?.div_ceil(8);
        (bytes.len() >= needed).then_some(Self { bytes, offset, len })
    }

    /// How many.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Bit `i`; not set beyond the end.
    #[must_use]
    #[inline]
    pub fn get(&self, i: usize) -> bool {
        if i >= self.len {
            return false;
        }
        let at = self.offset + i;
        self.bytes.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 != 0)
    }

    /// The 64 bits from bit `i` on, the first the lowest; those beyond the end are anything.
    pub(super) fn word(&self, i: usize) -> u64 {
        let at = self.offset + i;
        let (bytes, shift) = (self.bytes.get(at / 8..).unwrap_or_default(), at % 8);
        let mut nine = [0_u8; 16];
        for (to, byte) in nine.iter_mut().zip(bytes).take(9) {
            *to = *byte;
        }
        (u128::from_le_bytes(nine) >> shift) as u64
    }
}

/// Sets or clears bit `i` of a bitmap.
#[inline]
pub(super) fn set_bit(bits: &mut [u8], i: usize, value: bool) {
    if let Some(byte) = bits.get_mut(i / 8) {
        *byte = *byte & !(1 << (i % 8)) | u8::from(value) << (i % 8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_bits_from_its_first_on() {
        let bytes: Vec<u8> = (0..40_u8).map(|i| i.wrapping_mul(73) ^ 0x5a).collect();
        for offset in 0..11 {
            let len = bytes.len() * 8 - offset;
            let bits = Bits::new(&bytes, offset, len).unwrap();
            for i in [0, 1, 63, 64, 200, len - 1] {
                for at in 0..64.min(len - i) {
                    assert_eq!(bits.word(i) >> at & 1 == 1, bits.get(i + at), "{offset} {i} {at}");
                }
            }
        }
        assert_eq!(Bits::new(&[], 0, 0).unwrap().word(64), 0);
    }
}
