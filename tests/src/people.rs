//! People drawn at random, the same on every machine: of whom everything is known, and of whom some is not.

use osteon::document::slot::Slot;
use osteon::document::{
    Analyte, Drug, Fracture, FractureSite, Frax, Glucocorticoid, History, Lab, Patient, QfractureEthnicity,
    Region, RiskFactors, Scan, ScanRegion, Section, Sex, Smoking, SpineImaging, SpineImagingResult, Trauma,
    Treatment,
};

/// A small generator of its own: one seed is one person, on every machine.
#[derive(Clone, Debug)]
pub struct Draw(pub u64);

impl Draw {
    fn next(&mut self) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// One chance in `n`.
    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    /// A decimal between two whole numbers, in steps of a tenth.
    pub fn tenths(&mut self, low: i64, high: i64) -> f64 {
        let steps = u64::try_from((high - low) * 10 + 1).unwrap();
        (low as f64 * 10.0 + self.below(steps) as f64) / 10.0
    }

    /// One of these.
    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }
}

/// A number that is likely for a key of the risk factors.
fn number(key: &str, draw: &mut Draw) -> f64 {
    match key {
        "type_2_diabetes_years" => draw.tenths(0, 20),
        "height_loss_cm" => draw.tenths(0, 8),
        "walking_speed_m_s" => draw.tenths(0, 2),
        "timed_up_and_go_s" => draw.tenths(5, 30),
        "amts_score" => draw.below(11) as f64,
        "mmse_score" => draw.below(31) as f64,
        other => panic!("{other}: how large is it?"),
    }
}

fn risk_factors(draw: &mut Draw) -> RiskFactors {
    let mut factors = RiskFactors::default();
    for &key in RiskFactors::KEYS {
        match RiskFactors::slot_of(key).unwrap()(&mut factors) {
            Slot::Flag(flag) => *flag = Some(draw.one_in(4)),
            Slot::Count(count) => *count = Some(u32::try_from(draw.below(5)).unwrap()),
            Slot::Number(value) if !key.starts_with("alcohol") && key != "cigarettes_per_day" => {
                *value = Some(number(key, draw));
            }
            _ => {}
        }
    }
    // What must agree, and what cannot be otherwise.
    let smoking = draw.of(Smoking::ALL);
    factors.smoking = Some(smoking);
    factors.cigarettes_per_day = Some(match smoking {
        Smoking::Never | Smoking::Former => 0.0,
        Smoking::Light => 5.0,
        Smoking::Moderate => draw.of(&[10.0, 15.0]),
        Smoking::Heavy => 30.0,
    });
    factors.current_smoker = Some(!matches!(smoking, Smoking::Never | Smoking::Former));
    factors.alcohol_units_per_day = Some(draw.of(&[0.0, 0.5, 1.0, 2.9, 3.0, 7.0, 9.0, 9.1, 12.0]));
    factors.parental_hip_fracture =
        Some(factors.maternal_hip_fracture == Some(true) || factors.parental_hip_fracture == Some(true));
    if factors.injurious_falls == Some(true) {
        factors.falls_past_year = factors.falls_past_year.map(|falls| falls.max(1));
    }
    factors.oestrogen_ever =
        Some(factors.oestrogen_hrt == Some(true) || factors.oestrogen_ever == Some(true));
    // Somebody who took some once has a dose too.
    let (ever, current) = (draw.one_in(2), draw.one_in(2));
    factors.glucocorticoid = Some(Glucocorticoid {
        current: Some(ever && current),
        ever: Some(ever),
        mg_per_day: ever.then(|| draw.of(&[1.0, 2.5, 5.0, 7.5, 10.0])),
        days: ever.then(|| draw.of(&[30.0, 90.0, 91.0, 400.0])),
        started_or_raised_months_ago: ever.then(|| draw.of(&[1.0, 12.0, 13.0, 60.0])),
        ..Default::default()
    });
    factors
}

fn history(draw: &mut Draw) -> History {
    let mut history = History::default();
    for &key in History::KEYS {
        if let Slot::Flag(flag) = History::slot_of(key).unwrap()(&mut history) {
            // After an amputation a weight says nothing, and most models refuse.
            *flag = Some(key != "amputation" && draw.one_in(8));
        }
    }
    history
}

fn levels(draw: &mut Draw) -> Vec<String> {
    let named: &[&str] = draw.of(&[&["T8"], &["L1"], &["T8", "L1"], &["T8", "T9", "T12"]]);
    named.iter().map(|&level| level.to_owned()).collect()
}

/// An image that shows broken vertebrae, of this day or of years ago.
fn image(draw: &mut Draw) -> SpineImaging {
    SpineImaging {
        date: Some(draw.of(&["2020-01-01", "2026-01-01"]).parse().unwrap()),
        result: Some(SpineImagingResult::Fracture),
        levels: draw.one_in(2).then(|| levels(draw)),
        ..Default::default()
    }
}

