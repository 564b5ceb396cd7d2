//! The engine: options and references in once, then an answer for each person.

mod by_evidence;
mod one;

use core::cell::OnceCell;

use crate::access::AccessAnswer;
use crate::assumption::{Assumption, Assumptions};
use crate::citation::CitationId;
use crate::course::CourseAnswer;
use crate::densitometry::{self, Flag, Flags, Machines, Score, Setup, TbsAnswer};
use crate::diagnosis::Diagnosis;
use crate::document::assessment::Assumed;
use crate::document::options::{OPTIONS_SCHEMA, Options};
use crate::document::{Assessment, Patient, Region};
use crate::error::{Code, Refusal};
use crate::evidence::Evidence;
use crate::facts::Person;
use crate::guideline::{GuidelineAnswer, Guidelines};
use crate::outputs::{Output, Outputs};
use crate::precision::{Change, changes};
use crate::reference::caller::CallerReference;
use crate::risk::{self, ModelAnswer, Models};
use crate::safety::SafetyAnswer;
use crate::triage::TriageAnswer;
use crate::work_up::WorkUpAnswer;
use by_evidence::ByEvidence;
pub(crate) use one::{Scratch, read_one};

/// An engine with its options and the caller's references. It has no clock and keeps nothing.
///
/// ```
/// use osteon::document::{Manufacturer, Patient, Region, Scan, ScanRegion, Sex};
/// let engine = osteon::Engine::default();
/// let patient = Patient {
///     sex: Some(Sex::Female),
///     age_years: Some(67.0),
///     scans: Some(vec![Scan {
///         manufacturer: Some(Manufacturer::Hologic),
///         regions: Some(vec![ScanRegion {
///             region: Some(Region::FemoralNeck),
///             bmd_g_cm2: Some(0.558),
///             ..Default::default()
///         }]),
///         ..Default::default()
///     }]),
///     ..Default::default()
/// };
/// let assessment = engine.assess(&patient)?;
/// assert_eq!(assessment.scores()[0].t_score_reported, Some(-2.5));
/// # Ok::<(), Vec<osteon::error::Refusal>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Engine {
    setup: Setup,
}

impl Default for Engine {
    fn default() -> Self {
        Self {
            setup: Setup {
                options: Options::default().effective(),
                references: Vec::new(),
                outputs: Outputs::default(),
                models: Models::default(),
                guidelines: Guidelines::default(),
                assumed: Vec::new(),
            },
        }
    }
}

impl Engine {
    /// An engine with these options and references.
    ///
    /// # Errors
    /// Every option and every row of a reference that cannot be.
    pub fn new(options: Options, references: Vec<CallerReference>) -> Result<Self, Vec<Refusal>> {
        let mut refusals = Vec::new();
        if let Some(schema) = options.schema.as_deref()
            && schema != OPTIONS_SCHEMA
        {
            refusals.push(Refusal::new(
                Code::UnknownId,
                "schema",
                schema.to_owned(),
                format!("must be {OPTIONS_SCHEMA}"),
            ));
        }
        for (region, &error) in options.precision_g_cm2.iter().flatten() {
            if !(0.0001..=0.2).contains(&error) {
                let field = format!("precision_g_cm2.{region}");
                refusals.push(Refusal::new(Code::OutOfRange, field, error, "0.0001-0.2 g/cm2"));
            }
        }
        if let Some(years) = options.qfracture_years
            && !(1..=18).contains(&years)
        {
            refusals.push(Refusal::new(Code::OutOfRange, "qfracture_years", years, "1-18 years"));
        }
        let models = match options.models.as_deref().map_or(Ok(Models::default()), Models::parse) {
            Ok(models) => models,
            Err(refusal) => {
                refusals.push(refusal);
                Models::default()
            }
        };
        let guidelines = Guidelines::of_options(&options).unwrap_or_else(|refusal| {
            refusals.push(refusal);
            Guidelines::default()
        });
        if let Some(months) = options.lab_valid_months
            && !(1..=120).contains(&months)
        {
            refusals.push(Refusal::new(Code::OutOfRange, "lab_valid_months", months, "1-120 months"));
        }
        for (index, row) in references.iter().enumerate() {
            refusals.extend(row.check(index).err().into_iter().flatten());
            if references.iter().take(index).any(|other| other.is_twin_of(row)) {
                let field = format!("references[{index}]");
                refusals.push(Refusal::new(
                    Code::Contradiction,
                    field,
                    format!("{} {} {}", row.sex, row.region, row.subset()),
                    "given twice; one reference for each maker, sex, region and set of vertebrae",
                ));
            }
        }
        if !refusals.is_empty() {
            return Err(refusals);
        }
        let setup =
            Setup { options: options.effective(), references, models, guidelines, ..Self::default().setup };
        Ok(Self { setup })
    }

