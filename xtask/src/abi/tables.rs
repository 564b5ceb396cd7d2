//! The tables of bindings/c/README.md: statuses and calls from the header, refusals and what is not verified from the
//! engine.

use std::fmt::Write as _;

use osteon::course::CourseRule;
use osteon::error::Code;
use osteon::guideline;
use osteon::risk::Model;
use osteon::rule::Seen;

use super::header::{Header, Item, first_sentence};
use crate::kept::{between, read};

/// A table; writing into a string does not fail.
fn table(head: &str, rows: impl IntoIterator<Item = String>) -> String {
    let mut text = head.to_owned();
    for row in rows {
        let _ = writeln!(text, "| {row} |");
    }
    text
}

fn statuses(header: &Header) -> String {
    let statuses = header.items.iter().find_map(|(item, _)| match item {
        Item::Enum { name, values } if name == "osteon_status" => Some(values),
        _ => None,
    });
    let rows = statuses.into_iter().flatten();
    let row = rows.map(|one| format!("{} | `{}` | {}", one.number, one.name, first_sentence(&one.says)));
    table("| number | status | meaning |\n|--:|---|---|\n", row)
}

fn refusals() -> Result<String, String> {
    // The meaning stands in the comment of each code, and nowhere else.
    let source = read("core/src/error.rs")?;
    let row = |code: &Code| {
        let line = format!("= {}, \"{}\";", code.number(), code.as_str());
        let (before, _) = source.split_once(&line).ok_or_else(|| format!("core/src/error.rs: no {line}"))?;
        let meaning =
            before.lines().rev().find_map(|line| line.trim().strip_prefix("/// ")).unwrap_or_default();
        Ok(format!("{} | `{}` | {meaning}", code.number(), code.as_str()))
    };
    let rows = Code::ALL.iter().map(row).collect::<Result<Vec<_>, String>>()?;
    Ok(table("| number | refusal | meaning |\n|--:|---|---|\n", rows))
}

fn calls(header: &Header) -> String {
    let rows = header.calls().map(|(name, says)| format!("`{name}` | {}", first_sentence(says)));
    table("| call | what it does |\n|---|---|\n", rows)
}

/// What answers with `verified` false, or says that it is superseded.
fn unverified() -> String {
    let mut rows = Vec::new();
    for one in guideline::all() {
        let why = match (one.seen, one.superseded_by) {
            (Seen::NotYetVerified, None) => one.verification.to_owned(),
            (Seen::NotYetVerified, Some(by)) => format!("{}; superseded by {by}", one.verification),
            (Seen::Checked, Some(by)) => format!("superseded by {by}"),
            (Seen::Checked, None) => continue,
        };
        rows.push(format!("guideline `{}` | {why}", one.id));
    }
    for model in Model::all() {
        for one in model.outcomes.iter().filter(|one| one.verification.verified() == Some(false)) {
            let of = one.sex.map_or(String::new(), |sex| format!(", {sex}"));
            rows.push(format!(
                "model `{}`, {}{of} | `{}`",
                model.id,
                one.outcome.words(),
                one.verification.as_str()
            ));
        }
    }
    let courses: Vec<String> = CourseRule::ALL
        .iter()
        .filter(|rule| !rule.is_verified())
        .map(|rule| format!("`{}`", rule.as_str()))
        .collect();
    rows.push(format!("courses of treatment {} | not yet held against their papers", courses.join(", ")));
    table("| what | how far it is verified |\n|---|---|\n", rows)
}

/// The README with its tables anew.
pub(crate) fn written(readme: &str, header: &Header) -> Result<String, String> {
    let text = between(readme, "statuses", &statuses(header))?;
    let text = between(&text, "refusals", &refusals()?)?;
    let text = between(&text, "unverified", &unverified())?;
    between(&text, "calls", &calls(header))
}
