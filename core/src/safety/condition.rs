//! What rules about drugs look at: each with its name, and what would answer it.

/// Declares the conditions: name in the data, in words, and the fields or tests that answer it.
macro_rules! conditions {
    ($($Variant:ident, $label:literal, $needs:expr;)+) => {
        /// What a rule about a drug looks at.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Condition {
            $(#[doc = $label] $Variant,)+
        }

        impl Condition {
            /// Every condition.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// In words.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$Variant => $label),+ }
            }

            /// The fields or tests that answer it. Those of the laboratory depend on what is there.
            pub(super) const fn fields(self) -> &'static [&'static str] {
                match self { $(Self::$Variant => $needs),+ }
            }
        }
    };
}

conditions! {
    CreatinineClearance, "creatinine clearance", &["creatinine", "weight_kg"];
    Dialysis, "dialysis", &["history.dialysis"];
    CalciumBelowLaboratoryLimit, "calcium", &["calcium", "albumin"];
    CalciumWithoutLaboratoryLimit, "calcium", &["calcium", "albumin"];
    CalciumAboveLaboratoryLimit, "calcium", &["calcium", "albumin"];
    CalciumWithoutLaboratoryUpperLimit, "calcium", &["calcium", "albumin"];
    CalciumPending, "newer calcium", &["calcium_corrected"];
    CreatininePending, "newer creatinine", &["creatinine"];
    Hypercalcaemia, "hypercalcaemia", &["history.hypercalcaemia"];
    VitaminD, "vitamin D", &["vitamin_d_25oh"];
    AlkalinePhosphataseLow, "low alkaline phosphatase", &["alp"];
    AlkalinePhosphataseHigh, "high alkaline phosphatase", &["alp"];
    UnexplainedHighAlkalinePhosphatase, "unexplained high alkaline phosphatase", &["history.unexplained_high_alp"];
    Osteomalacia, "osteomalacia", &["history.osteomalacia"];
    Hypophosphatasia, "hypophosphatasia", &["history.hypophosphatasia"];
    AtypicalFemoralFracture, "atypical femoral fracture", &["history.atypical_femoral_fracture", "treatments"];
    OsteonecrosisOfJaw, "osteonecrosis of the jaw", &["history.osteonecrosis_of_jaw"];
    DentalExtractionPlanned, "planned dental extraction", &["history.dental_extraction_planned"];
    OesophagealDisorder, "disorder of the oesophagus", &["history.oesophageal_disorder"];
    CannotSitUpright, "ability to stay upright", &["history.cannot_sit_upright"];
    OralBisphosphonateUnsuitable, "unsuitable oral bisphosphonate", &["history.oral_bisphosphonate_unsuitable"];
    DoubtfulAbsorption, "doubtful absorption", &["risk_factors.malabsorption"];
    DaysSinceHipFracture, "days since a hip fracture", &["fractures.date"];
    SkeletalMalignancy, "malignancy of the skeleton", &["history.skeletal_malignancy"];
    SkeletalRadiotherapy, "radiotherapy of the skeleton", &["history.skeletal_radiotherapy"];
    PagetDisease, "Paget's disease of bone", &["history.paget_disease"];
    Hyperparathyroidism, "hyperparathyroidism", &["risk_factors.hyperparathyroidism"];
    Urolithiasis, "kidney stones", &["history.urolithiasis"];
    ParathyroidAnalogueMonths, "months on teriparatide or abaloparatide", &["treatments"];
    RomosozumabMonths, "months on romosozumab", &["treatments"];
    StraightAfterDenosumab, "denosumab before", &["treatments"];
    BisphosphonateBefore, "bisphosphonate before", &["treatments"];
    MiOrStroke, "myocardial infarction or stroke", &["history.myocardial_infarction_or_stroke"];
    MonthsSinceMiOrStroke, "months since myocardial infarction or stroke",
        &["history.months_since_myocardial_infarction_or_stroke"];
    CoronaryArteryDisease, "coronary artery disease", &["history.coronary_artery_disease"];
    CardiovascularDisease, "cardiovascular disease", &["history.coronary_artery_disease"];
    VenousThromboembolism, "venous thromboembolism", &["history.venous_thromboembolism"];
    Immobility, "immobility", &["risk_factors.immobility"];
    BreastCancer, "breast cancer", &["history.breast_cancer"];
    ChronicLiverDisease, "liver disease", &["risk_factors.chronic_liver_disease"];
    Age, "age", &["age_years"];
    Adult, "age", &["age_years"];
    Man, "sex", &["sex"];
    Postmenopausal, "menopause", &["postmenopausal"];
    Pregnant, "pregnancy", &["history.pregnant"];
    PregnancyNotExcluded, "pregnancy", &["history.pregnant"];
    PregnancyPossible, "possible pregnancy", &["history.pregnancy_possible"];
    Breastfeeding, "breastfeeding", &["history.breastfeeding"];
    SevereFracture, "severe fracture", &["fractures"];
    VertebralFractures, "vertebral fractures", &["fractures"];
    NonVertebralFracture, "fracture of another bone than a vertebra", &["fractures"];
    LowestT, "lowest T-score", &["scans"];
    HipT, "T-score of the hip", &["scans"];
    Falls, "falls in the past year", &["risk_factors.falls_past_year"];
}

impl Condition {
    /// Whether it looks at calcium.
    #[must_use]
    pub const fn is_calcium(self) -> bool {
        matches!(
            self,
            Self::CalciumBelowLaboratoryLimit
                | Self::CalciumWithoutLaboratoryLimit
                | Self::CalciumAboveLaboratoryLimit
                | Self::CalciumWithoutLaboratoryUpperLimit
        )
    }
}
