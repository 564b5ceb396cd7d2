//! What comes next: always falls, exercise, calcium and vitamin D, teeth; then what the answer asks for.

use crate::document::choice::choice;

use super::{Cause, TriageAnswer};

choice! {
    /// A next step.
    pub enum NextStep {
        StartTreatmentNow = "start_treatment_now",
        SpecialistNow = "specialist_now",
        ImageBothFemurs = "image_both_femurs",
        GiveDenosumab = "give_denosumab",
        DecideTreatment = "decide_treatment",
        AnabolicFirst = "anabolic_first",
        SpecialistAdvice = "specialist_advice",
        MeasureBmd = "measure_bmd",
        CalculateFrax = "calculate_frax",
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
            Self::StartTreatmentNow => "decide on treatment now; do not wait for DXA",
            Self::SpecialistNow => "refer to a bone specialist at once; give no antiresorptive until then",
            Self::ImageBothFemurs => "image both femurs in full",
            Self::GiveDenosumab => "give the overdue dose of denosumab or its successor without delay",
            Self::DecideTreatment => "decide on treatment, with the safety of each drug",
            Self::AnabolicFirst => "consider an anabolic drug first, with a specialist",
            Self::SpecialistAdvice => "ask a specialist",
            Self::MeasureBmd => "measure bone density",
            Self::CalculateFrax => "calculate the FRAX probability with the country's model",
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
            Self::SpecialistNow | Self::ImageBothFemurs => matches!(cause, Cause::AtypicalUntilExcluded),
            Self::GiveDenosumab => matches!(cause, Cause::DenosumabOverdue),
            Self::DecideTreatment => matches!(cause, Cause::GuidelineTreat | Cause::GuidelineConsider),
            Self::AnabolicFirst => matches!(cause, Cause::GuidelineVeryHigh),
            Self::SpecialistAdvice => matches!(cause, Cause::GuidelineSpecialist),
            Self::MeasureBmd => matches!(cause, Cause::GuidelineMeasureBmd),
            Self::CalculateFrax => matches!(cause, Cause::GuidelineCalculateFrax),
            Self::FindWhatIsMissing => matches!(cause, Cause::GuidelineUndetermined),
            Self::FallsAssessment | Self::Exercise | Self::CalciumAndVitaminD | Self::DentalCheck => true,
        }
    }
}

impl TriageAnswer {
    /// What comes next, in the order in which it is done.
    pub fn next_steps(&self) -> impl Iterator<Item = NextStep> {
        let causes = self.causes;
        NextStep::ALL.iter().copied().filter(move |&step| {
            // While a fracture may be atypical no antiresorptive is begun.
            let held_back = matches!(step, NextStep::StartTreatmentNow | NextStep::GiveDenosumab)
                && causes.has(Cause::AtypicalUntilExcluded);
            !held_back && (step.always() || causes.iter().any(|cause| step.follows_from(cause)))
        })
    }
}
