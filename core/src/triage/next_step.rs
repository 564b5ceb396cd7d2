//! What comes next: always falls, exercise, calcium and vitamin D, teeth; then what the answer asks for.

use crate::document::choice::choice;

use super::{Cause, Causes, TriageAnswer};

choice! {
    /// A next step.
    pub enum NextStep {
        PalliativeCare = "palliative_care",
        StartTreatmentNow = "start_treatment_now",
        SpecialistNow = "specialist_now",
        ImageBothFemurs = "image_both_femurs",
        GiveDenosumab = "give_denosumab",
        DecideTreatment = "decide_treatment",
        AnabolicFirst = "anabolic_first",
        AnabolicBlockedByDenosumab = "anabolic_blocked_by_denosumab",
        SpecialistAdvice = "specialist_advice",
        MeasureBmd = "measure_bmd",
        CalculateFrax = "calculate_frax",
        AskAboutTheFracture = "ask_about_the_fracture",
        FindWhatIsMissing = "find_what_is_missing",
        FallsAssessment = "falls_assessment",
        Exercise = "exercise",
        CalciumAndVitaminD = "calcium_and_vitamin_d",
        DentalCheck = "dental_check",
    }
}

impl NextStep {
    /// In a sentence.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::PalliativeCare => {
                "in palliative care: decide with the person what of this still serves; comfort comes first"
            }
            Self::StartTreatmentNow => "decide on treatment now; do not wait for DXA",
            Self::SpecialistNow => {
                "refer to a bone specialist at once; no new antiresorptive until then, and no plain stop of denosumab"
            }
            Self::ImageBothFemurs => "image both femurs in full",
            Self::GiveDenosumab => {
                "check calcium, then give the overdue dose of denosumab or its successor without delay"
            }
            Self::DecideTreatment => "decide on treatment, with the safety of each drug",
            Self::AnabolicFirst => "consider an anabolic drug first, with a specialist",
            Self::AnabolicBlockedByDenosumab => {
                "an anabolic drug is recommended first, but not straight after denosumab: a specialist decides on the \
                 sequence"
            }
            Self::SpecialistAdvice => "ask a specialist",
            Self::MeasureBmd => "measure bone density",
            Self::CalculateFrax => "calculate the FRAX probability with the country's model",
            Self::AskAboutTheFracture => {
                "ask how and when the fracture happened, and whether a bisphosphonate or denosumab was taken before it"
            }
            Self::FindWhatIsMissing => "find out what is missing, as each guideline lists it",
            Self::FallsAssessment => "assess the risk of falls",
            Self::Exercise => "advise exercise for strength and balance",
            Self::CalciumAndVitaminD => "check the intake of calcium and vitamin D",
            Self::DentalCheck => "have the teeth checked before a potent antiresorptive",
        }
    }

    /// Whether it is asked of everyone.
    #[must_use]
    pub const fn always(self) -> bool {
        matches!(self, Self::FallsAssessment | Self::Exercise | Self::CalciumAndVitaminD | Self::DentalCheck)
    }

    /// Whether a cause asks for it.
    #[must_use]
    pub const fn follows_from(self, cause: Cause) -> bool {
        match self {
            Self::StartTreatmentNow => matches!(cause, Cause::RecentHipOrVertebralFractureUntreated),
            Self::SpecialistNow => matches!(
                cause,
                Cause::AtypicalUntilExcluded
                    | Cause::DenosumabWithAntiresorptiveBlocked
                    | Cause::TreatedWithAntiresorptiveBlocked
            ),
            Self::GiveDenosumab => matches!(cause, Cause::DenosumabOverdue),
            Self::DecideTreatment => matches!(cause, Cause::GuidelineTreat | Cause::GuidelineConsider),
            Self::AnabolicFirst | Self::AnabolicBlockedByDenosumab => {
                matches!(cause, Cause::GuidelineVeryHigh)
            }
            Self::SpecialistAdvice => matches!(
                cause,
                Cause::GuidelineSpecialist | Cause::AntiresorptiveBlocked | Cause::NoGuidelineApplies
            ),
            Self::MeasureBmd => matches!(cause, Cause::GuidelineMeasureBmd),
            Self::CalculateFrax => matches!(cause, Cause::GuidelineCalculateFrax),
            Self::AskAboutTheFracture => {
                matches!(cause, Cause::RecentFractureInDoubt | Cause::FractureOfUnknownDay)
            }
            Self::FindWhatIsMissing => matches!(cause, Cause::GuidelineUndetermined),
            Self::FallsAssessment | Self::Exercise | Self::CalciumAndVitaminD | Self::DentalCheck => true,
            Self::PalliativeCare | Self::ImageBothFemurs => false,
        }
    }
}

impl TriageAnswer {
    /// What comes next, in the order in which it is done.
    pub fn next_steps(&self) -> impl Iterator<Item = NextStep> {
        let causes = self.causes;
        let here = self.circumstances;
        NextStep::ALL.iter().copied().filter(move |&step| {
            let asked = step.always() || causes.iter().any(|cause| step.follows_from(cause));
            match step {
                NextStep::PalliativeCare => here.palliative,
                NextStep::ImageBothFemurs => here.atypical,
                // A necrosis of the jaw or an atypical fracture, even a suspected one, holds antiresorptives back.
                NextStep::StartTreatmentNow | NextStep::DecideTreatment => asked && !held_back(causes),
                // A dose that is blocked is the specialist's to replace.
                NextStep::GiveDenosumab => asked && !held_back(causes) && !here.pregnant,
                NextStep::SpecialistNow => asked || (causes.has(Cause::DenosumabOverdue) && here.pregnant),
                NextStep::AnabolicFirst => asked && !here.on_denosumab,
                NextStep::AnabolicBlockedByDenosumab => asked && here.on_denosumab,
                _ => asked,
            }
        })
    }
}

/// Whether antiresorptives are blocked until a specialist decides.
const fn held_back(causes: Causes) -> bool {
    causes.has(Cause::AtypicalUntilExcluded)
        || causes.has(Cause::DenosumabWithAntiresorptiveBlocked)
        || causes.has(Cause::TreatedWithAntiresorptiveBlocked)
        || causes.has(Cause::AntiresorptiveBlocked)
}
