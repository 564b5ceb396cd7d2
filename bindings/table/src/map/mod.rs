//! `MAP.toml`: how another table says what the patient document says.
//!
//! Every key is a documented column and holds an expression: a cell, a constant or a combination.
//! `[[fracture]]` blocks add one fracture each, `complete` names the sections in which everything was
//! asked, `pass` copies columns to the output.

mod expression;
mod fixed;

use osteon::columns::{Column, Kind, Target, column};
use osteon::document::{Fracture, Section};
use osteon::error::{Code, Refusal, Words, nearest};
use toml::{Table, Value};

use crate::expression::Expression;
use crate::plan::{Block, Step};

/// The objects of the patient document that may stand as tables, and the prefix of their columns.
const OBJECTS: &[(&str, &str)] = &[
    ("risk_factors", ""),
    ("history", ""),
    ("glucocorticoid", "glucocorticoid_"),
    ("frax", "frax_"),
    ("spine_imaging", "spine_imaging_"),
];

/// A map of another table to the patient document, not yet bound to a header.
#[derive(Clone, Debug, Default)]
pub struct Map {
    pub(crate) fields: Vec<(Column, Expression)>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) complete: Vec<Step<Section>>,
    pub(crate) pass: Vec<String>,
}

impl Map {
    /// Reads a map.
    ///
    /// # Errors
    /// What is no TOML; every unknown key with the nearest that is none; every value that its field cannot
    /// take.
    pub fn parse(toml: &str) -> Result<Self, Vec<Refusal>> {
        let toml = toml.trim_start_matches('\u{feff}');
        let table: Table = toml.parse().map_err(|error: toml::de::Error| vec![not_toml(toml, &error)])?;
        let mut reader = Reader::default();
        for (key, value) in &table {
            reader.top_level(key, value);
        }
        if reader.refusals.is_empty() { Ok(reader.map) } else { Err(reader.refusals) }
    }
}

fn not_toml(toml: &str, error: &toml::de::Error) -> Refusal {
    let line =
        error.span().and_then(|span| toml.get(..span.start)).map(|before| before.matches('\n').count() + 1);
    let place = line.map_or(String::new(), |line| format!("line {line}"));
    Refusal::new(Code::Syntax, "map", place, format!("not TOML ({})", error.message()))
}

/// Gathers a map and everything that is wrong with it.
#[derive(Default)]
pub(crate) struct Reader {
    map: Map,
    pub(crate) refusals: Vec<Refusal>,
}

impl Reader {
    pub(crate) fn refuse(&mut self, code: Code, path: &str, value: &str, limit: impl Into<Words>) {
        self.refusals.push(Refusal::new(code, path.to_owned(), value.to_owned(), limit));
    }

    pub(crate) fn unknown_key(&mut self, path: &str, key: &str, known: &[&str]) {
        let near = nearest(key, known).map_or(String::new(), |near| format!("did you mean {near}? "));
        let limit = format!("{near}allowed: {}", known.join(", "));
        self.refuse(Code::UnknownKey, &format!("{path}{key}"), key, limit);
    }

    fn top_level(&mut self, key: &str, value: &Value) {
        match (key, value) {
            ("pass", _) => self.pass(value),
            ("complete", Value::Table(table)) if !expression::is_expression(table) => self.complete(table),
            ("fracture", Value::Array(blocks)) => {
                for (index, block) in blocks.iter().enumerate() {
                    self.block(&format!("fracture[{index}]"), block);
                }
            }
            ("fracture", _) => {
                self.refuse(Code::WrongType, key, "", "write [[fracture]], once for each fracture");
            }
            (_, Value::Table(table)) if !expression::is_expression(table) => {
                match OBJECTS.iter().find(|(object, _)| *object == key) {
                    Some((object, prefix)) => self.object(object, prefix, table),
                    None => self.field(key, key, value),
                }
            }
            _ => self.field(key, key, value),
        }
    }

