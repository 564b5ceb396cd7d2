//! `osteon precision`: repeat scans in, precision error and least significant change out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{IsTerminal as _, Read as _, stdin, stdout};
use std::path::Path;

use osteon::document::Region;
use osteon::error::{Code, Refusal, nearest};
use osteon::precision::{Confidence, PrecisionReport, PrecisionRow};
use osteon_table::Dialect;

use crate::args::{PrecisionArgs, PrecisionFormat};
use crate::output_file::OutputFile;
use crate::stop::{Done, Stop};

/// The columns of repeat scans; `side` is one more that may be there.
const COLUMNS: [&str; 4] = ["subject", "scan", "region", "bmd_g_cm2"];

pub(crate) fn run(args: &PrecisionArgs) -> Result<Done, Stop> {
    let confidence =
        Confidence::new(args.confidence).map_err(|refusal| Stop::new(format_args!("--{refusal}")))?;
    let table = Table::read(&args.pairs)?;
    let scans = table.repeat_scans()?;
    for refusal in &scans.refused {
        eprintln!("{refusal} [scan left out]");
    }
    let report = PrecisionReport::new(scans.rows, confidence)
        .map_err(|refusal| Stop::new(format_args!("{}: {refusal}", table.name)))?;
    for region in &report.without_repeats {
        eprintln!("osteon: {region}: no subject has two scans of it");
    }
    let terminal = args.output.is_none() && stdout().is_terminal();
    let format = args.format.unwrap_or(if terminal { PrecisionFormat::Text } else { PrecisionFormat::Csv });
    let text = match format {
        PrecisionFormat::Json => osteon::json::to_string_pretty(&report) + "\n",
        PrecisionFormat::Csv => csv_of(&report)?,
        PrecisionFormat::Text => text_of(&report),
    };
    let mut out = OutputFile::create(args.output.as_deref())?;
    out.write(text.as_bytes())?;
    out.finish()?;
    Ok(Done::unless_refused(scans.refused.len() as u64))
}

fn csv_of(report: &PrecisionReport) -> Result<String, Stop> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in &report.rows {
        writer.serialize(row).map_err(Stop::new)?;
    }
    String::from_utf8(writer.into_inner().map_err(Stop::new)?).map_err(Stop::new)
}

fn text_of(report: &PrecisionReport) -> String {
    let mut text = String::new();
    let level = report.confidence * 100.0;
    for row in &report.rows {
        let PrecisionRow { region, subjects, scans, df, .. } = row;
        // Writing to a string does not fail.
        let _ = writeln!(text, "{region}: {subjects} subjects, {scans} scans, {df} degrees of freedom");
        let _ = writeln!(
            text,
            "  precision error   {:.4} g/cm2 ({level} % limits {:.4} to {:.4}), {:.2} %",
            row.rms_sd_g_cm2, row.rms_sd_low_g_cm2, row.rms_sd_high_g_cm2, row.rms_cv_percent
        );
        let _ = writeln!(
            text,
            "  LSC (95 %)        {:.4} g/cm2 (of the limits {:.4} to {:.4}), {:.2} %",
            row.lsc_g_cm2, row.lsc_low_g_cm2, row.lsc_high_g_cm2, row.lsc_percent
        );
        if row.left_out > 0 {
            let _ = writeln!(text, "  left out          {} subjects with a single scan", row.left_out);
        }
        if !row.meets_iscd_design {
            let _ = writeln!(
                text,
                "  too few           ISCD asks for 30 degrees of freedom: 15 x 3 or 30 x 2 scans"
            );
        }
    }
    text
}

/// The centre's precision error by region, g/cm2: from repeat scans, from what `osteon precision` wrote,
/// or from a table of `region,precision_g_cm2`.
pub(crate) fn of_centre(path: &Path) -> Result<BTreeMap<Region, f64>, Stop> {
    let name = path.display();
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    if extension == "json" {
        return of_json(path);
    }
    let table = Table::read(path)?;
    let Some(column) = ["precision_g_cm2", "rms_sd_g_cm2"].into_iter().find(|column| table.has(column))
    else {
        let scans = table.repeat_scans()?;
        if let Some(refusal) = scans.refused.first() {
            return Err(Stop::new(format_args!("{name}: {refusal}")));
        }
        let report = PrecisionReport::new(scans.rows, Confidence::default())
            .map_err(|refusal| Stop::new(format_args!("{name}: {refusal}")))?;
        return Ok(report.rows.iter().map(|row| (row.region, row.rms_sd_g_cm2)).collect());
    };
    let mut found = BTreeMap::new();
    for index in 0..table.rows.len() {
        let read = || Ok((table.region(index)?, table.number(index, column)?));
        let (region, error) =
            read().map_err(|refusal: Refusal| Stop::new(format_args!("{name}: {refusal}")))?;
        if found.insert(region, error).is_some() {
            return Err(Stop::new(format_args!("{name}: {region} is there twice")));
        }
    }
    Ok(found)
}

fn of_json(path: &Path) -> Result<BTreeMap<Region, f64>, Stop> {
    #[derive(serde::Deserialize)]
    struct Row {
        region: Region,
        rms_sd_g_cm2: f64,
    }
    #[derive(serde::Deserialize)]
    #[serde(untagged, expecting = "the report of `osteon precision`, or an object of region: g/cm2")]
    enum Document {
        Report { rows: Vec<Row> },
        Regions(BTreeMap<Region, f64>),
    }
    let text = std::fs::read(path).map_err(|error| Stop::io(path.display(), &error))?;
    let document = osteon::json::read(&text);
    match document.map_err(|refusal| Stop::new(format_args!("{}: {refusal}", path.display())))? {
        Document::Report { rows } => Ok(rows.iter().map(|row| (row.region, row.rms_sd_g_cm2)).collect()),
        Document::Regions(regions) => Ok(regions),
    }
}

