//! Both QFracture-2012 risks of columns.

use osteon::risk::qfracture::{ColumnEquations, ColumnRisks, Columns, Version};

use crate::people::{Asked, AskedColumns};

/// Columns of people as QFracture asks of them, and room for the risks, touched.
#[derive(Debug)]
pub struct Qfracture {
    asked: AskedColumns,
    equations: ColumnEquations,
    any_percent: Vec<f64>,
    hip_percent: Vec<f64>,
    validity: Vec<u8>,
    refused: Vec<u8>,
}

impl Qfracture {
    /// Of these people.
    ///
    /// # Panics
    /// If the equations do not know ten years.
    #[must_use]
    pub fn new(people: &[Asked]) -> Self {
        let rows = people.len();
        Self {
            asked: people.iter().copied().collect(),
            equations: ColumnEquations::new(Version::V2012, 10).expect("ten years"),
            any_percent: vec![1.0; rows],
            hip_percent: vec![1.0; rows],
            validity: vec![1; rows.div_ceil(8)],
            refused: vec![1; rows],
        }
    }

    /// The risks of all rows.
    ///
    /// # Panics
    /// If lengths do not fit.
    pub fn run(&mut self) {
        let Self { asked, any_percent, hip_percent, validity, refused, .. } = self;
        let people = Columns {
            validity: None,
            sex: &asked.sex,
            age_years: &asked.age_years,
            bmi_kg_m2: &asked.bmi_kg_m2,
            alcohol: &asked.alcohol,
            ethnicity: &asked.ethnicity,
            smoking: &asked.smoking,
            factors: &asked.factors,
        };
        let risks = ColumnRisks { any_percent, hip_percent, validity, refused };
        self.equations.risks(&people, risks).expect("lengths that fit");
    }

    /// Both risks of a row, %.
    #[must_use]
    pub fn of_row(&self, row: usize) -> (f64, f64) {
        (self.any_percent[row], self.hip_percent[row])
    }

    /// Reads every byte of the inputs and nothing else.
    #[must_use]
    pub fn read(&self) -> u64 {
        pulp::Arch::new().dispatch(Read(&self.asked))
    }
}

struct Read<'a>(&'a AskedColumns);

impl pulp::WithSimd for Read<'_> {
    type Output = u64;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) -> u64 {
        let asked = self.0;
        let bytes = |column: &[u8]| {
            let (words, _) = column.as_chunks::<8>();
            words.iter().fold(0_u64, |sum, word| sum.wrapping_add(u64::from_le_bytes(*word)))
        };
        let bmi = asked.bmi_kg_m2.iter().fold(0_u64, |sum, bmi| sum.wrapping_add(bmi.to_bits()));
        let factors = asked.factors.iter().fold(0_u32, |sum, bits| sum.wrapping_add(*bits));
        let codes = [&asked.sex, &asked.age_years, &asked.alcohol, &asked.ethnicity, &asked.smoking];
        codes
            .into_iter()
            .fold(bmi.wrapping_add(u64::from(factors)), |sum, column| sum.wrapping_add(bytes(column)))
    }
}
