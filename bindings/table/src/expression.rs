//! How a value is found in a row: a cell, a constant, or a combination of both.

use osteon::columns::{Kind, Value, number};
use osteon::error::{Code, Refusal, nearest};

use crate::cells::Cell;

/// A column of the table, by name; bound to an index when the header is known.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) name: Box<str>,
    pub(crate) index: usize,
}

/// A value that stands in a map.
#[derive(Clone, Debug)]
pub(crate) enum Fixed {
    Text(Box<str>),
    Other(Value<'static>),
}

/// A code of a table: equal as text or as a number, so that `1`, `1.0` and `"1"` are the same.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    text: Box<str>,
    number: Option<f64>,
}

/// A cell and how to read it.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    pub(crate) source: Source,
    pub(crate) kind: Kind,
    pub(crate) values: Option<Vec<(Key, Fixed)>>,
    pub(crate) missing: Vec<Key>,
    pub(crate) scale: Option<f64>,
    /// A blank cell reads as no, not as unknown.
    pub(crate) blank_is_no: bool,
    /// This number stands for itself or more.
    pub(crate) top_code: Option<f64>,
}

/// Whether the text of a cell is one of a list.
#[derive(Clone, Debug)]
pub(crate) struct Test {
    pub(crate) source: Source,
    pub(crate) among: Vec<Key>,
    pub(crate) missing: Vec<Key>,
}

/// How a value is found in a row.
#[derive(Clone, Debug)]
pub(crate) enum Expression {
    Cell(Box<Taken>),
    Constant(Fixed),
    /// Kleene's "or": true beats unknown beats false.
    Any(Vec<Self>),
    /// Kleene's "and": false beats unknown beats true.
    All(Vec<Self>),
    /// The first that is known.
    First(Vec<Self>),
    /// Unknown if any factor is.
    Product(Vec<Self>),
    /// Whether a cell says one of these; blank says none of them.
    In(Box<Test>),
    /// The second where the first is true, else unknown.
    When(Box<(Self, Self)>),
}

impl Source {
    pub(crate) fn named(name: &str) -> Self {
        Self { name: name.trim().into(), index: usize::MAX }
    }
}

impl Key {
    pub(crate) fn new(text: &str) -> Self {
        let text = text.trim();
        Self { text: text.into(), number: number(text, false).ok() }
    }

    pub(crate) fn is(&self, text: &str, as_number: Option<f64>) -> bool {
        *self.text == *text
            || matches!((self.number, as_number), (Some(a), Some(b)) if (a + 0.0).total_cmp(&(b + 0.0)).is_eq())
    }

    /// Whether a cell that is no text is meant.
    pub(crate) fn is_cell(&self, cell: Cell<'_>) -> bool {
        cell.is(&self.text, self.number)
    }
}

impl Fixed {
    pub(crate) fn value(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(text),
            Self::Other(value) => *value,
        }
    }
}

impl Expression {
    /// The column that a plain table has for a field.
    pub(crate) fn plain(name: &str, kind: Kind) -> Self {
        Self::Cell(Box::new(Taken {
            source: Source::named(name),
            kind,
            values: None,
            missing: Vec::new(),
            scale: None,
            blank_is_no: false,
            top_code: None,
        }))
    }

    /// Calls `visit` on every column that the expression reads.
    pub(crate) fn sources(&mut self, visit: &mut impl FnMut(&mut Source)) {
        match self {
            Self::Cell(cell) => visit(&mut cell.source),
            Self::In(test) => visit(&mut test.source),
            Self::Constant(_) => {}
            Self::Any(parts) | Self::All(parts) | Self::First(parts) | Self::Product(parts) => {
                parts.iter_mut().for_each(|part| part.sources(visit));
            }
            Self::When(both) => {
                both.1.sources(visit);
                both.0.sources(visit);
            }
        }
    }

    /// Calls `visit` on the place of every cell that the expression reads, with whether it is wanted as text.
    pub(crate) fn reads(&self, visit: &mut impl FnMut(usize, bool)) {
        match self {
            Self::Cell(cell) => visit(cell.source.index, matches!(cell.kind, Kind::Text | Kind::List)),
            Self::In(test) => visit(test.source.index, false),
            Self::Constant(_) => {}
            Self::Any(parts) | Self::All(parts) | Self::First(parts) | Self::Product(parts) => {
                parts.iter().for_each(|part| part.reads(visit));
            }
            Self::When(both) => {
                both.0.reads(visit);
                both.1.reads(visit);
            }
        }
    }

    /// Calls `visit` on every cell that the expression reads as a value.
    pub(crate) fn cells<'e>(&'e self, visit: &mut impl FnMut(&'e Taken)) {
        match self {
            Self::Cell(cell) => visit(cell),
            Self::In(_) | Self::Constant(_) => {}
            Self::Any(parts) | Self::All(parts) | Self::First(parts) | Self::Product(parts) => {
                parts.iter().for_each(|part| part.cells(visit));
            }
            Self::When(both) => both.1.cells(visit),
        }
    }

    /// The column to name when the value is refused.
    pub(crate) fn column(&self) -> Option<&str> {
        let mut first = None;
        self.cells(&mut |cell| {
            first.get_or_insert(&*cell.source.name);
        });
        first
    }

    /// Binds every column to its place in the header.
    pub(crate) fn bind(&mut self, field: &str, header: &[&str], refusals: &mut Vec<Refusal>) {
        self.sources(&mut |source| match header.iter().position(|name| **name == *source.name) {
            Some(index) => source.index = index,
            None => {
                let near = nearest(&source.name, header);
                let near = near.map_or(String::new(), |near| format!("; did you mean {near}?"));
                let limit = format!("the map reads column {} and the table has none{near}", source.name);
                refusals.push(Refusal::new(Code::Missing, field.to_owned(), source.name.to_string(), limit));
            }
        });
    }
}
