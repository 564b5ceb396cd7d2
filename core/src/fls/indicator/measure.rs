//! One row for each indicator and door.

use crate::document::choice::choice;
use crate::fls::journey::{Door, Journey};
use crate::fls::options::Settings;
use crate::fls::output::KpiRow;
use crate::fls::rate::Rate;

use super::definition::{INDICATORS, Indicator, Kind};
use super::level::{confidence_of, level_of, level_of_median};
use super::predicate::Denominator;
use super::recorded::Recorded;
use super::tally::Tally;
use super::{because, completeness, delay};

choice! {
    /// A door, or all of them; who came by none that is known is in `all` alone.
    pub enum DoorGroup {
        All = "all",
        Inpatient = "inpatient",
        Outpatient = "outpatient",
        Referral = "referral",
    }
}

impl DoorGroup {
    /// Whether a journey belongs.
    #[must_use]
    pub fn has(self, journey: &Journey) -> bool {
        match self {
            Self::All => true,
            Self::Inpatient => journey.event.door == Some(Door::Inpatient),
            Self::Outpatient => journey.event.door == Some(Door::Outpatient),
            Self::Referral => journey.event.door == Some(Door::Referral),
        }
    }
}

/// Every indicator, for all doors together and for each.
#[must_use]
pub fn measure(journeys: &[Journey], settings: &Settings) -> Vec<KpiRow> {
    measure_recorded(journeys, settings, Recorded::of(journeys))
}

/// The same, where it is known which records there are.
pub(super) fn measure_recorded(journeys: &[Journey], settings: &Settings, recorded: Recorded) -> Vec<KpiRow> {
    let journeys = recorded.settled(journeys);
    let by_door: Vec<(DoorGroup, Vec<&Journey>)> = DoorGroup::ALL
        .iter()
        .map(|&door| (door, journeys.iter().filter(|journey| door.has(journey)).collect()))
        .collect();
    let of_indicator =
        |indicator| by_door.iter().map(move |(door, group)| row(indicator, *door, group, settings));
    INDICATORS.iter().flat_map(of_indicator).collect()
}

/// One indicator of one door.
fn row(indicator: &Indicator, door: DoorGroup, journeys: &[&Journey], settings: &Settings) -> KpiRow {
    let mut row = empty(indicator, door, settings);
    match indicator.kind {
        Kind::Statement => row.because = because::cannot(&[indicator.note]),
        Kind::Expected => expected(&mut row, indicator, door, journeys, settings),
        Kind::Completeness => completeness::fill(&mut row, indicator, journeys, settings.period.as_of),
        Kind::Share | Kind::Delay => share(&mut row, indicator, journeys, settings),
    }
    if !matches!(indicator.kind, Kind::Statement | Kind::Expected) {
        row.assumed = settings.assumed();
    }
    row
}

/// Whatever a row says before anybody is counted.
fn empty(indicator: &Indicator, door: DoorGroup, settings: &Settings) -> KpiRow {
    let counted = match indicator.kind {
        Kind::Statement => String::new(),
        _ => format!(" (fractures counted by the set `{}`)", settings.inclusion_set),
    };
    KpiRow {
        id: indicator.id.to_owned(),
        title: indicator.title.to_owned(),
        window_days: indicator.window_days,
        door: door.as_str().to_owned(),
        from: Some(settings.period.from),
        to: Some(settings.period.to),
        numerator_is: indicator.numerator_is.to_owned(),
        denominator_is: format!("{}{counted}", indicator.denominator_is),
        source: indicator.citation.citation().id.to_owned(),
        confidence: indicator.confidence.as_str().to_owned(),
        level_confidence: confidence_of(indicator.levels).map_or("", |level| level.as_str()).to_owned(),
        ..KpiRow::default()
    }
}

