//! QFracture on patient documents: what is read, what is assumed, and the range over what is unknown.

use osteon::Engine;
use osteon::document::assessment::{InputValue, Risk};
use osteon::document::options::OutOfRange;
use osteon::document::{
    Fracture, FractureSite, Glucocorticoid, Options, Patient, QfractureEthnicity, RiskFactors, Section, Sex,
    Smoking, Trauma,
};
use osteon::error::Code;
use osteon::risk::qfracture::{Alcohol, Factor, Factors, Inputs, Version, risk};
use proptest::prelude::*;

use super::{VERSIONS, person};

const EVERY_SECTION: [Section; 5] =
    [Section::Fractures, Section::RiskFactors, Section::History, Section::Treatments, Section::Labs];

fn engine(options: Options) -> Engine {
    let models = Some("qfracture2012,qfracture2016".to_owned());
    Engine::new(Options { models, ..options }, Vec::new()).unwrap()
}

fn risks(patient: &Patient, options: Options) -> Vec<Risk> {
    engine(options).assess(patient).unwrap().risks.unwrap()
}

/// Any and hip of 2012, any and hip of 2016.
fn four(patient: &Patient, options: Options) -> [Risk; 4] {
    risks(patient, options).try_into().unwrap()
}

fn woman() -> Patient {
    Patient {
        sex: Some(Sex::Female),
        age_years: Some(65.9),
        height_cm: Some(165.0),
        weight_kg: Some(68.0),
        ..Default::default()
    }
}

fn complete(patient: Patient) -> Patient {
    Patient {
        complete: Some(EVERY_SECTION.to_vec()),
        qfracture_ethnicity: Some(QfractureEthnicity::WhiteOrNotRecorded),
        ..patient
    }
}

fn flags(risk: &Risk) -> Vec<&str> {
    risk.flags.iter().map(|flag| flag.code.as_str()).collect()
}

fn assumed<'r>(risk: &'r Risk, field: &str) -> Option<&'r osteon::document::assessment::Assumed> {
    risk.inputs_assumed.iter().find(|read| read.field == field)
}

#[test]
fn a_complete_document_narrows_the_range_to_a_point() {
    let [any, hip, any_2016, hip_2016] = four(&complete(woman()), Options::default());
    assert!((any.percent.unwrap() - 4.551_261).abs() < 5.1e-7);
    assert!((hip.percent.unwrap() - 1.187_594).abs() < 5.1e-7);
    for risk in [&any, &hip, &any_2016, &hip_2016] {
        let percent = risk.percent.unwrap();
        assert_eq!(risk.range_percent, Some([percent; 2]));
        assert_eq!(risk.reconciled_percent, Some(percent));
        assert!(risk.inputs_assumed.is_empty() && risk.clamped.is_empty() && risk.refused.is_none());
        assert_eq!(risk.horizon_years, Some(10));
        assert_eq!(risk.inputs["age_years"], InputValue::Number(65.0));
        assert_eq!(risk.inputs["falls"], InputValue::Flag(false));
        assert!(!risk.inputs.contains_key("care_home"));
    }
    assert_eq!(flags(&any), ["not_the_current_version", "no_competing_mortality"]);
    assert_eq!(flags(&hip_2016), ["second_tier", "no_competing_mortality"]);
    assert_eq!(flags(&any_2016), ["no_competing_mortality"]);
    assert_eq!([hip.verified, any_2016.verified, hip_2016.verified], [Some(true), Some(true), Some(false)]);
}

#[test]
fn what_is_unknown_is_listed_with_what_it_would_do() {
    let [any, hip, any_2016, _] = four(&woman(), Options::default());
    let known = four(&complete(woman()), Options::default());
    assert_eq!(any.percent, known[0].percent);
    let [low, high] = any.range_percent.unwrap();
    assert!(low < any.percent.unwrap() && any.percent.unwrap() < high);

    // One entry for each key that leaves its factor open; nothing that the equations do not ask.
    for field in [
        "qfracture_ethnicity",
        "risk_factors.alcohol_units_per_day",
        "risk_factors.smoking",
        "risk_factors.asthma",
        "risk_factors.copd",
        "risk_factors.falls_past_year",
        "risk_factors.glucocorticoid",
        "risk_factors.parental_osteoporosis",
        "fractures",
    ] {
        assert!(assumed(&any, field).is_some(), "{field} is not listed");
    }
    assert_eq!(any.inputs_assumed.len(), 27);
    assert!(assumed(&any, "risk_factors.care_home").is_none());
    assert_eq!(assumed(&any, "qfracture_ethnicity").unwrap().read_as, "white_or_not_recorded");

    let with = |factor| Inputs {
        factors: Factors::NONE.with(factor),
        ..Inputs::new(Sex::Female, 65, 68.0 / (1.65 * 1.65))
    };
    let asthma = risk(Version::V2012, &with(Factor::AsthmaOrCopd), 10).unwrap();
    let expected =
        format!("any fracture {:.2} %, hip fracture {:.2} % if true", asthma.any_percent, asthma.hip_percent);
    assert_eq!(assumed(&hip, "risk_factors.copd").unwrap().effect, expected);
    let effect = |risk: &Risk, field: &str| assumed(risk, field).unwrap().effect.clone();
    assert!(effect(&any, "risk_factors.parental_hip_fracture").starts_with("any fracture"));
    assert!(!effect(&any, "risk_factors.parental_hip_fracture").contains("hip fracture"));
    assert!(effect(&any_2016, "fractures").starts_with("hip fracture"));
}

