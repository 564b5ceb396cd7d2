//! Records that speak of a fracture, and what else the records say that bears on one.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::fls::code::{Code, CodeSystem};
use crate::fls::code_set::{self, FractureMeaning, Nature, Role};
use crate::fls::event::CountedBecause;
use crate::fls::finding::{Finding, FindingKind};
use crate::fls::journey::Door;
use crate::fls::record::{Act, Condition, DiagnosisRank, PatientRecord, Verification};
use crate::fls::stated_date::StatedDate;

/// One code of a record, and what it says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'r> {
    pub(super) code: &'r Code,
    pub(super) meaning: FractureMeaning,
}

/// A record that speaks of a fracture.
#[derive(Clone, Debug)]
pub(super) struct Row<'r> {
    pub(super) id: &'r str,
    pub(super) on: StatedDate,
    pub(super) encounter_id: &'r str,
    pub(super) door: Option<Door>,
    pub(super) said: Vec<Said<'r>>,
    pub(super) unconfirmed: bool,
    pub(super) is_act: bool,
    /// Only on a list of problems: no encounter, and no day but that of recording.
    pub(super) listed_only: bool,
    /// Why it does not speak of a new fracture.
    pub(super) apart: Option<CountedBecause>,
}

/// When and at which encounters something was recorded.
#[derive(Clone, Debug, Default)]
struct Marks<'r> {
    encounters: BTreeSet<&'r str>,
    days: BTreeSet<Date>,
    /// Of those that name no encounter.
    days_alone: BTreeSet<Date>,
    /// The first day that any of them may have; the first of all where one has none.
    first: Option<Date>,
}

impl<'r> Marks<'r> {
    fn add(&mut self, on: Option<StatedDate>, encounter_id: &'r str) {
        let day = on.and_then(StatedDate::day);
        self.days.extend(day);
        if encounter_id.is_empty() {
            self.days_alone.extend(day);
        } else {
            self.encounters.insert(encounter_id);
        }
        let earliest = on.map_or(Date::MIN, StatedDate::earliest);
        self.first = Some(self.first.map_or(earliest, |first| first.min(earliest)));
    }
}

/// What case finding reads of one person.
#[derive(Debug, Default)]
pub(super) struct Facts<'r> {
    pub(super) rows: Vec<Row<'r>>,
    marks: BTreeMap<Role, Marks<'r>>,
}

impl<'r> Facts<'r> {
    /// Reads up to the day of the report.
    pub(super) fn read(record: &'r PatientRecord, as_of: Date, findings: &mut Vec<Finding>) -> Self {
        let mut facts = Self::default();
        for condition in &record.conditions {
            let on = condition.on;
            if on.is_some_and(|on| on.earliest() > as_of) {
                continue;
            }
            let rank = condition.rank;
            let is_other = |role: Role| !matches!(role, Role::Fracture | Role::Immobilisation);
            let entries = condition.codes.iter().filter_map(code_set::find);
            // What was refuted or only thought of explains nothing; nor is a stay for what is not its main diagnosis.
            if condition.verification == Verification::Confirmed {
                entries
                    .map(|entry| entry.role)
                    .filter(|&role| is_other(role))
                    .filter(|&role| role != Role::HardwareRemoval || rank != DiagnosisRank::Associated)
                    .for_each(|role| facts.marks.entry(role).or_default().add(on, &condition.encounter_id));
            }
            let said = said(&condition.codes, Role::Fracture);
            if said.is_empty() {
                continue;
            }
            for code in condition.codes.iter().filter(|code| code_set::like_a_fracture(code).is_some()) {
                findings.push(of_another_version(record, code));
            }
            match on {
                Some(on) => facts.rows.push(Row::of_condition(condition, on, said)),
                None => undated(record, &condition.id, findings),
            }
        }
        for act in &record.acts {
            let said = said(&act.codes, Role::Immobilisation);
            match act.on {
                _ if said.is_empty() => {}
                Some(on) if on.earliest() > as_of => {}
                Some(on) => facts.rows.push(Row::of_act(act, on, said)),
                None => undated(record, &act.id, findings),
            }
        }
        let key = |row: &Row<'r>| (row.on.day().is_none(), row.on.earliest(), row.on, row.is_act, row.id);
        facts.rows.sort_by(|a, b| key(a).cmp(&key(b)));
        facts
    }

