//! The typed documents of the npm package, written from the JSON Schema of the Rust types.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::kept::keep;

const FILE: &str = "wasm/package/src/documents.ts";

const HEAD: &str = "\
// Written from the JSON Schema of the engine's types by `cargo xtask typescript`: do not edit.

/**
 * The documents. A key that is left out, or null, is unknown, never \"no\"; an empty list means \"asked, none\".
 *
 * @module
 */
";

/// What a caller writes: any key may be left out or null.
const GIVEN: [&str; 2] = ["Patient", "Options"];

/// Writes the file or holds it to what it should be.
pub(crate) fn run(check: bool) -> Result<String, String> {
    let (mut given, mut answered) = (Map::new(), Map::new());
    for (name, schema) in [
        ("Patient", osteon::schema::patient()),
        ("Options", osteon::schema::options()),
        ("Assessment", osteon::schema::assessment()),
        ("Told", osteon_report::schema()),
    ] {
        let kept = if GIVEN.contains(&name) { &mut given } else { &mut answered };
        let parts = schema["$defs"].as_object().ok_or_else(|| format!("{name}: a schema without parts"))?;
        kept.extend(parts.clone());
        kept.insert(name.to_owned(), schema);
    }
    // What is given and answered alike, as options, is given.
    for (name, definition) in &given {
        if let Some(other) = answered.remove(name).filter(|other| !is_alike(other, definition)) {
            return Err(format!("{name} is two types: {other}"));
        }
    }
    let mut text = HEAD.to_owned();
    for (definitions, is_given) in [(&given, true), (&answered, false)] {
        for (name, definition) in definitions {
            text.push_str(&declared(name, definition, is_given).map_err(|why| format!("{name}: {why}"))?);
        }
    }
    keep(FILE, &text, check, "typescript")?;
    Ok(format!("{} types", given.len() + answered.len()))
}

/// A document by itself has a line about its dialect besides.
fn is_alike(one: &Value, other: &Value) -> bool {
    one["properties"] == other["properties"] && one["oneOf"] == other["oneOf"] && one["type"] == other["type"]
}

/// The record of a scan's region is plainly called a region, so that the closed set has another name.
fn named(definition: &str) -> &str {
    match definition {
        "ScanRegion" => "Region",
        "Region" => "RegionName",
        other => other,
    }
}

fn declared(name: &str, definition: &Value, given: bool) -> Result<String, String> {
    let (about, name) = (comment(definition, ""), named(name));
    if let Some(properties) = definition["properties"].as_object() {
        return Ok(format!(
            "\n{about}export interface {name} {}\n",
            object(definition, properties, given, "")?
        ));
    }
    let words = definition["oneOf"].as_array().into_iter().flatten().map(|word| word["const"].as_str());
    if let Some(words) = words.collect::<Option<Vec<_>>>().filter(|words| !words.is_empty()) {
        let words: Vec<String> = words.iter().map(|word| format!("  {word:?},\n")).collect();
        let list = constant(name);
        return Ok(format!(
            "\n{about}export type {name} = (typeof {list})[number];\n\n/** Every `{name}`. */\n\
             export const {list} = [\n{}] as const;\n",
            words.concat()
        ));
    }
    Ok(format!("\n{about}export type {name} = {};\n", type_of(definition, given, "")?))
}

/// `FractureSite` is listed as `FRACTURE_SITE_WORDS`.
fn constant(name: &str) -> String {
    let mut constant = String::new();
    for (place, letter) in name.chars().enumerate() {
        if letter.is_uppercase() && place > 1 {
            constant.push('_');
        }
        constant.push(letter.to_ascii_uppercase());
    }
    constant + "_WORDS"
}

fn object(
    definition: &Value,
    properties: &Map<String, Value>,
    given: bool,
    indent: &str,
) -> Result<String, String> {
    let required: Vec<&str> =
        definition["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let deeper = format!("{indent}  ");
    let mut text = String::from("{\n");
    for (key, property) in properties {
        let of = type_of(property, given, &deeper).map_err(|why| format!("{key}: {why}"))?;
        let there = !given && required.contains(&key.as_str());
        let unknown = if given && !of.ends_with("| null") { " | null" } else { "" };
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{}{deeper}{key}{}: {of}{unknown};",
            comment(property, &deeper),
            if there { "" } else { "?" }
        );
    }
    Ok(text + indent + "}")
}

fn type_of(value: &Value, given: bool, indent: &str) -> Result<String, String> {
    let inner = |value: &Value| type_of(value, given, indent);
    if let Some(reference) = value["$ref"].as_str() {
        return Ok(named(reference.trim_start_matches("#/$defs/")).to_owned());
    }
    if let Some(text) = value["const"].as_str() {
        return Ok(format!("{text:?}"));
    }
    for several in ["anyOf", "oneOf"] {
        if let Some(several) = value[several].as_array() {
            let several: Result<Vec<_>, _> = several.iter().map(inner).collect();
            return Ok(several?.join(" | "));
        }
    }
    if let Some(properties) = value["properties"].as_object() {
        return object(value, properties, given, indent);
    }
    if let Some(kinds) = value["type"].as_array() {
        let one = |kind: &Value| {
            let mut one = value.clone();
            one["type"] = kind.clone();
            type_of(&one, given, indent)
        };
        let kinds: Result<Vec<_>, _> = kinds.iter().map(one).collect();
        return Ok(kinds?.join(" | "));
    }
    if let Some(items) = value["prefixItems"].as_array() {
        let items: Result<Vec<_>, _> = items.iter().map(inner).collect();
        return Ok(format!("[{}]", items?.join(", ")));
    }
    Ok(match value["type"].as_str() {
        Some("number" | "integer") => "number".to_owned(),
        Some("boolean") => "boolean".to_owned(),
        Some("string") => "string".to_owned(),
        Some("null") => "null".to_owned(),
        Some("array") if value["maxItems"] == 2 && value["minItems"] == 2 => {
            let one = inner(&value["items"])?;
            format!("[{one}, {one}]")
        }
        Some("array") => {
            let one = inner(&value["items"])?;
            if one.contains(' ') { format!("({one})[]") } else { format!("{one}[]") }
        }
        Some("object") => format!("Record<string, {}>", inner(&value["additionalProperties"])?),
        other => return Err(format!("no such type is known: {other:?}")),
    })
}

fn comment(value: &Value, indent: &str) -> String {
    let Some(about) = value["description"].as_str() else { return String::new() };
    let lines: Vec<&str> = about.lines().collect();
    match lines.as_slice() {
        [one] => format!("{indent}/** {one} */\n"),
        lines => {
            let lines = lines.iter().map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n");
            format!("{indent}/**\n{}{indent} */\n", lines.collect::<String>())
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_typed_documents_are_as_the_schema_is() {
        super::run(true).unwrap();
    }
}
