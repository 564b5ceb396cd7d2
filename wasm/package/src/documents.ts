// Written from the JSON Schema of the engine's types by `cargo xtask typescript`: do not edit.

/**
 * The documents. A key that is left out, or null, is unknown, never "no"; an empty list means "asked, none".
 *
 * @module
 */

/** What was measured. */
export type Analyte = (typeof ANALYTE_WORDS)[number];

/** Every `Analyte`. */
export const ANALYTE_WORDS = [
  "calcium",
  "calcium_corrected",
  "albumin",
  "phosphate",
  "alp",
  "creatinine",
  "egfr",
  "crcl",
  "vitamin_d_25oh",
  "pth",
  "tsh",
  "haemoglobin",
  "platelets",
  "leucocytes",
  "crp",
  "esr",
  "testosterone",
  "free_testosterone",
  "bioavailable_testosterone",
  "ctx",
  "p1np",
  "serum_protein_electrophoresis",
  "free_light_chains",
  "sodium",
  "potassium",
  "magnesium",
  "ast",
  "alt",
  "ggt",
  "ferritin",
  "transferrin_saturation",
  "ttg_iga",
  "cortisol_after_dexamethasone",
  "calcium_urine_24h",
  "tryptase",
] as const;

/** A result beyond the range of the method. */
export type Comparator = (typeof COMPARATOR_WORDS)[number];

/** Every `Comparator`. */
export const COMPARATOR_WORDS = [
  "<",
  ">",
] as const;

/** A cross-calibration between two scanners. */
export interface CrossCalibration {
  /** When it was made. */
  date?: string | null;
  /** Generalised least significant change between the two, g/cm2. */
  generalised_lsc_g_cm2?: number | null;
  /** Serial number of the other scanner. */
  to_scanner_serial?: string | null;
}

/** What the date of a fracture is. */
export type DateIs = (typeof DATE_IS_WORDS)[number];

/** Every `DateIs`. */
export const DATE_IS_WORDS = [
  "event",
  "imaging",
  "unknown",
] as const;

/** A drug for osteoporosis. */
export type Drug = (typeof DRUG_WORDS)[number];

/** Every `Drug`. */
export const DRUG_WORDS = [
  "alendronate",
  "risedronate",
  "ibandronate",
  "zoledronate",
  "denosumab",
  "teriparatide",
  "abaloparatide",
  "romosozumab",
  "raloxifene",
  "menopausal_hormone_therapy",
  "calcium",
  "vitamin_d",
  "other",
  "unspecified",
] as const;

/** The row of the DVO tables for an age between two rows. */
export type DvoAgeRow = (typeof DVO_AGE_ROW_WORDS)[number];

/** Every `DvoAgeRow`. */
export const DVO_AGE_ROW_WORDS = [
  "floor",
  "nearest",
] as const;

/** Chooses a Z-score reference and nothing else. */
export type Ethnicity = (typeof ETHNICITY_WORDS)[number];

/** Every `Ethnicity`. */
export const ETHNICITY_WORDS = [
  "white",
  "black",
  "mexican_american",
  "hispanic",
  "asian",
  "other",
] as const;

/** One fracture. Fractures of one day or one `event_id` are one event. */
export interface Fracture {
  /** Age at the fracture. */
  age_years?: number | null;
  /** Cause. */
  cause?: FractureCause | null;
  /** Day of the event or of the imaging that showed it. */
  date?: string | null;
  /** What the date is. */
  date_is?: DateIs | null;
  /** Fractures with one id are one event. */
  event_id?: string | null;
  /** Genant's semiquantitative grade, 0-3. */
  genant_grade?: number | null;
  /** Loss of vertebral height, %. */
  height_loss_percent?: number | null;
  /** Vertebral levels, such as `T12`. */
  levels?: string[] | null;
  /** Months before the assessment. */
  months_ago?: number | null;
  /** It happened on treatment for osteoporosis. */
  on_treatment?: boolean | null;
  /** Where. Required. */
  site?: FractureSite | null;
  /** Trauma. */
  trauma?: Trauma | null;
}

/** What kind of fracture it was. */
export type FractureCause = (typeof FRACTURE_CAUSE_WORDS)[number];

/** Every `FractureCause`. */
export const FRACTURE_CAUSE_WORDS = [
  "fragility",
  "atypical",
  "tumour",
  "periprosthetic",
  "stress",
  "unknown",
] as const;

/** Where a bone broke. */
export type FractureSite = (typeof FRACTURE_SITE_WORDS)[number];

/** Every `FractureSite`. */
export const FRACTURE_SITE_WORDS = [
  "proximal_femur",
  "vertebra",
  "upper_thoracic_vertebra",
  "cervical_vertebra",
  "pelvis",
  "sacrum",
  "proximal_humerus",
  "humeral_shaft",
  "humerus_unspecified",
  "elbow",
  "distal_forearm",
  "forearm_shaft",
  "forearm_unspecified",
  "distal_femur",
  "femoral_shaft",
  "subtrochanteric",
  "femur_unspecified",
  "proximal_tibia",
  "tibia_fibula_shaft",
  "ankle",
  "heel",
  "ribs_multiple",
  "rib_single",
  "ribs_unspecified",
  "clavicle",
  "scapula",
  "sternum",
  "patella",
  "hand",
  "finger",
  "foot",
  "toe",
  "skull",
  "face",
  "unspecified",
] as const;

/** A ten-year probability as the FRAX site printed it. */
export interface Frax {
  /** What it was already adjusted for. */
  adjusted_for?: string[] | null;
  /** Day it was computed. */
  date?: string | null;
  /** Hip fracture, %. */
  hip_percent?: number | null;
  /** Country model: ISO code, with `:variant` where the site has several. */
  model?: string | null;
  /** Major osteoporotic fracture, %. */
  mof_percent?: number | null;
  /** Version of the site. */
  version?: string | null;
  /** Computed with femoral-neck BMD. */
  with_bmd?: boolean | null;
}

/** How a person describes their gender; chooses the Z-score reference by the ISCD 2019 rule. */
export type GenderIdentity = (typeof GENDER_IDENTITY_WORDS)[number];

/** Every `GenderIdentity`. */
export const GENDER_IDENTITY_WORDS = [
  "female",
  "male",
  "non_conforming",
  "other",
] as const;

/** Glucocorticoid treatment; doses are prednisolone equivalents. */
export interface Glucocorticoid {
  /** Grams in the past year. */
  cumulative_g_per_year?: number | null;
  /** Taken now. */
  current?: boolean | null;
  /** Days taken so far. */
  days?: number | null;
  /** Ever taken for long enough to matter. */
  ever?: boolean | null;
  /** Daily dose, mg of prednisolone or its equivalent. */
  mg_per_day?: number | null;
  /** Months since it was stopped. */
  months_since_stopped?: number | null;
  /** Days planned in all. */
  planned_days?: number | null;
  /** Months since the dose was started or raised. */
  started_or_raised_months_ago?: number | null;
}

