//! Sources that do not agree about a person.

use osteon::fls::record::Death;
use osteon::fls::{FindingKind, StatedDate};

use super::pack::{Header, entries};
use super::unpack::person_of;
use super::{Person, Store};
use crate::read::FileRead;
use crate::read::doubt::Doubts;

/// One thing that two sources say otherwise.
struct Contradiction<'s> {
    patient_id: &'s str,
    field: &'static str,
    read: (String, &'s Person),
    other: (String, &'s Person),
    header: Header,
}

impl Store {
    /// Says where sources do not agree on sex, birth or death. The same source twice is a record that is there
    /// twice, and told as such.
    pub(super) fn tell_contradictions(&self, files: &[FileRead], doubts: &mut Doubts<'_>) {
        let mut people: Vec<_> = self.people.iter().collect();
        people.sort_by(|a, b| a.id.cmp(&b.id));
        for kept in people {
            let own = entries(&kept.log).filter(|(header, ..)| header.kind == 0);
            let mut said: Vec<(Header, Person)> =
                own.filter_map(|(header, body, _)| Some((header, person_of(body)?))).collect();
            if said.len() < 2 {
                continue;
            }
            said.sort_by_key(|(_, person)| person.source);
            for field in ["sex", "birth_date", "death_date"] {
                let mut stated =
                    said.iter().filter_map(|(header, one)| Some((header, one, value(one, field)?)));
                let Some((_, first, read)) = stated.next() else { continue };
                for (header, other, value) in stated.filter(|(.., value)| !agree(&read, value)) {
                    let (read, other) = ((read.clone(), first), (value, other));
                    tell(
                        &Contradiction { patient_id: &kept.id, field, read, other, header: *header },
                        files,
                        doubts,
                    );
                }
            }
        }
    }
}

/// A date that says less than another may be the same.
fn agree(a: &str, b: &str) -> bool {
    a.starts_with(b) || b.starts_with(a)
}

fn value(person: &Person, field: &str) -> Option<String> {
    let date = |date: Option<StatedDate>| date.map(|date| date.to_string());
    match (field, person.death) {
        ("sex", _) => person.sex.map(|sex| sex.to_string()),
        ("birth_date", _) => date(person.birth_date),
        (_, Death::On(on)) => date(Some(on)),
        _ => None,
    }
}

fn tell(found: &Contradiction<'_>, files: &[FileRead], doubts: &mut Doubts<'_>) {
    doubts.turn_to(files.get(found.header.file as usize).map_or("", |file| &*file.name));
    let ((read, by), (other, others)) = (&found.read, &found.other);
    let because = format!(
        "{} says {other} and {} says {read}; {read} is read.",
        others.source.words(),
        by.source.words(),
    );
    let (kind, line) = (FindingKind::ConflictingDuplicate, found.header.line);
    doubts.at(kind, line, Some(found.patient_id), found.field, other, &because);
}
