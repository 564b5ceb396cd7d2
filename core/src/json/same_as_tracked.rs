//! Refusals name the same field, value and limit as if every key had been remembered while reading, in documents
//! that are wrong in one place, everywhere and in every way.

use serde_json::{Value, json};

use super::*;
use crate::reference::caller::CallerReference;

/// Reads with every key remembered.
fn tracked<T: DeserializeOwned>(json: &[u8]) -> Result<T, Refusal> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let said = |error: &serde_json::Error| {
        let message = error.to_string();
        message.split(" at line ").next().unwrap_or_default().to_owned()
    };
    let document = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        // Where a key could not be read, its object is named.
        let path = path.strip_suffix('?').map_or(&*path, |path| path.strip_suffix('.').unwrap_or(path));
        let path = if path == "." { "" } else { path };
        refusal_at(path, &said(error.inner()), error.inner(), json)
    })?;
    deserializer.end().map_err(|error| refusal_at("", &said(&error), &error, json))?;
    Ok(document)
}

/// How many documents were refused.
fn same<T: DeserializeOwned>(documents: impl Iterator<Item = String>) -> usize {
    let mut refused = 0;
    for document in documents {
        let json = document.as_bytes();
        let (here, there) = (read::<T>(json).err(), tracked::<T>(json).err());
        refused += usize::from(here.is_some());
        if here == there {
            continue;
        }
        // Named closer here: the key of a map, the key of an object where a word belongs, a key that no value
        // follows, and in a list the element that is missing.
        let (here, there) = (here.expect(&document), there.expect(&document));
        let outer = if there.field == "document" { "" } else { &there.field };
        let inner = here.field.strip_prefix(outer).expect(&document);
        let closer = match here.code {
            Code::NotAChoice => inner == format!(".{}", here.value),
            Code::Syntax | Code::NotFinite => !inner.trim_start_matches('.').contains('.'),
            Code::WrongType => outer.ends_with("precision_g_cm2"),
            _ => false,
        };
        assert!(closer, "{document}\n{here}\n{there}");
        assert_eq!((here.code, here.limit), (there.code, there.limit), "{document}");
    }
    refused
}

fn patients() -> Value {
    json!({
        "id": "a {\"b\": [1}",
        "sex": "female",
        "birth_date": "1955-02-28",
        "complete": ["fractures", "risk_factors"],
        "risk_factors": {"current_smoker": false, "falls_past_year": 2, "glucocorticoid": {"current": true}},
        "fractures": [{"site": "distal_forearm", "date": "2024-11-10"}, {"site": "vertebra"}],
        "labs": [],
        "scans": [{
            "date": "2026-05-20",
            "manufacturer": "hologic",
            "precision_g_cm2": {"femoral_neck": 0.012},
            "regions": [
                {"region": "lumbar_spine", "vertebrae": ["L1", "L2"], "bmd_g_cm2": -8.5e-1,
                 "lms": {"l": 1, "m": 2.5, "s": 0.1}},
                {"region": "femoral_neck", "bmd_g_cm2": null}
            ]
        }]
    })
}

fn options() -> Value {
    json!({"t_compare": "exact", "as_of": "2026-06-01", "precision_g_cm2": {"femoral_neck": 0.01}, "lab_valid_months": 6})
}

fn references() -> Value {
    json!([{"id": "a", "version": "1", "manufacturer": "hologic", "sex": "female", "region": "lumbar_spine", "vertebrae": ["L2"], "mean": 1,
            "sd": 0.1}])
}

/// The document on one line, and on many.
fn written(document: &Value) -> [String; 2] {
    [document.to_string(), to_string_pretty(document)]
}

/// Every pointer into the document.
fn places(at: &Value, path: &str, places: &mut Vec<String>) {
    places.push(path.to_owned());
    match at {
        Value::Object(object) => object.iter().for_each(|(k, v)| places_at(v, path, k, places)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, v)| places_at(v, path, &i.to_string(), places))
        }
        _ => {}
    }
}

fn places_at(value: &Value, path: &str, key: &str, found: &mut Vec<String>) {
    places(value, &format!("{path}/{key}"), found);
}

/// Other values in every place, keys left out, and keys that do not exist.
fn with_another_value(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    places(document, "", &mut found);
    let others = json!([
        null, true, 0, -1, 1.5, 99999999999999999999.0, 18446744073709551615u64, "", "x", "2024-13-01", "fema\"l\\e",
        [], [1], [[]], [null, "x"], [{}], {}, {"x": 1}, {"female": null}, {"": {}}
    ]);
    let mut documents = Vec::new();
    for place in &found {
        for other in others.as_array().unwrap() {
            let mut changed = document.clone();
            *changed.pointer_mut(place).unwrap() = other.clone();
            documents.extend(written(&changed));
        }
        let mut changed = document.clone();
        if let Value::Object(object) = changed.pointer_mut(place).unwrap() {
            for key in object.keys().cloned().collect::<Vec<_>>() {
                let mut less = document.clone();
                less.pointer_mut(place).unwrap().as_object_mut().unwrap().remove(&key);
                documents.extend(written(&less));
            }
            for key in ["a", "zz", "sexx", "bmd_g_cm", "é\"\\\n", ""] {
                let mut more = document.clone();
                more.pointer_mut(place)
                    .unwrap()
                    .as_object_mut()
                    .unwrap()
                    .insert(key.to_owned(), json!([{"x": 1}]));
                documents.extend(written(&more));
            }
        }
    }
    documents
}

/// Every key twice, in three ways.
fn with_a_key_twice(document: &Value) -> impl Iterator<Item = String> {
    written(document).into_iter().flat_map(|text| {
        let keys: Vec<(usize, usize)> =
            text.match_indices("\":").map(|(end, _)| (text[..end].rfind('"').unwrap(), end + 1)).collect();
        keys.into_iter().flat_map(move |(start, end)| {
            let key = text[start..end].to_owned();
            [format!("{key}:null,{key} : "), format!("{key}:null,{key}}}"), format!("{key}:null,{key},")]
                .map(|twice| format!("{}{twice}{}", &text[..start], text[end..].trim_start_matches(':')))
        })
    })
}

/// Ended, shortened by a character, or lengthened by one, at every character.
fn with_another_character(document: &Value) -> impl Iterator<Item = String> {
    let text = document.to_string();
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    ends.into_iter().flat_map(move |at| {
        let (before, after) = text.split_at(at);
        let mut rest = after.chars();
        rest.next();
        let more =
            ["{", "}", "[", "]", ",", ":", "\"", "\\", "0", "-", "x", "NaN", "null", "1e999", "\n", "\u{1}"];
        let mut all: Vec<String> = more.iter().map(|c| format!("{before}{c}{after}")).collect();
        all.extend(more.iter().map(|c| format!("{before}{c}{}", rest.as_str())));
        all.push(before.to_owned());
        all.push(format!("{before}{}", rest.as_str()));
        all
    })
}

fn check<T: DeserializeOwned>(document: &Value) -> usize {
    assert_eq!(read::<T>(document.to_string().as_bytes()).err(), None);
    same::<T>(with_another_value(document).into_iter())
        + same::<T>(with_a_key_twice(document))
        + same::<T>(with_another_character(document))
}

#[test]
fn a_refused_patient_is_refused_for_the_same() {
    assert!(check::<Patient>(&patients()) > 15_000);
}

#[test]
fn refused_options_are_refused_for_the_same() {
    assert!(check::<Options>(&options()) > 1_000);
}

#[test]
fn refused_references_are_refused_for_the_same() {
    assert!(check::<Vec<CallerReference>>(&references()) > 2_000);
}
