//! A decision without a trace allocates nothing.

use osteon::guideline;
use osteon::rule::View;
use osteon_tests::people::Draw;

use super::{engine, pair, with_evidence};

#[test]
fn deciding_allocates_nothing() {
    let engine = engine();
    let mut session = engine.session();
    for seed in 0..200 {
        let (known, less) = pair(Draw(seed).0);
        for patient in [known, less] {
            with_evidence(&mut session, &patient, |evidence| {
                let view = View::of(evidence);
                for guideline in guideline::all() {
                    let counted = allocation_counter::measure(|| {
                        let decision = guideline.decide(&view);
                        let said = guideline.say(decision, &view);
                        assert!(said.decided || guideline.possible(decision).count() > 0);
                        core::hint::black_box((
                            guideline.fired(decision).count(),
                            guideline.also(decision).count(),
                        ));
                    });
                    assert_eq!(counted.count_total, 0, "{}", guideline.id);
                }
            });
        }
    }
}
