//! A table drawn at random: the same cells as text, and as columns of types.

use osteon::batch::{Bits, Codes, Columns, TextRows, Values};
use osteon::columns::{Kind, column};
use osteon::document::{
    Drug, Ethnicity, FractureSite, History, Manufacturer, QfractureEthnicity, RiskFactors, Section, Sex,
    Smoking, SpineImagingResult,
};
use osteon::error::Refusal;

use crate::people::Draw;

/// A table: names of columns, and rows of cells; an empty cell is a null.
#[derive(Clone, Debug)]
pub struct Table {
    /// The names.
    pub names: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

const NUMBERS: &[(&str, &[&str])] = &[
    (
        "age_years",
        &[
            "19", "39.9", "40", "49.9", "50", "52.5", "55", "64.9", "65", "67", "70", "74", "75", "81", "90",
            "101",
        ],
    ),
    ("height_cm", &["150", "158.5", "160", "164", "171", "183"]),
    ("weight_kg", &["41", "47.5", "51.2", "58", "63.4", "69.9", "70", "84", "102.4"]),
    ("menopause_age_years", &["38", "44.9", "45", "51"]),
    ("bmd_femoral_neck", &["0.41", "0.498", "0.558", "0.559", "0.623", "0.738", "0.858", "0.95"]),
    ("bmd_total_hip", &["0.5", "0.637", "0.642", "0.722", "0.82", "0.942"]),
    ("bmd_lumbar_spine", &["0.6", "0.717", "0.772", "0.882", "0.937", "1.047", "1.2"]),
    ("bmd_radius_33", &["0.45", "0.515", "0.593", "0.689"]),
    ("bmd_l1", &["0.7", "0.85", "1.1"]),
    ("bmd_l2", &["0.72", "0.9", "1.3"]),
    ("area_l1", &["11.5", "12.6"]),
    ("area_l2", &["13.1", "13.7"]),
    ("t_femoral_neck", &["-4.1", "-3.5", "-3.0", "-2.55", "-2.5", "-2.4", "-1.0", "-0.95", "0.3"]),
    ("t_total_hip", &["-3.6", "-2.5", "-1.1", "0"]),
    ("t_lumbar_spine", &["-3.0", "-2.5", "-2.0", "-1.0"]),
    ("z_total_hip", &["-2.1", "-2", "0.4"]),
    ("precision_total_hip", &["0.008", "0.012"]),
    ("tbs", &["1.1", "1.23", "1.31", "1.4"]),
    ("frax_mof_percent", &["4.5", "8.3", "14.9", "15", "19.95", "20", "31", "42"]),
    ("frax_hip_percent", &["0.4", "2.9", "3", "4.5", "9.2"]),
    ("glucocorticoid_mg_per_day", &["2.5", "5", "7.4", "7.5", "30"]),
    ("glucocorticoid_days", &["30", "90", "91", "400"]),
    ("glucocorticoid_planned_days", &["90", "180"]),
    ("alcohol_units_per_day", &["0", "0.5", "2.9", "3", "9.5"]),
    ("cigarettes_per_day", &["0", "5", "15", "30"]),
    ("type_2_diabetes_years", &["0", "4", "11"]),
    ("height_loss_cm", &["1", "4", "6.5"]),
    ("mmse_score", &["22", "23", "29"]),
    ("walking_speed_m_s", &["0.6", "1.0", "1.3"]),
    ("falls_past_year", &["0", "1", "2", "4"]),
    ("lab_calcium_mmol_l", &["2.0", "2.3", "2.7"]),
    ("lab_egfr_ml_min_1_73m2", &["25", "34", "70"]),
];

/// What no number is, and what is outside every limit.
const WRONG: &[&str] = &["NaN", "inf", "-1", "1e9", "812"];

fn pick<'a>(draw: &mut Draw, words: &[&'a str]) -> &'a str {
    draw.of(words)
}

