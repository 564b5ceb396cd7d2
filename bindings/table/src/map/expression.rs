//! One expression of a map: a cell, a constant, or a combination of both.

use osteon::columns::{self, Kind};
use osteon::error::Code;
use toml::{Table, Value};

use crate::expression::{Expression, Fixed, Key, Source, Taken, Test};
use crate::map::Reader;
use crate::map::fixed::{text_of, type_of};

/// The keys of which an expression has exactly one.
const FORMS: &[&str] = &["column", "constant", "any", "all", "first", "product"];
/// The keys that say how a cell is read.
const OF_CELL: &[&str] = &["values", "missing", "scale", "blank", "top_code"];

/// Whether a table is an expression, and not an object of fields.
pub(super) fn is_expression(table: &Table) -> bool {
    table.keys().any(|key| key == "when" || FORMS.iter().chain(OF_CELL).any(|known| known == key))
}

impl Reader {
    /// Reads the expression for a field; a plain value is a constant.
    pub(super) fn expression(&mut self, value: &Value, kind: Kind, path: &str) -> Option<Expression> {
        let Value::Table(table) = value else {
            return self.fixed(value, kind, path).map(Expression::Constant);
        };
        let known: Vec<&str> = FORMS.iter().chain(OF_CELL).chain(&["when"]).copied().collect();
        for key in table.keys().filter(|key| !known.contains(&key.as_str())) {
            self.unknown_key(&format!("{path}."), key, &known);
        }
        let forms: Vec<&str> = FORMS.iter().copied().filter(|form| table.contains_key(*form)).collect();
        let [form] = forms.as_slice() else {
            let limit = format!("needs one of {}, and has {}", FORMS.join(", "), forms.len());
            self.refuse(Code::Missing, path, "", limit);
            return None;
        };
        if *form != "column" {
            for key in OF_CELL.iter().filter(|key| table.contains_key(**key)) {
                self.refuse(Code::Contradiction, &format!("{path}.{key}"), key, "goes with column only");
            }
        }
        let given = table.get(*form)?;
        let expression = match *form {
            "column" => self.cell(given, table, kind, path).map(|cell| Expression::Cell(Box::new(cell))),
            "constant" => self.fixed(given, kind, &format!("{path}.constant")).map(Expression::Constant),
            _ => self.combination(form, given, kind, path),
        };
        match table.get("when") {
            None => expression,
            Some(when) => {
                let condition = self.condition(when, &format!("{path}.when"));
                Some(Expression::When(Box::new((condition?, expression?))))
            }
        }
    }

    fn combination(&mut self, form: &str, given: &Value, kind: Kind, path: &str) -> Option<Expression> {
        let path = format!("{path}.{form}");
        let takes = match form {
            "any" | "all" => kind == Kind::Flag,
            "product" => matches!(kind, Kind::Number | Kind::Result),
            _ => true,
        };
        if !takes {
            let makes = if form == "product" { "a number" } else { "yes or no" };
            self.refuse(
                Code::WrongType,
                &path,
                form,
                format!("makes {makes}; the field takes {}", kind.words()),
            );
            return None;
        }
        let parts_kind = if form == "product" { Kind::Number } else { kind };
        let Some(list) = given.as_array().filter(|list| !list.is_empty()) else {
            self.refuse(Code::WrongType, &path, type_of(given), "must be a list of expressions");
            return None;
        };
        let parts = list.iter().enumerate();
        let parts: Vec<_> =
            parts.map(|(i, part)| self.expression(part, parts_kind, &format!("{path}[{i}]"))).collect();
        let parts: Vec<Expression> = parts.into_iter().collect::<Option<_>>()?;
        Some(match form {
            "any" => Expression::Any(parts),
            "all" => Expression::All(parts),
            "first" => Expression::First(parts),
            _ => Expression::Product(parts),
        })
    }