    /// `[risk_factors]` and the like: the same columns, grouped.
    fn object(&mut self, object: &str, prefix: &str, table: &Table) {
        for (key, value) in table {
            let path = format!("{object}.{key}");
            match value {
                Value::Table(inner) if key == "glucocorticoid" && object == "risk_factors" => {
                    self.object(key, "glucocorticoid_", inner);
                }
                _ => {
                    let belongs = |column: &Column| match object {
                        "risk_factors" => matches!(column.target, Target::RiskFactors(_)),
                        "history" => matches!(column.target, Target::History(_)),
                        _ => true,
                    };
                    let name = format!("{prefix}{key}");
                    if column(&name).is_ok_and(|column| !belongs(&column)) {
                        self.refuse(Code::UnknownKey, &path, key, format!("stands outside {object}"));
                    } else {
                        self.field(&name, &path, value);
                    }
                }
            }
        }
    }

    fn field(&mut self, name: &str, path: &str, value: &Value) {
        let column = match column(name) {
            Ok(column) => column,
            Err(hint) => {
                let other = ["fracture", "complete", "pass"];
                let near = nearest(name, &other).map(|near| format!("did you mean {near}?"));
                return self.refuse(Code::UnknownKey, path, name, near.unwrap_or(hint));
            }
        };
        if self.map.fields.iter().any(|(other, _)| other.name == column.name) {
            return self.refuse(Code::Contradiction, path, name, "this field is mapped twice");
        }
        if let Some(expression) = self.expression(value, column.kind, path) {
            self.map.fields.push((column, expression));
        }
    }

    fn pass(&mut self, value: &Value) {
        let names = value.as_array().map(|list| list.iter().map(Value::as_str).collect::<Option<Vec<_>>>());
        match names.flatten() {
            Some(names) => self.map.pass = names.into_iter().map(|name| name.trim().to_owned()).collect(),
            None => self.refuse(Code::WrongType, "pass", "", "must be a list of column names"),
        }
    }

    /// `complete = { fractures = ..., history = true }`.
    fn complete(&mut self, table: &Table) {
        for (key, value) in table {
            let path = format!("complete.{key}");
            let Some(section) = Section::from_key(key) else {
                self.unknown_key("complete.", key, Section::KEYS);
                continue;
            };
            if let Some(expression) = self.expression(value, Kind::Flag, &path) {
                self.map.complete.push(Step { field: path.into(), expression, to: section });
            }
        }
    }

    fn block(&mut self, path: &str, value: &Value) {
        let Value::Table(table) = value else {
            return self.refuse(Code::WrongType, path, "", "must be a table with a site");
        };
        let mut known: Vec<&str> = vec!["when", "present"];
        known.extend(Fracture::KEYS.iter().filter(|key| fracture_kind(key).is_some()));
        let (mut site, mut conditions, mut fields) = (None, Vec::new(), Vec::new());
        for (key, value) in table {
            let path = format!("{path}.{key}");
            match key.as_str() {
                "when" => conditions.extend(self.condition(value, &path)),
                "present" => conditions.extend(self.expression(value, Kind::Flag, &path)),
                "site" => {
                    site = fracture_kind("site").and_then(|kind| self.expression(value, kind, &path));
                }
                _ => match Fracture::slot_of(key).zip(fracture_kind(key)) {
                    Some((slot, kind)) => {
                        let expression = self.expression(value, kind, &path);
                        let field: Box<str> = key.as_str().into();
                        fields.extend(expression.map(|expression| Step { field, expression, to: slot }));
                    }
                    None => self.unknown_key(
                        &format!("{}.", path.trim_end_matches(&format!(".{key}"))),
                        key,
                        &known,
                    ),
                },
            }
        }
        let times =
            ["age_years", "months_ago", "date"].iter().filter(|key| table.contains_key(**key)).count();
        if times > 1 {
            self.refuse(Code::Contradiction, path, "", "give one of age_years, months_ago and date");
        }
        if !table.contains_key("site") {
            self.refuse(Code::Missing, &format!("{path}.site"), "", "a fracture needs a site");
        }
        if conditions.is_empty() && matches!(site, Some(Expression::Constant(_))) {
            let limit = "the site is a constant, so that everyone would have this fracture: say when";
            self.refuse(Code::Missing, &format!("{path}.when"), "", limit);
        }
        if let Some(site) = site {
            let when =
                if conditions.len() > 1 { Some(Expression::All(conditions)) } else { conditions.pop() };
            self.map.blocks.push(Block { name: path.to_owned(), when, site, fields });
        }
    }
}

/// What a key of a fracture takes; `None` for a list or an unknown key.
fn fracture_kind(key: &str) -> Option<Kind> {
    Fracture::slot_of(key).and_then(|slot| Kind::of(&slot(&mut Fracture::default())))
}