fn fracture(age: f64, draw: &mut Draw) -> Fracture {
    let months: f64 = draw.of(&[0.5, 6.0, 12.0, 13.0, 30.0, 60.0, 61.0, 240.0]);
    let levels = draw.one_in(2).then(|| levels(draw));
    Fracture {
        levels,
        site: Some(draw.of(&[
            FractureSite::ProximalFemur,
            FractureSite::Vertebra,
            FractureSite::DistalForearm,
            FractureSite::ProximalHumerus,
            FractureSite::Pelvis,
            FractureSite::RibsMultiple,
            FractureSite::Ankle,
            FractureSite::Finger,
        ])),
        months_ago: Some(months.min(age * 12.0)),
        trauma: Some(draw.of(&[Trauma::Low, Trauma::Low, Trauma::High])),
        ..Default::default()
    }
}

/// A person of whom everything is known.
pub fn person(draw: &mut Draw) -> Patient {
    let sex = draw.of(&[Sex::Female, Sex::Male]);
    let age = draw.tenths(28, 102);
    let fractures = draw.below(3);
    let (mut factors, history) = (risk_factors(draw), history(draw));
    agree(&mut factors, &history);
    // A clearance of the disease that is stated, or of none.
    let egfr = if factors.chronic_kidney_disease == Some(true) {
        draw.of(&[15.0, 30.0, 59.0])
    } else {
        draw.of(&[60.0, 80.0])
    };
    let t = |region, draw: &mut Draw| ScanRegion {
        region: Some(region),
        t_score: Some(draw.of(&[1.0, 0.0, -1.0, -1.1, -2.0, -2.4, -2.5, -2.6, -3.0, -3.5, -4.2])),
        ..Default::default()
    };
    let lab = |analyte, value, unit: &str| Lab {
        analyte: Some(analyte),
        value: Some(value),
        unit: Some(unit.to_owned()),
        ..Default::default()
    };
    Patient {
        sex: Some(sex),
        age_years: Some(age),
        postmenopausal: (sex == Sex::Female).then_some(age >= 50.0),
        qfracture_ethnicity: Some(draw.of(QfractureEthnicity::ALL)),
        height_cm: Some(draw.tenths(150, 190)),
        weight_kg: Some(draw.tenths(45, 110)),
        scans: Some(vec![Scan {
            regions: Some(vec![
                t(Region::FemoralNeck, draw),
                t(Region::TotalHip, draw),
                t(Region::LumbarSpine, draw),
            ]),
            tbs: Some(draw.of(&[1.1, 1.25, 1.4])),
            tbs_z_score: Some(draw.of(&[0.0, -1.0, -1.6, -2.5])),
            ..Default::default()
        }]),
        fractures: Some((0..fractures).map(|_| fracture(age, draw)).collect()),
        labs: Some(vec![
            lab(Analyte::Haemoglobin, draw.of(&[95.0, 100.0, 101.0, 130.0]), "g/L"),
            lab(Analyte::Tsh, draw.of(&[0.05, 0.1, 0.45, 2.0]), "mU/L"),
            lab(Analyte::Egfr, egfr, "mL/min/1.73 m2"),
        ]),
        treatments: Some(Vec::new()),
        assessed_on: Some("2026-06-01".parse().unwrap()),
        spine_imaging: draw.one_in(4).then(|| vec![image(draw)]),
        risk_factors: Some(factors),
        history: Some(history),
        complete: Some(Section::ALL.to_vec()),
        ..Default::default()
    }
}

/// A key that stands for several is true where one of them is: nobody has a stroke and no
/// cardiovascular disease.
fn agree(r: &mut RiskFactors, h: &History) {
    let any = |of: &mut Option<bool>, parts: &[Option<bool>]| {
        *of = Some(*of == Some(true) || parts.contains(&Some(true)));
    };
    any(
        &mut r.cardiovascular_disease,
        &[r.stroke, h.myocardial_infarction_or_stroke, h.coronary_artery_disease],
    );
    any(&mut r.malabsorption, &[r.inflammatory_bowel_disease, r.coeliac_disease]);
    any(&mut r.chronic_kidney_disease, &[h.dialysis, h.kidney_transplant]);
    any(&mut r.any_cancer, &[h.breast_cancer, h.skeletal_malignancy]);
    // Nobody has had for years a disease that is not there.
    r.type_2_diabetes_years = r.type_2_diabetes_years.filter(|_| r.type_2_diabetes == Some(true));
    if r.injurious_falls == Some(true) {
        r.falls_past_year = r.falls_past_year.map(|falls| falls.max(1));
    }
}

