//! Functions of numbers as ufuncs of numpy: it does broadcasting, strides, casts, outputs, masks and the GIL.

use core::cell::Cell;
use core::ffi::{c_char, c_int, c_void};
use std::ffi::CString;

use numpy::npyffi::{NPY_TYPES, PY_UFUNC_API, PyUFuncGenericFunction, npy_intp};
use osteon::columns::of_f32;
use pyo3::exceptions::PyMemoryError;
use pyo3::prelude::*;

/// Elements that are worked on at a time.
pub(super) const LONG: usize = 512;

/// The most inputs of a function.
pub(super) const MOST: usize = 4;

/// Some elements of every input.
pub(super) struct Block {
    numbers: [[f64; LONG]; MOST],
    /// Whether all elements of an input are one and the same.
    pub(super) one: [bool; MOST],
    pub(super) long: usize,
}

impl Block {
    pub(super) fn of(&self, input: usize) -> &[f64] {
        &self.numbers[input][..self.long]
    }

    /// The inputs of one element.
    pub(super) fn at<const N: usize>(&self, element: usize) -> [f64; N] {
        core::array::from_fn(|input| self.numbers[input][element])
    }
}

/// A function of some numbers.
pub(super) trait Kernel {
    const NAME: &'static str;
    /// How many numbers go in.
    const INPUTS: usize;
    /// How many of them, from the first, are the caller's and may be float32; the others are chosen numbers.
    const MEASURED: usize;

    /// Answers a block, NaN where an input is NaN or a value is refused; whether any was refused.
    fn answer(block: &Block, answers: &mut [f64]) -> bool;
}

/// The same for a function that answers one element after another; `None` refuses.
pub(super) fn each<const N: usize>(
    block: &Block,
    answers: &mut [f64],
    one: impl Fn([f64; N]) -> Option<f64>,
) -> bool {
    let mut refused = false;
    for (element, answer) in answers.iter_mut().enumerate() {
        let numbers = block.at::<N>(element);
        let known = !numbers.iter().any(|number| number.is_nan());
        let found = if known { one(numbers) } else { None };
        refused |= known && found.is_none();
        *answer = found.unwrap_or(f64::NAN);
    }
    refused
}

thread_local! {
    /// Whether a loop on this thread has refused a value.
    static REFUSED: Cell<bool> = const { Cell::new(false) };
}

/// Whether a value was refused on this thread since this was asked last.
#[pyfunction]
pub(super) fn any_refused() -> bool {
    REFUSED.replace(false)
}

/// The loop of a kernel. Bit i of `data` says that input i is float32, the bit after the inputs that the output is.
///
/// # Safety
/// As numpy calls it: `args` and `steps` of the inputs and then the output, `dimensions[0]` elements, of these types.
unsafe extern "C" fn in_loop<K: Kernel>(
    args: *mut *mut c_char,
    dimensions: *mut npy_intp,
    steps: *mut npy_intp,
    data: *mut c_void,
) {
    let short = data as usize;
    let is_short = |operand: usize| short >> operand & 1 == 1;
    // SAFETY: numpy gives as many as there are operands, and the number of elements.
    let (elements, args, steps) = unsafe {
        let operands = K::INPUTS + 1;
        let elements = usize::try_from(*dimensions).unwrap_or(0);
        (elements, core::slice::from_raw_parts(args, operands), core::slice::from_raw_parts(steps, operands))
    };
    // `accumulate` and `reduce` read what an element before has written: one at a time, each read anew.
    let reads_answers = (0..K::INPUTS).any(|input| {
        let (of_input, of_answer) = ((args[input], steps[input]), (args[K::INPUTS], steps[K::INPUTS]));
        let in_place = of_input == of_answer && of_input.1 != 0;
        !in_place && overlap(of_input, of_answer, elements)
    });
    let mut block = Block { numbers: [[0.0; LONG]; MOST], one: [false; MOST], long: 0 };
    let mut answers = [0.0; LONG];
    let mut refused = false;
    let mut first = 0;
    while first < elements {
        block.long = if reads_answers { 1 } else { LONG.min(elements - first) };
        for input in 0..K::INPUTS {
            let (step, from) = (steps[input], args[input]);
            block.one[input] = step == 0;
            if step == 0 && first > 0 && !reads_answers {
                continue;
            }
            let to = &mut block.numbers[input][..if step == 0 && !reads_answers { LONG } else { block.long }];
            // SAFETY: elements `first` and on, as many as are left at most.
            unsafe {
                let from = from.offset(step * first as isize);
                if is_short(input) { short_numbers(from, step, to) } else { numbers(from, step, to) }
            }
        }
        let answers = &mut answers[..block.long];
        refused |= K::answer(&block, answers);
        let step = steps[K::INPUTS];
        // The inputs of these elements have been read: an answer in the place of its own input does no harm.
        for (element, answer) in answers.iter().enumerate() {
            // SAFETY: element `first + element` of the output, which is its own or that of an input.
            unsafe {
                let to = args[K::INPUTS].offset(step * (first + element) as isize);
                if is_short(K::INPUTS) {
                    to.cast::<f32>().write_unaligned(*answer as f32);
                } else {
                    to.cast::<f64>().write_unaligned(*answer);
                }
            }
        }
        first += block.long;
    }
    if refused {
        REFUSED.set(true);
    }
}

