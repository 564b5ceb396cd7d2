//! What is kept of people while files are read: small, and unfolded one person after another.

mod moved;
mod pack;
mod settle;
mod sources;
mod thin;
mod unpack;
mod words;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use osteon::document::Sex;
use osteon::fls::record::{
    Act, Condition, Death, DiagnosisRank, DrugRecord, PathwayRow, ResultValue, ScanValue,
};
use osteon::fls::{PatientRecord, StatedDate};

use super::key::Key;
use super::resource::encounter::Encounter;
pub(super) use thin::Thinning;
use words::Words;

/// What a patient's own record says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Person {
    pub(super) name: Option<String>,
    pub(super) sex: Option<Sex>,
    pub(super) birth_date: Option<StatedDate>,
    pub(super) death: Death,
    pub(super) living_alone: Option<bool>,
    pub(super) schooling_years: Option<u32>,
    pub(super) source: PersonSource,
}

/// Who says it; where two do not agree, the first of these is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PersonSource {
    #[default]
    Fhir,
    Table,
    Omop,
    /// A record that another one has replaced.
    Replaced,
}

impl PersonSource {
    const ALL: [Self; 4] = [Self::Fhir, Self::Table, Self::Omop, Self::Replaced];

    /// As a sentence names it.
    const fn words(self) -> &'static str {
        match self {
            Self::Fhir => "the Patient of FHIR",
            Self::Table => "patients.csv",
            Self::Omop => "the tables of OMOP",
            Self::Replaced => "a patient who was replaced by this one",
        }
    }
}

/// One fact of a person.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Fact {
    Person(Person),
    Condition(Condition),
    Act(Act),
    Scan(ScanValue),
    Result(ResultValue),
    Drug(DrugRecord),
    Step(PathwayRow),
    /// A record that takes back what it said before.
    Void {
        /// Whether it was entered in error: that can only come after what it takes back.
        in_error: bool,
    },
}

/// Where a fact comes from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    /// Number of the file.
    pub(super) file: u32,
    /// Line, row or entry.
    pub(super) line: u64,
    /// Its record; none where the record has no identifier and is known by its content.
    pub(super) record: Option<Key>,
    /// Seconds since 1970 of its last change; 0 where nothing is stated.
    pub(super) updated: u64,
}

/// One person, packed.
#[derive(Debug, Default)]
struct Kept {
    id: Box<str>,
    log: Vec<u8>,
    /// Bytes of the log from which results are looked through for what nothing reads.
    thin_at: u32,
}

/// Everybody who is kept.
#[derive(Debug, Default)]
pub(super) struct Store {
    by_key: HashMap<Key, u32>,
    people: Vec<Kept>,
    words: Words,
    /// Encounters that conditions speak of.
    pub(super) encounters: HashMap<Key, Encounter>,
    /// What decides which results are kept; all of them where there is nothing.
    pub(super) thinning: Option<Thinning>,
    /// Whether any result was not kept.
    is_thinned: bool,
}

/// People that are unfolded before their places are given back.
const GIVEN_BACK: usize = 1 << 12;

impl Store {
    /// Keeps a fact of a person.
    pub(super) fn add(&mut self, patient_id: &str, origin: Origin, id: &str, fact: &Fact) {
        let number = *self.by_key.entry(Key::of("Patient", patient_id)).or_insert_with(|| {
            if self.people.len() == self.people.capacity() {
                self.people.reserve_exact(64 + self.people.len() / 8);
            }
            self.people.push(Kept { id: patient_id.into(), ..Kept::default() });
            u32::try_from(self.people.len() - 1).unwrap_or(u32::MAX)
        });
        if let Some(kept) = self.people.get_mut(number as usize) {
            pack::append(&mut kept.log, &mut self.words, origin, id, fact);
            if let (Fact::Result(_), Some(thinning), true) = (fact, &self.thinning, Thinning::is_due(kept)) {
                self.is_thinned |= thinning.thin(kept, &self.words);
            }
        }
    }

