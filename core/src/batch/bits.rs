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
        let at = self.offset + i;
        i < self.len && self.bytes.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 != 0)
    }
}

/// Sets or clears bit `i` of a bitmap.
#[inline]
pub(super) fn set_bit(bits: &mut [u8], i: usize, value: bool) {
    if let Some(byte) = bits.get_mut(i / 8) {
        *byte = *byte & !(1 << (i % 8)) | u8::from(value) << (i % 8);
    }
}
