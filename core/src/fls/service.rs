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
        let engine = pathway::engine(&settings)?;
        let missing = BTreeSet::new();
        Ok(Self { engine, settings, events: Vec::new(), journeys: Vec::new(), people: 0, missing })
    }

    /// Takes in one person; what is doubtful is appended to `findings`.
    pub fn add(&mut self, record: &PatientRecord, findings: &mut Vec<Finding>) {
        let settings = &self.settings;
        self.people += 1;
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
