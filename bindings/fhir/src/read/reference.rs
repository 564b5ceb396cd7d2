//! What a reference points at, in all the forms that are written.

use super::key::Key;

/// What a reference points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target<'a> {
    /// A resource by its id.
    Id {
        /// Its kind, where the reference names it.
        kind: Option<&'a str>,
        /// Its id.
        id: &'a str,
    },
    /// A resource within the resource.
    Contained(&'a str),
    /// Whoever has this identifier.
    Identifier {
        /// The system.
        system: &'a str,
        /// The identifier in it.
        value: &'a str,
    },
}

/// Reads `urn:uuid:X`, `Patient/X`, `https://host/fhir/Patient/X/_history/1`, `#X` and
/// `Patient?identifier=system|value`.
pub(super) fn target(text: &str) -> Option<Target<'_>> {
    let text = text.trim();
    if let Some(id) = text.strip_prefix('#') {
        return (!id.is_empty()).then_some(Target::Contained(id));
    }
    if let Some((_, query)) = text.split_once('?') {
        let identifier = query.split('&').find_map(|part| part.strip_prefix("identifier="))?;
        let (system, value) = match identifier.split_once('|') {
            Some(parts) => parts,
            None => split_encoded(identifier).unwrap_or(("", identifier)),
        };
        return (!value.is_empty()).then_some(Target::Identifier { system, value });
    }
    if text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("urn:")) {
        let id = text.rsplit(':').next()?;
        return (!id.is_empty()).then_some(Target::Id { kind: None, id });
    }
    let text = text.split_once("/_history/").map_or(text, |(before, _)| before);
    let mut parts = text.trim_end_matches('/').rsplit('/');
    let id = parts.next().filter(|id| !id.is_empty())?;
    let kind = parts.next().filter(|kind| kind.starts_with(|c: char| c.is_ascii_uppercase()));
    Some(Target::Id { kind, id })
}

fn split_encoded(text: &str) -> Option<(&str, &str)> {
    text.split_once("%7C").or_else(|| text.split_once("%7c"))
}

impl Target<'_> {
    /// The key of a resource of `kind` that this points at; none where it points at another kind.
    pub(super) fn key(self, kind: &str) -> Option<Key> {
        match self {
            Self::Id { kind: Some(named), .. } if named != kind => None,
            Self::Id { id, .. } => Some(Key::of(kind, id)),
            Self::Identifier { system, value } => Some(Key::of_identifier(system, value)),
            Self::Contained(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_reference_is_read() {
        let id = |kind, id| Some(Target::Id { kind, id });
        assert_eq!(target("urn:uuid:a-b"), id(None, "a-b"));
        assert_eq!(target("Patient/7"), id(Some("Patient"), "7"));
        assert_eq!(target("https://host/fhir/Patient/7/_history/2"), id(Some("Patient"), "7"));
        assert_eq!(target("7"), id(None, "7"));
        assert_eq!(target("#med"), Some(Target::Contained("med")));
        let by_number = Some(Target::Identifier { system: "http://s", value: "9" });
        assert_eq!(target("Patient?identifier=http://s|9"), by_number);
        assert_eq!(target("Patient?identifier=http://s%7C9"), by_number);
        assert_eq!(target("Patient?name=x"), None);
        assert_eq!(target(""), None);
        assert_eq!(target("Group/1").unwrap().key("Patient"), None);
    }
}
