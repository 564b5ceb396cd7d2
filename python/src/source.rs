//! One column of the caller, as it is stored.

use std::sync::Arc;

use arrow_array::types::{Int8Type, Int16Type, Int32Type};
use arrow_array::{
    Array, ArrayRef, ArrowPrimitiveType, BooleanArray, Date32Array, DictionaryArray, Int32Array, Int64Array,
    PrimitiveArray, StringArray, UInt64Array,
};
use arrow_select::concat::concat;
use numpy::{Element, PyReadonlyArray1};
use osteon::error::{Code, Refusal};
use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3_arrow::input::AnyArray;

use crate::objects::{self, Odd};
use crate::refusal::one;

/// A column: numbers of numpy where they lie, everything else as Arrow has it.
pub(crate) struct Source<'py> {
    pub(crate) name: String,
    pub(crate) values: Stored<'py>,
    /// The first of a column of objects that no field takes.
    pub(crate) odd: Option<Odd>,
}

pub(crate) enum Stored<'py> {
    F64(PyReadonlyArray1<'py, f64>, Option<Vec<u8>>),
    F32(PyReadonlyArray1<'py, f32>, Option<Vec<u8>>),
    I64(PyReadonlyArray1<'py, i64>, Option<Vec<u8>>),
    I32(PyReadonlyArray1<'py, i32>, Option<Vec<u8>>),
    U8(PyReadonlyArray1<'py, u8>, Option<Vec<u8>>),
    Arrow(ArrayRef),
}

impl<'py> Source<'py> {
    /// Reads `(name, kind, values, mask or words)`.
    pub(crate) fn read(source: &Bound<'py, PyAny>) -> PyResult<Self> {
        let (name, kind, values, beside): (String, String, Bound<'py, PyAny>, Bound<'py, PyAny>) =
            source.extract()?;
        let py = source.py();
        let refused = |limit: String| one(py, Refusal::new(Code::WrongType, name.clone(), "", limit));
        let mut odd = None;
        let values = match &*kind {
            "numpy" => numbers(&values, &mask(&beside)?).transpose().unwrap_or_else(|| {
                let stored = values.getattr("dtype").and_then(|dtype| dtype.str());
                let stored = stored.map_or_else(|_| "objects".to_owned(), |dtype| dtype.to_string());
                Err(refused(format!(
                    "a column of {stored} is not read: store numbers, yes or no, text or dates"
                )))
            })?,
            "days" => Stored::Arrow(
                days(&values, &mask(&beside)?)?
                    .ok_or_else(|| refused("a day beyond the calendar".to_owned()))?,
            ),
            "words" => Stored::Arrow(
                words(&values, beside.extract()?)
                    .ok_or_else(|| refused("codes of this type are not read".to_owned()))?,
            ),
            "objects" => {
                let (array, first) = objects::read(&values)?;
                odd = first;
                Stored::Arrow(array)
            }
            "arrow" => Stored::Arrow(arrow(&values)?),
            other => return Err(refused(format!("{other} is no kind of column"))),
        };
        Ok(Self { name, values, odd })
    }

    pub(crate) fn rows(&self) -> usize {
        match &self.values {
            Stored::F64(values, _) => values.as_array().len(),
            Stored::F32(values, _) => values.as_array().len(),
            Stored::I64(values, _) => values.as_array().len(),
            Stored::I32(values, _) => values.as_array().len(),
            Stored::U8(values, _) => values.as_array().len(),
            Stored::Arrow(array) => array.len(),
        }
    }

    /// Some rows of the column as Arrow has it: copied, where it is numpy's.
    pub(crate) fn arrow(&self, first: usize, rows: usize) -> ArrayRef {
        fn of<T: ArrowPrimitiveType>(
            values: &PyReadonlyArray1<'_, T::Native>,
            valid: Option<&Vec<u8>>,
            (first, rows): (usize, usize),
        ) -> ArrayRef
        where
            T::Native: Element,
        {
            let values = values.as_array();
            let one = |row: usize| values.get(row).copied().filter(|_| is_valid(valid, row));
            Arc::new((first..first + rows).map(one).collect::<PrimitiveArray<T>>())
        }
        use arrow_array::types::{Float32Type, Float64Type, Int64Type, UInt8Type};
        let part = (first, rows);
        match &self.values {
            Stored::F64(values, valid) => of::<Float64Type>(values, valid.as_ref(), part),
            Stored::F32(values, valid) => of::<Float32Type>(values, valid.as_ref(), part),
            Stored::I64(values, valid) => of::<Int64Type>(values, valid.as_ref(), part),
            Stored::I32(values, valid) => of::<Int32Type>(values, valid.as_ref(), part),
            Stored::U8(values, valid) => of::<UInt8Type>(values, valid.as_ref(), part),
            Stored::Arrow(array) => array.slice(first, rows),
        }
    }
}

fn is_valid(valid: Option<&Vec<u8>>, row: usize) -> bool {
    valid.is_none_or(|bits| bits.get(row / 8).is_some_and(|byte| byte >> (row % 8) & 1 != 0))
}

/// For each row whether it is missing, as numpy has it: any byte but 0 is true.
type Mask<'py> = Option<PyReadonlyArray1<'py, u8>>;

fn mask<'py>(beside: &Bound<'py, PyAny>) -> PyResult<Mask<'py>> {
    if beside.is_none() {
        return Ok(None);
    }
    bytes(beside)?.ok_or_else(|| PyTypeError::new_err("a mask is an array of bool")).map(Some)
}

/// The bytes of an array of bool, which need not be 0 or 1; `None` of any other array.
fn bytes<'py>(flags: &Bound<'py, PyAny>) -> PyResult<Option<PyReadonlyArray1<'py, u8>>> {
    let py = flags.py();
    let kind: String = flags.getattr(intern!(py, "dtype"))?.getattr(intern!(py, "kind"))?.extract()?;
    if kind != "b" {
        return Ok(None);
    }
    Ok(Some(flags.call_method1(intern!(py, "view"), (intern!(py, "uint8"),))?.extract()?))
}

