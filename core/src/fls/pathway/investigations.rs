//! DXA and bloods of a fracture.

use jiff::civil::Date;

use crate::document::Analyte;
use crate::fls::journey::Step;
use crate::work_up::tables::{Panel, TESTS};

use super::clock::{
    BLOODS_AFTER_DAYS, BLOODS_BEFORE_DAYS, BLOODS_LEAST_TESTS, DXA_BEFORE_DAYS, days_after, days_before,
};

/// The days that are attributed to a fracture: from it, and before the next one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    /// The day of the fracture.
    pub(super) event: Date,
    /// The day of the next.
    pub(super) next: Option<Date>,
    /// The day of the report.
    pub(super) as_of: Date,
}

impl Span {
    /// Whether a day belongs to the fracture.
    pub(super) fn holds(&self, day: Date) -> bool {
        self.event <= day && self.precedes_next(day)
    }

    fn precedes_next(&self, day: Date) -> bool {
        day <= self.as_of && self.next.is_none_or(|next| day < next)
    }
}

/// The first day of a scan that belongs to the fracture.
pub(super) fn first_dxa(days: &[Date], span: Span) -> Option<Date> {
    days.iter().copied().filter(|&day| span.holds(day)).min()
}

/// A DXA after the fracture: the first that records or rows show. A row that says there was none holds where
/// no record shows one.
pub(super) fn dxa(days: &[Date], span: Span, said: Step) -> Step {
    found(first_dxa(days, span), said)
}

/// The last DXA of the two years before the fracture.
pub(super) fn dxa_before(days: &[Date], event: Date) -> Option<Date> {
    let first = days_before(event, DXA_BEFORE_DAYS);
    days.iter().copied().filter(|&day| first <= day && day < event).max()
}

/// Bloods for secondary causes: calcium and at least one more test of the common panel, from shortly before the
/// fracture. Done on the day on which they were complete.
pub(super) fn bloods(results: &[(Date, Analyte)], span: Span, said: Step) -> Step {
    let first = days_before(span.event, BLOODS_BEFORE_DAYS);
    let last = days_after(span.event, BLOODS_AFTER_DAYS);
    let mut read: Vec<(Date, Analyte)> = results
        .iter()
        .filter(|(day, _)| first <= *day && *day <= last && span.precedes_next(*day))
        .filter_map(|&(day, analyte)| Some((day, of_panel(analyte)?)))
        .collect();
    read.sort_unstable();
    let mut tests: Vec<Analyte> = Vec::new();
    let mut complete = None;
    for (day, analyte) in read {
        if !tests.contains(&analyte) {
            tests.push(analyte);
        }
        let enough = u32::try_from(tests.len()).is_ok_and(|tests| tests >= BLOODS_LEAST_TESTS);
        if enough && tests.contains(&Analyte::CalciumCorrected) {
            complete = Some(day);
            break;
        }
    }
    found(complete, said)
}

/// The test of the common panel that an analyte is, or stands for.
fn of_panel(analyte: Analyte) -> Option<Analyte> {
    let meant = match analyte {
        Analyte::Calcium => Analyte::CalciumCorrected,
        Analyte::Egfr | Analyte::Crcl => Analyte::Creatinine,
        other => other,
    };
    let mut panel = TESTS.iter().filter(|test| test.panel == Panel::FlsCommon);
    panel.find(|test| test.analyte == meant || test.instead == Some(meant)).map(|test| test.analyte)
}

/// What records show and what rows say, together.
fn found(on: Option<Date>, said: Step) -> Step {
    match (on, said) {
        (Some(found), Step::Done(Some(told))) => Step::Done(Some(found.min(told))),
        (Some(found), _) => Step::Done(Some(found)),
        (None, Step::NotSaid) => Step::NotFound,
        (None, said) => said,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::fls::journey::StepOutcome;

    const NOT: Step = Step::Not { outcome: StepOutcome::NotDone, reason: None, on: None };

    fn span() -> Span {
        Span { event: date(2024, 6, 1), next: Some(date(2024, 9, 1)), as_of: date(2025, 6, 1) }
    }

    #[test]
    fn a_scan_belongs_to_the_fracture_before_it() {
        for (day, expected) in [
            (date(2024, 5, 31), Step::NotFound),
            (date(2024, 6, 1), Step::Done(Some(date(2024, 6, 1)))),
            (date(2024, 8, 31), Step::Done(Some(date(2024, 8, 31)))),
            (date(2024, 9, 1), Step::NotFound),
        ] {
            assert_eq!(dxa(&[day], span(), Step::NotSaid), expected, "{day}");
        }
        let late = Span { next: None, ..span() };
        assert_eq!(dxa(&[date(2025, 6, 1)], late, Step::NotSaid), Step::Done(Some(date(2025, 6, 1))));
        assert_eq!(dxa(&[date(2025, 6, 2)], late, Step::NotSaid), Step::NotFound);
    }

    #[test]
    fn rows_speak_where_records_do_not() {
        let (early, late) = (date(2024, 6, 3), date(2024, 6, 10));
        assert_eq!(dxa(&[], span(), NOT), NOT);
        assert_eq!(dxa(&[late], span(), NOT), Step::Done(Some(late)));
        assert_eq!(dxa(&[late], span(), Step::Done(Some(early))), Step::Done(Some(early)));
        assert_eq!(dxa(&[], span(), Step::Done(None)), Step::Done(None));
    }

    #[test]
    fn two_years_before_end_on_day_730() {
        let event = date(2024, 6, 1);
        assert_eq!(dxa_before(&[event], event), None);
        assert_eq!(dxa_before(&[days_before(event, 1)], event), Some(days_before(event, 1)));
        assert_eq!(dxa_before(&[days_before(event, 730)], event), Some(days_before(event, 730)));
        assert_eq!(dxa_before(&[days_before(event, 731)], event), None);
    }

    #[test]
    fn bloods_are_calcium_and_another_test_in_the_window() {
        let event = span().event;
        let on = |days: i64| event.saturating_add(jiff::Span::new().days(days));
        let is = |results: &[(Date, Analyte)]| bloods(results, Span { next: None, ..span() }, Step::NotSaid);
        let (calcium, other) = (Analyte::Calcium, Analyte::Creatinine);
        assert_eq!(is(&[(on(0), calcium)]), Step::NotFound);
        assert_eq!(is(&[(on(0), other), (on(0), Analyte::Tsh)]), Step::NotFound);
        assert_eq!(is(&[(on(0), calcium), (on(0), Analyte::CalciumCorrected)]), Step::NotFound);
        assert_eq!(is(&[(on(0), calcium), (on(0), Analyte::Sodium)]), Step::NotFound, "not of the panel");
        assert_eq!(is(&[(on(-30), calcium), (on(112), other)]), Step::Done(Some(on(112))));
        assert_eq!(is(&[(on(-31), calcium), (on(0), other)]), Step::NotFound);
        assert_eq!(is(&[(on(0), calcium), (on(113), other)]), Step::NotFound);
        assert_eq!(is(&[(on(2), calcium), (on(1), Analyte::Egfr)]), Step::Done(Some(on(2))));
    }
}
