//! A row of columns as a patient document, in a scratch that is used again from row to row.

use core::ops::Range;

use jiff::civil::Date;

use crate::columns::{self, Fault, LabColumn, Place, Sections, Target, Value};
use crate::document::slot::Slot;
use crate::document::stated::Stated;
use crate::document::{Fracture, Lab, Patient, Scan, ScanRegion, Section, SpineImaging, Treatment};
use crate::error::{Code, Refusal};

use super::columns::{Bound, Columns};
use super::field::{PlainColumn, put};
use super::flags::FlagColumns;

/// People, a row each, whatever they are stored in.
pub trait People {
    /// Told before the rows of a block are read.
    fn begin(&mut self, _rows: Range<usize>) {}

    /// Reads a row into `patient`, which still holds the row before: what that allocated may be used again. What
    /// cannot be read is appended to `refusals` and unknown.
    fn read(&mut self, row: usize, patient: &mut Patient, refusals: &mut Vec<Refusal>);
}

/// The people of columns.
///
/// Parts of the document that columns can fill stay from row to row, and every column writes its field or clears it;
/// lists and what several columns say together are put together anew.
pub(super) struct PeopleOf<'c, 'a> {
    columns: &'c Columns<'a>,
    /// The yes-or-no columns of risk factors and of the history, read by the block.
    flags: FlagColumns<'c, 'a>,
    /// The other columns.
    rest: Vec<Step<'c>>,
    /// For each column, the line of a report that it belongs to.
    line_of: Vec<usize>,
    /// The lines of the row, and whether each was measured.
    lines: Vec<(ScanRegion, bool)>,
    /// The one scan of a row; none while a document has it.
    scans: Vec<Scan>,
    /// What was read of `complete` before: few words serve all rows.
    sections: Vec<(String, Sections)>,
    /// The text of each column in the last row that had one.
    texts: Vec<String>,
    spare: Spare,
}

/// Lists of the last row, empty.
#[derive(Debug, Default)]
struct Spare {
    no_scans: Vec<Scan>,
    regions: Vec<ScanRegion>,
    fractures: Vec<Fracture>,
    treatments: Vec<Treatment>,
    labs: Vec<Lab>,
    imaging: Vec<SpineImaging>,
    sections: Vec<Section>,
    frax_model: String,
}

/// What several columns of a row say together.
#[derive(Default)]
struct Found {
    /// Whether anything says that a scan was made.
    measured: bool,
    imaging: Option<SpineImaging>,
    lab_date: Option<Date>,
    complete: Sections,
    /// Sections with a value refused: in those a key left out is not "no".
    doubtful: Sections,
    no_scans: bool,
}

/// How a column is read.
enum Step<'c> {
    Cell(usize),
    /// Without a look at what it is; as a cell where that does not do.
    Plain(usize, PlainColumn<'c>),
}

/// Cells of `complete` that are kept: more than tables have spellings.
const SECTIONS_KEPT: usize = 16;

impl<'c, 'a> PeopleOf<'c, 'a> {
    pub(super) fn new(columns: &'c Columns<'a>) -> Self {
        let mut lines: Vec<(ScanRegion, bool)> = Vec::new();
        let mut places: Vec<Place> = Vec::new();
        let mut line_of = Vec::with_capacity(columns.bound.len());
        for bound in &columns.bound {
            let Target::Region(place, _) = bound.target else {
                line_of.push(usize::MAX);
                continue;
            };
            let line = places.iter().position(|known| *known == place).unwrap_or(places.len());
            if line == places.len() {
                places.push(place);
                let (vertebrae, side) = (place.vertebrae, place.side);
                let region =
                    ScanRegion { region: Some(place.region), vertebrae, side, ..ScanRegion::default() };
                lines.push((region, false));
            }
            line_of.push(line);
        }
        let flags = FlagColumns::of(columns);
        let step = |(index, bound): (usize, &'c Bound<'a>)| {
            let line = line_of.get(index).copied().unwrap_or(usize::MAX);
            PlainColumn::of(bound, line).map_or(Step::Cell(index), |plain| Step::Plain(index, plain))
        };
        let rest = columns.bound.iter().enumerate().filter(|(index, _)| !flags.holds(*index));
        let rest = rest.map(step).collect();
        let texts = vec![String::new(); columns.bound.len()];
        let (scans, spare, sections) = (vec![Scan::default()], Spare::default(), Vec::new());
        Self { columns, flags, rest, line_of, lines, scans, sections, texts, spare }
    }

