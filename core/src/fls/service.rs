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
use super::output::{EventRow, ExcludedCount, Funnel, KpiRow, WorklistRow};
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
    other_journeys: Vec<Journey>,
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
        Ok(Self {
            engine: pathway::engine(&settings)?,
            settings,
            events: Vec::new(),
            journeys: Vec::new(),
            other_journeys: Vec::new(),
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
        for journey in journeys {
            let of_period = self.settings.period.contains(journey.day);
            if of_period { &mut self.journeys } else { &mut self.other_journeys }.push(journey);
        }
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
        for journeys in [&mut self.journeys, &mut self.other_journeys] {
            journeys.sort_unstable_by(|a, b| {
                (&a.patient_id, &a.event.event_id).cmp(&(&b.patient_id, &b.event.event_id))
            });
        }
        self.kinds.leave_open(&mut self.events);
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
    use crate::fls::code::{Code, CodeSystem};
    use crate::fls::options::{FlsOptions, Period};
    use crate::fls::output::WorkAction;
    use crate::fls::record::{Condition, DrugRecord, DrugRecordKind, ResultValue};
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

    fn broke(id: &str, fractures: &[Date], doses: &[Date]) -> PatientRecord {
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
            broke("overdue", &[date(2019, 3, 1), date(2021, 3, 1)], &doses),
            broke("long ago", &[date(2021, 3, 1)], &[]),
            broke("since", &[date(2025, 8, 1)], &[]),
            broke("both", &[date(2021, 3, 1), date(2024, 3, 1)], &doses),
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
