//! A synthetic fracture liaison service, as Bulk NDJSON with a pathway file, and with every trap that records of
//! this kind are known to hold. No one in it is or resembles a person: every value comes out of a generator.

mod care;
mod person;
mod resource;
mod traps;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use crate::cohort::random::Random;
use person::Person;

/// People in `examples/fls`.
pub(crate) const PEOPLE: u32 = 240;
/// Seed of `examples/fls`.
const SEED: u64 = 2016;

/// The files of the service, by name, whole.
#[derive(Default)]
struct Files(BTreeMap<String, String>);

impl Files {
    /// Appends a line to a file.
    fn line(&mut self, file: &str, line: &str) {
        let text = self.0.entry(file.to_owned()).or_default();
        text.push_str(line);
        text.push('\n');
    }

    /// Appends a resource to the file of its type.
    fn resource(&mut self, resource: &serde_json::Value) {
        let kind = resource["resourceType"].as_str().unwrap_or("Unknown");
        self.line(&format!("{kind}.ndjson"), &resource.to_string());
    }

    /// Appends a row of `pathway.csv`.
    fn step(&mut self, cells: [&str; 8]) {
        self.line("pathway.csv", &cells.join(","));
    }
}

/// People who are held before their records are written.
const HELD: u32 = 1000;

/// Writes the records of the service into a folder; how many files.
pub(crate) fn write(folder: &Path, people: u32) -> io::Result<usize> {
    let mut begun = BTreeSet::new();
    files(people, &mut |files| {
        for (name, text) in std::mem::take(&mut files.0) {
            let path = folder.join(&name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            let is_new = begun.insert(name);
            let mut options = fs::OpenOptions::new();
            options.create(true).write(true).truncate(is_new).append(!is_new);
            options.open(path)?.write_all(text.as_bytes())?;
        }
        Ok(())
    })?;
    Ok(begun.len())
}

/// Hands over what was written of some people, then of the next.
fn files(people: u32, take: &mut dyn FnMut(&mut Files) -> io::Result<()>) -> io::Result<()> {
    let mut files = Files::default();
    files.step(["patient_id", "event_id", "step", "date", "outcome", "reason", "contact_try", "door"]);
    files.line("patients.csv", "patient_id,living_alone,schooling_years");
    let mut random = Random::new(SEED);
    for number in 1..=people {
        let person = Person::draw(&mut random, number);
        person.write(&mut files, &mut random);
        care::write(&person, &mut files, &mut random);
        if number.is_multiple_of(HELD) {
            take(&mut files)?;
        }
    }
    traps::write(&mut files);
    take(&mut files)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written of so many people.
    fn written(people: u32) -> BTreeMap<String, String> {
        let mut all = BTreeMap::<String, String>::new();
        let mut take = |files: &mut Files| {
            for (name, text) in std::mem::take(&mut files.0) {
                all.entry(name).or_default().push_str(&text);
            }
            Ok(())
        };
        files(people, &mut take).unwrap();
        all
    }

    #[test]
    fn the_example_is_what_the_generator_writes() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/fls/records");
        for (name, text) in written(PEOPLE) {
            let written = fs::read_to_string(folder.join(&name)).unwrap_or_default();
            assert!(written == text, "examples/fls/records/{name} is out of date: cargo xtask service");
        }
    }

    #[test]
    fn every_resource_is_json_but_the_line_that_is_cut() {
        for (name, text) in written(PEOPLE).iter().filter(|(name, _)| name.ends_with(".ndjson")) {
            let cut =
                text.lines().filter(|line| serde_json::from_str::<serde_json::Value>(line).is_err()).count();
            assert_eq!(cut, usize::from(name.contains("interrupted")), "{name}");
        }
    }
}
