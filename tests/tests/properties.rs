//! What must hold for any input.

use osteon::Engine;
use osteon::densitometry::{t_score, t_score_column};
use osteon::diagnosis::who_class;
use osteon::document::assessment::{Assessment, Category};
use osteon::document::slot::Slot;
use osteon::document::{
    Fracture, FractureSite, Frax, Glucocorticoid, History, Lab, Manufacturer, Options, Patient, Region,
    RiskFactors, Scan, ScanRegion, Sex, Trauma, Treatment, Vertebrae,
};
use osteon::error::Code;
use osteon::quantity::{Bmd, Compared, Tenths};
use osteon::reference::caller::CallerReference;
use proptest::prelude::*;

fn person(sex: Sex, age: f64, regions: Vec<ScanRegion>) -> Patient {
    Patient {
        sex: Some(sex),
        age_years: Some(age),
        postmenopausal: (sex == Sex::Female).then_some(true),
        fractures: Some(Vec::new()),
        scans: Some(vec![Scan {
            manufacturer: Some(Manufacturer::Hologic),
            regions: Some(regions),
            ..Default::default()
        }]),
        ..Default::default()
    }
}

fn measured(region: Region, bmd: f64) -> ScanRegion {
    ScanRegion { region: Some(region), bmd_g_cm2: Some(bmd), ..Default::default() }
}

fn class(patient: &Patient) -> Category {
    Engine::default().assess(patient).unwrap().diagnosis.unwrap().category
}

fn badness(category: Category) -> u8 {
    match category {
        Category::Normal => 1,
        Category::LowBoneMass => 2,
        Category::Osteoporosis => 3,
        Category::SevereOsteoporosis => 4,
        other => panic!("{other} is no class of a T-score"),
    }
}

/// BMDs as machines print them.
fn bmd() -> impl Strategy<Value = f64> {
    (200_u32..1800).prop_map(|mg| f64::from(mg) / 1000.0)
}

