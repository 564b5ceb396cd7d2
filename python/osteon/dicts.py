# Written from the JSON Schema of the documents by `cargo xtask python`: do not edit.

"""The documents as dicts, so that an editor completes and checks `osteon.assess({...})`.

A key that is left out, or None, is unknown, never "no"; an empty list means "asked, none". Days are `datetime.date` or
text as 2024-05-31.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal, TypedDict

from osteon import documents
from osteon.documents import (
    Analyte,
    Comparator,
    DateIs,
    Drug,
    DvoAgeRow,
    Ethnicity,
    FractureCause,
    FractureSite,
    GenderIdentity,
    LabStatus,
    Manufacturer,
    NoggBetweenAges,
    OstRounding,
    OutOfRange,
    QfractureEthnicity,
    RegionName,
    Route,
    SbmdSpine,
    ScoreArithmetic,
    Section,
    Sex,
    Side,
    Smoking,
    SpineImagingMethod,
    SpineImagingResult,
    StopReason,
    Switch,
    TCompare,
    TSource,
    Trauma,
    Uk2008Interpolation,
    Vertebra,
    ZReference,
)

__all__ = [
    "CrossCalibrationDict",
    "FractureDict",
    "FraxDict",
    "GlucocorticoidDict",
    "HistoryDict",
    "LabDict",
    "LmsDict",
    "OptionsDict",
    "PatientDict",
    "RegionDict",
    "RiskFactorsDict",
    "ScanDict",
    "SpineImagingDict",
    "TreatmentDict",
]


class CrossCalibrationDict(TypedDict, total=False):
    """A cross-calibration between two scanners."""

    to_scanner_serial: str | None
    """Serial number of the other scanner."""
    date: datetime.date | str | None
    """When it was made."""
    generalised_lsc_g_cm2: float | None
    """Generalised least significant change between the two, g/cm2."""


class FractureDict(TypedDict, total=False):
    """One fracture. Fractures of one day or one `event_id` are one event."""

    site: FractureSite | None
    """Where. Required."""
    levels: Sequence[str] | None
    """Vertebral levels, such as `T12`."""
    date: datetime.date | str | None
    """Day of the event or of the imaging that showed it."""
    months_ago: float | None
    """Months before the assessment."""
    age_years: float | None
    """Age at the fracture."""
    date_is: DateIs | None
    """What the date is."""
    event_id: str | None
    """Fractures with one id are one event."""
    trauma: Trauma | None
    """Trauma."""
    cause: FractureCause | None
    """Cause."""
    genant_grade: int | None
    """Genant's semiquantitative grade, 0-3."""
    height_loss_percent: float | None
    """Loss of vertebral height, %."""
    on_treatment: bool | None
    """It happened on treatment for osteoporosis."""


class FraxDict(TypedDict, total=False):
    """A ten-year probability as the FRAX site printed it."""

    model: str | None
    """Country model: ISO code, with `:variant` where the site has several."""
    mof_percent: float | None
    """Major osteoporotic fracture, %."""
    hip_percent: float | None
    """Hip fracture, %."""
    with_bmd: bool | None
    """Computed with femoral-neck BMD."""
    version: str | None
    """Version of the site."""
    date: datetime.date | str | None
    """Day it was computed."""
    adjusted_for: Sequence[str] | None
    """What it was already adjusted for."""


class GlucocorticoidDict(TypedDict, total=False):
    """Glucocorticoid treatment; doses are prednisolone equivalents."""

    current: bool | None
    """Taken now."""
    ever: bool | None
    """Ever taken for long enough to matter."""
    mg_per_day: float | None
    """Daily dose, mg of prednisolone or its equivalent."""
    days: float | None
    """Days taken so far."""
    planned_days: float | None
    """Days planned in all."""
    started_or_raised_months_ago: float | None
    """Months since the dose was started or raised."""
    months_since_stopped: float | None
    """Months since it was stopped."""
    cumulative_g_per_year: float | None
    """Grams in the past year."""


