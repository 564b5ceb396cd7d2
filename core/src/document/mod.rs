//! The documents as serde types: patient in, assessment out, options beside them.
//!
//! In every document a field that is `None` is unknown.

pub mod assessment;
pub mod choice;
pub mod fracture;
pub mod frax;
pub mod guidance;
pub mod history;
pub mod lab;
pub mod options;
pub mod patient;
pub(crate) mod read;
pub mod risk_factors;
pub mod scan;
pub mod slot;
pub mod spine_imaging;
pub mod stated;
pub mod treatment;
mod vertebrae;

pub use assessment::{ASSESSMENT_SCHEMA, Assessment};
pub use choice::{
    Ethnicity, GenderIdentity, Manufacturer, QfractureEthnicity, Region, Section, Sex, Side, Vertebra,
};
pub use fracture::{DateIs, Fracture, FractureCause, FractureSite, Trauma};
pub use frax::Frax;
pub use history::History;
pub use lab::{Analyte, Comparator, Lab, LabStatus};
pub use options::{OPTIONS_SCHEMA, Options};
pub use patient::{PATIENT_SCHEMA, Patient};
pub use risk_factors::{Glucocorticoid, RiskFactors, Smoking};
pub use scan::{CrossCalibration, Lms, Scan, ScanRegion};
pub use spine_imaging::{SpineImaging, SpineImagingMethod, SpineImagingResult};
pub use treatment::{Drug, Route, StopReason, Treatment};
pub use vertebrae::{NotVertebrae, Vertebrae};
