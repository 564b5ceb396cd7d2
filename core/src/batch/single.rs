//! One answer for each row: the thing a caller asks for, and nothing else computed.

use ndarray::ArrayViewMut1;

use crate::document::Region;
use crate::engine::Engine;
use crate::error::{Code, Refusal, nearest, shortened};
use crate::risk::Model;
use crate::rule::Guideline;

use super::answer_column::AnswerColumn;
use super::answers::Buffer;
use super::assess::assess_columns;
use super::columns::Columns;

impl AnswerColumn {
    /// The column with this name.
    ///
    /// # Errors
    /// A name that is no column of what the engine is set to answer, with the nearest that is.
    pub fn named(engine: &Engine, name: &str) -> Result<Self, Refusal> {
        let mut all = Self::all(engine.setup());
        match all.iter().position(|column| column.name == name) {
            Some(place) => Ok(all.swap_remove(place)),
            None => {
                let names: Vec<&str> = all.iter().map(|column| column.name.as_str()).collect();
                let near =
                    nearest(name, &names).map_or(String::new(), |near| format!("; did you mean {near}?"));
                let limit = format!("no column of what the engine is set to answer{near}");
                let name = shortened(name).into_owned();
                Err(Refusal::new(Code::UnknownId, name.clone(), name, limit))
            }
        }
    }
}

/// One column of the answer, by its name; the value of a refused row is nothing.
///
/// # Errors
/// A name that is no column; columns and buffers as of [`assess_columns`].
pub fn assess_column(
    engine: &Engine,
    columns: &Columns<'_>,
    name: &str,
    buffer: Buffer<'_>,
) -> Result<(), Refusal> {
    let column = AnswerColumn::named(engine, name)?;
    assess_columns(engine, columns, &mut [(&column, buffer)], &mut |_| {})
}

/// T-scores of a region, with a bit for each row that has one.
///
/// # Errors
/// As of [`assess_column`].
pub fn t_scores(
    engine: &Engine,
    columns: &Columns<'_>,
    region: Region,
    values: ArrayViewMut1<'_, f64>,
    validity: &mut [u8],
) -> Result<(), Refusal> {
    assess_column(engine, columns, &format!("t_{region}"), Buffer::Numbers { values, validity })
}

/// Z-scores of a region, with a bit for each row that has one.
///
/// # Errors
/// As of [`assess_column`].
pub fn z_scores(
    engine: &Engine,
    columns: &Columns<'_>,
    region: Region,
    values: ArrayViewMut1<'_, f64>,
    validity: &mut [u8],
) -> Result<(), Refusal> {
    assess_column(engine, columns, &format!("z_{region}"), Buffer::Numbers { values, validity })
}

/// The WHO class, as codes of [`Category`](crate::document::assessment::Category).
///
/// # Errors
/// As of [`assess_column`].
pub fn diagnosis(
    engine: &Engine,
    columns: &Columns<'_>,
    codes: ArrayViewMut1<'_, u8>,
) -> Result<(), Refusal> {
    assess_column(engine, columns, "diagnosis", Buffer::Codes(codes))
}

/// What a risk model gives, by what tables call it after its id: `hip_percent`, `points`, `at_cut_off`.
///
/// # Errors
/// As of [`assess_column`].
pub fn risk(
    engine: &Engine,
    columns: &Columns<'_>,
    model: &Model,
    gives: &str,
    buffer: Buffer<'_>,
) -> Result<(), Refusal> {
    let column = AnswerColumn::named(engine, &format!("{}_{gives}", model.id))?;
    if !column.is_of_model(model) {
        let limit = format!("nothing that {} gives; see AnswerColumn::all", model.id);
        return Err(Refusal::new(Code::UnknownId, "gives", gives.to_owned(), limit));
    }
    assess_columns(engine, columns, &mut [(&column, buffer)], &mut |_| {})
}

/// The category of a guideline, as codes of its own list.
///
/// # Errors
/// As of [`assess_column`].
pub fn category(
    engine: &Engine,
    columns: &Columns<'_>,
    guideline: &Guideline,
    codes: ArrayViewMut1<'_, u8>,
) -> Result<(), Refusal> {
    assess_column(engine, columns, &format!("{}_category", guideline.id), Buffer::Codes(codes))
}

/// The recommendation of a guideline, as codes of
/// [`Recommendation`](crate::document::guidance::Recommendation). Not for use alone: see [`AnswerColumn::companions`].
///
/// # Errors
/// As of [`assess_column`].
pub fn recommendation(
    engine: &Engine,
    columns: &Columns<'_>,
    guideline: &Guideline,
    codes: ArrayViewMut1<'_, u8>,
) -> Result<(), Refusal> {
    assess_column(engine, columns, &format!("{}_recommendation", guideline.id), Buffer::Codes(codes))
}

/// How soon each person should be seen, as codes of [`Priority`](crate::document::guidance::Priority).
///
/// # Errors
/// As of [`assess_column`].
pub fn triage(engine: &Engine, columns: &Columns<'_>, codes: ArrayViewMut1<'_, u8>) -> Result<(), Refusal> {
    assess_column(engine, columns, "triage_priority", Buffer::Codes(codes))
}
