//! Codes, words and units that are read: `data/fls/loinc_*.csv`, `dxa_*.csv` and others, compiled in.

use crate::citation::{CitationId, ids};
use crate::document::choice::choice;
use crate::document::{Analyte, Manufacturer, Side};
use crate::fls::CodeSystem;

use super::ReadAs;
use super::part::Part;

choice! {
    /// What a number of a scan is.
    pub enum Quantity {
        Bmd = "bmd",
        StandardisedBmd = "standardised_bmd",
        TScore = "t_score",
        ZScore = "z_score",
        PercentYoungAdult = "percent_young_adult",
    }
}

choice! {
    /// What a unit says of the number before it.
    pub enum UnitSays {
        Grams = "grams",
        /// Written wrongly, and only one thing can be meant.
        GramsSlip = "grams_slip",
        Milligrams = "milligrams",
        TScore = "t_score",
        ZScore = "z_score",
        /// A score, or any other number without a unit.
        Score = "score",
        PercentYoungAdult = "percent_young_adult",
        Percent = "percent",
    }
}

choice! {
    /// A measure of the body that is no scan.
    pub enum Measure {
        HeightCm = "height_cm",
        WeightKg = "weight_kg",
        BmiKgM2 = "bmi_kg_m2",
        Smoking = "smoking",
    }
}

/// A code of LOINC for a number of a scan.
#[derive(Clone, Copy, Debug)]
pub struct DxaCode {
    /// The code.
    pub code: &'static str,
    /// Where.
    pub part: Part,
    /// Which side.
    pub side: Option<Side>,
    /// What it is.
    pub quantity: Quantity,
    /// Whether it names the region where nothing else does.
    pub speaks_alone: bool,
    /// Where it stands.
    pub citation: CitationId,
}

/// A code of densitometry as an act, a report or an order.
#[derive(Clone, Copy, Debug)]
pub struct DxaAct {
    /// The system.
    pub system: CodeSystem,
    /// The code.
    pub code: &'static str,
    /// Whether it says that it was done: an order does not.
    pub done: bool,
    /// Where it stands.
    pub citation: CitationId,
}

/// A body site of SNOMED CT.
#[derive(Clone, Copy, Debug)]
pub struct BodySite {
    /// The code.
    pub code: &'static str,
    /// Where.
    pub part: Option<Part>,
    /// Which side.
    pub side: Option<Side>,
    /// Where it stands.
    pub citation: CitationId,
}

/// A unit of scans.
#[derive(Clone, Copy, Debug)]
pub struct Unit {
    /// In lower case, without blanks.
    pub unit: &'static str,
    /// What it says.
    pub says: UnitSays,
    /// Where it stands.
    pub citation: CitationId,
}

/// A code of LOINC for a blood or a urine.
#[derive(Clone, Copy, Debug)]
pub struct BloodCode {
    /// The code.
    pub code: &'static str,
    /// What is measured.
    pub analyte: Analyte,
    /// Where it stands.
    pub citation: CitationId,
}

/// A code of LOINC for a measure of the body.
#[derive(Clone, Copy, Debug)]
pub struct BodyCode {
    /// The code.
    pub code: &'static str,
    /// Which.
    pub measure: Measure,
    /// Where it stands.
    pub citation: CitationId,
}

/// A unit of a measure of the body.
#[derive(Clone, Copy, Debug)]
pub struct BodyUnit {
    /// Which measure.
    pub measure: Measure,
    /// In lower case, without blanks and brackets.
    pub unit: &'static str,
    /// What turns it into the unit of the measure.
    pub factor: f64,
    /// Where it stands.
    pub citation: CitationId,
}

/// An answer to the question of smoking, as a code of SNOMED CT or in words.
#[derive(Clone, Copy, Debug)]
pub struct SmokingAnswer {
    /// The answer, in lower case.
    pub answer: &'static str,
    /// Whether the person smokes now.
    pub smokes: bool,
    /// Where it stands.
    pub citation: CitationId,
}

/// What words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Where.
    Part(Part),
    /// Which side.
    Side(Side),
    /// What it is.
    Quantity(Quantity),
    /// Who made the densitometer.
    Manufacturer(Manufacturer),
}

/// Words that say something.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// The words, in lower case and without accents.
    pub words: &'static [&'static str],
    /// What they say.
    pub says: Says,
    /// Where it stands.
    pub citation: CitationId,
}

include!(concat!(env!("OUT_DIR"), "/fls_intake.rs"));