/// Writes a rate into its row.
pub(super) fn write(row: &mut KpiRow, rate: Rate) {
    let interval = rate.wilson_percent();
    row.numerator = Some(rate.numerator);
    row.denominator = Some(rate.denominator);
    row.percent = rate.percent();
    row.ci_low = interval.map(|(low, _)| low);
    row.ci_high = interval.map(|(_, high)| high);
}

fn share(row: &mut KpiRow, indicator: &Indicator, journeys: &[&Journey], settings: &Settings) {
    let as_of = settings.period.as_of;
    let tally = Tally::of(indicator, journeys, as_of);
    row.excluded = tally.excluded();
    if tally.nothing_is_said() {
        row.because = because::cannot(&[&because::nothing_is_said(indicator, &tally), indicator.note]);
        return;
    }
    if tally.only_yes_is_said() {
        row.numerator = Some(tally.yes);
        row.because = because::cannot(&[&because::only_yes_is_said(&tally), indicator.note]);
        return;
    }
    write(row, tally.rate());
    let mut said = Vec::new();
    if tally.rate().denominator == 0 {
        said.push(because::NOBODY.to_owned());
    }
    said.extend(because::window_not_over(&tally, as_of));
    said.extend(because::silent(&tally));
    said.extend(because::ended(&tally));
    if indicator.kind == Kind::Delay {
        let delay = delay::median(indicator, journeys, as_of);
        said.extend(delay.map(|delay| delay.sentence()));
        row.level = delay
            .filter(|_| tally.silent() == 0)
            .and_then(|delay| level_of_median(indicator.levels, delay.twice_median_days));
    } else {
        row.level = level_of(indicator.levels, tally.rate());
        let (low, high) = tally.bounds();
        let others = [low, high].map(|rate| level_of(indicator.levels, rate));
        if row.level.is_some() && others != [row.level; 2] {
            row.level = None;
            said.push(because::LEVEL_OPEN.to_owned());
        }
    }
    said.push(indicator.note.to_owned());
    row.because = because::joined(&said);
}

/// Against a number that is expected, which is stated for all doors together.
fn expected(
    row: &mut KpiRow,
    indicator: &Indicator,
    door: DoorGroup,
    journeys: &[&Journey],
    settings: &Settings,
) {
    let tally = Tally::of(indicator, journeys, settings.period.as_of);
    row.excluded = tally.excluded();
    row.numerator = Some(tally.yes);
    let (non_spine, spine) = (settings.expected_non_spine, settings.expected_spine);
    let (number, stated_as) = match indicator.denominator {
        Some(Denominator::ExpectedNonSpine) => (non_spine.map(u64::from), "`expected_non_spine`"),
        Some(Denominator::ExpectedSpine) => (spine.map(u64::from), "`expected_spine`"),
        _ => (
            non_spine.zip(spine).map(|(non_spine, spine)| u64::from(non_spine) + u64::from(spine)),
            "`expected_non_spine` and `expected_spine`",
        ),
    };
    if door != DoorGroup::All {
        row.because = because::cannot(&["the number expected is not stated for each door."]);
        return;
    }
    let Some(number) = number else {
        row.because = because::cannot(&[&format!(
            "how many fractures are expected is not stated in the options ({stated_as}), and is not guessed \
             from those of the hip."
        )]);
        return;
    };
    let rate = |numerator| Rate { numerator, denominator: number };
    write(row, rate(tally.yes));
    row.level = level_of(indicator.levels, rate(tally.yes));
    let mut said = Vec::new();
    if number == 0 {
        said.push(because::NONE_EXPECTED.to_owned());
    } else if tally.yes > number {
        said.push(because::MORE_THAN_EXPECTED.to_owned());
    }
    if tally.silent() > 0 {
        said.push(because::site_silent(tally.silent()));
        if level_of(indicator.levels, rate(tally.yes + tally.silent())) != row.level {
            row.level = None;
            said.push(because::LEVEL_OPEN.to_owned());
        }
    }
    said.push(indicator.note.to_owned());
    row.because = because::joined(&said);
}