    /// Whether something was recorded at the encounter of one of these rows, or on its day.
    pub(super) fn beside(&self, role: Role, rows: &[Row<'r>]) -> bool {
        let Some(marks) = self.marks.get(&role) else { return false };
        // Another encounter of the same day is another matter for a stay, and not for a fall.
        let apart = |row: &Row<'r>| role == Role::HardwareRemoval && !row.encounter_id.is_empty();
        rows.iter().any(|row| {
            let days = if apart(row) { &marks.days_alone } else { &marks.days };
            marks.encounters.contains(row.encounter_id) || row.on.day().is_some_and(|day| days.contains(&day))
        })
    }

    /// Whether something was recorded on or before a day; what has no day may have been.
    pub(super) fn by(&self, role: Role, day: Date) -> bool {
        self.marks.get(&role).and_then(|marks| marks.first).is_some_and(|first| first <= day)
    }
}

fn said(codes: &[Code], role: Role) -> Vec<Said<'_>> {
    let meaning = |code| code_set::find_or_like(code).filter(|entry| entry.role == role)?.fracture;
    codes.iter().filter_map(|code| Some(Said { code, meaning: meaning(code)? })).collect()
}

fn of_another_version(record: &PatientRecord, code: &Code) -> Finding {
    let system = match code.system {
        CodeSystem::Other => "its system is not one that is known here".to_owned(),
        known => format!("{known} has no such code"),
    };
    let because = format!(
        "A code that looks like a fracture, and {system}: which bone it was of is not known, and it is to be \
         looked at."
    );
    Finding::of_person(FindingKind::BadValue, &record.patient_id, "code", &code.code, &because)
}

fn undated(record: &PatientRecord, id: &str, findings: &mut Vec<Finding>) {
    findings.push(
        Finding::of_person(
            FindingKind::DateIncomplete,
            &record.patient_id,
            "onset",
            id,
            "A record of a fracture has no day: it is no event, and nobody is counted for it.",
        )
        .lost(),
    );
}

impl<'r> Row<'r> {
    fn of_condition(condition: &'r Condition, on: StatedDate, said: Vec<Said<'r>>) -> Self {
        // France: a fracture that is not the main diagnosis of the stay is not what the stay was for.
        let french = said.iter().any(|said| said.code.system == CodeSystem::Cim10Fr);
        let stay = !matches!(condition.door, Some(Door::Outpatient | Door::Referral));
        let apart = if condition.verification == Verification::Refuted {
            Some(CountedBecause::Refuted)
        } else if said.iter().any(|said| code_set::is_later_encounter(said.code)) {
            Some(CountedBecause::LaterEncounter)
        } else if french && stay && condition.rank == DiagnosisRank::Associated {
            Some(CountedBecause::NotMainDiagnosis)
        } else {
            None
        };
        Self {
            id: &condition.id,
            on,
            encounter_id: &condition.encounter_id,
            door: condition.door,
            said,
            unconfirmed: condition.verification == Verification::Unconfirmed,
            is_act: false,
            listed_only: condition.on_is_recording && condition.encounter_id.is_empty(),
            apart,
        }
    }

    fn of_act(act: &'r Act, on: StatedDate, said: Vec<Said<'r>>) -> Self {
        Self {
            id: &act.id,
            on,
            encounter_id: &act.encounter_id,
            door: act.door,
            said,
            unconfirmed: false,
            is_act: true,
            listed_only: false,
            apart: None,
        }
    }

    /// Whether every code of it may be said again and again of an old fracture.
    pub(super) fn is_prevalent(&self) -> bool {
        self.said
            .iter()
            .all(|said| matches!(said.meaning.nature, Nature::Osteoporotic | Nature::CollapsedVertebra))
    }
}