/// A small table, held whole.
struct Table {
    name: String,
    header: Vec<String>,
    rows: Vec<csv::StringRecord>,
    decimal_comma: bool,
}

/// Repeat scans, and those that were refused.
struct RepeatScans {
    rows: Vec<(String, Region, f64)>,
    refused: Vec<Refusal>,
}

impl Table {
    fn read(path: &Path) -> Result<Self, Stop> {
        let name = path.display().to_string();
        let mut bytes = Vec::new();
        if path.as_os_str() == "-" {
            stdin().read_to_end(&mut bytes).map_err(|error| Stop::io("standard input", &error))?;
        } else {
            bytes = std::fs::read(path).map_err(|error| Stop::io(&name, &error))?;
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        if bytes.trim_ascii().is_empty() {
            return Err(Stop::new(format_args!("{name}: is empty")));
        }
        if std::str::from_utf8(bytes).is_err() {
            return Err(Stop::new(format_args!("{name}: {}", osteon_table::not_utf8(None))));
        }
        let Dialect { delimiter, decimal_comma } =
            Dialect::sniff(bytes).map_err(|refusal| Stop::new(format_args!("{name}: {refusal}")))?;
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).from_reader(bytes);
        let error = |error: csv::Error| Stop::new(format_args!("{name}: {error}"));
        let header = reader.headers().map_err(error)?.iter().map(str::to_owned).collect();
        let rows = reader.records().collect::<Result<Vec<_>, _>>().map_err(error)?;
        Ok(Self { name, header, rows, decimal_comma })
    }

    fn has(&self, column: &str) -> bool {
        self.header.iter().any(|name| name == column)
    }

    fn cell(&self, row: usize, column: &str) -> &str {
        let index = self.header.iter().position(|name| name == column);
        index.zip(self.rows.get(row)).and_then(|(index, row)| row.get(index)).unwrap_or_default()
    }

    fn region(&self, row: usize) -> Result<Region, Refusal> {
        let text = self.cell(row, "region");
        Region::from_key(&text.to_ascii_lowercase()).ok_or_else(|| {
            let near =
                nearest(text, Region::KEYS).map_or(String::new(), |near| format!("did you mean {near}? "));
            let limit = format!("{near}allowed: {}", Region::KEYS.join(", "));
            Refusal::new(Code::NotAChoice, format!("row {} region", row + 1), text.to_owned(), limit)
        })
    }

    fn number(&self, row: usize, column: &str) -> Result<f64, Refusal> {
        let text = self.cell(row, column);
        let plain = if self.decimal_comma { text.replace(',', ".") } else { text.to_owned() };
        plain.parse::<f64>().ok().filter(|number| number.is_finite()).ok_or_else(|| {
            Refusal::new(
                Code::WrongType,
                format!("row {} {column}", row + 1),
                text.to_owned(),
                "must be a number",
            )
        })
    }

    fn repeat_scans(&self) -> Result<RepeatScans, Stop> {
        for name in &self.header {
            if !COLUMNS.contains(&name.as_str()) && name != "side" {
                let near =
                    nearest(name, &COLUMNS).map_or(String::new(), |near| format!(" (did you mean {near}?)"));
                let file = &self.name;
                return Err(Stop::new(format_args!(
                    "{file}: unknown column {name}{near}; it needs {}",
                    COLUMNS.join(",")
                )));
            }
        }
        if let Some(missing) = COLUMNS.iter().find(|column| !self.has(column)) {
            return Err(Stop::new(format_args!("{}: no column {missing}", self.name)));
        }
        let mut seen = BTreeSet::new();
        let (mut rows, mut refused) = (Vec::new(), Vec::new());
        for index in 0..self.rows.len() {
            match self.repeat_scan(index, &mut seen) {
                Ok(row) => rows.push(row),
                Err(refusal) => refused.push(refusal),
            }
        }
        Ok(RepeatScans { rows, refused })
    }

    fn repeat_scan(
        &self,
        index: usize,
        seen: &mut BTreeSet<(String, Region, String)>,
    ) -> Result<(String, Region, f64), Refusal> {
        let row = index + 1;
        let (subject, scan, side) =
            (self.cell(index, "subject"), self.cell(index, "scan"), self.cell(index, "side"));
        for (column, text) in [("subject", subject), ("scan", scan)] {
            if text.is_empty() {
                return Err(Refusal::new(Code::Missing, format!("row {row} {column}"), "", "needed"));
            }
        }
        let region = self.region(index)?;
        let value = self.number(index, "bmd_g_cm2")?;
        osteon::precision::repeat_bmd(format!("row {row} bmd_g_cm2"), value)?;
        // Two sides of one subject are two bones, each with repeats of its own.
        let bone = if side.is_empty() { subject.to_owned() } else { format!("{subject} {side}") };
        if !seen.insert((bone.clone(), region, scan.to_owned())) {
            let limit = "the same scan of the same subject and region is there twice";
            return Err(Refusal::new(Code::Contradiction, format!("row {row} scan"), scan.to_owned(), limit));
        }
        Ok((bone, region, value))
    }
}
