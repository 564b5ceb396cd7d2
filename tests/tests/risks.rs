//! What holds of every risk model: whoever the person is, and whatever is unknown.
//!
//! A person of whom everything is known is drawn, then some of it is made unknown. What each model says
//! of the first must lie in the range that it gives for the second.

use osteon::Engine;
use osteon::document::assessment::{Assessment, Risk};
use osteon::document::slot::Slot;
use osteon::document::{
    Analyte, Fracture, FractureSite, Glucocorticoid, History, Lab, Options, Patient, QfractureEthnicity,
    Region, RiskFactors, Scan, ScanRegion, Section, Sex, Smoking, SpineImaging, SpineImagingResult, Trauma,
};
use osteon::error::Refusal;
use osteon::outputs::{Output, Outputs};
use osteon::risk::{Model, ModelAnswer, OutcomeAnswer};
use proptest::prelude::*;

/// A small generator of its own: one seed is one person, on every machine.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// One chance in `n`.
    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    /// A decimal between two whole numbers, in steps of a tenth.
    fn tenths(&mut self, low: i64, high: i64) -> f64 {
        let steps = u64::try_from((high - low) * 10 + 1).unwrap();
        (low as f64 * 10.0 + self.below(steps) as f64) / 10.0
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
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
fn person(draw: &mut Draw) -> Patient {
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
fn with_unknowns(known: &Patient, draw: &mut Draw) -> Patient {
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

fn clear(slot: Slot<'_>) {
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

fn engine() -> Engine {
    let options = Options { qfracture_years: Some(5), ..Default::default() };
    let outputs: Outputs = [Output::Risks].into_iter().collect();
    Engine::new(options, Vec::new()).unwrap().with_outputs(outputs)
}

fn assess(engine: &Engine, patient: &Patient) -> Assessment {
    engine.assess(patient).unwrap_or_else(|refusals| panic!("{refusals:?}\n{patient:#?}"))
}

fn within(value: f64, [low, high]: [f64; 2]) -> bool {
    (low.min(high) - 1e-9..=low.max(high) + 1e-9).contains(&value)
}

/// What one entry must be by itself.
fn is_sound(risk: &Risk) -> Result<(), String> {
    let say = |what: &str| Err(format!("{} {}: {what}: {risk:#?}", risk.model, risk.outcome));
    let numbers = [risk.percent, risk.reconciled_percent, risk.unadjusted_percent];
    if !numbers.iter().flatten().all(|percent| (0.0..=100.0).contains(percent)) {
        return say("a percentage outside 0-100");
    }
    if risk.points.is_some_and(|points| !points.is_finite()) {
        return say("points that are no number");
    }
    if let (Some(percent), Some(range)) = (risk.percent, risk.range_percent)
        && !within(percent, range)
    {
        return say("the value is outside its range");
    }
    if let (Some(points), Some(range)) = (risk.points, risk.range_points)
        && !within(points, range)
    {
        return say("the points are outside their range");
    }
    if let Some(category) = &risk.category
        && !risk.could_be.is_empty()
        && !risk.could_be.contains(category)
    {
        return say("the category is not one that it could be");
    }
    let answered = risk.percent.is_some() || risk.points.is_some() || risk.category.is_some();
    match (&risk.refused, answered) {
        (None, false) => say("neither an answer nor a refusal"),
        (Some(_), true) if risk.points.is_none() => say("an answer and a refusal"),
        (Some(refusal), _) if refusal.field.is_empty() || refusal.limit.is_empty() => {
            say("a refusal without a reason")
        }
        _ => Ok(()),
    }
}

/// What one entry says of a person of whom less is known must leave room for what is true.
fn leaves_room(known: &Risk, less: &Risk) -> Result<(), String> {
    let say = |what: &str| Err(format!("{} {}: {what}: {known:#?}\n{less:#?}", known.model, known.outcome));
    if known.refused.is_some() {
        return Ok(());
    }
    match (known.percent, less.percent, less.range_percent) {
        (Some(percent), _, Some(range)) if !within(percent, range) => return say("the range leaves no room"),
        (Some(_), Some(_), None) => return say("no range"),
        _ => {}
    }
    match (known.points, less.points, less.range_points) {
        (Some(points), _, Some(range)) if !within(points, range) => return say("the points leave no room"),
        (Some(_), Some(_), None) => return say("no range of points"),
        _ => {}
    }
    if let (Some(category), Some(read)) = (&known.category, &less.category) {
        let room = if less.could_be.is_empty() { read == category } else { less.could_be.contains(category) };
        if !room {
            return say("the categories leave no room");
        }
    }
    Ok(())
}

/// Entries of a person in the order of models, outcomes and horizons.
fn same_entries(a: &Assessment, b: &Assessment) {
    let keys = |assessment: &Assessment| -> Vec<_> {
        assessment.risks().iter().map(|r| (r.model.clone(), r.outcome, r.horizon_years)).collect()
    };
    assert_eq!(keys(a), keys(b));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..Default::default() })]

    #[test]
    fn every_model_answers_or_says_why_not_and_leaves_room_for_what_is_unknown(seed in any::<u64>()) {
        let mut draw = Draw(seed);
        let engine = engine();
        let known = person(&mut draw);
        let less = with_unknowns(&known, &mut draw);
        let (of_known, of_less) = (assess(&engine, &known), assess(&engine, &less));
        same_entries(&of_known, &of_less);
        for (known, less) in of_known.risks().iter().zip(of_less.risks()) {
            for said in [is_sound(known), is_sound(less), leaves_room(known, less)] {
                if let Err(said) = said {
                    return Err(TestCaseError::fail(said));
                }
            }
        }
    }
}

/// What an answer in numbers holds of one in full: of a refusal the code and the field.
fn numbers(said: &ModelAnswer) -> ModelAnswer {
    let of_outcome = |o: &OutcomeAnswer| {
        let refused = o.refused.as_ref().map(|r| Refusal::new(r.code, r.field.as_str(), "", ""));
        OutcomeAnswer { flags: Vec::new(), refused, ..o.clone() }
    };
    let mut numbers = ModelAnswer::new(said.model);
    numbers.clamped = said.clamped.clone();
    numbers.outcomes = said.outcomes.iter().map(of_outcome).collect();
    numbers
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..Default::default() })]

    #[test]
    fn numbers_are_the_same_with_and_without_words(seed in any::<u64>()) {
        let mut draw = Draw(seed | 1);
        let known = person(&mut draw);
        let mut patient = with_unknowns(&known, &mut draw);
        let engine = engine();
        let (mut session, mut refusals) = (engine.session(), Vec::new());
        if let Some(answer) = session.answer(&mut patient, false, &mut refusals) {
            let in_full: Vec<ModelAnswer> = answer.risks_in_full().iter().map(numbers).collect();
            let lean: Vec<ModelAnswer> = answer.risks.iter().map(numbers).collect();
            prop_assert_eq!(lean, in_full);
            prop_assert!(answer.risks.iter().all(|said| said.inputs.is_empty() && said.assumed.is_empty()));
        }
    }
}

