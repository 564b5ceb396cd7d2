//! What libosteon is made of, as a CycloneDX 1.5 document: bindings/c/sbom.cdx.json.
//!
//! From `cargo tree`, which resolves the features of this one library (`cargo metadata` has those of the whole workspace),
//! and the checksums of Cargo.lock. No day and no serial number: the same graph is the same file.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::{Value, json};

use crate::kept::{keep, read, root};

const FILE: &str = "bindings/c/sbom.cdx.json";

/// A crate as `cargo tree` says it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Crate {
    name: String,
    version: String,
    licence: String,
}

impl Crate {
    fn purl(&self) -> String {
        format!("pkg:cargo/{}@{}", self.name, self.version)
    }
}

/// The graph, walked from the library down.
#[derive(Default)]
struct Graph {
    crates: BTreeSet<Crate>,
    /// By purl.
    needs: BTreeMap<String, BTreeSet<String>>,
    features: BTreeMap<String, String>,
    /// What is compiled in, and not only run by the compiler.
    linked: BTreeSet<String>,
}

/// The dependencies along these edges, of every target.
fn graph(edges: &str) -> Result<Graph, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args([
        "tree",
        "-p",
        "osteon-c",
        "--locked",
        "--target",
        "all",
        "--no-dedupe",
        "--prefix",
        "depth",
    ]);
    let output = command.args(["-e", edges, "-f", "|{p}|{l}|{f}"]).current_dir(root()).output();
    let output = output.map_err(|error| format!("cargo: {error}"))?;
    if !output.status.success() {
        return Err(format!("cargo tree: {}", String::from_utf8_lossy(&output.stderr)));
    }
    let mut graph = Graph::default();
    // The way down to the crate at hand: its purl, and whether it is run by the compiler alone.
    let mut way: Vec<(String, bool)> = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let mut fields = line.split('|');
        let mut field = || fields.next().ok_or_else(|| format!("cargo tree: {line}"));
        let depth: usize = field()?.parse().map_err(|_| format!("cargo tree: {line}"))?;
        let (package, licence, features) = (field()?, field()?, field()?);
        let mut words = package.split(' ');
        let one = Crate {
            name: words.next().unwrap_or_default().to_owned(),
            version: words.next().unwrap_or_default().trim_start_matches('v').to_owned(),
            licence: licence.replace('/', " OR "),
        };
        let purl = one.purl();
        way.truncate(depth);
        let of_compiler = package.contains("(proc-macro)") || way.last().is_some_and(|(_, above)| *above);
        if let Some((above, _)) = way.last() {
            graph.needs.entry(above.clone()).or_default().insert(purl.clone());
        }
        graph.needs.entry(purl.clone()).or_default();
        if !of_compiler {
            graph.linked.insert(purl.clone());
            // A crate may be built once for the compiler with other features.
            graph.features.insert(purl.clone(), features.to_owned());
        }
        graph.features.entry(purl.clone()).or_insert_with(|| features.to_owned());
        graph.crates.insert(one);
        way.push((purl, of_compiler));
    }
    Ok(graph)
}

/// SHA-256 of each crate as the registry hands it out, by purl.
fn checksums() -> Result<BTreeMap<String, String>, String> {
    let lock = read("Cargo.lock")?;
    let value = |block: &str, key: &str| {
        let start = format!("{key} = \"");
        block.lines().find_map(|line| Some(line.strip_prefix(&start)?.strip_suffix('"')?.to_owned()))
    };
    let of = |block: &str| {
        let purl = format!("pkg:cargo/{}@{}", value(block, "name")?, value(block, "version")?);
        Some((purl, value(block, "checksum")?))
    };
    Ok(lock.split("[[package]]").filter_map(of).collect())
}

