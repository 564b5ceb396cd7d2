//! The first look: who has a fracture, and what their records point at. Few lines are looked into.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use memchr::memmem::Finder;
use osteon::fls::{Code, StatedDate};
use serde_json::value::RawValue;

use super::Codes;
use super::key::Key;
use super::reference::{Target, target};
use super::resource::coding::{Concept, Many, Reference, Text};
use super::resource::field::BadFields;
use super::resource::person::{identifiers, links};
use super::resource::raw::{Entry, Head};
use super::resource::subject::subject;
use super::resource::{Raw, condition, procedure};
use super::stream::Piece;

/// How deep bundles may lie in bundles.
pub(super) const DEEPEST: u32 = 8;

/// People who are kept, and what their records point at.
pub(super) struct Anchors {
    codes: Codes,
    finders: [Finder<'static>; 4],
    patient: Finder<'static>,
    /// Keys of people with a fracture, in every form in which records speak of them.
    pub(super) people: HashSet<Key>,
    /// Encounters that fractures point at.
    pub(super) encounters: HashSet<Key>,
    /// The fractures themselves.
    pub(super) fractures: HashSet<Key>,
    /// Drugs that stand as resources of their own and are read.
    pub(super) medications: HashMap<Key, (Vec<Code>, String)>,
    /// All of those, read or not.
    pub(super) all_medications: HashSet<Key>,
    /// Other names of a person: the address in a bundle, a number of an institution.
    /// Empty where several people share one.
    aliases: HashMap<Key, Box<str>>,
    /// People who were replaced by another, and by whom.
    replaced: HashMap<Key, Box<str>>,
    /// The number of the file that is looked at: addresses of a bundle mean something within it.
    pub(super) file: u32,
    /// Whether anybody is spoken of by an identifier that is no id.
    pub(super) by_identifier: bool,
    /// The days of their fractures; those without a day are none of a service.
    pub(super) days: Vec<(Key, Date)>,
}

impl Anchors {
    pub(super) fn new(codes: Codes) -> Self {
        Self {
            codes,
            finders: ["\"Condition\"", "\"Procedure\"", "\"Medication\"", "\"replace"].map(Finder::new),
            patient: Finder::new("\"Patient\""),
            people: HashSet::new(),
            encounters: HashSet::new(),
            fractures: HashSet::new(),
            medications: HashMap::new(),
            all_medications: HashSet::new(),
            aliases: HashMap::new(),
            replaced: HashMap::new(),
            file: 0,
            by_identifier: false,
            days: Vec::new(),
        }
    }

    /// Keeps a person.
    pub(super) fn keep(&mut self, patient_id: &str) {
        self.people.insert(Key::of("Patient", patient_id));
    }

    /// Keeps a person for a fracture on a day.
    pub(super) fn keep_for(&mut self, patient_id: &str, on: Option<StatedDate>) {
        self.keep(patient_id);
        self.broke(Key::of("Patient", patient_id), on);
    }

    fn broke(&mut self, person: Key, on: Option<StatedDate>) {
        let found = on.and_then(StatedDate::day).map(|day| (person, day));
        self.days.extend(found.filter(|found| self.days.last() != Some(found)));
    }

    /// Whether a person is kept.
    pub(super) fn keeps(&self, patient_id: &str) -> bool {
        self.people.contains(&Key::of("Patient", patient_id))
    }

    /// Looks at a piece of a file. What cannot be read is left to the second look.
    pub(super) fn look(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Resource { text, .. } if self.may_matter(text, false) => {
                self.resource_bytes(text, None, 0)
            }
            Piece::Entry { text, .. } if self.may_matter(text, true) => self.entry_bytes(text, 0),
            _ => {}
        }
    }

    fn may_matter(&self, text: &[u8], in_bundle: bool) -> bool {
        self.finders.iter().any(|finder| finder.find(text).is_some())
            || (in_bundle && self.patient.find(text).is_some())
    }

