//! Failure of treatment, by IOF 2012.

use crate::diagnosis::{and, fractures_are_known, or};
use crate::document::guidance::CourseStatus;
use crate::document::{Fracture, FractureSite as S};
use crate::evidence::{Range, SiteSet};

use super::answer::{Action, CourseAnswer, CourseRule, CourseWhy};
use super::density::DensityChange;
use super::limits;
use super::marker;
use super::taken::{Taken, reached};

const RULE: CourseRule = CourseRule::FailureIof2012;

/// Fractures of these sites do not count.
const NOT_COUNTED: SiteSet =
    SiteSet::of(&[S::Hand, S::Finger, S::Foot, S::Heel, S::Toe, S::Ankle, S::Skull, S::Face]);

/// Whether the treatment fails.
pub(super) fn failure(taken: &Taken<'_>) -> CourseAnswer {
    let fractures = fractures(taken);
    let marker = marker::did_not_change(taken);
    let density = DensityChange::of(taken);
    let loss = density.is_significant_loss();
    let at_least = |count: f64| {
        if f64::from(fractures.least) >= count {
            Some(true)
        } else if f64::from(fractures.most) < count {
            Some(false)
        } else {
            None
        }
    };
    let many = at_least(limits::FAILURE_FRACTURES);
    let with_one = and(at_least(1.0), or(marker, loss));
    let fails = or(many, or(with_one, and(marker, loss)));

    let adherent = taken.treatment.adherent;
    let long = taken.days().map(|days| reached(days, limits::FAILURE_MONTHS));
    let applies = and(adherent, long);
    let new = |status, action| CourseAnswer::new(taken.drug, RULE, status, action);
    let mut said = match and(applies, fails) {
        Some(true) => new(CourseStatus::Failure, Action::ChangeTreatment).by(taken.today),
        Some(false) => {
            let asks = fractures.least >= 1 || adherent == Some(false);
            let action = if asks { Action::ReviewAdherence } else { Action::None };
            new(CourseStatus::NotFailure, action)
        }
        None => CourseAnswer::unknown(taken.drug, RULE, missing(taken, fractures, marker, loss)),
    };
    let reasons = [
        (adherent == Some(false), CourseWhy::NotAdherent),
        (long == Some(false), CourseWhy::NotYet),
        (many == Some(true), CourseWhy::Fractures),
        (fractures.least == 1, CourseWhy::OneFracture),
        (marker == Some(true), CourseWhy::MarkersNotReduced),
        (loss == Some(true), CourseWhy::SignificantLoss),
        (said.missing.contains(&"scans") && taken.has_scan(), CourseWhy::EarlierScanMissing),
        (loss.is_some() && density.scanner_not_stated(), CourseWhy::ScannerNotStated),
    ];
    said.reasons.extend(reasons.into_iter().filter_map(|(holds, why)| holds.then_some(why)));
    said
}

/// Fractures on this course that count; those of one day or one event are one.
fn fractures(taken: &Taken<'_>) -> Range {
    let asked = fractures_are_known(taken.evidence.person);
    let mut found = Range { least: 0, most: if asked { 0 } else { u32::MAX } };
    let counted = || {
        taken.fractures().filter_map(|(fracture, on)| {
            let never = NOT_COUNTED.has(fracture.site);
            (!never && on != Some(false)).then_some((fracture.fracture, on == Some(true)))
        })
    };
    for (index, (fracture, certain)) in counted().enumerate() {
        let same = |other: &Fracture| {
            (other.event_id.is_some() && other.event_id == fracture.event_id)
                || (other.date.is_some() && other.date == fracture.date)
        };
        let earlier = counted().take(index).filter(|(other, _)| same(other));
        let (listed, for_certain) = earlier.fold((false, false), |(_, any), (_, sure)| (true, any || sure));
        found.most = found.most.saturating_add(u32::from(!listed));
        found.least = found.least.saturating_add(u32::from(certain && !for_certain));
    }
    found
}

fn missing(
    taken: &Taken<'_>,
    fractures: Range,
    marker: Option<bool>,
    loss: Option<bool>,
) -> Vec<&'static str> {
    let mut missing = taken.missing_days();
    let asks = [
        (taken.treatment.adherent.is_none(), "treatments.adherent"),
        (fractures.least != fractures.most, "fractures"),
        (marker.is_none() && loss != Some(true) || marker.is_none() && fractures.most == 0, "labs.ctx"),
        (loss.is_none(), "scans"),
    ];
    missing.extend(asks.into_iter().filter_map(|(open, field)| open.then_some(field)));
    missing
}
