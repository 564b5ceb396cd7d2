//! Columns of a table as the engine takes columns: borrowed where they are stored so, copied where they are not.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Int8Type, Int16Type, Int32Type, UInt8Type, UInt16Type, UInt32Type};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Float32Array, Float64Array, Int32Array, Int64Array,
    LargeStringArray, StringArray, UInt8Array,
};
use arrow_schema::DataType;
use arrow_select::take::{TakeOptions, take};
use ndarray::ArrayView1;
use osteon::batch::{Bits, Codes, TextRows, Values};
use osteon::columns::Kind;
use osteon::error::{Code, Refusal};
use osteon_table::Cell;

use crate::column::{Column, is_read};

/// A column, held for [`osteon::batch::Columns`] to borrow.
///
/// ```
/// use std::sync::Arc;
/// use arrow_array::{ArrayRef, Float64Array};
/// use osteon::batch::Columns;
/// use osteon_arrow::Held;
/// let ages: ArrayRef = Arc::new(Float64Array::from(vec![Some(67.0), None]));
/// let held = Held::of("age_years", &ages)?;
/// let words = held.words();
/// let mut people = Columns::new(2);
/// people.push("age_years", held.values(&words), held.validity())?;
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
#[derive(Clone, Debug)]
pub struct Held(Stored);

#[derive(Clone, Debug)]
enum Stored {
    F64(Float64Array),
    F32(Float32Array),
    I64(Int64Array),
    I32(Int32Array),
    U8(UInt8Array),
    Flags(BooleanArray),
    Days(Date32Array),
    Text(StringArray),
    LargeText(LargeStringArray),
    /// A dictionary of text: its keys, and its words.
    Words(ArrayRef, ArrayRef),
}

impl Held {
    /// The column of a field. Nothing is copied of numbers of 64 and 32 bits, of small whole numbers without a sign, yes or
    /// no, days, text and dictionaries of text.
    ///
    /// # Errors
    /// A name that is no field; a type that is never read, such as a list.
    pub fn of(field: &str, array: &ArrayRef) -> Result<Self, Refusal> {
        let kind = osteon::columns::column(&field.to_ascii_lowercase())
            .map_err(|hint| Refusal::new(Code::UnknownKey, field.to_owned(), field.to_owned(), hint))?
            .kind;
        let refused = |limit: String| {
            Refusal::new(Code::WrongType, field.to_owned(), array.data_type().to_string(), limit)
        };
        is_read(array.data_type()).map_err(refused)?;
        stored(array, kind).map(Self).ok_or_else(|| refused("a column of this type is not read".into()))
    }

    fn array(&self) -> &dyn Array {
        match &self.0 {
            Stored::F64(array) => array,
            Stored::F32(array) => array,
            Stored::I64(array) => array,
            Stored::I32(array) => array,
            Stored::U8(array) => array,
            Stored::Flags(array) => array,
            Stored::Days(array) => array,
            Stored::Text(array) => array,
            Stored::LargeText(array) => array,
            Stored::Words(keys, _) => keys,
        }
    }

    /// The words of a dictionary, for [`values`](Self::values); empty of any other column.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        match &self.0 {
            // A word that is null is read as unknown, as an empty one is.
            Stored::Words(_, words) => match words.data_type() {
                DataType::Utf8View => words.as_string_view().iter().map(Option::unwrap_or_default).collect(),
                DataType::LargeUtf8 => {
                    words.as_string::<i64>().iter().map(Option::unwrap_or_default).collect()
                }
                _ => words.as_string::<i32>().iter().map(Option::unwrap_or_default).collect(),
            },
            _ => Vec::new(),
        }
    }

    /// The values; `words` are those of [`words`](Self::words).
    #[must_use]
    pub fn values<'a>(&'a self, words: &'a [&'a str]) -> Values<'a> {
        match &self.0 {
            Stored::F64(array) => Values::F64(ArrayView1::from(&**array.values())),
            Stored::F32(array) => Values::F32(ArrayView1::from(&**array.values())),
            Stored::I64(array) => Values::I64(ArrayView1::from(&**array.values())),
            Stored::I32(array) => Values::I32(ArrayView1::from(&**array.values())),
            Stored::U8(array) => Values::U8(ArrayView1::from(&**array.values())),
            Stored::Flags(array) => {
                let flags = array.values();
                match Bits::new(flags.values(), flags.offset(), flags.len()) {
                    Some(bits) => Values::Bits(bits),
                    None => nothing(),
                }
            }
            Stored::Days(array) => Values::Days(ArrayView1::from(&**array.values())),
            Stored::Text(array) => Values::Text(TextRows::utf8(array.value_offsets(), array.value_data())),
            Stored::LargeText(array) => {
                Values::Text(TextRows::large_utf8(array.value_offsets(), array.value_data()))
            }
            Stored::Words(keys, _) => match codes(keys) {
                Some(codes) => Values::Words(codes, words),
                None => nothing(),
            },
        }
    }

    /// A bit for each row that has a value; `None` where all have one.
    #[must_use]
    pub fn validity(&self) -> Option<Bits<'_>> {
        let nulls = self.array().nulls()?;
        Bits::new(nulls.validity(), nulls.offset(), nulls.len())
    }
}

