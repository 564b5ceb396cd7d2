//! From a document to scores and a diagnosis: the way that every answer begins, without an allocation of its own.

use crate::densitometry::{Machines, Score, Setup, scores_into};
use crate::diagnosis::{Diagnosis, PastFracture, Why, diagnose_into};
use crate::document::Patient;
use crate::error::Refusal;
use crate::facts::{self, Person};

/// Vectors that go from one person to the next, so that a table allocates for its first rows only.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scratch {
    fractures: Vec<PastFracture<'static>>,
    scores: Vec<Score<'static>>,
    reasons: Vec<Why>,
}

impl Scratch {
    /// Takes back what [`find`] gave away.
    pub(crate) fn take_back(&mut self, person: Person<'_>, scores: Vec<Score<'_>>, diagnosis: Diagnosis) {
        self.fractures = emptied(person.past_fractures);
        self.scores = emptied(scores);
        self.reasons = emptied(diagnosis.reasons);
    }
}

/// The allocation of a vector, for elements that borrow from something else.
fn emptied<A, B>(mut used: Vec<A>) -> Vec<B> {
    used.clear();
    // Collecting in place keeps the allocation; were it not so, a test that counts allocations would fail.
    used.into_iter().filter_map(|_| None).collect()
}

/// Reads one person: what is refused is appended to `refusals` and unknown from then on; `None` if that refuses the
/// person, with `strict` anything does.
pub(crate) fn find<'p>(
    setup: &'p Setup,
    patient: &'p mut Patient,
    strict: bool,
    machines: &mut Machines,
    scratch: &mut Scratch,
    refusals: &mut Vec<Refusal>,
) -> Option<(Person<'p>, Vec<Score<'p>>, Diagnosis)> {
    if patient.assessed_on.is_none() {
        patient.assessed_on = setup.options.as_of;
    }
    let found = facts::check(patient);
    if !found.is_empty() {
        let refused = found.iter().any(|refusal| strict || refusal.refuses_row());
        refusals.extend(found);
        if refused {
            return None;
        }
    }
    let fractures = core::mem::take(&mut scratch.fractures);
    let person = match Person::read_into(patient, setup.options.as_of, fractures) {
        Ok(person) => person,
        Err(refusal) => {
            refusals.push(refusal);
            return None;
        }
    };
    let mut scores = core::mem::take(&mut scratch.scores);
    scores_into(&mut scores, &person, setup, machines);
    let diagnosis = diagnose_into(core::mem::take(&mut scratch.reasons), &person, &scores, setup);
    Some((person, scores, diagnosis))
}

/// The same for a caller that needs nothing of the person afterwards; `None` where `then` was not called.
pub(crate) fn read_one<R>(
    setup: &Setup,
    patient: &mut Patient,
    strict: bool,
    machines: &mut Machines,
    scratch: &mut Scratch,
    refusals: &mut Vec<Refusal>,
    then: impl FnOnce(&Person<'_>, &[Score<'_>], &Diagnosis) -> R,
) -> Option<R> {
    let (person, scores, diagnosis) = find(setup, patient, strict, machines, scratch, refusals)?;
    let answer = then(&person, &scores, &diagnosis);
    scratch.take_back(person, scores, diagnosis);
    Some(answer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Fracture, FractureSite, Manufacturer, Region, Scan, ScanRegion, Sex};

    /// The buffers of one person serve the next, and say nothing of them.
    #[test]
    fn a_session_forgets() {
        let engine = crate::Engine::default();
        let region =
            |bmd| ScanRegion { region: Some(Region::TotalHip), bmd_g_cm2: Some(bmd), ..Default::default() };
        let scan = |bmd| Scan {
            manufacturer: Some(Manufacturer::Hologic),
            regions: Some(vec![region(bmd), region(bmd + 0.01)]),
            ..Default::default()
        };
        let broken = Fracture { site: Some(FractureSite::ProximalFemur), ..Default::default() };
        let woman = Patient { sex: Some(Sex::Female), age_years: Some(70.0), ..Default::default() };
        let first = Patient { scans: Some(vec![scan(0.6)]), fractures: Some(vec![broken]), ..woman.clone() };
        let second = Patient { scans: Some(vec![scan(0.8)]), ..woman.clone() };
        let refused = Patient { age_years: None, ..first.clone() };
        let seen = |scratch: &mut Scratch, patient: &Patient| {
            read_one(
                engine.setup(),
                &mut patient.clone(),
                false,
                &mut Machines::default(),
                scratch,
                &mut Vec::new(),
                |person, scores, diagnosis| format!("{person:?} {scores:?} {diagnosis:?}"),
            )
        };
        let mut kept = Scratch::default();
        for patient in [&first, &second, &refused, &woman, &first, &refused, &second] {
            assert_eq!(seen(&mut kept, patient), seen(&mut Scratch::default(), patient));
        }
        assert!(kept.scores.capacity() >= 2 && kept.fractures.capacity() >= 1 && kept.reasons.capacity() > 0);
    }
}