    fn entry_bytes(&mut self, text: &[u8], depth: u32) {
        let Ok(Entry { full_url, resource: Some(resource) }) = serde_json::from_slice(text) else { return };
        let full_url = full_url.and_then(|raw| serde_json::from_str::<Text<'_>>(raw.get()).ok());
        self.resource_bytes(resource.get().as_bytes(), full_url.as_ref().map(Text::as_str), depth);
    }

    fn resource_bytes(&mut self, text: &[u8], full_url: Option<&str>, depth: u32) {
        let Ok(head) = serde_json::from_slice::<Head<'_>>(text) else { return };
        let kind = head.resource_type.map_or("", RawValue::get).trim_matches('"');
        match kind {
            "Condition" | "Procedure" => self.fracture(&head, full_url, kind, text),
            "Medication" => self.medication(&head, full_url),
            "Patient" => self.patient(&head, full_url),
            "Bundle" if depth < DEEPEST => {
                let entries: Many<&RawValue> =
                    BadFields::default().read("entry", head.entry).unwrap_or_default();
                for entry in entries.0 {
                    if self.may_matter(entry.get().as_bytes(), true) {
                        self.entry_bytes(entry.get().as_bytes(), depth + 1);
                    }
                }
            }
            _ => {}
        }
    }

    fn fracture(&mut self, head: &Head<'_>, full_url: Option<&str>, kind: &str, text: &[u8]) {
        let mut bad = BadFields::default();
        let concepts: Many<Concept<'_>> = bad.read("code", head.code).unwrap_or_default();
        if !concepts.0.iter().flat_map(Concept::codes).any(|code| (self.codes.is_anchor)(&code)) {
            return;
        }
        let subject = subject(head.subject, head.patient, head.contained, &mut bad);
        let Some(target) = subject.as_ref().and_then(Reference::target) else { return };
        let Some(key) = target.key("Patient") else { return };
        self.by_identifier |= matches!(target, Target::Identifier { .. });
        self.people.insert(key);
        let on = day(kind, text);
        self.broke(key, on);
        if matches!(target, Target::Id { .. }) && full_url.is_some() {
            self.people.insert(within(self.file, key));
            self.broke(within(self.file, key), on);
        }
        let encounter: Option<Reference<'_>> =
            bad.read("encounter", head.encounter).or_else(|| bad.read("context", head.context));
        let encounter = encounter.as_ref().and_then(Reference::target);
        self.encounters.extend(encounter.and_then(|target| target.key("Encounter")));
        let id = bad.text("id", head.id);
        for id in id.as_ref().map(Text::as_str).into_iter().chain(full_url.and_then(bare_id)) {
            self.fractures.insert(Key::of("fracture", id));
        }
    }

    fn medication(&mut self, head: &Head<'_>, full_url: Option<&str>) {
        let mut bad = BadFields::default();
        let concept: Concept<'_> = bad.read("code", head.code).unwrap_or_default();
        let codes = concept.codes();
        let is_read = codes.iter().any(self.codes.is_drug) || (self.codes.is_drug_name)(concept.display());
        let id = bad.text("id", head.id);
        for id in id.as_ref().map(Text::as_str).into_iter().chain(full_url.and_then(bare_id)) {
            let key = Key::of("Medication", id);
            self.all_medications.insert(key);
            if is_read {
                self.medications.insert(key, (codes.clone(), concept.display().to_owned()));
            }
        }
    }

    /// A bundle may address a person otherwise than by the id.
    fn patient(&mut self, head: &Head<'_>, full_url: Option<&str>) {
        let Some(id) = BadFields::default().text("id", head.id) else { return };
        for (other, is_newer) in links(head.link) {
            let (old, new) = if is_newer { (id.as_str(), &*other) } else { (&*other, id.as_str()) };
            if old != new {
                self.replaced.entry(Key::of("Patient", old)).or_insert_with(|| new.into());
            }
        }
        if let Some(alias) = full_url.and_then(bare_id).filter(|alias| *alias != id.as_str()) {
            let alias = Key::of("Patient", alias);
            self.name_also(within(self.file, alias), id.as_str());
            self.name_also(alias, id.as_str());
        }
    }

    /// Another name of a person; what names two people names nobody.
    fn name_also(&mut self, alias: Key, id: &str) {
        let id: Box<str> = self.survivor(id).into();
        match self.aliases.get_mut(&alias) {
            Some(before) if **before != *id => *before = Box::default(),
            Some(_) => {}
            None => {
                self.aliases.insert(alias, id);
            }
        }
    }

    /// Whom a name other than an id names: first within the file, then anywhere; empty where it may be several.
    pub(super) fn alias(&self, file: u32, key: Key) -> Option<&str> {
        self.aliases.get(&within(file, key)).or_else(|| self.aliases.get(&key)).map(|id| &**id)
    }

    /// The person in whose place records of a replaced one are read.
    pub(super) fn survivor<'s>(&'s self, id: &'s str) -> &'s str {
        /// Replacements of replacements; in a circle there is no last one.
        const MOST: usize = 8;
        let next = |id: &&'s str| self.replaced.get(&Key::of("Patient", id)).map(|id| &**id);
        std::iter::successors(Some(id), next).take(MOST).last().unwrap_or(id)
    }

    /// Learns by which numbers people are known who are spoken of so.
    pub(super) fn look_for_identifiers(&mut self, text: &[u8]) {
        if self.patient.find(text).is_none() {
            return;
        }
        let inner = serde_json::from_slice::<Entry<'_>>(text).ok().and_then(|entry| entry.resource);
        let text = inner.map_or(text, |raw| raw.get().as_bytes());
        let Ok(head) = serde_json::from_slice::<Head<'_>>(text) else { return };
        if head.resource_type.map(RawValue::get) != Some("\"Patient\"") {
            return;
        }
        let Some(id) = BadFields::default().text("id", head.id) else { return };
        let keys: Vec<Key> = identifiers(head.identifier)
            .iter()
            .filter_map(|one| {
                let system = one.system.as_ref().map_or("", Text::as_str);
                one.value.as_ref().map(|value| Key::of_identifier(system, value.as_str()))
            })
            .collect();
        let own = Key::of("Patient", id.as_str());
        if self.people.contains(&own) || keys.iter().any(|key| self.people.contains(key)) {
            self.people.insert(own);
            for key in keys {
                self.people.insert(key);
                self.name_also(key, id.as_str());
            }
        }
    }

    /// Ends the first look: of other names only those of people who are kept remain.
    pub(super) fn settle(&mut self) {
        let last: Vec<(Key, Box<str>)> =
            self.replaced.iter().map(|(old, new)| (*old, self.survivor(new).into())).collect();
        // Twice, so that a name of a name is found whatever comes first.
        for _ in 0..2 {
            self.days.sort_unstable();
            self.days.dedup();
            let mut more = Vec::new();
            for (name, id) in self.aliases.iter().chain(last.iter().map(|(old, new)| (old, new))) {
                join(&mut self.people, &self.days, &mut more, name, id);
            }
            self.days.append(&mut more);
        }
        self.days.sort_unstable();
        self.days.dedup();
        let people = &self.people;
        self.aliases.retain(|name, _| people.contains(name));
    }
}

/// Makes one person of a name and an id, where either is of somebody who is kept, with the days of both. A name
/// of several people makes none of them one who is kept.
fn join(people: &mut HashSet<Key>, days: &[(Key, Date)], more: &mut Vec<(Key, Date)>, name: &Key, id: &str) {
    let own = Key::of("Patient", id);
    if id.is_empty() || !(people.contains(name) || people.contains(&own)) {
        return;
    }
    people.insert(*name);
    people.insert(own);
    let from = days.partition_point(|(key, _)| key < name);
    let of_name = days.iter().skip(from).take_while(|(key, _)| key == name);
    more.extend(of_name.map(|(_, day)| (own, *day)));
}

/// The day that the second look will read of a fracture.
fn day(kind: &str, text: &[u8]) -> Option<StatedDate> {
    let raw: Raw<'_> = serde_json::from_slice(text).ok()?;
    let mut bad = BadFields::default();
    match kind {
        "Condition" => match condition::read(&raw, &|_| true, &mut bad) {
            condition::Read::Condition(condition) => condition.on,
            condition::Read::Void | condition::Read::VoidOther | condition::Read::Other => None,
        },
        _ => procedure::read(&raw, &|_| true, &mut bad).and_then(|act| act.on),
    }
}

/// An address as it is meant within one file.
fn within(file: u32, key: Key) -> Key {
    Key::of_parts(&[b"within", &file.to_le_bytes(), &key.0.to_le_bytes()])
}

/// The id that an address ends in.
pub(super) fn bare_id(address: &str) -> Option<&str> {
    match target(address) {
        Some(Target::Id { id, .. }) => Some(id),
        _ => None,
    }
}
