//! SCORE, the Simple Calculated Osteoporosis Risk Estimation (Lydick 1998).

use crate::citation::ids;
use crate::document::options::ScoreArithmetic;
use crate::error::{Code, Refusal};
use crate::risk::points::terms::score as terms;
use crate::risk::reading::Count;
use crate::risk::{
    FieldSet, InNumbers, ModelAnswer, NoAnswer, OutcomeAnswer, Remark, Subject, Unknowns, models,
};

use super::decimal::{Decimal, Factor};
use super::fractures;
use super::tool::{self, Asked, Verdict, Worse};

/// What SCORE asks of a postmenopausal woman.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Woman {
    /// Completed years, to 120.
    pub age_years: u8,
    /// Weight, 20-300 kg; the tool counts it in pounds of 0.45359237 kg.
    pub weight_kg: f64,
    /// Whether she is Black.
    pub black: bool,
    /// Rheumatoid arthritis.
    pub rheumatoid_arthritis: bool,
    /// Non-traumatic fractures of wrist, hip or rib after 45; more than three count as three.
    pub fractures: u8,
    /// Oestrogen ever taken.
    pub ever_oestrogen: bool,
}

/// `5 (not Black) + 4 (rheumatoid arthritis) + 4 * fractures + 3 * age / 10 + 1 (never oestrogen) -
/// weight lb / 10`, the two quotients truncated or kept.
///
/// # Errors
/// An age above 120, and a weight that is outside its range or no number.
///
/// ```
/// use osteon::document::options::ScoreArithmetic;
/// use osteon::risk::screening::score::{Woman, points};
/// let woman = Woman {
///     age_years: 67,
///     weight_kg: 68.0, // 149.9 lb
///     black: false,
///     rheumatoid_arthritis: false,
///     fractures: 1,
///     ever_oestrogen: false,
/// };
/// assert_eq!(points(&woman, ScoreArithmetic::Truncated)?, 14.0);
/// let continuous = points(&woman, ScoreArithmetic::Continuous)?;
/// assert!((continuous - 15.11).abs() < 0.01);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn points(woman: &Woman, arithmetic: ScoreArithmetic) -> Result<f64, Refusal> {
    Ok(sum(woman, checked_quotients(woman, arithmetic)?))
}

fn checked_quotients(woman: &Woman, arithmetic: ScoreArithmetic) -> Result<Quotients, Refusal> {
    let weight = tool::weight(woman.weight_kg)?;
    tool::age(woman.age_years)?;
    Ok(quotients(woman.age_years, weight, arithmetic))
}

/// The fewest and the most points over these answers about arthritis and oestrogen, whatever the woman's own are.
pub(crate) fn fewest_and_most(
    woman: &Woman,
    rheumatoid_arthritis: &[bool],
    ever_oestrogen: &[bool],
    arithmetic: ScoreArithmetic,
) -> Result<(f64, f64), Refusal> {
    let quotients = checked_quotients(woman, arithmetic)?;
    let mut ends = (f64::INFINITY, f64::NEG_INFINITY);
    for &rheumatoid_arthritis in rheumatoid_arthritis {
        for &ever_oestrogen in ever_oestrogen {
            let points = sum(&Woman { rheumatoid_arthritis, ever_oestrogen, ..*woman }, quotients);
            ends = (ends.0.min(points), ends.1.max(points));
        }
    }
    Ok(ends)
}

/// Age and weight by ten: all that is reckoned of them.
#[derive(Clone, Copy)]
struct Quotients {
    decades: f64,
    of_weight: f64,
}

fn quotients(age_years: u8, weight: Decimal, arithmetic: ScoreArithmetic) -> Quotients {
    const IN_POUNDS: Factor = Factor::over(terms::KG_PER_POUND);
    const OF_POUNDS: Factor = Factor::over(terms::POUNDS_PER_POINT);
    const IN_DECADES: Factor = Factor::over(terms::YEARS_OF_A_DECADE);
    let of_weight = weight.by(IN_POUNDS).by(OF_POUNDS);
    let decades = Decimal::whole(age_years).by(IN_DECADES);
    let (decades, of_weight) = match arithmetic {
        ScoreArithmetic::Truncated => (decades.truncated(), of_weight.truncated()),
        ScoreArithmetic::Continuous => (decades, of_weight),
    };
    Quotients { decades: decades.to_f64(), of_weight: of_weight.to_f64() }
}

