//! What is asked of each row, worked out once for all rows.

use crate::document::options::NoggBetweenAges;
use crate::engine::Engine;
use crate::error::{Code, Refusal};
use crate::evidence::Evidence;
use crate::facts::Person;
use crate::outputs::Output;
use crate::risk::{InNumbers, Model};
use crate::rule::{BlockGuidelines, Guideline, View};
use crate::safety::Product;

use super::answer_column::{AnswerColumn, outcomes_of};
use super::what::{GuidelineShows, RiskShows, What};

/// The columns of one model: place of the outcome, what is shown, place among the columns of the answer.
#[derive(Debug)]
pub(super) struct AskedModel {
    pub(super) model: &'static Model,
    pub(super) categories: Vec<&'static str>,
    pub(super) shown: Vec<(u8, RiskShows, usize)>,
    /// The column of what it read into unknowns.
    pub(super) assumed: Option<usize>,
    /// How many outcomes it has.
    pub(super) outcomes: usize,
}

impl AskedModel {
    fn of(model: &'static Model) -> Self {
        let (categories, outcomes) = (model.categories(), outcomes_of(model).len());
        Self { model, categories, shown: Vec::new(), assumed: None, outcomes }
    }

    /// Whether nothing is answered.
    pub(super) fn is_refused(&self, said: &InNumbers) -> bool {
        said.iter().take(self.outcomes).all(|outcome| outcome.refused.is_some())
    }
}

/// The columns of one guideline: its place among those that are decided, what is shown, place of the column.
#[derive(Debug)]
pub(super) struct AskedGuideline {
    pub(super) place: usize,
    pub(super) shown: Vec<(GuidelineShows, usize)>,
}

/// The column of what is missing for the answer of a guideline.
#[derive(Debug)]
pub(super) struct AskedMissing {
    guideline: &'static Guideline,
    /// The words of the column.
    fields: Vec<&'static str>,
    pub(super) column: usize,
}

impl AskedMissing {
    /// The bits of one person.
    pub(super) fn of(&self, evidence: &Evidence<'_>) -> u64 {
        let missing = self.guideline.missing(&View::of(evidence)).into_iter();
        let places = missing.filter_map(|fact| self.fields.iter().position(|field| *field == fact.field()));
        places.fold(0, |bits, place| bits | 1 << place)
    }
}

/// What is asked of each row.
#[derive(Debug)]
pub(super) struct Plan<'e> {
    pub(super) engine: &'e Engine,
    /// Whether any value that is refused refuses its row.
    pub(super) strict: bool,
    /// What the columns show that comes from scores, the diagnosis and the row itself.
    pub(super) of_row: Vec<(What, usize)>,
    pub(super) models: Vec<AskedModel>,
    pub(super) guidelines: Vec<AskedGuideline>,
    pub(super) missing: Vec<AskedMissing>,
    /// Drugs, each with the place of its column.
    pub(super) safety: Vec<(Product, usize)>,
    /// The column that says whether a course of treatment comes first.
    pub(super) course: Option<usize>,
    /// The column that says what was assumed, where drug safety may read a result without a date as current.
    pub(super) labs_assumed: Option<usize>,
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
            strict: false,
            of_row: Vec::new(),
            models: Vec::new(),
            guidelines: Vec::new(),
            missing: Vec::new(),
            safety: Vec::new(),
            course: None,
            labs_assumed: None,
            refused: columns.iter().position(|column| matches!(column.what, What::Refused)),
            priority: None,
            within_weeks: None,
            decided: BlockGuidelines::new(
                &decided,
                setup.options.nogg_between_ages.unwrap_or(NoggBetweenAges::Interpolate),
            ),
        };
        for (place, column) in columns.iter().enumerate() {
            if columns.iter().take(place).any(|known| **known == **column) {
                let limit = "this column is asked for twice";
                return Err(Refusal::new(
                    Code::Contradiction,
                    column.name.clone(),
                    column.name.clone(),
                    limit,
                ));
            }
            if !column.is_asked(setup) {
                let limit = "the engine is not asked for it";
                return Err(Refusal::new(Code::NotAChoice, column.name.clone(), column.name.clone(), limit));
            }
            match column.what {
                What::Risk(model, outcome, shows) => {
                    if let Some(asked) = plan.model(model) {
                        asked.shown.push((outcome, shows, place));
                    }
                }
                What::RiskAssumed(model) => {
                    if let Some(asked) = plan.model(model) {
                        asked.assumed = Some(place);
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
                What::Missing(guideline) => {
                    plan.missing.push(AskedMissing { guideline, fields: guideline.fields(), column: place });
                }
                What::Safety(product) => plan.safety.push((product, place)),
                What::CourseComesFirst => plan.course = Some(place),
                What::TriagePriority => plan.priority = Some(place),
                What::TriageWithinWeeks => plan.within_weeks = Some(place),
                what => {
                    if matches!(what, What::Assumed) && setup.outputs.has(Output::Safety) {
                        plan.labs_assumed = Some(place);
                    }
                    plan.of_row.push((what, place));
                }
            }
        }
        // They are decided in this order, whatever the order of the columns.
        plan.guidelines.sort_by_key(|asked| asked.place);
        Ok(plan)
    }

    /// The columns of a model, the first time none.
    fn model(&mut self, model: &'static Model) -> Option<&mut AskedModel> {
        let known = self.models.iter().position(|asked| asked.model == model);
        let place = known.unwrap_or(self.models.len());
        if known.is_none() {
            self.models.push(AskedModel::of(model));
        }
        self.models.get_mut(place)
    }

    /// Whether the priority of a row is asked for.
    pub(super) fn asks_triage(&self) -> bool {
        self.priority.is_some() || self.within_weeks.is_some()
    }

    /// Whether rules are read.
    pub(super) fn asks_rules(&self) -> bool {
        self.asks_triage() || !self.guidelines.is_empty()
    }

    /// Whether drug safety is read of a person: where it is shown, and where a result of the laboratory may be read as
    /// current.
    pub(super) fn asks_safety(&self, person: &Person<'_>) -> bool {
        let has_labs = || person.document.labs.as_ref().is_some_and(|labs| !labs.is_empty());
        !self.safety.is_empty() || self.labs_assumed.is_some() && has_labs()
    }

    /// Whether the evidence of a person is read.
    pub(super) fn asks_evidence(&self, person: &Person<'_>) -> bool {
        self.asks_rules() || !self.missing.is_empty() || self.course.is_some() || self.asks_safety(person)
    }
}
