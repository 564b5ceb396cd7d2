//! One way into every call: no panic leaves it, and every failure becomes a status.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use osteon::error::Refusal;

use super::error::osteon_error;
use super::status::osteon_status;

#[cfg(not(panic = "unwind"))]
compile_error!("the boundary stops panics by unwinding: build osteon-c with panic = \"unwind\"");

/// Why a call did not do what it was asked.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) status: osteon_status,
    /// What is to be said beyond the status.
    pub(crate) said: Cow<'static, str>,
    /// The values refused, where it is that.
    pub(crate) refusals: Vec<Refusal>,
}

/// What a call came to.
pub(crate) type Outcome<T> = Result<T, Failure>;

impl Failure {
    pub(crate) fn of(status: osteon_status, said: impl Into<Cow<'static, str>>) -> Self {
        Self { status, said: said.into(), refusals: Vec::new() }
    }

    #[cold]
    pub(crate) fn null(what: &str) -> Self {
        Self::of(osteon_status::NullPointer, format!("{what} is NULL"))
    }

    #[cold]
    pub(crate) fn not_found(what: impl Into<Cow<'static, str>>) -> Self {
        Self::of(osteon_status::NotFound, what)
    }

    /// All that there is to say, a line a refusal.
    pub(crate) fn sentences(&self) -> Cow<'_, str> {
        if self.refusals.is_empty() {
            return Cow::Borrowed(&self.said);
        }
        let lines: Vec<String> = self.refusals.iter().map(Refusal::to_string).collect();
        Cow::Owned(lines.join("\n"))
    }
}

impl From<Vec<Refusal>> for Failure {
    fn from(refusals: Vec<Refusal>) -> Self {
        Self { status: osteon_status::Refused, said: Cow::Borrowed(""), refusals }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        vec![refusal].into()
    }
}

/// Does the work of a call. A panic becomes [`osteon_status::Internal`]; the message that the standard library prints
/// of it on standard error is the process's to redirect.
///
/// # Safety
/// `error` is NULL or points at an `osteon_error` of the caller.
#[inline(always)]
pub(crate) unsafe fn guard(error: *mut osteon_error, work: impl FnOnce() -> Outcome<()>) -> osteon_status {
    let mut work = Some(work);
    // SAFETY: the caller's promise.
    unsafe { guarded(error, &mut || work.take().map_or(Ok(()), |work| work())) }
}

/// The same once for all calls: what it costs in code it would cost in each.
///
/// # Safety
/// As of [`guard`].
#[inline(never)]
unsafe fn guarded(error: *mut osteon_error, work: &mut dyn FnMut() -> Outcome<()>) -> osteon_status {
    // What a panic leaves half done is on the caller's side only, and the status says not to use it.
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(())) => osteon_status::Ok,
        Ok(Err(failure)) => {
            // SAFETY: the caller's promise.
            unsafe { tell(error, &failure) };
            failure.status
        }
        Err(panic) => {
            // A payload whose own end panics must not cross either.
            if let Err(again) = catch_unwind(AssertUnwindSafe(|| drop(panic))) {
                core::mem::forget(again);
            }
            let failure = Failure::of(osteon_status::Internal, "a fault of the library; please report it");
            // SAFETY: the caller's promise.
            unsafe { tell(error, &failure) };
            osteon_status::Internal
        }
    }
}

/// # Safety
/// As of [`guard`].
#[cold]
unsafe fn tell(error: *mut osteon_error, failure: &Failure) {
    // SAFETY: the caller's promise.
    let told = catch_unwind(AssertUnwindSafe(|| unsafe { osteon_error::tell(error, failure) }));
    if let Err(panic) = told {
        core::mem::forget(panic);
    }
}

/// Panics. It is in no library that is shipped: tests build it to see that a panic ends at the boundary.
#[cfg(feature = "deliberate-panic")]
#[unsafe(no_mangle)]
#[allow(clippy::panic, reason = "that is what it is for")]
pub unsafe extern "C" fn osteon_deliberate_panic(error: *mut osteon_error) -> osteon_status {
    // SAFETY: the caller's promise.
    unsafe { guard(error, || panic!("on purpose")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_status() {
        // SAFETY: no error is asked for.
        let status = unsafe { guard(core::ptr::null_mut(), || panic!("on purpose")) };
        assert_eq!(status, osteon_status::Internal);
    }
}
