//! Columns of the caller, as they are stored.

use core::ffi::c_void;

use ndarray::{ArrayView1, ShapeBuilder as _};
use osteon::batch::{Bits, Codes, Columns, TextRows, Values};

use crate::abi::{Failure, FromCaller, Outcome, Sized_, osteon_status, osteon_text, up_to};

/// How the values of a column are stored.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_storage {
    /// Not stated.
    #[allow(dead_code, reason = "it is only ever in the hands of callers")]
    Unknown = 0,
    /// double.
    F64 = 1,
    /// float; it is read as the shortest decimal that it is nearest to.
    F32 = 2,
    /// int64_t.
    I64 = 3,
    /// int32_t.
    I32 = 4,
    /// uint8_t, such as ages and counts.
    U8 = 5,
    /// Yes or no, a bit a row, as Arrow has it; `values_offset` is the bit of the first row.
    Bits = 6,
    /// int32_t, days since 1970-01-01.
    Days = 7,
    /// Text: `values` are the bytes of all rows, `offsets` are int32_t, one more than rows (Arrow's utf8).
    Utf8 = 8,
    /// The same with offsets of int64_t (Arrow's large_utf8).
    LargeUtf8 = 9,
    /// uint8_t, each the place of a word in `words`, from 0.
    WordsU8 = 10,
    /// int8_t, the same.
    WordsI8 = 11,
    /// uint16_t, the same.
    WordsU16 = 12,
    /// int16_t, the same.
    WordsI16 = 13,
    /// uint32_t, the same.
    WordsU32 = 14,
    /// int32_t, the same.
    WordsI32 = 15,
}

/// A column of people: a field of the patient document, flattened, and a value for each row. Everything is borrowed for
/// the time of the call.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_column {
    /// sizeof(osteon_column).
    pub size: u32,
    /// An osteon_storage.
    pub storage: i32,
    /// The field, such as `age_years` or `bmd_femoral_neck`; osteon_field_at lists them. Capitals are as small
    /// letters here; setters of a person take small ones only.
    pub name: osteon_text,
    /// The values, aligned for what they are.
    pub values: *const c_void,
    /// Bytes from one value to the next: a multiple of the size of a value; 0 is side by side. Bits, text and words have
    /// none.
    pub stride: isize,
    /// Of bits, the bit of the first row.
    pub values_offset: usize,
    /// Of text, how many bytes `values` has.
    pub values_length: usize,
    /// Of text, the offsets.
    pub offsets: *const c_void,
    /// A bit for each row, set where there is a value (bit i of byte i / 8, as Arrow has it); NULL: all have one.
    pub validity: *const u8,
    /// The bit of the first row in it.
    pub validity_offset: usize,
    /// Of words, the words.
    pub words: *const osteon_text,
    /// How many words.
    pub word_count: usize,
}

// SAFETY: integers and pointers; it begins with `size`.
unsafe impl Sized_ for osteon_column {
    const FIRST: usize = up_to!(osteon_column, word_count);
}
// SAFETY: as above.
unsafe impl FromCaller for osteon_column {
    fn reserved(&self) -> u32 {
        0
    }
}

/// The most rows of a call: 2^32 - 1, or where a size has 32 bits half of it, so that one more is one more.
const MOST_ROWS: usize = if usize::BITS > 32 { u32::MAX as usize } else { i32::MAX as usize };
const _: () = assert!(MOST_ROWS < usize::MAX);
/// The most words of a column.
const MOST_WORDS: usize = 1 << 20;

