//! A synthetic clinic, drawn from published means and SDs. No one in it is or resembles a person:
//! every value comes out of a generator, and ages are whole years without a date.

mod curves;
mod person;
pub(crate) mod random;
mod row;

use std::io::{self, Write};

use curves::Curves;
use random::Random;
use row::Row;

/// People in `examples/clinic.csv`.
pub(crate) const ROWS: u64 = 300;
/// Seed of `examples/clinic.csv`.
pub(crate) const SEED: u64 = 843;

/// The header; [`person::Person::write`] writes the cells in the same order.
const HEADER: &str = "id,sex,age_years,height_cm,weight_kg,ethnicity,postmenopausal,manufacturer,model,database,\
bmd_femoral_neck,bmd_total_hip,bmd_lumbar_spine,bmd_l1,bmd_l2,bmd_l3,bmd_l4,area_l1,area_l2,area_l3,area_l4,\
fractures,current_smoker,glucocorticoid_current,glucocorticoid_mg_per_day,parental_hip_fracture\n";

/// Writes a cohort, one person at a time: memory does not grow with the rows.
pub(crate) fn write(out: &mut impl Write, rows: u64, seed: u64) -> io::Result<()> {
    let curves = Curves::load()?;
    let mut random = Random::new(seed);
    let mut row = Row::default();
    out.write_all(HEADER.as_bytes())?;
    for number in 1..=rows {
        row.clear();
        person::Person::draw(&mut random, &curves).write(&mut row, number);
        out.write_all(row.finish())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
