//! The second look: every resource is read, and facts of people who are kept are kept.

use osteon::fls::{Code, FindingKind};
use serde_json::value::RawValue;

use super::anchor::{Anchors, DEEPEST, bare_id};
use super::doubt::Doubts;
use super::key::Key;
use super::older::Older;
use super::reference::Target;
use super::resource::coding::{Concept, Many, Reference, Text};
use super::resource::drug::Medication;
use super::resource::encounter::Encounter;
use super::resource::field::BadFields;
use super::resource::raw::Entry;
use super::resource::subject::subject;
use super::resource::{Raw, appointment, drug, encounter, person};
use super::said::Said;
use super::store::{Fact, Origin, PersonSource, Store};
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

/// Seconds since 1970 of the last change of a resource; 0 where nothing is stated.
pub(super) fn updated(raw: &Raw<'_>) -> u64 {
    raw.meta.map_or(0, |meta| super::updated::seconds(meta.get()))
}

/// Fields that say whether a record matters.
const UNCLEAR: [&str; 4] = ["code", "component", "reasonReference", "reasonCode"];

/// Whom a reference points at.
enum Who {
    /// A person who is kept.
    Known(String),
    /// A person who is not.
    NotKept,
    /// Nobody, and nothing was said of that yet.
    Untold,
    /// Nobody, and that was told.
    Told,
}

