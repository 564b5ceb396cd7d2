//! Source files by the words that they name, and tests among them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::requirement::Requirement;
use crate::kept::{files, read, root};

/// A function under test: its name and what it names.
struct TestFunction {
    name: String,
    words: HashSet<String>,
}

/// A Rust file.
struct Source {
    path: String,
    /// What is named outside its tests.
    words: HashSet<String>,
    tests: Vec<TestFunction>,
}

/// The Rust files of the engine and of the tests, and the tables of data.
pub(crate) struct Sources {
    files: Vec<Source>,
    /// Each table with the values of its cells.
    data: Vec<(String, HashSet<String>)>,
}

/// Tests of a requirement.
#[derive(Default)]
pub(crate) struct Found {
    /// Files, each with the names of functions; none named is every one of the file.
    pub(crate) tests: BTreeMap<String, BTreeSet<String>>,
}

impl Found {
    pub(crate) fn is_empty(&self) -> bool {
        self.tests.is_empty()
    }
}

/// Words as ids have them: an id may hold dots, signs and numbers. A variant, `Code::DateOrder`, is a word too.
fn words(text: &str) -> HashSet<String> {
    let mut all = HashSet::new();
    for path in
        text.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '_' | '.' | '-' | ':')))
    {
        let parts: Vec<&str> = path.split("::").collect();
        all.extend(parts.windows(2).map(|pair| pair.join("::")));
        let words = path.split(':').map(|word| word.trim_matches('.')).filter(|word| word.len() > 2);
        all.extend(words.map(str::to_owned));
    }
    all
}

impl Source {
    fn read(path: String) -> Result<Self, String> {
        let text = read(&path)?;
        let (mut outside, mut tests) = (String::new(), Vec::new());
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if line.trim() != "#[test]" {
                // A sentence that names an id is no code.
                if !line.trim_start().starts_with("//") {
                    outside.push_str(line);
                    outside.push('\n');
                }
                continue;
            }
            let indent = line.len() - line.trim_start().len();
            let (mut body, mut name) = (String::new(), "");
            for line in lines.by_ref() {
                if let Some((_, rest)) = line.trim_start().split_once("fn ").filter(|_| name.is_empty()) {
                    name = rest.split('(').next().unwrap_or_default();
                }
                body.push_str(line);
                body.push('\n');
                if line.trim_end() == format!("{}}}", " ".repeat(indent)) {
                    break;
                }
            }
            tests.push(TestFunction { name: name.to_owned(), words: words(&body) });
        }
        Ok(Self { path, words: words(&outside), tests })
    }

    /// With what the tables that it reads name: examples are rows there, each with the reference that it is of.
    fn with_tables(mut self, tables: &[(String, HashSet<String>)]) -> Self {
        let text = read(&self.path).unwrap_or_default();
        for (_, cells) in tables.iter().filter(|(name, _)| text.contains(name)) {
            self.words.extend(cells.iter().cloned());
        }
        self
    }

    fn stem(&self) -> &str {
        stem(&self.path)
    }

    fn is_of_tests(&self) -> bool {
        self.path.contains("/tests/") || self.path.ends_with("/tests.rs")
    }
}

/// A file's name without folder and ending; of a `mod.rs` that of its folder.
fn stem(path: &str) -> &str {
    let path = path.strip_suffix("/mod.rs").or_else(|| path.strip_suffix("/main.rs")).unwrap_or(path);
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split('.').next().unwrap_or_default()
}

/// The folder that a file is in; of a `mod.rs` the one above.
fn folder(path: &str) -> &str {
    path.strip_suffix("/mod.rs").unwrap_or(path).rsplit('/').nth(1).unwrap_or_default()
}

impl Sources {
    /// Whether there is such a test: `file`, or `file::function`.
    pub(crate) fn has_test(&self, test: &str) -> bool {
        let (path, function) = test.split_once("::").unwrap_or((test, ""));
        let of_name = |file: &&Source| file.path == path;
        if !path.ends_with(".rs") && function.is_empty() {
            return root().join(path).is_file();
        }
        self.files
            .iter()
            .find(of_name)
            .is_some_and(|file| file.tests.iter().any(|test| function.is_empty() || test.name == function))
    }

