//! Where what cannot be read goes.

use std::collections::BTreeMap;

use osteon::fls::{Finding, FindingKind, Place};

/// Findings of one kind that one file may give before the rest are only counted: a file of noise has millions.
const MOST: u64 = 10_000;

/// Takes findings about one file after another.
pub(super) struct Doubts<'a> {
    sink: &'a mut dyn FnMut(Finding),
    file: String,
    counts: BTreeMap<FindingKind, u64>,
}

impl<'a> Doubts<'a> {
    pub(super) fn new(sink: &'a mut dyn FnMut(Finding)) -> Self {
        Self { sink, file: String::new(), counts: BTreeMap::new() }
    }

    /// From here on, findings are about this file.
    pub(super) fn turn_to(&mut self, file: &str) {
        for (kind, count) in std::mem::take(&mut self.counts) {
            if count > MOST {
                let because =
                    format!("{} more of this kind in this file; they are not listed.", count - MOST);
                self.tell(kind, 0, None, "", "", &because);
            }
        }
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
        let count = self.counts.entry(kind).or_default();
        *count += 1;
        if *count <= MOST {
            self.tell(kind, line, patient_id, field, value, because);
        }
    }

    /// As [`Self::at`], of something that did not cost anything: it is told and nothing is missing.
    pub(super) fn nothing_lost(
        &mut self,
        kind: FindingKind,
        line: u64,
        patient_id: Option<&str>,
        field: &str,
        value: &str,
        because: &str,
    ) {
        let file = self.file.clone();
        let count = self.counts.entry(kind).or_default();
        *count += 1;
        if *count <= MOST {
            let place = Place { file, line };
            let finding = Finding::of_person(kind, "", field, value, because);
            let patient_id = patient_id.map(str::to_owned);
            (self.sink)(Finding { place, patient_id, refused: false, ..finding });
        }
    }

    fn tell(
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
            refused: kind.is_refusal(),
        });
    }
}
