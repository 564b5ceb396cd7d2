//! The fracture liaison service of Lille, as its two papers tell it: made-up people in the printed numbers walk
//! the pathway, and the funnel must say what the papers say, every rate with its denominator.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use osteon::Engine;
use osteon::document::{FractureSite, Sex};
use osteon::fls::event::{Counted, CountedBecause, Event, TraumaEvidence};
use osteon::fls::funnel::funnel;
use osteon::fls::journey::{Door, Journey, StepName, StepOutcome};
use osteon::fls::output::{Funnel, FunnelGroup, FunnelStep, RateDocument};
use osteon::fls::pathway::journeys;
use osteon::fls::record::{PathwayRow, PatientRecord};
use osteon::fls::{Code, CodeSystem, FlsOptions, Period, Rate, Settings, StatedDate};

const PRINTED: &str = include_str!("../data/lille.csv");
const FRACTURE: Date = date(2016, 6, 1);

/// The figures of a study.
struct Study(BTreeMap<String, f64>);

impl Study {
    fn read(study: &str) -> Self {
        let mut reader = csv::Reader::from_reader(PRINTED.as_bytes());
        let header = reader.headers().unwrap().iter().collect::<Vec<_>>().join(",");
        assert_eq!(header, "study,figure,value,seen_as,source");
        let rows = reader.records().map(|row| row.unwrap());
        let of_study = rows.filter(|row| &row[0] == study);
        Self(of_study.map(|row| (row[1].to_owned(), row[2].parse().unwrap())).collect())
    }

    fn percent(&self, figure: &str) -> f64 {
        self.0[&format!("{figure}_percent")]
    }

    fn count(&self, figure: &str) -> usize {
        let value = self.0[figure];
        assert!(value.fract() == 0.0 && value >= 0.0, "{figure} is a count");
        value as usize
    }
}

fn settings() -> Settings {
    let period = Period::new(date(2016, 1, 1), date(2019, 1, 31), date(2021, 6, 1)).unwrap();
    Settings::new(period, FlsOptions::default()).unwrap()
}

/// One person with one fracture, and the rows that the pathway file has of it.
struct Person {
    door: Door,
    site: FractureSite,
    rows: Vec<PathwayRow>,
}

impl Person {
    fn new(door: Door) -> Self {
        Self { door, site: FractureSite::ProximalFemur, rows: Vec::new() }
    }

    fn row(&mut self, step: StepName, on: Date, outcome: StepOutcome) {
        self.rows.push(PathwayRow {
            event_id: String::new(),
            step,
            on: Some(StatedDate::Day(on)),
            outcome: Some(outcome),
            reason: None,
            contact_try: None,
            door: None,
        });
    }

    fn done(&mut self, step: StepName, on: Date) {
        self.row(step, on, StepOutcome::Done);
    }

    fn journey(self, number: usize, engine: &Engine) -> Journey {
        let record = PatientRecord {
            patient_id: format!("lille-{number:04}"),
            sex: Some(Sex::Female),
            steps: self.rows,
            ..PatientRecord::default()
        };
        let event = Event {
            event_id: format!("{}@{FRACTURE}", record.patient_id),
            on: StatedDate::Day(FRACTURE),
            site: self.site,
            code: Code::new(CodeSystem::Cim10Fr, "S72.0"),
            age_years: Some(74),
            born: None,
            door: Some(self.door),
            counted: Counted::Yes,
            because: CountedBecause::FragilitySite,
            trauma: TraumaEvidence::NotStated,
            record_ids: Vec::new(),
            records: 1,
        };
        let mut findings = Vec::new();
        let mut walked = journeys(&record, &[event], &[], &settings(), engine, &mut findings);
        assert_eq!(findings, []);
        walked.pop().unwrap()
    }
}

fn walk(people: Vec<Person>) -> Vec<Journey> {
    let engine = Engine::default();
    people.into_iter().enumerate().map(|(number, person)| person.journey(number, &engine)).collect()
}

fn step<'f>(funnel: &'f Funnel, step: &str) -> &'f FunnelStep {
    funnel.groups[0].steps.iter().find(|one| one.step == step).unwrap()
}

fn attendance<'f>(group: &'f FunnelGroup, id: &str) -> &'f RateDocument {
    &group.attendance.iter().find(|rate| rate.id == id).unwrap().rate
}

