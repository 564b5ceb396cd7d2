//! Structures that say how large they are, so that old callers and new libraries agree.
//!
//! Only the first member is read before it is known how much there is. A structure of the caller is copied into one of
//! ours that is zero beyond; what is written back is no longer than the caller's own.

use core::mem::MaybeUninit;

use super::guard::{Failure, Outcome};
use super::status::osteon_status;

/// The largest `size` that can be meant.
const MOST: u32 = 1 << 16;
/// The most elements that an array of structures can have.
const MOST_ELEMENTS: usize = 1 << 20;

/// A structure of the header that begins with its size.
///
/// # Safety
/// `repr(C)`, and the first member is `size: u32`.
pub(crate) unsafe trait Sized_: Copy {
    /// Its size in the first release that had it: [`up_to`] the member that was its last there. It never changes, and a
    /// member that is added later is no reason to.
    const FIRST: usize;
}

/// The size of a structure whose last member is this one.
macro_rules! up_to {
    ($Struct:ty, $last:ident) => {
        core::mem::offset_of!($Struct, $last) + $crate::abi::size_of_member(|of: &$Struct| &of.$last)
    };
}
pub(crate) use up_to;

/// The size of the member that `_of` leads to.
pub(crate) const fn size_of_member<S, M>(_of: fn(&S) -> &M) -> usize {
    size_of::<M>()
}

/// One that callers fill in.
///
/// # Safety
/// Any bits make a value: integers, floats, raw pointers, functions that may be NULL, and structures of these.
pub(crate) unsafe trait FromCaller: Sized_ {
    /// What a caller has in a place that is kept for later; 0 where there is none. It must be zero now, so that it can
    /// mean something then.
    fn reserved(&self) -> u32;
}

/// The refusal of a caller that says what this library does not know.
#[cold]
pub(crate) fn too_new(what: &str) -> Failure {
    Failure::of(osteon_status::StructTooNew, format!("{what} says what this library does not know"))
}

/// How large the structure of the caller says it is.
///
/// # Safety
/// `from` points at four bytes at least.
unsafe fn stated<T: Sized_>(from: *const T, what: &str) -> Outcome<usize> {
    if from.is_null() {
        return Err(Failure::null(what));
    }
    if !from.is_aligned() {
        return Err(Failure::of(osteon_status::Misaligned, format!("{what} is not aligned")));
    }
    // SAFETY: aligned, not NULL, and the caller's promise.
    let size = unsafe { from.cast::<u32>().read() };
    if size > MOST {
        return Err(Failure::of(osteon_status::TooLong, format!("size of {what} is {size}")));
    }
    let size = size as usize;
    if size < T::FIRST {
        let said = format!("size of {what} is {size}; set it to sizeof, {} at least", T::FIRST);
        return Err(Failure::of(osteon_status::StructTooSmall, said));
    }
    Ok(size)
}

/// What this library knows of a structure of the caller, and its size.
///
/// # Safety
/// `from` is NULL or points at a structure that is as large as its `size` says.
#[inline(always)]
unsafe fn known<T: FromCaller>(from: *const T, what: &str) -> Outcome<(T, usize)> {
    // SAFETY: the caller's promise.
    let size = unsafe { stated(from, what) }?;
    let mut own = MaybeUninit::<T>::zeroed();
    // SAFETY: as many bytes as both have; any bits make a `T`, and the rest is zero.
    unsafe {
        core::ptr::copy_nonoverlapping(from.cast::<u8>(), own.as_mut_ptr().cast(), size.min(size_of::<T>()));
        Ok((own.assume_init(), size))
    }
}

/// A structure of the caller.
///
/// # Safety
/// `from` is NULL or points at a structure that is as large as its `size` says.
#[inline(always)]
pub(crate) unsafe fn in_struct<T: FromCaller>(from: *const T, what: &str) -> Outcome<T> {
    // SAFETY: the caller's promise.
    let (own, size) = unsafe { known(from, what) }?;
    if size > size_of::<T>() {
        // SAFETY: the caller's structure is `size` bytes long.
        let beyond = unsafe {
            let beyond = from.cast::<u8>().add(size_of::<T>());
            core::slice::from_raw_parts(beyond, size - size_of::<T>())
        };
        if beyond.iter().any(|&byte| byte != 0) {
            return Err(too_new(what));
        }
    }
    if own.reserved() != 0 {
        return Err(too_new(what));
    }
    Ok(own)
}

