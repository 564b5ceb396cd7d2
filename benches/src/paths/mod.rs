//! The hot paths, made ready: everything is drawn and allocated before, so that a call is the path alone.

mod arrays;
mod qfracture;
mod t_scores;
mod whole;

pub use arrays::{Exponentials, Grinding};
pub use qfracture::Qfracture;
pub use t_scores::TScores;
pub use whole::{GUIDELINES, OUTPUTS, Whole};
