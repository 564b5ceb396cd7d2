//! A column of Python objects: text, numbers, yes or no, or dates, with holes.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Float64Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, new_null_array};
use arrow_schema::DataType;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString};

/// What a column of objects holds.
enum Column {
    /// Nothing but holes until now, so many.
    Holes(usize),
    Text(StringBuilder),
    Whole(Int64Builder),
    Numbers(Float64Builder),
    Flags(BooleanBuilder),
}

/// One object.
enum Object {
    Hole,
    Text(String),
    Whole(i64),
    Number(f64),
    Flag(bool),
    /// None of those, in words.
    Other(String),
}

impl Object {
    /// As it stands in a column of objects of several kinds.
    fn text(self) -> Option<String> {
        match self {
            Self::Hole => None,
            Self::Text(text) | Self::Other(text) => Some(text),
            Self::Whole(number) => Some(number.to_string()),
            Self::Number(number) => Some(number.to_string()),
            Self::Flag(flag) => Some(flag.to_string()),
        }
    }
}

impl Column {
    /// A column that begins with so many holes, for what comes after them.
    fn after(holes: usize, object: &Object) -> Self {
        match object {
            Object::Hole => Self::Holes(holes),
            Object::Text(_) | Object::Other(_) => Self::Text(StringBuilder::new().after(holes)),
            Object::Whole(_) => Self::Whole(Int64Builder::new().after(holes)),
            Object::Number(_) => Self::Numbers(Float64Builder::new().after(holes)),
            Object::Flag(_) => Self::Flags(BooleanBuilder::new().after(holes)),
        }
    }

    /// Adds an object; `false` where it is of another kind than those before.
    fn push(&mut self, object: Object) -> bool {
        if let Self::Holes(holes) = self {
            *self = Self::after(*holes, &object);
        }
        match (self, object) {
            (Self::Holes(holes), Object::Hole) => *holes += 1,
            (Self::Text(cells), Object::Hole) => cells.append_null(),
            (Self::Whole(cells), Object::Hole) => cells.append_null(),
            (Self::Numbers(cells), Object::Hole) => cells.append_null(),
            (Self::Flags(cells), Object::Hole) => cells.append_null(),
            (Self::Text(cells), Object::Text(text) | Object::Other(text)) => cells.append_value(text),
            (Self::Whole(cells), Object::Whole(number)) => cells.append_value(number),
            (Self::Numbers(cells), Object::Number(number)) => cells.append_value(number),
            (Self::Flags(cells), Object::Flag(flag)) => cells.append_value(flag),
            _ => return false,
        }
        true
    }

    fn finish(self) -> ArrayRef {
        match self {
            Self::Holes(holes) => new_null_array(&DataType::Null, holes),
            Self::Text(mut cells) => Arc::new(cells.finish()),
            Self::Whole(mut cells) => Arc::new(cells.finish()),
            Self::Numbers(mut cells) => Arc::new(cells.finish()),
            Self::Flags(mut cells) => Arc::new(cells.finish()),
        }
    }
}

/// A builder that begins with holes.
trait After {
    fn after(self, holes: usize) -> Self;
}

macro_rules! begins_with_holes {
    ($($Builder:ty),+) => {
        $(impl After for $Builder {
            fn after(mut self, holes: usize) -> Self {
                (0..holes).for_each(|_| self.append_null());
                self
            }
        })+
    };
}
begins_with_holes!(StringBuilder, Int64Builder, Float64Builder, BooleanBuilder);

/// An object that is nothing which a field takes.
pub(crate) struct Odd {
    pub(crate) row: usize,
    pub(crate) said: String,
}

/// The array of a column of objects, and the first of them that no field takes: one of numbers, words or days refuses it
/// by its row, and one of free text would not.
pub(crate) fn read(values: &Bound<'_, PyAny>) -> PyResult<(ArrayRef, Option<Odd>)> {
    let (mut column, mut odd, mut fits) = (Column::Holes(0), None, true);
    for (row, value) in values.try_iter()?.enumerate() {
        let object = object(&value?)?;
        if let Object::Other(said) = &object
            && odd.is_none()
        {
            odd = Some(Odd { row, said: said.clone() });
        }
        fits = fits && column.push(object);
    }
    Ok((if fits { column.finish() } else { mixed(values)? }, odd))
}

