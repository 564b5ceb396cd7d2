#![allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CitationId(u16);
pub struct Citation {
    pub id: &'static str,
    pub text: &'static str,
}
impl CitationId {
    pub fn id(self) -> &'static str {
        ""
    }
    pub fn citation(self) -> &'static Citation {
        &Citation { id: "", text: "" }
    }
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    A,
}
impl Confidence {
    pub fn as_str(self) -> &'static str {
        "A"
    }
    pub fn is_verified(self) -> bool {
        true
    }
}
pub mod ids {
    use super::CitationId;
    pub const ISCD2023_ADULT: CitationId = CitationId(0);
    pub const COLE1990_LMS: CitationId = CitationId(0);
    pub const HANSON1997: CitationId = CitationId(0);
    pub const LU2001: CitationId = CitationId(0);
    pub const WHO1994: CitationId = CitationId(0);
    pub const ISCD2019_PAEDIATRIC: CitationId = CitationId(0);
    pub const ISCD2019_TRANSGENDER: CitationId = CitationId(0);
    pub const BHOF2022: CitationId = CitationId(0);
    pub const ISCD2019_MONITORING: CitationId = CitationId(0);
}
