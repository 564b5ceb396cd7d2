//! Whether a change between two scans is real.
//!
//! Most major errors of DXA reports concern change. The verdict needs the same scanner (or a stated
//! cross-calibration), region, side, vertebrae and mode, and the centre's own precision; without them it
//! cannot be said. T-scores are never compared.

use jiff::civil::Date;

use crate::densitometry::{Flag, Score, Setup, Withheld};
use crate::document::assessment::Against;
use crate::document::{Region, Scan, Side, Vertebrae};
use crate::facts::Person;
use crate::order::order_few;
use crate::reference::precision_minimum;

use super::{Significance, lsc as least_significant_change};

/// Declares the reasons behind a verdict on change.
macro_rules! because {
    ($($Variant:ident = $key:literal, $text:literal;)+) => {
        /// Why a change is significant, is not, or cannot be said to be.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Because {
            $(#[doc = $text] $Variant,)+
        }

        impl Because {
            /// The code in documents.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$Variant => $key),+ }
            }

            /// One sentence.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$Variant => $text),+ }
            }

            /// Whether it keeps the verdict from being given.
            #[must_use]
            pub const fn hinders(self) -> bool {
                !matches!(self, Self::AtLeastLsc | Self::BelowLsc | Self::CrossCalibrated | Self::ModeNotStated | Self::SideNotStated | Self::SoftwareDiffers)
            }
        }
    };
}

because! {
    AtLeastLsc = "at_least_lsc", "the change is at least the least significant change (2.77 x precision error)";
    BelowLsc = "below_lsc", "the change is below the least significant change (2.77 x precision error)";
    CrossCalibrated = "cross_calibrated", "the scanners differ; the generalised least significant change of their cross-calibration was used";
    ModeNotStated = "mode_not_stated", "no scan states its mode; taken as the same";
    SideNotStated = "side_not_stated", "no scan states its side; taken as the same";
    SoftwareDiffers = "software_differs", "the software version changed between the scans; re-analyse the earlier one";
    ScannerNotStated = "scanner_not_stated", "the scanner is not identified on both scans";
    ScannerDiffers = "scanner_differs", "the scanners differ and no cross-calibration between them is stated";
    ManufacturerDiffers = "manufacturer_differs", "the makers differ; converted values never serve for monitoring";
    ModeDiffers = "mode_differs", "the scan modes differ, or one is not stated";
    SideDiffers = "side_differs", "the sides differ, or one is not stated";
    VertebraeDiffer = "vertebrae_differ", "the sets of vertebrae differ; re-analyse both scans with the same one";
    PrecisionNotStated = "precision_not_stated", "the centre's own precision error is not stated";
}

/// Whether two scans were made so that their BMD can be compared: on which machines, in which mode.
///
/// Region, side and vertebrae are the caller's to match.
///
/// ```
/// use osteon::document::Scan;
/// use osteon::precision::{Because, Comparison};
/// let on = |serial: &str| Scan { scanner_serial: Some(serial.to_owned()), ..Default::default() };
/// assert!(Comparison::of(&on("A"), &on("A")).is_possible());
/// assert!(Comparison::of(&on("A"), &on("B")).because.contains(&Because::ScannerDiffers));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What bears on it.
    pub because: Vec<Because>,
    /// Generalised least significant change of the cross-calibration that bridges two machines, g/cm2.
    pub generalised_lsc_g_cm2: Option<f64>,
}

impl Comparison {
    /// Of an earlier and a later scan.
    #[must_use]
    pub fn of(earlier: &Scan, later: &Scan) -> Self {
        let mut because = Vec::new();
        let generalised_lsc_g_cm2 = same_machine(earlier, later, &mut because);
        match (norm(&earlier.scan_mode), norm(&later.scan_mode)) {
            (None, None) => because.push(Because::ModeNotStated),
            (a, b) if a == b => {}
            _ => because.push(Because::ModeDiffers),
        }
        Self { because, generalised_lsc_g_cm2 }
    }

    /// Whether nothing of it hinders.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        !self.because.iter().any(|reason| reason.hinders())
    }
}

/// The least significant change by ISCD's minimum precision for a region, from the earlier BMD; g/cm2.
#[must_use]
pub fn lsc_by_iscd_minimum(region: Region, earlier_bmd_g_cm2: f64) -> Option<f64> {
    let percent = precision_minimum::cv_percent(region)?;
    least_significant_change(percent / 100.0 * earlier_bmd_g_cm2).ok()
}

