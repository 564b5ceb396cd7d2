//! A block of people is decided as each of them alone.

use osteon::document::guidance::{Recommendation, Tier};
use osteon::document::options::NoggBetweenAges;
use osteon::document::{Options, Patient};
use osteon::evidence::Evidence;
use osteon::guideline::{self, GuidelineAnswer};
use osteon::rule::{BLOCK, BlockDecision, BlockGuidelines, FactBlock, Status};
use osteon::{Engine, Session};
use osteon_tests::people::{Draw, person, with_unknowns};

use super::{pair, with_evidence};

/// What is said of one person by one guideline.
#[derive(Debug, PartialEq)]
struct Said {
    status: &'static str,
    category: Option<&'static str>,
    recommendation: Recommendation,
    tier: Option<Tier>,
    also: Vec<Recommendation>,
    /// What triage asks: each recommendation that is made at all, and whether the risk is very high.
    recommends: Vec<Recommendation>,
    very_high: bool,
}

fn alone(answer: &GuidelineAnswer) -> Said {
    let mut also = answer.also();
    also.sort_unstable();
    let made = |one: &Recommendation| {
        answer.applies()
            && (answer.said.recommendation == *one
                || answer.guideline.also(answer.decision).any(|also| also == *one))
    };
    Said {
        status: answer.status(),
        category: answer.said.category,
        recommendation: answer.said.recommendation,
        tier: answer.said.tier,
        also,
        recommends: Recommendation::ALL.iter().copied().filter(made).collect(),
        very_high: answer.said.category == Some("very_high"),
    }
}

/// What is said of each row of a block.
fn in_block(guidelines: &BlockGuidelines, guideline: usize, said: &BlockDecision, rows: usize) -> Vec<Said> {
    let codes = |write: &dyn Fn(&mut [u8])| {
        let mut codes = vec![0; rows];
        write(&mut codes);
        codes
    };
    let status = codes(&|codes| said.status(codes));
    let category = codes(&|codes| said.category(codes));
    let recommendation = codes(&|codes| said.recommendation(codes));
    let tier = codes(&|codes| said.tier(codes));
    let also = codes(&|bits| said.also(bits));
    let categories = guidelines.categories(guideline);
    let all = || Recommendation::ALL.iter().copied();
    (0..rows)
        .map(|row| Said {
            status: Status::ALL[usize::from(status[row])].as_str(),
            category: usize::from(category[row]).checked_sub(1).map(|at| categories[at]),
            recommendation: Recommendation::ALL[usize::from(recommendation[row])],
            tier: usize::from(tier[row]).checked_sub(1).map(|at| Tier::ALL[at]),
            also: all().filter(|one| u16::from(also[row]) >> *one as u8 & 1 == 1).collect(),
            recommends: all().filter(|one| said.recommends(*one).has(row)).collect(),
            very_high: said.very_high().has(row),
        })
        .collect()
}

/// Somebody of any age of whom anything may be unknown, FRAX and its limits above all.
fn anybody(seed: u64) -> Patient {
    let (known, less) = pair(seed);
    let mut draw = Draw(seed ^ 0x5eed);
    let mut patient = match draw.below(8) {
        0 => known,
        1 => with_unknowns(&person(&mut draw), &mut draw),
        2 => Patient { sex: known.sex, age_years: known.age_years, ..Default::default() },
        _ => less,
    };
    if draw.one_in(4) {
        patient.age_years = Some(draw.below(91) as f64 + 20.0);
        patient.fractures = None;
    }
    if draw.one_in(3) {
        patient.scans = None;
    }
    if draw.one_in(3) {
        patient.risk_factors = None;
    }
    if let Some(frax) = patient.frax.as_mut()
        && draw.one_in(2)
    {
        frax.with_bmd = None;
    }
    patient
}

/// How many; `tests/run --deep` asks for more cases of every property.
fn people() -> u64 {
    std::env::var("PROPTEST_CASES").map_or(20_000, |cases| 10 * cases.parse::<u64>().unwrap())
}