/// A bit for each row that has a value; none where all have one.
fn validity(rows: usize, missing: impl Fn(usize) -> bool) -> Option<Vec<u8>> {
    let first = (0..rows).find(|&row| missing(row))?;
    let mut bits = vec![u8::MAX; rows.div_ceil(8)];
    for row in (first..rows).filter(|&row| missing(row)) {
        if let Some(byte) = bits.get_mut(row / 8) {
            *byte &= !(1 << (row % 8));
        }
    }
    Some(bits)
}

/// Numbers and yes or no; `None` of any other type.
fn numbers<'py>(values: &Bound<'py, PyAny>, mask: &Mask<'py>) -> PyResult<Option<Stored<'py>>> {
    let mask = mask.as_ref().map(|mask| mask.as_array());
    let masked = |row: usize| mask.is_some_and(|mask| mask.get(row).is_some_and(|&byte| byte != 0));
    let of_mask = |rows: usize| mask.and_then(|_| validity(rows, masked));
    if let Ok(values) = values.extract::<PyReadonlyArray1<'py, f64>>() {
        let valid = {
            let numbers = values.as_array();
            validity(numbers.len(), |row| masked(row) || numbers.get(row).is_some_and(|x| x.is_nan()))
        };
        return Ok(Some(Stored::F64(values, valid)));
    }
    if let Ok(values) = values.extract::<PyReadonlyArray1<'py, f32>>() {
        let valid = {
            let numbers = values.as_array();
            validity(numbers.len(), |row| masked(row) || numbers.get(row).is_some_and(|x| x.is_nan()))
        };
        return Ok(Some(Stored::F32(values, valid)));
    }
    if let Ok(values) = values.extract::<PyReadonlyArray1<'py, i64>>() {
        let valid = of_mask(values.as_array().len());
        return Ok(Some(Stored::I64(values, valid)));
    }
    if let Ok(values) = values.extract::<PyReadonlyArray1<'py, i32>>() {
        let valid = of_mask(values.as_array().len());
        return Ok(Some(Stored::I32(values, valid)));
    }
    if let Ok(values) = values.extract::<PyReadonlyArray1<'py, u8>>() {
        let valid = of_mask(values.as_array().len());
        return Ok(Some(Stored::U8(values, valid)));
    }
    if let Some(values) = bytes(values)? {
        let rows = values.as_array().into_iter().enumerate();
        let flags: BooleanArray = rows.map(|(row, &byte)| (!masked(row)).then_some(byte != 0)).collect();
        return Ok(Some(Stored::Arrow(Arc::new(flags))));
    }
    macro_rules! whole {
        ($($Type:ty => $Array:ty),+) => {
            $(if let Ok(values) = values.extract::<PyReadonlyArray1<'py, $Type>>() {
                let rows = values.as_array().into_iter().enumerate();
                let numbers: $Array =
                    rows.map(|(row, &number)| (!masked(row)).then_some(number.into())).collect();
                return Ok(Some(Stored::Arrow(Arc::new(numbers))));
            })+
        };
    }
    whole!(i8 => Int64Array, i16 => Int64Array, u16 => Int64Array, u32 => Int64Array, u64 => UInt64Array);
    Ok(None)
}

