import type { History, RiskFactors } from "osteon/embedded";
import type { FormWords } from "./view.js";

/** Yes/no questions that are asked before the groups. */
export const RISK_FIRST = ["parental_hip_fracture", "rheumatoid_arthritis", "glucocorticoid.current", "glucocorticoid.ever", "current_smoker"] as const;

/** Sections of the form whose questions are grouped, and which keys each group asks. */
export const RISK_GROUPS: Record<keyof FormWords["risks"]["groups"], (keyof RiskFactors)[]> = {
  family: ["maternal_hip_fracture", "parental_osteoporosis"],
  mobility: [
    "injurious_falls",
    "frailty",
    "needs_arms_to_rise",
    "immobility",
    "care_home",
    "poor_tandem_walk",
    "timed_up_and_go_s",
    "walking_speed_m_s",
    "height_loss_cm",
  ],
  endocrine: [
    "type_1_diabetes",
    "type_2_diabetes",
    "type_2_diabetes_years",
    "hyperparathyroidism",
    "hyperthyroidism",
    "cushing",
    "hypogonadism",
    "premature_menopause",
    "oestrogen_deficiency",
    "growth_hormone_deficiency",
    "hyponatraemia",
  ],
  digestive: [
    "malabsorption",
    "coeliac_disease",
    "inflammatory_bowel_disease",
    "gastrectomy",
    "bariatric_surgery",
    "chronic_liver_disease",
  ],
  heart: ["copd", "asthma", "cardiovascular_disease", "heart_failure", "chronic_kidney_disease"],
  nerves: [
    "stroke",
    "dementia",
    "amts_score",
    "mmse_score",
    "parkinson",
    "multiple_sclerosis",
    "epilepsy_or_anticonvulsant",
    "depression",
  ],
  drugs: [
    "proton_pump_inhibitor",
    "opioid",
    "antidepressant",
    "aromatase_inhibitor",
    "androgen_deprivation",
    "oestrogen_hrt",
    "oestrogen_ever",
  ],
  other: ["systemic_lupus", "axial_spondyloarthritis", "any_cancer", "mgus", "hiv", "primary_osteoporosis"],
};

/** Keys that are numbers, with their units. */
export const RISK_NUMBERS: Partial<Record<keyof RiskFactors, string>> = {
  timed_up_and_go_s: "s",
  walking_speed_m_s: "m/s",
  height_loss_cm: "cm",
  type_2_diabetes_years: "years",
  amts_score: "",
  mmse_score: "",
};

/** Asked of women alone, unless something is entered. */
export const OF_WOMEN: ReadonlySet<string> = new Set([
  "premature_menopause",
  "oestrogen_deficiency",
  "oestrogen_hrt",
  "oestrogen_ever",
  "pregnant",
  "pregnancy_possible",
  "breastfeeding",
  "vasomotor_symptoms",
]);

/** Asked of men alone, unless something is entered. */
export const OF_MEN: ReadonlySet<string> = new Set(["androgen_deprivation"]);

export const HISTORY_GROUPS: Record<keyof FormWords["history"]["groups"], (keyof History)[]> = {
  vessels: [
    "myocardial_infarction_or_stroke",
    "months_since_myocardial_infarction_or_stroke",
    "coronary_artery_disease",
    "venous_thromboembolism",
  ],
  bone: [
    "atypical_femoral_fracture",
    "osteonecrosis_of_jaw",
    "skeletal_malignancy",
    "skeletal_radiotherapy",
    "paget_disease",
    "osteomalacia",
    "hypophosphatasia",
    "hypercalcaemia",
    "unexplained_high_alp",
    "breast_cancer",
  ],
  drugs: [
    "oesophageal_disorder",
    "cannot_sit_upright",
    "oral_bisphosphonate_unsuitable",
    "dental_extraction_planned",
    "palliative_care",
  ],
  kidney: ["dialysis", "kidney_transplant", "urolithiasis"],
  women: ["pregnant", "pregnancy_possible", "breastfeeding", "vasomotor_symptoms"],
  measuring: ["hip_prosthesis_left", "hip_prosthesis_right", "spinal_hardware", "amputation", "bmd_not_possible"],
};
