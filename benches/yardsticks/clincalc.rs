//! QFracture-2012 of the crate `clincalc`: people as it takes them.

pub(crate) use clincalc::calculators::qfracture as yardstick;
use osteon::document::{QfractureEthnicity, Sex, Smoking};
use osteon::risk::qfracture::{Alcohol, Factor};
use osteon_benches::people::Asked;

/// A person as it takes them.
pub(crate) fn of(person: &Asked) -> yardstick::QfractureInput {
    use yardstick as y;
    let Asked { inputs: ours, height_cm, weight_kg } = *person;
    let has = |factor| ours.factors.has(factor);
    y::QfractureInput {
        age: ours.age_years,
        sex: match ours.sex {
            Sex::Female => y::Sex::Female,
            Sex::Male => y::Sex::Male,
        },
        ethnicity: match ours.ethnicity {
            QfractureEthnicity::WhiteOrNotRecorded => y::Ethnicity::WhiteOrNotStated,
            QfractureEthnicity::Indian => y::Ethnicity::Indian,
            QfractureEthnicity::Pakistani => y::Ethnicity::Pakistani,
            QfractureEthnicity::Bangladeshi => y::Ethnicity::Bangladeshi,
            QfractureEthnicity::OtherAsian => y::Ethnicity::OtherAsian,
            QfractureEthnicity::BlackCaribbean => y::Ethnicity::BlackCaribbean,
            QfractureEthnicity::BlackAfrican => y::Ethnicity::BlackAfrican,
            QfractureEthnicity::Chinese => y::Ethnicity::Chinese,
            QfractureEthnicity::Other => y::Ethnicity::OtherEthnicGroup,
        },
        smoking: match ours.smoking {
            Smoking::Never => y::Smoking::NonSmoker,
            Smoking::Former => y::Smoking::ExSmoker,
            Smoking::Light => y::Smoking::LightSmoker,
            Smoking::Moderate => y::Smoking::ModerateSmoker,
            Smoking::Heavy => y::Smoking::HeavySmoker,
        },
        alcohol: match ours.alcohol {
            Alcohol::None => y::Alcohol::None,
            Alcohol::Trivial => y::Alcohol::Trivial,
            Alcohol::Light => y::Alcohol::Light,
            Alcohol::Moderate => y::Alcohol::Medium,
            Alcohol::Heavy => y::Alcohol::Heavy,
            Alcohol::VeryHeavy => y::Alcohol::VeryHeavy,
        },
        height_cm,
        weight_kg,
        antidepressant: has(Factor::Antidepressant),
        any_cancer: has(Factor::AnyCancer),
        asthma_or_copd: has(Factor::AsthmaOrCopd),
        care_home: has(Factor::CareHome),
        corticosteroids: has(Factor::Corticosteroids),
        cardiovascular_disease: has(Factor::CardiovascularDisease),
        dementia: has(Factor::Dementia),
        endocrine_problems: has(Factor::EndocrineDisorder),
        epilepsy_or_anticonvulsants: has(Factor::EpilepsyOrAnticonvulsant),
        history_of_falls: has(Factor::Falls),
        previous_fracture: has(Factor::PriorFracture),
        hrt: has(Factor::OestrogenHrt),
        liver_disease: has(Factor::ChronicLiverDisease),
        malabsorption: has(Factor::Malabsorption),
        parkinsons: has(Factor::Parkinson),
        rheumatoid_or_sle: has(Factor::RheumatoidArthritisOrLupus),
        renal_disease: has(Factor::ChronicKidneyDisease),
        type1_diabetes: has(Factor::Type1Diabetes),
        type2_diabetes: has(Factor::Type2Diabetes),
        parental_osteoporosis: has(Factor::ParentalHistory),
    }
}

/// Both sides must say the same of everybody, or there is nothing to compare. The yardstick speaks of
/// ten years and may round to one decimal.
pub(crate) fn agree((any_percent, hip_percent): (f64, f64), person: &yardstick::QfractureInput) {
    let theirs = yardstick::compute(person).expect("in range");
    let apart =
        (any_percent - theirs.osteoporotic_percent).abs().max((hip_percent - theirs.hip_percent).abs());
    assert!(apart < 0.051, "{person:?}: {any_percent} and {hip_percent}, {theirs:?}");
}