/** Events and conditions that rule a drug or a measurement in or out. A key left out is unknown. */
export interface History {
  /** An amputation: weight no longer means what weight-based scores take it for. */
  amputation?: boolean | null;
  /** Atypical femoral fracture, ever. */
  atypical_femoral_fracture?: boolean | null;
  /** BMD cannot be measured in this person. */
  bmd_not_possible?: boolean | null;
  /** Breast cancer. */
  breast_cancer?: boolean | null;
  /** Breastfeeding. */
  breastfeeding?: boolean | null;
  /** Cannot sit or stand upright for half an hour. */
  cannot_sit_upright?: boolean | null;
  /** Coronary artery disease. */
  coronary_artery_disease?: boolean | null;
  /** A dental extraction is planned. */
  dental_extraction_planned?: boolean | null;
  /** Dialysis. */
  dialysis?: boolean | null;
  /** A prosthesis in the left hip: that hip has no BMD. */
  hip_prosthesis_left?: boolean | null;
  /** A prosthesis in the right hip: that hip has no BMD. */
  hip_prosthesis_right?: boolean | null;
  /** Hypercalcaemia. */
  hypercalcaemia?: boolean | null;
  /** Hypophosphatasia. */
  hypophosphatasia?: boolean | null;
  /** Kidney transplant. */
  kidney_transplant?: boolean | null;
  /** Months since the last of them. */
  months_since_myocardial_infarction_or_stroke?: number | null;
  /** Myocardial infarction or stroke, ever. */
  myocardial_infarction_or_stroke?: boolean | null;
  /** Oesophageal disorder. */
  oesophageal_disorder?: boolean | null;
  /** An oral bisphosphonate is unsuitable. */
  oral_bisphosphonate_unsuitable?: boolean | null;
  /** Osteomalacia. */
  osteomalacia?: boolean | null;
  /** Osteonecrosis of the jaw, ever. */
  osteonecrosis_of_jaw?: boolean | null;
  /** Paget's disease of bone. */
  paget_disease?: boolean | null;
  /** In palliative care. */
  palliative_care?: boolean | null;
  /** Pregnancy is possible. */
  pregnancy_possible?: boolean | null;
  /** Pregnant. */
  pregnant?: boolean | null;
  /** Skeletal malignancy. */
  skeletal_malignancy?: boolean | null;
  /** Radiotherapy of the skeleton. */
  skeletal_radiotherapy?: boolean | null;
  /** Hardware in the lumbar spine. */
  spinal_hardware?: boolean | null;
  /** Unexplained high alkaline phosphatase. */
  unexplained_high_alp?: boolean | null;
  /** Kidney stones. */
  urolithiasis?: boolean | null;
  /** Vasomotor symptoms. */
  vasomotor_symptoms?: boolean | null;
  /** Venous thromboembolism. */
  venous_thromboembolism?: boolean | null;
}

/** One laboratory result. */
export interface Lab {
  /** What was measured. Required. */
  analyte?: Analyte | null;
  /** A result in words. */
  coded?: string | null;
  /** Below or above the stated value. */
  comparator?: Comparator | null;
  /** Day of the sample. */
  date?: string | null;
  /** The laboratory's own upper limit, in `unit`. */
  reference_high?: number | null;
  /** The laboratory's own lower limit, in `unit`. */
  reference_low?: number | null;
  /** Whether the result is there. */
  status?: LabStatus | null;
  /** The unit, as the laboratory writes it. */
  unit?: string | null;
  /** The value, in `unit`. */
  value?: number | null;
}

/** Whether the result is there. */
export type LabStatus = (typeof LAB_STATUS_WORDS)[number];

/** Every `LabStatus`. */
export const LAB_STATUS_WORDS = [
  "final",
  "pending",
  "not_done",
] as const;

/** Box-Cox power, median and coefficient of variation (Cole's LMS). */
export interface Lms {
  /** Box-Cox power. */
  l?: number | null;
  /** Median, g/cm2. */
  m?: number | null;
  /** Coefficient of variation. */
  s?: number | null;
}

/** The makers of the densitometers whose references are known. */
export type Manufacturer = (typeof MANUFACTURER_WORDS)[number];

/** Every `Manufacturer`. */
export const MANUFACTURER_WORDS = [
  "hologic",
  "ge_lunar",
  "norland",
] as const;

/** A NOGG threshold at an age between two published ones. */
export type NoggBetweenAges = (typeof NOGG_BETWEEN_AGES_WORDS)[number];

/** Every `NoggBetweenAges`. */
export const NOGG_BETWEEN_AGES_WORDS = [
  "interpolate",
  "step",
] as const;

/** Options of an assessment. What is left out takes its default. */
export interface Options {
  /** Day of the assessment where the patient document has none; overrides it where it has. */
  as_of?: string | null;
  /** Row of the DVO tables for an age between two rows; `floor` by default. */
  dvo_age_row?: DvoAgeRow | null;
  /** Answers the national set of this country (ISO code) instead; none by default. */
  guideline_country?: string | null;
  /** Ids of the guidelines to answer, separated by commas; `all` by default. */
  guidelines?: string | null;
  /** Age, months, from which a calcium or creatinine is too old for drug safety; 3 by default. */
  lab_valid_months?: number | null;
  /** Adds the score against the male reference for men; off by default. */
  male_reference?: Switch | null;
  /** Ids of the risk models to run, separated by commas; `all` by default. */
  models?: string | null;
  /** NOGG thresholds between two published ages; `interpolate` by default. */
  nogg_between_ages?: NoggBetweenAges | null;
  /** What becomes of the decimals of OST and OSTA; `truncate` by default. */
  ost_rounding?: OstRounding | null;
  /** Refuses an input outside a risk model's range (default), or moves it to the limit. */
  out_of_range?: OutOfRange | null;
  /** The centre's precision error by region, RMS-SD in g/cm2, for scans that state none. */
  precision_g_cm2?: Record<string, number> | null;
  /** Horizon of the QFracture models, 1-18 years; 10 by default. */
  qfracture_years?: number | null;
  /** The equation that standardises the spine; `hui1997` by default. */
  sbmd_spine?: SbmdSpine | null;
  /** `osteon/options/1`. */
  schema?: string | null;
  /** The arithmetic of SCORE; `truncated` by default. */
  score_arithmetic?: ScoreArithmetic | null;
  /** Classes compare the reported T (one decimal, default) or the exact one. */
  t_compare?: TCompare | null;
  /** The printed T (default) or the computed one drives. */
  t_source?: TSource | null;
  /** Writes every rule with what it saw into each guideline's answer; `on` by default. */
  trace?: Switch | null;
  /** What the published UK table of 2008 says between its cells; `off` by default: nothing. */
  uk2008_interpolation?: Uk2008Interpolation | null;
  /** The reference of Z-scores; `nhanes_2005_2010` by default. */
  z_reference?: ZReference | null;
}

/** What becomes of the decimals of OST and OSTA. */
export type OstRounding = (typeof OST_ROUNDING_WORDS)[number];

/** Every `OstRounding`. */
export const OST_ROUNDING_WORDS = [
  "truncate",
  "floor",
  "round",
  "two_decimals",
] as const;