fn component(
    one: &Crate,
    graph: &Graph,
    linked: &BTreeSet<String>,
    sums: &BTreeMap<String, String>,
) -> Value {
    let purl = one.purl();
    let mut component = json!({
        "type": "library",
        "bom-ref": purl,
        "name": one.name,
        "version": one.version,
        // What only runs in the compiler is in no library.
        "scope": if linked.contains(&purl) { "required" } else { "excluded" },
        "licenses": [{"expression": one.licence}],
        "purl": purl,
        "properties": [{"name": "cargo:features", "value": graph.features.get(&purl)}],
    });
    if let Some(sum) = sums.get(&purl) {
        component["hashes"] = json!([{"alg": "SHA-256", "content": sum}]);
    }
    component
}

fn document() -> Result<Value, String> {
    let (linked, whole, sums) = (graph("normal")?, graph("normal,build")?, checksums()?);
    let ours =
        whole.crates.iter().find(|one| one.name == "osteon-c").ok_or("osteon-c is not in its own graph")?;
    let parts: Vec<Value> = whole
        .crates
        .iter()
        .filter(|one| *one != ours)
        .map(|one| {
            // Features of what is linked are those of the library, not of the compiler's copy.
            let of = if linked.linked.contains(&one.purl()) { &linked } else { &whole };
            component(one, of, &linked.linked, &sums)
        })
        .collect();
    let needs: Vec<Value> = whole.needs.iter().map(|(of, on)| json!({"ref": of, "dependsOn": on})).collect();
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "tools": {"components": [{"type": "application", "name": "cargo xtask sbom"}]},
            "component": {
                "type": "library",
                "bom-ref": ours.purl(),
                "name": "libosteon",
                "version": ours.version,
                "description": "The C ABI of Osteon, the open fracture-risk engine",
                "licenses": [{"expression": ours.licence}],
                "purl": ours.purl(),
            },
            "properties": [
                {"name": "cargo:features", "value": linked.features.get(&ours.purl())},
                {"name": "cargo:targets", "value": "all"},
                {
                    "name": "rust:std",
                    "value": "the standard library of the compiler is linked as well; its version is that of rustc --version",
                },
            ],
        },
        "components": parts,
        "dependencies": needs,
    }))
}

/// Writes the document or holds it to what it should be.
pub(crate) fn run(check: bool) -> Result<String, String> {
    let document = document()?;
    let parts = document["components"].as_array().map_or(0, Vec::len);
    let text = serde_json::to_string_pretty(&document).map_err(|error| error.to_string())? + "\n";
    keep(FILE, &text, check, "sbom")?;
    Ok(format!("libosteon is made of {parts} components"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_as_the_graph_is() {
        run(true).unwrap();
    }

    /// The rules of CycloneDX that a reader relies on.
    #[test]
    fn every_reference_resolves_and_every_part_has_a_licence_and_a_hash() {
        let kept: Value = serde_json::from_str(&read(FILE).unwrap()).unwrap();
        assert_eq!((&kept["bomFormat"], &kept["specVersion"]), (&json!("CycloneDX"), &json!("1.5")));
        let parts = kept["components"].as_array().unwrap();
        let mut known: BTreeSet<&str> = parts.iter().map(|part| part["bom-ref"].as_str().unwrap()).collect();
        assert_eq!(known.len(), parts.len(), "a bom-ref stands once");
        known.insert(kept["metadata"]["component"]["bom-ref"].as_str().unwrap());
        for needs in kept["dependencies"].as_array().unwrap() {
            assert!(known.remove(needs["ref"].as_str().unwrap()), "{needs}");
        }
        assert!(known.is_empty(), "without dependencies: {known:?}");
        for part in parts {
            assert!(
                part["licenses"][0]["expression"].as_str().is_some_and(|licence| !licence.is_empty()),
                "{part}"
            );
            let ours = part["name"] == "osteon";
            assert!(
                ours || part["hashes"][0]["content"].as_str().is_some_and(|sum| sum.len() == 64),
                "{part}"
            );
        }
    }
}
