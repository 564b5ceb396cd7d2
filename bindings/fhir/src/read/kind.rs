//! What a file is, by its name.

use super::omop::OmopTable;
use super::table::Sheet;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    /// Resources of FHIR, one a line or in bundles.
    Fhir {
        /// Whether the name says one a line.
        by_lines: bool,
    },
    /// A plain table.
    Sheet(Sheet),
    /// A table of OMOP.
    Omop(OmopTable),
    /// None of these, and why.
    NotRead(&'static str),
}

impl FileKind {
    /// By the name of the file, without its folder.
    pub(super) fn of(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        let plain = name.strip_suffix(".gz").unwrap_or(&name);
        let (stem, end) = plain.rsplit_once('.').unwrap_or((plain, ""));
        if plain.len() < name.len() && end == "tar" {
            return Self::NotRead("An archive: unpack it first.");
        }
        match end {
            "json" => Self::Fhir { by_lines: false },
            "ndjson" | "jsonl" => Self::Fhir { by_lines: true },
            "csv" => match (Sheet::of(stem), OmopTable::of(stem)) {
                (Some(sheet), _) => Self::Sheet(sheet),
                (None, Some(table)) => Self::Omop(table),
                (None, None) => Self::NotRead("A table of a name that is not known here."),
            },
            "zip" | "tar" | "tgz" | "xz" | "bz2" | "7z" | "rar" | "zst" => {
                Self::NotRead("An archive: unpack it first.")
            }
            _ => Self::NotRead(
                "Not a kind of file that is read: .json, .ndjson, .jsonl and .csv are, and these as .gz.",
            ),
        }
    }

    /// Its name on the data-quality page.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Fhir { .. } => "fhir",
            Self::Sheet(_) => "table",
            Self::Omop(_) => "omop",
            Self::NotRead(_) => "not read",
        }
    }
}