/** What a risk model does with an input outside its range. */
export type OutOfRange = (typeof OUT_OF_RANGE_WORDS)[number];

/** Every `OutOfRange`. */
export const OUT_OF_RANGE_WORDS = [
  "refuse",
  "clamp",
] as const;

/**
 * One person. Only `sex` and `age_years` (or `birth_date` and `assessed_on`) are required.
 *
 * A field left out is unknown, never "no"; an empty list is "asked, none"; and in a section
 * named in `complete` a key left out is "asked and no".
 */
export interface Patient {
  /** Age in years; 0-120. */
  age_years?: number | null;
  /** Day of the assessment; the engine has no clock. */
  assessed_on?: string | null;
  /** Day of birth. */
  birth_date?: string | null;
  /** Body mass index, only where height and weight are not known. */
  bmi_kg_m2?: number | null;
  /** Sections in which everything was asked. */
  complete?: Section[] | null;
  /** ISO 3166 country code. */
  country?: string | null;
  /** Chooses a Z-score reference and nothing else. */
  ethnicity?: Ethnicity | null;
  /** Fractures; an empty list means "asked, none". */
  fractures?: Fracture[] | null;
  /** A FRAX result, taken in and never computed. */
  frax?: Frax | null;
  /** Gender identity. */
  gender_identity?: GenderIdentity | null;
  /** Height, cm; 100-230. */
  height_cm?: number | null;
  /** Medical history. */
  history?: History | null;
  /** The caller's identifier. */
  id?: string | null;
  /** Jurisdiction for drug rules; left out: the country's, else the strictest. */
  jurisdiction?: string | null;
  /** Laboratory results. */
  labs?: Lab[] | null;
  /** Age at the menopause. */
  menopause_age_years?: number | null;
  /** Past the menopause. */
  postmenopausal?: boolean | null;
  /** Ethnic group of the QFracture equations. */
  qfracture_ethnicity?: QfractureEthnicity | null;
  /** Risk factors. */
  risk_factors?: RiskFactors | null;
  /** DXA scans; an empty list means that no BMD was measured. */
  scans?: Scan[] | null;
  /** `osteon/patient/1`. */
  schema?: string | null;
  /** The sex used for references. */
  sex?: Sex | null;
  /** Sex recorded at birth. */
  sex_recorded_at_birth?: Sex | null;
  /** Imaging of the spine. */
  spine_imaging?: SpineImaging[] | null;
  /** Treatments. */
  treatments?: Treatment[] | null;
  /** Weight, kg; 20-300. */
  weight_kg?: number | null;
}

/** The ethnic groups of the QFracture equations. */
export type QfractureEthnicity = (typeof QFRACTURE_ETHNICITY_WORDS)[number];

/** Every `QfractureEthnicity`. */
export const QFRACTURE_ETHNICITY_WORDS = [
  "white_or_not_recorded",
  "indian",
  "pakistani",
  "bangladeshi",
  "other_asian",
  "black_caribbean",
  "black_african",
  "chinese",
  "other",
] as const;

/** A region of a DXA scan. Spine, neck, total hip and radius 33 % diagnose; the others never do. */
export type RegionName = (typeof REGION_NAME_WORDS)[number];

/** Every `RegionName`. */
export const REGION_NAME_WORDS = [
  "lumbar_spine",
  "femoral_neck",
  "total_hip",
  "trochanter",
  "intertrochanter",
  "wards",
  "radius_33",
  "radius_ud",
  "radius_mid",
  "radius_total",
  "total_body",
] as const;

/** What raises the risk of a fracture. A key left out is unknown, never "no". */
export interface RiskFactors {
  /** Grams of alcohol a day. */
  alcohol_g_per_day?: number | null;
  /** Units of alcohol a day, 8 g each. */
  alcohol_units_per_day?: number | null;
  /** Abbreviated mental test score, 0-10. */
  amts_score?: number | null;
  /** Androgen deprivation. */
  androgen_deprivation?: boolean | null;
  /** Antidepressant. */
  antidepressant?: boolean | null;
  /** Any cancer. */
  any_cancer?: boolean | null;
  /** Aromatase inhibitor. */
  aromatase_inhibitor?: boolean | null;
  /** Asthma. */
  asthma?: boolean | null;
  /** Axial spondyloarthritis. */
  axial_spondyloarthritis?: boolean | null;
  /** Bariatric surgery. */
  bariatric_surgery?: boolean | null;
  /** Cardiovascular disease. */
  cardiovascular_disease?: boolean | null;
  /** Lives in a care home. */
  care_home?: boolean | null;
  /** Chronic kidney disease. */
  chronic_kidney_disease?: boolean | null;
  /** Chronic liver disease. */
  chronic_liver_disease?: boolean | null;
  /** Cigarettes a day. */
  cigarettes_per_day?: number | null;
  /** Coeliac disease. */
  coeliac_disease?: boolean | null;
  /** Chronic obstructive pulmonary disease. */
  copd?: boolean | null;
  /** Smokes now. */
  current_smoker?: boolean | null;
  /** Cushing's syndrome. */
  cushing?: boolean | null;
  /** Dementia. */
  dementia?: boolean | null;
  /** Depression. */
  depression?: boolean | null;
  /** Epilepsy, or an anticonvulsant. */
  epilepsy_or_anticonvulsant?: boolean | null;
  /** Falls in the past year. */
  falls_past_year?: number | null;
  /** Frailty. */
  frailty?: boolean | null;
  /** Gastrectomy. */
  gastrectomy?: boolean | null;
  /** Glucocorticoid treatment. */
  glucocorticoid?: Glucocorticoid | null;
  /** Growth hormone deficiency. */
  growth_hormone_deficiency?: boolean | null;
  /** Heart failure. */
  heart_failure?: boolean | null;
  /** Height lost since young adulthood, cm. */
  height_loss_cm?: number | null;
  /** HIV infection. */
  hiv?: boolean | null;
  /** Hyperparathyroidism; the 33 % radius then diagnoses (ISCD). */
  hyperparathyroidism?: boolean | null;
  /** Hyperthyroidism. */
  hyperthyroidism?: boolean | null;
  /** Hypogonadism. */
  hypogonadism?: boolean | null;
  /** Hyponatraemia. */
  hyponatraemia?: boolean | null;
  /** Immobility. */
  immobility?: boolean | null;
  /** Inflammatory bowel disease. */
  inflammatory_bowel_disease?: boolean | null;
  /** Falls with an injury in the past year. */
  injurious_falls?: boolean | null;
  /** Malabsorption. */
  malabsorption?: boolean | null;
  /** The mother broke a hip. */
  maternal_hip_fracture?: boolean | null;
  /** Monoclonal gammopathy of undetermined significance. */
  mgus?: boolean | null;
  /** Mini-mental state examination, 0-30. */
  mmse_score?: number | null;
  /** Multiple sclerosis. */
  multiple_sclerosis?: boolean | null;
  /** Needs the arms to rise from a chair. */
  needs_arms_to_rise?: boolean | null;
  /** Oestrogen deficiency. */
  oestrogen_deficiency?: boolean | null;
  /** Ever took oestrogen. */
  oestrogen_ever?: boolean | null;
  /** Takes oestrogen as hormone replacement. */
  oestrogen_hrt?: boolean | null;
  /** Opioid. */
  opioid?: boolean | null;
  /** A parent broke a hip. */
  parental_hip_fracture?: boolean | null;
  /** A parent had osteoporosis. */
  parental_osteoporosis?: boolean | null;
  /** Parkinson's disease. */
  parkinson?: boolean | null;
  /** Poor tandem walk. */
  poor_tandem_walk?: boolean | null;
  /** Menopause before 45. */
  premature_menopause?: boolean | null;
  /** A primary bone disease such as osteogenesis imperfecta. */
  primary_osteoporosis?: boolean | null;
  /** Proton pump inhibitor. */
  proton_pump_inhibitor?: boolean | null;
  /** Rheumatoid arthritis. */
  rheumatoid_arthritis?: boolean | null;
  /** Smoking in five levels. */
  smoking?: Smoking | null;
  /** Stroke. */
  stroke?: boolean | null;
  /** Systemic lupus erythematosus. */
  systemic_lupus?: boolean | null;
  /** Timed up-and-go, s. */
  timed_up_and_go_s?: number | null;
  /** Type 1 diabetes. */
  type_1_diabetes?: boolean | null;
  /** Type 2 diabetes. */
  type_2_diabetes?: boolean | null;
  /** Years since the diagnosis of type 2 diabetes. */
  type_2_diabetes_years?: number | null;
  /** Walking speed, m/s. */
  walking_speed_m_s?: number | null;
}

