//! What changed in answers from release to release, and why: docs/releases and docs/clinical-changes.md.
//!
//! A release keeps one row for each conformance case. Where a case is answered otherwise than in the last release, a
//! reason must stand in docs/releases/unreleased-reasons.csv: `case,reason`, where a `*` ends the name of a case.

mod digest;

use std::fmt::Write as _;
use std::fs;

use crate::kept::{csv_of, files, keep, read, root};
use digest::{Digest, HEADER};

const FOLDER: &str = "docs/releases";
const UNRELEASED: &str = "docs/releases/unreleased-reasons.csv";
const DOCUMENT: &str = "docs/clinical-changes.md";
/// Cases that are written out where many change in the same way.
const SHOWN: usize = 10;

/// Reasons, each for a case or for all whose name begins so.
struct Reasons(Vec<(String, String)>);

impl Reasons {
    fn read(path: &str) -> Result<Self, String> {
        let text = read(path)?;
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        if reader.headers().map_err(|error| format!("{path}: {error}"))? != vec!["case", "reason"] {
            return Err(format!("{path}: the columns are case and reason"));
        }
        let rows = reader.deserialize().collect::<Result<Vec<(String, String)>, _>>();
        let rows = rows.map_err(|error| format!("{path}: {error}"))?;
        match rows.iter().find(|(_, reason)| reason.trim().is_empty()) {
            Some((case, _)) => Err(format!("{path}: {case} has no reason")),
            None => Ok(Self(rows)),
        }
    }

    fn holds(pattern: &str, case: &str) -> bool {
        pattern.strip_suffix('*').map_or(pattern == case, |start| case.starts_with(start))
    }

    fn of(&self, case: &str) -> Option<&str> {
        self.0.iter().find(|(pattern, _)| Self::holds(pattern, case)).map(|(_, reason)| &**reason)
    }
}

/// A case that is answered otherwise.
struct Change {
    case: String,
    what: Vec<String>,
}

fn kept(version: &str) -> Result<Vec<Digest>, String> {
    let path = format!("{FOLDER}/{version}.csv");
    let text = read(&path)?;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let row = |row: Result<csv::StringRecord, csv::Error>| {
        Digest::read(&row.map_err(|error| format!("{path}: {error}"))?)
            .ok_or_else(|| format!("{path}: a short row"))
    };
    reader.records().map(row).collect()
}

/// Releases, the first one first.
fn releases() -> Result<Vec<String>, String> {
    let number =
        |version: &str| -> Option<Vec<u32>> { version.split('.').map(|part| part.parse().ok()).collect() };
    let mut found: Vec<(Vec<u32>, String)> = files(FOLDER, ".csv")?
        .iter()
        .filter_map(|path| path.strip_prefix(FOLDER)?.strip_prefix('/')?.strip_suffix(".csv"))
        .filter_map(|version| Some((number(version)?, version.to_owned())))
        .collect();
    found.sort();
    Ok(found.into_iter().map(|(_, version)| version).collect())
}

/// What is answered otherwise, and how many cases are new.
fn compare(before: &[Digest], after: &[Digest]) -> (Vec<Change>, usize) {
    let of = |cases: &[Digest], case: &str| cases.iter().find(|digest| digest.case == case).cloned();
    let mut changes = Vec::new();
    for old in before {
        let Some(new) = of(after, &old.case) else {
            changes.push(Change {
                case: old.case.clone(),
                what: vec!["the case is no longer there".to_owned()],
            });
            continue;
        };
        if old.differs(&new) {
            let mut what = Vec::new();
            for ((name, old), new) in HEADER.iter().skip(2).zip(&old.readable).zip(&new.readable) {
                what.extend(parts(name, old, new));
            }
            what.push(format!("sections: {}", old.sections(&new).join(", ")));
            changes.push(Change { case: old.case.clone(), what });
        }
    }
    let new = after.iter().filter(|case| of(before, &case.case).is_none()).count();
    (changes, new)
}

/// The parts of a cell that differ, old and new.
fn parts(name: &str, old: &str, new: &str) -> Option<String> {
    let only = |these: &str, those: &str| {
        let those: Vec<&str> = those.split("; ").collect();
        let own: Vec<&str> = these.split("; ").filter(|part| !those.contains(part)).collect();
        if own.is_empty() { "nothing".to_owned() } else { own.join("; ") }
    };
    (old != new).then(|| format!("{name}: {} -> {}", only(old, new), only(new, old)))
}

/// One section of the document; fails where a change has no reason.
fn section(
    title: &str,
    before: &str,
    old: &[Digest],
    new: &[Digest],
    reasons: &Reasons,
) -> Result<String, String> {
    let (changes, added) = compare(old, new);
    let without: Vec<&str> = changes
        .iter()
        .filter(|change| reasons.of(&change.case).is_none())
        .map(|change| &*change.case)
        .collect();
    if !without.is_empty() {
        return Err(format!(
            "{} of {} cases are answered otherwise than in {before} without a reason in {UNRELEASED}: {}",
            without.len(),
            old.len(),
            without.join(" ")
        ));
    }
    let used = |pattern: &str| changes.iter().any(|change| Reasons::holds(pattern, &change.case));
    if let Some((pattern, _)) = reasons.0.iter().find(|(pattern, _)| !used(pattern)) {
        return Err(format!(
            "{pattern} has a reason, and no such case is answered otherwise than in {before}"
        ));
    }
    let mut text = format!(
        "## {title}\n\n{} of {} cases are answered otherwise than in {before}; {added} cases are new.\n",
        changes.len(),
        old.len()
    );
    for (pattern, reason) in &reasons.0 {
        let of_it: Vec<&Change> =
            changes.iter().filter(|change| reasons.of(&change.case) == Some(&**reason)).collect();
        // Writing into a string does not fail.
        let _ = write!(text, "\n**{reason}** (`{pattern}`, {} cases)\n\n", of_it.len());
        for change in of_it.iter().take(SHOWN) {
            let _ = writeln!(text, "- {}: {}", change.case, change.what.join(" | "));
        }
        if of_it.len() > SHOWN {
            let rest: Vec<&str> = of_it.iter().skip(SHOWN).map(|change| &*change.case).collect();
            let _ = writeln!(text, "- and {}", rest.join(" "));
        }
    }
    Ok(text)
}

