//! What the service did for one person, and what it could not.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use super::Files;
use super::person::{Door, Person};
use super::resource;
use crate::cohort::random::Random;

/// Day until which the service kept its records.
const UNTIL: Date = date(2025, 12, 31);

const ALENDRONATE: &str = "904430";
const DENOSUMAB: &str = "993449";
const ZOLEDRONATE: &str = "705823";
const TERIPARATIDE: &str = "32915";

/// Writes steps, scans, bloods and drugs of a person.
pub(super) fn write(person: &Person, files: &mut Files, random: &mut Random) {
    let door = match person.door {
        Door::Ward => "inpatient",
        Door::Emergency => "outpatient",
        Door::Doctor => "referral",
    };
    let last = person.died_on.map_or(UNTIL, |died| died.min(UNTIL));
    let mut care = Care { person, files, door, last };
    if person.door != Door::Doctor && random.chance(0.08) {
        let reason = random.pick(&[
            (4.0, "nursing_home"),
            (3.0, "already_treated"),
            (2.0, "recent_dxa"),
            (2.0, "too_ill"),
        ]);
        return care.step("invited", 14, "not_invited", reason, "");
    }
    // One hip fracture in four is missed, and other fractures more often.
    let found = match person.door {
        Door::Doctor => 1.0,
        Door::Ward => 0.8,
        Door::Emergency => 0.7,
    };
    if !random.chance(found) {
        return;
    }
    let invited_after = random.between(5.0, 30.0) as i64;
    care.step("invited", invited_after, "done", "", "");
    let came =
        random.pick(&[(46.0, "done"), (14.0, "refused"), (18.0, "absent"), (16.0, "waiting"), (6.0, "")]);
    match came {
        "refused" => {
            let reason =
                random.pick(&[(3.0, "not_interested"), (2.0, "cognitive_disorder"), (1.0, "distance")]);
            care.step("attended", invited_after + 15, "refused", reason, "");
        }
        "absent" => {
            care.step("attended", invited_after + 40, "absent", "", "");
            care.step("contacted", invited_after + 48, "done", "no_answer", "1");
        }
        "waiting" => care.step("attended", invited_after + 20, "waiting", "", ""),
        "done" => seen(&mut care, random, invited_after),
        _ => {}
    }
}

struct Care<'a> {
    person: &'a Person,
    files: &'a mut Files,
    door: &'static str,
    last: Date,
}

impl Care<'_> {
    /// A row of the pathway file, unless the person had died by then.
    fn step(&mut self, step: &str, days: i64, outcome: &str, reason: &str, contact: &str) {
        let on = self.person.fracture_on + days.days();
        if on <= self.last {
            let on = on.to_string();
            self.files.step([&self.person.id, "", step, &on, outcome, reason, contact, self.door]);
        }
    }
}

fn seen(care: &mut Care<'_>, random: &mut Random, invited_after: i64) {
    let visit =
        (f64::from(u8::try_from(invited_after).unwrap_or(u8::MAX)) + random.between(10.0, 110.0)) as i64;
    care.step("attended", visit, "done", "", "");
    let on = care.person.fracture_on + visit.days();
    if on > care.last {
        return;
    }
    scan(care, random, on);
    bloods(care, random, on);
    if random.chance(0.65) {
        care.step("falls_assessment", visit, "done", "", "");
    }
    if random.chance(0.7) {
        care.step("lifestyle_assessment", visit, "done", "", "");
    }
    care.step("decision", visit + 14, "done", "", "");
    if !random.chance(0.95) {
        return care.step("treatment_recommended", visit + 14, "not_done", "not_indicated", "");
    }
    care.step("treatment_recommended", visit + 14, "done", "", "");
    care.step("communicated", visit + 16, "done", "", "");
    if random.chance(0.3) {
        care.step("exercise_started", visit + 25, "done", "", "");
    }
    if random.chance(0.75) {
        let start = on + (random.between(14.0, 45.0) as i64).days();
        drugs(care, random, start);
    }
    if random.chance(0.5) {
        care.step("seen_16_weeks", 108, "done", "", "");
    }
    if random.chance(0.6) {
        care.step("seen_52_weeks", 366, "done", "", "");
    }
}

/// A hip and a spine, most of them coded as they should be.
fn scan(care: &mut Care<'_>, random: &mut Random, on: Date) {
    let person = care.person;
    let id = |suffix: &str| format!("d{}{suffix}", &person.id[1..]);
    care.files.resource(&resource::scan_act(&id("p"), &person.id, on));
    let t = (-2.1 + 0.9 * random.normal()).clamp(-4.8, 1.0);
    let hip = format!("{:.3}", 0.942 + 0.122 * t);
    let spine = format!("{:.3}", 1.047 + 0.110 * (t - 0.2));
    let score = format!("{t:.1}");
    let mut observe = |suffix: &str, code: (&str, &str), value: &str, unit: &str| {
        let mut scan = resource::observation(&id(suffix), &person.id, code, value, unit, on);
        scan["device"] = serde_json::json!({"display": "Hologic Horizon"});
        care.files.resource(&scan);
    };
    if random.chance(0.12) {
        // What some systems call a bone density: the code of a forearm, and no region in words.
        return observe("t", ("38265-5", "DXA [T-score] Bone density"), &score, "{T-score}");
    }
    observe("h", ("38261-4", "Total hip BMD"), &hip, "g/cm2");
    observe("t", ("38264-8", "Total hip T-score"), &score, "1");
    observe(
        "l",
        ("24966-4", "Lumbar spine BMD"),
        &spine,
        if random.chance(0.03) { "g/cm-2" } else { "g/cm2" },
    );
}

fn bloods(care: &mut Care<'_>, random: &mut Random, on: Date) {
    let person = care.person;
    if !random.chance(0.94) {
        return;
    }
    for (code, low, high, decimals, unit) in [
        ("2000-8", 2.18, 2.52, 2, "mmol/L"),
        ("14682-9", 55.0, 110.0, 0, "umol/L"),
        ("68438-1", 22.0, 95.0, 0, "nmol/L"),
    ] {
        let value = format!("{:.*}", decimals, random.between(low, high));
        let id = format!("b{}{}", &person.id[1..], &code[..4]);
        care.files.resource(&resource::observation(&id, &person.id, (code, ""), &value, unit, on));
    }
}

fn drugs(care: &mut Care<'_>, random: &mut Random, start: Date) {
    let person = care.person;
    // The hospital's own mix: more than half are infused.
    let drug =
        random.pick(&[(54.0, ZOLEDRONATE), (20.0, TERIPARATIDE), (15.0, DENOSUMAB), (11.0, ALENDRONATE)]);
    let (days, injected) = match drug {
        ZOLEDRONATE => (365, true),
        DENOSUMAB => (183, true),
        _ => (84, false),
    };
    let stops = random.chance(0.28).then(|| random.between(0.4, 2.2));
    let end = stops.map_or(UNTIL, |years| start + ((years * 365.0) as i64).days());
    let mut on = start;
    let mut dose = 0;
    while on <= end && on <= care.last {
        let id = format!("m{}{dose}", &person.id[1..]);
        care.files.resource(&if injected {
            resource::given(&id, &person.id, drug, on)
        } else {
            resource::order(&id, &person.id, drug, on, "completed", Some(days))
        });
        dose += 1;
        on += (i64::from(days) + random.between(-6.0, 20.0) as i64).days();
    }
}
