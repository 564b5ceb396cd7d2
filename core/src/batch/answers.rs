//! Where answers go: buffers of the caller, one for each column.

use std::collections::TryReserveError;

use ndarray::ArrayViewMut1;

use super::answer_column::{AnswerColumn, Holds};

/// The buffer of one column of an answer.
#[derive(Debug)]
#[non_exhaustive]
pub enum Buffer<'o> {
    /// For [`Holds::Numbers`]: the values, and a bit for each row that has one (Arrow's layout). Where the bit is
    /// not set the value is NaN.
    Numbers {
        /// The values.
        values: ArrayViewMut1<'o, f64>,
        /// The bitmap.
        validity: &'o mut [u8],
    },
    /// For [`Holds::Codes`].
    Codes(ArrayViewMut1<'o, u8>),
    /// For [`Holds::Sets`].
    Sets(ArrayViewMut1<'o, u64>),
}

impl<'o> Buffer<'o> {
    /// Whether it holds what the column holds, of so many rows.
    pub(super) fn fits(&self, column: &AnswerColumn, rows: usize) -> bool {
        match (self, &column.holds) {
            (Self::Numbers { values, validity }, Holds::Numbers) => {
                values.len() == rows && validity.len() >= rows.div_ceil(8)
            }
            (Self::Codes(codes), Holds::Codes(_)) => codes.len() == rows,
            (Self::Sets(sets), Holds::Sets(_)) => sets.len() == rows,
            _ => false,
        }
    }

    /// The same buffer, for a shorter time.
    pub(super) fn reborrow(&mut self) -> Buffer<'_> {
        match self {
            Self::Numbers { values, validity } => Buffer::Numbers { values: values.view_mut(), validity },
            Self::Codes(codes) => Buffer::Codes(codes.view_mut()),
            Self::Sets(sets) => Buffer::Sets(sets.view_mut()),
        }
    }

    /// The first rows, and the rest; `rows` is a whole number of bytes of the bitmap, or all there are.
    pub(super) fn split(self, rows: usize) -> (Self, Self) {
        use ndarray::Axis;
        match self {
            Self::Numbers { values, validity } => {
                let (values, more) = values.split_at(Axis(0), rows);
                let (validity, more_validity) = validity.split_at_mut(rows.div_ceil(8).min(validity.len()));
                (Self::Numbers { values, validity }, Self::Numbers { values: more, validity: more_validity })
            }
            Self::Codes(codes) => {
                let (codes, more) = codes.split_at(Axis(0), rows);
                (Self::Codes(codes), Self::Codes(more))
            }
            Self::Sets(sets) => {
                let (sets, more) = sets.split_at(Axis(0), rows);
                (Self::Sets(sets), Self::Sets(more))
            }
        }
    }
}

/// Answers in buffers of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// The columns, in the order asked for.
    pub columns: Vec<Answered>,
}

/// One column of answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// What it is.
    pub column: AnswerColumn,
    /// Its values.
    pub values: Owned,
}

/// The values of one column of answers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Owned {
    /// Numbers; NaN where there is none.
    Numbers {
        /// The values.
        values: Vec<f64>,
        /// A bit for each row that has one.
        validity: Vec<u8>,
    },
    /// Codes.
    Codes(Vec<u8>),
    /// Sets.
    Sets(Vec<u64>),
}

fn filled<T: Copy>(value: T, rows: usize) -> Result<Vec<T>, TryReserveError> {
    let mut values = Vec::new();
    values.try_reserve_exact(rows)?;
    values.resize(rows, value);
    Ok(values)
}

impl Answers {
    /// Empty buffers for these columns and so many rows.
    #[must_use]
    pub fn new(columns: Vec<AnswerColumn>, rows: usize) -> Self {
        let of = |column: AnswerColumn| {
            let values = match column.holds {
                Holds::Numbers => {
                    Owned::Numbers { values: vec![f64::NAN; rows], validity: vec![0; rows.div_ceil(8)] }
                }
                Holds::Codes(_) => Owned::Codes(vec![0; rows]),
                Holds::Sets(_) => Owned::Sets(vec![0; rows]),
            };
            Answered { column, values }
        };
        Self { columns: columns.into_iter().map(of).collect() }
    }

