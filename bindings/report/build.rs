//! Reads `messages/*.ftl` and compiles the words in; nothing is parsed at run time.
//!
//! What cannot be read, an id given twice and what `src/catalogue.rs` cannot fill in fail the build. An entry is its
//! id, `\x02`, its pattern and `\x06`, in the order of the ids. In a pattern, `\x01` name `\x02` is what is given by that
//! name, and `\x03` name `\x02` begins a choice by it: of each variant its key, `\x02`, its pattern and `\x04`, the one
//! that stands for every other value last; then `\x05`. `#` stands before a key that is a number.

use std::path::Path;
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

fn main() {
    println!("cargo:rerun-if-changed=messages");
    println!("cargo:rerun-if-changed=build.rs");
    let service = env::var("CARGO_FEATURE_FLS").is_ok();
    for language in ["en", "fr"] {
        let mut entries = entries(&format!("messages/{language}.ftl"));
        if service {
            entries.extend(self::entries(&format!("messages/fls_{language}.ftl")));
        }
        entries.sort();
        for (one, next) in entries.iter().zip(entries.iter().skip(1)) {
            assert_ne!(one.0, next.0, "{language}: given twice");
        }
        let words: String = entries.iter().map(|(id, pattern)| format!("{id}\x02{pattern}\x06")).collect();
        let out = env::var("OUT_DIR").expect("cargo sets it");
        fs::write(Path::new(&out).join(language), words).expect("OUT_DIR is writable");
    }
}

/// The entries of a file: their ids and patterns.
fn entries(file: &str) -> Vec<(String, String)> {
    let source = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let control = source.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(control, None, "{file}: a control character");
    let resource = fluent_syntax::parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
    let entry = |entry| match entry {
        Entry::Message(message) => {
            assert!(message.attributes.is_empty(), "{file}: {} has attributes", message.id.name);
            let value = message.value.unwrap_or_else(|| panic!("{file}: {} says nothing", message.id.name));
            let pattern = pattern(&value, true).unwrap_or_else(|what| panic!("{file}: {}: {what}", message.id.name));
            Some((message.id.name, pattern))
        }
        Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => None,
        Entry::Term(_) | Entry::Junk { .. } => panic!("{file}: {entry:?} is not read here"),
    };
    resource.body.into_iter().filter_map(entry).collect()
}

/// A pattern as the catalogue has it.
fn pattern(pattern: &Pattern<String>, may_choose: bool) -> Result<String, String> {
    let mut said = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => said.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => said.push_str(&written(inline)?),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } if may_choose => {
                let InlineExpression::VariableReference { id } = selector else {
                    return Err(format!("a choice by {selector:?}"));
                };
                let last = variants.iter().position(|variant| variant.default);
                if last.is_none_or(|place| place + 1 != variants.len()) {
                    return Err("the variant for all other values is not the last".to_owned());
                }
                said.push_str(&format!("\x03{}\x02", id.name));
                for variant in variants {
                    let key = match &variant.key {
                        VariantKey::Identifier { name } => name.clone(),
                        VariantKey::NumberLiteral { value } => format!("#{value}"),
                    };
                    said.push_str(&format!("{key}\x02{}\x04", self::pattern(&variant.value, false)?));
                }
                said.push('\x05');
            }
            PatternElement::Placeable { .. } => return Err("a choice within a choice".to_owned()),
        }
    }
    Ok(said)
}

fn written(inline: &InlineExpression<String>) -> Result<String, String> {
    match inline {
        InlineExpression::StringLiteral { value } => Ok(unescape_unicode_to_string(value).into_owned()),
        InlineExpression::VariableReference { id } => Ok(format!("\x01{}\x02", id.name)),
        other => Err(format!("{other:?} is not read here")),
    }
}
