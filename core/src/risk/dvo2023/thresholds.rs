//! The product that each tier requires, by sex, age and T-score of the total hip.

use crate::document::Sex;
use crate::document::choice::choice;
use crate::document::options::DvoAgeRow;
use crate::error::{Code, Refusal, Words};
use crate::quantity::{Age, Compared, PrintedT};

use super::product::{Factor, Factors};

include!(concat!(env!("OUT_DIR"), "/dvo2023_thresholds.rs"));

choice! {
    /// Risk of a vertebral or hip fracture in three years.
    pub enum Tier {
        /// Below 3 %.
        Below3 = "lt3",
        /// From 3 to below 5 %.
        From3To5 = "3_to_5",
        /// From 5 to below 10 %.
        From5To10 = "5_to_10",
        /// 10 % or more.
        From10 = "ge10",
    }
}

/// What the tables are asked of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inputs {
    /// The sex whose table is read.
    pub sex: Sex,
    /// Age, years; completed years count. 50-120.
    pub age_years: f64,
    /// T-score of the total hip, -10 to +10; the spine is not used. `None`: no BMD was measured.
    pub t_total_hip: Option<f64>,
    /// What raises the risk.
    pub factors: Factors,
}

/// What the tables say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The highest tier reached.
    pub tier: Tier,
    /// The product of the factors counted, in hundredths; 100 where none was.
    pub product_hundredths: u16,
    /// The factors counted, the stronger first.
    pub counted: [Option<Factor>; 2],
    /// The cell.
    pub cell: Cell,
}

/// A row and a column of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The age of the row.
    pub age_row: u8,
    /// The column: `no_bmd`, or a T-score such as `-2.5`.
    pub column: &'static str,
    /// The product that reaches 3, 5 and 10 %, in hundredths; 0 where the cell is blank: reached by
    /// age and BMD alone.
    pub required_hundredths: [u16; 3],
}

impl Cell {
    /// The highest tier that a product, in hundredths, reaches.
    #[must_use]
    pub fn tier(&self, product_hundredths: u16) -> Tier {
        let [three, five, ten] = self.required_hundredths.map(|required| product_hundredths >= required);
        if ten {
            Tier::From10
        } else if five {
            Tier::From5To10
        } else if three {
            Tier::From3To5
        } else {
            Tier::Below3
        }
    }
}

/// The three-year risk of a vertebral or hip fracture by the DVO guideline of 2023.
///
/// The two strongest factors, of each group one at most, are multiplied; the tier is reached where the
/// product is at least what the cell requires, or where the cell is blank. The T-score moves to the next
/// worse column, one above 0 to 0.0 and one below -4 to -4.0. The guideline does not say which row an
/// age between two rows takes.
///
/// # Errors
/// [`Code::NotFinite`] for NaN and infinities; [`Code::OutOfRange`] for an age outside 50-120 years or
/// a T-score outside -10 to +10.
///
/// ```
/// use osteon::document::Sex;
/// use osteon::document::options::DvoAgeRow;
/// use osteon::risk::dvo2023::{Factor, Factors, Inputs, Tier, risk};
/// let factors = Factors::from_iter([Factor::SmokingMoreThan10, Factor::ProtonPumpInhibitor]);
/// let inputs = Inputs { sex: Sex::Female, age_years: 50.0, t_total_hip: Some(-3.0), factors };
/// let answer = risk(&inputs, DvoAgeRow::Floor)?;
/// // 1.5 x 1.4 is the 2.1 that 3 % requires.
/// assert_eq!((answer.product_hundredths, answer.tier), (210, Tier::From3To5));
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn risk(inputs: &Inputs, age_row: DvoAgeRow) -> Result<Answer, Refusal> {
    let cell = cell(inputs.sex, inputs.age_years, inputs.t_total_hip, age_row)?;
    let factors = inputs.factors.at_age(inputs.age_years.floor());
    let product_hundredths = factors.product_hundredths();
    let tier = cell.tier(product_hundredths);
    Ok(Answer { tier, product_hundredths, counted: factors.counted(), cell })
}

/// The cell of a person.
///
/// # Errors
/// As [`risk`].
pub fn cell(sex: Sex, age_years: f64, t_total_hip: Option<f64>, age_row: DvoAgeRow) -> Result<Cell, Refusal> {
    let column = match t_total_hip {
        None => 0,
        Some(t) if PrintedT::new(t).is_none() => {
            let code = if t.is_finite() { Code::OutOfRange } else { Code::NotFinite };
            // An age that is refused is refused first.
            in_column(sex, age_years, 0, age_row)?;
            return Err(Refusal::new(code, "t_total_hip", t, PrintedT::LIMIT));
        }
        Some(t) => column(t),
    };
    in_column(sex, age_years, column, age_row)
}

/// The cells of a person, one for each column.
pub(super) fn cells(sex: Sex, age_years: f64, age_row: DvoAgeRow) -> impl Iterator<Item = Cell> {
    (0..COLUMNS.len()).filter_map(move |column| in_column(sex, age_years, column, age_row).ok())
}

