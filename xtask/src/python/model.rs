//! The documents as their schemas describe them.

use std::collections::{BTreeMap, BTreeSet};

use osteon::Engine;
use osteon::document::Patient;
use osteon::outputs::Outputs;
use serde_json::Value;

use super::order;

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Number,
    Count,
    Truth,
    Text,
    Day,
    List(Box<Type>),
    /// Two of a kind.
    Pair(Box<Type>),
    /// Text to a value.
    Table(Box<Type>),
    /// A closed set, or another name for a type.
    Word(String),
    /// A record.
    Object(String),
    /// A text that is always the same.
    Always(String),
}

/// A field of an object.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) key: String,
    pub(super) about: String,
    pub(super) of: Type,
    /// Whether it may be null.
    pub(super) nullable: bool,
    /// Whether it is always there.
    pub(super) required: bool,
}

/// An object of a document.
#[derive(Debug)]
pub(super) struct Object {
    pub(super) about: String,
    pub(super) fields: Vec<Field>,
    /// Whether a caller writes it.
    pub(super) given: bool,
}

/// A closed set: what it is, and each word with what is to be said of it.
#[derive(Debug)]
pub(super) struct Choice {
    pub(super) about: String,
    pub(super) words: Vec<(String, String)>,
}

/// All of them, by name.
#[derive(Debug, Default)]
pub(super) struct Model {
    pub(super) objects: BTreeMap<String, Object>,
    pub(super) choices: BTreeMap<String, Choice>,
    /// What stands for one of several types.
    pub(super) unions: BTreeMap<String, (String, Vec<Type>)>,
    /// Sections of the assessment that are left out where they are not asked for.
    pub(super) left_out: BTreeSet<String>,
}

/// The record of a scan's region is plainly called a region, so that the closed set has another name.
pub(super) fn named(definition: &str) -> &str {
    match definition {
        "ScanRegion" => "Region",
        "Region" => "RegionName",
        other => other,
    }
}

impl Model {
    /// From the schemas of the crate.
    pub(super) fn of_the_engine() -> Result<Self, String> {
        let mut model = Self { left_out: left_out()?, ..Self::default() };
        for (name, schema, given) in [
            ("Patient", osteon::schema::patient(), true),
            ("Options", osteon::schema::options(), true),
            ("Assessment", osteon::schema::assessment(), false),
        ] {
            let definitions = schema["$defs"].as_object().ok_or("a schema without definitions")?;
            for (part, definition) in definitions {
                model.take(part, definition, definitions, given)?;
            }
            model.take(name, &schema, definitions, given)?;
        }
        Ok(model)
    }

