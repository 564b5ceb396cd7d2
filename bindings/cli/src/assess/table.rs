//! Tables: a row a person.

use csv::{ErrorKind, StringRecord};
use osteon::document::Patient;
use osteon::document::assessment::Assumed;
use osteon_arrow::Texts;
use osteon_table::{Dialect, Plan};

use super::Call;
use super::answers::{Renderer, Shape};
use super::input::Input;
use super::output::{Answers, drain};
use super::pipeline;
use super::rejects::Rejects;
use crate::progress::Progress;
use crate::stop::Stop;

/// Rows that travel together.
const BATCH: usize = 1024;

/// Rows of one batch; the records are filled again and again.
#[derive(Default)]
struct Rows {
    /// Number of the first, from 1.
    first: u64,
    records: Vec<StringRecord>,
    used: usize,
    bytes: u64,
}

pub(super) fn run(
    call: &Call<'_>,
    input: Input,
    answers: &mut Answers,
    rejects: &mut Rejects,
    progress: &Progress,
) -> Result<(), Stop> {
    let Input { name, bytes, head, at, .. } = input;
    if head.trim_ascii().is_empty() {
        return Err(Stop::new(format_args!(
            "{name}: is empty; a table begins with the names of its columns"
        )));
    }
    let found = Dialect::sniff(&head).map_err(|refusal| Stop::new(format_args!("{name}: {refusal}")))?;
    let delimiter = delimiter(call.args.delimiter.as_deref())?.unwrap_or(found.delimiter);
    let decimal_comma = decimal_comma(call.args.decimal.as_deref())?.unwrap_or(found.decimal_comma);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .buffer_capacity(1 << 17)
        .from_reader(bytes);
    let header = reader.headers().map_err(|error| unreadable(&name, &error))?.clone();
    let plan = match &call.map {
        Some(map) => Plan::of_map(map, &header, decimal_comma),
        None => Plan::of_header(&header, decimal_comma),
    };
    let plan = plan.map_err(|refusals| Stop::refused(&name, &refusals))?;
    let pass: Vec<usize> = plan.pass().map(|(_, index)| index).collect();
    let names: Vec<String> = plan.pass().map(|(name, _)| name.to_owned()).collect();
    let fields = Texts::fields(&names);
    let engine = call.engine.clone().with_assumed(assumed(&plan));
    let shape = Shape::new(engine.setup(), answers.format, names, &fields)?;
    answers.begin(&shape)?;
    let ready = shape.batch(&engine)?;

    let mut next = 1_u64;
    let fill = |rows: &mut Rows| {
        (rows.first, rows.used) = (next, 0);
        while rows.used < BATCH {
            if rows.records.len() == rows.used {
                rows.records.push(StringRecord::new());
            }
            let Some(record) = rows.records.get_mut(rows.used) else { break };
            if !reader.read_record(record).map_err(|error| unreadable(&name, &error))? {
                break;
            }
            rows.used += 1;
        }
        next += rows.used as u64;
        rows.bytes = at.get();
        Ok(rows.used > 0)
    };
    let work = |rows: &mut Rows| {
        let mut renderer = Renderer::new(&engine, ready.as_ref(), call.args, &shape, call.args.strict);
        let mut patient = Patient::default();
        let mut texts = shape.keeps_types().then(|| Texts::new(pass.len()));
        for (record, row) in rows.records.iter().take(rows.used).zip(rows.first..) {
            plan.read(record, &mut patient, renderer.refusals());
            let cells = || pass.iter().map(|&index| record.get(index).unwrap_or_default());
            let named = |field: &str| plan.column_of(field, record).map(str::to_owned);
            if renderer.answer(row, &mut patient, cells(), named)?
                && let Some(texts) = &mut texts
            {
                texts.push(cells());
            }
        }
        let texts = texts.map_or_else(Vec::new, Texts::finish);
        Ok((renderer.finish(texts)?, rows.bytes))
    };
    pipeline::run(call.threads, fill, work, drain(answers, rejects, progress))
}

/// What the map itself reads into the table: every answer lists it.
pub(super) fn assumed(plan: &Plan) -> Vec<Assumed> {
    let blanks = plan.assumed().iter().map(|blank| Assumed {
        field: blank.field.clone(),
        read_as: "no".to_owned(),
        effect: "where the table has a blank it may as well be unknown".to_owned(),
    });
    let top_coded = plan.top_coded().map(|(field, top)| Assumed {
        field: field.to_owned(),
        read_as: format!("the top code {top} of the table as just that"),
        effect: "the value may be higher".to_owned(),
    });
    blanks.chain(top_coded).collect()
}

fn unreadable(name: &str, error: &csv::Error) -> Stop {
    match error.kind() {
        ErrorKind::Io(io) => Stop::io(name, io),
        ErrorKind::Utf8 { pos, .. } => {
            // The record before is the header, or a row.
            let row = pos.as_ref().map(csv::Position::record).filter(|&record| record > 0);
            Stop::new(format_args!("{name}: {}", osteon_table::not_utf8(row)))
        }
        _ => Stop::new(format_args!("{name}: {error}")),
    }
}

fn delimiter(said: Option<&str>) -> Result<Option<u8>, Stop> {
    match said {
        None => Ok(None),
        Some("tab" | "\\t" | "\t") => Ok(Some(b'\t')),
        Some(text) => match text.as_bytes() {
            [byte] if byte.is_ascii_punctuation() && *byte != b'"' => Ok(Some(*byte)),
            _ => Err(Stop::new(format_args!("--delimiter {text}: one of , ; | and tab"))),
        },
    }
}

pub(super) fn decimal_comma(said: Option<&str>) -> Result<Option<bool>, Stop> {
    match said {
        None => Ok(None),
        Some(",") => Ok(Some(true)),
        Some(".") => Ok(Some(false)),
        Some(text) => Err(Stop::new(format_args!("--decimal {text}: . or ,"))),
    }
}
