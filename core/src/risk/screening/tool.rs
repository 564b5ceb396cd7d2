//! What the screening tools share: checked inputs, yes/no questions, and the answer over completions.

use std::borrow::Cow;

use crate::error::{Code, Refusal};
use crate::quantity::{Age, Weight};
use crate::risk::points::{Band, Bound};
use crate::risk::reading::{self, Completed, Possible};
use crate::risk::{
    InNumbers, Model, ModelAnswer, NoAnswer, Numbers, Outcome, OutcomeAnswer, Subject, Unknowns, Variant,
    missing,
};

use super::decimal::Decimal;

pub(super) use crate::risk::reading::Worse;

/// The category of a tool that has a cut-off and no bands.
pub(super) const AT_CUT_OFF: &str = "at_cut_off";
/// The other one.
pub(super) const BELOW_CUT_OFF: &str = "below_cut_off";

/// The points, unless they are NaN.
pub(super) fn number(points: f64) -> Option<f64> {
    (!points.is_nan()).then_some(points)
}

/// The weight that a pure function was given.
pub(super) fn weight(weight_kg: f64) -> Result<Decimal, Refusal> {
    if !weight_kg.is_finite() {
        return Err(Refusal::new(Code::NotFinite, "weight_kg", weight_kg, "must be a number"));
    }
    let weight = Weight::new(weight_kg);
    let refusal = || Refusal::new(Code::OutOfRange, "weight_kg", weight_kg, Weight::LIMIT);
    weight.map(|weight| Decimal::of(weight.kg())).ok_or_else(refusal)
}

/// Refuses an age that a pure function was given, in completed years.
pub(super) fn age(age_years: u8) -> Result<(), Refusal> {
    age_from(age_years, Age::MIN)
}

/// The same, from a lowest age on.
pub(super) fn age_from(age_years: u8, lowest: f64) -> Result<(), Refusal> {
    let years = f64::from(age_years);
    if (lowest..=Age::MAX).contains(&years) {
        return Ok(());
    }
    let limit = format!("{lowest}-{} years in this model", Age::MAX);
    Err(Refusal::new(Code::OutOfRange, "age_years", years, limit))
}

/// The person's age in completed years, moved to the lowest if the caller asked for that.
pub(super) fn age_of<E: NoAnswer>(subject: &Subject<'_>, lowest: f64) -> Result<u8, E> {
    // Whole years up to 120.
    reading::age_read(subject, lowest, Age::MAX).map(|years| years as u8)
}

/// Lists the age that [`age_of`] read.
pub(super) fn list_age(subject: &Subject<'_>, said: &mut ModelAnswer, lowest: f64, read: u8) {
    let read = f64::from(read);
    reading::list_moved_age(subject, read, [lowest, Age::MAX], &mut said.clamped);
    said.input("age_years", read);
}

/// The person's weight, kg; unknown, or void after an amputation, where `None`.
pub(super) fn weight_of(subject: &Subject<'_>) -> Option<f64> {
    subject.person.weight().map(Weight::kg)
}

/// Lists the weight that [`weight_of`] read.
pub(super) fn list_weight(said: &mut ModelAnswer, read: Option<f64>) {
    if let Some(weight) = read {
        said.input("weight_kg", weight);
    }
}

/// The refusal where the weight is not known.
pub(super) fn no_weight<E: NoAnswer>(subject: &Subject<'_>) -> E {
    let what = if subject.person.document.weight_kg.is_some() {
        "the model needs the weight, and one after an amputation does not count"
    } else {
        "the model needs the weight"
    };
    missing("weight_kg", what).into()
}

/// The field of [`list_menopause`].
pub(crate) const MENOPAUSE: &[&str] = &["postmenopausal"];

/// Lists that a woman of whom it is not known is past the menopause, where that was read into an age.
pub(crate) fn list_menopause(subject: &Subject<'_>, to: &mut impl Unknowns) {
    if subject.person.postmenopausal_assumed {
        to.read_as("postmenopausal", "true", || {
            "if false the tool does not speak of this woman, and is refused".to_owned()
        });
    }
}

/// A yes/no question, as the document answers it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    /// What it is read as.
    pub(super) read: bool,
    /// The field and the word, where the document leaves it open.
    pub(super) open: Option<(&'static str, &'static str)>,
}

impl Asked {
    /// An unknown is read as no, as the paper's form does.
    pub(super) fn of(field: &'static str, said: Option<bool>) -> Self {
        Self { read: said.unwrap_or(false), open: said.is_none().then_some((field, "false")) }
    }

