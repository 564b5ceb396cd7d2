//! The columns of an answer: their names as in tables, what they hold, and the words behind their codes.

use crate::assumption::Assumptions;
use crate::densitometry::{Setup, TbsCategory, words_of_bits};
use crate::document::assessment::Category;
use crate::document::guidance::{Priority, Recommendation, SafetyStatus, Tier};
use crate::document::{Region, Sex};
use crate::error::Code;
use crate::outputs::Output;
use crate::risk::{Model, ModelOutcome, Outcome, notice};
use crate::rule::{Guideline, Seen, Status};
use crate::safety::Product;

use super::what::{GuidelineShows, RiskShows, What};

/// What a column of an answer holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Holds {
    /// Numbers, with a bitmap of those that are there.
    Numbers,
    /// Codes: 0 is nothing, `n` is word `n - 1`.
    Codes(Vec<&'static str>),
    /// Sets: bit `n` is word `n`.
    Sets(Vec<&'static str>),
}

/// A column of an answer.
#[derive(Clone, Debug)]
pub struct AnswerColumn {
    /// Its name, as in tables.
    pub name: String,
    /// What it holds.
    pub holds: Holds,
    pub(super) what: What,
}

impl AnswerColumn {
    /// The words of a column that says yes or no.
    pub const TRUTH: [&'static str; 2] = ["false", "true"];

    /// Whether it is of this model.
    pub(super) fn is_of_model(&self, model: &Model) -> bool {
        self.what.model().is_some_and(|own| own == model)
    }

    /// Whether an engine of this setup is asked for it.
    pub(super) fn is_asked(&self, setup: &Setup) -> bool {
        self.section().is_none_or(|section| setup.outputs.has(section))
            && self.what.guideline().is_none_or(|guideline| setup.guidelines.has(guideline))
            && self.what.model().is_none_or(|model| setup.models.has(model))
    }

    /// The section of the assessment document that it belongs to; none of what every answer has.
    ///
    /// ```
    /// use osteon::batch::AnswerColumn;
    /// use osteon::outputs::Output;
    /// let engine = osteon::Engine::default();
    /// assert_eq!(AnswerColumn::named(&engine, "safety_denosumab")?.section(), Some(Output::Safety));
    /// assert_eq!(AnswerColumn::named(&engine, "age_years")?.section(), None);
    /// # Ok::<(), osteon::error::Refusal>(())
    /// ```
    #[must_use]
    pub const fn section(&self) -> Option<Output> {
        match self.what {
            What::T(_) | What::Z(_) | What::LowestT => Some(Output::Scores),
            What::Diagnosis | What::ClinicalOsteoporosis => Some(Output::Diagnosis),
            What::Tbs | What::TbsCategory => Some(Output::Tbs),
            What::Risk(..) | What::RiskAssumed(_) => Some(Output::Risks),
            What::Guideline(..) | What::Missing(_) | What::Verified(_) => Some(Output::Guidelines),
            What::Safety(_) => Some(Output::Safety),
            What::CourseComesFirst => Some(Output::Course),
            What::TriagePriority | What::TriageWithinWeeks => Some(Output::Triage),
            What::Sex | What::Age | What::Assumed | What::Flags | What::Refused => None,
        }
    }

    /// What must be said beside the column wherever it is shown: the notice of a model, or that the rules of a
    /// guideline are not yet held against their paper.
    #[must_use]
    pub fn to_be_said(&self) -> Option<String> {
        if let Some(model) = self.what.model() {
            return notice::of(model).map(|notice| notice.text.to_owned());
        }
        let guideline = self.what.guideline().filter(|one| one.seen == Seen::NotYetVerified)?;
        Some(format!("not yet verified against the paper: {}", guideline.verification))
    }
}

impl PartialEq for AnswerColumn {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for AnswerColumn {}

/// The regions of the columns of scores.
const SCORED: [Region; 4] = [Region::FemoralNeck, Region::TotalHip, Region::LumbarSpine, Region::Radius33];

impl AnswerColumn {
    fn numbers(name: impl Into<String>, what: What) -> Self {
        Self { name: name.into(), holds: Holds::Numbers, what }
    }

    fn codes(name: impl Into<String>, words: impl Into<Vec<&'static str>>, what: What) -> Self {
        Self { name: name.into(), holds: Holds::Codes(words.into()), what }
    }

    fn sets(name: impl Into<String>, words: impl Into<Vec<&'static str>>, what: What) -> Self {
        Self { name: name.into(), holds: Holds::Sets(words.into()), what }
    }

    /// Every column of what an engine is set to answer. The last says why a row was refused.
    ///
    /// A recommendation is not to be handed out alone: see [`companions`](Self::companions). Nor should the number of a
    /// model be without `<model>_assumed`, the unknown fields that it read as something, mostly as "no", as its own
    /// form does: see [`beside`](Self::beside). It is empty where the model is refused, and `<model>_refused` says of
    /// each outcome why. It costs little beside the number; that of `dvo2023` a microsecond or two a row, and an
    /// allocation, for what is open is put into a list.
    ///
    /// What a row of words says beside these (as what a model read an unknown, and what another reading would do,
    /// courses, the range of a risk over what is unknown) is asked of one person at a time. `assumed` has what the
    /// engine reads into silences; what the caller reads itself
    /// ([`Engine::with_assumed`](crate::Engine::with_assumed)) is the caller's to say.
    #[must_use]
    pub fn all(setup: &Setup) -> Vec<Self> {
        let asked = |output| setup.outputs.has(output);
        let mut columns =
            vec![Self::codes("sex", Sex::KEYS, What::Sex), Self::numbers("age_years", What::Age)];
        if asked(Output::Scores) {
            columns.extend(SCORED.map(|region| Self::numbers(format!("t_{region}"), What::T(region))));
            columns.extend(SCORED.map(|region| Self::numbers(format!("z_{region}"), What::Z(region))));
            columns.push(Self::numbers("lowest_t_reported", What::LowestT));
        }
        if asked(Output::Diagnosis) {
            columns.push(Self::codes("diagnosis", Category::KEYS, What::Diagnosis));
            columns.push(Self::codes("clinical_osteoporosis", Self::TRUTH, What::ClinicalOsteoporosis));
        }
        if asked(Output::Tbs) {
            columns.push(Self::numbers("tbs", What::Tbs));
            let words: Vec<&'static str> = TbsCategory::ALL.iter().map(|one| one.as_str()).collect();
            columns.push(Self::codes("tbs_category", words, What::TbsCategory));
        }
        if asked(Output::Triage) {
            columns.push(Self::codes("triage_priority", Priority::KEYS, What::TriagePriority));
            columns.push(Self::numbers("triage_within_weeks", What::TriageWithinWeeks));
        }
        if asked(Output::Guidelines) {
            let guidelines = crate::guideline::all().iter().copied();
            columns.extend(guidelines.filter(|one| setup.guidelines.has(one)).flat_map(of_guideline));
        }
        if asked(Output::Safety) {
            columns.extend(of_safety());
        }
        if asked(Output::Course) {
            columns.push(course_comes_first());
        }
        if asked(Output::Risks) {
            columns.extend(
                Model::all().iter().filter(|model| setup.models.has(model)).flat_map(|m| of_model(m)),
            );
        }
        columns.push(Self::sets("assumed", Assumptions::words(), What::Assumed));
        columns.push(Self::sets("flags", words_of_bits(), What::Flags));
        let words: Vec<&'static str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        columns.push(Self::codes("refused", words, What::Refused));
        columns
    }
}

/// The columns of a guideline, in the order of tables.
pub(super) fn of_guideline(guideline: &'static Guideline) -> [AnswerColumn; 7] {
    let id = guideline.id;
    let what = |shows| What::Guideline(guideline, shows);
    [
        AnswerColumn::codes(format!("{id}_category"), guideline.categories(), what(GuidelineShows::Category)),
        AnswerColumn::codes(
            format!("{id}_recommendation"),
            Recommendation::KEYS,
            what(GuidelineShows::Recommendation),
        ),
        AnswerColumn::sets(format!("{id}_also"), Recommendation::KEYS, what(GuidelineShows::Also)),
        AnswerColumn::codes(format!("{id}_tier"), Tier::KEYS, what(GuidelineShows::Tier)),
        AnswerColumn::codes(
            format!("{id}_status"),
            Status::ALL.map(Status::as_str),
            what(GuidelineShows::Status),
        ),
        AnswerColumn::sets(format!("{id}_missing"), guideline.fields(), What::Missing(guideline)),
        AnswerColumn::codes(format!("{id}_verified"), AnswerColumn::TRUTH, What::Verified(guideline)),
    ]
}

/// The columns of drug safety, one for each drug, and for each route where the rules differ by it.
pub(super) fn of_safety() -> impl Iterator<Item = AnswerColumn> {
    Product::ALL.into_iter().map(|product| {
        let route = product.route().map_or(String::new(), |route| format!("_{route}"));
        let name = format!("safety_{}{route}", product.drug());
        AnswerColumn::codes(name, SafetyStatus::KEYS, What::Safety(product))
    })
}

/// The column that says whether a course of treatment has begun, which is read before any recommendation to start.
pub(super) fn course_comes_first() -> AnswerColumn {
    AnswerColumn::codes("course_comes_first", AnswerColumn::TRUTH, What::CourseComesFirst)
}

/// The outcomes of a model with their horizons, in the order in which it gives them.
pub(super) fn outcomes_of(model: &'static Model) -> Vec<(&'static ModelOutcome, Option<u8>)> {
    let mut outcomes: Vec<(&ModelOutcome, Option<u8>)> = Vec::new();
    for row in model.outcomes {
        // A model of two equations has a row of the registry for each sex.
        if outcomes.iter().all(|(known, _)| known.outcome != row.outcome) {
            outcomes.extend(horizons(row).into_iter().map(|years| (row, years)));
        }
    }
    outcomes
}

/// The columns of a model, in the order in which it gives its outcomes.
fn of_model(model: &'static Model) -> Vec<AnswerColumn> {
    let mut columns = Vec::new();
    for (place, (row, years)) in (0..).zip(outcomes_of(model)) {
        for column in of_outcome(model.id, model, row, years, place) {
            // Points and their cut-off are the model's, and stand once.
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
    }
    columns.extend(assumed_by(model));
    columns
}

/// The column of what a model read into unknowns; none of a model that reads nothing into any.
pub(super) fn assumed_by(model: &'static Model) -> Option<AnswerColumn> {
    let fields = model.assumes();
    let name = || format!("{}_assumed", model.id);
    (!fields.is_empty()).then(|| AnswerColumn::sets(name(), fields, What::RiskAssumed(model)))
}

fn horizons(row: &ModelOutcome) -> Vec<Option<u8>> {
    match row.years {
        [] | [_] => vec![None],
        years => years.iter().copied().map(Some).collect(),
    }
}

fn of_outcome(
    id: &str,
    model: &'static Model,
    row: &ModelOutcome,
    years: Option<u8>,
    place: u8,
) -> Vec<AnswerColumn> {
    let outcome = match (row.outcome, years) {
        (Outcome::LowBoneDensity, _) => String::new(),
        (outcome, None) => format!("_{outcome}"),
        (outcome, Some(years)) => format!("_{outcome}_{years}y"),
    };
    let what = |shows| What::Risk(model, place, shows);
    let words: Vec<&'static str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let mut columns =
        vec![AnswerColumn::codes(format!("{id}{outcome}_refused"), words, what(RiskShows::Refused))];
    if row.gives("points") {
        columns.push(AnswerColumn::numbers(format!("{id}_points"), what(RiskShows::Points)));
    }
    if row.gives("percent") {
        columns.push(AnswerColumn::numbers(format!("{id}{outcome}_percent"), what(RiskShows::Percent)));
        if row.gives("reconciled_percent") {
            let name = format!("{id}{outcome}_percent_reconciled");
            columns.push(AnswerColumn::numbers(name, what(RiskShows::ReconciledPercent)));
        }
    }
    if row.gives("category") {
        columns.push(AnswerColumn::codes(
            format!("{id}{outcome}_category"),
            model.categories(),
            what(RiskShows::Category),
        ));
    }
    if row.gives("at_cut_off") {
        columns.push(AnswerColumn::codes(
            format!("{id}_at_cut_off"),
            AnswerColumn::TRUTH,
            what(RiskShows::AtCutOff),
        ));
    }
    columns
}
