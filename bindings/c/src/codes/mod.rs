//! Closed sets as codes. 0 is always "not known, or not stated"; a code keeps its meaning for as long as the library lives,
//! and new ones are added at the end.
//!
//! In a structure or a call of the caller a code is an `int32_t`, so that one without a meaning is refused: a value that
//! no enumeration has would be undefined in Rust before anybody could look at it.

mod access;
mod assessment;
mod change;
mod course;
mod drug;
mod fracture;
mod guidance;
mod lab;
mod machine;
mod person;
mod region;

pub(crate) use access::osteon_access_status;
pub(crate) use assessment::{osteon_category, osteon_report_role, osteon_t_source};
pub(crate) use change::{osteon_against, osteon_significance};
pub(crate) use course::osteon_course_status;
pub(crate) use drug::{osteon_drug, osteon_route, osteon_stop_reason};
pub(crate) use fracture::{osteon_cause, osteon_date_is, osteon_fracture_site, osteon_trauma};
pub(crate) use guidance::{osteon_priority, osteon_recommendation, osteon_safety_status, osteon_tier};
pub(crate) use lab::{osteon_comparator, osteon_lab_status, osteon_test_kind, osteon_test_status};
pub(crate) use machine::osteon_manufacturer;
pub(crate) use person::{osteon_ethnicity, osteon_gender_identity, osteon_sex};
pub(crate) use region::{osteon_region, osteon_side};

/// Ties an enumeration of the header to a closed set of the engine: every variant of either has its twin, or it does not
/// compile. What the engine calls unknown is a word of its own here, since `Unknown` is "not stated".
macro_rules! mirrors {
    ($Code:ident, $Choice:path, { $($Variant:ident),+ $(,)? } $($Own:ident is $Its:ident)?) => {
        impl From<$Choice> for $Code {
            fn from(one: $Choice) -> Self {
                use $Choice as Choice;
                match one { $(Choice::$Variant => Self::$Variant,)+ $(Choice::$Its => Self::$Own,)? }
            }
        }

        impl From<Option<$Choice>> for $Code {
            fn from(one: Option<$Choice>) -> Self {
                one.map_or(Self::Unknown, Self::from)
            }
        }

        impl $Code {
            /// What a caller's code stands for; nothing for 0.
            #[allow(dead_code, reason = "some are only ever given, never taken")]
            pub(crate) fn read(code: i32) -> $crate::abi::Outcome<Option<$Choice>> {
                use $Choice as Choice;
                // Both ways stand here, so that neither list can be short of the other.
                match code {
                    0 => Ok(None),
                    $(code if code == Self::$Variant as i32 => Ok(Some(Choice::$Variant)),)+
                    $(code if code == Self::$Own as i32 => Ok(Some(Choice::$Its)),)?
                    _ => Err($crate::abi::Failure::of(
                        $crate::abi::osteon_status::UnknownCode,
                        format!(concat!("{} is no ", stringify!($Code)), code),
                    )),
                }
            }

            /// Each with the word of the documents.
            #[cfg(test)]
            pub(crate) fn words() -> Vec<(i32, &'static str)> {
                use $Choice as Choice;
                vec![
                    $((Self::$Variant as i32, Choice::$Variant.as_str()),)+
                    $((Self::$Own as i32, Choice::$Its.as_str()),)?
                ]
            }
        }
    };
}
pub(crate) use mirrors;
