//! One person, field after field.

use std::fmt::Write as _;

use osteon::document::{Ethnicity, Manufacturer, Sex, Smoking};
use osteon_tests::people::Draw;

use super::curves::{AGES, Curves};
use super::stored::Filler;

/// Yes-or-no risk factors, each with how many in a thousand have it.
const FLAGS: [(&str, u64); 25] = [
    ("parental_hip_fracture", 120),
    ("parental_osteoporosis", 150),
    ("rheumatoid_arthritis", 50),
    ("systemic_lupus", 5),
    ("type_1_diabetes", 8),
    ("type_2_diabetes", 110),
    ("copd", 70),
    ("asthma", 90),
    ("cardiovascular_disease", 140),
    ("chronic_liver_disease", 20),
    ("chronic_kidney_disease", 90),
    ("malabsorption", 20),
    ("hyperparathyroidism", 15),
    ("hyperthyroidism", 20),
    ("cushing", 2),
    ("premature_menopause", 60),
    ("aromatase_inhibitor", 40),
    ("androgen_deprivation", 10),
    ("proton_pump_inhibitor", 250),
    ("antidepressant", 150),
    ("epilepsy_or_anticonvulsant", 25),
    ("dementia", 40),
    ("parkinson", 15),
    ("care_home", 40),
    ("any_cancer", 110),
];

const SITES: [&str; 8] = [
    "distal_forearm",
    "vertebra",
    "proximal_humerus",
    "proximal_femur",
    "ankle",
    "ribs_multiple",
    "pelvis",
    "unspecified",
];
const TRAUMAS: [&str; 4] = ["!low", "!low", "!high", ""];
const DRUGS: [&str; 8] = [
    "alendronate@2023-02-01..",
    "alendronate@2016-05-10..2021-05-09",
    "risedronate@2024-09-15..",
    "zoledronate@2022-03-20..2025-03-20",
    "denosumab@2021-11-02..",
    "raloxifene@2024-01-08..",
    "vitamin_d@2020-06-01..",
    "calcium",
];
const MODELS: &[&str] = &["Horizon A", "Lunar Prodigy"];
const FRAX_MODELS: &[&str] = &["fr", "uk", "us"];
const COMPLETE: &[&str] = &["fractures", "fractures;treatments", "fractures;risk_factors;treatments"];

/// Correlation of the total hip with the femoral neck, and of either with the spine.
const NECK_WITH_HIP: f64 = 0.85;
const SPINE_WITH_HIP: f64 = 0.60;
/// Who is in such a registry is so many SDs below the peers.
const REFERRED: f64 = -0.5;

fn in_hundred(draw: &mut Draw, share: u64) -> bool {
    draw.below(100) < share
}

