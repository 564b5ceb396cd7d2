//! A service at work: one record after another in, the numbers of the service out.

use crate::document::Options;
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
use super::output::{EventRow, ExcludedCount, Funnel, KpiRow, WorklistRow};
use super::pathway;
use super::record::PatientRecord;
use super::simulation::{self, Simulation};
use super::worklist;

/// A service that takes in records. It keeps events and journeys, not records.
#[derive(Debug)]
pub struct Service {
    engine: Engine,
    settings: Settings,
    events: Vec<EventRow>,
    journeys: Vec<Journey>,
    other_journeys: Vec<Journey>,
    people: u64,
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
    /// The journeys of counted events of the period, by person and day: every number rests on these.
    pub journeys: Vec<Journey>,
    /// Those of fractures outside the period of which something is open on the day of the report, by person and
    /// day: for the worklist, its letters and tasks alone.
    pub other_journeys: Vec<Journey>,
    /// Indicators.
    pub kpis: Vec<KpiRow>,
    /// Funnel and persistence.
    pub funnel: Funnel,
    /// Whom to call.
    pub worklist: Vec<WorklistRow>,
    /// How many people with a fracture of the period or after it are not on the worklist, by reason.
    pub off_worklist: Vec<ExcludedCount>,
    /// What would change what.
    pub simulation: Simulation,
}

impl ServiceAnswer {
    /// The journey of a row of the worklist: of a fracture of the period, or outside it.
    #[must_use]
    pub fn journey_of(&self, row: &WorklistRow) -> Option<&Journey> {
        let is = (&row.patient_id, &row.event_id);
        let among = |journeys: &'_ [Journey]| {
            journeys.binary_search_by(|one| (&one.patient_id, &one.event.event_id).cmp(&is)).ok()
        };
        match among(&self.journeys) {
            Some(at) => self.journeys.get(at),
            None => among(&self.other_journeys).and_then(|at| self.other_journeys.get(at)),
        }
    }
}

impl Service {
    /// A service with its settings.
    ///
    /// # Errors
    /// A country that has no guideline here.
    pub fn new(settings: Settings) -> Result<Self, Vec<Refusal>> {
        let options = Options {
            as_of: Some(settings.period.as_of),
            guideline_country: Some(settings.country.clone()),
            ..Options::default()
        };
        let engine = Engine::new(options, Vec::new())?;
        Ok(Self {
            engine,
            settings,
            events: Vec::new(),
            journeys: Vec::new(),
            other_journeys: Vec::new(),
            people: 0,
        })
    }

    /// Takes in one person; what is doubtful is appended to `findings`.
    pub fn add(&mut self, record: &PatientRecord, findings: &mut Vec<Finding>) {
        let settings = &self.settings;
        self.people += 1;
        let events = case_finding::events(record, settings, findings);
        let courses = drug::courses(record, settings.gaps, settings.period.as_of, findings);
        intake::doubts(record, findings);
        self.events.extend(pathway::event_rows(record, &events, &courses, settings));
        let journeys = pathway::journeys(record, &events, &courses, settings, &self.engine, findings);
        for journey in journeys {
            let of_period = settings.period.contains(journey.day);
            if of_period { &mut self.journeys } else { &mut self.other_journeys }.push(journey);
        }
    }

    /// The numbers of the service. The order in which people were taken in makes no difference.
    #[must_use]
    pub fn finish(mut self) -> ServiceAnswer {
        self.events
            .sort_by(|a, b| (&a.patient_id, &a.event.event_id).cmp(&(&b.patient_id, &b.event.event_id)));
        for journeys in [&mut self.journeys, &mut self.other_journeys] {
            journeys
                .sort_by(|a, b| (&a.patient_id, &a.event.event_id).cmp(&(&b.patient_id, &b.event.event_id)));
        }
        let (journeys, events, settings) = (&self.journeys, &self.events, &self.settings);
        let all = || journeys.iter().chain(&self.other_journeys);
        ServiceAnswer {
            people: self.people,
            kpis: indicator::measure(journeys, settings),
            funnel: funnel::funnel(journeys, events, settings),
            worklist: worklist::worklist(all(), events, settings),
            off_worklist: worklist::off_list(all(), settings),
            simulation: simulation::simulate(journeys, settings),
            settings: self.settings,
            events: self.events,
            journeys: self.journeys,
            other_journeys: self.other_journeys,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;
    use crate::document::{Drug, Sex};
    use crate::fls::options::{FlsOptions, Period};
    use crate::fls::output::WorkAction;
    use crate::fls::record::{Condition, DrugRecord, DrugRecordKind};
    use crate::fls::{Code, CodeSystem, StatedDate};

    fn person(id: &str, fractures: &[Date], doses: &[Date]) -> PatientRecord {
        let condition = |&on: &Date| Condition {
            id: format!("{id}-{on}"),
            codes: vec![Code::new(CodeSystem::Icd10Who, "S72.0")],
            on: Some(StatedDate::Day(on)),
            ..Condition::default()
        };
        let dose = |&on: &Date| DrugRecord {
            drug: Some(Drug::Denosumab),
            kind: DrugRecordKind::Given,
            start: Some(StatedDate::Day(on)),
            ..DrugRecord::default()
        };
        PatientRecord {
            patient_id: id.to_owned(),
            sex: Some(Sex::Female),
            birth_date: Some(StatedDate::Day(date(1944, 1, 1))),
            conditions: fractures.iter().map(condition).collect(),
            drugs: doses.iter().map(dose).collect(),
            ..PatientRecord::default()
        }
    }

    #[test]
    fn the_worklist_knows_fractures_outside_the_period_and_the_numbers_do_not() {
        let period = Period::new(date(2024, 1, 1), date(2024, 12, 31), date(2025, 12, 31)).unwrap();
        let mut service = Service::new(Settings::new(period, FlsOptions::default()).unwrap()).unwrap();
        let doses = [date(2024, 1, 1), date(2024, 7, 1), date(2025, 1, 1)];
        let people = [
            person("overdue", &[date(2019, 3, 1), date(2021, 3, 1)], &doses),
            person("long ago", &[date(2021, 3, 1)], &[]),
            person("since", &[date(2025, 8, 1)], &[]),
            person("both", &[date(2021, 3, 1), date(2024, 3, 1)], &doses),
        ];
        for one in &people {
            service.add(one, &mut Vec::new());
        }
        let answer = service.finish();
        let of = |journeys: &[Journey]| {
            journeys.iter().map(|one| (one.patient_id.clone(), one.day)).collect::<Vec<_>>()
        };
        assert_eq!(of(&answer.journeys), [("both".to_owned(), date(2024, 3, 1))]);
        let outside = [("overdue".to_owned(), date(2021, 3, 1)), ("since".to_owned(), date(2025, 8, 1))];
        assert_eq!(of(&answer.other_journeys), outside);
        assert_eq!(answer.funnel.groups[0].fractures, 1);
        let rows = answer.worklist.iter();
        let mut rows: Vec<_> = rows.map(|row| (&*row.patient_id, &*row.event_date, row.action)).collect();
        rows.sort_unstable();
        assert_eq!(
            rows,
            [
                ("both", "2024-03-01", WorkAction::DenosumabDue),
                ("overdue", "2021-03-01", WorkAction::DenosumabDue),
                ("since", "2025-08-01", WorkAction::Invite),
            ]
        );
        assert!(answer.worklist.iter().all(|row| answer.journey_of(row).is_some()));
        assert_eq!(answer.off_worklist.iter().map(|one| one.count).sum::<u64>(), 0);
    }
}
