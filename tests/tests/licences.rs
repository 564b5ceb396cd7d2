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

/// The graph, on every target.
fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--all-features"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn packages() -> Vec<Value> {
    metadata()["packages"].as_array().expect("packages").clone()
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

/// Crates that `deny.toml` admits although a strong copyleft is on them.
fn yardsticks(deny: &toml::Table) -> Vec<&str> {
    let exceptions = deny["licenses"]["exceptions"].as_array().expect("a list");
    let strong = |exception: &&toml::Value| {
        let allowed = exception["allow"].as_array().expect("a list");
        allowed.iter().filter_map(toml::Value::as_str).any(|licence| licence.contains("GPL"))
    };
    exceptions.iter().filter(strong).filter_map(|exception| exception["crate"].as_str()).collect()
}

/// Edges of a graph that take a yardstick further than into the benches, where it is measured.
fn beyond_the_benches(metadata: &Value, yardsticks: &[&str]) -> Vec<String> {
    let name = |id: &Value| {
        let mut packages = metadata["packages"].as_array().expect("packages").iter();
        let package = packages.find(|package| package["id"] == *id).expect("a package of the graph");
        package["name"].as_str().expect("a name").to_owned()
    };
    let mut beyond = Vec::new();
    for node in metadata["resolve"]["nodes"].as_array().expect("nodes") {
        let from = name(&node["id"]);
        for dependency in node["deps"].as_array().expect("deps") {
            let to = name(&dependency["pkg"]);
            let kinds = dependency["dep_kinds"].as_array().expect("kinds");
            let only_dev = kinds.iter().all(|kind| kind["kind"] == "dev");
            let measured = from == "osteon-benches" && only_dev;
            if to == "osteon-benches" || (yardsticks.contains(&to.as_str()) && !measured) {
                beyond.push(format!("{from} on {to}"));
            }
        }
    }
    beyond
}

#[test]
fn strong_copyleft_is_measured_and_never_linked() {
    let deny = deny();
    let (metadata, yardsticks) = (metadata(), yardsticks(&deny));
    assert_eq!(beyond_the_benches(&metadata, &yardsticks), Vec::<String>::new());
    let benches =
        metadata["packages"].as_array().expect("packages").iter().find(|p| p["name"] == "osteon-benches");
    assert_eq!(
        benches.expect("the benches")["publish"],
        serde_json::json!([]),
        "the benches are not published"
    );
    // cargo-deny is told the same.
    for name in &yardsticks {
        let banned = deny["bans"]["deny"]
            .as_array()
            .expect("a list")
            .iter()
            .find(|ban| ban["crate"].as_str() == Some(name));
        let wrappers = banned.unwrap_or_else(|| panic!("{name} is not in bans.deny"))["wrappers"].as_array();
        assert_eq!(wrappers, Some(&vec![toml::Value::from("osteon-benches")]), "{name}");
    }
}

#[test]
fn a_yardstick_elsewhere_is_refused() {
    let graph = |from: &str, kind: Value, to: &str| {
        serde_json::json!({
            "packages": [{ "id": "from", "name": from }, { "id": "to", "name": to }],
            "resolve": { "nodes": [{
                "id": "from",
                "deps": [{ "pkg": "to", "dep_kinds": [{ "kind": "dev" }, { "kind": kind }] }],
            }] },
        })
    };
    let beyond = |from, kind, to| beyond_the_benches(&graph(from, kind, to), &["gpl-crate"]).len();
    assert_eq!(beyond("osteon-benches", "dev".into(), "gpl-crate"), 0);
    assert_eq!(beyond("osteon-benches", Value::Null, "gpl-crate"), 1);
    assert_eq!(beyond("osteon-benches", "build".into(), "gpl-crate"), 1);
    assert_eq!(beyond("osteon", "dev".into(), "gpl-crate"), 1);
    assert_eq!(beyond("serde", Value::Null, "gpl-crate"), 1);
    assert_eq!(beyond("osteon-cli", Value::Null, "osteon-benches"), 1);
    assert_eq!(beyond("osteon", Value::Null, "serde"), 0);
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
