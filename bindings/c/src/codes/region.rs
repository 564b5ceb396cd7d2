//! Regions of a scan.

use super::mirrors;

/// Region of a scan. Spine, femoral neck, total hip and radius 33 % diagnose; the others never do.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_region {
    /// Not known, or not stated.
    Unknown = 0,
    /// Lumbar spine.
    LumbarSpine = 1,
    /// Femoral neck.
    FemoralNeck = 2,
    /// Total hip.
    TotalHip = 3,
    /// Trochanter.
    Trochanter = 4,
    /// Intertrochanter.
    Intertrochanter = 5,
    /// Ward's triangle.
    Wards = 6,
    /// One-third radius.
    Radius33 = 7,
    /// Ultradistal radius.
    RadiusUd = 8,
    /// Mid radius.
    RadiusMid = 9,
    /// Total radius.
    RadiusTotal = 10,
    /// Total body.
    TotalBody = 11,
}

mirrors!(osteon_region, osteon::document::Region, { LumbarSpine, FemoralNeck, TotalHip, Trochanter, Intertrochanter, Wards, Radius33, RadiusUd, RadiusMid, RadiusTotal, TotalBody });

/// Side of a region.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_side {
    /// Not known, or not stated.
    Unknown = 0,
    /// Left.
    Left = 1,
    /// Right.
    Right = 2,
    /// Mean of both: it serves change only.
    Mean = 3,
    /// Difference of both: never scored.
    Difference = 4,
}

mirrors!(osteon_side, osteon::document::Side, { Left, Right, Mean, Difference });
