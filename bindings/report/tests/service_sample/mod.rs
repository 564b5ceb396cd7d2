//! An answer of a service, made by hand: counts as the published service of Lille, people who are nobody.
#![allow(dead_code, unused_imports, reason = "each test that includes it uses a part")]
#![allow(clippy::needless_update, reason = "documents are added to, and what is added has a default")]

mod numbers;
mod people;

use jiff::civil::date;
use osteon::fls::options::{FlsOptions, Period, Settings};
use osteon::fls::output::ExcludedCount;
use osteon::fls::simulation::{Scenario, Simulation};
use osteon::fls::{Finding, FindingKind, Place, ServiceAnswer};

pub(crate) use numbers::{kpi, rate};
pub(crate) use people::{NAME, event_row, journey, row};

/// Settings of the service; `named` says whether its name and telephone are set.
pub(crate) fn settings(named: bool) -> Settings {
    let period = Period::new(date(2016, 1, 1), date(2019, 1, 31), date(2019, 6, 30)).unwrap();
    let options = FlsOptions {
        service_name: named.then(|| "Consultation des fractures <Lille & Métropole>".to_owned()),
        service_phone: named.then(|| "+33 3 00 00 00 00".to_owned()),
        calls_per_week: Some(30),
        slots_per_week: Some(5),
        known_hip: Some(300),
        ..FlsOptions::default()
    };
    Settings::new(period, options).unwrap()
}

/// The whole answer.
pub(crate) fn answer(named: bool) -> ServiceAnswer {
    ServiceAnswer {
        settings: settings(named),
        people: 20_431,
        events: people::events(),
        journeys: people::journeys(),
        kpis: numbers::kpis(),
        funnel: numbers::funnel(),
        other_journeys: Vec::new(),
        worklist: people::worklist(),
        off_worklist: vec![
            ExcludedCount { reason: "died".to_owned(), count: 3 },
            ExcludedCount { reason: "tries_used_up".to_owned(), count: 12 },
        ],
        simulation: simulation(),
    }
}

/// An answer with nothing in it.
pub(crate) fn nothing() -> ServiceAnswer {
    ServiceAnswer {
        settings: settings(false),
        people: 0,
        events: Vec::new(),
        journeys: Vec::new(),
        kpis: Vec::new(),
        funnel: Default::default(),
        other_journeys: Vec::new(),
        worklist: Vec::new(),
        off_worklist: Vec::new(),
        simulation: Simulation::default(),
    }
}

fn simulation() -> Simulation {
    let scenario = |id: &str, seen: f64, wait: f64| Scenario {
        id: id.to_owned(),
        seen,
        seen_low: seen - 21.4,
        seen_high: seen + 20.9,
        scanned_12_weeks: seen * 0.6,
        begun_16_weeks: seen * 0.7,
        wait_weeks: wait,
        free_slots_percent: 0.0,
        empty_slots_percent: 2.25,
    };
    Simulation {
        because: None,
        seed: 1,
        runs: 500,
        weeks: 52,
        rests_on: vec![("referrals_per_week".to_owned(), 7.6), ("slots_per_week".to_owned(), 5.0)],
        scenarios: vec![
            scenario("present", 254.0, 13.3),
            scenario("one_more_slot", 301.5, 9.1),
            scenario("one_more_call_round", 258.2, 13.0),
            scenario("dxa_on_the_ward", 262.8, 12.4),
            scenario("attendance_without_slots", 254.0, 13.3),
        ],
    }
}

/// Files read; a name has signs of markup.
pub(crate) fn files() -> Vec<(String, String, u64)> {
    vec![
        ("Condition.ndjson".to_owned(), "Condition".to_owned(), 48_211),
        ("Observation.ndjson.gz".to_owned(), "Observation".to_owned(), 1_204_556),
        ("pathway.csv".to_owned(), "pathway".to_owned(), 3_902),
        ("notes <2019>.pdf".to_owned(), "not read".to_owned(), 0),
    ]
}

/// Findings; one value is markup.
pub(crate) fn findings() -> Vec<(u64, Finding)> {
    let finding = |kind, file: &str, line, field: &str, value: &str, because: &str| Finding {
        kind,
        place: Place { file: file.to_owned(), line },
        patient_id: Some("P-0042".to_owned()),
        field: field.to_owned(),
        value: value.to_owned(),
        because: because.to_owned(),
        refused: kind.is_refusal(),
    };
    vec![
        (
            12,
            finding(
                FindingKind::RegionConflict,
                "Observation.ndjson.gz",
                88_120,
                "code",
                "38265-5",
                "the code says forearm and the name says no region: it is kept as a densitometry without a region",
            ),
        ),
        (
            3,
            finding(
                FindingKind::BadValue,
                "Condition.ndjson",
                7,
                "onsetDateTime",
                "<script>alert(1)</script>",
                "no such day: the condition is not read",
            ),
        ),
        (
            1,
            finding(
                FindingKind::Truncated,
                "Condition.ndjson",
                48_212,
                "",
                "",
                "the last line is cut: not read",
            ),
        ),
    ]
}
