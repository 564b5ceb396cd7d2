//! Rows of a table from the columns of a block of people, where the table shows nothing that only words can say.

use std::collections::HashMap;

use osteon::batch::{AnswerColumn, Answers};
use osteon::densitometry::{Flag, Setup};

use crate::answer::{Column, SCORE_DECIMALS};
use crate::written::AnswerCells;

/// Where the cells of a column come from: the place among the columns of the block.
#[derive(Clone, Copy, Debug)]
enum Source {
    Id,
    Number(usize, usize),
    Whole(usize),
    Truth(usize),
    Word(usize),
    Assumed(usize),
    Flags(usize),
    Said(&'static str),
}

/// The way from the columns of a block to the rows of a table.
#[derive(Clone, Debug)]
pub struct ColumnRows {
    columns: Vec<AnswerColumn>,
    sources: Vec<Source>,
    /// What the caller itself reads into unknowns, as a cell shows it.
    assumed: String,
    /// The cells of sets that were written before: a table has few.
    cells: HashMap<(usize, u64), String>,
}

impl ColumnRows {
    /// `None` where a column says what the columns of a block do not hold.
    pub(crate) fn of(columns: &[Column], setup: &Setup) -> Option<Self> {
        let mut asked: Vec<AnswerColumn> = Vec::new();
        let all = AnswerColumn::all(setup);
        let mut place = |name: String| {
            let column = all.iter().find(|column| column.name == name)?;
            let known = asked.iter().position(|known| known == column);
            known.or_else(|| {
                asked.push(column.clone());
                Some(asked.len() - 1)
            })
        };
        let source = |column: &Column| {
            let name = column.name();
            Some(match column {
                Column::Id => Source::Id,
                Column::T(_) | Column::Z(_) => Source::Number(place(name)?, SCORE_DECIMALS),
                Column::LowestTReported => Source::Number(place(name)?, 1),
                Column::AgeYears | Column::Tbs => Source::Number(place(name)?, 0),
                Column::Sex | Column::Diagnosis | Column::TbsCategory | Column::TriagePriority => {
                    Source::Word(place(name)?)
                }
                Column::ClinicalOsteoporosis => Source::Truth(place(name)?),
                Column::TriageWithinWeeks => Source::Whole(place(name)?),
                Column::Assumed => Source::Assumed(place(name)?),
                Column::Flags => Source::Flags(place(name)?),
                Column::EngineVersion => Source::Said(osteon::VERSION),
                Column::DataVersion => Source::Said(osteon::DATA_VERSION),
                _ => return None,
            })
        };
        let sources = columns.iter().map(source).collect::<Option<Vec<_>>>()?;
        let callers = setup.assumed.iter().map(|one| [&*one.field, "=", &*one.read_as].concat());
        let assumed = callers.collect::<Vec<_>>().join(";");
        Some(Self { columns: asked, sources, assumed, cells: HashMap::new() })
    }

    /// The columns that a block must answer.
    #[must_use]
    pub fn columns(&self) -> &[AnswerColumn] {
        &self.columns
    }

    /// Writes the cells of a row of a block.
    ///
    /// # Errors
    /// What the writer says.
    pub fn write<W: AnswerCells>(
        &mut self,
        answers: &Answers,
        row: usize,
        id: &str,
        out: &mut W,
    ) -> Result<(), W::Error> {
        let Self { sources, assumed, cells, .. } = self;
        let column = |place: usize| answers.columns.get(place);
        let number = |place| column(place).and_then(|column| column.number(row));
        let word = |place| column(place).and_then(|column| column.word(row));
        for source in sources {
            match *source {
                Source::Id => out.text(id)?,
                Source::Number(place, decimals) => out.number(number(place), decimals)?,
                // Weeks are whole and few.
                Source::Whole(place) => out.whole(number(place).map(|weeks| weeks as u32))?,
                Source::Truth(place) => out.truth(word(place).map(|word| word == "true"))?,
                Source::Word(place) => out.word(word(place).unwrap_or_default())?,
                Source::Assumed(place) | Source::Flags(place) => {
                    let Some(column) = column(place) else { continue };
                    let cell = cells.entry((place, column.set(row))).or_insert_with(|| {
                        let mut words: Vec<&str> = column.words(row).collect();
                        if matches!(source, Source::Flags(_)) {
                            // In the order in which answers list them.
                            words.sort_by_key(|word| {
                                Flag::ALL.iter().position(|flag| flag.as_str() == *word).unwrap_or(usize::MAX)
                            });
                        } else if !assumed.is_empty() {
                            words.push(assumed);
                        }
                        words.join(";")
                    });
                    out.text(cell)?;
                }
                Source::Said(word) => out.word(word)?,
            }
        }
        Ok(())
    }
}
