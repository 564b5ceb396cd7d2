//! A table's header, compiled: what each row takes from which cell, resolved once.

use osteon::columns::{Column, Kind, LabColumn, Place, SlotOf, Target, column, measures};
use osteon::document::{Fracture, Region, Scan, ScanRegion, Section};
use osteon::error::{Code, Refusal};

use crate::expression::Expression;
use crate::hint;
use crate::map::Map;

/// A header compiled for reading rows.
///
/// A plain table and a map compile to the same plan: a plain column is a map of the column to itself.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Cells of a row.
    pub(crate) width: usize,
    pub(crate) decimal_comma: bool,
    pub(crate) steps: Vec<Step<Target>>,
    pub(crate) scan: Vec<Step<Part<Scan>>>,
    pub(crate) lines: Vec<Line>,
    pub(crate) precision: Vec<Step<Region>>,
    pub(crate) labs: Vec<Step<LabColumn>>,
    pub(crate) lab_date: Option<Step<()>>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) complete: Vec<Step<Section>>,
    pass: Vec<(String, usize)>,
    assumed: Vec<BlankRead>,
    top_coded: Vec<(String, f64)>,
}

/// A field in which a blank cell was read as "no": every answer lists it as assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlankRead {
    /// The field, by its column name.
    pub field: String,
}

/// One value of a row and where it goes.
#[derive(Clone, Debug)]
pub(crate) struct Step<T> {
    pub(crate) field: Box<str>,
    pub(crate) expression: Expression,
    pub(crate) to: T,
}

/// A field of a part of the document, and whether a value in it means that the part exists.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part<T> {
    pub(crate) slot: SlotOf<T>,
    pub(crate) measures: bool,
}

/// The cells of one region of the scan.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) place: Place,
    pub(crate) steps: Vec<Step<Part<ScanRegion>>>,
}

/// One `[[fracture]]` of a map.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) name: String,
    /// Holds: add the fracture if its site is known.
    pub(crate) when: Option<Expression>,
    pub(crate) site: Expression,
    pub(crate) fields: Vec<Step<SlotOf<Fracture>>>,
}

