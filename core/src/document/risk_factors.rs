//! Risk factors of the patient document.

use super::choice::choice;
use super::slot::{nested, section};

choice! {
    /// Smoking, as QFracture asks it.
    pub enum Smoking {
        Never = "never",
        Former = "former",
        Light = "light",
        Moderate = "moderate",
        Heavy = "heavy",
    }
}

section! {
    /// Glucocorticoid treatment; doses are prednisolone equivalents.
    pub struct Glucocorticoid {
        /// Taken now.
        current: bool,
        /// Ever taken for long enough to matter.
        ever: bool,
        /// Daily dose, mg of prednisolone or its equivalent.
        mg_per_day: f64,
        /// Days taken so far.
        days: f64,
        /// Days planned in all.
        planned_days: f64,
        /// Months since the dose was started or raised.
        started_or_raised_months_ago: f64,
        /// Months since it was stopped.
        months_since_stopped: f64,
        /// Grams in the past year.
        cumulative_g_per_year: f64,
    }
}

nested!(Glucocorticoid);

section! {
    /// What raises the risk of a fracture. A key left out is unknown, never "no".
    pub struct RiskFactors {
        /// A parent broke a hip.
        parental_hip_fracture: bool,
        /// The mother broke a hip.
        maternal_hip_fracture: bool,
        /// A parent had osteoporosis.
        parental_osteoporosis: bool,
        /// Smokes now.
        current_smoker: bool,
        /// Smoking in five levels.
        smoking: Smoking,
        /// Cigarettes a day.
        cigarettes_per_day: f64,
        /// Units of alcohol a day, 8 g each.
        alcohol_units_per_day: f64,
        /// Grams of alcohol a day.
        alcohol_g_per_day: f64,
        /// Glucocorticoid treatment.
        glucocorticoid: Glucocorticoid,
        /// Rheumatoid arthritis.
        rheumatoid_arthritis: bool,
        /// Systemic lupus erythematosus.
        systemic_lupus: bool,
        /// Falls in the past year.
        falls_past_year: u32,
        /// Falls with an injury in the past year.
        injurious_falls: bool,
        /// Frailty.
        frailty: bool,
        /// Type 1 diabetes.
        type_1_diabetes: bool,
        /// Type 2 diabetes.
        type_2_diabetes: bool,
        /// Years since the diagnosis of type 2 diabetes.
        type_2_diabetes_years: f64,
        /// Chronic obstructive pulmonary disease.
        copd: bool,
        /// Asthma.
        asthma: bool,
        /// Cardiovascular disease.
        cardiovascular_disease: bool,
        /// Heart failure.
        heart_failure: bool,
        /// Stroke.
        stroke: bool,
        /// Chronic liver disease.
        chronic_liver_disease: bool,
        /// Chronic kidney disease.
        chronic_kidney_disease: bool,
        /// Malabsorption.
        malabsorption: bool,
        /// Inflammatory bowel disease.
        inflammatory_bowel_disease: bool,
        /// Coeliac disease.
        coeliac_disease: bool,
        /// Gastrectomy.
        gastrectomy: bool,
        /// Bariatric surgery.
        bariatric_surgery: bool,
        /// Hyperparathyroidism; the 33 % radius then diagnoses (ISCD).
        hyperparathyroidism: bool,
        /// Hyperthyroidism.
        hyperthyroidism: bool,
        /// Cushing's syndrome.
        cushing: bool,
        /// Hypogonadism.
        hypogonadism: bool,
        /// Menopause before 45.
        premature_menopause: bool,
        /// Growth hormone deficiency.
        growth_hormone_deficiency: bool,
        /// Hyponatraemia.
        hyponatraemia: bool,
        /// HIV infection.
        hiv: bool,
        /// Aromatase inhibitor.
        aromatase_inhibitor: bool,
        /// Androgen deprivation.
        androgen_deprivation: bool,
        /// Proton pump inhibitor.
        proton_pump_inhibitor: bool,
        /// Opioid.
        opioid: bool,
        /// Antidepressant.
        antidepressant: bool,
        /// Depression.
        depression: bool,
        /// Epilepsy, or an anticonvulsant.
        epilepsy_or_anticonvulsant: bool,
        /// Dementia.
        dementia: bool,
        /// Parkinson's disease.
        parkinson: bool,
        /// Multiple sclerosis.
        multiple_sclerosis: bool,
        /// Immobility.
        immobility: bool,
        /// Lives in a care home.
        care_home: bool,
        /// Any cancer.
        any_cancer: bool,
        /// Monoclonal gammopathy of undetermined significance.
        mgus: bool,
        /// Axial spondyloarthritis.
        axial_spondyloarthritis: bool,
        /// Takes oestrogen as hormone replacement.
        oestrogen_hrt: bool,
        /// Ever took oestrogen.
        oestrogen_ever: bool,
        /// Oestrogen deficiency.
        oestrogen_deficiency: bool,
        /// Height lost since young adulthood, cm.
        height_loss_cm: f64,
        /// Needs the arms to rise from a chair.
        needs_arms_to_rise: bool,
        /// Walking speed, m/s.
        walking_speed_m_s: f64,
        /// Poor tandem walk.
        poor_tandem_walk: bool,
        /// Timed up-and-go, s.
        timed_up_and_go_s: f64,
        /// Abbreviated mental test score, 0-10.
        amts_score: f64,
        /// Mini-mental state examination, 0-30.
        mmse_score: f64,
        /// A primary bone disease such as osteogenesis imperfecta.
        primary_osteoporosis: bool,
    }
}