fn document() -> Result<String, String> {
    let releases = releases()?;
    let (first, last) = releases.first().zip(releases.last()).ok_or("no release is kept yet")?;
    let mut sections = Vec::new();
    let now = digest::now()?;
    sections.push(section("Unreleased", last, &kept(last)?, &now, &Reasons::read(UNRELEASED)?)?);
    for pair in releases.windows(2).rev() {
        if let [before, after] = pair {
            let reasons = Reasons::read(&format!("{FOLDER}/{after}-reasons.csv"))?;
            sections.push(section(after, before, &kept(before)?, &kept(after)?, &reasons)?);
        }
    }
    sections.push(format!(
        "## {first}\n\nThe base: the answers of {} cases, kept before the first release.\n",
        kept(first)?.len()
    ));
    let head = "# Changes in answers\n\nWhat a clinician would be told otherwise, release by release, as the conformance \
        cases show it. Compared are classes, numbers (to nine digits), recommendations, rules and flags; words that explain \
        them, citations and versions are not. Only whole assessments are seen: calls that answer a part (a region, a class, \
        columns) are held to them by tests, and are not compared by themselves. Written by `cargo xtask clinical-changes`; \
        what each release answered is in `docs/releases`.\n\n";
    Ok(format!("{head}{}", sections.join("\n")))
}

/// Writes the document or holds it to what it should be.
pub(crate) fn run(check: bool) -> Result<String, String> {
    keep(DOCUMENT, &document()?, check, "clinical-changes")?;
    Ok("every changed answer has a reason".to_owned())
}

/// Keeps the present answers as those of a release, and the reasons with them.
pub(crate) fn release(version: &str) -> Result<String, String> {
    let whole = version.split('.').filter(|part| part.parse::<u32>().is_ok()).count() == 3;
    if !whole || version.split('.').count() != 3 {
        return Err(format!("{version}: a version is three numbers"));
    }
    let path = format!("{FOLDER}/{version}.csv");
    if root().join(&path).exists() {
        return Err(format!(
            "{path} is there: what a release answered does not change; remove it if it never was one"
        ));
    }
    let now = digest::now()?;
    if !releases().unwrap_or_default().is_empty() {
        // Every change must have its reason before it is a release.
        document()?;
        let reasons = root().join(format!("{FOLDER}/{version}-reasons.csv"));
        fs::rename(root().join(UNRELEASED), reasons).map_err(|error| format!("{UNRELEASED}: {error}"))?;
    }
    let rows: Vec<Vec<String>> = now.iter().map(Digest::row).collect();
    keep(&path, &csv_of(HEADER, &rows)?, false, "clinical-changes")?;
    keep(UNRELEASED, "case,reason\n", false, "clinical-changes")?;
    run(false)?;
    Ok(format!("{} cases as {version} answers them", now.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(name: &str, hash: &str, class: &str) -> Digest {
        let empty = String::new;
        Digest {
            case: name.to_owned(),
            hashes: format!("diagnosis:{hash} triage:0"),
            readable: [class.to_owned(), empty(), empty(), empty(), empty()],
        }
    }

    #[test]
    fn every_changed_answer_has_a_reason_and_the_document_is_fresh() {
        run(true).unwrap();
    }

    #[test]
    fn a_change_without_a_reason_is_refused_and_so_is_a_reason_without_a_change() {
        let old = [case("france-0", "1", "osteoporosis"), case("france-1", "2", "normal")];
        let new = [
            case("france-0", "9", "normal"),
            case("france-1", "2", "normal"),
            case("japan-0", "3", "normal"),
        ];
        let none = Reasons(Vec::new());
        let why = section("next", "0.1.0", &old, &new, &none).unwrap_err();
        assert!(why.contains("france-0") && !why.contains("france-1"), "{why}");
        let reasons = Reasons(vec![("france-*".to_owned(), "a limit was misread".to_owned())]);
        let text = section("next", "0.1.0", &old, &new, &reasons).unwrap();
        assert!(text.contains("1 of 2 cases") && text.contains("1 cases are new"), "{text}");
        assert!(text.contains("france-0: diagnosis: osteoporosis -> normal | sections: diagnosis"), "{text}");
        assert!(section("next", "0.1.0", &old, &old, &reasons).unwrap_err().contains("no such case"));
    }

    #[test]
    fn a_case_that_is_gone_is_a_change() {
        let old = [case("france-0", "1", "osteoporosis")];
        let (changes, _) = compare(&old, &[]);
        assert_eq!(changes.len(), 1);
    }
}