    /// The same engine, asked for some sections only.
    #[must_use]
    pub fn with_outputs(mut self, outputs: Outputs) -> Self {
        // A benefit is nothing without the risk that it is a benefit of.
        let benefits = outputs.has(Output::Benefits);
        self.setup.outputs = if benefits { outputs.with(Output::Risks) } else { outputs };
        self
    }

    /// The same engine, with what the caller itself reads into unknowns: every answer lists it.
    #[must_use]
    pub fn with_assumed(mut self, assumed: Vec<Assumed>) -> Self {
        self.setup.assumed = assumed;
        self
    }

    /// The settings.
    #[must_use]
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// Assesses one person; a single bad value refuses the person.
    ///
    /// # Errors
    /// Everything refused.
    pub fn assess(&self, patient: &Patient) -> Result<Assessment, Vec<Refusal>> {
        let mut patient = patient.clone();
        let mut refusals = Vec::new();
        match self.session().answer_in_full(&mut patient, true, &mut refusals) {
            Some(answer) => Ok(answer.to_document()),
            None => Err(refusals),
        }
    }

    /// A session: many people, one after another.
    #[must_use]
    pub fn session(&self) -> Session<'_> {
        Session { engine: self, machines: Machines::default(), scratch: Scratch::default() }
    }
}

/// An engine at work on many people; it remembers nothing of them but the names of their scanners.
#[derive(Clone, Debug)]
pub struct Session<'e> {
    engine: &'e Engine,
    machines: Machines,
    scratch: Scratch,
}

impl<'e> Session<'e> {
    /// The answer for one person, cheap enough for tables. What is refused is appended to `refusals`
    /// and unknown from then on; `None` if that refuses the person: with `strict` anything does,
    /// otherwise sex, age or a unit slip of a BMD.
    pub fn answer<'p>(
        &mut self,
        patient: &'p mut Patient,
        strict: bool,
        refusals: &mut Vec<Refusal>,
    ) -> Option<Answer<'p>>
    where
        'e: 'p,
    {
        self.find(patient, strict, refusals, risk::risks)
    }

    /// The same where a document follows: risk models are asked in full at once.
    pub fn answer_in_full<'p>(
        &mut self,
        patient: &'p mut Patient,
        strict: bool,
        refusals: &mut Vec<Refusal>,
    ) -> Option<Answer<'p>>
    where
        'e: 'p,
    {
        let mut answer = self.find(patient, strict, refusals, risk::risks_in_full)?;
        answer.risks_are_in_full = true;
        Some(answer)
    }

    /// Scores and diagnosis alone, for `then` to look at: where the same session goes on to the next person nothing is
    /// allocated for them. What is refused and when as in [`Session::answer`]; `None` where `then` was not called.
    ///
    /// ```
    /// use osteon::document::{Patient, Sex};
    /// let engine = osteon::Engine::default();
    /// let mut session = engine.session();
    /// let mut patient = Patient { sex: Some(Sex::Female), age_years: Some(67.0), ..Default::default() };
    /// let due = session.scored(&mut patient, true, &mut Vec::new(), |person, _, _| person.score_due);
    /// assert_eq!(due, Some(osteon::facts::ScoreDue::T));
    /// ```
    pub fn scored<R>(
        &mut self,
        patient: &mut Patient,
        strict: bool,
        refusals: &mut Vec<Refusal>,
        then: impl FnOnce(&Person<'_>, &[Score<'_>], &Diagnosis) -> R,
    ) -> Option<R> {
        let Self { engine, machines, scratch } = self;
        read_one(&engine.setup, patient, strict, machines, scratch, refusals, then)
    }

    /// Takes back an answer that is no longer needed: the next person's scores and diagnosis go where its own were,
    /// and nothing is allocated for them.
    pub fn take_back(&mut self, answer: Answer<'_>) {
        self.scratch.take_back(answer.person, answer.scores, answer.diagnosis);
    }

    fn find<'p>(
        &mut self,
        patient: &'p mut Patient,
        strict: bool,
        refusals: &mut Vec<Refusal>,
        risks_of: fn(&Person<'_>, &[Score<'_>], &Setup) -> Vec<ModelAnswer>,
    ) -> Option<Answer<'p>>
    where
        'e: 'p,
    {
        let setup = &self.engine.setup;
        let (person, scores, diagnosis) =
            one::find(setup, patient, strict, &mut self.machines, &mut self.scratch, refusals)?;
        let asked = |output| setup.outputs.has(output);
        let changes = if asked(Output::Changes) { changes(&person, &scores, setup) } else { Vec::new() };
        let tbs = densitometry::tbs(&person).filter(|_| asked(Output::Tbs));
        let risks = if asked(Output::Risks) { risks_of(&person, &scores, setup) } else { Vec::new() };
        let ByEvidence { guidelines, course, triage, safety, access, work_up } =
            if ByEvidence::OUTPUTS.iter().any(|&output| asked(output)) {
                ByEvidence::read(&Evidence::read(&person, &scores, &diagnosis, &risks, setup), setup)
            } else {
                ByEvidence::default()
            };
        Some(Answer {
            setup,
            scores,
            tbs,
            diagnosis,
            changes,
            risks,
            risks_are_in_full: false,
            risks_in_full: OnceCell::new(),
            guidelines,
            course,
            triage,
            safety,
            access,
            work_up,
            person,
        })
    }
}

