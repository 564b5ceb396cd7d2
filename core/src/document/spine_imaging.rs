//! Spine imaging of the patient document.

use jiff::civil::Date;

use super::choice::choice;
use super::slot::section;

choice! {
    /// How the spine was imaged.
    pub enum SpineImagingMethod { Vfa = "vfa", Xray = "xray", Ct = "ct", Mri = "mri", }
}

choice! {
    /// What it showed.
    pub enum SpineImagingResult {
        None = "none",
        Fracture = "fracture",
        Unreadable = "unreadable",
        Pending = "pending",
    }
}

section! {
    /// One examination of the spine for fractures.
    pub struct SpineImaging {
        /// Day of the examination.
        date: Date,
        /// How.
        method: SpineImagingMethod,
        /// What it showed.
        result: SpineImagingResult,
        /// Levels with a fracture, such as `T12`.
        levels: Vec<String>,
    }
}
