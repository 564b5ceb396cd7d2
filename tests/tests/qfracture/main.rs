//! The QFracture equations: published values, what must hold for any input, and patient documents.

mod columns;
mod documents;
mod rises;
mod vectors;

use osteon::document::{QfractureEthnicity, Sex, Smoking};
use osteon::risk::Outcome;
use osteon::risk::qfracture::{Alcohol, Factor, Inputs, Pair, Version};
use proptest::prelude::*;

const VERSIONS: [Version; 2] = [Version::V2012, Version::V2016];
const SEXES: [Sex; 2] = [Sex::Female, Sex::Male];
const OUTCOMES: [Outcome; 2] = [Outcome::Any, Outcome::Hip];

fn of(pair: Pair, outcome: Outcome) -> f64 {
    if outcome == Outcome::Hip { pair.hip_percent } else { pair.any_percent }
}

/// Anybody whom the equations speak of.
fn person() -> impl Strategy<Value = Inputs> {
    let levels = (0_usize..6, 0_usize..9, 0_usize..5);
    (prop::bool::ANY, 30_u8..=100, 20.0..=40.0_f64, levels, prop::collection::vec(0_usize..20, 0..8))
        .prop_map(|(female, age, bmi, (alcohol, ethnicity, smoking), factors)| Inputs {
            alcohol: Alcohol::ALL[alcohol],
            ethnicity: QfractureEthnicity::ALL[ethnicity],
            smoking: Smoking::ALL[smoking],
            factors: factors.into_iter().map(|i| Factor::ALL[i]).collect(),
            ..Inputs::new(if female { Sex::Female } else { Sex::Male }, age, bmi)
        })
}
