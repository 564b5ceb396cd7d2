//! One person of a document, assessed: for the faces that speak of one.

use std::io::Read as _;
use std::path::Path;

use osteon::document::{Assessment, Patient};
use osteon::error::{Code, Refusal};
use osteon_report::Language;

use crate::args::{EngineArgs, Lang};
use crate::assess::input::{Input, Kind};
use crate::assess::rejects::{Reject, Rejects};
use crate::engine::engine;
use crate::progress::Progress;
use crate::stop::Stop;

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::En => Self::English,
            Lang::Fr => Self::French,
        }
    }
}

/// The person and the answer; none where the person is refused, which standard error then lists.
pub(crate) fn assessed(
    path: &Path,
    args: &EngineArgs,
    language: Language,
) -> Result<Option<(Patient, Assessment)>, Stop> {
    let engine = engine(args)?;
    let mut input = Input::open(path)?;
    let name = input.name.clone();
    let mut text = Vec::new();
    input.bytes.read_to_end(&mut text).map_err(|error| Stop::io(&name, &error))?;
    let begins_as = text.trim_ascii_start().first();
    if input.kind == Kind::Table || begins_as == Some(&b'[') {
        return Err(Stop::new(format_args!(
            "{name}: write one patient document; `osteon assess` takes many"
        )));
    }
    if std::str::from_utf8(&text).is_err() {
        return Err(Stop::new(format_args!("{name}: {}", osteon_table::not_utf8(None))));
    }
    let (id, refusals) = match osteon::json::patient(&text) {
        Ok(patient) => match engine.assess(&patient) {
            Ok(assessment) => return Ok(Some((patient, assessment))),
            Err(refusals) => (patient.id, refusals),
        },
        Err(refusal) if refusal.code == Code::Syntax => {
            return Err(Stop::new(format_args!("{name}: {refusal}")));
        }
        Err(refusal) => (osteon::json::id_of(&text), vec![refusal]),
    };
    list(&name, id.as_deref(), refusals, language)?;
    Ok(None)
}

fn list(name: &str, id: Option<&str>, refusals: Vec<Refusal>, language: Language) -> Result<(), Stop> {
    let mut rejects = Rejects::create(None, false)?.in_language(language);
    rejects.of_input(name);
    let all: Vec<Reject> = refusals
        .into_iter()
        .map(|refusal| Reject { row: 1, id: id.map(str::to_owned), refusal, person: true })
        .collect();
    rejects.add(&all, &Progress::new(None))?;
    rejects.finish()?;
    Ok(())
}
