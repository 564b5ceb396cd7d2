//! Nanoseconds a row of QFracture of columns on one thread: what `wasm/package/bench/qfracture.mjs` measures itself
//! against. It draws the rows as that does, and prints the least of several runs, and the sums of the risks.

use std::hint::black_box;
use std::time::Instant;

use osteon::risk::qfracture::{ColumnEquations, ColumnRisks, Columns, Version};

const ROWS: usize = 1_000_000;
const RUNS: usize = 12;

/// Whole numbers, the same in JavaScript, where products stay exact.
struct Draw(u32);

impl Draw {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        (self.0 >> 8) % limit
    }

    fn column<T>(&mut self, limit: u32, of: impl Fn(u32) -> T) -> Vec<T> {
        (0..ROWS).map(|_| of(self.below(limit))).collect()
    }
}

fn main() {
    let mut draw = Draw(843);
    let byte = |number: u32| number as u8;
    let (sex, age_years) = (draw.column(2, byte), draw.column(71, |years| 30 + years as u8));
    let bmi_kg_m2 = draw.column(20_000, |number| 20.0 + f64::from(number) / 1000.0);
    let (alcohol, ethnicity, smoking) = (draw.column(6, byte), draw.column(9, byte), draw.column(5, byte));
    let factors = draw.column(1 << 19, |bits| bits);
    let people = Columns {
        validity: None,
        sex: &sex,
        age_years: &age_years,
        bmi_kg_m2: &bmi_kg_m2,
        alcohol: &alcohol,
        ethnicity: &ethnicity,
        smoking: &smoking,
        factors: &factors,
    };
    let equations = ColumnEquations::new(Version::V2012, 10).expect("ten years");
    let (mut any, mut hip) = (vec![1.0; ROWS], vec![1.0; ROWS]);
    let (mut valid, mut refused) = (vec![1; ROWS.div_ceil(8)], vec![1; ROWS]);
    let mut least = f64::INFINITY;
    for _ in 0..RUNS {
        let begin = Instant::now();
        let risks = ColumnRisks {
            any_percent: &mut any,
            hip_percent: &mut hip,
            validity: &mut valid,
            refused: &mut refused,
        };
        equations.risks(black_box(&people), risks).expect("lengths that fit");
        least = least.min(begin.elapsed().as_secs_f64());
    }
    let sum = |column: &[f64]| column.iter().sum::<f64>();
    println!("{} {:e} {:e}", least * 1e9 / ROWS as f64, sum(&any), sum(&hip));
}
