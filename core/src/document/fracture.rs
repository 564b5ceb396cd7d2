//! Fractures of the patient document.

use jiff::civil::Date;

use super::choice::choice;
use super::slot::{nested, section};

choice! {
    /// Where a bone broke.
    pub enum FractureSite {
        ProximalFemur = "proximal_femur",
        /// T4 to L5.
        Vertebra = "vertebra",
        UpperThoracicVertebra = "upper_thoracic_vertebra",
        CervicalVertebra = "cervical_vertebra",
        Pelvis = "pelvis",
        Sacrum = "sacrum",
        ProximalHumerus = "proximal_humerus",
        HumeralShaft = "humeral_shaft",
        HumerusUnspecified = "humerus_unspecified",
        Elbow = "elbow",
        DistalForearm = "distal_forearm",
        ForearmShaft = "forearm_shaft",
        ForearmUnspecified = "forearm_unspecified",
        DistalFemur = "distal_femur",
        FemoralShaft = "femoral_shaft",
        Subtrochanteric = "subtrochanteric",
        FemurUnspecified = "femur_unspecified",
        ProximalTibia = "proximal_tibia",
        TibiaFibulaShaft = "tibia_fibula_shaft",
        Ankle = "ankle",
        Heel = "heel",
        /// Three or more at once.
        RibsMultiple = "ribs_multiple",
        RibSingle = "rib_single",
        RibsUnspecified = "ribs_unspecified",
        Clavicle = "clavicle",
        Scapula = "scapula",
        Sternum = "sternum",
        Patella = "patella",
        Hand = "hand",
        Finger = "finger",
        Foot = "foot",
        Toe = "toe",
        Skull = "skull",
        Face = "face",
        Unspecified = "unspecified",
    }
}

choice! {
    /// What the date of a fracture is.
    pub enum DateIs {
        Event = "event",
        /// Proves existence, not recency.
        Imaging = "imaging",
        Unknown = "unknown",
    }
}

choice! {
    /// How hard the blow was; low is a fall from standing height or less.
    pub enum Trauma { Low = "low", High = "high", Unknown = "unknown", }
}

choice! {
    /// What kind of fracture it was.
    pub enum FractureCause {
        Fragility = "fragility",
        Atypical = "atypical",
        Tumour = "tumour",
        Periprosthetic = "periprosthetic",
        Stress = "stress",
        Unknown = "unknown",
    }
}

section! {
    /// One fracture. Fractures of one day or one `event_id` are one event.
    pub struct Fracture {
        /// Where. Required.
        site: FractureSite,
        /// Vertebral levels, such as `T12`.
        levels: Vec<String>,
        /// Day of the event or of the imaging that showed it.
        date: Date,
        /// Months before the assessment.
        months_ago: f64,
        /// Age at the fracture.
        age_years: f64,
        /// What the date is.
        date_is: DateIs,
        /// Fractures with one id are one event.
        event_id: String,
        /// Trauma.
        trauma: Trauma,
        /// Cause.
        cause: FractureCause,
        /// Genant's semiquantitative grade, 0-3.
        genant_grade: u32,
        /// Loss of vertebral height, %.
        height_loss_percent: f64,
        /// It happened on treatment for osteoporosis.
        on_treatment: bool,
    }
}

nested!(Vec<String>);
