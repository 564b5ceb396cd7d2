//! The words of one language: `messages/*.ftl`, as the build script has read them.

use std::borrow::Cow;
use std::fmt::Write as _;

use jiff::civil::Date;

use crate::language::Language;

/// Every entry of a language, by id: what `build.rs` describes.
fn entries(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    let patterns = match language {
        Language::English => include_str!(concat!(env!("OUT_DIR"), "/en")),
        Language::French => include_str!(concat!(env!("OUT_DIR"), "/fr")),
    };
    let ids = include_str!(concat!(env!("OUT_DIR"), "/ids"));
    ids.split('\x06').zip(patterns.split('\x06')).filter(|(_, pattern)| !pattern.is_empty())
}

/// The catalogue of a language.
pub struct Catalogue {
    language: Language,
    /// The ids, in order, with their patterns.
    entries: Vec<(&'static str, &'static str)>,
}

impl core::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Catalogue({})", self.language.code())
    }
}

/// What a message is given.
pub(crate) enum Value<'a> {
    Text(Cow<'a, str>),
    Number(f64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

macro_rules! numbers {
    ($($ty:ty)+) => {
        $(impl From<$ty> for Value<'_> {
            fn from(number: $ty) -> Self {
                Self::Number(number as f64)
            }
        })+
    };
}
numbers! { f64 i64 u32 }

/// What a message is given, by name.
#[derive(Default)]
pub(crate) struct Args<'a>(Vec<(Cow<'static, str>, Value<'a>)>);

impl<'a> Args<'a> {
    pub(crate) fn set(&mut self, name: impl Into<Cow<'static, str>>, value: Value<'a>) {
        self.0.push((name.into(), value));
    }

    fn get(&self, name: &str) -> Option<&Value<'a>> {
        self.0.iter().find_map(|(known, value)| (known == name).then_some(value))
    }
}

/// Writes what a message needs: `args! { "t" => "-2.5" }`.
macro_rules! args {
    ($($name:literal => $value:expr),* $(,)?) => {{
        #[allow(unused_mut, reason = "a message may need nothing")]
        let mut args = $crate::catalogue::Args::default();
        $(args.set($name, $value.into());)*
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
        Self { language, entries: entries(language).collect() }
    }

    /// Its language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is an entry for an id of this kind: `has("fact", "lowest_t")`.
    #[must_use]
    pub fn has(&self, kind: &str, id: &str) -> bool {
        self.pattern(&key(kind, id)).is_some()
    }

    /// Every id of the catalogue.
    #[must_use]
    pub fn ids(language: Language) -> Vec<&'static str> {
        entries(language).map(|(id, _)| id).collect()
    }

    /// A message; its id where the catalogue lacks it, which a test rules out.
    pub(crate) fn say(&self, id: &str, args: &Args<'_>) -> String {
        self.find(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// A message that needs nothing.
    pub(crate) fn word(&self, id: &str) -> String {
        self.say(id, &Args::default())
    }

    /// The entry for an id of a document; the document's own words where there is none.
    pub(crate) fn coded(&self, kind: &str, id: &str, text: &str, args: &Args<'_>) -> String {
        self.find(&key(kind, id), args).unwrap_or_else(|| text.to_owned())
    }

    /// The name of an id of a document; the id in words where there is none.
    pub(crate) fn name(&self, kind: &str, id: &str) -> String {
        self.find(&key(kind, id), &Args::default()).unwrap_or_else(|| id.replace('_', " "))
    }

    fn pattern(&self, id: &str) -> Option<&'static str> {
        let place = self.entries.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
        self.entries.get(place).map(|(_, pattern)| *pattern)
    }

    /// An entry that asks for what is not there says nothing: it would leave a hole in the sentence.
    fn find(&self, id: &str, args: &Args<'_>) -> Option<String> {
        let mut said = String::new();
        self.fill(self.pattern(id)?, args, &mut said)?;
        Some(said)
    }

    fn fill(&self, pattern: &str, args: &Args<'_>, said: &mut String) -> Option<()> {
        let mut rest = pattern;
        while let Some((text, placeable)) = rest.split_once(['\x01', '\x03']) {
            said.push_str(text);
            let (name, after) = placeable.split_once('\x02')?;
            let value = args.get(name)?;
            let chooses = rest.as_bytes().get(text.len()) == Some(&3);
            rest = if chooses {
                let (variants, after) = after.split_once('\x05')?;
                self.fill(self.variant(variants, value)?, args, said)?;
                after
            } else {
                match value {
                    Value::Text(text) => said.push_str(text),
                    Value::Number(number) => write!(said, "{number}").ok()?,
                }
                after
            };
        }
        said.push_str(rest);
        Some(())
    }

    /// The pattern for a value; the last one where none is for it.
    fn variant<'p>(&self, variants: &'p str, value: &Value<'_>) -> Option<&'p str> {
        let number = match value {
            Value::Text(_) => String::new(),
            Value::Number(number) => format!("#{number}"),
        };
        let is_for = |key: &str| match value {
            Value::Text(text) => key == text,
            Value::Number(number_of) => {
                key == number || key == if self.language.is_one(*number_of) { "one" } else { "other" }
            }
        };
        let mut last = None;
        for (key, pattern) in variants.split('\x04').filter_map(|variant| variant.split_once('\x02')) {
            last = Some(pattern);
            if is_for(key) {
                break;
            }
        }
        last
    }

    pub(crate) fn date(&self, date: Date) -> String {
        let month = self.word(&format!("month-{}", date.month()));
        self.say(
            "date",
            &args! { "day" => i64::from(date.day()), "month" => month, "year" => date.year().to_string() },
        )
    }
}
