//! BMD for age: what a chart of one region shows.

use std::collections::BTreeMap;

use jiff::civil::Date;
use osteon::densitometry::on_hologic_scale;
use osteon::document::assessment::{ReportRole, Score};
use osteon::document::{Manufacturer, Region, Scan, Side};
use osteon::precision::LSC_FACTOR;
use osteon::reference::age_matched::{self, AgeMatched};
use osteon::reference::young_adult;

use serde::Serialize;

use crate::say::{Speaker, printed};

/// Ages that a chart spans, years.
pub(crate) const AGES: (f64, f64) = (20.0, 90.0);

/// T-scores at which the class changes (WHO).
const CLASS_LIMITS: (f64, f64) = (-1.0, -2.5);

/// The mean and SD of a reference at one age.
#[derive(Clone, Copy, Debug, Serialize)]
#[non_exhaustive]
pub struct AtAge {
    /// Age, years.
    pub age: f64,
    /// Mean BMD, g/cm2.
    pub mean: f64,
    /// Standard deviation, g/cm2.
    pub sd: f64,
}

/// BMD where the class changes, g/cm2.
#[derive(Clone, Copy, Debug, Serialize)]
#[non_exhaustive]
pub struct Limits {
    /// At a T-score of -1.
    pub t_minus_1: f64,
    /// At a T-score of -2.5.
    pub t_minus_2_5: f64,
}

/// A scan of the person.
#[derive(Clone, Copy, Debug, Serialize)]
#[non_exhaustive]
pub struct Point {
    /// Age at the scan, years.
    pub age: f64,
    /// BMD, g/cm2.
    pub bmd: f64,
    /// BMD less the least significant change, where that is known.
    pub low: Option<f64>,
    /// BMD and the least significant change.
    pub high: Option<f64>,
    /// Day of the scan.
    pub date: Option<Date>,
    /// T-score that drives: as reported, or as printed.
    pub t_score: Option<f64>,
    /// Z-score, unrounded.
    pub z_score: Option<f64>,
}

impl Point {
    /// The ends of the bar of the least significant change.
    pub(crate) fn bar(&self) -> Option<(f64, f64)> {
        self.low.zip(self.high)
    }
}

/// What a chart of bone density for age shows, on the scale of its age reference.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct BmdForAge {
    /// The region.
    pub region: Region,
    /// The side.
    pub side: Option<Side>,
    /// The vertebrae, as `L1-L4`.
    pub vertebrae: Option<String>,
    /// What the region is called, with side and vertebrae, in English.
    pub name: String,
    /// The same in each language, by its code.
    pub names: BTreeMap<&'static str, String>,
    /// The age reference.
    pub reference: &'static str,
    /// The citation of the age reference.
    pub source: &'static str,
    /// Whether the scans were brought to the scale of the reference.
    pub converted: bool,
    /// The reference from 20 to 90 years, as far as it goes.
    pub curve: Vec<AtAge>,
    /// Where the class changes, where a T-score is due.
    pub limits: Option<Limits>,
    /// The scans, the latest last.
    pub points: Vec<Point>,
}

/// A chart, on the scale of its age reference.
#[derive(Clone, Debug)]
pub(crate) struct Chart {
    pub(crate) reference: &'static str,
    pub(crate) source: &'static str,
    pub(crate) curve: Vec<AtAge>,
    pub(crate) limits: Option<Limits>,
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

    /// As others draw it. `names` is what each language calls the region.
    pub(crate) fn handed_out(self, score: &Score, names: BTreeMap<&'static str, String>) -> BmdForAge {
        BmdForAge {
            region: score.region,
            side: score.side,
            vertebrae: score.vertebrae.clone(),
            name: names.get("en").cloned().unwrap_or_default(),
            names,
            reference: self.reference,
            source: self.source,
            converted: self.converted,
            curve: self.curve,
            limits: self.limits,
            points: self.points,
        }
    }
}

/// BMD at the limits of the classes, on the scale of the age reference.
fn limits(score: &Score) -> Option<Limits> {
    score.t_score?;
    let young = young_adult::all().iter().find(|row| Some(row.id) == score.reference.as_deref())?;
    let maker = young.manufacturer?;
    let at = |t: f64| on_hologic_scale(young.mean + t * young.sd, maker, score.region).map(|(bmd, _)| bmd);
    Some(Limits { t_minus_1: at(CLASS_LIMITS.0)?, t_minus_2_5: at(CLASS_LIMITS.1)? })
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
    let (low, high) = bar.unzip();
    let t_score = printed(line).or(line.t_score_reported);
    let point = Point { age, bmd: on_scale, low, high, date: line.scan_date, t_score, z_score: line.z_score };
    Some((converted, point))
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
