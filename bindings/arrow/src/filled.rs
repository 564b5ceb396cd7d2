//! Answers of columns as a record batch.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{
    ArrayRef, BooleanArray, DictionaryArray, Float64Array, Int8Array, Int32Array, RecordBatch, StringArray,
};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer, ScalarBuffer};
use arrow_schema::{DataType, Field, FieldRef};
use arrow_select::take::take;
use osteon::batch::{AnswerColumn, Answered, Holds, Owned};

use crate::error::Error;

/// The field of a column of answers: numbers, yes or no, words and sets of words. With `plain`, words are text in place
/// of dictionaries. A set is its words with `;` between, null where it is empty.
#[must_use]
pub fn answer_field(column: &AnswerColumn, plain: bool) -> Field {
    let dictionary = |keys: DataType| {
        if plain { DataType::Utf8 } else { DataType::Dictionary(Box::new(keys), Box::new(DataType::Utf8)) }
    };
    let data_type = match &column.holds {
        Holds::Codes(words) if *words == AnswerColumn::TRUTH => DataType::Boolean,
        Holds::Codes(_) => dictionary(DataType::Int8),
        Holds::Sets(_) => dictionary(DataType::Int32),
        _ => DataType::Float64,
    };
    Field::new(&column.name, data_type, true)
}

/// What every answer says it read into silences, beside what the engine did: a caller's map may read a blank as "no".
#[derive(Clone, Copy, Debug, Default)]
pub struct Always<'a> {
    /// In words; empty where there is none.
    pub said: &'a str,
    /// The rows that were refused, in their order: they say nothing.
    pub but_in: &'a [usize],
}

impl Always<'_> {
    /// What it is for one column: all of it for that which says what was assumed, nothing for any other.
    #[must_use]
    pub fn of(self, column: &AnswerColumn) -> Self {
        if column.name == "assumed" { self } else { Self::default() }
    }
}

/// The sets of a column by number: for each row the number of its set, -1 where it is empty, and the sets in words, as
/// they come.
#[must_use]
pub fn numbered_sets(sets: &[u64], words: &[&str], always: Always<'_>) -> (Vec<i32>, Vec<String>) {
    let mut known: HashMap<u64, i32> = HashMap::new();
    let mut texts: Vec<String> = Vec::new();
    // Most rows say what the row before said.
    let mut last = None;
    let mut number = |set: u64| {
        let (before, mut number) = last.unwrap_or((set, -1));
        if last.is_none() || set != before {
            number = *known.entry(set).or_insert_with(|| {
                let own =
                    words.iter().enumerate().filter(|(bit, _)| set >> bit & 1 != 0).map(|(_, word)| *word);
                let all: Vec<&str> = own.chain(Some(always.said).filter(|said| !said.is_empty())).collect();
                if all.is_empty() {
                    return -1;
                }
                texts.push(all.join(";"));
                i32::try_from(texts.len() - 1).unwrap_or(i32::MAX)
            });
            last = Some((set, number));
        }
        number
    };
    let mut numbers: Vec<i32> = sets.iter().map(|&set| number(set)).collect();
    for &row in always.but_in {
        if let Some(number) = numbers.get_mut(row) {
            *number = -1;
        }
    }
    (numbers, texts)
}

/// The array of a column of answers, of the type of [`answer_field`]. Numbers are not copied.
///
/// # Errors
/// Words that are more than their codes can count.
pub fn answer_array(answered: Answered, plain: bool, always: Always<'_>) -> Result<ArrayRef, Error> {
    let Answered { column, values } = answered;
    let array: ArrayRef = match (values, &column.holds) {
        (Owned::Numbers { values, validity }, _) => {
            let rows = values.len();
            let nulls = NullBuffer::new(BooleanBuffer::new(Buffer::from_vec(validity), 0, rows));
            let nulls = (nulls.null_count() > 0).then_some(nulls);
            Arc::new(Float64Array::try_new(ScalarBuffer::from(values), nulls)?)
        }
        (Owned::Codes(codes), Holds::Codes(words)) => {
            let nulls = NullBuffer::from_iter(codes.iter().map(|&code| code != 0));
            let nulls = (nulls.null_count() > 0).then_some(nulls);
            if *words == AnswerColumn::TRUTH {
                let truths = BooleanBuffer::from_iter(codes.iter().map(|&code| code == 2));
                Arc::new(BooleanArray::new(truths, nulls))
            } else {
                let keys = codes.iter().map(|&code| code.wrapping_sub(1).cast_signed().max(0)).collect();
                let keys = Int8Array::try_new(keys, nulls)?;
                let words = Arc::new(StringArray::from(words.clone()));
                unpacked(Arc::new(DictionaryArray::<Int8Type>::try_new(keys, words)?), plain)?
            }
        }
        (Owned::Sets(sets), Holds::Sets(words)) => {
            let (numbers, texts) = numbered_sets(&sets, words, always.of(&column));
            let nulls = NullBuffer::from_iter(numbers.iter().map(|&number| number >= 0));
            let nulls = (nulls.null_count() > 0).then_some(nulls);
            let keys = Int32Array::try_new(numbers.into_iter().map(|number| number.max(0)).collect(), nulls)?;
            let words = Arc::new(StringArray::from(texts));
            unpacked(Arc::new(DictionaryArray::<Int32Type>::try_new(keys, words)?), plain)?
        }
        _ => return Err(Error::said(format!("{}: its answers are not what it holds", column.name))),
    };
    Ok(array)
}

fn unpacked(array: ArrayRef, plain: bool) -> Result<ArrayRef, Error> {
    use arrow_array::cast::AsArray as _;
    match array.as_any_dictionary_opt().filter(|_| plain) {
        Some(dictionary) => Ok(take(dictionary.values(), dictionary.keys(), None)?),
        None => Ok(array),
    }
}

/// A batch of the columns that are kept from the input, and after them the answers.
///
/// # Errors
/// Two columns of one name, or of different lengths.
pub fn answer_batch(
    kept: Vec<(FieldRef, ArrayRef)>,
    answers: osteon::batch::Answers,
    plain: bool,
    always: Always<'_>,
) -> Result<RecordBatch, Error> {
    let (mut fields, mut arrays): (Vec<FieldRef>, Vec<ArrayRef>) = kept.into_iter().unzip();
    for answered in answers.columns {
        fields.push(Arc::new(answer_field(&answered.column, plain)));
        arrays.push(answer_array(answered, plain, always)?);
    }
    Ok(RecordBatch::try_new(Arc::new(arrow_schema::Schema::new(fields)), arrays)?)
}
