//! The three files: typed documents, the same as dicts, and the sections of an assessment.

use std::fmt::Write as _;

use super::model::{Choice, Field, Model, Object, Type};
use super::text::{Place, docstring, name, of, quoted, record, wrapped};

const MADE: &str = "# Written from the JSON Schema of the documents by `cargo xtask python`: do not edit.\n";

/// `documents.py`.
pub(super) fn documents(model: &Model) -> Result<String, String> {
    let mut out = format!(
        "{MADE}\n\"\"\"The documents, typed: `Patient` and `Options` go in, the records of an assessment come out.\n\n\
         A field that is None is unknown, never \"no\". In what is given, days are `datetime.date` or text as 2024-05-31 and are\n\
         kept as `datetime.date`, lists are kept as tuples, and a dict will do for any part; in what is answered, days are\n\
         `datetime.date` and lists are tuples. All of it is frozen: `dataclasses.replace` makes another.\n\"\"\"\n\n\
         from __future__ import annotations\n\nimport datetime\nfrom collections.abc import Mapping, Sequence\n\
         from dataclasses import dataclass\nfrom typing import ClassVar, Literal, TypeAlias\n\n\
         from osteon._record import Document, Record, Table\n\n"
    );
    let names = model.objects.keys().chain(model.choices.keys()).chain(model.unions.keys());
    let mut names: Vec<&str> = names.map(String::as_str).filter(|name| *name != "Assessment").collect();
    names.sort_unstable();
    let _ = writeln!(out, "__all__ = [\n    {},\n]\n", quoted(names.into_iter()).replace(", ", ",\n    "));
    for (name, choice) in &model.choices {
        out.push_str(&closed_set(name, choice));
    }
    for (name, (about, several)) in &model.unions {
        let several: Vec<_> = several.iter().map(|one| of(one, Place::Answer)).collect();
        let _ = write!(out, "\n{name}: TypeAlias = {}\n{}", several.join(" | "), docstring(about, 0));
    }
    for given in [true, false] {
        for (name, object) in model.objects.iter().filter(|(_, object)| object.given == given) {
            if name != "Assessment" {
                out.push_str(&class(name, object));
            }
        }
    }
    Ok(out)
}

fn closed_set(name: &str, Choice { about, words }: &Choice) -> String {
    let list = quoted(words.iter().map(|(word, _)| word.as_str()));
    let line = format!("{name}: TypeAlias = Literal[{list}]");
    let line = if line.len() <= 120 {
        line
    } else {
        format!("{name}: TypeAlias = Literal[\n    {},\n]", list.replace(", ", ",\n    "))
    };
    let said = words.iter().filter(|(_, said)| !said.is_empty());
    let said: Vec<String> =
        said.map(|(word, said)| format!("`{word}`: {}", said.trim_end_matches('.'))).collect();
    let about = if said.is_empty() { about.clone() } else { format!("{about} {}.", said.join("; ")) };
    format!("\n{line}\n{}", docstring(&about, 0))
}

fn class(class_name: &str, object: &Object) -> String {
    let (base, place) = if object.given { ("Document", Place::Given) } else { ("Record", Place::Answer) };
    let mut out = format!(
        "\n\n@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)\nclass {class_name}({base}):\n"
    );
    out.push_str(&class_docstring(object));
    let parts: Vec<_> =
        object.fields.iter().filter_map(|field| Some((name(&field.key), record(&field.of)?))).collect();
    if !parts.is_empty() {
        let parts: Vec<_> = parts.iter().map(|(field, part)| format!("\"{field}\": \"{part}\"")).collect();
        let line = format!("    _parts: ClassVar[Mapping[str, str]] = {{{}}}", parts.join(", "));
        let line = if line.len() <= 120 {
            line
        } else {
            format!(
                "    _parts: ClassVar[Mapping[str, str]] = {{\n        {},\n    }}",
                parts.join(",\n        ")
            )
        };
        let _ = writeln!(out, "{line}");
    }
    let days: Vec<_> =
        object.fields.iter().filter(|field| field.of == Type::Day).map(|f| name(&f.key)).collect();
    if !days.is_empty() {
        let days = quoted(days.iter().map(String::as_str));
        let _ = writeln!(out, "    _days: ClassVar[frozenset[str]] = frozenset({{{days}}})");
    }
    let spelt: Vec<_> = object.fields.iter().filter(|field| name(&field.key) != field.key).collect();
    if !spelt.is_empty() {
        let spelt: Vec<_> =
            spelt.iter().map(|field| format!("\"{}\": \"{}\"", name(&field.key), field.key)).collect();
        let _ = writeln!(out, "    _spelt: ClassVar[Mapping[str, str]] = {{{}}}", spelt.join(", "));
    }
    if !out.ends_with("\n\n") {
        out.push('\n');
    }
    for field in &object.fields {
        let Field { key, of: kind, nullable, required, .. } = field;
        let written = of(kind, place);
        let line = match (object.given, *nullable, *required, kind) {
            (true, ..) => format!("{}: {written} | None = None", name(key)),
            (false, true, ..) => format!("{}: {written} | None = None", name(key)),
            (false, false, false, Type::List(_)) => format!("{}: {written} = ()", name(key)),
            (false, false, false, Type::Truth) => format!("{}: {written} = False", name(key)),
            (false, false, false, Type::Text) => format!("{}: {written} = \"\"", name(key)),
            (false, false, false, Type::Table(_)) => format!("{}: {written} = Table({{}})", name(key)),
            (false, ..) => format!("{}: {written}", name(key)),
        };
        let _ = write!(out, "    {line}\n{}", docstring(&field.about, 4));
    }
    out
}

