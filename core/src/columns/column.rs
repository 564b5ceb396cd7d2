//! The names of the columns, and where in the document each goes.

use crate::document::slot::Slot;
use crate::document::{
    Frax, Glucocorticoid, History, Patient, Region, RiskFactors, Scan, ScanRegion, Section, Side,
    SpineImaging,
};
use crate::error::nearest;

use super::cell::Kind;
use super::lab::{self, LabColumn};
use super::place::{Place, has_sides};

/// The way to a field of `T`.
pub type SlotOf<T> = for<'a> fn(&'a mut T) -> Slot<'a>;

/// Where in the document a column goes.
#[derive(Clone, Copy)]
pub enum Target {
    /// `id`.
    Id,
    /// A field of the document itself.
    Patient(SlotOf<Patient>),
    /// A field of `risk_factors`.
    RiskFactors(SlotOf<RiskFactors>),
    /// A field of `risk_factors.glucocorticoid`.
    Glucocorticoid(SlotOf<Glucocorticoid>),
    /// A field of `history`.
    History(SlotOf<History>),
    /// A field of `frax`.
    Frax(SlotOf<Frax>),
    /// The list `frax.adjusted_for`.
    FraxAdjustedFor,
    /// A field of the one entry of `spine_imaging`.
    SpineImaging(SlotOf<SpineImaging>),
    /// The list `spine_imaging[0].levels`.
    SpineImagingLevels,
    /// `spine_imaging`, which only ever says `none`.
    SpineImagingAsked,
    /// `scans`, which only ever says `none`.
    ScansAsked,
    /// The list of [`fractures`](super::fractures).
    Fractures,
    /// The list of [`treatments`](super::treatments).
    Treatments,
    /// The list of [`sections`](super::sections).
    Complete,
    /// A field of the one entry of `scans`.
    Scan(SlotOf<Scan>),
    /// The precision error of a region, of the entry of `scans`.
    Precision(Region),
    /// A field of a region of the scan.
    Region(Place, SlotOf<ScanRegion>),
    /// A laboratory result.
    Lab(LabColumn),
    /// The date of every laboratory result of the row.
    LabDate,
}

impl core::fmt::Debug for Target {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Target")
    }
}

/// A column: its name, where it goes, what it takes.
#[derive(Clone, Debug)]
pub struct Column {
    /// One spelling for one target: `bmd_l1_l4` is `bmd_lumbar_spine`.
    pub name: String,
    /// Where in the document it goes.
    pub target: Target,
    /// What it takes.
    pub kind: Kind,
}

impl Target {
    /// The section of `complete` in which the field stands.
    #[must_use]
    pub const fn section(self) -> Option<Section> {
        Some(match self {
            Self::RiskFactors(_) | Self::Glucocorticoid(_) => Section::RiskFactors,
            Self::History(_) => Section::History,
            Self::Fractures => Section::Fractures,
            Self::Treatments => Section::Treatments,
            Self::Lab(_) | Self::LabDate => Section::Labs,
            _ => return None,
        })
    }
}

/// The fields of a scan, as columns name them; `true`: a filled cell means that a scan was made.
const SCAN: &[(&str, bool, SlotOf<Scan>)] = &[
    ("scan_date", true, |scan| Slot::Date(&mut scan.date)),
    ("manufacturer", false, |scan| Slot::Choice(&mut scan.manufacturer)),
    ("model", false, |scan| Slot::Text(&mut scan.model)),
    ("database", false, |scan| Slot::Text(&mut scan.database)),
    ("facility", false, |scan| Slot::Text(&mut scan.facility)),
    ("scanner_serial", false, |scan| Slot::Text(&mut scan.scanner_serial)),
    ("software_version", false, |scan| Slot::Text(&mut scan.software_version)),
    ("scan_mode", false, |scan| Slot::Text(&mut scan.scan_mode)),
    ("tbs", true, |scan| Slot::Number(&mut scan.tbs)),
    ("tbs_z_score", true, |scan| Slot::Number(&mut scan.tbs_z_score)),
];

