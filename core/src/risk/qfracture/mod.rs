//! QFracture-2012 (Hippisley-Cox and Coupland, BMJ 2012;344:e3427) and QFracture-2016: the risks of any
//! osteoporotic fracture and of hip fracture, from the questions of a general practice, without BMD.
//!
//! One engine with two tables of coefficients (`data/risk/qfracture_coefficients.csv`); four equations a
//! release. The two equations of a sex were fitted apart, so that hip can exceed any fracture:
//! [`Pair::hip_exceeds_any`]. Neither release reckons with death from other causes, and the number is no
//! FRAX probability.
//!
//! # Where the published equations fall although one expects a rise
//!
//! The terms add up without interactions, so that each exception holds for everybody of that sex; the
//! size is the change of the linear predictor, in which 0.01 is about 1 % of the risk.
//!
//! | what | 2012 any W | 2012 any M | 2012 hip W | 2012 hip M | 2016 any W | 2016 any M | 2016 hip W | 2016 hip M |
//! |---|---|---|---|---|---|---|---|---|
//! | age 30 to 31 | | -0.0176 | | | | -0.0108 | | |
//! | age 31 to 32 | | -0.0134 | | | | -0.0068 | | |
//! | age 32 to 33 | | -0.0095 | | | | -0.0031 | | |
//! | age 33 to 34 | | -0.0058 | | | | | | |
//! | age 34 to 35 | | -0.0022 | | | | | | |
//! | BMI 40 down to the lowest of the men's curve | | -0.0075 at 36.9 | | | | -0.0074 at 37.0 | | |
//! | alcohol none to trivial | | -0.0753 | -0.1286 | -0.1883 | -0.0161 | -0.1130 | -0.1262 | -0.1989 |
//! | alcohol trivial to light | | | | | | | -0.0111 | -0.0624 |
//! | alcohol heavy to very heavy | | | | | -0.0329 | | | |
//! | smoking never to former | | -0.0008 | | -0.0156 | | | | |
//! | smoking light to moderate | | | | | -0.0093 | | | |
//!
//! Every ethnic group lies below white or not recorded, oestrogen lowers both risks of women, and every
//! other factor raises each risk that has a term for it. An earlier fracture raises the risk of any
//! fracture by little in women (2012: 0.08) and is no term of it since 2016; a parent's history raises
//! it by much in men (2012: 1.70). Both stand so in the equations as released.

mod answer;
mod column_refusals;
mod columns;
mod equations;
mod fractures;
mod inputs;
mod limits {
    //! The rows of `data/risk/qfracture_limits.csv`.
    include!(concat!(env!("OUT_DIR"), "/qfracture_limits.rs"));
}
mod read;
mod readings;
mod refused;
mod terms;

pub(crate) use answer::{answer_2012, answer_2016, numbers_2012, numbers_2016, open_2012, open_2016};
pub use columns::{ColumnEquations, ColumnRisks, Columns};
pub use equations::{AGE_YEARS, BMI_KG_M2, Pair, Version, risk};
pub use inputs::{Alcohol, Factor, Factors, Inputs};
pub(crate) use read::Read;
pub(crate) use readings::fields;
pub use refused::Refused;
