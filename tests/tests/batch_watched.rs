//! A run over columns that is watched, and may be stopped.

use std::ops::ControlFlow;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use osteon::Engine;
use osteon::batch::{AnswerColumn, Answers, Batch, Columns, Owned, People, Reject};
use osteon::document::Patient;
use osteon::error::Refusal;
use osteon_tests::table::{Table, columns};

const NAMES: [&str; 4] = ["age_years", "diagnosis", "flags", "refused"];

fn asked(engine: &Engine) -> Vec<AnswerColumn> {
    NAMES.map(|name| AnswerColumn::named(engine, name).unwrap()).into()
}

/// Buffers that hold something already.
fn held(asked: &[AnswerColumn], rows: usize) -> Answers {
    let mut answers = Answers::new(asked.to_vec(), rows);
    for answered in &mut answers.columns {
        match &mut answered.values {
            Owned::Numbers { values, validity } => {
                values.fill(1.5);
                validity.fill(0xff);
            }
            Owned::Codes(codes) => codes.fill(77),
            Owned::Sets(sets) => sets.fill(u64::MAX),
            _ => unreachable!(),
        }
    }
    answers
}

#[derive(Clone, Copy)]
enum On {
    OneThread,
    Pool,
}

struct Run {
    answers: Answers,
    rejects: Vec<Reject>,
    looks: Vec<usize>,
    answered: usize,
}

/// Stopped at the first look at or after so many rows.
fn run(on: On, engine: &Engine, people: &Columns<'_>, stop: Option<usize>) -> Run {
    let asked = asked(engine);
    let mut answers = held(&asked, people.rows());
    let batch = Batch::new(engine, asked).unwrap();
    let (mut rejects, looks) = (Vec::new(), Mutex::new(Vec::new()));
    let watch = |rows| {
        looks.lock().unwrap().push(rows);
        if stop.is_some_and(|stop| rows >= stop) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let (out, mut list) = (answers.only_buffers(), |reject| rejects.push(reject));
    let answered = match on {
        On::OneThread => batch.assess_watched(people, out, &mut list, &mut |rows| watch(rows)),
        On::Pool => batch.assess_parallel_watched(people, out, &mut list, &watch),
    };
    let answered = answered.unwrap();
    let mut looks = looks.into_inner().unwrap();
    if matches!(on, On::Pool) {
        // Threads tell in any order.
        looks.sort_unstable();
    }
    Run { answers, rejects, looks, answered }
}

/// The table again and again: what is drawn at random takes longer than what is answered.
fn people(rows: usize) -> Table {
    let mut table = Table::drawn(1000, 21);
    let drawn = table.rows.clone();
    table.rows = drawn.into_iter().cycle().take(rows).collect();
    table
}

#[test]
fn a_run_that_nobody_stops_is_a_run() {
    let (engine, rows) = (Engine::default(), 20_100);
    let stored = people(rows).stored();
    let people = columns(&stored).unwrap();
    let (asked, mut rejects) = (asked(&engine), Vec::new());
    let mut plain = held(&asked, rows);
    let batch = Batch::new(&engine, asked).unwrap();
    batch.assess(&people, plain.only_buffers(), &mut |reject| rejects.push(reject)).unwrap();
    for on in [On::OneThread, On::Pool] {
        let watched = run(on, &engine, &people, None);
        assert_eq!(watched.answered, rows);
        assert_eq!(watched.looks.last(), Some(&rows));
        assert!(watched.looks.is_sorted_by(|a, b| a < b));
        assert_eq!(watched.rejects, rejects);
        for name in NAMES {
            let of = |answers: &Answers| {
                let cell = |row| {
                    let answered = answers.column(name).unwrap();
                    (answered.number(row).map(f64::to_bits), answered.word(row), answered.set(row))
                };
                (0..rows).map(cell).collect::<Vec<_>>()
            };
            assert_eq!(of(&watched.answers), of(&plain), "{name}");
        }
    }
    assert_eq!(run(On::OneThread, &engine, &people, None).looks, [8192, 16_384, rows]);
}

#[test]
fn beyond_the_stop_nothing_is_touched() {
    let (engine, rows) = (Engine::default(), 20_100);
    let stored = people(rows).stored();
    let people = columns(&stored).unwrap();
    let whole = run(On::OneThread, &engine, &people, None);
    let stopped = run(On::OneThread, &engine, &people, Some(8193));
    assert_eq!((stopped.answered, &stopped.looks[..]), (16_384, &[8192, 16_384][..]));
    let told = whole.rejects.iter().filter(|reject| reject.row < stopped.answered);
    assert!(stopped.rejects.iter().eq(told));
    for (held, whole) in stopped.answers.columns.iter().zip(&whole.answers.columns) {
        for row in 0..rows {
            let name = &held.column.name;
            if row < stopped.answered {
                assert_eq!(held.word(row), whole.word(row), "{name} {row}");
                assert_eq!(held.number(row), whole.number(row), "{name} {row}");
            }
        }
        let answered = stopped.answered;
        match &held.values {
            Owned::Numbers { values, validity } => {
                assert!(values[answered..].iter().all(|value| value.to_bits() == 1.5_f64.to_bits()));
                assert!(validity[answered / 8..].iter().all(|byte| *byte == 0xff));
            }
            Owned::Codes(codes) => assert!(codes[answered..].iter().all(|code| *code == 77)),
            Owned::Sets(sets) => assert!(sets[answered..].iter().all(|set| *set == u64::MAX)),
            _ => unreachable!(),
        }
    }
}

#[test]
fn threads_stop_at_their_next_block() {
    let (engine, rows) = (Engine::default(), 40_000);
    let stored = people(rows).stored();
    let people = columns(&stored).unwrap();
    let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let stopped = pool(1).install(|| run(On::Pool, &engine, &people, Some(600)));
    assert_eq!((stopped.answered, stopped.looks), (1024, vec![512, 1024]));
    assert!(stopped.rejects.is_empty(), "what was refused is told of whole runs");
    let stopped = pool(3).install(|| run(On::Pool, &engine, &people, Some(600)));
    assert!((1024..=1024 + 3 * 512).contains(&stopped.answered), "{}", stopped.answered);
}

#[test]
fn of_nobody_there_is_nothing_to_see() {
    let engine = Engine::default();
    let stored = people(0).stored();
    let people = columns(&stored).unwrap();
    for on in [On::OneThread, On::Pool] {
        let none = run(on, &engine, &people, Some(0));
        assert_eq!((none.answered, none.looks.len()), (0, 0));
    }
}

/// People of documents: every third is refused for a height in metres, every fifth document cannot be read.
struct Documents<'a>(&'a [String]);

