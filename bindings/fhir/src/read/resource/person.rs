//! A patient.

use osteon::document::Sex;
use osteon::fls::record::Death;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::coding::{Identifier, Many, Reference, Text};
use super::field::BadFields;
use super::raw::Raw;
use crate::read::store::{Person, PersonSource};

#[derive(Default, Deserialize)]
#[serde(default)]
struct Name<'a> {
    #[serde(borrow, rename = "use")]
    kind: Option<Text<'a>>,
    #[serde(borrow)]
    text: Option<Text<'a>>,
    #[serde(borrow)]
    family: Option<Words<'a>>,
    #[serde(borrow)]
    given: Option<Words<'a>>,
}

/// Words, or a list of them: a family name is a list in DSTU2.
#[derive(Deserialize)]
#[serde(untagged)]
enum Words<'a> {
    #[serde(borrow)]
    One(Text<'a>),
    #[serde(borrow)]
    More(Vec<Option<Text<'a>>>),
}

impl Words<'_> {
    fn joined(&self) -> String {
        match self {
            Self::One(text) => text.as_str().to_owned(),
            Self::More(all) => all.iter().flatten().map(Text::as_str).collect::<Vec<_>>().join(" "),
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Extension<'a> {
    #[serde(borrow)]
    url: Option<Text<'a>>,
    #[serde(borrow, rename = "valueCode")]
    code: Option<&'a RawValue>,
}

/// Reads a patient.
pub(in crate::read) fn read(raw: &Raw<'_>, bad: &mut BadFields) -> Person {
    let gender = bad.text("gender", raw.gender);
    let word = gender.as_ref().map(|text| text.as_str().to_ascii_lowercase());
    let sex = match word.as_deref() {
        Some("female") => Some(Sex::Female),
        Some("male") => Some(Sex::Male),
        Some("other" | "unknown") | None => sex_at_birth(raw, bad),
        Some(_) => {
            bad.add("gender", word.as_deref().unwrap_or_default(), "Not a gender of FHIR; read as unknown.");
            sex_at_birth(raw, bad)
        }
    };
    let death = match bad.date("deceasedDateTime", raw.deceased_date_time) {
        Some(on) => Death::On(on),
        // A day that is none still says that the person died.
        None if raw.deceased_date_time.is_some_and(|raw| raw.get() != "null" && raw.get() != "\"\"") => {
            Death::Undated
        }
        None if bad.read("deceasedBoolean", raw.deceased_boolean) == Some(true) => Death::Undated,
        None => Death::NotStated,
    };
    Person {
        name: name(raw, bad),
        sex,
        birth_date: bad.date("birthDate", raw.birth_date),
        death,
        living_alone: None,
        schooling_years: None,
        source: PersonSource::Fhir,
    }
}

fn sex_at_birth(raw: &Raw<'_>, bad: &mut BadFields) -> Option<Sex> {
    let extensions: Many<Extension<'_>> = bad.read("extension", raw.extension)?;
    let birth_sex = extensions.0.iter().find(|extension| {
        extension.url.as_ref().is_some_and(|url| url.as_str().ends_with("/us-core-birthsex"))
    })?;
    match birth_sex.code?.get() {
        "\"F\"" => Some(Sex::Female),
        "\"M\"" => Some(Sex::Male),
        _ => None,
    }
}

fn name(raw: &Raw<'_>, bad: &mut BadFields) -> Option<String> {
    let names: Many<Name<'_>> = bad.read("name", raw.name)?;
    let rank = |name: &&Name<'_>| match name.kind.as_ref().map(Text::as_str) {
        Some("official") => 0,
        Some("usual") => 1,
        None => 2,
        Some("old" | "maiden") => 4,
        Some(_) => 3,
    };
    let name = names.0.iter().min_by_key(rank)?;
    let part = |words: &Option<Words<'_>>| words.as_ref().map(Words::joined).unwrap_or_default();
    let whole = format!("{} {}", part(&name.given), part(&name.family));
    let whole = if whole.trim().is_empty() {
        name.text.as_ref().map_or("", Text::as_str).to_owned()
    } else {
        whole.trim().to_owned()
    };
    (!whole.is_empty()).then_some(whole)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Link<'a> {
    #[serde(borrow)]
    other: Option<Reference<'a>>,
    #[serde(borrow, rename = "type")]
    kind: Option<Text<'a>>,
}

/// Patients whom this one replaces, or who replace it: the id, and whether that one is read in the place of this.
pub(in crate::read) fn links(raw: Option<&RawValue>) -> Vec<(String, bool)> {
    let all: Many<Link<'_>> = BadFields::default().read("link", raw).unwrap_or_default();
    let link = |link: &Link<'_>| {
        let is_newer = match link.kind.as_ref()?.as_str() {
            "replaced-by" | "replace" => true,
            "replaces" => false,
            _ => return None,
        };
        let id = link.other.as_ref().map(Reference::id).filter(|id| !id.is_empty())?;
        Some((id.to_owned(), is_newer))
    };
    all.0.iter().filter_map(link).collect()
}

/// The identifiers of a patient beside the id.
pub(in crate::read) fn identifiers<'a>(raw: Option<&'a RawValue>) -> Vec<Identifier<'a>> {
    BadFields::default().read::<Many<Identifier<'_>>>("identifier", raw).unwrap_or_default().0
}
