//! A value that stands in a map, for a field of a kind.

use osteon::columns::{self, Kind};
use osteon::error::Code;
use toml::Value;

use crate::expression::Fixed;
use crate::map::Reader;

impl Reader {
    /// Reads a constant or a mapped value; its type must be the field's.
    pub(super) fn fixed(&mut self, value: &Value, kind: Kind, path: &str) -> Option<Fixed> {
        let wrong = |reader: &mut Self| {
            let limit = format!("must be {}", kind.words());
            let given = text_of(value).unwrap_or_else(|| type_of(value).to_owned());
            reader.refuse(Code::WrongType, path, &given, limit);
            None
        };
        let text = match (kind, value) {
            (Kind::Flag, Value::Boolean(flag)) => return Some(Fixed::Other(columns::Value::Flag(*flag))),
            (Kind::Number | Kind::Result | Kind::Count, Value::Integer(_) | Value::Float(_)) => {
                text_of(value)
            }
            (Kind::Date, Value::Datetime(date)) => Some(date.to_string()),
            (Kind::Text, Value::Integer(_) | Value::Float(_)) => text_of(value),
            (Kind::List, Value::Array(list)) => match list.iter().map(Value::as_str).collect() {
                Some(entries) => Some(joined(entries)),
                None => return wrong(self),
            },
            // A number is no flag here, so that `values = { 2 = 0 }` cannot be meant as a code.
            (Kind::Flag | Kind::Date | Kind::Choice(_) | Kind::List | Kind::Text, Value::String(text)) => {
                Some(text.clone())
            }
            _ => return wrong(self),
        };
        let text = text?;
        let text = text.trim();
        if text.is_empty() {
            return wrong(self);
        }
        match kind.read(text, false) {
            Ok(columns::Value::Text(text)) => Some(Fixed::Text(text.into())),
            Ok(columns::Value::Unknown) => None,
            Ok(columns::Value::Flag(value)) => Some(Fixed::Other(columns::Value::Flag(value))),
            Ok(columns::Value::Number(value)) => Some(Fixed::Other(columns::Value::Number(value))),
            Ok(columns::Value::Count(value)) => Some(Fixed::Other(columns::Value::Count(value))),
            Ok(columns::Value::Date(value)) => Some(Fixed::Other(columns::Value::Date(value))),
            Ok(columns::Value::Choice(value)) => Some(Fixed::Other(columns::Value::Choice(value))),
            Ok(columns::Value::Compared(sign, value)) => {
                Some(Fixed::Other(columns::Value::Compared(sign, value)))
            }
            Err(fault) => {
                self.refusals.push(fault.at(path.to_owned(), text));
                None
            }
        }
    }
}

/// A list constant as a cell would write it; an empty one says none.
fn joined(entries: Vec<&str>) -> String {
    if entries.is_empty() { "none".to_owned() } else { entries.join(";") }
}

/// The text by which a code of a table is compared.
pub(super) fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Float(number) => Some(number.to_string()),
        Value::Boolean(flag) => Some(flag.to_string()),
        Value::Datetime(date) => Some(date.to_string()),
        _ => None,
    }
}

/// The type of a TOML value in words.
pub(super) fn type_of(value: &Value) -> &'static str {
    value.type_str()
}
