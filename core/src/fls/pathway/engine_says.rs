//! What the engine says of the person as the records show them on the day of the report.

use jiff::civil::Date;

use crate::document::Options;
use crate::engine::Engine;
use crate::error::Refusal;
use crate::fls::drug::Course;
use crate::fls::event::Event;
use crate::fls::finding::{Finding, FindingKind};
use crate::fls::intake;
use crate::fls::journey::{EngineSays, RiskOf};
use crate::fls::options::Settings;
use crate::fls::record::PatientRecord;
use crate::guideline::GuidelineAnswer;
use crate::outputs::{Output, Outputs};
use crate::risk::{Horizon, Model, Outcome, OutcomeAnswer};

/// The model whose risk orders people: one for everybody, so that the numbers can be compared. It asks for
/// neither a scan nor a laboratory.
const ORDERS: &str = "qfracture2012";

/// The engine that is asked: only for what is read of its answers, since it is asked for everybody.
///
/// # Errors
/// A country that has no guideline here.
pub fn engine(settings: &Settings) -> Result<Engine, Vec<Refusal>> {
    let orders = Model::from_id(ORDERS).map(|model| model.id);
    let mut outputs = Outputs::from_iter([Output::Guidelines, Output::Triage]);
    if orders.is_some() {
        outputs = outputs.with(Output::Risks);
    }
    let options = Options {
        as_of: Some(settings.period.as_of),
        guideline_country: Some(settings.country.clone()),
        models: orders.map(str::to_owned),
        ..Options::default()
    };
    Ok(Engine::new(options, Vec::new())?.with_outputs(outputs))
}

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
        missing: guideline.map(|said: &GuidelineAnswer| said.missing(&evidence).into()).unwrap_or_default(),
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

/// The finding for somebody of whom the engine says nothing.
pub(super) fn refusal(record: &PatientRecord, refused: &str) -> Finding {
    let because = format!("The engine says nothing of this person: {refused}");
    Finding::of_person(FindingKind::BadValue, &record.patient_id, "", "", &because)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::document::{FractureSite, Sex};
    use crate::fls::code::{Code, CodeSystem};
    use crate::fls::event::{Counted, CountedBecause, TraumaEvidence};
    use crate::fls::options::{FlsOptions, Period};
    use crate::fls::record::ResultValue;
    use crate::fls::stated_date::StatedDate;
    use crate::guideline;

    fn event(site: FractureSite) -> Event {
        Event {
            event_id: "p@2022-03-01".to_owned(),
            on: StatedDate::Day(date(2022, 3, 1)),
            site,
            code: Code::new(CodeSystem::Icd10Who, "S72.0"),
            age_years: None,
            born: None,
            door: None,
            counted: Counted::Yes,
            because: CountedBecause::FragilitySite,
            trauma: TraumaEvidence::Low,
            record_ids: Vec::new(),
            records: 1,
        }
    }

    #[test]
    fn asked_for_less_it_says_the_same() {
        let as_of = date(2022, 9, 1);
        let period = Period::new(date(2022, 1, 1), date(2022, 12, 31), as_of).unwrap();
        let result = |code: &str, value: &str, unit: &str| ResultValue {
            codes: vec![Code::new(CodeSystem::Loinc, code)],
            value: value.to_owned(),
            unit: unit.to_owned(),
            on: Some(StatedDate::Day(date(2022, 4, 1))),
            ..ResultValue::default()
        };
        let results = vec![
            result("8302-2", "160", "cm"),
            result("29463-7", "55", "kg"),
            result("3016-3", "0.2", "mIU/L"),
        ];
        for &country in guideline::all().iter().flat_map(|guideline| guideline.countries) {
            let options = FlsOptions { country: Some(country.to_owned()), ..FlsOptions::default() };
            let settings = Settings::new(period, options).unwrap();
            let asked = engine(&settings).unwrap();
            let whole = Options {
                as_of: Some(as_of),
                guideline_country: Some(settings.country.clone()),
                ..Options::default()
            };
            let whole = Engine::new(whole, Vec::new()).unwrap();
            for (birth, sex) in
                [("1940-05-01", Sex::Female), ("1960-05-01", Sex::Male), ("2030-01-01", Sex::Male)]
            {
                for results in [Vec::new(), results.clone()] {
                    let record = PatientRecord {
                        patient_id: "p".to_owned(),
                        sex: Some(sex),
                        birth_date: StatedDate::parse(birth),
                        results,
                        ..PatientRecord::default()
                    };
                    for site in
                        [FractureSite::ProximalFemur, FractureSite::Vertebra, FractureSite::DistalForearm]
                    {
                        let events = [event(site)];
                        let said = says(&record, &events, &[], &asked, as_of);
                        assert_eq!(
                            said,
                            says(&record, &events, &[], &whole, as_of),
                            "{country} {birth} {site}"
                        );
                    }
                }
            }
        }
    }
}
