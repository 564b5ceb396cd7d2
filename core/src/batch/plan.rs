//! What is asked of each row, worked out once for all rows.

use crate::document::options::NoggBetweenAges;
use crate::engine::Engine;
use crate::error::{Code, Refusal};
use crate::outputs::Output;
use crate::risk::Model;
use crate::rule::{BlockGuidelines, Guideline};

use super::answer_column::{AnswerColumn, GuidelineShows, RiskShows, What};

/// The columns of one model: place of the outcome, what is shown, place among the columns of the answer.
#[derive(Debug)]
pub(super) struct AskedModel {
    pub(super) model: &'static Model,
    pub(super) categories: Vec<&'static str>,
    pub(super) shown: Vec<(u8, RiskShows, usize)>,
}

/// The columns of one guideline: its place among those that are decided, what is shown, place of the column.
#[derive(Debug)]
pub(super) struct AskedGuideline {
    pub(super) place: usize,
    pub(super) shown: Vec<(GuidelineShows, usize)>,
}

/// What is asked of each row.
#[derive(Debug)]
pub(super) struct Plan<'e> {
    pub(super) engine: &'e Engine,
    /// What the columns show that comes from scores, the diagnosis and the row itself.
    pub(super) of_row: Vec<(What, usize)>,
    pub(super) models: Vec<AskedModel>,
    pub(super) guidelines: Vec<AskedGuideline>,
    /// The column that says why a row was refused.
    pub(super) refused: Option<usize>,
    pub(super) priority: Option<usize>,
    pub(super) within_weeks: Option<usize>,
    /// Every guideline that is decided: those shown, and for triage all that the engine is asked for.
    pub(super) decided: BlockGuidelines,
}

impl<'e> Plan<'e> {
    /// # Errors
    /// A column of something that the engine is not asked for.
    pub(super) fn new(engine: &'e Engine, columns: &[&AnswerColumn]) -> Result<Self, Refusal> {
        let setup = engine.setup();
        let triage = columns.iter().any(|c| matches!(c.what, What::TriagePriority | What::TriageWithinWeeks));
        let shown = |guideline: &Guideline| {
            columns.iter().any(|c| matches!(c.what, What::Guideline(one, _) if one.id == guideline.id))
        };
        let decided: Vec<&'static Guideline> = crate::guideline::all()
            .iter()
            .copied()
            .filter(|guideline| setup.guidelines.has(guideline) && (triage || shown(guideline)))
            .collect();
        let mut plan = Self {
            engine,
            of_row: Vec::new(),
            models: Vec::new(),
            guidelines: Vec::new(),
            refused: columns.iter().position(|column| matches!(column.what, What::Refused)),
            priority: None,
            within_weeks: None,
            decided: BlockGuidelines::new(
                &decided,
                setup.options.nogg_between_ages.unwrap_or(NoggBetweenAges::Interpolate),
            ),
        };
        let mut models: Vec<&Model> = Vec::new();
        for (place, column) in columns.iter().enumerate() {
            let asked = match column.what {
                What::Risk(model, ..) => setup.outputs.has(Output::Risks) && setup.models.has(model),
                What::Guideline(guideline, _) => {
                    setup.outputs.has(Output::Guidelines) && setup.guidelines.has(guideline)
                }
                What::TriagePriority | What::TriageWithinWeeks => setup.outputs.has(Output::Triage),
                What::T(_) | What::Z(_) | What::LowestT => setup.outputs.has(Output::Scores),
                What::Diagnosis | What::ClinicalOsteoporosis => setup.outputs.has(Output::Diagnosis),
                What::Tbs | What::TbsCategory => setup.outputs.has(Output::Tbs),
                What::Sex | What::Age | What::Assumed | What::Flags | What::Refused => true,
            };
            if columns.iter().take(place).any(|known| **known == **column) {
                let limit = "this column is asked for twice";
                return Err(Refusal::new(
                    Code::Contradiction,
                    column.name.clone(),
                    column.name.clone(),
                    limit,
                ));
            }
            if !asked {
                let limit = "the engine is not asked for it";
                return Err(Refusal::new(Code::NotAChoice, column.name.clone(), column.name.clone(), limit));
            }
            match column.what {
                What::Risk(model, outcome, shows) => {
                    let at = models.iter().position(|known| *known == model).unwrap_or(models.len());
                    if at == models.len() {
                        models.push(model);
                        plan.models.push(AskedModel {
                            model,
                            categories: model.categories(),
                            shown: Vec::new(),
                        });
                    }
                    if let Some(asked) = plan.models.get_mut(at) {
                        asked.shown.push((outcome, shows, place));
                    }
                }
                What::Guideline(guideline, shows) => {
                    let Some(at) = decided.iter().position(|one| one.id == guideline.id) else { continue };
                    match plan.guidelines.iter_mut().find(|asked| asked.place == at) {
                        Some(asked) => asked.shown.push((shows, place)),
                        None => {
                            plan.guidelines.push(AskedGuideline { place: at, shown: vec![(shows, place)] })
                        }
                    }
                }
                What::TriagePriority => plan.priority = Some(place),
                What::TriageWithinWeeks => plan.within_weeks = Some(place),
                what => plan.of_row.push((what, place)),
            }
        }
        // They are decided in this order, whatever the order of the columns.
        plan.guidelines.sort_by_key(|asked| asked.place);
        Ok(plan)
    }

    /// Whether the priority of a row is asked for.
    pub(super) fn asks_triage(&self) -> bool {
        self.priority.is_some() || self.within_weeks.is_some()
    }

    /// Whether rules are read.
    pub(super) fn asks_rules(&self) -> bool {
        self.asks_triage() || !self.guidelines.is_empty()
    }
}
