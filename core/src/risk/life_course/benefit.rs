//! What a trial's effect would be worth to a person whose risk a model has given.
//!
//! Given only where the trial's outcome, horizon, population and comparator are the model's and the
//! person's; otherwise refused, with every mismatch in words. A relative risk reduction or a relative risk
//! multiplies the risk over the trial's own time; a hazard ratio acts as `1 - (1 - P)^HR`; an odds ratio is
//! no relative risk and gives nothing.
//!
//! Information, and no advice to treat or not to: harm is no part of it.

use super::probability::{Probability, checked_years};
use super::relative::{
    NumberNeeded, absolute_risk_reduction, number_needed, with_hazard_ratio, with_relative_risk,
};
use super::t_criterion::in_words;
use super::treatment_effect::{
    Comparator, EffectType, Population, Sexes, StudiedDrug, TreatmentEffect, TrialOutcome,
};
use crate::document::choice::choice;
use crate::document::{Region, Sex};
use crate::error::{Code, Refusal};
use crate::risk::{Model, Outcome, Verification};

pub use super::treatment_effect::effects;

choice! {
    /// How a model counts vertebral fractures.
    pub enum VertebralFractures {
        /// Those found on radiographs, felt or not.
        Morphometric = "morphometric",
        /// Those that come to a doctor.
        Clinical = "clinical",
    }
}

/// What is known of the person; `None` is unknown and never read as no.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct KnownFacts {
    /// Age, fractional.
    pub age_years: Option<f64>,
    /// After the menopause.
    pub postmenopausal: Option<bool>,
    /// Osteoporosis by bone density; a fragility fracture alone is none.
    pub osteoporosis: Option<bool>,
    /// T-score of the femoral neck.
    pub femoral_neck_t: Option<f64>,
    /// T-score of the total hip.
    pub total_hip_t: Option<f64>,
    /// T-score of the lumbar spine.
    pub lumbar_spine_t: Option<f64>,
    /// A vertebral fracture before now.
    pub prior_vertebral_fracture: Option<bool>,
    /// Now after a hip fracture, as those who enter such a trial.
    pub after_hip_fracture: Option<bool>,
    /// Takes a drug for osteoporosis now, so that the risk is none without treatment.
    pub on_treatment: Option<bool>,
}

impl KnownFacts {
    /// The T-score of a region, where known.
    #[must_use]
    pub const fn t(&self, region: Region) -> Option<f64> {
        match region {
            Region::FemoralNeck => self.femoral_neck_t,
            Region::TotalHip => self.total_hip_t,
            Region::LumbarSpine => self.lumbar_spine_t,
            _ => None,
        }
    }
}

/// The risk of a person without treatment, as a model gave it.
#[derive(Clone, Copy, Debug)]
pub struct Baseline {
    /// The model that gave it.
    pub model: &'static Model,
    /// The outcome.
    pub outcome: Outcome,
    /// Over how many years: a horizon that the model publishes.
    pub horizon_years: f64,
    /// The risk, %.
    pub percent: f64,
    /// The risk from the best to the worst completion of what is unknown, %.
    pub range_percent: Option<[f64; 2]>,
    /// Whether an input was moved to the limit of the model.
    pub clamped: bool,
    /// How the model's numbers were seen, where known.
    pub verification: Option<Verification>,
    /// The sex.
    pub sex: Sex,
    /// How the model counts vertebral fractures, where that is its outcome and known.
    pub vertebral_fractures: Option<VertebralFractures>,
    /// What is known of the person.
    pub known: KnownFacts,
}

/// What an effect would be worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Benefit {
    /// The trial's effect, with drug, outcome, comparator, conflict and source.
    pub effect: &'static TreatmentEffect,
    /// The model's outcome, which is the trial's.
    pub outcome: Outcome,
    /// Over how many years.
    pub horizon_years: f64,
    /// Risk without treatment, %.
    pub untreated_percent: f64,
    /// Risk with treatment, %.
    pub treated_percent: f64,
    /// Absolute risk reduction, percentage points.
    pub reduction_points: f64,
    /// The same at the trial's 95 % confidence limits, the smaller first; negative is a higher risk with
    /// treatment. Only the trial's uncertainty is in it, none of the model's.
    pub reduction_points_limits: Option<[f64; 2]>,
    /// Number needed to treat over the horizon for one fewer to have the outcome, rounded up.
    pub number_needed_to_treat: u64,
    /// The same at the trial's limits, the better first. Where the other is a number needed to harm, the
    /// interval runs from the first through infinity to it.
    pub number_needed_limits: Option<[NumberNeeded; 2]>,
    /// Whether the trial's months were seen in a source; else they are partly recalled.
    pub months_verified: bool,
    /// Whether the trial's effect differs from none; `None` where the sources seen do not say.
    pub significant: Option<bool>,
}

