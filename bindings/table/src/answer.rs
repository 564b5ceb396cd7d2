//! One row of output for one answer: the documented columns that were asked for.

use std::io::Write;

use osteon::Answer;
use osteon::densitometry::{Setup, TbsCategory};
use osteon::document::assessment::{Against, Category};
use osteon::document::guidance::Priority;
use osteon::document::{Region, Sex};
use osteon::evidence::Evidence;
use osteon::outputs::Output;

use crate::column_rows::ColumnRows;
use crate::guideline_column::{self, GuidelineColumn};
use crate::risk_column::{self, RiskColumn};
use crate::risk_words;
use crate::written::{AnswerCells, ColumnKind, list};

/// A column of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Id,
    Sex,
    AgeYears,
    T(Region),
    Z(Region),
    LowestTReported,
    Diagnosis,
    ClinicalOsteoporosis,
    Tbs,
    TbsCategory,
    Change(Region),
    ChangeSignificant(Region),
    Risk(RiskColumn),
    RisksRefused,
    RisksAssumed,
    RisksFlags,
    RisksVariants,
    Notices,
    TriagePriority,
    TriageWithinWeeks,
    Guideline(GuidelineColumn),
    Safety,
    Course,
    Assumed,
    Flags,
    EngineVersion,
    DataVersion,
}

/// The regions of the columns `t_...` and `z_...`.
const SCORED: [Region; 4] = [Region::FemoralNeck, Region::TotalHip, Region::LumbarSpine, Region::Radius33];
/// Decimals that a score has at least.
pub(crate) const SCORE_DECIMALS: usize = 4;
/// The regions of the columns `change_...`.
const MONITORED: [Region; 3] = [Region::LumbarSpine, Region::TotalHip, Region::FemoralNeck];

impl Column {
    pub(crate) fn name(self) -> String {
        match self {
            Self::Id => "id".into(),
            Self::Sex => "sex".into(),
            Self::AgeYears => "age_years".into(),
            Self::T(region) => format!("t_{region}"),
            Self::Z(region) => format!("z_{region}"),
            Self::LowestTReported => "lowest_t_reported".into(),
            Self::Diagnosis => "diagnosis".into(),
            Self::ClinicalOsteoporosis => "clinical_osteoporosis".into(),
            Self::Tbs => "tbs".into(),
            Self::TbsCategory => "tbs_category".into(),
            Self::Change(region) => format!("change_{region}_g_cm2"),
            Self::ChangeSignificant(region) => format!("change_{region}_significant"),
            Self::Risk(column) => column.name(),
            Self::RisksRefused => "risks_refused".into(),
            Self::RisksAssumed => "risks_assumed".into(),
            Self::RisksFlags => "risks_flags".into(),
            Self::RisksVariants => "risks_variants".into(),
            Self::Notices => "notices".into(),
            Self::TriagePriority => "triage_priority".into(),
            Self::TriageWithinWeeks => "triage_within_weeks".into(),
            Self::Guideline(column) => column.name(),
            Self::Safety => "safety".into(),
            Self::Course => "course".into(),
            Self::Assumed => "assumed".into(),
            Self::Flags => "flags".into(),
            Self::EngineVersion => "engine_version".into(),
            Self::DataVersion => "data_version".into(),
        }
    }

    fn kind(self) -> ColumnKind {
        match self {
            Self::AgeYears
            | Self::T(_)
            | Self::Z(_)
            | Self::LowestTReported
            | Self::Tbs
            | Self::Change(_) => ColumnKind::Number,
            Self::TriageWithinWeeks => ColumnKind::Whole,
            Self::ClinicalOsteoporosis | Self::ChangeSignificant(_) => ColumnKind::Truth,
            Self::Sex => ColumnKind::Word(Sex::KEYS.to_vec()),
            Self::Diagnosis => ColumnKind::Word(Category::KEYS.to_vec()),
            Self::TbsCategory => {
                let all = [TbsCategory::Normal, TbsCategory::PartiallyDegraded, TbsCategory::Degraded];
                ColumnKind::Word(all.map(TbsCategory::as_str).to_vec())
            }
            Self::TriagePriority => ColumnKind::Word(Priority::KEYS.to_vec()),
            Self::Risk(column) => column.kind(),
            Self::Guideline(column) => column.kind(),
            Self::EngineVersion => ColumnKind::Word(vec![osteon::VERSION]),
            Self::DataVersion => ColumnKind::Word(vec![osteon::DATA_VERSION]),
            Self::Id
            | Self::RisksRefused
            | Self::RisksAssumed
            | Self::RisksFlags
            | Self::RisksVariants
            | Self::Notices
            | Self::Safety
            | Self::Course
            | Self::Assumed
            | Self::Flags => ColumnKind::Text,
        }
    }
}