proptest! {
    #[test]
    fn t_falls_as_the_reference_mean_rises(x in 0.1..3.0_f64, mean in 0.3..1.5_f64, up in 1e-6..0.5_f64, sd in 0.05..0.2_f64) {
        let bmd = Bmd::new(x).unwrap();
        prop_assert!(t_score(bmd, mean + up, sd).0 < t_score(bmd, mean, sd).0);
    }

    #[test]
    fn a_lower_bmd_never_gives_a_better_class(
        neck in bmd(), hip in bmd(), spine in bmd(), which in 0_usize..3, down in 1_u32..100,
    ) {
        let before = [neck, hip, spine];
        let mut after = before;
        after[which] = (after[which] - f64::from(down) / 1000.0).max(0.1);
        let of = |values: [f64; 3]| {
            let regions = [Region::FemoralNeck, Region::TotalHip, Region::LumbarSpine];
            class(&person(Sex::Female, 70.0, regions.into_iter().zip(values).map(|(r, x)| measured(r, x)).collect()))
        };
        prop_assert!(badness(of(after)) >= badness(of(before)));
    }

    /// With vertebrae and areas, the reader's exclusions held fixed.
    #[test]
    fn a_lower_vertebra_never_gives_a_better_class(
        values in prop::array::uniform4(bmd()), areas in prop::array::uniform4(900_u32..1900),
        which in 0_usize..4, down in 1_u32..200, excluded in 0_usize..6,
    ) {
        let of = |values: [f64; 4]| {
            let regions = ["L1", "L2", "L3", "L4"].into_iter().enumerate().map(|(i, name)| ScanRegion {
                vertebrae: Some(name.parse().unwrap()),
                area_cm2: Some(f64::from(areas[i]) / 100.0),
                excluded: Some(i == excluded),
                ..measured(Region::LumbarSpine, values[i])
            });
            let mut patient = person(Sex::Female, 70.0, regions.collect());
            for scan in patient.scans.iter_mut().flatten() {
                // This maker has references for some subsets.
                (scan.manufacturer, scan.model) = (Some(Manufacturer::GeLunar), Some("prodigy".into()));
            }
            Engine::default().assess(&patient).unwrap()
        };
        let mut after = values;
        after[which] = (after[which] - f64::from(down) / 1000.0).max(0.1);
        let (before, after) = (of(values), of(after));
        let category = |answer: &Assessment| answer.diagnosis.as_ref().unwrap().category;
        let set = |answer: &Assessment| answer.diagnosis.as_ref().unwrap().vertebrae.clone();
        prop_assert_eq!(set(&before), set(&after));
        if category(&before) == Category::Undetermined {
            // A subset without a reference of its own is not scored, whatever its BMD.
            prop_assert_eq!(category(&after), Category::Undetermined);
        } else {
            prop_assert!(badness(category(&after)) >= badness(category(&before)));
        }
    }

    /// Both edges of each class, for a reference of any decimals: mean and SD in thousandths, BMD exactly
    /// on the boundary and the smallest step beside it.
    #[test]
    fn edges_are_exact_on_the_stated_decimal(mean in 600_u32..1300, sd_percent in 6_u32..18) {
        let sd_thousandths = sd_percent * 10;
        let reference = |region| CallerReference {
            id: "own".into(), version: "1".into(), manufacturer: None, sex: Sex::Female, region, vertebrae: None,
            mean: f64::from(mean) / 1000.0, sd: f64::from(sd_thousandths) / 1000.0,
        };
        let exact = Options { t_compare: Some(osteon::document::options::TCompare::Exact), ..Default::default() };
        let engine = Engine::new(exact, vec![reference(Region::FemoralNeck)]).unwrap();
        let of = |bmd: f64| {
            let answer = engine.assess(&person(Sex::Female, 70.0, vec![measured(Region::FemoralNeck, bmd)]));
            answer.unwrap().diagnosis.unwrap().category
        };
        // In tenths of a thousandth, so that -2.5 SD is a whole number of them.
        let at = |tenths: u32, sd: u32| (mean * 10).checked_sub(sd * tenths).map(|x| f64::from(x) / 10_000.0);
        let step = 0.0001;
        if let Some(edge) = at(25, sd_thousandths).filter(|&edge| edge > 0.11) {
            prop_assert_eq!(of(edge), Category::Osteoporosis);
            prop_assert_eq!(of(edge + step), Category::LowBoneMass);
            prop_assert_eq!(of(edge - step), Category::Osteoporosis);
        }
        let edge = at(10, sd_thousandths).unwrap();
        prop_assert_eq!(of(edge), Category::Normal);
        prop_assert_eq!(of(edge + step), Category::Normal);
        prop_assert_eq!(of(edge - step), Category::LowBoneMass);
    }

    /// Any bit pattern of a BMD gives a refusal or an answer, never NaN and never a panic.
    #[test]
    fn no_bit_pattern_becomes_nan(bits in any::<u64>(), age_bits in any::<u64>()) {
        let patient = person(Sex::Female, f64::from_bits(age_bits), vec![measured(Region::FemoralNeck, f64::from_bits(bits))]);
        if let Ok(answer) = Engine::default().assess(&patient) {
            let score = &answer.scores()[0];
            for value in [score.t_score, score.z_score, score.t_score_low, score.probability_t_at_most_minus_2_5].into_iter().flatten() {
                prop_assert!(value.is_finite());
            }
        }
    }

    #[test]
    fn the_column_gives_the_bits_of_the_single_score(values in prop::collection::vec(prop_oneof![bmd(), any::<f64>()], 0..200)) {
        let mut out = vec![0.0; values.len()];
        let mut valid = vec![0_u8; values.len().div_ceil(8)];
        t_score_column(&values, None, 0.858, 0.120, &mut out, &mut valid).unwrap();
        for (i, &x) in values.iter().enumerate() {
            let is_valid = valid[i / 8] >> (i % 8) & 1 == 1;
            prop_assert_eq!(is_valid, Bmd::new(x).is_some());
            if let Some(bmd) = Bmd::new(x) {
                prop_assert_eq!(out[i].to_bits(), t_score(bmd, 0.858, 0.120).0.to_bits());
            }
        }
    }

    #[test]
    fn documents_round_trip(
        age in 20.0..100.0_f64, neck in bmd(), months in 0.0..600.0_f64, site in 0..FractureSite::ALL.len(),
        smoker in any::<Option<bool>>(), falls in prop::option::of(0_u32..20), printed in prop::option::of(-60_i32..40),
    ) {
        let mut patient = person(Sex::Female, age, vec![ScanRegion {
            t_score: printed.map(|tenths| f64::from(tenths) / 10.0),
            ..measured(Region::FemoralNeck, neck)
        }]);
        patient.fractures = Some(vec![Fracture {
            site: Some(FractureSite::ALL[site]), months_ago: Some(months), trauma: Some(Trauma::Low), ..Default::default()
        }]);
        patient.risk_factors = Some(RiskFactors { current_smoker: smoker, falls_past_year: falls, ..Default::default() });
        let json = osteon::json::to_string(&patient);
        prop_assert_eq!(&osteon::json::patient(json.as_bytes()).unwrap(), &patient);
        if let Ok(answer) = Engine::default().assess(&patient) {
            let json = osteon::json::to_string(&answer);
            let again: Assessment = osteon::json::read(json.as_bytes()).unwrap();
            prop_assert_eq!(&again, &answer);
            prop_assert_eq!(osteon::json::to_string(&again), json);
        }
    }

    #[test]
    fn classes_have_no_gap(tenths in -100_i16..100) {
        let expected = if tenths <= -25 { Category::Osteoporosis } else if tenths < -10 { Category::LowBoneMass } else { Category::Normal };
        prop_assert_eq!(who_class(Compared::reported(Tenths::new(tenths))), expected);
    }
}