/// Every row of a drug, given or refused.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Benefits {
    /// The rows that match. Conflicting ones are all here, and none is averaged.
    pub given: Vec<Benefit>,
    /// Why the others do not.
    pub refused: Vec<Refusal>,
}

/// The benefit by every row of a drug that matches.
///
/// # Errors
/// A percentage outside 0-100, or years that are not above 0 and at most 120.
pub fn benefits(drug: StudiedDrug, baseline: &Baseline) -> Result<Benefits, Refusal> {
    check(baseline)?;
    let mut all = Benefits::default();
    for effect in effects().iter().filter(|effect| effect.drug == drug) {
        match benefit(effect, baseline) {
            Ok(benefit) => all.given.push(benefit),
            Err(refusal) => all.refused.push(refusal),
        }
    }
    Ok(all)
}

/// The benefit by one effect.
///
/// # Errors
/// `NotUsable` where effect and baseline do not match: the field is the first mismatch, of `effect_type`,
/// `outcome`, `horizon`, `population`, `clamped` and `comparator`; the sentence names them all. `NotUsable` at
/// `effect` where it reduces nothing. A percentage outside 0-100, or years not above 0 and at most 120.
///
/// ```
/// use osteon::document::Sex;
/// use osteon::risk::life_course::benefit::{Baseline, KnownFacts, benefit, effects};
/// use osteon::risk::{Model, Outcome};
///
/// let fit = effects().iter().find(|row| row.trial == "FIT-1" && row.outcome.as_str() == "hip").unwrap();
/// let baseline = Baseline {
///     model: Model::from_id("dubbo2008").unwrap(),
///     outcome: Outcome::Hip,
///     horizon_years: 10.0,
///     percent: 8.0,
///     range_percent: None,
///     clamped: false,
///     verification: None,
///     sex: Sex::Female,
///     vertebral_fractures: None,
///     known: KnownFacts { age_years: Some(74.0), postmenopausal: Some(true), ..Default::default() },
/// };
/// // Thirty-six months are not ten years, and nothing is said of the spine.
/// let refusal = benefit(fit, &baseline).unwrap_err();
/// assert_eq!(refusal.field, "horizon");
/// assert!(refusal.limit.contains("36 months") && refusal.limit.contains("vertebral fracture"));
/// ```
pub fn benefit(effect: &'static TreatmentEffect, baseline: &Baseline) -> Result<Benefit, Refusal> {
    let untreated = check(baseline)?;
    let mismatches = mismatches(effect, baseline);
    if let Some((field, _)) = mismatches.first() {
        let words: Vec<&str> = mismatches.iter().map(|(_, words)| words.as_str()).collect();
        return Err(Refusal::new(Code::NotUsable, *field, effect.to_string(), words.join("; ")));
    }
    let reduction = |value: f64| -> Result<(Probability, f64), Refusal> {
        let treated = treated(untreated, effect.effect_type, value)?;
        Ok((treated, absolute_risk_reduction(untreated, treated)))
    };
    let (treated, reduced) = reduction(effect.value)?;
    let NumberNeeded::ToTreat(number_needed_to_treat) = number_needed(reduced)? else {
        let limit = format!("no reduction of a risk of {} %", baseline.percent);
        return Err(Refusal::new(Code::NotUsable, "effect", effect.to_string(), limit));
    };
    let limits = match effect.limits {
        Some([low, high]) => {
            let (a, b) = (reduction(low)?.1, reduction(high)?.1);
            Some([a.min(b), a.max(b)])
        }
        None => None,
    };
    let number_needed_limits = match limits {
        Some([worse, better]) => Some([number_needed(better)?, number_needed(worse)?]),
        None => None,
    };
    Ok(Benefit {
        effect,
        outcome: baseline.outcome,
        horizon_years: baseline.horizon_years,
        untreated_percent: untreated.percent(),
        treated_percent: treated.percent(),
        reduction_points: reduced * 100.0,
        reduction_points_limits: limits.map(|limits| limits.map(|limit| limit * 100.0)),
        number_needed_to_treat,
        number_needed_limits,
        months_verified: effect.months_verified,
        significant: effect.is_significant(),
    })
}

