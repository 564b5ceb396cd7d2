//! Which library this is.

use core::ffi::{CStr, c_char};

/// The version of the ABI that the library has: major times 65536 plus minor. A program that was built with a header of
/// the same major and the same or a lower minor works with it. Compare with OSTEON_ABI_VERSION_MAJOR.
#[unsafe(no_mangle)]
pub extern "C" fn osteon_abi_version() -> u32 {
    (MAJOR << 16) | MINOR
}

/// As the header has them (`cbindgen.toml`); a test holds both to be the same.
pub(crate) const MAJOR: u32 = 1;
pub(crate) const MINOR: u32 = 0;

/// The version of the engine, such as `0.1.0`, with a zero at its end; never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn osteon_engine_version() -> *const c_char {
    const VERSION: &CStr = with_zero(concat!(env!("CARGO_PKG_VERSION"), "\0"));
    VERSION.as_ptr()
}

/// The version of the data compiled in: a date, and a hash of every reference, coefficient and limit; with a zero at its
/// end; never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn osteon_data_version() -> *const c_char {
    const LENGTH: usize = osteon::DATA_VERSION.len() + 1;
    static VERSION: [u8; LENGTH] = {
        let (mut bytes, mut i) = ([0; LENGTH], 0);
        while i + 1 < LENGTH {
            // A constant, and within both by the condition above.
            #[allow(clippy::indexing_slicing)]
            {
                bytes[i] = osteon::DATA_VERSION.as_bytes()[i];
            }
            i += 1;
        }
        bytes
    };
    VERSION.as_ptr().cast()
}

const fn with_zero(text: &'static str) -> &'static CStr {
    match CStr::from_bytes_with_nul(text.as_bytes()) {
        Ok(text) => text,
        Err(_) => c"",
    }
}
