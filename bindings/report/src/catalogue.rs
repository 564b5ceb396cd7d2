//! The words of one language: `messages/*.ftl`.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentBundle, FluentError, FluentResource};
use jiff::civil::Date;

use crate::language::Language;

#[cfg(feature = "fls")]
const ENGLISH: &str = concat!(include_str!("../messages/en.ftl"), include_str!("../messages/fls_en.ftl"));
#[cfg(not(feature = "fls"))]
const ENGLISH: &str = include_str!("../messages/en.ftl");
#[cfg(feature = "fls")]
const FRENCH: &str = concat!(include_str!("../messages/fr.ftl"), include_str!("../messages/fls_fr.ftl"));
#[cfg(not(feature = "fls"))]
const FRENCH: &str = include_str!("../messages/fr.ftl");

/// The catalogue of a language.
pub struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl core::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Catalogue({})", self.language.code())
    }
}

/// Writes what a message needs: `args! { "t" => "-2.5" }`.
macro_rules! args {
    ($($name:literal => $value:expr),* $(,)?) => {{
        #[allow(unused_mut, reason = "a message may need nothing")]
        let mut args = fluent_bundle::FluentArgs::new();
        $(args.set($name, $value);)*
        args
    }};
}
pub(crate) use args;

/// An id of a document as the catalogue writes it: `has2023.treat` is `has2023-treat`.
#[must_use]
pub(crate) fn key(kind: &str, id: &str) -> String {
    let id: String =
        id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect();
    format!("{kind}-{id}")
}

impl Catalogue {
    /// The catalogue of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let source = match language {
            Language::English => ENGLISH,
            Language::French => FRENCH,
        };
        let mut bundle = FluentBundle::new(language.code().parse().into_iter().collect());
        bundle.set_use_isolating(false);
        // A resource with an error still holds every entry that has none; a test holds both to having none.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
        let _ = bundle.add_resource(resource);
        Self { language, bundle }
    }

    /// Its language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is an entry for an id of this kind: `has("fact", "lowest_t")`.
    #[must_use]
    pub fn has(&self, kind: &str, id: &str) -> bool {
        self.bundle.has_message(&key(kind, id))
    }

    /// What is wrong with the catalogue itself: entries that cannot be read, and entries given twice.
    #[must_use]
    pub fn errors(language: Language) -> Vec<String> {
        let source = if language == Language::English { ENGLISH } else { FRENCH };
        let mut seen = Vec::new();
        let mut errors = Vec::new();
        if let Err((_, found)) = FluentResource::try_new(source.to_owned()) {
            errors.extend(found.iter().map(ToString::to_string));
        }
        for name in Self::ids_of(source) {
            if seen.contains(&name) {
                errors.push(format!("{name} is given twice"));
            }
            seen.push(name);
        }
        errors
    }

    /// Every id of the catalogue.
    #[must_use]
    pub fn ids(language: Language) -> Vec<&'static str> {
        Self::ids_of(if language == Language::English { ENGLISH } else { FRENCH })
    }

    fn ids_of(source: &'static str) -> Vec<&'static str> {
        let lines = source.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
        lines.filter_map(|line| Some(line.split_once(" =")?.0)).collect()
    }

    /// A message; its id where the catalogue lacks it, which a test rules out.
    pub(crate) fn say(&self, id: &str, args: &FluentArgs<'_>) -> String {
        self.find(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// A message that needs nothing.
    pub(crate) fn word(&self, id: &str) -> String {
        self.say(id, &FluentArgs::new())
    }

    /// The entry for an id of a document; the document's own words where there is none.
    pub(crate) fn coded(&self, kind: &str, id: &str, text: &str, args: &FluentArgs<'_>) -> String {
        self.find(&key(kind, id), args).unwrap_or_else(|| text.to_owned())
    }

    /// The name of an id of a document; the id in words where there is none.
    pub(crate) fn name(&self, kind: &str, id: &str) -> String {
        self.find(&key(kind, id), &FluentArgs::new()).unwrap_or_else(|| id.replace('_', " "))
    }

    fn find(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors: Vec<FluentError> = Vec::new();
        let said: Cow<'_, str> = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        // An entry that asks for what is not there would leave a hole in the sentence.
        errors.is_empty().then(|| said.into_owned())
    }

    pub(crate) fn date(&self, date: Date) -> String {
        let month = self.word(&format!("month-{}", date.month()));
        self.say(
            "date",
            &args! { "day" => i64::from(date.day()), "month" => month, "year" => date.year().to_string() },
        )
    }
}
