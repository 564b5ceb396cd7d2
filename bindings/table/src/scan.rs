//! The DXA scan of a row: one, of the regions that have a value.

use osteon::columns::{Fault, Target, Value, fill};
use osteon::document::{Patient, Scan, ScanRegion};
use osteon::error::Code;

use crate::cells::Cells;
use crate::plan::{Line, Step};
use crate::read::Reading;

impl<'p, 'r: 'p, C: Cells + ?Sized> Reading<'p, 'r, C> {
    /// A scan is made only where something was measured: tables name the maker on every row.
    pub(crate) fn scan(&mut self, patient: &mut Patient, mut scans: Vec<Scan>, mut regions: Vec<ScanRegion>) {
        let plan = self.plan;
        let mut scan = Scan::default();
        let mut measured = false;
        for step in &plan.scan {
            let value = self.value(&step.expression, &step.field, None);
            if value != Value::Unknown {
                measured |= step.to.measures;
                fill((step.to.slot)(&mut scan), value);
            }
        }
        for line in &plan.lines {
            if let Some((region, measures)) = self.region(line) {
                measured |= measures;
                regions.push(region);
            }
        }
        for step in &plan.precision {
            if let Value::Number(error) = self.value(&step.expression, &step.field, None) {
                scan.precision_g_cm2.get_or_insert_default().insert(step.to, error);
            }
        }
        if measured {
            scan.regions = Some(regions);
            scans.push(scan);
            patient.scans = Some(scans);
        }
    }

    /// The region of a line, and whether it was measured; an exclusion says that it was not.
    pub(crate) fn region(&mut self, line: &'p Line) -> Option<(ScanRegion, bool)> {
        let mut region: Option<ScanRegion> = None;
        let mut measured = false;
        for step in &line.steps {
            let value = self.value(&step.expression, &step.field, None);
            if value != Value::Unknown {
                measured |= step.to.measures;
                let place = &line.place;
                let region = region.get_or_insert_with(|| ScanRegion {
                    region: Some(place.region),
                    vertebrae: place.vertebrae,
                    side: place.side,
                    ..ScanRegion::default()
                });
                fill((step.to.slot)(region), value);
            }
        }
        region.filter(|region| measured || region.excluded == Some(true)).map(|region| (region, measured))
    }

    /// `scans` said none; a contradiction where the row has results of one.
    pub(crate) fn no_scans(&mut self, step: &Step<Target>, patient: &mut Patient) {
        if patient.scans.is_none() {
            patient.scans = Some(Vec::new());
        } else {
            self.refuse(step, "none", Fault::new(Code::Contradiction, "but the row has results of a scan"));
        }
    }
}
