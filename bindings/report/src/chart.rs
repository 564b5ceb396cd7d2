//! BMD for age: what a chart of one region shows.

use jiff::civil::Date;
use osteon::densitometry::on_hologic_scale;
use osteon::document::assessment::{ReportRole, Score};
use osteon::document::{Manufacturer, Scan};
use osteon::precision::LSC_FACTOR;
use osteon::reference::age_matched::{self, AgeMatched};
use osteon::reference::young_adult;

use crate::say::Speaker;

/// Ages that a chart spans, years.
pub(crate) const AGES: (f64, f64) = (20.0, 90.0);

/// T-scores at which the class changes (WHO).
const CLASS_LIMITS: (f64, f64) = (-1.0, -2.5);

/// The mean and SD at one age.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AtAge {
    pub(crate) age: f64,
    pub(crate) mean: f64,
    pub(crate) sd: f64,
}

/// A scan of the person.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point {
    pub(crate) age: f64,
    pub(crate) bmd: f64,
    /// The ends of the bar of the least significant change.
    pub(crate) bar: Option<(f64, f64)>,
}

/// A chart, on the scale of its age reference.
#[derive(Clone, Debug)]
pub(crate) struct Chart {
    pub(crate) reference: &'static str,
    pub(crate) source: &'static str,
    pub(crate) curve: Vec<AtAge>,
    /// BMD at T -1 and at T -2.5, where a T-score is due.
    pub(crate) limits: Option<(f64, f64)>,
    pub(crate) points: Vec<Point>,
    /// Whether the scans were brought to the scale of the reference.
    pub(crate) converted: bool,
}

impl Chart {
    /// The chart of the line that stands for a region; none where there is no age reference.
    pub(crate) fn of(score: &Score, speaker: &Speaker<'_>) -> Option<Self> {
        let id = score.z_reference.as_deref()?;
        let table: &'static AgeMatched = age_matched::all().iter().find(|table| table.id == id)?;
        let (from, to) = AGES;
        let curve: Vec<AtAge> = (0..=140)
            .map(|half_years| from + f64::from(half_years) / 2.0)
            .filter(|age| *age <= to)
            .filter_map(|age| table.at(age).map(|at| AtAge { age, mean: at.mean, sd: at.sd }))
            .collect();
        let same = |other: &&Score| {
            other.region == score.region
                && other.side == score.side
                && other.vertebrae == score.vertebrae
                && !other.flags.iter().any(|flag| flag == "proposed_subset")
        };
        let lines = speaker.assessment.scores().iter().filter(same);
        let mut points: Vec<(bool, Point)> =
            lines.filter_map(|line| point(line, table, score, speaker)).collect();
        points.sort_by(|a, b| a.1.age.total_cmp(&b.1.age));
        let converted = points.iter().any(|(converted, _)| *converted);
        let points: Vec<Point> = points.into_iter().map(|(_, point)| point).collect();
        let drawable = curve.len() > 1 && !points.is_empty();
        drawable.then(|| Self {
            reference: table.id,
            source: table.citation.id(),
            curve,
            limits: limits(score),
            points,
            converted,
        })
    }
}

/// BMD at the limits of the classes, on the scale of the age reference.
fn limits(score: &Score) -> Option<(f64, f64)> {
    score.t_score?;
    let young = young_adult::all().iter().find(|row| Some(row.id) == score.reference.as_deref())?;
    let maker = young.manufacturer?;
    let at = |t: f64| on_hologic_scale(young.mean + t * young.sd, maker, score.region).map(|(bmd, _)| bmd);
    Some((at(CLASS_LIMITS.0)?, at(CLASS_LIMITS.1)?))
}

fn point(line: &Score, table: &AgeMatched, shown: &Score, speaker: &Speaker<'_>) -> Option<(bool, Point)> {
    let bmd = line.bmd_g_cm2?;
    let age = match (line.scan_date, line.report_role) {
        (Some(date), _) => speaker.age_at(date)?,
        (None, ReportRole::Current) => speaker.age()?,
        (None, ReportRole::Prior) => return None,
    };
    let maker = maker(line, speaker);
    let (on_scale, converted) = match (maker, line.z_score) {
        (Some(maker), _) => on_hologic_scale(bmd, maker, line.region)?,
        (None, Some(z)) if line.z_reference == shown.z_reference => {
            let at = table.at(age)?;
            (at.mean + z * at.sd, true)
        }
        _ => return None,
    };
    let bar = maker.zip(least_significant_change(line, speaker)).and_then(|(maker, lsc)| {
        let end = |bmd: f64| on_hologic_scale(bmd, maker, line.region).map(|(bmd, _)| bmd);
        Some((end(bmd - lsc)?, end(bmd + lsc)?))
    });
    Some((converted, Point { age, bmd: on_scale, bar }))
}

fn maker(line: &Score, speaker: &Speaker<'_>) -> Option<Manufacturer> {
    let by_reference = young_adult::all().iter().find(|row| Some(row.id) == line.reference.as_deref());
    by_reference
        .and_then(|row| row.manufacturer)
        .or_else(|| scan_of(line.scan_date, speaker).and_then(|scan| scan.manufacturer))
}

fn scan_of<'a>(date: Option<Date>, speaker: &Speaker<'a>) -> Option<&'a Scan> {
    speaker.patient.scans.iter().flatten().find(|scan| scan.date == date)
}

/// As the changes have it, else from the precision error of the scan or of the options.
fn least_significant_change(line: &Score, speaker: &Speaker<'_>) -> Option<f64> {
    let changes = speaker.assessment.changes().iter();
    let of_change = changes
        .filter(|change| change.region == line.region && change.side == line.side)
        .find_map(|change| change.least_significant_change_g_cm2);
    let of_scan = || scan_of(line.scan_date, speaker)?.precision_g_cm2.as_ref()?.get(&line.region).copied();
    let of_options =
        || speaker.assessment.engine.options.precision_g_cm2.as_ref()?.get(&line.region).copied();
    of_change.or_else(|| of_scan().or_else(of_options).map(|error| LSC_FACTOR * error))
}
