//! The rules of the house that no compiler knows.

use std::fs;
use std::path::{Path, PathBuf};

use toml::Table;

/// The top of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is in the repository").to_owned()
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn manifest(path: &str) -> Table {
    read(path).parse().unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What `wasm/build.sh` makes.
const MADE_ENGINE: &str = "wasm/package/src/engine";

/// Every file of the repository, relative to its top; what tools leave there is passed over.
fn files() -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![root()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a readable folder").map(|entry| entry.expect("an entry")) {
            let (path, name) = (entry.path(), entry.file_name());
            let name = name.to_string_lossy();
            let hidden = name.starts_with('.') && !matches!(&*name, ".ci" | ".cargo");
            if name == ".git" {
                // A file in a worktree, a folder in a clone.
            } else if path.is_file() {
                found.push(path.strip_prefix(root()).expect("below the top").to_owned());
            } else if !hidden
                && !matches!(&*name, "target" | "node_modules" | "dist")
                && !path.ends_with(MADE_ENGINE)
            {
                folders.push(path);
            }
        }
    }
    found.sort();
    found
}

fn rust_files() -> Vec<PathBuf> {
    files().into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}

/// The members, as paths.
fn members() -> Vec<String> {
    let workspace = manifest("Cargo.toml");
    let members = workspace["workspace"]["members"].as_array().expect("members");
    members.iter().map(|member| member.as_str().expect("a path").to_owned()).collect()
}

#[test]
fn every_path_in_the_map_exists() {
    let contributing = read("CONTRIBUTING.md");
    let map = contributing.split("\n## ").find(|section| section.starts_with("The map of the house"));
    let map = map.expect("CONTRIBUTING.md has a map of the house");
    let mut named = 0;
    for path in map.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()) {
        named += 1;
        assert!(root().join(path).exists(), "CONTRIBUTING.md: {path} is not there");
    }
    assert!(named > 20, "the map names {named} places only");
}

#[test]
fn every_folder_of_the_top_is_in_the_map() {
    let map = read("CONTRIBUTING.md");
    let mut tops: Vec<_> = files()
        .iter()
        .filter(|path| path.components().count() > 1)
        .filter_map(|path| Some(path.components().next()?.as_os_str().to_string_lossy().into_owned()))
        .collect();
    tops.dedup();
    for top in tops {
        assert!(map.contains(&format!("| `{top}")), "CONTRIBUTING.md: {top} is not in the map");
    }
}

/// Tests may look for data that is not on every machine, if they do without it; nothing else may.
#[test]
fn no_path_of_one_machine() {
    let places = ["../shared", "/home/", "/Users/", "/root/", "/tmp/", ":\\Users"];
    let exempt = |path: &Path| {
        path.starts_with(".ci") || path.starts_with("examples") || path.iter().any(|part| part == "tests")
    };
    for path in files().iter().filter(|path| !exempt(path)) {
        let Ok(text) = fs::read_to_string(root().join(path)) else { continue };
        for place in places {
            assert!(!text.contains(place), "{}: {place} is of one machine", path.display());
        }
    }
}

#[test]
fn versions_agree() {
    let workspace = manifest("Cargo.toml");
    let version = workspace["workspace"]["package"]["version"].as_str().expect("a version");
    for member in members() {
        let package = manifest(&format!("{member}/Cargo.toml"));
        let inherits = |key: &str| {
            package["package"]
                .get(key)
                .and_then(|value| value.get("workspace"))
                .and_then(toml::Value::as_bool)
        };
        for key in ["version", "edition", "rust-version", "license"] {
            assert_eq!(inherits(key), Some(true), "{member}/Cargo.toml: {key} is not that of the workspace");
        }
    }
    let dependencies = workspace["workspace"]["dependencies"].as_table().expect("a table");
    for (name, dependency) in dependencies.iter().filter(|(_, dependency)| dependency.get("path").is_some()) {
        let stated = dependency.get("version").and_then(toml::Value::as_str);
        assert_eq!(stated, Some(version), "Cargo.toml: {name} states another version");
    }
}