/// Days since 1970-01-01; `None` where one is beyond the calendar.
fn days<'py>(values: &Bound<'py, PyAny>, mask: &Mask<'py>) -> PyResult<Option<ArrayRef>> {
    let values: PyReadonlyArray1<'py, i64> = values.extract()?;
    let mask = mask.as_ref().map(|mask| mask.as_array());
    let day = |(row, &days): (usize, &i64)| {
        let missing = mask.is_some_and(|mask| mask.get(row).is_some_and(|&byte| byte != 0));
        if missing { Ok(None) } else { i32::try_from(days).map(Some) }
    };
    let days: Result<Date32Array, _> = values.as_array().into_iter().enumerate().map(day).collect();
    Ok(days.ok().map(|days| Arc::new(days) as ArrayRef))
}

/// Codes of words; -1 is missing.
fn words(codes: &Bound<'_, PyAny>, words: Vec<String>) -> Option<ArrayRef> {
    fn of<T>(codes: &Bound<'_, PyAny>, words: &ArrayRef) -> Option<ArrayRef>
    where
        T: arrow_array::types::ArrowDictionaryKeyType,
        T::Native: Element + PartialOrd + Default,
    {
        let codes: PyReadonlyArray1<'_, T::Native> = codes.extract().ok()?;
        let known = |&code: &T::Native| (code >= T::Native::default()).then_some(code);
        let keys: PrimitiveArray<T> = codes.as_array().iter().map(known).collect();
        Some(Arc::new(DictionaryArray::<T>::try_new(keys, Arc::clone(words)).ok()?))
    }
    let words: ArrayRef = Arc::new(StringArray::from(words));
    let wide = || {
        let codes: PyReadonlyArray1<'_, i64> = codes.extract().ok()?;
        let narrow = |&code: &i64| i32::try_from(code).ok().filter(|&code| code >= 0);
        let keys: Int32Array = codes.as_array().iter().map(narrow).collect();
        Some(Arc::new(DictionaryArray::<Int32Type>::try_new(keys, Arc::clone(&words)).ok()?) as ArrayRef)
    };
    of::<Int8Type>(codes, &words)
        .or_else(|| of::<Int16Type>(codes, &words))
        .or_else(|| of::<Int32Type>(codes, &words))
        .or_else(wide)
}

/// One array of what may come in chunks.
fn arrow(values: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    let (chunks, field) = values.extract::<AnyArray>()?.into_chunked_array()?.into_inner();
    match chunks.as_slice() {
        [] => Ok(arrow_array::new_empty_array(field.data_type())),
        [one] => Ok(Arc::clone(one)),
        many => {
            let many: Vec<&dyn Array> = many.iter().map(|chunk| &**chunk).collect();
            concat(&many).map_err(|error| pyo3::exceptions::PyValueError::new_err(error.to_string()))
        }
    }
}