fn door<'f>(funnel: &'f Funnel, door: &str) -> &'f FunnelGroup {
    funnel.groups.iter().find(|group| group.by == "door" && group.group == door).unwrap()
}

/// Numerator, denominator, and the percentage to the decimal that was printed.
#[track_caller]
fn assert_rate(rate: &RateDocument, numerator: usize, denominator: usize, printed: f64) {
    assert_eq!((rate.numerator as usize, rate.denominator as usize), (numerator, denominator));
    let percent = rate.percent.unwrap();
    assert!((percent - printed).abs() <= 0.05, "{percent} is not the printed {printed}");
    let (low, high) = (rate.ci_low.unwrap(), rate.ci_high.unwrap());
    assert!(low < percent && percent < high);
}

/// Three in-patients in a row who did not come: one refused, one agreed and stayed away, one waits.
const STAYED_AWAY: [StepOutcome; 3] = [StepOutcome::Refused, StepOutcome::Absent, StepOutcome::Waiting];

fn of_pflimlin(study: &Study) -> Vec<Person> {
    let seen = study.count("seen");
    let person = |number: usize| {
        let in_patient = number < study.count("seen_in_patients") || number >= seen;
        let mut person = Person::new(if in_patient { Door::Inpatient } else { Door::Outpatient });
        if number >= study.count("invited") {
            return person;
        }
        person.done(StepName::Invited, date(2016, 6, 10));
        if number >= seen {
            person.row(StepName::Attended, date(2016, 8, 1), STAYED_AWAY[number % 3]);
            return person;
        }
        let visit = date(2016, 9, 2);
        person.done(StepName::Attended, visit);
        if number < study.count("scanned") {
            person.done(StepName::Dxa, visit);
        }
        if number >= study.count("seen_for_non_vertebral_fracture") {
            person.site = FractureSite::Vertebra;
        } else if number < study.count("spine_imaged_of_non_vertebral") {
            person.done(StepName::SpineImaging, visit);
        }
        let prescribed = number < study.count("medication_prescribed");
        let outcome = if prescribed { StepOutcome::Done } else { StepOutcome::NotDone };
        person.row(StepName::TreatmentRecommended, visit, outcome);
        person
    };
    (0..study.count("identified")).map(person).collect()
}

#[test]
fn three_rates_of_attendance_of_one_service() {
    let study = Study::read("pflimlin2019");
    let (identified, seen, invited) =
        (study.count("identified"), study.count("seen"), study.count("invited"));
    let funnel = funnel(&walk(of_pflimlin(&study)), &[], &settings());
    let all = &funnel.groups[0];
    assert_eq!((all.fractures as usize, all.people as usize), (identified, identified));

    let of_invited = attendance(all, "attended_of_invited");
    assert_rate(of_invited, seen, invited, study.percent("attended_of_invited"));
    let of_identified = attendance(all, "attended_of_identified");
    assert_rate(of_identified, seen, identified, study.percent("seen_of_identified"));
    // The one that is printed as the rate of evaluation counts one door over the people of all.
    let in_patients = attendance(door(&funnel, "inpatient"), "attended_of_identified_all_doors");
    let of_door = study.count("seen_in_patients");
    assert_rate(in_patients, of_door, identified, study.percent("evaluation_rate"));
    // The doors together are the service.
    let out_patients = attendance(door(&funnel, "outpatient"), "attended_of_identified_all_doors");
    assert_eq!(in_patients.numerator + out_patients.numerator, of_identified.numerator);
    // Those who were rightly not invited would be no part of this one; here nobody is said to be.
    assert_eq!(attendance(all, "attended_of_invitable"), of_identified);

    let attended = step(&funnel, "attended");
    assert_eq!(attended.of_previous.as_ref(), Some(of_invited));
    let ends: BTreeMap<&str, u64> =
        attended.ends.iter().map(|end| (end.reason.as_str(), end.count)).collect();
    assert_eq!(ends.keys().copied().collect::<Vec<_>>(), ["absent", "not_said", "refused", "waiting"]);
    assert_eq!(ends["absent"] + ends["refused"] + ends["waiting"], (invited - seen) as u64);
    assert_eq!(ends["not_said"], (identified - invited) as u64);
}

