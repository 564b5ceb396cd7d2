//! The same of people with measurements, and of what was asked of few.

use core::ptr;

use super::assessment::{EVERYTHING, hold};
use super::part::SEEN;
use super::support::{empty, known, text};
use crate::abi::osteon_status;
use crate::codes::{osteon_region, osteon_sex};
use crate::engine::{osteon_engine_free, osteon_engine_new, osteon_reference, osteon_settings};

/// People with measurements, of whom the conformance cases have few: each with options.
const MEASURED: [(&str, &str); 4] = [
    (
        r#"{"male_reference": "on", "out_of_range": "clamp", "qfracture_years": 3}"#,
        r#"{"sex": "male", "age_years": 72, "assessed_on": "2025-03-01", "height_cm": 172, "weight_kg": 66,
            "ethnicity": "white", "qfracture_ethnicity": "white_or_not_recorded", "country": "GB",
            "complete": ["risk_factors", "fractures", "history", "treatments", "labs"],
            "fractures": [{"site": "vertebra", "levels": ["T12"], "age_years": 69, "trauma": "low"}],
            "labs": [{"analyte": "serum_protein_electrophoresis", "coded": "normal", "date": "2025-02-01"}],
            "scans": [{"manufacturer": "hologic", "model": "Horizon W", "date": "2025-02-01", "scanner_serial": "1",
                "precision_g_cm2": {"total_hip": 0.01}, "regions": [
                {"region": "lumbar_spine", "vertebrae": ["L1", "L2", "L3", "L4"], "bmd_g_cm2": 0.81},
                {"region": "femoral_neck", "side": "left", "bmd_g_cm2": 0.52, "t_score": -3.0, "z_score": -1.5},
                {"region": "total_hip", "side": "left", "bmd_g_cm2": 0.62}]},
                {"manufacturer": "hologic", "model": "Horizon W", "date": "2022-02-01", "scanner_serial": "1",
                "regions": [
                {"region": "femoral_neck", "side": "left", "bmd_g_cm2": 0.60},
                {"region": "total_hip", "side": "left", "bmd_g_cm2": 0.70}]}]}"#,
    ),
    (
        r#"{"qfracture_years": 3, "out_of_range": "clamp"}"#,
        r#"{"sex": "female", "age_years": 72, "postmenopausal": true, "height_cm": 160, "weight_kg": 145,
            "qfracture_ethnicity": "white_or_not_recorded", "ethnicity": "white",
            "complete": ["risk_factors", "fractures", "history", "treatments", "labs"],
            "fractures": [{"site": "vertebra", "levels": ["T12"], "age_years": 69, "trauma": "low"}],
            "scans": [{"manufacturer": "ge_lunar", "regions": [
                {"region": "lumbar_spine", "vertebrae": ["L1"], "bmd_g_cm2": 0.70, "area_cm2": 12.0, "bmc_g": 8.4},
                {"region": "lumbar_spine", "vertebrae": ["L2"], "bmd_g_cm2": 0.72, "area_cm2": 13.0, "bmc_g": 9.36},
                {"region": "lumbar_spine", "vertebrae": ["L3"], "bmd_g_cm2": 0.74, "area_cm2": 14.0, "bmc_g": 10.36},
                {"region": "lumbar_spine", "vertebrae": ["L4"], "bmd_g_cm2": 1.25, "area_cm2": 15.0, "bmc_g": 18.75},
                {"region": "lumbar_spine", "vertebrae": ["L1", "L2", "L3", "L4"], "bmd_g_cm2": 0.868},
                {"region": "femoral_neck", "bmd_g_cm2": 0.60}, {"region": "total_hip", "bmd_g_cm2": 0.70}]}]}"#,
    ),
    (
        r#"{"qfracture_years": 3}"#,
        r#"{"sex": "female", "age_years": 72, "postmenopausal": true, "height_cm": 160, "weight_kg": 56,
            "qfracture_ethnicity": "white_or_not_recorded",
            "complete": ["fractures", "treatments"],
            "fractures": [{"site": "vertebra", "levels": ["T12"], "age_years": 69, "trauma": "low"}],
            "scans": [{"manufacturer": "hologic", "regions": [
                {"region": "femoral_neck", "bmd_g_cm2": 0.520}, {"region": "total_hip", "bmd_g_cm2": 0.620}]}]}"#,
    ),
    (
        "{}",
        r#"{"sex": "female", "age_years": 66, "birth_date": "1959-01-01", "assessed_on": "2025-03-01",
            "postmenopausal": true, "height_cm": 160, "weight_kg": 56, "country": "US",
            "treatments": [{"drug": "denosumab", "start": "2020-01-01", "last_dose": "2024-01-01"}],
            "scans": [{"manufacturer": "hologic", "date": "2025-02-01", "scanner_serial": "1", "tbs": 1.21, "regions": [
                {"region": "total_hip", "side": "right", "bmd_g_cm2": 0.64}]},
                {"manufacturer": "hologic", "date": "2023-02-01", "scanner_serial": "1", "regions": [
                {"region": "total_hip", "side": "right", "bmd_g_cm2": 0.66}]}]}"#,
    ),
];

#[test]
fn every_part_of_people_with_measurements_is_that_of_the_document() {
    for (options, patient) in MEASURED {
        let reference = osteon_reference {
            sex: osteon_sex::Female as i32,
            region: osteon_region::Radius33 as i32,
            id: text("own"),
            version: text("1"),
            mean_g_cm2: known(0.7),
            sd_g_cm2: known(0.06),
            ..empty()
        };
        let settings = osteon_settings {
            options_json: text(options),
            outputs: text(EVERYTHING),
            references: &raw const reference,
            reference_count: 1,
            ..empty()
        };
        let mut engine = ptr::null_mut();
        // SAFETY: all pointers are of this scope; the engine is freed once.
        unsafe {
            let status = osteon_engine_new(&raw const settings, &raw mut engine, ptr::null_mut());
            assert_eq!(status, osteon_status::Ok);
            hold(engine, &osteon::json::patient(patient.as_bytes()).unwrap(), patient);
            osteon_engine_free(engine);
        }
    }
    // What the conformance cases hardly have.
    let needed = [
        "against",
        "bmd_g_cm2",
        "clamped",
        "coded",
        "if_proposed_exclusion",
        "number_needed_limits",
        "percentile",
        "printed_t_reference",
        "reduction_points_limits",
        "reference_sets",
        "sbmd_error_percent",
        "significant_by_iscd_minimum",
        "t_score_high",
        "t_score_male_reference",
        "untreated_range_percent",
        "z_score",
    ];
    SEEN.with_borrow(|seen| {
        needed.iter().for_each(|key| assert!(seen.contains(*key), "{key} was never there"))
    });
}