/// npm's packages have the version of the workspace, and the tools of the glue that of `wasm-bindgen`.
#[test]
fn versions_of_npm_agree() {
    let version =
        manifest("Cargo.toml")["workspace"]["package"]["version"].as_str().expect("a version").to_owned();
    let json = |path: &str| -> serde_json::Value { serde_json::from_str(&read(path)).expect(path) };
    let package = json("wasm/package/package.json");
    assert_eq!(package["version"], version.as_str());
    assert_eq!(json("wasm/calculator/package.json")["dependencies"]["osteon"], version.as_str());
    let of = |path: &str, name: &str| {
        let table = manifest(path);
        let dependency = &table["dependencies"][name];
        dependency.as_str().or_else(|| dependency["version"].as_str()).expect("a version").to_owned()
    };
    let glue = of("wasm/Cargo.toml", "wasm-bindgen");
    assert!(glue.starts_with('='), "wasm-bindgen {glue} is not one version");
    assert_eq!(glue, of("xtask/Cargo.toml", "wasm-bindgen-cli-support"));
}

/// What npm brings into what ships: the licence of each, as the lock file has it.
#[test]
fn licences_of_npm() {
    let lock: serde_json::Value =
        serde_json::from_str(&read("wasm/package-lock.json")).expect("the lock file");
    let shipped = lock["packages"].as_object().expect("packages").iter().filter(|(path, package)| {
        path.starts_with("node_modules/") && package["link"] != true && package["dev"] != true
    });
    let mut named = 0;
    for (path, package) in shipped {
        let licence = package["license"].as_str().unwrap_or("none");
        assert!(["MIT", "BSD-3-Clause", "ISC", "Apache-2.0"].contains(&licence), "{path}: {licence}");
        let from = package["resolved"].as_str().unwrap_or_default();
        assert!(from.is_empty() || from.starts_with("https://registry.npmjs.org/"), "{path}: {from}");
        named += 1;
    }
    assert!(named > 0, "nothing of npm ships?");
}

#[test]
fn files_are_short_enough_to_read() {
    let others = files().into_iter().filter(|path| {
        path.extension()
            .is_some_and(|extension| ["py", "ts", "mjs", "sh"].iter().any(|known| extension == *known))
    });
    for path in rust_files().into_iter().chain(others) {
        let text = read(&path);
        // What is made is read where it is made from.
        if text.lines().take(12).any(|line| line.contains("cargo xtask ")) {
            continue;
        }
        let lines = text.lines().count();
        assert!(lines <= 500, "{}: {lines} lines; at most 500", path.display());
    }
}

#[test]
fn links_between_documents_resolve() {
    for path in files().iter().filter(|path| path.extension().is_some_and(|extension| extension == "md")) {
        let folder = path.parent().expect("a folder");
        for target in read(path).split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = target.split('#').next().unwrap_or_default();
            if target.is_empty() || target.contains("://") {
                continue;
            }
            assert!(root().join(folder).join(target).exists(), "{}: {target} is not there", path.display());
        }
    }
}

#[test]
fn both_licences_are_there() {
    assert!(read("LICENSE-APACHE").contains("Version 2.0, January 2004"));
    assert!(read("LICENSE-MIT").starts_with("MIT License"));
    let workspace = manifest("Cargo.toml");
    assert_eq!(workspace["workspace"]["package"]["license"].as_str(), Some("MIT OR Apache-2.0"));
}

/// Benchmarks and property tests live in crates of their own, so that the engine's users, auditors and
/// lock files never meet them.
#[test]
fn the_engine_depends_on_no_test_tool() {
    let core = manifest("core/Cargo.toml");
    for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
        let Some(dependencies) = core.get(section).and_then(toml::Value::as_table) else { continue };
        for tool in ["criterion", "proptest", "rand", "insta"] {
            assert!(!dependencies.contains_key(tool), "core/Cargo.toml: {tool} in {section}");
        }
    }
}

