//! The same people as QFracture asks of them: everything known, and within its limits.

use osteon::document::{Ethnicity, QfractureEthnicity, Sex, Smoking};
use osteon::risk::qfracture::{Alcohol, Factor, Factors, Inputs};

use super::People;

/// What QFracture asks of one person, with what the body mass index is of.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// As the equations take it.
    pub inputs: Inputs,
    /// Height, cm.
    pub height_cm: f64,
    /// Weight, kg.
    pub weight_kg: f64,
}

/// Body mass index stays clear of the limits of 20 and 40 kg/m2, which rounding may cross.
const BMI: (f64, f64) = (20.5, 39.5);

impl People {
    /// The inputs of QFracture; what is unknown is read as no, as the model's authors do.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        (0..self.rows()).map(|row| self.asked_of(row)).collect()
    }

    fn asked_of(&self, row: usize) -> Asked {
        let number = |name| self.column(name).and_then(|column| column.number(row));
        let word = |name| self.column(name).and_then(|column| column.text(row));
        let flag = |name| self.column(name).and_then(|column| column.flag(row)) == Some(true);
        let height_cm = number("height_cm").unwrap_or(162.0);
        let metres = height_cm / 100.0;
        let bmi = (number("weight_kg").unwrap_or(68.0) / (metres * metres)).clamp(BMI.0, BMI.1);
        let weight_kg = bmi * metres * metres;
        let factors = Factor::ALL.iter().copied().filter(|factor| match factor {
            Factor::AsthmaOrCopd => flag("asthma") || flag("copd"),
            Factor::Corticosteroids => flag("glucocorticoid_current"),
            Factor::EndocrineDisorder => {
                flag("hyperthyroidism") || flag("hyperparathyroidism") || flag("cushing")
            }
            Factor::Falls => number("falls_past_year").is_some_and(|falls| falls > 0.0),
            Factor::PriorFracture => word("fractures").is_some_and(|text| text != "none"),
            Factor::RheumatoidArthritisOrLupus => flag("rheumatoid_arthritis") || flag("systemic_lupus"),
            Factor::ParentalHistory => flag("parental_osteoporosis") || flag("parental_hip_fracture"),
            same => flag(same.as_str()),
        });
        let sex = word("sex").and_then(Sex::from_key).unwrap_or(Sex::Female);
        let age = number("age_years").unwrap_or(70.0) as u8;
        let inputs = Inputs {
            alcohol: Alcohol::from_units_per_day(number("alcohol_units_per_day").unwrap_or(0.0))
                .unwrap_or(Alcohol::None),
            ethnicity: match word("ethnicity").and_then(Ethnicity::from_key) {
                Some(Ethnicity::Black) => QfractureEthnicity::BlackCaribbean,
                Some(Ethnicity::Asian) => QfractureEthnicity::Indian,
                Some(Ethnicity::Other) => QfractureEthnicity::Other,
                _ => QfractureEthnicity::WhiteOrNotRecorded,
            },
            smoking: word("smoking").and_then(Smoking::from_key).unwrap_or(Smoking::Never),
            factors: factors.collect::<Factors>(),
            ..Inputs::new(sex, age, weight_kg / (metres * metres))
        };
        Asked { inputs, height_cm, weight_kg }
    }
}

/// The same in columns.
#[derive(Clone, Debug, Default)]
pub struct AskedColumns {
    /// Places in the list of sexes.
    pub sex: Vec<u8>,
    /// Completed years.
    pub age_years: Vec<u8>,
    /// Body mass index, kg/m2.
    pub bmi_kg_m2: Vec<f64>,
    /// Places in the list of levels.
    pub alcohol: Vec<u8>,
    /// Places in the list of groups.
    pub ethnicity: Vec<u8>,
    /// Places in the list of levels.
    pub smoking: Vec<u8>,
    /// The bits of the factors.
    pub factors: Vec<u32>,
}

impl FromIterator<Asked> for AskedColumns {
    fn from_iter<I: IntoIterator<Item = Asked>>(people: I) -> Self {
        let mut columns = Self::default();
        for Asked { inputs, .. } in people {
            columns.sex.push(inputs.sex as u8);
            columns.age_years.push(inputs.age_years);
            columns.bmi_kg_m2.push(inputs.bmi_kg_m2);
            columns.alcohol.push(inputs.alcohol as u8);
            columns.ethnicity.push(inputs.ethnicity as u8);
            columns.smoking.push(inputs.smoking as u8);
            columns.factors.push(inputs.factors.bits());
        }
        columns
    }
}