fn sum(woman: &Woman, Quotients { decades, of_weight }: Quotients) -> f64 {
    let when = |yes: bool, points: f64| if yes { points } else { 0.0 };
    let fractures = f64::from(woman.fractures).min(terms::FRACTURES_AT_MOST);
    let sum = when(!woman.black, terms::NOT_BLACK)
        + when(woman.rheumatoid_arthritis, terms::RHEUMATOID_ARTHRITIS)
        + terms::FOR_EACH_FRACTURE * fractures
        + terms::FOR_EACH_DECADE * decades
        + when(!woman.ever_oestrogen, terms::NEVER_OESTROGEN)
        - of_weight;
    Decimal::of(sum).to_f64()
}

/// Of the truncated arithmetic `at_cut_off` (6 or more) or `below_cut_off`; of the continuous one
/// `low`, `moderate` (from 7) or `high` (from 16).
///
/// The bands are printed in whole points, 0-6, 7-15 and 16-50. A score between two of them is in the
/// lower one until the next is reached: 6.5 is low. `None` for NaN.
///
/// ```
/// use osteon::document::options::ScoreArithmetic::Continuous;
/// use osteon::risk::screening::score::category;
/// assert_eq!([6.0, 6.5].map(|points| category(points, Continuous)), [Some("low"); 2]);
/// assert_eq!([7.0, 15.9].map(|points| category(points, Continuous)), [Some("moderate"); 2]);
/// assert_eq!(category(16.0, Continuous), Some("high"));
/// ```
#[must_use]
pub fn category(points: f64, arithmetic: ScoreArithmetic) -> Option<&'static str> {
    tool::number(points).map(|points| verdict(points, arithmetic).category)
}

fn verdict(points: f64, arithmetic: ScoreArithmetic) -> Verdict {
    if arithmetic == ScoreArithmetic::Truncated {
        return Verdict::at_least(points, terms::CUT_OFF_AT_LEAST);
    }
    let category = if points >= terms::HIGH_FROM {
        "high"
    } else if points >= terms::MODERATE_FROM {
        "moderate"
    } else {
        "low"
    };
    Verdict { points, category, at_cut_off: None }
}

/// The next band, for a score between the printed ends of two.
fn next_band(points: f64) -> Option<&'static str> {
    if points > terms::LOW_TO && points < terms::MODERATE_FROM {
        Some("moderate")
    } else if points > terms::MODERATE_TO && points < terms::HIGH_FROM {
        Some("high")
    } else {
        None
    }
}

/// Whether a verdict is a reason to measure, by its own arithmetic.
fn asks_to_measure(verdict: Verdict) -> bool {
    verdict.at_cut_off.unwrap_or(verdict.category != "low")
}

/// What the tool reads of a woman.
struct Read {
    age_years: u8,
    weight: Option<f64>,
    arthritis: Asked,
    broken: Count,
    ever: Asked,
}

impl Read {
    fn of<E: NoAnswer>(subject: &Subject<'_>) -> Result<Self, E> {
        subject.postmenopausal_only()?;
        let person = subject.person;
        let arthritis = person.risk_factor(|r| r.rheumatoid_arthritis);
        // Three, a row of the table.
        let most = terms::FRACTURES_AT_MOST as u32;
        Ok(Self {
            age_years: tool::age_of::<E>(subject, 0.0)?,
            weight: tool::weight_of(subject),
            arthritis: Asked::of("risk_factors.rheumatoid_arthritis", arthritis),
            broken: fractures::wrist_hip_rib(person, terms::FRACTURES_FROM_AGE, most),
            ever: Asked::of("risk_factors.oestrogen_ever", person.ever_took_oestrogen()),
        })
    }

    fn woman<E: NoAnswer>(&self, subject: &Subject<'_>) -> Result<Woman, E> {
        Ok(Woman {
            age_years: self.age_years,
            weight_kg: self.weight.ok_or_else(|| tool::no_weight::<E>(subject))?,
            black: false,
            rheumatoid_arthritis: self.arthritis.read,
            fractures: few(self.broken.read),
            ever_oestrogen: self.ever.read,
        })
    }

