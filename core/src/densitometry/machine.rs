//! Which maker, model and reference database a scan names.

use crate::document::{Manufacturer, Scan};
use crate::reference::label::{self, Database, Model};

use super::flags::{Flag, Flags};

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

/// Machines already read: the rows of a table name the same few again and again.
#[derive(Clone, Debug, Default)]
pub struct Machines {
    known: Vec<Known>,
}

#[derive(Clone, Debug)]
struct Known {
    manufacturer: Option<Manufacturer>,
    model: Option<String>,
    database: Option<String>,
    machine: Machine,
}

/// Machines that are remembered.
const MOST_KNOWN: usize = 16;

impl Machines {
    /// The machine of a scan, as [`Machine::read`] reads it.
    pub fn of(&mut self, scan: &Scan) -> Machine {
        let same = |known: &&Known| {
            known.manufacturer == scan.manufacturer
                && known.model == scan.model
                && known.database == scan.database
        };
        if let Some(known) = self.known.iter().find(same) {
            return known.machine;
        }
        let machine = Machine::read(scan);
        if self.known.len() < MOST_KNOWN {
            self.known.push(Known {
                manufacturer: scan.manufacturer,
                model: scan.model.clone(),
                database: scan.database.clone(),
                machine,
            });
        }
        machine
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
