//! Buffers of the caller for answers.

use core::ffi::c_void;

use ndarray::{ArrayViewMut1, ShapeBuilder as _};
use osteon::batch::{AnswerColumn, Buffer, Holds};

use super::input::{aligned, step};
use crate::abi::{Failure, FromCaller, Outcome, Sized_, osteon_status, osteon_text, up_to};

/// What a column of answers holds.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_holds {
    /// Not stated.
    Unknown = 0,
    /// double, and a bit for each row that has one; NaN where it has none.
    Numbers = 1,
    /// uint8_t: 0 is nothing, n is word n - 1 of the column.
    Codes = 2,
    /// uint64_t: bit n is word n of the column.
    Sets = 3,
}

impl From<&Holds> for osteon_holds {
    fn from(holds: &Holds) -> Self {
        match holds {
            Holds::Numbers => Self::Numbers,
            Holds::Codes(_) => Self::Codes,
            Holds::Sets(_) => Self::Sets,
            _ => Self::Unknown,
        }
    }
}

/// A column of answers, and where it goes.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_answer_column {
    /// sizeof(osteon_answer_column).
    pub size: u32,
    /// An osteon_holds: what the buffer is for; osteon_column_find says what the column has.
    pub holds: i32,
    /// Its name, such as `t_femoral_neck`, in lower case; osteon_column_at lists them.
    pub name: osteon_text,
    /// The buffer, of as many values as rows, aligned for them. No two buffers overlap.
    pub values: *mut c_void,
    /// Bytes from one value to the next: a multiple of the size of a value; 0 is side by side.
    pub stride: isize,
    /// Of numbers, a bit for each row, from the first bit of the first byte; (rows + 7) / 8 bytes.
    pub validity: *mut u8,
}

// SAFETY: integers and pointers; it begins with `size`.
unsafe impl Sized_ for osteon_answer_column {
    const FIRST: usize = up_to!(osteon_answer_column, validity);
}
// SAFETY: as above.
unsafe impl FromCaller for osteon_answer_column {
    fn reserved(&self) -> u32 {
        0
    }
}

impl osteon_answer_column {
    /// The buffer, for what the column holds.
    ///
    /// # Safety
    /// Pointers are what they say, for `rows` rows; nobody else looks at the buffers while `'a` lasts.
    pub(super) unsafe fn buffer<'a>(&self, column: &AnswerColumn, rows: usize) -> Outcome<Buffer<'a>> {
        if osteon_holds::from(&column.holds) as i32 != self.holds {
            let said = format!("{} holds something else than its buffer is for", column.name);
            return Err(Failure::of(osteon_status::UnknownCode, said));
        }
        // SAFETY: the caller's promise.
        unsafe {
            Ok(match column.holds {
                Holds::Codes(_) => Buffer::Codes(self.view(rows)?),
                Holds::Sets(_) => Buffer::Sets(self.view(rows)?),
                _ if rows == 0 => Buffer::Numbers { values: self.view(rows)?, validity: &mut [] },
                _ => {
                    aligned(self.validity.cast_const(), "validity of a column")?;
                    let validity = core::slice::from_raw_parts_mut(self.validity, rows.div_ceil(8));
                    Buffer::Numbers { values: self.view(rows)?, validity }
                }
            })
        }
    }

    /// # Safety
    /// As of [`buffer`](Self::buffer).
    unsafe fn view<'a, T>(&self, rows: usize) -> Outcome<ArrayViewMut1<'a, T>> {
        let values = self.values.cast::<T>();
        let step = step::<T>(self.stride, rows, "stride of a column of answers")?;
        if rows == 0 {
            return Ok(ArrayViewMut1::from(&mut []));
        }
        aligned(values.cast_const(), "values of a column of answers")?;
        // SAFETY: aligned, not NULL, and by the caller's promise as many values, so far apart, and ours alone.
        Ok(unsafe { ArrayViewMut1::from_shape_ptr((rows,).strides((step,)), values) })
    }
}
