//! What holds of every guideline, whoever the person is and whatever is unknown.

mod allocations;
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
    if draw.one_in(3) {
        less.frax = None;
    }
    if draw.one_in(3)
        && let Some(frax) = less.frax.as_mut()
    {
        (frax.with_bmd, frax.hip_percent) = (None, frax.hip_percent.filter(|_| draw.one_in(2)));
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
