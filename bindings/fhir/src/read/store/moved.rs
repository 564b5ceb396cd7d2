//! One condition under two people: it is counted once.

use std::collections::{BTreeMap, HashMap, HashSet};

use osteon::fls::FindingKind;

use super::Store;
use super::pack::{CONDITION, Header, entries};
use super::settle::uncount;
use super::unpack::id_of;
use crate::read::FileRead;
use crate::read::doubt::Doubts;

/// A condition that is read for somebody else.
pub(super) struct Moved {
    from: Box<str>,
    to: Box<str>,
    id: String,
    header: Header,
    is_later: bool,
}

impl Store {
    /// Leaves each condition that has an identifier to one person: to the one of the later change, otherwise to
    /// the first in the files.
    pub(super) fn leave_one_person_each(&mut self, files: &mut [FileRead]) -> Vec<Moved> {
        // Most records are of one person; of these only a number is remembered.
        let (mut seen, mut twice) = (HashSet::new(), HashSet::new());
        for (header, ..) in self.people.iter().flat_map(|kept| entries(&kept.log)) {
            if header.kind == CONDITION && header.named && !seen.insert(header.record) {
                twice.insert(header.record);
            }
        }
        drop(seen);
        if twice.is_empty() {
            return Vec::new();
        }
        let mut owners: HashMap<(u64, String), (usize, Header)> = HashMap::new();
        let mut losers: BTreeMap<usize, Vec<(u64, String)>> = BTreeMap::new();
        for (number, kept) in self.people.iter().enumerate() {
            let of_many = entries(&kept.log).filter(|(header, ..)| {
                header.kind == CONDITION && header.named && twice.contains(&header.record)
            });
            for (header, body, _) in of_many {
                let key = (header.record, id_of(header, body));
                let Some((owner, before)) = owners.get(&key).copied() else {
                    owners.insert(key, (number, header));
                    continue;
                };
                let place = |header: Header| (header.file, header.line);
                let wins = header.updated > before.updated
                    || (header.updated == before.updated && place(header) < place(before));
                if wins {
                    owners.insert(key.clone(), (number, header));
                }
                losers.entry(if wins { owner } else { number }).or_default().push(key);
            }
        }
        let ids: Vec<Box<str>> = self.people.iter().map(|kept| kept.id.clone()).collect();
        let mut moved = Vec::new();
        for (number, keys) in losers {
            let Some(kept) = self.people.get_mut(number) else { continue };
            let log = std::mem::take(&mut kept.log);
            for (header, body, whole) in entries(&log) {
                let key = (header.record, id_of(header, body));
                if header.kind != CONDITION || !header.named || !keys.contains(&key) {
                    kept.log.extend_from_slice(whole);
                    continue;
                }
                uncount(files, header.file);
                let Some((owner, read)) = owners.get(&key) else { continue };
                moved.push(Moved {
                    from: kept.id.clone(),
                    to: ids.get(*owner).cloned().unwrap_or_default(),
                    id: key.1,
                    header,
                    is_later: read.updated > header.updated,
                });
            }
        }
        moved.sort_by(|a, b| {
            (a.header.file, a.header.line, &a.id).cmp(&(b.header.file, b.header.line, &b.id))
        });
        moved
    }
}

impl Moved {
    pub(super) fn tell(&self, files: &[FileRead], doubts: &mut Doubts<'_>) {
        doubts.turn_to(files.get(self.header.file as usize).map_or("", |file| &*file.name));
        let why = if self.is_later { "was changed later" } else { "comes first" };
        let because =
            format!("The same condition stands under {} too; it is read there, because that {why}.", self.to);
        let (found, line, from) = (FindingKind::ConflictingDuplicate, self.header.line, Some(&*self.from));
        if self.is_later {
            doubts.nothing_lost(found, line, from, "subject", &self.id, &because);
        } else {
            doubts.at(found, line, from, "subject", &self.id, &because);
        }
    }
}
