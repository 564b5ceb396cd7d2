//! QFracture of columns, by its equations alone.

use osteon::document::{QfractureEthnicity, Sex, Smoking};
use osteon::risk::qfracture::{Alcohol, ColumnEquations, ColumnRisks, Columns, Factor, Refused, Version};
use osteon::risk::{Model, notice};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::refused::{Thrown, not_a_choice, one};

/// Both risks of each row; each is taken once.
#[wasm_bindgen]
#[derive(Debug)]
pub struct QfractureRisks {
    any_percent: Vec<f64>,
    hip_percent: Vec<f64>,
    refused: Vec<u8>,
    notice: &'static str,
}

#[wasm_bindgen]
impl QfractureRisks {
    /// What must be shown beside the numbers.
    #[must_use]
    pub fn notice(&self) -> String {
        self.notice.to_owned()
    }

    /// Any osteoporotic fracture, %; NaN where the row is refused.
    pub fn any_percent(&mut self) -> Vec<f64> {
        core::mem::take(&mut self.any_percent)
    }

    /// Hip fracture, %; NaN where the row is refused.
    pub fn hip_percent(&mut self) -> Vec<f64> {
        core::mem::take(&mut self.hip_percent)
    }

    /// 0 where there is an answer, else why there is none, as a place in the list of `qfractureWords("refused")` from 1.
    pub fn refused(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.refused)
    }
}

/// The risks of each row. Codes are places in the lists of [`qfracture_words`].
///
/// # Errors
/// A version that is none, years outside its range, and columns of different lengths.
#[wasm_bindgen(js_name = qfractureRisks)]
#[expect(clippy::too_many_arguments, reason = "the inputs of the equations, one column each")]
pub fn qfracture_risks(
    version: &str,
    years: u8,
    sex: &[u8],
    age_years: &[u8],
    bmi_kg_m2: &[f64],
    alcohol: &[u8],
    ethnicity: &[u8],
    smoking: &[u8],
    factors: &[u32],
) -> Result<QfractureRisks, Thrown> {
    let versions = ["2012", "2016"];
    let (version, model) = match version {
        "2012" => (Version::V2012, "qfracture2012"),
        "2016" => (Version::V2016, "qfracture2016"),
        _ => return Err(not_a_choice("version", version, &versions)),
    };
    let equations = ColumnEquations::new(version, years).map_err(one)?;
    let rows = age_years.len();
    let mut risks = QfractureRisks {
        any_percent: vec![0.0; rows],
        hip_percent: vec![0.0; rows],
        refused: vec![0; rows],
        notice: Model::from_id(model).and_then(notice::of).map_or("", |notice| notice.text),
    };
    let people = Columns { validity: None, sex, age_years, bmi_kg_m2, alcohol, ethnicity, smoking, factors };
    let out = ColumnRisks {
        any_percent: &mut risks.any_percent,
        hip_percent: &mut risks.hip_percent,
        validity: &mut vec![0; rows.div_ceil(8)],
        refused: &mut risks.refused,
    };
    osteon_wasm_columns::qfracture(&equations, &people, out).map_err(one)?;
    Ok(risks)
}

/// The factors of each row in bits, from a column of bytes a factor, one after another: 1 is present, 0 absent, and a
/// row with another is refused. `bits` has the place of each in `qfractureWords("factors")`.
#[wasm_bindgen(js_name = qfractureFactorSets)]
#[must_use]
pub fn qfracture_factor_sets(bits: &[u8], columns: &[u8], rows: usize) -> Vec<u32> {
    let mut sets = vec![0; rows];
    osteon_wasm_columns::factor_sets(bits, columns, &mut sets);
    sets
}

/// The closed sets of the columns, in the order of their codes: `sex`, `alcohol`, `ethnicity`, `smoking`, `factors` (by
/// their bits) and `refused`.
///
/// # Errors
/// Another set.
#[wasm_bindgen(js_name = qfractureWords)]
pub fn qfracture_words(set: &str) -> Result<Vec<String>, Thrown> {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    Ok(match set {
        "sex" => owned(Sex::KEYS),
        "alcohol" => owned(Alcohol::KEYS),
        "ethnicity" => owned(QfractureEthnicity::KEYS),
        "smoking" => owned(Smoking::KEYS),
        "factors" => owned(Factor::KEYS),
        "refused" => Refused::ALL.iter().map(|why| why.field().to_owned()).collect(),
        _ => {
            return Err(not_a_choice(
                "set",
                set,
                &["sex", "alcohol", "ethnicity", "smoking", "factors", "refused"],
            ));
        }
    })
}
