//! What was refused: in a file, or on standard error.

use std::path::Path;

use osteon::error::Refusal;
use osteon_report::Language;

use crate::output_file::OutputFile;
use crate::progress::Progress;
use crate::stop::Stop;

/// One value refused, and where.
#[derive(Debug)]
pub(crate) struct Reject {
    /// Row of the table without its header, or number of the document, from 1.
    pub(crate) row: u64,
    pub(crate) id: Option<String>,
    pub(crate) refusal: Refusal,
    /// Whether the person is not answered at all.
    pub(crate) person: bool,
}

pub(crate) struct Rejects {
    file: Option<OutputFile>,
    input: String,
    several_inputs: bool,
    refused: u64,
    language: Language,
}

impl Rejects {
    pub(crate) fn create(path: Option<&Path>, several_inputs: bool) -> Result<Self, Stop> {
        let file = match path {
            Some(path) => {
                let mut file = OutputFile::create(Some(path))?;
                file.write(b"row,id,field,value,reason,code,effect,input\n")?;
                Some(file)
            }
            None => None,
        };
        Ok(Self { file, input: String::new(), several_inputs, refused: 0, language: Language::English })
    }

    /// The same, to be read by someone of another language; a file stays as it is.
    pub(crate) const fn in_language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// Which input the next ones are of.
    pub(crate) fn of_input(&mut self, name: &str) {
        name.clone_into(&mut self.input);
    }

    pub(crate) fn add(&mut self, rejects: &[Reject], progress: &Progress) -> Result<(), Stop> {
        self.refused += rejects.len() as u64;
        let Some(file) = &mut self.file else {
            rejects.iter().for_each(|reject| progress.line(&self.sentence(reject)));
            return Ok(());
        };
        let mut rows = csv::Writer::from_writer(Vec::new());
        for Reject { row, id, refusal, person } in rejects {
            let effect = if *person { "person_refused" } else { "value_unknown" };
            let (row, id, reason) = (row.to_string(), id.as_deref().unwrap_or(""), refusal.to_string());
            let code = refusal.code.as_str();
            let cells = [&row, id, &refusal.field, &refusal.value, &reason, code, effect, &self.input];
            rows.write_record(cells).map_err(Stop::new)?;
        }
        file.write(&rows.into_inner().map_err(Stop::new)?)
    }

    fn sentence(&self, reject: &Reject) -> String {
        let input = if self.several_inputs { format!("{}: ", self.input) } else { String::new() };
        let id = reject.id.as_ref().map_or(String::new(), |id| format!(", id {id}"));
        let effect = osteon_report::effect(reject.person, self.language);
        let refusal = osteon_report::refusal(&reject.refusal, self.language);
        let (row, colon) = match self.language {
            Language::English => ("row", ": "),
            Language::French => ("ligne", " : "),
        };
        format!("{input}{row} {}{id}{colon}{refusal} [{effect}]", reject.row)
    }

    /// Closes the list; how many were refused.
    pub(crate) fn finish(self) -> Result<u64, Stop> {
        if let Some(file) = self.file {
            file.finish()?;
        }
        Ok(self.refused)
    }
}
