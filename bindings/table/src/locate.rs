//! From the path of a field in the document back to the column that it came from.

use osteon::columns::{Target, Value, lab, region_prefix};
use osteon::document::Fracture;
use osteon::error::Refusal;

use crate::cells::Cells;
use crate::expression::Expression;
use crate::plan::Plan;

impl Plan {
    /// The column that `path` came from in this row: `scans[0].regions[2].bmd_g_cm2` may be
    /// `bmd_total_hip`. For what is refused after reading; it reads the row again.
    ///
    /// `None` if the field came from no column.
    #[must_use]
    pub fn column_of<C: Cells + ?Sized>(&self, path: &str, record: &C) -> Option<&str> {
        let mut refusals = Vec::new();
        let mut reading = self.reading(record, &mut refusals);
        // A laboratory path ends with the analyte: `labs[0].value (calcium, mmol/L)`.
        let path = path.split(' ').next().unwrap_or(path);
        if let Some((index, key)) = indexed(path, "scans[0].regions[") {
            let mut filled = self.lines.iter().enumerate().filter(|(_, line)| reading.region(line).is_some());
            let line = self.lines.get(filled.nth(index)?.0)?;
            let prefix = region_prefix(key)?;
            let step = line.steps.iter().find(|step| {
                step.field.strip_prefix(prefix).is_some_and(|rest| rest == line.place.to_string())
            })?;
            return step.expression.column();
        }
        if let Some((index, _)) = indexed(path, "labs[") {
            let mut filled = self.labs.iter().enumerate().filter(|(_, step)| {
                let value = reading.value(&step.expression, &step.field, None);
                lab(step.to, value).is_some()
            });
            return self.labs.get(filled.nth(index)?.0)?.expression.column();
        }
        if let Some((index, key)) = indexed(path, "fractures[") {
            return self.fracture_column(record, index, key);
        }
        if indexed(path, "treatments[").is_some() {
            return self.column_of_field("treatments");
        }
        self.column_of_field(&flattened(path))
    }

    fn fracture_column<C: Cells + ?Sized>(&self, record: &C, index: usize, key: &str) -> Option<&str> {
        let (mut refusals, mut list): (Vec<Refusal>, Vec<Fracture>) = (Vec::new(), Vec::new());
        let mut reading = self.reading(record, &mut refusals);
        let cell = self.steps.iter().find(|step| matches!(step.to, Target::Fractures));
        if let Some(step) = cell
            && let Value::Text(text) = reading.value(&step.expression, &step.field, None)
        {
            reading.fractures(step, text, &mut list);
        }
        let Some(nth) = index.checked_sub(list.len()) else {
            return self.column_of_field("fractures");
        };
        let mut added = self.blocks.iter().enumerate().filter(|(_, block)| reading.block(block).is_some());
        let block = self.blocks.get(added.nth(nth)?.0)?;
        let field = block.fields.iter().find(|step| *step.field == *key);
        field.map_or(&block.site, |step| &step.expression).column()
    }

    /// The first column that a field comes from, by the name that columns have for it; `None` where it comes from none.
    #[must_use]
    pub fn column_of_field(&self, field: &str) -> Option<&str> {
        self.expression_of(field).and_then(Expression::column)
    }

    /// Whether the table says anything of a field, if only one thing of every row.
    #[must_use]
    pub fn says(&self, field: &str) -> bool {
        self.expression_of(field).is_some()
    }

    fn expression_of(&self, field: &str) -> Option<&Expression> {
        let steps = self.steps.iter().map(|step| (&*step.field, &step.expression));
        let scan = self.scan.iter().map(|step| (&*step.field, &step.expression));
        let precision = self.precision.iter().map(|step| (&*step.field, &step.expression));
        let mut fields = steps.chain(scan).chain(precision);
        fields.find(|(name, _)| *name == field).map(|(_, expression)| expression)
    }
}

/// `2` and `bmd_g_cm2` of `scans[0].regions[2].bmd_g_cm2`.
fn indexed<'k>(path: &'k str, prefix: &str) -> Option<(usize, &'k str)> {
    let (index, key) = path.strip_prefix(prefix)?.split_once(']')?;
    Some((index.parse().ok()?, key.trim_start_matches('.')))
}

/// The column of a path that is in no list: `risk_factors.glucocorticoid.days` is `glucocorticoid_days`.
fn flattened(path: &str) -> String {
    let inner = path.strip_prefix("risk_factors.").or_else(|| path.strip_prefix("history.")).unwrap_or(path);
    let inner = match inner.strip_prefix("scans[0].") {
        Some("date") => "scan_date",
        Some(key) => key,
        None => inner,
    };
    inner.replace("precision_g_cm2.", "precision_").replace("[0].", "_").replace('.', "_")
}

#[cfg(test)]
mod tests {
    use super::*;
    use csv::StringRecord;

    #[test]
    fn a_path_leads_back_to_its_column() {
        let header = [
            "id",
            "sex",
            "age_years",
            "bmd_femoral_neck",
            "excluded_total_hip",
            "bmd_l1_l4",
            "t_total_hip",
            "lab_calcium_mmol_l",
            "lab_albumin_g_l",
            "glucocorticoid_days",
            "frax_date",
            "fractures",
            "scan_date",
            "height_cm",
            "paget_disease",
            "precision_total_hip",
            "spine_imaging_date",
        ];
        let plan = Plan::of_header(&StringRecord::from(header.to_vec()), false).unwrap();
        let row = StringRecord::from(vec![
            "1", "female", "70", "", "1", "0.9", "-1", "", "40", "1", "", "pelvis@3", "", "165", "", "", "",
        ]);
        for (path, column) in [
            ("scans[0].regions[0].t_score", Some("t_total_hip")),
            ("scans[0].regions[1].bmd_g_cm2", Some("bmd_l1_l4")),
            ("scans[0].regions[2].bmd_g_cm2", None),
            ("labs[0].value (albumin, g/L)", Some("lab_albumin_g_l")),
            ("risk_factors.glucocorticoid.days", Some("glucocorticoid_days")),
            ("frax.date", Some("frax_date")),
            ("fractures[0].months_ago", Some("fractures")),
            ("scans[0].date", Some("scan_date")),
            ("scans[0].precision_g_cm2.total_hip", Some("precision_total_hip")),
            ("spine_imaging[0].date", Some("spine_imaging_date")),
            ("history.paget_disease", Some("paget_disease")),
            ("height_cm", Some("height_cm")),
            ("weight_kg", None),
        ] {
            assert_eq!(plan.column_of(path, &row), column, "{path}");
        }
    }
}
