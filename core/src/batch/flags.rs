//! The yes-or-no columns of risk factors and of the history: read for a block of rows at once.

use core::ops::Range;

use crate::columns::Target;
use crate::document::stated::Stated;
use crate::document::{History, RiskFactors};
use crate::rule::BLOCK;

use super::bits::Bits;
use super::column::Values;
use super::columns::Columns;

/// The two objects of the document whose keys are mostly of yes or no.
const OBJECTS: usize = 2;

/// A column of bits that fills one such key.
struct FlagColumn<'c, 'a> {
    index: usize,
    object: usize,
    /// The key, as a set of one.
    key: Stated,
    values: Bits<'a>,
    validity: Option<&'c Bits<'a>>,
}

/// Those columns, and what they say of the rows of a block.
pub(super) struct FlagColumns<'c, 'a> {
    columns: Vec<FlagColumn<'c, 'a>>,
    first: usize,
    /// Of each object that any column fills, what is stated in each row.
    stated: [Option<Vec<Stated>>; OBJECTS],
}

impl<'c, 'a> FlagColumns<'c, 'a> {
    pub(super) fn of(all: &'c Columns<'a>) -> Self {
        let mut columns = Vec::new();
        let mut stated = [None, None];
        for (index, bound) in all.bound.iter().enumerate() {
            let Values::Bits(values) = bound.values else { continue };
            let (object, key) = match bound.target {
                Target::RiskFactors(_) => (0, RiskFactors::yes(&bound.name)),
                Target::History(_) => (1, History::yes(&bound.name)),
                _ => continue,
            };
            let Some(key) = key else { continue };
            columns.push(FlagColumn { index, object, key, values, validity: bound.validity.as_ref() });
            if let Some(rows) = stated.get_mut(object) {
                rows.get_or_insert_with(|| vec![Stated::default(); BLOCK]);
            }
        }
        Self { columns, first: 0, stated }
    }

    /// Whether a column is among them.
    pub(super) fn holds(&self, index: usize) -> bool {
        self.columns.iter().any(|column| column.index == index)
    }

    /// Reads the rows of a block.
    pub(super) fn begin(&mut self, rows: Range<usize>) {
        self.first = rows.start;
        for stated in self.stated.iter_mut().flatten() {
            stated.fill(Stated::default());
        }
        for column in &self.columns {
            let Some(Some(stated)) = self.stated.get_mut(column.object) else { continue };
            // A word of bits at a time.
            for (first, stated) in rows.clone().step_by(64).zip(stated.chunks_mut(64)) {
                let yes = column.values.word(first);
                let known = column.validity.map_or(u64::MAX, |bits| bits.word(first));
                for (at, stated) in (0..rows.end.min(first + 64) - first).zip(stated) {
                    *stated = stated.with(column.key, known >> at & 1 == 1, yes >> at & 1 == 1);
                }
            }
        }
    }

    /// What a row of the block states of each object that any column fills.
    pub(super) fn of_row(&self, row: usize) -> [Option<Stated>; OBJECTS] {
        let place = row - self.first.min(row);
        self.stated.each_ref().map(|rows| rows.as_ref().and_then(|rows| rows.get(place).copied()))
    }
}
