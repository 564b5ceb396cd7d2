//! What the tests of calls have in common.

use core::ptr;

use crate::abi::{osteon_buffer, osteon_error, osteon_number, osteon_status, osteon_text};
use crate::engine::{osteon_engine, osteon_engine_free, osteon_engine_new, osteon_settings};

/// An engine that is freed with its scope.
pub(super) struct Handle(*mut osteon_engine);

impl Handle {
    pub(super) fn of(options: &str, outputs: &str) -> Self {
        let settings = osteon_settings {
            size: size_of::<osteon_settings>() as u32,
            reserved: 0,
            options_json: text(options),
            outputs: text(outputs),
            references: ptr::null(),
            reference_count: 0,
        };
        let mut engine = ptr::null_mut();
        // SAFETY: all pointers are of this scope.
        let status = unsafe { osteon_engine_new(&raw const settings, &raw mut engine, ptr::null_mut()) };
        assert_eq!(status, osteon_status::Ok);
        Self(engine)
    }

    pub(super) fn get(&self) -> *const osteon_engine {
        self.0
    }
}

impl Default for Handle {
    fn default() -> Self {
        Self::of("{}", "scores,tbs,diagnosis,changes,risks,course,guidelines,triage,safety,access,work_up")
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: made by `of`, freed once.
        unsafe { osteon_engine_free(self.0) };
    }
}

pub(super) fn text(text: &str) -> osteon_text {
    osteon_text::from(text)
}

pub(super) fn known(value: f64) -> osteon_number {
    Some(value).into()
}

/// A structure of a caller: zero, but for its size.
pub(super) fn empty<T>() -> T {
    let mut out = core::mem::MaybeUninit::<T>::zeroed();
    // SAFETY: structures begin with four bytes of their size; zero is a value of every code, number and pointer.
    unsafe {
        out.as_mut_ptr().cast::<u32>().write(size_of::<T>() as u32);
        out.assume_init()
    }
}

/// An error with room for its words.
pub(super) struct Told {
    message: Vec<u8>,
    pub(super) error: osteon_error,
}

impl Default for Told {
    fn default() -> Self {
        let mut message = vec![0; 4096];
        let none = osteon_buffer { data: ptr::null_mut(), capacity: 0, length: 0 };
        let buffer = osteon_buffer { data: message.as_mut_ptr().cast(), capacity: message.len(), length: 0 };
        let size = size_of::<osteon_error>() as u32;
        let error = osteon_error {
            size,
            code: 0,
            refusals: 0,
            reserved: 0,
            message: buffer,
            field: none,
            value: none,
            limit: none,
        };
        Self { message, error }
    }
}

impl Told {
    pub(super) fn message(&self) -> &str {
        let end = self.message.iter().position(|&byte| byte == 0).unwrap();
        core::str::from_utf8(&self.message[..end]).unwrap()
    }
}

/// The conformance cases: of each file its options, its outputs, and pairs of a patient and an assessment.
pub(super) fn conformance() -> Vec<(serde_json::Value, String, Vec<[serde_json::Value; 2]>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/conformance");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "ndjson"));
    files.sort();
    assert!(!files.is_empty(), "no conformance cases in {folder}");
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        let mut lines = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        let head = lines.next().unwrap();
        let cases = lines.map(|mut case| [case["patient"].take(), case["assessment"].take()]).collect();
        (head["options"].clone(), head["outputs"].as_str().unwrap().to_owned(), cases)
    };
    files.iter().map(read).collect()
}
