//! Codes of records, with the system that they belong to.

use crate::document::choice::choice;

choice! {
    /// A system of codes that records are written in. Versions of ICD-10 differ in what a code means, so that
    /// each is a system of its own.
    pub enum CodeSystem {
        Icd10Who = "icd10_who",
        Icd10Cm = "icd10_cm",
        Cim10Fr = "cim10_fr",
        Snomed = "snomed",
        Loinc = "loinc",
        Rxnorm = "rxnorm",
        Atc = "atc",
        Ccam = "ccam",
        /// Named in the record, and none of these.
        Other = "other",
    }
}

impl CodeSystem {
    /// The system behind the address that FHIR names it by; a slash at the end is no difference.
    ///
    /// `http://hl7.org/fhir/sid/icd-10` says no country: it is WHO's unless the caller knows better.
    #[must_use]
    pub fn from_uri(uri: &str) -> Self {
        let uri = uri.trim().trim_end_matches('/').to_ascii_lowercase();
        match uri.as_str() {
            "http://hl7.org/fhir/sid/icd-10"
            | "http://hl7.org/fhir/sid/icd-10-who"
            | "urn:oid:2.16.840.1.113883.6.3" => Self::Icd10Who,
            "http://hl7.org/fhir/sid/icd-10-cm" | "urn:oid:2.16.840.1.113883.6.90" => Self::Icd10Cm,
            "http://hl7.org/fhir/sid/icd-10-fr"
            | "https://smt.esante.gouv.fr/terminologie-cim-10"
            | "urn:oid:2.16.840.1.113883.6.3.2"
            | "urn:oid:1.2.250.1.213.2.11" => Self::Cim10Fr,
            "http://snomed.info/sct" | "urn:oid:2.16.840.1.113883.6.96" => Self::Snomed,
            "http://loinc.org" | "urn:oid:2.16.840.1.113883.6.1" => Self::Loinc,
            "http://www.nlm.nih.gov/research/umls/rxnorm" | "urn:oid:2.16.840.1.113883.6.88" => Self::Rxnorm,
            "http://www.whocc.no/atc" | "https://www.whocc.no/atc" | "urn:oid:2.16.840.1.113883.6.73" => {
                Self::Atc
            }
            "https://smt.esante.gouv.fr/terminologie-ccam" | "urn:oid:1.2.250.1.213.2.5" => Self::Ccam,
            // A version of SNOMED CT is named after it.
            _ if uri.starts_with("http://snomed.info/sct") => Self::Snomed,
            _ => Self::Other,
        }
    }
}

/// A code in its system.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    /// The system.
    pub system: CodeSystem,
    /// The code as it is written.
    pub code: Box<str>,
}

impl Code {
    /// A code of a system.
    #[must_use]
    pub fn new(system: CodeSystem, code: &str) -> Self {
        Self { system, code: code.trim().into() }
    }
}
