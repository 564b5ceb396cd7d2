//! Columns answer as one person at a time does, to the last bit.
//!
//! Rows are drawn at random, nulls, limits, NaN and nonsense among them. One side reads them as text, row by row,
//! into documents and asks the engine; the other hands over typed columns.

use std::collections::BTreeSet;
use std::io::Write as _;

use csv::StringRecord;
use osteon::batch::{AnswerColumn, Answers, Owned, Reject, assess_columns, assess_columns_parallel};
use osteon::document::guidance::{Recommendation, Tier};
use osteon::document::options::{NoggBetweenAges, OutOfRange, TCompare, TSource};
use osteon::document::{Options, Patient, Region};
use osteon::error::Refusal;
use osteon::outputs::Outputs;
use osteon::risk::{InNumbers, Model, ModelAnswer, Numbers};
use osteon::rule::Seen;
use osteon::{Answer, Engine};
use osteon_table::Plan;
use osteon_tests::table::{Table, columns};

/// Rows that are drawn; more on request.
fn rows() -> usize {
    std::env::var("OSTEON_BATCH_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(4000)
}

fn engine() -> Engine {
    engine_of(Options::default())
}

fn engine_of(options: Options) -> Engine {
    let outputs = Outputs::parse("scores,diagnosis,tbs,risks,course,guidelines,triage,safety").unwrap();
    Engine::new(options, Vec::new()).unwrap().with_outputs(outputs)
}

/// Options by which answers differ.
fn options() -> Vec<Options> {
    vec![
        Options::default(),
        Options { out_of_range: Some(OutOfRange::Clamp), ..Options::default() },
        Options { t_compare: Some(TCompare::Exact), t_source: Some(TSource::Computed), ..Options::default() },
        Options { nogg_between_ages: Some(NoggBetweenAges::Step), ..Options::default() },
    ]
}

/// Buffers are the caller's, and may hold anything.
fn poison(answers: &mut Answers) {
    for answered in &mut answers.columns {
        match &mut answered.values {
            Owned::Numbers { values, validity } => {
                values.fill(1.5);
                validity.fill(0xff);
            }
            Owned::Codes(codes) => codes.fill(1),
            Owned::Sets(sets) => sets.fill(u64::MAX),
            _ => unreachable!(),
        }
    }
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

fn set<'w>(name: &str, words: impl Iterator<Item = &'w str>) -> String {
    word(name, Some(&words.collect::<Vec<_>>().join(";")))
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
    let in_full = answer.map(Answer::risks_in_full).unwrap_or_default();
    let of = |column: &AnswerColumn| {
        let of_model = in_full.iter().find(|said| column.name == format!("{}_assumed", said.model.id));
        of_model.map_or_else(|| one(&column.name, answer, refused), |said| read_into(&column.name, said))
    };
    columns.iter().map(of).collect()
}

/// The fields that `inputs_assumed` of one person lists, each once; none where the model is refused.
fn read_into(name: &str, said: &ModelAnswer) -> String {
    let is_refused = said.outcomes.iter().all(|outcome| outcome.refused.is_some());
    let fields: BTreeSet<&str> = said.assumed.iter().map(|read| read.field).collect();
    set(name, fields.into_iter().filter(|_| !is_refused))
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
        "course_comes_first" => truth(name, osteon::course::comes_first(&answer.evidence(), &answer.course)),
        "assumed" => {
            let all: Vec<String> =
                answer.assumed().map(|(field, read_as)| format!("{field}={read_as}")).collect();
            word(name, Some(&all.join(";")))
        }
        "flags" => set(name, answer.flag_codes()),
        "refused" => word(name, None),
        _ => of_rules_or_models(name, answer),
    }
}

/// What a guideline says, by what tables call it after its id; none where the name is not of a guideline.
fn of_guideline(name: &str, answer: &Answer<'_>) -> Option<String> {
    answer.guidelines.iter().find_map(|said| {
        Some(match name.strip_prefix(said.guideline.id)?.strip_prefix('_')? {
            "status" => word(name, Some(said.status())),
            "category" => word(name, said.said.category),
            "recommendation" => word(name, Some(said.said.recommendation.as_str())),
            "also" => set(name, said.also().into_iter().map(Recommendation::as_str)),
            "tier" => word(name, said.said.tier.map(Tier::as_str)),
            "missing" => set(name, said.missing(&answer.evidence()).into_iter()),
            "verified" => truth(name, Some(said.guideline.seen == Seen::Checked)),
            _ => return None,
        })
    })
}

