//! Columns lent to the engine, and its answers as record batches.

use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Float64Type, Int8Type, Int32Type, Int64Type, UInt32Type};
use arrow_array::{
    Array as _, ArrayRef, BooleanArray, Date32Array, Decimal128Array, DictionaryArray, Float32Array,
    Float64Array, Int16Array, Int64Array, LargeStringArray, ListArray, NullArray, StringArray,
    StringViewArray, TimestampMicrosecondArray, UInt8Array,
};
use arrow_schema::DataType;
use osteon::Engine;
use osteon::batch::{AnswerColumn, Answers, Columns, Reject, assess_columns};
use osteon::error::Code;
use osteon_arrow::{Always, Held, answer_batch, answer_field, numbered_sets};

/// The answers to these columns.
fn answered(columns: &[(&str, ArrayRef)], asked: &[&str]) -> (Answers, Vec<Reject>) {
    let engine = Engine::default();
    let held: Vec<Held> = columns.iter().map(|(field, array)| Held::of(field, array).unwrap()).collect();
    let words: Vec<Vec<&str>> = held.iter().map(Held::words).collect();
    let mut people = Columns::new(columns[0].1.len());
    for ((field, _), (held, words)) in columns.iter().zip(held.iter().zip(&words)) {
        people.push(field, held.values(words), held.validity()).unwrap();
    }
    let asked = asked.iter().map(|name| AnswerColumn::named(&engine, name).unwrap()).collect();
    let mut answers = Answers::new(asked, people.rows());
    let mut rejects = Vec::new();
    assess_columns(&engine, &people, &mut answers.buffers(), &mut |reject| rejects.push(reject)).unwrap();
    (answers, rejects)
}

fn sexes(rows: usize) -> ArrayRef {
    Arc::new(StringArray::from(vec!["female"; rows]))
}

fn ages_of(ages: ArrayRef) -> Vec<Option<f64>> {
    let rows = ages.len();
    let (answers, _) = answered(&[("sex", sexes(rows)), ("age_years", ages)], &["age_years"]);
    (0..rows).map(|row| answers.column("age_years").unwrap().number(row)).collect()
}

#[test]
fn numbers_of_every_type() {
    let some = vec![Some(67.0), None, Some(81.0)];
    let arrays: [ArrayRef; 7] = [
        Arc::new(Float64Array::from(some.clone())),
        Arc::new(Float32Array::from(vec![Some(67.0), None, Some(81.0)])),
        Arc::new(Int64Array::from(vec![Some(67), None, Some(81)])),
        Arc::new(Int16Array::from(vec![Some(67), None, Some(81)])),
        Arc::new(UInt8Array::from(vec![Some(67), None, Some(81)])),
        Arc::new(
            Decimal128Array::from(vec![Some(6700), None, Some(8100)]).with_precision_and_scale(6, 2).unwrap(),
        ),
        Arc::new(StringArray::from(vec![Some("67"), None, Some("81")])),
    ];
    for array in arrays {
        assert_eq!(ages_of(Arc::clone(&array)), some, "{}", array.data_type());
        // A part of an array begins where it begins.
        assert_eq!(ages_of(array.slice(1, 2)), some[1..], "{}", array.data_type());
    }
}

#[test]
fn a_short_decimal_stays_the_decimal_that_was_meant() {
    let neck: ArrayRef = Arc::new(Float32Array::from(vec![0.558]));
    let age: ArrayRef = Arc::new(Float64Array::from(vec![67.0]));
    let maker: ArrayRef = Arc::new(StringArray::from(vec!["hologic"]));
    let (answers, _) = answered(
        &[("sex", sexes(1)), ("age_years", age), ("manufacturer", maker), ("bmd_femoral_neck", neck)],
        &["diagnosis"],
    );
    assert_eq!(answers.column("diagnosis").unwrap().word(0), Some("osteoporosis"));
}

fn priorities(sexes: ArrayRef) -> Vec<Option<&'static str>> {
    let rows = sexes.len();
    let ages: ArrayRef = Arc::new(Float64Array::from(vec![67.0; rows]));
    let (answers, _) = answered(&[("sex", sexes), ("age_years", ages)], &["sex"]);
    (0..rows).map(|row| answers.column("sex").unwrap().word(row)).collect()
}

#[test]
fn words_of_every_type() {
    let words = vec![Some("female"), Some("male"), None, Some("female")];
    let arrays: [ArrayRef; 6] = [
        Arc::new(StringArray::from(words.clone())),
        Arc::new(LargeStringArray::from(words.clone())),
        Arc::new(StringViewArray::from(words.clone())),
        Arc::new(words.iter().copied().collect::<DictionaryArray<Int8Type>>()),
        Arc::new(words.iter().copied().collect::<DictionaryArray<UInt32Type>>()),
        Arc::new(words.iter().copied().collect::<DictionaryArray<Int64Type>>()),
    ];
    for array in arrays {
        let expected = [Some("female"), Some("male"), None, Some("female")];
        assert_eq!(priorities(Arc::clone(&array)), expected, "{}", array.data_type());
        assert_eq!(priorities(array.slice(1, 3)), expected[1..], "{}", array.data_type());
    }
    // A word of the dictionary may itself be null.
    let values: ArrayRef = Arc::new(StringArray::from(vec![Some("male"), None]));
    let keys = arrow_array::Int32Array::from(vec![0, 1]);
    let dictionary: ArrayRef = Arc::new(DictionaryArray::<Int32Type>::try_new(keys, values).unwrap());
    assert_eq!(priorities(dictionary), [Some("male"), None]);
}