/// Makes some of it unknown; what stays is still stated.
pub fn with_unknowns(known: &Patient, draw: &mut Draw) -> Patient {
    let mut patient = known.clone();
    patient.complete = None;
    let share = draw.of(&[2, 4, 10, 60]);
    let factors = patient.risk_factors.as_mut().unwrap();
    for &key in RiskFactors::KEYS {
        if draw.one_in(share) {
            clear(RiskFactors::slot_of(key).unwrap()(factors));
            if key == "glucocorticoid" {
                factors.glucocorticoid = None;
            }
        }
    }
    if draw.one_in(share) {
        // The three say one thing.
        (factors.smoking, factors.cigarettes_per_day) = (None, None);
    }
    let history = patient.history.as_mut().unwrap();
    for &key in History::KEYS {
        if key != "amputation" && draw.one_in(share) {
            clear(History::slot_of(key).unwrap()(history));
        }
    }
    if draw.one_in(share)
        && let Some(glucocorticoid) = factors.glucocorticoid.as_mut()
    {
        glucocorticoid.current = None;
    }
    if draw.one_in(share) {
        patient.fractures = None;
    }
    for fracture in patient.fractures.iter_mut().flatten() {
        if draw.one_in(share) {
            fracture.trauma = None;
        }
        if draw.one_in(share) {
            fracture.months_ago = None;
        }
    }
    if draw.one_in(share) {
        patient.scans = None;
    }
    if draw.one_in(share) {
        patient.labs = None;
    }
    if draw.one_in(share) {
        patient.qfracture_ethnicity = None;
    }
    if draw.one_in(share) {
        (patient.weight_kg, patient.height_cm) = (None, None);
    }
    if draw.one_in(share) {
        patient.treatments = None;
    }
    patient
}

/// Makes a field unknown.
pub fn clear(slot: Slot<'_>) {
    match slot {
        Slot::Flag(value) => *value = None,
        Slot::Number(value) => *value = None,
        Slot::Count(value) => *value = None,
        Slot::Text(value) => *value = None,
        Slot::Date(value) => *value = None,
        Slot::Choice(choice) => choice.clear(),
        _ => {}
    }
}

/// Supplies a FRAX probability of any country's model.
pub fn with_frax(patient: &mut Patient, draw: &mut Draw) {
    let mof = draw.tenths(1, 45);
    patient.frax = Some(Frax {
        mof_percent: Some(mof),
        hip_percent: Some((mof / draw.of(&[2.0, 4.0, 8.0]) * 10.0).round() / 10.0),
        with_bmd: Some(draw.one_in(2)),
        ..Default::default()
    });
}

/// Adds the bloods of a fracture liaison service, some of them old, pending or low.
pub fn with_bloods(patient: &mut Patient, draw: &mut Draw) {
    let tests = [
        (Analyte::CalciumCorrected, &[2.05, 2.1, 2.15, 2.2, 2.35, 2.65][..], "mmol/L"),
        (Analyte::VitaminD25oh, &[20.0, 49.9, 50.0, 75.0], "nmol/L"),
        (Analyte::Creatinine, &[60.0, 90.0, 140.0, 220.0], "umol/L"),
        (Analyte::Alp, &[30.0, 80.0, 160.0], "U/L"),
        (Analyte::Pth, &[4.0, 12.0], "pmol/L"),
    ];
    let labs = patient.labs.get_or_insert_default();
    for (analyte, values, unit) in tests {
        if draw.one_in(4) {
            continue;
        }
        labs.push(Lab {
            analyte: Some(analyte),
            value: Some(draw.of(values)),
            unit: Some(unit.to_owned()),
            date: Some(draw.of(&["2026-05-20", "2026-03-03", "2026-03-02", "2025-01-10"]).parse().unwrap()),
            ..Default::default()
        });
    }
}

/// Adds a course of a drug for osteoporosis, under way or over.
pub fn with_treatment(patient: &mut Patient, draw: &mut Draw) {
    let drug = draw.of(&[
        Drug::Alendronate,
        Drug::Risedronate,
        Drug::Zoledronate,
        Drug::Denosumab,
        Drug::Denosumab,
        Drug::Teriparatide,
        Drug::Romosozumab,
        Drug::Raloxifene,
    ]);
    let day = |text: &str| Some(text.parse().unwrap());
    let start = draw.of(&["2015-06-01", "2020-06-01", "2023-06-01", "2025-06-01"]);
    let over = draw.one_in(4);
    patient.treatments = Some(vec![Treatment {
        drug: Some(drug),
        start: day(start),
        stop: if over { day("2026-01-15") } else { None },
        last_dose: day(draw.of(&["2025-06-02", "2025-10-15", "2025-12-01", "2026-01-01", "2026-03-01"])),
        doses: Some(draw.of(&[1, 2, 5, 9])),
        adherent: Some(!draw.one_in(5)),
        ..Default::default()
    }]);
}