fn of_safety(name: &str, answer: &Answer<'_>) -> Option<String> {
    let product = name.strip_prefix("safety_")?;
    let said = answer.safety.iter().find(|said| {
        let route = said.product.route().map_or(String::new(), |route| format!("_{route}"));
        format!("{}{route}", said.product.drug()) == product
    });
    said.map(|said| word(name, Some(said.status.as_str())))
}

fn of_rules_or_models(name: &str, answer: &Answer<'_>) -> String {
    if let Some(cell) = of_guideline(name, answer).or_else(|| of_safety(name, answer)) {
        return cell;
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
        _ if rest.ends_with("refused") => word(name, of("refused").refused.map(|code| code.as_str())),
        _ if rest.ends_with("percent_reconciled") => {
            number(name, of("percent_reconciled").reconciled_percent)
        }
        _ if rest.ends_with("percent") => number(name, of("percent").percent),
        _ => word(name, of("category").category),
    }
}

/// How columns of sets are named, but for what the engine assumes, which is listed in the order of bits.
const SETS: [&str; 4] = ["flags", "_also", "_missing", "_assumed"];

/// Sets say their words in the order of bits; a list that is compared is sorted.
fn sorted(cell: String) -> String {
    match cell.split_once('=') {
        Some((name, words)) if SETS.iter().any(|end| name.ends_with(end)) => {
            let mut words: Vec<&str> = words.split(';').collect();
            words.sort_unstable();
            format!("{name}={}", words.join(";"))
        }
        _ => cell,
    }
}

