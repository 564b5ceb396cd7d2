//! The indicators of a service, each as data: numerator, denominator, window, exclusions, levels, source.
//!
//! What is counted is a fracture with what followed: a person with two counted fractures counts twice. Each
//! question to a journey has three answers, and a silent record is no "no":
//!
//! - Done on day 0 to the window's last day, that day included: yes. Done later, refused, or not found in
//!   records that would show it: no, once the last day is there. An indicator without a window asks whether
//!   it was done by the day of the report.
//! - Not done, missed or waited for, and the window is not over: left out. What is done or refused already is
//!   counted, so that the rate is not settled until the windows are over; the row says so, with the rate of
//!   those whose window is over.
//! - No record says anything of it: the fracture is left out; the row says how many are, and between which
//!   ends the rate lies. Where no journey of the door says anything, or the records name those who were
//!   reached and nobody who was not, the indicator cannot be computed.
//! - Died or moved before the last day, and not done by then: left out where the definition asks for people
//!   who are alive and there, as data say; elsewhere not reached, and the row says how many.
//! - Broke another bone by the last day, and nothing found until then: left out; what was done after
//!   the next fracture stands in its journey.
//! - Who was recommended a treatment is known from the pathway alone. A drug that was ordered shows that it
//!   was recommended, but a denominator of those would ask how many began of those who began.
//! - Rightly not invited: no failure. Left out of what the service is to do for everybody, unless it was done.
//! - No record of a scan, or of a drug, of anybody at all: nothing is said of either. Not found is a "no" only
//!   where the records of the service show some.
//!
//! Everybody is counted or left out with a reason: denominator and reasons add up to the journeys of a door,
//! but where the indicator cannot be computed.
//! A level is given only where whatever is not known could not change it. Capture the Fracture gets no star
//! over all standards: its weights are not published.

mod answer;
mod because;
mod completeness;
mod definition;
mod delay;
mod level;
mod measure;
mod predicate;
mod recorded;
mod tally;

#[cfg(test)]
mod tests;

pub use answer::{Answer, Clock, LeftOut};
pub use definition::{BANDS, Direction, INDICATORS, Indicator, IndicatorSet, Kind, indicator};
pub use level::{Band, Unit, confidence_of, level_of, level_of_median};
pub use measure::{DoorGroup, measure};
pub use predicate::{Denominator, Exclusion, Numerator};
pub use recorded::Recorded;
pub use tally::{Tally, Verdict};
