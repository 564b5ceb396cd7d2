//! The second look: every resource is read, and facts of people who are kept are kept.

use osteon::fls::record::DrugRecordKind;
use osteon::fls::{Code, FindingKind};
use serde_json::value::RawValue;

use super::anchor::{Anchors, DEEPEST, bare_id};
use super::doubt::Doubts;
use super::key::Key;
use super::older::Older;
use super::reference::Target;
use super::resource::coding::{Many, Reference, Text};
use super::resource::condition::Read;
use super::resource::drug::{Medication, Standing};
use super::resource::field::BadFields;
use super::resource::raw::Entry;
use super::resource::{Raw, appointment, condition, drug, encounter, observation, person, procedure};
use super::store::{Fact, Origin, Store};
use super::stream::Piece;
use super::{Codes, FileRead};

/// Reads the resources of one file after another.
pub(super) struct Collector<'c, 'd> {
    pub(super) codes: Codes,
    pub(super) anchors: &'c Anchors,
    pub(super) store: &'c mut Store,
    pub(super) doubts: &'c mut Doubts<'d>,
    pub(super) number: u32,
    pub(super) file: FileRead,
    pub(super) older: Older,
    pub(super) no_type: u64,
    pub(super) is_log: bool,
}

/// A resource on its way.
#[derive(Clone, Copy)]
struct Here<'a> {
    line: u64,
    full_url: Option<&'a str>,
    /// The person and the day of a resource around it.
    around: Option<(&'a str, &'a Raw<'a>)>,
    /// What tells it apart within the one around it.
    within: &'a str,
    /// The person, once that is known.
    patient: Option<&'a str>,
}