class HistoryDict(TypedDict, total=False):
    """Events and conditions that rule a drug or a measurement in or out. A key left out is unknown."""

    myocardial_infarction_or_stroke: bool | None
    """Myocardial infarction or stroke, ever."""
    months_since_myocardial_infarction_or_stroke: float | None
    """Months since the last of them."""
    coronary_artery_disease: bool | None
    """Coronary artery disease."""
    venous_thromboembolism: bool | None
    """Venous thromboembolism."""
    skeletal_malignancy: bool | None
    """Skeletal malignancy."""
    skeletal_radiotherapy: bool | None
    """Radiotherapy of the skeleton."""
    paget_disease: bool | None
    """Paget's disease of bone."""
    oesophageal_disorder: bool | None
    """Oesophageal disorder."""
    cannot_sit_upright: bool | None
    """Cannot sit or stand upright for half an hour."""
    dental_extraction_planned: bool | None
    """A dental extraction is planned."""
    atypical_femoral_fracture: bool | None
    """Atypical femoral fracture, ever."""
    osteonecrosis_of_jaw: bool | None
    """Osteonecrosis of the jaw, ever."""
    pregnant: bool | None
    """Pregnant."""
    pregnancy_possible: bool | None
    """Pregnancy is possible."""
    breastfeeding: bool | None
    """Breastfeeding."""
    hypophosphatasia: bool | None
    """Hypophosphatasia."""
    osteomalacia: bool | None
    """Osteomalacia."""
    hypercalcaemia: bool | None
    """Hypercalcaemia."""
    unexplained_high_alp: bool | None
    """Unexplained high alkaline phosphatase."""
    urolithiasis: bool | None
    """Kidney stones."""
    dialysis: bool | None
    """Dialysis."""
    kidney_transplant: bool | None
    """Kidney transplant."""
    breast_cancer: bool | None
    """Breast cancer."""
    vasomotor_symptoms: bool | None
    """Vasomotor symptoms."""
    hip_prosthesis_left: bool | None
    """A prosthesis in the left hip: that hip has no BMD."""
    hip_prosthesis_right: bool | None
    """A prosthesis in the right hip: that hip has no BMD."""
    spinal_hardware: bool | None
    """Hardware in the lumbar spine."""
    amputation: bool | None
    """An amputation: weight no longer means what weight-based scores take it for."""
    bmd_not_possible: bool | None
    """BMD cannot be measured in this person."""
    oral_bisphosphonate_unsuitable: bool | None
    """An oral bisphosphonate is unsuitable."""
    palliative_care: bool | None
    """In palliative care."""


class LabDict(TypedDict, total=False):
    """One laboratory result."""

    analyte: Analyte | None
    """What was measured. Required."""
    comparator: Comparator | None
    """Below or above the stated value."""
    value: float | None
    """The value, in `unit`."""
    coded: str | None
    """A result in words."""
    unit: str | None
    """The unit, as the laboratory writes it."""
    date: datetime.date | str | None
    """Day of the sample."""
    status: LabStatus | None
    """Whether the result is there."""
    reference_low: float | None
    """The laboratory's own lower limit, in `unit`."""
    reference_high: float | None
    """The laboratory's own upper limit, in `unit`."""


class LmsDict(TypedDict, total=False):
    """Box-Cox power, median and coefficient of variation (Cole's LMS)."""

    l: float | None
    """Box-Cox power."""
    m: float | None
    """Median, g/cm2."""
    s: float | None
    """Coefficient of variation."""


