//! Python's text: docstrings, names and types.

use std::fmt::Write as _;

use super::model::Type;

/// As wide as the lines of the package.
const WIDE: usize = 116;

/// A name that Python keeps for itself gets a line below.
pub(super) fn name(key: &str) -> String {
    match key {
        "from" => "from_".to_owned(),
        other => other.to_owned(),
    }
}

/// Sentences broken into lines, indented; JSON's words in Python's.
pub(super) fn wrapped(text: &str, indent: usize) -> String {
    let text = text.replace('\\', "\\\\").replace("`null`", "None");
    let mut out = String::new();
    for (place, paragraph) in text.split("\n\n").enumerate() {
        if place > 0 {
            out.push_str("\n\n");
        }
        let mut line = " ".repeat(indent);
        for word in paragraph.split_whitespace() {
            let empty = line.trim().is_empty();
            if !empty && line.chars().count() + 1 + word.chars().count() > WIDE {
                out.push_str(&line);
                out.push('\n');
                line = " ".repeat(indent);
            } else if !empty {
                line.push(' ');
            }
            line.push_str(word);
        }
        out.push_str(&line);
    }
    out
}

/// A docstring of sentences alone.
pub(super) fn docstring(text: &str, indent: usize) -> String {
    let space = " ".repeat(indent);
    let body = wrapped(text, indent);
    let body = body.trim_start();
    let close = if body.ends_with('"') || body.contains('\n') { format!("\n{space}") } else { String::new() };
    let long = indent + body.lines().last().map_or(0, |line| line.chars().count()) + 6 > WIDE + 4;
    let close = if long && close.is_empty() { format!("\n{space}") } else { close };
    format!("{space}\"\"\"{body}{close}\"\"\"\n")
}

/// Where a type is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A class whose objects a caller makes.
    Given,
    /// A dict that a caller writes.
    Dict,
    /// What the engine answers.
    Answer,
}

/// The type in Python.
pub(super) fn of(kind: &Type, place: Place) -> String {
    let inner = |kind: &Type| of(kind, place);
    match (kind, place) {
        (Type::Number, _) => "float".to_owned(),
        (Type::Count, _) => "int".to_owned(),
        (Type::Truth, _) => "bool".to_owned(),
        (Type::Text, _) => "str".to_owned(),
        (Type::Day, Place::Answer) => "datetime.date".to_owned(),
        (Type::Day, _) => "datetime.date | str".to_owned(),
        (Type::List(kind), Place::Answer) => format!("tuple[{}, ...]", inner(kind)),
        (Type::List(kind), _) => format!("Sequence[{}]", inner(kind)),
        (Type::Pair(kind), _) => format!("tuple[{0}, {0}]", inner(kind)),
        (Type::Table(kind), _) => format!("Mapping[str, {}]", inner(kind)),
        (Type::Word(name), _) => name.clone(),
        (Type::Object(name), Place::Dict) => format!("{name}Dict | documents.{name}"),
        (Type::Object(name), _) => name.clone(),
        (Type::Always(text), _) => format!("Literal[\"{text}\"]"),
    }
}

/// The record in it, if there is one.
pub(super) fn record(kind: &Type) -> Option<&str> {
    match kind {
        Type::Object(name) => Some(name),
        Type::List(kind) | Type::Table(kind) => record(kind),
        _ => None,
    }
}

/// A list of words in quotes, as a set or a tuple is written.
pub(super) fn quoted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.fold(String::new(), |mut out, word| {
        if !out.is_empty() {
            out.push_str(", ");
        }
        // Writing to a String cannot fail.
        let _ = write!(out, "\"{word}\"");
        out
    })
}
