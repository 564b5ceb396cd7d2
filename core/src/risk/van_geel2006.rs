//! The tree of van Geel 2006: any clinical fracture within five years, for women of 50-80 past the menopause.
//!
//! The paper counts clinical fractures after the menopause. A document does not say how a fracture was found,
//! so that every fracture on its list is read as clinical, of whatever site and force; one that follows from
//! a tumour, an implant, an atypical line or overuse is not, nor is a vertebra of Genant's grade 0. The date of
//! an image leaves recency open. The abstract says "T-score below -1.0" without a site: we take the lowest of
//! femoral neck, total hip and lumbar spine.

use crate::diagnosis::{PastFracture, and, any_past_fracture, fractures_are_known, past_fractures};
use crate::document::{FractureSite, Region, Trauma};
use crate::error::{Code, Refusal};
use crate::facts::Person;
use crate::quantity::{Compared, PrintedT};
use crate::reference::thresholds::{
    VAN_GEEL2006_AGE_FROM_YEARS, VAN_GEEL2006_AGE_TO_YEARS, VAN_GEEL2006_LOW_BELOW_T,
    VAN_GEEL2006_RECENT_MONTHS,
};

use super::reading::{
    Completed, Possible, Worse, age_read, completions, flag_imaged_vertebra, is_clinical, list_moved_age,
    read_since_menopause, remark, since_menopause, within,
};
use super::risk_by_points::{Published, tables::van_geel2006 as tree};
use super::{
    FieldSet, Horizon, InNumbers, ModelAnswer, NoAnswer, Numbers, Outcome, OutcomeAnswer, Remark, Subject,
    Unknowns, missing, models,
};

const HORIZON: Horizon = Horizon::Years(5);

/// What the tree asks of a woman past the menopause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inputs {
    /// Age, 50-80 years; it chooses nothing.
    pub age_years: f64,
    /// A clinical fracture within the past five years.
    pub fracture_within_5_years: bool,
    /// A clinical fracture after the menopause, however long ago.
    pub fracture_after_menopause: bool,
    /// The T-score that speaks of low bone mass; asked only where there is no fracture.
    pub t_score: Option<f64>,
}

/// Risk of any new clinical fracture in five years, with its 95 % confidence interval. Source: van Geel 2006.
///
/// ```
/// use osteon::risk::van_geel2006;
/// let woman = van_geel2006::Inputs {
///     age_years: 64.0,
///     fracture_within_5_years: false,
///     fracture_after_menopause: false,
///     t_score: Some(-1.5),
/// };
/// assert_eq!(van_geel2006::risk(&woman)?.percent, Some(13.8));
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
///
/// # Errors
/// `NotFinite` or `OutOfRange` for age and T-score (-10 to +10); `Missing` without a fracture and a T-score.
pub fn risk(inputs: &Inputs) -> Result<Published, Refusal> {
    let Inputs { age_years, fracture_within_5_years, fracture_after_menopause, t_score } = *inputs;
    within(
        "age_years",
        age_years,
        VAN_GEEL2006_AGE_FROM_YEARS,
        VAN_GEEL2006_AGE_TO_YEARS,
        "50-80 years in this model",
    )?;
    if let Some(t) = t_score {
        within("t_score", t, PrintedT::MIN, PrintedT::MAX, PrintedT::LIMIT)?;
    }
    let low = t_score.map(is_low);
    if !fracture_within_5_years && !fracture_after_menopause && low.is_none() {
        return Err(missing("t_score", "the model needs a T-score where there is no fracture"));
    }
    Ok(leaf([fracture_within_5_years, fracture_after_menopause, low.unwrap_or(false)]))
}

fn is_low(t: f64) -> bool {
    Compared::exact(t) < Compared::reported(VAN_GEEL2006_LOW_BELOW_T)
}

/// A recent fracture, any fracture after the menopause, low bone mass.
const fn leaf(answers: [bool; 3]) -> Published {
    match answers {
        [true, _, _] => tree::RECENT_FRACTURE,
        [false, true, _] => tree::EARLIER_FRACTURE,
        [false, false, true] => tree::LOW_BMD,
        [false, false, false] => tree::NORMAL_BMD,
    }
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    let read = Read::of::<Code>(subject);
    let said = read.and_then(|read| read.leaf());
    match said {
        Ok(leaf) => Numbers::each(to, [of_leaf(leaf)]),
        Err(code) => Numbers::none::<1>(to, code),
    }
}