#[test]
fn a_dose_without_a_date_is_read_as_taken_now_and_said() {
    let dosed = RiskFactors {
        glucocorticoid: Some(Glucocorticoid { mg_per_day: Some(5.0), ..Default::default() }),
        ..Default::default()
    };
    let [any, hip, ..] =
        four(&complete(Patient { risk_factors: Some(dosed), ..woman() }), Options::default());
    let [without, ..] = four(&complete(woman()), Options::default());
    assert!(any.percent.unwrap() > without.percent.unwrap());
    let read = assumed(&hip, "risk_factors.glucocorticoid.current").unwrap();
    assert_eq!((read.read_as.as_str(), any.inputs_assumed.len()), ("true", 1));
    assert_eq!(read.effect, "any fracture 4.55 %, hip fracture 1.19 % if false");
    assert_eq!(any.range_percent, Some([without.percent.unwrap(), any.percent.unwrap()]));
}

/// What is read into a fracture may be otherwise: the range reaches down to the risk without it.
#[test]
fn a_fracture_that_counts_by_what_was_read_into_it_may_not_count() {
    let broken = |fractures: Vec<Fracture>| {
        let woman =
            Patient { age_years: Some(70.0), height_cm: Some(160.0), weight_kg: Some(60.0), ..woman() };
        four(&complete(Patient { fractures: Some(fractures), ..woman }), Options::default())
    };
    let hip = |trauma, months_ago| Fracture {
        site: Some(FractureSite::ProximalFemur),
        trauma,
        months_ago,
        ..Default::default()
    };
    let (low, high) = (Some(Trauma::Low), Some(Trauma::High));
    let without = broken(vec![hip(high, None)]).map(|risk| risk.percent.unwrap());
    let with = broken(vec![hip(low, Some(12.0))]).map(|risk| risk.percent.unwrap());
    let fields = |risk: &Risk| -> Vec<String> {
        risk.inputs_assumed.iter().map(|read| format!("{} {}", read.field, read.read_as)).collect()
    };
    let (trauma, age) = ("fractures.trauma low", "fractures.age_years 50 or more");
    for (fracture, expected) in [
        (hip(None, None), &[trauma, age][..]),
        (hip(None, Some(12.0)), &[trauma]),
        (hip(low, None), &[age]),
        (hip(low, Some(12.0)), &[]),
    ] {
        for (i, risk) in broken(vec![fracture.clone()]).iter().enumerate() {
            assert_eq!(risk.percent, Some(with[i]));
            let least = if expected.is_empty() { with[i] } else { without[i] };
            assert_eq!(risk.range_percent, Some([least, with[i]]));
            // The any-fracture equation of 2016 has no term for it; the list is that of both outcomes.
            assert_eq!(fields(risk), expected);
        }
        // One that is stated makes what is read into another idle.
        let beside = broken(vec![fracture, hip(low, Some(12.0))]);
        assert!(beside.iter().all(|risk| risk.inputs_assumed.is_empty()));
    }
    let [_, hip_2012, ..] = broken(vec![hip(None, None)]);
    assert_eq!(format!("{:.2}", hip_2012.percent.unwrap()), "4.21");
    assert!(hip_2012.inputs_assumed[0].effect.ends_with("hip fracture 2.45 % if none counts"));
}