/** How it is given. */
export type Route = (typeof ROUTE_WORDS)[number];

/** Every `Route`. */
export const ROUTE_WORDS = [
  "oral",
  "iv",
  "sc",
] as const;

/** The equation that standardises the spine. */
export type SbmdSpine = (typeof SBMD_SPINE_WORDS)[number];

/** Every `SbmdSpine`. */
export const SBMD_SPINE_WORDS = [
  "hui1997",
  "genant1994",
] as const;

/** One DXA examination. */
export interface Scan {
  /** A cross-calibration of this scanner to another. */
  cross_calibration?: CrossCalibration | null;
  /** Reference database, as the report prints it or as our own id. */
  database?: string | null;
  /** Day of the examination. */
  date?: string | null;
  /** Where the scan was made. */
  facility?: string | null;
  /** Maker of the densitometer. */
  manufacturer?: Manufacturer | null;
  /** Model, as the report prints it or as our own id. */
  model?: string | null;
  /** The centre's own precision error by region, RMS-SD in g/cm2. */
  precision_g_cm2?: Record<string, number> | null;
  /** What was measured. */
  regions?: Region[] | null;
  /** Scan mode; change needs the same one. */
  scan_mode?: string | null;
  /** Serial number of the densitometer; change needs the same one. */
  scanner_serial?: string | null;
  /** Software version. */
  software_version?: string | null;
  /** Trabecular bone score. */
  tbs?: number | null;
  /** Z-score of the trabecular bone score, as printed. */
  tbs_z_score?: number | null;
}

/** One line of a DXA report. */
export interface Region {
  /** Projected area, cm2. */
  area_cm2?: number | null;
  /** Bone mineral content, g. */
  bmc_g?: number | null;
  /** Bone mineral density, g/cm2. */
  bmd_g_cm2?: number | null;
  /** The same in mg/cm2 (raw BMD x 1000). */
  bmd_mg_cm2?: number | null;
  /** The reader excluded this region. */
  excluded?: boolean | null;
  /** Why. */
  exclusion_reason?: string | null;
  /** L, M and S of the caller's own age reference (M in g/cm2). */
  lms?: Lms | null;
  /** Percent of the age-matched mean, as printed. */
  percent_age_matched?: number | null;
  /** Percent of the young adult mean, as printed. */
  percent_young_adult?: number | null;
  /** Which region. Required. */
  region?: RegionName | null;
  /** Standardised BMD, mg/cm2; never read as raw BMD. */
  sbmd_mg_cm2?: number | null;
  /** Side of a hip or forearm. */
  side?: Side | null;
  /** T-score, as the machine printed it. */
  t_score?: number | null;
  /** Vertebrae of a lumbar spine region; left out: L1 to L4, and said so. */
  vertebrae?: Vertebrae | null;
  /** Z-score, as the machine printed it. */
  z_score?: number | null;
}

/** The arithmetic of SCORE. */
export type ScoreArithmetic = (typeof SCORE_ARITHMETIC_WORDS)[number];

/** Every `ScoreArithmetic`. */
export const SCORE_ARITHMETIC_WORDS = [
  "truncated",
  "continuous",
] as const;

/** A section of the patient document in which everything was asked. */
export type Section = (typeof SECTION_WORDS)[number];

/** Every `Section`. */
export const SECTION_WORDS = [
  "fractures",
  "risk_factors",
  "history",
  "treatments",
  "labs",
] as const;

/** The sex used for references. */
export type Sex = (typeof SEX_WORDS)[number];

/** Every `Sex`. */
export const SEX_WORDS = [
  "female",
  "male",
] as const;

/** The side of a region, as a report prints it. */
export type Side = (typeof SIDE_WORDS)[number];

/** Every `Side`. */
export const SIDE_WORDS = [
  "left",
  "right",
  "mean",
  "difference",
] as const;

/** Smoking, as QFracture asks it. */
export type Smoking = (typeof SMOKING_WORDS)[number];

/** Every `Smoking`. */
export const SMOKING_WORDS = [
  "never",
  "former",
  "light",
  "moderate",
  "heavy",
] as const;

/** One examination of the spine for fractures. */
export interface SpineImaging {
  /** Day of the examination. */
  date?: string | null;
  /** Levels with a fracture, such as `T12`. */
  levels?: string[] | null;
  /** How. */
  method?: SpineImagingMethod | null;
  /** What it showed. */
  result?: SpineImagingResult | null;
}

/** How the spine was imaged. */
export type SpineImagingMethod = (typeof SPINE_IMAGING_METHOD_WORDS)[number];

/** Every `SpineImagingMethod`. */
export const SPINE_IMAGING_METHOD_WORDS = [
  "vfa",
  "xray",
  "ct",
  "mri",
] as const;

/** What it showed. */
export type SpineImagingResult = (typeof SPINE_IMAGING_RESULT_WORDS)[number];

/** Every `SpineImagingResult`. */
export const SPINE_IMAGING_RESULT_WORDS = [
  "none",
  "fracture",
  "unreadable",
  "pending",
] as const;

/** Why it was stopped. */
export type StopReason = (typeof STOP_REASON_WORDS)[number];

/** Every `StopReason`. */
export const STOP_REASON_WORDS = [
  "intolerance",
  "failure",
  "completed",
  "choice",
  "contraindication",
  "unknown",
] as const;

/** On or off. */
export type Switch = (typeof SWITCH_WORDS)[number];