fn of_leaf(leaf: Published) -> Numbers {
    Numbers { percent: leaf.percent, category: leaf.category, ..Numbers::default() }
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    match Read::of(subject) {
        Ok(read) => read.answer(subject),
        Err(refusal) => {
            let asked = [(Outcome::AnyClinical, Some(HORIZON))];
            ModelAnswer::refused(&models::VAN_GEEL2006, asked, refusal)
        }
    }
}

/// What the tree is told of a woman.
struct Read {
    age: f64,
    recent: Option<bool>,
    /// A fracture after the menopause, with what is read into it.
    earlier_read: bool,
    lowest: Option<(f64, Region)>,
}

impl Read {
    fn of<E: NoAnswer>(subject: &Subject<'_>) -> Result<Self, E> {
        subject.postmenopausal_only()?;
        let age = age_read::<E>(subject, VAN_GEEL2006_AGE_FROM_YEARS, VAN_GEEL2006_AGE_TO_YEARS)?;
        let person = subject.person;
        let recent = any_past_fracture(person, |fracture| {
            and(Some(is_clinical(fracture)), fracture.within_months(VAN_GEEL2006_RECENT_MONTHS))
        });
        let earlier_read = past_fractures(person).any(|fracture| read_since_menopause(person, &fracture));
        Ok(Self { age, recent, earlier_read, lowest: lowest_t(subject) })
    }

    /// A recent fracture, and any after the menopause, as they are read.
    fn fractures(&self) -> [bool; 2] {
        [self.recent.unwrap_or(false), self.earlier_read]
    }

    fn leaf<E: NoAnswer>(&self) -> Result<Published, E> {
        let fractures @ [recent, earlier] = self.fractures();
        match self.lowest {
            Some((t, _)) => Ok(leaf([recent, earlier, is_low(t)])),
            None if fractures.contains(&true) => Ok(leaf([recent, earlier, false])),
            None => Err(missing("scans", "the model needs a T-score where there is no fracture").into()),
        }
    }

    fn answer(&self, subject: &Subject<'_>) -> ModelAnswer {
        let person = subject.person;
        let mut said = subject.begin(&models::VAN_GEEL2006);
        let ages = [VAN_GEEL2006_AGE_FROM_YEARS, VAN_GEEL2006_AGE_TO_YEARS];
        list_moved_age(subject, self.age, ages, &mut said.clamped);
        let answers = [self.recent, earlier(person), self.lowest.map(|(t, _)| is_low(t))];
        let leaves = completions(answers).map(leaf).filter_map(|leaf| {
            let points = leaf.percent?;
            Some(Completed { points, percent: leaf.percent, category: leaf.category })
        });
        let possible = Possible::over(Worse::High, leaves);
        if said.in_full {
            self.list_inputs(&mut said);
            self.list_unknowns(person, possible.percent, &mut said);
        }
        let mut outcome = OutcomeAnswer {
            range_percent: possible.percent,
            could_be: possible.categories,
            ..OutcomeAnswer::of(Outcome::AnyClinical, HORIZON)
        };
        if said.in_full {
            outcome.flags.extend(flag_imaged_vertebra(person));
        }
        match self.leaf() {
            Ok(leaf) => {
                outcome = outcome.with(of_leaf(leaf));
                if said.in_full {
                    outcome.flags.extend(flags(subject, leaf, self.fractures().contains(&true)));
                }
            }
            Err(refusal) => outcome.refused = Some(refusal),
        }
        said.outcomes = vec![outcome];
        said
    }

    fn list_inputs(&self, said: &mut ModelAnswer) {
        let [recent_read, earlier_read] = self.fractures();
        said.input("age_years", self.age);
        said.input("fracture_within_5_years", recent_read);
        said.input("fracture_after_menopause", earlier_read);
        if let Some((t, region)) = self.lowest {
            said.input("lowest_t_score", t);
            said.input("lowest_t_score_region", region.as_str());
        }
    }

    /// Lists what was unknown, with the risks that remain.
    fn list_unknowns(&self, person: &Person<'_>, possible: Option<[f64; 2]>, to: &mut impl Unknowns) {
        if self.recent.is_none() || (self.recent != Some(true) && earlier(person).is_none()) {
            let read_as = match (fractures_are_known(person), self.recent, self.earlier_read) {
                (false, ..) => "none",
                (true, None, _) => "not within the past 5 years",
                (true, Some(_), true) => "after the menopause",
                (true, Some(_), false) => "before the menopause",
            };
            to.read_as("fractures", read_as, || {
                possible.map_or(String::new(), |[low, high]| format!("between {low} and {high} %"))
            });
        }
    }
}

