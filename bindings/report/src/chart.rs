//! BMD for age: what a chart of one region shows.

use std::collections::BTreeMap;

use jiff::civil::Date;
use osteon::densitometry::{Withheld, on_hologic_scale};
use osteon::document::assessment::{ReportRole, Score};
use osteon::document::{Manufacturer, Region, Scan, Side};
use osteon::precision::{Comparison, lsc, lsc_by_iscd_minimum};
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
    /// What the least significant change rests on.
    pub bar_is: Option<BarIs>,
    /// The latest earlier scan that this one can be compared with, by its place in `points` from 0.
    ///
    /// None: there is no such scan, and no line may lead here. Scanners differ or are not stated, for one.
    pub joined_to: Option<usize>,
    /// Day of the scan.
    pub date: Option<Date>,
    /// T-score that drives: as reported, or as printed.
    pub t_score: Option<f64>,
    /// Z-score, unrounded.
    pub z_score: Option<f64>,
}

/// What the least significant change about a scan rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BarIs {
    /// The centre's own precision error.
    Own,
    /// The stated cross-calibration of two scanners.
    CrossCalibration,
    /// ISCD's minimum precision, since the centre's own is not stated.
    IscdMinimum,
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
        let mut placed: Vec<Placed<'_>> =
            lines.filter_map(|line| Placed::of(line, table, score, speaker)).collect();
        placed.sort_by(|a, b| a.point.age.total_cmp(&b.point.age));
        let converted = placed.iter().any(|placed| placed.converted);
        let points = joined(&placed, speaker);
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

/// A scan on the chart, with what it may be joined and barred by.
struct Placed<'a> {
    line: &'a Score,
    scan: Option<&'a Scan>,
    maker: Option<Manufacturer>,
    converted: bool,
    point: Point,
}

impl<'a> Placed<'a> {
    fn of(line: &'a Score, table: &AgeMatched, shown: &Score, speaker: &Speaker<'a>) -> Option<Self> {
        let bmd = line.bmd_g_cm2?;
        let age = match (line.scan_date, line.report_role) {
            (Some(date), _) => speaker.age_at(date)?,
            (None, ReportRole::Current) => speaker.age()?,
            (None, ReportRole::Prior) => return None,
        };
        let scan = scan_of(line, speaker);
        let maker = maker(line, scan);
        let (bmd, converted) = match (maker, line.z_score) {
            (Some(maker), _) => on_hologic_scale(bmd, maker, line.region)?,
            (None, Some(z)) if line.z_reference == shown.z_reference => {
                let at = table.at(age)?;
                (at.mean + z * at.sd, true)
            }
            _ => return None,
        };
        let point = Point {
            age,
            bmd,
            low: None,
            high: None,
            bar_is: None,
            joined_to: None,
            date: line.scan_date,
            t_score: printed(line).or(line.t_score_reported),
            z_score: line.z_score,
        };
        Some(Self { line, scan, maker, converted, point })
    }

    /// Whether the line may serve monitoring.
    fn monitors(&self) -> bool {
        const NOT_COUNTED: [Withheld; 3] =
            [Withheld::Excluded, Withheld::ContainsExcluded, Withheld::Prosthesis];
        let withheld = self.line.withheld.as_ref();
        let counts = !NOT_COUNTED.iter().any(|why| withheld.is_some_and(|one| one.code == why.as_str()));
        let one_vertebra = self.line.vertebrae.as_deref().is_some_and(|set| !set.contains(['-', ',']));
        counts && !one_vertebra
    }

    /// How this scan is compared with an earlier one; none where it cannot be.
    fn compared_with(&self, earlier: &Self) -> Option<Comparison> {
        let later = earlier.line.scan_date? < self.line.scan_date?;
        // On the scale of the chart two makers differ by the conversion too, which never serves monitoring.
        let alike = self.maker == earlier.maker && self.monitors() && earlier.monitors();
        let comparison = Comparison::of(earlier.scan?, self.scan?);
        (later && alike && comparison.is_possible()).then_some(comparison)
    }

