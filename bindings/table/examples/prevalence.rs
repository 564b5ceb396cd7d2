//! Weighted prevalence of osteoporosis and low bone mass at the femoral neck, 50 and over, in NHANES.
//!
//! ```sh
//! cargo run --release -p osteon-table --example prevalence -- nhanes_2005_2014_femur.csv nhanes_2017_2020.csv
//! ```
//!
//! Each file is read by its own map of `examples/`; `.gz` is unpacked. CDC's data brief 93 has 5 % and 38 %
//! for 2005-2008. T-scores are against white women of NHANES III (0.858, SD 0.120 g/cm2), men too.

use std::error::Error;
use std::fs::File;
use std::io::Read;

use flate2::read::MultiGzDecoder;
use osteon::Engine;
use osteon::diagnosis::who_class;
use osteon::document::assessment::Category;
use osteon::document::{Patient, Region};
use osteon::quantity::{Compared, Tenths};
use osteon_table::{Map, Plan};

const FEMUR: &str = include_str!("../../../examples/nhanes_femur.toml");
const FRACTURE_RISK: &str = include_str!("../../../examples/nhanes.toml");

/// Weighted people of 50 and over with a score, and how many of them are in each class.
#[derive(Default)]
struct Tally {
    people: u32,
    weight: f64,
    reported: [f64; 2],
    exact: [f64; 2],
}

impl Tally {
    fn add(&mut self, t: f64, weight: f64) {
        self.people += 1;
        self.weight += weight;
        let compared = [Compared::reported(Tenths::rounded(t)), Compared::exact(t)];
        for (shares, t) in [&mut self.reported, &mut self.exact].into_iter().zip(compared) {
            let [osteoporosis, low] = shares;
            match who_class(t) {
                Category::Osteoporosis => *osteoporosis += weight,
                Category::LowBoneMass => *low += weight,
                _ => {}
            }
        }
    }

    fn print(&self, name: &str, how: &str, [osteoporosis, low]: [f64; 2]) {
        let percent = |weight: f64| 100.0 * weight / self.weight;
        let (people, osteoporosis, low) = (self.people, percent(osteoporosis), percent(low));
        println!("{name:<12}{how:<22}{people:>8}{osteoporosis:>16.2}{low:>17.2}");
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let [femur, fracture_risk] = paths.as_slice() else {
        return Err("prevalence NHANES_2005_2014_FEMUR NHANES_2017_2020".into());
    };
    println!(
        "{:<12}{:<22}{:>8}{:>16}{:>17}",
        "NHANES", "T compared", "people", "osteoporosis %", "low bone mass %"
    );
    let cycles = ["2005-2006", "2007-2008"];
    let earlier =
        tally(femur, FEMUR, "WTMEC2YR", |cycle| cycle.is_some_and(|cycle| cycles.contains(&cycle)))?;
    let later = tally(fracture_risk, FRACTURE_RISK, "WTMECPRP", |_| true)?;
    for (name, tally) in [("2005-2008", &earlier), ("2017-2020", &later)] {
        tally.print(name, "reported, one decimal", tally.reported);
        tally.print(name, "exact", tally.exact);
    }
    println!("{:<12}{:<22}{:>8}{:>16}{:>17}", "2005-2008", "published (brief 93)", "", "5", "38");
    Ok(())
}

/// The tally of a file: of the rows whose column CYCLE is wanted, by this weight.
fn tally(
    path: &str,
    map: &str,
    weight_column: &str,
    wanted: impl Fn(Option<&str>) -> bool,
) -> Result<Tally, Box<dyn Error>> {
    let file = File::open(path).map_err(|error| format!("{path}: {error}"))?;
    let bytes: Box<dyn Read> =
        if path.ends_with(".gz") { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let header = reader.headers()?.clone();
    let refused = |refusals: Vec<osteon::error::Refusal>| format!("{path}: {}", refusals[0]);
    let plan = Plan::of_map(&Map::parse(map).map_err(refused)?, &header, false).map_err(refused)?;
    let index = |name: &str| header.iter().position(|column| column == name);
    let (weight_at, cycle_at) = (index(weight_column).ok_or("no weight")?, index("CYCLE"));
    let engine = Engine::default();
    let mut session = engine.session();
    let (mut patient, mut refusals, mut tally) = (Patient::default(), Vec::new(), Tally::default());
    for record in reader.records() {
        let record = record?;
        if !wanted(cycle_at.and_then(|at| record.get(at))) {
            continue;
        }
        let weight: f64 = record.get(weight_at).unwrap_or_default().parse().unwrap_or(0.0);
        plan.read(&record, &mut patient, &mut refusals);
        let Some(answer) = session.answer(&mut patient, false, &mut refusals) else { continue };
        // People who were interviewed and not examined have no weight.
        if answer.person.age.completed_years() >= 50
            && weight > 0.0
            && let Some(t) = answer.t(Region::FemoralNeck)
        {
            tally.add(t, weight);
        }
    }
    Ok(tally)
}
