//! The table of traceability: what is required, by which source, where its code and data are, and what tests it.
//!
//! It is made from the registries of the engine and from what the files name, so that it cannot say what is not so.
//! Code and data are found by the rule of the house that a file is named as the id; tests by their naming it.

mod fired;
mod requirement;
mod source;

use std::collections::{BTreeMap, BTreeSet};

use crate::kept::{between, csv_of, keep, read};
use fired::Fired;
use requirement::Requirement;
use source::{Found, Sources};

const TABLE: &str = "docs/traceability.csv";
const README: &str = "bindings/c/README.md";
const BY_HAND: &str = "docs/traceability-by-hand.csv";
const HEADER: &[&str] = &[
    "requirement",
    "kind",
    "what",
    "sources",
    "seen",
    "code",
    "data",
    "tested_by",
    "tests",
    "conformance_cases",
    "first_case",
];

/// Writes the table or holds it to what it should be, and fails where something is tested by nothing.
pub(crate) fn run(check: bool) -> Result<String, String> {
    let (sources, fired) = (Sources::read()?, Fired::read()?);
    let required = requirement::all()?;
    let mut by_hand = ByHand::read(&sources)?;
    let (mut rows, mut untested, mut without) = (Vec::new(), Vec::new(), 0);
    let mut counted = BTreeMap::new();
    for one in &required {
        let (code, read) = match &one.by_reader {
            Some((code, tests)) => (code.clone(), Some(tests)),
            None => (sources.code(one), None),
        };
        if let Some(gone) = read.into_iter().flatten().find(|test| !sources.has_test(test)) {
            return Err(format!("{}: there is no test {gone}", one.id));
        }
        let mut data: BTreeSet<String> = sources.data(&one.id);
        data.extend(one.data.map(str::to_owned));
        let (mut by, tests) = tested(&sources, one, &code);
        let mut tests = written(&tests);
        if let Some(read) = read {
            (by, tests) = ("reader", read.join("; "));
        }
        if by == "none" {
            match by_hand.0.remove(&one.id) {
                Some(listed) if listed.is_empty() => without += 1,
                Some(listed) => (by, tests) = ("reader", listed.join("; ")),
                None => untested.push(one.id.clone()),
            }
        }
        let (cases, first) = fired.of(&one.id);
        *counted.entry((by, cases > 0)).or_insert(0) += 1;
        rows.push([
            one.id.clone(),
            one.kind.to_owned(),
            one.what.clone(),
            one.sources.iter().copied().collect::<Vec<_>>().join("; "),
            one.seen.clone(),
            code.join("; "),
            data.into_iter().collect::<Vec<_>>().join("; "),
            by.to_owned(),
            tests,
            cases.to_string(),
            first.to_owned(),
        ]);
    }
    if !untested.is_empty() {
        return Err(format!("no test, and not in {BY_HAND}: {}", untested.join(" ")));
    }
    if let Some(stale) = by_hand.0.keys().next() {
        return Err(format!("{BY_HAND}: {stale} is tested by its name, or is no requirement"));
    }
    keep(TABLE, &csv_of(HEADER, &rows)?, check, "traceability")?;
    let readme = between(&read(README)?, "traceability", &how_closely(&counted))?;
    keep(README, &readme, check, "traceability")?;
    Ok(format!("{} requirements, {without} without a test", required.len()))
}

/// How many requirements are tested how closely, for those who read the table.
fn how_closely(counted: &BTreeMap<(&'static str, bool), u32>) -> String {
    let mut text =
        "| how its tests were found | requirements | of them in no conformance case |\n|---|--:|--:|\n"
            .to_owned();
    for (by, says) in [
        ("id", "`id`: tests name it"),
        ("reader", "`reader`: found by a reader"),
        ("guideline", "`guideline`: none names it; the tests of its whole guideline are named"),
        ("place", "`place`: none names it; the tests of the file of its code are named"),
        ("none", "`none`: there is none, for a reason that is written down"),
    ] {
        let of = |exercised| counted.get(&(by, exercised)).copied().unwrap_or_default();
        text += &format!("| {says} | {} | {} |\n", of(true) + of(false), of(false));
    }
    text
}

/// How its tests were found, and which they are.
fn tested(sources: &Sources, one: &Requirement, code: &[String]) -> (&'static str, Found) {
    let own = sources.tests(one);
    if !own.is_empty() {
        return ("id", own);
    }
    let whole = one.part_of.map(|whole| sources.tests(&Requirement::new(whole, "", ""))).unwrap_or_default();
    if !whole.is_empty() {
        return ("guideline", whole);
    }
    let beside = sources.tests_of_place(code);
    if beside.is_empty() { ("none", beside) } else { ("place", beside) }
}

/// `file::function`; where there are more than three of a file, how many.
fn written(found: &Found) -> String {
    let of_file = |(path, functions): (&String, &BTreeSet<String>)| match functions.len() {
        0 => vec![path.clone()],
        1..=3 => functions.iter().map(|function| format!("{path}::{function}")).collect(),
        more => vec![format!("{path} ({more} tests)")],
    };
    found.tests.iter().flat_map(of_file).collect::<Vec<_>>().join("; ")
}

/// Tests that no name leads to, by requirement: found by a reader, and written down. Empty: there is none, for a reason.
struct ByHand(BTreeMap<String, Vec<String>>);

impl ByHand {
    fn read(sources: &Sources) -> Result<Self, String> {
        let text = read(BY_HAND)?;
        let mut by_hand = BTreeMap::new();
        for row in csv::Reader::from_reader(text.as_bytes()).deserialize() {
            let (id, tests, reason): (String, String, String) =
                row.map_err(|error| format!("{BY_HAND}: {error}"))?;
            let tests: Vec<String> =
                tests.split("; ").filter(|test| !test.is_empty()).map(str::to_owned).collect();
            if tests.is_empty() && reason.is_empty() {
                return Err(format!("{BY_HAND}: {id} has neither a test nor a reason why there is none"));
            }
            if let Some(gone) = tests.iter().find(|test| !sources.has_test(test)) {
                return Err(format!("{BY_HAND}: {id}: there is no test {gone}"));
            }
            by_hand.insert(id, tests);
        }
        Ok(Self(by_hand))
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_as_the_repository_is_and_everything_is_tested() {
        super::run(true).unwrap();
    }
}
