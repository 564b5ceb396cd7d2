//! The columns of an answer: their names, what belongs together, and what cannot be.

use std::collections::{BTreeMap, BTreeSet};

use csv::StringRecord;
use osteon::Engine;
use osteon::batch::{AnswerColumn, Answers, Holds, assess_columns};
use osteon::document::guidance::SafetyStatus;
use osteon::document::{Glucocorticoid, Patient, RiskFactors};
use osteon::error::{Code, Refusal};
use osteon::outputs::{Output, Outputs};
use osteon::risk::Model;
use osteon_table::Plan;
use osteon_tests::people::{Draw, person, with_frax, with_unknowns};
use osteon_tests::table::{Table, columns};

fn engine() -> Engine {
    engine_of("scores,diagnosis,tbs,risks,guidelines,triage,safety")
}

fn engine_of(outputs: &str) -> Engine {
    Engine::default().with_outputs(Outputs::parse(outputs).unwrap())
}

fn named(name: &str) -> AnswerColumn {
    AnswerColumn::named(&engine(), name).unwrap()
}

fn names(columns: &[AnswerColumn]) -> Vec<&str> {
    columns.iter().map(|column| column.name.as_str()).collect()
}

#[test]
fn a_column_has_one_name() {
    let all = AnswerColumn::all(engine().setup());
    for (place, column) in all.iter().enumerate() {
        assert!(all.iter().skip(place + 1).all(|other| other.name != column.name), "{}", column.name);
    }
}

#[test]
fn a_set_has_room_for_every_field() {
    for guideline in osteon::guideline::all() {
        let fields = guideline.fields();
        assert!(fields.len() <= 64, "{}: {}", guideline.id, fields.len());
    }
}

/// Every field that a model lists for some of many people is a word of its column, and every word is met.
#[test]
fn the_words_of_what_a_model_assumes_are_its_fields() {
    let engine = engine();
    let mut session = engine.session();
    let mut met: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut see = |patient: &mut Patient| {
        let Some(answer) = session.answer(patient, false, &mut Vec::new()) else { return };
        for said in answer.risks_in_full() {
            met.entry(said.model.id).or_default().extend(said.assumed.iter().map(|read| read.field));
        }
    };
    for seed in 0..3000 {
        let mut draw = Draw(seed);
        let mut known = person(&mut draw);
        if draw.one_in(2) {
            with_frax(&mut known, &mut draw);
        }
        let mut less = with_unknowns(&known, &mut draw);
        let mut bare = Patient { sex: known.sex, age_years: known.age_years, ..Patient::default() };
        (bare.weight_kg, bare.height_cm) = (Some(60.0), Some(160.0));
        bare.scans = known.scans.clone().filter(|_| draw.one_in(2));
        let mut scanned = Patient { risk_factors: None, history: None, complete: None, ..known.clone() };
        // A supplied probability of a day, of somebody of whose fractures nobody told; a dose, taken now or not.
        (bare.assessed_on, bare.frax) = (known.assessed_on, known.frax.clone());
        if let Some(frax) = &mut bare.frax {
            frax.date = known.assessed_on;
        }
        let dose = Glucocorticoid { mg_per_day: Some(5.0), ..Glucocorticoid::default() };
        bare.risk_factors = Some(RiskFactors { glucocorticoid: Some(dose), ..RiskFactors::default() });
        [&mut known, &mut less, &mut bare, &mut scanned].into_iter().for_each(&mut see);
    }
    let table = Table::drawn(6000, 21);
    let plan = Plan::of_header(&StringRecord::from(table.names.clone()), false).unwrap();
    let mut patient = Patient::default();
    for cells in &table.rows {
        let mut refusals = Vec::new();
        plan.read(&StringRecord::from(cells.clone()), &mut patient, &mut refusals);
        see(&mut patient);
    }
    for model in Model::all() {
        let fields = model.assumes();
        let words: BTreeSet<&str> = fields.iter().copied().collect();
        assert_eq!(words.len(), fields.len(), "{}: twice", model.id);
        assert!(words.len() <= 64, "{}", model.id);
        assert_eq!(met.remove(model.id).unwrap_or_default(), words, "{}", model.id);
        let columns = AnswerColumn::all(engine.setup());
        let column = columns.iter().find(|column| column.name == format!("{}_assumed", model.id));
        let holds = column.map(|column| column.holds.clone());
        assert_eq!(holds, (!fields.is_empty()).then_some(Holds::Sets(fields)), "{}", model.id);
    }
}

