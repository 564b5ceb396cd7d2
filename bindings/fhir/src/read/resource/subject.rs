//! Whom a record is about.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::coding::{Identifier, Many, Object, Reference, Text};
use super::field::BadFields;
use crate::read::reference::Target;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Within<'a> {
    #[serde(borrow, rename = "resourceType")]
    kind: Option<Text<'a>>,
    #[serde(borrow)]
    id: Option<Text<'a>>,
    #[serde(borrow)]
    identifier: Option<Many<Identifier<'a>>>,
}

/// The person that one of two fields names. A patient within the record is known by its identifier: its id means
/// nothing elsewhere.
pub(in crate::read) fn subject<'a>(
    subject: Option<&'a RawValue>,
    patient: Option<&'a RawValue>,
    contained: Option<&'a RawValue>,
    bad: &mut BadFields,
) -> Option<Reference<'a>> {
    let Object(reference): Object<Reference<'_>> =
        bad.read("subject", subject).or_else(|| bad.read("patient", patient))?;
    let Some(Target::Contained(id)) = reference.target() else { return Some(reference) };
    let all: Many<Within<'_>> = bad.read("contained", contained).unwrap_or_default();
    let is_named = |one: &Within<'_>| {
        one.kind.as_ref().is_some_and(|kind| kind.as_str() == "Patient")
            && one.id.as_ref().is_some_and(|own| own.as_str() == id)
    };
    let identifiers = all.0.into_iter().find(is_named).and_then(|one| one.identifier).unwrap_or_default();
    let has_value = |one: &Identifier<'_>| one.value.as_ref().is_some_and(|text| !text.as_str().is_empty());
    match identifiers.0.into_iter().find(has_value) {
        Some(identifier) => Some(Reference { identifier: Some(identifier), ..Reference::default() }),
        None => Some(reference),
    }
}
