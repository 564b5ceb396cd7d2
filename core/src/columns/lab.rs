//! `lab_<analyte>_<unit>` columns, and their cells with a leading `<` or `>`.

use crate::document::{Analyte, Comparator, Lab, LabStatus};
use crate::error::nearest;

use super::cell::{Fault, Value};
use super::number::number;

/// What a laboratory column holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LabColumn {
    /// A number in this unit.
    Measured(Analyte, &'static str),
    /// A result in words.
    Coded(Analyte),
}

/// Units as columns spell them, and as laboratories write them.
const UNITS: &[(&str, &str)] = &[
    ("mmol_l", "mmol/L"),
    ("umol_l", "umol/L"),
    ("nmol_l", "nmol/L"),
    ("pmol_l", "pmol/L"),
    ("g_l", "g/L"),
    ("mg_l", "mg/L"),
    ("ug_l", "ug/L"),
    ("ng_l", "ng/L"),
    ("g_dl", "g/dL"),
    ("mg_dl", "mg/dL"),
    ("ug_dl", "ug/dL"),
    ("ng_dl", "ng/dL"),
    ("ug_ml", "ug/mL"),
    ("ng_ml", "ng/mL"),
    ("pg_ml", "pg/mL"),
    ("u_l", "U/L"),
    ("u_ml", "U/mL"),
    ("iu_l", "IU/L"),
    ("iu_ml", "IU/mL"),
    ("mu_l", "mU/L"),
    ("miu_l", "mIU/L"),
    ("uiu_ml", "uIU/mL"),
    ("ukat_l", "ukat/L"),
    ("meq_l", "mEq/L"),
    ("ml_min", "mL/min"),
    ("ml_min_1_73m2", "mL/min/1.73m2"),
    ("ml_min_173m2", "mL/min/1.73m2"),
    ("mmol_24h", "mmol/24h"),
    ("mg_24h", "mg/24h"),
    ("mmol_d", "mmol/d"),
    ("mg_d", "mg/d"),
    ("mg_mmol", "mg/mmol"),
    ("percent", "%"),
    ("ratio", "ratio"),
    ("mm_h", "mm/h"),
    ("giga_l", "G/L"),
    ("10e9_l", "10^9/L"),
    ("10e3_ul", "10^3/uL"),
];

/// Reads the name of a column after `lab_`; the error names the nearest analyte or the units.
pub(super) fn column(name: &str) -> Result<LabColumn, String> {
    // The longest analyte wins: `calcium_urine_24h_mmol_24h` is no calcium.
    let analyte = Analyte::ALL.iter().copied().filter(|analyte| {
        name.strip_prefix(analyte.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    });
    let Some(analyte) = analyte.max_by_key(|analyte| analyte.as_str().len()) else {
        // Compare as many words as the analyte has.
        let near = Analyte::KEYS.iter().filter_map(|key| {
            let words = key.split('_').count();
            let head = name.splitn(words + 1, '_').take(words).collect::<Vec<_>>().join("_");
            nearest(&head, &[key])
        });
        let hint = near.max_by_key(|key| key.len()).map_or_else(
            || format!("analytes: {}", Analyte::KEYS.join(", ")),
            |near| format!("did you mean lab_{near}_...?"),
        );
        return Err(hint);
    };
    let spelled = name.get(analyte.as_str().len()..).unwrap_or("").trim_start_matches('_');
    if spelled == "coded" {
        return Ok(LabColumn::Coded(analyte));
    }
    let unit = UNITS.iter().find(|(spelling, _)| *spelling == spelled);
    unit.map(|(_, unit)| LabColumn::Measured(analyte, unit)).ok_or_else(|| {
        let units: Vec<_> = UNITS.iter().map(|(spelling, _)| *spelling).collect();
        let near = nearest(spelled, &units).filter(|_| !spelled.is_empty());
        let near = near.map_or(String::new(), |near| format!("did you mean lab_{analyte}_{near}? "));
        format!("{near}a laboratory column is lab_{analyte}_<unit>, with a unit of {}", units.join(", "))
    })
}

/// The names of all of them.
pub(super) fn names() -> impl Iterator<Item = String> {
    let spellings = || UNITS.iter().map(|(spelling, _)| *spelling).chain(["coded"]);
    Analyte::ALL.iter().flat_map(move |analyte| spellings().map(move |unit| format!("lab_{analyte}_{unit}")))
}

/// Reads a trimmed, non-empty cell: a number, `<0.5`, `>90`, `pending` or `not_done`.
pub(super) fn result(text: &str, decimal_comma: bool) -> Result<Value<'_>, Fault> {
    let compared = |comparator, digits: &str| {
        number(digits.trim_start(), decimal_comma).map(|value| Value::Compared(comparator, value))
    };
    match text.as_bytes().first() {
        Some(b'<') => compared(Comparator::Below, text.trim_start_matches('<')),
        Some(b'>') => compared(Comparator::Above, text.trim_start_matches('>')),
        Some(b'p' | b'n') if status(text).is_some() => Ok(Value::Text(text)),
        _ => number(text, decimal_comma).map(Value::Number),
    }
}

