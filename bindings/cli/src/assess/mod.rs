//! `osteon assess`: people in, answers out, in the order of the input.

mod answers;
mod columns;
mod documents;
pub(crate) mod input;
mod output;
mod pipeline;
pub(crate) mod rejects;
mod table;

use std::fs;
use std::path::Path;
use std::thread::available_parallelism;

use osteon::Engine;
use osteon::outputs::{Output, Outputs};
use osteon::risk::{Model, notice};
use osteon_table::Map;

use crate::args::{AssessArgs, Format};
use crate::engine::engine;
use crate::output_file::is_same_file;
use crate::progress::Progress;
use crate::stop::{Done, Stop};
use input::{Input, Kind};
use output::Answers;
use rejects::Rejects;

/// What all inputs of a call share.
struct Call<'a> {
    args: &'a AssessArgs,
    engine: Engine,
    map: Option<Map>,
    threads: usize,
}

pub(crate) fn run(args: &AssessArgs) -> Result<Done, Stop> {
    let map = match &args.columns {
        Some(path) => Some(read_map(path)?),
        None => None,
    };
    let threads =
        args.threads.map_or_else(|| available_parallelism().map_or(1, std::num::NonZero::get), usize::from);
    let call = Call { args, engine: asked(engine(&args.engine)?, args.outputs.as_deref())?, map, threads };
    if let Some(same) = args.inputs.iter().find(|path| is_same_file(path, args.output.as_deref())) {
        return Err(Stop::new(format_args!("{}: the output would replace the input", same.display())));
    }
    if let Some(rejects) = args.rejects.as_deref() {
        if let Some(same) = args.inputs.iter().find(|path| is_same_file(path, Some(rejects))) {
            return Err(Stop::new(format_args!("{}: the rejects would replace the input", same.display())));
        }
        if args.output.as_deref() == Some(rejects) {
            return Err(Stop::new(format_args!("{}: both the output and the rejects", rejects.display())));
        }
    }
    let mut answers: Option<Answers> = None;
    let mut rejects = Rejects::create(args.rejects.as_deref(), args.inputs.len() > 1)?;
    for path in &args.inputs {
        let input = Input::open(path)?;
        let progress = Progress::new(input.size);
        if answers.is_none() {
            answers = Some(Answers::create(args.output.as_deref(), format(args, &input)?)?);
        }
        let Some(answers) = answers.as_mut() else { continue };
        if answers.format.is_table() && call.engine.setup().outputs.has(Output::Benefits) {
            return Err(Stop::new("benefits have no columns in a table; write --format ndjson or json"));
        }
        rejects.of_input(&input.name);
        match input.kind {
            Kind::Table => table::run(&call, input, answers, &mut rejects, &progress)?,
            Kind::Lines => documents::lines(&call, input, answers, &mut rejects, &progress)?,
            Kind::Document => documents::document(&call, input, answers, &mut rejects, &progress)?,
            Kind::Parquet | Kind::Arrow => columns::run(&call, input, answers, &mut rejects, &progress)?,
        }
    }
    let refused = rejects.finish()?;
    if let Some(answers) = answers {
        let in_table = answers.format.is_table();
        answers.finish()?;
        if in_table {
            show_notices(&call.engine);
        }
    }
    Ok(Done::unless_refused(refused))
}

/// The engine, asked for the sections of `--outputs` only.
fn asked(engine: Engine, outputs: Option<&str>) -> Result<Engine, Stop> {
    let Some(list) = outputs else { return Ok(engine) };
    let outputs = Outputs::parse(list).map_err(|refusal| Stop::new(format_args!("--outputs: {refusal}")))?;
    Ok(engine.with_outputs(outputs))
}

/// A document carries the notices of its models; a table has no place for them but a column of ids.
fn show_notices(engine: &Engine) {
    if !engine.setup().outputs.has(Output::Risks) {
        return;
    }
    for notice in
        Model::all().iter().filter(|model| engine.setup().models.has(model)).filter_map(|m| notice::of(m))
    {
        eprintln!("osteon: notice of {}: {}", notice.model, notice.text);
    }
}

fn read_map(path: &Path) -> Result<Map, Stop> {
    let text = fs::read_to_string(path).map_err(|error| Stop::io(path.display(), &error))?;
    Map::parse(&text).map_err(|refusals| Stop::refused(path.display(), &refusals))
}

fn format(args: &AssessArgs, input: &Input) -> Result<Format, Stop> {
    let of_kind = |kind| match kind {
        Kind::Table => Format::Csv,
        Kind::Lines => Format::Ndjson,
        Kind::Document => Format::Json,
        Kind::Parquet => Format::Parquet,
        Kind::Arrow => Format::Arrow,
    };
    let by_name = args.output.as_deref().and_then(input::kind_of_name).map(of_kind);
    let format = args.format.or(by_name).unwrap_or(of_kind(input.kind));
    let packed = args
        .output
        .as_deref()
        .filter(|path| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("gz")));
    match packed {
        Some(path) if format == Format::Parquet => {
            Err(Stop::new(format_args!("{}: Parquet is packed within: leave out the .gz", path.display())))
        }
        _ => Ok(format),
    }
}
