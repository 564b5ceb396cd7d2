//! What fields there are of a person, and what each takes.

use std::sync::OnceLock;

use osteon::columns::{Column, Kind, Target, column, every_name};
use osteon::document::Section;

use crate::abi::{
    Failure, Outcome, Sized_, guard, osteon_status, osteon_text, osteon_truth, out_struct, out_value,
    reference, up_to,
};
use crate::engine::osteon_engine;

/// What a field takes.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_field_kind {
    /// Nothing that this header knows.
    #[allow(dead_code, reason = "it is only ever in the hands of callers")]
    Unknown = 0,
    /// A number, in the unit of the field's name: osteon_patient_set_number.
    Number = 1,
    /// A whole number, 0 or more: osteon_patient_set_number.
    Count = 2,
    /// Yes or no: osteon_patient_set_truth.
    Truth = 3,
    /// A day: osteon_patient_set_date.
    Date = 4,
    /// One of the field's words: osteon_patient_set_text.
    Choice = 5,
    /// Text: osteon_patient_set_text.
    Text = 6,
    /// A list in the shorthand of tables: osteon_patient_set_text.
    List = 7,
    /// A laboratory result: osteon_patient_set_number, or osteon_patient_set_text where it is `>90` or `pending`.
    Result = 8,
}

impl From<Kind> for osteon_field_kind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Number => Self::Number,
            Kind::Count => Self::Count,
            Kind::Flag => Self::Truth,
            Kind::Date => Self::Date,
            Kind::Choice(_) => Self::Choice,
            Kind::Text => Self::Text,
            Kind::List => Self::List,
            Kind::Result => Self::Result,
        }
    }
}

/// A field of the patient document, as setters and columns name it. Its name lives as long as the engine.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_field {
    /// sizeof(osteon_field).
    pub size: u32,
    /// What it takes.
    pub kind: osteon_field_kind,
    /// Whether setters take it. Columns take every field; the fields of a scan are columns only, since
    /// osteon_patient_add_scan gives a scan whole.
    pub settable: osteon_truth,
    /// Zero.
    pub reserved: u32,
    /// Its name.
    pub name: osteon_text,
    /// Its place among the fields.
    pub index: usize,
    /// How many words it has, of a choice or of the list `complete`; osteon_field_word gives them. 0: no closed list.
    pub word_count: usize,
}

// SAFETY: integers and pointers; it begins with `size`. Only the library writes one.
unsafe impl Sized_ for osteon_field {
    const FIRST: usize = up_to!(osteon_field, word_count);
}

/// The fields, listed when they are first asked for.
#[derive(Default)]
pub(crate) struct Fields(OnceLock<Vec<Column>>);

impl Fields {
    fn all(&self) -> &[Column] {
        self.0.get_or_init(|| every_name().iter().filter_map(|name| column(name).ok()).collect())
    }

    fn at(&self, index: usize) -> Outcome<&Column> {
        self.all().get(index).ok_or_else(|| Failure::not_found("there is no such field"))
    }
}

const fn words(field: &Column) -> &'static [&'static str] {
    match (field.kind, field.target) {
        (Kind::Choice(words), _) => words,
        (_, Target::Complete) => Section::KEYS,
        _ => &[],
    }
}

fn described(field: &Column, index: usize) -> osteon_field {
    osteon_field {
        size: 0,
        kind: field.kind.into(),
        settable: (!field.target.is_of_scan()).into(),
        reserved: 0,
        name: field.name.as_str().into(),
        index,
        word_count: words(field).len(),
    }
}

/// A field of the patient document, by its place from 0: every one that setters and columns take, laboratory results
/// in each unit among them (some 1800). OSTEON_STATUS_NOT_FOUND beyond the last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_field_at(
    engine: *const osteon_engine,
    index: usize,
    field: *mut osteon_field,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(core::ptr::null_mut(), || {
            let found = reference(engine, "engine")?.fields.at(index)?;
            out_struct(field, described(found, index), "field")
        })
    }
}

/// A field of the patient document, by its name; of several spellings (`bmd_l1_l4`) the one that it has in the list
/// (`bmd_lumbar_spine`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_field_find(
    engine: *const osteon_engine,
    name: osteon_text,
    field: *mut osteon_field,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(core::ptr::null_mut(), || {
            let (engine, name) = (reference(engine, "engine")?, name.needed("name")?);
            let none = || Failure::not_found("no field has this name");
            let name = column(name).map_err(|_| none())?.name;
            let index = engine.fields.all().iter().position(|known| known.name == name).ok_or_else(none)?;
            out_struct(field, described(engine.fields.at(index)?, index), "field")
        })
    }
}

/// A word that a field takes, by its place from 0, such as `female` of `sex`. Words are static.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_field_word(
    engine: *const osteon_engine,
    field: usize,
    word: usize,
    text: *mut osteon_text,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(core::ptr::null_mut(), || {
            let word = words(reference(engine, "engine")?.fields.at(field)?).get(word);
            let word = word.ok_or_else(|| Failure::not_found("the field has no such word"))?;
            out_value(text, (*word).into(), "text")
        })
    }
}