/// Of a column that cannot be: its length is refused.
fn nothing<'a>() -> Values<'a> {
    Values::F64(ArrayView1::from(&[]))
}

fn codes(keys: &ArrayRef) -> Option<Codes<'_>> {
    Some(match keys.data_type() {
        DataType::Int8 => Codes::I8(keys.as_primitive::<Int8Type>().values()),
        DataType::UInt8 => Codes::U8(keys.as_primitive::<UInt8Type>().values()),
        DataType::Int16 => Codes::I16(keys.as_primitive::<Int16Type>().values()),
        DataType::UInt16 => Codes::U16(keys.as_primitive::<UInt16Type>().values()),
        DataType::Int32 => Codes::I32(keys.as_primitive::<Int32Type>().values()),
        DataType::UInt32 => Codes::U32(keys.as_primitive::<UInt32Type>().values()),
        _ => return None,
    })
}

fn stored(array: &ArrayRef, kind: Kind) -> Option<Stored> {
    let takes_words = matches!(kind, Kind::Choice(_) | Kind::Text | Kind::List | Kind::Date | Kind::Flag);
    // A name or a serial number may be stored as a number.
    let as_text = matches!(kind, Kind::Text);
    Some(match array.data_type() {
        DataType::Dictionary(_, values) => {
            let dictionary = array.as_any_dictionary_opt()?;
            let text = matches!(**values, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View);
            let keys = dictionary.keys();
            let plain = codes(&keys.slice(0, 0)).is_some();
            if text && takes_words && plain {
                Stored::Words(keys.slice(0, keys.len()), dictionary.values().clone())
            } else {
                stored(&unpacked(array, keys.len())?, kind)?
            }
        }
        DataType::Null => Stored::Text(StringArray::new_null(array.len())),
        DataType::Utf8 => Stored::Text(array.as_string().clone()),
        DataType::LargeUtf8 => Stored::LargeText(array.as_string().clone()),
        DataType::Utf8View => Stored::LargeText(array.as_string_view().iter().collect()),
        DataType::Float32 if !as_text => Stored::F32(array.as_primitive::<Float32Type>().clone()),
        DataType::Int32 if !as_text => Stored::I32(array.as_primitive::<Int32Type>().clone()),
        DataType::UInt8 if !as_text => Stored::U8(array.as_primitive::<UInt8Type>().clone()),
        _ => match Column::of(array, as_text)? {
            Column::Number(numbers) => Stored::F64(numbers),
            Column::Whole(numbers) => Stored::I64(numbers),
            Column::Flag(flags) => Stored::Flags(flags),
            Column::Text(text) => Stored::Text(text),
            Column::LargeText(text) => Stored::LargeText(text),
            Column::Date(days) => Stored::Days(days),
            column @ Column::Moment { .. } => days(&column, array.len()),
            Column::Null | Column::TextView(_) | Column::Dictionary { .. } => return None,
        },
    })
}

/// The values of a dictionary, row by row; of a code that has none, words that only free text takes.
fn unpacked(array: &ArrayRef, rows: usize) -> Option<ArrayRef> {
    let dictionary = array.as_any_dictionary_opt()?;
    let checked = Some(TakeOptions { check_bounds: true });
    take(dictionary.values(), dictionary.keys(), checked).ok().or_else(|| {
        let column = Column::of(array, false)?;
        let text = |row| match column.cell(row) {
            Cell::Empty => None,
            cell => Some(cell.text()),
        };
        Some(Arc::new((0..rows).map(text).collect::<StringArray>()))
    })
}

/// Moments that are all the beginning of a day, as days; others in words, for each to be refused by its row.
fn days(moments: &Column, rows: usize) -> Stored {
    let epoch = jiff::civil::Date::constant(1970, 1, 1);
    let day = |row| match moments.cell(row) {
        Cell::Date(date) => {
            let days = (date - epoch).get_days();
            Some(Some(days))
        }
        Cell::Empty => Some(None),
        _ => None,
    };
    match (0..rows).map(day).collect::<Option<Date32Array>>() {
        Some(days) => Stored::Days(days),
        None => Stored::Text(
            (0..rows)
                .map(|row| match moments.cell(row) {
                    Cell::Empty => None,
                    cell => Some(cell.text()),
                })
                .collect(),
        ),
    }
}
