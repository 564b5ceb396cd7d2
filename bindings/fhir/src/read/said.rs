//! What one resource says: facts, nothing, or that it takes back what it said before.

use osteon::fls::record::DrugRecordKind;
use osteon::fls::{Code, FindingKind};

use super::collect::{Collector, Here, updated};
use super::key::Key;
use super::resource::condition::Read;
use super::resource::drug::{Medication, Standing};
use super::resource::field::BadFields;
use super::resource::{Raw, appointment, condition, drug, observation, procedure};
use super::store::Fact;

/// What a resource says.
pub(super) enum Said {
    /// Nothing that is read.
    Nothing,
    /// Facts, each with the number that tells it from the others of its record.
    Facts(Vec<(Fact, u32)>),
    /// What another version of it says is not so.
    Void {
        /// Whether it was entered in error, and not only ended or changed.
        in_error: bool,
        /// The numbers of its facts.
        parts: Vec<u32>,
    },
}

impl Said {
    fn one(fact: Fact) -> Self {
        Self::Facts(vec![(fact, 0)])
    }

    fn void(in_error: bool) -> Self {
        Self::Void { in_error, parts: vec![0] }
    }
}

/// A status that comes before those in which a record counts: it takes nothing back.
fn is_early(status: &str) -> bool {
    matches!(status, "registered" | "draft" | "preparation" | "intended" | "proposed")
}

impl Collector<'_, '_> {
    /// What a resource says.
    pub(super) fn said(
        &mut self,
        kind: &str,
        raw: &Raw<'_>,
        status: &str,
        id: &str,
        here: Here<'_>,
        bad: &mut BadFields,
    ) -> Said {
        let said = match kind {
            "Condition" => self.condition(raw, id, bad),
            "Observation" => self.observation(raw, status, id, here, bad),
            "Procedure" | "DiagnosticReport" => self.act(kind, raw, status, id, bad),
            "Appointment" => {
                let is_kept = |id: &str| self.anchors.fractures.contains(&Key::of("fracture", id));
                match appointment::read(raw, status, self.codes.is_anchor, &is_kept, bad) {
                    None => Said::Nothing,
                    Some(steps) if steps.is_empty() => {
                        Said::Void { in_error: status == "entered-in-error", parts: vec![1, 2] }
                    }
                    Some(steps) => Said::Facts(steps.into_iter().map(Fact::Step).zip(1..).collect()),
                }
            }
            _ => self.drug(drug::kind(kind).unwrap_or_default(), raw, status, id, here, bad),
        };
        match said {
            Said::Void { in_error: false, .. } if is_early(status) && updated(raw) == 0 => Said::Nothing,
            said => said,
        }
    }

    /// Whether some version of a record was a fracture.
    fn was_fracture(&self, id: &str) -> bool {
        self.anchors.fractures.contains(&Key::of("fracture", id))
    }

    fn condition(&self, raw: &Raw<'_>, id: &str, bad: &mut BadFields) -> Said {
        match condition::read(raw, &|code| (self.codes.is_condition)(code), bad) {
            Read::Condition(condition) => Said::one(Fact::Condition(condition)),
            Read::Void => Said::void(true),
            Read::VoidOther if self.was_fracture(id) => Said::void(true),
            // It was a fracture once, and is something else now.
            Read::Other if self.was_fracture(id) => Said::void(false),
            Read::VoidOther | Read::Other => Said::Nothing,
        }
    }

    fn observation(
        &mut self,
        raw: &Raw<'_>,
        status: &str,
        id: &str,
        here: Here<'_>,
        bad: &mut BadFields,
    ) -> Said {
        let mut dated = *raw;
        if let Some((_, around)) = here.around.filter(|_| raw.effective_date_time.is_none()) {
            dated.effective_date_time = around.effective_date_time;
            dated.effective_period = raw.effective_period.or(around.effective_period);
            dated.issued = raw.issued.or(around.issued);
        }
        let facts = observation::read(&dated, &self.codes, bad);
        if facts.is_empty() {
            return Said::Nothing;
        }
        let parts = || facts.iter().map(|(_, part)| *part).collect();
        if status == "entered-in-error" {
            return Said::Void { in_error: true, parts: parts() };
        }
        if matches!(status, "cancelled" | "registered") {
            return Said::Void { in_error: false, parts: parts() };
        }
        if observation::says_not_done(raw) {
            if facts.iter().any(|(fact, _)| matches!(fact, Fact::Scan(_))) {
                let because = format!("Observation {id} says that nothing was measured: no scan was done.");
                let (kind, field) = (FindingKind::NoValue, "dataAbsentReason");
                self.doubts.nothing_lost(kind, here.line, here.patient, field, "", &because);
            }
            return Said::Void { in_error: false, parts: parts() };
        }
        Said::Facts(facts)
    }

    fn act(&self, kind: &str, raw: &Raw<'_>, status: &str, id: &str, bad: &mut BadFields) -> Said {
        let is_void = status == "entered-in-error";
        match procedure::read(raw, &|code: &Code| (self.codes.is_act)(code), bad) {
            None if kind == "Procedure" && self.was_fracture(id) => Said::void(is_void),
            None => Said::Nothing,
            Some(_) if is_void => Said::void(true),
            Some(_) if procedure::not_done(raw, status, bad) => Said::void(false),
            Some(_) if kind == "DiagnosticReport" && status == "registered" => Said::void(false),
            Some(act) => Said::one(Fact::Act(act)),
        }
    }

    fn drug(
        &mut self,
        kind: DrugRecordKind,
        raw: &Raw<'_>,
        status: &str,
        id: &str,
        here: Here<'_>,
        bad: &mut BadFields,
    ) -> Said {
        let (codes, display) = match drug::medication(raw, bad) {
            Medication::Coded(codes, display) => (codes, display),
            Medication::Elsewhere(medication) => {
                let key = Key::of("Medication", &medication);
                let Some(named) = self.anchors.medications.get(&key) else {
                    if !self.anchors.all_medications.contains(&key) {
                        let because =
                            format!("The drug of record {id} is in no file; the record is not read.");
                        let field = "medicationReference";
                        let unresolved = FindingKind::UnresolvedReference;
                        self.doubts.at(unresolved, here.line, here.patient, field, &medication, &because);
                    }
                    return Said::Nothing;
                };
                named.clone()
            }
            Medication::NotNamed => {
                let because = format!("The drug of record {id} is not named; the record is not read.");
                self.doubts.at(FindingKind::DrugUnknown, here.line, here.patient, "medication", "", &because);
                return Said::Nothing;
            }
        };
        if !codes.iter().any(self.codes.is_drug) && !(self.codes.is_drug_name)(&display) {
            return Said::Nothing;
        }
        match drug::standing(raw, status, kind, bad) {
            Standing::Void => Said::void(true),
            Standing::NeverWas => Said::void(false),
            Standing::Read(active) => {
                let mut record = drug::read(raw, kind, active, bad);
                (record.codes, record.display) = (codes, display);
                Said::one(Fact::Drug(record))
            }
        }
    }
}
