//! The published UK table of 2008 (Kanis 2008, table 3): ten-year probability by age and femoral-neck
//! T-score of a reference person with BMI 25 and no clinical risk factor. A cell of a table, and no
//! estimate for anyone.

use super::{Horizon, ModelAnswer, Outcome, OutcomeAnswer, Remark, Subject, Verification, models};
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
fn neighbours(age_years: u8, t: f64) -> Result<(Between<u8>, Between<i8>), Refusal> {
    if !t.is_finite() {
        return Err(Refusal::new(Code::NotFinite, "t_femoral_neck", t, "must be a T-score"));
    }
    // A T-score that is whole but for binary rounding is whole.
    let snapped = if t.abs() <= 100.0 { Compared::exact(t).to_f64() } else { t };
    let outside = |field, value: f64, limit| Refusal::new(Code::OutOfRange, field, value, limit);
    let ages = Between::of(&AGES, f64::from(age_years))
        .ok_or_else(|| outside("age_years", f64::from(age_years), "50-90 years in this table"))?;
    let ts = Between::of(&T_SCORES, snapped)
        .ok_or_else(|| outside("t_femoral_neck", t, "-4 to +1 in this table"))?;
    Ok((ages, ts))
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
    cell_or(outcome, sex, age_years, t_femoral_neck, neighbours_in_words)
}

/// The cell, or a refusal in these words.
fn cell_or(
    outcome: Outcome,
    sex: Sex,
    age_years: u8,
    t_femoral_neck: f64,
    words: fn(&Between<u8>, &Between<i8>) -> String,
) -> Result<Cell, Refusal> {
    let grid = Grid::of(outcome, sex)?;
    let (ages, ts) = neighbours(age_years, t_femoral_neck)?;
    let published = (ages.is_published() && ts.is_published()).then(|| grid.cell(ages.low, ts.low)).flatten();
    published.ok_or_else(|| {
        let between = words(&ages, &ts);
        if ages.is_published() {
            Refusal::new(Code::NotPublished, "t_femoral_neck", t_femoral_neck, between)
        } else {
            Refusal::new(Code::NotPublished, "age_years", age_years, between)
        }
    })
}

fn neighbours_in_words(ages: &Between<u8>, ts: &Between<i8>) -> String {
    format!(
        "published at age {} and T {}; nothing between its cells without uk2008_interpolation=linear",
        listed(ages),
        listed(ts)
    )
}

fn listed<T: PartialEq + core::fmt::Display>(between: &Between<T>) -> String {
    let Between { low, high, .. } = between;
    if low == high { low.to_string() } else { format!("{low} and {high}") }
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
    let (ages, ts) = neighbours(age_years, t_femoral_neck)?;
    if ages.is_published() && ts.is_published() {
        return cell(outcome, sex, age_years, t_femoral_neck);
    }
    let of = |age, t| match grid.cell(age, t) {
        Some(Cell::Percent(percent)) => Ok(percent),
        _ => Err(Refusal::new(
            Code::NotPublished,
            "t_femoral_neck",
            t_femoral_neck,
            format!("the neighbouring cell at age {age} and T {t} prints <0.1: nothing to interpolate"),
        )),
    };
    let at = |age| -> Result<f64, Refusal> {
        Ok((1.0 - ts.part) * of(age, ts.low)? + ts.part * of(age, ts.high)?)
    };
    Ok(Cell::Percent((1.0 - ages.part) * at(ages.low)? + ages.part * at(ages.high)?))
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    let mut said = subject.begin(&models::UK2008_PUBLISHED_TABLE);
    let age = subject.person.age.completed_years();
    let ages = (AGES.first().copied().unwrap_or(age), AGES.last().copied().unwrap_or(age));
    let within = if subject.clamps() { Ok(subject.age()) } else { subject.age_within(ages.0, ages.1) };
    let t = subject.t(Region::FemoralNeck).ok_or_else(|| subject.no_t(Region::FemoralNeck));
    let t = within.and(t);
    let (age, t) = if subject.clamps() { clamped(age, t, &mut said) } else { (age, t) };
    said.input("age_years", f64::from(age));
    if let Ok(t) = t {
        said.input("t_femoral_neck", t);
    }
    let linear = subject.setup.options.uk2008_interpolation == Some(Uk2008Interpolation::Linear);
    for outcome in [Outcome::Mof, Outcome::Hip] {
        let found = t.clone().and_then(|t| {
            if linear {
                return interpolated(outcome, subject.sex(), age, t);
            }
            // Most people lie between two cells: numbers alone need no neighbours in words.
            let words = if subject.in_full { neighbours_in_words } else { |_: &_, _: &_| String::new() };
            cell_or(outcome, subject.sex(), age, t, words)
        });
        let between = linear && t.as_ref().is_ok_and(|&t| cell(outcome, subject.sex(), age, t).is_err());
        said.outcomes.push(match found {
            Ok(found) => of_cell(outcome, found, between, said.in_full),
            Err(refusal) => OutcomeAnswer::refused(outcome, HORIZON, refusal),
        });
    }
    said
}

const HORIZON: Horizon = Horizon::Years(10);

fn of_cell(outcome: Outcome, cell: Cell, between: bool, in_full: bool) -> OutcomeAnswer {
    let mut answer = OutcomeAnswer::of(outcome, HORIZON);
    match cell {
        Cell::Percent(percent) => {
            answer.percent = Some(percent);
            answer.range_percent = Some([percent, percent]);
        }
        Cell::Below(limit) => {
            answer.category = Some(BELOW_LOWEST);
            answer.range_percent = Some([0.0, limit]);
        }
    }
    if between {
        answer.verification = Some(Verification::OwnChoice);
    }
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

/// Age and T-score moved to the limits of the table.
fn clamped(age: u8, t: Result<f64, Refusal>, said: &mut ModelAnswer) -> (u8, Result<f64, Refusal>) {
    let mut moved = |name: &'static str, from: f64, to: f64| {
        if (from - to).abs() > 0.0 {
            let text = format!("{name} {from} moved to {to}, the limit of the table");
            said.clamped.push(Remark { code: name, text });
        }
    };
    let ages = (AGES.first().copied().unwrap_or(age), AGES.last().copied().unwrap_or(age));
    let within = age.max(ages.0).min(ages.1);
    moved("age_years", f64::from(age), f64::from(within));
    let t = t.map(|t| {
        let low = T_SCORES.first().map_or(t, |&low| f64::from(low));
        let high = T_SCORES.last().map_or(t, |&high| f64::from(high));
        let within = t.max(low).min(high);
        moved("t_femoral_neck", t, within);
        within
    });
    (within, t)
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