/** Every `Switch`. */
export const SWITCH_WORDS = [
  "off",
  "on",
] as const;

/** Which T-score classes, guidelines and models compare. */
export type TCompare = (typeof TCOMPARE_WORDS)[number];

/** Every `TCompare`. */
export const TCOMPARE_WORDS = [
  "reported",
  "exact",
] as const;

/** Which T-score drives diagnosis and guidelines where both are there. */
export type TSource = (typeof TSOURCE_WORDS)[number];

/** Every `TSource`. */
export const TSOURCE_WORDS = [
  "printed",
  "computed",
] as const;

/** How hard the blow was; low is a fall from standing height or less. */
export type Trauma = (typeof TRAUMA_WORDS)[number];

/** Every `Trauma`. */
export const TRAUMA_WORDS = [
  "low",
  "high",
  "unknown",
] as const;

/** One course of a drug. */
export interface Treatment {
  /** Taken as prescribed. */
  adherent?: boolean | null;
  /** Dose, in the words of the prescription. */
  dose?: string | null;
  /** Doses given so far. */
  doses?: number | null;
  /** Which drug. Required. */
  drug?: Drug | null;
  /** Day of the last dose. */
  last_dose?: string | null;
  /** Day it is meant to stop. */
  planned_stop?: string | null;
  /** How it is given. */
  route?: Route | null;
  /** First day. */
  start?: string | null;
  /** Last day. */
  stop?: string | null;
  /** Why it was stopped. */
  stop_reason?: StopReason | null;
}

/** What the published UK table of 2008 says between its cells. */
export type Uk2008Interpolation = (typeof UK2008_INTERPOLATION_WORDS)[number];

/** Every `Uk2008Interpolation`. */
export const UK2008_INTERPOLATION_WORDS = [
  "off",
  "linear",
] as const;

/** A lumbar vertebra. */
export type Vertebra = (typeof VERTEBRA_WORDS)[number];

/** Every `Vertebra`. */
export const VERTEBRA_WORDS = [
  "L1",
  "L2",
  "L3",
  "L4",
] as const;

export type Vertebrae = Vertebra[];

/** The age-matched reference of Z-scores. */
export type ZReference = (typeof ZREFERENCE_WORDS)[number];

/** Every `ZReference`. */
export const ZREFERENCE_WORDS = [
  "nhanes_2005_2010",
  "nhanes3_1998",
] as const;

/** Whether a drug is licensed and paid for. */
export interface Access {
  /** The drug. */
  drug: Drug;
  /** The jurisdiction. */
  jurisdiction: string;
  /** The fields to fill in, where the verdict is unknown for want of them. */
  needs?: string[];
  /** Id of the rule. */
  rule: string;
  /** Ids of the sources. */
  sources: string[];
  /** The verdict. */
  status: AccessStatus;
  /** The rule in words. */
  text: string;
}

/** Whether a drug is licensed and paid for. */
export type AccessStatus = (typeof ACCESS_STATUS_WORDS)[number];

/** Every `AccessStatus`. */
export const ACCESS_STATUS_WORDS = [
  "reimbursed",
  "not_reimbursed",
  "not_licensed",
  "unknown",
] as const;

/** What a scan is compared with. */
export type Against = (typeof AGAINST_WORDS)[number];

/** Every `Against`. */
export const AGAINST_WORDS = [
  "previous",
  "baseline",
] as const;

/** The answer for one person. */
export interface Assessment {
  /** Whether each drug is licensed and paid for. */
  access?: Access[] | null;
  /** What was unknown and read as something. */
  assumed: Assumed[];
  /** What each trial's effect would be worth to this person; only where asked for. */
  benefits?: Benefit[] | null;
  /** Changes between scans. */
  changes?: Change[] | null;
  /** Id to full citation of every source used. */
  citations: Record<string, string>;
  /** Where a course of treatment stands; for a person on treatment it is read first. */
  course?: Course[] | null;
  /** WHO and ISCD class. */
  diagnosis?: Diagnosis | null;
  /** Points on which guidelines of one country disagree. */
  disagreements?: Disagreement[];
  /** Which engine answered, with which options. */
  engine: EngineInfo;
  /** What holds of the whole answer. */
  flags: Reason[];
  /** What each guideline says. */
  guidelines?: Guideline[] | null;
  /** Notices that a used model obliges us to show. */
  notices?: ModelNotice[];
  /** The caller's identifier. */
  patient_id?: string | null;
  /** What each risk model says; refused models stand there with `refused`. */
  risks?: Risk[] | null;
  /** Whether each drug may be given. */
  safety?: Safety[] | null;
  /** `osteon/assessment/1`. */
  schema: string;
  /** T- and Z-scores by scan and region; left out where not asked for, as the sections below. */
  scores?: Score[] | null;
  /** Trabecular bone score of the latest scan that has one. */
  tbs?: Tbs | null;
  /** How soon the person should be seen, and what comes next. */
  triage?: Triage | null;
  /** Bloods and imaging. */
  work_up?: WorkUp[] | null;
}

/** Something unknown that was read as something. */
export interface Assumed {
  /** What the other reading would do. */
  effect: string;
  /** The field. */
  field: string;
  /** What it was read as. */
  read_as: string;
}

/** What the effect that a trial found would be worth, or why it cannot be said. */
export interface Benefit {
  /** What the drug was compared with. */
  comparator: string;
  /** Confidence in the effect. */
  confidence: string;
  /** The drug, or a sequence of two. */
  drug: string;
  /** Over how many years. */
  horizon_years?: number | null;
  /** The model whose risk it is applied to. */
  model?: string | null;
  /** How long it ran, months. */
  months?: number | null;
  /** Whether the months were seen in a source; else they are partly recalled. */
  months_verified: boolean;
  /** The same at the trial's limits, the better first, in words where one is a number needed to harm. */
  number_needed_limits?: [string, string] | null;
  /** Number needed to treat over the horizon for one fewer to have the outcome, rounded up. */
  number_needed_to_treat?: number | null;
  /** The model's outcome. */
  outcome?: Outcome | null;
  /** Whom the trial enrolled, as far as its sources say. */
  population: string;
  /** Absolute risk reduction, percentage points. */
  reduction_points?: number | null;
  /** The same at the trial's 95 % confidence limits; none of the model's uncertainty is in it. */
  reduction_points_limits?: [number, number] | null;
  /** Why no benefit is given: every mismatch in words. */
  refused?: Refusal | null;
  /** How sources differ on the effect, and what else to know. */
  remarks?: string | null;
  /** How the numbers behind the risk were seen. */
  risk_verification?: string | null;
  /** Whether the numbers behind the risk were verified; `null` where there are none of ours. */
  risk_verified?: boolean | null;
  /** Whether the trial's effect differs from none; `null` where the sources seen do not say. */
  significant?: boolean | null;
  /** Id of the source. */
  source: string;
  /** Risk with treatment, %. */
  treated_percent?: number | null;
  /** The trial. */
  trial: string;
  /** What the trial counted. */
  trial_outcome: string;
  /** Risk without treatment, %. */
  untreated_percent?: number | null;
  /**
   * The same from the best to the worst completion of what is unknown, %; the benefit is that at
   * `untreated_percent` alone.
   */
  untreated_range_percent?: [number, number] | null;
}

