//! A column of a batch, made ready to be read cell by cell.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type, Float16Type, Float32Type,
    Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, LargeStringArray, StringArray,
    StringViewArray,
};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, TimeUnit};
use jiff::SignedDuration;
use jiff::civil::{Date, DateTime};
use osteon_table::Cell;

use crate::decimal::scaled;
use osteon::columns::{of_f32, shortest_decimal};

/// A column of one of the types that are read.
pub(crate) enum Column {
    Null,
    Number(Float64Array),
    Whole(Int64Array),
    Flag(BooleanArray),
    Text(StringArray),
    LargeText(LargeStringArray),
    TextView(StringViewArray),
    Date(Date32Array),
    /// Ticks since 1970, by the clock of the column's own zone.
    Moment {
        ticks: Int64Array,
        per_second: i64,
        offset_seconds: i64,
    },
    Dictionary {
        keys: Vec<usize>,
        nulls: Option<NullBuffer>,
        values: Box<Self>,
    },
}

const EPOCH: DateTime = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
const SECONDS_OF_DAY: i64 = 86_400;
/// What stands for a day that no calendar of ours has; it is refused as a date.
const BEYOND: &str = "a day beyond the year 9999";

/// Whether a column of a type can be read; else what to do about it.
pub(crate) fn is_read(data_type: &DataType) -> Result<(), String> {
    match data_type {
        DataType::Null
        | DataType::Boolean
        | DataType::Float16
        | DataType::Float32
        | DataType::Float64
        | DataType::Utf8
        | DataType::LargeUtf8
        | DataType::Utf8View
        | DataType::Date32
        | DataType::Date64
        | DataType::Decimal32(..)
        | DataType::Decimal64(..)
        | DataType::Decimal128(..) => Ok(()),
        DataType::Timestamp(_, zone) => offset_seconds(zone.as_deref()).map(drop),
        DataType::Dictionary(_, values) if !matches!(**values, DataType::Dictionary(..)) => is_read(values),
        whole if whole.is_integer() => Ok(()),
        nested if nested.is_nested() => {
            Err("a column of lists or objects is not read: fractures and treatments are text \
                                             in the shorthand of a CSV, such as pelvis@24;vertebra@66y"
                .into())
        }
        _ => Err("a column of this type is not read: store numbers, yes or no, text or dates".into()),
    }
}

/// The offset of a zone; a name would need a calendar of zones, which changes from machine to machine.
fn offset_seconds(zone: Option<&str>) -> Result<i64, String> {
    let Some(zone) = zone else { return Ok(0) };
    if matches!(zone, "UTC" | "utc" | "Z" | "Etc/UTC" | "GMT" | "Etc/GMT") {
        return Ok(0);
    }
    let fixed = || -> Option<i64> {
        let sign = if zone.starts_with('-') { -1 } else { 1 };
        let (hours, minutes) = zone.strip_prefix(['+', '-'])?.split_once(':')?;
        let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
        (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes) * 60)
    };
    fixed().ok_or_else(|| format!("the day depends on the rules of the zone {zone}: store a date"))
}

/// What stands for a code that the list of a dictionary has no word for; only free text takes it. Nobody checks the codes of an
/// array that comes from another library.
const NO_WORD: &str = "a code without a word in the dictionary of its column";
/// The place of such a code.
const NO_PLACE: usize = usize::MAX;

/// The places of codes in a list of so many words. `None`: codes that are no whole numbers.
fn places(keys: &dyn Array, words: usize) -> Option<Vec<usize>> {
    fn of<T: ArrowPrimitiveType>(keys: &dyn Array, words: usize) -> Option<Vec<usize>>
    where
        usize: TryFrom<T::Native>,
    {
        let place = |&key: &T::Native| usize::try_from(key).ok().filter(|&place| place < words);
        let keys = keys.as_primitive_opt::<T>()?;
        Some(keys.values().iter().map(|key| place(key).unwrap_or(NO_PLACE)).collect())
    }
    of::<Int8Type>(keys, words)
        .or_else(|| of::<UInt8Type>(keys, words))
        .or_else(|| of::<Int16Type>(keys, words))
        .or_else(|| of::<UInt16Type>(keys, words))
        .or_else(|| of::<Int32Type>(keys, words))
        .or_else(|| of::<UInt32Type>(keys, words))
        .or_else(|| of::<Int64Type>(keys, words))
        .or_else(|| of::<UInt64Type>(keys, words))
}