/// The fields of a region: prefix of the column, key of the document, whether it is a measurement.
const REGION: &[(&str, &str, bool, SlotOf<ScanRegion>)] = &[
    ("bmd_mg_", "bmd_mg_cm2", true, |region| Slot::Number(&mut region.bmd_mg_cm2)),
    ("sbmd_", "sbmd_mg_cm2", true, |region| Slot::Number(&mut region.sbmd_mg_cm2)),
    ("bmd_", "bmd_g_cm2", true, |region| Slot::Number(&mut region.bmd_g_cm2)),
    ("area_", "area_cm2", true, |region| Slot::Number(&mut region.area_cm2)),
    ("bmc_", "bmc_g", true, |region| Slot::Number(&mut region.bmc_g)),
    ("t_", "t_score", true, |region| Slot::Number(&mut region.t_score)),
    ("z_", "z_score", true, |region| Slot::Number(&mut region.z_score)),
    ("excluded_", "excluded", false, |region| Slot::Flag(&mut region.excluded)),
];

/// Whether a filled cell of this column means that a scan was made; a maker or an exclusion alone
/// stands in tables on the rows of people without one too.
#[must_use]
pub fn measures(name: &str) -> bool {
    SCAN.iter().any(|&(key, measures, _)| measures && key == name)
        || REGION
            .iter()
            .find(|(prefix, ..)| name.starts_with(prefix))
            .is_some_and(|&(_, _, measures, _)| measures)
}

/// The prefix of the columns for a key of a region, such as `bmd_` for `bmd_g_cm2`.
#[must_use]
pub fn region_prefix(key: &str) -> Option<&'static str> {
    REGION.iter().find(|(_, of_document, ..)| *of_document == key).map(|(prefix, ..)| *prefix)
}

/// What is said of a name that is near to none.
pub const NO_SUCH_COLUMN: &str = "no such column";

/// Finds a column by its name, in lower case.
///
/// # Errors
/// What may be meant instead.
pub fn column(name: &str) -> Result<Column, String> {
    if let Some((name, target)) = target(name) {
        return Ok(Column { kind: kind(target), name, target });
    }
    if let Some(laboratory) = name.strip_prefix("lab_") {
        return lab::column(laboratory).map(|laboratory| {
            let target = Target::Lab(laboratory);
            Column { kind: kind(target), name: name.to_owned(), target }
        });
    }
    let names = names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Err(nearest(name, &names)
        .map_or_else(|| NO_SUCH_COLUMN.to_owned(), |near| format!("did you mean {near}?")))
}

fn target(name: &str) -> Option<(String, Target)> {
    let target = match name {
        "id" => Target::Id,
        "fractures" => Target::Fractures,
        "treatments" => Target::Treatments,
        "complete" => Target::Complete,
        "scans" => Target::ScansAsked,
        "spine_imaging" => Target::SpineImagingAsked,
        "spine_imaging_levels" => Target::SpineImagingLevels,
        "frax_adjusted_for" => Target::FraxAdjustedFor,
        "lab_date" => Target::LabDate,
        _ => return flattened(name).map(|target| (name.to_owned(), target)).or_else(|| of_region(name)),
    };
    Some((name.to_owned(), target))
}

fn flattened(name: &str) -> Option<Target> {
    let of_scan = || SCAN.iter().find(|(key, ..)| *key == name).map(|&(_, _, slot)| slot);
    let target = if let Some(slot) = Patient::slot_of(name) {
        Target::Patient(slot)
    } else if let Some(slot) = RiskFactors::slot_of(name) {
        Target::RiskFactors(slot)
    } else if let Some(slot) = History::slot_of(name) {
        Target::History(slot)
    } else if let Some(slot) = name.strip_prefix("glucocorticoid_").and_then(Glucocorticoid::slot_of) {
        Target::Glucocorticoid(slot)
    } else if let Some(slot) = name.strip_prefix("frax_").and_then(Frax::slot_of) {
        Target::Frax(slot)
    } else if let Some(slot) = name.strip_prefix("spine_imaging_").and_then(SpineImaging::slot_of) {
        Target::SpineImaging(slot)
    } else {
        Target::Scan(of_scan()?)
    };
    // Objects and lists are no column.
    slot_kind(target).is_some().then_some(target)
}

fn of_region(name: &str) -> Option<(String, Target)> {
    if let Some(region) = name.strip_prefix("precision_").and_then(Region::from_key) {
        return Some((name.to_owned(), Target::Precision(region)));
    }
    let (prefix, _, _, slot) = REGION.iter().find(|(prefix, ..)| name.starts_with(prefix))?;
    let place = Place::of(name.get(prefix.len()..)?)?;
    Some((format!("{prefix}{place}"), Target::Region(place, *slot)))
}