#[test]
fn a_dictionary_of_numbers_in_words_is_read_as_text() {
    let ages: ArrayRef = Arc::new(vec!["67", "81"].into_iter().collect::<DictionaryArray<Int8Type>>());
    assert_eq!(ages_of(ages), [Some(67.0), Some(81.0)]);
}

#[test]
fn days_and_moments() {
    let born: ArrayRef = Arc::new(Date32Array::from(vec![Some(-7305), None]));
    let day = 86_400_000_000;
    let midnights: ArrayRef = Arc::new(TimestampMicrosecondArray::from(vec![Some(-7305 * day), None]));
    let on: ArrayRef = Arc::new(StringArray::from(vec!["2020-01-01"; 2]));
    for born in [born, midnights] {
        let (answers, _) = answered(
            &[("sex", sexes(2)), ("birth_date", born), ("assessed_on", Arc::clone(&on))],
            &["age_years"],
        );
        let age = answers.column("age_years").unwrap();
        assert!((age.number(0).unwrap() - 70.0).abs() < 0.01);
        assert_eq!(age.number(1), None);
    }
    let moments: ArrayRef = Arc::new(TimestampMicrosecondArray::from(vec![-7305 * day, -7304 * day + 1]));
    let (_, rejects) =
        answered(&[("sex", sexes(2)), ("birth_date", moments), ("assessed_on", on)], &["age_years"]);
    assert!(
        rejects.iter().any(|reject| reject.row == 1 && reject.refusal.code == Code::NotADate),
        "{rejects:?}"
    );
    assert!(rejects.iter().all(|reject| reject.row == 1));
}

#[test]
fn nothing_is_unknown_for_everybody() {
    let nothing: ArrayRef = Arc::new(NullArray::new(2));
    let ages: ArrayRef = Arc::new(Float64Array::from(vec![67.0, 70.0]));
    let (answers, rejects) =
        answered(&[("sex", sexes(2)), ("age_years", ages), ("height_cm", nothing)], &["age_years"]);
    assert_eq!((answers.column("age_years").unwrap().number(1), rejects.len()), (Some(70.0), 0));
}

#[test]
fn what_is_never_read_is_refused_by_name() {
    let list: ArrayRef =
        Arc::new(ListArray::from_iter_primitive::<Int32Type, _, _>(vec![Some(vec![Some(1)])]));
    let refused = Held::of("fractures", &list).unwrap_err();
    assert_eq!((refused.code, &*refused.field), (Code::WrongType, "fractures"));
    assert_eq!(Held::of("fracture", &list).unwrap_err().code, Code::UnknownKey);
    let flags: ArrayRef = Arc::new(BooleanArray::from(vec![true]));
    let held = Held::of("height_cm", &flags).unwrap();
    let words = held.words();
    let refused = Columns::new(1).push("height_cm", held.values(&words), held.validity()).unwrap_err();
    assert_eq!(refused.code, Code::WrongType);
}

#[test]
fn answers_are_batches_of_their_types() {
    let ages: ArrayRef = Arc::new(Float64Array::from(vec![Some(67.0), None]));
    let asked = ["age_years", "sex", "course_comes_first", "assumed", "refused"];
    let (answers, _) = answered(&[("sex", sexes(2)), ("age_years", ages)], &asked);
    let columns: Vec<AnswerColumn> = answers.columns.iter().map(|one| one.column.clone()).collect();
    for plain in [false, true] {
        let batch = answer_batch(Vec::new(), answers.clone(), plain, Always::default()).unwrap();
        for (column, field) in columns.iter().zip(batch.schema().fields()) {
            assert_eq!(&answer_field(column, plain), &**field);
        }
        assert_eq!(batch["age_years"].as_primitive::<Float64Type>().value(0).to_bits(), 67.0_f64.to_bits());
        assert!(asked[..4].iter().all(|name| batch[*name].is_null(1)), "a refused row has no answer");
        let text = DataType::Utf8;
        if plain {
            assert!(["sex", "assumed", "refused"].iter().all(|name| *batch[*name].data_type() == text));
            assert_eq!(batch["assumed"].as_string::<i32>().value(0), "postmenopausal=true");
            assert_eq!(batch["refused"].as_string::<i32>().value(1), "missing");
        }
    }
}

#[test]
fn what_a_map_reads_is_said_in_every_row_but_those_refused() {
    let always = Always { said: "copd=no", but_in: &[2] };
    let (numbers, texts) = numbered_sets(&[0, 0b01, 0, 0b11, 0b01], &["a", "b"], always);
    let said: Vec<Option<&str>> =
        numbers.iter().map(|&number| usize::try_from(number).ok().map(|at| texts[at].as_str())).collect();
    assert_eq!(said, [Some("copd=no"), Some("a;copd=no"), None, Some("a;b;copd=no"), Some("a;copd=no")]);
    let (numbers, texts) = numbered_sets(&[0, 0b10], &["a", "b"], Always::default());
    assert_eq!((numbers, texts), (vec![-1, 0], vec!["b".to_owned()]));
}
