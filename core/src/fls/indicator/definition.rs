//! An indicator as data: `data/fls/indicators.csv`, compiled in.

use crate::citation::{CitationId, Confidence, ids};
use crate::document::Sex;
use crate::document::choice::choice;

use super::predicate::{Denominator, Exclusion, Numerator};

choice! {
    /// Whose indicators they are.
    pub enum IndicatorSet {
        /// The patient-level indicators of the IOF, the Fragility Fracture Network and the NOF.
        Iof2020 = "iof2020",
        /// The audit of the United Kingdom.
        FlsDb = "fls_db",
        /// In the manner of the measure of health plans in the United States.
        OmwStyle = "omw_style",
        /// The measure of the payment system of the United States.
        Mips418 = "mips418",
        /// The standards of Capture the Fracture.
        CaptureTheFracture = "ctf",
    }
}

choice! {
    /// How an indicator is computed.
    pub enum Kind {
        /// Journeys of the numerator among those of the denominator.
        Share = "share",
        /// Journeys of the numerator against a number that is expected.
        Expected = "expected",
        /// Answers given among answers due.
        Completeness = "completeness",
        /// A share, with the level of the median delay.
        Delay = "delay",
        /// Not from records.
        Statement = "statement",
    }
}

choice! {
    /// Which way is better.
    pub enum Direction { Higher = "higher", Lower = "lower", }
}

/// An indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Indicator {
    /// Its id in documents.
    pub id: &'static str,
    /// Whose it is.
    pub set: IndicatorSet,
    /// How it is computed.
    pub kind: Kind,
    /// What it measures, in our words.
    pub title: &'static str,
    /// Whom the numerator counts.
    pub numerator: Option<Numerator>,
    /// Of whom the denominator consists.
    pub denominator: Option<Denominator>,
    /// Last day after the fracture that counts.
    pub window_days: Option<u32>,
    /// Who is counted out.
    pub exclusions: &'static [Exclusion],
    /// Days before the fracture in which a scan counts out.
    pub dxa_free_days_before: Option<u32>,
    /// Days before the fracture in which a drug counts out.
    pub drug_free_days_before: Option<u32>,
    /// Of one sex only.
    pub sex: Option<Sex>,
    /// From this age at the fracture, in whole years.
    pub age_min_years: Option<u32>,
    /// To this age, included.
    pub age_max_years: Option<u32>,
    /// Which way is better.
    pub direction: Direction,
    /// The set of levels; empty where there is none.
    pub levels: &'static str,
    /// The numerator in words.
    pub numerator_is: &'static str,
    /// The denominator in words.
    pub denominator_is: &'static str,
    /// What to know of every answer, in a sentence; of a statement: why it is not computed.
    pub note: &'static str,
    /// Where it comes from.
    pub citation: CitationId,
    /// How far the definition is trusted.
    pub confidence: Confidence,
}

include!(concat!(env!("OUT_DIR"), "/fls_indicators.rs"));

use super::level::{Band, Unit};
use crate::fls::output::Level;

/// The indicator with this id.
#[must_use]
pub fn indicator(id: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().find(|indicator| indicator.id == id)
}
