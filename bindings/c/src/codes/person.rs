//! Who somebody is.

use super::mirrors;

/// The sex used for references.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_sex {
    /// Not known, or not stated.
    Unknown = 0,
    /// Female.
    Female = 1,
    /// Male.
    Male = 2,
}

mirrors!(osteon_sex, osteon::document::Sex, { Female, Male });

/// It chooses a Z-score reference and nothing else.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_ethnicity {
    /// Not known, or not stated.
    Unknown = 0,
    /// White.
    White = 1,
    /// Black.
    Black = 2,
    /// Mexican american.
    MexicanAmerican = 3,
    /// Hispanic.
    Hispanic = 4,
    /// Asian.
    Asian = 5,
    /// Other.
    Other = 6,
}

mirrors!(osteon_ethnicity, osteon::document::Ethnicity, { White, Black, MexicanAmerican, Hispanic, Asian, Other });

/// Gender identity: under 50 no T-score speaks of transgender people, and it chooses the sex of the Z-score reference.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_gender_identity {
    /// Not known, or not stated.
    Unknown = 0,
    /// Female.
    Female = 1,
    /// Male.
    Male = 2,
    /// Non conforming.
    NonConforming = 3,
    /// Other.
    Other = 4,
}

mirrors!(osteon_gender_identity, osteon::document::GenderIdentity, { Female, Male, NonConforming, Other });
