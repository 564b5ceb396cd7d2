#![allow(missing_docs)]
pub mod caller;
pub mod label {
    use crate::document::*;
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Model(u8);
    impl Model {
        pub fn manufacturer(self) -> Manufacturer {
            Manufacturer::Hologic
        }
    }
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Database {
        pub sex: Option<Sex>,
    }
    pub fn recognise_model(_: &str) -> Option<Model> {
        None
    }
    pub fn recognise_database(_: &str, _: Option<Manufacturer>) -> Option<Database> {
        None
    }
}
pub mod young_adult {
    use super::label::*;
    use crate::citation::*;
    use crate::document::*;
    #[derive(Clone, Copy, Debug)]
    pub struct YoungAdult {
        pub id: &'static str,
        pub mean: f64,
        pub sd: f64,
        pub sex: Sex,
        pub citation: CitationId,
        pub confidence: Confidence,
    }
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Unit {
        GPerCm2,
        SbmdMgPerCm2,
    }
    pub enum NotFound {
        NoReference,
        ModelNeeded,
        ManufacturerNeeded,
    }
    pub fn find(
        _: Option<Manufacturer>,
        _: Option<Model>,
        _: Option<Database>,
        _: Sex,
        _: Region,
        _: Vertebrae,
        _: Unit,
    ) -> Result<&'static YoungAdult, NotFound> {
        Err(NotFound::NoReference)
    }
    pub fn candidates(
        _: Option<Manufacturer>,
        _: Option<Model>,
        _: Option<Database>,
        _: Region,
        _: Vertebrae,
        _: Unit,
    ) -> impl Iterator<Item = &'static YoungAdult> {
        core::iter::empty()
    }
}
pub mod age_matched {
    use crate::citation::*;
    use crate::document::*;
    #[derive(Clone, Copy, Debug)]
    pub struct AgeMatched {
        pub id: &'static str,
        pub citation: CitationId,
        pub confidence: Confidence,
    }
    pub struct At {
        pub mean: f64,
        pub sd: f64,
        pub n: Option<u32>,
    }
    impl AgeMatched {
        pub fn at(&self, _: f64) -> Option<At> {
            None
        }
    }
    pub fn find(_: &str, _: Sex, _: Option<Ethnicity>, _: Region) -> Option<&'static AgeMatched> {
        None
    }
}
pub mod sbmd_equation {
    use crate::citation::*;
    use crate::document::*;
    #[derive(Clone, Copy, Debug)]
    pub struct SbmdEquation {
        pub method: &'static str,
        pub citation: CitationId,
    }
    impl SbmdEquation {
        pub fn to_sbmd_mg_cm2(&self, x: f64) -> f64 {
            x
        }
        pub fn from_sbmd_mg_cm2(&self, x: f64) -> f64 {
            x
        }
    }
    pub struct SbmdError {
        pub percent: f64,
        pub citation: CitationId,
    }
    pub fn find(_: Manufacturer, _: Region, _: Vertebrae, _: Option<&str>) -> Option<&'static SbmdEquation> {
        None
    }
    pub fn error(_: Region, _: Vertebrae) -> Option<&'static SbmdError> {
        None
    }
}
pub mod precision_minimum {
    use crate::citation::*;
    use crate::document::*;
    pub fn cv_percent(_: Region) -> Option<f64> {
        None
    }
    pub fn citation(_: Region) -> Option<CitationId> {
        None
    }
}
pub mod thresholds {
    use crate::citation::*;
    use crate::quantity::Tenths;
    pub const NORMAL_T: Tenths = Tenths::new(-10);
    pub const OSTEOPOROSIS_T: Tenths = Tenths::new(-25);
    pub const LOW_Z: Tenths = Tenths::new(-20);
    pub const VERTEBRA_DIFFERENCE_T: f64 = 1.0;
    pub const LSC_FACTOR_95: f64 = 2.77;
    pub struct TbsLimits {
        pub normal_from: f64,
        pub degraded_to: f64,
        pub scheme: &'static str,
        pub citation: CitationId,
    }
    pub static TBS: TbsLimits =
        TbsLimits { normal_from: 1.35, degraded_to: 1.2, scheme: "manufacturer", citation: ids::WHO1994 };
}
