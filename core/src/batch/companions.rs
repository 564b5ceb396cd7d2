//! What a column must not be handed out without.

use crate::error::{Code, Refusal};

use super::answer_column::{AnswerColumn, assumed_by, course_comes_first, of_guideline, of_safety};
use super::what::What;

impl AnswerColumn {
    /// The columns without which it must not be handed out. Of the category and the recommendation of a guideline, and of
    /// what it recommends beside or puts first: how far it answers, what is missing, whether its rules are held against
    /// the paper, whether each drug may be given, and whether a course of treatment has begun. None of any other column.
    ///
    /// They are the same whatever an engine is asked for; [`check_together`](Self::check_together) holds columns to
    /// them.
    ///
    /// ```
    /// use osteon::batch::AnswerColumn;
    /// let engine = osteon::Engine::default();
    /// let beside = AnswerColumn::named(&engine, "nogg2024_recommendation")?.companions();
    /// let names: Vec<&str> = beside.iter().map(|column| column.name.as_str()).collect();
    /// assert_eq!(names[..3], ["nogg2024_status", "nogg2024_missing", "nogg2024_verified"]);
    /// assert!(names[3..].iter().all(|name| name.starts_with("safety_") || *name == "course_comes_first"));
    /// # Ok::<(), osteon::error::Refusal>(())
    /// ```
    #[must_use]
    pub fn companions(&self) -> Vec<Self> {
        match self.what {
            What::Guideline(guideline, shows) if shows.recommends() => {
                let own = of_guideline(guideline).into_iter().filter(|column| column.what.qualifies());
                own.chain(of_safety()).chain([course_comes_first()]).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The column that belongs beside it wherever it is shown. Of what a model says (percent, points, category, cut-off):
    /// which unknown fields the model read as something. None of any other column, of a model that reads nothing into
    /// unknowns, and of why a model is refused.
    ///
    /// Unlike [`companions`](Self::companions) it is not asked for by [`check_together`](Self::check_together).
    ///
    /// ```
    /// use osteon::batch::{AnswerColumn, Holds};
    /// let engine = osteon::Engine::default();
    /// let hip = AnswerColumn::named(&engine, "qfracture2012_hip_percent")?;
    /// let assumed = hip.beside().unwrap();
    /// assert_eq!(assumed.name, "qfracture2012_assumed");
    /// let Holds::Sets(fields) = &assumed.holds else { unreachable!() };
    /// assert!(fields.contains(&"risk_factors.smoking"));
    /// for alone in ["qfracture2012_hip_refused", "qfracture2012_assumed", "t_total_hip"] {
    ///     assert_eq!(AnswerColumn::named(&engine, alone)?.beside(), None);
    /// }
    /// # Ok::<(), osteon::error::Refusal>(())
    /// ```
    #[must_use]
    pub fn beside(&self) -> Option<Self> {
        match self.what {
            What::Risk(model, _, shows) if shows.answers() => assumed_by(model),
            _ => None,
        }
    }

    /// Whether these columns may be handed out: each with its [`companions`](Self::companions) among them.
    ///
    /// # Errors
    /// The first column that lacks any, with the names of those that it lacks.
    ///
    /// ```
    /// use osteon::batch::AnswerColumn;
    /// let engine = osteon::Engine::default();
    /// assert!(AnswerColumn::check_together(&AnswerColumn::all(engine.setup())).is_ok());
    /// let alone = AnswerColumn::named(&engine, "nogg2024_recommendation")?;
    /// let refused = AnswerColumn::check_together(&[alone]).unwrap_err();
    /// assert!(refused.to_string().contains("nogg2024_missing"));
    /// # Ok::<(), osteon::error::Refusal>(())
    /// ```
    pub fn check_together(columns: &[Self]) -> Result<(), Refusal> {
        for column in columns {
            let mut lacking = column.companions();
            lacking.retain(|companion| !columns.contains(companion));
            if !lacking.is_empty() {
                let names: Vec<&str> = lacking.iter().map(|one| one.name.as_str()).collect();
                let limit = format!("not handed out without {}", names.join(", "));
                return Err(Refusal::new(Code::NotUsable, column.name.clone(), "", limit));
            }
        }
        Ok(())
    }
}