/// The shape of an output table, for any [`AnswerCells`].
///
/// An empty cell is "unknown" or "withheld"; `clinical_osteoporosis` and `..._significant` are `true`,
/// `false` or empty.
#[derive(Clone, Debug)]
pub struct AnswerTable {
    columns: Vec<Column>,
    pass: Vec<String>,
}

impl AnswerTable {
    /// The columns of what an engine is set to answer, then those copied from the input.
    #[must_use]
    pub fn new(setup: &Setup, pass: impl IntoIterator<Item = String>) -> Self {
        let outputs = setup.outputs;
        let mut columns = vec![Column::Id, Column::Sex, Column::AgeYears];
        if outputs.has(Output::Scores) {
            columns.extend(SCORED.map(Column::T));
            columns.extend(SCORED.map(Column::Z));
            columns.push(Column::LowestTReported);
        }
        if outputs.has(Output::Diagnosis) {
            columns.extend([Column::Diagnosis, Column::ClinicalOsteoporosis]);
        }
        if outputs.has(Output::Tbs) {
            columns.extend([Column::Tbs, Column::TbsCategory]);
        }
        if outputs.has(Output::Changes) {
            columns.extend(MONITORED.iter().flat_map(|&r| [Column::Change(r), Column::ChangeSignificant(r)]));
        }
        if outputs.has(Output::Triage) {
            columns.extend([Column::TriagePriority, Column::TriageWithinWeeks]);
        }
        if outputs.has(Output::Guidelines) {
            columns.extend(guideline_column::columns(setup.guidelines).map(Column::Guideline));
        }
        if outputs.has(Output::Safety) {
            columns.push(Column::Safety);
        }
        if outputs.has(Output::Course) {
            columns.push(Column::Course);
        }
        if outputs.has(Output::Risks) {
            columns.extend(risk_column::columns(setup.models).into_iter().map(Column::Risk));
            columns.extend([Column::RisksRefused, Column::RisksAssumed, Column::RisksFlags]);
            columns.extend([Column::RisksVariants, Column::Notices]);
        }
        columns.extend([Column::Assumed, Column::Flags, Column::EngineVersion, Column::DataVersion]);
        Self { columns, pass: pass.into_iter().collect() }
    }

    /// The names of the columns.
    pub fn header(&self) -> impl Iterator<Item = String> {
        self.columns.iter().map(|column| column.name()).chain(self.pass.iter().cloned())
    }

    /// The columns of the answer itself: each name, and what its cells are.
    pub fn columns(&self) -> impl Iterator<Item = (String, ColumnKind)> {
        self.columns.iter().map(|column| (column.name(), column.kind()))
    }

    /// The names of the columns that are copied from the input.
    #[must_use]
    pub fn pass(&self) -> &[String] {
        &self.pass
    }

    /// The rows of this table from the columns of a block of people; `None` where it shows what only words can say, of
    /// one person at a time.
    #[must_use]
    pub fn of_columns(&self, setup: &Setup) -> Option<ColumnRows> {
        ColumnRows::of(&self.columns, setup)
    }

    /// Writes the cells of one answer, one for each of [`columns`](Self::columns) and in their order.
    ///
    /// # Errors
    /// What the writer says.
    pub fn write<W: AnswerCells>(&self, answer: &Answer<'_>, out: &mut W) -> Result<(), W::Error> {
        let mut cell = String::with_capacity(512);
        let evidence = answer.evidence();
        for &column in &self.columns {
            cell.clear();
            write(column, answer, &evidence, &mut cell, out)?;
        }
        Ok(())
    }