    pub(crate) fn read() -> Result<Self, String> {
        let mut paths = files("core/src", ".rs")?;
        paths.extend(files("tests/tests", ".rs")?);
        for face in ["arrow", "cli", "fhir", "report", "table"] {
            paths.extend(files(&format!("bindings/{face}/tests"), ".rs").unwrap_or_default());
        }
        paths.extend(files("bindings/c/src", ".rs")?);
        let mut tables = Vec::new();
        for path in files("tests/data", ".csv")? {
            let mut named = words(&read(&path)?);
            // Of a reference, `set.sex.region`, the set is meant.
            let sets: Vec<String> =
                named.iter().filter_map(|word| Some(word.split_once('.')?.0.to_owned())).collect();
            named.extend(sets);
            tables.push((path.rsplit('/').next().unwrap_or_default().to_owned(), named));
        }
        let with_tables = |path| Source::read(path).map(|file| file.with_tables(&tables));
        let files = paths.into_iter().map(with_tables).collect::<Result<_, _>>()?;
        let mut data = Vec::new();
        for path in crate::kept::files("core/data", ".csv")? {
            let cells = read(&path)?;
            // Ids stand in the first columns; a cell in quotation marks is a sentence.
            let named = cells.lines().flat_map(|line| line.split(',').take(2)).map(str::to_owned).collect();
            data.push((path, named));
        }
        Ok(Self { files, data })
    }

    /// Code of a requirement: the file or folder named as its id, else what names it.
    pub(crate) fn code(&self, required: &Requirement) -> Vec<String> {
        let (id, variant, home) = (&*required.id, required.variant.as_deref(), required.home);
        let engine =
            || self.files.iter().filter(|file| file.path.starts_with("core/src") && !file.is_of_tests());
        // A folder may serve the editions of a model: `qfracture` is of qfracture2012 and qfracture2016.
        for name in [id, id.trim_end_matches(|letter: char| letter.is_ascii_digit())] {
            let named: Vec<String> = engine()
                .filter(|file| variant.is_none() && file.stem() == name)
                .map(|file| file.path.clone())
                .collect();
            if !named.is_empty() {
                return named;
            }
        }
        // What has a variant is named by it; its id may be that of something else as well.
        let names = variant.map_or_else(|| names(id), |variant| vec![variant.to_owned()]);
        let mut naming: Vec<String> = engine()
            .filter(|file| names.iter().any(|name| file.words.contains(name)))
            .map(|file| file.path.clone())
            .collect();
        if !home.is_empty() && !naming.iter().any(|path| path.starts_with(home)) {
            naming.insert(0, home.to_owned());
        }
        naming
    }

    /// Tables that have it: named after it, or with rows of it.
    pub(crate) fn data(&self, id: &str) -> BTreeSet<String> {
        let of = |cell: &String| cell == id || cell.starts_with(&format!("{id}_"));
        let has = |(path, cells): &&(String, HashSet<String>)| {
            let stem = stem(path);
            stem == id || stem.starts_with(&format!("{id}_")) || cells.iter().any(of)
        };
        self.data.iter().filter(has).map(|(path, _)| path.clone()).collect()
    }

    /// Tests that name it; where a file of tests is named as it, or names it for all of them, the whole file.
    pub(crate) fn tests(&self, required: &Requirement) -> Found {
        let id = &*required.id;
        let mut names = if required.id_is_shared { Vec::new() } else { names(id) };
        names.extend(required.variant.clone());
        let beside = |words: &HashSet<String>| {
            required.beside.is_none_or(|word| words.iter().any(|known| known.eq_ignore_ascii_case(word)))
        };
        let mut found = Found::default();
        for file in self.files.iter().filter(|file| !file.tests.is_empty()) {
            let has =
                |words: &HashSet<String>| beside(words) && names.iter().any(|name| words.contains(name));
            let whole = file.stem() == id || (file.is_of_tests() && has(&file.words));
            let functions: BTreeSet<String> =
                file.tests.iter().filter(|test| has(&test.words)).map(|test| test.name.clone()).collect();
            if whole {
                found.tests.insert(file.path.clone(), BTreeSet::new());
            } else if !functions.is_empty() {
                found.tests.insert(file.path.clone(), functions);
            }
        }
        found
    }

    /// Tests of the place where its code is: in the file itself, or in a file of tests that has its name or, whole
    /// words alike, that of its folder; of a folder of tests that of the same folder.
    pub(crate) fn tests_of_place(&self, code: &[String]) -> Found {
        let mut found = Found::default();
        for path in code {
            for file in self.files.iter().filter(|file| !file.tests.is_empty()) {
                let folder = folder(&file.path);
                let same_folder = matches!(folder, "tests" | "src") || folder == self::folder(path);
                // The root of a folder of tests only has what belongs to all of them.
                let is_root = file.path.ends_with("/main.rs");
                let named = (file.stem() == stem(path) && same_folder) || file.stem() == self::folder(path);
                let beside = file.is_of_tests() && !is_root && named;
                if file.path == *path || beside {
                    found.tests.insert(file.path.clone(), BTreeSet::new());
                }
            }
        }
        found
    }
}

/// An id, and the constant that the build makes of it.
fn names(id: &str) -> Vec<String> {
    let mut names = vec![id.to_owned()];
    if id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
        && id.contains('_')
    {
        names.push(id.to_uppercase());
    }
    names
}
