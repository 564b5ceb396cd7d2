//! A row of the table into the patient document.

use jiff::civil::Date;
use osteon::columns::{
    Fault, Sections, Target, Value, entries, fill, fractures, is_none, lab, levels, sections, treatments,
};
use osteon::document::slot::Slot;
use osteon::document::{Fracture, Patient, Scan, ScanRegion, Section, SpineImaging};
use osteon::error::{Code, Refusal};

use crate::cells::Cells;
use crate::expression::Expression;
use crate::plan::{Plan, Step};
use crate::row::{Row, name_of};

impl Plan {
    /// Reads a row into `patient`, which is cleared first; its vectors are used again.
    ///
    /// What cannot be read is appended to `refusals` and unknown in `patient`. In a section that the row
    /// calls complete a key left out means "no", so that a section with a value refused, with a missing
    /// code or with `NA` is not complete; a blank cell is a key left out. A row with more or fewer cells
    /// than the header is refused whole, since its cells may stand in the wrong columns.
    pub fn read<C: Cells + ?Sized>(&self, record: &C, patient: &mut Patient, refusals: &mut Vec<Refusal>) {
        let spare = Spare::of(patient);
        *patient = Patient::default();
        if record.width() != self.width {
            refusals.push(self.another_width(record.width()));
            return;
        }
        self.reading(record, refusals).person(patient, spare);
    }

    pub(crate) fn reading<'r, C: Cells + ?Sized>(
        &'r self,
        record: &'r C,
        refusals: &'r mut Vec<Refusal>,
    ) -> Reading<'r, 'r, C> {
        let row = Row { record, decimal_comma: self.decimal_comma, refusals, said_unknown: false };
        Reading { plan: self, row, doubtful: Sections::default(), complete: None }
    }

    #[cold]
    fn another_width(&self, cells: usize) -> Refusal {
        let limit =
            format!("cells, and the header has {}; a cell that holds the delimiter needs quotes", self.width);
        Refusal::new(Code::Syntax, "row", cells, limit)
    }
}

/// The allocations of the last row.
#[derive(Default)]
struct Spare {
    id: Option<String>,
    scans: Vec<Scan>,
    regions: Vec<ScanRegion>,
    fractures: Vec<Fracture>,
}

impl Spare {
    fn of(patient: &mut Patient) -> Self {
        let mut spare = Self {
            id: patient.id.take(),
            scans: patient.scans.take().unwrap_or_default(),
            regions: Vec::new(),
            fractures: patient.fractures.take().unwrap_or_default(),
        };
        spare.regions = spare.scans.first_mut().and_then(|scan| scan.regions.take()).unwrap_or_default();
        spare.scans.clear();
        spare.regions.clear();
        spare.fractures.clear();
        spare
    }
}

/// A row while it becomes a person.
pub(crate) struct Reading<'p, 'r, C: ?Sized> {
    pub(crate) plan: &'p Plan,
    pub(crate) row: Row<'r, C>,
    /// Sections with a value refused or said to be unknown.
    pub(crate) doubtful: Sections,
    complete: Option<Sections>,
}

