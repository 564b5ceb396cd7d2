//! One invented person.

use osteon::document::{Ethnicity, Manufacturer, Sex};
use osteon::math;

use super::curves::Curves;
use super::random::Random;
use super::row::{Row, rounded};

/// BMD of each vertebra over that of L1 to L4; weighted by area they make one.
const VERTEBRA_BMD: [f64; 4] = [0.915, 0.985, 1.030, 1.047];
/// Areas of L1 to L4 on a Hologic, cm2, in women; men's are a tenth larger.
const VERTEBRA_AREA: [f64; 4] = [12.2, 13.4, 14.8, 16.4];

/// Correlation of the total hip with the femoral neck, and of either with the spine.
const NECK_WITH_HIP: f64 = 0.85;
const SPINE_WITH_HIP: f64 = 0.60;
/// People are sent for a scan because something is feared: they are this many SDs below their peers.
const REFERRED: f64 = -0.35;

/// What brought a person to the clinic, with its share of the cohort.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    OlderWoman,
    YoungerWoman,
    OlderMan,
    YoungerMan,
}

const KINDS: [(f64, Kind); 4] =
    [(0.77, Kind::OlderWoman), (0.09, Kind::YoungerWoman), (0.10, Kind::OlderMan), (0.04, Kind::YoungerMan)];

/// Sites with their share of fragility fractures.
const SITES: [(f64, &str); 8] = [
    (0.29, "distal_forearm"),
    (0.25, "vertebra"),
    (0.13, "proximal_humerus"),
    (0.12, "proximal_femur"),
    (0.09, "ankle"),
    (0.05, "ribs_multiple"),
    (0.04, "pelvis"),
    (0.03, "unspecified"),
];

pub(super) struct Person {
    sex: Sex,
    age: f64,
    height_cm: Option<f64>,
    weight_kg: Option<f64>,
    ethnicity: Option<Ethnicity>,
    postmenopausal: Option<bool>,
    manufacturer: Manufacturer,
    model: &'static str,
    database: &'static str,
    neck: Option<f64>,
    hip: Option<f64>,
    spine: Option<f64>,
    vertebrae: Option<[(f64, f64); 4]>,
    /// `None`: not asked. Empty: asked, none.
    fractures: Option<[Option<Fracture>; 2]>,
    smoker: Option<bool>,
    glucocorticoid: Option<bool>,
    glucocorticoid_mg: Option<f64>,
    parent: Option<bool>,
}

#[derive(Clone, Copy)]
struct Fracture {
    site: &'static str,
    when: When,
    trauma: &'static str,
}

#[derive(Clone, Copy)]
enum When {
    MonthsAgo(u64),
    AgeYears(u64),
    Unknown,
}

impl Person {
    pub(super) fn draw(random: &mut Random, curves: &Curves) -> Self {
        let kind = random.pick(&KINDS);
        let sex = if matches!(kind, Kind::OlderWoman | Kind::YoungerWoman) { Sex::Female } else { Sex::Male };
        let age = match kind {
            Kind::OlderWoman | Kind::OlderMan => (68.5 + 9.5 * random.normal()).clamp(50.0, 90.0),
            Kind::YoungerWoman => random.between(34.0, 50.0),
            Kind::YoungerMan => random.between(25.0, 50.0),
        };
        let age = age.floor();
        let postmenopausal = match kind {
            // At 50 or more an empty cell is read as yes, and said so; under 50 it stays unknown.
            Kind::OlderWoman => random.chance(0.8).then_some(true),
            Kind::YoungerWoman => random.pick(&[(0.65, Some(false)), (0.15, Some(true)), (0.2, None)]),
            _ => None,
        };
        let ethnicity = random.pick(&[
            (0.74, Some(Ethnicity::White)),
            (0.07, Some(Ethnicity::Black)),
            (0.05, Some(Ethnicity::Asian)),
            (0.02, Some(Ethnicity::Other)),
            (0.12, None),
        ]);
        let ge = random.chance(0.4);
        let (manufacturer, model, database) = machine(random, sex, ge);
        let z = scores(random);
        let (height, weight) = body(random, sex, age, z[1]);
        let [neck, hip, spine] = bmd(curves, sex, ethnicity, age, z, ge);
        // A hip with a prosthesis and a spine full of metal are not scanned.
        let has_hip = random.chance(0.96);
        let spine = random.chance(0.95).then_some(spine);
        let vertebrae =
            spine.filter(|_| random.chance(0.6)).map(|spine| vertebrae(random, sex, age, ge, spine));
        let spine = vertebrae.map_or(spine.map(|spine| rounded(spine, 3)), |each| Some(combined(each)));
        let fractures = fractures(random, kind, age, z[0]);
        let glucocorticoid = random.pick(&[(0.08, Some(true)), (0.8, Some(false)), (0.12, None)]);
        let dose = random.pick(&[(0.4, 5.0), (0.3, 7.5), (0.2, 10.0), (0.1, 20.0)]);
        let dose_known = random.chance(0.85);
        Self {
            sex,
            age,
            height_cm: random.chance(0.97).then_some(height),
            weight_kg: random.chance(0.97).then_some(weight),
            ethnicity,
            postmenopausal,
            manufacturer,
            model,
            database,
            neck: has_hip.then_some(neck),
            hip: has_hip.then_some(hip),
            spine,
            vertebrae,
            fractures,
            smoker: random.pick(&[(0.14, Some(true)), (0.75, Some(false)), (0.11, None)]),
            glucocorticoid,
            glucocorticoid_mg: (glucocorticoid == Some(true) && dose_known).then_some(dose),
            parent: random.pick(&[(0.12, Some(true)), (0.68, Some(false)), (0.2, None)]),
        }
    }

