//! Glucocorticoids of the past year, as Canadian guidelines ask for them: a course that has ended counts too.

use crate::diagnosis::days_of_months;
use crate::document::Glucocorticoid;
use crate::evidence::{Evidence, Seen};
use crate::rule::Quantity;

use super::glucocorticoid;

/// Daily dose of the course.
pub static DOSE: Quantity = Quantity {
    id: "glucocorticoid_mg_per_day_past_year",
    field: "risk_factors.glucocorticoid.mg_per_day",
    label: "glucocorticoid dose in the past year",
    unit: "mg a day",
    read: |e| match ended(e) {
        None => (glucocorticoid::DOSE.read)(e),
        Some(course) => match course.mg_per_day {
            Some(dose) if dose > 0.0 => Seen::Known(dose),
            _ => Seen::Between(0.0, f64::INFINITY),
        },
    },
};

/// Days taken in the past year; of a course that goes on, the days taken or planned.
pub static DAYS: Quantity = Quantity {
    id: "glucocorticoid_days_past_year",
    field: "risk_factors.glucocorticoid",
    label: "days of glucocorticoid in the past year",
    unit: "days",
    read: |e| match ended(e) {
        None => (glucocorticoid::DAYS.read)(e),
        Some(course) => days_ended(course, e),
    },
};

/// A course of which is said that it is not going on.
fn ended<'a>(e: &Evidence<'a>) -> Option<&'a Glucocorticoid> {
    let given = e.person.document.risk_factors.as_ref().and_then(|r| r.glucocorticoid.as_ref());
    given.filter(|_| e.glucocorticoid.current == Some(false))
}

fn days_ended(course: &Glucocorticoid, e: &Evidence<'_>) -> Seen {
    let year = days_of_months(12.0);
    let taken = course.days.unwrap_or(f64::INFINITY);
    match course.months_since_stopped {
        Some(months) => {
            let at_most = (year - days_of_months(months)).max(0.0).min(taken);
            if course.days.is_some() || at_most <= 0.0 {
                Seen::Known(at_most)
            } else {
                Seen::Between(0.0, at_most)
            }
        }
        None if e.risk_factor(|_| course.ever) == Some(false) => Seen::Known(0.0),
        None => Seen::Between(0.0, year.min(taken)),
    }
}