fn fractures(draw: &mut Draw) -> String {
    let mut entries = Vec::new();
    for _ in 0..=draw.below(3) {
        let when = ["", "@3", "@11", "@12", "@23.9", "@24", "@30", "@48y", "@50y", "@66y"];
        let trauma = ["", "!low", "!high"];
        entries.push(format!("{}{}{}", draw.of(FractureSite::KEYS), draw.of(&when), draw.of(&trauma)));
    }
    entries.join(";")
}

fn cell(name: &str, draw: &mut Draw) -> String {
    if let Some((_, values)) = NUMBERS.iter().find(|(known, _)| *known == name) {
        let rarely_wrong = if name == "age_years" { 2000 } else { 300 };
        let among = if draw.one_in(rarely_wrong) { WRONG } else { values };
        return pick(draw, among).to_owned();
    }
    if draw.one_in(150)
        && !matches!(name, "sex" | "age_years" | "fractures" | "treatments" | "complete" | "assessed_on")
    {
        return "NA".to_owned();
    }
    match name {
        "id" => format!("p{}", draw.below(1 << 40)),
        "sex" if draw.one_in(2000) => "purple".to_owned(),
        "sex" => pick(draw, Sex::KEYS).to_owned(),
        "ethnicity" => pick(draw, Ethnicity::KEYS).to_owned(),
        "qfracture_ethnicity" => pick(draw, QfractureEthnicity::KEYS).to_owned(),
        "manufacturer" => pick(draw, Manufacturer::KEYS).to_owned(),
        "model" => pick(draw, &["Horizon A", "Lunar Prodigy", "Discovery", "no such"]).to_owned(),
        "smoking" => pick(draw, Smoking::KEYS).to_owned(),
        "frax_model" => pick(draw, &["fr", "uk", "us", "FR", "nowhere"]).to_owned(),
        "assessed_on" => pick(draw, &["2024-06-01", "2025-12-31"]).to_owned(),
        "scan_date" => pick(draw, &["2019-03-01", "2024-05-20", "2026-01-01"]).to_owned(),
        "scans" => "none".to_owned(),
        "spine_imaging_result" => pick(draw, SpineImagingResult::KEYS).to_owned(),
        "frax_adjusted_for" => pick(draw, &["none", "tbs"]).to_owned(),
        "fractures" if draw.one_in(2) => "none".to_owned(),
        "fractures" => fractures(draw),
        "treatments" if draw.one_in(2) => "none".to_owned(),
        "treatments" => {
            let when = ["@2015-01-01..", "@2020-03-01..2023-03-01", "", "@2025-11-01.."];
            format!("{}{}", draw.of(Drug::KEYS), draw.of(&when))
        }
        "complete" => {
            let all = Section::KEYS.join(";");
            if draw.one_in(2) { all } else { draw.of(Section::KEYS).to_owned() }
        }
        _ => if draw.one_in(3) { "true" } else { "false" }.to_owned(),
    }
}

impl Table {
    /// So many rows of all columns. Of some rows nearly everything is known, of others nearly nothing.
    #[must_use]
    pub fn drawn(rows: usize, seed: u64) -> Self {
        let mut draw = Draw(seed);
        let fixed = [
            "id",
            "sex",
            "ethnicity",
            "qfracture_ethnicity",
            "postmenopausal",
            "manufacturer",
            "model",
            "smoking",
            "frax_model",
            "frax_with_bmd",
            "assessed_on",
            "scan_date",
            "scans",
            "spine_imaging_result",
            "frax_adjusted_for",
            "fractures",
            "treatments",
            "complete",
            "glucocorticoid_current",
            "glucocorticoid_ever",
        ];
        let flags = [RiskFactors::KEYS, History::KEYS].concat();
        let flags =
            flags.into_iter().filter(|name| column(name).is_ok_and(|column| column.kind == Kind::Flag));
        let numbers = NUMBERS.iter().map(|(name, _)| *name);
        let names: Vec<String> = fixed.into_iter().chain(numbers).chain(flags).map(str::to_owned).collect();
        let row = |_| {
            let known_in_ten = draw.of(&[1, 3, 5, 8, 10]);
            let of = |name: &String, draw: &mut Draw| {
                let needed = matches!(name.as_str(), "sex" | "age_years") && !draw.one_in(500);
                if needed || draw.below(10) < known_in_ten { cell(name, draw) } else { String::new() }
            };
            let mut cells: Vec<String> = names.iter().map(|name| of(name, &mut draw)).collect();
            // Most flags of most people are not so: a person of whom everything is so tests little.
            if draw.one_in(2) {
                for cell in cells.iter_mut().filter(|cell| *cell == "true") {
                    if draw.one_in(2) {
                        "false".clone_into(cell);
                    }
                }
            }
            cells
        };
        let rows = (0..rows).map(row).collect();
        Self { names, rows }
    }

