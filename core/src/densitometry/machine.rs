//! Which maker, model and reference database a scan names.

use crate::document::{Manufacturer, Scan};
use crate::reference::label::{self, Database, Model};

use super::flags::{Flag, Flags};
use super::held::{AgeTables, Held};

/// What a scan says of its machine, as far as it is recognised.
#[derive(Clone, Copy, Debug, Default)]
pub struct Machine {
    /// The maker, stated or known from the model.
    pub manufacturer: Option<Manufacturer>,
    /// The model.
    pub model: Option<Model>,
    /// The reference database that the report names.
    pub database: Option<Database>,
    /// The model or the database is stated and not known here: no T-score from another reference.
    pub unrecognised: bool,
    /// What to say of it.
    pub flags: Flags,
}

/// Machines already read, with the references held for them: the rows of a table name the same few again and again.
#[derive(Clone, Debug, Default)]
pub struct Machines {
    known: Vec<Known>,
    /// The last one asked for: most rows name it again.
    last: usize,
    /// The one to be forgotten next.
    oldest: usize,
    ages: AgeTables,
}

#[derive(Clone, Debug)]
struct Known {
    manufacturer: Option<Manufacturer>,
    model: Option<String>,
    database: Option<String>,
    machine: Machine,
    held: Held,
}

impl Known {
    fn names(&self, scan: &Scan) -> bool {
        self.manufacturer == scan.manufacturer && self.model == scan.model && self.database == scan.database
    }
}

/// Machines that are remembered.
const MOST_KNOWN: usize = 16;

impl Machines {
    /// The machine of a scan, as [`Machine::read`] reads it.
    pub fn of(&mut self, scan: &Scan) -> Machine {
        self.with_references(scan).map_or_else(|| Machine::read(scan), |(machine, ..)| *machine)
    }

    /// The machine of a scan and the references held for it, with the tables by age already found; there always is
    /// one.
    pub(crate) fn with_references(&mut self, scan: &Scan) -> Option<(&Machine, &Held, &mut AgeTables)> {
        if !self.known.get(self.last).is_some_and(|known| known.names(scan)) {
            let found = self.known.iter().position(|known| known.names(scan));
            self.last = found.unwrap_or_else(|| self.learn(scan));
        }
        let known = self.known.get(self.last)?;
        Some((&known.machine, &known.held, &mut self.ages))
    }

    fn learn(&mut self, scan: &Scan) -> usize {
        let machine = Machine::read(scan);
        let known = Known {
            manufacturer: scan.manufacturer,
            model: scan.model.clone(),
            database: scan.database.clone(),
            machine,
            held: Held::by(&machine),
        };
        if self.known.len() < MOST_KNOWN {
            self.known.push(known);
            return self.known.len() - 1;
        }
        let place = self.oldest;
        self.oldest = (place + 1) % MOST_KNOWN;
        if let Some(forgotten) = self.known.get_mut(place) {
            *forgotten = known;
        }
        place
    }
}

impl Machine {
    /// Reads the labels of a scan.
    #[must_use]
    pub fn read(scan: &Scan) -> Self {
        let mut machine = Self { manufacturer: scan.manufacturer, ..Self::default() };
        if let Some(text) = scan.model.as_deref().filter(|text| !text.trim().is_empty()) {
            machine.model = label::recognise_model(text);
            machine.flags.set_if(machine.model.is_none(), Flag::ModelNotRecognised);
            machine.unrecognised |= machine.model.is_none();
        }
        if let Some(maker) = machine.model.and_then(Model::manufacturer) {
            let conflict = machine.manufacturer.is_some_and(|stated| stated != maker);
            machine.flags.set_if(conflict, Flag::MakerConflict);
            machine.unrecognised |= conflict;
            machine.manufacturer.get_or_insert(maker);
        }
        if let Some(text) = scan.database.as_deref().filter(|text| !text.trim().is_empty()) {
            machine.database = label::recognise_database(text, machine.manufacturer);
            machine.flags.set_if(machine.database.is_none(), Flag::DatabaseNotRecognised);
            machine.unrecognised |= machine.database.is_none();
        } else if machine.manufacturer.is_some() {
            machine.flags.set(Flag::DatabaseNotStated);
        }
        let male = machine.database.and_then(|database| database.sex) == Some(crate::document::Sex::Male);
        machine.flags.set_if(male, Flag::MaleReferenceNamed);
        machine
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Region;

    /// More machines than are remembered, in turns: each is what it is alone, the references with it.
    #[test]
    fn a_machine_is_never_taken_for_another() {
        let mut scans = Vec::new();
        for &manufacturer in Manufacturer::ALL {
            for model in [None, Some("Lunar iDXA"), Some("Horizon A"), Some("no such model")] {
                for database in
                    [None, Some("ge_usa"), Some("nhanes3_1998"), Some("ge_usa v113"), Some("Japan")]
                {
                    scans.push(Scan {
                        manufacturer: Some(manufacturer),
                        model: model.map(str::to_owned),
                        database: database.map(str::to_owned),
                        ..Default::default()
                    });
                }
            }
        }
        assert!(scans.len() > 2 * MOST_KNOWN);
        let mut machines = Machines::default();
        let in_turns =
            scans.iter().chain(scans.iter().rev()).chain(scans.iter().step_by(7).cycle().take(500));
        for scan in in_turns {
            let alone = Machine::read(scan);
            let (machine, held, _) = machines.with_references(scan).unwrap();
            assert_eq!(format!("{machine:?}"), format!("{alone:?}"));
            let neck = |held: &Held| {
                let reference = held.young_woman(Region::FemoralNeck, crate::document::Vertebrae::NONE);
                reference.map(|found| found.map(|row| row.id))
            };
            assert_eq!(neck(held), neck(&Held::by(&alone)));
        }
        assert_eq!(machines.known.len(), MOST_KNOWN);
    }
}