/// A change of one region between two scans.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Region.
    pub region: Region,
    /// Side.
    pub side: Option<Side>,
    /// Vertebrae; empty but for a lumbar spine.
    pub vertebrae: Vertebrae,
    /// Compared with the previous or the first scan.
    pub against: Against,
    /// Day of the earlier scan.
    pub from: Option<Date>,
    /// Day of the later scan.
    pub to: Option<Date>,
    /// Later minus earlier, g/cm2.
    pub g_cm2: f64,
    /// The same in percent of the earlier.
    pub percent: f64,
    /// Least significant change, g/cm2.
    pub lsc_g_cm2: Option<f64>,
    /// The verdict; `None` where it cannot be said.
    pub significant: Option<bool>,
    /// What ISCD's minimum precision would say, where there is no verdict.
    pub by_iscd_minimum: Option<bool>,
    /// Why.
    pub because: Vec<Because>,
}

/// The verdict on a change; `None` where the numbers allow none.
fn is_significant(change_g_cm2: f64, lsc_g_cm2: f64) -> Option<bool> {
    Significance::of(change_g_cm2, lsc_g_cm2).ok().map(Significance::is_significant)
}

/// Changes to the latest scan from the previous one and from the first.
///
/// Spine and total hip first; the femoral neck only where no total hip can be compared.
#[must_use]
pub fn changes(person: &Person<'_>, scores: &[Score<'_>], setup: &Setup) -> Vec<Change> {
    let scans = person.document.scans.as_deref().unwrap_or_default();
    let mut found = Vec::new();
    if scans.len() < 2 {
        return found;
    }
    let mut of_region = |region: Region| {
        let before = found.len();
        let monitor = Monitor { scans, scores, setup, region };
        monitor.compare(&mut found);
        found.len() > before
    };
    of_region(Region::LumbarSpine);
    let hip = of_region(Region::TotalHip);
    if !hip {
        of_region(Region::FemoralNeck);
    }
    of_region(Region::Radius33);
    found
}

/// The change of a region to the latest scan from the last one made by this day, or from the first where none
/// was or no day is given. Of both hips the one that lost more.
#[must_use]
pub fn change_since(
    person: &Person<'_>,
    scores: &[Score<'_>],
    setup: &Setup,
    region: Region,
    day: Option<Date>,
) -> Option<Change> {
    let scans = person.document.scans.as_deref().unwrap_or_default();
    let monitor = Monitor { scans, scores, setup, region };
    let latest = monitor.lines().filter_map(|score| score.date).max()?;
    if day.is_some_and(|day| latest <= day) {
        return None;
    }
    let now = monitor.lines().filter(|score| score.date == Some(latest));
    let most = now.clone().filter(|score| monitor.earlier(score).next().is_some());
    let most = most.map(|score| score.vertebrae.len()).max()?;
    let changes = now.filter(|score| score.vertebrae.len() == most).filter_map(|score| {
        let earlier = monitor.earlier(score);
        let by_day = earlier.clone().filter(|other| day.is_some() && other.date <= day);
        let baseline = by_day.max_by_key(|other| other.date).or_else(|| earlier.min_by_key(|o| o.date))?;
        monitor.change(baseline, score, Against::Baseline)
    });
    changes.min_by(|a, b| a.percent.total_cmp(&b.percent))
}

struct Monitor<'a, 'e> {
    scans: &'a [Scan],
    scores: &'a [Score<'e>],
    setup: &'a Setup,
    region: Region,
}

impl<'a, 'e> Monitor<'a, 'e> {
    /// Lines that may serve monitoring: measured, dated, not excluded.
    fn lines(&self) -> impl Iterator<Item = &'a Score<'e>> + Clone {
        let region = self.region;
        self.scores.iter().filter(move |score| {
            let excluded = matches!(
                score.withheld,
                Some(
                    Withheld::Excluded | Withheld::ContainsExcluded | Withheld::Prosthesis | Withheld::NoBmd
                )
            );
            let spine = region != Region::LumbarSpine || score.vertebrae.len() > 1;
            let proposal = score.flags.has(Flag::ProposedSubset);
            score.region == region
                && score.bmd.is_some()
                && score.date.is_some()
                && spine
                && !excluded
                && !proposal
        })
    }

    fn compare(&self, found: &mut Vec<Change>) {
        let Some(latest) = self.lines().filter_map(|score| score.date).max() else { return };
        let mut now: Vec<_> = self.lines().filter(|score| score.date == Some(latest)).collect();
        // A spine is compared in its largest set of vertebrae that both scans have.
        order_few(&mut now, |a, b| b.vertebrae.len().cmp(&a.vertebrae.len()));
        let mean =
            now.iter().any(|score| score.side == Some(Side::Mean) && self.earlier(score).next().is_some());
        let before = found.len();
        let first = now.first().copied();
        for score in now {
            if mean && score.side != Some(Side::Mean) {
                continue;
            }
            let earlier = self.earlier(score);
            let previous = earlier.clone().max_by_key(|other| other.date);
            let baseline = earlier.min_by_key(|other| other.date);
            let Some(previous) = previous else { continue };
            found.extend(self.change(previous, score, Against::Previous));
            if let Some(baseline) = baseline.filter(|baseline| baseline.date != previous.date) {
                found.extend(self.change(baseline, score, Against::Baseline));
            }
            if self.region == Region::LumbarSpine {
                break;
            }
        }
        // Another side or other vertebrae: shown, and it cannot be said.
        let other = self.lines().filter(|other| other.date < Some(latest)).max_by_key(|other| other.date);
        if found.len() == before
            && let (Some(other), Some(score)) = (other, first)
        {
            found.extend(self.change(other, score, Against::Previous));
        }
    }