#[test]
fn what_a_model_says_has_what_it_assumes_beside_it_and_nothing_else_has() {
    for column in AnswerColumn::all(engine().setup()) {
        let own = |model: &&&Model| column.name.starts_with(&format!("{}_", model.id));
        let model = Model::all().iter().filter(own).max_by_key(|model| model.id.len());
        let model = model.filter(|model| !model.assumes().is_empty());
        let is_said = !column.name.ends_with("_refused") && !column.name.ends_with("_assumed");
        let is_of_model = column.section() == Some(Output::Risks) && is_said;
        let expected = model.filter(|_| is_of_model).map(|model| format!("{}_assumed", model.id));
        assert_eq!(column.beside().map(|beside| beside.name), expected, "{}", column.name);
    }
}

#[test]
fn what_a_model_assumes_is_said_without_its_numbers() {
    let engine = engine();
    let stored = Table::drawn(400, 12).stored();
    let people = columns(&stored).unwrap();
    let mut whole = Answers::new(AnswerColumn::all(engine.setup()), people.rows());
    assess_columns(&engine, &people, &mut whole.buffers(), &mut |_| {}).unwrap();
    for model in Model::all().iter().filter(|model| !model.assumes().is_empty()) {
        let column = named(&format!("{}_assumed", model.id));
        let mut alone = Answers::new(vec![column], people.rows());
        assess_columns(&engine, &people, &mut alone.buffers(), &mut |_| {}).unwrap();
        let alone = &alone.columns[0];
        assert_eq!(whole.column(&alone.column.name).unwrap().values, alone.values, "{}", model.id);
    }
}

#[test]
fn a_recommendation_has_companions_and_nothing_else_does() {
    let all = AnswerColumn::all(engine().setup());
    let safety: Vec<&str> = names(&all).into_iter().filter(|name| name.starts_with("safety_")).collect();
    assert_eq!(safety.len(), osteon::safety::Product::ALL.len());
    assert!(safety.contains(&"safety_ibandronate_iv") && safety.contains(&"safety_romosozumab"));
    let recommends = ["_category", "_recommendation", "_also", "_tier"];
    for column in &all {
        let guideline = recommends.iter().find_map(|end| column.name.strip_suffix(end));
        // Risk models have categories too.
        let guideline = guideline.filter(|id| osteon::guideline::from_id(id).is_some());
        let own = |end: &str| guideline.map(|id| format!("{id}_{end}"));
        let of_guideline = ["status", "missing", "verified"].into_iter().filter_map(own);
        let of_safety = safety.iter().filter(|_| guideline.is_some()).map(|name| (*name).to_owned());
        let course = guideline.map(|_| "course_comes_first".to_owned());
        let expected: Vec<String> = of_guideline.chain(of_safety).chain(course).collect();
        assert_eq!(names(&column.companions()), expected, "{}", column.name);
    }
}

#[test]
fn a_recommendation_is_not_handed_out_alone() {
    let alone = named("bhof2022_recommendation");
    let whole: Vec<AnswerColumn> = [alone.clone()].into_iter().chain(alone.companions()).collect();
    assert_eq!(AnswerColumn::check_together(&whole), Ok(()));
    for place in 1..whole.len() {
        let mut lacking = whole.clone();
        let left_out = lacking.remove(place);
        let refused = AnswerColumn::check_together(&lacking).unwrap_err();
        assert_eq!((refused.code, &*refused.field), (Code::NotUsable, "bhof2022_recommendation"));
        assert!(refused.limit.ends_with(&format!("without {}", left_out.name)), "{refused}");
    }
    // What another guideline lacks does not stand beside this one.
    let other = [named("nogg2024_status"), named("nogg2024_missing"), named("nogg2024_verified")];
    assert!(AnswerColumn::check_together(&[&whole[..1], &whole[4..], &other[..]].concat()).is_err());
    assert_eq!(AnswerColumn::check_together(&whole[1..]), Ok(()));
    assert_eq!(AnswerColumn::check_together(&[named("t_total_hip"), named("triage_priority")]), Ok(()));
    // Categories of some guidelines are recommendations by another word.
    assert!(AnswerColumn::check_together(&[named("osteoporosis_canada2023_category")]).is_err());
}

#[test]
fn an_engine_that_is_not_asked_for_safety_hands_out_no_recommendation() {
    let engine = engine_of("guidelines");
    let refused = AnswerColumn::check_together(&AnswerColumn::all(engine.setup())).unwrap_err();
    assert!(refused.limit.contains("safety_alendronate"), "{refused}");
}