/// A table of several models lists each reading once, by its words.
#[test]
fn readings_have_the_words_of_the_other_models() {
    let [any, ..] = four(&woman(), Options::default());
    for (field, read_as) in [
        ("fractures", "none"),
        ("risk_factors.falls_past_year", "0"),
        ("risk_factors.glucocorticoid", "none"),
        ("risk_factors.smoking", "never"),
        ("risk_factors.alcohol_units_per_day", "none"),
        ("risk_factors.copd", "false"),
    ] {
        assert_eq!(assumed(&any, field).unwrap().read_as, read_as, "{field}");
    }
}

#[test]
fn without_a_body_mass_index_the_range_alone_is_given() {
    let unknown = |patient: Patient| Patient { weight_kg: None, ..patient };
    let [any, hip, ..] = four(&unknown(complete(woman())), Options::default());
    for risk in [&any, &hip] {
        assert_eq!(risk.refused.as_ref().unwrap().code, Code::Missing);
        assert_eq!(risk.refused.as_ref().unwrap().field, "bmi_kg_m2");
        assert_eq!((risk.percent, risk.reconciled_percent), (None, None));
    }
    let at = |bmi| risk(Version::V2012, &Inputs::new(Sex::Female, 65, bmi), 10).unwrap();
    assert_eq!(any.range_percent, Some([at(40.0).any_percent, at(20.0).any_percent]));
    assert_eq!(hip.range_percent, Some([at(40.0).hip_percent, at(20.0).hip_percent]));
    let [any, ..] = four(&unknown(woman()), Options::default());
    assert_eq!(
        assumed(&any, "risk_factors.falls_past_year").unwrap().effect,
        "any fracture hazard x 1.57, hip fracture hazard x 1.54 if 1 or more"
    );
}

#[test]
fn out_of_range_is_refused_or_clamped_as_asked() {
    let clamp = || Options { out_of_range: Some(OutOfRange::Clamp), ..Default::default() };
    let thin = complete(Patient { weight_kg: Some(50.0), ..woman() });
    let young = complete(Patient { age_years: Some(25.0), ..woman() });
    for (patient, field) in [(&thin, "bmi_kg_m2"), (&young, "age_years")] {
        for risk in risks(patient, Options::default()) {
            let refused = risk.refused.unwrap();
            assert_eq!((refused.code, &*refused.field), (Code::OutOfRange, field));
            assert_eq!((risk.percent, risk.range_percent, risk.flags.len()), (None, None, 0));
        }
        for risk in risks(patient, clamp()) {
            assert!(risk.percent.is_some() && risk.refused.is_none());
            assert_eq!(risk.clamped.iter().map(|c| c.code.as_str()).collect::<Vec<_>>(), [field]);
        }
    }
    let expected = risk(Version::V2012, &Inputs::new(Sex::Female, 65, 20.0), 10).unwrap();
    assert_eq!(four(&thin, clamp())[0].percent, Some(expected.any_percent));
    assert_eq!(four(&thin, clamp())[0].inputs["bmi_kg_m2"], InputValue::Number(20.0));
}

#[test]
fn a_horizon_that_2016_does_not_have_is_refused_with_the_limit() {
    for clamps in [OutOfRange::Refuse, OutOfRange::Clamp] {
        let options = Options { qfracture_years: Some(15), out_of_range: Some(clamps), ..Default::default() };
        let [any, _, any_2016, hip_2016] = four(&complete(woman()), options);
        assert_eq!((any.horizon_years, any.percent.is_some()), (Some(15), true));
        for risk in [any_2016, hip_2016] {
            let refused = risk.refused.unwrap();
            assert_eq!((refused.code, &*refused.limit), (Code::NotPublished, "1-10 years in this model"));
        }
    }
}

#[test]
fn hip_above_any_fracture_is_flagged_and_reconciled() {
    let man = complete(Patient {
        sex: Some(Sex::Male),
        age_years: Some(80.0),
        height_cm: Some(172.0),
        weight_kg: Some(71.0),
        risk_factors: Some(RiskFactors {
            care_home: Some(true),
            falls_past_year: Some(2),
            parkinson: Some(true),
            type_1_diabetes: Some(true),
            ..Default::default()
        }),
        ..Default::default()
    });
    let [any, hip, ..] = four(&man, Options::default());
    assert!((any.percent.unwrap() - 47.924_641).abs() < 5.1e-7);
    assert!((hip.percent.unwrap() - 80.247_719).abs() < 5.1e-7);
    assert_eq!([any.reconciled_percent, hip.reconciled_percent], [hip.percent; 2]);
    assert!([any, hip].iter().all(|risk| flags(risk).contains(&"hip_exceeds_any")));
}

