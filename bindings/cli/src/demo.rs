//! `osteon demo`: the main job on a small synthetic cohort.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use osteon::document::assessment::Category;
use osteon::document::guidance::{Priority, Recommendation};
use osteon::document::{Options, Patient, Sex};
use osteon::facts::ScoreDue;
use osteon::outputs::{Output, Outputs};
use osteon::risk::Outcome;
use osteon::{Answer, Engine};
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

/// The models that the demo runs.
const MODELS: &str = if cfg!(feature = "qfracture") { "qfracture2012,dvo2023" } else { "dvo2023" };

/// What the models said of the cohort.
#[derive(Default)]
struct Risks {
    /// Any fracture and hip, %.
    qfracture: [Vec<f64>; 2],
    tiers: BTreeMap<&'static str, usize>,
    refused: BTreeMap<(&'static str, String), usize>,
    notices: BTreeMap<&'static str, &'static str>,
}

impl Risks {
    fn add(&mut self, answer: &Answer<'_>) {
        for said in &answer.risks {
            let refused = said.outcomes.iter().find_map(|outcome| outcome.refused.as_ref());
            if let Some(refusal) = refused {
                *self.refused.entry((said.model.id, refusal.field.to_string())).or_default() += 1;
            }
            for outcome in &said.outcomes {
                match (outcome.outcome, outcome.percent, outcome.category) {
                    (Some(Outcome::Any), Some(percent), _) => self.qfracture[0].push(percent),
                    (Some(Outcome::Hip), Some(percent), _) => self.qfracture[1].push(percent),
                    (_, _, Some(tier)) => *self.tiers.entry(tier).or_default() += 1,
                    _ => {}
                }
            }
        }
        self.notices.extend(answer.notices().map(|notice| (notice.model, notice.text)));
    }

    fn write(mut self, text: &mut String) {
        let mut median = |which: usize| {
            let values = self.qfracture.get_mut(which)?;
            values.sort_by(f64::total_cmp);
            values.get(values.len() / 2).copied()
        };
        if let (Some(any), Some(hip)) = (median(0), median(1)) {
            let _ = writeln!(
                text,
                "\nQFracture-2012, 10 years, unknown factors read as no: median {any:.1} % for any osteoporotic \
                 fracture and {hip:.1} % for the hip."
            );
        }
        let rank = |tier: &str| ["lt3", "3_to_5", "5_to_10", "ge10"].iter().position(|known| *known == tier);
        let mut tiers: Vec<_> = self.tiers.iter().collect();
        tiers.sort_by_key(|(tier, _)| rank(tier));
        let tiers = tiers.iter().map(|(tier, people)| format!("{tier} {people}"));
        let tiers = tiers.collect::<Vec<_>>().join(", ");
        let _ = writeln!(
            text,
            "DVO 2023, 3 years, vertebral and hip, unknown factors read as absent, tiers in %: {tiers}."
        );
        for ((model, field), people) in &self.refused {
            let _ = writeln!(text, "{model} refused {people}, for {field}.");
        }
        for notice in self.notices.values() {
            let _ = writeln!(text, "Notice: {notice}");
        }
    }
}

/// The guideline that the demo asks, which speaks of women and men.
const GUIDELINE: &str = "bhof2022";

/// How soon people should be seen, and what one guideline says of them.
#[derive(Default)]
struct Guidance {
    priorities: BTreeMap<Priority, usize>,
    recommended: BTreeMap<Recommendation, usize>,
}

impl Guidance {
    fn add(&mut self, answer: &Answer<'_>) {
        if let Some(triage) = &answer.triage {
            *self.priorities.entry(triage.priority).or_default() += 1;
        }
        for said in &answer.guidelines {
            let said = if said.applies() { said.said.recommendation } else { Recommendation::NotApplicable };
            *self.recommended.entry(said).or_default() += 1;
        }
    }

    fn write(&self, text: &mut String) {
        let list = |all: &mut dyn Iterator<Item = (&'static str, usize)>| {
            all.map(|(name, people)| format!("{name} {people}")).collect::<Vec<_>>().join(", ")
        };
        let recommended = list(&mut self.recommended.iter().map(|(said, people)| (said.as_str(), *people)));
        let priorities = list(&mut self.priorities.iter().map(|(said, people)| (said.as_str(), *people)));
        let _ = writeln!(text, "\nBHOF 2022 recommends: {recommended}.");
        let _ = writeln!(text, "Triage by it (an order of this software, no guideline's): {priorities}.");
    }
}

fn report() -> Result<(String, Done), Stop> {
    let shown = [Output::Scores, Output::Diagnosis, Output::Risks, Output::Guidelines, Output::Triage]
        .into_iter()
        .collect::<Outputs>();
    let models = Options {
        models: Some(MODELS.to_owned()),
        guidelines: Some(GUIDELINE.to_owned()),
        ..Options::default()
    };
    let engine = Engine::new(models, Vec::new()).map_err(|refusals| Stop::refused("models", &refusals))?;
    let engine = engine.with_outputs(shown);
    let mut reader = csv::Reader::from_reader(COHORT.as_bytes());
    let header = reader.headers().map_err(Stop::new)?.clone();
    let plan = Plan::of_header(&header, false).map_err(|refusals| Stop::refused("cohort", &refusals))?;
    let in_rows = [Output::Scores, Output::Diagnosis].into_iter().collect::<Outputs>();
    let table = AnswerTable::new(engine.clone().with_outputs(in_rows).setup(), []);
    let mut first_rows = csv::Writer::from_writer(Vec::new());
    first_rows.write_record(table.header()).map_err(Stop::new)?;
    let mut patient = Patient::default();
    let mut session = engine.session();
    let (mut people, mut clinical, mut withheld) = (0_usize, 0_usize, 0_usize);
    let mut classes: BTreeMap<Category, [usize; 2]> = BTreeMap::new();
    let mut refusals = Vec::new();
    let mut risks = Risks::default();
    let mut guidance = Guidance::default();
    for record in reader.records() {
        let record = record.map_err(Stop::new)?;
        plan.read(&record, &mut patient, &mut refusals);
        let Some(answer) = session.answer(&mut patient, false, &mut refusals) else { continue };
        people += 1;
        let [women, men] = classes.entry(answer.diagnosis.category).or_default();
        *if answer.person.sex == Sex::Female { women } else { men } += 1;
        let below = matches!(answer.diagnosis.category, Category::Normal | Category::LowBoneMass);
        clinical += usize::from(below && answer.diagnosis.clinical_osteoporosis == Some(true));
        risks.add(&answer);
        guidance.add(&answer);
        withheld += usize::from(answer.person.score_due != ScoreDue::T);
        if people <= SHOWN {
            table.write_record(&answer, [], &mut first_rows).map_err(Stop::new)?;
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
    risks.write(&mut text);
    guidance.write(&mut text);
    let _ = writeln!(
        text,
        "\nThe first {SHOWN} rows of what `osteon assess --outputs scores,diagnosis` writes:\n"
    );
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
