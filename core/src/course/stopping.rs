//! The end of treatment, by GRIO 2018. It never speaks of denosumab.

use jiff::civil::Date;

use crate::diagnosis::{and, days_of_months, or};
use crate::document::guidance::CourseStatus;
use crate::document::{Drug, RiskFactors, StopReason};
use crate::facts::days_between;
use crate::guideline::fact::grio;

use super::answer::{Action, CourseAnswer, CourseRule, CourseWhy};
use super::density::DensityChange;
use super::limits;
use super::taken::{
    Taken, after_months, any_holds, at_most, is_bisphosphonate, open_fields, reached, that_hold,
};

const RULE: CourseRule = CourseRule::StopGrio;

/// Whether the course may end; `None` where the rule does not speak of the drug.
pub(super) fn stopping(taken: &Taken<'_>) -> Option<CourseAnswer> {
    if !(is_bisphosphonate(taken.drug) || matches!(taken.drug, Drug::Raloxifene | Drug::Unspecified)) {
        return None;
    }
    match taken.stopped {
        Some(stopped) => after_the_end(taken, stopped),
        None => Some(running(taken)),
    }
}

fn running(taken: &Taken<'_>) -> CourseAnswer {
    let new = |status, action| CourseAnswer::new(taken.drug, RULE, status, action);
    let long = taken.days().map(|days| reached(days, limits::STOP_ASKED_MONTHS));
    if long == Some(false) {
        let due = taken.treatment.start.and_then(|start| after_months(start, limits::STOP_ASKED_MONTHS));
        return new(CourseStatus::Continue, Action::ContinueToReview).by(due).because(CourseWhy::NotYet);
    }
    let density = DensityChange::of(taken);
    let severe = (grio::SEVERE_FRACTURE.read)(taken.evidence);
    let low = at_most(taken.end_hip_t(), limits::STOP_HIP_T.to_f64());
    // A hip that was not measured is not known to be above the limit.
    let not_above = if taken.end_hip_t() == crate::evidence::Seen::NotMeasured { Some(true) } else { low };
    let against = [
        (CourseWhy::FractureOnTreatment, taken.any_fracture(), "fractures.on_treatment"),
        (CourseWhy::NewRiskFactor, new_risk_factor(taken), "risk_factors"),
        (CourseWhy::DensityLoss, density.is_above_grio_limit(), "scans"),
        (CourseWhy::SevereFractureHipT, and(severe, not_above), "scans"),
    ];
    let any = any_holds(&against);
    let drug_known = (taken.drug != Drug::Unspecified).then_some(true);
    let may_end = and(and(long, drug_known), any.map(|any| !any));
    let mut said = match (any, may_end) {
        (Some(true), _) => {
            new(CourseStatus::Continue, Action::SpecialistAdvice).because_all(that_hold(&against))
        }
        (_, Some(true)) => {
            let months = limits::STOP_DXA_MONTHS;
            new(CourseStatus::Stop, Action::DxaInMonths(months as u32))
                .by(taken.today.and_then(|today| after_months(today, months)))
                .because(CourseWhy::NoneApplies)
        }
        _ => {
            let mut missing = if long.is_none() { taken.missing_days() } else { Vec::new() };
            missing.extend(drug_known.is_none().then_some("treatments.drug"));
            missing.extend(open_fields(&against));
            let said = CourseAnswer::unknown(taken.drug, RULE, missing);
            let earlier = density.is_above_grio_limit().is_none() && taken.has_scan();
            if earlier { said.because(CourseWhy::EarlierScanMissing) } else { said }
        }
    };
    if density.scanner_not_stated() {
        said.reasons.push(CourseWhy::ScannerNotStated);
    }
    said
}

/// Risk factors that may come on treatment; those of the family and of the past do not.
const MAY_BE_NEW: &[fn(&RiskFactors) -> Option<bool>] = &[
    |r| r.current_smoker,
    |r| r.rheumatoid_arthritis,
    |r| r.systemic_lupus,
    |r| r.frailty,
    |r| r.type_1_diabetes,
    |r| r.type_2_diabetes,
    |r| r.copd,
    |r| r.chronic_liver_disease,
    |r| r.chronic_kidney_disease,
    |r| r.malabsorption,
    |r| r.inflammatory_bowel_disease,
    |r| r.coeliac_disease,
    |r| r.gastrectomy,
    |r| r.bariatric_surgery,
    |r| r.hyperparathyroidism,
    |r| r.hyperthyroidism,
    |r| r.cushing,
    |r| r.hypogonadism,
    |r| r.hiv,
    |r| r.aromatase_inhibitor,
    |r| r.androgen_deprivation,
    |r| r.epilepsy_or_anticonvulsant,
    |r| r.dementia,
    |r| r.parkinson,
    |r| r.multiple_sclerosis,
    |r| r.immobility,
    |r| r.mgus,
    |r| r.axial_spondyloarthritis,
];

/// Whether a risk factor came on treatment. The document says when only of glucocorticoids: any other that is
/// there may be old or new, so that only a person asked for all of them and with none has no new one.
fn new_risk_factor(taken: &Taken<'_>) -> Option<bool> {
    let e = taken.evidence;
    let person = e.person;
    let glucocorticoid = match (e.glucocorticoid.current, e.glucocorticoid.started_or_raised_months_ago) {
        (Some(false), _) => Some(false),
        (Some(true), Some(months)) => taken.days().map(|days| days > days_of_months(months)),
        _ => None,
    };
    let few_falls = f64::from(e.falls.at_most) < limits::REPEATED_FALLS;
    let falls = few_falls.then_some(false);
    MAY_BE_NEW.iter().fold(or(glucocorticoid, falls), |any, &key| {
        let absent = person.risk_factor(key) == Some(false);
        or(any, absent.then_some(false))
    })
}

/// After the end density is measured once more.
fn after_the_end(taken: &Taken<'_>, stopped: Date) -> Option<CourseAnswer> {
    let early = taken.days().is_none_or(|days| !reached(days, limits::STOP_ASKED_MONTHS));
    let completed = taken.treatment.stop_reason == Some(StopReason::Completed);
    if taken.drug == Drug::Unspecified
        || early && !completed
        || taken.followed_by(stopped, |_| true).is_some()
    {
        return None;
    }
    let months = limits::STOP_DXA_MONTHS;
    let due = after_months(stopped, months);
    let scans = taken.evidence.scores.iter().filter_map(|score| score.date);
    if scans.max().is_some_and(|latest| due.is_some_and(|due| latest >= due)) {
        return None;
    }
    let new = |status, action| CourseAnswer::new(taken.drug, RULE, status, action);
    let Some(today) = taken.today else {
        return Some(CourseAnswer::unknown(taken.drug, RULE, vec!["assessed_on"]));
    };
    Some(if reached(days_between(stopped, today), months) {
        new(CourseStatus::Due, Action::DxaNow).by(due)
    } else {
        new(CourseStatus::Stop, Action::DxaInMonths(months as u32)).by(due)
    })
}
