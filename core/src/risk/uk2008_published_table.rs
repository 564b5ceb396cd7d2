//! The published UK table of 2008 (Kanis 2008, table 3): ten-year probability by age and femoral-neck
//! T-score of a reference person with BMI 25 and no clinical risk factor. A cell of a table, and no
//! estimate for anyone.

use super::{
    Horizon, InNumbers, ModelAnswer, NoAnswer, Numbers, Outcome, OutcomeAnswer, Remark, Subject,
    Verification, models,
};
use crate::document::options::Uk2008Interpolation;
use crate::document::{Region, Sex};
use crate::error::{Code, Refusal};
use crate::quantity::Compared;

/// A cell, as printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// A probability, %.
    Percent(f64),
    /// Below this probability, %.
    Below(f64),
}

/// Where a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Node {
    age_years: u8,
    t: i8,
}

struct Grid {
    outcome: Outcome,
    sex: Sex,
    cells: &'static [(Node, Cell)],
}

include!(concat!(env!("OUT_DIR"), "/uk2008_published_table.rs"));

/// What stands in the category of a cell that prints "<0.1".
pub(super) const BELOW_LOWEST: &str = "lt0.1";

impl Grid {
    fn of(outcome: Outcome, sex: Sex) -> Result<&'static Self, Refusal> {
        GRIDS.iter().find(|grid| grid.outcome == outcome && grid.sex == sex).ok_or_else(|| {
            Refusal::new(Code::NotPublished, "outcome", outcome, "published for mof and hip only")
        })
    }

    fn cell(&self, age_years: u8, t: i8) -> Option<Cell> {
        let node = Node { age_years, t };
        self.cells.iter().find(|(at, _)| *at == node).map(|(_, cell)| *cell)
    }
}

/// The published values at both sides of a value, twice the same where it is one of them.
#[derive(Clone, Copy, Debug)]
struct Between<T> {
    low: T,
    high: T,
    /// How far from the lower one, 0-1.
    part: f64,
}

impl<T: Copy + PartialEq + Into<f64>> Between<T> {
    /// `None` outside the published values, and for NaN.
    fn of(nodes: &[T], value: f64) -> Option<Self> {
        let low = nodes.iter().rfind(|&&node| node.into() <= value).copied()?;
        let high = nodes.iter().find(|&&node| node.into() >= value).copied()?;
        let span = high.into() - low.into();
        Some(Self { low, high, part: if span > 0.0 { (value - low.into()) / span } else { 0.0 } })
    }

    fn is_published(&self) -> bool {
        self.low == self.high
    }
}

/// The published neighbours of a person.
#[derive(Clone, Copy, Debug)]
struct Place {
    ages: Between<u8>,
    ts: Between<i8>,
    /// As given.
    age_years: u8,
    t: f64,
}

impl Place {
    fn of<E: NoAnswer>(age_years: u8, t: f64) -> Result<Self, E> {
        if !t.is_finite() {
            return Err(E::because(Code::NotFinite, "t_femoral_neck", t, || "must be a T-score".into()));
        }
        // A T-score that is whole but for binary rounding is whole.
        let snapped = if t.abs() <= 100.0 { Compared::exact(t).to_f64() } else { t };
        let outside = |field, value: f64, limit: &'static str| {
            E::because(Code::OutOfRange, field, value, || limit.into())
        };
        let ages = Between::of(&AGES, f64::from(age_years))
            .ok_or_else(|| outside("age_years", f64::from(age_years), "50-90 years in this table"))?;
        let ts = Between::of(&T_SCORES, snapped)
            .ok_or_else(|| outside("t_femoral_neck", t, "-4 to +1 in this table"))?;
        Ok(Self { ages, ts, age_years, t })
    }

    fn is_published(&self) -> bool {
        self.ages.is_published() && self.ts.is_published()
    }

    /// The cell, or a refusal in these words.
    fn cell<E: NoAnswer>(&self, grid: &Grid, words: fn(&Self) -> String) -> Result<Cell, E> {
        let published = self.is_published().then(|| grid.cell(self.ages.low, self.ts.low)).flatten();
        published.ok_or_else(|| {
            let between = || words(self).into();
            if self.ages.is_published() {
                E::because(Code::NotPublished, "t_femoral_neck", self.t, between)
            } else {
                E::because(Code::NotPublished, "age_years", self.age_years, between)
            }
        })
    }

    /// The cell, or what lies between four.
    fn interpolated<E: NoAnswer>(&self, grid: &Grid) -> Result<Cell, E> {
        let Self { ages, ts, .. } = self;
        if self.is_published() {
            return self.cell(grid, Self::neighbours_in_words);
        }
        let of = |age, t| match grid.cell(age, t) {
            Some(Cell::Percent(percent)) => Ok(percent),
            _ => Err(E::because(Code::NotPublished, "t_femoral_neck", self.t, || {
                format!("the neighbouring cell at age {age} and T {t} prints <0.1: nothing to interpolate")
                    .into()
            })),
        };
        let at =
            |age| -> Result<f64, E> { Ok((1.0 - ts.part) * of(age, ts.low)? + ts.part * of(age, ts.high)?) };
        Ok(Cell::Percent((1.0 - ages.part) * at(ages.low)? + ages.part * at(ages.high)?))
    }

    fn neighbours_in_words(&self) -> String {
        format!(
            "published at age {} and T {}; nothing between its cells without uk2008_interpolation=linear",
            listed(&self.ages),
            listed(&self.ts)
        )
    }
}

