//! What the benches share: every figure is a ratio against a yardstick of the same run.

use std::path::PathBuf;

/// Where cargo builds.
#[must_use]
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target"), PathBuf::from)
}

/// The median time of a finished criterion benchmark, ns.
#[must_use]
pub fn median_ns(group: &str, name: &str) -> Option<f64> {
    let path = target().join("criterion").join(group).join(name).join("new/estimates.json");
    let text = std::fs::read_to_string(path).ok()?;
    let estimates: serde_json::Value = serde_json::from_str(&text).ok()?;
    estimates["median"]["point_estimate"].as_f64()
}

/// Prints `name / yardstick` beside the limit that is promised for it.
pub fn print_ratio(group: &str, name: &str, yardstick: &str, limit: f64) {
    match (median_ns(group, name), median_ns(group, yardstick)) {
        (Some(ours), Some(theirs)) => {
            println!("{group}: {name} / {yardstick} = {:.2} (promised: at most {limit})", ours / theirs);
        }
        _ => println!("{group}: {name} / {yardstick}: not measured in this run"),
    }
}
