//! Text of the caller, and text that the caller may look at.

use core::ffi::c_char;
use core::ptr;

use super::guard::{Failure, Outcome};
use super::status::osteon_status;

/// The longest text that is taken, in bytes (64 MiB): a longer length is a slip, and nothing is read.
pub const OSTEON_TEXT_MAX: usize = 64 << 20;

/// UTF-8 with its length. Given to the library it is borrowed for the time of the call. From the library it is
/// borrowed from the handle that it was asked of (from the library itself where it was asked of none), and goes with it.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_text {
    /// The bytes; no zero need follow. NULL: there is no text.
    pub data: *const c_char,
    /// How many bytes.
    pub length: usize,
}

impl Default for osteon_text {
    fn default() -> Self {
        Self { data: ptr::null(), length: 0 }
    }
}

impl From<&str> for osteon_text {
    /// Borrowed: whoever hands it on keeps the text where it is.
    fn from(text: &str) -> Self {
        Self { data: text.as_ptr().cast(), length: text.len() }
    }
}

impl From<Option<&str>> for osteon_text {
    fn from(text: Option<&str>) -> Self {
        text.map_or_else(Self::default, Self::from)
    }
}

impl osteon_text {
    /// The text; `None` where there is none.
    ///
    /// # Safety
    /// `data` is NULL or points at `length` bytes that nobody changes while `'a` lasts.
    pub(crate) unsafe fn get<'a>(self, what: &str) -> Outcome<Option<&'a str>> {
        // SAFETY: the caller's promise.
        let bytes = unsafe { bytes(self.data, self.length, what) }?;
        bytes
            .map(|bytes| {
                core::str::from_utf8(bytes)
                    .map_err(|_| Failure::of(osteon_status::NotUtf8, format!("{what} is not UTF-8")))
            })
            .transpose()
    }

    /// The text, which must be there.
    ///
    /// # Safety
    /// As of [`get`](Self::get).
    pub(crate) unsafe fn needed<'a>(self, what: &str) -> Outcome<&'a str> {
        // SAFETY: the caller's promise.
        unsafe { self.get(what) }?.ok_or_else(|| Failure::null(what))
    }
}

/// Bytes of the caller; `None` where the pointer is NULL and the length 0.
///
/// # Safety
/// `data` is NULL or points at `length` bytes that nobody changes while `'a` lasts.
pub(crate) unsafe fn bytes<'a>(data: *const c_char, length: usize, what: &str) -> Outcome<Option<&'a [u8]>> {
    if data.is_null() {
        return if length == 0 { Ok(None) } else { Err(Failure::null(what)) };
    }
    if length > OSTEON_TEXT_MAX {
        let limit = format!("{what} has {length} bytes; at most {OSTEON_TEXT_MAX} are taken");
        return Err(Failure::of(osteon_status::TooLong, limit));
    }
    // SAFETY: not NULL, of a length that fits, and by the caller's promise as long as it says.
    Ok(Some(unsafe { core::slice::from_raw_parts(data.cast(), length) }))
}