impl Column {
    /// `None`: a type that is not read. `as_text`: it is wanted in the words of a CSV.
    pub(crate) fn of(array: &ArrayRef, as_text: bool) -> Option<Self> {
        is_read(array.data_type()).ok()?;
        let column = Self::typed(array)?;
        if !as_text {
            return Some(column);
        }
        Some(match column {
            Self::Null | Self::Text(_) | Self::LargeText(_) | Self::TextView(_) => column,
            Self::Dictionary { keys, nulls, .. } => {
                let values = array.as_any_dictionary_opt()?.values().clone();
                Self::Dictionary { keys, nulls, values: Box::new(Self::of(&values, true)?) }
            }
            _ => Self::Text(in_words(array, &column)),
        })
    }

    fn typed(array: &ArrayRef) -> Option<Self> {
        Some(match array.data_type() {
            DataType::Null => Self::Null,
            DataType::Boolean => Self::Flag(array.as_boolean().clone()),
            DataType::Float64 => Self::Number(array.as_primitive().clone()),
            DataType::Float32 => Self::Number(array.as_primitive::<Float32Type>().unary(of_f32)),
            DataType::Float16 => Self::Number(array.as_primitive::<Float16Type>().unary(|short| {
                let full = short.to_f64();
                let same = |few: f64| <Float16Type as ArrowPrimitiveType>::Native::from_f64(few) == short;
                shortest_decimal(full, same).unwrap_or(full)
            })),
            DataType::Int64 => Self::Whole(array.as_primitive().clone()),
            DataType::Int32 => Self::Whole(array.as_primitive::<Int32Type>().unary(i64::from)),
            DataType::Int16 => Self::Whole(array.as_primitive::<Int16Type>().unary(i64::from)),
            DataType::Int8 => Self::Whole(array.as_primitive::<Int8Type>().unary(i64::from)),
            DataType::UInt32 => Self::Whole(array.as_primitive::<UInt32Type>().unary(i64::from)),
            DataType::UInt16 => Self::Whole(array.as_primitive::<UInt16Type>().unary(i64::from)),
            DataType::UInt8 => Self::Whole(array.as_primitive::<UInt8Type>().unary(i64::from)),
            DataType::UInt64 => Self::Number(array.as_primitive::<UInt64Type>().unary(|whole| whole as f64)),
            &DataType::Decimal32(_, scale) => {
                Self::Number(array.as_primitive::<Decimal32Type>().unary(|value| scaled(value.into(), scale)))
            }
            &DataType::Decimal64(_, scale) => {
                Self::Number(array.as_primitive::<Decimal64Type>().unary(|value| scaled(value.into(), scale)))
            }
            &DataType::Decimal128(_, scale) => {
                Self::Number(array.as_primitive::<Decimal128Type>().unary(|value| scaled(value, scale)))
            }
            DataType::Utf8 => Self::Text(array.as_string().clone()),
            DataType::LargeUtf8 => Self::LargeText(array.as_string().clone()),
            DataType::Utf8View => Self::TextView(array.as_string_view().clone()),
            DataType::Date32 => Self::Date(array.as_primitive().clone()),
            DataType::Date64 => moment(array.as_primitive::<Date64Type>().reinterpret_cast(), 1_000, 0),
            DataType::Timestamp(unit, zone) => {
                let offset = offset_seconds(zone.as_deref()).ok()?;
                match unit {
                    TimeUnit::Second => {
                        moment(array.as_primitive::<TimestampSecondType>().reinterpret_cast(), 1, offset)
                    }
                    TimeUnit::Millisecond => moment(
                        array.as_primitive::<TimestampMillisecondType>().reinterpret_cast(),
                        1_000,
                        offset,
                    ),
                    TimeUnit::Microsecond => {
                        let ticks = array.as_primitive::<TimestampMicrosecondType>().reinterpret_cast();
                        moment(ticks, 1_000_000, offset)
                    }
                    TimeUnit::Nanosecond => {
                        let ticks = array.as_primitive::<TimestampNanosecondType>().reinterpret_cast();
                        moment(ticks, 1_000_000_000, offset)
                    }
                }
            }
            DataType::Dictionary(..) => {
                let dictionary = array.as_any_dictionary_opt()?;
                let values = Box::new(Self::typed(dictionary.values())?);
                let keys = places(dictionary.keys(), dictionary.values().len())?;
                Self::Dictionary { keys, nulls: dictionary.keys().nulls().cloned(), values }
            }
            _ => return None,
        })
    }

