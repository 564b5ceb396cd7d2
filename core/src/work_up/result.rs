//! Whether a result is remarkable: by the laboratory's own limits first, else by those that are shipped.

use crate::citation::CitationId;
use crate::document::guidance::TestStatus;
use crate::document::{Analyte, Comparator, Lab};
use crate::evidence::Evidence;
use crate::facts::same_unit;
use crate::quantity::Compared;
use crate::reference::thresholds::EGFR_SUFFICIENT_FROM;
use crate::safety::{Facts, RenalSource, corrected_for_albumin, is_too_old};

use super::suggests::suggests;
use super::tables::{LIMITS, Limit, Side};

/// Whose limit a result was held against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reference {
    /// The laboratory's own.
    Laboratory(f64),
    /// One that is shipped.
    Shipped(&'static Limit),
}

impl Reference {
    /// The limit.
    #[must_use]
    pub const fn limit(self) -> f64 {
        match self {
            Self::Laboratory(limit) => limit,
            Self::Shipped(row) => row.limit,
        }
    }

    /// Where it stands, unless it is the laboratory's.
    #[must_use]
    pub const fn citation(self) -> Option<CitationId> {
        match self {
            Self::Laboratory(_) => None,
            Self::Shipped(row) => Some(row.citation),
        }
    }
}

/// What a result was judged by, where it was not the result itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Through {
    /// Calcium corrected for albumin, as drug safety reads it.
    CorrectedCalcium(f64),
    /// The creatinine clearance, as drug safety reads it: at least and at most.
    Clearance(f64, f64),
}

/// What a result says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// Where it stands.
    pub status: TestStatus,
    /// The side on which it is remarkable.
    pub side: Option<Side>,
    /// The limit on the low side.
    pub low: Option<Reference>,
    /// The limit on the high side.
    pub high: Option<Reference>,
    /// What it was judged by, where that is not the result itself.
    pub through: Option<Through>,
}

/// Judges a result. One side without a limit, and it is not known to be unremarkable.
#[must_use]
pub fn judge(analyte: Analyte, lab: &Lab, country: Option<&str>) -> Judged {
    let low = reference(analyte, lab, Side::Low, country);
    let high = reference(analyte, lab, Side::High, country);
    let judged = |status, side| Judged { status, side, low, high, through: None };
    let Some(value) = lab.value else {
        let status = match lab.coded.as_deref().map(str::trim) {
            Some(word) if is_one_of(word, &["positive", "abnormal", "present"]) => TestStatus::Flagged,
            Some(word) if is_one_of(word, &["negative", "normal", "absent"]) => TestStatus::Unremarkable,
            _ => TestStatus::NotJudged,
        };
        let side = (status == TestStatus::Flagged).then_some(Side::High);
        return judged(status, side);
    };
    let mut open = false;
    for (side, reference) in [(Side::Low, low), (Side::High, high)] {
        if suggests(analyte, side).is_none() {
            continue;
        }
        match reference.map(|reference| beyond(value, lab.comparator, reference.limit(), side)) {
            Some(Some(true)) => return judged(TestStatus::Flagged, Some(side)),
            Some(Some(false)) => {}
            Some(None) | None => open = true,
        }
    }
    let speaks = [Side::Low, Side::High].into_iter().any(|side| suggests(analyte, side).is_some());
    let doubtful = open || !speaks || is_reduced(analyte, value, low);
    judged(if doubtful { TestStatus::NotJudged } else { TestStatus::Unremarkable }, None)
}

/// A renal function above the limit of what it suggests, and not high enough to be called normal.
fn is_reduced(analyte: Analyte, value: f64, low: Option<Reference>) -> bool {
    let shipped = matches!(low, None | Some(Reference::Shipped(_)));
    matches!(analyte, Analyte::Egfr | Analyte::Crcl) && shipped && value < EGFR_SUFFICIENT_FROM
}

/// Judges total calcium by what drug safety makes of it with albumin, and creatinine without a limit by renal
/// function.
pub(super) fn judge_of(e: &Evidence<'_>, analyte: Analyte, lab: &Lab) -> Judged {
    let country = e.person.document.country.as_deref();
    let plain = judge(analyte, lab, country);
    match analyte {
        Analyte::Calcium => by_albumin(e, lab, country).unwrap_or(plain),
        Analyte::Creatinine if plain.status == TestStatus::NotJudged => {
            by_clearance(e, lab, country).unwrap_or(plain)
        }
        _ => plain,
    }
}

fn by_albumin(e: &Evidence<'_>, lab: &Lab, country: Option<&str>) -> Option<Judged> {
    let corrected = corrected_for_albumin(e, lab)?.known()?;
    let read = Lab { value: Some(corrected), comparator: None, ..lab.clone() };
    let judged = judge(Analyte::CalciumCorrected, &read, country);
    Some(Judged { through: Some(Through::CorrectedCalcium(corrected)), ..judged })
}

fn by_clearance(e: &Evidence<'_>, lab: &Lab, country: Option<&str>) -> Option<Judged> {
    let facts = Facts::read(e);
    let (least, most) =
        facts.renal().clearance.ends().filter(|_| facts.renal().source != RenalSource::None)?;
    let is = |value: f64, status| {
        let read = Lab { value: Some(value), ..Lab::default() };
        value.is_finite() && judge(Analyte::Crcl, &read, country).status == status
    };
    let (status, side) = if is(most, TestStatus::Flagged) {
        (TestStatus::Flagged, Some(Side::High))
    } else if is(least, TestStatus::Unremarkable) {
        (TestStatus::Unremarkable, None)
    } else {
        (TestStatus::NotJudged, None)
    };
    // A creatinine that is too old says nothing of renal function.
    (!is_too_old(e, Analyte::Creatinine) && lab.value.is_some()).then_some(Judged {
        status,
        side,
        low: None,
        high: None,
        through: Some(Through::Clearance(least, most)),
    })
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

fn reference(analyte: Analyte, lab: &Lab, side: Side, country: Option<&str>) -> Option<Reference> {
    let own = match side {
        Side::Low => lab.reference_low,
        Side::High => lab.reference_high,
    };
    if let Some(own) = own {
        return Some(Reference::Laboratory(own));
    }
    let fits = |row: &&Limit| {
        row.analyte == analyte
            && row.side == side
            && (row.unit.is_empty() || lab.unit.as_deref().is_some_and(|unit| same_unit(unit, row.unit)))
            && (row.country.is_empty() || country.is_some_and(|here| here.eq_ignore_ascii_case(row.country)))
    };
    // A row of a country stands before the one for all.
    LIMITS.iter().find(fits).map(Reference::Shipped)
}

/// Whether a value is beyond a limit; one beyond the range of the method says at most, or at least, so much.
fn beyond(value: f64, comparator: Option<Comparator>, limit: f64, side: Side) -> Option<bool> {
    let (value, limit) = (Compared::exact(value), Compared::exact(limit));
    match (side, comparator) {
        (Side::Low, None) => Some(value < limit),
        (Side::High, None) => Some(value > limit),
        (Side::Low, Some(Comparator::Below)) => (value <= limit).then_some(true),
        (Side::High, Some(Comparator::Above)) => (value >= limit).then_some(true),
        (Side::Low, Some(Comparator::Above)) => (value >= limit).then_some(false),
        (Side::High, Some(Comparator::Below)) => (value <= limit).then_some(false),
    }
}
