//! Reading an object of a document by the list of its keys: one piece of code for all of them, where derived code would
//! be one for each key of each object.

use core::fmt;

use jiff::civil::Date;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, VariantAccess,
    Visitor,
};

use super::patient::Id;
use super::slot::{Choice, Slot};

/// An object of a document in which every field may be unknown.
pub(crate) trait Section {
    /// Its keys.
    fn keys(&self) -> &'static [&'static str];

    /// Reads the value of the key at this place.
    fn read<'de, A: MapAccess<'de>>(&mut self, place: usize, map: &mut A) -> Result<(), A::Error>;
}

/// Reads an object into a section.
pub(crate) struct Reader<'s, S> {
    /// What was expected, in the words of serde.
    pub(crate) name: &'static str,
    /// Where it goes.
    pub(crate) section: &'s mut S,
}

impl<'de, S: Section> Visitor<'de> for Reader<'_, S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let keys = self.section.keys();
        let mut seen = 0_u128;
        while let Some(place) = map.next_key_seed(PlaceIn(keys))? {
            if seen >> place & 1 == 1 {
                return Err(Error::duplicate_field(keys.get(place).copied().unwrap_or_default()));
            }
            seen |= 1 << place;
            self.section.read(place, &mut map)?;
        }
        Ok(())
    }
}

/// The place of a key in a list.
#[derive(Clone, Copy)]
struct PlaceIn(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for PlaceIn {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for PlaceIn {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("field identifier")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        let place = self.0.iter().position(|known| *known == key);
        place.ok_or_else(|| Error::unknown_field(key, self.0))
    }
}

/// Reads the value of a key into its field.
#[inline(never)]
pub(super) fn slot<'de, A: MapAccess<'de>>(
    slot: Slot<'_>,
    key: &'static str,
    map: &mut A,
) -> Result<(), A::Error> {
    match slot {
        Slot::Flag(field) => *field = map.next_value()?,
        Slot::Number(field) => *field = map.next_value()?,
        Slot::Count(field) => *field = map.next_value()?,
        Slot::Date(field) => *field = map.next_value::<Option<Day>>()?.map(|Day(day)| day),
        // The identifiers of some hospitals are numbers.
        Slot::Text(field) if key == "id" => *field = map.next_value::<Option<Id>>()?.map(Id::text),
        Slot::Text(field) => *field = map.next_value()?,
        Slot::Choice(choice) => map.next_value_seed(Chosen(choice))?,
        Slot::Nested => {
            map.next_value::<IgnoredAny>()?;
        }
    }
    Ok(())
}

/// A day, read as jiff reads it. Jiff's own reader carries the sentences of all its errors, of which no refusal shows
/// one.
struct Day(Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(DayVisitor)
    }
}

struct DayVisitor;

impl Visitor<'_> for DayVisitor {
    type Value = Day;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Day, E> {
        text.parse().map(Day).map_err(|_| Error::custom("not a date"))
    }
}

/// One of a closed set, or null.
struct Chosen<'c>(&'c mut dyn Choice);

impl<'de> DeserializeSeed<'de> for Chosen<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Chosen<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("option")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.0.clear();
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let keys = self.0.keys();
        deserializer.deserialize_enum("", keys, Word(self.0))
    }
}

/// One of a closed set.
struct Word<'c>(&'c mut dyn Choice);

impl<'de> Visitor<'de> for Word<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one of a closed set")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<(), A::Error> {
        let ((), variant) = data.variant_seed(self)?;
        variant.unit_variant()
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<(), E> {
        let keys = self.0.keys();
        if self.0.set_key(word) { Ok(()) } else { Err(Error::unknown_variant(word, keys)) }
    }
}

impl<'de> DeserializeSeed<'de> for Word<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_identifier(self)
    }
}