/// Words of the columns, by column; what columns of words borrow.
///
/// # Safety
/// Pointers in the columns are what they say for as long as `'a`.
pub(super) unsafe fn words<'a>(columns: &[osteon_column]) -> Outcome<Vec<Vec<&'a str>>> {
    let of = |column: &osteon_column| {
        if !is_words(column.storage) || column.word_count == 0 {
            return Ok(Vec::new());
        }
        if column.word_count > MOST_WORDS {
            return Err(Failure::of(osteon_status::TooLong, "a column has too many words"));
        }
        // SAFETY: the caller's promise.
        let words = unsafe { slice(column.words, column.word_count, "words") }?;
        // SAFETY: the caller's promise.
        words.iter().map(|word| unsafe { word.needed("a word") }).collect()
    };
    columns.iter().map(of).collect()
}

const fn is_words(storage: i32) -> bool {
    storage >= osteon_storage::WordsU8 as i32 && storage <= osteon_storage::WordsI32 as i32
}

/// The columns as the engine takes them.
///
/// # Safety
/// Pointers in the columns are what they say, for `rows` rows and as long as `'a`.
pub(super) unsafe fn read<'a>(
    columns: &[osteon_column],
    words: &'a [Vec<&'a str>],
    rows: usize,
) -> Outcome<Columns<'a>> {
    if rows > MOST_ROWS {
        return Err(Failure::of(
            osteon_status::TooLong,
            format!("{rows} rows; at most {MOST_ROWS} are taken"),
        ));
    }
    let mut people = Columns::new(rows);
    for (column, words) in columns.iter().zip(words) {
        // SAFETY: the caller's promise.
        let (name, values, validity) = unsafe {
            (
                column.name.needed("name of a column")?,
                column.values(words, rows)?,
                bits(column.validity, column.validity_offset, rows)?,
            )
        };
        people.push(name, values, validity)?;
    }
    Ok(people)
}

