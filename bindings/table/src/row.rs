//! A row in which expressions find their values.

use osteon::columns::{Fault, NOT_AVAILABLE, Value, number, trimmed};
use osteon::error::{Code, Refusal};

use crate::cells::{Cell, Cells};
use crate::expression::{Expression, Source, Taken, Test};
use crate::hint;

/// A row while it is read.
pub(crate) struct Row<'r, C: ?Sized> {
    pub(crate) record: &'r C,
    pub(crate) decimal_comma: bool,
    pub(crate) refusals: &'r mut Vec<Refusal>,
    /// A cell said that the value is not known (a missing code, `NA`), or was refused; a blank one
    /// says nothing.
    pub(crate) said_unknown: bool,
}

impl<'r, C: Cells + ?Sized> Row<'r, C> {
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
        let text = match self.record.cell(test.source.index) {
            Cell::Empty => "",
            Cell::Text(text) => trimmed(text),
            cell => {
                if test.missing.iter().any(|key| key.is_cell(cell)) {
                    self.said_unknown = true;
                    return Value::Unknown;
                }
                return Value::Flag(test.among.iter().any(|key| key.is_cell(cell)));
            }
        };
        let as_number = number(text, self.decimal_comma).ok();
        if !text.is_empty() && test.missing.iter().any(|key| key.is(text, as_number)) {
            self.said_unknown = true;
            return Value::Unknown;
        }
        Value::Flag(!text.is_empty() && test.among.iter().any(|key| key.is(text, as_number)))
    }

    fn cell<'v>(&mut self, cell: &'v Taken, field: &str) -> Value<'v>
    where
        'r: 'v,
    {
        let record: &'r C = self.record;
        let text = match record.cell(cell.source.index) {
            Cell::Empty => "",
            Cell::Text(text) => trimmed(text),
            stored => return self.stored(cell, stored, field),
        };
        if text.is_empty() {
            return if cell.blank_is_no { cell.kind.no() } else { Value::Unknown };
        }
        let coded = cell.values.is_some() || !cell.missing.is_empty();
        let as_number = if coded { number(text, self.decimal_comma).ok() } else { None };
        if let Some((_, fixed)) = cell.values.iter().flatten().find(|(key, _)| key.is(text, as_number)) {
            return cell.scaled(fixed.value());
        }
        if text == NOT_AVAILABLE || cell.missing.iter().any(|key| key.is(text, as_number)) {
            self.said_unknown = true;
            return Value::Unknown;
        }
        if cell.values.is_some() {
            self.refuse(field, &cell.source, text, cell.not_mapped());
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

    /// The value of a cell that is no text.
    fn stored<'v>(&mut self, cell: &'v Taken, stored: Cell<'_>, field: &str) -> Value<'v> {
        if let Some((_, fixed)) = cell.values.iter().flatten().find(|(key, _)| key.is_cell(stored)) {
            return cell.scaled(fixed.value());
        }
        if cell.missing.iter().any(|key| key.is_cell(stored)) {
            self.said_unknown = true;
            return Value::Unknown;
        }
        let read = if cell.values.is_some() { Err(cell.not_mapped()) } else { stored.value(cell.kind) };
        match read {
            Ok(value) => cell.scaled(value),
            Err(fault) => {
                self.refuse(field, &cell.source, &stored.text(), fault);
                Value::Unknown
            }
        }
    }

    #[cold]
    fn refuse(&mut self, field: &str, source: &Source, text: &str, fault: Fault) {
        self.said_unknown = true;
        self.refusals.push(hint::of_cell(fault).at(name_of(field, &source.name).to_owned(), text));
    }
}

impl Taken {
    #[cold]
    fn not_mapped(&self) -> Fault {
        let limit = format!("column {}: neither mapped nor listed as missing", self.source.name);
        Fault::new(Code::NotMapped, limit)
    }

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