fn class_docstring(object: &Object) -> String {
    let heading = if object.given { "Parameters" } else { "Attributes" };
    let about = wrapped(&object.about, 4);
    let mut out =
        format!("    \"\"\"{}\n\n    {heading}\n    {}\n", about.trim_start(), "-".repeat(heading.len()));
    for field in &object.fields {
        let _ = write!(out, "    {}\n{}\n", name(&field.key), wrapped(&field.about, 8));
    }
    out.push_str("    \"\"\"\n\n");
    out
}

/// `dicts.py`.
pub(super) fn dicts(model: &Model) -> Result<String, String> {
    let mut out = format!(
        "{MADE}\n\"\"\"The documents as dicts, so that an editor completes and checks `osteon.assess({{...}})`.\n\n\
         A key that is left out, or None, is unknown, never \"no\"; an empty list means \"asked, none\". Days are `datetime.date` or\n\
         text as 2024-05-31.\n\"\"\"\n\n\
         from __future__ import annotations\n\nimport datetime\nfrom collections.abc import Mapping, Sequence\n\
         from typing import Literal, TypedDict\n\nfrom osteon import documents\nfrom osteon.documents import (\n"
    );
    let given: Vec<_> = model.objects.iter().filter(|(_, object)| object.given).collect();
    let mut words: Vec<&str> =
        given.iter().flat_map(|(_, object)| &object.fields).filter_map(|field| word(&field.of)).collect();
    words.sort_unstable();
    words.dedup();
    for name in words {
        let _ = writeln!(out, "    {name},");
    }
    let names: Vec<_> = given.iter().map(|(name, _)| format!("{name}Dict")).collect();
    let names = quoted(names.iter().map(String::as_str)).replace(", ", ",\n    ");
    let _ = writeln!(out, ")\n\n__all__ = [\n    {names},\n]");
    for (name, object) in given {
        let _ =
            write!(out, "\n\nclass {name}Dict(TypedDict, total=False):\n{}\n", docstring(&object.about, 4));
        for field in &object.fields {
            let written = of(&field.of, Place::Dict);
            let _ = write!(out, "    {}: {written} | None\n{}", field.key, docstring(&field.about, 4));
        }
    }
    Ok(out)
}

fn word(kind: &Type) -> Option<&str> {
    match kind {
        Type::Word(name) => Some(name),
        Type::List(kind) | Type::Table(kind) | Type::Pair(kind) => word(kind),
        _ => None,
    }
}

/// `_sections.py`.
pub(super) fn sections(model: &Model) -> Result<String, String> {
    let assessment = model.objects.get("Assessment").ok_or("there is no assessment")?;
    let mut records: Vec<&str> = assessment.fields.iter().filter_map(|field| record(&field.of)).collect();
    records.sort_unstable();
    records.dedup();
    let mut out = format!(
        "{MADE}\n\"\"\"The sections of an assessment as attributes.\"\"\"\n\n\
         from __future__ import annotations\n\nfrom collections.abc import Mapping\n\
         from typing import TYPE_CHECKING, Any, ClassVar\n\n\
         if TYPE_CHECKING:\n    from osteon.documents import {}\n\n\n\
         class Sections:\n    \"\"\"What an assessment says, read from its document when it is asked for.\"\"\"\n\n    \
         __slots__ = ()\n\n",
        format_args!("(\n        {},\n    )", records.join(",\n        "))
    );
    let parts = assessment.fields.iter().filter_map(|field| Some((&field.key, record(&field.of)?)));
    let parts: Vec<_> = parts.map(|(key, part)| format!("\"{key}\": \"{part}\"")).collect();
    let sections = quoted(model.left_out.iter().map(String::as_str)).replace(", ", ",\n        ");
    let _ = writeln!(
        out,
        "    # What may be asked for, and is not there where it was not.\n    \
         _asked: ClassVar[tuple[str, ...]] = (\n        {sections},\n    )\n    \
         _parts: ClassVar[Mapping[str, str]] = {{\n        {},\n    }}\n\n    \
         def _section(self, key: str, empty: Any = None) -> Any:\n        raise NotImplementedError",
        parts.join(",\n        ")
    );
    for field in &assessment.fields {
        let written = of(&field.of, Place::Answer);
        let left_out = model.left_out.contains(&field.key);
        let (written, empty) = match (field.nullable && !left_out, field.required || left_out, &field.of) {
            (true, ..) => (format!("{written} | None"), ""),
            (_, false, Type::List(_)) => (written, ", ()"),
            _ => (written, ""),
        };
        let written = if matches!(field.of, Type::Always(_)) { "str".to_owned() } else { written };
        let mut about = field.about.replace("; left out where not asked for, as the sections below", "");
        if left_out {
            about.push_str("\n\nRaises `NotAskedError` where it was not asked for.");
        }
        let key = &field.key;
        let _ = write!(
            out,
            "\n    @property\n    def {key}(self) -> {written}:\n{}        found: {written} = \
             self._section(\"{key}\"{empty})\n        return found\n",
            docstring(&about, 8),
        );
    }
    Ok(out)
}
