//! The settings of a call: an options document, `--set`, and the days.

use std::fs;

use osteon::error::{Code, Refusal};
use osteon::fls::{FlsOptions, Period, Settings};

use crate::args::FlsArgs;
use crate::setting::set_all;
use crate::stop::Stop;

pub(super) fn settings(args: &FlsArgs) -> Result<Settings, Stop> {
    let period = Period::new(args.from, args.to, args.as_of)
        .map_err(|refusal| Stop::refused("--from, --to, --as-of", &[refusal]))?;
    let mut options: FlsOptions = match &args.options {
        Some(path) => {
            let text = fs::read(path).map_err(|error| Stop::io(path.display(), &error))?;
            osteon::json::read(&text)
                .map_err(|refusal| Stop::new(format_args!("{}: {refusal}", path.display())))?
        }
        None => FlsOptions::default(),
    };
    let given = set_all(&mut options, FlsOptions::KEYS, FlsOptions::slot_of, &args.set)?;
    if let Some(country) = &args.country {
        if given.contains("country") {
            let refusal = Refusal::new(Code::Contradiction, "country", country, "given twice");
            return Err(Stop::refused("--country", &[refusal]));
        }
        options.country = Some(country.clone());
    }
    Settings::new(period, options).map_err(|refusals| Stop::refused("options", &refusals))
}