#[test]
fn treated_of_those_who_came_and_of_all() {
    let study = Study::read("pflimlin2019");
    let walked = walk(of_pflimlin(&study));
    let funnel = funnel(&walked, &[], &settings());
    let recommended = step(&funnel, "treatment_recommended");
    let (prescribed, seen) = (study.count("medication_prescribed"), study.count("seen"));
    let of_previous = recommended.of_previous.as_ref().unwrap();
    assert_rate(of_previous, prescribed, seen, study.percent("medication_prescribed"));
    let of_all = recommended.of_identified.as_ref().unwrap();
    assert_rate(of_all, prescribed, study.count("identified"), study.percent("prescribed_of_identified"));

    let non_vertebral = walked
        .iter()
        .filter(|journey| journey.attended.is_done() && journey.event.site != FractureSite::Vertebra);
    let imaged = non_vertebral.clone().filter(|journey| journey.spine_imaging.is_done()).count();
    let rate = |numerator: usize, denominator: usize| {
        RateDocument::from(Rate { numerator: numerator as u64, denominator: denominator as u64 })
    };
    let spine = rate(imaged, non_vertebral.count());
    let printed = ("spine_imaged_of_non_vertebral", "seen_for_non_vertebral_fracture");
    assert_rate(&spine, study.count(printed.0), study.count(printed.1), study.percent("spine_imaged"));
    let found = study.count("new_vertebral_fracture");
    assert_rate(&rate(found, imaged), found, imaged, study.percent("new_vertebral_fracture"));
}

fn of_delbar(study: &Study) -> Vec<Person> {
    let person = |number: usize| {
        let mut person = Person::new(Door::Inpatient);
        if number >= study.count("seen") {
            return person;
        }
        let visit = date(2016, 9, 2);
        person.done(StepName::Attended, visit);
        if number < study.count("scanned") {
            person.done(StepName::Dxa, visit);
        }
        if number >= study.count("prescribed") {
            return person;
        }
        person.done(StepName::TreatmentRecommended, visit);
        if number >= study.count("began") {
            person.row(StepName::TreatmentStarted, date(2017, 1, 1), StepOutcome::NotDone);
            return person;
        }
        person.done(StepName::TreatmentStarted, date(2016, 9, 20));
        let on = number < study.count("on_treatment_12_months");
        let outcome = if on { StepOutcome::Done } else { StepOutcome::NotDone };
        person.row(StepName::OnTreatment12Months, date(2017, 9, 20), outcome);
        person
    };
    (0..study.count("identified")).map(person).collect()
}

#[test]
fn one_in_five_of_the_identified_is_on_treatment_a_year_later() {
    let study = Study::read("delbar2021");
    let funnel = funnel(&walk(of_delbar(&study)), &[], &settings());
    let identified = study.count("identified");
    let rates = |name: &str| {
        let step = step(&funnel, name);
        (step.of_previous.clone().unwrap(), step.of_identified.clone().unwrap())
    };
    let (seen, prescribed, began) = (study.count("seen"), study.count("prescribed"), study.count("began"));
    assert_rate(&rates("attended").1, seen, identified, study.percent("seen_of_identified"));
    assert_rate(&rates("treatment_recommended").0, prescribed, seen, study.percent("prescribed"));
    let (of_prescribed, of_identified) = rates("treatment_started");
    assert_rate(&of_prescribed, began, prescribed, study.percent("began_of_prescribed"));
    assert_rate(&of_identified, began, identified, study.percent("began_of_identified"));
    let on = study.count("on_treatment_12_months");
    let (of_begun, of_identified) = rates("on_treatment_12_months");
    assert_rate(&of_identified, on, identified, study.percent("on_treatment_of_identified"));
    // The paper's figure is an estimate by Kaplan-Meier: people come whole, and no whole number is nearer.
    assert_eq!((of_begun.numerator as usize, of_begun.denominator as usize), (on, began));
    let one_person = 100.0 / began as f64;
    let printed = study.percent("persistence_12_months");
    assert!((of_begun.percent.unwrap() - printed).abs() <= one_person / 2.0);
    // Nothing says who was on treatment after two years: no rate, and why.
    let later = step(&funnel, "on_treatment_24_months");
    assert_eq!((later.count, &later.of_previous), (None, &None));
    assert!(later.because.is_some());
}