    /// A cell; the row is in the column.
    #[inline]
    pub(crate) fn cell(&self, row: usize) -> Cell<'_> {
        match self {
            Self::Null => Cell::Empty,
            Self::Number(array) => valid(array, row).map_or(Cell::Empty, |()| Cell::Number(array.value(row))),
            Self::Whole(array) => valid(array, row).map_or(Cell::Empty, |()| Cell::Whole(array.value(row))),
            Self::Flag(array) => valid(array, row).map_or(Cell::Empty, |()| Cell::Flag(array.value(row))),
            Self::Text(array) => valid(array, row).map_or(Cell::Empty, |()| Cell::Text(array.value(row))),
            Self::LargeText(array) => {
                valid(array, row).map_or(Cell::Empty, |()| Cell::Text(array.value(row)))
            }
            Self::TextView(array) => valid(array, row).map_or(Cell::Empty, |()| Cell::Text(array.value(row))),
            Self::Date(array) => valid(array, row).map_or(Cell::Empty, |()| {
                day(i64::from(array.value(row))).map_or(Cell::Text(BEYOND), Cell::Date)
            }),
            Self::Moment { ticks, per_second, offset_seconds } => valid(ticks, row)
                .map_or(Cell::Empty, |()| time(ticks.value(row), *per_second, *offset_seconds)),
            Self::Dictionary { keys, nulls, values } => {
                match keys.get(row) {
                    Some(&key) if nulls.as_ref().is_none_or(|nulls| nulls.is_valid(row)) => {
                        if key == NO_PLACE { Cell::Text(NO_WORD) } else { values.cell(key) }
                    }
                    _ => Cell::Empty,
                }
            }
        }
    }
}

#[inline]
fn valid(array: &impl Array, row: usize) -> Option<()> {
    (row < array.len() && array.is_valid(row)).then_some(())
}

fn moment(ticks: Int64Array, per_second: i64, offset_seconds: i64) -> Column {
    Column::Moment { ticks, per_second, offset_seconds }
}

fn day(days: i64) -> Option<Date> {
    EPOCH.date().checked_add(SignedDuration::from_secs(days.checked_mul(SECONDS_OF_DAY)?)).ok()
}

fn time(ticks: i64, per_second: i64, offset_seconds: i64) -> Cell<'static> {
    let seconds = ticks.div_euclid(per_second).saturating_add(offset_seconds);
    let nanoseconds = ticks.rem_euclid(per_second) * (1_000_000_000 / per_second);
    if nanoseconds == 0 && seconds % SECONDS_OF_DAY == 0 {
        return day(seconds / SECONDS_OF_DAY).map_or(Cell::Text(BEYOND), Cell::Date);
    }
    let since = SignedDuration::new(seconds, i32::try_from(nanoseconds).unwrap_or(0));
    EPOCH.checked_add(since).map_or(Cell::Text(BEYOND), Cell::Moment)
}

/// The text of each cell; of whole numbers and decimals with every digit.
fn in_words(array: &ArrayRef, column: &Column) -> StringArray {
    let word = |row: usize| -> String {
        match array.data_type() {
            DataType::UInt64 => array.as_primitive::<UInt64Type>().value(row).to_string(),
            DataType::Decimal32(..) => array.as_primitive::<Decimal32Type>().value_as_string(row),
            DataType::Decimal64(..) => array.as_primitive::<Decimal64Type>().value_as_string(row),
            DataType::Decimal128(..) => array.as_primitive::<Decimal128Type>().value_as_string(row),
            _ => column.cell(row).text(),
        }
    };
    (0..array.len()).map(|row| array.is_valid(row).then(|| word(row))).collect()
}