fn listed<T: PartialEq + core::fmt::Display>(between: &Between<T>) -> String {
    let Between { low, high, .. } = between;
    if low == high { low.to_string() } else { format!("{low} and {high}") }
}

/// The cell of a published age (50, 60, 70, 80 or 90 completed years) and femoral-neck T-score (a whole
/// number from -4 to +1).
///
/// ```
/// use osteon::document::Sex;
/// use osteon::risk::Outcome;
/// use osteon::risk::uk2008_published_table::{Cell, cell};
/// assert_eq!(cell(Outcome::Hip, Sex::Male, 70, -2.0)?, Cell::Percent(2.6));
/// assert_eq!(cell(Outcome::Hip, Sex::Female, 50, 1.0)?, Cell::Below(0.1));
/// assert!(cell(Outcome::Hip, Sex::Female, 64, -2.0).is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
///
/// # Errors
/// Between cells, with the neighbours; outside the table; another outcome than `mof` and `hip`; a T-score
/// that is not finite.
pub fn cell(outcome: Outcome, sex: Sex, age_years: u8, t_femoral_neck: f64) -> Result<Cell, Refusal> {
    let grid = Grid::of(outcome, sex)?;
    Place::of::<Refusal>(age_years, t_femoral_neck)?.cell(grid, Place::neighbours_in_words)
}

/// Bilinear between the four cells around an age (completed years) and a femoral-neck T-score; the cell
/// itself where there is one. Nothing of this is published.
///
/// ```
/// use osteon::document::Sex;
/// use osteon::risk::Outcome;
/// use osteon::risk::uk2008_published_table::{Cell, interpolated};
/// let Cell::Percent(percent) = interpolated(Outcome::Mof, Sex::Female, 65, -2.5)? else { panic!() };
/// assert!((percent - (7.9 + 12.6 + 11.5 + 18.2) / 4.0).abs() < 1e-12);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
///
/// # Errors
/// Outside the table, never extrapolated; where one of the cells prints "<0.1"; another outcome than `mof`
/// and `hip`; a T-score that is not finite.
pub fn interpolated(outcome: Outcome, sex: Sex, age_years: u8, t_femoral_neck: f64) -> Result<Cell, Refusal> {
    let grid = Grid::of(outcome, sex)?;
    Place::of::<Refusal>(age_years, t_femoral_neck)?.interpolated(grid)
}

const HORIZON: Horizon = Horizon::Years(10);
const OUTCOMES: [Outcome; 2] = [Outcome::Mof, Outcome::Hip];

/// The first and the last age of the table.
fn ages() -> [u8; 2] {
    let [first, .., last] = AGES;
    [first, last]
}

/// The age, moved to the limits of the table where the caller asked for it.
fn age(subject: &Subject<'_>) -> u8 {
    let age = subject.person.age.completed_years();
    let [first, last] = ages();
    if subject.clamps() { age.max(first).min(last) } else { age }
}

/// The T-score of somebody whose age is in the table, moved likewise.
fn t_femoral_neck<E: NoAnswer>(subject: &Subject<'_>) -> Result<f64, E> {
    if !subject.clamps() {
        let [first, last] = ages();
        subject.age_within::<E>(first, last)?;
    }
    let t = subject.t(Region::FemoralNeck).ok_or_else(|| subject.no_t::<E>(Region::FemoralNeck))?;
    let [low, .., high] = T_SCORES;
    Ok(if subject.clamps() { t.max(f64::from(low)).min(f64::from(high)) } else { t })
}

fn is_linear(subject: &Subject<'_>) -> bool {
    subject.setup.options.uk2008_interpolation == Some(Uk2008Interpolation::Linear)
}

