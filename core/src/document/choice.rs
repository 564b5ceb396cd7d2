//! Closed sets of the documents: each value has one spelling, in snake_case.

/// Declares a closed set whose values are written as strings in the documents.
///
/// The spelling is stated once; serde, the schema, `ALL`, `as_str` and `from_key` follow from it.
macro_rules! choice {
    ($(#[$meta:meta])* pub enum $Name:ident { $($(#[$vmeta:meta])* $Variant:ident = $key:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $Name {
            $(
                #[doc = concat!("`", $key, "`")]
                $(#[$vmeta])*
                #[serde(rename = $key)]
                $Variant,
            )+
        }

        impl $Name {
            /// Every value, in the order of the documents.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];
            /// Every spelling, in the same order.
            pub const KEYS: &'static [&'static str] = &[$($key),+];

            /// The spelling used in documents.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$Variant => $key),+ }
            }

            /// The value with this spelling.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.get($crate::document::choice::place_of(key, Self::KEYS)?).copied()
            }
        }

        impl core::fmt::Display for $Name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::error::Shown for $Name {
            fn shown(self) -> $crate::error::Words { self.as_str().into() }
        }

        impl $crate::document::slot::Choice for Option<$Name> {
            fn set_key(&mut self, key: &str) -> bool {
                let value = $Name::from_key(key);
                if value.is_some() {
                    *self = value;
                }
                value.is_some()
            }
            fn key(&self) -> Option<&'static str> { self.map($Name::as_str) }
            fn keys(&self) -> &'static [&'static str] { $Name::KEYS }
            fn clear(&mut self) { *self = None; }
        }

        impl $crate::document::slot::Slotted for $Name {
            fn slot(value: &mut Option<Self>) -> $crate::document::slot::Slot<'_> {
                $crate::document::slot::Slot::Choice(value)
            }

            fn write<M: serde::ser::SerializeMap>(
                &self,
                key: &'static str,
                map: &mut M,
            ) -> Result<(), M::Error> {
                $crate::document::slot::entry(self.as_str(), key, map)
            }
        }
    };
}
pub(crate) use choice;

/// The place of a spelling among those of a closed set: one piece of code for all of them.
#[inline(never)]
pub(crate) fn place_of(key: &str, keys: &[&str]) -> Option<usize> {
    // Mostly it is the very string of the list.
    let same = keys.iter().position(|known| core::ptr::eq(*known, key));
    same.or_else(|| keys.iter().position(|known| *known == key))
}

choice! {
    /// The sex used for references.
    pub enum Sex { Female = "female", Male = "male", }
}

choice! {
    /// How a person describes their gender; chooses the Z-score reference by the ISCD 2019 rule.
    pub enum GenderIdentity {
        Female = "female",
        Male = "male",
        NonConforming = "non_conforming",
        Other = "other",
    }
}

choice! {
    /// Chooses a Z-score reference and nothing else.
    pub enum Ethnicity {
        White = "white",
        Black = "black",
        MexicanAmerican = "mexican_american",
        Hispanic = "hispanic",
        Asian = "asian",
        Other = "other",
    }
}

choice! {
    /// The ethnic groups of the QFracture equations.
    pub enum QfractureEthnicity {
        WhiteOrNotRecorded = "white_or_not_recorded",
        Indian = "indian",
        Pakistani = "pakistani",
        Bangladeshi = "bangladeshi",
        OtherAsian = "other_asian",
        BlackCaribbean = "black_caribbean",
        BlackAfrican = "black_african",
        Chinese = "chinese",
        Other = "other",
    }
}

choice! {
    /// A section of the patient document in which everything was asked.
    pub enum Section {
        Fractures = "fractures",
        RiskFactors = "risk_factors",
        History = "history",
        Treatments = "treatments",
        Labs = "labs",
    }
}

choice! {
    /// The makers of the densitometers whose references are known.
    pub enum Manufacturer { Hologic = "hologic", GeLunar = "ge_lunar", Norland = "norland", }
}

choice! {
    /// A region of a DXA scan. Spine, neck, total hip and radius 33 % diagnose; the others never do.
    pub enum Region {
        LumbarSpine = "lumbar_spine",
        FemoralNeck = "femoral_neck",
        TotalHip = "total_hip",
        Trochanter = "trochanter",
        Intertrochanter = "intertrochanter",
        Wards = "wards",
        Radius33 = "radius_33",
        RadiusUd = "radius_ud",
        RadiusMid = "radius_mid",
        RadiusTotal = "radius_total",
        TotalBody = "total_body",
    }
}

impl Region {
    /// Whether the WHO class may rest on this region (ISCD).
    #[must_use]
    pub const fn diagnoses(self) -> bool {
        matches!(self, Self::LumbarSpine | Self::FemoralNeck | Self::TotalHip | Self::Radius33)
    }

    /// Whether the region belongs to the proximal femur.
    #[must_use]
    pub const fn is_hip(self) -> bool {
        matches!(
            self,
            Self::FemoralNeck | Self::TotalHip | Self::Trochanter | Self::Intertrochanter | Self::Wards
        )
    }
}

choice! {
    /// The side of a region, as a report prints it.
    pub enum Side { Left = "left", Right = "right", Mean = "mean", Difference = "difference", }
}

choice! {
    /// A lumbar vertebra.
    pub enum Vertebra { L1 = "L1", L2 = "L2", L3 = "L3", L4 = "L4", }
}