/// The same document gives the same answer anywhere and at any time.
#[test]
fn the_engine_has_no_clock_no_globals_and_no_io() {
    assert!(read("core/src/lib.rs").contains("#![forbid(unsafe_code)]"));
    let forbidden = [
        "SystemTime",
        "Instant::now",
        "Zoned::now",
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::io",
        "std::thread",
        "println!",
        "eprintln!",
        "static mut",
        "thread_local!",
        "OnceLock",
        "LazyLock",
        "Mutex",
    ];
    for path in rust_files().iter().filter(|path| path.starts_with("core/src")) {
        let text = read(path);
        for word in forbidden {
            assert!(!text.contains(word), "{}: {word} in the engine", path.display());
        }
    }
}

/// `wasm/build.sh` compiles the words of `Debug` out: a sentence written with them would be cut short in the browser. What
/// reads the records of a service is not in that module.
#[test]
fn nothing_that_is_said_is_written_by_debug() {
    let said = ["core/src", "bindings/report/src", "wasm/src"];
    let files = rust_files().into_iter().filter(|path| {
        let tests =
            path.iter().any(|part| part == "tests" || part == "tests.rs" || part == "same_as_tracked.rs");
        said.iter().any(|place| path.starts_with(place)) && !path.starts_with("core/src/fls") && !tests
    });
    for path in files {
        let text = read(&path);
        let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        let mut lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        let found = lines.find(|line| line.contains(":?}") || line.contains(":#?}"));
        assert_eq!(found, None, "{}", path.display());
    }
}

/// Pointers of another language need it; nothing else does.
#[test]
fn unsafe_code_is_where_others_call_with_pointers_and_nowhere_else() {
    // Written in two parts, so that this file does not find itself.
    let unsafe_words = ["{", "fn", "impl", "extern"].map(|what| format!("{} {what}", "unsafe"));
    let at_the_boundary = ["bindings/c/src", "benches/benches/c_abi.rs", "python/src/measure/ufunc.rs"];
    for path in rust_files() {
        if at_the_boundary.iter().any(|place| path.starts_with(place)) {
            continue;
        }
        let text = read(&path);
        for word in &unsafe_words {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

/// The table of speed is made by a script from what was measured: a line typed by hand would not say where it is from.
#[test]
fn the_table_of_speed_is_as_it_is_made() {
    let readme = read("README.md");
    let made = readme
        .split_once("<!-- speed:begin -->\n")
        .and_then(|(_, rest)| rest.split_once("\n<!-- speed:end -->"));
    let (made, _) = made.expect("README.md: the markers of the table of speed");
    let (table, measured) = made.split_once("\n\n").expect("README.md: a table, and where it was measured");
    let lines = table.strip_prefix("| what | yardstick | ratio | promised |\n|---|---|--:|---|\n");
    let mut figures = 0;
    for line in lines.expect("README.md: the head of the table of speed").lines() {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [what, yardstick, ratio, promised] = cells[..] else { panic!("README.md: four cells: {line}") };
        let promise = promised.strip_prefix("at most ").or_else(|| promised.strip_prefix("at least "));
        let number = |cell: &str| cell.parse::<f64>().is_ok_and(|number| number > 0.0);
        let is_promise = promised == "-" || promise.is_some_and(number);
        assert!(
            !what.is_empty() && !yardstick.is_empty() && number(ratio) && is_promise,
            "README.md: {line}"
        );
        figures += 1;
    }
    assert!(figures > 0, "README.md: no figure in the table of speed");
    let (days, machine) = measured
        .strip_prefix("Measured ")
        .and_then(|said| said.strip_suffix('.')?.split_once(" on "))
        .expect("README.md: when and where speed was measured");
    let is_day = |day: &str| day.parse::<jiff::civil::Date>().is_ok();
    assert!(days.split(", ").all(is_day), "README.md: {days}");
    assert!(machine.contains(" cores, rustc "), "README.md: {machine}");
}
