//! Creatinine clearance: as stated, by Cockcroft and Gault, or what an estimated filtration rate says of it.
//!
//! The limits of drugs are limits of creatinine clearance. An estimated filtration rate below a limit counts as
//! below it; one above proves nothing short of 60, where no limit can be missed.

use crate::document::{Analyte, Lab, Sex};
use crate::evidence::{Evidence, Seen};
use crate::reference::thresholds::{
    COCKCROFT_GAULT_AGE, COCKCROFT_GAULT_DIVISOR, COCKCROFT_GAULT_WOMEN, CREATININE_UMOL_L_PER_MG_DL,
    DIALYSIS_EXCLUDED_FROM, EGFR_SUFFICIENT_FROM,
};

use super::laboratory::{between, ends, is_in, is_ml_per_min, is_undated, newer_is_pending, recent, value};

/// Where a creatinine clearance comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenalSource {
    /// Stated by the laboratory.
    Stated,
    /// Computed from creatinine, age, sex and weight.
    CockcroftGault,
    /// An estimated filtration rate.
    Egfr,
    /// Nowhere.
    None,
}

/// Creatinine clearance, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Renal {
    /// mL/min.
    pub clearance: Seen,
    /// Where it comes from.
    pub source: RenalSource,
    /// Whether nothing says how old the result is.
    pub undated: bool,
    /// Whether there is a result, and it is too old to count.
    pub too_old: bool,
    /// Whether a newer one is pending.
    pub newer_pending: bool,
    /// What would make it known.
    pub needs: &'static [&'static str],
}

/// What tells of renal function.
const MEASURED: &[Analyte] = &[Analyte::Crcl, Analyte::Creatinine, Analyte::Egfr];

impl Renal {
    pub(super) fn read(evidence: &Evidence<'_>) -> Self {
        let stated = recent(evidence, Analyte::Crcl).current().filter(|lab| is_ml_per_min(lab));
        let creatinine = recent(evidence, Analyte::Creatinine).current();
        let computed = creatinine.and_then(|lab| Some((lab, cockcroft_gault(evidence, lab)?)));
        let of = |lab: &Lab, clearance, source, needs| Self {
            clearance,
            source,
            undated: is_undated(evidence, lab),
            too_old: false,
            newer_pending: newer_is_pending(evidence, MEASURED, lab),
            needs,
        };
        match (stated, computed) {
            // A creatinine of a later day overrides a clearance of an earlier one.
            (Some(lab), Some((creatinine, clearance)))
                if creatinine.date > lab.date && lab.date.is_some() =>
            {
                of(creatinine, clearance, RenalSource::CockcroftGault, &[])
            }
            (Some(lab), _) => of(lab, value(lab), RenalSource::Stated, &["crcl"]),
            (None, Some((lab, clearance))) => {
                of(lab, clearance, RenalSource::CockcroftGault, &["creatinine"])
            }
            (None, None) => {
                let weighed = evidence.person.weight().is_some();
                let needs: &[&str] = match (creatinine, weighed) {
                    (Some(_), false) => &["weight_kg"],
                    (_, true) => &["creatinine"],
                    (None, false) => &["creatinine", "weight_kg"],
                };
                match recent(evidence, Analyte::Egfr).current().filter(|lab| is_ml_per_min(lab)) {
                    Some(lab) => of(lab, from_egfr(value(lab)), RenalSource::Egfr, needs),
                    None => Self {
                        clearance: Seen::UNKNOWN,
                        source: RenalSource::None,
                        undated: false,
                        too_old: MEASURED.iter().any(|&analyte| recent(evidence, analyte).is_too_old()),
                        newer_pending: false,
                        needs,
                    },
                }
            }
        }
    }

    /// Nobody whose clearance is known to be this high is on dialysis.
    pub(super) fn excludes_dialysis(&self) -> Option<bool> {
        let (low, _) = ends(self.clearance)?;
        (low >= DIALYSIS_EXCLUDED_FROM).then_some(false)
    }
}

/// (140 - age) x weight / (72 x creatinine in mg/dL), for women x 0.85; `None` where something is unknown.
fn cockcroft_gault(evidence: &Evidence<'_>, creatinine: &Lab) -> Option<Seen> {
    let person = evidence.person;
    let weight = person.weight()?.kg();
    let per_mg_dl = match () {
        () if is_in(creatinine, "umol/l") => CREATININE_UMOL_L_PER_MG_DL,
        () if is_in(creatinine, "mg/dl") => 1.0,
        () => return None,
    };
    let (low, high) = ends(value(creatinine))?;
    let years = (COCKCROFT_GAULT_AGE - evidence.age()).max(0.0);
    let at =
        |stated: f64, factor: f64| years * weight / (COCKCROFT_GAULT_DIVISOR * stated / per_mg_dl) * factor;
    let (least, most) = match person.sex {
        // Hormones move creatinine; both factors stand.
        _ if person.is_transgender() => (COCKCROFT_GAULT_WOMEN, 1.0),
        Sex::Female => (COCKCROFT_GAULT_WOMEN, COCKCROFT_GAULT_WOMEN),
        Sex::Male => (1.0, 1.0),
    };
    Some(between(at(high, least), at(low, most)))
}

fn from_egfr(egfr: Seen) -> Seen {
    let Some((low, high)) = ends(egfr) else { return Seen::UNKNOWN };
    if low >= EGFR_SUFFICIENT_FROM {
        Seen::Between(EGFR_SUFFICIENT_FROM, f64::INFINITY)
    } else if high < EGFR_SUFFICIENT_FROM {
        Seen::Between(0.0, high)
    } else {
        Seen::UNKNOWN
    }
}
