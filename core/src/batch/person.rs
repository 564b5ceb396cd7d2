//! A row of columns as a patient document; what the last row allocated is used again.

use jiff::civil::Date;

use crate::columns::{self, Fault, LabColumn, Place, Sections, Target, Value, fill};
use crate::document::slot::Slot;
use crate::document::{Fracture, Lab, Patient, Scan, ScanRegion, Section, SpineImaging, Treatment};
use crate::error::{Code, Refusal};

use super::columns::{Bound, Columns};

/// People, a row each, whatever they are stored in.
pub trait People {
    /// Reads a row into `patient`, which still holds the row before: what that allocated may be used again. What
    /// cannot be read is appended to `refusals` and unknown.
    fn read(&mut self, row: usize, patient: &mut Patient, refusals: &mut Vec<Refusal>);
}

/// The people of columns.
pub(super) struct PeopleOf<'c, 'a> {
    columns: &'c Columns<'a>,
    reader: RowReader,
}

impl<'c, 'a> PeopleOf<'c, 'a> {
    pub(super) fn new(columns: &'c Columns<'a>) -> Self {
        Self { columns, reader: RowReader::new(columns) }
    }
}

impl People for PeopleOf<'_, '_> {
    fn read(&mut self, row: usize, patient: &mut Patient, refusals: &mut Vec<Refusal>) {
        self.reader.read(self.columns, row, patient, refusals);
    }
}

/// Reads rows, one after another.
#[derive(Debug, Default)]
struct RowReader {
    /// The text of each column in the last row that had one.
    texts: Vec<String>,
    /// The columns of each line of a report: place in the list of lines.
    lines: Vec<Place>,
    /// For each column, the line that it belongs to.
    line_of: Vec<usize>,
    /// The lines of the row that is read, and whether each was measured.
    regions: Vec<Option<(ScanRegion, bool)>>,
    spare: Spare,
}

/// Lists of the last row, empty.
#[derive(Debug, Default)]
struct Spare {
    scans: Vec<Scan>,
    regions: Vec<ScanRegion>,
    fractures: Vec<Fracture>,
    treatments: Vec<Treatment>,
    labs: Vec<Lab>,
    sections: Vec<Section>,
}

impl RowReader {
    fn new(columns: &Columns<'_>) -> Self {
        let mut reader = Self { texts: vec![String::new(); columns.bound.len()], ..Self::default() };
        for bound in &columns.bound {
            let Target::Region(place, _) = bound.target else {
                reader.line_of.push(usize::MAX);
                continue;
            };
            let line = reader.lines.iter().position(|known| *known == place).unwrap_or(reader.lines.len());
            if line == reader.lines.len() {
                reader.lines.push(place);
                reader.regions.push(None);
            }
            reader.line_of.push(line);
        }
        reader
    }

    /// Takes back what the patient of the last row allocated.
    fn recycle(&mut self, columns: &Columns<'_>, patient: &mut Patient) {
        for (bound, text) in columns.bound.iter().zip(&mut self.texts) {
            let kept = match bound.target {
                Target::Id => patient.id.take(),
                Target::Patient(slot) => take_text(slot(patient)),
                Target::Scan(slot) => patient
                    .scans
                    .as_mut()
                    .and_then(|scans| scans.first_mut())
                    .and_then(|scan| take_text(slot(scan))),
                Target::Frax(slot) => patient.frax.as_mut().and_then(|frax| take_text(slot(frax))),
                _ => None,
            };
            if let Some(kept) = kept {
                *text = kept;
            }
        }
        let spare = &mut self.spare;
        if let Some(mut scans) = patient.scans.take() {
            if let Some(mut regions) = scans.first_mut().and_then(|scan| scan.regions.take()) {
                regions.clear();
                spare.regions = regions;
            }
            scans.clear();
            spare.scans = scans;
        }
        keep(&mut spare.fractures, patient.fractures.take());
        keep(&mut spare.treatments, patient.treatments.take());
        keep(&mut spare.labs, patient.labs.take());
        keep(&mut spare.sections, patient.complete.take());
    }

