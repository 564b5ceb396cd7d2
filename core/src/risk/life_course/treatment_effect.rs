//! What trials of treatments found: the rows of `data/risk/treatment_effects.csv`.
//!
//! The population of a row is what its sources say of it, and no more. Where a trial's ages were not seen,
//! the row says so, and gives no benefit; what else a trial asked is in the note. Sources that differ on a number stand as a row each, with the
//! conflict named; nothing is averaged.
//!
//! Left out, because recalled only: nonvertebral fracture in HORIZON-PFT (zoledronate) and hip fracture in
//! ARCH (romosozumab, then alendronate).

use core::fmt;

use crate::citation::{CitationId, Confidence, ids};
use crate::document::Region;
use crate::document::choice::choice;
use crate::quantity::Tenths;

use super::t_criterion::{TCriterion, TLimit};

choice! {
    /// What was studied: a drug, a sequence of two, or a class of them.
    pub enum StudiedDrug {
        Alendronate = "alendronate",
        Risedronate = "risedronate",
        Ibandronate = "ibandronate",
        Zoledronate = "zoledronate",
        Denosumab = "denosumab",
        Teriparatide = "teriparatide",
        Abaloparatide = "abaloparatide",
        Romosozumab = "romosozumab",
        RomosozumabThenAlendronate = "romosozumab_then_alendronate",
        Raloxifene = "raloxifene",
        HormoneTherapy = "hormone_therapy",
        Calcitonin = "calcitonin",
        OestrogenAndProgestogen = "oestrogen_and_progestogen",
        CalciumAndVitaminD = "calcium_and_vitamin_d",
        Bisphosphonates = "bisphosphonates",
    }
}

choice! {
    /// What a trial counted.
    pub enum TrialOutcome {
        /// Vertebral fracture found on a radiograph, felt or not.
        MorphometricVertebral = "morphometric_vertebral",
        /// Vertebral fracture that came to a doctor.
        ClinicalVertebral = "clinical_vertebral",
        Hip = "hip",
        Nonvertebral = "nonvertebral",
        AnyClinical = "any_clinical",
        Death = "death",
    }
}

choice! {
    /// How an effect is written.
    pub enum EffectType {
        /// Relative risk reduction, %.
        RelativeRiskReductionPercent = "RRR%",
        HazardRatio = "HR",
        RelativeRisk = "RR",
        /// No relative risk: it gives no absolute benefit.
        OddsRatio = "OR",
    }
}

choice! {
    /// What it was compared with.
    pub enum Comparator {
        /// Placebo or no treatment.
        Placebo = "placebo",
        Alendronate = "alendronate",
        Risedronate = "risedronate",
        Romosozumab = "romosozumab",
        PthReceptorAgonists = "pth_receptor_agonists",
    }
}

choice! {
    /// The sexes that a trial enrolled.
    pub enum Sexes { Women = "women", WomenAndMen = "women_and_men", }
}

/// Whom a trial enrolled, as far as its sources say; `None` where they say nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Population {
    /// The sexes.
    pub sexes: Sexes,
    /// Whether the ages were seen in a source; else nobody can be held against them.
    pub ages_seen: bool,
    /// The youngest, in completed years.
    pub youngest_years: Option<u32>,
    /// The oldest, in completed years.
    pub oldest_years: Option<u32>,
    /// After the menopause.
    pub postmenopausal: Option<bool>,
    /// With osteoporosis by bone density.
    pub osteoporosis: Option<bool>,
    /// The T-score that was asked for.
    pub t_score: Option<TCriterion>,
    /// With a vertebral fracture before the trial.
    pub prior_vertebral_fracture: Option<bool>,
    /// Entered after a hip fracture.
    pub after_hip_fracture: Option<bool>,
}

impl fmt::Display for Population {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.sexes {
            Sexes::Women => "women",
            Sexes::WomenAndMen => "women and men",
        })?;
        if !self.ages_seen {
            f.write_str(", ages not seen")?;
        }
        match (self.youngest_years, self.oldest_years) {
            (Some(youngest), Some(oldest)) => write!(f, " of {youngest}-{oldest}")?,
            (Some(youngest), None) => write!(f, " of {youngest} and more")?,
            (None, Some(oldest)) => write!(f, " of at most {oldest}")?,
            (None, None) => {}
        }
        for (known, yes, no) in [
            (self.postmenopausal, "postmenopausal", "premenopausal"),
            (self.osteoporosis, "osteoporosis", "no osteoporosis"),
            (self.prior_vertebral_fracture, "prior vertebral fracture", "no prior vertebral fracture"),
            (self.after_hip_fracture, "after hip fracture", "no hip fracture before"),
        ] {
            if let Some(known) = known {
                write!(f, ", {}", if known { yes } else { no })?;
            }
        }
        self.t_score.map_or(Ok(()), |asked| write!(f, ", {asked}"))
    }
}

/// What a source says of an effect's significance, beside its confidence limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Significance {
    /// Nothing.
    NotStated,
    /// Not significant, without a number.
    NotSignificant,
    /// The P value.
    P(f64),
}

