//! T-scores of a column.

use osteon::densitometry::t_score_column;
use osteon_tests::people::Draw;

/// Mean and SD of NHANES III at the femoral neck, g/cm2.
const REFERENCE: (f64, f64) = (0.858, 0.120);

/// A column of BMDs with its bitmap, and room for the scores, touched.
#[derive(Debug)]
pub struct TScores {
    /// BMDs, 0.3-1.5 g/cm2.
    pub bmd: Vec<f64>,
    /// A bit for each row; one in 64 has no value.
    pub validity: Vec<u8>,
    /// The scores.
    pub out: Vec<f64>,
    /// Their bitmap.
    pub out_validity: Vec<u8>,
}

impl TScores {
    /// So many rows.
    #[must_use]
    pub fn new(rows: usize) -> Self {
        let mut draw = Draw(0x9e37_79b9);
        let bytes = rows.div_ceil(8);
        Self {
            bmd: (0..rows).map(|_| 0.3 + draw.below(1_200_000) as f64 / 1e6).collect(),
            validity: (0..bytes).map(|i| if i % 8 == 0 { 0b1011_1111 } else { 0xff }).collect(),
            out: vec![1.0; rows],
            out_validity: vec![1; bytes],
        }
    }

    /// The scores of all rows.
    ///
    /// # Panics
    /// If lengths do not fit.
    pub fn run(&mut self) {
        let (mean, sd) = REFERENCE;
        t_score_column(&self.bmd, Some(&self.validity), mean, sd, &mut self.out, &mut self.out_validity)
            .expect("lengths that fit");
    }

    /// Copies the same bytes.
    pub fn copy(&mut self) {
        self.out.copy_from_slice(&self.bmd);
        self.out_validity.copy_from_slice(&self.validity);
    }
}
