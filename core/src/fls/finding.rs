//! What could not be read, or is read with doubt: the lines of the data-quality page.

use crate::document::choice::choice;

choice! {
    /// What was found wrong, or doubtful.
    pub enum FindingKind {
        // Files.
        /// The file cannot be opened or decompressed.
        FileUnreadable = "file_unreadable",
        /// Not a kind of file that is read.
        FileNotRead = "file_not_read",
        /// A table that is known here and cannot be read: a column is missing, or it is not UTF-8.
        TableRefused = "table_refused",
        /// The file ends in the middle of a record.
        Truncated = "truncated",
        // Resources and rows.
        /// Not JSON, or not a row.
        Malformed = "malformed",
        /// A value that cannot be: a date that is none, a number that is none.
        BadValue = "bad_value",
        /// The person that the record speaks of is not here.
        NoPatient = "no_patient",
        /// A reference to a record that is not here.
        UnresolvedReference = "unresolved_reference",
        /// The same record again: read once.
        Duplicate = "duplicate",
        /// The same identifier with other content.
        ConflictingDuplicate = "conflicting_duplicate",
        /// Marked as entered in error: not read.
        EnteredInError = "entered_in_error",
        /// An older version of FHIR: read, and said so.
        OlderFhir = "older_fhir",
        /// A pathway step outside the closed lists.
        UnknownStep = "unknown_step",
        /// A pathway step that belongs to no event.
        StepWithoutEvent = "step_without_event",
        // People.
        /// No birth date: no age at the event.
        NoBirthDate = "no_birth_date",
        /// An order of dates that cannot be: before birth, or after death. What is dated after the day of the report is
        /// not read, and is no finding.
        DateOrder = "date_order",
        /// A day that is stated only to the month or the year.
        DateIncomplete = "date_incomplete",
        // DXA and bloods.
        /// Fails the check digit of LOINC.
        CheckDigit = "check_digit",
        /// Code, display and unit do not agree on the region.
        RegionConflict = "region_conflict",
        /// A region that is not named by anything.
        RegionUnknown = "region_unknown",
        /// A unit of another dimension, or a number that fits another unit.
        UnitSlip = "unit_slip",
        /// A score without a number, or a number that is no score.
        NoValue = "no_value",
        /// A change between two scans that no bone makes.
        ImpossibleChange = "impossible_change",
        /// A printed T-score that the reference does not give.
        PrintedTDiffers = "printed_t_differs",
        // Drugs.
        /// A prescription whose drug is not named.
        DrugUnknown = "drug_unknown",
        /// Codes and words name different drugs.
        DrugConflict = "drug_conflict",
    }
}

impl FindingKind {
    /// Whether something is refused wherever this is found: it is not in the numbers. Of the others one finding
    /// may be a refusal and the next may not: [`Finding::refused`].
    #[must_use]
    pub const fn is_refusal(self) -> bool {
        matches!(
            self,
            Self::FileUnreadable
                | Self::TableRefused
                | Self::Truncated
                | Self::Malformed
                | Self::BadValue
                | Self::NoPatient
                | Self::UnresolvedReference
                | Self::ConflictingDuplicate
                | Self::UnknownStep
                | Self::StepWithoutEvent
                | Self::DateOrder
                | Self::DrugUnknown
        )
    }
}

/// Where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// File, as from the folder that was read; empty where it is about a person and not a file.
    pub file: String,
    /// Line of an NDJSON or CSV file, entry of a bundle; 0 where there is none.
    pub line: u64,
}

/// One line of the data-quality page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind.
    pub kind: FindingKind,
    /// Where.
    pub place: Place,
    /// Whom it is about, where that is known.
    pub patient_id: Option<String>,
    /// The field, as the record names it; empty where there is none.
    pub field: String,
    /// The value, cut where it is long.
    pub value: String,
    /// What is wrong, and what became of it, in a sentence.
    pub because: String,
    /// Whether something was lost by it that is not in the numbers.
    pub refused: bool,
}

impl Finding {
    /// About a person, without a place in a file.
    #[must_use]
    pub fn of_person(kind: FindingKind, patient_id: &str, field: &str, value: &str, because: &str) -> Self {
        Self {
            kind,
            place: Place::default(),
            patient_id: Some(patient_id.to_owned()),
            field: field.to_owned(),
            value: value.chars().take(80).collect(),
            because: because.to_owned(),
            refused: kind.is_refusal(),
        }
    }

    /// The same finding of something that was lost.
    #[must_use]
    pub fn lost(self) -> Self {
        Self { refused: true, ..self }
    }

    /// Whether something was lost by it.
    #[must_use]
    pub const fn is_refused(&self) -> bool {
        self.refused
    }
}