/// A resource on its way.
#[derive(Clone, Copy)]
pub(super) struct Here<'a> {
    pub(super) line: u64,
    full_url: Option<&'a str>,
    /// The person and the day of a resource around it.
    pub(super) around: Option<(&'a str, &'a Raw<'a>)>,
    /// What tells it apart within the one around it.
    within: &'a str,
    /// The person, once that is known.
    pub(super) patient: Option<&'a str>,
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
            "Medication" => self.medication(&raw, here),
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

    /// The person that a reference points at.
    fn who(&mut self, reference: &Reference<'_>, line: u64) -> Who {
        let Some(target) = reference.target() else { return Who::Untold };
        let Some(key) = target.key("Patient") else { return Who::Untold };
        if !self.anchors.people.contains(&key) {
            return Who::NotKept;
        }
        match (self.anchors.alias(self.number, key), target) {
            (Some(""), _) => {
                let because = "Several people are addressed so; the record is not read.";
                let value = reference.reference.as_ref().map_or("", Text::as_str);
                self.doubts.at(FindingKind::UnresolvedReference, line, None, "subject", value, because);
                Who::Told
            }
            (Some(id), _) | (None, Target::Id { id, .. }) => Who::Known(self.anchors.survivor(id).to_owned()),
            (None, Target::Identifier { system, value }) => {
                let because = "No person here has this identifier; the record is not read.";
                let value = format!("{system}|{value}");
                self.doubts.at(FindingKind::UnresolvedReference, line, None, "subject", &value, because);
                Who::Told
            }
            (None, Target::Contained(_)) => Who::Untold,
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
        let mut person = person::read(raw, &mut bad);
        let survivor = self.anchors.survivor(id).to_owned();
        if survivor != id {
            person.source = PersonSource::Replaced;
        }
        self.tell(bad, here.line, Some(id), "Patient", id);
        let key = Key::of("Patient", id);
        self.keep(raw, here.line, Some(key), &survivor, "", &Fact::Person(person));
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
            return self.tell(bad, here.line, None, "Encounter", "");
        }
        let id = own.as_ref().map_or("", Text::as_str);
        let updated = updated(raw);
        let in_error =
            bad.text("status", raw.status).is_some_and(|status| status.as_str() == "entered-in-error");
        let read = if in_error {
            let because = "The encounter is marked as entered in error; it is not read.";
            self.doubts.at(FindingKind::EnteredInError, here.line, None, "Encounter", id, because);
            // Without a day of change it can only come after what it takes back.
            Encounter { updated: if updated == 0 { u64::MAX } else { updated }, ..Encounter::default() }
        } else {
            Encounter { updated, ..encounter::read(raw, &mut bad) }
        };
        self.tell(bad, here.line, None, "Encounter", id);
        self.file.kept += 1;
        let mut clash = false;
        for key in keys {
            clash |= self.store.keep_encounter(key, read.clone());
        }
        if clash && !in_error {
            let because = "The same encounter stands in another record with other content; the one that was changed \
                           later is read, otherwise the first.";
            let kind = FindingKind::ConflictingDuplicate;
            if updated > 0 {
                self.doubts.nothing_lost(kind, here.line, None, "Encounter", id, because);
            } else {
                self.doubts.at(kind, here.line, None, "Encounter", id, because);
            }
        }
    }

    fn of_person(&mut self, kind: &str, raw: &Raw<'_>, here: Here<'_>) {
        let mut bad = BadFields::default();
        let subject = match kind {
            "Appointment" => appointment::patient(raw, &mut bad),
            _ => subject(raw.subject, raw.patient, raw.contained, &mut bad),
        };
        let patient_id = match (&subject, here.around) {
            (Some(subject), _) => match self.who(subject, here.line) {
                Who::Known(id) => id,
                Who::Told => return,
                Who::NotKept => return self.stray(kind, raw, here, bad, false),
                Who::Untold => return self.stray(kind, raw, here, bad, true),
            },
            (None, Some((id, _))) => id.to_owned(),
            (None, None) => return self.stray(kind, raw, here, bad, true),
        };
        let own = bad.text("id", raw.id);
        let id =
            own.as_ref().map(Text::as_str).or_else(|| here.full_url.and_then(bare_id)).unwrap_or_default();
        let id = if here.within.is_empty() { id.to_owned() } else { format!("{}#{id}", here.within) };
        let status = bad.text("status", raw.status);
        let status = status.as_ref().map_or("", Text::as_str);
        let here = Here { patient: Some(&patient_id), ..here };
        let key_of = |part: u32| {
            (!id.is_empty()).then(|| match part {
                0 => Key::of(kind, &id),
                part => Key::of(kind, &format!("{id}#{part}")),
            })
        };
        let facts = match self.said(kind, raw, status, &id, here, &mut bad) {
            Said::Facts(facts) => facts,
            Said::Void { in_error, parts } => {
                if in_error {
                    let because = format!("The {kind} is marked as entered in error; it is not read.");
                    let (found, patient) = (FindingKind::EnteredInError, Some(&*patient_id));
                    self.doubts.at(found, here.line, patient, kind, &id, &because);
                }
                for key in parts.into_iter().filter_map(key_of) {
                    self.keep(raw, here.line, Some(key), &patient_id, &id, &Fact::Void { in_error });
                }
                return self.tell(bad, here.line, Some(&patient_id), kind, &id);
            }
            Said::Nothing => {
                // Whether a record matters whose codes cannot be read is not known.
                if bad.0.iter().any(|bad| UNCLEAR.contains(&bad.field)) {
                    self.tell(bad, here.line, Some(&patient_id), kind, &id);
                }
                if kind == "DiagnosticReport" && !matches!(status, "cancelled" | "entered-in-error") {
                    self.contained(raw, here, &patient_id, &id);
                }
                return;
            }
        };
        self.tell(bad, here.line, Some(&patient_id), kind, &id);
        for (fact, part) in &facts {
            self.keep(raw, here.line, key_of(*part), &patient_id, &id, fact);
        }
        if kind == "DiagnosticReport" {
            self.contained(raw, here, &patient_id, &id);
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

    /// A record of nobody who is kept matters where it would be read of somebody, and where it cannot be told
    /// whether it would be. Of a known person who is not kept a fracture is kept; all else need not be read.
    fn stray(&mut self, kind: &str, raw: &Raw<'_>, here: Here<'_>, mut bad: BadFields, is_nobody: bool) {
        let concepts: Many<Concept<'_>> = match kind {
            "Condition" | "Procedure" => bad.read("code", raw.code).unwrap_or_default(),
            "Observation" | "DiagnosticReport" if is_nobody => bad.read("code", raw.code).unwrap_or_default(),
            _ => Many::default(),
        };
        let is_one = |is_read: fn(&Code) -> bool| {
            concepts.0.iter().flat_map(Concept::codes).any(|code| is_read(&code))
        };
        let codes = self.codes;
        let would_be_read = match kind {
            "Condition" => is_one(codes.is_anchor) || (is_nobody && is_one(codes.is_condition)),
            "Procedure" => is_one(codes.is_anchor) || (is_nobody && is_one(codes.is_act)),
            "DiagnosticReport" => is_one(codes.is_act),
            "Observation" => is_one(codes.is_observation),
            _ if is_nobody && drug::kind(kind).is_some() => match drug::medication(raw, &mut bad) {
                Medication::Coded(coded, name) => {
                    coded.iter().any(codes.is_drug) || (codes.is_drug_name)(&name)
                }
                Medication::Elsewhere(id) => {
                    self.anchors.medications.contains_key(&Key::of("Medication", &id))
                }
                Medication::NotNamed => false,
            },
            _ => false,
        };
        let id = BadFields::default().text("id", raw.id);
        let id = id.as_ref().map_or("", Text::as_str);
        if would_be_read {
            let because = format!("The {kind} names no person who can be told; it is not read.");
            self.doubts.at(FindingKind::NoPatient, here.line, None, "subject", id, &because);
        }
        let is_unclear =
            bad.0.iter().any(|bad| matches!(bad.field, "code" | "medicationCodeableConcept" | "participant"));
        if would_be_read || is_unclear {
            self.tell(bad, here.line, None, kind, id);
        }
    }

    /// A drug that stands by itself and cannot be read: records that point at it are not read either.
    fn medication(&mut self, raw: &Raw<'_>, here: Here<'_>) {
        let mut bad = BadFields::default();
        let _: Option<Concept<'_>> = bad.read("code", raw.code);
        if !bad.0.is_empty() {
            let id = BadFields::default().text("id", raw.id);
            self.tell(bad, here.line, None, "Medication", id.as_ref().map_or("", Text::as_str));
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
        let updated = updated(raw);
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
