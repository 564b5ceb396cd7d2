//! One row of output for one answer: the documented columns that were asked for.

use std::io::Write;

use osteon::Answer;
use osteon::densitometry::Setup;
use osteon::document::Region;
use osteon::document::assessment::Against;
use osteon::evidence::Evidence;
use osteon::outputs::Output;

use crate::guideline_column::{self, GuidelineColumn};
use crate::risk_column::{self, RiskCell, RiskColumn};
use crate::risk_words;

/// A column of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
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
const SCORE_DECIMALS: usize = 4;
/// The regions of the columns `change_...`.
const MONITORED: [Region; 3] = [Region::LumbarSpine, Region::TotalHip, Region::FemoralNeck];

impl Column {
    fn name(self) -> String {
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
}

/// The shape of an output table.
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

    /// Writes one answer, and the cells copied from its input.
    ///
    /// # Errors
    /// What the writer says.
    pub fn write<'c, W: Write>(
        &self,
        answer: &Answer<'_>,
        pass: impl IntoIterator<Item = &'c str>,
        out: &mut csv::Writer<W>,
    ) -> csv::Result<()> {
        let mut cell = Vec::with_capacity(512);
        let evidence = answer.evidence();
        for &column in &self.columns {
            cell.clear();
            fill(column, answer, &evidence, &mut cell);
            out.write_field(&cell)?;
        }
        for value in pass {
            out.write_field(value)?;
        }
        out.write_record(None::<&[u8]>)
    }
}

fn fill(column: Column, answer: &Answer<'_>, evidence: &Evidence<'_>, cell: &mut Vec<u8>) {
    let person = &answer.person;
    match column {
        Column::Id => text(cell, person.document.id.as_deref().unwrap_or_default()),
        Column::Sex => text(cell, person.sex.as_str()),
        Column::AgeYears => number(cell, Some(person.age.years()), 0),
        Column::T(region) => number(cell, answer.t(region), SCORE_DECIMALS),
        Column::Z(region) => number(cell, answer.z(region), SCORE_DECIMALS),
        Column::LowestTReported => number(cell, answer.lowest_t_reported(), 1),
        Column::Diagnosis => text(cell, answer.diagnosis.category.as_str()),
        Column::ClinicalOsteoporosis => truth(cell, answer.diagnosis.clinical_osteoporosis),
        Column::Tbs => number(cell, answer.tbs.map(|tbs| tbs.value), 0),
        Column::TbsCategory => text(cell, answer.tbs.map_or("", |tbs| tbs.category.as_str())),
        Column::Change(region) => number(cell, change(answer, region).map(|change| change.g_cm2), 0),
        Column::ChangeSignificant(region) => {
            truth(cell, change(answer, region).and_then(|change| change.significant));
        }
        Column::Risk(column) => match column.cell(answer) {
            RiskCell::Number(value) => number(cell, Some(value), 0),
            RiskCell::Word(word) => text(cell, word),
            RiskCell::Words(words) => list(cell, words.iter().map(|&word| [word])),
            RiskCell::Truth(value) => truth(cell, Some(value)),
            RiskCell::Empty => {}
        },
        Column::RisksRefused => risk_words::refused(cell, answer),
        Column::RisksAssumed => risk_words::assumed(cell, answer),
        Column::RisksFlags => risk_words::flags(cell, answer),
        Column::RisksVariants => risk_words::variants(cell, answer),
        Column::Notices => risk_words::notices(cell, answer),
        Column::TriagePriority => text(cell, answer.triage.map_or("", |said| said.priority.as_str())),
        Column::TriageWithinWeeks => {
            number(cell, answer.triage.and_then(|said| said.within_weeks()).map(f64::from), 0);
        }
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
        Column::Guideline(column) => {
            list(cell, column.words(answer, evidence).into_iter().map(|word| [word]))
        }
        Column::Assumed => list(cell, answer.assumed().map(|(field, read_as)| [field, "=", read_as])),
        Column::Flags => list(cell, answer.flag_codes().map(|code| [code])),
        Column::EngineVersion => text(cell, osteon::VERSION),
        Column::DataVersion => text(cell, osteon::DATA_VERSION),
    }
}

fn change<'a>(answer: &'a Answer<'_>, region: Region) -> Option<&'a osteon::precision::Change> {
    answer.changes.iter().find(|change| change.region == region && change.against == Against::Previous)
}

pub(crate) fn text(cell: &mut Vec<u8>, text: &str) {
    cell.extend_from_slice(text.as_bytes());
}

fn truth(cell: &mut Vec<u8>, value: Option<bool>) {
    text(cell, value.map_or("", |value| if value { "true" } else { "false" }));
}

/// The shortest decimal that reads back as the same number, with at least so many decimals.
pub(crate) fn number(cell: &mut Vec<u8>, value: Option<f64>, decimals: usize) {
    let Some(value) = value else { return };
    let start = cell.len();
    // The fast writer turns to exponents outside this range, and no spreadsheet wants those.
    if value == 0.0 || (1e-4..1e15).contains(&value.abs()) {
        let mut buffer = zmij::Buffer::new();
        let shortest = buffer.format_finite(value);
        text(cell, if decimals == 0 { shortest.strip_suffix(".0").unwrap_or(shortest) } else { shortest });
    } else {
        text(cell, &value.to_string());
    }
    let written = cell.get(start..).unwrap_or_default();
    let after = written.iter().position(|&byte| byte == b'.').map_or(0, |dot| written.len() - dot - 1);
    if after == 0 && decimals > 0 {
        cell.push(b'.');
    }
    cell.extend(core::iter::repeat_n(b'0', decimals.saturating_sub(after)));
}

/// Items separated by `;`, each of some pieces.
fn list<'a, const N: usize>(cell: &mut Vec<u8>, items: impl Iterator<Item = [&'a str; N]>) {
    for (index, pieces) in items.enumerate() {
        if index > 0 {
            cell.push(b';');
        }
        pieces.iter().for_each(|piece| text(cell, piece));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use osteon::Engine;
    use osteon::outputs::Outputs;

    #[test]
    fn numbers_are_exact_with_at_least_so_many_decimals() {
        for (value, decimals, expected) in [
            (-2.5, 4, "-2.5000"),
            (-2.499_999_999_999_999_6, 4, "-2.4999999999999996"),
            (0.0, 4, "0.0000"),
            (67.0, 0, "67"),
            (67.5, 0, "67.5"),
            (-2.5, 1, "-2.5"),
            (1.25e-7, 4, "0.000000125"),
            (-1.0, 1, "-1.0"),
        ] {
            let mut cell = Vec::new();
            number(&mut cell, Some(value), decimals);
            assert_eq!(String::from_utf8(cell).unwrap(), expected);
        }
    }

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
