//! Where what cannot be read goes.

use osteon::fls::{Finding, FindingKind, Place};

/// Takes findings about one file after another.
pub(super) struct Doubts<'a> {
    sink: &'a mut dyn FnMut(Finding),
    file: String,
}

impl<'a> Doubts<'a> {
    pub(super) fn new(sink: &'a mut dyn FnMut(Finding)) -> Self {
        Self { sink, file: String::new() }
    }

    /// From here on, findings are about this file.
    pub(super) fn turn_to(&mut self, file: &str) {
        file.clone_into(&mut self.file);
    }

    /// About the file as a whole.
    pub(super) fn of_file(&mut self, kind: FindingKind, because: &str) {
        self.at(kind, 0, None, "", "", because);
    }

    /// About a line or an entry.
    pub(super) fn at(
        &mut self,
        kind: FindingKind,
        line: u64,
        patient_id: Option<&str>,
        field: &str,
        value: &str,
        because: &str,
    ) {
        (self.sink)(Finding {
            kind,
            place: Place { file: self.file.clone(), line },
            patient_id: patient_id.map(str::to_owned),
            field: field.to_owned(),
            value: value.chars().take(80).collect(),
            because: because.to_owned(),
        });
    }
}
