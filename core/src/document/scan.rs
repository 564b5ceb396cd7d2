//! DXA scans of the patient document.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::choice::{Manufacturer, Region, Side};
use super::vertebrae::Vertebrae;

/// One DXA examination.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scan {
    /// Day of the examination.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Maker of the densitometer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manufacturer: Option<Manufacturer>,
    /// Model, as the report prints it or as our own id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// Reference database, as the report prints it or as our own id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub database: Option<String>,
    /// Where the scan was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facility: Option<String>,
    /// Serial number of the densitometer; change needs the same one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scanner_serial: Option<String>,
    /// Software version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub software_version: Option<String>,
    /// Scan mode; change needs the same one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scan_mode: Option<String>,
    /// The centre's own precision error by region, RMS-SD in g/cm2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision_g_cm2: Option<BTreeMap<Region, f64>>,
    /// A cross-calibration of this scanner to another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cross_calibration: Option<CrossCalibration>,
    /// What was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regions: Option<Vec<ScanRegion>>,
    /// Trabecular bone score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tbs: Option<f64>,
    /// Z-score of the trabecular bone score, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tbs_z_score: Option<f64>,
}

/// A cross-calibration between two scanners.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CrossCalibration {
    /// Serial number of the other scanner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_scanner_serial: Option<String>,
    /// When it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Generalised least significant change between the two, g/cm2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generalised_lsc_g_cm2: Option<f64>,
}

/// One line of a DXA report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScanRegion {
    /// Which region. Required.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// Vertebrae of a lumbar spine region; left out: L1 to L4, and said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vertebrae: Option<Vertebrae>,
    /// Side of a hip or forearm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// Bone mineral density, g/cm2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bmd_g_cm2: Option<f64>,
    /// The same in mg/cm2 (raw BMD x 1000).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bmd_mg_cm2: Option<f64>,
    /// Standardised BMD, mg/cm2; never read as raw BMD.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sbmd_mg_cm2: Option<f64>,
    /// Projected area, cm2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area_cm2: Option<f64>,
    /// Bone mineral content, g.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bmc_g: Option<f64>,
    /// T-score, as the machine printed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub t_score: Option<f64>,
    /// Z-score, as the machine printed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub z_score: Option<f64>,
    /// Percent of the young adult mean, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent_young_adult: Option<f64>,
    /// Percent of the age-matched mean, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent_age_matched: Option<f64>,
    /// The reader excluded this region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excluded: Option<bool>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exclusion_reason: Option<String>,
    /// L, M and S of the caller's own age reference (M in g/cm2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lms: Option<Lms>,
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