class OptionsDict(TypedDict, total=False):
    """Options of an assessment. What is left out takes its default."""

    schema: Literal["osteon/options/1"] | None
    """`osteon/options/1`."""
    as_of: datetime.date | str | None
    """Day of the assessment where the patient document has none; overrides it where it has."""
    t_compare: TCompare | None
    """Classes compare the reported T (one decimal, default) or the exact one."""
    t_source: TSource | None
    """The printed T (default) or the computed one drives."""
    male_reference: Switch | None
    """Adds the score against the male reference for men; off by default."""
    z_reference: ZReference | None
    """The reference of Z-scores; `nhanes_2005_2010` by default."""
    sbmd_spine: SbmdSpine | None
    """The equation that standardises the spine; `hui1997` by default."""
    precision_g_cm2: Mapping[str, float] | None
    """The centre's precision error by region, RMS-SD in g/cm2, for scans that state none."""
    models: str | None
    """Ids of the risk models to run, separated by commas; `all` by default."""
    qfracture_years: int | None
    """Horizon of the QFracture models, 1-18 years; 10 by default."""
    out_of_range: OutOfRange | None
    """Refuses an input outside a risk model's range (default), or moves it to the limit."""
    dvo_age_row: DvoAgeRow | None
    """Row of the DVO tables for an age between two rows; `floor` by default."""
    ost_rounding: OstRounding | None
    """What becomes of the decimals of OST and OSTA; `truncate` by default."""
    score_arithmetic: ScoreArithmetic | None
    """The arithmetic of SCORE; `truncated` by default."""
    uk2008_interpolation: Uk2008Interpolation | None
    """What the published UK table of 2008 says between its cells; `off` by default: nothing."""
    guidelines: str | None
    """Ids of the guidelines to answer, separated by commas; `all` by default."""
    guideline_country: str | None
    """Answers the national set of this country (ISO code) instead; none by default."""
    nogg_between_ages: NoggBetweenAges | None
    """NOGG thresholds between two published ages; `interpolate` by default."""
    trace: Switch | None
    """Writes every rule with what it saw into each guideline's answer; `on` by default."""
    lab_valid_months: int | None
    """Age, months, from which a calcium or creatinine is too old for drug safety; 3 by default."""


class PatientDict(TypedDict, total=False):
    """One person. Only `sex` and `age_years` (or `birth_date` and `assessed_on`) are required.

    A field left out is unknown, never "no"; an empty list is "asked, none"; and in a section named in `complete` a
    key left out is "asked and no".
    """

    schema: Literal["osteon/patient/1"] | None
    """`osteon/patient/1`."""
    id: str | None
    """The caller's identifier."""
    assessed_on: datetime.date | str | None
    """Day of the assessment; the engine has no clock."""
    birth_date: datetime.date | str | None
    """Day of birth."""
    country: str | None
    """ISO 3166 country code."""
    jurisdiction: str | None
    """Jurisdiction for drug rules; left out: the country's, else the strictest."""
    complete: Sequence[Section] | None
    """Sections in which everything was asked."""
    sex: Sex | None
    """The sex used for references."""
    sex_recorded_at_birth: Sex | None
    """Sex recorded at birth."""
    gender_identity: GenderIdentity | None
    """Gender identity."""
    age_years: float | None
    """Age in years; 0-120."""
    postmenopausal: bool | None
    """Past the menopause."""
    menopause_age_years: float | None
    """Age at the menopause."""
    ethnicity: Ethnicity | None
    """Chooses a Z-score reference and nothing else."""
    qfracture_ethnicity: QfractureEthnicity | None
    """Ethnic group of the QFracture equations."""
    height_cm: float | None
    """Height, cm; 100-230."""
    weight_kg: float | None
    """Weight, kg; 20-300."""
    bmi_kg_m2: float | None
    """Body mass index, only where height and weight are not known."""
    scans: Sequence[ScanDict | documents.Scan] | None
    """DXA scans; an empty list means that no BMD was measured."""
    fractures: Sequence[FractureDict | documents.Fracture] | None
    """Fractures; an empty list means "asked, none"."""
    labs: Sequence[LabDict | documents.Lab] | None
    """Laboratory results."""
    treatments: Sequence[TreatmentDict | documents.Treatment] | None
    """Treatments."""
    spine_imaging: Sequence[SpineImagingDict | documents.SpineImaging] | None
    """Imaging of the spine."""
    risk_factors: RiskFactorsDict | documents.RiskFactors | None
    """Risk factors."""
    history: HistoryDict | documents.History | None
    """Medical history."""
    frax: FraxDict | documents.Frax | None
    """A FRAX result, taken in and never computed."""