#[test]
fn a_document_with_everything_is_read_as_the_profile() {
    let patient = complete(Patient {
        age_years: Some(75.0),
        height_cm: Some(160.0),
        weight_kg: Some(56.0),
        fractures: Some(vec![Fracture {
            site: Some(FractureSite::DistalForearm),
            age_years: Some(70.0),
            ..Default::default()
        }]),
        risk_factors: Some(RiskFactors {
            alcohol_g_per_day: Some(72.0),
            smoking: Some(Smoking::Heavy),
            glucocorticoid: Some(Glucocorticoid { current: Some(true), ..Default::default() }),
            systemic_lupus: Some(true),
            maternal_hip_fracture: Some(true),
            ..Default::default()
        }),
        ..woman()
    });
    let [any, hip, ..] = four(&patient, Options::default());
    assert!((any.percent.unwrap() - 45.194_353).abs() < 5.1e-7);
    assert!((hip.percent.unwrap() - 35.514_128).abs() < 5.1e-7);
    let indian = complete(Patient {
        age_years: Some(60.0),
        height_cm: Some(158.0),
        weight_kg: Some(60.0),
        risk_factors: Some(RiskFactors {
            antidepressant: Some(true),
            oestrogen_hrt: Some(true),
            ..Default::default()
        }),
        ..woman()
    });
    let indian = Patient { qfracture_ethnicity: Some(QfractureEthnicity::Indian), ..indian };
    let [any, hip, ..] = four(&indian, Options::default());
    assert!((any.percent.unwrap() - 2.969_878).abs() < 5.1e-7);
    assert!((hip.percent.unwrap() - 0.428_621).abs() < 5.1e-7);
}

/// What a document leaves out.
#[derive(Clone, Debug)]
struct Unknown {
    factors: Factors,
    alcohol: bool,
    smoking: bool,
    ethnicity: bool,
    bmi: bool,
}

/// A document that says these inputs and leaves out what is unknown.
fn document(inputs: &Inputs, unknown: &Unknown) -> Patient {
    let says = |factor| (!unknown.factors.has(factor)).then_some(inputs.factors.has(factor));
    // A person with a current dose, a fall, a broken wrist.
    let falls = says(Factor::Falls).map(u32::from);
    let glucocorticoid = says(Factor::Corticosteroids)
        .map(|current| Glucocorticoid { current: Some(current), ..Default::default() });
    let wrist = Fracture {
        site: Some(FractureSite::DistalForearm),
        trauma: Some(Trauma::Low),
        age_years: Some(f64::from(inputs.age_years)),
        ..Default::default()
    };
    let units = match inputs.alcohol {
        Alcohol::None => 0.0,
        Alcohol::Trivial => 0.5,
        Alcohol::Light => 2.0,
        Alcohol::Moderate => 4.0,
        Alcohol::Heavy => 8.0,
        Alcohol::VeryHeavy => 12.0,
    };
    Patient {
        sex: Some(inputs.sex),
        age_years: Some(f64::from(inputs.age_years)),
        bmi_kg_m2: (!unknown.bmi).then_some(inputs.bmi_kg_m2),
        qfracture_ethnicity: (!unknown.ethnicity).then_some(inputs.ethnicity),
        fractures: says(Factor::PriorFracture).map(|broken| if broken { vec![wrist] } else { Vec::new() }),
        risk_factors: Some(RiskFactors {
            alcohol_units_per_day: (!unknown.alcohol).then_some(units),
            smoking: (!unknown.smoking).then_some(inputs.smoking),
            antidepressant: says(Factor::Antidepressant),
            any_cancer: says(Factor::AnyCancer),
            asthma: says(Factor::AsthmaOrCopd),
            copd: says(Factor::AsthmaOrCopd),
            care_home: says(Factor::CareHome),
            glucocorticoid,
            cardiovascular_disease: says(Factor::CardiovascularDisease),
            dementia: says(Factor::Dementia),
            hyperthyroidism: says(Factor::EndocrineDisorder),
            hyperparathyroidism: says(Factor::EndocrineDisorder),
            cushing: says(Factor::EndocrineDisorder),
            epilepsy_or_anticonvulsant: says(Factor::EpilepsyOrAnticonvulsant),
            falls_past_year: falls,
            oestrogen_hrt: says(Factor::OestrogenHrt),
            chronic_liver_disease: says(Factor::ChronicLiverDisease),
            malabsorption: says(Factor::Malabsorption),
            parkinson: says(Factor::Parkinson),
            rheumatoid_arthritis: says(Factor::RheumatoidArthritisOrLupus),
            systemic_lupus: says(Factor::RheumatoidArthritisOrLupus),
            chronic_kidney_disease: says(Factor::ChronicKidneyDisease),
            type_1_diabetes: says(Factor::Type1Diabetes),
            type_2_diabetes: says(Factor::Type2Diabetes),
            parental_hip_fracture: says(Factor::ParentalHistory),
            parental_osteoporosis: says(Factor::ParentalHistory),
            ..Default::default()
        }),
        ..Default::default()
    }
}

