//! Refusals as what is thrown: a JSON list of them.

use osteon::error::{Code, Refusal, nearest};

/// What is thrown, to be read by the package.
pub(crate) type Thrown = String;

/// Several refusals.
pub(crate) fn all(refusals: Vec<Refusal>) -> Thrown {
    osteon::json::to_string(&refusals)
}

/// One.
pub(crate) fn one(refusal: Refusal) -> Thrown {
    all(vec![refusal])
}

/// A word that is none of a closed set.
pub(crate) fn not_a_choice(field: &'static str, given: &str, allowed: &[&str]) -> Thrown {
    let near = nearest(given, allowed).map_or(String::new(), |near| format!("did you mean {near}? "));
    let limit = format!("{near}allowed: {}", allowed.join(", "));
    one(Refusal::new(Code::NotAChoice, field, given.to_owned(), limit))
}