#[test]
fn columns_answer_as_one_person_at_a_time() {
    let engines: Vec<Engine> = options().into_iter().map(engine_of).collect();
    let part = 500;
    let (mut rows, mut seed, mut answered) = (rows(), 1, 0_usize);
    while rows > 0 {
        let engine = &engines[seed as usize % engines.len()];
        // In another order than the engine's own, into buffers that held something else.
        let mut asked = AnswerColumn::all(engine.setup());
        let places = asked.len();
        asked.rotate_left(seed as usize * 7 % places);
        if seed % 2 == 0 {
            asked.reverse();
        }
        let mut session = engine.session();
        let table = Table::drawn(rows.min(part), seed);
        (rows, seed) = (rows - table.rows.len(), seed + 1);
        let stored = table.stored();
        let mut answers = Answers::new(asked.clone(), table.rows.len());
        poison(&mut answers);
        let mut rejects: Vec<Reject> = Vec::new();
        let people = columns(&stored).unwrap();
        assess_columns(engine, &people, &mut answers.buffers(), &mut |reject| rejects.push(reject)).unwrap();

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

/// Threads share nothing but what is asked.
#[test]
fn any_number_of_threads_gives_the_same_bits() {
    let engine = engine();
    let stored = Table::drawn(5000, 7).stored();
    let people = columns(&stored).unwrap();
    let asked = AnswerColumn::all(engine.setup());
    let mut alone = Answers::new(asked.clone(), people.rows());
    let mut rejects = Vec::new();
    assess_columns(&engine, &people, &mut alone.buffers(), &mut |reject| rejects.push(reject)).unwrap();
    for threads in [1, 2, 3, 7] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let mut together = Answers::new(asked.clone(), people.rows());
        let mut refused = Vec::new();
        pool.install(|| {
            let mut list = |reject| refused.push(reject);
            assess_columns_parallel(&engine, &people, &mut together.buffers(), &mut list).unwrap();
        });
        assert_eq!(refused, rejects, "{threads} threads");
        for row in 0..people.rows() {
            assert_eq!(of_columns(&together, row), of_columns(&alone, row), "row {row}, {threads} threads");
        }
    }
}

/// More rows cost no more allocations, but for the lists of buffers of each block.
#[test]
fn a_row_allocates_nothing() {
    // The tables of DVO are read with every completion of what is unknown, in lists.
    let ids = osteon::guideline::all().iter().map(|one| one.id).filter(|id| *id != "dvo2023");
    let guidelines = Some(ids.collect::<Vec<_>>().join(","));
    let engine = Engine::new(Options { guidelines, ..Options::default() }, Vec::new()).unwrap();
    let outputs = Outputs::parse("scores,diagnosis,tbs,risks,course,guidelines,triage,safety").unwrap();
    let engine = engine.with_outputs(outputs);
    let mut asked = AnswerColumn::all(engine.setup());
    // What is missing is found by completing what is unknown, in lists; the tables of DVO list what they are asked.
    asked.retain(|column| !column.name.ends_with("_missing") && column.name != "dvo2023_assumed");
    // These come with text or lists of their own; and of many scanners in turn the label is read again.
    let listed = ["treatments", "frax_adjusted_for", "precision_total_hip", "spine_imaging_result", "model"];
    let is_left_out = |name: &str| listed.contains(&name) || name.starts_with("lab_");
    let mut table = Table::drawn(24_000, 3);
    for row in &mut table.rows {
        let cells = row.iter_mut().zip(&table.names).filter(|(_, name)| is_left_out(name));
        cells.for_each(|(cell, _)| cell.clear());
    }
    // What is refused is told in words: leave out the rows of which anything is.
    let mut refused = Vec::new();
    {
        let stored = table.stored();
        let people = columns(&stored).unwrap();
        let mut answers = Answers::new(asked.clone(), people.rows());
        assess_columns(&engine, &people, &mut answers.buffers(), &mut |reject| refused.push(reject.row))
            .unwrap();
    }
    // Several fractures are sorted into events, in a list.
    let fractures = table.names.iter().position(|name| name == "fractures").unwrap();
    let mut row = 0;
    table.rows.retain(|cells| {
        row += 1;
        refused.binary_search(&(row - 1)).is_err() && !cells[fractures].contains(';')
    });
    let count = |rows: usize| {
        let part = Table { names: table.names.clone(), rows: table.rows[..rows].to_vec() };
        let stored = part.stored();
        let people = columns(&stored).unwrap();
        let mut answers = Answers::new(asked.clone(), rows);
        let mut buffers = answers.buffers();
        let counted = allocation_counter::measure(|| {
            assess_columns(&engine, &people, &mut buffers, &mut |_| panic!("nothing is refused")).unwrap();
        });
        counted.count_total
    };
    let (few, many, blocks) = (count(1024), count(4096), (4096 - 1024) / 512);
    assert!(many <= few + 2 * blocks + 16, "{few} for 1024 rows, {many} for 4096");
}

/// Of the same row said as `float32`, as text, as a dictionary: the same answer; and `NA` is unknown, not "no".
#[test]
fn a_value_is_the_same_however_it_is_stored() {
    use osteon::batch::{Bits, Codes, Columns, TextRows, Values};
    let engine = engine();
    fn said<'a>(engine: &Engine, neck: Values<'a>, falls: Values<'a>) -> Vec<String> {
        let mut people = Columns::new(1);
        people.push("sex", Values::Words(Codes::I8(&[0]), &["female"]), None).unwrap();
        people.push("age_years", Values::from(&[71_u8][..]), None).unwrap();
        people.push("manufacturer", Values::Text(TextRows::utf8(&[0, 7], b"hologic")), None).unwrap();
        people.push("bmd_femoral_neck", neck, None).unwrap();
        people.push("parental_hip_fracture", falls, None).unwrap();
        people.push("complete", Values::Text(TextRows::utf8(&[0, 12], b"risk_factors")), None).unwrap();
        let mut answers = Answers::new(AnswerColumn::all(engine.setup()), 1);
        assess_columns(engine, &people, &mut answers.buffers(), &mut |reject| panic!("{reject:?}")).unwrap();
        of_columns(&answers, 0)
    }
    let answer = |neck, falls| said(&engine, neck, falls);
    let no = || Values::Bits(Bits::new(&[0], 3, 1).unwrap());
    let (exact, short) = ([0.564], [0.564_f32]);
    let expected = answer(Values::from(&exact[..]), no());
    assert_eq!(answer(Values::F32(short[..].into()), no()), expected);
    assert_eq!(answer(Values::Text(TextRows::large_utf8(&[0, 5], b"0.564")), no()), expected);
    assert_eq!(
        answer(Values::from(&exact[..]), Values::Words(Codes::U8(&[1]), &["true", "false"])),
        expected
    );
    let unknown = answer(Values::from(&exact[..]), Values::Text(TextRows::utf8(&[0, 2], b"NA")));
    assert_ne!(unknown, expected, "NA in a complete section is not no");
    assert_eq!(answer(Values::from(&exact[..]), Values::Words(Codes::U8(&[0]), &["NA"])), unknown);
}

