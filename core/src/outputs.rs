//! Which sections of an assessment are asked for.

use crate::document::choice::choice;
use crate::error::{Code, Refusal, nearest};

choice! {
    /// A section of the assessment document.
    pub enum Output {
        Scores = "scores",
        Tbs = "tbs",
        Diagnosis = "diagnosis",
        Changes = "changes",
        Risks = "risks",
        /// What each trial's effect would be worth, where it matches a risk; only on request.
        Benefits = "benefits",
        Course = "course",
        Guidelines = "guidelines",
        Triage = "triage",
        Safety = "safety",
        Access = "access",
        WorkUp = "work_up",
    }
}

/// A set of sections; by default all but `benefits`, which no decision rests on.
///
/// ```
/// use osteon::outputs::{Output, Outputs};
/// let asked = Outputs::parse("scores,diagnosis")?;
/// assert!(asked.has(Output::Scores) && !asked.has(Output::Changes));
/// assert!(Outputs::parse("score").unwrap_err().to_string().contains("scores"));
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outputs(u16);

impl Default for Outputs {
    fn default() -> Self {
        Output::ALL.iter().copied().filter(|&output| output != Output::Benefits).collect()
    }
}

impl Outputs {
    /// Reads a list separated by commas.
    ///
    /// # Errors
    /// A name that is no section, with the nearest that is.
    pub fn parse(list: &str) -> Result<Self, Refusal> {
        let names = list.split(',').map(str::trim).filter(|name| !name.is_empty());
        let asked = names
            .map(|name| {
                Output::from_key(name).ok_or_else(|| {
                    let near = nearest(name, Output::KEYS);
                    let near = near.map_or(String::new(), |near| format!("did you mean {near}? "));
                    let limit = format!("{near}allowed: {}", Output::KEYS.join(", "));
                    Refusal::new(Code::NotAChoice, "outputs", name.to_owned(), limit)
                })
            })
            .collect::<Result<Self, _>>()?;
        if asked.0 == 0 {
            let limit = format!("name some of {}", Output::KEYS.join(", "));
            return Err(Refusal::new(Code::Missing, "outputs", "", limit));
        }
        Ok(asked)
    }

    /// These and one more.
    #[must_use]
    pub const fn with(self, output: Output) -> Self {
        Self(self.0 | (1 << output as u8))
    }

    /// These, and beside guidelines and triage what advice must not be handed out without: what each guideline says with
    /// its unknowns, whether its drugs may be given, and where a course that has begun stands.
    ///
    /// ```
    /// use osteon::outputs::{Output, Outputs};
    /// let alone = Outputs::parse("triage")?;
    /// assert!(!alone.has(Output::Safety) && alone.with_what_belongs().has(Output::Safety));
    /// # Ok::<(), osteon::error::Refusal>(())
    /// ```
    #[must_use]
    pub const fn with_what_belongs(self) -> Self {
        if self.has(Output::Guidelines) || self.has(Output::Triage) {
            self.with(Output::Guidelines).with(Output::Safety).with(Output::Course)
        } else {
            self
        }
    }

    /// Whether a section is asked for.
    #[must_use]
    pub const fn has(self, output: Output) -> bool {
        self.0 & (1 << output as u8) != 0
    }
}

impl FromIterator<Output> for Outputs {
    fn from_iter<I: IntoIterator<Item = Output>>(iter: I) -> Self {
        Self(iter.into_iter().fold(0, |bits, output| bits | (1 << output as u8)))
    }
}