impl Collector<'_, '_> {
    /// Reads a piece of a file.
    pub(super) fn look(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Resource { line, text, last } => {
                if last && std::str::from_utf8(text).is_err_and(|error| error.error_len().is_none()) {
                    self.cut(line);
                } else if let Some(text) = self.utf8(line, text) {
                    self.resource(
                        text,
                        last,
                        Here { line, full_url: None, around: None, within: "", patient: None },
                        0,
                    );
                }
            }
            Piece::Entry { number, text } => {
                if let Some(text) = self.utf8(number, text) {
                    self.entry(text, number, 0);
                }
            }
            Piece::TooLong(line) => {
                let because = "Longer than 64 MiB, or without an end; passed over.";
                self.doubts.at(FindingKind::Malformed, line, None, "", "", because);
            }
            Piece::Garbage(line) => {
                let because =
                    "There are bytes between the records that belong to none; they are passed over.";
                self.doubts.at(FindingKind::Malformed, line, None, "", "", because);
            }
            Piece::Cut(line) => self.cut(line),
        }
    }

    /// The file ends in the middle of something.
    pub(super) fn cut(&mut self, line: u64) {
        let because = "The file ends in the middle of a record; everything before it is read.";
        self.doubts.at(FindingKind::Truncated, line, None, "", "", because);
    }

    fn utf8<'t>(&mut self, line: u64, text: &'t [u8]) -> Option<&'t str> {
        let read = std::str::from_utf8(text).ok();
        if read.is_none() {
            let because = "Not UTF-8; passed over.";
            self.doubts.at(FindingKind::Malformed, line, None, "", "", because);
        }
        read
    }

    fn entry(&mut self, text: &str, number: u64, depth: u32) {
        match serde_json::from_str::<Entry<'_>>(text) {
            Ok(Entry { full_url, resource: Some(resource) }) => {
                let full_url = full_url.and_then(|raw| serde_json::from_str::<Text<'_>>(raw.get()).ok());
                let full_url = full_url.as_ref().map(Text::as_str);
                self.resource(
                    resource.get(),
                    false,
                    Here { line: number, full_url, around: None, within: "", patient: None },
                    depth,
                );
            }
            Ok(_) => self.file.not_resources += 1,
            Err(error) => self.malformed(number, &error),
        }
    }

    fn malformed(&mut self, line: u64, error: &serde_json::Error) {
        let because = format!("Not a record in JSON ({error}); passed over.");
        self.doubts.at(FindingKind::Malformed, line, None, "", "", &because);
    }

    fn resource(&mut self, text: &str, last: bool, here: Here<'_>, depth: u32) {
        let raw: Raw<'_> = match serde_json::from_str(text) {
            Ok(raw) => raw,
            Err(error) if last && error.is_eof() => return self.cut(here.line),
            Err(error) => return self.malformed(here.line, &error),
        };
        let kind = raw.resource_type.map_or("", RawValue::get).trim_matches('"');
        match kind {
            "" => {
                self.no_type += 1;
                self.is_log |= text.contains("\"eventId\"") && text.contains("\"exportId\"");
                return;
            }
            "Bundle" => return self.bundle(&raw, here, depth),
            "OperationOutcome" => {
                self.file.not_resources += 1;
                return;
            }
            _ => {}
        }
        self.file.count(kind);
        self.older.see(kind, &raw);
        match kind {
            "Patient" => self.patient(&raw, here),
            "Encounter" => self.encounter(&raw, here),
            "Condition" | "Observation" | "Procedure" | "DiagnosticReport" | "Appointment" => {
                self.of_person(kind, &raw, here);
            }
            _ if drug::kind(kind).is_some() => self.of_person(kind, &raw, here),
            _ => {}
        }
    }

    fn bundle(&mut self, raw: &Raw<'_>, here: Here<'_>, depth: u32) {
        if depth >= DEEPEST {
            let because = "Bundles lie in bundles too deep; passed over.";
            return self.doubts.at(FindingKind::Malformed, here.line, None, "", "", because);
        }
        let mut bad = BadFields::default();
        let entries: Many<&RawValue> = bad.read("entry", raw.entry).unwrap_or_default();
        self.tell(bad, here.line, None, "Bundle", "");
        for entry in entries.0 {
            self.entry(entry.get(), here.line, depth + 1);
        }
    }

    /// The person that a reference points at, if that person is kept.
    fn who(&mut self, reference: &Reference<'_>, line: u64) -> Option<String> {
        let target = reference.target()?;
        let key = target.key("Patient")?;
        if !self.anchors.people.contains(&key) {
            return None;
        }
        match (self.anchors.aliases.get(&key), target) {
            (Some(id), _) => Some(id.to_string()),
            (None, Target::Id { id, .. }) => Some(id.to_owned()),
            (None, Target::Identifier { system, value }) => {
                let because = "No person here has this identifier; the record is not read.";
                let value = format!("{system}|{value}");
                self.doubts.at(FindingKind::UnresolvedReference, line, None, "subject", &value, because);
                None
            }
            (None, Target::Contained(_)) => None,
        }
    }

    fn patient(&mut self, raw: &Raw<'_>, here: Here<'_>) {
        let mut bad = BadFields::default();
        let own = bad.text("id", raw.id);
        let Some(id) = own.as_ref().map(Text::as_str).or_else(|| here.full_url.and_then(bare_id)) else {
            return;
        };
        if !self.anchors.keeps(id) {
            return;
        }
        let person = person::read(raw, &mut bad);
        self.tell(bad, here.line, Some(id), "Patient", id);
        let key = Key::of("Patient", id);
        self.keep(raw, here.line, Some(key), id, "", &Fact::Person(person));
    }

    fn encounter(&mut self, raw: &Raw<'_>, here: Here<'_>) {
        let mut bad = BadFields::default();
        let own = bad.text("id", raw.id);
        let ids = own.as_ref().map(Text::as_str).into_iter().chain(here.full_url.and_then(bare_id));
        let keys: Vec<Key> = ids
            .map(|id| Key::of("Encounter", id))
            .filter(|key| self.anchors.encounters.contains(key))
            .collect();
        if keys.is_empty() {
            return;
        }
        if bad.text("status", raw.status).is_some_and(|status| status.as_str() == "entered-in-error") {
            let because = "The encounter is marked as entered in error; it is not read.";
            let id = own.as_ref().map_or("", Text::as_str);
            return self.doubts.at(FindingKind::EnteredInError, here.line, None, "Encounter", id, because);
        }
        let read = encounter::read(raw, &mut bad);
        self.tell(bad, here.line, None, "Encounter", own.as_ref().map_or("", Text::as_str));
        self.file.kept += 1;
        for key in keys {
            self.store.encounters.entry(key).or_insert_with(|| read.clone());
        }
    }

    fn of_person(&mut self, kind: &str, raw: &Raw<'_>, here: Here<'_>) {
        let mut bad = BadFields::default();
        let subject = match kind {
            "Appointment" => appointment::patient(raw, &mut bad),
            _ => bad
                .read::<Reference<'_>>("subject", raw.subject)
                .or_else(|| bad.read::<Reference<'_>>("patient", raw.patient)),
        };
        let patient_id = match (&subject, here.around) {
            (Some(subject), _) => match self.who(subject, here.line) {
                Some(id) => id,
                None => return,
            },
            (None, Some((id, _))) => id.to_owned(),
            (None, None) => return self.nobody(kind, raw, here, bad),
        };
        let own = bad.text("id", raw.id);
        let id =
            own.as_ref().map(Text::as_str).or_else(|| here.full_url.and_then(bare_id)).unwrap_or_default();
        let id = if here.within.is_empty() { id.to_owned() } else { format!("{}#{id}", here.within) };
        let status = bad.text("status", raw.status);
        let status = status.as_ref().map_or("", Text::as_str);
        let here = Here { patient: Some(&patient_id), ..here };
        let facts = self.facts(kind, raw, status, &id, here, &mut bad);
        let Some(facts) = facts else {
            let because = format!("The {kind} is marked as entered in error; it is not read.");
            self.doubts.at(FindingKind::EnteredInError, here.line, Some(&patient_id), kind, &id, &because);
            let key = (!id.is_empty()).then(|| Key::of(kind, &id));
            return self.keep(raw, here.line, key, &patient_id, &id, &Fact::Void);
        };
        if facts.is_empty() && !(kind == "DiagnosticReport" && raw.contained.is_some()) {
            return;
        }
        self.tell(bad, here.line, Some(&patient_id), kind, &id);
        for (fact, part) in &facts {
            let key = (!id.is_empty()).then(|| match part {
                0 => Key::of(kind, &id),
                part => Key::of(kind, &format!("{id}#{part}")),
            });
            self.keep(raw, here.line, key, &patient_id, &id, fact);
        }
        if kind == "DiagnosticReport" {
            self.contained(raw, here, &patient_id, &id);
        }
    }

    /// What a resource says; none where it was entered in error and would be read otherwise.
    fn facts(
        &mut self,
        kind: &str,
        raw: &Raw<'_>,
        status: &str,
        id: &str,
        here: Here<'_>,
        bad: &mut BadFields,
    ) -> Option<Vec<(Fact, u32)>> {
        let codes = self.codes;
        let is_act = |code: &Code| (codes.is_act)(code);
        let void = status == "entered-in-error";
        let one = |fact: Fact| Some(vec![(fact, 0)]);
        match kind {
            "Condition" => match condition::read(raw, &|code| (codes.is_condition)(code), bad) {
                Read::Condition(condition) => one(Fact::Condition(condition)),
                Read::Void => None,
                Read::Other => Some(Vec::new()),
            },
            "Observation" => {
                let mut dated = *raw;
                if let Some((_, around)) = here.around.filter(|_| raw.effective_date_time.is_none()) {
                    dated.effective_date_time = around.effective_date_time;
                    dated.effective_period = raw.effective_period.or(around.effective_period);
                    dated.issued = raw.issued.or(around.issued);
                }
                let facts = observation::read(&dated, &codes, bad);
                match (facts.is_empty(), void) {
                    (false, true) => None,
                    _ if matches!(status, "cancelled" | "registered") => Some(Vec::new()),
                    _ => Some(facts),
                }
            }
            "Procedure" | "DiagnosticReport" => {
                let act = procedure::read(raw, &is_act, bad);
                match act {
                    None => Some(Vec::new()),
                    Some(_) if void => None,
                    Some(_) if procedure::not_done(raw, status, bad) => Some(Vec::new()),
                    Some(_) if kind == "DiagnosticReport" && status == "registered" => Some(Vec::new()),
                    Some(act) => one(Fact::Act(act)),
                }
            }
            "Appointment" => {
                let is_kept = |id: &str| self.anchors.fractures.contains(&Key::of("fracture", id));
                let steps = appointment::read(raw, status, codes.is_anchor, &is_kept, bad);
                Some(steps.into_iter().map(Fact::Step).zip(1..).collect())
            }
            _ => self.drug(drug::kind(kind).unwrap_or_default(), raw, status, id, here, bad),
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
    ) -> Option<Vec<(Fact, u32)>> {
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
                    return Some(Vec::new());
                };
                named.clone()
            }
            Medication::NotNamed => {
                let because = format!("The drug of record {id} is not named; the record is not read.");
                self.doubts.at(FindingKind::DrugUnknown, here.line, here.patient, "medication", "", &because);
                return Some(Vec::new());
            }
        };
        if !codes.iter().any(self.codes.is_drug) && !(self.codes.is_drug_name)(&display) {
            return Some(Vec::new());
        }
        match drug::standing(raw, status, kind, bad) {
            Standing::Void => None,
            Standing::NeverWas => Some(Vec::new()),
            Standing::Read(active) => {
                let mut record = drug::read(raw, kind, active, bad);
                (record.codes, record.display) = (codes, display);
                Some(vec![(Fact::Drug(record), 0)])
            }
        }
    }

    /// Observations that lie within a report.
    fn contained(&mut self, raw: &Raw<'_>, here: Here<'_>, patient_id: &str, id: &str) {
        let all: Many<&RawValue> = BadFields::default().read("contained", raw.contained).unwrap_or_default();
        for inner in all.0 {
            let Ok(inner) = serde_json::from_str::<Raw<'_>>(inner.get()) else { continue };
            if inner.resource_type.map(RawValue::get) == Some("\"Observation\"") {
                let around = Some((patient_id, raw));
                let inside =
                    Here { line: here.line, full_url: None, around, within: id, patient: Some(patient_id) };
                let mut inner = inner;
                inner.subject = None;
                self.of_person("Observation", &inner, inside);
            }
        }
    }

    /// A record of nobody matters where it would be a fracture.
    fn nobody(&mut self, kind: &str, raw: &Raw<'_>, here: Here<'_>, mut bad: BadFields) {
        if !matches!(kind, "Condition" | "Procedure") {
            return;
        }
        let read = procedure::read(raw, &|code| (self.codes.is_anchor)(code), &mut bad);
        if read.is_some() {
            let id = bad.text("id", raw.id);
            let because = format!("The {kind} names no person; it is not read.");
            let id = id.as_ref().map_or("", Text::as_str);
            self.doubts.at(FindingKind::NoPatient, here.line, None, "subject", id, &because);
            self.tell(bad, here.line, None, kind, id);
        }
    }

    fn keep(
        &mut self,
        raw: &Raw<'_>,
        line: u64,
        record: Option<Key>,
        patient_id: &str,
        id: &str,
        fact: &Fact,
    ) {
        let updated = raw.meta.map_or(0, |meta| super::updated::seconds(meta.get()));
        self.file.kept += 1;
        self.store.add(patient_id, Origin { file: self.number, line, record, updated }, id, fact);
    }

    fn tell(&mut self, bad: BadFields, line: u64, patient_id: Option<&str>, kind: &str, id: &str) {
        for bad in bad.0 {
            let because = format!("{} ({kind} {id})", bad.because);
            self.doubts.at(FindingKind::BadValue, line, patient_id, bad.field, &bad.value, &because);
        }
    }
}
