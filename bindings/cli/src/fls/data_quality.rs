//! Every finding a line of `data_quality.csv`; added up for the report.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufWriter;

use osteon::fls::input_table::DataQualityRow;
use osteon::fls::{Finding, FindingKind};
use osteon_fhir::read::FileRead;
use osteon_report::DataQuality;

use crate::stop::Stop;

/// What was found so far.
pub(super) struct Findings {
    table: csv::Writer<BufWriter<File>>,
    failed: Option<csv::Error>,
    lines: BTreeMap<(FindingKind, String), (u64, Finding)>,
    refused: u64,
}

impl Findings {
    pub(super) fn new(file: BufWriter<File>) -> Self {
        let mut table = csv::Writer::from_writer(file);
        let failed = table.write_record(DataQualityRow::COLUMNS).err();
        Self { table, failed, lines: BTreeMap::new(), refused: 0 }
    }

    /// Writes a finding and counts it.
    pub(super) fn add(&mut self, finding: &Finding) {
        let refused = finding.is_refused();
        self.refused += u64::from(refused);
        let line = if finding.place.line == 0 { String::new() } else { finding.place.line.to_string() };
        let cells = [
            finding.kind.as_str(),
            if refused { "true" } else { "false" },
            &finding.place.file,
            &line,
            finding.patient_id.as_deref().unwrap_or(""),
            &finding.field,
            &finding.value,
            &finding.because,
        ];
        if self.failed.is_none() {
            self.failed = self.table.write_record(cells).err();
        }
        let key = (finding.kind, finding.place.file.clone());
        self.lines.entry(key).or_insert_with(|| (0, finding.clone())).0 += 1;
    }

    /// Of the first files that something was found in, what was.
    pub(super) fn first_reasons(&self) -> String {
        const MOST: usize = 3;
        let about = |(count, finding): &(u64, Finding)| {
            let more = if *count > 1 { format!(" ({count} times)") } else { String::new() };
            format!("\n  {}: {}{more}", finding.place.file, finding.because)
        };
        self.lines.values().take(MOST).map(about).collect()
    }

    /// Closes the table: what the report says of the data, and how many were refused.
    pub(super) fn finish(mut self, files: &[FileRead]) -> Result<(DataQuality, u64), Stop> {
        if let Some(error) = self.failed {
            return Err(Stop::new(format_args!("data_quality.csv: {error}")));
        }
        self.table.flush().map_err(|error| Stop::io("data_quality.csv", &error))?;
        let files = files.iter().map(|file| (file.name.clone(), file.kind.clone(), file.records)).collect();
        Ok((DataQuality { files, lines: self.lines.into_values().collect() }, self.refused))
    }
}