fn status(text: &str) -> Option<LabStatus> {
    LabStatus::from_key(text).filter(|status| *status != LabStatus::Final)
}

/// The result in the document; `None` for an unknown one.
#[must_use]
pub fn lab(column: LabColumn, value: Value<'_>) -> Option<Lab> {
    let (analyte, unit) = match column {
        LabColumn::Measured(analyte, unit) => (analyte, Some(unit)),
        LabColumn::Coded(analyte) => (analyte, None),
    };
    let mut lab = Lab { analyte: Some(analyte), ..Lab::default() };
    match (value, unit) {
        (Value::Number(value), Some(unit)) => (lab.value, lab.unit) = (Some(value), Some(unit.to_owned())),
        (Value::Compared(comparator, value), Some(unit)) => {
            (lab.comparator, lab.value, lab.unit) = (Some(comparator), Some(value), Some(unit.to_owned()));
        }
        (Value::Text(text), Some(_)) => lab.status = Some(status(text)?),
        (Value::Text(text), None) => lab.coded = Some(text.to_owned()),
        _ => return None,
    }
    Some(lab)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn analytes_and_units() {
        for (name, analyte, unit) in [
            ("calcium_mmol_l", Analyte::Calcium, "mmol/L"),
            ("calcium_corrected_mg_dl", Analyte::CalciumCorrected, "mg/dL"),
            ("calcium_urine_24h_mmol_24h", Analyte::CalciumUrine24h, "mmol/24h"),
            ("vitamin_d_25oh_nmol_l", Analyte::VitaminD25oh, "nmol/L"),
            ("egfr_ml_min_1_73m2", Analyte::Egfr, "mL/min/1.73m2"),
            ("transferrin_saturation_percent", Analyte::TransferrinSaturation, "%"),
        ] {
            assert_eq!(column(name), Ok(LabColumn::Measured(analyte, unit)), "{name}");
        }
        let coded = LabColumn::Coded(Analyte::SerumProteinElectrophoresis);
        assert_eq!(column("serum_protein_electrophoresis_coded"), Ok(coded));
        assert!(column("calcum_mmol_l").unwrap_err().contains("lab_calcium_"));
        assert!(column("calcium_mol_l").unwrap_err().contains("lab_calcium_mmol_l"));
        assert!(column("calcium").unwrap_err().contains("lab_calcium_<unit>"));
    }

    #[test]
    fn a_leading_sign_is_the_comparator() {
        let read = |text| {
            let value = result(text, true).unwrap();
            lab(LabColumn::Measured(Analyte::Crp, "mg/L"), value).unwrap()
        };
        let below = read("<0,5");
        assert_eq!((below.comparator, below.value), (Some(Comparator::Below), Some(0.5)));
        assert_eq!(below.unit.as_deref(), Some("mg/L"));
        assert_eq!(read("> 90").comparator, Some(Comparator::Above));
        assert_eq!(read("4.2").comparator, None);
        assert_eq!(read("pending").status, Some(LabStatus::Pending));
        assert!(result("see report", true).is_err());
    }
}