/// People who come one after another, blocks used again, some refused between.
#[test]
fn pushed_one_after_another_they_have_the_same_rows() {
    use osteon::batch::{Batch, Pushed};
    let engine = engine();
    let table = Table::drawn(1300, 9);
    let plan = Plan::of_header(&StringRecord::from(table.names.clone()), false).unwrap();
    let asked = AnswerColumn::all(engine.setup());
    let batch = Batch::new(&engine, asked.clone()).unwrap();
    let (mut block, mut session) = (batch.block(), engine.session());
    let (mut patient, mut refusals, mut waiting) = (Patient::default(), Vec::new(), Vec::new());
    let mut checked = 0;
    for cells in &table.rows {
        refusals.clear();
        plan.read(&StringRecord::from(cells.clone()), &mut patient, &mut refusals);
        let (mut same, mut own) = (patient.clone(), refusals.clone());
        let refused = own.iter().any(Refusal::refuses_row);
        let answer = if refused { None } else { session.answer(&mut same, false, &mut own) };
        let pushed = block.push(&mut patient, false, &mut refusals);
        assert_eq!(pushed, if answer.is_some() { Pushed::Answered } else { Pushed::Refused });
        assert_eq!(refusals, own);
        waiting.extend(answer.map(|answer| of_answer(&asked, Some(&answer), None)));
        if block.is_full() {
            assert_eq!(block.push(&mut patient, false, &mut refusals), Pushed::NoRoom);
            checked += compare(block.end(), &mut waiting);
        }
    }
    checked += compare(block.end(), &mut waiting);
    assert!(checked > 1000 && block.end().1 == 0);
}

fn compare((answers, rows): (&Answers, usize), expected: &mut Vec<Vec<String>>) -> usize {
    assert_eq!(rows, expected.len());
    for (row, expected) in expected.drain(..).enumerate() {
        let found: Vec<String> = of_columns(answers, row).into_iter().map(sorted).collect();
        assert_eq!(found, expected.into_iter().map(sorted).collect::<Vec<_>>(), "row {row}");
    }
    rows
}

#[test]
fn one_thing_at_a_time_is_that_column() {
    use osteon::batch;
    let engine = engine();
    let stored = Table::drawn(700, 5).stored();
    let people = columns(&stored).unwrap();
    let mut all = Answers::new(AnswerColumn::all(engine.setup()), people.rows());
    assess_columns(&engine, &people, &mut all.buffers(), &mut |_| {}).unwrap();

    let (mut t, mut validity) = (vec![0.0; 700], vec![0_u8; 88]);
    batch::t_scores(&engine, &people, Region::TotalHip, t.as_mut_slice().into(), &mut validity).unwrap();
    let expected = all.column("t_total_hip").unwrap();
    for (row, t) in t.iter().enumerate() {
        let found = (validity[row / 8] >> (row % 8) & 1 != 0).then(|| t.to_bits());
        assert_eq!(found, expected.number(row).map(f64::to_bits), "row {row}");
    }
    let mut codes = vec![0_u8; 700];
    let nogg = osteon::guideline::from_id("nogg2024").unwrap();
    batch::recommendation(&engine, &people, nogg, codes.as_mut_slice().into()).unwrap();
    let expected = all.column("nogg2024_recommendation").unwrap();
    let words = Recommendation::KEYS;
    for (row, &code) in codes.iter().enumerate() {
        let word = usize::from(code).checked_sub(1).map(|place| words[place]);
        assert_eq!(word, expected.word(row), "row {row}");
    }
    batch::triage(&engine, &people, codes.as_mut_slice().into()).unwrap();
    batch::diagnosis(&engine, &people, codes.as_mut_slice().into()).unwrap();
    let model = Model::from_id("ost").unwrap();
    let ost = batch::Buffer::Numbers { values: t.as_mut_slice().into(), validity: &mut validity };
    batch::risk(&engine, &people, model, "points", ost).unwrap();
    let lost = batch::assess_column(
        &engine,
        &people,
        "ost_point",
        batch::Buffer::Codes(codes.as_mut_slice().into()),
    );
    assert!(lost.unwrap_err().to_string().contains("ost_points"));
}
