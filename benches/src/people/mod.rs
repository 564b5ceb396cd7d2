//! People at risk, as a registry keeps them: drawn from a seed, a column a field, the same on every machine.

mod curves;
mod person;
mod qfracture;
mod stored;

use csv::StringRecord;
use osteon::batch::Columns;
use osteon::document::{Options, Patient};
use osteon::error::Refusal;
use osteon_table::Plan;
use osteon_tests::people::Draw;

use curves::Curves;
use stored::{Filler, Stored};

pub use qfracture::{Asked, AskedColumns};

/// Options with the day on which everybody is assessed, and guidelines by their ids.
#[must_use]
pub fn options(guidelines: &str) -> Options {
    Options {
        as_of: Some(jiff::civil::date(2026, 6, 1)),
        guidelines: Some(guidelines.to_owned()),
        ..Options::default()
    }
}

/// People in columns of types.
#[derive(Debug)]
pub struct People {
    rows: usize,
    stored: Vec<Stored>,
}

impl People {
    /// So many people of a seed.
    ///
    /// # Panics
    /// If the engine has lost a table that people are drawn from.
    #[must_use]
    pub fn draw(rows: usize, seed: u64) -> Self {
        let (curves, mut draw) = (Curves::load().expect("tables of the engine"), Draw(seed));
        let mut stored = Vec::new();
        for _ in 0..rows {
            person::draw(&mut draw, &curves, &mut Filler::new(&mut stored, rows));
        }
        Self { rows, stored }
    }

    /// How many.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The columns, borrowed as the engine takes them.
    ///
    /// # Errors
    /// A column that the engine does not know.
    pub fn columns(&self) -> Result<Columns<'_>, Refusal> {
        let mut columns = Columns::new(self.rows);
        for stored in &self.stored {
            columns.push(stored.name(), stored.values(), stored.validity())?;
        }
        Ok(columns)
    }

    /// The names of the columns.
    #[must_use]
    pub fn header(&self) -> StringRecord {
        self.stored.iter().map(Stored::name).collect()
    }

    /// A row as the cells of a table; empty where nothing is known.
    #[must_use]
    pub fn cells(&self, row: usize) -> StringRecord {
        self.stored.iter().map(|stored| stored.cell(row)).collect()
    }

    /// The first so many of them as documents.
    ///
    /// # Errors
    /// Everything that is refused.
    pub fn documents(&self, rows: usize) -> Result<Vec<Patient>, Vec<Refusal>> {
        let plan = Plan::of_header(&self.header(), false)?;
        let mut refusals = Vec::new();
        let document = |row| {
            let mut patient = Patient::default();
            plan.read(&self.cells(row), &mut patient, &mut refusals);
            patient
        };
        let documents = (0..rows.min(self.rows)).map(document).collect();
        if refusals.is_empty() { Ok(documents) } else { Err(refusals) }
    }

    fn column(&self, name: &str) -> Option<&Stored> {
        self.stored.iter().find(|stored| stored.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use osteon::Engine;
    use osteon::document::{Ethnicity, Sex};

    const ROWS: usize = 4000;

    fn share(of: impl Fn(&Patient) -> bool) -> f64 {
        let documents = People::draw(ROWS, 7).documents(ROWS).unwrap();
        documents.iter().filter(|patient| of(patient)).count() as f64 / ROWS as f64
    }

    #[test]
    fn people_are_as_a_registry_has_them() {
        assert!((share(|p| p.sex == Some(Sex::Female)) - 0.9).abs() < 0.02);
        assert!((share(|p| p.fractures.as_ref().is_some_and(|f| !f.is_empty())) - 0.3).abs() < 0.03);
        assert!((share(|p| p.treatments.as_ref().is_some_and(Vec::is_empty)) - 0.85).abs() < 0.03);
        assert!((share(|p| p.frax.is_some()) - 0.6).abs() < 0.03);
        assert!(share(|p| p.ethnicity == Some(Ethnicity::White)) > 0.7);
        let asked = |p: &Patient| p.risk_factors.as_ref().is_some_and(|r| r.dementia.is_none());
        assert!((share(asked) - 0.1).abs() < 0.02);
        assert_eq!(People::draw(1, 1).header().len(), 47);
    }

    /// A refusal costs words: the benches are of people, and not of slips.
    #[test]
    fn nobody_is_refused() {
        let engine = Engine::new(options("all"), Vec::new()).unwrap();
        let mut session = engine.session();
        for mut patient in People::draw(ROWS, 7).documents(ROWS).unwrap() {
            let mut refusals = Vec::new();
            let answered = session.answer(&mut patient, true, &mut refusals).is_some();
            assert!(answered && refusals.is_empty(), "{refusals:?}");
        }
    }

    #[test]
    fn a_seed_is_always_the_same_people() {
        let rows = |seed| {
            let people = People::draw(3, seed);
            (0..3).map(|row| people.cells(row)).collect::<Vec<_>>()
        };
        assert_eq!(rows(1), rows(1));
        assert_ne!(rows(1), rows(2));
    }
}
