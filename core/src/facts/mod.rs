//! Validated facts: what the document says of a person, with what was read into its silences.

mod age;
mod check;
mod diabetes;
mod falls;
mod glucocorticoid;
mod habits;
mod labs;
pub(crate) mod limits;
mod oestrogen;
mod treatment;
mod vertebral_level;

use jiff::civil::Date;

use crate::diagnosis::PastFracture;
use crate::document::stated::{KeySet, Stated};
use crate::document::{GenderIdentity, History, Patient, RiskFactors, Section, Sex};
use crate::error::{Code, Refusal};
use crate::quantity::{Age, Height, Weight};
use crate::reference::thresholds::{ADULT_AGE_YEARS, T_SCORE_AGE_YEARS};

pub use age::{days_between, years_between};
pub use check::check;
pub use falls::Falls;
pub use glucocorticoid::GlucocorticoidUse;
pub use habits::{GRAMS_PER_UNIT, smoking_level};
pub(crate) use limits::same_unit;
pub(crate) use treatment::is_for_osteoporosis;
pub use vertebral_level::VertebralLevel;

/// Whether a T-score or a Z-score speaks of this person (ISCD 2019 and 2023).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreDue {
    /// A T-score.
    T,
    /// A Z-score, and why no T-score.
    Z(NoT),
    /// A T-score if postmenopausal; menopausal status is unknown.
    Unknown,
}

/// Why a T-score must not be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoT {
    /// A man under 50.
    ManUnder50,
    /// A woman before the menopause.
    Premenopausal,
    /// Transgender or gender non-conforming, under 50.
    TransgenderUnder50,
    /// Under 20.
    Under20,
}

/// A person, read from a checked document.
#[derive(Clone, Debug)]
pub struct Person<'p> {
    /// The document; its values are within their limits.
    pub document: &'p Patient,
    /// The sex used for references.
    pub sex: Sex,
    /// Age on the day of the assessment, fractional.
    pub age: Age,
    /// The day of the assessment; there is no clock.
    pub today: Option<Date>,
    /// T or Z.
    pub score_due: ScoreDue,
    /// A woman of 50 or more whose menopausal status was read as postmenopausal.
    pub postmenopausal_assumed: bool,
    /// Entries dated after `today`, which are left out.
    pub left_out: u32,
    /// The sections in which everything was asked.
    complete: u8,
    /// What is known of risk factors of yes or no.
    risk_factors: Stated,
    /// What is known of such items of the history.
    history: Stated,
    /// The fractures on the list, those dated after `today` left out.
    pub(crate) past_fractures: Vec<PastFracture<'p>>,
}

impl<'p> Person<'p> {
    /// Reads a document that [`check`] has passed; `as_of` overrides its `assessed_on`.
    ///
    /// # Errors
    /// `sex` or age missing, or an `as_of` before birth.
    pub fn read(document: &'p Patient, as_of: Option<Date>) -> Result<Self, Refusal> {
        Self::read_into(document, as_of, Vec::new())
    }

    /// The same, with the fractures put where those of another person were.
    pub(crate) fn read_into(
        document: &'p Patient,
        as_of: Option<Date>,
        past_fractures: Vec<PastFracture<'p>>,
    ) -> Result<Self, Refusal> {
        let missing =
            |field: &'static str, limit: &'static str| Refusal::new(Code::Missing, field, "", limit);
        let sex =
            document.sex.ok_or_else(|| missing("sex", "give female or male, the sex used for references"))?;
        let today = as_of.or(document.assessed_on);
        let years = match (document.birth_date, today) {
            (Some(birth), Some(today)) => {
                if today < birth {
                    let limit = format!("after the assessment on {today}");
                    return Err(Refusal::new(Code::BeforeBirth, "birth_date", birth, limit));
                }
                Some(years_between(birth, today))
            }
            _ => document.age_years,
        };
        let age = years
            .and_then(Age::new)
            .ok_or_else(|| missing("age_years", "give age_years, or birth_date and assessed_on"))?;
        let asked = document.complete.as_deref().unwrap_or_default();
        let mut person = Self {
            document,
            sex,
            age,
            today,
            score_due: ScoreDue::T,
            postmenopausal_assumed: false,
            left_out: 0,
            complete: asked.iter().fold(0, |all, &one| all | 1 << one as u8),
            risk_factors: Stated::default(),
            history: Stated::default(),
            past_fractures: Vec::new(),
        };
        let stated = document.risk_factors.as_ref().map(RiskFactors::stated).unwrap_or_default();
        person.risk_factors = stated.or_no_if(person.is_complete(Section::RiskFactors));
        let stated = document.history.as_ref().map(History::stated).unwrap_or_default();
        person.history = stated.or_no_if(person.is_complete(Section::History));
        (person.score_due, person.postmenopausal_assumed) = person.due(age);
        person.left_out = person.count_left_out();
        person.past_fractures = PastFracture::read(&person, past_fractures);
        Ok(person)
    }

    /// T or Z for a scan of this day: a scan made before 50 is judged as it was then.
    ///
    /// Where an age is stated in whole years the person may have been nearly a year older on that day.
    #[must_use]
    pub fn due_on(&self, date: Option<Date>) -> ScoreDue {
        self.due_at(self.age_on(date), date)
    }

    /// The same, the age on that day being known.
    pub(crate) fn due_at(&self, on: Age, date: Option<Date>) -> ScoreDue {
        let stated_in_years =
            self.document.birth_date.is_none() && date != self.today && self.age.years().fract() == 0.0;
        let oldest = if stated_in_years { (on.years() + 1.0).min(self.age.years()) } else { on.years() };
        self.due(Age::new(oldest).unwrap_or(on)).0
    }

