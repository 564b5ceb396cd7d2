//! `batch_yardstick PEOPLE.arrow OPTIONS.json COLUMN,...`: the engine's own batch on the columns of an Arrow file, for what
//! hands over such columns to be held against. One after another, for each line of standard input, which is a number
//! of threads, it answers everybody and prints the seconds as JSON: `fresh` with room for the answers made anew, as
//! whoever hands them out must, `again` with room that was there before.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead as _, Write as _};
use std::time::Instant;

use osteon::Engine;
use osteon::batch::{AnswerColumn, Answers, Batch, Columns};
use osteon::error::Refusal;
use osteon::outputs::Outputs;
use osteon_arrow::{Held, Table};
use rayon::{ThreadPool, ThreadPoolBuilder};

/// Rows of one batch at most: files of the benches are of one.
const ALL: usize = usize::MAX;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, options, columns] = &arguments[..] else {
        return Err("batch_yardstick PEOPLE.arrow OPTIONS.json COLUMN,...".into());
    };
    let options = osteon::json::options(&std::fs::read(options)?)?;
    let engine = Engine::new(options, Vec::new()).map_err(|refusals| told(&refusals))?;
    let asked: Vec<AnswerColumn> =
        columns.split(',').map(|name| AnswerColumn::named(&engine, name)).collect::<Result<_, _>>()?;
    let sections: Outputs = asked.iter().filter_map(AnswerColumn::section).collect();
    let engine = engine.with_outputs(sections);
    let batch = Batch::new(&engine, asked.clone())?;

    let table = Table::arrow(Box::new(File::open(file)?))?;
    let names: Vec<String> = table.names().into_iter().map(str::to_owned).collect();
    let places: Vec<usize> = (0..names.len()).collect();
    let mut batches = table.batches(&places, ALL)?;
    let people = batches.next_batch()?.ok_or("nobody is in it")?;
    if batches.next_batch()?.is_some() {
        return Err("write the file as one record batch".into());
    }
    let held = names
        .iter()
        .zip(people.columns())
        .map(|(name, array)| Held::of(name, array))
        .collect::<Result<Vec<_>, _>>()?;
    let words: Vec<Vec<&str>> = held.iter().map(Held::words).collect();
    let mut columns = Columns::new(people.num_rows());
    for ((name, held), words) in names.iter().zip(&held).zip(&words) {
        columns.push(name, held.values(words), held.validity())?;
    }

    let mut room = Answers::new(asked.clone(), people.num_rows());
    answer(&batch, &columns, &mut room, None)?;
    for line in std::io::stdin().lock().lines() {
        let threads: usize = line?.trim().parse()?;
        let pool =
            (threads > 1).then(|| ThreadPoolBuilder::new().num_threads(threads).build()).transpose()?;
        let start = Instant::now();
        let mut fresh = Answers::new(asked.clone(), people.num_rows());
        answer(&batch, &columns, &mut fresh, pool.as_ref())?;
        let of_fresh = start.elapsed().as_secs_f64();
        drop(fresh);
        let start = Instant::now();
        answer(&batch, &columns, &mut room, pool.as_ref())?;
        let again = start.elapsed().as_secs_f64();
        println!(
            "{}",
            serde_json::json!({ "fresh": of_fresh, "again": again, "debug": cfg!(debug_assertions) })
        );
        std::io::stdout().flush()?;
    }
    Ok(())
}

fn answer(
    batch: &Batch<'_>,
    people: &Columns<'_>,
    answers: &mut Answers,
    pool: Option<&ThreadPool>,
) -> Result<(), Refusal> {
    let mut refused = |_| ();
    match pool {
        None => batch.assess(people, answers.only_buffers(), &mut refused),
        Some(pool) => pool.install(|| batch.assess_parallel(people, answers.only_buffers(), &mut refused)),
    }
}

fn told(refusals: &[Refusal]) -> String {
    refusals.iter().map(Refusal::to_string).collect::<Vec<_>>().join("; ")
}