#[test]
fn every_model_of_the_registry_stands_in_the_answer() {
    let answer = assess(&Engine::default(), &person(&mut Draw(1)));
    for model in Model::all() {
        for row in model
            .outcomes
            .iter()
            .filter(|row| row.sex.is_none_or(|sex| Some(sex) == person(&mut Draw(1)).sex))
        {
            let entry =
                answer.risks().iter().find(|risk| risk.model == model.id && risk.outcome == row.outcome);
            assert!(entry.is_some(), "{} {}", model.id, row.outcome);
        }
    }
}

/// A model that answers nobody would pass every test above.
#[test]
fn every_model_answers_some_of_the_people_drawn() {
    let engine = Engine::default();
    let mut answered = std::collections::BTreeMap::<String, usize>::new();
    for seed in 0..400 {
        let mut patient = person(&mut Draw(seed));
        patient.frax = Some(osteon::document::Frax {
            mof_percent: Some(12.0),
            hip_percent: Some(3.0),
            ..Default::default()
        });
        // The published table of 2008 has the ages 50, 60, ... only.
        patient.age_years =
            patient.age_years.map(|age| if seed % 2 == 0 { (age / 10.0).round() * 10.0 } else { age });
        for risk in assess(&engine, &patient).risks().iter().filter(|risk| risk.refused.is_none()) {
            *answered.entry(risk.model.clone()).or_default() += 1;
        }
    }
    for model in Model::all() {
        assert!(answered.contains_key(model.id), "{} answers nobody: {answered:?}", model.id);
    }
}