fn kind(target: Target) -> Kind {
    match target {
        Target::Precision(_) => Kind::Number,
        Target::Lab(LabColumn::Measured(..)) => Kind::Result,
        Target::LabDate => Kind::Date,
        Target::Fractures
        | Target::Treatments
        | Target::Complete
        | Target::ScansAsked
        | Target::SpineImagingAsked
        | Target::SpineImagingLevels
        | Target::FraxAdjustedFor => Kind::List,
        _ => slot_kind(target).unwrap_or(Kind::Text),
    }
}

/// The kind of a field that a slot opens.
fn slot_kind(target: Target) -> Option<Kind> {
    match target {
        Target::Patient(slot) => Kind::of(&slot(&mut Patient::default())),
        Target::RiskFactors(slot) => Kind::of(&slot(&mut RiskFactors::default())),
        Target::Glucocorticoid(slot) => Kind::of(&slot(&mut Glucocorticoid::default())),
        Target::History(slot) => Kind::of(&slot(&mut History::default())),
        Target::Frax(slot) => Kind::of(&slot(&mut Frax::default())),
        Target::SpineImaging(slot) => Kind::of(&slot(&mut SpineImaging::default())),
        Target::Scan(slot) => Kind::of(&slot(&mut Scan::default())),
        Target::Region(_, slot) => Kind::of(&slot(&mut ScanRegion::default())),
        _ => None,
    }
}

/// Every column but those of laboratory results (`lab_<analyte>_<unit>`).
#[must_use]
pub fn names() -> Vec<String> {
    let flat = |prefix: &'static str, keys: &'static [&'static str]| {
        keys.iter().map(move |key| format!("{prefix}{key}"))
    };
    let candidates = flat("", Patient::KEYS)
        .chain(flat("", &["lab_date"]))
        .chain(SCAN.iter().map(|(key, ..)| (*key).to_owned()))
        .chain(flat("frax_", Frax::KEYS))
        .chain(flat("spine_imaging_", SpineImaging::KEYS))
        .chain(flat("", RiskFactors::KEYS))
        .chain(flat("glucocorticoid_", Glucocorticoid::KEYS))
        .chain(flat("", History::KEYS));
    let mut names: Vec<String> = candidates.filter(|name| target(name).is_some()).collect();
    for (prefix, ..) in REGION {
        names.extend(flat(prefix, Region::KEYS));
        names.extend(flat(prefix, &["l1", "l2", "l3", "l4"]));
        for region in Region::ALL.iter().filter(|region| has_sides(**region)) {
            names.extend([Side::Left, Side::Right].map(|side| format!("{prefix}{region}_{side}")));
        }
    }
    names.extend(flat("precision_", Region::KEYS));
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_a_column_of_its_own() {
        let mut names = names();
        for name in &names {
            assert_eq!(column(name).unwrap().name, *name);
        }
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    #[test]
    fn the_documented_names() {
        for name in [
            "id",
            "sex",
            "age_years",
            "height_cm",
            "postmenopausal",
            "manufacturer",
            "model",
            "database",
            "bmd_femoral_neck",
            "bmd_l1",
            "area_l1",
            "bmc_l4",
            "bmd_radius_33",
            "t_femoral_neck",
            "bmd_mg_total_hip_left",
            "sbmd_total_hip",
            "excluded_l4",
            "precision_total_hip",
            "fractures",
            "frax_model",
            "frax_with_bmd",
            "treatments",
            "lab_calcium_mmol_l",
            "complete",
            "scan_date",
            "glucocorticoid_mg_per_day",
            "current_smoker",
            "paget_disease",
            "spine_imaging_result",
            "months_since_myocardial_infarction_or_stroke",
            "bmd_l2_l4",
            "scans",
            "falls_past_year",
        ] {
            assert_eq!(column(name).map(|column| column.name), Ok(name.to_owned()));
        }
        assert_eq!(column("bmd_l1_l4").unwrap().name, "bmd_lumbar_spine");
    }

    #[test]
    fn an_unknown_name_gets_the_nearest() {
        for (name, near) in [
            ("heigth_cm", "height_cm"),
            ("bmd_femoral_nek", "bmd_femoral_neck"),
            ("current_smoke", "current_smoker"),
            ("bmd_lumbar_spine_left", "bmd_lumbar_spine"),
            ("glucocorticoid", "glucocorticoid"),
        ] {
            assert!(column(name).map(|column| column.name).unwrap_err().contains(near), "{name}");
        }
        assert_eq!(column("zzzzzzzzzzzzzzzz").map(|column| column.name), Err(NO_SUCH_COLUMN.to_owned()));
    }
}