fn check(baseline: &Baseline) -> Result<Probability, Refusal> {
    checked_years("horizon_years", baseline.horizon_years)?;
    Probability::from_percent(baseline.percent)
}

fn treated(untreated: Probability, effect_type: EffectType, value: f64) -> Result<Probability, Refusal> {
    match effect_type {
        EffectType::RelativeRiskReductionPercent => with_relative_risk(untreated, 1.0 - value / 100.0),
        EffectType::RelativeRisk => with_relative_risk(untreated, value),
        EffectType::HazardRatio => with_hazard_ratio(untreated, value),
        EffectType::OddsRatio => {
            Err(Refusal::new(Code::NotUsable, "effect_type", value, "an odds ratio is no relative risk"))
        }
    }
}

/// Where the mismatch is, and the mismatch in words.
type Mismatch = (&'static str, String);

fn mismatches(effect: &TreatmentEffect, baseline: &Baseline) -> Vec<Mismatch> {
    let mut found = Vec::new();
    if effect.effect_type == EffectType::OddsRatio {
        let words = "effect type: an odds ratio is no relative risk and gives no absolute benefit";
        found.push(("effect_type", words.to_owned()));
    }
    found.extend(outcome(effect, baseline).map(|words| ("outcome", format!("outcome: {words}"))));
    found.extend(horizon(effect, baseline).map(|words| ("horizon", format!("horizon: {words}"))));
    for words in population(&effect.population, baseline) {
        found.push(("population", format!("population: {words}")));
    }
    if baseline.clamped {
        let words = "clamped: an input of the risk was moved to the limit of its model";
        found.push(("clamped", words.to_owned()));
    }
    if effect.comparator != Comparator::Placebo {
        let words = format!("comparator: the trial compared with {}, not with placebo", effect.comparator);
        found.push(("comparator", words));
    }
    found
}

fn outcome(effect: &TreatmentEffect, baseline: &Baseline) -> Option<String> {
    let (model, sex) = (baseline.model, baseline.sex);
    match model.outcome(baseline.outcome, sex) {
        None => return Some(format!("{} does not predict {} for this sex", model.id, baseline.outcome)),
        Some(row) if !row.gives.contains("percent") => {
            return Some(format!("{} gives {} and no percentage", model.id, row.gives));
        }
        Some(_) => {}
    }
    let same = match baseline.outcome {
        Outcome::Hip => effect.outcome == TrialOutcome::Hip,
        Outcome::Nonvertebral => effect.outcome == TrialOutcome::Nonvertebral,
        Outcome::AnyClinical => effect.outcome == TrialOutcome::AnyClinical,
        Outcome::Death => effect.outcome == TrialOutcome::Death,
        Outcome::Vertebral => match (effect.outcome, baseline.vertebral_fractures) {
            (TrialOutcome::MorphometricVertebral | TrialOutcome::ClinicalVertebral, None) => {
                let words = "how the model counts vertebral fractures is not known";
                return Some(format!("the trial counted {}; {words}", effect.outcome));
            }
            (TrialOutcome::MorphometricVertebral, Some(counted)) => {
                counted == VertebralFractures::Morphometric
            }
            (TrialOutcome::ClinicalVertebral, Some(counted)) => counted == VertebralFractures::Clinical,
            _ => false,
        },
        Outcome::Any | Outcome::Mof | Outcome::VertebralOrHip | Outcome::LowBoneDensity => false,
    };
    if same {
        return None;
    }
    let counted = match (baseline.outcome, baseline.vertebral_fractures) {
        (Outcome::Vertebral, Some(counted)) => format!(" ({counted})"),
        _ => String::new(),
    };
    Some(format!("the trial counted {}, the model predicts {}{counted}", effect.outcome, baseline.outcome))
}

/// How near two horizons count as one, in months: a third of a year as a decimal is not one in binary.
const SAME_MONTHS: f64 = 1e-9;

fn horizon(effect: &TreatmentEffect, baseline: &Baseline) -> Option<String> {
    let years = baseline.horizon_years;
    let published = baseline.model.outcome(baseline.outcome, baseline.sex).map(|row| row.horizon);
    if let Some(published) = published.filter(|published| !publishes(published, years)) {
        return Some(format!("{} publishes {published}, not {years} years", baseline.model.id));
    }
    let Some(months) = effect.months else {
        return Some("the source states no duration".to_owned());
    };
    let given = years * 12.0;
    ((given - f64::from(months)).abs() > SAME_MONTHS).then(|| {
        format!("the trial ran for {months} months, the risk is over {years} years ({given} months)")
    })
}

/// Whether a horizon of the registry, such as `1-18 years` or `5 and 10 years`, holds so many years.
fn publishes(horizon: &str, years: f64) -> bool {
    let Some(list) = horizon.strip_suffix(" years").or_else(|| horizon.strip_suffix(" year")) else {
        return false;
    };
    // A decimal of few digits, as an integer over a power of ten: both are exact.
    let number = |text: &str| {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{whole}{part}").parse::<u32>().ok()?;
        let scale = 10_u32.checked_pow(u32::try_from(part.len()).ok()?)?;
        Some(f64::from(digits) / f64::from(scale))
    };
    let is = |end: f64| ((years - end) * 12.0).abs() <= SAME_MONTHS;
    list.split(" and ").any(|part| match part.split_once('-') {
        // A range is one of whole years.
        Some((first, last)) => number(first).zip(number(last)).is_some_and(|(first, last)| {
            is(years.round()) && years.round() >= first && years.round() <= last
        }),
        None => number(part).is_some_and(is),
    })
}

fn population(trial: &Population, baseline: &Baseline) -> Vec<String> {
    let known = &baseline.known;
    let mut found = Vec::new();
    if trial.sexes == Sexes::Women && baseline.sex != Sex::Female {
        found.push("the trial enrolled women only".to_owned());
    }
    if !trial.ages_seen {
        found.push("the ages of the trial were not seen".to_owned());
    }
    if trial.youngest_years.is_some() || trial.oldest_years.is_some() {
        let (youngest, oldest) = (trial.youngest_years.unwrap_or(0), trial.oldest_years.unwrap_or(120));
        let within = |age: f64| age >= f64::from(youngest) && age < f64::from(oldest) + 1.0;
        match known.age_years {
            Some(age) if within(age) => {}
            Some(age) => found.push(format!("the trial enrolled {trial}; this person is {age}")),
            None => found.push(format!("the trial enrolled {trial}; the age of this person is not known")),
        }
    }
    for (asked, person, what) in [
        (trial.postmenopausal, known.postmenopausal, "postmenopausal"),
        (trial.osteoporosis, known.osteoporosis, "osteoporosis"),
        (trial.prior_vertebral_fracture, known.prior_vertebral_fracture, "prior vertebral fracture"),
        (trial.after_hip_fracture, known.after_hip_fracture, "after hip fracture"),
    ] {
        let Some(asked) = asked.filter(|&asked| person != Some(asked)) else { continue };
        let (asked, is) = (yes_or_no(Some(asked)), yes_or_no(person));
        found.push(format!("{what} is {asked} in the trial and {is} in this person"));
    }
    match known.on_treatment {
        Some(false) => {}
        Some(true) => found.push("this person is on treatment: the risk is none without".to_owned()),
        None => found.push("whether this person is on treatment is not known".to_owned()),
    }
    if let Some(asked) = trial.t_score {
        let met = asked.is_met(|region| known.t(region));
        if met != Some(true) {
            let of_site = |&site: &Region| {
                let t = known.t(site).map_or("not known".to_owned(), |t| t.to_string());
                format!("{} {t}", in_words(site))
            };
            let sites: Vec<String> = asked.sites.iter().map(of_site).collect();
            let (is, sites) = (yes_or_no(met), sites.join(", "));
            found.push(format!("{asked} is yes in the trial and {is} in this person ({sites})"));
        }
    }
    found
}

const fn yes_or_no(answer: Option<bool>) -> &'static str {
    match answer {
        None => "not known",
        Some(true) => "yes",
        Some(false) => "no",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_horizon_of_the_registry_is_understood() {
        for row in Model::all().iter().flat_map(|model| model.outcomes) {
            let within = (1..=18).any(|years| publishes(row.horizon, f64::from(years)));
            let in_years = row.horizon.ends_with("year") || row.horizon.ends_with("years");
            assert_eq!(within, in_years, "{}", row.horizon);
        }
        assert!(publishes("1-18 years", 18.0) && !publishes("1-18 years", 19.0));
        assert!(!publishes("1-18 years", 1.5) && publishes("1 year", 1.0));
        assert!(publishes("5 and 10 years", 10.0) && !publishes("5 and 10 years", 7.0));
        assert!(!publishes("30 days", 30.0) && !publishes("", 1.0) && !publishes("5 years", f64::NAN));
    }
}
