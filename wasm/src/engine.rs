//! One person at a time.

use osteon::Engine;
use osteon::document::{Assessment, Options, Patient};
use osteon::error::Refusal;
use osteon::outputs::Outputs;
use osteon::reference::caller::CallerReference;
use osteon_report::{Catalogue, Language, Told};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::names::language;
use crate::refused::{Thrown, all, one};

/// An engine with its options and references.
#[wasm_bindgen(js_name = Engine)]
#[derive(Debug)]
pub struct JsEngine(Engine);

/// An answer, and the same in words.
#[derive(Serialize)]
struct Said {
    assessment: Assessment,
    told: Told,
}

#[wasm_bindgen(js_class = Engine)]
impl JsEngine {
    /// An engine of an options document, a list of references, and the sections that are asked for, with commas
    /// between; all of them where it is empty.
    ///
    /// # Errors
    /// A JSON list of refusals, as everywhere in this crate.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &str, references: &str, outputs: &str) -> Result<Self, Thrown> {
        let options: Options = osteon::json::options(options.as_bytes()).map_err(one)?;
        let references: Vec<CallerReference> = osteon::json::read(references.as_bytes()).map_err(one)?;
        let mut engine = Engine::new(options, references).map_err(all)?;
        if !outputs.is_empty() {
            engine = engine.with_outputs(Outputs::parse(outputs).map_err(one)?.with_what_belongs());
        }
        Ok(Self(engine))
    }

    /// The assessment document of a patient document.
    ///
    /// # Errors
    /// What of the document is refused.
    pub fn assess(&self, patient: &str) -> Result<String, Thrown> {
        Ok(osteon::json::to_string(&self.answer(patient)?.1))
    }

    /// `{"assessment", "told"}`: the assessment, and the same in words, section by section; with the rules of these
    /// guidelines alone, or of all where there is no list.
    ///
    /// # Errors
    /// What of the document is refused, and a language that is none.
    pub fn tell(&self, patient: &str, lang: &str, rules_of: Option<Vec<String>>) -> Result<String, Thrown> {
        let language = language(lang)?;
        let (patient, assessment) = self.answer(patient)?;
        let asked = |guideline: &str| {
            rules_of.as_ref().is_none_or(|rules_of| rules_of.iter().any(|one| one == guideline))
        };
        let told = Catalogue::new(language).told(&patient, &assessment, asked);
        Ok(osteon::json::to_string(&Said { assessment, told }))
    }

    /// The assessment in plain sentences.
    ///
    /// # Errors
    /// As [`Self::tell`].
    pub fn explain(&self, patient: &str, lang: &str) -> Result<String, Thrown> {
        self.in_words(patient, lang, osteon_report::explain)
    }

    /// The report, as an HTML document that needs nothing else.
    ///
    /// # Errors
    /// As [`Self::tell`].
    pub fn report(&self, patient: &str, lang: &str) -> Result<String, Thrown> {
        self.in_words(patient, lang, osteon_report::html)
    }

    /// The report as plain text.
    ///
    /// # Errors
    /// As [`Self::tell`].
    pub fn text(&self, patient: &str, lang: &str) -> Result<String, Thrown> {
        self.in_words(patient, lang, osteon_report::text)
    }
}

impl JsEngine {
    fn answer(&self, patient: &str) -> Result<(Patient, Assessment), Thrown> {
        let patient = osteon::json::patient(patient.as_bytes()).map_err(one)?;
        let assessment = self.0.assess(&patient).map_err(all)?;
        Ok((patient, assessment))
    }

    fn in_words(
        &self,
        patient: &str,
        lang: &str,
        say: fn(&Patient, &Assessment, Language) -> String,
    ) -> Result<String, Thrown> {
        let language = language(lang)?;
        let (patient, assessment) = self.answer(patient)?;
        Ok(say(&patient, &assessment, language))
    }
}

/// A refusal, as JSON, in one sentence of a language.
///
/// # Errors
/// What is no refusal, and a language that is none.
#[wasm_bindgen(js_name = refusalInWords)]
pub fn refusal_in_words(refusal: &str, lang: &str) -> Result<String, Thrown> {
    let refusal: Refusal = osteon::json::read(refusal.as_bytes()).map_err(one)?;
    Ok(osteon_report::refusal(&refusal, language(lang)?))
}
