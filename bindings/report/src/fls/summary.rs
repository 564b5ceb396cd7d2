//! The first lines: who was found, who came, who is on treatment.

use osteon::fls::output::FunnelStep;
use osteon::fls::{Counted, StepName};

use super::markup::{Html, list};
use super::teller::Teller;
use crate::catalogue::args;

/// The steps that the summary speaks of, where the funnel has them.
const STEPS: [StepName; 5] = [
    StepName::Attended,
    StepName::Dxa,
    StepName::TreatmentRecommended,
    StepName::TreatmentStarted,
    StepName::OnTreatment12Months,
];

pub(super) fn lines(teller: &Teller<'_>) -> Html {
    let mut lines = vec![people(teller)];
    let steps = teller.answer.funnel.groups.first().map_or(&[][..], |group| &group.steps);
    let of = |name: StepName| steps.iter().find(move |step| step.step == name.as_str());
    if let Some(count) = of(StepName::Identified).and_then(|step| step.count) {
        lines.push(teller.say("fls-sum-found", &args! { "count" => teller.count(count) }));
    }
    if let Some(rate) = &teller.answer.funnel.hip_identified_of_known {
        lines.push(teller.say("fls-sum-hip", &args! { "rate" => teller.rate(rate) }));
    }
    lines.extend(STEPS.into_iter().filter_map(of).map(|step| step_line(teller, step)));
    lines.extend(persistence(teller));
    let worklist = &teller.answer.worklist;
    let within = worklist.iter().filter(|row| row.within_capacity).count();
    let args = args! {
        "count" => teller.count(u64::try_from(worklist.len()).unwrap_or(u64::MAX)),
        "within" => teller.count(u64::try_from(within).unwrap_or(u64::MAX)),
    };
    lines.push(teller.say("fls-sum-worklist", &args));
    list(&lines)
}

fn people(teller: &Teller<'_>) -> Html {
    let events = &teller.answer.events;
    let of = |counted: Counted| {
        let found = events.iter().filter(|row| row.event.counted == counted).count();
        teller.count(u64::try_from(found).unwrap_or(u64::MAX))
    };
    let args = args! {
        "people" => teller.count(teller.answer.people),
        "events" => teller.count(u64::try_from(events.len()).unwrap_or(u64::MAX)),
        "counted" => of(Counted::Yes),
        "out" => of(Counted::No),
        "review" => of(Counted::Review),
    };
    teller.say("fls-sum-people", &args)
}

fn step_line(teller: &Teller<'_>, step: &FunnelStep) -> Html {
    let name = teller.name("fls-step", &step.step);
    if let Some(rate) = &step.of_identified {
        let args = args! { "step" => name, "rate" => teller.rate(rate) };
        return teller.say("fls-sum-step", &args);
    }
    let colon = teller.language().colon();
    match &step.count {
        Some(count) => teller.html(&format!("{name}{colon}{}", teller.count(*count))),
        None => teller.html(&format!("{name}{colon}")).then(&teller.unsaid(step.because.as_deref())),
    }
}

fn persistence(teller: &Teller<'_>) -> Option<Html> {
    let everybody = teller.answer.funnel.persistence.first()?;
    let at = everybody.at_12_months.as_ref()?;
    let args = args! {
        "months" => "12",
        "percent" => teller.percent(at.percent),
        "low" => teller.percent(at.ci_low),
        "high" => teller.percent(at.ci_high),
        "began" => teller.count(everybody.began),
        "at_risk" => teller.count(at.at_risk),
        "gaps" => teller.gaps(),
    };
    Some(teller.say("fls-sum-persistence", &args))
}
