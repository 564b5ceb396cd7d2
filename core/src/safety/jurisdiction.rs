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
const EU: &[[u8; 2]] = &[
    *b"AT", *b"BE", *b"BG", *b"CY", *b"CZ", *b"DE", *b"DK", *b"EE", *b"ES", *b"FI", *b"FR", *b"GR", *b"HR",
    *b"HU", *b"IE", *b"IS", *b"IT", *b"LI", *b"LT", *b"LU", *b"LV", *b"MT", *b"NL", *b"NO", *b"PL", *b"PT",
    *b"RO", *b"SE", *b"SI", *b"SK",
];

impl Jurisdiction {
    /// Of a person.
    #[must_use]
    pub fn of(patient: &Patient) -> Self {
        let stated = patient.jurisdiction.as_deref().or(patient.country.as_deref());
        stated.map_or(Self::Strictest, Self::from_code)
    }

    fn from_code(code: &str) -> Self {
        let code = code.trim();
        let is = |name: &str| code.eq_ignore_ascii_case(name);
        match <[u8; 2]>::try_from(code.as_bytes()).map(|code| code.map(|byte| byte.to_ascii_uppercase())) {
            Ok(code) if code == *b"EU" || EU.contains(&code) => Self::Eu,
            Ok([b'G', b'B'] | [b'U', b'K']) => Self::Gb,
            Ok([b'U', b'S']) => Self::Us,
            Err(_) if is("EEA") => Self::Eu,
            Err(_) if is("USA") => Self::Us,
            _ => Self::Strictest,
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