/// An effect that a trial found, with its source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TreatmentEffect {
    /// What was studied.
    pub drug: StudiedDrug,
    /// The trial or the meta-analysis.
    pub trial: &'static str,
    /// What was counted.
    pub outcome: TrialOutcome,
    /// The part of the trial, where not all of it; else empty.
    pub stratum: &'static str,
    /// How the effect is written.
    pub effect_type: EffectType,
    /// The effect.
    pub value: f64,
    /// Its 95 % confidence limits, the lower number first, where a source gave them.
    pub limits: Option<[f64; 2]>,
    /// How long the trial ran.
    pub months: Option<u32>,
    /// Whether the months were seen in a source; else they are partly recalled.
    pub months_verified: bool,
    /// What it was compared with.
    pub comparator: Comparator,
    /// Whom the trial enrolled.
    pub population: Population,
    /// Significance where stated.
    pub significance: Significance,
    /// How sources differ on this number; empty where they do not.
    pub conflict: &'static str,
    /// What else to know; else empty.
    pub note: &'static str,
    /// Where the number was seen; a review, where it says so, and not the paper itself.
    pub seen_in: &'static str,
    /// The trial's paper.
    pub citation: CitationId,
    /// How far the number is trusted.
    pub confidence: Confidence,
}

impl TreatmentEffect {
    /// Whether the effect differs from none by its P value or its confidence limits; `None` where the
    /// sources seen give neither.
    #[must_use]
    pub fn is_significant(&self) -> Option<bool> {
        match (self.significance, self.limits) {
            (Significance::NotSignificant, _) => Some(false),
            (Significance::P(p), _) => Some(p < 0.05),
            (Significance::NotStated, Some([low, high])) => {
                let none = match self.effect_type {
                    EffectType::RelativeRiskReductionPercent => 0.0,
                    _ => 1.0,
                };
                Some(!(low <= none && none <= high))
            }
            (Significance::NotStated, None) => None,
        }
    }

    /// Significance, conflict, note and source in one line.
    #[must_use]
    pub fn remarks(&self) -> String {
        let significance = match self.significance {
            Significance::NotStated => String::new(),
            Significance::NotSignificant => "not significant".to_owned(),
            Significance::P(p) => format!("P = {p}"),
        };
        let months =
            if self.months.is_some() && !self.months_verified { "months partly recalled" } else { "" };
        let seen = format!("seen in: {}", self.seen_in);
        [self.stratum, &significance, months, self.conflict, self.note, &seen]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("; ")
    }
}

impl fmt::Display for TreatmentEffect {
    /// Drug, trial, outcome and duration.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}), {}", self.drug, self.trial, self.outcome)?;
        self.months.map_or(Ok(()), |months| write!(f, ", {months} months"))
    }
}

include!(concat!(env!("OUT_DIR"), "/treatment_effects.rs"));

/// Every effect, trial by trial.
///
/// ```
/// use osteon::risk::life_course::treatment_effect::{StudiedDrug, TrialOutcome, effects};
/// let hip = effects()
///     .iter()
///     .find(|row| row.drug == StudiedDrug::Zoledronate && row.outcome == TrialOutcome::Hip)
///     .unwrap();
/// assert_eq!((hip.trial, hip.value, hip.months), ("HORIZON-PFT", 41.0, Some(36)));
/// ```
#[must_use]
pub fn effects() -> &'static [TreatmentEffect] {
    &EFFECTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_population_in_words() {
        let hip = |row: &&TreatmentEffect| row.trial == "FIT-1" && row.outcome == TrialOutcome::Hip;
        let row = effects().iter().find(hip).unwrap();
        let words = row.population.to_string();
        let expected = "women of 55-81, postmenopausal, prior vertebral fracture, \
                        T-score of femoral neck at most -1.5";
        assert_eq!(words, expected);
        assert_eq!(row.to_string(), "alendronate (FIT-1), hip, 36 months");
        let unseen = effects().iter().find(|row| row.trial == "FPT").unwrap();
        assert!(unseen.population.to_string().starts_with("women, ages not seen, postmenopausal"));
    }

    #[test]
    fn significance_by_p_or_by_limits() {
        let of = |trial: &str, outcome: TrialOutcome| {
            effects().iter().find(|row| row.trial == trial && row.outcome == outcome).unwrap()
        };
        assert_eq!(of("HORIZON-RFT", TrialOutcome::Hip).is_significant(), Some(false));
        assert_eq!(of("HORIZON-RFT", TrialOutcome::Death).is_significant(), Some(true));
        assert_eq!(of("FIT-1", TrialOutcome::Hip).is_significant(), Some(true));
        assert_eq!(of("VERT-MN", TrialOutcome::Nonvertebral).is_significant(), Some(false));
        assert_eq!(of("VERO", TrialOutcome::Nonvertebral).is_significant(), None);
        assert_eq!(of("FRAME", TrialOutcome::Nonvertebral).is_significant(), Some(false));
    }

    #[test]
    fn what_is_recalled_only_is_left_out() {
        let there = |trial: &str, outcome: TrialOutcome| {
            effects().iter().any(|row| row.trial == trial && row.outcome == outcome)
        };
        assert!(!there("HORIZON-PFT", TrialOutcome::Nonvertebral) && !there("ARCH", TrialOutcome::Hip));
        assert!(effects().iter().all(|row| row.confidence <= Confidence::BMinus));
    }
}
