//! A model that is asked for its numbers alone allocates nothing.

use osteon::Engine;
use osteon::document::options::OutOfRange;
use osteon::document::{Options, Patient};
use osteon::risk::{Model, models};
use osteon_tests::people::{Draw, person, with_unknowns};

/// Those that have their numbers without an answer around them.
const LEAN: [&Model; 9] = [
    &models::QFRACTURE2012,
    &models::QFRACTURE2016,
    &models::DVO2023,
    &models::DUBBO2008,
    &models::SOF_FRACTURE_INDEX,
    &models::SOF_HIP_1Y_2017,
    &models::VAN_GEEL2006,
    &models::NOTTINGHAM_HIP_FRACTURE,
    &models::UK2008_PUBLISHED_TABLE,
];

#[test]
fn numbers_allocate_nothing() {
    for clamp in [false, true] {
        let out_of_range = clamp.then_some(OutOfRange::Clamp);
        let engine = Engine::new(Options { out_of_range, ..Default::default() }, Vec::new()).unwrap();
        let mut session = engine.session();
        for seed in 0..2000 {
            let mut draw = Draw(seed);
            let known = person(&mut draw);
            let less = with_unknowns(&known, &mut draw);
            for mut patient in [known, less] {
                // Of several fractures, those of one event are told apart by lists.
                patient.fractures.iter_mut().for_each(|listed| listed.truncate(1));
                allocates_nothing(&mut session, patient);
            }
        }
    }
}

fn allocates_nothing(session: &mut osteon::Session<'_>, mut patient: Patient) {
    let mut refusals = Vec::new();
    let Some(answer) = session.answer(&mut patient, false, &mut refusals) else { return };
    for model in LEAN {
        let counted = allocation_counter::measure(|| {
            core::hint::black_box(answer.in_numbers(model));
        });
        assert_eq!(counted.count_total, 0, "{}", model.id);
    }
}
