//! What is in the dependency graph, against `deny.toml`: licences, sources, and crates held twice.
//!
//! cargo-deny checks the same and more; this needs nothing but cargo.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

fn deny() -> toml::Table {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../deny.toml");
    std::fs::read_to_string(path).expect("deny.toml").parse().expect("deny.toml is TOML")
}

fn strings<'d>(deny: &'d toml::Table, section: &str, key: &str) -> Vec<&'d str> {
    deny[section][key].as_array().expect("a list").iter().filter_map(toml::Value::as_str).collect()
}

/// Every package of the graph, on every target.
fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--all-features"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    metadata["packages"].as_array().expect("packages").clone()
}

/// Whether an SPDX expression can be met by the licences allowed.
fn is_met(expression: &str, allowed: &[&str]) -> bool {
    // Crates from before SPDX wrote `MIT/Apache-2.0`.
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let tokens: Vec<&str> = spaced.split_whitespace().collect();
    let (met, rest) = either(&tokens, allowed);
    met && rest.is_empty()
}

/// What is left of an expression that ends too early: never nothing, so that it is never met.
const MALFORMED: &[&str] = &["malformed"];

fn either<'t>(tokens: &'t [&'t str], allowed: &[&str]) -> (bool, &'t [&'t str]) {
    let (mut met, mut rest) = both(tokens, allowed);
    while let ["OR", more @ ..] = rest {
        let (other, after) = both(more, allowed);
        (met, rest) = (met | other, after);
    }
    (met, rest)
}

fn both<'t>(tokens: &'t [&'t str], allowed: &[&str]) -> (bool, &'t [&'t str]) {
    let (mut met, mut rest) = one(tokens, allowed);
    while let ["AND", more @ ..] = rest {
        let (other, after) = one(more, allowed);
        (met, rest) = (met & other, after);
    }
    (met, rest)
}

fn one<'t>(tokens: &'t [&'t str], allowed: &[&str]) -> (bool, &'t [&'t str]) {
    match tokens {
        ["(", more @ ..] => match either(more, allowed) {
            (met, [")", rest @ ..]) => (met, rest),
            _ => (false, MALFORMED),
        },
        [licence, "WITH", exception, rest @ ..] => {
            let whole = format!("{licence} WITH {exception}");
            (allowed.contains(&whole.as_str()), rest)
        }
        [licence, rest @ ..] => (allowed.contains(licence), rest),
        [] => (false, MALFORMED),
    }
}

#[test]
fn expressions() {
    let allowed = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"];
    for met in [
        "MIT",
        "GPL-3.0 OR MIT",
        "MIT/GPL-2.0",
        "(MIT OR GPL-3.0) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
    ] {
        assert!(is_met(met, &allowed), "{met}");
    }
    for refused in
        ["GPL-3.0", "MIT AND GPL-3.0", "", "MIT OR", "(MIT", "MIT OR (MIT", "MIT WITH LLVM-exception"]
    {
        assert!(!is_met(refused, &allowed), "{refused}");
    }
}

#[test]
fn every_licence_is_allowed() {
    let deny = deny();
    let allowed = strings(&deny, "licenses", "allow");
    let exceptions = deny["licenses"]["exceptions"].as_array().expect("a list");
    for package in packages() {
        let name = package["name"].as_str().expect("a name");
        let mut allowed = allowed.clone();
        for exception in exceptions.iter().filter(|exception| exception["crate"].as_str() == Some(name)) {
            allowed.extend(
                exception["allow"].as_array().expect("a list").iter().filter_map(toml::Value::as_str),
            );
        }
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(is_met(licence, &allowed), "{name}: {licence:?} is not allowed by deny.toml");
    }
}

#[test]
fn every_source_is_known() {
    let deny = deny();
    let known: Vec<String> =
        strings(&deny, "sources", "allow-registry").iter().map(|url| format!("registry+{url}")).collect();
    for package in packages() {
        if let Some(source) = package["source"].as_str() {
            assert!(known.iter().any(|url| url == source), "{}: from {source}", package["name"]);
        }
    }
}

/// Seen rather than refused, as deny.toml says.
#[test]
fn crates_held_twice_are_named() {
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages() {
        let text = |key: &str| package[key].as_str().expect("text").to_owned();
        versions.entry(text("name")).or_default().push(text("version"));
    }
    for (name, held) in versions.iter().filter(|(_, held)| held.len() > 1) {
        println!("{name}: {}", held.join(", "));
    }
}
