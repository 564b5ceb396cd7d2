//! Rows for the upload to a national audit in the manner of the FLS-DB of the United Kingdom.
//!
//! The audit's own file layout was not seen; the columns are ours, and what each holds is said in
//! [`COLUMNS`]. One row a counted fracture. Unknown stays empty; a name is never in it.

use jiff::civil::Date;

use super::journey::{Journey, OnTreatment, Step};
use super::options::Settings;
use super::worklist::limits::{AUDIT_WITHIN_DAYS, DRUG_WITHIN_DAYS, days_after, days_until};

/// Every column with what it holds, in the order of the file.
///
/// A step has a status and a date: `done`, `not_found` (looked for where it would be, and not there), or how
/// it ended (`not_done`, `refused`, `absent`, `waiting`, `dead`, `moved`, `not_invited`); empty: no record can
/// say. A window is `true` or `false`; empty while it is not over, where it was cut short by death, a move or
/// the next fracture, and where no record can say.
pub const COLUMNS: &[(&str, &str)] = &[
    ("patient_id", "identifier of the person, as in the records"),
    ("event_id", "identifier of the fracture"),
    ("sex", "female or male"),
    ("age_at_fracture_years", "age in whole years"),
    ("fracture_date", "day of the fracture"),
    ("fracture_site", "site"),
    ("trauma", "low, high or not_stated"),
    ("door", "inpatient, outpatient or referral"),
    ("on_drug_at_fracture", "drug for osteoporosis when the bone broke"),
    ("on_drug_at_fracture_since", "since when"),
    ("invited", "status of the invitation"),
    ("invited_date", "its day"),
    ("contact_tries", "tries of making contact; empty where no record of the pathway is here"),
    ("assessed", "status of the visit"),
    ("assessed_date", "its day"),
    ("assessed_reason", "why there was no visit"),
    ("assessed_within_90_days", "window of the audit"),
    ("dxa", "status of bone densitometry"),
    ("dxa_date", "its day"),
    ("dxa_within_90_days", "window of the audit"),
    ("dxa_before_fracture_date", "a scan in the two years before"),
    ("spine_imaging", "status of imaging of the spine"),
    ("spine_imaging_date", "its day"),
    ("bloods", "status of bloods for secondary causes"),
    ("bloods_date", "their day"),
    ("falls_assessment", "status of the falls assessment"),
    ("falls_assessment_date", "its day"),
    ("lifestyle_assessment", "status of smoking, alcohol, nutrition and exercise"),
    ("lifestyle_assessment_date", "its day"),
    ("drug_recommended", "status of the recommendation; not_done where the decision was against a drug"),
    ("drug_recommended_date", "its day"),
    ("drug_started", "status of a new drug"),
    ("drug_started_name", "the drug"),
    ("drug_started_date", "its first day"),
    ("drug_started_within_16_weeks", "window of the audit"),
    ("drug_reviewed", "status of the review of the drug at the fracture"),
    ("drug_reviewed_date", "its day"),
    ("exercise_started", "status of strength and balance exercise"),
    ("exercise_started_date", "its day"),
    ("exercise_started_within_16_weeks", "window of the audit"),
    ("letter_sent", "status of the letter to the treating clinician"),
    ("letter_sent_date", "its day"),
    ("followed_up_16_weeks", "status of the contact at 12 to 16 weeks"),
    ("followed_up_16_weeks_date", "its day"),
    ("followed_up_52_weeks", "status of the contact at 52 weeks"),
    ("followed_up_52_weeks_date", "its day"),
    ("on_drug_52_weeks", "true, false, or never_begun"),
    ("on_drug_52_weeks_name", "the drug, or the one that was stopped"),
    ("follow_up_end", "died, moved or refractured"),
    ("follow_up_end_date", "its day"),
    ("next_fracture_date", "day of the next counted fracture"),
    ("died", "true where a record says so"),
    ("death_date", "its day"),
];

/// The names of the columns.
#[must_use]
pub fn header() -> Vec<&'static str> {
    COLUMNS.iter().map(|(name, _)| *name).collect()
}