    /// Takes back the lists of the last row.
    fn recycle(&mut self, patient: &mut Patient) {
        let spare = &mut self.spare;
        if let Some(mut scans) = patient.scans.take() {
            if let Some(scan) = scans.first_mut() {
                keep(&mut spare.regions, scan.regions.take());
                self.scans = scans;
            } else {
                spare.no_scans = scans;
            }
        }
        if self.scans.is_empty() {
            self.scans.push(Scan::default());
        }
        keep(&mut spare.fractures, patient.fractures.take());
        keep(&mut spare.treatments, patient.treatments.take());
        keep(&mut spare.labs, patient.labs.take());
        keep(&mut spare.imaging, patient.spine_imaging.take());
        keep(&mut spare.sections, patient.complete.take());
        if let Some(model) = patient.frax.take().and_then(|frax| frax.model) {
            spare.frax_model = model;
        }
        if let Some(risk_factors) = patient.risk_factors.as_mut() {
            risk_factors.glucocorticoid = None;
        }
    }

    fn cell(
        &mut self,
        index: usize,
        row: usize,
        patient: &mut Patient,
        found: &mut Found,
        refusals: &mut Vec<Refusal>,
    ) {
        let columns = self.columns;
        let Some(bound) = columns.bound.get(index) else { return };
        let value = match bound.get(row) {
            Ok(Value::Unknown) => {
                // In a section where everything was asked, what is said to be unknown is not "no".
                if let Some(section) = bound.target.section()
                    && bound.says_unknown(row)
                {
                    found.doubtful.insert(section);
                }
                Value::Unknown
            }
            Ok(value) => value,
            Err(fault) => {
                found.refuse(bound, row, fault, refusals);
                Value::Unknown
            }
        };
        let Self { texts, line_of, lines, scans, .. } = self;
        let (Some(text), Some(scan)) = (texts.get_mut(index), scans.first_mut()) else { return };
        match bound.target {
            Target::Id => put(Slot::Text(&mut patient.id), value, text),
            Target::Patient(slot) => put(slot(patient), value, text),
            Target::RiskFactors(slot) => put(slot(patient.risk_factors.get_or_insert_default()), value, text),
            Target::History(slot) => put(slot(patient.history.get_or_insert_default()), value, text),
            Target::Scan(slot) => {
                found.measured |= bound.measures && value != Value::Unknown;
                put(slot(scan), value, text);
            }
            Target::Region(_, slot) => {
                let line = line_of.get(index).and_then(|&line| lines.get_mut(line));
                let Some((region, measured)) = line else { return };
                let measures = bound.measures && value != Value::Unknown;
                *measured |= measures;
                found.measured |= measures;
                put(slot(region), value, text);
            }
            Target::Precision(region) => match value {
                Value::Number(error) => {
                    scan.precision_g_cm2.get_or_insert_default().insert(region, error);
                }
                _ => {
                    scan.precision_g_cm2.as_mut().and_then(|errors| errors.remove(&region));
                }
            },
            target if value != Value::Unknown => self.some(target, bound, value, patient, found, refusals),
            _ => {}
        }
    }