    /// What the answer may be.
    pub(super) fn could(self) -> impl Iterator<Item = bool> + Clone {
        let answers: &[bool] = match self {
            Self { open: Some(_), .. } => &[false, true],
            Self { read: false, .. } => &[false],
            Self { read: true, .. } => &[true],
        };
        answers.iter().copied()
    }

    /// Lists the question where it was left open, with the verdict of the other reading, if there is one.
    pub(super) fn list(self, to: &mut impl Unknowns, other: impl FnOnce(bool) -> Option<Verdict>) {
        if let Some((field, read_as)) = self.open {
            to.read_as(field, read_as, || effect_of(!self.read, other(!self.read)));
        }
    }
}

/// What another reading would do.
fn effect_of(reading: bool, verdict: Option<Verdict>) -> String {
    match verdict {
        Some(verdict) => format!("{verdict} if {reading}"),
        None => "no points without the weight; their range covers both".to_owned(),
    }
}

/// What a tool says of one completion of what is unknown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Verdict {
    pub(super) points: f64,
    pub(super) category: &'static str,
    pub(super) at_cut_off: Option<bool>,
}

impl Verdict {
    /// Of a tool that has a cut-off and no bands.
    pub(super) fn at_least(points: f64, cut_off: f64) -> Self {
        let reached = points >= cut_off;
        let category = if reached { AT_CUT_OFF } else { BELOW_CUT_OFF };
        Self { points, category, at_cut_off: Some(reached) }
    }

    /// Whether it decides as another does.
    pub(super) fn decides_as(self, other: Self) -> bool {
        (self.category, self.at_cut_off) == (other.category, other.at_cut_off)
    }

    /// The same as a variant.
    pub(super) fn variant(self, reading: &'static str) -> Variant {
        Variant { reading, percent: None, points: Some(self.points), category: Some(self.category) }
    }
}

impl From<Verdict> for Numbers {
    fn from(said: Verdict) -> Self {
        let Verdict { points, category, at_cut_off } = said;
        Self { points: Some(points), category: Some(category), at_cut_off, ..Self::default() }
    }
}

impl core::fmt::Display for Verdict {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} points ({})", Decimal::of(self.points).hundredths().to_f64(), self.category)
    }
}

/// The verdict as read, beside those of every completion; without one, where the tool cannot do without
/// what is missing, the completions alone.
pub(super) fn outcome(
    read: Result<Verdict, Refusal>,
    worse: Worse,
    completions: &[Verdict],
) -> OutcomeAnswer {
    let mut outcome = match read {
        Ok(verdict) => OutcomeAnswer::of(Outcome::LowBoneDensity, None).with(verdict.into()),
        Err(refusal) => OutcomeAnswer::refused(Outcome::LowBoneDensity, None, refusal),
    };
    let said = |verdict: &Verdict| Completed {
        points: verdict.points,
        percent: None,
        category: Some(verdict.category),
    };
    let possible = Possible::over(worse, completions.iter().map(said));
    outcome.range_points = possible.points;
    outcome.could_be = possible.categories;
    outcome
}

/// The numbers of what a tool reckoned.
pub(super) fn numbers(to: &mut InNumbers, reckoned: Result<Verdict, Code>) {
    Numbers::each(to, [reckoned.map_or_else(Numbers::refused, Numbers::from)])
}

/// A model's answer from its reckoning. One function for every tool.
#[inline(never)]
pub(super) fn answer(
    model: &'static Model,
    subject: &Subject<'_>,
    reckon: fn(&Subject<'_>, &mut ModelAnswer) -> Result<OutcomeAnswer, Refusal>,
) -> ModelAnswer {
    let mut said = subject.begin(model);
    let refused = |refusal| OutcomeAnswer::refused(Outcome::LowBoneDensity, None, refusal);
    let outcome = reckon(subject, &mut said).unwrap_or_else(refused);
    said.outcomes = vec![outcome];
    said
}

/// The known weight, or one weight of each band.
pub(super) fn weights<'w>(known: &'w Option<f64>, bands: &'static [Band]) -> Cow<'w, [f64]> {
    if known.is_some() { known.as_slice().into() } else { bands.iter().map(inside).collect() }
}

/// A weight of a band.
fn inside(band: &Band) -> f64 {
    match (band.low, band.high) {
        (Bound::Included(kg), _) | (_, Bound::Included(kg)) => kg,
        (_, Bound::Excluded(kg)) => kg - 1.0,
        (Bound::Excluded(kg), Bound::Open) => kg + 1.0,
        (Bound::Open, Bound::Open) => Weight::MIN,
    }
}