/// One row a journey, with as many values as there are columns.
#[must_use]
pub fn rows(journeys: &[Journey], settings: &Settings) -> Vec<Vec<String>> {
    journeys.iter().map(|journey| row(journey, settings)).collect()
}

fn row(journey: &Journey, settings: &Settings) -> Vec<String> {
    let as_of = settings.period.as_of;
    let within = |step, days| text(within(journey, step, days, as_of));
    let event = &journey.event;
    let at_event = journey.on_treatment_at_event;
    let died = journey.died_undated || journey.died_on.is_some();
    let mut cells = vec![
        journey.patient_id.clone(),
        event.event_id.clone(),
        text(journey.sex),
        text(event.age_years),
        journey.day.to_string(),
        event.site.to_string(),
        event.trauma.to_string(),
        text(event.door),
        text(at_event.map(|(drug, _)| drug)),
        text(at_event.map(|(_, since)| since)),
    ];
    step(&mut cells, journey.invited);
    cells.push(text(journey.has_pathway.then_some(journey.contact_tries)));
    step(&mut cells, journey.attended);
    cells.push(match journey.attended {
        Step::Not { reason, .. } => text(reason),
        _ => String::new(),
    });
    cells.push(within(journey.attended, AUDIT_WITHIN_DAYS));
    step(&mut cells, journey.dxa);
    cells.push(within(journey.dxa, AUDIT_WITHIN_DAYS));
    cells.push(text(journey.dxa_before_on));
    step(&mut cells, journey.spine_imaging);
    step(&mut cells, journey.bloods);
    step(&mut cells, journey.falls_assessment);
    step(&mut cells, journey.lifestyle_assessment);
    step(&mut cells, journey.treatment_recommended);
    cells.push(status(journey.treatment_started));
    cells.push(text(journey.started_drug));
    cells.push(text(journey.treatment_started.done_on()));
    cells.push(within(journey.treatment_started, DRUG_WITHIN_DAYS));
    step(&mut cells, journey.treatment_reviewed);
    step(&mut cells, journey.exercise_started);
    cells.push(within(journey.exercise_started, DRUG_WITHIN_DAYS));
    step(&mut cells, journey.communicated);
    step(&mut cells, journey.seen_16_weeks);
    step(&mut cells, journey.seen_52_weeks);
    let (on_drug, drug) = on_drug(journey.on_treatment_365_days);
    cells.extend([on_drug, drug]);
    cells.push(text(journey.end.map(|(cause, _)| cause)));
    cells.push(text(journey.end.map(|(_, on)| on)));
    cells.push(text(journey.refracture_on));
    cells.push(text(died.then_some(true)));
    cells.push(text(journey.died_on));
    cells
}

fn text(value: Option<impl ToString>) -> String {
    value.map_or(String::new(), |value| value.to_string())
}

/// A status and the day, of what was done or of when it was known that it was not.
fn step(cells: &mut Vec<String>, step: Step) {
    cells.push(status(step));
    cells.push(match step {
        Step::Done(on) | Step::Not { on, .. } => text(on),
        Step::NotSaid | Step::NotFound => String::new(),
    });
}

fn status(step: Step) -> String {
    match step {
        Step::NotSaid => "",
        Step::Done(_) => "done",
        Step::NotFound => "not_found",
        Step::Not { outcome, .. } => outcome.as_str(),
    }
    .to_owned()
}

/// Whether a step was done within so many days; none where it cannot be said, or not yet.
fn within(journey: &Journey, step: Step, days: u32, as_of: Date) -> Option<bool> {
    let limit = i64::from(days);
    match step {
        Step::Done(None) | Step::NotSaid => None,
        Step::Done(Some(on)) => Some((0..=limit).contains(&days_until(journey.day, on))),
        Step::NotFound | Step::Not { .. } => {
            let last = days_after(journey.day, days)?;
            let cut_short = journey.died_undated || journey.end.is_some_and(|(_, on)| on <= last);
            (last < as_of && !cut_short).then_some(false)
        }
    }
}

