//! What would change what: the scenarios of the simulation beside the present.

use osteon::fls::simulation::Scenario;

use super::markup::{Html, paragraph, table};
use super::teller::Teller;
use crate::catalogue::args;

pub(super) fn simulation(teller: &Teller<'_>) -> Html {
    let simulation = &teller.answer.simulation;
    if simulation.scenarios.is_empty() {
        let because = simulation.because.as_deref().filter(|text| !text.is_empty());
        return paragraph(&match because {
            Some(text) => teller.around("fls-simulation-unsaid", &teller.said(text)),
            None => teller.put("fls-not-computed"),
        });
    }
    let args = args! {
        "runs" => teller.count(u64::from(simulation.runs)),
        "weeks" => teller.count(u64::from(simulation.weeks)),
        "seed" => simulation.seed.to_string(),
    };
    let note = teller.say("fls-simulation-note", &args).and(&places(teller));
    let rests: Vec<String> = simulation
        .rests_on
        .iter()
        .map(|(name, value)| {
            format!("{} {}", teller.name("fls-rests-on", name), teller.language().number(*value))
        })
        .collect();
    let rests_on = if rests.is_empty() {
        Html::default()
    } else {
        teller.say("fls-rests-on", &args! { "list" => rests.join(", ") })
    };
    let rows: Vec<Vec<Html>> = simulation.scenarios.iter().map(|scenario| cells(teller, scenario)).collect();
    let head = [
        "fls-column-scenario",
        "fls-column-seen",
        "fls-column-scanned",
        "fls-column-begun",
        "fls-column-wait",
        "fls-column-empty",
    ];
    paragraph(&note.and(&rests_on))
        .then(&table("simulation", &head, &rows, teller.words))
        .and(&paragraph(&teller.remark(simulation.because.as_deref())))
}

/// Whether places were full, and what that does to more people who would come.
fn places(teller: &Teller<'_>) -> Html {
    let of = |id: &str| teller.answer.simulation.scenarios.iter().find(|scenario| scenario.id == id);
    let Some((present, raised)) = of("present").zip(of("attendance_without_slots")) else {
        return Html::default();
    };
    if present.free_slots_percent <= 0.0 {
        return teller.put("fls-simulation-full");
    }
    let one = |value: f64| teller.language().fixed(value, 1);
    // What rounds to nothing is not nothing.
    let least = if present.free_slots_percent < 0.1 { "< " } else { "" };
    let args = args! {
        "free" => format!("{least}{}", one(present.free_slots_percent.max(0.1))),
        "present" => one(present.seen),
        "raised" => one(raised.seen),
    };
    teller.say("fls-simulation-free", &args)
}

fn cells(teller: &Teller<'_>, scenario: &Scenario) -> Vec<Html> {
    let one = |value: f64| teller.language().fixed(value, 1);
    let args = args! {
        "seen" => one(scenario.seen), "low" => one(scenario.seen_low), "high" => one(scenario.seen_high),
    };
    vec![
        teller.html(&teller.name("fls-scenario", &scenario.id)),
        teller.say("fls-seen", &args),
        teller.html(&one(scenario.scanned_12_weeks)),
        teller.html(&one(scenario.begun_16_weeks)),
        teller.html(&one(scenario.wait_weeks)),
        teller.say("fls-percent-only", &args! { "percent" => one(scenario.empty_slots_percent) }),
    ]
}
