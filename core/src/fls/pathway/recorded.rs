//! What the records of all people together can show: a folder without any result or act cannot say that somebody
//! had no scan.

use crate::fls::journey::StepName;
use crate::fls::output::EventRow;
use crate::fls::record::PatientRecord;

/// Which kinds of records there were of anybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecordKinds {
    scans: bool,
    drugs: bool,
}

impl RecordKinds {
    /// Takes in one person. Acts, results and values of scans come from where a scan would be seen.
    pub fn add(&mut self, record: &PatientRecord) {
        let row = |steps: &[StepName]| record.steps.iter().any(|row| steps.contains(&row.step));
        self.scans |= !record.acts.is_empty()
            || !record.results.is_empty()
            || !record.scan_values.is_empty()
            || row(&[StepName::Dxa]);
        self.drugs |=
            !record.drugs.is_empty() || row(&[StepName::TreatmentStarted, StepName::TreatmentStopped]);
    }

    /// Leaves open in each row what no record could show.
    pub fn leave_open(self, rows: &mut [EventRow]) {
        for row in rows {
            if !self.scans {
                row.dxa_within_12_weeks = None;
            }
            if !self.drugs {
                row.drug_within_16_weeks = None;
            }
        }
    }
}