/** Densitometric category. */
export type Category = (typeof CATEGORY_WORDS)[number];

/** Every `Category`. */
export const CATEGORY_WORDS = [
  "normal",
  "low_bone_mass",
  "osteoporosis",
  "severe_osteoporosis",
  "below_expected_for_age",
  "within_expected_for_age",
  "undetermined",
] as const;

/** A change between two scans. */
export interface Change {
  /** Compared with the previous or the first scan. */
  against: Against;
  /** Why. */
  because: Reason[];
  /** Later minus earlier, g/cm2. */
  change_g_cm2?: number | null;
  /** The same in percent of the earlier. */
  change_percent?: number | null;
  /** Day of the earlier scan. */
  from?: string | null;
  /** Least significant change, g/cm2. */
  least_significant_change_g_cm2?: number | null;
  /** The region. */
  region: RegionName;
  /** The side. */
  side?: Side | null;
  /** Whether the change is real; `null` where it cannot be said. */
  significant?: boolean | null;
  /** What ISCD's minimum precision would say, where `significant` is `null`. */
  significant_by_iscd_minimum?: boolean | null;
  /** Day of the later scan. */
  to?: string | null;
  /** The vertebrae. */
  vertebrae?: string | null;
}

/** Why something was refused. The numbers are the same in every face and are never reused. */
export type Code = (typeof CODE_WORDS)[number];

/** Every `Code`. */
export const CODE_WORDS = [
  "syntax",
  "unknown_key",
  "wrong_type",
  "not_a_choice",
  "not_finite",
  "not_a_date",
  "not_mapped",
  "out_of_range",
  "unit_slip",
  "before_birth",
  "date_order",
  "missing",
  "contradiction",
  "unknown_id",
  "outside_population",
  "not_usable",
  "not_published",
] as const;

/** Where a course of treatment stands, by one rule. */
export interface Course {
  /** What to do, as a code. */
  action: string;
  /** The drug. */
  drug: Drug;
  /** By when. */
  due?: string | null;
  /** What would have to be known. */
  missing: string[];
  /** Why. */
  reasons: Reason[];
  /** Id of the rule. */
  rule: string;
  /** Ids of the sources. */
  sources: string[];
  /** The verdict. */
  status: CourseStatus;
  /** The same in words. */
  text: string;
  /** Whether the rule was checked against its paper or a reviewed reading of it. */
  verified: boolean;
}

/** Where a course of treatment stands. */
export type CourseStatus = (typeof COURSE_STATUS_WORDS)[number];

/** Every `CourseStatus`. */
export const COURSE_STATUS_WORDS = [
  "continue",
  "extend",
  "pause",
  "stop",
  "switch",
  "due",
  "overdue",
  "failure",
  "not_failure",
  "cannot_be_said",
] as const;

/** WHO and ISCD class. */
export interface Diagnosis {
  /** Densitometric category. */
  category: Category;
  /** A fracture that makes the diagnosis by itself, with `clinical_rule`. */
  clinical_osteoporosis?: boolean | null;
  /** The rule behind `clinical_osteoporosis`. */
  clinical_rule: string;
  /** The categories that remain possible where something is unknown. */
  could_be: Category[];
  /** The worst category ever, earlier scans included: an earlier diagnosis persists. */
  ever: Category;
  /** The category if the proposed vertebrae were excluded, where it is proposed. */
  if_proposed_exclusion?: Category | null;
  /** Why, in codes and words. */
  reasons: Reason[];
  /** The region that decides. */
  region?: RegionName | null;
  /** Its side. */
  side?: Side | null;
  /** Its T-score, as compared. */
  t_score?: number | null;
  /** Its vertebrae. */
  vertebrae?: string | null;
  /** Its Z-score, as compared, where Z decides. */
  z_score?: number | null;
}

/** A point on which guidelines that apply disagree. */
export interface Disagreement {
  /** The guidelines. */
  guidelines: string[];
  /** The point, in one sentence. */
  text: string;
}

/** Which engine answered. */
export interface EngineInfo {
  /** Version of the compiled-in data. */
  data_version: string;
  /** `osteon`. */
  name: string;
  /** Every option in force. */
  options: Options;
  /** The caller's reference sets, echoed. */
  reference_sets?: string[];
  /** Version of the engine. */
  version: string;
}

/** One fact of a change. */
export interface FactChange {
  /** How the limit is compared, as `<=`; `null` for yes and no. */
  comparison?: string | null;
  /** Id of the fact. */
  fact: string;
  /** Field of the patient document. */
  field: string;
  /** What it is; `null` where unknown or not measured. */
  from?: InputValue | null;
  /** What it would have to be: `true`, `false`, or a limit. */
  to: InputValue;
}

/** What one guideline says of the person. */
export interface Guideline {
  /** What it recommends beside. */
  also: Recommendation[];
  /** Whether it speaks of this person; `null` where that cannot be said. */
  applicable?: boolean | null;
  /** What was unknown and read as something. */
  assumed: Assumed[];
  /** The guideline's own word for the group the person is in. */
  category?: string | null;
  /** Day on which its rules were last held against its source. */
  checked_on?: string | null;
  /** The recommendations that remain possible, mildest first; empty where one does. */
  could_be: Recommendation[];
  /** The categories that remain possible; empty where one does. */
  could_be_categories?: string[];
  /** Ids of the rules behind the answer. */
  fired: string[];
  /** What to know first: superseded, not yet verified; then what holds of this answer. */
  flags?: Reason[];
  /** Id of the guideline. */
  guideline: string;
  /** Fields of the patient document whose answer could change this one. */
  missing: string[];
  /** Its name in full. */
  name: string;
  /** Day, month or year of publication. */
  published: string;
  /** What it recommends. */
  recommendation: Recommendation;
  /** Ids of the sources, in full under `citations`. */
  sources: string[];
  /** What replaced it, where that is known. */
  superseded_by?: string | null;
  /** Which kind of drug it puts first. */
  tier?: Tier | null;
  /** Every rule with what it saw; left out with `trace=off`. */
  trace?: RuleTrace[] | null;
  /** How its rules were seen. */
  verification: string;
  /** Whether its rules were checked against the paper or a reviewed reading of it. */
  verified: boolean;
  /** The smallest changes that would change it. */
  would_change: WouldChange[];
}

/** What one guideline says. */
export interface GuidelineTold {
  /** What held of the rules behind it. */
  because?: string | null;
  /** What is missing, and what it could be. */
  cannot_be_said?: string | null;
  /** Its own word for the risk or the group, where it holds. */
  category?: string | null;
  /** Remarks, what was read into unknowns, and what would change it. */
  details: ReportLine[];
  /** Its id. */
  guideline: string;
  /** Whether it is one of the person's country. */
  national: boolean;
  /** What it recommends. */
  recommendation: string;
  /** Every rule with what it saw and by what margin it held; nothing where that was not asked for. */
  rules: ReportLine[];
  /** Its name in few words. */
  short_name: string;
  /** Ids of its citations. */
  sources: string[];
  /** Which drugs it puts first. */
  tier?: string | null;
  /** Its title. */
  title: string;
}

