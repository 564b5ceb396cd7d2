//! Which codes mean what: versioned sets, one data file each in `core/data/fls`.

mod entry;
mod written;

use super::code::{Code, CodeSystem};
use crate::document::Side;

use entry::SidePattern;
pub use entry::{CodeSet, Entry, FractureMeaning, Nature, Part, Role, Tier};
use written::Written;

mod compiled {
    use super::{CodeSet, CodeSystem, Entry, FractureMeaning, Nature, Part, Role, SidePattern, Tier};
    use crate::citation::{Confidence, ids};
    use crate::document::FractureSite;
    use crate::fls::event::CountedBecause;

    include!(concat!(env!("OUT_DIR"), "/fls_code_sets.rs"));
    include!(concat!(env!("OUT_DIR"), "/fls_fracture_shapes.rs"));
}

/// Every code set, with its version and its source.
#[must_use]
pub fn code_sets() -> &'static [CodeSet] {
    compiled::CODE_SETS
}

/// What a code means; none where no set has it. The longest pattern wins, and of two as long the one that leaves
/// less open.
#[must_use]
pub fn find(code: &Code) -> Option<&'static Entry> {
    let entries = code_sets().iter().find(|set| set.system == code.system)?.entries;
    if code.system == CodeSystem::Snomed {
        let text = code.code.trim();
        let at = entries.binary_search_by(|entry| entry.pattern.cmp(text)).ok()?;
        return entries.get(at);
    }
    let written = Written::of(&code.code);
    let first = written.as_bytes().first()?;
    let begins = |entry: &Entry| entry.pattern.bytes().next();
    let from = entries.partition_point(|entry| begins(entry).as_ref() < Some(first));
    entries
        .get(from..)?
        .iter()
        .take_while(|entry| begins(entry).as_ref() == Some(first))
        .filter(|entry| written.begins(entry.pattern))
        .max_by_key(|entry| {
            let open = entry.pattern.bytes().filter(|&byte| byte == b'?').count();
            (entry.pattern.len(), entry.pattern.len() - open)
        })
}

/// What a code that its set does not have looks like: a code of ICD-10 that is a fracture in some version. What it
/// is of is not known: its version may be another than was stated.
#[must_use]
pub fn like_a_fracture(code: &Code) -> Option<&'static Entry> {
    // A system that is not known here may be one more version of ICD-10.
    let may_be = matches!(
        code.system,
        CodeSystem::Icd10Who | CodeSystem::Icd10Cm | CodeSystem::Cim10Fr | CodeSystem::Other
    );
    if !may_be || find(code).is_some() {
        return None;
    }
    let written = Written::of(&code.code);
    compiled::LIKE_A_FRACTURE.iter().find(|entry| written.begins(entry.pattern))
}

/// What a code means, or looks like where its set does not have it.
#[must_use]
pub fn find_or_like(code: &Code) -> Option<&'static Entry> {
    find(code).or_else(|| like_a_fracture(code))
}

/// Whether a code says that its encounter is not the first for this fracture: the 7th character of ICD-10-CM. A code
/// without one does not state it.
#[must_use]
pub fn is_later_encounter(code: &Code) -> bool {
    code.system == CodeSystem::Icd10Cm && Written::of(&code.code).is_later_encounter()
}

/// The side, left or right, where a code states it, and states that its encounter is the first for this fracture: two
/// such codes of one site and of two sides are two fractures. ICD-10-CM alone says both.
#[must_use]
pub fn side_at_first_encounter(code: &Code) -> Option<Side> {
    if code.system != CodeSystem::Icd10Cm {
        return None;
    }
    let written = Written::of(&code.code);
    if !written.is_first_encounter() {
        return None;
    }
    let said = |of: &SidePattern| of.pattern.bytes().filter(|&byte| byte != b'?').count();
    let found = compiled::SIDES.iter().filter(|of| written.begins(of.pattern)).max_by_key(|of| said(of))?;
    let byte = char::from(*written.as_bytes().get(found.place)?);
    if found.right.contains(byte) {
        Some(Side::Right)
    } else {
        found.left.contains(byte).then_some(Side::Left)
    }
}

/// Whether case finding, intake or the pathway read this code at all; a face keeps no other condition.
#[must_use]
pub fn is_read(code: &Code) -> bool {
    find_or_like(code).is_some() || super::intake::is_read(code)
}

/// Whether a condition or an act with this code makes its person one whose records are read: every fracture, those
/// too that are counted out or looked at, so that they are listed with their reason.
#[must_use]
pub fn is_anchor(code: &Code) -> bool {
    find_or_like(code).is_some_and(|entry| matches!(entry.role, Role::Fracture | Role::Immobilisation))
}

#[cfg(test)]
mod tests;