/// Sets a number in a fresh object for every numeric key, and hands out the object.
fn each_number<T: Default>(
    keys: &[&'static str],
    slot_of: impl Fn(&str) -> Option<for<'a> fn(&'a mut T) -> Slot<'a>>,
    value: f64,
    mut check: impl FnMut(&'static str, T),
) {
    for &key in keys {
        let mut object = T::default();
        let Slot::Number(slot) = slot_of(key).unwrap()(&mut object) else { continue };
        *slot = Some(value);
        check(key, object);
    }
}

#[test]
fn nan_and_infinity_are_refused_everywhere() {
    let base = || person(Sex::Female, 70.0, vec![measured(Region::FemoralNeck, 0.7)]);
    let mut checked = 0;
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let mut refused = |key: &str, patient: Patient| {
            checked += 1;
            let refusals = Engine::default().assess(&patient).expect_err(key);
            let named = refusals.iter().any(|r| r.code == Code::NotFinite && r.field.contains(key));
            assert!(named, "{key} = {value}: {refusals:?}");
        };
        for &key in Patient::KEYS {
            let mut patient = base();
            let Slot::Number(slot) = Patient::slot_of(key).unwrap()(&mut patient) else { continue };
            *slot = Some(value);
            refused(key, patient);
        }
        each_number::<RiskFactors>(RiskFactors::KEYS, RiskFactors::slot_of, value, |key, object| {
            refused(key, Patient { risk_factors: Some(object), ..base() });
        });
        each_number::<Glucocorticoid>(Glucocorticoid::KEYS, Glucocorticoid::slot_of, value, |key, object| {
            let risk_factors = RiskFactors { glucocorticoid: Some(object), ..Default::default() };
            refused(key, Patient { risk_factors: Some(risk_factors), ..base() });
        });
        each_number::<History>(History::KEYS, History::slot_of, value, |key, object| {
            refused(key, Patient { history: Some(object), ..base() });
        });
        each_number::<Frax>(Frax::KEYS, Frax::slot_of, value, |key, object| {
            refused(key, Patient { frax: Some(object), ..base() });
        });
        each_number::<Fracture>(Fracture::KEYS, Fracture::slot_of, value, |key, object| {
            let object = Fracture { site: Some(FractureSite::Ankle), ..object };
            refused(key, Patient { fractures: Some(vec![object]), ..base() });
        });
        each_number::<Lab>(Lab::KEYS, Lab::slot_of, value, |key, object| {
            let object = Lab {
                analyte: Some(osteon::document::Analyte::Calcium),
                unit: Some("mmol/L".into()),
                ..object
            };
            refused(key, Patient { labs: Some(vec![object]), ..base() });
        });
        each_number::<Treatment>(Treatment::KEYS, Treatment::slot_of, value, |key, _| {
            panic!("{key} is not tried")
        });
        type Field = fn(&mut ScanRegion, f64);
        let fields: [(&str, Field); 12] = [
            ("bmd_g_cm2", |r, x| r.bmd_g_cm2 = Some(x)),
            ("bmd_mg_cm2", |r, x| r.bmd_mg_cm2 = Some(x)),
            ("sbmd_mg_cm2", |r, x| r.sbmd_mg_cm2 = Some(x)),
            ("area_cm2", |r, x| r.area_cm2 = Some(x)),
            ("bmc_g", |r, x| r.bmc_g = Some(x)),
            ("t_score", |r, x| r.t_score = Some(x)),
            ("z_score", |r, x| r.z_score = Some(x)),
            ("percent_young_adult", |r, x| r.percent_young_adult = Some(x)),
            ("percent_age_matched", |r, x| r.percent_age_matched = Some(x)),
            ("lms.l", |r, x| r.lms = Some(osteon::document::Lms { l: x, m: 1.0, s: 0.1 })),
            ("lms.m", |r, x| r.lms = Some(osteon::document::Lms { l: 1.0, m: x, s: 0.1 })),
            ("lms.s", |r, x| r.lms = Some(osteon::document::Lms { l: 1.0, m: 1.0, s: x })),
        ];
        for (key, set) in fields {
            let mut region = measured(Region::FemoralNeck, 0.7);
            set(&mut region, value);
            refused(key, person(Sex::Female, 70.0, vec![region]));
        }
        type ScanField = fn(&mut Scan, f64);
        let fields: [(&str, ScanField); 4] = [
            ("tbs", |s, x| s.tbs = Some(x)),
            ("tbs_z_score", |s, x| s.tbs_z_score = Some(x)),
            ("precision_g_cm2", |s, x| s.precision_g_cm2 = Some([(Region::TotalHip, x)].into())),
            ("generalised_lsc_g_cm2", |s, x| {
                let lsc = Some(x);
                s.cross_calibration = Some(osteon::document::CrossCalibration {
                    generalised_lsc_g_cm2: lsc,
                    ..Default::default()
                });
            }),
        ];
        for (key, set) in fields {
            let mut patient = base();
            set(&mut patient.scans.as_mut().unwrap()[0], value);
            refused(key, patient);
        }
        let reference = CallerReference {
            id: "own".into(),
            version: "1".into(),
            manufacturer: None,
            sex: Sex::Female,
            region: Region::LumbarSpine,
            vertebrae: Some(Vertebrae::L1_L4),
            mean: value,
            sd: value,
        };
        assert_eq!(Engine::new(Options::default(), vec![reference]).unwrap_err().len(), 2);
    }
    assert!(checked > 120, "{checked} fields were tried");
}