    fn earlier(&self, score: &Score<'_>) -> impl Iterator<Item = &'a Score<'e>> + Clone {
        let (date, side, vertebrae) = (score.date, score.side, score.vertebrae);
        self.lines().filter(move |other| {
            let same_side = other.side == side || other.side.is_none() || side.is_none();
            other.date < date && other.vertebrae == vertebrae && same_side
        })
    }

    fn change(&self, from: &Score<'_>, to: &Score<'_>, against: Against) -> Option<Change> {
        let (earlier, later) = (from.bmd?, to.bmd?);
        let (scan_from, scan_to) = (self.scans.get(from.scan)?, self.scans.get(to.scan)?);
        let Comparison { mut because, generalised_lsc_g_cm2: cross } = Comparison::of(scan_from, scan_to);
        if self.region != Region::LumbarSpine {
            match (from.side, to.side) {
                (None, None) => because.push(Because::SideNotStated),
                (a, b) if a == b => {}
                _ => because.push(Because::SideDiffers),
            }
        }
        if from.vertebrae != to.vertebrae {
            because.push(Because::VertebraeDiffer);
        }
        if norm(&scan_from.software_version) != norm(&scan_to.software_version) {
            because.push(Because::SoftwareDiffers);
        }
        let own = self.setup.precision(scan_to.precision_g_cm2.as_ref(), self.region);
        let lsc = cross.or_else(|| own.and_then(|error| least_significant_change(error).ok()));
        if lsc.is_none() {
            because.push(Because::PrecisionNotStated);
        }
        let g_cm2 = later - earlier;
        let minimum = lsc_by_iscd_minimum(self.region, earlier);
        let hindered = because.iter().any(|reason| reason.hinders());
        let significant = if hindered { None } else { lsc.and_then(|lsc| is_significant(g_cm2, lsc)) };
        match significant {
            Some(true) => because.insert(0, Because::AtLeastLsc),
            Some(false) => because.insert(0, Because::BelowLsc),
            None => {}
        }
        Some(Change {
            region: self.region,
            side: to.side,
            vertebrae: to.vertebrae,
            against,
            from: from.date,
            to: to.date,
            g_cm2,
            percent: 100.0 * g_cm2 / earlier,
            // The one that the verdict beside it rests on.
            lsc_g_cm2: if significant.is_some() { lsc } else { minimum.or(lsc) },
            significant,
            by_iscd_minimum: if significant.is_none() && !because.contains(&Because::ManufacturerDiffers) {
                minimum.and_then(|lsc| is_significant(g_cm2, lsc))
            } else {
                None
            },
            because,
        })
    }
}

/// Text without case and outer blanks; `None` where there is none.
fn norm(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_ascii_lowercase)
}

/// Pushes why the machines cannot be compared; returns the least significant change of a
/// cross-calibration that bridges them.
fn same_machine(from: &Scan, to: &Scan, because: &mut Vec<Because>) -> Option<f64> {
    let (a, b) = (norm(&from.scanner_serial), norm(&to.scanner_serial));
    let makers_differ = from.manufacturer.zip(to.manufacturer).is_some_and(|(a, b)| a != b);
    if a.is_none() || b.is_none() {
        because.push(Because::ScannerNotStated);
        if makers_differ {
            because.push(Because::ManufacturerDiffers);
        }
        return None;
    }
    if a == b {
        // Two makers number their machines without regard to each other.
        if makers_differ {
            because.push(Because::ManufacturerDiffers);
        }
        return None;
    }
    let bridge = [(to, &a), (from, &b)].into_iter().find_map(|(scan, other)| {
        let calibration = scan.cross_calibration.as_ref()?;
        (norm(&calibration.to_scanner_serial) == *other).then_some(calibration.generalised_lsc_g_cm2?)
    });
    if bridge.is_some() {
        because.push(Because::CrossCalibrated);
        return bridge;
    }
    because.push(if makers_differ { Because::ManufacturerDiffers } else { Because::ScannerDiffers });
    None
}
