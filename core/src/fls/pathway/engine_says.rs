//! What the engine says of the person as the records show them on the day of the report.

use jiff::civil::Date;

use crate::engine::Engine;
use crate::fls::drug::Course;
use crate::fls::event::Event;
use crate::fls::intake;
use crate::fls::journey::{EngineSays, RiskOf};
use crate::fls::record::PatientRecord;
use crate::guideline::GuidelineAnswer;
use crate::risk::{Horizon, Outcome, OutcomeAnswer};

/// The model whose risk orders people: one for everybody, so that the numbers can be compared. It asks for
/// neither a scan nor a laboratory.
const ORDERS: &str = "qfracture2012";

/// Triage, the first guideline of the country that speaks of the person, and the risk that orders.
pub(super) fn says(
    record: &PatientRecord,
    events: &[Event],
    courses: &[Course],
    engine: &Engine,
    as_of: Date,
) -> EngineSays {
    let mut patient = intake::patient(record, events, courses, as_of);
    let mut refusals = Vec::new();
    let mut session = engine.session();
    let Some(answer) = session.answer(&mut patient, false, &mut refusals) else {
        let refused: Vec<String> = refusals.iter().map(ToString::to_string).collect();
        return EngineSays { refused: Some(refused.join("; ")), ..EngineSays::default() };
    };
    let evidence = answer.evidence();
    let guideline = answer.guidelines.iter().find(|said| said.applies());
    let risks = answer.risks.iter().filter(|risk| risk.model.id == ORDERS);
    let risk = risks.flat_map(|risk| &risk.outcomes).find(|said| {
        // Without a number there is nothing to be a risk of anything.
        said.outcome == Some(Outcome::Any) && said.percent.is_some()
    });
    EngineSays {
        priority: answer.triage.map(|said| said.priority),
        within_weeks: answer.triage.and_then(|said| said.within_weeks()),
        guideline: guideline.map(|said| said.guideline.id),
        recommendation: guideline.map(|said| said.said.recommendation),
        missing: guideline.map_or_else(Vec::new, |said: &GuidelineAnswer| said.missing(&evidence)),
        risk_of: risk.and_then(risk_of),
        risk_percent: risk.and_then(|said| said.percent).map(|percent| (percent, ORDERS)),
        refused: None,
    }
}

fn risk_of(said: &OutcomeAnswer) -> Option<RiskOf> {
    match (said.outcome?, said.horizon?) {
        (outcome, Horizon::Years(years)) => Some(RiskOf { outcome, years: u32::from(years) }),
        (_, Horizon::Days(_)) => None,
    }
}