class RegionDict(TypedDict, total=False):
    """One line of a DXA report."""

    region: RegionName | None
    """Which region. Required."""
    vertebrae: Sequence[Vertebra] | None
    """Vertebrae of a lumbar spine region; left out: L1 to L4, and said so."""
    side: Side | None
    """Side of a hip or forearm."""
    bmd_g_cm2: float | None
    """Bone mineral density, g/cm2."""
    bmd_mg_cm2: float | None
    """The same in mg/cm2 (raw BMD x 1000)."""
    sbmd_mg_cm2: float | None
    """Standardised BMD, mg/cm2; never read as raw BMD."""
    area_cm2: float | None
    """Projected area, cm2."""
    bmc_g: float | None
    """Bone mineral content, g."""
    t_score: float | None
    """T-score, as the machine printed it."""
    z_score: float | None
    """Z-score, as the machine printed it."""
    percent_young_adult: float | None
    """Percent of the young adult mean, as printed."""
    percent_age_matched: float | None
    """Percent of the age-matched mean, as printed."""
    excluded: bool | None
    """The reader excluded this region."""
    exclusion_reason: str | None
    """Why."""
    lms: LmsDict | documents.Lms | None
    """L, M and S of the caller's own age reference (M in g/cm2)."""


class RiskFactorsDict(TypedDict, total=False):
    """What raises the risk of a fracture. A key left out is unknown, never "no"."""

    parental_hip_fracture: bool | None
    """A parent broke a hip."""
    maternal_hip_fracture: bool | None
    """The mother broke a hip."""
    parental_osteoporosis: bool | None
    """A parent had osteoporosis."""
    current_smoker: bool | None
    """Smokes now."""
    smoking: Smoking | None
    """Smoking in five levels."""
    cigarettes_per_day: float | None
    """Cigarettes a day."""
    alcohol_units_per_day: float | None
    """Units of alcohol a day, 8 g each."""
    alcohol_g_per_day: float | None
    """Grams of alcohol a day."""
    glucocorticoid: GlucocorticoidDict | documents.Glucocorticoid | None
    """Glucocorticoid treatment."""
    rheumatoid_arthritis: bool | None
    """Rheumatoid arthritis."""
    systemic_lupus: bool | None
    """Systemic lupus erythematosus."""
    falls_past_year: int | None
    """Falls in the past year."""
    injurious_falls: bool | None
    """Falls with an injury in the past year."""
    frailty: bool | None
    """Frailty."""
    type_1_diabetes: bool | None
    """Type 1 diabetes."""
    type_2_diabetes: bool | None
    """Type 2 diabetes."""
    type_2_diabetes_years: float | None
    """Years since the diagnosis of type 2 diabetes."""
    copd: bool | None
    """Chronic obstructive pulmonary disease."""
    asthma: bool | None
    """Asthma."""
    cardiovascular_disease: bool | None
    """Cardiovascular disease."""
    heart_failure: bool | None
    """Heart failure."""
    stroke: bool | None
    """Stroke."""
    chronic_liver_disease: bool | None
    """Chronic liver disease."""
    chronic_kidney_disease: bool | None
    """Chronic kidney disease."""
    malabsorption: bool | None
    """Malabsorption."""
    inflammatory_bowel_disease: bool | None
    """Inflammatory bowel disease."""
    coeliac_disease: bool | None
    """Coeliac disease."""
    gastrectomy: bool | None
    """Gastrectomy."""
    bariatric_surgery: bool | None
    """Bariatric surgery."""
    hyperparathyroidism: bool | None
    """Hyperparathyroidism; the 33 % radius then diagnoses (ISCD)."""
    hyperthyroidism: bool | None
    """Hyperthyroidism."""
    cushing: bool | None
    """Cushing's syndrome."""
    hypogonadism: bool | None
    """Hypogonadism."""
    premature_menopause: bool | None
    """Menopause before 45."""
    growth_hormone_deficiency: bool | None
    """Growth hormone deficiency."""
    hyponatraemia: bool | None
    """Hyponatraemia."""
    hiv: bool | None
    """HIV infection."""
    aromatase_inhibitor: bool | None
    """Aromatase inhibitor."""
    androgen_deprivation: bool | None
    """Androgen deprivation."""
    proton_pump_inhibitor: bool | None
    """Proton pump inhibitor."""
    opioid: bool | None
    """Opioid."""
    antidepressant: bool | None
    """Antidepressant."""
    depression: bool | None
    """Depression."""
    epilepsy_or_anticonvulsant: bool | None
    """Epilepsy, or an anticonvulsant."""
    dementia: bool | None
    """Dementia."""
    parkinson: bool | None
    """Parkinson's disease."""
    multiple_sclerosis: bool | None
    """Multiple sclerosis."""
    immobility: bool | None
    """Immobility."""
    care_home: bool | None
    """Lives in a care home."""
    any_cancer: bool | None
    """Any cancer."""
    mgus: bool | None
    """Monoclonal gammopathy of undetermined significance."""
    axial_spondyloarthritis: bool | None
    """Axial spondyloarthritis."""
    oestrogen_hrt: bool | None
    """Takes oestrogen as hormone replacement."""
    oestrogen_ever: bool | None
    """Ever took oestrogen."""
    oestrogen_deficiency: bool | None
    """Oestrogen deficiency."""
    height_loss_cm: float | None
    """Height lost since young adulthood, cm."""
    needs_arms_to_rise: bool | None
    """Needs the arms to rise from a chair."""
    walking_speed_m_s: float | None
    """Walking speed, m/s."""
    poor_tandem_walk: bool | None
    """Poor tandem walk."""
    timed_up_and_go_s: float | None
    """Timed up-and-go, s."""
    amts_score: float | None
    """Abbreviated mental test score, 0-10."""
    mmse_score: float | None
    """Mini-mental state examination, 0-30."""
    primary_osteoporosis: bool | None
    """A primary bone disease such as osteogenesis imperfecta."""


