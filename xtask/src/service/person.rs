//! One person and one fracture.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use serde_json::{Value, json};

use super::Files;
use super::resource::{self, CIM, SNOMED};
use crate::cohort::random::Random;

/// The codes that a hospital writes for a fracture, with how often.
const FRACTURES: [(f64, (&str, &str)); 14] = [
    (14.0, (CIM, "S72.0")),
    (10.0, (CIM, "S72.1")),
    (4.0, (SNOMED, "263225007")),
    (8.0, (CIM, "S22.0")),
    (9.0, (CIM, "S32.0")),
    (3.0, (CIM, "M48.5")),
    (12.0, (CIM, "S42.2")),
    (16.0, (CIM, "S52.5")),
    (5.0, (SNOMED, "65966004")),
    (6.0, (CIM, "S32.5")),
    (5.0, (CIM, "S82.6")),
    (3.0, (CIM, "S22.4")),
    // Not counted: a finger. Counted: a metatarsal is no toe.
    (3.0, (CIM, "S62.6")),
    (2.0, (CIM, "S92.3")),
];

/// How the person came.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Door {
    Ward,
    Emergency,
    Doctor,
}

pub(super) struct Person {
    pub(super) id: String,
    pub(super) is_woman: bool,
    pub(super) born: Date,
    pub(super) fracture_on: Date,
    pub(super) fracture: (&'static str, &'static str),
    pub(super) door: Door,
    pub(super) died_on: Option<Date>,
    pub(super) encounter: String,
    pub(super) height_cm: f64,
    pub(super) weight_kg: f64,
    pub(super) fell: bool,
    pub(super) living_alone: Option<bool>,
    pub(super) schooling_years: Option<u32>,
}

impl Person {
    pub(super) fn draw(random: &mut Random, number: u32) -> Self {
        let is_woman = random.chance(0.76);
        let days = random.between(0.0, 365.0) as i64;
        let fracture_on = date(2023, 1, 1) + days.days();
        // The clinic of the example is as old as those of the publications; some are too young to be counted.
        let age =
            if random.chance(0.06) { random.between(31.0, 49.9) } else { 74.0 + 10.5 * random.normal() };
        let born = fracture_on - ((age.clamp(31.0, 101.0) * 365.25) as i64).days();
        let dies = random.chance(0.09);
        let died_on = dies.then(|| fracture_on + (random.between(20.0, 700.0) as i64).days());
        let (height, weight) = if is_woman { (160.0, 65.0) } else { (174.0, 78.0) };
        let rounded = |x: f64| (x * 10.0).round() / 10.0;
        let door = random.pick(&[(52.0, Door::Ward), (34.0, Door::Emergency), (14.0, Door::Doctor)]);
        Self {
            id: format!("p{number:04}"),
            is_woman,
            born,
            fracture_on,
            fracture: random.pick(&FRACTURES),
            door,
            died_on,
            encounter: format!("e{number:04}"),
            height_cm: rounded(height + 6.0 * random.normal()),
            weight_kg: rounded(weight + 10.0 * random.normal()),
            fell: random.chance(0.7),
            living_alone: random.pick(&[(4.0, Some(true)), (5.0, Some(false)), (1.0, None)]),
            schooling_years: random.pick(&[(3.0, Some(7)), (4.0, Some(11)), (2.0, Some(15)), (1.0, None)]),
        }
    }

    /// Who the person is, the stay, and the diagnoses of the fracture.
    pub(super) fn write(&self, files: &mut Files, random: &mut Random) {
        files.resource(&self.patient());
        let or_empty = |value: Option<String>| value.unwrap_or_default();
        let alone = or_empty(self.living_alone.map(|alone| alone.to_string()));
        let schooling = or_empty(self.schooling_years.map(|years| years.to_string()));
        files.line("patients.csv", &format!("{},{alone},{schooling}", self.id));
        let class = match self.door {
            Door::Ward => Some("IMP"),
            Door::Emergency => Some("EMER"),
            Door::Doctor => None,
        };
        if let Some(class) = class {
            files.resource(&resource::encounter(&self.encounter, &self.id, class, self.fracture_on));
        }
        let encounter = class.map(|_| self.encounter.as_str());
        let healed = Some(self.fracture_on + 90.days());
        let id = |suffix: &str| format!("c{}{suffix}", &self.id[1..]);
        let condition = |suffix: &str, code: (&str, &str)| {
            resource::condition(&id(suffix), &self.id, code, self.fracture_on, encounter, healed)
        };
        files.resource(&condition("a", self.fracture));
        if self.fell {
            files.resource(&condition("w", (CIM, "W01")));
        }
        // A second row for the same fracture: the emergency department and the ward both write one.
        if random.chance(0.3) {
            files.resource(&condition("b", (SNOMED, "443165006")));
        }
        for (code, value, unit) in [("8302-2", self.height_cm, "cm"), ("29463-7", self.weight_kg, "kg")] {
            let id = format!("o{}{}", &self.id[1..], &code[..4]);
            files.resource(&resource::observation(
                &id,
                &self.id,
                (code, ""),
                &value.to_string(),
                unit,
                self.fracture_on,
            ));
        }
    }

    fn patient(&self) -> Value {
        let mut patient = json!({
            "resourceType": "Patient",
            "id": self.id,
            "gender": if self.is_woman { "female" } else { "male" },
            "birthDate": self.born.to_string(),
        });
        if let Some(day) = self.died_on {
            patient["deceasedDateTime"] = json!(format!("{day}T04:10:00+01:00"));
        }
        patient
    }
}
