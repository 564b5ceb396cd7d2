//! Imaging of the spine (ISCD 2019), and of both femurs.

use crate::diagnosis::{and, or, past_fractures};
use crate::document::guidance::TestStatus;
use crate::document::{FractureSite, SpineImagingResult};
use crate::evidence::{Evidence, Seen};

use super::tables;

/// Why the spine is imaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpineSign {
    /// A woman of 70 or a man of 80.
    Age,
    /// Height lost.
    HeightLoss,
    /// A vertebral fracture that nobody has seen on an image.
    UndocumentedFracture,
    /// A glucocorticoid.
    Glucocorticoid,
}

/// The first sign for which the spine is imaged, where the T-score is low too.
pub(super) fn spine_sign(e: &Evidence<'_>) -> Option<SpineSign> {
    let low = match e.bone_density.lowest_of_four() {
        Seen::Known(t) => t < tables::VFA_BELOW_T.to_f64(),
        Seen::Between(_, high) => high < tables::VFA_BELOW_T.to_f64(),
        Seen::NotMeasured => false,
    };
    if !low {
        return None;
    }
    let from = if e.is_female() { tables::VFA_WOMEN_FROM_YEARS } else { tables::VFA_MEN_FROM_YEARS };
    let lost = e.person.document.risk_factors.as_ref().and_then(|r| r.height_loss_cm);
    let g = e.glucocorticoid;
    let dosed = and(g.current, g.mg_per_day.map(|mg| mg >= tables::VFA_GLUCOCORTICOID_MG));
    let long = g.days.map(|days| days >= tables::VFA_GLUCOCORTICOID_DAYS);
    let signs = [
        (SpineSign::Age, e.age() >= from),
        (SpineSign::HeightLoss, lost.is_some_and(|cm| cm > tables::VFA_HEIGHT_LOSS_ABOVE_CM)),
        (SpineSign::UndocumentedFracture, undocumented(e)),
        (SpineSign::Glucocorticoid, and(dosed, long) == Some(true)),
    ];
    signs.into_iter().find_map(|(sign, holds)| holds.then_some(sign))
}

/// A vertebral fracture of which neither level nor grade nor image is stated.
fn undocumented(e: &Evidence<'_>) -> bool {
    past_fractures(e.person).any(|fracture| {
        let f = fracture.fracture;
        fracture.site == FractureSite::Vertebra
            && f.levels.as_ref().is_none_or(Vec::is_empty)
            && f.genant_grade.is_none()
            && f.height_loss_percent.is_none()
    })
}

/// Where imaging of the spine stands, by the latest of it; `None` where there is none.
pub(super) fn spine_imaged(e: &Evidence<'_>) -> Option<TestStatus> {
    let listed = e.person.document.spine_imaging.as_deref().unwrap_or_default().iter();
    let latest = listed.filter(|imaging| e.person.counts(imaging.date)).max_by_key(|imaging| imaging.date)?;
    Some(match latest.result {
        Some(SpineImagingResult::Fracture) => TestStatus::Flagged,
        Some(SpineImagingResult::None) => TestStatus::Unremarkable,
        Some(SpineImagingResult::Pending) => TestStatus::Pending,
        Some(SpineImagingResult::Unreadable) | None => TestStatus::NotJudged,
    })
}

/// Whether both femurs are to be imaged.
pub(super) fn femurs(e: &Evidence<'_>) -> bool {
    let found = e.fractures.atypical;
    or(Some(found.until_excluded), Some(found.stated)) == Some(true)
}
