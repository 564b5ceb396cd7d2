//! How many people of a population each guideline would treat, how often two guidelines disagree, and how many
//! answers hang on something unknown: NHANES 2017-March 2020, 50 and over, weighted to the US population.
//!
//! ```sh
//! cargo run --release -p osteon-table --example guidelines -- nhanes_2017_2020.csv
//! ```
//!
//! The file is read by `examples/nhanes.toml`; `.gz` is unpacked. The tables are written in Markdown.

use std::error::Error;
use std::fs::File;
use std::io::Read;

use flate2::read::MultiGzDecoder;
use osteon::Engine;
use osteon::document::Patient;
use osteon::document::guidance::Recommendation;
use osteon::guideline::{GuidelineAnswer, all};
use osteon_table::{Map, Plan};

const MAP: &str = include_str!("../../../examples/nhanes.toml");
const WEIGHT: &str = "WTMECPRP";

/// What a guideline does with a person.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Does {
    NotApply,
    Treat,
    Discuss,
    Test,
    NoDrug,
    Hangs,
}

fn does(said: &GuidelineAnswer) -> Does {
    use Recommendation as R;
    match said.said.recommendation {
        R::NotApplicable => Does::NotApply,
        R::Treat | R::TreatAnabolicFirst => Does::Treat,
        R::Consider | R::SpecialistAdvice => Does::Discuss,
        R::MeasureBmd | R::CalculateFrax => Does::Test,
        R::NoDrug => Does::NoDrug,
        R::Undetermined => Does::Hangs,
    }
}

/// Weighted people, by what one guideline does with them.
#[derive(Clone, Default)]
struct Tally {
    people: u32,
    weight: f64,
    treat: f64,
    discuss: f64,
    test: f64,
    no_drug: f64,
    hangs: f64,
}

impl Tally {
    fn add(&mut self, does: Does, weight: f64) {
        let part = match does {
            Does::NotApply => return,
            Does::Treat => &mut self.treat,
            Does::Discuss => &mut self.discuss,
            Does::Test => &mut self.test,
            Does::NoDrug => &mut self.no_drug,
            Does::Hangs => &mut self.hangs,
        };
        *part += weight;
        self.people += 1;
        self.weight += weight;
    }

    fn print(&self, id: &str) {
        let percent = |part: f64| if self.weight > 0.0 { 100.0 * part / self.weight } else { 0.0 };
        let [treat, discuss, test] = [self.treat, self.discuss, self.test].map(percent);
        let [no_drug, hangs] = [self.no_drug, self.hangs].map(percent);
        println!(
            "| `{id}` | {} | {treat:.1} | {discuss:.1} | {test:.1} | {no_drug:.1} | {hangs:.1} |",
            self.people
        );
    }
}

/// Weighted people of whom both guidelines speak and both can say whether to treat, and those on whom they differ.
#[derive(Clone, Default)]
struct Pair {
    both: f64,
    differ: f64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("guidelines NHANES_2017_2020")?;
    let file = File::open(&path).map_err(|error| format!("{path}: {error}"))?;
    let bytes: Box<dyn Read> =
        if path.ends_with(".gz") { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let header = reader.headers()?.clone();
    let refused = |refusals: Vec<osteon::error::Refusal>| format!("{path}: {}", refusals[0]);
    let plan = Plan::of_map(&Map::parse(MAP).map_err(refused)?, &header, false).map_err(refused)?;
    let weight_at = header.iter().position(|column| column == WEIGHT).ok_or("no weight")?;
    let engine = Engine::default();
    let mut session = engine.session();
    let (mut patient, mut refusals) = (Patient::default(), Vec::new());
    let n = all().len();
    let (mut tallies, mut pairs) = (vec![Tally::default(); n], vec![Pair::default(); n * n]);
    for record in reader.records() {
        let record = record?;
        let weight: f64 = record.get(weight_at).unwrap_or_default().parse().unwrap_or(0.0);
        plan.read(&record, &mut patient, &mut refusals);
        let Some(answer) = session.answer(&mut patient, false, &mut refusals) else { continue };
        // People who were interviewed and not examined have no weight.
        if weight <= 0.0 {
            continue;
        }
        let said: Vec<Does> = answer.guidelines.iter().map(does).collect();
        for (tally, &does) in tallies.iter_mut().zip(&said) {
            tally.add(does, weight);
        }
        let says = |does: Does| !matches!(does, Does::NotApply | Does::Hangs | Does::Test);
        for (a, &one) in said.iter().enumerate().filter(|(_, does)| says(**does)) {
            for (b, &other) in said.iter().enumerate().filter(|(_, does)| says(**does)) {
                pairs[a * n + b].both += weight;
                if (one == Does::Treat) != (other == Does::Treat) {
                    pairs[a * n + b].differ += weight;
                }
            }
        }
    }
    println!(
        "| guideline | people it speaks of, or may | treat % | consider or specialist % | a test first % | no drug % | cannot be said % |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|");
    for (guideline, tally) in all().iter().zip(&tallies).filter(|(_, tally)| tally.people > 0) {
        tally.print(guideline.id);
    }
    let shown: Vec<usize> = (0..n).filter(|&a| pairs[a * n + a].both > 0.0).collect();
    println!("\n| treat or not: differ, % of those on whom both say | {} |", names(&shown).join(" | "));
    println!("|---|{}", "--:|".repeat(shown.len()));
    for &a in &shown {
        let cell = |&b: &usize| {
            let pair = &pairs[a * n + b];
            match (a == b, pair.both > 0.0) {
                (true, _) => String::new(),
                (_, false) => "-".to_owned(),
                _ => format!("{:.1}", 100.0 * pair.differ / pair.both),
            }
        };
        let cells: Vec<String> = shown.iter().map(cell).collect();
        println!("| `{}` | {} |", all()[a].id, cells.join(" | "));
    }
    Ok(())
}

fn names(places: &[usize]) -> Vec<String> {
    places.iter().map(|&place| format!("`{}`", all()[place].id)).collect()
}
