//! Makers of scanners.

use super::mirrors;

/// Maker of the scanner.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_manufacturer {
    /// Not known, or not stated.
    Unknown = 0,
    /// Hologic.
    Hologic = 1,
    /// GE Healthcare (Lunar).
    GeLunar = 2,
    /// Norland.
    Norland = 3,
}

mirrors!(osteon_manufacturer, osteon::document::Manufacturer, { Hologic, GeLunar, Norland });
