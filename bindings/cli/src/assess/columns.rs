//! Tables that keep their types: Parquet and Arrow.

use std::fs::File;

use arrow_array::RecordBatch;
use osteon::document::Patient;
use osteon_arrow::{Rows, Table, check, copied, kept};
use osteon_table::{Cells as _, Plan};

use super::Call;
use super::answers::{Renderer, Shape};
use super::input::{Input, Kind};
use super::output::{Answers, drain};
use super::pipeline;
use super::rejects::Rejects;
use super::table::{assumed, decimal_comma};
use crate::progress::Progress;
use crate::stop::Stop;

/// Rows that travel together.
const BATCH: usize = 2048;

/// Rows of one batch.
#[derive(Default)]
struct Batch {
    /// Number of the first, from 1.
    first: u64,
    rows: Option<RecordBatch>,
    bytes: u64,
}

pub(super) fn run(
    call: &Call<'_>,
    input: Input,
    answers: &mut Answers,
    rejects: &mut Rejects,
    progress: &Progress,
) -> Result<(), Stop> {
    let (name, size, at) = (input.name.clone(), input.size, std::rc::Rc::clone(&input.at));
    let stop = |error: osteon_arrow::Error| Stop::typed(&name, &error);
    let table = open(input)?;
    let decimal_comma = decimal_comma(call.args.decimal.as_deref())?.unwrap_or(false);
    let compiled = |names: &[&str]| {
        let names = names.iter().copied();
        match &call.map {
            Some(map) => Plan::of_map(map, names, decimal_comma),
            None => Plan::of_header(names, decimal_comma),
        }
    };
    let refused = |refusals: Vec<_>| Stop::refused(&name, &refusals);
    let names = table.names();
    let whole = compiled(&names).map_err(refused)?;
    // What is neither read nor copied is not even unpacked.
    let read = whole.reads().into_iter().map(|(place, _)| place);
    let mut places: Vec<usize> = read.chain(whole.pass().map(|(_, place)| place)).collect();
    places.sort_unstable();
    places.dedup();
    let left: Vec<&str> = places.iter().filter_map(|&place| names.get(place).copied()).collect();
    let plan = compiled(&left).map_err(refused)?;
    let rows_in_file = table.rows().filter(|&rows| rows > 0);
    let mut batches = table.batches(&places, BATCH).map_err(stop)?;

    let reads = plan.reads();
    let pass: Vec<usize> = plan.pass().map(|(_, place)| place).collect();
    let pass_as_text: Vec<(usize, bool)> = pass.iter().map(|&place| (place, true)).collect();
    check(batches.schema(), &reads).map_err(refused)?;
    if !answers.format.keeps_types() {
        check(batches.schema(), &pass_as_text).map_err(refused)?;
    }
    let pass_names = plan.pass().map(|(name, _)| name.to_owned()).collect();
    let fields = kept(batches.schema(), &pass);
    let engine = call.engine.clone().with_assumed(assumed(&plan));
    let shape = Shape::new(engine.setup(), answers.format, pass_names, &fields)?;
    answers.begin(&shape)?;
    let ready = shape.batch(&engine)?;

    let mut next = 1_u64;
    let fill = |batch: &mut Batch| {
        batch.rows = batches.next_batch().map_err(stop)?;
        batch.first = next;
        next += batch.rows.as_ref().map_or(0, |rows| rows.num_rows() as u64);
        batch.bytes = match (rows_in_file, size) {
            (Some(rows), Some(size)) => (next - 1).saturating_mul(size) / rows,
            _ => at.get(),
        };
        Ok(batch.rows.is_some())
    };
    let work = |batch: &mut Batch| {
        let mut renderer = Renderer::new(&engine, ready.as_ref(), call.args, &shape, call.args.strict);
        let Some(columns) = batch.rows.take() else { return Ok((renderer.finish(Vec::new())?, batch.bytes)) };
        let rows = Rows::of(&columns, &reads).map_err(refused)?;
        let texts = if shape.keeps_types() { &[][..] } else { &pass_as_text[..] };
        let texts = Rows::of(&columns, texts).map_err(refused)?;
        let mut patient = Patient::default();
        let mut answered: Vec<u32> = Vec::new();
        for (index, row) in (0..rows.len()).zip(batch.first..) {
            let cells = rows.row(index);
            plan.read(&cells, &mut patient, renderer.refusals());
            let passed = texts.row(index);
            let passed: Vec<String> = pass.iter().map(|&place| passed.cell(place).text()).collect();
            let named = |field: &str| plan.column_of(field, &cells).map(str::to_owned);
            if renderer.answer(row, &mut patient, passed.iter().map(String::as_str), named)? {
                answered.extend(u32::try_from(index));
            }
        }
        let passed = if shape.keeps_types() { &pass[..] } else { &[] };
        let passed = copied(&columns, passed, &answered).map_err(stop)?;
        Ok((renderer.finish(passed)?, batch.bytes))
    };
    pipeline::run(call.threads, fill, work, drain(answers, rejects, progress))
}

fn open(input: Input) -> Result<Table, Stop> {
    let Input { name, file, kind, bytes, .. } = input;
    if kind == Kind::Arrow {
        return Table::arrow(bytes).map_err(|error| Stop::typed(name, &error));
    }
    let Some(path) = file else {
        return Err(Stop::new(format_args!(
            "{name}: Parquet is read from its end, so that it cannot come packed or through a pipe: give a file, or \
             send Arrow"
        )));
    };
    let file = File::open(path).map_err(|error| Stop::io(&name, &error))?;
    Table::parquet(file).map_err(|error| Stop::typed(name, &error))
}
