//! A service at work: one record after another in, the numbers of the service out.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::engine::Engine;
use crate::error::Refusal;

use super::case_finding;
use super::drug;
use super::finding::Finding;
use super::funnel;
use super::indicator;
use super::intake;
use super::journey::Journey;
use super::options::Settings;
use super::output::{EventRow, Funnel, KpiRow, WorklistRow};
use super::pathway;
use super::record::PatientRecord;
use super::simulation::{self, Simulation};
use super::worklist;

/// A service that takes in records. It keeps events and journeys, not records, and of events not by which
/// records they were found: a million people are taken in.
#[derive(Debug)]
pub struct Service {
    engine: Engine,
    settings: Settings,
    events: Vec<EventRow>,
    journeys: Vec<Journey>,
    people: u64,
    kinds: pathway::RecordKinds,
    /// Each list of what the engine lacks, once.
    missing: BTreeSet<Arc<[&'static str]>>,
}

/// The answer of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceAnswer {
    /// The settings, defaults in their places.
    pub settings: Settings,
    /// People whose records were read.
    pub people: u64,
    /// Every event, by person and day.
    pub events: Vec<EventRow>,
    /// The journeys of counted events.
    pub journeys: Vec<Journey>,
    /// Indicators.
    pub kpis: Vec<KpiRow>,
    /// Funnel and persistence.
    pub funnel: Funnel,
    /// Whom to call.
    pub worklist: Vec<WorklistRow>,
    /// What would change what.
    pub simulation: Simulation,
}

impl Service {
    /// A service with its settings.
    ///
    /// # Errors
    /// A country that has no guideline here.
    pub fn new(settings: Settings) -> Result<Self, Vec<Refusal>> {
        Ok(Self {
            engine: pathway::engine(&settings)?,
            settings,
            events: Vec::new(),
            journeys: Vec::new(),
            people: 0,
            kinds: pathway::RecordKinds::default(),
            missing: BTreeSet::new(),
        })
    }

    /// Takes in one person; what is doubtful is appended to `findings`.
    pub fn add(&mut self, record: &PatientRecord, findings: &mut Vec<Finding>) {
        let settings = &self.settings;
        self.people += 1;
        self.kinds.add(record);
        let events = case_finding::events(record, settings, findings);
        let courses = drug::courses(record, settings.gaps, settings.period.as_of, findings);
        intake::doubts(record, findings);
        let mut rows = pathway::event_rows(record, &events, &courses, settings);
        let mut journeys = pathway::journeys(record, &events, &courses, settings, &self.engine, findings);
        // Rows of the pathway have found their events: by which records is not asked again.
        for event in rows.iter_mut().map(|row| &mut row.event) {
            Arc::make_mut(event).record_ids = Vec::new();
        }
        for journey in &mut journeys {
            Arc::make_mut(&mut journey.event).record_ids = Vec::new();
            if let Some(row) = rows.iter().find(|row| row.event == journey.event) {
                journey.event = Arc::clone(&row.event);
            }
            journey.says.missing = self.held_once(&journey.says.missing);
        }
        self.events.append(&mut rows);
        self.journeys.append(&mut journeys);
    }

    /// Makes room for so many people, so that nothing is moved as they are taken in. More may come.
    pub fn expect(&mut self, people: usize) {
        self.events.reserve(people.saturating_add(people / 4));
        self.journeys.reserve(people);
    }

    /// What the engine lacks is the same of many people.
    fn held_once(&mut self, missing: &Arc<[&'static str]>) -> Arc<[&'static str]> {
        if let Some(known) = self.missing.get(missing) {
            return Arc::clone(known);
        }
        self.missing.insert(Arc::clone(missing));
        Arc::clone(missing)
    }

    /// The numbers of the service. The order in which people were taken in makes no difference.
    #[must_use]
    pub fn finish(mut self) -> ServiceAnswer {
        self.events.sort_unstable_by(|a, b| {
            (&a.patient_id, &a.event.event_id).cmp(&(&b.patient_id, &b.event.event_id))
        });
        self.journeys.sort_unstable_by(|a, b| {
            (&a.patient_id, &a.event.event_id).cmp(&(&b.patient_id, &b.event.event_id))
        });
        self.kinds.leave_open(&mut self.events);
        let (journeys, events, settings) = (&self.journeys, &self.events, &self.settings);
        ServiceAnswer {
            people: self.people,
            kpis: indicator::measure(journeys, settings),
            funnel: funnel::funnel(journeys, events, settings),
            worklist: worklist::worklist(journeys, events, settings),
            simulation: simulation::simulate(journeys, settings),
            settings: self.settings,
            events: self.events,
            journeys: self.journeys,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::document::{Drug, Sex};
    use crate::fls::code::{Code, CodeSystem};
    use crate::fls::options::{FlsOptions, Period};
    use crate::fls::record::{Condition, DrugRecord, ResultValue};
    use crate::fls::stated_date::StatedDate;

    fn person(id: &str) -> PatientRecord {
        let day = |on| Some(StatedDate::Day(on));
        PatientRecord {
            patient_id: id.to_owned(),
            sex: Some(Sex::Female),
            birth_date: day(date(1950, 1, 1)),
            conditions: vec![Condition {
                codes: vec![Code::new(CodeSystem::Icd10Who, "S72.0")],
                on: day(date(2024, 1, 10)),
                ..Condition::default()
            }],
            ..PatientRecord::default()
        }
    }

    fn answer(people: &[PatientRecord]) -> ServiceAnswer {
        let period = Period::new(date(2024, 1, 1), date(2024, 12, 31), date(2025, 11, 25)).unwrap();
        let mut service = Service::new(Settings::new(period, FlsOptions::default()).unwrap()).unwrap();
        for person in people {
            service.add(person, &mut Vec::new());
        }
        service.finish()
    }

    fn within(answer: &ServiceAnswer) -> Vec<(Option<bool>, Option<bool>)> {
        answer.events.iter().map(|row| (row.dxa_within_12_weeks, row.drug_within_16_weeks)).collect()
    }

    #[test]
    fn a_folder_without_a_record_of_scans_does_not_say_that_there_were_none() {
        let silent = answer(&[person("a"), person("b")]);
        assert_eq!(within(&silent), [(None, None); 2]);
        let scans = |answer: &ServiceAnswer| {
            let row = answer.kpis.iter().find(|row| row.id == "IOF-4" && row.door == "all").unwrap();
            (row.numerator, row.denominator)
        };
        assert_eq!(scans(&silent), (None, None));
        // A result, or a drug, of anybody shows that such records are kept.
        let mut told = person("b");
        told.results.push(ResultValue::default());
        told.drugs.push(DrugRecord {
            drug: Some(Drug::Alendronate),
            start: Some(StatedDate::Day(date(2010, 1, 1))),
            ..DrugRecord::default()
        });
        assert_eq!(within(&answer(&[person("a"), told])), [(Some(false), Some(false)); 2]);
    }
}