/// Everybody that the document could be, BMI on a grid of a tenth.
fn completions(inputs: &Inputs, unknown: &Unknown) -> Vec<Inputs> {
    let mut all = vec![*inputs];
    let mut over = |each: &dyn Fn(Inputs) -> Vec<Inputs>| all = all.iter().copied().flat_map(each).collect();
    for &factor in Factor::ALL.iter().filter(|&&factor| unknown.factors.has(factor)) {
        over(&|p| {
            let sets = [p.factors.without(factor), p.factors.with(factor)];
            sets.map(|factors| Inputs { factors, ..p }).to_vec()
        });
    }
    if unknown.alcohol {
        over(&|p| Alcohol::ALL.iter().map(|&alcohol| Inputs { alcohol, ..p }).collect());
    }
    if unknown.smoking {
        over(&|p| Smoking::ALL.iter().map(|&smoking| Inputs { smoking, ..p }).collect());
    }
    if unknown.ethnicity {
        over(&|p| QfractureEthnicity::ALL.iter().map(|&ethnicity| Inputs { ethnicity, ..p }).collect());
    }
    if unknown.bmi {
        over(&|p| (200..=400).map(|t| Inputs { bmi_kg_m2: f64::from(t) / 10.0, ..p }).collect());
    }
    all
}

/// Up to three factors, one level, and body mass index in half of the cases.
fn unknown() -> impl Strategy<Value = Unknown> {
    (prop::collection::vec(0_usize..20, 0..=3), 0_u8..4, prop::bool::ANY).prop_map(|(factors, level, bmi)| {
        Unknown {
            factors: factors.into_iter().map(|i| Factor::ALL[i]).collect(),
            alcohol: level == 1,
            smoking: level == 2,
            ethnicity: level == 3,
            bmi,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_range_is_that_of_every_completion(inputs in person(), unknown in unknown()) {
        let answers = four(&document(&inputs, &unknown), Options::default());
        let completions = completions(&inputs, &unknown);
        for (version, answers) in VERSIONS.into_iter().zip(answers.chunks(2)) {
            let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
            for completion in &completions {
                let pair = risk(version, completion, 10).unwrap();
                for (i, percent) in [pair.any_percent, pair.hip_percent].into_iter().enumerate() {
                    (low[i], high[i]) = (low[i].min(percent), high[i].max(percent));
                }
            }
            for (i, answer) in answers.iter().enumerate() {
                let [least, most] = answer.range_percent.unwrap();
                // The lowest of the men's curve lies between two points of the grid.
                let between = if unknown.bmi { 1e-5 * low[i] } else { 0.0 };
                prop_assert!(least <= low[i] + 1e-10 && most >= high[i] - 1e-10, "{answer:?}");
                prop_assert!(low[i] - least <= 1e-10 + between && most - high[i] <= 1e-10, "{low:?} {answer:?}");
                prop_assert_eq!(answer.percent.is_none(), unknown.bmi);
                let said = answer.percent.or(answer.range_percent.map(|[least, _]| least)).unwrap();
                prop_assert!((least..=most).contains(&said));
                prop_assert!(answer.inputs_assumed.iter().all(|read| !read.effect.is_empty()));
            }
        }
    }

    /// A document that leaves nothing out is answered as the pure function answers.
    #[test]
    fn a_document_and_the_function_agree(inputs in person()) {
        let none = Unknown { factors: Factors::NONE, alcohol: false, smoking: false, ethnicity: false, bmi: false };
        let answers = four(&document(&inputs, &none), Options::default());
        for (version, answers) in VERSIONS.into_iter().zip(answers.chunks(2)) {
            let pair = risk(version, &inputs, 10).unwrap();
            prop_assert_eq!(answers[0].percent, Some(pair.any_percent));
            prop_assert_eq!(answers[1].percent, Some(pair.hip_percent));
            prop_assert_eq!(answers[1].range_percent, Some([pair.hip_percent; 2]));
            prop_assert_eq!(answers[0].reconciled_percent, Some(pair.any_percent.max(pair.hip_percent)));
        }
    }
}
