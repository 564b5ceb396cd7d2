//! A column of Python objects: all text, all numbers, all yes or no, or all dates, with holes.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Float64Builder, StringBuilder};
use arrow_array::{ArrayRef, new_null_array};
use arrow_schema::DataType;
use osteon::error::{Code, Refusal};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString};

use crate::refusal::raised;

/// What a column of objects holds.
enum Column {
    /// Nothing but holes until now, so many.
    Holes(usize),
    Text(StringBuilder),
    Numbers(Float64Builder),
    Flags(BooleanBuilder),
    Days(StringBuilder),
}

/// One object.
enum Object {
    Hole,
    Text(String),
    Number(f64),
    Flag(bool),
    Day(String),
}

impl Object {
    const fn said(&self) -> &'static str {
        match self {
            Self::Hole => "nothing",
            Self::Text(_) => "text",
            Self::Number(_) => "a number",
            Self::Flag(_) => "yes or no",
            Self::Day(_) => "a date",
        }
    }
}

impl Column {
    const fn said(&self) -> &'static str {
        match self {
            Self::Holes(_) => "nothing",
            Self::Text(_) => "text",
            Self::Numbers(_) => "numbers",
            Self::Flags(_) => "yes or no",
            Self::Days(_) => "dates",
        }
    }

    /// A column that begins with so many holes, for what comes after them.
    fn after(holes: usize, object: &Object) -> Self {
        match object {
            Object::Hole => Self::Holes(holes),
            Object::Text(_) => Self::Text(StringBuilder::new().after(holes)),
            Object::Day(_) => Self::Days(StringBuilder::new().after(holes)),
            Object::Number(_) => Self::Numbers(Float64Builder::new().after(holes)),
            Object::Flag(_) => Self::Flags(BooleanBuilder::new().after(holes)),
        }
    }

    /// Adds an object; gives it back where it is of another kind than those before.
    fn push(&mut self, object: Object) -> Result<(), Object> {
        if let Self::Holes(holes) = self {
            *self = Self::after(*holes, &object);
        }
        match (self, object) {
            (Self::Holes(holes), Object::Hole) => *holes += 1,
            (Self::Text(cells) | Self::Days(cells), Object::Hole) => cells.append_null(),
            (Self::Numbers(cells), Object::Hole) => cells.append_null(),
            (Self::Flags(cells), Object::Hole) => cells.append_null(),
            (Self::Text(cells), Object::Text(text)) | (Self::Days(cells), Object::Day(text)) => {
                cells.append_value(text);
            }
            (Self::Numbers(cells), Object::Number(number)) => cells.append_value(number),
            (Self::Flags(cells), Object::Flag(flag)) => cells.append_value(flag),
            (_, other) => return Err(other),
        }
        Ok(())
    }

    fn finish(self) -> ArrayRef {
        match self {
            Self::Holes(holes) => new_null_array(&DataType::Null, holes),
            Self::Text(mut cells) | Self::Days(mut cells) => Arc::new(cells.finish()),
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
begins_with_holes!(StringBuilder, Float64Builder, BooleanBuilder);

/// The array of a column of objects.
pub(crate) fn read(name: &str, values: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    let mut column = Column::Holes(0);
    let wrong = |row: usize, value: String, limit: String| {
        let refusal = Refusal::new(Code::WrongType, name.to_owned(), value, limit);
        raised(values.py(), &[refusal], Some(row))
    };
    for (row, value) in values.try_iter()?.enumerate() {
        let value = value?;
        let object = object(&value)?.ok_or_else(|| {
            let limit = "is no text, number, yes or no, or date";
            wrong(row, type_name(&value), limit.to_owned())
        })?;
        column.push(object).map_err(|object| {
            let limit = format!("is {} where the rows before hold {}", object.said(), column.said());
            wrong(row, value.str().map_or(String::new(), |text| text.to_string()), limit)
        })?;
    }
    Ok(column.finish())
}

fn type_name(value: &Bound<'_, PyAny>) -> String {
    value.get_type().name().map_or(String::new(), |name| name.to_string())
}

/// What an object is; `None`: none of those that are read.
fn object(value: &Bound<'_, PyAny>) -> PyResult<Option<Object>> {
    if value.is_none() {
        return Ok(Some(Object::Hole));
    }
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(Some(Object::Text(text.to_str()?.to_owned())));
    }
    if let Ok(flag) = value.cast::<PyBool>() {
        return Ok(Some(Object::Flag(flag.is_true())));
    }
    if value.is_instance_of::<PyFloat>() || value.is_instance_of::<PyInt>() {
        return number(value);
    }
    let py = value.py();
    match &*type_name(value) {
        // Of pandas and of masked arrays.
        "NAType" | "NaTType" | "MaskedConstant" => Ok(Some(Object::Hole)),
        "bool" | "bool_" => Ok(Some(Object::Flag(value.is_truthy()?))),
        "datetime64" => {
            let day = value.call_method0(intern!(py, "item"))?;
            if day.is_none() { Ok(Some(Object::Hole)) } else { object(&day) }
        }
        _ if value.hasattr(intern!(py, "isoformat"))? => {
            let text: String = value.call_method0(intern!(py, "isoformat"))?.extract()?;
            // The beginning of a day is a day; any other moment is refused by its row.
            let day = text.strip_suffix("T00:00:00").unwrap_or(&text);
            Ok(Some(Object::Day(day.to_owned())))
        }
        "complex" | "complex64" | "complex128" | "timedelta64" => Ok(None),
        _ if value.hasattr(intern!(py, "__float__"))? && !value.hasattr(intern!(py, "__len__"))? => {
            number(value)
        }
        _ => Ok(None),
    }
}

fn number(value: &Bound<'_, PyAny>) -> PyResult<Option<Object>> {
    let number: f64 = value.extract()?;
    Ok(Some(if number.is_nan() { Object::Hole } else { Object::Number(number) }))
}
