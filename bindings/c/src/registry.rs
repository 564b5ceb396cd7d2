//! What is inside: models, guidelines, references, citations and options, by id and version.

use osteon::citation::{CitationId, Confidence};
use osteon::document::options::OPTIONS;
use osteon::reference::{age_matched, young_adult};
use osteon::risk::{Model, notice};
use osteon::rule::{Guideline, Seen};

use crate::abi::{
    Failure, Outcome, Sized_, guard, osteon_status, osteon_text, osteon_truth, out_struct, out_value, up_to,
};
use crate::codes::osteon_sex;

/// What a registry lists.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_registry {
    /// None.
    #[allow(dead_code, reason = "it is only ever in the hands of callers")]
    Unknown = 0,
    /// Risk models.
    Model = 1,
    /// Guidelines.
    Guideline = 2,
    /// Young adult references, for T-scores.
    YoungAdult = 3,
    /// References by age, for Z-scores.
    AgeMatched = 4,
    /// Sources.
    Citation = 5,
    /// Options of an engine.
    Option = 6,
}

/// An entry of a registry. Texts are static; what an entry has none of has no text.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_entry {
    /// sizeof(osteon_entry).
    pub size: u32,
    /// Whether it was held against its source; not known where there is nothing of ours in it.
    pub verified: osteon_truth,
    /// Its id, the same in every face.
    pub id: osteon_text,
    /// Its version: the day or year of publication of a guideline, otherwise the version of the data.
    pub version: osteon_text,
    /// Its name in full; of an option, what it does.
    pub name: osteon_text,
    /// How it was verified; of an option, its default.
    pub verification: osteon_text,
    /// How far its numbers are trusted: A, B or C, with a plus or a minus.
    pub confidence: osteon_text,
    /// Day on which it was last held against its source.
    pub checked_on: osteon_text,
    /// What replaced it.
    pub superseded_by: osteon_text,
    /// Id of its source.
    pub citation: osteon_text,
    /// Its source in full.
    pub citation_text: osteon_text,
    /// Its digital object identifier.
    pub citation_doi: osteon_text,
    /// A notice that must be shown with its numbers.
    pub notice: osteon_text,
}

// SAFETY: integers and pointers; it begins with `size`. Only the library writes one.
unsafe impl Sized_ for osteon_entry {
    const FIRST: usize = up_to!(osteon_entry, notice);
}

/// How many entries a registry (an osteon_registry) has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_registry_count(registry: i32, count: *mut usize) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(core::ptr::null_mut(), || {
            let count_of = match known(registry)? {
                osteon_registry::Unknown => 0,
                osteon_registry::Model => Model::all().len(),
                osteon_registry::Guideline => osteon::guideline::all().len(),
                osteon_registry::YoungAdult => young_adult::all().len(),
                osteon_registry::AgeMatched => age_matched::all().len(),
                osteon_registry::Citation => CitationId::all().count(),
                osteon_registry::Option => OPTIONS.len(),
            };
            out_value(count, count_of, "count")
        })
    }
}

/// An entry of a registry (an osteon_registry), by its place from 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_registry_at(
    registry: i32,
    index: usize,
    entry: *mut osteon_entry,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { guard(core::ptr::null_mut(), || out_struct(entry, at(known(registry)?, index)?, "entry")) }
}

/// An entry of a registry (an osteon_registry), by its id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_registry_find(
    registry: i32,
    id: osteon_text,
    entry: *mut osteon_entry,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(core::ptr::null_mut(), || {
            let (registry, id) = (known(registry)?, id.needed("id")?);
            let place = match registry {
                osteon_registry::Unknown => None,
                osteon_registry::Model => Model::all().iter().position(|one| one.id == id),
                osteon_registry::Guideline => osteon::guideline::all().iter().position(|one| one.id == id),
                osteon_registry::YoungAdult => young_adult::all().iter().position(|one| one.id == id),
                osteon_registry::AgeMatched => age_matched::all().iter().position(|one| one.id == id),
                osteon_registry::Citation => CitationId::all().position(|one| one.id() == id),
                osteon_registry::Option => OPTIONS.iter().position(|one| one.key == id),
            };
            let place = place.ok_or_else(|| Failure::not_found("nothing has this id"))?;
            out_struct(entry, at(registry, place)?, "entry")
        })
    }
}

fn known(registry: i32) -> Outcome<osteon_registry> {
    use osteon_registry as R;
    [R::Model, R::Guideline, R::YoungAdult, R::AgeMatched, R::Citation, R::Option]
        .into_iter()
        .find(|&known| known as i32 == registry)
        .ok_or_else(|| Failure::of(osteon_status::UnknownCode, format!("{registry} is no osteon_registry")))
}

