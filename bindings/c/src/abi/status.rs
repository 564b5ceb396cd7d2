//! What became of a call.

use core::ffi::c_char;

/// What became of a call. New values may be added; those that are here keep their meaning.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_status {
    /// A status that this header does not know; no call returns it.
    Unknown = -1,
    /// Done.
    Ok = 0,
    /// Something in the input is refused: osteon_error says which field, which value and which limit.
    Refused = 1,
    /// There is nothing at this place, or nothing of this name.
    NotFound = 2,
    /// The caller's progress callback stopped the work.
    Cancelled = 3,
    /// The caller's buffer is too small; the length that it needs is told.
    BufferTooSmall = 4,
    /// A recommendation is asked for without what must stand beside it.
    Incomplete = 5,
    /// A pointer that must not be NULL is NULL.
    NullPointer = 100,
    /// A pointer or a stride is not aligned for what it points at.
    Misaligned = 101,
    /// The `size` of a structure is smaller than that of its first release.
    StructTooSmall = 102,
    /// A structure is larger than this library knows and the part beyond is not zero, or a reserved member is not: the
    /// library is too old.
    StructTooNew = 103,
    /// Text is not UTF-8.
    NotUtf8 = 104,
    /// A length or a count is larger than anything that can be meant.
    TooLong = 105,
    /// A code stands for nothing that this library knows.
    UnknownCode = 106,
    /// A fault of the library: nothing can be said. Please report it.
    Internal = 900,
}

impl osteon_status {
    /// Each, for names and tests.
    pub(crate) const ALL: [Self; 15] = [
        Self::Unknown,
        Self::Ok,
        Self::Refused,
        Self::NotFound,
        Self::Cancelled,
        Self::BufferTooSmall,
        Self::Incomplete,
        Self::NullPointer,
        Self::Misaligned,
        Self::StructTooSmall,
        Self::StructTooNew,
        Self::NotUtf8,
        Self::TooLong,
        Self::UnknownCode,
        Self::Internal,
    ];

    const fn sentence(self) -> &'static core::ffi::CStr {
        match self {
            Self::Unknown => c"a status that this library does not know",
            Self::Ok => c"done",
            Self::Refused => c"something in the input is refused",
            Self::NotFound => c"there is nothing at this place, or nothing of this name",
            Self::Cancelled => c"stopped by the caller",
            Self::BufferTooSmall => c"the buffer is too small",
            Self::Incomplete => c"a recommendation is asked for without what must stand beside it",
            Self::NullPointer => c"a pointer that must not be NULL is NULL",
            Self::Misaligned => c"a pointer or a stride is not aligned",
            Self::StructTooSmall => c"the size of a structure is too small",
            Self::StructTooNew => c"a structure is newer than this library",
            Self::NotUtf8 => c"text is not UTF-8",
            Self::TooLong => c"a length or a count is too large",
            Self::UnknownCode => c"a code stands for nothing that this library knows",
            Self::Internal => c"a fault of the library",
        }
    }
}

/// A status in words, in English, with a zero at its end; never NULL. It stays for as long as the library is loaded.
#[unsafe(no_mangle)]
pub extern "C" fn osteon_status_text(status: i32) -> *const c_char {
    let known = osteon_status::ALL.iter().find(|known| **known as i32 == status);
    known.copied().unwrap_or(osteon_status::Unknown).sentence().as_ptr()
}