    /// Lists what was unknown of a woman as read, with the verdict of the other reading.
    fn list_unknowns(&self, read: &Woman, of: impl Fn(&Woman) -> Verdict, to: &mut impl Unknowns) {
        not_read(to, || of(&Woman { black: true, ..*read }));
        self.arthritis.list(to, |other| Some(of(&Woman { rheumatoid_arthritis: other, ..*read })));
        list_fractures(to, self.broken, |fractures| of(&Woman { fractures: few(fractures), ..*read }));
        self.ever.list(to, |other| Some(of(&Woman { ever_oestrogen: other, ..*read })));
    }
}

/// The arithmetic asked for.
fn chosen(subject: &Subject<'_>) -> ScoreArithmetic {
    subject.setup.options.score_arithmetic.unwrap_or(ScoreArithmetic::Truncated)
}

/// What the tool says of women of the same age and weight.
fn verdicts(woman: &Woman, arithmetic: ScoreArithmetic) -> impl Fn(&Woman) -> Verdict {
    let quotients = quotients(woman.age_years, Decimal::of(woman.weight_kg), arithmetic);
    move |woman| verdict(sum(woman, quotients), arithmetic)
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    let woman = Read::of(subject).and_then(|read| read.woman(subject));
    tool::numbers(to, woman.map(|woman| verdicts(&woman, chosen(subject))(&woman)))
}

/// The fields that the tool may read something into.
pub(crate) const FIELDS: &[&str] = &[
    "postmenopausal",
    "ethnicity",
    "risk_factors.rheumatoid_arthritis",
    "fractures",
    "risk_factors.oestrogen_ever",
];

pub(crate) fn unknowns(subject: &Subject<'_>, to: &mut FieldSet) {
    let Ok(all) = Read::of::<Code>(subject) else { return };
    if let Ok(read) = all.woman::<Code>(subject) {
        tool::list_menopause(subject, to);
        all.list_unknowns(&read, verdicts(&read, chosen(subject)), to);
    }
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    tool::answer(&models::SCORE, subject, |subject, said| {
        let all = Read::of::<Refusal>(subject)?;
        let Read { arthritis, broken, ever, .. } = all;
        tool::list_menopause(subject, said);
        tool::list_age(subject, said, 0.0, all.age_years);
        tool::list_weight(said, all.weight);
        let read = all.woman::<Refusal>(subject)?;
        said.input("black", read.black);
        said.input("rheumatoid_arthritis", read.rheumatoid_arthritis);
        said.input("fractures_wrist_hip_rib", f64::from(read.fractures));
        said.input("ever_oestrogen", read.ever_oestrogen);

        let arithmetic = chosen(subject);
        let of = verdicts(&read, arithmetic);
        all.list_unknowns(&read, &of, said);

        let mut completions = Vec::new();
        for black in [false, true] {
            for rheumatoid_arthritis in arthritis.could() {
                for fractures in broken.could().map(few) {
                    completions.extend(ever.could().map(|ever_oestrogen| {
                        of(&Woman { black, rheumatoid_arthritis, fractures, ever_oestrogen, ..read })
                    }));
                }
            }
        }
        let said_of_read = of(&read);
        let mut outcome = tool::outcome(Ok(said_of_read), Worse::High, &completions);
        by_other_readings(&mut outcome, &read, said_of_read, arithmetic, said.in_full);
        if arithmetic == ScoreArithmetic::Continuous {
            said.cite(&[ids::SCORE_BANDS]);
        }
        Ok(outcome)
    })
}

/// Ethnicity only ever chooses a Z-score reference, and is not read for this either.
fn not_read(to: &mut impl Unknowns, if_black: impl FnOnce() -> Verdict) {
    to.read_as("ethnicity", "not Black", || {
        format!(
            "the tool gives points for not being Black; ethnicity only ever chooses a Z-score reference here \
             and is not read: {} if Black",
            if_black()
        )
    });
}

/// A count is three at most.
fn few(fractures: u32) -> u8 {
    u8::try_from(fractures).unwrap_or(u8::MAX)
}

