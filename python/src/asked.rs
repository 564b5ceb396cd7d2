//! What an engine is asked for, as documents and names.

use osteon::Engine;
use osteon::document::Options;
use osteon::error::Refusal;
use osteon::outputs::Outputs;
use osteon::reference::caller::CallerReference;

/// An engine of these documents.
pub(crate) fn engine(options: &str, references: &str) -> Result<Engine, Vec<Refusal>> {
    let options: Options = osteon::json::options(options.as_bytes()).map_err(|refusal| vec![refusal])?;
    let references: Vec<CallerReference> =
        osteon::json::read(references.as_bytes()).map_err(|refusal| vec![refusal])?;
    Engine::new(options, references)
}

/// The sections of these names; guidelines and triage bring what belongs to them.
pub(crate) fn sections(names: &[String]) -> Result<Outputs, Refusal> {
    Ok(Outputs::parse(&names.join(","))?.with_what_belongs())
}