/// Objects of several kinds: numbers alone stay numbers; otherwise each as text, for its field to take or to refuse by
/// its row.
fn mixed(values: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    let all: Vec<Object> = values.try_iter()?.map(|value| object(&value?)).collect::<PyResult<_>>()?;
    // A whole number beyond 2^53 is no quantity, and would become another.
    let number = |object: &Object| match object {
        Object::Hole => Some(None),
        Object::Number(number) => Some(Some(*number)),
        Object::Whole(number) if number.unsigned_abs() <= 1 << 53 => Some(Some(*number as f64)),
        _ => None,
    };
    if let Some(numbers) = all.iter().map(number).collect::<Option<arrow_array::Float64Array>>() {
        return Ok(Arc::new(numbers));
    }
    let text: arrow_array::StringArray = all.into_iter().map(Object::text).collect();
    Ok(Arc::new(text))
}

/// What an object is.
fn object(value: &Bound<'_, PyAny>) -> PyResult<Object> {
    if value.is_none() {
        return Ok(Object::Hole);
    }
    if let Ok(text) = value.cast::<PyString>() {
        // A half of a pair of surrogates is no text.
        return Ok(match text.to_str() {
            Ok(text) => Object::Text(text.to_owned()),
            Err(_) => other(value),
        });
    }
    if let Ok(flag) = value.cast::<PyBool>() {
        return Ok(Object::Flag(flag.is_true()));
    }
    if value.is_instance_of::<PyFloat>() {
        return Ok(number(value));
    }
    if value.is_instance_of::<PyInt>() {
        return Ok(value.extract().map_or_else(|_| other(value), Object::Whole));
    }
    let py = value.py();
    let name = value.get_type().name().map_or(String::new(), |name| name.to_string());
    match &*name {
        // Of pandas and of masked arrays.
        "NAType" | "NaTType" | "MaskedConstant" => Ok(Object::Hole),
        "bool" | "bool_" => Ok(Object::Flag(value.is_truthy()?)),
        "datetime64" => {
            let day = value.call_method0(intern!(py, "item"))?;
            if day.is_none() { Ok(Object::Hole) } else { object(&day) }
        }
        _ if value.hasattr(intern!(py, "isoformat"))? => {
            let text: String = value.call_method0(intern!(py, "isoformat"))?.extract()?;
            // The beginning of a day is a day; any other moment is refused by its row.
            let day = text.strip_suffix("T00:00:00").unwrap_or(&text);
            Ok(Object::Text(day.to_owned()))
        }
        "complex" | "complex64" | "complex128" | "timedelta64" => Ok(other(value)),
        _ if value.hasattr(intern!(py, "__index__"))? => {
            Ok(value.extract().map_or_else(|_| other(value), Object::Whole))
        }
        _ if value.hasattr(intern!(py, "__float__"))? && !value.hasattr(intern!(py, "__len__"))? => {
            Ok(number(value))
        }
        _ => Ok(other(value)),
    }
}

fn number(value: &Bound<'_, PyAny>) -> Object {
    match value.extract::<f64>() {
        Ok(number) if number.is_nan() => Object::Hole,
        Ok(number) => Object::Number(number),
        Err(_) => other(value),
    }
}

/// What no field takes: its type, and how it begins.
fn other(value: &Bound<'_, PyAny>) -> Object {
    const MOST: usize = 40;
    let name = value.get_type().name().map_or(String::new(), |name| name.to_string());
    let text = value.str().map_or(String::new(), |text| text.to_string_lossy().into_owned());
    let begins: String = text.chars().take(MOST).collect();
    let more = if begins.len() < text.len() { "\u{2026}" } else { "" };
    Object::Other(format!("{name} {begins}{more}"))
}