    fn cell(&mut self, column: &Value, table: &Table, kind: Kind, path: &str) -> Option<Taken> {
        let source = self.source(column, path)?;
        let values = match table.get("values") {
            None => None,
            Some(Value::Table(values)) => Some(self.values(values, kind, path)?),
            Some(other) => {
                let limit = "must be a table such as { 1 = \"male\", 2 = \"female\" }";
                self.refuse(Code::WrongType, &format!("{path}.values"), type_of(other), limit);
                return None;
            }
        };
        let missing = self.keys(table.get("missing"), &format!("{path}.missing"))?;
        let numeric = matches!(kind, Kind::Number | Kind::Result);
        let scale = self.number(table, "scale", numeric, kind, path)?;
        let top_code = self.number(table, "top_code", numeric, kind, path)?;
        let blank_is_no = match table.get("blank").map(|blank| blank.as_str().unwrap_or("")) {
            None | Some("unknown") => false,
            Some("no") if kind.no() != columns::Value::Unknown => true,
            Some("no") => {
                let limit = format!("a field that takes {} has no \"no\"", kind.words());
                self.refuse(Code::Contradiction, &format!("{path}.blank"), "no", limit);
                return None;
            }
            Some(other) => {
                self.refuse(
                    Code::NotAChoice,
                    &format!("{path}.blank"),
                    other,
                    "must be \"unknown\" or \"no\"",
                );
                return None;
            }
        };
        Some(Taken { source, kind, values, missing, scale, blank_is_no, top_code })
    }

    fn source(&mut self, column: &Value, path: &str) -> Option<Source> {
        match column.as_str() {
            Some(name) if !name.trim().is_empty() => Some(Source::named(name)),
            _ => {
                let path = format!("{path}.column");
                self.refuse(Code::WrongType, &path, type_of(column), "must be the name of a column");
                None
            }
        }
    }

    fn values(&mut self, values: &Table, kind: Kind, path: &str) -> Option<Vec<(Key, Fixed)>> {
        let mut read = Some(Vec::new());
        for (key, value) in values {
            let path = format!("{path}.values.{key}");
            if key.trim().is_empty() {
                let limit = "a blank cell is unknown; where it means no, say blank = \"no\"";
                self.refuse(Code::Contradiction, &path, key, limit);
            }
            let fixed = self.fixed(value, kind, &path);
            read = read.zip(fixed).map(|(mut list, fixed)| {
                list.push((Key::new(key), fixed));
                list
            });
        }
        read
    }

    fn keys(&mut self, list: Option<&Value>, path: &str) -> Option<Vec<Key>> {
        let Some(list) = list else { return Some(Vec::new()) };
        let alone = core::slice::from_ref(list);
        let list = list.as_array().map_or(alone, Vec::as_slice);
        let keys: Option<Vec<Key>> =
            list.iter().map(|key| text_of(key).map(|text| Key::new(&text))).collect();
        if keys.is_none() {
            self.refuse(Code::WrongType, path, "", "must be a list of texts or numbers");
        }
        keys
    }

    /// An optional number beside a cell; the outer `None`: it was refused.
    fn number(
        &mut self,
        table: &Table,
        key: &str,
        takes: bool,
        kind: Kind,
        path: &str,
    ) -> Option<Option<f64>> {
        let Some(value) = table.get(key) else { return Some(None) };
        let number = value.as_float().or_else(|| value.as_integer().map(|n| n as f64));
        match number.filter(|number| number.is_finite()) {
            Some(number) if takes => Some(Some(number)),
            Some(_) => {
                let limit = format!("goes with a number, and the field takes {}", kind.words());
                self.refuse(Code::Contradiction, &format!("{path}.{key}"), key, limit);
                None
            }
            None => {
                self.refuse(Code::WrongType, &format!("{path}.{key}"), type_of(value), "must be a number");
                None
            }
        }
    }

    /// `when`: `{ column = ..., in = [...] }`, or any expression that makes yes or no.
    pub(super) fn condition(&mut self, value: &Value, path: &str) -> Option<Expression> {
        let Some(table) = value.as_table().filter(|table| table.contains_key("in")) else {
            return self.expression(value, Kind::Flag, path);
        };
        let known = ["column", "in", "missing"];
        for key in table.keys().filter(|key| !known.contains(&key.as_str())) {
            self.unknown_key(&format!("{path}."), key, &known);
        }
        let Some(column) = table.get("column") else {
            self.refuse(Code::Missing, &format!("{path}.column"), "", "in needs a column");
            return None;
        };
        let source = self.source(column, path)?;
        let among = self.keys(table.get("in"), &format!("{path}.in"))?;
        let missing = self.keys(table.get("missing"), &format!("{path}.missing"))?;
        Some(Expression::In(Box::new(Test { source, among, missing })))
    }
}
