//! The order in which the fields of a type are declared; a schema keeps them by their letters.

use osteon::document::assessment::{
    Assessment, Assumed, Benefit, Change, Diagnosis, EngineInfo, ModelNotice, Reason, Risk, RiskVariant,
    Score, Tbs,
};
use osteon::document::guidance::{
    Access, Course, Disagreement, FactChange, Guideline, NextDxa, PredicateTrace, RuleTrace, Safety,
    SafetyRule, Triage, WorkUp, WouldChange,
};
use osteon::document::{
    CrossCalibration, Fracture, Frax, Glucocorticoid, History, Lab, Lms, Options, Patient, RiskFactors, Scan,
    ScanRegion, SpineImaging, Treatment,
};
use osteon::error::Refusal;
use serde::de::value::Error;
use serde::de::{Deserialize, Deserializer, Error as _, Visitor};

/// The fields of each type, by the name that it has in a schema.
pub(super) fn of(name: &str) -> Option<&'static [&'static str]> {
    macro_rules! one_of {
        ($($Type:ident)+) => {
            match name {
                $(stringify!($Type) => fields::<$Type>(),)+
                _ => return None,
            }
        };
    }
    let fields = one_of!(
        Access Assessment Assumed Benefit Change Course CrossCalibration Diagnosis Disagreement EngineInfo FactChange
        Fracture Frax Glucocorticoid Guideline History Lab Lms ModelNotice NextDxa Options Patient PredicateTrace
        Reason Refusal Risk RiskFactors RiskVariant RuleTrace Safety SafetyRule Scan ScanRegion Score SpineImaging Tbs
        Treatment Triage WorkUp WouldChange
    );
    Some(fields)
}

/// What a type asks its reader for.
fn fields<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    let mut asked: &'static [&'static str] = &[];
    // It never gets an answer: that it asked is all that is wanted.
    drop(T::deserialize(Asked(&mut asked)));
    asked
}

struct Asked<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Asked<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("not a struct"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        *self.0 = fields;
        Err(Error::custom("asked"))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