/// Changes what this library knows of a structure of the caller, and leaves alone what is beyond: a newer caller has
/// buffers of its own there.
///
/// # Safety
/// `of` is NULL or points at a structure that is as large as its `size` says, and may be written.
pub(crate) unsafe fn change_known<T: FromCaller>(
    of: *mut T,
    what: &str,
    change: impl FnOnce(&mut T),
) -> Outcome<()> {
    // SAFETY: the caller's promise.
    let (mut own, size) = unsafe { known(of.cast_const(), what) }?;
    change(&mut own);
    // SAFETY: as many bytes as both have.
    unsafe {
        let from = core::ptr::from_ref(&own).cast::<u8>();
        core::ptr::copy_nonoverlapping(from, of.cast::<u8>(), size.min(size_of::<T>()));
    }
    Ok(())
}

/// Writes a structure to the caller, `size` bytes at most; what a newer caller has beyond becomes zero, which is "not
/// known". `size` stays as the caller set it.
///
/// # Safety
/// `to` is NULL or points at a structure that is as large as its `size` says, and may be written.
#[inline(always)]
pub(crate) unsafe fn out_struct<T: Sized_>(to: *mut T, value: T, what: &str) -> Outcome<()> {
    // SAFETY: the caller's promise.
    let size = unsafe { stated(to.cast_const(), what) }?;
    // SAFETY: at most `size` bytes are written, beginning behind the four of `size`.
    unsafe {
        let (from, to) = (core::ptr::from_ref(&value).cast::<u8>(), to.cast::<u8>());
        let own = size.min(size_of::<T>());
        core::ptr::copy_nonoverlapping(from.add(4), to.add(4), own - 4);
        to.add(own).write_bytes(0, size - own);
    }
    Ok(())
}

/// An array of structures of the caller; each is as large as the first says.
///
/// # Safety
/// `from` is NULL or points at `count` structures, each as large as the first one's `size` says.
pub(crate) unsafe fn in_array<T: FromCaller>(from: *const T, count: usize, what: &str) -> Outcome<Vec<T>> {
    if count == 0 {
        return Ok(Vec::new());
    }
    if count > MOST_ELEMENTS {
        return Err(Failure::of(osteon_status::TooLong, format!("{what} has {count} elements")));
    }
    // SAFETY: the caller's promise.
    let size = unsafe { stated(from, what) }?;
    let beyond = |what: &str| Failure::of(osteon_status::TooLong, format!("{what} is larger than memory"));
    let whole = count.checked_mul(size).map(isize::try_from);
    let Some(Ok(_)) = whole else { return Err(beyond(what)) };
    let mut all = Vec::new();
    for index in 0..count {
        let what = format!("{what}[{index}]");
        // SAFETY: within the array of the caller.
        let one = unsafe { from.byte_add(index * size) };
        // SAFETY: the caller's promise.
        if unsafe { stated(one, &what) }? != size {
            let said = format!("size of {what} is not that of the first");
            return Err(Failure::of(osteon_status::StructTooSmall, said));
        }
        // Room is made for what was looked at: a count alone, which may be a slip, takes none.
        // SAFETY: the caller's promise.
        let one = unsafe { in_struct(one, &what) }?;
        all.try_reserve(1).map_err(|_| beyond(&what))?;
        all.push(one);
    }
    Ok(all)
}

/// Whether a plain value can be written here. A call that writes two asks of both before it writes one.
#[inline(always)]
pub(crate) fn can_take<T>(to: *const T, what: &str) -> Outcome<()> {
    if to.is_null() {
        return Err(Failure::null(what));
    }
    if !to.is_aligned() {
        return Err(Failure::of(osteon_status::Misaligned, format!("{what} is not aligned")));
    }
    Ok(())
}

/// Writes a plain value to the caller.
///
/// # Safety
/// `to` is NULL or points at a value that may be written.
#[inline(always)]
pub(crate) unsafe fn out_value<T: Copy>(to: *mut T, value: T, what: &str) -> Outcome<()> {
    can_take(to, what)?;
    // SAFETY: aligned, not NULL, and the caller's promise.
    unsafe { to.write(value) };
    Ok(())
}