impl Plan {
    /// Compiles the header of a table with the documented columns.
    ///
    /// # Errors
    /// Every column that is unknown (with the nearest that is not), nameless or there twice; no column
    /// for sex or age.
    pub fn of_header<'h>(
        header: impl IntoIterator<Item = &'h str>,
        decimal_comma: bool,
    ) -> Result<Self, Vec<Refusal>> {
        let names = header_names(header);
        let mut plan = Self { width: names.len(), decimal_comma, ..Self::default() };
        let mut refusals = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        for (index, name) in names.iter().enumerate() {
            if name.is_empty() {
                refusals.push(nameless(index));
                continue;
            }
            match column(&name.to_ascii_lowercase()) {
                Ok(column) if seen.contains(&column.name) => refusals.push(twice(name)),
                Ok(column) => {
                    seen.push(column.name.clone());
                    let mut expression = Expression::plain(name, column.kind);
                    expression.bind(&column.name, &names, &mut refusals);
                    plan.add(column, expression);
                }
                Err(hint) => {
                    refusals.push(Refusal::new(
                        Code::UnknownKey,
                        (*name).to_owned(),
                        (*name).to_owned(),
                        hint::of_name(hint),
                    ));
                }
            }
        }
        plan.finish(refusals)
    }

    /// Compiles a map against the header of the table that it maps.
    ///
    /// # Errors
    /// Every column that the map reads and the table does not have, or has twice.
    pub fn of_map<'h>(
        map: &Map,
        header: impl IntoIterator<Item = &'h str>,
        decimal_comma: bool,
    ) -> Result<Self, Vec<Refusal>> {
        let names = header_names(header);
        let mut plan = Self { width: names.len(), decimal_comma, ..Self::default() };
        let mut refusals = Vec::new();
        let mut read: Vec<Box<str>> = Vec::new();
        let mut bind = |expression: &Expression, field: &str| {
            let mut bound = expression.clone();
            bound.bind(field, &names, &mut refusals);
            bound.sources(&mut |source| read.push(source.name.clone()));
            bound
        };
        for (column, expression) in &map.fields {
            let expression = bind(expression, &column.name);
            plan.add(column.clone(), expression);
        }
        for block in &map.blocks {
            let mut block = block.clone();
            block.site = bind(&block.site, &block.name);
            block.when = block.when.as_ref().map(|when| bind(when, &block.name));
            for step in &mut block.fields {
                step.expression = bind(&step.expression, &block.name);
            }
            let known: [Option<&Expression>; 2] = [block.when.as_ref(), Some(&block.site)];
            known.into_iter().flatten().for_each(|expression| plan.note(&block.name, expression));
            plan.blocks.push(block);
        }
        for step in &map.complete {
            let expression = bind(&step.expression, &step.field);
            plan.note(&step.field, &expression);
            plan.complete.push(Step { expression, ..step.clone() });
        }
        for name in &map.pass {
            let bound = bind(&Expression::plain(name, Kind::Text), "pass");
            let index = bound.column().and_then(|name| names.iter().position(|other| *other == name));
            plan.pass.extend(index.map(|index| (name.clone(), index)));
        }
        read.sort_unstable();
        read.dedup();
        for name in read {
            if names.iter().filter(|other| ***other == *name).count() > 1 {
                refusals.push(twice(&name));
            }
        }
        plan.finish(refusals)
    }

    fn add(&mut self, column: Column, expression: Expression) {
        self.note(&column.name, &expression);
        let Column { name, target, .. } = column;
        let (measures, field) = (measures(&name), name.into_boxed_str());
        match target {
            Target::Scan(slot) => self.scan.push(Step { field, expression, to: Part { slot, measures } }),
            Target::Precision(region) => self.precision.push(Step { field, expression, to: region }),
            Target::Lab(lab) => self.labs.push(Step { field, expression, to: lab }),
            Target::LabDate => self.lab_date = Some(Step { field, expression, to: () }),
            Target::Region(place, slot) => {
                let step = Step { field, expression, to: Part { slot, measures } };
                match self.lines.iter_mut().find(|line| line.place == place) {
                    Some(line) => line.steps.push(step),
                    None => self.lines.push(Line { place, steps: vec![step] }),
                }
            }
            target => self.steps.push(Step { field, expression, to: target }),
        }
    }

    /// Remembers what answers must say of a field.
    fn note(&mut self, field: &str, expression: &Expression) {
        expression.cells(&mut |cell| {
            if cell.blank_is_no && self.assumed.iter().all(|blank| blank.field != field) {
                self.assumed.push(BlankRead { field: field.to_owned() });
            }
            if let Some(top) = cell.top_code {
                self.top_coded.push((field.to_owned(), top));
            }
        });
    }

    fn finish(self, mut refusals: Vec<Refusal>) -> Result<Self, Vec<Refusal>> {
        let has = |name: &str| self.steps.iter().any(|step| *step.field == *name);
        if !has("sex") {
            let limit = "the table needs a column sex (female or male)";
            refusals.push(Refusal::new(Code::Missing, "sex", "", limit));
        }
        if !has("age_years") && !has("birth_date") {
            let limit = "the table needs a column age_years, or birth_date and assessed_on";
            refusals.push(Refusal::new(Code::Missing, "age_years", "", limit));
        }
        if refusals.is_empty() { Ok(self) } else { Err(refusals) }
    }

    /// The columns to copy to the output: name and index in the row.
    pub fn pass(&self) -> impl Iterator<Item = (&str, usize)> {
        self.pass.iter().map(|(name, index)| (name.as_str(), *index))
    }

    /// The cells of a row that are read into the document, each with whether any of its readers wants text.
    #[must_use]
    pub fn reads(&self) -> Vec<(usize, bool)> {
        let mut reads: Vec<(usize, bool)> = Vec::new();
        self.expressions(&mut |expression| {
            expression.reads(&mut |index, text| match reads.iter_mut().find(|(other, _)| *other == index) {
                Some((_, texts)) => *texts |= text,
                None => reads.push((index, text)),
            });
        });
        reads
    }

    fn expressions<'p>(&'p self, visit: &mut impl FnMut(&'p Expression)) {
        self.steps.iter().for_each(|step| visit(&step.expression));
        self.scan.iter().for_each(|step| visit(&step.expression));
        self.lines.iter().flat_map(|line| &line.steps).for_each(|step| visit(&step.expression));
        self.precision.iter().for_each(|step| visit(&step.expression));
        self.labs.iter().for_each(|step| visit(&step.expression));
        self.lab_date.iter().for_each(|step| visit(&step.expression));
        self.complete.iter().for_each(|step| visit(&step.expression));
        for block in &self.blocks {
            block.when.iter().chain([&block.site]).for_each(&mut *visit);
            block.fields.iter().for_each(|step| visit(&step.expression));
        }
    }

    /// The fields in which a blank cell was read as "no", so that every answer can list them.
    #[must_use]
    pub fn assumed(&self) -> &[BlankRead] {
        &self.assumed
    }

    /// The fields with a top code, and the number that stands for itself or more.
    pub fn top_coded(&self) -> impl Iterator<Item = (&str, f64)> {
        self.top_coded.iter().map(|(field, top)| (field.as_str(), *top))
    }
}

/// The names of the header, trimmed; the first may carry a byte order mark.
fn header_names<'h>(header: impl IntoIterator<Item = &'h str>) -> Vec<&'h str> {
    header.into_iter().map(|name| name.trim_start_matches('\u{feff}').trim()).collect()
}

fn nameless(index: usize) -> Refusal {
    let limit = "has no name: name it or delete it (R writes one for row names; use row.names = FALSE)";
    Refusal::new(Code::Syntax, format!("column {}", index + 1), "", limit)
}

fn twice(name: &str) -> Refusal {
    Refusal::new(
        Code::Contradiction,
        name.to_owned(),
        name.to_owned(),
        "this column is there twice; delete one",
    )
}
