//! What holds of every guideline, whoever the person is and whatever is unknown.

mod allocations;
mod block;
mod completions;
mod monotonic;
mod structure;

use osteon::document::Patient;
use osteon::evidence::Evidence;
use osteon::{Engine, Session};
use osteon_tests::people::{Draw, person, with_frax, with_unknowns};

/// A person of whom everything is known, and the same with some of it unknown.
fn pair(seed: u64) -> (Patient, Patient) {
    let mut draw = Draw(seed);
    let mut known = person(&mut draw);
    with_frax(&mut known, &mut draw);
    // What is read into a fracture is no unknown; it is listed as assumed.
    let mut less = with_unknowns(&known, &mut draw);
    for (fracture, stated) in less.fractures.iter_mut().flatten().zip(known.fractures.iter().flatten()) {
        fracture.trauma = stated.trauma;
    }
    // Nor is what is read into a dose.
    let dose = |patient: &mut Patient| patient.risk_factors.as_mut()?.glucocorticoid.take();
    if let Some(mut taken) = dose(&mut less) {
        taken.current = dose(&mut known.clone()).and_then(|stated| stated.current);
        less.risk_factors.get_or_insert_default().glucocorticoid = Some(taken);
    }
    // Nor is the cause of a fracture that an image shows and nobody lists.
    if less.spine_imaging.is_some() {
        less.fractures.clone_from(&known.fractures);
    }
    if draw.one_in(3) {
        less.frax = None;
    }
    if draw.one_in(3)
        && let Some(frax) = less.frax.as_mut()
    {
        (frax.with_bmd, frax.hip_percent) = (None, frax.hip_percent.filter(|_| draw.one_in(2)));
    }
    // A fracture without a day is read as one at 50 or more.
    for (fracture, stated) in less.fractures.iter_mut().flatten().zip(known.fractures.iter().flatten()) {
        let years_ago = stated.months_ago.unwrap_or_default() / 12.0;
        if known.age_years.is_some_and(|age| age - years_ago < 50.0) {
            fracture.months_ago = stated.months_ago;
        }
    }
    (known, less)
}

/// Calls back with the evidence of a person.
fn with_evidence<T>(session: &mut Session<'_>, patient: &Patient, see: impl FnOnce(&Evidence<'_>) -> T) -> T {
    let mut patient = patient.clone();
    let mut refusals = Vec::new();
    let answer = session.answer(&mut patient, true, &mut refusals);
    let answer = answer.unwrap_or_else(|| panic!("{refusals:?}"));
    see(&answer.evidence())
}

fn engine() -> Engine {
    let outputs = osteon::outputs::Outputs::parse("scores,diagnosis,risks,guidelines").unwrap();
    Engine::default().with_outputs(outputs)
}