/// What a handle, or a structure that is only looked at, stands for.
///
/// # Safety
/// `from` is NULL or points at a value that nobody changes while `'a` lasts.
#[inline(always)]
pub(crate) unsafe fn reference<'a, T>(from: *const T, what: &str) -> Outcome<&'a T> {
    if !from.is_null() && !from.is_aligned() {
        return Err(Failure::of(osteon_status::Misaligned, format!("{what} is not aligned")));
    }
    // SAFETY: aligned, and the caller's promise.
    unsafe { from.as_ref() }.ok_or_else(|| Failure::null(what))
}

/// The same, to change it.
///
/// # Safety
/// `to` is NULL or points at a value that nobody else looks at while `'a` lasts.
#[inline(always)]
pub(crate) unsafe fn reference_mut<'a, T>(to: *mut T, what: &str) -> Outcome<&'a mut T> {
    if !to.is_null() && !to.is_aligned() {
        return Err(Failure::of(osteon_status::Misaligned, format!("{what} is not aligned")));
    }
    // SAFETY: aligned, and the caller's promise.
    unsafe { to.as_mut() }.ok_or_else(|| Failure::null(what))
}

#[cfg(test)]
mod tests {
    use core::ptr;

    use super::*;

    /// What a release after the first has made of a structure that ended with `number`.
    #[repr(C)]
    #[derive(Clone, Copy, Debug, PartialEq)]
    struct Grown {
        size: u32,
        code: i32,
        number: f64,
        later: f64,
        last: u64,
    }

    // SAFETY: integers and floats; it begins with `size`.
    unsafe impl Sized_ for Grown {
        const FIRST: usize = up_to!(Grown, number);
    }
    // SAFETY: as above.
    unsafe impl FromCaller for Grown {
        fn reserved(&self) -> u32 {
            self.code.unsigned_abs().saturating_sub(9)
        }
    }

    /// The structure as a program of the first release has it.
    #[repr(C)]
    #[derive(Clone, Copy, Debug, PartialEq)]
    struct First {
        size: u32,
        code: i32,
        number: f64,
    }

    const OF_FIRST: u32 = size_of::<First>() as u32;

    #[test]
    fn what_a_program_of_the_first_release_gives_is_taken() {
        let old = First { size: OF_FIRST, code: 3, number: 0.5 };
        // SAFETY: as large as it says.
        let read = unsafe { in_struct(ptr::from_ref(&old).cast::<Grown>(), "old") }.unwrap();
        assert_eq!(read, Grown { size: OF_FIRST, code: 3, number: 0.5, later: 0.0, last: 0 });
        let all = [old, First { code: 4, ..old }, First { code: 5, ..old }];
        // SAFETY: each as large as it says.
        let read = unsafe { in_array(all.as_ptr().cast::<Grown>(), all.len(), "all") }.unwrap();
        assert_eq!(read.iter().map(|one| (one.code, one.last)).collect::<Vec<_>>(), [(3, 0), (4, 0), (5, 0)]);
        let smaller = First { size: OF_FIRST - 8, ..old };
        // SAFETY: as large as it says, and larger.
        let read = unsafe { in_struct(ptr::from_ref(&smaller).cast::<Grown>(), "smaller") };
        assert_eq!(read.unwrap_err().status, osteon_status::StructTooSmall);
    }

    #[test]
    fn what_is_kept_for_later_is_zero() {
        let all =
            [First { size: OF_FIRST, code: 9, number: 0.5 }, First { size: OF_FIRST, code: 10, number: 0.5 }];
        // SAFETY: each as large as it says.
        let read = unsafe { in_array(all.as_ptr().cast::<Grown>(), all.len(), "all") };
        assert_eq!(read.unwrap_err().status, osteon_status::StructTooNew);
    }

    #[test]
    fn a_program_of_the_first_release_is_written_no_more_than_it_has() {
        let untouched = First { size: OF_FIRST, code: -1, number: -1.0 };
        let mut old = [untouched; 2];
        let grown = Grown { size: 0, code: 3, number: 0.5, later: 0.25, last: u64::MAX };
        // SAFETY: as large as it says.
        unsafe { out_struct(old.as_mut_ptr().cast::<Grown>(), grown, "old") }.unwrap();
        assert_eq!(old, [First { size: OF_FIRST, code: 3, number: 0.5 }, untouched]);
    }
}