    fn due(&self, at: Age) -> (ScoreDue, bool) {
        let age = f64::from(at.completed_years());
        let d = self.document;
        if age < ADULT_AGE_YEARS {
            return (ScoreDue::Z(NoT::Under20), false);
        }
        if self.is_transgender() {
            let due =
                if age >= T_SCORE_AGE_YEARS { ScoreDue::T } else { ScoreDue::Z(NoT::TransgenderUnder50) };
            return (due, false);
        }
        if self.sex == Sex::Male {
            let due = if age >= T_SCORE_AGE_YEARS { ScoreDue::T } else { ScoreDue::Z(NoT::ManUnder50) };
            return (due, false);
        }
        match d.postmenopausal {
            Some(true) => (ScoreDue::T, false),
            Some(false) => (ScoreDue::Z(NoT::Premenopausal), false),
            None if d.menopause_age_years.is_some_and(|menopause| menopause <= at.years()) => {
                (ScoreDue::T, false)
            }
            None if age >= T_SCORE_AGE_YEARS => (ScoreDue::T, true),
            None => (ScoreDue::Unknown, false),
        }
    }

    /// Whether the gender identity is not the sex recorded at birth, as far as stated.
    #[must_use]
    pub fn is_transgender(&self) -> bool {
        let d = self.document;
        match d.gender_identity {
            Some(GenderIdentity::NonConforming | GenderIdentity::Other) => true,
            Some(GenderIdentity::Female) => d.sex_recorded_at_birth.unwrap_or(self.sex) == Sex::Male,
            Some(GenderIdentity::Male) => d.sex_recorded_at_birth.unwrap_or(self.sex) == Sex::Female,
            None => d.sex_recorded_at_birth.is_some_and(|birth| birth != self.sex),
        }
    }

    /// The sex of the Z-score reference: by gender identity for transgender people, by sex recorded
    /// at birth for gender non-conforming people (ISCD 2019).
    #[must_use]
    pub fn z_sex(&self) -> Sex {
        let d = self.document;
        match d.gender_identity {
            Some(GenderIdentity::Female) => Sex::Female,
            Some(GenderIdentity::Male) => Sex::Male,
            Some(GenderIdentity::NonConforming | GenderIdentity::Other) => {
                d.sex_recorded_at_birth.unwrap_or(self.sex)
            }
            None => self.sex,
        }
    }

    /// Whether everything in the section was asked.
    #[must_use]
    pub fn is_complete(&self, section: Section) -> bool {
        self.complete & (1 << section as u8) != 0
    }

    /// A flag of a section: a key left out is "no" only where the section is complete.
    #[must_use]
    pub fn flag(&self, section: Section, value: Option<bool>) -> Option<bool> {
        value.or_else(|| self.is_complete(section).then_some(false))
    }

    /// A risk factor: `None` is unknown.
    #[must_use]
    pub fn risk_factor(&self, key: impl Fn(&RiskFactors) -> Option<bool>) -> Option<bool> {
        self.flag(Section::RiskFactors, self.document.risk_factors.as_ref().and_then(key))
    }

    /// An item of the history: `None` is unknown.
    #[must_use]
    pub fn history(&self, key: impl Fn(&History) -> Option<bool>) -> Option<bool> {
        self.flag(Section::History, self.document.history.as_ref().and_then(key))
    }

    /// Whether any of these risk factors is there: `None` is unknown.
    #[must_use]
    pub fn any_risk_factor(&self, keys: KeySet) -> Option<bool> {
        self.risk_factors.any(keys)
    }

    /// Whether any of these is in the history: `None` is unknown.
    #[must_use]
    pub fn any_of_history(&self, keys: KeySet) -> Option<bool> {
        self.history.any(keys)
    }

    /// Height, unless unknown.
    #[must_use]
    pub fn height(&self) -> Option<Height> {
        self.document.height_cm.and_then(Height::new)
    }

    /// Weight, unless unknown, or void after an amputation.
    #[must_use]
    pub fn weight(&self) -> Option<Weight> {
        if self.history(|h| h.amputation) == Some(true) {
            return None;
        }
        self.document.weight_kg.and_then(Weight::new)
    }

    /// Age on the day of a scan, where dates allow; the age at the assessment otherwise.
    #[must_use]
    pub fn age_on(&self, date: Option<Date>) -> Age {
        let Some(date) = date.filter(|_| date != self.today) else { return self.age };
        let years = match (self.document.birth_date, self.today) {
            (Some(birth), _) => years_between(birth, date),
            (None, Some(today)) => self.age.years() - years_between(date, today),
            (None, None) => return self.age,
        };
        Age::new(years).unwrap_or(self.age)
    }

    /// Whether an entry of this date counts: one dated after the assessment does not.
    #[must_use]
    pub fn counts(&self, date: Option<Date>) -> bool {
        match (date, self.today) {
            (Some(date), Some(today)) => date <= today,
            _ => true,
        }
    }

    fn count_left_out(&self) -> u32 {
        let d = self.document;
        let Some(today) = self.today else { return 0 };
        after(today, &d.scans, |scan| scan.date)
            + after(today, &d.fractures, |fracture| fracture.date)
            + after(today, &d.labs, |lab| lab.date)
            + after(today, &d.treatments, |treatment| treatment.start)
            + after(today, &d.spine_imaging, |imaging| imaging.date)
    }
}

/// How many entries of a list are dated after a day.
fn after<T>(today: Date, list: &Option<Vec<T>>, day: impl Fn(&T) -> Option<Date>) -> u32 {
    let entries = list.as_deref().unwrap_or_default();
    // At most as many as the document has entries.
    entries.iter().filter(|&entry| day(entry).is_some_and(|day| day > today)).count() as u32
}
