//! Reads `messages/*.ftl` and compiles the words in; nothing is parsed at run time.
//!
//! What cannot be read, an id given twice and what `src/catalogue.rs` cannot fill in fail the build. The ids of all
//! languages are one list in their order, and the patterns of a language another in the same order, an empty one where
//! it has none; `\x06` ends each. In a pattern, `\x01` name `\x02` is what is given by that name, and `\x03` name `\x02`
//! begins a choice by it: of each variant its key, `\x02`, its pattern and `\x04`, the one that stands for every other
//! value last; then `\x05`. `#` stands before a key that is a number.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

fn main() {
    println!("cargo:rerun-if-changed=messages");
    println!("cargo:rerun-if-changed=build.rs");
    let service = env::var("CARGO_FEATURE_FLS").is_ok();
    let languages = ["en", "fr"].map(|language| {
        let mut found = entries(&format!("messages/{language}.ftl"));
        if service {
            found.extend(entries(&format!("messages/fls_{language}.ftl")));
        }
        let mut words = BTreeMap::new();
        for (id, pattern) in found {
            assert!(!pattern.is_empty(), "{language}: {id} says nothing");
            assert!(words.insert(id.clone(), pattern).is_none(), "{language}: {id} is given twice");
        }
        (language, words)
    });
    let ids: BTreeSet<&String> = languages.iter().flat_map(|(_, words)| words.keys()).collect();
    let out = env::var("OUT_DIR").expect("cargo sets it");
    let write = |name: &str, list: &mut dyn Iterator<Item = &str>| {
        let list: String = list.flat_map(|part| [part, "\x06"]).collect();
        fs::write(Path::new(&out).join(name), list).expect("OUT_DIR is writable");
    };
    write("ids", &mut ids.iter().map(|id| id.as_str()));
    for (language, words) in &languages {
        write(language, &mut ids.iter().map(|id| words.get(*id).map_or("", String::as_str)));
    }
}

/// The entries of a file: their ids and patterns.
fn entries(file: &str) -> Vec<(String, String)> {
    let source = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let control = source.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(control, None, "{file}: a control character");
    let resource =
        fluent_syntax::parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
    let entry = |entry| match entry {
        Entry::Message(message) => {
            assert!(message.attributes.is_empty(), "{file}: {} has attributes", message.id.name);
            let value = message.value.unwrap_or_else(|| panic!("{file}: {} says nothing", message.id.name));
            let pattern =
                pattern(&value, true).unwrap_or_else(|what| panic!("{file}: {}: {what}", message.id.name));
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
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                said.push_str(&written(inline)?)
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } }
                if may_choose =>
            {
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
