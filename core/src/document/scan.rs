//! DXA scans of the patient document.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::choice::{Manufacturer, Region, Side};
use super::slot::{nested, section};
use super::vertebrae::Vertebrae;

section! {
    /// One DXA examination.
    pub struct Scan {
        /// Day of the examination.
        date: Date,
        /// Maker of the densitometer.
        manufacturer: Manufacturer,
        /// Model, as the report prints it or as our own id.
        model: String,
        /// Reference database, as the report prints it or as our own id.
        database: String,
        /// Where the scan was made.
        facility: String,
        /// Serial number of the densitometer; change needs the same one.
        scanner_serial: String,
        /// Software version.
        software_version: String,
        /// Scan mode; change needs the same one.
        scan_mode: String,
        /// The centre's own precision error by region, RMS-SD in g/cm2.
        precision_g_cm2: BTreeMap<Region, f64>,
        /// A cross-calibration of this scanner to another.
        cross_calibration: CrossCalibration,
        /// What was measured.
        regions: Vec<ScanRegion>,
        /// Trabecular bone score.
        tbs: f64,
        /// Z-score of the trabecular bone score, as printed.
        tbs_z_score: f64,
    }
}

section! {
    /// A cross-calibration between two scanners.
    pub struct CrossCalibration {
        /// Serial number of the other scanner.
        to_scanner_serial: String,
        /// When it was made.
        date: Date,
        /// Generalised least significant change between the two, g/cm2.
        generalised_lsc_g_cm2: f64,
    }
}

section! {
    /// One line of a DXA report.
    pub struct ScanRegion {
        /// Which region. Required.
        region: Region,
        /// Vertebrae of a lumbar spine region; left out: L1 to L4, and said so.
        vertebrae: Vertebrae,
        /// Side of a hip or forearm.
        side: Side,
        /// Bone mineral density, g/cm2.
        bmd_g_cm2: f64,
        /// The same in mg/cm2 (raw BMD x 1000).
        bmd_mg_cm2: f64,
        /// Standardised BMD, mg/cm2; never read as raw BMD.
        sbmd_mg_cm2: f64,
        /// Projected area, cm2.
        area_cm2: f64,
        /// Bone mineral content, g.
        bmc_g: f64,
        /// T-score, as the machine printed it.
        t_score: f64,
        /// Z-score, as the machine printed it.
        z_score: f64,
        /// Percent of the young adult mean, as printed.
        percent_young_adult: f64,
        /// Percent of the age-matched mean, as printed.
        percent_age_matched: f64,
        /// The reader excluded this region.
        excluded: bool,
        /// Why.
        exclusion_reason: String,
        /// L, M and S of the caller's own age reference (M in g/cm2).
        lms: Lms,
    }
}

/// Box-Cox power, median and coefficient of variation (Cole's LMS).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lms {
    /// Box-Cox power.
    pub l: f64,
    /// Median, g/cm2.
    pub m: f64,
    /// Coefficient of variation.
    pub s: f64,
}

nested!(CrossCalibration, Vec<ScanRegion>, Vertebrae, Lms);