/** A value that a model was computed from. */
export type InputValue = boolean | number | string;

/** A notice that a used model obliges us to show. */
export interface ModelNotice {
  /** The model. */
  model: string;
  /** The words. */
  text: string;
}

/** When the next DXA is due, and by which rule. */
export interface NextDxa {
  /** The day; `null` where the day of the last scan or of the assessment is unknown. */
  date?: string | null;
  /** So many months after what the rule counts from. */
  months?: number | null;
  /** The rule. */
  rule: string;
  /** Id of the source. */
  source: string;
  /** The rule in words. */
  text: string;
}

/** What a model predicts; each model has its own outcome, and none is ever turned into another. */
export type Outcome = (typeof OUTCOME_WORDS)[number];

/** Every `Outcome`. */
export const OUTCOME_WORDS = [
  "any",
  "hip",
  "mof",
  "vertebral",
  "nonvertebral",
  "vertebral_or_hip",
  "any_clinical",
  "low_bone_density",
  "death",
] as const;

/** A predicate with what it saw. */
export interface PredicateTrace {
  /** `<=` and the like; `is` for yes and no. */
  comparison: string;
  /** Id of the fact. */
  fact: string;
  /** Whether it holds; `null` where unknown. */
  holds?: boolean | null;
  /** Value minus threshold, in the unit of the fact. */
  margin?: number | null;
  /** Whether it was known not to have been measured, so that it does not hold. */
  not_measured?: boolean;
  /** What it is compared with. */
  threshold: InputValue;
  /** What was seen; `null` where unknown or not measured. */
  value?: InputValue | null;
}

/** How soon the person should be seen; an order of this project. */
export type Priority = (typeof PRIORITY_WORDS)[number];

/** Every `Priority`. */
export const PRIORITY_WORDS = [
  "very_high",
  "high",
  "intermediate",
  "low",
  "undetermined",
] as const;

/** A reason: a code for programs, a sentence for people. */
export interface Reason {
  /** The code. */
  code: string;
  /** The sentence. */
  text: string;
}

/**
 * What a guideline recommends, in the order in which a worse finding may only move it up; the last two
 * stand outside that order.
 */
export type Recommendation = (typeof RECOMMENDATION_WORDS)[number];

/** Every `Recommendation`. */
export const RECOMMENDATION_WORDS = [
  "no_drug",
  "measure_bmd",
  "calculate_frax",
  "consider",
  "specialist_advice",
  "treat",
  "treat_anabolic_first",
  "undetermined",
  "not_applicable",
] as const;

/**
 * One value refused.
 *
 * `Display` is a sentence that names the field, the value, the limit and, where there is one, the
 * slip: `height_cm: 1.65 is outside 100-230 cm; that looks like metres: write 165`.
 */
export interface Refusal {
  /** Why. */
  code: Code;
  /** The path of the field, such as `scans[0].regions[2].bmd_g_cm2`. */
  field: string;
  /** What it should have been. */
  limit: string;
  /** The slip that it looks like, with the way out. */
  slip?: string | null;
  /** The value, as given. */
  value: string;
}

/** A document: what must be on its first page, and the rest. */
export interface Report {
  /** What fits on a first page. */
  first: ReportSection[];
  /** Whom it serves, and by which engine. */
  foot: string[];
  /** Everything, in full. */
  rest: ReportSection[];
  /** Its heading. */
  title: string;
}

/** A part of a section. */
export type ReportBlock = {
  holds: ReportLine[];
  kind: "lines";
} | {
  holds: ReportLine[];
  kind: "list";
} | {
  holds: {
    /** What each column holds. */
    head: string[];
    /** As many cells each as the head has. */
    rows: string[][];
  };
  kind: "table";
} | {
  holds: ([string, string])[];
  kind: "sources";
} | {
  holds: {
    /** What it shows, in words. */
    caption: string;
    /** An SVG element without script, style sheet or link. */
    svg: string;
  };
  kind: "drawing";
};

/** A sentence with the ids of its sources. */
export interface ReportLine {
  /** Sentences that belong below it. */
  below: ReportLine[];
  /** Ids of the citations of the assessment that it rests on. */
  sources: string[];
  /** The sentence. */
  text: string;
}

/** Whether a score is of the latest examination of its region. */
export type ReportRole = (typeof REPORT_ROLE_WORDS)[number];

/** Every `ReportRole`. */
export const REPORT_ROLE_WORDS = [
  "current",
  "prior",
] as const;

/** A section. */
export interface ReportSection {
  /** What it says. */
  blocks: ReportBlock[];
  /** What it is about, in words for a style sheet, the same in every language: `scores half`, `diagnosis`. */
  class: string;
  /** Its heading. */
  title: string;
}

/** What a risk model says of one outcome. */
export interface Risk {
  /** Whether the model's published cut-off for action is reached. */
  at_cut_off?: boolean | null;
  /** The model's own category. */
  category?: string | null;
  /** Inputs moved to the limit of the model's range, because the caller asked for it. */
  clamped?: Reason[];
  /** Confidence in them. */
  confidence?: string | null;
  /** The categories that some completion of what is unknown gives. */
  could_be?: string[];
  /** What to know about this answer. */
  flags?: Reason[];
  /** Over how many days, where in days. */
  horizon_days?: number | null;
  /** Over how many years; `null` where not in years. */
  horizon_years?: number | null;
  /** What it was computed from, by the model's own names. */
  inputs?: Record<string, InputValue>;
  /** What was unknown and read as something. */
  inputs_assumed: Assumed[];
  /** Id of the model. */
  model: string;
  /** Its name in full. */
  name: string;
  /** What it predicts. */
  outcome: Outcome;
  /** Risk, %, as the equation gives it. */
  percent?: number | null;
  /** Points. */
  points?: number | null;
  /** Risk, %, from the best to the worst completion of what is unknown. */
  range_percent?: [number, number] | null;
  /** Points, from the best to the worst completion of what is unknown. */
  range_points?: [number, number] | null;
  /** Risk, %, brought into line with the model's other outcome: any fracture is never below hip. */
  reconciled_percent?: number | null;
  /** Why there is no answer. */
  refused?: Refusal | null;
  /** Ids of the sources, in full under `citations`. */
  sources: string[];
  /** The supplied risk, %, before the adjustment. */
  unadjusted_percent?: number | null;
  /** The answers by other readings of the source, where they differ. */
  variants?: RiskVariant[];
  /** How the numbers behind it were seen. */
  verification: string;
  /** Whether the numbers behind it were seen in the source or in two transcriptions; `null` where none is ours. */
  verified?: boolean | null;
}

