//! A FRAX result taken in from elsewhere; never computed here.

use jiff::civil::Date;

use super::slot::{nested, section};

section! {
    /// A ten-year probability as the FRAX site printed it.
    pub struct Frax {
        /// Country model: ISO code, with `:variant` where the site has several.
        model: String,
        /// Major osteoporotic fracture, %.
        mof_percent: f64,
        /// Hip fracture, %.
        hip_percent: f64,
        /// Computed with femoral-neck BMD.
        with_bmd: bool,
        /// Version of the site.
        version: String,
        /// Day it was computed.
        date: Date,
        /// What it was already adjusted for.
        adjusted_for: Vec<String>,
    }
}

nested!(Frax);