impl<'p, 'r: 'p, C: Cells + ?Sized> Reading<'p, 'r, C> {
    fn person(&mut self, patient: &mut Patient, spare: Spare) {
        let Spare { id, scans, regions, fractures } = spare;
        patient.id = id;
        let mut has_id = false;
        let mut fractures = Some(fractures);
        let mut scans_none = None;
        let mut imaging: Option<SpineImaging> = None;
        for step in &self.plan.steps {
            let value = self.value(&step.expression, &step.field, step.to.section());
            if value == Value::Unknown {
                continue;
            }
            match (step.to, value) {
                (Target::Id, _) => {
                    has_id = true;
                    fill(Slot::Text(&mut patient.id), value);
                }
                (Target::Patient(slot), _) => fill(slot(patient), value),
                (Target::RiskFactors(slot), _) => {
                    fill(slot(patient.risk_factors.get_or_insert_default()), value);
                }
                (Target::Glucocorticoid(slot), _) => {
                    let risk_factors = patient.risk_factors.get_or_insert_default();
                    fill(slot(risk_factors.glucocorticoid.get_or_insert_default()), value);
                }
                (Target::History(slot), _) => fill(slot(patient.history.get_or_insert_default()), value),
                (Target::Frax(slot), _) => fill(slot(patient.frax.get_or_insert_default()), value),
                (Target::SpineImaging(slot), _) => fill(slot(imaging.get_or_insert_default()), value),
                (Target::SpineImagingLevels, Value::Text(text)) => {
                    imaging.get_or_insert_default().levels = Some(levels(text));
                }
                (Target::FraxAdjustedFor, Value::Text(text)) => {
                    let frax = patient.frax.get_or_insert_default();
                    let adjusted = entries(text).filter(|entry| !is_none(entry));
                    frax.adjusted_for = Some(adjusted.map(str::to_owned).collect());
                }
                (Target::ScansAsked, Value::Text(text)) => {
                    scans_none = self.none(step, text).then_some(step);
                }
                (Target::SpineImagingAsked, Value::Text(text)) if self.none(step, text) => {
                    patient.spine_imaging.get_or_insert_default();
                }
                (Target::Complete, Value::Text(text)) => self.sections(step, text),
                (Target::Fractures, Value::Text(text)) => {
                    let mut list = fractures.take().unwrap_or_default();
                    self.fractures(step, text, &mut list);
                    patient.fractures = (!list.is_empty() || is_none(text)).then_some(list);
                }
                (Target::Treatments, Value::Text(text)) => self.treatments(step, text, patient),
                _ => {}
            }
        }
        if !has_id {
            patient.id = None;
        }
        if let Some(imaging) = imaging {
            patient.spine_imaging.get_or_insert_default().push(imaging);
        }
        self.scan(patient, scans, regions);
        if let Some(step) = scans_none {
            self.no_scans(step, patient);
        }
        self.labs(patient);
        if !self.plan.blocks.is_empty() {
            self.blocks(patient, fractures);
        }
        self.complete(patient);
    }

    /// The value of an expression; a section with a value not known though asked is not complete.
    pub(crate) fn value(
        &mut self,
        expression: &'p Expression,
        field: &str,
        section: Option<Section>,
    ) -> Value<'p> {
        self.row.said_unknown = false;
        let value = self.row.value(expression, field);
        if value == Value::Unknown
            && self.row.said_unknown
            && let Some(section) = section
        {
            self.doubtful.insert(section);
        }
        value
    }

    #[cold]
    pub(crate) fn refuse<T>(&mut self, step: &Step<T>, text: &str, fault: Fault) {
        let column = step.expression.column().unwrap_or(&step.field);
        self.row.refusals.push(fault.at(name_of(&step.field, column).to_owned(), text));
    }

    /// Whether the cell of a column that only says `none` says so.
    fn none(&mut self, step: &Step<Target>, text: &str) -> bool {
        let none = is_none(text);
        if !none {
            let limit = "may only say none; what was found has columns of its own";
            self.refuse(step, text, Fault::new(Code::NotAChoice, limit));
        }
        none
    }

    fn sections(&mut self, step: &Step<Target>, text: &str) {
        let mut faults = Vec::new();
        let read = sections(text, |entry, fault| faults.push((entry.to_owned(), fault)));
        self.complete = Some(read);
        faults.into_iter().for_each(|(entry, fault)| self.refuse(step, &entry, fault));
    }

    pub(crate) fn fractures(&mut self, step: &Step<Target>, text: &str, list: &mut Vec<Fracture>) {
        let mut faults = Vec::new();
        fractures(text, self.plan.decimal_comma, list, |entry, fault| {
            faults.push((entry.to_owned(), fault));
        });
        if !faults.is_empty() {
            self.doubtful.insert(Section::Fractures);
        }
        faults.into_iter().for_each(|(entry, fault)| self.refuse(step, &entry, fault));
    }

    fn treatments(&mut self, step: &Step<Target>, text: &str, patient: &mut Patient) {
        let (mut list, mut faults) = (Vec::new(), Vec::new());
        treatments(text, &mut list, |entry, fault| faults.push((entry.to_owned(), fault)));
        if !faults.is_empty() {
            self.doubtful.insert(Section::Treatments);
        }
        patient.treatments = (!list.is_empty() || is_none(text)).then_some(list);
        faults.into_iter().for_each(|(entry, fault)| self.refuse(step, &entry, fault));
    }

    fn labs(&mut self, patient: &mut Patient) {
        let plan = self.plan;
        if plan.labs.is_empty() {
            return;
        }
        let mut date: Option<Date> = None;
        if let Some(step) = &plan.lab_date
            && let Value::Date(day) = self.value(&step.expression, &step.field, Some(Section::Labs))
        {
            date = Some(day);
        }
        for step in &plan.labs {
            let value = self.value(&step.expression, &step.field, Some(Section::Labs));
            if let Some(mut result) = lab(step.to, value) {
                result.date = date;
                patient.labs.get_or_insert_default().push(result);
            }
        }
    }

    fn complete(&mut self, patient: &mut Patient) {
        let plan = self.plan;
        let mut sections = self.complete.take();
        for step in &plan.complete {
            if self.value(&step.expression, &step.field, None) == Value::Flag(true) {
                sections.get_or_insert_default().insert(step.to);
            }
        }
        let sections = sections.unwrap_or_default().without(self.doubtful);
        if sections.is_empty() {
            return;
        }
        if sections.contains(Section::Fractures) {
            patient.fractures.get_or_insert_default();
        }
        patient.complete = Some(sections.iter().collect());
    }
}
