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

/// Types that can stand in a document field.
pub trait Slotted: Sized {
    /// Opens the field.
    fn slot(value: &mut Option<Self>) -> Slot<'_>;

    /// What the field says, where it is one of yes or no.
    #[inline(always)]
    fn yes_or_no(_: &Option<Self>) -> Option<bool> {
        None
    }
}

impl Slotted for bool {
    fn slot(value: &mut Option<Self>) -> Slot<'_> {
        Slot::Flag(value)
    }

    #[inline(always)]
    fn yes_or_no(value: &Option<Self>) -> Option<bool> {
        *value
    }
}

macro_rules! slotted {
    ($($ty:ty => $Variant:ident,)+) => {
        $(impl Slotted for $ty {
            fn slot(value: &mut Option<Self>) -> Slot<'_> { Slot::$Variant(value) }
        })+
    };
}
slotted! { f64 => Number, u32 => Count, String => Text, Date => Date, }

/// Declares an object of the patient document in which every field may be unknown.
///
/// The fields are stated once; serde, the schema, `KEYS` and `slot_of` follow from them.
macro_rules! section {
    ($(#[$meta:meta])* pub struct $Name:ident { $($(#[$fmeta:meta])* $field:ident: $ty:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $Name {
            $($(#[$fmeta])* #[serde(default, skip_serializing_if = "Option::is_none")] pub $field: Option<$ty>,)+
        }

        impl $Name {
            /// The keys of this object.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($field)),+];

            /// A set of keys, for [`Stated::any`]($crate::document::stated::Stated::any).
            #[must_use]
            pub const fn keys(names: &[&str]) -> $crate::document::stated::KeySet {
                $crate::document::stated::KeySet::named(Self::KEYS, names)
            }

            /// What is stated of the keys of yes or no.
            #[must_use]
            pub fn stated(&self) -> $crate::document::stated::Stated {
                let mut said = $crate::document::stated::Stated::default();
                let mut place = 0;
                $(
                    said.put(place, &self.$field);
                    place += 1;
                )+
                let _ = place;
                said
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