fn in_column(sex: Sex, age_years: f64, column: usize, age_row: DvoAgeRow) -> Result<Cell, Refusal> {
    let refuse = |field: &'static str, value: f64, limit: Words| {
        let code = if value.is_finite() { Code::OutOfRange } else { Code::NotFinite };
        Err(Refusal::new(code, field, value, limit))
    };
    let Some(years) =
        Age::new(age_years).map(Age::completed_years).filter(|&years| years >= LOWEST_AGE_YEARS)
    else {
        let limit = format!("{LOWEST_AGE_YEARS}-{} years in this model", Age::MAX);
        return refuse("age_years", age_years, limit.into());
    };
    let above = years - LOWEST_AGE_YEARS;
    let row = match age_row {
        DvoAgeRow::Floor => above / ROW_YEARS,
        DvoAgeRow::Nearest => (above + ROW_YEARS / 2) / ROW_YEARS,
    };
    let row = row.min(ROWS - 1);
    let table = match sex {
        Sex::Female => 0,
        Sex::Male => 1,
    };
    let place = (table * usize::from(ROWS) + usize::from(row)) * COLUMNS.len() + column;
    match (REQUIRED.get(place), COLUMNS.get(column)) {
        (Some(&required_hundredths), Some(&column)) => {
            Ok(Cell { age_row: LOWEST_AGE_YEARS + row * ROW_YEARS, column, required_hundredths })
        }
        _ => refuse("age_years", age_years, "the rows of the table".into()),
    }
}

/// The next worse column for a T-score; the last for one that is worse than all.
fn column(t: f64) -> usize {
    let t = Compared::exact(t).to_f64();
    let place = T_SCORES.iter().position(|&column| t >= column);
    // The first column is the one without BMD.
    place.map_or(COLUMNS.len() - 1, |place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(sex: Sex, age: f64, t: Option<f64>, rule: DvoAgeRow) -> (u8, &'static str) {
        let cell = cell(sex, age, t, rule).unwrap();
        (cell.age_row, cell.column)
    }

    #[test]
    fn the_next_worse_column() {
        for (t, column) in [
            (0.1, "0.0"),
            (0.0, "0.0"),
            (-0.1, "-0.5"),
            (-0.5, "-0.5"),
            (-2.4, "-2.5"),
            (-2.5, "-2.5"),
            (-2.6, "-3.0"),
            (-3.5, "-3.5"),
            (-3.6, "-4.0"),
            (-4.0, "-4.0"),
            (-4.1, "-4.0"),
            (-9.9, "-4.0"),
        ] {
            assert_eq!(at(Sex::Female, 70.0, Some(t), DvoAgeRow::Floor).1, column, "{t}");
        }
        assert_eq!(at(Sex::Male, 70.0, None, DvoAgeRow::Floor).1, "no_bmd");
        // -2.5 with the noise of binary arithmetic.
        assert_eq!(at(Sex::Male, 70.0, Some((0.558 - 0.858) / 0.120), DvoAgeRow::Floor).1, "-2.5");
    }

    #[test]
    fn rows_by_either_rule() {
        for (age, floor, nearest) in [
            (50.0, 50, 50),
            (52.0, 50, 50),
            (52.9, 50, 50),
            (53.0, 50, 55),
            (54.99, 50, 55),
            (55.0, 55, 55),
            (87.0, 85, 85),
            (88.0, 85, 90),
            (90.0, 90, 90),
            (120.0, 90, 90),
        ] {
            assert_eq!(at(Sex::Female, age, None, DvoAgeRow::Floor).0, floor, "{age}");
            assert_eq!(at(Sex::Female, age, None, DvoAgeRow::Nearest).0, nearest, "{age}");
        }
    }

    #[test]
    fn what_is_refused() {
        let code = |age: f64, t: Option<f64>| cell(Sex::Female, age, t, DvoAgeRow::Floor).unwrap_err().code;
        assert_eq!(code(f64::NAN, None), Code::NotFinite);
        assert_eq!(code(f64::INFINITY, None), Code::NotFinite);
        assert_eq!(code(70.0, Some(f64::NAN)), Code::NotFinite);
        assert_eq!(code(70.0, Some(f64::NEG_INFINITY)), Code::NotFinite);
        assert_eq!(code(49.99, None), Code::OutOfRange);
        assert_eq!(code(121.0, None), Code::OutOfRange);
        assert_eq!(code(70.0, Some(-10.1)), Code::OutOfRange);
    }

    #[test]
    fn corners_of_the_tables() {
        let required = |sex, age, t| cell(sex, age, t, DvoAgeRow::Floor).unwrap().required_hundredths;
        assert_eq!(required(Sex::Female, 50.0, None), [1300, 2200, 4300]);
        assert_eq!(required(Sex::Female, 50.0, Some(-4.0)), [0, 200, 370]);
        assert_eq!(required(Sex::Female, 90.0, Some(0.0)), [120, 200, 400]);
        assert_eq!(required(Sex::Male, 50.0, None), [1200, 1900, 3900]);
        assert_eq!(required(Sex::Male, 90.0, Some(-0.5)), [100, 150, 300]);
        assert_eq!(required(Sex::Male, 90.0, Some(-4.0)), [0, 0, 0]);
    }
}
