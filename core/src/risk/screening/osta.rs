//! OSTA, the same formula with the bands of Asian women (Koh 2001).

use crate::error::Code;
use crate::risk::points::terms::osta as terms;
use crate::risk::{InNumbers, ModelAnswer, Remark, Subject, models};

use super::ost;
use super::tool::{self, Verdict};

pub use super::ost::points;

/// `low`, `moderate` or `high`; `None` for NaN.
///
/// ```
/// use osteon::risk::screening::osta::category;
/// assert_eq!([-0.9, -1.0].map(category), [Some("low"), Some("moderate")]);
/// assert_eq!([-4.0, -4.1].map(category), [Some("moderate"), Some("high")]);
/// ```
#[must_use]
pub fn category(points: f64) -> Option<&'static str> {
    tool::number(points).map(band)
}

fn band(points: f64) -> &'static str {
    ost::band(points, terms::LOW_ABOVE, terms::HIGH_BELOW)
}

fn verdict(points: f64) -> Verdict {
    Verdict { points, category: band(points), at_cut_off: None }
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    let women = subject.postmenopausal_only().map_err(Code::from);
    let read = women.and_then(|()| ost::Read::of(subject, 0.0));
    tool::numbers(to, read.and_then(|read| read.reckon(subject, verdict)))
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    tool::answer(&models::OSTA, subject, |subject, said| {
        subject.postmenopausal_only()?;
        tool::list_menopause(subject, said);
        let mut outcome = ost::by_rounding(subject, said, 0.0, verdict)?;
        if said.in_full {
            outcome.flags.push(Remark {
                code: "population_asian_women",
                text: "made with postmenopausal women in Asia; the document's ethnicity is not read for it"
                    .to_owned(),
            });
        }
        Ok(outcome)
    })
}