    /// The same where there may not be room for it.
    ///
    /// # Errors
    /// Memory that cannot be had.
    ///
    /// ```
    /// use osteon::batch::{AnswerColumn, Answers};
    /// let all = AnswerColumn::all(osteon::Engine::default().setup());
    /// assert!(Answers::try_new(all.clone(), 3).is_ok());
    /// assert!(Answers::try_new(all, usize::MAX / 8).is_err());
    /// ```
    pub fn try_new(columns: Vec<AnswerColumn>, rows: usize) -> Result<Self, TryReserveError> {
        let of = |column: AnswerColumn| {
            let values = match column.holds {
                Holds::Numbers => {
                    Owned::Numbers { values: filled(f64::NAN, rows)?, validity: filled(0, rows.div_ceil(8))? }
                }
                Holds::Codes(_) => Owned::Codes(filled(0, rows)?),
                Holds::Sets(_) => Owned::Sets(filled(0, rows)?),
            };
            Ok::<_, TryReserveError>(Answered { column, values })
        };
        Ok(Self { columns: columns.into_iter().map(of).collect::<Result<_, _>>()? })
    }

    /// The columns with the buffers that they are written to.
    pub fn buffers(&mut self) -> Vec<(&AnswerColumn, Buffer<'_>)> {
        fn of(answered: &mut Answered) -> (&AnswerColumn, Buffer<'_>) {
            let Answered { column, values } = answered;
            let buffer = match values {
                Owned::Numbers { values, validity } => {
                    Buffer::Numbers { values: ArrayViewMut1::from(values.as_mut_slice()), validity }
                }
                Owned::Codes(codes) => Buffer::Codes(ArrayViewMut1::from(codes.as_mut_slice())),
                Owned::Sets(sets) => Buffer::Sets(ArrayViewMut1::from(sets.as_mut_slice())),
            };
            (column, buffer)
        }
        self.columns.iter_mut().map(of).collect()
    }

    /// The buffers alone, in the order of the columns.
    pub fn only_buffers(&mut self) -> Vec<Buffer<'_>> {
        self.buffers().into_iter().map(|(_, buffer)| buffer).collect()
    }

    /// A column by its name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Answered> {
        self.columns.iter().find(|answered| answered.column.name == name)
    }
}

impl Answered {
    /// The number of a row.
    #[must_use]
    pub fn number(&self, row: usize) -> Option<f64> {
        match &self.values {
            Owned::Numbers { values, validity } => {
                let valid = validity.get(row / 8).is_some_and(|byte| byte >> (row % 8) & 1 != 0);
                values.get(row).copied().filter(|_| valid)
            }
            Owned::Codes(_) | Owned::Sets(_) => None,
        }
    }

    /// The word of a row.
    #[must_use]
    pub fn word(&self, row: usize) -> Option<&'static str> {
        match (&self.values, &self.column.holds) {
            (Owned::Codes(codes), Holds::Codes(words)) => {
                let code = usize::from(*codes.get(row)?);
                words.get(code.checked_sub(1)?).copied()
            }
            _ => None,
        }
    }

    /// The set of a row, as bits.
    #[must_use]
    pub fn set(&self, row: usize) -> u64 {
        match &self.values {
            Owned::Sets(sets) => sets.get(row).copied().unwrap_or_default(),
            Owned::Numbers { .. } | Owned::Codes(_) => 0,
        }
    }

    /// The words of a row.
    pub fn words(&self, row: usize) -> impl Iterator<Item = &'static str> {
        let (set, words) = match (&self.values, &self.column.holds) {
            (Owned::Sets(sets), Holds::Sets(words)) => {
                (sets.get(row).copied().unwrap_or_default(), words.as_slice())
            }
            _ => (0, &[][..]),
        };
        words.iter().enumerate().filter(move |(bit, _)| set >> bit & 1 != 0).map(|(_, word)| *word)
    }
}