/// Nearly normal, mean 0 and SD 1, within 3.5 SDs: four uniform numbers together.
fn normal(draw: &mut Draw) -> f64 {
    const STEPS: u64 = 1 << 20;
    let sum: u64 = (0..4).map(|_| draw.below(STEPS)).sum();
    (sum as f64 / STEPS as f64 - 2.0) * osteon::math::sqrt(3.0)
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

pub(super) fn draw(draw: &mut Draw, curves: &Curves, row: &mut Filler<'_>) {
    let is_man = in_hundred(draw, 10);
    let is_ge_lunar = in_hundred(draw, 40);
    let age = tenths(71.0 + 10.0 * normal(draw)).clamp(f64::from(AGES.0), f64::from(AGES.1));
    row.word("sex", Sex::KEYS, Some(u8::from(is_man)));
    row.number("age_years", Some(age));
    let hip = normal(draw);
    body(draw, is_man, age, hip, row);
    let ethnicity = if in_hundred(draw, 80) { Ethnicity::White } else { draw.of(Ethnicity::ALL) };
    row.word("ethnicity", Ethnicity::KEYS, (!in_hundred(draw, 10)).then_some(ethnicity as u8));
    row.flag("postmenopausal", (!is_man && in_hundred(draw, 80)).then_some(true));
    let maker = if is_ge_lunar { Manufacturer::GeLunar } else { Manufacturer::Hologic };
    row.word("manufacturer", Manufacturer::KEYS, Some(maker as u8));
    row.word("model", MODELS, Some(u8::from(is_ge_lunar)));

    let with = |r: f64, other: f64| r * hip + osteon::math::sqrt(1.0 - r * r) * other;
    let sds = [with(NECK_WITH_HIP, normal(draw)), hip, with(SPINE_WITH_HIP, normal(draw))];
    let bmd = curves.bmd(is_man, age, sds.map(|sds| sds + REFERRED), is_ge_lunar);
    for (name, bmd) in ["bmd_femoral_neck", "bmd_total_hip", "bmd_lumbar_spine"].into_iter().zip(bmd) {
        row.number(name, in_hundred(draw, 85).then_some(bmd));
    }
    let had = match draw.below(100) {
        0..70 => 0,
        70..95 => 1,
        _ => 2,
    };
    row.text("fractures", &fractures(draw, had));
    row.text("treatments", if in_hundred(draw, 85) { "none" } else { draw.of(&DRUGS) });
    for (name, in_thousand) in FLAGS {
        let has = draw.below(1000) < in_thousand;
        row.flag(name, (!in_hundred(draw, 10)).then_some(has));
    }
    row.count("falls_past_year", in_hundred(draw, 90).then(|| draw.of(&[0, 0, 0, 0, 1, 1, 2, 4])));
    let units = draw.of(&[0.0, 0.0, 0.5, 1.0, 2.0, 3.5, 9.5]);
    row.number("alcohol_units_per_day", in_hundred(draw, 90).then_some(units));
    let smoking = if in_hundred(draw, 60) { Smoking::Never } else { draw.of(Smoking::ALL) };
    row.word("smoking", Smoking::KEYS, in_hundred(draw, 90).then_some(smoking as u8));
    let taken = in_hundred(draw, 8);
    row.flag("glucocorticoid_current", (taken || in_hundred(draw, 90)).then_some(taken));
    row.number("glucocorticoid_mg_per_day", taken.then(|| draw.of(&[2.5, 5.0, 5.0, 7.5, 10.0, 20.0])));
    frax(draw, age, had, row);
    row.word("complete", COMPLETE, in_hundred(draw, 60).then(|| draw.below(3) as u8));
}

/// Height and weight; heavier people have denser hips.
fn body(draw: &mut Draw, is_man: bool, age: f64, hip: f64, row: &mut Filler<'_>) {
    let (mean, sd) = if is_man { (175.5, 7.0) } else { (162.0, 6.3) };
    let height = (mean + sd * normal(draw) - 0.12 * (age - 60.0).max(0.0)).round();
    let bmi = (26.0 + 4.2 * (0.35 * hip + 0.93 * normal(draw))).clamp(16.5, 45.0);
    row.number("height_cm", in_hundred(draw, 95).then_some(height));
    row.number("weight_kg", in_hundred(draw, 95).then_some(tenths(bmi * height * height / 10_000.0)));
}

/// In the shorthand of tables.
fn fractures(draw: &mut Draw, had: usize) -> String {
    if had == 0 {
        return "none".to_owned();
    }
    let mut list = String::new();
    for place in 0..had {
        let (site, months, trauma) = (draw.of(&SITES), 1 + draw.below(240), draw.of(&TRAUMAS));
        let separator = if place == 0 { "" } else { ";" };
        let _ = write!(list, "{separator}{site}@{months}{trauma}");
    }
    list
}

fn frax(draw: &mut Draw, age: f64, had: usize, row: &mut Filler<'_>) {
    let known = in_hundred(draw, 60);
    let mof = 2.0 + 0.25 * (age - 50.0) + 6.0 * had as f64 + draw.tenths(0, 6);
    let hip = mof * draw.of(&[0.12, 0.2, 0.3, 0.4]);
    row.number("frax_mof_percent", known.then_some(tenths(mof)));
    row.number("frax_hip_percent", known.then_some(tenths(hip)));
    row.word("frax_model", FRAX_MODELS, known.then(|| draw.below(3) as u8));
}