/// What the engine found of one person, before it is written out.
#[derive(Clone, Debug)]
pub struct Answer<'e> {
    pub(crate) setup: &'e Setup,
    /// The person as read.
    pub person: Person<'e>,
    /// The scores.
    pub scores: Vec<Score<'e>>,
    /// Trabecular bone score.
    pub tbs: Option<TbsAnswer>,
    /// The diagnosis.
    pub diagnosis: Diagnosis,
    /// Changes between scans.
    pub changes: Vec<Change>,
    /// What each risk model says in numbers; [`Answer::risks_in_full`] has the words.
    pub risks: Vec<ModelAnswer>,
    risks_are_in_full: bool,
    risks_in_full: OnceCell<Vec<ModelAnswer>>,
    /// What each guideline says.
    pub guidelines: Vec<GuidelineAnswer>,
    /// Where a course of treatment stands.
    pub course: Vec<CourseAnswer>,
    /// How soon the person should be seen.
    pub triage: Option<TriageAnswer>,
    /// Whether each drug may be given.
    pub safety: Vec<SafetyAnswer>,
    /// Whether each drug is licensed and paid for.
    pub access: Vec<AccessAnswer>,
    /// Bloods and imaging.
    pub work_up: Vec<WorkUpAnswer>,
}

impl<'e> Answer<'e> {
    /// What rules see of the person, gathered anew.
    #[must_use]
    pub fn evidence(&self) -> Evidence<'_> {
        Evidence::read(&self.person, &self.scores, &self.diagnosis, &self.risks, self.setup)
    }

    /// What each risk model says in full: numbers, inputs, what was read into unknowns, flags and
    /// sources. The models are asked again, once, by whoever writes an answer out.
    #[must_use]
    pub fn risks_in_full(&self) -> &[ModelAnswer] {
        if self.risks_are_in_full {
            return &self.risks;
        }
        self.risks_in_full.get_or_init(|| {
            if self.setup.outputs.has(Output::Risks) {
                risk::risks_in_full(&self.person, &self.scores, self.setup)
            } else {
                Vec::new()
            }
        })
    }

    /// What one model says in numbers alone, asked anew: those of its answer.
    #[must_use]
    pub fn in_numbers(&self, model: &'static risk::Model) -> risk::InNumbers {
        let mut numbers = risk::InNumbers::default();
        risk::in_numbers(model, &risk::Subject::of(&self.person, &self.scores, self.setup), &mut numbers);
        numbers
    }

    /// The current line that stands for a region: the one that counts, the lower of both sides.
    #[must_use]
    pub fn line(&self, region: Region) -> Option<&Score<'e>> {
        densitometry::line(&self.scores, region)
    }

    /// The T-score of a region that stands for it.
    #[must_use]
    pub fn t(&self, region: Region) -> Option<f64> {
        densitometry::t_of(&self.scores, region)
    }

    /// The Z-score of the same line.
    #[must_use]
    pub fn z(&self, region: Region) -> Option<f64> {
        densitometry::z_of(&self.scores, region)
    }

    /// The T-score that decides the class, to one decimal.
    #[must_use]
    pub fn lowest_t_reported(&self) -> Option<f64> {
        self.diagnosis.lowest_t_reported()
    }

    /// The flags of the current lines together.
    #[must_use]
    pub fn flags(&self) -> Flags {
        densitometry::flags_of(&self.scores)
    }

    /// The codes of [`Answer::flags`], with those of the whole answer.
    pub fn flag_codes(&self) -> impl Iterator<Item = &'static str> {
        let left_out = (self.person.left_out > 0).then_some(densitometry::ENTRIES_LEFT_OUT);
        self.flags().iter().map(Flag::as_str).chain(left_out)
    }

    /// What was read into unknowns: field and reading.
    pub fn assumed(&self) -> impl Iterator<Item = (&str, &str)> {
        let callers = self.setup.assumed.iter().map(|a| (a.field.as_str(), a.read_as.as_str()));
        self.assumptions().map(|a| (a.field, a.read_as)).chain(callers)
    }

    pub(crate) fn assumptions(&self) -> impl Iterator<Item = &'static Assumption> {
        let of_labs = Assumptions::of_labs(self.safety.iter().any(SafetyAnswer::reads_undated));
        Assumptions::of(&self.person, &self.scores, &self.diagnosis).and(of_labs).iter()
    }

    /// Every citation used, each once.
    #[must_use]
    pub fn citations(&self) -> Vec<CitationId> {
        crate::sources::used(self)
    }

    /// The assessment document.
    #[must_use]
    pub fn to_document(&self) -> Assessment {
        crate::render::document(self)
    }
}