    /// The same cells as typed columns.
    #[must_use]
    pub fn stored(&self) -> Vec<Stored> {
        let of = |(index, name): (usize, &String)| {
            let cells = self.rows.iter().map(|row| row[index].as_str());
            Stored::new(name, &cells.collect::<Vec<_>>())
        };
        self.names.iter().enumerate().map(of).collect()
    }
}

/// The values of a column, as a store of types has them.
#[derive(Clone, Debug)]
pub struct Stored {
    name: String,
    rows: usize,
    validity: Vec<u8>,
    values: Types,
}

#[derive(Clone, Debug)]
enum Types {
    Numbers(Vec<f64>),
    Bits(Vec<u8>),
    Words(Vec<u16>, Vec<&'static str>),
    Text(Vec<i32>, Vec<u8>),
}

fn bits(of: impl Iterator<Item = bool>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (i, bit) in of.enumerate() {
        if i % 8 == 0 {
            bytes.push(0);
        }
        *bytes.last_mut().unwrap() |= u8::from(bit) << (i % 8);
    }
    bytes
}

fn of_text(cells: &[&str]) -> Types {
    let (mut offsets, mut text) = (vec![0], Vec::new());
    for cell in cells {
        text.extend_from_slice(cell.as_bytes());
        offsets.push(i32::try_from(text.len()).unwrap());
    }
    Types::Text(offsets, text)
}

impl Stored {
    fn new(name: &str, cells: &[&str]) -> Self {
        let validity = bits(cells.iter().map(|cell| !cell.is_empty()));
        let values = match column(name).unwrap().kind {
            Kind::Number | Kind::Count | Kind::Result => {
                Types::Numbers(cells.iter().map(|cell| cell.parse().unwrap_or(0.0)).collect())
            }
            Kind::Flag if cells.contains(&"NA") => of_text(cells),
            Kind::Flag => Types::Bits(bits(cells.iter().map(|cell| *cell == "true"))),
            Kind::Choice(keys) => {
                let words: Vec<&str> = keys.iter().copied().chain(["purple", "NA"]).collect();
                let code = |cell: &&str| words.iter().position(|word| word == cell).unwrap_or(0);
                Types::Words(cells.iter().map(|cell| u16::try_from(code(cell)).unwrap()).collect(), words)
            }
            _ => of_text(cells),
        };
        Self { name: name.to_owned(), rows: cells.len(), validity, values }
    }

    fn values(&self) -> Values<'_> {
        match &self.values {
            Types::Numbers(numbers) => Values::from(numbers.as_slice()),
            Types::Bits(bytes) => Values::Bits(Bits::new(bytes, 0, self.rows).unwrap()),
            Types::Words(codes, words) => Values::Words(Codes::U16(codes), words),
            Types::Text(offsets, text) => Values::Text(TextRows::utf8(offsets, text)),
        }
    }
}

/// Borrowed columns of a stored table.
///
/// # Errors
/// A column that cannot be.
pub fn columns(stored: &[Stored]) -> Result<Columns<'_>, Refusal> {
    let mut columns = Columns::new(stored.first().map_or(0, |column| column.rows));
    for column in stored {
        columns.push(&column.name, column.values(), Bits::new(&column.validity, 0, column.rows))?;
    }
    Ok(columns)
}
