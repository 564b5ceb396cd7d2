//! The files of a service: tables, documents, pages, letters, FHIR.

use std::io::Write as _;

use osteon::fls::ServiceAnswer;
use osteon::fls::audit_row;
use osteon::fls::table::{EventTableRow, WorklistTableRow};
use osteon_report::{DataQuality, Language};
use serde::Serialize;

use crate::output_folder::OutputFolder;
use crate::stop::Stop;

pub(super) fn write(
    out: &OutputFolder,
    answer: &ServiceAnswer,
    quality: &DataQuality,
    language: Language,
) -> Result<(), Stop> {
    table(out, "events.csv", answer.events.iter().map(EventTableRow::from), EventTableRow::COLUMNS)?;
    table(
        out,
        "worklist.csv",
        answer.worklist.iter().map(WorklistTableRow::from),
        WorklistTableRow::COLUMNS,
    )?;
    let audit = audit_row::rows(&answer.journeys, &answer.settings);
    table(out, "fls_db.csv", audit.into_iter(), &audit_row::header())?;
    document(out, "funnel.json", &answer.funnel)?;
    document(out, "kpi.json", &answer.kpis)?;
    document(out, "simulation.json", &answer.simulation)?;
    out.write("report.html", osteon_report::service_html(answer, quality, language).as_bytes())?;
    for language in [Language::English, Language::French] {
        for letter in osteon_report::letters(answer, language) {
            out.write(&format!("letters/{}", letter.file), letter.html.as_bytes())?;
        }
    }
    for file in osteon_fhir::write::resources(answer) {
        lines(out, &format!("fhir/{}", file.name), file.lines)?;
    }
    Ok(())
}

fn document<T: Serialize>(out: &OutputFolder, name: &str, document: &T) -> Result<(), Stop> {
    let mut text = osteon::json::to_string_pretty(document);
    text.push('\n');
    out.write(name, text.as_bytes())
}

/// Lines, each written before the next is made.
fn lines(out: &OutputFolder, name: &str, lines: impl Iterator<Item = String>) -> Result<(), Stop> {
    let failed = |error: std::io::Error| Stop::io(name, &error);
    let mut file = out.file(name)?;
    for line in lines {
        writeln!(file, "{line}").map_err(failed)?;
    }
    file.flush().map_err(failed)
}

/// A table; its header is there even where no row is.
fn table<T: Serialize>(
    out: &OutputFolder,
    name: &str,
    rows: impl Iterator<Item = T>,
    columns: &[&str],
) -> Result<(), Stop> {
    let failed = |error: &dyn std::fmt::Display| Stop::new(format_args!("{name}: {error}"));
    let mut table = csv::WriterBuilder::new().has_headers(false).from_writer(out.file(name)?);
    table.write_record(columns).map_err(|error| failed(&error))?;
    for row in rows {
        table.serialize(row).map_err(|error| failed(&error))?;
    }
    table.flush().map_err(|error| failed(&error))
}