/// What the table says of each outcome.
fn found<E: NoAnswer + Clone>(
    subject: &Subject<'_>,
    place: Result<Place, E>,
    words: fn(&Place) -> String,
) -> [Result<Cell, E>; OUTCOMES.len()] {
    OUTCOMES.map(|outcome| {
        let (place, grid) = (place.clone()?, Grid::of(outcome, subject.sex())?);
        if is_linear(subject) { place.interpolated(grid) } else { place.cell(grid, words) }
    })
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    let place = t_femoral_neck::<Code>(subject).and_then(|t| Place::of(age(subject), t));
    let found = found(subject, place, Place::neighbours_in_words);
    Numbers::each(to, found.map(|found| found.map_or_else(Numbers::refused, of_cell)))
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    let mut said = subject.begin(&models::UK2008_PUBLISHED_TABLE);
    let (age, t) = (age(subject), t_femoral_neck::<Refusal>(subject));
    list_moved(subject, age, t.as_ref().ok().copied(), &mut said);
    said.input("age_years", f64::from(age));
    if let Ok(t) = t {
        said.input("t_femoral_neck", t);
    }
    let place = t.and_then(|t| Place::of(age, t));
    let between = is_linear(subject) && place.as_ref().is_ok_and(|place| !place.is_published());
    // Most people lie between two cells: numbers alone need no neighbours in words.
    let words = if subject.in_full { Place::neighbours_in_words } else { |_: &Place| String::new() };
    let found = OUTCOMES.into_iter().zip(found(subject, place, words));
    said.outcomes = found
        .map(|(outcome, found)| match found {
            Ok(found) => outcome_of_cell(outcome, found, between, subject.in_full),
            Err(refusal) => OutcomeAnswer::refused(outcome, HORIZON, refusal),
        })
        .collect();
    said
}

fn of_cell(cell: Cell) -> Numbers {
    match cell {
        Cell::Percent(percent) => Numbers { percent: Some(percent), ..Numbers::default() },
        Cell::Below(_) => Numbers { category: Some(BELOW_LOWEST), ..Numbers::default() },
    }
}

fn outcome_of_cell(outcome: Outcome, cell: Cell, between: bool, in_full: bool) -> OutcomeAnswer {
    let range = match cell {
        Cell::Percent(percent) => [percent, percent],
        Cell::Below(limit) => [0.0, limit],
    };
    let mut answer = OutcomeAnswer {
        range_percent: Some(range),
        verification: between.then_some(Verification::OwnChoice),
        ..OutcomeAnswer::of(outcome, HORIZON).with(of_cell(cell))
    };
    if !in_full {
        return answer;
    }
    answer.flags.push(Remark {
        code: "reference_person",
        text: "of a reference person in the UK of 2008 with BMI 25 and no clinical risk factor: a cell of a \
               published table, no estimate for this person"
            .to_owned(),
    });
    if between {
        answer.flags.push(Remark {
            code: "interpolated",
            text: "linear between the cells of the table, where nothing is published".to_owned(),
        });
    }
    answer
}

/// Lists an age and a T-score that were moved to the limits of the table.
fn list_moved(subject: &Subject<'_>, age: u8, t: Option<f64>, said: &mut ModelAnswer) {
    let mut moved = |name: &'static str, from: f64, to: f64| {
        if (from - to).abs() > 0.0 {
            let text = format!("{name} {from} moved to {to}, the limit of the table");
            said.clamped.push(Remark { code: name, text });
        }
    };
    moved("age_years", subject.age(), f64::from(age));
    if let Some((from, to)) = subject.t(Region::FemoralNeck).zip(t) {
        moved("t_femoral_neck", from, to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(result: Result<Cell, Refusal>) -> Code {
        result.unwrap_err().code
    }

    #[test]
    fn only_the_cells_are_published() {
        let women = |age, t| cell(Outcome::Mof, Sex::Female, age, t);
        assert_eq!(women(70, -2.0).unwrap(), Cell::Percent(11.5));
        assert_eq!(women(70, -2.0 + 1e-12).unwrap(), Cell::Percent(11.5));
        for (age, t) in [(69, -2.0), (71, -2.0), (70, -2.1), (70, -1.9), (55, 0.5)] {
            assert_eq!(code(women(age, t)), Code::NotPublished, "{age} {t}");
        }
        let said = women(64, -1.7).unwrap_err().to_string();
        assert!(said.contains("age 60 and 70") && said.contains("T -2 and -1"), "{said}");
        for (age, t) in [(49, -2.0), (91, -2.0), (70, 1.1), (70, -4.1), (70, 1e300)] {
            assert_eq!(code(women(age, t)), Code::OutOfRange, "{age} {t}");
            assert_eq!(code(interpolated(Outcome::Mof, Sex::Female, age, t)), Code::OutOfRange);
        }
        assert_eq!(code(women(70, f64::NAN)), Code::NotFinite);
        assert_eq!(code(cell(Outcome::Any, Sex::Male, 70, -2.0)), Code::NotPublished);
    }

    #[test]
    fn between_cells_lies_between_them() {
        let men = |age, t| interpolated(Outcome::Hip, Sex::Male, age, t);
        assert_eq!(men(80, -4.0).unwrap(), Cell::Percent(10.7));
        let Cell::Percent(percent) = men(60, -1.5).unwrap() else { panic!("a number") };
        assert!((percent - (0.6 + 1.9) / 2.0).abs() < 1e-12);
        assert_eq!(men(50, 1.0).unwrap(), Cell::Below(0.1));
        assert_eq!(code(men(50, 0.9)), Code::NotPublished);
        assert_eq!(code(men(51, 1.0)), Code::NotPublished);
        assert!(men(51, 0.0).is_ok() && men(60, 0.9).is_ok());
    }
}
