//! `osteon fls`: the numbers of a fracture liaison service from a folder of records.

use osteon::fls::{FlsOptions, Period, Service, Settings};

use crate::args::FlsArgs;
use crate::stop::{Done, Stop};

pub(crate) fn run(args: &FlsArgs) -> Result<Done, Stop> {
    let period = Period::new(args.from, args.to, args.as_of)
        .map_err(|refusal| Stop::refused("--from, --to, --as-of", &[refusal]))?;
    let settings = Settings::new(period, FlsOptions::default())
        .map_err(|refusals| Stop::refused("options", &refusals))?;
    let mut service = Service::new(settings).map_err(|refusals| Stop::refused("options", &refusals))?;
    let mut findings = Vec::new();
    let folder = osteon_fhir::read::folder(&args.folder, &mut |finding| findings.push(finding), &mut |_| ())
        .map_err(|error| Stop::io(args.folder.display(), &error))?;
    for record in folder.into_records() {
        service.add(&record, &mut findings);
    }
    let _answer = service.finish();
    Ok(Done::All)
}