    fn take(
        &mut self,
        name: &str,
        definition: &Value,
        definitions: &serde_json::Map<String, Value>,
        given: bool,
    ) -> Result<(), String> {
        let about = about(definition);
        let plain = named(name).to_owned();
        if let Some(words) = definition["oneOf"].as_array() {
            let words = words.iter().map(|word| {
                let key = word["const"].as_str().ok_or_else(|| format!("{name}: no closed set of words"))?;
                let about = self::about(word);
                let said = about.strip_prefix(&format!("`{key}`")).unwrap_or(&about).trim();
                Ok((key.to_owned(), said.to_owned()))
            });
            self.choices.insert(plain, Choice { about, words: words.collect::<Result<_, String>>()? });
        } else if let Some(several) =
            definition["anyOf"].as_array().filter(|_| definition["properties"].is_null())
        {
            let several: Result<_, _> =
                several.iter().map(|one| type_of(one, definitions).map(|(of, _)| of)).collect();
            self.unions.insert(plain, (about, several?));
        } else if let Some(properties) = definition["properties"].as_object() {
            // What is given and answered alike, as options, is given.
            if self.objects.contains_key(&plain) {
                return Ok(());
            }
            let order =
                order::of(name).ok_or_else(|| format!("{name}: list it in xtask/src/python/order.rs"))?;
            if order.len() != properties.len() {
                return Err(format!("{name}: {} fields in {}", order.len(), properties.len()));
            }
            let required: Vec<&str> =
                definition["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let mut fields = Vec::new();
            for key in order {
                let property =
                    properties.get(*key).ok_or_else(|| format!("{name}.{key}: not in the schema"))?;
                let (of, nullable) =
                    type_of(property, definitions).map_err(|why| format!("{name}.{key}: {why}"))?;
                let about = self::about(property);
                let always = about.strip_prefix('`').and_then(|about| about.strip_suffix("`."));
                let of = match always {
                    Some(text) if *key == "schema" => Type::Always(text.to_owned()),
                    _ => of,
                };
                let required = required.contains(key);
                fields.push(Field { key: (*key).to_owned(), about, of, nullable, required });
            }
            self.objects.insert(plain, Object { about, fields, given });
        } else if definition["type"] != "array" {
            return Err(format!("{name}: no such definition is known"));
        }
        Ok(())
    }
}

/// The type of a value, and whether it may be null.
fn type_of(value: &Value, definitions: &serde_json::Map<String, Value>) -> Result<(Type, bool), String> {
    if let Some(reference) = value["$ref"].as_str() {
        let name = reference.trim_start_matches("#/$defs/");
        let definition = definitions.get(name).ok_or_else(|| format!("{name}: not defined"))?;
        return Ok(match definition {
            array if array["type"] == "array" => type_of(array, definitions)?,
            object if object["properties"].is_object() => (Type::Object(named(name).to_owned()), false),
            _ => (Type::Word(named(name).to_owned()), false),
        });
    }
    if let Some([one, null]) = value["anyOf"].as_array().map(Vec::as_slice)
        && null["type"] == "null"
    {
        return Ok((type_of(one, definitions)?.0, true));
    }
    let (kind, nullable) = match &value["type"] {
        Value::String(kind) => (kind.as_str(), false),
        Value::Array(kinds) => (kinds[0].as_str().unwrap_or_default(), kinds.contains(&Value::from("null"))),
        other => return Err(format!("type {other}")),
    };
    let inner = |key: &str| type_of(&value[key], definitions).map(|(of, _)| Box::new(of));
    let of = match kind {
        "number" => Type::Number,
        "integer" => Type::Count,
        "boolean" => Type::Truth,
        "string" if value["format"] == "date" => Type::Day,
        "string" => Type::Text,
        "array" if value["maxItems"] == 2 && value["minItems"] == 2 => Type::Pair(inner("items")?),
        "array" => Type::List(inner("items")?),
        "object" => Type::Table(inner("additionalProperties")?),
        other => return Err(format!("type {other}")),
    };
    Ok((of, nullable))
}

fn about(value: &Value) -> String {
    value["description"].as_str().unwrap_or_default().to_owned()
}

/// The sections that an assessment leaves out where others are asked for.
fn left_out() -> Result<BTreeSet<String>, String> {
    let patient: Patient = osteon::json::patient(br#"{"sex":"female","age_years":67}"#)
        .map_err(|refusal| refusal.to_string())?;
    let keys = |outputs: &str| {
        let outputs = Outputs::parse(outputs).map_err(|refusal| refusal.to_string())?;
        let said =
            Engine::default().with_outputs(outputs).assess(&patient).map_err(|all| format!("{all:?}"))?;
        let said = serde_json::to_value(said).map_err(|error| error.to_string())?;
        Ok::<BTreeSet<String>, String>(
            said.as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect(),
        )
    };
    let always = &keys("scores")? & &keys("triage")?;
    let all = osteon::schema::assessment();
    let all = all["properties"].as_object().into_iter().flatten();
    // A list that is left out where it is empty is no section: its type says no null.
    let sections = all.filter(|(_, property)| {
        property["anyOf"].is_array() || property["type"].as_array().is_some_and(|kinds| kinds.len() == 2)
    });
    Ok(sections.map(|(key, _)| key.clone()).filter(|key| !always.contains(key)).collect())
}
