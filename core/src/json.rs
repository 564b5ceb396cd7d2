//! JSON in and out, with refusals that name the field, the value and the limit.

mod path;
mod value_at;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::document::{Options, Patient};
use crate::error::{Code, Refusal, nearest, shortened};

use value_at::value_at;

/// Reads a patient document.
///
/// # Errors
/// What is no JSON, a key that does not exist (with the nearest one that does), or a value of another
/// type. Ranges are checked later, by [`crate::facts::check`].
///
/// ```
/// let refused = osteon::json::patient(br#"{"sex": "female", "heigth_cm": 165}"#).unwrap_err();
/// assert_eq!(refused.field, "heigth_cm");
/// assert!(refused.to_string().contains("height_cm"));
/// ```
pub fn patient(json: &[u8]) -> Result<Patient, Refusal> {
    read(json)
}

/// The identifier in a document that is refused for something else, where it can be read that far.
#[must_use]
pub fn id_of(json: &[u8]) -> Option<String> {
    value_at(json, "id").map(|id| id.trim_matches('"').to_owned())
}

/// Reads an options document.
///
/// # Errors
/// As [`patient`].
pub fn options(json: &[u8]) -> Result<Options, Refusal> {
    read(json)
}

/// Reads any document of ours.
///
/// # Errors
/// As [`patient`].
pub fn read<T: DeserializeOwned>(json: &[u8]) -> Result<T, Refusal> {
    // A byte order mark is no JSON, and some exports begin with one.
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    serde_json::from_slice(json).map_err(|error| refusal(&error, json))
}

/// Writes a document on one line.
#[must_use]
pub fn to_string<T: Serialize>(document: &T) -> String {
    // Our documents have string keys and finite numbers, so that this cannot fail.
    serde_json::to_string(document).unwrap_or_default()
}

/// Writes a document for people to read.
#[must_use]
pub fn to_string_pretty<T: Serialize>(document: &T) -> String {
    serde_json::to_string_pretty(document).unwrap_or_default()
}

/// Turns serde's sentence into a refusal. The wording of serde's errors is stable, and the tests of
/// this module hold it.
fn refusal(error: &serde_json::Error, json: &[u8]) -> Refusal {
    let message = error.to_string();
    let said = message.split(" at line ").next().unwrap_or(&message);
    let path = &*path::path_of(error, said, json);
    refusal_at(path, said, error, json)
}

/// As [`refusal`], where the path is known.
fn refusal_at(path: &str, said: &str, error: &serde_json::Error, json: &[u8]) -> Refusal {
    let field = path;
    let quoted: Vec<&str> = said.split('`').skip(1).step_by(2).collect();
    let first = quoted.first().copied().unwrap_or("");
    let others = quoted.get(1..).unwrap_or_default();
    if error.is_syntax() || error.is_eof() {
        let value = text_at(json, error.line(), error.column());
        let field = if field.is_empty() { "document" } else { field };
        let limit = format!("not JSON ({said}, line {}, column {})", error.line(), error.column());
        let word = ["NaN", "nan", "Infinity", "inf"].into_iter().find(|word| value.contains(word));
        if word.is_some() || said.contains("number out of range") {
            return Refusal::new(
                Code::NotFinite,
                field.to_owned(),
                word.unwrap_or("out of range"),
                "NaN and infinity are no values; leave the key out",
            );
        }
        return Refusal::new(Code::Syntax, field.to_owned(), value, limit);
    }
    if said.starts_with("unknown field") {
        let mut limit = match nearest(first, others) {
            Some(near) => format!("did you mean {near}?"),
            None => "this object has no such key".to_owned(),
        };
        if others.len() <= 12 {
            limit = format!("{limit} (allowed: {})", others.join(", "));
        }
        let key = shortened(first);
        let field = match field.strip_suffix(first) {
            Some(object) => format!("{object}{key}"),
            None if field.is_empty() => key.clone().into_owned(),
            None => field.to_owned(),
        };
        return Refusal::new(Code::UnknownKey, field, key.into_owned(), limit);
    }
    if said.starts_with("unknown variant") {
        let near = nearest(first, others).map_or(String::new(), |near| format!("did you mean {near}? "));
        return Refusal::new(
            Code::NotAChoice,
            field.to_owned(),
            first.to_owned(),
            format!("{near}allowed: {}", others.join(", ")),
        );
    }
    if said.starts_with("missing field") {
        return Refusal::new(Code::Missing, join(field, first), "", "required");
    }
    if said.starts_with("duplicate field") {
        return Refusal::new(Code::Contradiction, join(field, first), "", "given twice");
    }
    if let Some(wrong) = said.strip_prefix("invalid type: ").or_else(|| said.strip_prefix("invalid value: "))
    {
        let (value, limit) = wrong.split_once(", expected ").unwrap_or((wrong, "another type"));
        let value = value_at(json, path).unwrap_or_else(|| value.to_owned());
        return Refusal::new(Code::WrongType, field.to_owned(), value, format!("must be {}", plain(limit)));
    }
    let value = value_at(json, path).unwrap_or_default();
    if is_day(path) {
        return Refusal::new(Code::NotADate, field.to_owned(), value, "must be a date, as 2024-05-31");
    }
    Refusal::new(Code::WrongType, field.to_owned(), value, said.to_owned())
}