class ScanDict(TypedDict, total=False):
    """One DXA examination."""

    date: datetime.date | str | None
    """Day of the examination."""
    manufacturer: Manufacturer | None
    """Maker of the densitometer."""
    model: str | None
    """Model, as the report prints it or as our own id."""
    database: str | None
    """Reference database, as the report prints it or as our own id."""
    facility: str | None
    """Where the scan was made."""
    scanner_serial: str | None
    """Serial number of the densitometer; change needs the same one."""
    software_version: str | None
    """Software version."""
    scan_mode: str | None
    """Scan mode; change needs the same one."""
    precision_g_cm2: Mapping[str, float] | None
    """The centre's own precision error by region, RMS-SD in g/cm2."""
    cross_calibration: CrossCalibrationDict | documents.CrossCalibration | None
    """A cross-calibration of this scanner to another."""
    regions: Sequence[RegionDict | documents.Region] | None
    """What was measured."""
    tbs: float | None
    """Trabecular bone score."""
    tbs_z_score: float | None
    """Z-score of the trabecular bone score, as printed."""


class SpineImagingDict(TypedDict, total=False):
    """One examination of the spine for fractures."""

    date: datetime.date | str | None
    """Day of the examination."""
    method: SpineImagingMethod | None
    """How."""
    result: SpineImagingResult | None
    """What it showed."""
    levels: Sequence[str] | None
    """Levels with a fracture, such as `T12`."""


class TreatmentDict(TypedDict, total=False):
    """One course of a drug."""

    drug: Drug | None
    """Which drug. Required."""
    route: Route | None
    """How it is given."""
    dose: str | None
    """Dose, in the words of the prescription."""
    start: datetime.date | str | None
    """First day."""
    stop: datetime.date | str | None
    """Last day."""
    planned_stop: datetime.date | str | None
    """Day it is meant to stop."""
    stop_reason: StopReason | None
    """Why it was stopped."""
    last_dose: datetime.date | str | None
    """Day of the last dose."""
    doses: int | None
    """Doses given so far."""
    adherent: bool | None
    """Taken as prescribed."""