    /// The least significant change by the centre's own precision error.
    fn own(&self, speaker: &Speaker<'_>) -> Option<f64> {
        let of = |map: &BTreeMap<Region, f64>| map.get(&self.line.region).copied();
        let of_scan = self.scan.and_then(|scan| scan.precision_g_cm2.as_ref()).and_then(of);
        let of_options = || speaker.assessment.engine.options.precision_g_cm2.as_ref().and_then(of);
        lsc(of_scan.or_else(of_options)?).ok()
    }

    fn barred(&self, (lsc, bar_is): (f64, BarIs)) -> Option<(f64, f64, BarIs)> {
        let (bmd, maker) = self.line.bmd_g_cm2.zip(self.maker)?;
        let end = |bmd: f64| on_hologic_scale(bmd, maker, self.line.region).map(|(bmd, _)| bmd);
        Some((end(bmd - lsc)?, end(bmd + lsc)?, bar_is))
    }
}

/// What two scans must differ by, and why.
fn bar_of(
    comparison: &Comparison,
    earlier: &Placed<'_>,
    later: &Placed<'_>,
    speaker: &Speaker<'_>,
) -> Option<(f64, BarIs)> {
    let bridged = comparison.generalised_lsc_g_cm2.map(|lsc| (lsc, BarIs::CrossCalibration));
    let own = || later.own(speaker).map(|lsc| (lsc, BarIs::Own));
    let minimum = || {
        let lsc = lsc_by_iscd_minimum(later.line.region, earlier.line.bmd_g_cm2?)?;
        Some((lsc, BarIs::IscdMinimum))
    };
    bridged.or_else(own).or_else(minimum)
}

/// The points, each joined to the latest earlier one that it can be compared with, and barred by what it would have
/// to differ by from that one, else from the next; a scan by itself has a bar of the centre's own precision only.
fn joined(placed: &[Placed<'_>], speaker: &Speaker<'_>) -> Vec<Point> {
    let earlier: Vec<Option<(usize, Comparison)>> = placed
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let before = placed.iter().enumerate().take(at).rev();
            before.into_iter().find_map(|(at, other)| Some((at, one.compared_with(other)?)))
        })
        .collect();
    let points = placed.iter().zip(&earlier).enumerate().map(|(at, (one, before))| {
        let from_before =
            before.as_ref().and_then(|(before, how)| bar_of(how, placed.get(*before)?, one, speaker));
        let to_next = || {
            placed.iter().zip(&earlier).find_map(|(next, before)| {
                let (_, how) = before.as_ref().filter(|(before, _)| *before == at)?;
                bar_of(how, one, next, speaker)
            })
        };
        let bar = from_before.or_else(to_next).or_else(|| Some((one.own(speaker)?, BarIs::Own)));
        let mut point = one.point;
        point.joined_to = before.as_ref().map(|(before, _)| *before);
        if let Some((low, high, bar_is)) = bar.and_then(|bar| one.barred(bar)) {
            (point.low, point.high, point.bar_is) = (Some(low), Some(high), Some(bar_is));
        }
        point
    });
    points.collect()
}

fn maker(line: &Score, scan: Option<&Scan>) -> Option<Manufacturer> {
    let by_reference = young_adult::all().iter().find(|row| Some(row.id) == line.reference.as_deref());
    by_reference.and_then(|row| row.manufacturer).or_else(|| scan.and_then(|scan| scan.manufacturer))
}

/// The scan of a line: that of its day which measured its region, else that of its day.
fn scan_of<'a>(line: &Score, speaker: &Speaker<'a>) -> Option<&'a Scan> {
    let scans = || {
        speaker.patient.scans.as_deref().unwrap_or_default().iter().filter(|scan| scan.date == line.scan_date)
    };
    let measured = scans().find(|scan| {
        let mut regions = scan.regions.as_deref().unwrap_or_default().iter();
        regions.any(|one| {
            one.region == Some(line.region) && one.side == line.side && one.bmd_g_cm2 == line.bmd_g_cm2
        })
    });
    measured.or_else(|| scans().next())
}
