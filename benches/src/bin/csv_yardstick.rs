//! The csv crate alone: reads every record of IN and, for each, writes the first row of LIKE to OUT.
//!
//! `csv_yardstick IN LIKE OUT`: what `osteon assess IN -o OUT` would take if it had nothing to do.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let [input, like, output] = paths.as_slice() else { return Err("csv_yardstick IN LIKE OUT".into()) };
    let mut reader = csv::ReaderBuilder::new().buffer_capacity(1 << 17).from_path(input)?;
    let mut like = csv::Reader::from_path(like)?;
    let header = like.byte_headers()?.clone();
    let row = like.byte_records().next().ok_or("LIKE has no row")??;
    let mut writer = csv::WriterBuilder::new().buffer_capacity(1 << 16).from_path(output)?;
    writer.write_byte_record(&header)?;
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record)? {
        writer.write_record(&row)?;
    }
    writer.flush()?;
    Ok(())
}
