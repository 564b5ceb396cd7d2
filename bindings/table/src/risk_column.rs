//! The columns of the risk models: what each model gives, by its outcome and horizon.

use osteon::Answer;
use osteon::risk::{Horizon, Model, ModelAnswer, ModelOutcome, Models, Outcome, OutcomeAnswer};

use crate::written::{AnswerCells, ColumnKind, list};

/// What a column shows of a model's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shows {
    /// The horizon in years, where the caller chooses it.
    Horizon,
    Percent,
    PercentReconciled,
    PercentBest,
    PercentWorst,
    Points,
    PointsBest,
    PointsWorst,
    Category,
    CouldBe,
    AtCutOff,
}

/// A column of one model.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RiskColumn {
    model: &'static Model,
    outcome: Outcome,
    /// The horizon in years where the model has several.
    years: Option<u8>,
    shows: Shows,
}

impl PartialEq for RiskColumn {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for RiskColumn {}

impl RiskColumn {
    /// Points belong to the model; a percentage and a category belong to one of its outcomes.
    pub(crate) fn name(&self) -> String {
        let id = self.model.id;
        let outcome = match (self.outcome, self.years) {
            (Outcome::LowBoneDensity, _) => String::new(),
            (outcome, None) => format!("_{outcome}"),
            (outcome, Some(years)) => format!("_{outcome}_{years}y"),
        };
        match self.shows {
            Shows::Horizon => format!("{id}_horizon_years"),
            Shows::Percent => format!("{id}{outcome}_percent"),
            Shows::PercentReconciled => format!("{id}{outcome}_percent_reconciled"),
            Shows::PercentBest => format!("{id}{outcome}_percent_best"),
            Shows::PercentWorst => format!("{id}{outcome}_percent_worst"),
            Shows::Points => format!("{id}_points"),
            Shows::PointsBest => format!("{id}_points_best"),
            Shows::PointsWorst => format!("{id}_points_worst"),
            Shows::Category => format!("{id}{outcome}_category"),
            Shows::CouldBe => format!("{id}{outcome}_could_be"),
            Shows::AtCutOff => format!("{id}_at_cut_off"),
        }
    }

    /// What its cells are.
    pub(crate) fn kind(&self) -> ColumnKind {
        match self.shows {
            Shows::Horizon => ColumnKind::Whole,
            Shows::Percent
            | Shows::PercentReconciled
            | Shows::PercentBest
            | Shows::PercentWorst
            | Shows::Points
            | Shows::PointsBest
            | Shows::PointsWorst => ColumnKind::Number,
            Shows::Category | Shows::CouldBe => ColumnKind::Text,
            Shows::AtCutOff => ColumnKind::Truth,
        }
    }

    /// Writes the value in an answer.
    pub(crate) fn write<W: AnswerCells>(
        &self,
        answer: &Answer<'_>,
        cell: &mut String,
        out: &mut W,
    ) -> Result<(), W::Error> {
        let said = answer.risks.iter().find(|said| said.model == self.model);
        let outcome = said.and_then(|said| self.outcome_of(said));
        let mut number = |value: fn(&OutcomeAnswer) -> Option<f64>| out.number(outcome.and_then(value), 0);
        match self.shows {
            Shows::Percent => number(|outcome| outcome.percent),
            Shows::PercentReconciled => number(|outcome| outcome.reconciled_percent),
            Shows::PercentBest => number(|outcome| outcome.range_percent.map(|[best, _]| best)),
            Shows::PercentWorst => number(|outcome| outcome.range_percent.map(|[_, worst]| worst)),
            Shows::Points => number(|outcome| outcome.points),
            Shows::PointsBest => number(|outcome| outcome.range_points.map(|[best, _]| best)),
            Shows::PointsWorst => number(|outcome| outcome.range_points.map(|[_, worst]| worst)),
            Shows::Horizon => out.whole(outcome.and_then(|outcome| match outcome.horizon {
                Some(Horizon::Years(years)) => Some(u32::from(years)),
                _ => None,
            })),
            Shows::Category => out.text(outcome.and_then(|outcome| outcome.category).unwrap_or_default()),
            Shows::CouldBe => {
                let could_be = outcome.iter().flat_map(|outcome| &outcome.could_be);
                list(cell, could_be.map(|&word| [word]));
                out.text(cell)
            }
            Shows::AtCutOff => out.truth(outcome.and_then(|outcome| outcome.at_cut_off)),
        }
    }

    fn outcome_of<'a>(&self, said: &'a ModelAnswer) -> Option<&'a OutcomeAnswer> {
        said.outcomes.iter().find(|answer| {
            answer.outcome == Some(self.outcome)
                && self.years.is_none_or(|years| answer.horizon == Some(Horizon::Years(years)))
        })
    }
}

/// The columns of the models asked for, in the order of the registry.
pub(crate) fn columns(asked: Models) -> Vec<RiskColumn> {
    let mut columns: Vec<RiskColumn> = Vec::new();
    for &model in Model::all().iter().filter(|model| asked.has(model)) {
        for row in model.outcomes {
            for column in of_outcome(model, row) {
                if !columns.contains(&column) {
                    columns.push(column);
                }
            }
        }
    }
    columns
}

fn of_outcome(model: &'static Model, row: &ModelOutcome) -> Vec<RiskColumn> {
    let column = |years, shows| RiskColumn { model, outcome: row.outcome, years, shows };
    let mut columns = Vec::new();
    if row.horizon_is_chosen() {
        columns.push(column(None, Shows::Horizon));
    }
    if row.gives("points") {
        columns.extend([Shows::Points, Shows::PointsBest, Shows::PointsWorst].map(|s| column(None, s)));
    }
    if row.gives("percent") {
        let several: Vec<Option<u8>> = match row.years {
            [] | [_] => vec![None],
            years => years.iter().copied().map(Some).collect(),
        };
        for years in several {
            columns.push(column(years, Shows::Percent));
            if row.gives("reconciled_percent") {
                columns.push(column(years, Shows::PercentReconciled));
            }
            columns.extend([Shows::PercentBest, Shows::PercentWorst].map(|s| column(years, s)));
        }
    }
    if row.gives("category") {
        columns.extend([Shows::Category, Shows::CouldBe].map(|s| column(None, s)));
    }
    if row.gives("at_cut_off") {
        columns.push(column(None, Shows::AtCutOff));
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_of_a_model_follow_from_its_row_in_the_registry() {
        let names = |ids: &str| -> Vec<String> {
            columns(Models::parse(ids).unwrap()).iter().map(RiskColumn::name).collect()
        };
        assert_eq!(
            names("ost"),
            ["points", "points_best", "points_worst", "category", "could_be", "at_cut_off"]
                .map(|c| format!("ost_{c}"))
        );
        assert!(names("dubbo2008").contains(&"dubbo2008_hip_5y_percent_worst".to_owned()));
        assert_eq!(names("dubbo2008").len(), 12);
        assert_eq!(
            names("dvo2023"),
            ["dvo2023_vertebral_or_hip_category", "dvo2023_vertebral_or_hip_could_be"]
        );
        let points = |name: &&String| name.starts_with("sof_fracture_index_points");
        assert_eq!(names("sof_fracture_index").iter().filter(points).count(), 3);
    }
}
