//! Patient documents: one, an array of them, or one a line. A single bad value refuses the person.

use std::io::{BufRead as _, BufReader, Read as _};

use osteon::error::Code;
use serde_json::value::RawValue;

use super::Call;
use super::answers::{Renderer, Shape};
use super::input::Input;
use super::output::{Answers, drain};
use super::pipeline;
use super::rejects::Rejects;
use crate::progress::Progress;
use crate::stop::Stop;

/// Lines that travel together, and how long they may be together.
const BATCH: usize = 256;
const BATCH_BYTES: usize = 1 << 22;

#[derive(Default)]
struct Lines {
    text: Vec<u8>,
    /// Number of each line and its end in `text`.
    ends: Vec<(u64, usize)>,
    bytes: u64,
}

pub(super) fn lines(
    call: &Call<'_>,
    input: Input,
    answers: &mut Answers,
    rejects: &mut Rejects,
    progress: &Progress,
) -> Result<(), Stop> {
    let Input { name, bytes, at, .. } = input;
    let shape = Shape::new(call.engine.setup(), answers.format, Vec::new(), &[])?;
    answers.begin(&shape)?;
    let ready = shape.batch(&call.engine)?;
    let mut reader = BufReader::with_capacity(1 << 17, bytes);
    let mut number = 0;
    let fill = |lines: &mut Lines| {
        lines.text.clear();
        lines.ends.clear();
        while lines.ends.len() < BATCH && lines.text.len() < BATCH_BYTES {
            let start = lines.text.len();
            if reader.read_until(b'\n', &mut lines.text).map_err(|error| Stop::io(&name, &error))? == 0 {
                break;
            }
            number += 1;
            let line = lines.text.get(start..).unwrap_or_default();
            if line.trim_ascii().is_empty() {
                lines.text.truncate(start);
            } else {
                lines.ends.push((number, lines.text.len()));
            }
        }
        lines.bytes = at.get();
        Ok(!lines.ends.is_empty())
    };
    let work = |lines: &mut Lines| {
        let mut renderer = Renderer::new(&call.engine, ready.as_ref(), call.args, &shape, true);
        let mut start = 0;
        for &(number, end) in &lines.ends {
            let line = lines.text.get(start..end).unwrap_or_default().trim_ascii();
            start = end;
            read(&mut renderer, number, line)?;
        }
        Ok((renderer.finish(Vec::new())?, lines.bytes))
    };
    pipeline::run(call.threads, fill, work, drain(answers, rejects, progress))
}

pub(super) fn document(
    call: &Call<'_>,
    mut input: Input,
    answers: &mut Answers,
    rejects: &mut Rejects,
    progress: &Progress,
) -> Result<(), Stop> {
    let mut text = Vec::new();
    input.bytes.read_to_end(&mut text).map_err(|error| Stop::io(&input.name, &error))?;
    let shape = Shape::new(call.engine.setup(), answers.format, Vec::new(), &[])?;
    let unreadable = |error: &dyn std::fmt::Display| Stop::new(format_args!("{}: {error}", input.name));
    let array = text.trim_ascii_start().first() == Some(&b'[');
    let people: Vec<&RawValue> =
        if array { serde_json::from_slice(&text).map_err(|error| unreadable(&error))? } else { Vec::new() };
    let alone = !array && call.args.inputs.len() == 1;
    if alone {
        answers.single();
    }
    answers.begin(&shape)?;
    let mut renderer = Renderer::new(&call.engine, None, call.args, &shape, true);
    if alone && answers.format == crate::args::Format::Json {
        renderer = renderer.pretty();
    }
    if array {
        for (person, number) in people.iter().zip(1..) {
            read(&mut renderer, number, person.get().as_bytes())?;
        }
    } else {
        if let Err(refusal) = osteon::json::patient(&text)
            && refusal.code == Code::Syntax
        {
            return Err(unreadable(&refusal));
        }
        read(&mut renderer, 1, &text)?;
    }
    let rendered = renderer.finish(Vec::new())?;
    answers.write(&rendered)?;
    rejects.add(&rendered.rejects, progress)
}

/// Reads one document and answers it.
fn read(renderer: &mut Renderer<'_>, number: u64, json: &[u8]) -> Result<(), Stop> {
    if std::str::from_utf8(json).is_err() {
        renderer.refuse(number, None, osteon_table::not_utf8(None));
        return Ok(());
    }
    match osteon::json::patient(json) {
        Ok(mut patient) => {
            renderer.answer(number, &mut patient, [], |_| None)?;
        }
        Err(refusal) => renderer.refuse(number, osteon::json::id_of(json), refusal),
    }
    Ok(())
}
