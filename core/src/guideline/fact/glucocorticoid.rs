//! Glucocorticoids, in prednisolone equivalents.

use crate::evidence::{Evidence, Seen};
use crate::rule::{Flag, Quantity};

/// Taken now, or begun now.
pub static TAKEN: Flag = Flag {
    id: "glucocorticoid",
    field: "risk_factors.glucocorticoid",
    label: "glucocorticoid",
    read: |e| e.glucocorticoid.current,
};

/// Daily dose; none where none is taken.
pub static DOSE: Quantity = Quantity {
    id: "glucocorticoid_mg_per_day",
    field: "risk_factors.glucocorticoid.mg_per_day",
    label: "glucocorticoid dose",
    unit: "mg a day",
    read: |e| match (e.glucocorticoid.current, e.glucocorticoid.mg_per_day) {
        (Some(false), _) => Seen::Known(0.0),
        (Some(true), Some(dose)) => Seen::Known(dose),
        _ => Seen::Between(0.0, f64::INFINITY),
    },
};

/// Days taken or planned in all: rules decide at the start. A course that is going on and has no planned end
/// lasts at least as long as it was taken.
pub static DAYS: Quantity = Quantity {
    id: "glucocorticoid_days",
    field: "risk_factors.glucocorticoid.planned_days",
    label: "days of glucocorticoid, taken or planned",
    unit: "days",
    read: days,
};

fn days(e: &Evidence<'_>) -> Seen {
    let planned = e
        .person
        .document
        .risk_factors
        .as_ref()
        .and_then(|r| r.glucocorticoid.as_ref())
        .and_then(|g| g.planned_days);
    match (e.glucocorticoid.current, e.glucocorticoid.days) {
        (Some(false), _) => Seen::Known(0.0),
        (Some(true), Some(days)) if planned.is_some() => Seen::Known(days),
        (Some(true), Some(days)) => Seen::Between(days, f64::INFINITY),
        _ => Seen::Between(0.0, f64::INFINITY),
    }
}