    /// Writes the cells in the order of the header.
    pub(super) fn write(&self, row: &mut Row, number: u64) {
        row.push("clinic-");
        row.push_whole(number, 4);
        row.end();
        row.text(self.sex.as_str());
        row.number(Some(self.age), 0);
        row.number(self.height_cm, 0);
        row.number(self.weight_kg, 1);
        row.text(self.ethnicity.map_or("", Ethnicity::as_str));
        row.flag(self.postmenopausal);
        row.text(self.manufacturer.as_str());
        row.text(self.model);
        row.text(self.database);
        for bmd in [self.neck, self.hip, self.spine] {
            row.number(bmd, 3);
        }
        for vertebra in 0..4 {
            row.number(self.vertebrae.map(|each| each[vertebra].0), 3);
        }
        for vertebra in 0..4 {
            row.number(self.vertebrae.map(|each| each[vertebra].1), 2);
        }
        self.write_fractures(row);
        row.flag(self.smoker);
        row.flag(self.glucocorticoid);
        row.number(self.glucocorticoid_mg, 1);
        row.flag(self.parent);
    }

    fn write_fractures(&self, row: &mut Row) {
        let Some(fractures) = self.fractures else { return row.unknown() };
        let mut entries = fractures.into_iter().flatten().peekable();
        if entries.peek().is_none() {
            return row.text("none");
        }
        while let Some(fracture) = entries.next() {
            row.push(fracture.site);
            match fracture.when {
                When::MonthsAgo(months) => {
                    row.push("@");
                    row.push_whole(months, 1);
                }
                When::AgeYears(age) => {
                    row.push("@");
                    row.push_whole(age, 1);
                    row.push("y");
                }
                When::Unknown => {}
            }
            row.push(fracture.trauma);
            if entries.peek().is_some() {
                row.push(";");
            }
        }
        row.end();
    }
}

/// Maker, model and database as reports print them; some reports were filed without them.
fn machine(random: &mut Random, sex: Sex, ge: bool) -> (Manufacturer, &'static str, &'static str) {
    let named = random.chance(0.93);
    if ge {
        let database = "USA (Combined NHANES (20-30)/Lunar (20-40)) v113";
        return (Manufacturer::GeLunar, "Lunar Prodigy", if named { database } else { "" });
    }
    let database = match sex {
        Sex::Female => "2012 BMDCS/NHANES White Female",
        Sex::Male => "2012 BMDCS/NHANES White Male",
    };
    (Manufacturer::Hologic, "Horizon A", if named { database } else { "" })
}

