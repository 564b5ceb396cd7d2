//! The engine that the command line asks for: options, references, precision.

use std::fs;
use std::path::Path;

use osteon::Engine;
use osteon::document::{Manufacturer, Options, Region, Vertebrae};
use osteon::reference::caller::CallerReference;

use crate::args::EngineArgs;
use crate::precision;
use crate::setting::set_all;
use crate::stop::Stop;

/// An engine with the options of a call.
pub(crate) fn engine(args: &EngineArgs) -> Result<Engine, Stop> {
    let mut options = match &args.options {
        Some(path) => {
            let text = fs::read(path).map_err(|error| Stop::io(path.display(), &error))?;
            osteon::json::options(&text)
                .map_err(|refusal| Stop::new(format_args!("{}: {refusal}", path.display())))?
        }
        None => Options::default(),
    };
    options.as_of = args.as_of.or(options.as_of);
    let mut given = set_all(&mut options, Options::KEYS, Options::slot_of, &args.set)?;
    let mut by_flag = |key: &'static str, option: &mut Option<String>, value: Option<String>, flag: &str| {
        if value.is_some() && !given.insert(key) {
            return Err(Stop::new(format_args!("{flag}: {key} is given twice")));
        }
        *option = value.or(option.take());
        Ok(())
    };
    let ids = (!args.guidelines.is_empty()).then(|| args.guidelines.join(","));
    by_flag("guidelines", &mut options.guidelines, ids, "--guideline")?;
    by_flag("guideline_country", &mut options.guideline_country, args.country.clone(), "--country")?;
    if let Some(path) = &args.precision {
        options.precision_g_cm2 = Some(precision::of_centre(path)?);
    }
    let references = match &args.reference {
        Some(path) => references(path)?,
        None => Vec::new(),
    };
    Engine::new(options, references).map_err(|refusals| {
        let what = args.reference.as_ref().map_or_else(|| "options".to_owned(), |p| p.display().to_string());
        Stop::refused(what, &refusals)
    })
}

/// One row of `--reference`.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ReferenceRow {
    id: String,
    version: String,
    #[serde(default)]
    manufacturer: Option<Manufacturer>,
    sex: osteon::document::Sex,
    region: Region,
    #[serde(default)]
    vertebrae: String,
    mean: f64,
    sd: f64,
}

fn references(path: &Path) -> Result<Vec<CallerReference>, Stop> {
    let name = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| Stop::io(&name, &error))?;
    let text = text.trim_start_matches('\u{feff}');
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
        return osteon::json::read(text.as_bytes())
            .map_err(|refusal| Stop::new(format_args!("{name}: {refusal}")));
    }
    let delimiter = osteon_table::Dialect::sniff(text.as_bytes()).map_or(b',', |dialect| dialect.delimiter);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for row in reader.deserialize() {
        let ReferenceRow { id, version, manufacturer, sex, region, vertebrae, mean, sd } =
            row.map_err(|error| Stop::new(format_args!("{name}: {error}")))?;
        let vertebrae = match vertebrae.as_str() {
            "" => None,
            set => {
                let set: Result<Vertebrae, _> = set.parse();
                Some(
                    set.map_err(|error| Stop::new(format_args!("{name}: vertebrae {vertebrae:?}: {error}")))?,
                )
            }
        };
        rows.push(CallerReference { id, version, manufacturer, sex, region, vertebrae, mean, sd });
    }
    if rows.is_empty() {
        return Err(Stop::new(format_args!("{name}: no reference in it")));
    }
    Ok(rows)
}