/// A range that ends below its beginning would be held against limits by the wrong ends.
fn in_order(guidelines: &BlockGuidelines, evidence: &Evidence<'_>) {
    for quantity in guidelines.facts().quantities() {
        if let Some((low, high)) = (quantity.read)(evidence).ends() {
            assert!(low <= high, "{}: {low} to {high}", quantity.id);
        }
    }
}

/// Fills blocks with people that are answered, and holds every answer against that of the block.
fn holds_for(session: &mut Session<'_>, between: NoggBetweenAges, seeds: core::ops::Range<u64>) {
    let guidelines = BlockGuidelines::new(guideline::all(), between);
    let mut block = FactBlock::new(&guidelines);
    let mut said = BlockDecision::default();
    let mut seeds = seeds.peekable();
    let mut undetermined = 0;
    while seeds.peek().is_some() {
        block.clear();
        let mut expected: Vec<Option<Vec<Said>>> = Vec::new();
        for (row, seed) in (&mut seeds).take(BLOCK).enumerate() {
            // Some rows are refused, and stay out of the block.
            let refused = seed % 50 == 7;
            let answers = (!refused).then(|| {
                with_evidence(session, &anybody(seed), |evidence| {
                    in_order(&guidelines, evidence);
                    block.set_row(&guidelines, row, evidence);
                    guideline::answers(evidence).iter().map(alone).collect()
                })
            });
            expected.push(answers);
        }
        block.ready(&guidelines);
        for (at, guideline) in guidelines.guidelines().iter().enumerate() {
            guidelines.decide(at, &block, &mut said);
            let rows = in_block(&guidelines, at, &said, expected.len());
            for (row, (here, expected)) in rows.iter().zip(&expected).enumerate() {
                match expected {
                    Some(expected) => assert_eq!(here, &expected[at], "{} row {row}", guideline.id),
                    None => assert!(!block.rows().has(row) && !said.applies().has(row)),
                }
                undetermined += usize::from(here.status == "undetermined");
            }
        }
    }
    assert!(undetermined > 0);
}

fn engine(between: NoggBetweenAges) -> Engine {
    let options = Options { nogg_between_ages: Some(between), ..Default::default() };
    let outputs = osteon::outputs::Outputs::parse("scores,diagnosis,risks,guidelines").unwrap();
    Engine::new(options, Vec::new()).unwrap().with_outputs(outputs)
}

#[test]
fn a_block_is_decided_as_each_of_its_rows() {
    // The last block is never full.
    let half = (people() / 2) | 1;
    for (between, seeds) in [(NoggBetweenAges::Interpolate, 0..half), (NoggBetweenAges::Step, half..half * 2)]
    {
        let engine = engine(between);
        holds_for(&mut engine.session(), between, seeds);
    }
}

#[test]
fn deciding_a_block_allocates_nothing() {
    let engine = engine(NoggBetweenAges::Interpolate);
    let mut session = engine.session();
    let guidelines = BlockGuidelines::new(guideline::all(), NoggBetweenAges::Interpolate);
    let mut block = FactBlock::new(&guidelines);
    let mut said = BlockDecision::default();
    let counted = |allocations: allocation_counter::AllocationInfo| assert_eq!(allocations.count_total, 0);
    for row in 0..100 {
        with_evidence(&mut session, &anybody(row as u64), |evidence| {
            counted(allocation_counter::measure(|| block.set_row(&guidelines, row, evidence)));
        });
    }
    let mut codes = [0; BLOCK];
    counted(allocation_counter::measure(|| {
        block.ready(&guidelines);
        for at in 0..guidelines.guidelines().len() {
            guidelines.decide(at, &block, &mut said);
            said.recommendation(&mut codes);
            said.category(&mut codes);
            said.also(&mut codes);
        }
    }));
    assert!(said.applies().rows().count() > 0);
}
