//! JSON Schema of the documents, generated from the types.

use schemars::schema_for;
use serde_json::Value;

use crate::document::{Assessment, Options, Patient};

/// The schema of `osteon/patient/1`.
#[must_use]
pub fn patient() -> Value {
    let mut schema = schema_for!(Patient).to_value();
    if let Some(object) = schema.as_object_mut() {
        object.insert("required".into(), serde_json::json!(["sex"]));
        let age = serde_json::json!([{"required": ["age_years"]}, {"required": ["birth_date"]}]);
        object.insert("anyOf".into(), age);
    }
    schema
}

/// The schema of `osteon/assessment/1`.
#[must_use]
pub fn assessment() -> Value {
    schema_for!(Assessment).to_value()
}

/// The schema of `osteon/options/1`.
#[must_use]
pub fn options() -> Value {
    schema_for!(Options).to_value()
}