    /// Reads a row into `patient`. What cannot be read is refused and unknown.
    fn read(
        &mut self,
        columns: &Columns<'_>,
        row: usize,
        patient: &mut Patient,
        refusals: &mut Vec<Refusal>,
    ) {
        self.recycle(columns, patient);
        *patient = Patient::default();
        let mut found = Found::default();
        for (index, bound) in columns.bound.iter().enumerate() {
            if bound.validity.is_some_and(|bits| !bits.get(row)) {
                continue;
            }
            let value = match bound.values.get(row, bound.kind) {
                Ok(Value::Unknown) => continue,
                Ok(value) => value,
                Err(fault) => {
                    found.refuse(bound, row, fault, refusals);
                    continue;
                }
            };
            self.put(index, bound, value, patient, &mut found, refusals);
        }
        self.finish(patient, found, refusals);
    }

    #[inline]
    #[allow(clippy::too_many_arguments, reason = "the parts of one row")]
    fn put(
        &mut self,
        index: usize,
        bound: &Bound<'_>,
        value: Value<'_>,
        patient: &mut Patient,
        found: &mut Found,
        refusals: &mut Vec<Refusal>,
    ) {
        let mut spare = || self.texts.get_mut(index).map(core::mem::take).unwrap_or_default();
        match (bound.target, value) {
            (Target::Id, Value::Text(text)) => patient.id = Some(written(spare(), text)),
            (Target::Id, _) => {}
            (Target::Patient(slot), value) => put(slot(patient), value, spare),
            (Target::RiskFactors(slot), value) => {
                fill(slot(patient.risk_factors.get_or_insert_default()), value);
            }
            (Target::Glucocorticoid(slot), value) => {
                let risk_factors = patient.risk_factors.get_or_insert_default();
                fill(slot(risk_factors.glucocorticoid.get_or_insert_default()), value);
            }
            (Target::History(slot), value) => fill(slot(patient.history.get_or_insert_default()), value),
            (Target::Frax(slot), value) => put(slot(patient.frax.get_or_insert_default()), value, spare),
            (Target::Scan(slot), value) => {
                found.measured |= bound.measures;
                put(slot(&mut found.scan), value, spare);
            }
            (Target::Precision(region), Value::Number(error)) => {
                found.scan.precision_g_cm2.get_or_insert_default().insert(region, error);
            }
            (Target::Region(place, slot), value) => {
                let line = self.line_of.get(index).and_then(|&line| self.regions.get_mut(line));
                let Some(region) = line else { return };
                let (region, measured) = region.get_or_insert_with(|| {
                    let (vertebrae, side) = (place.vertebrae, place.side);
                    (
                        ScanRegion { region: Some(place.region), vertebrae, side, ..ScanRegion::default() },
                        false,
                    )
                });
                *measured |= bound.measures;
                found.measured |= bound.measures;
                fill(slot(region), value);
            }
            (Target::Lab(lab), value) => self.lab(lab, value, patient),
            (Target::LabDate, Value::Date(day)) => found.lab_date = Some(day),
            (Target::SpineImaging(slot), value) => fill(slot(found.imaging.get_or_insert_default()), value),
            (_, Value::Text(text)) => self.list(bound, text, patient, found, refusals),
            _ => {}
        }
    }

    fn lab(&mut self, lab: LabColumn, value: Value<'_>, patient: &mut Patient) {
        if let Some(result) = columns::lab(lab, value) {
            patient.labs.get_or_insert_with(|| core::mem::take(&mut self.spare.labs)).push(result);
        }
    }

    /// A list in the shorthand of tables.
    fn list(
        &mut self,
        bound: &Bound<'_>,
        text: &str,
        patient: &mut Patient,
        found: &mut Found,
        refusals: &mut Vec<Refusal>,
    ) {
        let none = columns::is_none(text);
        let mut refuse = |entry: &str, fault: Fault| {
            refusals.push(fault.at(bound.name.clone(), entry));
            if let Some(section) = bound.target.section() {
                found.doubtful.insert(section);
            }
        };
        match bound.target {
            Target::Fractures => {
                let mut list = core::mem::take(&mut self.spare.fractures);
                columns::fractures(text, false, &mut list, refuse);
                if none || !list.is_empty() {
                    patient.fractures = Some(list);
                } else {
                    self.spare.fractures = list;
                }
            }
            Target::Treatments => {
                let mut list = core::mem::take(&mut self.spare.treatments);
                columns::treatments(text, &mut list, refuse);
                if none || !list.is_empty() {
                    patient.treatments = Some(list);
                } else {
                    self.spare.treatments = list;
                }
            }
            Target::Complete => found.complete = columns::sections(text, refuse),
            Target::SpineImagingLevels => {
                found.imaging.get_or_insert_default().levels = Some(columns::levels(text));
            }
            Target::FraxAdjustedFor => {
                let adjusted = columns::entries(text).filter(|entry| !columns::is_none(entry));
                let adjusted = adjusted.map(str::to_owned).collect();
                patient.frax.get_or_insert_default().adjusted_for = Some(adjusted);
            }
            Target::ScansAsked | Target::SpineImagingAsked if !none => {
                let limit = "may only say none; what was found has columns of its own";
                refuse(text, Fault::new(Code::NotAChoice, limit));
            }
            Target::ScansAsked => found.no_scans = true,
            Target::SpineImagingAsked => {
                patient.spine_imaging.get_or_insert_default();
            }
            _ => {}
        }
    }

