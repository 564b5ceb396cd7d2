//! A worse finding never lowers a recommendation; the exceptions that guidelines have, by rule id.

use osteon::document::guidance::Recommendation;
use osteon::document::{Fracture, FractureSite, Patient, Trauma};
use osteon::guideline::{self, GuidelineAnswer};
use osteon::{Engine, Session};
use osteon_tests::people::{Draw, person, with_frax};
use proptest::prelude::*;

use super::engine;

/// Rules that a worse finding may lead to from a higher recommendation, because the guideline says so.
const EXCEPTIONS: &[&str] = &[];

fn answers<T>(session: &mut Session<'_>, patient: &Patient, see: impl FnOnce(&[GuidelineAnswer]) -> T) -> T {
    let mut patient = patient.clone();
    let mut refusals = Vec::new();
    let answer = session.answer(&mut patient, true, &mut refusals);
    see(&answer.unwrap_or_else(|| panic!("{refusals:?}")).guidelines)
}

fn recommendations(session: &mut Session<'_>, patient: &Patient) -> Vec<(Recommendation, Vec<&'static str>)> {
    answers(session, patient, |said| {
        said.iter()
            .map(|one| (one.said.recommendation, one.guideline.fired(one.decision).collect()))
            .collect()
    })
}

/// The place of a recommendation in the documented order; none for those that stand outside it.
fn place(recommendation: Recommendation) -> Option<u8> {
    use Recommendation as R;
    Some(match recommendation {
        R::NoDrug => 0,
        R::MeasureBmd | R::CalculateFrax => 1,
        R::Consider | R::SpecialistAdvice => 2,
        R::Treat => 3,
        R::TreatAnabolicFirst => 4,
        R::Undetermined | R::NotApplicable => return None,
    })
}

fn never_lower(engine: &Engine, better: &Patient, worse: &Patient) -> Result<(), String> {
    let mut session = engine.session();
    let (of_better, of_worse) = (recommendations(&mut session, better), recommendations(&mut session, worse));
    for ((guideline, (before, _)), (after, fired)) in guideline::all().iter().zip(of_better).zip(of_worse) {
        let (Some(low), Some(high)) = (place(before), place(after)) else { continue };
        let excepted = fired.iter().any(|rule| EXCEPTIONS.contains(rule));
        if high < low && !excepted {
            return Err(format!("{}: {before} became {after} by {fired:?}", guideline.id));
        }
    }
    Ok(())
}

/// A person of whom everything is known, some without a scan.
fn known(draw: &mut Draw) -> Patient {
    let mut patient = person(draw);
    with_frax(&mut patient, draw);
    patient
}

fn outcome(seed: u64, worsen: impl Fn(&mut Patient, &mut Draw)) -> Result<(), TestCaseError> {
    let mut draw = Draw(seed);
    let better = known(&mut draw);
    let mut worse = better.clone();
    worsen(&mut worse, &mut draw);
    never_lower(&engine(), &better, &worse).map_err(|said| TestCaseError::fail(format!("{seed}: {said}")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_lower_t_score(seed in any::<u64>()) {
        outcome(seed, |patient, draw| {
            let by = draw.of(&[0.1, 0.5, 1.0, 2.0]);
            for region in patient.scans.iter_mut().flatten().flat_map(|scan| scan.regions.iter_mut().flatten()) {
                if draw.one_in(2) {
                    region.t_score = region.t_score.map(|t| ((t - by) * 10.0).round() / 10.0);
                }
            }
        })?;
    }

    #[test]
    fn one_more_fracture(seed in any::<u64>()) {
        outcome(seed, |patient, draw| {
            let fracture = Fracture {
                site: Some(draw.of(&[
                    FractureSite::ProximalFemur, FractureSite::Vertebra, FractureSite::DistalForearm,
                    FractureSite::ProximalHumerus, FractureSite::Pelvis, FractureSite::Ankle, FractureSite::RibSingle,
                    FractureSite::Toe, FractureSite::FemoralShaft,
                ])),
                months_ago: Some(draw.of(&[1.0, 12.0, 20.0, 30.0])),
                trauma: Some(Trauma::Low),
                ..Default::default()
            };
            patient.fractures.get_or_insert_default().push(fracture);
        })?;
    }

    #[test]
    fn a_higher_frax(seed in any::<u64>()) {
        outcome(seed, |patient, draw| {
            let by = draw.of(&[0.1, 1.0, 5.0, 20.0]);
            if let Some(frax) = patient.frax.as_mut() {
                frax.mof_percent = frax.mof_percent.map(|percent| percent + by);
                frax.hip_percent = frax.hip_percent.map(|percent| percent + by / 2.0);
            }
        })?;
    }
}