fn on_drug(at: OnTreatment) -> (String, String) {
    match at {
        OnTreatment::Yes(drug) => ("true".to_owned(), drug.to_string()),
        OnTreatment::No { drug, .. } => ("false".to_owned(), drug.to_string()),
        OnTreatment::NeverBegun => ("never_begun".to_owned(), String::new()),
        OnTreatment::NotReached | OnTreatment::NotSaid => (String::new(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Drug;
    use crate::fls::journey::StepOutcome;
    use crate::fls::options::FlsOptions;
    use crate::fls::worklist::sample::{days_ago, journey, not, recommended, settings};

    fn cell(journey: &Journey, column: &str) -> String {
        let at = COLUMNS.iter().position(|(name, _)| *name == column).unwrap();
        rows(std::slice::from_ref(journey), &settings(FlsOptions::default()))[0][at].clone()
    }

    #[test]
    fn a_row_has_a_value_for_each_column_and_no_name() {
        for one in [journey("a", 10), recommended("b", 300)] {
            let row = &rows(std::slice::from_ref(&one), &settings(FlsOptions::default()))[0];
            assert_eq!(row.len(), header().len());
            assert!(!row.iter().any(|cell| cell.contains("Somebody")));
        }
        let names: std::collections::BTreeSet<_> = header().into_iter().collect();
        assert_eq!(names.len(), COLUMNS.len());
    }

    #[test]
    fn the_last_columns_are_in_their_places() {
        let one = Journey {
            refracture_on: Some(days_ago(3)),
            died_on: Some(days_ago(1)),
            on_treatment_52_weeks: OnTreatment::Yes(Drug::Zoledronate),
            on_treatment_365_days: OnTreatment::Yes(Drug::Zoledronate),
            seen_52_weeks: Step::Done(Some(days_ago(9))),
            ..recommended("a", 373)
        };
        let expected = [
            ("followed_up_52_weeks_date", days_ago(9).to_string()),
            ("on_drug_52_weeks", "true".to_owned()),
            ("on_drug_52_weeks_name", "zoledronate".to_owned()),
            ("next_fracture_date", days_ago(3).to_string()),
            ("died", "true".to_owned()),
            ("death_date", days_ago(1).to_string()),
        ];
        for (column, value) in expected {
            assert_eq!(cell(&one, column), value, "{column}");
        }
    }

    #[test]
    fn unknown_is_empty_and_a_window_that_is_not_over_too() {
        assert_eq!(cell(&journey("a", 90), "invited"), "");
        assert_eq!(cell(&journey("a", 90), "contact_tries"), "");
        assert_eq!(cell(&journey("a", 90), "dxa"), "not_found");
        assert_eq!(cell(&journey("a", 90), "dxa_within_90_days"), "");
        assert_eq!(cell(&journey("a", 91), "dxa_within_90_days"), "false");
        assert_eq!(cell(&journey("a", 91), "assessed_within_90_days"), "");
        assert_eq!(cell(&journey("a", 91), "death_date"), "");
        let absent = Journey { attended: not(StepOutcome::Absent), ..journey("a", 91) };
        assert_eq!(cell(&absent, "assessed"), "absent");
        assert_eq!(cell(&absent, "assessed_within_90_days"), "false");
        let dead = Journey { died_undated: true, ..journey("a", 200) };
        assert_eq!(cell(&dead, "dxa_within_90_days"), "");
        assert_eq!(cell(&dead, "died"), "true");
    }

    #[test]
    fn day_90_counts_and_day_91_does_not() {
        let scanned =
            |after: i64| Journey { dxa: Step::Done(Some(days_ago(200 - after))), ..journey("a", 200) };
        assert_eq!(cell(&scanned(90), "dxa_within_90_days"), "true");
        assert_eq!(cell(&scanned(91), "dxa_within_90_days"), "false");
        let begun = |after: i64| Journey {
            treatment_started: Step::Done(Some(days_ago(200 - after))),
            started_drug: Some(Drug::Denosumab),
            ..journey("a", 200)
        };
        assert_eq!(cell(&begun(112), "drug_started_within_16_weeks"), "true");
        assert_eq!(cell(&begun(113), "drug_started_within_16_weeks"), "false");
        assert_eq!(cell(&begun(113), "drug_started_name"), "denosumab");
    }
}
