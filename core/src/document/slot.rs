//! One way to reach any field of the patient document by its name, for faces that read tables.

use jiff::civil::Date;

/// A closed set behind a field whose type the caller need not know.
pub trait Choice {
    /// Sets the value with this spelling; `false` if there is none.
    fn set_key(&mut self, key: &str) -> bool;
    /// The present spelling.
    fn key(&self) -> Option<&'static str>;
    /// The spellings allowed.
    fn keys(&self) -> &'static [&'static str];
    /// Makes the field unknown.
    fn clear(&mut self);
}

/// A field of a document, open for writing; `None` in it is "unknown".
#[non_exhaustive]
pub enum Slot<'a> {
    /// Yes or no.
    Flag(&'a mut Option<bool>),
    /// A number with the unit of the field's name.
    Number(&'a mut Option<f64>),
    /// A whole number.
    Count(&'a mut Option<u32>),
    /// Free text.
    Text(&'a mut Option<String>),
    /// A date.
    Date(&'a mut Option<Date>),
    /// One of a closed set.
    Choice(&'a mut dyn Choice),
    /// An object with keys of its own.
    Nested,
}

/// How a type that is written as it is stands in a document.
macro_rules! written {
    () => {
        fn write<M: serde::ser::SerializeMap>(&self, key: &'static str, map: &mut M) -> Result<(), M::Error> {
            $crate::document::slot::entry(self, key, map)
        }
    };
}
pub(crate) use written;

/// Types that can stand in a document field.
pub trait Slotted: Sized {
    /// Opens the field.
    fn slot(value: &mut Option<Self>) -> Slot<'_>;

    /// Whether the field is one of yes or no.
    const IS_FLAG: bool = false;

    /// What the field says, where it is one of yes or no.
    #[inline(always)]
    fn yes_or_no(_: &Option<Self>) -> Option<bool> {
        None
    }

    /// Makes the field that, where it is one of yes or no.
    #[inline(always)]
    fn say(_: &mut Option<Self>, _: Option<bool>) {}

    /// Reads the value of a key.
    ///
    /// # Errors
    /// A value of another type.
    #[inline(always)]
    fn read<'de, A: serde::de::MapAccess<'de>>(
        value: &mut Option<Self>,
        key: &'static str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        super::read::slot(Self::slot(value), key, map)
    }

    /// Writes the value of a key that is known.
    ///
    /// # Errors
    /// Those of the writer.
    fn write<M: serde::ser::SerializeMap>(&self, key: &'static str, map: &mut M) -> Result<(), M::Error>;
}

/// Writes the value of a key: one piece of code for each type, where derived code would be one for each key.
#[inline(never)]
pub(crate) fn entry<T: ?Sized + serde::Serialize, M: serde::ser::SerializeMap>(
    value: &T,
    key: &'static str,
    map: &mut M,
) -> Result<(), M::Error> {
    map.serialize_entry(key, value)
}

/// Declares types with keys or entries of their own.
macro_rules! nested {
    ($($ty:ty),+ $(,)?) => {
        $(impl $crate::document::slot::Slotted for $ty {
            fn slot(_: &mut Option<Self>) -> $crate::document::slot::Slot<'_> {
                $crate::document::slot::Slot::Nested
            }

            fn read<'de, A: serde::de::MapAccess<'de>>(
                value: &mut Option<Self>,
                _: &'static str,
                map: &mut A,
            ) -> Result<(), A::Error> {
                *value = map.next_value()?;
                Ok(())
            }

            $crate::document::slot::written!();
        })+
    };
}
pub(crate) use nested;

impl Slotted for bool {
    fn slot(value: &mut Option<Self>) -> Slot<'_> {
        Slot::Flag(value)
    }

    const IS_FLAG: bool = true;

    #[inline(always)]
    fn yes_or_no(value: &Option<Self>) -> Option<bool> {
        *value
    }

    #[inline(always)]
    fn say(field: &mut Option<Self>, said: Option<bool>) {
        *field = said;
    }

    written!();
}

macro_rules! slotted {
    ($($ty:ty => $Variant:ident,)+) => {
        $(impl Slotted for $ty {
            fn slot(value: &mut Option<Self>) -> Slot<'_> { Slot::$Variant(value) }

            written!();
        })+
    };
}
slotted! { f64 => Number, u32 => Count, String => Text, Date => Date, }

/// Declares an object of the patient document in which every field may be unknown.
///
/// The fields are stated once; reading, writing, the schema, `KEYS` and `slot_of` follow from them.
macro_rules! section {
    ($(#[$meta:meta])* pub struct $Name:ident { $($(#[$fmeta:meta])* $field:ident: $ty:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(deny_unknown_fields))]
        pub struct $Name {
            $($(#[$fmeta])* #[cfg_attr(feature = "schema", serde(default))] pub $field: Option<$ty>,)+
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let mut map = serializer.serialize_map(None)?;
                $(
                    if let Some(value) = &self.$field {
                        $crate::document::slot::Slotted::write(value, stringify!($field), &mut map)?;
                    }
                )+
                map.end()
            }
        }

        // Which keys were there is kept in as many bits.
        const _: () = assert!($Name::KEYS.len() <= 128);

        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut section = Self::default();
                let reader = $crate::document::read::Reader {
                    name: concat!("struct ", stringify!($Name)),
                    section: &mut section,
                };
                deserializer.deserialize_struct(stringify!($Name), Self::KEYS, reader)?;
                Ok(section)
            }
        }

        impl $crate::document::read::Section for $Name {
            fn keys(&self) -> &'static [&'static str] { Self::KEYS }

            #[allow(unused_assignments, reason = "the last place is counted too")]
            fn read<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                place: usize,
                map: &mut A,
            ) -> Result<(), A::Error> {
                let mut at = 0;
                $(
                    if place == at {
                        return <$ty as $crate::document::slot::Slotted>::read(
                            &mut self.$field, stringify!($field), map,
                        );
                    }
                    at += 1;
                )+
                Ok(())
            }
        }

        impl $Name {
            /// The keys of this object.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($field)),+];

            /// Which of the keys are of yes or no.
            const FLAGS: &'static [bool] = &[$(<$ty as $crate::document::slot::Slotted>::IS_FLAG),+];

            /// A set of keys of yes or no, for [`Stated::any`]($crate::document::stated::Stated::any).
            #[must_use]
            pub const fn keys(names: &[&str]) -> $crate::document::stated::KeySet {
                $crate::document::stated::KeySet::named(Self::KEYS, Self::FLAGS, names)
            }

            /// What is stated of the keys of yes or no.
            #[must_use]
            pub fn stated(&self) -> $crate::document::stated::Stated {
                let mut flags = $crate::document::stated::Unpacked::default();
                $(flags.put(&self.$field);)+
                flags.packed()
            }

            /// The statement that this key, if it is one of yes or no, is so.
            #[allow(dead_code, reason = "columns state risk factors and history only")]
            pub(crate) fn yes(key: &str) -> Option<$crate::document::stated::Stated> {
                $crate::document::stated::Stated::yes(Self::KEYS, Self::FLAGS, key)
            }

            /// Makes every key of yes or no what is stated of it.
            #[allow(dead_code, reason = "columns state risk factors and history only")]
            pub(crate) fn state(&mut self, stated: $crate::document::stated::Stated) {
                let mut flags = stated.each();
                $(flags.set(&mut self.$field);)+
            }

            /// The way to a field by its key.
            #[must_use]
            pub fn slot_of(key: &str) -> Option<for<'a> fn(&'a mut Self) -> $crate::document::slot::Slot<'a>> {
                match key {
                    $(stringify!($field) => Some(|section| <$ty as $crate::document::slot::Slotted>::slot(&mut section.$field)),)+
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use section;
