//! What columns there are.

use osteon::Engine;
use osteon::batch::{AnswerColumn, Holds};

use super::answers::osteon_holds;
use crate::abi::{
    Failure, Outcome, Sized_, guard, osteon_status, osteon_text, out_struct, out_value, reference, up_to,
};
use crate::engine::osteon_engine;

/// A column that an engine answers, with what must be said beside it.
pub(crate) struct Described {
    pub(super) column: AnswerColumn,
    said: Option<String>,
}

impl Described {
    /// Every column of an engine.
    pub(crate) fn all(engine: &Engine) -> Vec<Self> {
        let described = |column: AnswerColumn| Self { said: column.to_be_said(), column };
        AnswerColumn::all(engine.setup()).into_iter().map(described).collect()
    }

    fn words(&self) -> &[&'static str] {
        match &self.column.holds {
            Holds::Codes(words) | Holds::Sets(words) => words,
            _ => &[],
        }
    }
}

/// What a column of answers is. Texts live as long as the engine.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_column_description {
    /// sizeof(osteon_column_description).
    pub size: u32,
    /// What it holds.
    pub holds: osteon_holds,
    /// Its name.
    pub name: osteon_text,
    /// Its place among the columns of the engine.
    pub index: usize,
    /// How many words it has; osteon_column_word gives them.
    pub word_count: usize,
    /// What must be said wherever the column is shown: the notice of a model, or that a guideline is not yet verified.
    pub to_be_said: osteon_text,
}

// SAFETY: integers and pointers; it begins with `size`. Only the library writes one.
unsafe impl Sized_ for osteon_column_description {
    const FIRST: usize = up_to!(osteon_column_description, to_be_said);
}

/// How many columns of answers an engine has, of what it is set to answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_column_count(
    engine: *const osteon_engine,
    count: *mut usize,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(core::ptr::null_mut(), || out_value(count, reference(engine, "engine")?.columns.len(), "count"))
    }
}

/// A column of answers, by its place from 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_column_at(
    engine: *const osteon_engine,
    index: usize,
    column: *mut osteon_column_description,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(core::ptr::null_mut(), || {
            let found = at(reference(engine, "engine")?, index)?;
            out_struct(column, of(found, index), "column")
        })
    }
}

/// A column of answers, by its name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_column_find(
    engine: *const osteon_engine,
    name: osteon_text,
    column: *mut osteon_column_description,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(core::ptr::null_mut(), || {
            let (engine, name) = (reference(engine, "engine")?, name.needed("name")?);
            let index = engine.columns.iter().position(|known| known.column.name == name);
            let index = index.ok_or_else(|| Failure::not_found("no column has this name"))?;
            out_struct(column, of(at(engine, index)?, index), "column")
        })
    }
}

/// A word of a column, by its place from 0: of codes, code n is word n - 1; of sets, bit n is word n (a bit without a
/// meaning has an empty word).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_column_word(
    engine: *const osteon_engine,
    column: usize,
    word: usize,
    text: *mut osteon_text,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(core::ptr::null_mut(), || {
            let words = at(reference(engine, "engine")?, column)?.words();
            let word = words.get(word).ok_or_else(|| Failure::not_found("the column has no such word"))?;
            out_value(text, (*word).into(), "text")
        })
    }
}

fn at(engine: &osteon_engine, index: usize) -> Outcome<&Described> {
    engine.columns.get(index).ok_or_else(|| Failure::not_found("the engine has no such column"))
}

fn of(described: &Described, index: usize) -> osteon_column_description {
    osteon_column_description {
        size: 0,
        holds: (&described.column.holds).into(),
        name: described.column.name.as_str().into(),
        index,
        word_count: described.words().len(),
        to_be_said: described.said.as_deref().into(),
    }
}