impl osteon_column {
    /// # Safety
    /// As of [`read`].
    unsafe fn values<'a>(&self, words: &'a [&'a str], rows: usize) -> Outcome<Values<'a>> {
        use osteon_storage as S;
        macro_rules! storage {
            ($($Storage:ident => $value:expr;)+) => {
                match self.storage {
                    $(code if code == S::$Storage as i32 => $value,)+
                    code => {
                        let said = format!("{code} is no osteon_storage");
                        return Err(Failure::of(osteon_status::UnknownCode, said));
                    }
                }
            };
        }
        // SAFETY: the caller's promise.
        unsafe {
            Ok(storage! {
                F64 => Values::F64(self.view(rows)?);
                F32 => Values::F32(self.view(rows)?);
                I64 => Values::I64(self.view(rows)?);
                I32 => Values::I32(self.view(rows)?);
                U8 => Values::U8(self.view(rows)?);
                Days => Values::Days(self.view(rows)?);
                Bits => match bits(self.values.cast(), self.values_offset, rows)? {
                    Some(bits) => Values::Bits(bits),
                    None => return Err(Failure::null("values of a column")),
                };
                Utf8 => Values::Text(TextRows::utf8(self.offsets(rows)?, self.bytes(rows)?));
                LargeUtf8 => Values::Text(TextRows::large_utf8(self.offsets(rows)?, self.bytes(rows)?));
                WordsU8 => Values::Words(Codes::U8(self.packed(rows)?), words);
                WordsI8 => Values::Words(Codes::I8(self.packed(rows)?), words);
                WordsU16 => Values::Words(Codes::U16(self.packed(rows)?), words);
                WordsI16 => Values::Words(Codes::I16(self.packed(rows)?), words);
                WordsU32 => Values::Words(Codes::U32(self.packed(rows)?), words);
                WordsI32 => Values::Words(Codes::I32(self.packed(rows)?), words);
            })
        }
    }

    /// Values, with or without a stride.
    ///
    /// # Safety
    /// As of [`read`].
    unsafe fn view<'a, T>(&self, rows: usize) -> Outcome<ArrayView1<'a, T>> {
        let values = self.values.cast::<T>();
        let step = step::<T>(self.stride, rows, "stride of a column")?;
        if rows == 0 {
            return Ok(ArrayView1::from(&[]));
        }
        aligned(values, "values of a column")?;
        // SAFETY: aligned, not NULL, and by the caller's promise as many values, so far apart.
        Ok(unsafe { ArrayView1::from_shape_ptr((rows,).strides((step,)), values) })
    }

    /// Values side by side.
    ///
    /// # Safety
    /// As of [`read`].
    unsafe fn packed<'a, T>(&self, rows: usize) -> Outcome<&'a [T]> {
        if step::<T>(self.stride, rows, "stride of a column")? != 1 {
            let said = "codes of words stand side by side; a stride is not taken";
            return Err(Failure::of(osteon_status::Misaligned, said));
        }
        // SAFETY: the caller's promise.
        unsafe { slice(self.values.cast(), rows, "values of a column") }
    }

    /// # Safety
    /// As of [`read`].
    unsafe fn offsets<'a, T>(&self, rows: usize) -> Outcome<&'a [T]> {
        // Arrow leaves out the one offset that no rows would have.
        let count = if rows == 0 { 0 } else { rows + 1 };
        // SAFETY: the caller's promise.
        unsafe { slice(self.offsets.cast(), count, "offsets of a column") }
    }

    /// # Safety
    /// As of [`read`].
    unsafe fn bytes<'a>(&self, rows: usize) -> Outcome<&'a [u8]> {
        let length = if rows == 0 { 0 } else { self.values_length };
        // SAFETY: the caller's promise.
        unsafe { slice(self.values.cast(), length, "values of a column") }
    }
}

/// Values from one to the next, in values; 1 where the stride is 0.
pub(super) fn step<T>(stride: isize, rows: usize, what: &str) -> Outcome<usize> {
    let size = size_of::<T>();
    let step = match usize::try_from(stride) {
        Ok(0) => 1,
        Ok(stride) if stride % size == 0 => stride / size,
        _ => {
            let said = format!("{what} is {stride}; it is a multiple of {size}, or 0");
            return Err(Failure::of(osteon_status::Misaligned, said));
        }
    };
    let whole = step.checked_mul(size).and_then(|bytes| bytes.checked_mul(rows));
    match whole.map(isize::try_from) {
        Some(Ok(_)) => Ok(step),
        _ => Err(Failure::of(osteon_status::TooLong, format!("{what} leads beyond the address space"))),
    }
}

pub(super) fn aligned<T>(values: *const T, what: &str) -> Outcome<()> {
    if values.is_null() {
        Err(Failure::null(what))
    } else if values.is_aligned() {
        Ok(())
    } else {
        Err(Failure::of(osteon_status::Misaligned, format!("{what} are not aligned")))
    }
}

/// # Safety
/// `from` is NULL or points at `count` values that nobody changes while `'a` lasts.
unsafe fn slice<'a, T>(from: *const T, count: usize, what: &str) -> Outcome<&'a [T]> {
    if count == 0 {
        return Ok(&[]);
    }
    aligned(from, what)?;
    step::<T>(0, count, what)?;
    // SAFETY: aligned, not NULL, of a length that fits, and the caller's promise.
    Ok(unsafe { core::slice::from_raw_parts(from, count) })
}

/// A bitmap; nothing where it is NULL. Of no rows nothing is looked at.
///
/// # Safety
/// `from` is NULL or points at as many bits from `offset` on.
unsafe fn bits<'a>(from: *const u8, offset: usize, rows: usize) -> Outcome<Option<Bits<'a>>> {
    if rows == 0 {
        return Ok(Bits::new(&[], 0, 0));
    }
    if from.is_null() {
        return Ok(None);
    }
    let bytes = offset.checked_add(rows).map(|bits| bits.div_ceil(8));
    let bytes = bytes.ok_or_else(|| Failure::of(osteon_status::TooLong, "a bitmap begins too far out"))?;
    // SAFETY: the caller's promise.
    let bytes = unsafe { slice(from, bytes, "bitmap") }?;
    Ok(Bits::new(bytes, offset, rows))
}