/** The answer by another reading of the source. */
export interface RiskVariant {
  /** Category by it. */
  category?: string | null;
  /** Risk, %, by it. */
  percent?: number | null;
  /** Points by it. */
  points?: number | null;
  /** The reading, such as `dvo_age_row=nearest`. */
  reading: string;
}

/** A rule with what it saw. */
export interface RuleTrace {
  /** Whether it holds; `null` where that hangs on something unknown. */
  holds?: boolean | null;
  /** Its predicates. */
  predicates: PredicateTrace[];
  /** Id of the rule. */
  rule: string;
  /** Its condition in words. */
  when: string;
}

/** Whether a drug may be given. */
export interface Safety {
  /** What was unknown and read as something. */
  assumed?: Assumed[];
  /** Confidence in the rule. */
  confidence: string;
  /** The drug. */
  drug: Drug;
  /** The jurisdiction whose rules were used. */
  jurisdiction: string;
  /** The tests to order, by analyte, or the fields to fill in. */
  needs: string[];
  /** Every other rule that cautions, blocks or cannot be answered. */
  others?: SafetyRule[];
  /** Why, in a sentence. */
  reason: string;
  /** The route, where the rules differ by it. */
  route?: Route | null;
  /** Id of the rule that decides. */
  rule: string;
  /** Ids of the sources. */
  sources: string[];
  /** The verdict. */
  status: SafetyStatus;
  /** What the rule saw and its limit, for other languages to write. */
  values?: InputValue[];
}

/** A rule of drug safety that holds, or may hold. */
export interface SafetyRule {
  /** Why. */
  reason: string;
  /** Id of the rule. */
  rule: string;
  /** What it says. */
  status: SafetyStatus;
  /** What the rule saw and its limit. */
  values?: InputValue[];
}

/** Whether a drug may be given. */
export type SafetyStatus = (typeof SAFETY_STATUS_WORDS)[number];

/** Every `SafetyStatus`. */
export const SAFETY_STATUS_WORDS = [
  "allowed",
  "caution",
  "blocked",
  "unknown",
] as const;

/** The score of one region of one scan. */
export interface Score {
  /** BMD, g/cm2. */
  bmd_g_cm2?: number | null;
  /** What to know about this score. */
  flags: string[];
  /** Percentile of people of the same age. */
  percentile?: number | null;
  /** The reference that reproduces the printed T-score, if one does. */
  printed_t_reference?: string | null;
  /** T-score as the machine printed it. */
  printed_t_score?: number | null;
  /** Z-score as the machine printed it. */
  printed_z_score?: number | null;
  /** Probability that the true T-score is at most -2.5, from repeat-scan precision only; no rule uses it. */
  probability_t_at_most_minus_2_5?: number | null;
  /** The young adult reference of `t_score`. */
  reference?: string | null;
  /** Confidence in that reference. */
  reference_confidence?: string | null;
  /** The region. */
  region: RegionName;
  /** Of the latest examination of this region, or of an earlier one. */
  report_role: ReportRole;
  /** Individual error of the standardised BMD, %. */
  sbmd_error_percent?: number | null;
  /** The equation that standardised. */
  sbmd_method?: string | null;
  /** Standardised BMD, mg/cm2; never serves monitoring. */
  sbmd_mg_cm2?: number | null;
  /** Day of the scan. */
  scan_date?: string | null;
  /** The side. */
  side?: Side | null;
  /** T-score, unrounded; the printed one where none can be computed. */
  t_score?: number | null;
  /** Upper end of the 95 % interval from precision error. */
  t_score_high?: number | null;
  /** Lower end of the 95 % interval from precision error. */
  t_score_low?: number | null;
  /** T-score against the male reference, where asked for; never drives. */
  t_score_male_reference?: number | null;
  /** One decimal, half away from zero. */
  t_score_reported?: number | null;
  /** Which T-score drives diagnosis: `printed` or `computed`. */
  t_source?: string | null;
  /** The vertebrae, as `L1-L4`. */
  vertebrae?: string | null;
  /** Why there is no T-score. */
  withheld?: Reason | null;
  /** The age-matched reference of `z_score`. */
  z_reference?: string | null;
  /** Z-score, unrounded. */
  z_score?: number | null;
  /** Why there is no Z-score. */
  z_withheld?: Reason | null;
}

/** Trabecular bone score. */
export interface Tbs {
  /** `normal`, `partially_degraded` or `degraded`. */
  category: string;
  /** Whose limits. */
  scheme: string;
  /** The value. */
  value: number;
}

/** What a test is. */
export type TestKind = (typeof TEST_KIND_WORDS)[number];

/** Every `TestKind`. */
export const TEST_KIND_WORDS = [
  "blood",
  "urine",
  "imaging",
  "other",
] as const;

/** Where a test stands. */
export type TestStatus = (typeof TEST_STATUS_WORDS)[number];

/** Every `TestStatus`. */
export const TEST_STATUS_WORDS = [
  "due",
  "pending",
  "unremarkable",
  "flagged",
  "not_judged",
] as const;

/** Which kind of drug a guideline puts first. */
export type Tier = (typeof TIER_WORDS)[number];

/** Every `Tier`. */
export const TIER_WORDS = [
  "oral_bisphosphonate_first",
  "intravenous",
  "parenteral_or_anabolic",
  "anabolic_or_potent",
] as const;

/** An assessment in one language. */
export interface Told {
  /** Every guideline that speaks of the person or may, those of the person's country first. */
  guidelines: GuidelineTold[];
  /** The report, without the guidelines that stand by themselves below. */
  report: Report;
}

/** How soon the person should be seen, and what comes next. An order of this project: no guideline's. */
export interface Triage {
  /** When the next DXA is due. */
  next_dxa_due?: NextDxa | null;
  /** What comes next. */
  next_steps: Reason[];
  /** The priority. */
  priority: Priority;
  /** Why. */
  reasons: Reason[];
  /** Whose order this is. */
  scheme: string;
  /** Within how many weeks. */
  within_weeks?: number | null;
}

/** A test of the work-up. */
export interface WorkUp {
  /** The result in words, where it is no number. */
  coded?: string | null;
  /** Day of the sample. */
  date?: string | null;
  /** What kind of test. */
  kind: TestKind;
  /** The panels that ask for it. */
  panels: string[];
  /** What it suggests, or why it is asked for. */
  reason: string;
  /** The limit that it was held against, and whose it is. */
  reference?: string | null;
  /** Id of the rule. */
  rule: string;
  /** Ids of the sources. */
  sources: string[];
  /** Where it stands. */
  status: TestStatus;
  /** The analyte, or another test. */
  test: string;
  /** The unit, as the laboratory wrote it. */
  unit?: string | null;
  /** The value, in `unit`. */
  value?: number | null;
}

/** A change that would change the answer. */
export interface WouldChange {
  /** What it would recommend beside. */
  also: Recommendation[];
  /** The category then. */
  category?: string | null;
  /** The facts that would have to change together; mostly one. */
  facts: FactChange[];
  /** The recommendation then; `undetermined` where it would hang on something unknown. */
  recommendation: Recommendation;
  /** The same in a sentence. */
  text: string;
}
