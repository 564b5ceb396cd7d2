//! Why a call was refused, told into buffers of the caller.

use osteon::error::Refusal;

use super::buffer::osteon_buffer;
use super::guard::Failure;
use super::sized::{FromCaller, Sized_, change_known, up_to};

/// Why a call was refused. The caller sets `size` and its buffers; a buffer that is all zero is not written. The library
/// writes it only where the status is not OSTEON_STATUS_OK. What a program has in it that the library does not know is left
/// alone.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_error {
    /// sizeof(osteon_error).
    pub size: u32,
    /// The number of the refusal, the same in every face of Osteon (201: out of range); 0 where no value is refused.
    pub code: u32,
    /// How many values are refused.
    pub refusals: u32,
    /// Zero.
    pub reserved: u32,
    /// A sentence for each refusal, one a line: field, value, limit and the slip that it looks like.
    pub message: osteon_buffer,
    /// The field of the first.
    pub field: osteon_buffer,
    /// Its value.
    pub value: osteon_buffer,
    /// Its limit.
    pub limit: osteon_buffer,
}

// SAFETY: integers and pointers, for which any bits will do; it begins with `size`.
unsafe impl Sized_ for osteon_error {
    const FIRST: usize = up_to!(osteon_error, limit);
}
// SAFETY: as above.
unsafe impl FromCaller for osteon_error {
    fn reserved(&self) -> u32 {
        self.reserved
    }
}

impl osteon_error {
    /// Tells the caller, where the caller wants to know. A structure that cannot be used is left alone: the status
    /// says what it has to.
    ///
    /// # Safety
    /// `to` is NULL or points at a structure of the caller, with buffers as long as it says.
    pub(crate) unsafe fn tell(to: *mut Self, failure: &Failure) {
        if to.is_null() {
            return;
        }
        let none = "";
        let (field, value, limit) = failure
            .refusals
            .first()
            .map_or((none, none, none), |first: &Refusal| (&*first.field, &*first.value, &*first.limit));
        let change = |error: &mut Self| {
            error.code = failure.refusals.first().map_or(0, |first| first.code.number().into());
            error.refusals = u32::try_from(failure.refusals.len()).unwrap_or(u32::MAX);
            error.reserved = 0;
            // SAFETY: the caller's promise for the buffers.
            unsafe {
                error.message.write_what_fits(&failure.sentences());
                error.field.write_what_fits(field);
                error.value.write_what_fits(value);
                error.limit.write_what_fits(limit);
            }
        };
        // What a newer caller has beyond must not keep it from what can be said.
        // SAFETY: the caller's promise.
        let _ = unsafe { change_known(to, "error", change) };
    }
}