/// Whether the key at a path holds a day.
fn is_day(path: &str) -> bool {
    let key = path.rsplit('.').next().unwrap_or(path);
    key.ends_with("date")
        || matches!(key, "assessed_on" | "start" | "stop" | "planned_stop" | "last_dose" | "as_of")
}

/// The path of a key in the object at `field`.
fn join(field: &str, key: &str) -> String {
    if field.is_empty() { key.to_owned() } else { format!("{field}.{key}") }
}

/// Rust's type names in words.
fn plain(expected: &str) -> &str {
    match expected {
        "f64" => "a number",
        "u32" => "a whole number, 0 or more",
        "a boolean" => "true or false",
        other if other.starts_with("struct ") => "an object",
        other => other,
    }
}

/// A few characters where an error is, and no more of the person.
fn text_at(json: &[u8], line: usize, column: usize) -> String {
    let text = json.split(|&byte| byte == b'\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let from = text.get(column.saturating_sub(1)..).unwrap_or_default();
    String::from_utf8_lossy(from).trim().chars().take(12).collect()
}

#[cfg(test)]
mod same_as_tracked;

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(json: &str) -> Refusal {
        patient(json.as_bytes()).expect_err(json)
    }

    #[test]
    fn a_long_key_is_refused_by_its_beginning() {
        let key = "k".repeat(100_000);
        for (json, field) in [
            (format!(r#"{{"{key}":1}}"#), ""),
            (format!(r#"{{"risk_factors":{{"{key}":1}}}}"#), "risk_factors."),
        ] {
            let refusal = patient(json.as_bytes()).unwrap_err();
            let shown = format!("{}\u{2026}", "k".repeat(64));
            assert_eq!((&*refusal.field, &*refusal.value), (&*format!("{field}{shown}"), &*shown));
            assert!(refusal.to_string().len() < 1000, "{refusal}");
        }
    }

    #[test]
    fn every_error_names_its_field() {
        for (json, code, field) in [
            (r#"{"sex":"female","wieght_kg":60}"#, Code::UnknownKey, "wieght_kg"),
            (r#"{"sex":"f"}"#, Code::NotAChoice, "sex"),
            (r#"{"age_years":"67"}"#, Code::WrongType, "age_years"),
            (r#"{"age_years":true}"#, Code::WrongType, "age_years"),
            (r#"{"postmenopausal":1}"#, Code::WrongType, "postmenopausal"),
            (r#"{"age_years":NaN}"#, Code::NotFinite, "age_years"),
            (r#"{"age_years":1e999}"#, Code::NotFinite, "age_years"),
            (r#"{"birth_date":"03/04/1950"}"#, Code::NotADate, "birth_date"),
            (r#"{"fractures":[{"date":"2021"}]}"#, Code::NotADate, "fractures[0].date"),
            (r#"{"scans":[{"regions":[{"region":"hip"}]}]}"#, Code::NotAChoice, "scans[0].regions[0].region"),
            (r#"{"risk_factors":{"smoker":true}}"#, Code::UnknownKey, "risk_factors.smoker"),
            (r#"{"sex":"female""#, Code::Syntax, "document"),
            (r#"{"sex":"female"} x"#, Code::Syntax, "document"),
            (r#"{"sex":"female","sex":"male"}"#, Code::Contradiction, "sex"),
        ] {
            let refusal = refused(json);
            assert_eq!((refusal.code, &*refusal.field), (code, field), "{json}: {refusal}");
        }
        assert!(refused("[]").to_string().ends_with("must be an object"), "{}", refused("[]"));
    }

    #[test]
    fn a_refusal_shows_the_value_and_no_more_of_the_person() {
        for (json, value) in [
            (r#"{"id":"Anne","age_years":"70"}"#, "\"70\""),
            (r#"{"id":"Anne","age_years":70,"risk_factors":{"falls_past_year":-1}}"#, "-1"),
            (r#"{"id":"Anne","fractures":[{"date":"2021"}]}"#, "\"2021\""),
            (r#"{"id":"Anne","age_years":NaN}"#, "NaN"),
            (r#"{"id":"Anne","sex":"female""#, "\""),
        ] {
            assert_eq!(refused(json).value, value, "{json}");
            assert!(!refused(json).to_string().contains("Anne"), "{json}");
        }
    }

    #[test]
    fn the_nearest_key_is_named() {
        assert!(refused(r#"{"wieght_kg":60}"#).limit.contains("weight_kg"));
        assert!(refused(r#"{"risk_factors":{"current_smokers":true}}"#).limit.contains("current_smoker"));
    }

    #[test]
    fn null_is_unknown_and_a_byte_order_mark_is_skipped() {
        let read = patient("\u{feff}{\"sex\":\"female\",\"height_cm\":null,\"id\":42}".as_bytes()).unwrap();
        assert_eq!(read.height_cm, None);
        assert_eq!(read.id.as_deref(), Some("42"));
    }
}
