//! Precision of measurement and the change it lets one see.
//!
//! A centre scans some of its patients twice or three times on the same day, with repositioning
//! between. From the spread within each subject follows the precision error ([`PrecisionStudy`]),
//! from that the least significant change ([`lsc`]), and from that whether a change between two
//! visits is more than the machine's noise ([`Significance`]). [`precision_report`] does it for a
//! table of repeat scans, region by region.
//!
//! The ISCD prefers the absolute form, in g/cm2, to the percentage; both are given.
//!
//! Sources: Glüer CC et al., Accurate assessment of precision errors: how to measure the
//! reproducibility of bone densitometry techniques, Osteoporos Int 1995;5:262-270; ISCD Official
//! Positions, adult, 2007-2023 (2.77, 30 degrees of freedom); Bonnick SL, Bone Densitometry in
//! Clinical Practice (factors by confidence level and number of measurements).

mod change;
mod confidence;
mod least_significant_change;
mod precision_error;
mod study;

pub use change::{Because, Change, Comparison, change_since, changes, lsc_by_iscd_minimum};
pub use confidence::{Confidence, Limits};
pub use least_significant_change::{BOUNDARY_G_CM2, LSC_FACTOR, LscDesign, Significance, lsc};
pub use precision_error::{ISCD_DEGREES_OF_FREEDOM, PrecisionError, PrecisionStudy, Spread};
pub use study::{PrecisionReport, PrecisionRow, precision_report, repeat_bmd};