/// SDs from the peers' mean: femoral neck, total hip, spine.
fn scores(random: &mut Random) -> [f64; 3] {
    let hip = random.normal();
    let with = |r: f64, other: f64| r * hip + math::sqrt(1.0 - r * r) * other;
    let neck = with(NECK_WITH_HIP, random.normal());
    let spine = with(SPINE_WITH_HIP, random.normal());
    [neck, hip, spine].map(|z| z + REFERRED)
}

/// Height and weight; heavier people have denser hips.
fn body(random: &mut Random, sex: Sex, age: f64, hip: f64) -> (f64, f64) {
    let (mean, sd) = if sex == Sex::Female { (162.0, 6.3) } else { (175.5, 7.0) };
    let height = rounded(mean + sd * random.normal() - 0.12 * (age - 60.0).max(0.0), 0);
    let bmi = (26.0 + 4.2 * (0.35 * hip + 0.93 * random.normal())).clamp(16.5, 45.0);
    (height, rounded(bmi * height * height / 10_000.0, 1))
}

/// BMD of neck, hip and spine on the person's scanner.
fn bmd(curves: &Curves, sex: Sex, ethnicity: Option<Ethnicity>, age: f64, z: [f64; 3], ge: bool) -> [f64; 3] {
    let curve = curves.at(sex, ethnicity, age);
    [0, 1, 2].map(|region| {
        let (mean, sd) = curve[region];
        let hologic = (mean + sd * z[region]).max(0.25);
        if ge { curves.on_ge_lunar(region, hologic) } else { hologic }
    })
}

/// BMD and area of each vertebra. With age one may be denser than its neighbours by osteophytes or a
/// fracture: the engine then proposes to exclude it.
fn vertebrae(random: &mut Random, sex: Sex, age: f64, ge: bool, spine: f64) -> [(f64, f64); 4] {
    let denser = random.chance(0.006 * (age - 40.0).max(0.0));
    let which = random.pick(&[(0.1, 0), (0.15, 1), (0.3, 2), (0.45, 3)]);
    let excess = random.between(0.15, 0.32);
    // Regions of a GE Lunar are drawn a little larger.
    let size = if sex == Sex::Male { 1.1 } else { 1.0 } * if ge { 1.05 } else { 1.0 };
    [0, 1, 2, 3].map(|vertebra| {
        let degenerate = if denser && vertebra == which { excess } else { 0.0 };
        let factor = VERTEBRA_BMD[vertebra] + 0.035 * random.normal() + degenerate;
        let area = size * VERTEBRA_AREA[vertebra] * (1.0 + 0.06 * random.normal());
        (rounded((spine * factor).max(0.2), 3), rounded(area, 2))
    })
}

/// BMD of L1 to L4 together: BMC over area.
fn combined(each: [(f64, f64); 4]) -> f64 {
    let bmc: f64 = each.iter().map(|(bmd, area)| bmd * area).sum();
    let area: f64 = each.iter().map(|(_, area)| area).sum();
    rounded(bmc / area, 3)
}

/// Fractures, more likely with age and with a thin femoral neck.
fn fractures(random: &mut Random, kind: Kind, age: f64, neck: f64) -> Option<[Option<Fracture>; 2]> {
    if random.chance(0.1) {
        return None;
    }
    let young = matches!(kind, Kind::YoungerWoman | Kind::YoungerMan);
    let usual = if young { 0.06 } else { 0.22 };
    let chance = usual * math::exp(0.03 * (age - 68.0).max(-18.0) - 0.55 * neck);
    let first = random.chance(chance.min(0.8)).then(|| fracture(random, age));
    let second = (first.is_some() && random.chance(0.22)).then(|| fracture(random, age));
    Some([first, second])
}

fn fracture(random: &mut Random, age: f64) -> Fracture {
    let site = random.pick(&SITES);
    // Recent ones are more often what a person is sent for.
    let u = random.uniform();
    let months = 1 + (u * u * 12.0 * (age - 24.0).clamp(0.5, 12.0)) as u64;
    let at_age = (age - 1.0 - (u * 15.0).floor()).max(20.0) as u64;
    let when = random.pick(&[
        (0.70, When::MonthsAgo(months)),
        (0.18, When::AgeYears(at_age)),
        (0.12, When::Unknown),
    ]);
    let trauma = random.pick(&[(0.72, "!low"), (0.08, "!high"), (0.20, "")]);
    Fracture { site, when, trauma }
}
