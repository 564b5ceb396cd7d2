//! `[[fracture]]` blocks of a map: each adds one fracture.

use osteon::columns::{Value, fill};
use osteon::document::{Fracture, Patient, Section};

use crate::cells::Cells;
use crate::plan::Block;
use crate::read::Reading;

impl<'p, 'r: 'p, C: Cells + ?Sized> Reading<'p, 'r, C> {
    /// Adds the fractures of the blocks to those of a `fractures` column; `spare` is an empty vector.
    pub(crate) fn blocks(&mut self, patient: &mut Patient, spare: Option<Vec<Fracture>>) {
        let plan = self.plan;
        let asked = patient.fractures.is_some();
        let mut list = patient.fractures.take().or(spare).unwrap_or_default();
        for block in &plan.blocks {
            list.extend(self.block(block));
        }
        patient.fractures = (asked || !list.is_empty()).then_some(list);
    }

    /// The fracture of a block: where its `when` is true and its site known.
    ///
    /// A `when` that is not known, or a site that is not where `when` is true, adds none, and the row's
    /// fractures are not complete. A block without `when` speaks only where its site is known.
    pub(crate) fn block(&mut self, block: &'p Block) -> Option<Fracture> {
        let fractures = Some(Section::Fractures);
        if let Some(when) = &block.when {
            match self.value(when, &block.name, fractures) {
                Value::Flag(true) => {}
                Value::Flag(false) => return None,
                _ => {
                    self.doubtful.insert(Section::Fractures);
                    return None;
                }
            }
        }
        let site = self.value(&block.site, &block.name, fractures);
        if site == Value::Unknown {
            if block.when.is_some() {
                self.doubtful.insert(Section::Fractures);
            }
            return None;
        }
        let mut fracture = Fracture::default();
        if let Some(slot) = Fracture::slot_of("site") {
            fill(slot(&mut fracture), site);
        }
        for step in &block.fields {
            let value = self.value(&step.expression, &step.field, None);
            fill((step.to)(&mut fracture), value);
        }
        Some(fracture)
    }
}
