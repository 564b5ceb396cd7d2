//! A synthetic fracture liaison service, as Bulk NDJSON with a pathway file, and with every trap that records of
//! this kind are known to hold. No one in it is or resembles a person: every value comes out of a generator.

mod care;
mod person;
mod resource;
mod traps;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use crate::cohort::random::Random;
use person::Person;

/// People in `examples/fls`.
const PEOPLE: u32 = 240;
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

/// Writes the records of the service into a folder; how many files.
pub(crate) fn write(folder: &Path) -> io::Result<usize> {
    let files = files();
    for (name, text) in &files.0 {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, text)?;
    }
    Ok(files.0.len())
}

fn files() -> Files {
    let mut files = Files::default();
    files.step(["patient_id", "event_id", "step", "date", "outcome", "reason", "contact_try", "door"]);
    files.line("patients.csv", "patient_id,living_alone,schooling_years");
    let mut random = Random::new(SEED);
    for number in 1..=PEOPLE {
        let person = Person::draw(&mut random, number);
        person.write(&mut files, &mut random);
        care::write(&person, &mut files, &mut random);
    }
    traps::write(&mut files);
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_what_the_generator_writes() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/fls/records");
        for (name, text) in files().0 {
            let written = fs::read_to_string(folder.join(&name)).unwrap_or_default();
            assert!(written == text, "examples/fls/records/{name} is out of date: cargo xtask service");
        }
    }

    #[test]
    fn every_resource_is_json_but_the_line_that_is_cut() {
        for (name, text) in files().0.iter().filter(|(name, _)| name.ends_with(".ndjson")) {
            let cut =
                text.lines().filter(|line| serde_json::from_str::<serde_json::Value>(line).is_err()).count();
            assert_eq!(cut, usize::from(name.contains("interrupted")), "{name}");
        }
    }
}
