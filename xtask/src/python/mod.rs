//! The typed documents of the Python package, written from the JSON Schema of the Rust types.

mod model;
mod order;
mod text;
mod write;

use crate::kept::keep;

/// Writes every file or holds them to what they should be.
pub(crate) fn run(check: bool) -> Result<String, String> {
    let model = model::Model::of_the_engine()?;
    for (file, text) in [
        ("documents", write::documents(&model)?),
        ("dicts", write::dicts(&model)?),
        ("_sections", write::sections(&model)?),
    ] {
        keep(&format!("python/osteon/{file}.py"), &text, check, "python")?;
    }
    Ok(format!("{} classes, {} closed sets", model.objects.len(), model.choices.len()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_typed_documents_are_as_the_schema_is() {
        super::run(true).unwrap();
    }
}