#[test]
fn a_column_belongs_to_the_section_without_which_it_is_not_there() {
    let all = AnswerColumn::all(engine().setup());
    for &output in Output::ALL {
        let outputs =
            Output::ALL.iter().copied().filter(|&other| other != output && other != Output::Benefits);
        let left = AnswerColumn::all(Engine::default().with_outputs(outputs.collect()).setup());
        for column in &all {
            assert_eq!(left.contains(column), column.section() != Some(output), "{} {output}", column.name);
        }
    }
    assert_eq!(named("safety_denosumab").holds, Holds::Codes(SafetyStatus::KEYS.to_vec()));
}

#[test]
fn what_drug_safety_assumes_is_said_without_its_columns() {
    let engine = engine();
    let table = Table::drawn(400, 11);
    let stored = table.stored();
    let people = columns(&stored).unwrap();
    let all = AnswerColumn::all(engine.setup());
    let mut whole = Answers::new(all.clone(), people.rows());
    assess_columns(&engine, &people, &mut whole.buffers(), &mut |_| {}).unwrap();
    let assumed = AnswerColumn::named(&engine, "assumed").unwrap();
    let mut alone = Answers::new(vec![assumed], people.rows());
    assess_columns(&engine, &people, &mut alone.buffers(), &mut |_| {}).unwrap();
    let (whole, alone) = (whole.column("assumed").unwrap(), alone.column("assumed").unwrap());
    assert_eq!(whole.values, alone.values);
    assert!((0..people.rows()).any(|row| alone.words(row).any(|word| word == "labs.date=current")));
}

#[test]
fn columns_that_cannot_be_are_refused_by_name() {
    use osteon::batch::{Bits, Columns, Values};
    let ages = [70.0, 71.0];
    let mut people = Columns::new(2);
    people.push("age_years", Values::from(&ages[..]), None).unwrap();
    let refused = |result: Result<(), Refusal>| result.unwrap_err().to_string();
    assert!(refused(people.push("age_years", Values::from(&ages[..]), None)).contains("twice"));
    assert!(refused(people.push("heigth_cm", Values::from(&ages[..]), None)).contains("height_cm"));
    assert!(refused(people.push("height_cm", Values::from(&ages[..1]), None)).contains("2 rows"));
    let bits = Bits::new(&[0b11], 0, 1);
    assert!(refused(people.push("weight_kg", Values::from(&ages[..]), bits)).contains("2 rows"));
    assert!(refused(people.push("sex", Values::from(&ages[..]), None)).contains("one of a closed list"));
    let engine = engine();
    let mut none: [(&AnswerColumn, osteon::batch::Buffer<'_>); 0] = [];
    assert!(refused(assess_columns(&engine, &people, &mut none, &mut |_| {})).contains("sex"));
    let short = AnswerColumn::named(&engine, "diagnosis").unwrap();
    let mut codes = [0_u8; 1];
    people.push("sex", Values::Words(osteon::batch::Codes::U8(&[0, 1]), &["female", "male"]), None).unwrap();
    let mut out = [(&short, osteon::batch::Buffer::Codes(codes.as_mut_slice().into()))];
    assert!(refused(assess_columns(&engine, &people, &mut out, &mut |_| {})).contains("2 rows"));
    let other = Engine::default().with_outputs(Outputs::parse("scores").unwrap());
    let mut two = [0_u8; 2];
    let triage = AnswerColumn::named(&engine, "triage_priority").unwrap();
    let mut again = [0_u8; 2];
    let mut out = [
        (&triage, osteon::batch::Buffer::Codes(two.as_mut_slice().into())),
        (&triage, osteon::batch::Buffer::Codes(again.as_mut_slice().into())),
    ];
    assert!(refused(assess_columns(&engine, &people, &mut out, &mut |_| {})).contains("twice"));
    let dvo = Model::from_id("dvo2023").unwrap();
    let numbers = osteon::batch::Buffer::Codes(again.as_mut_slice().into());
    assert!(refused(osteon::batch::risk(&engine, &people, dvo, "category", numbers)).contains("dvo2023"));
    let mut out = [(&triage, osteon::batch::Buffer::Codes(two.as_mut_slice().into()))];
    assert!(refused(assess_columns(&other, &people, &mut out, &mut |_| {})).contains("not asked"));
}
