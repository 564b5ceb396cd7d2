//! Files and streams, whole and cut short.

use std::fs::File;
use std::io::{Cursor, Write as _};
use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Float64Type, Int32Type};
use arrow_array::{ArrayRef, DictionaryArray, Float64Array, RecordBatch, StringArray, UInt32Array};
use osteon_arrow::{Error, Table, Texts, Writer, copied, kept};

fn batch(rows: usize) -> RecordBatch {
    let id: ArrayRef = Arc::new((0..rows).map(|row| Some(format!("p{row}"))).collect::<StringArray>());
    let age: ArrayRef =
        Arc::new((0..rows).map(|row| (row % 7 > 0).then_some(row as f64)).collect::<Float64Array>());
    let maker: ArrayRef = Arc::new(
        (0..rows)
            .map(|row| ["hologic", "ge_lunar"].get(row % 3).copied())
            .collect::<DictionaryArray<Int32Type>>(),
    );
    RecordBatch::try_from_iter([("id", id), ("age_years", age), ("manufacturer", maker)]).unwrap()
}

fn parquet(batch: &RecordBatch) -> Vec<u8> {
    let mut writer = Writer::parquet(Vec::new(), &batch.schema()).unwrap();
    writer.write(batch).unwrap();
    writer.finish().unwrap()
}

fn arrow(batch: &RecordBatch, is_file: bool) -> Vec<u8> {
    let made = if is_file { Writer::file } else { Writer::stream };
    let mut writer = made(Vec::new(), &batch.schema()).unwrap();
    writer.write(batch).unwrap();
    writer.write(&batch.slice(0, 1)).unwrap();
    writer.finish().unwrap()
}

fn open_parquet(bytes: &[u8]) -> Result<Table, Error> {
    let mut file: File = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    Table::parquet(file)
}

fn open_arrow(bytes: Vec<u8>) -> Result<Table, Error> {
    Table::arrow(Box::new(Cursor::new(bytes)))
}

/// The ages of a table, and the sizes of its batches; only that column is asked for.
fn ages(table: Table, rows: usize) -> Result<(Vec<Option<f64>>, Vec<usize>), Error> {
    let mut batches = table.batches(&[1], rows)?;
    let (mut ages, mut sizes) = (Vec::new(), Vec::new());
    while let Some(batch) = batches.next_batch()? {
        assert_eq!(batch.num_columns(), 1);
        ages.extend(batch.column(0).as_primitive::<Float64Type>().iter());
        sizes.push(batch.num_rows());
    }
    Ok((ages, sizes))
}

#[test]
fn a_file_comes_back_in_batches_of_the_size_asked_for() {
    let written = batch(1000);
    let expected: Vec<Option<f64>> = written.column(1).as_primitive::<Float64Type>().iter().collect();
    let table = open_parquet(&parquet(&written)).unwrap();
    assert_eq!((table.names(), table.rows()), (vec!["id", "age_years", "manufacturer"], Some(1000)));
    let (read, sizes) = ages(table, 300).unwrap();
    assert_eq!((read, sizes), (expected.clone(), vec![300, 300, 300, 100]));
    for is_file in [true, false] {
        let (read, sizes) = ages(open_arrow(arrow(&written, is_file)).unwrap(), 300).unwrap();
        assert_eq!((&read[..1000], sizes), (&expected[..], vec![300, 300, 300, 100, 1]));
    }
}

/// Lengths of a file that was cut: some from all over it, and all near its ends.
fn cuts(length: usize) -> impl Iterator<Item = usize> {
    (0..length).filter(move |cut| *cut < 24 || cut + 24 > length || cut % 8 == 0 || cut % 29 == 0)
}

#[test]
fn a_file_cut_short_anywhere_is_no_file() {
    let written = batch(20);
    let whole = parquet(&written);
    for length in cuts(whole.len()) {
        let read = open_parquet(&whole[..length]).and_then(|table| ages(table, 64));
        assert!(read.is_err(), "Parquet of {length} bytes of {}", whole.len());
    }
    for is_file in [true, false] {
        let whole = arrow(&written, is_file);
        assert!(open_arrow(whole.clone()).and_then(|table| ages(table, 64)).is_ok());
        for length in cuts(whole.len()) {
            let read = open_arrow(whole[..length].to_vec()).and_then(|table| ages(table, 64));
            assert!(read.is_err(), "Arrow of {length} bytes of {}", whole.len());
        }
    }
}

#[test]
fn what_is_something_else_is_told_so() {
    let said = |opened: Result<Table, Error>| opened.err().unwrap().to_string();
    assert!(said(open_parquet(b"")).contains("empty"));
    assert!(said(open_parquet(b"id,sex,age_years\n1,female,70\n")).contains(".csv"));
    assert!(said(open_parquet(b"PAR1 and nothing more")).contains("cut short"));
    assert!(said(open_parquet(b"PARE and a key that we lack PARE")).contains("encrypted"));
    assert!(said(open_arrow(Vec::new())).contains("empty"));
    assert!(said(open_arrow(b"id,sex,age_years\n1,female,70\n".to_vec())).contains(".csv"));
    assert!(said(open_arrow(b"FEA1....".to_vec())).contains("version 1"));
}

#[test]
fn copied_columns_keep_their_type_and_the_rows_that_were_answered() {
    let written = batch(10).slice(2, 8);
    let fields = kept(&written.schema(), &[2, 1]);
    let columns = copied(&written, &[2, 1], &[0, 3, 7]).unwrap();
    for (field, column) in fields.iter().zip(&columns) {
        assert_eq!(field.data_type(), column.data_type());
    }
    let makers: Vec<_> = columns[0].as_string::<i32>().iter().collect();
    assert_eq!(makers, [None, None, Some("hologic")]);
    let expected = UInt32Array::from(vec![2, 5, 9]);
    let ages: Vec<_> = columns[1].as_primitive::<Float64Type>().iter().collect();
    assert_eq!(ages, expected.iter().map(|row| row.map(f64::from)).collect::<Vec<_>>());
    assert!(copied(&written, &[1], &[8]).is_err());
}

#[test]
fn copied_text_is_null_where_it_is_empty() {
    let mut texts = Texts::new(2);
    texts.push(["a", ""]);
    texts.push(["", "b"]);
    let columns = texts.finish();
    let first: Vec<_> = columns[0].as_string::<i32>().iter().collect();
    assert_eq!((first, columns[1].null_count()), (vec![Some("a"), None], 1));
}