/// Whether so many elements from these places on, so many bytes apart, have bytes in common.
fn overlap(a: (*mut c_char, isize), b: (*mut c_char, isize), elements: usize) -> bool {
    let bytes = |(first, step): (*mut c_char, isize)| {
        let last = first.wrapping_offset(step.wrapping_mul(elements.saturating_sub(1) as isize)) as usize;
        let first = first as usize;
        first.min(last)..first.max(last) + size_of::<f64>()
    };
    let (a, b) = (bytes(a), bytes(b));
    a.start < b.end && b.start < a.end
}

/// # Safety
/// There is a number at `from` and every `step` bytes after it, as many as go into `to`.
unsafe fn numbers(from: *const c_char, step: isize, to: &mut [f64]) {
    if step == size_of::<f64>() as isize {
        // SAFETY: the caller's promise; bytes need no alignment, and `to` is an array of this function's caller.
        unsafe { core::ptr::copy_nonoverlapping(from, to.as_mut_ptr().cast(), size_of_val(to)) };
        return;
    }
    for (element, to) in to.iter_mut().enumerate() {
        // SAFETY: the caller's promise.
        *to = unsafe { from.offset(step * element as isize).cast::<f64>().read_unaligned() };
    }
}

/// The same of float32.
///
/// # Safety
/// As above.
unsafe fn short_numbers(from: *const c_char, step: isize, to: &mut [f64]) {
    for (element, to) in to.iter_mut().enumerate() {
        // SAFETY: the caller's promise.
        *to = of_f32(unsafe { from.offset(step * element as isize).cast::<f32>().read_unaligned() });
    }
}

/// A new ufunc; its loops are for every mixture of float32 and float64 among what is measured, and both as output.
pub(super) fn new<K: Kernel>(py: Python<'_>) -> PyResult<Py<PyAny>> {
    const { assert!(K::INPUTS <= MOST && K::MEASURED <= K::INPUTS) };
    let (mut loops, mut data, mut types) = (Vec::new(), Vec::new(), Vec::new());
    for short in 0..1_usize << (K::MEASURED + 1) {
        let measured = short & ((1 << K::MEASURED) - 1);
        let bits = measured | (short >> K::MEASURED) << K::INPUTS;
        loops.push(Some(in_loop::<K> as unsafe extern "C" fn(_, _, _, _)) as PyUFuncGenericFunction);
        data.push(bits as *mut c_void);
        types.extend((0..=K::INPUTS).map(|operand| {
            let kind = if bits >> operand & 1 == 1 { NPY_TYPES::NPY_FLOAT } else { NPY_TYPES::NPY_DOUBLE };
            kind as c_char
        }));
    }
    let count = |number: usize| number as c_int;
    let name = CString::new(K::NAME)?;
    // SAFETY: arrays of the lengths that are stated. numpy keeps pointers to them, and they are never freed.
    let made = unsafe {
        let ufunc = PY_UFUNC_API.PyUFunc_FromFuncAndData(
            py,
            loops.leak().as_mut_ptr(),
            data.leak().as_mut_ptr(),
            types.leak().as_mut_ptr(),
            count(1 << (K::MEASURED + 1)),
            count(K::INPUTS),
            1,
            -1, // PyUFunc_None: no identity
            name.into_raw(),
            c"".as_ptr(),
            0,
        );
        Bound::from_owned_ptr_or_opt(py, ufunc)
    };
    let made = made.ok_or_else(|| PyErr::take(py).unwrap_or_else(|| PyMemoryError::new_err("ufunc")))?;
    Ok(made.unbind())
}
