//! `osteon fls`: the numbers of a fracture liaison service from a folder of records.

mod data_quality;
mod files;
mod settings;
mod summary;

use std::fs;
use std::path::Path;

use osteon::fls::Service;

use crate::args::FlsArgs;
use crate::output_folder::OutputFolder;
use crate::progress::Progress;
use crate::stop::{Done, Stop};
use data_quality::Findings;

/// Folders in the output that files are written to.
const WRITTEN_TO: [&str; 3] = ["", "letters", "fhir"];

pub(crate) fn run(args: &FlsArgs) -> Result<Done, Stop> {
    let settings = settings::settings(args)?;
    if !args.folder.is_dir() {
        return Err(Stop::new(format_args!("{}: there is no such folder", args.folder.display())));
    }
    if WRITTEN_TO.iter().any(|folder| is_within(&args.output.join(folder), &args.folder)) {
        return Err(Stop::new(format_args!(
            "{}: the output goes into the folder that is read, and would be read the next time",
            args.output.display()
        )));
    }
    let period = settings.period;
    let mut service = Service::new(settings).map_err(|refusals| Stop::refused("options", &refusals))?;
    let out = OutputFolder::create(&args.output)?;
    let mut findings = Findings::new(out.file("data_quality.csv")?);

    let progress = Progress::new(osteon_fhir::read::work(&args.folder).ok());
    let folder = osteon_fhir::read::folder_for(
        &args.folder,
        period,
        &mut |finding| findings.add(&finding),
        &mut |bytes| progress.at(bytes, 0),
    )
    .map_err(|error| Stop::io(args.folder.display(), &error))?;
    let files = folder.files.clone();
    if files.iter().all(|file| file.records == 0) {
        return Err(Stop::new(format_args!(
            "{}: nothing in it could be read; records are FHIR bundles (.json), Bulk NDJSON (.ndjson) or tables \
             (.csv){}",
            args.folder.display(),
            findings.first_reasons()
        )));
    }
    service.expect(folder.people());
    let mut doubts = Vec::new();
    for record in folder.into_records() {
        service.add(&record, &mut doubts);
        doubts.drain(..).for_each(|finding| findings.add(&finding));
    }
    let answer = service.finish();
    let (quality, refused) = findings.finish(&files)?;
    files::write(&out, &answer, &quality, args.lang.into())?;
    drop(progress);
    out.finish()?;
    summary::print(&answer, &args.output, refused);
    Ok(Done::unless_refused(refused))
}

/// Whether a folder is another one or in it; it need not be there yet.
fn is_within(inner: &Path, outer: &Path) -> bool {
    let Ok(outer) = fs::canonicalize(outer) else { return false };
    let absolute = std::path::absolute(inner).unwrap_or_else(|_| inner.to_owned());
    absolute
        .ancestors()
        .find_map(|folder| {
            let rest = absolute.strip_prefix(folder).ok()?;
            Some(fs::canonicalize(folder).ok()?.join(rest))
        })
        .is_some_and(|inner| inner.starts_with(outer))
}