fn at(registry: osteon_registry, index: usize) -> Outcome<osteon_entry> {
    let entry = match registry {
        osteon_registry::Unknown => None,
        osteon_registry::Model => Model::all().get(index).map(|one| of_model(one)),
        osteon_registry::Guideline => osteon::guideline::all().get(index).map(|one| of_guideline(one)),
        osteon_registry::YoungAdult => young_adult::all().get(index).map(|row| {
            let verified = row.confidence.is_verified();
            osteon_entry { verified: verified.into(), ..of_row(row.id, row.citation, row.confidence) }
        }),
        osteon_registry::AgeMatched => age_matched::all().get(index).map(|row| {
            let verified = row.confidence.is_verified();
            osteon_entry { verified: verified.into(), ..of_row(row.id, row.citation, row.confidence) }
        }),
        osteon_registry::Citation => CitationId::all().nth(index).map(|one| osteon_entry {
            id: one.id().into(),
            version: osteon::DATA_VERSION.into(),
            ..sourced(one)
        }),
        osteon_registry::Option => OPTIONS.get(index).map(|one| osteon_entry {
            id: one.key.into(),
            version: osteon::DATA_VERSION.into(),
            name: one.summary.into(),
            verification: one.default.into(),
            ..nothing()
        }),
    };
    entry.ok_or_else(|| Failure::not_found("the registry has no such place"))
}

fn nothing() -> osteon_entry {
    let none = osteon_text::default();
    osteon_entry {
        size: 0,
        verified: osteon_truth::Unknown,
        id: none,
        version: none,
        name: none,
        verification: none,
        confidence: none,
        checked_on: none,
        superseded_by: none,
        citation: none,
        citation_text: none,
        citation_doi: none,
        notice: none,
    }
}

fn sourced(source: CitationId) -> osteon_entry {
    let citation = source.citation();
    let doi = Some(citation.doi).filter(|doi| !doi.is_empty());
    osteon_entry {
        citation: citation.id.into(),
        citation_text: citation.text.into(),
        citation_doi: doi.into(),
        ..nothing()
    }
}

fn of_row(id: &'static str, source: CitationId, confidence: Confidence) -> osteon_entry {
    osteon_entry {
        id: id.into(),
        version: osteon::DATA_VERSION.into(),
        confidence: confidence.as_str().into(),
        ..sourced(source)
    }
}

/// A model is as well verified as the worst of its outcomes.
fn of_model(model: &'static Model) -> osteon_entry {
    let worst = model.outcomes.iter().min_by_key(|row| match row.verification.verified() {
        Some(false) => 0,
        Some(true) => 1,
        None => 2,
    });
    let row = worst.map_or_else(nothing, |row| osteon_entry {
        verified: row.verification.verified().into(),
        verification: row.verification.as_str().into(),
        ..of_row(model.id, row.citation, row.confidence)
    });
    let notice = notice::of(model).map(|notice| notice.text);
    osteon_entry { name: model.name.into(), notice: notice.into(), ..row }
}

fn of_guideline(guideline: &'static Guideline) -> osteon_entry {
    osteon_entry {
        verified: (guideline.seen == Seen::Checked).into(),
        id: guideline.id.into(),
        version: guideline.published.into(),
        name: guideline.name.into(),
        verification: guideline.verification.into(),
        checked_on: guideline.checked_on.into(),
        superseded_by: guideline.superseded_by.into(),
        ..sourced(guideline.citation)
    }
}

/// What a risk model says of one outcome, for one sex or both. Texts are static.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_model_outcome {
    /// sizeof(osteon_model_outcome).
    pub size: u32,
    /// The sex that it speaks of; both where it is not known.
    pub sex: osteon_sex,
    /// Whether its numbers were held against their source; not known where none are ours.
    pub verified: osteon_truth,
    /// Zero.
    pub reserved: u32,
    /// The outcome, such as `hip`.
    pub outcome: osteon_text,
    /// Its horizon, in words.
    pub horizon: osteon_text,
    /// What it gives, separated by `;`: percent, reconciled_percent, points, category, at_cut_off.
    pub gives: osteon_text,
    /// Whom it speaks of.
    pub population: osteon_text,
    /// How its numbers were seen.
    pub verification: osteon_text,
    /// How far they are trusted.
    pub confidence: osteon_text,
    /// Id of the source.
    pub citation: osteon_text,
}

// SAFETY: integers and pointers; it begins with `size`. Only the library writes one.
unsafe impl Sized_ for osteon_model_outcome {
    const FIRST: usize = up_to!(osteon_model_outcome, citation);
}

/// What a risk model says, outcome by outcome from 0; OSTEON_STATUS_NOT_FOUND beyond the last, and where no model has
/// this id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_model_outcome_at(
    model: osteon_text,
    index: usize,
    outcome: *mut osteon_model_outcome,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(core::ptr::null_mut(), || {
            let row = Model::from_id(model.needed("model")?).and_then(|model| model.outcomes.get(index));
            let row = row.ok_or_else(|| Failure::not_found("no such model, or no such outcome of it"))?;
            let found = osteon_model_outcome {
                size: 0,
                sex: row.sex.into(),
                verified: row.verification.verified().into(),
                reserved: 0,
                outcome: row.outcome.as_str().into(),
                horizon: row.horizon.into(),
                gives: row.gives.into(),
                population: row.population.into(),
                verification: row.verification.as_str().into(),
                confidence: row.confidence.as_str().into(),
                citation: row.citation.id().into(),
            };
            out_struct(outcome, found, "outcome")
        })
    }
}
