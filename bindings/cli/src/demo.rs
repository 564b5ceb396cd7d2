//! `osteon demo`: the main job on a small synthetic cohort.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use osteon::Engine;
use osteon::document::assessment::Category;
use osteon::document::{Patient, Sex};
use osteon::facts::ScoreDue;
use osteon::outputs::{Output, Outputs};
use osteon_table::{AnswerTable, Plan};

use crate::args::DemoArgs;
use crate::output_file::OutputFile;
use crate::stop::{Done, Stop};

/// Made by `cargo xtask cohort` from published means and SDs; nobody in it is real.
const COHORT: &str = include_str!("../../../examples/clinic.csv");

/// Rows of the output that are shown.
const SHOWN: usize = 5;

pub(crate) fn run(args: &DemoArgs) -> Result<Done, Stop> {
    let mut out = OutputFile::create(None)?;
    if args.cohort {
        out.write(COHORT.as_bytes())?;
        out.finish()?;
        return Ok(Done::All);
    }
    let (text, done) = report()?;
    out.write(text.as_bytes())?;
    out.finish()?;
    Ok(done)
}

fn report() -> Result<(String, Done), Stop> {
    let shown = [Output::Scores, Output::Diagnosis].into_iter().collect::<Outputs>();
    let engine = Engine::default().with_outputs(shown);
    let mut reader = csv::Reader::from_reader(COHORT.as_bytes());
    let header = reader.headers().map_err(Stop::new)?.clone();
    let plan = Plan::of_header(&header, false).map_err(|refusals| Stop::refused("cohort", &refusals))?;
    let table = AnswerTable::new(engine.setup(), []);
    let mut first_rows = csv::Writer::from_writer(Vec::new());
    first_rows.write_record(table.header()).map_err(Stop::new)?;
    let mut patient = Patient::default();
    let mut session = engine.session();
    let (mut people, mut clinical, mut withheld) = (0_usize, 0_usize, 0_usize);
    let mut classes: BTreeMap<Category, [usize; 2]> = BTreeMap::new();
    let mut refusals = Vec::new();
    for record in reader.records() {
        let record = record.map_err(Stop::new)?;
        plan.read(&record, &mut patient, &mut refusals);
        let Some(answer) = session.answer(&mut patient, false, &mut refusals) else { continue };
        people += 1;
        let [women, men] = classes.entry(answer.diagnosis.category).or_default();
        *if answer.person.sex == Sex::Female { women } else { men } += 1;
        let below = matches!(answer.diagnosis.category, Category::Normal | Category::LowBoneMass);
        clinical += usize::from(below && answer.diagnosis.clinical_osteoporosis == Some(true));
        withheld += usize::from(answer.person.score_due != ScoreDue::T);
        if people <= SHOWN {
            table.write(&answer, [], &mut first_rows).map_err(Stop::new)?;
        }
    }
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = writeln!(text, "A synthetic cohort of {people} people (made from published means and SDs).\n");
    let _ = writeln!(text, "{:<24}{:>8}{:>8}", "class", "women", "men");
    for (category, [women, men]) in &classes {
        let _ = writeln!(text, "{:<24}{women:>8}{men:>8}", category.as_str());
    }
    let _ = writeln!(
        text,
        "\n{clinical} with a T-score above -2.5 have osteoporosis by a fracture (clinical_osteoporosis)."
    );
    let _ = writeln!(
        text,
        "{withheld} have no T-score, by age and menopause; the full answer says why and gives a Z-score."
    );
    let _ = writeln!(text, "\nThe first {SHOWN} rows of the table that `osteon assess` writes:\n");
    let rows = first_rows.into_inner().map_err(Stop::new)?;
    text.push_str(&String::from_utf8_lossy(&rows));
    text.push_str(
        "\nTry it:\n  osteon demo --cohort > clinic.csv\n  osteon assess clinic.csv -o scores.csv\n  \
         osteon assess clinic.csv --format ndjson -o answers.ndjson   (every number with its source)\n",
    );
    for refusal in &refusals {
        eprintln!("{refusal}");
    }
    Ok((text, Done::unless_refused(refusals.len() as u64)))
}