fn list_fractures(to: &mut impl Unknowns, count: Count, of: impl Fn(u32) -> Verdict) {
    if count.at_least == count.at_most {
        return;
    }
    let read_as = ["none", "one", "two", "three"].get(usize::from(few(count.read))).copied();
    to.read_as("fractures", read_as.unwrap_or("three"), || {
        let (fewest, most) = (of(count.at_least), of(count.at_most));
        format!(
            "non-traumatic fractures of wrist, hip or rib after 45: {fewest} with {}, {most} with {}",
            count.at_least, count.at_most
        )
    });
}

/// The other arithmetic where it decides otherwise, and the other band of a score between two.
fn by_other_readings(
    outcome: &mut OutcomeAnswer,
    woman: &Woman,
    read: Verdict,
    arithmetic: ScoreArithmetic,
    in_full: bool,
) {
    let (other, reading) = match arithmetic {
        ScoreArithmetic::Truncated => (ScoreArithmetic::Continuous, "score_arithmetic=continuous"),
        ScoreArithmetic::Continuous => (ScoreArithmetic::Truncated, "score_arithmetic=truncated"),
    };
    let by_other = verdicts(woman, other)(woman);
    if asks_to_measure(by_other) != asks_to_measure(read) {
        outcome.variants.push(by_other.variant(reading));
    }
    let next = next_band(read.points).filter(|_| arithmetic == ScoreArithmetic::Continuous);
    if let Some(category) = next {
        outcome.variants.push(Verdict { category, ..read }.variant("score_between_bands=next"));
    }
    if in_full && next.is_some() {
        outcome.flags.push(Remark {
            code: "between_bands",
            text: format!(
                "the bands are printed in whole points; this score is between two and was put into the lower, {}",
                read.category
            ),
        });
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp, reason = "points are exact decimals")]

    use super::*;
    use ScoreArithmetic::{Continuous, Truncated};

    const WOMAN: Woman = Woman {
        age_years: 60,
        weight_kg: 70.0,
        black: false,
        rheumatoid_arthritis: false,
        fractures: 0,
        ever_oestrogen: true,
    };

    #[test]
    fn a_stated_number_of_pounds_is_that_number() {
        let at = |pounds: f64, arithmetic| {
            points(&Woman { weight_kg: pounds * terms::KG_PER_POUND, ..WOMAN }, arithmetic).unwrap()
        };
        assert_eq!([at(149.9, Truncated), at(150.0, Truncated), at(159.9, Truncated)], [9.0, 8.0, 8.0]);
        assert_eq!([at(149.0, Continuous), at(150.0, Continuous)], [8.1, 8.0]);
    }

    #[test]
    fn each_term_by_itself() {
        let with = |woman: Woman| points(&woman, Truncated).unwrap() - points(&WOMAN, Truncated).unwrap();
        assert_eq!(with(Woman { black: true, ..WOMAN }), -5.0);
        assert_eq!(with(Woman { rheumatoid_arthritis: true, ..WOMAN }), 4.0);
        assert_eq!(with(Woman { ever_oestrogen: false, ..WOMAN }), 1.0);
        let fractures = |fractures| with(Woman { fractures, ..WOMAN });
        assert_eq!([1, 2, 3, 4, 200].map(fractures), [4.0, 8.0, 12.0, 12.0, 12.0]);
        let age = |age_years| with(Woman { age_years, ..WOMAN });
        assert_eq!([59, 60, 69, 70].map(age), [-3.0, 0.0, 0.0, 3.0]);
        assert!(points(&Woman { weight_kg: f64::NAN, ..WOMAN }, Truncated).is_err());
    }

    #[test]
    fn the_cut_off_and_the_bands() {
        assert_eq!(
            [5.0, 6.0].map(|points| verdict(points, Truncated).category),
            ["below_cut_off", "at_cut_off"]
        );
        assert_eq!([Truncated, Continuous].map(|arithmetic| category(f64::NAN, arithmetic)), [None, None]);
        assert_eq!([-3.0, 6.9].map(|points| verdict(points, Continuous).category), ["low", "low"]);
        assert_eq!(
            [6.0, 6.1, 7.0, 15.0, 15.5, 16.0].map(next_band),
            [None, Some("moderate"), None, None, Some("high"), None]
        );
    }
}