/// Whether a fracture after the menopause is stated.
fn earlier(person: &Person<'_>) -> Option<bool> {
    any_past_fracture(person, |fracture| since_menopause(person, fracture))
}

/// The fields of [`Read::list_unknowns`].
pub(super) const FIELDS: &[&str] = &["fractures"];

pub(super) fn unknowns(subject: &Subject<'_>, to: &mut FieldSet) {
    if let Ok(read) = Read::of::<Code>(subject) {
        read.list_unknowns(subject.person, None, to);
    }
}

fn lowest_t(subject: &Subject<'_>) -> Option<(f64, Region)> {
    let regions = [Region::FemoralNeck, Region::TotalHip, Region::LumbarSpine];
    let scores = regions.into_iter().filter_map(|region| Some((subject.t(region)?, region)));
    scores.min_by(|(a, _), (b, _)| a.total_cmp(b))
}

fn flags(subject: &Subject<'_>, leaf: Published, fracture: bool) -> Vec<Remark> {
    let mut flags = Vec::new();
    if let Some((low, high)) = leaf.low.zip(leaf.high) {
        let text = format!("95 % confidence interval {low:.1}-{high:.1} %");
        flags.push(remark("confidence_interval_95", text));
    }
    if !fracture {
        let text = "the abstract gives no site for its T-score: the lowest of femoral neck, total hip and \
                    lumbar spine is taken, which is our reading";
        flags.push(remark("t_score_site_is_our_reading", text));
    }
    let counts = |fracture: &PastFracture<'_>| {
        is_clinical(fracture)
            && (fracture.within_months(VAN_GEEL2006_RECENT_MONTHS) == Some(true)
                || read_since_menopause(subject.person, fracture))
    };
    let violent = |fracture: PastFracture<'_>| fracture.fracture.trauma == Some(Trauma::High);
    if past_fractures(subject.person).filter(counts).any(violent) {
        let text = "a fracture of high force is counted: the tree asks for clinical fractures of any force";
        flags.push(remark("high_trauma_counted", text));
    }
    let mut counted = past_fractures(subject.person).filter(counts).peekable();
    if counted.peek().is_some() && counted.all(|fracture| is_minor(fracture.site)) {
        let text = "only a fracture of finger, toe, hand, foot, face or skull is counted: the abstract names no \
                    sites";
        flags.push(remark("minor_site_counted", text));
    }
    flags
}

const fn is_minor(site: FractureSite) -> bool {
    use FractureSite as S;
    matches!(site, S::Finger | S::Toe | S::Hand | S::Foot | S::Face | S::Skull)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WOMAN: Inputs = Inputs {
        age_years: 65.0,
        fracture_within_5_years: false,
        fracture_after_menopause: false,
        t_score: Some(0.0),
    };

    fn category(inputs: Inputs) -> &'static str {
        risk(&inputs).unwrap().category.unwrap()
    }

    #[test]
    fn low_is_below_minus_one() {
        for (t, expected) in
            [(-0.9, "normal_bmd"), (-1.0, "normal_bmd"), (-1.1, "low_bmd"), (-1.001, "low_bmd")]
        {
            assert_eq!(category(Inputs { t_score: Some(t), ..WOMAN }), expected, "{t}");
        }
    }

    #[test]
    fn a_fracture_needs_no_t_score() {
        let earlier = Inputs { fracture_after_menopause: true, t_score: None, ..WOMAN };
        assert_eq!(category(earlier), "earlier_fracture");
        assert_eq!(category(Inputs { fracture_within_5_years: true, ..earlier }), "recent_fracture");
        assert_eq!(risk(&Inputs { t_score: None, ..WOMAN }).unwrap_err().code, Code::Missing);
    }

    #[test]
    fn refusals() {
        for (age_years, code) in
            [(49.9, Code::OutOfRange), (80.1, Code::OutOfRange), (f64::NAN, Code::NotFinite)]
        {
            assert_eq!(risk(&Inputs { age_years, ..WOMAN }).unwrap_err().code, code);
        }
        let nan = Inputs { t_score: Some(f64::NAN), ..WOMAN };
        assert_eq!(risk(&nan).unwrap_err().code, Code::NotFinite);
    }
}
