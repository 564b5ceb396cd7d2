//! Text into a buffer of the caller.

use core::ffi::c_char;

use super::guard::{Failure, Outcome};
use super::status::osteon_status;

/// A buffer of the caller for text. The library writes at most `capacity` bytes, a zero after the text among them, and
/// says in `length` how long the whole text is without that zero. Where the text does not fit, a document leaves nothing
/// but a zero at the beginning, and a text of osteon_error as many characters as fit.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_buffer {
    /// The buffer; NULL where only the length is asked for.
    pub data: *mut c_char,
    /// Its size in bytes.
    pub capacity: usize,
    /// Told by the library: the length of the whole text in bytes, without the zero; also where it did not fit. 0 where
    /// the call fails for another reason than OSTEON_STATUS_BUFFER_TOO_SMALL and the buffer is not one of an osteon_error.
    pub length: usize,
}

impl osteon_buffer {
    /// Writes what fits, cut at a character, and tells the whole length.
    ///
    /// # Safety
    /// `data` is NULL or points at `capacity` bytes that may be written.
    pub(crate) unsafe fn write_what_fits(&mut self, text: &str) {
        self.length = text.len();
        if self.data.is_null() || self.capacity == 0 {
            return;
        }
        let most = text.len().min(self.capacity - 1);
        let fits = (0..=most).rev().find(|&end| text.is_char_boundary(end)).unwrap_or_default();
        // SAFETY: `fits` bytes and a zero are at most `capacity`, and the text is not in the caller's buffer.
        unsafe {
            core::ptr::copy_nonoverlapping(text.as_ptr(), self.data.cast(), fits);
            self.data.add(fits).write(0);
        }
    }

    /// Writes all of it or nothing.
    ///
    /// # Safety
    /// As of [`write_what_fits`](Self::write_what_fits).
    pub(crate) unsafe fn write_whole(&mut self, text: &str) -> Outcome<()> {
        if self.data.is_null() || self.capacity <= text.len() {
            // SAFETY: the caller's promise; nothing but a zero is written.
            unsafe { self.write_what_fits("") };
            self.length = text.len();
            let limit = format!("the text has {} bytes and a zero; the buffer {}", text.len(), self.capacity);
            return Err(Failure::of(osteon_status::BufferTooSmall, limit));
        }
        // SAFETY: the caller's promise.
        unsafe { self.write_what_fits(text) };
        Ok(())
    }
}