    /// What stands in the document only where there is a value.
    fn some(
        &mut self,
        target: Target,
        bound: &Bound<'_>,
        value: Value<'_>,
        patient: &mut Patient,
        found: &mut Found,
        refusals: &mut Vec<Refusal>,
    ) {
        let mut text = String::new();
        match (target, value) {
            (Target::Glucocorticoid(slot), value) => {
                let risk_factors = patient.risk_factors.get_or_insert_default();
                put(slot(risk_factors.glucocorticoid.get_or_insert_default()), value, &mut text);
            }
            (Target::Frax(slot), value) => {
                put(slot(patient.frax.get_or_insert_default()), value, &mut self.spare.frax_model);
            }
            (Target::Lab(lab), value) => self.lab(lab, value, patient),
            (Target::LabDate, Value::Date(day)) => found.lab_date = Some(day),
            (Target::SpineImaging(slot), value) => {
                put(slot(found.imaging.get_or_insert_default()), value, &mut text);
            }
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
                if !none {
                    columns::fractures(text, false, &mut list, refuse);
                }
                patient.fractures = given(list, none, &mut self.spare.fractures);
            }
            Target::Treatments => {
                let mut list = core::mem::take(&mut self.spare.treatments);
                if !none {
                    columns::treatments(text, &mut list, refuse);
                }
                patient.treatments = given(list, none, &mut self.spare.treatments);
            }
            Target::Complete => {
                let known = self.sections.iter().find(|(known, _)| known == text).map(|(_, read)| *read);
                found.complete = known.unwrap_or_else(|| {
                    let mut is_faulty = false;
                    let read = columns::sections(text, |entry, fault| {
                        is_faulty = true;
                        refuse(entry, fault);
                    });
                    if !is_faulty && self.sections.len() < SECTIONS_KEPT {
                        self.sections.push((text.to_owned(), read));
                    }
                    read
                });
            }
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
                patient.spine_imaging = Some(core::mem::take(&mut self.spare.imaging));
            }
            _ => {}
        }
    }

    /// Puts together what several columns say.
    fn finish(&mut self, patient: &mut Patient, found: Found, refusals: &mut Vec<Refusal>) {
        let Found { measured, imaging, lab_date, complete, doubtful, no_scans } = found;
        let spare = &mut self.spare;
        if let Some(imaging) = imaging {
            patient.spine_imaging.get_or_insert_with(|| core::mem::take(&mut spare.imaging)).push(imaging);
        }
        if measured {
            let mut regions = core::mem::take(&mut spare.regions);
            // An exclusion says that a region was not measured.
            let kept = |(region, measured): &&(ScanRegion, bool)| *measured || region.excluded == Some(true);
            regions.extend(self.lines.iter().filter(kept).map(|(region, _)| region.clone()));
            if let Some(scan) = self.scans.first_mut() {
                scan.regions = Some(regions);
            }
            patient.scans = Some(core::mem::take(&mut self.scans));
        }
        if no_scans {
            if patient.scans.is_none() {
                patient.scans = Some(core::mem::take(&mut spare.no_scans));
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
                patient.fractures = Some(core::mem::take(&mut spare.fractures));
            }
            let mut sections = core::mem::take(&mut spare.sections);
            sections.extend(complete.iter());
            patient.complete = Some(sections);
        }
    }
}

impl People for PeopleOf<'_, '_> {
    fn begin(&mut self, rows: Range<usize>) {
        self.flags.begin(rows);
    }

    fn read(&mut self, row: usize, patient: &mut Patient, refusals: &mut Vec<Refusal>) {
        self.recycle(patient);
        let [of_risk_factors, of_history]: [Option<Stated>; 2] = self.flags.of_row(row);
        if let Some(stated) = of_risk_factors {
            patient.risk_factors.get_or_insert_default().state(stated);
        }
        if let Some(stated) = of_history {
            patient.history.get_or_insert_default().state(stated);
        }
        for (_, measured) in &mut self.lines {
            *measured = false;
        }
        let mut found = Found::default();
        let rest = core::mem::take(&mut self.rest);
        for step in &rest {
            let index = match step {
                Step::Cell(index) => *index,
                Step::Plain(index, column) => {
                    let Some(scan) = self.scans.first_mut() else { continue };
                    if column.write(row, patient, scan, &mut self.lines, &mut found.measured) {
                        continue;
                    }
                    *index
                }
            };
            self.cell(index, row, patient, &mut found, refusals);
        }
        self.rest = rest;
        self.finish(patient, found, refusals);
    }
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

/// A list that was given: with entries, or said to have none. Otherwise its allocation is kept.
fn given<T>(list: Vec<T>, none: bool, spare: &mut Vec<T>) -> Option<Vec<T>> {
    if none || !list.is_empty() {
        return Some(list);
    }
    *spare = list;
    None
}

fn keep<T>(spare: &mut Vec<T>, used: Option<Vec<T>>) {
    if let Some(mut used) = used {
        used.clear();
        *spare = used;
    }
}
