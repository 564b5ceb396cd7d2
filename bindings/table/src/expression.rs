//! How a value is found in a row: a cell, a constant, or a combination of both.

use core::fmt;

use csv::StringRecord;
use osteon::error::{Code, Refusal, nearest};

use crate::cell::{Fault, Kind, Value};
use crate::number::number;

/// A column of the table, by name; bound to an index when the header is known.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) name: Box<str>,
    index: usize,
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
pub(crate) struct Cell {
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
    Cell(Box<Cell>),
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

    fn is(&self, text: &str, as_number: Option<f64>) -> bool {
        *self.text == *text
            || matches!((self.number, as_number), (Some(a), Some(b)) if (a + 0.0).total_cmp(&(b + 0.0)).is_eq())
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
        Self::Cell(Box::new(Cell {
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

    /// Calls `visit` on every cell that the expression reads as a value.
    pub(crate) fn cells<'e>(&'e self, visit: &mut impl FnMut(&'e Cell)) {
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
                refusals.push(Refusal::new(Code::Missing, field, &source.name, limit));
            }
        });
    }
}

/// A row while it is read.
pub(crate) struct Row<'r> {
    pub(crate) record: &'r StringRecord,
    pub(crate) decimal_comma: bool,
    pub(crate) refusals: &'r mut Vec<Refusal>,
    /// A cell said that the value is not known (a missing code, `NA`), or was refused; a blank one
    /// says nothing.
    pub(crate) said_unknown: bool,
}

impl<'r> Row<'r> {
    /// The value of an expression; `field` is named where a cell is refused.
    pub(crate) fn value<'v>(&mut self, expression: &'v Expression, field: &str) -> Value<'v>
    where
        'r: 'v,
    {
        match expression {
            Expression::Cell(cell) => self.cell(cell, field),
            Expression::Constant(fixed) => fixed.value(),
            Expression::Any(parts) => self.kleene(parts, field, true),
            Expression::All(parts) => self.kleene(parts, field, false),
            Expression::First(parts) => {
                let mut values = parts.iter().map(|part| self.value(part, field));
                values.find(|value| *value != Value::Unknown).unwrap_or(Value::Unknown)
            }
            Expression::Product(parts) => {
                let mut product = Some(1.0);
                for part in parts {
                    let factor = match self.value(part, field) {
                        Value::Number(factor) => Some(factor),
                        _ => None,
                    };
                    product = product.zip(factor).map(|(product, factor)| product * factor);
                }
                product.map_or(Value::Unknown, Value::Number)
            }
            Expression::In(test) => self.test(test),
            Expression::When(both) => match self.value(&both.0, field) {
                Value::Flag(true) => self.value(&both.1, field),
                _ => Value::Unknown,
            },
        }
    }

    /// All parts are read, so that no cell that cannot be read goes unseen.
    fn kleene(&mut self, parts: &[Expression], field: &str, decisive: bool) -> Value<'static> {
        let (mut decided, mut unknown) = (false, false);
        for part in parts {
            match self.value(part, field) {
                Value::Flag(value) => decided |= value == decisive,
                _ => unknown = true,
            }
        }
        match (decided, unknown) {
            (true, _) => Value::Flag(decisive),
            (false, true) => Value::Unknown,
            (false, false) => Value::Flag(!decisive),
        }
    }

    fn test(&mut self, test: &Test) -> Value<'static> {
        let text = self.record.get(test.source.index).unwrap_or("").trim();
        let as_number = number(text, self.decimal_comma).ok();
        if !text.is_empty() && test.missing.iter().any(|key| key.is(text, as_number)) {
            self.said_unknown = true;
            return Value::Unknown;
        }
        Value::Flag(!text.is_empty() && test.among.iter().any(|key| key.is(text, as_number)))
    }

    fn cell<'v>(&mut self, cell: &'v Cell, field: &str) -> Value<'v>
    where
        'r: 'v,
    {
        let record: &'r StringRecord = self.record;
        let text = record.get(cell.source.index).unwrap_or("").trim();
        if text.is_empty() {
            return if cell.blank_is_no { cell.kind.no() } else { Value::Unknown };
        }
        let coded = cell.values.is_some() || !cell.missing.is_empty();
        let as_number = if coded { number(text, self.decimal_comma).ok() } else { None };
        if let Some((_, fixed)) = cell.values.iter().flatten().find(|(key, _)| key.is(text, as_number)) {
            return cell.scaled(fixed.value());
        }
        if text == "NA" || cell.missing.iter().any(|key| key.is(text, as_number)) {
            self.said_unknown = true;
            return Value::Unknown;
        }
        if cell.values.is_some() {
            let limit = format!("column {}: neither mapped nor listed as missing", cell.source.name);
            self.refuse(field, &cell.source, text, Fault::new(Code::NotMapped, limit));
            return Value::Unknown;
        }
        match cell.kind.read(text, self.decimal_comma) {
            Ok(value) => cell.scaled(value),
            Err(fault) => {
                self.refuse(field, &cell.source, text, fault);
                Value::Unknown
            }
        }
    }

    #[cold]
    fn refuse(&mut self, field: &str, source: &Source, text: &str, fault: Fault) {
        self.said_unknown = true;
        self.refusals.push(fault.at(name_of(field, &source.name), text));
    }
}

impl Cell {
    fn scaled<'v>(&self, value: Value<'v>) -> Value<'v> {
        match (self.scale, value) {
            (Some(scale), Value::Number(number)) => Value::Number(number * scale),
            (Some(scale), Value::Compared(comparator, number)) => Value::Compared(comparator, number * scale),
            _ => value,
        }
    }
}

/// The field to name in a refusal: the column, so that it is found; but the fields that refuse a whole
/// row keep the names by which they are known.
pub(crate) fn name_of<'n>(field: &'n str, column: &'n str) -> &'n str {
    let kept = matches!(field, "sex" | "age_years" | "birth_date");
    if kept || (field.contains("bmd") && !column.contains("bmd")) { field } else { column }
}

impl Kind {
    /// What "no" is for a field; a number or a choice has none.
    pub(crate) const fn no(self) -> Value<'static> {
        match self {
            Self::Flag => Value::Flag(false),
            Self::Count => Value::Count(0),
            Self::List => Value::Text("none"),
            _ => Value::Unknown,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