    /// Keeps an encounter, of two versions the one that was changed later; whether there are two that differ.
    pub(super) fn keep_encounter(&mut self, key: Key, encounter: Encounter) -> bool {
        match self.encounters.entry(key) {
            Entry::Vacant(vacant) => {
                vacant.insert(encounter);
                false
            }
            Entry::Occupied(mut kept) => {
                let differs = Encounter { updated: encounter.updated, ..kept.get().clone() } != encounter;
                if encounter.updated > kept.get().updated {
                    kept.insert(encounter);
                }
                differs
            }
        }
    }

    /// How many people.
    pub(super) fn len(&self) -> usize {
        self.people.len()
    }

    /// Bytes that people and their facts take, for tests of memory.
    pub(super) fn bytes(&self) -> usize {
        let people: usize = self.people.iter().map(|kept| kept.id.len() + kept.log.capacity()).sum();
        people + self.people.capacity() * size_of::<Kept>() + self.by_key.capacity() * 16 + self.words.bytes()
    }

    /// Unfolds one person after another, in the order of their identifiers.
    pub(super) fn into_records(mut self) -> impl Iterator<Item = PatientRecord> {
        self.by_key = HashMap::new();
        self.people.sort_unstable_by(|a, b| b.id.cmp(&a.id));
        let Self { mut people, words, encounters, .. } = self;
        std::iter::from_fn(move || {
            let kept = people.pop()?;
            if people.len().is_multiple_of(GIVEN_BACK) {
                people.shrink_to_fit();
            }
            Some(unfold(&kept, &words, &encounters))
        })
    }
}

fn unfold(kept: &Kept, words: &Words, encounters: &HashMap<Key, Encounter>) -> PatientRecord {
    let mut record = PatientRecord { patient_id: kept.id.to_string(), ..PatientRecord::default() };
    let door = |id: &str| encounters.get(&Key::of("Encounter", id));
    let mut people = Vec::new();
    for fact in unpack::facts(&kept.log, words) {
        match fact {
            Fact::Person(person) => people.push(person),
            Fact::Condition(mut condition) => {
                if let Some(encounter) = door(&condition.encounter_id) {
                    condition.door = condition.door.or(encounter.door);
                    if let (Some(rank), DiagnosisRank::NotStated) =
                        (encounter.rank(&condition.id), condition.rank)
                    {
                        condition.rank = rank;
                    }
                }
                record.conditions.push(condition);
            }
            Fact::Act(mut act) => {
                act.door = act.door.or_else(|| door(&act.encounter_id).and_then(|encounter| encounter.door));
                record.acts.push(act);
            }
            Fact::Scan(scan) => record.scan_values.push(scan),
            Fact::Result(result) => record.results.push(result),
            Fact::Drug(drug) => record.drugs.push(drug),
            Fact::Step(step) => record.steps.push(step),
            Fact::Void { .. } => {}
        }
    }
    people.sort_by_key(|person| person.source);
    for person in people {
        record.name = record.name.or(person.name);
        record.sex = record.sex.or(person.sex);
        record.birth_date = record.birth_date.or(person.birth_date);
        // A day says more than that the person died.
        if !matches!(record.death, Death::On(_)) && person.death != Death::NotStated {
            record.death = person.death;
        }
        record.living_alone = record.living_alone.or(person.living_alone);
        record.schooling_years = record.schooling_years.or(person.schooling_years);
    }
    // Files come in any order; what is said of a person does not depend on it.
    record.conditions.sort_by(|a, b| (a.on, &a.id, &a.codes).cmp(&(b.on, &b.id, &b.codes)));
    record.acts.sort_by(|a, b| (a.on, &a.id, &a.codes).cmp(&(b.on, &b.id, &b.codes)));
    record
        .scan_values
        .sort_by(|a, b| (a.on, &a.id, &a.codes, &a.value).cmp(&(b.on, &b.id, &b.codes, &b.value)));
    record.results.sort_by(|a, b| (a.on, &a.id, &a.codes, &a.value).cmp(&(b.on, &b.id, &b.codes, &b.value)));
    record.drugs.sort_by(|a, b| (a.start, &a.id, &a.codes).cmp(&(b.start, &b.id, &b.codes)));
    record.steps.sort_by(|a, b| {
        (a.on, a.step, a.contact_try, &a.event_id).cmp(&(b.on, b.step, b.contact_try, &b.event_id))
    });
    record
}
