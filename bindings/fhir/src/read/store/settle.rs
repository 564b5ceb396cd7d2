//! The same record again: read once. The same identifier with other content: the later one, or the first.

use std::collections::{BTreeMap, HashMap};

use osteon::fls::FindingKind;
use osteon::fls::record::Death;

use super::pack::{Header, VOID, bodies, entries, settled};
use super::unpack::{id_of, person_of};
use super::{Kept, Store};
use crate::read::FileRead;
use crate::read::doubt::Doubts;

/// What the kinds of facts are called.
const KINDS: [&str; 8] = ["patient", "condition", "act", "scan", "result", "drug", "step", "record"];

impl Store {
    /// Leaves one of each record, and says so.
    pub(in crate::read) fn settle(&mut self, files: &mut [FileRead], doubts: &mut Doubts<'_>) {
        // Nothing is added from here on.
        self.by_key = HashMap::new();
        self.people.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        let thinning = self.thinning.take();
        let mut again: BTreeMap<u32, u64> = BTreeMap::new();
        let mut clashes = Vec::new();
        for kept in &mut self.people {
            clashes.extend(settle_one(kept, &mut again, files));
            // Whoever was looked through is looked through once more; of the others nothing need go.
            if let Some(thinning) = thinning.as_ref().filter(|_| kept.thin_at > 0) {
                thinning.thin(kept, &self.words);
            }
        }
        let moved = self.leave_one_person_each(files);
        clashes.sort_by(|a, b| {
            (a.header.file, a.header.line, &a.patient_id).cmp(&(b.header.file, b.header.line, &b.patient_id))
        });
        for clash in clashes {
            clash.tell(files, doubts);
        }
        for one in moved {
            one.tell(files, doubts);
        }
        self.tell_contradictions(files, doubts);
        // Where a record stands is said; what is left is what it says.
        for kept in &mut self.people {
            kept.log = settled(&kept.log);
        }
        for (file, count) in again {
            let Some(file) = files.get(file as usize) else { continue };
            doubts.turn_to(&file.name);
            let least = if self.is_thinned { "At least " } else { "" };
            let because =
                format!("{least}{count} records of this file had been read already; each is read once.");
            doubts.at(FindingKind::Duplicate, 0, None, "", &count.to_string(), &because);
        }
    }

    /// Says whose own record is not here.
    pub(in crate::read) fn tell_missing(&self, doubts: &mut Doubts<'_>) {
        let mut missing: Vec<&str> = self
            .people
            .iter()
            .filter(|kept| !kept.log.is_empty() && !bodies(&kept.log).any(|(kind, _)| kind == 0))
            .map(|kept| &*kept.id)
            .collect();
        missing.sort_unstable();
        doubts.turn_to("");
        for id in missing {
            let because = "The person has records and is in no file: read without birth date, sex and death.";
            doubts.at(FindingKind::NoPatient, 0, Some(id), "", "", because);
        }
    }
}

/// Two records of one identifier that differ.
struct Clash {
    patient_id: Box<str>,
    header: Header,
    id: String,
    read: Header,
    /// Whether the one that is read says that it was entered in error.
    is_error: bool,
}

impl Clash {
    fn tell(&self, files: &[FileRead], doubts: &mut Doubts<'_>) {
        let name = |number: u32| files.get(number as usize).map_or("", |file| &*file.name);
        doubts.turn_to(name(self.header.file));
        let kind = KINDS.get(usize::from(self.read.kind.min(self.header.kind))).copied().unwrap_or_default();
        let is_later = self.read.updated > self.header.updated;
        let why = if is_later { "it was changed later" } else { "it comes first" };
        let place = match self.read.line {
            0 => String::new(),
            line => format!(" (line or entry {line})"),
        };
        let file = name(self.read.file);
        let because = if self.is_error {
            format!("The same {kind} is entered in error in {file}{place}; it is not read.")
        } else if self.read.kind == VOID {
            format!("The same {kind} is taken back in {file}{place}, and {why}; it is not read.")
        } else {
            format!(
                "The same {kind} stands in {file}{place} with other content; that one is read, because {why}."
            )
        };
        let (line, patient) = (self.header.line, Some(&*self.patient_id));
        let found = FindingKind::ConflictingDuplicate;
        if is_later || self.is_error {
            // What was said before is no longer so, and nothing is missing.
            doubts.nothing_lost(found, line, patient, "id", &self.id, &because);
        } else {
            doubts.at(found, line, patient, "id", &self.id, &because);
        }
    }
}

/// Whether one version of a record is read in the place of another that came before it in the files. Where no
/// change is stated, an error can only have been found after what it takes back.
fn takes_the_place((new, new_body): (Header, &[u8]), (old, old_body): (Header, &[u8])) -> bool {
    let (new_is_error, old_is_error) = (is_error(new, new_body), is_error(old, old_body));
    let are_stated = new.updated > 0 && old.updated > 0;
    if new_is_error != old_is_error && (!are_stated || new.updated == old.updated) {
        return new_is_error;
    }
    if new.kind == 0 && old.kind == 0 && (!are_stated || new.updated == old.updated) {
        // Of a person, likewise: nobody is alive again in a later export.
        let is_dead = |body| person_of(body).is_some_and(|person| person.death != Death::NotStated);
        if is_dead(new_body) != is_dead(old_body) {
            return is_dead(new_body);
        }
    }
    new.updated > old.updated
}

fn is_error(header: Header, body: &[u8]) -> bool {
    header.kind == VOID && body.last() == Some(&1)
}

fn settle_one(kept: &mut Kept, again: &mut BTreeMap<u32, u64>, files: &mut [FileRead]) -> Vec<Clash> {
    let log = std::mem::take(&mut kept.log);
    // Of each record, the number of the entry that is read: the last changed, and of those the first.
    let mut read: HashMap<(u64, bool), (usize, Header, &[u8])> = HashMap::new();
    for (number, (header, body, _)) in entries(&log).enumerate() {
        let best = read.entry((header.record, header.named)).or_insert((number, header, body));
        if takes_the_place((header, body), (best.1, best.2)) {
            *best = (number, header, body);
        }
    }
    let mut clashes = Vec::new();
    let mut left = Vec::with_capacity(log.len());
    for (number, (header, body, whole)) in entries(&log).enumerate() {
        let Some((best_number, best, best_body)) = read.get(&(header.record, header.named)).copied() else {
            continue;
        };
        if number == best_number && header.kind != VOID {
            left.extend_from_slice(whole);
            continue;
        }
        uncount(files, header.file);
        if number == best_number {
            continue;
        }
        if header.kind == best.kind && body == best_body {
            *again.entry(header.file).or_default() += 1;
        } else {
            let is_error = is_error(best, best_body);
            let id = id_of(header, body);
            clashes.push(Clash { patient_id: kept.id.clone(), header, id, read: best, is_error });
        }
    }
    kept.log = left;
    clashes
}

pub(super) fn uncount(files: &mut [FileRead], number: u32) {
    if let Some(file) = files.get_mut(number as usize) {
        file.kept = file.kept.saturating_sub(1);
    }
}
