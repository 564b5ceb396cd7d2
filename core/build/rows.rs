//! Rows of a CSV with their file and line, for messages a person can act on.

use std::collections::HashMap;
use std::fmt::Display;
use std::path::Path;

pub(crate) struct Row {
    place: String,
    cells: HashMap<String, String>,
}

impl Row {
    pub(crate) fn fail(&self, reason: impl Display) -> ! {
        panic!("{}: {reason}", self.place)
    }

    pub(crate) fn text(&self, column: &str) -> &str {
        self.cells.get(column).unwrap_or_else(|| self.fail(format!("no column {column}")))
    }

    /// A cell that may be empty, or of a column that may be left out.
    pub(crate) fn optional(&self, column: &str) -> Option<&str> {
        self.cells.get(column).map(String::as_str).filter(|text| !text.is_empty())
    }

    pub(crate) fn number(&self, column: &str) -> f64 {
        let text = self.text(column);
        let number: f64 =
            text.parse().unwrap_or_else(|_| self.fail(format!("{column}: {text:?} is no number")));
        if !number.is_finite() {
            self.fail(format!("{column}: {text} is not finite"));
        }
        number
    }

    pub(crate) fn whole(&self, column: &str) -> Option<u32> {
        let text = self.text(column);
        (!text.is_empty()).then(|| {
            text.parse().unwrap_or_else(|_| self.fail(format!("{column}: {text:?} is no whole number")))
        })
    }

    /// One of the spellings; the Rust name of it.
    pub(crate) fn choice(&self, column: &str, choices: &[(&str, &str)]) -> String {
        let text = self.text(column);
        let found = choices.iter().find(|(key, _)| *key == text);
        found.map_or_else(
            || self.fail(format!("{column}: {text:?} is not known")),
            |(_, name)| (*name).to_owned(),
        )
    }

    /// A Rust expression for a set of vertebrae.
    pub(crate) fn vertebrae(&self) -> String {
        let text = self.text("vertebrae");
        let bits: u8 = match text {
            "" => 0,
            _ => text.split(',').map(|part| self.span(part)).fold(0, |all, bits| all | bits),
        };
        format!("Vertebrae::from_bits({bits})")
    }

    fn span(&self, part: &str) -> u8 {
        let index = |name: &str| match name {
            "L1" => 0,
            "L2" => 1,
            "L3" => 2,
            "L4" => 3,
            _ => self.fail(format!("vertebrae: {part:?} is not known")),
        };
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        (index(first)..=index(last)).fold(0, |bits, i: u8| bits | (1 << i))
    }

    pub(crate) fn positive(&self, column: &str) -> f64 {
        let number = self.number(column);
        if number <= 0.0 {
            self.fail(format!("{column}: {number} is not positive"));
        }
        number
    }
}

pub(crate) fn read(path: &Path) -> Vec<Row> {
    // As from `core/data`: `risk/models.csv`.
    let name = path.strip_prefix(crate::data()).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let mut reader = csv::Reader::from_path(path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let header = reader.headers().unwrap_or_else(|error| panic!("{name}: {error}")).clone();
    reader
        .records()
        .map(|record| {
            let record = record.unwrap_or_else(|error| panic!("{name}: {error}"));
            let line = record.position().map_or(0, csv::Position::line);
            let cells =
                header.iter().zip(record.iter()).map(|(k, v)| (k.to_owned(), v.trim().to_owned())).collect();
            Row { place: format!("core/data/{name}:{line}"), cells }
        })
        .collect()
}

pub(crate) const SEX: &[(&str, &str)] = &[("female", "Sex::Female"), ("male", "Sex::Male")];
pub(crate) const MANUFACTURER: &[(&str, &str)] = &[
    ("hologic", "Some(Manufacturer::Hologic)"),
    ("ge_lunar", "Some(Manufacturer::GeLunar)"),
    ("norland", "Some(Manufacturer::Norland)"),
    ("", "None"),
];
pub(crate) const REGION: &[(&str, &str)] = &[
    ("lumbar_spine", "Region::LumbarSpine"),
    ("femoral_neck", "Region::FemoralNeck"),
    ("total_hip", "Region::TotalHip"),
    ("trochanter", "Region::Trochanter"),
    ("intertrochanter", "Region::Intertrochanter"),
    ("wards", "Region::Wards"),
    ("radius_33", "Region::Radius33"),
    ("radius_ud", "Region::RadiusUd"),
    ("radius_mid", "Region::RadiusMid"),
    ("radius_total", "Region::RadiusTotal"),
    ("total_body", "Region::TotalBody"),
];
pub(crate) const ETHNICITY: &[(&str, &str)] = &[
    ("all", "None"),
    ("white", "Some(Ethnicity::White)"),
    ("black", "Some(Ethnicity::Black)"),
    ("mexican_american", "Some(Ethnicity::MexicanAmerican)"),
    ("hispanic", "Some(Ethnicity::Hispanic)"),
    ("asian", "Some(Ethnicity::Asian)"),
    ("other", "Some(Ethnicity::Other)"),
];
pub(crate) const CONFIDENCE: &[(&str, &str)] = &[
    ("A", "Confidence::A"),
    ("A-", "Confidence::AMinus"),
    ("B", "Confidence::B"),
    ("B-", "Confidence::BMinus"),
    ("C+", "Confidence::CPlus"),
    ("C", "Confidence::C"),
];
