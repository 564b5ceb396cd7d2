//! People through the whole engine, in columns.

use osteon::Engine;
use osteon::batch::{AnswerColumn, Answers, Columns, Reject, assess_columns, assess_columns_parallel};
use osteon::outputs::Outputs;

use crate::people::options;

/// The sections of a national registry.
pub const OUTPUTS: &str = "scores,diagnosis,risks,guidelines,triage";
/// Its guidelines: of the countries whose rules are most asked for.
pub const GUIDELINES: &str = "grio2018_women,grio2021_men,giop_france_2014,has2023,nogg2024,nogg2024_giop,\
nice_ta464,bhof2022,aace2020,endocrine2020,acp2023,acr2022_giop,uspstf2018";

/// What an answer says beside a recommendation or a risk, and others do not.
const BESIDE: [&str; 5] = ["_also", "_tier", "_missing", "_verified", "_assumed"];

/// An engine, and room for the answers.
#[derive(Debug)]
pub struct Whole {
    engine: Engine,
    answers: Answers,
    rejects: usize,
}

impl Whole {
    /// An engine that is asked for these sections, for so many rows at a time.
    ///
    /// # Panics
    /// If a section or a guideline is none.
    #[must_use]
    pub fn new(outputs: &str, rows: usize) -> Self {
        let engine = Engine::new(options(GUIDELINES), Vec::new()).expect("options that hold");
        let engine = engine.with_outputs(Outputs::parse(outputs).expect("sections"));
        let mut asked = AnswerColumn::all(engine.setup());
        // The work that is held against others' work: what stands beside an answer has its own cost.
        asked.retain(|column| !BESIDE.iter().any(|end| column.name.ends_with(end)));
        let answers = Answers::new(asked, rows);
        Self { engine, answers, rejects: 0 }
    }

    /// The engine.
    #[must_use]
    pub const fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Columns of the answer.
    #[must_use]
    pub fn width(&self) -> usize {
        self.answers.columns.len()
    }

    /// Values that were refused so far.
    #[must_use]
    pub const fn rejects(&self) -> usize {
        self.rejects
    }

    /// Answers all rows on this thread.
    ///
    /// # Panics
    /// If the columns cannot be answered.
    pub fn run(&mut self, people: &Columns<'_>) {
        let Self { engine, answers, rejects } = self;
        let mut count = |_: Reject| *rejects += 1;
        assess_columns(engine, people, &mut answers.buffers(), &mut count).expect("columns that fit");
    }

    /// Answers all rows on the threads of the current pool.
    ///
    /// # Panics
    /// If the columns cannot be answered.
    pub fn run_parallel(&mut self, people: &Columns<'_>) {
        let Self { engine, answers, rejects } = self;
        let mut count = |_: Reject| *rejects += 1;
        assess_columns_parallel(engine, people, &mut answers.buffers(), &mut count)
            .expect("columns that fit");
    }

    /// Answers one person after another, each a document of its own.
    ///
    /// # Panics
    /// If somebody is refused.
    pub fn one_by_one(&self, people: &mut [osteon::document::Patient]) {
        let (mut session, mut refusals) = (self.engine.session(), Vec::new());
        for patient in people {
            let answer = session.answer(patient, false, &mut refusals);
            std::hint::black_box(answer.expect("an answer"));
        }
    }
}
