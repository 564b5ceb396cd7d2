//! Checks the constants of `data/` and compiles them in; nothing is parsed at run time.
//!
//! A row without a known citation, a gap in age bands or a misspelt code fails the build with the file,
//! the line and the reason.

mod citations;
mod course;
mod drug_rules;
mod dubbo2008;
mod dvo2023;
mod fls_codes;
mod fls_drugs;
mod fls_indicators;
mod fls_loinc;
mod fls_windows;
mod fls_worklist;
mod frax;
mod guideline;
mod labels;
mod life_course;
mod models;
mod qfracture;
mod risk_by_points;
mod rows;
mod tables;
mod work_up;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn data() -> PathBuf {
    PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("data")
}

fn main() {
    let data = data();
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    println!("cargo:rerun-if-changed=data");
    println!("cargo:rerun-if-changed=build");

    let mut citations = citations::Citations::read(&data.join("citations.toml"));
    let labels = labels::Labels::read(&data.join("labels.csv"));
    let mut code = String::new();
    code.push_str(&tables::young_adult(&data, &mut citations, &labels));
    code.push_str(&tables::age_matched(&data, &mut citations));
    code.push_str(&tables::sbmd(&data, &mut citations));
    code.push_str(&tables::precision_minimum(&data, &mut citations));
    code.push_str(&tables::thresholds(&data, &mut citations));
    let write = |name: &str, code: String| fs::write(out.join(name), code).expect("OUT_DIR is writable");
    write("tables.rs", code);
    write("models.rs", models::models(&data, &mut citations));
    write("points.rs", models::points(&data, &mut citations));
    write("dubbo2008.rs", dubbo2008::equations(&data, &mut citations));
    write("risk_by_points.rs", risk_by_points::risk_by_points(&data, &mut citations));
    write("frax_constants.rs", frax::constants(&data, &mut citations));
    write("frax_glucocorticoid_dose.rs", frax::glucocorticoid_dose(&data, &mut citations));
    write("frax_tbs.rs", frax::trabecular_bone_score(&data, &mut citations));
    write("uk2008_published_table.rs", frax::uk2008_published_table(&data, &mut citations));
    write("life_course.rs", life_course::gradients(&data, &mut citations));
    write("treatment_effects.rs", life_course::treatment_effects(&data, &mut citations));
    write("qfracture.rs", qfracture::equations(&data, &mut citations));
    write("qfracture_limits.rs", qfracture::limits(&data, &mut citations));
    write("dvo2023_factors.rs", dvo2023::factors(&data, &mut citations));
    write("dvo2023_limits.rs", dvo2023::limits(&data, &mut citations));
    write("dvo2023_thresholds.rs", dvo2023::thresholds(&data, &mut citations));
    write("guideline_age_limits.rs", guideline::age_limits(&data, &mut citations));
    write("course.rs", course::course(&data, &mut citations));
    write("fls_code_sets.rs", fls_codes::code_sets(&data, &mut citations));
    write("fls_fracture_shapes.rs", fls_codes::shapes(&data, &mut citations));
    write("fls_populations.rs", fls_codes::populations(&data, &mut citations));
    write("work_up.rs", work_up::work_up(&data, &mut citations));
    write("safety.rs", drug_rules::safety(&data, &mut citations));
    write("access.rs", drug_rules::access(&data, &mut citations));
    write("fls_drugs.rs", fls_drugs::products(&data, &mut citations));
    write("fls_drug_cover.rs", fls_drugs::cover(&data, &mut citations));
    write("fls_indicators.rs", fls_indicators::indicators(&data, &mut citations));
    write("fls_worklist.rs", fls_worklist::worklist(&data, &mut citations));
    write("fls_simulation.rs", fls_worklist::simulation(&data, &mut citations));
    write("fls_windows.rs", fls_windows::windows(&data, &mut citations));
    write("fls_groups.rs", fls_windows::groups(&data, &mut citations));
    write("fls_intake.rs", fls_loinc::intake(&data, &mut citations));
    write("labels.rs", labels.code());
    let mut cited = citations.code();
    writeln!(
        cited,
        "/// Version of the compiled-in data.\npub(super) const DATA_VERSION: &str = {:?};",
        version(&data)
    )
    .expect("writing to a string");
    write("citations.rs", cited);
}

/// `VERSION` and a hash (FNV-1a) of every data file, so that two sets of numbers never share a version.
fn version(data: &Path) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for file in data_files(data) {
        // Line ends differ between checkouts; the numbers do not.
        for byte in fs::read(file).expect("a readable file").into_iter().filter(|&byte| byte != b'\r') {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    let stated = fs::read_to_string(data.join("VERSION")).expect("data/VERSION is there");
    format!("{}-{:08x}", stated.trim(), hash >> 32)
}

/// Every data file, those of folders too, in one order everywhere.
fn data_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            files.extend(data_files(&path));
        } else if path.extension().is_some() {
            files.push(path);
        }
    }
    files.sort();
    files
}
