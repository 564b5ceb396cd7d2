//! Columns of the caller, lent to the engine.

use std::cell::OnceCell;

use arrow_array::{ArrayRef, RecordBatch};
use osteon::batch::{Bits, Columns, Values};
use osteon::columns::{Kind, column};
use osteon::error::{Code, Refusal};
use osteon_arrow::{Held, Rows};
use osteon_table::Plan;

use crate::reads::no_column;
use crate::source::{Source, Stored};

/// The columns that are read, each with its field.
pub(crate) struct Lent<'s, 'py> {
    columns: Vec<One<'s, 'py>>,
    /// What finds the column of a refusal, made when it is first needed.
    plan: OnceCell<Option<Plan>>,
}

struct One<'s, 'py> {
    field: String,
    column: String,
    from: From<'s, 'py>,
}

enum From<'s, 'py> {
    Source(&'s Source<'py>, Option<Held>),
    Array(ArrayRef, Held),
}

impl<'s, 'py> Lent<'s, 'py> {
    /// The columns of these pairs of field and column.
    pub(crate) fn of_sources(
        pairs: &[(String, String)],
        sources: &'s [Source<'py>],
    ) -> Result<Self, Refusal> {
        let one = |(field, column): &(String, String)| {
            let names = || sources.iter().map(|source| source.name.as_str()).collect::<Vec<_>>();
            let source = sources.iter().find(|source| source.name == *column);
            let source = source.ok_or_else(|| no_column(column, &names()))?;
            if let Some(odd) = source.odd.as_ref().filter(|_| is_text(field)) {
                let limit = format!("is no text, in row {}", odd.row);
                return Err(Refusal::new(Code::WrongType, column.clone(), odd.said.clone(), limit));
            }
            let held = match &source.values {
                Stored::Arrow(array) => Some(Held::of(field, array).map_err(|r| at(r, field, column))?),
                _ => None,
            };
            Ok(One { field: field.clone(), column: column.clone(), from: From::Source(source, held) })
        };
        let columns = pairs.iter().filter(is_asked).map(one).collect::<Result<_, _>>()?;
        Ok(Self { columns, plan: OnceCell::new() })
    }

    /// The same of a record batch.
    pub(crate) fn of_batch(pairs: &[(String, String)], batch: &RecordBatch) -> Result<Self, Refusal> {
        let one = |(field, column): &(String, String)| {
            let schema = batch.schema_ref();
            let names = || schema.fields().iter().map(|field| field.name().as_str()).collect::<Vec<_>>();
            let array = batch.column_by_name(column).ok_or_else(|| no_column(column, &names()))?;
            let held = Held::of(field, array).map_err(|refusal| at(refusal, field, column))?;
            let from = From::Array(ArrayRef::clone(array), held);
            Ok(One { field: field.clone(), column: column.clone(), from })
        };
        let columns = pairs.iter().filter(is_asked).map(one).collect::<Result<_, _>>()?;
        Ok(Self { columns, plan: OnceCell::new() })
    }

    /// The words of each column.
    pub(crate) fn words(&self) -> Vec<Vec<&str>> {
        self.columns.iter().map(|one| one.held().map(Held::words).unwrap_or_default()).collect()
    }

    /// The columns as the engine takes them.
    pub(crate) fn columns<'a>(
        &'a self,
        words: &'a [Vec<&'a str>],
        rows: usize,
    ) -> Result<Columns<'a>, Refusal> {
        let mut columns = Columns::new(rows);
        for (one, words) in self.columns.iter().zip(words) {
            let (values, validity) = one.values(words, rows);
            columns
                .push(&one.field, values, validity)
                .map_err(|refusal| at(refusal, &one.field, &one.column))?;
        }
        Ok(columns)
    }

    /// The caller's column that the path of a refusal came from in a row.
    pub(crate) fn column_of(&self, path: &str, row: usize) -> String {
        self.located(path, row).unwrap_or_else(|| path.to_owned())
    }

    fn located(&self, path: &str, row: usize) -> Option<String> {
        let named = |field: &str| {
            self.columns
                .iter()
                .find(|one| one.field.eq_ignore_ascii_case(field))
                .map(|one| one.column.clone())
        };
        if let Some(column) = named(path) {
            return Some(column);
        }
        let fields = self.columns.iter().map(|one| one.field.as_str());
        let plan = self.plan.get_or_init(|| Plan::of_header(fields.clone(), false).ok()).as_ref()?;
        let arrays = self.columns.iter().map(|one| one.row(row));
        let batch = RecordBatch::try_from_iter(fields.zip(arrays)).ok()?;
        let rows = Rows::of(&batch, &plan.reads()).ok()?;
        plan.column_of(path, &rows.row(0)).and_then(named)
    }
}

/// Identifiers decide nothing, and may be of any type.
fn is_asked(pair: &&(String, String)) -> bool {
    !pair.0.eq_ignore_ascii_case("id")
}

/// Whether a field is free text.
fn is_text(field: &str) -> bool {
    column(&field.to_ascii_lowercase()).is_ok_and(|field| matches!(field.kind, Kind::Text))
}

/// A refusal of a column, with the caller's own name of it.
fn at(mut refusal: Refusal, field: &str, column: &str) -> Refusal {
    if !field.eq_ignore_ascii_case(column) {
        refusal.limit = format!("{} (column {column})", refusal.limit).into();
    }
    refusal
}

impl One<'_, '_> {
    fn held(&self) -> Option<&Held> {
        match &self.from {
            From::Source(_, held) => held.as_ref(),
            From::Array(_, held) => Some(held),
        }
    }

    fn row(&self, row: usize) -> ArrayRef {
        match &self.from {
            From::Source(source, _) => source.arrow(row, 1),
            From::Array(array, _) => array.slice(row, 1),
        }
    }

    fn values<'a>(&'a self, words: &'a [&'a str], rows: usize) -> (Values<'a>, Option<Bits<'a>>) {
        let bits = |valid: &'a Option<Vec<u8>>| valid.as_deref().and_then(|bits| Bits::new(bits, 0, rows));
        if let Some(held) = self.held() {
            return (held.values(words), held.validity());
        }
        let From::Source(source, _) = &self.from else { return (Values::from(&[][..] as &[f64]), None) };
        match &source.values {
            Stored::F64(values, valid) => (Values::F64(values.as_array()), bits(valid)),
            Stored::F32(values, valid) => (Values::F32(values.as_array()), bits(valid)),
            Stored::I64(values, valid) => (Values::I64(values.as_array()), bits(valid)),
            Stored::I32(values, valid) => (Values::I32(values.as_array()), bits(valid)),
            Stored::U8(values, valid) => (Values::U8(values.as_array()), bits(valid)),
            Stored::Arrow(_) => (Values::from(&[][..] as &[f64]), None),
        }
    }
}