    /// Puts together what several columns say.
    fn finish(&mut self, patient: &mut Patient, found: Found, refusals: &mut Vec<Refusal>) {
        let Found { mut scan, measured, imaging, lab_date, complete, doubtful, no_scans } = found;
        if let Some(imaging) = imaging {
            patient.spine_imaging.get_or_insert_default().push(imaging);
        }
        let mut regions = core::mem::take(&mut self.spare.regions);
        // An exclusion says that a region was not measured.
        let kept = |(region, measured): &(ScanRegion, bool)| *measured || region.excluded == Some(true);
        let lines = self.regions.iter_mut().filter_map(Option::take);
        regions.extend(lines.filter(kept).map(|(region, _)| region));
        if measured {
            scan.regions = Some(regions);
            let mut scans = core::mem::take(&mut self.spare.scans);
            scans.push(scan);
            patient.scans = Some(scans);
        } else {
            regions.clear();
            self.spare.regions = regions;
        }
        if no_scans {
            if patient.scans.is_none() {
                patient.scans = Some(core::mem::take(&mut self.spare.scans));
            } else {
                let limit = "but the row has results of a scan";
                refusals.push(Refusal::new(Code::Contradiction, "scans", "none", limit));
            }
        }
        for lab in patient.labs.iter_mut().flatten() {
            lab.date = lab_date;
        }
        let complete = complete.without(doubtful);
        if !complete.is_empty() {
            if complete.contains(Section::Fractures) && patient.fractures.is_none() {
                patient.fractures = Some(core::mem::take(&mut self.spare.fractures));
            }
            let mut sections = core::mem::take(&mut self.spare.sections);
            sections.extend(complete.iter());
            patient.complete = Some(sections);
        }
    }
}

/// What several columns of a row say together.
#[derive(Default)]
struct Found {
    scan: Scan,
    /// Whether anything says that a scan was made.
    measured: bool,
    imaging: Option<SpineImaging>,
    lab_date: Option<Date>,
    complete: Sections,
    /// Sections with a value refused: in those a key left out is not "no".
    doubtful: Sections,
    no_scans: bool,
}

impl Found {
    #[cold]
    fn refuse(&mut self, bound: &Bound<'_>, row: usize, fault: Fault, refusals: &mut Vec<Refusal>) {
        if let Some(section) = bound.target.section() {
            self.doubtful.insert(section);
        }
        refusals.push(fault.at(bound.name.clone(), &bound.values.shown(row)));
    }
}

/// Writes a value into a field; text goes into what the last row allocated.
#[inline]
fn put(slot: Slot<'_>, value: Value<'_>, spare: impl FnOnce() -> String) {
    match (slot, value) {
        (Slot::Text(field), Value::Text(text)) => *field = Some(written(spare(), text)),
        (slot, value) => fill(slot, value),
    }
}

fn written(mut spare: String, text: &str) -> String {
    // Most rows of a table name the scanner of the row before.
    if spare != text {
        spare.clear();
        spare.push_str(text);
    }
    spare
}

fn take_text(slot: Slot<'_>) -> Option<String> {
    match slot {
        Slot::Text(field) => field.take(),
        _ => None,
    }
}

fn keep<T>(spare: &mut Vec<T>, used: Option<Vec<T>>) {
    if let Some(mut used) = used {
        used.clear();
        *spare = used;
    }
}