    /// Writes one answer as a record of a CSV, with the cells copied from its input.
    ///
    /// # Errors
    /// What the writer says.
    pub fn write_record<'c, W: Write>(
        &self,
        answer: &Answer<'_>,
        pass: impl IntoIterator<Item = &'c str>,
        out: &mut csv::Writer<W>,
    ) -> csv::Result<()> {
        self.write(answer, out)?;
        for value in pass {
            out.write_field(value)?;
        }
        out.write_record(None::<&[u8]>)
    }
}

fn write<W: AnswerCells>(
    column: Column,
    answer: &Answer<'_>,
    evidence: &Evidence<'_>,
    cell: &mut String,
    out: &mut W,
) -> Result<(), W::Error> {
    let person = &answer.person;
    match column {
        Column::Id => return out.text(person.document.id.as_deref().unwrap_or_default()),
        Column::Sex => return out.word(person.sex.as_str()),
        Column::AgeYears => return out.number(Some(person.age.years()), 0),
        Column::T(region) => return out.number(answer.t(region), SCORE_DECIMALS),
        Column::Z(region) => return out.number(answer.z(region), SCORE_DECIMALS),
        Column::LowestTReported => return out.number(answer.lowest_t_reported(), 1),
        Column::Diagnosis => return out.word(answer.diagnosis.category.as_str()),
        Column::ClinicalOsteoporosis => return out.truth(answer.diagnosis.clinical_osteoporosis),
        Column::Tbs => return out.number(answer.tbs.map(|tbs| tbs.value), 0),
        Column::TbsCategory => return out.word(answer.tbs.map_or("", |tbs| tbs.category.as_str())),
        Column::Change(region) => return out.number(change(answer, region).map(|change| change.g_cm2), 0),
        Column::ChangeSignificant(region) => {
            return out.truth(change(answer, region).and_then(|change| change.significant));
        }
        Column::TriagePriority => {
            return out.word(answer.triage.map_or("", |said| said.priority.as_str()));
        }
        Column::TriageWithinWeeks => return out.whole(answer.triage.and_then(|said| said.within_weeks())),
        Column::EngineVersion => return out.word(osteon::VERSION),
        Column::DataVersion => return out.word(osteon::DATA_VERSION),
        Column::Risk(column) => return column.write(answer, cell, out),
        Column::Guideline(column) => return column.write(answer, evidence, cell, out),
        Column::RisksRefused => risk_words::refused(cell, answer),
        Column::RisksAssumed => risk_words::assumed(cell, answer),
        Column::RisksFlags => risk_words::flags(cell, answer),
        Column::RisksVariants => risk_words::variants(cell, answer),
        Column::Notices => risk_words::notices(cell, answer),
        Column::Safety => {
            // `drug=status`, a route where its rules differ.
            let drugs = answer.safety.iter().map(|said| {
                let route = said.product.route().map_or(["", ""], |route| ["_", route.as_str()]);
                [said.product.drug().as_str(), route[0], route[1], "=", said.status.as_str()]
            });
            list(cell, drugs);
        }
        Column::Course => {
            let rows = answer.course.iter();
            list(
                cell,
                rows.map(|said| [said.drug.as_str(), ":", said.rule.as_str(), "=", said.status.as_str()]),
            );
        }
        Column::Assumed => list(cell, answer.assumed().map(|(field, read_as)| [field, "=", read_as])),
        Column::Flags => list(cell, answer.flag_codes().map(|code| [code])),
    }
    out.text(cell)
}

fn change<'a>(answer: &'a Answer<'_>, region: Region) -> Option<&'a osteon::precision::Change> {
    answer.changes.iter().find(|change| change.region == region && change.against == Against::Previous)
}

#[cfg(test)]
mod tests {
    use super::*;
    use osteon::Engine;
    use osteon::outputs::Outputs;

    #[test]
    fn columns_follow_what_was_asked() {
        let engine = Engine::default();
        let all: Vec<String> = AnswerTable::new(engine.setup(), ["weight".to_owned()]).header().collect();
        for name in [
            "id",
            "t_femoral_neck",
            "z_radius_33",
            "lowest_t_reported",
            "diagnosis",
            "ost_points",
            "flags",
            "weight",
        ] {
            assert!(all.iter().any(|column| column == name), "{name}");
        }
        let engine = engine.with_outputs(Outputs::parse("scores").unwrap());
        let scores = AnswerTable::new(engine.setup(), []);
        assert!(scores.header().all(|name| name != "diagnosis"));
    }
}
