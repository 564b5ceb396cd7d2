//! Columns answer as one person at a time does, to the last bit.
//!
//! Rows are drawn at random, nulls, limits, NaN and nonsense among them. One side reads them as text, row by row,
//! into documents and asks the engine; the other hands over typed columns.

use std::io::Write as _;

use csv::StringRecord;
use osteon::batch::{AnswerColumn, Answers, Reject, assess_columns};
use osteon::document::{Patient, Region};
use osteon::error::Refusal;
use osteon::outputs::Outputs;
use osteon::risk::{InNumbers, Model, Numbers};
use osteon::{Answer, Engine};
use osteon_table::Plan;
use osteon_tests::table::{Table, columns};

/// Rows that are drawn; more on request.
fn rows() -> usize {
    std::env::var("OSTEON_BATCH_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(4000)
}

fn engine() -> Engine {
    let outputs = Outputs::parse("scores,diagnosis,tbs,risks,guidelines,triage").unwrap();
    Engine::default().with_outputs(outputs)
}

/// What a row of answers says, cell by cell, numbers as bits.
fn of_columns(answers: &Answers, row: usize) -> Vec<String> {
    let cell = |answered: &osteon::batch::Answered| {
        let name = &answered.column.name;
        let words: Vec<&str> = answered.words(row).collect();
        match (answered.number(row), answered.word(row)) {
            (Some(number), _) => format!("{name}={:016x}", number.to_bits()),
            (None, Some(word)) => format!("{name}={word}"),
            (None, None) => format!("{name}={}", words.join(";")),
        }
    };
    answers.columns.iter().map(cell).collect()
}

fn number(name: &str, value: Option<f64>) -> String {
    format!("{name}={}", value.map_or(String::new(), |value| format!("{:016x}", value.to_bits())))
}

fn word(name: &str, value: Option<&str>) -> String {
    format!("{name}={}", value.unwrap_or_default())
}

fn truth(name: &str, value: Option<bool>) -> String {
    word(name, value.map(|value| if value { "true" } else { "false" }))
}

/// The same of one person's answer.
fn of_answer(
    columns: &[AnswerColumn],
    answer: Option<&Answer<'_>>,
    refused: Option<&Refusal>,
) -> Vec<String> {
    columns.iter().map(|column| one(&column.name, answer, refused)).collect()
}

fn one(name: &str, answer: Option<&Answer<'_>>, refused: Option<&Refusal>) -> String {
    let Some(answer) = answer else {
        let code = refused.map(|refusal| refusal.code.as_str()).filter(|_| name == "refused");
        return word(name, code);
    };
    let region = |prefix: &str| name.strip_prefix(prefix).and_then(Region::from_key);
    if let Some(region) = region("t_") {
        return number(name, answer.t(region));
    }
    if let Some(region) = region("z_") {
        return number(name, answer.z(region));
    }
    match name {
        "sex" => word(name, Some(answer.person.sex.as_str())),
        "age_years" => number(name, Some(answer.person.age.years())),
        "tbs_category" => word(name, answer.tbs.map(|tbs| tbs.category.as_str())),
        "lowest_t_reported" => number(name, answer.lowest_t_reported()),
        "diagnosis" => word(name, Some(answer.diagnosis.category.as_str())),
        "clinical_osteoporosis" => truth(name, answer.diagnosis.clinical_osteoporosis),
        "tbs" => number(name, answer.tbs.map(|tbs| tbs.value)),
        "triage_priority" => word(name, answer.triage.map(|triage| triage.priority.as_str())),
        "triage_within_weeks" => number(name, answer.triage.and_then(|t| t.within_weeks()).map(f64::from)),
        "assumed" => {
            let all: Vec<String> =
                answer.assumed().map(|(field, read_as)| format!("{field}={read_as}")).collect();
            word(name, Some(&all.join(";")))
        }
        "flags" => {
            let mut all: Vec<&str> = answer.flag_codes().collect();
            all.sort_unstable();
            word(name, Some(&all.join(";")))
        }
        "refused" => word(name, None),
        _ => of_rules_or_models(name, answer),
    }
}

fn of_rules_or_models(name: &str, answer: &Answer<'_>) -> String {
    let of_guideline = answer.guidelines.iter().find_map(|said| {
        let shows = name.strip_prefix(said.guideline.id)?.strip_prefix('_')?;
        ["status", "category", "recommendation"].contains(&shows).then_some((said, shows))
    });
    if let Some((said, shows)) = of_guideline {
        return match shows {
            "status" => word(name, Some(said.status())),
            "category" => word(name, said.said.category),
            _ => word(name, Some(said.said.recommendation.as_str())),
        };
    }
    let own = |model: &&&Model| name.strip_prefix(model.id).is_some_and(|rest| rest.starts_with('_'));
    // The longest id that fits: one id begins another.
    let model = Model::all().iter().filter(own).max_by_key(|model| model.id.len()).unwrap();
    let said = answer.risks.iter().find(|said| said.model == *model).unwrap();
    let rest = &name[model.id.len() + 1..];
    let numbers = InNumbers::from(said);
    let find = |suffix: &str| {
        let outcome = rest.strip_suffix(suffix).map(|outcome| outcome.trim_end_matches('_'));
        said.outcomes.iter().zip(&numbers).find(|(answer, _)| {
            let years = answer.horizon.map_or(String::new(), |horizon| match horizon {
                osteon::risk::Horizon::Years(years) => format!("_{years}y"),
                osteon::risk::Horizon::Days(_) => String::new(),
            });
            let id = answer.outcome.map_or("", |outcome| outcome.as_str());
            outcome.is_some_and(|o| o.is_empty() || o == id || o == format!("{id}{years}"))
        })
    };
    let of = |suffix: &str| find(suffix).map(|(_, numbers)| *numbers).unwrap_or_default();
    let first: Numbers = numbers[0];
    match rest {
        "points" => number(name, first.points),
        "at_cut_off" => truth(name, first.at_cut_off),
        "refused" => word(name, first.refused.map(|code| code.as_str())),
        _ if rest.ends_with("percent_reconciled") => {
            number(name, of("percent_reconciled").reconciled_percent)
        }
        _ if rest.ends_with("percent") => number(name, of("percent").percent),
        _ => word(name, of("category").category),
    }
}

/// Sets say their words in the order of bits; a list that is compared is sorted.
fn sorted(cell: String) -> String {
    match cell.split_once('=') {
        Some(("flags", words)) => {
            let mut words: Vec<&str> = words.split(';').collect();
            words.sort_unstable();
            format!("flags={}", words.join(";"))
        }
        _ => cell,
    }
}

#[test]
fn columns_answer_as_one_person_at_a_time() {
    let (engine, part) = (engine(), 2048);
    let asked = AnswerColumn::all(engine.setup());
    let mut session = engine.session();
    let (mut rows, mut seed, mut answered) = (rows(), 1, 0_usize);
    while rows > 0 {
        let table = Table::drawn(rows.min(part), seed);
        (rows, seed) = (rows - table.rows.len(), seed + 1);
        let stored = table.stored();
        let mut answers = Answers::new(asked.clone(), table.rows.len());
        let mut rejects: Vec<Reject> = Vec::new();
        let people = columns(&stored).unwrap();
        assess_columns(&engine, &people, &mut answers.buffers(), &mut |reject| rejects.push(reject)).unwrap();

        let plan = Plan::of_header(&StringRecord::from(table.names.clone()), false).unwrap();
        let (mut patient, mut refusals) = (Patient::default(), Vec::new());
        for (row, cells) in table.rows.iter().enumerate() {
            refusals.clear();
            plan.read(&StringRecord::from(cells.clone()), &mut patient, &mut refusals);
            let refused = refusals.iter().any(Refusal::refuses_row);
            let answer = if refused { None } else { session.answer(&mut patient, false, &mut refusals) };
            answered += usize::from(answer.is_some());
            let why = refusals.iter().find(|refusal| refusal.refuses_row());
            let expected: Vec<String> =
                of_answer(&asked, answer.as_ref(), why).into_iter().map(sorted).collect();
            let found: Vec<String> = of_columns(&answers, row).into_iter().map(sorted).collect();
            assert_eq!(found, expected, "row {row} of seed {}: {cells:?}", seed - 1);
            let of_row = rejects.iter().filter(|reject| reject.row == row);
            assert_eq!(of_row.count() > 0, !refusals.is_empty(), "row {row}: {refusals:?}");
        }
    }
    assert!(answered > 0);
    let _ = writeln!(std::io::stderr(), "{answered} people answered alike");
}
