//! Whose labels hold: as stated, else by country, else the strictest of all.

use crate::document::Patient;

/// Whose labels hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jurisdiction {
    /// The European Union and the European Economic Area.
    Eu,
    /// The United Kingdom.
    Gb,
    /// The United States.
    Us,
    /// Not stated, or one of which no rule of its own is known: every rule holds.
    Strictest,
}

/// Members of the European Union, and of the European Economic Area, which has its marketing authorisations.
const EU: &[&str] = &[
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
    "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

impl Jurisdiction {
    /// Of a person.
    #[must_use]
    pub fn of(patient: &Patient) -> Self {
        let stated = patient.jurisdiction.as_deref().or(patient.country.as_deref());
        stated.map_or(Self::Strictest, Self::from_code)
    }

    fn from_code(code: &str) -> Self {
        let is = |name: &str| code.trim().eq_ignore_ascii_case(name);
        if is("EU") || is("EEA") || EU.iter().any(|country| is(country)) {
            Self::Eu
        } else if is("GB") || is("UK") {
            Self::Gb
        } else if is("US") || is("USA") {
            Self::Us
        } else {
            Self::Strictest
        }
    }

    /// As documents write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Eu => "EU",
            Self::Gb => "GB",
            Self::Us => "US",
            Self::Strictest => "strictest",
        }
    }

    /// The bits of its rules, in the order of `core/build/drug_rules.rs`.
    pub(super) const fn areas(self) -> u8 {
        match self {
            Self::Eu => 1,
            Self::Gb => 2,
            Self::Us => 4,
            Self::Strictest => u8::MAX,
        }
    }
}