impl People for Documents<'_> {
    fn read(&mut self, row: usize, patient: &mut Patient, refusals: &mut Vec<Refusal>) {
        *patient = osteon::json::patient(self.0[row].as_bytes()).unwrap_or_else(|refusal| {
            refusals.push(refusal);
            Patient::default()
        });
    }
}

#[test]
fn people_of_any_store_on_several_threads_and_strictly() {
    let (engine, rows) = (Engine::default(), 9_000);
    let document = |row: usize| match row % 15 {
        5 | 10 => r#"{"sex": "female", "age_yeras": 70}"#.to_owned(),
        3 | 6 | 9 | 12 => {
            format!(r#"{{"sex": "female", "age_years": {}, "height_cm": 1.65}}"#, 50 + row % 40)
        }
        _ => format!(r#"{{"sex": "female", "age_years": {}}}"#, 50 + row % 40),
    };
    let documents: Vec<String> = (0..rows).map(document).collect();
    for strict in [false, true] {
        let asked = vec![AnswerColumn::named(&engine, "age_years").unwrap()];
        let batch = Batch::new(&engine, asked.clone()).unwrap().strict(strict);
        let of = |pool: bool| {
            let (mut answers, mut rejects) = (Answers::new(asked.clone(), rows), Vec::new());
            let last = AtomicUsize::new(0);
            let mut list = |reject| rejects.push(reject);
            let watch = |done| {
                last.fetch_max(done, Ordering::Relaxed);
                ControlFlow::Continue(())
            };
            let out = answers.only_buffers();
            let answered = if pool {
                let people = || Documents(&documents);
                batch.assess_people_parallel_watched(&people, rows, out, &mut list, &watch)
            } else {
                let mut people = Documents(&documents);
                batch.assess_people_watched(&mut people, rows, out, &mut list, &mut |done| watch(done))
            };
            let last = last.into_inner();
            assert_eq!((answered, last), (Ok(rows), rows));
            let ages: Vec<Option<u64>> =
                (0..rows).map(|row| answers.columns[0].number(row).map(f64::to_bits)).collect();
            (ages, rejects)
        };
        let (ages, rejects) = of(false);
        for (row, found) in ages.iter().enumerate() {
            let refused = matches!(row % 15, 5 | 10) || strict && matches!(row % 15, 3 | 6 | 9 | 12);
            let age = (!refused).then(|| ((50 + row % 40) as f64).to_bits());
            assert_eq!(*found, age, "{row} {strict}");
        }
        assert!(rejects.iter().all(|reject| reject.person == ages[reject.row].is_none()));
        assert_eq!(of(true), (ages, rejects));
    }
}
