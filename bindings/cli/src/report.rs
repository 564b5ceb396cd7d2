//! `osteon report`: one person's report as a page, or as text for a letter.

use crate::args::{ReportArgs, ReportFormat};
use crate::output_file::{OutputFile, is_same_file};
use crate::person;
use crate::stop::{Done, Stop};

pub(crate) fn run(args: &ReportArgs) -> Result<Done, Stop> {
    if is_same_file(&args.patient, args.output.as_deref()) {
        return Err(Stop::new(format_args!(
            "{}: the output would replace the input",
            args.patient.display()
        )));
    }
    let Some((patient, assessment)) = person::assessed(&args.patient, &args.engine, args.lang.into())? else {
        return Ok(Done::SomeRefused);
    };
    let language = args.lang.into();
    let report = match format(args) {
        ReportFormat::Html => osteon_report::html(&patient, &assessment, language),
        ReportFormat::Text => osteon_report::text(&patient, &assessment, language),
    };
    let mut out = OutputFile::create(args.output.as_deref())?;
    out.write(report.as_bytes())?;
    out.finish()?;
    Ok(Done::All)
}

fn format(args: &ReportArgs) -> ReportFormat {
    let text =
        |path: &std::path::PathBuf| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("txt"));
    let by_name =
        if args.output.as_ref().is_some_and(text) { ReportFormat::Text } else { ReportFormat::Html };
    args.format.unwrap_or(by_name)
}
