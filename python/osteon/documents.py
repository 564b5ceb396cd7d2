# Written from the JSON Schema of the documents by `cargo xtask python`: do not edit.

"""The documents, typed: `Patient` and `Options` go in, the records of an assessment come out.

A field that is None is unknown, never "no". In what is given, days are `datetime.date` or text as 2024-05-31 and are
kept as `datetime.date`, lists are kept as tuples, and a dict will do for any part; in what is answered, days are
`datetime.date` and lists are tuples. All of it is frozen: `dataclasses.replace` makes another.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from osteon._record import Document, Record, Table

__all__ = [
    "Access",
    "AccessStatus",
    "Against",
    "Analyte",
    "Assumed",
    "Benefit",
    "Category",
    "Change",
    "Code",
    "Comparator",
    "Course",
    "CourseStatus",
    "CrossCalibration",
    "DateIs",
    "Diagnosis",
    "Disagreement",
    "Drug",
    "DvoAgeRow",
    "EngineInfo",
    "Ethnicity",
    "FactChange",
    "Fracture",
    "FractureCause",
    "FractureSite",
    "Frax",
    "GenderIdentity",
    "Glucocorticoid",
    "Guideline",
    "History",
    "InputValue",
    "Lab",
    "LabStatus",
    "Lms",
    "Manufacturer",
    "ModelNotice",
    "NextDxa",
    "NoggBetweenAges",
    "Options",
    "OstRounding",
    "OutOfRange",
    "Outcome",
    "Patient",
    "PredicateTrace",
    "Priority",
    "QfractureEthnicity",
    "Reason",
    "Recommendation",
    "Refusal",
    "Region",
    "RegionName",
    "ReportRole",
    "Risk",
    "RiskFactors",
    "RiskVariant",
    "Route",
    "RuleTrace",
    "Safety",
    "SafetyRule",
    "SafetyStatus",
    "SbmdSpine",
    "Scan",
    "Score",
    "ScoreArithmetic",
    "Section",
    "Sex",
    "Side",
    "Smoking",
    "SpineImaging",
    "SpineImagingMethod",
    "SpineImagingResult",
    "StopReason",
    "Switch",
    "TCompare",
    "TSource",
    "Tbs",
    "TestKind",
    "TestStatus",
    "Tier",
    "Trauma",
    "Treatment",
    "Triage",
    "Uk2008Interpolation",
    "Vertebra",
    "WorkUp",
    "WouldChange",
    "ZReference",
]


AccessStatus: TypeAlias = Literal["reimbursed", "not_reimbursed", "not_licensed", "unknown"]
"""Whether a drug is licensed and paid for."""

Against: TypeAlias = Literal["previous", "baseline"]
"""What a scan is compared with."""

Analyte: TypeAlias = Literal[
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
]
"""What was measured."""

Category: TypeAlias = Literal[
    "normal",
    "low_bone_mass",
    "osteoporosis",
    "severe_osteoporosis",
    "below_expected_for_age",
    "within_expected_for_age",
    "undetermined",
]
"""Densitometric category."""

Code: TypeAlias = Literal[
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
]
"""Why something was refused. The numbers are the same in every face and are never reused. `syntax`: Not a document at
all; `unknown_key`: A key that the document does not have; `wrong_type`: Text in a number, a number for a bool, and
the like; `not_a_choice`: Not one of the values of a closed set; `not_finite`: NaN or infinite; `not_a_date`: Not a
date; `not_mapped`: A value that a mapping neither maps nor lists as missing; `out_of_range`: Outside the limits;
`unit_slip`: Outside the limits, and right in another unit; `before_birth`: A date before birth; `date_order`: An
order of dates that cannot be; `missing`: A required field is not there; `contradiction`: Two fields that contradict
each other; `unknown_id`: An id that is not known; `outside_population`: The model does not speak of such a person;
`not_usable`: A supplied value that must not be used, with the reason; `not_published`: Nothing was published for
it.
"""

Comparator: TypeAlias = Literal["<", ">"]
"""A result beyond the range of the method."""

CourseStatus: TypeAlias = Literal[
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
]
"""Where a course of treatment stands."""

DateIs: TypeAlias = Literal["event", "imaging", "unknown"]
"""What the date of a fracture is. `imaging`: Proves existence, not recency."""

Drug: TypeAlias = Literal[
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
]
"""A drug for osteoporosis."""

DvoAgeRow: TypeAlias = Literal["floor", "nearest"]
"""The row of the DVO tables for an age between two rows."""

Ethnicity: TypeAlias = Literal["white", "black", "mexican_american", "hispanic", "asian", "other"]
"""Chooses a Z-score reference and nothing else."""

FractureCause: TypeAlias = Literal["fragility", "atypical", "tumour", "periprosthetic", "stress", "unknown"]
"""What kind of fracture it was."""

FractureSite: TypeAlias = Literal[
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
]
"""Where a bone broke. `vertebra`: T4 to L5; `ribs_multiple`: Three or more at once."""

GenderIdentity: TypeAlias = Literal["female", "male", "non_conforming", "other"]
"""How a person describes their gender; chooses the Z-score reference by the ISCD 2019 rule."""

LabStatus: TypeAlias = Literal["final", "pending", "not_done"]
"""Whether the result is there."""

Manufacturer: TypeAlias = Literal["hologic", "ge_lunar", "norland"]
"""The makers of the densitometers whose references are known."""

NoggBetweenAges: TypeAlias = Literal["interpolate", "step"]
"""A NOGG threshold at an age between two published ones. `interpolate`: A straight line, flagged as approximate;
`step`: That of the lower age.
"""

OstRounding: TypeAlias = Literal["truncate", "floor", "round", "two_decimals"]
"""What becomes of the decimals of OST and OSTA. `truncate`: Dropped, toward zero; `round`: To the nearest whole
number, half away from zero; `two_decimals`: Kept.
"""

OutOfRange: TypeAlias = Literal["refuse", "clamp"]
"""What a risk model does with an input outside its range. `clamp`: Moves it to the limit, and says so in the answer."""

Outcome: TypeAlias = Literal[
    "any",
    "hip",
    "mof",
    "vertebral",
    "nonvertebral",
    "vertebral_or_hip",
    "any_clinical",
    "low_bone_density",
    "death",
]
"""What a model predicts; each model has its own outcome, and none is ever turned into another. `any`: Any osteoporotic
or low-trauma fracture, as the model's paper defines it; `mof`: Major osteoporotic fracture: clinical spine, hip,
forearm, humerus; `any_clinical`: Any clinical fracture; `low_bone_density`: Low bone density at DXA: a reason to
measure, no fracture risk.
"""

Priority: TypeAlias = Literal["very_high", "high", "intermediate", "low", "undetermined"]
"""How soon the person should be seen; an order of this project."""

QfractureEthnicity: TypeAlias = Literal[
    "white_or_not_recorded",
    "indian",
    "pakistani",
    "bangladeshi",
    "other_asian",
    "black_caribbean",
    "black_african",
    "chinese",
    "other",
]
"""The ethnic groups of the QFracture equations."""

Recommendation: TypeAlias = Literal[
    "no_drug",
    "measure_bmd",
    "calculate_frax",
    "consider",
    "specialist_advice",
    "treat",
    "treat_anabolic_first",
    "undetermined",
    "not_applicable",
]
"""What a guideline recommends, in the order in which a worse finding may only move it up; the last two stand outside
that order.
"""

RegionName: TypeAlias = Literal[
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
]
"""A region of a DXA scan. Spine, neck, total hip and radius 33 % diagnose; the others never do."""

ReportRole: TypeAlias = Literal["current", "prior"]
"""Whether a score is of the latest examination of its region."""

Route: TypeAlias = Literal["oral", "iv", "sc"]
"""How it is given."""

SafetyStatus: TypeAlias = Literal["allowed", "caution", "blocked", "unknown"]
"""Whether a drug may be given."""

SbmdSpine: TypeAlias = Literal["hui1997", "genant1994"]
"""The equation that standardises the spine."""

ScoreArithmetic: TypeAlias = Literal["truncated", "continuous"]
"""The arithmetic of SCORE. `truncated`: Age and weight over ten, each truncated (Lydick 1998); `continuous`: Both kept
with their decimals, as public calculators do.
"""

Section: TypeAlias = Literal["fractures", "risk_factors", "history", "treatments", "labs"]
"""A section of the patient document in which everything was asked."""

Sex: TypeAlias = Literal["female", "male"]
"""The sex used for references."""

Side: TypeAlias = Literal["left", "right", "mean", "difference"]
"""The side of a region, as a report prints it."""

Smoking: TypeAlias = Literal["never", "former", "light", "moderate", "heavy"]
"""Smoking, as QFracture asks it."""

SpineImagingMethod: TypeAlias = Literal["vfa", "xray", "ct", "mri"]
"""How the spine was imaged."""

SpineImagingResult: TypeAlias = Literal["none", "fracture", "unreadable", "pending"]
"""What it showed."""

StopReason: TypeAlias = Literal["intolerance", "failure", "completed", "choice", "contraindication", "unknown"]
"""Why it was stopped."""

Switch: TypeAlias = Literal["off", "on"]
"""On or off."""

TCompare: TypeAlias = Literal["reported", "exact"]
"""Which T-score classes, guidelines and models compare."""

TSource: TypeAlias = Literal["printed", "computed"]
"""Which T-score drives diagnosis and guidelines where both are there."""

TestKind: TypeAlias = Literal["blood", "urine", "imaging", "other"]
"""What a test is."""

TestStatus: TypeAlias = Literal["due", "pending", "unremarkable", "flagged", "not_judged"]
"""Where a test stands. `due`: To be ordered; `pending`: Ordered, no result yet; `unremarkable`: There, and within its
limits; `flagged`: There, and it suggests something; `not_judged`: There, and it cannot be judged: no unit, no
limits.
"""

Tier: TypeAlias = Literal["oral_bisphosphonate_first", "intravenous", "parenteral_or_anabolic", "anabolic_or_potent"]
"""Which kind of drug a guideline puts first."""

Trauma: TypeAlias = Literal["low", "high", "unknown"]
"""How hard the blow was; low is a fall from standing height or less."""

Uk2008Interpolation: TypeAlias = Literal["off", "linear"]
"""What the published UK table of 2008 says between its cells."""

Vertebra: TypeAlias = Literal["L1", "L2", "L3", "L4"]
"""A lumbar vertebra."""

ZReference: TypeAlias = Literal["nhanes_2005_2010", "nhanes3_1998"]
"""The age-matched reference of Z-scores."""

InputValue: TypeAlias = bool | float | str
"""A value that a model was computed from."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class CrossCalibration(Document):
    """A cross-calibration between two scanners.

    Parameters
    ----------
    to_scanner_serial
        Serial number of the other scanner.
    date
        When it was made.
    generalised_lsc_g_cm2
        Generalised least significant change between the two, g/cm2.
    """

    _days: ClassVar[frozenset[str]] = frozenset({"date"})

    to_scanner_serial: str | None = None
    """Serial number of the other scanner."""
    date: datetime.date | str | None = None
    """When it was made."""
    generalised_lsc_g_cm2: float | None = None
    """Generalised least significant change between the two, g/cm2."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Fracture(Document):
    """One fracture. Fractures of one day or one `event_id` are one event.

    Parameters
    ----------
    site
        Where. Required.
    levels
        Vertebral levels, such as `T12`.
    date
        Day of the event or of the imaging that showed it.
    months_ago
        Months before the assessment.
    age_years
        Age at the fracture.
    date_is
        What the date is.
    event_id
        Fractures with one id are one event.
    trauma
        Trauma.
    cause
        Cause.
    genant_grade
        Genant's semiquantitative grade, 0-3.
    height_loss_percent
        Loss of vertebral height, %.
    on_treatment
        It happened on treatment for osteoporosis.
    """

    _days: ClassVar[frozenset[str]] = frozenset({"date"})

    site: FractureSite | None = None
    """Where. Required."""
    levels: Sequence[str] | None = None
    """Vertebral levels, such as `T12`."""
    date: datetime.date | str | None = None
    """Day of the event or of the imaging that showed it."""
    months_ago: float | None = None
    """Months before the assessment."""
    age_years: float | None = None
    """Age at the fracture."""
    date_is: DateIs | None = None
    """What the date is."""
    event_id: str | None = None
    """Fractures with one id are one event."""
    trauma: Trauma | None = None
    """Trauma."""
    cause: FractureCause | None = None
    """Cause."""
    genant_grade: int | None = None
    """Genant's semiquantitative grade, 0-3."""
    height_loss_percent: float | None = None
    """Loss of vertebral height, %."""
    on_treatment: bool | None = None
    """It happened on treatment for osteoporosis."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Frax(Document):
    """A ten-year probability as the FRAX site printed it.

    Parameters
    ----------
    model
        Country model: ISO code, with `:variant` where the site has several.
    mof_percent
        Major osteoporotic fracture, %.
    hip_percent
        Hip fracture, %.
    with_bmd
        Computed with femoral-neck BMD.
    version
        Version of the site.
    date
        Day it was computed.
    adjusted_for
        What it was already adjusted for.
    """

    _days: ClassVar[frozenset[str]] = frozenset({"date"})

    model: str | None = None
    """Country model: ISO code, with `:variant` where the site has several."""
    mof_percent: float | None = None
    """Major osteoporotic fracture, %."""
    hip_percent: float | None = None
    """Hip fracture, %."""
    with_bmd: bool | None = None
    """Computed with femoral-neck BMD."""
    version: str | None = None
    """Version of the site."""
    date: datetime.date | str | None = None
    """Day it was computed."""
    adjusted_for: Sequence[str] | None = None
    """What it was already adjusted for."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Glucocorticoid(Document):
    """Glucocorticoid treatment; doses are prednisolone equivalents.

    Parameters
    ----------
    current
        Taken now.
    ever
        Ever taken for long enough to matter.
    mg_per_day
        Daily dose, mg of prednisolone or its equivalent.
    days
        Days taken so far.
    planned_days
        Days planned in all.
    started_or_raised_months_ago
        Months since the dose was started or raised.
    months_since_stopped
        Months since it was stopped.
    cumulative_g_per_year
        Grams in the past year.
    """

    current: bool | None = None
    """Taken now."""
    ever: bool | None = None
    """Ever taken for long enough to matter."""
    mg_per_day: float | None = None
    """Daily dose, mg of prednisolone or its equivalent."""
    days: float | None = None
    """Days taken so far."""
    planned_days: float | None = None
    """Days planned in all."""
    started_or_raised_months_ago: float | None = None
    """Months since the dose was started or raised."""
    months_since_stopped: float | None = None
    """Months since it was stopped."""
    cumulative_g_per_year: float | None = None
    """Grams in the past year."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class History(Document):
    """Events and conditions that rule a drug or a measurement in or out. A key left out is unknown.

    Parameters
    ----------
    myocardial_infarction_or_stroke
        Myocardial infarction or stroke, ever.
    months_since_myocardial_infarction_or_stroke
        Months since the last of them.
    coronary_artery_disease
        Coronary artery disease.
    venous_thromboembolism
        Venous thromboembolism.
    skeletal_malignancy
        Skeletal malignancy.
    skeletal_radiotherapy
        Radiotherapy of the skeleton.
    paget_disease
        Paget's disease of bone.
    oesophageal_disorder
        Oesophageal disorder.
    cannot_sit_upright
        Cannot sit or stand upright for half an hour.
    dental_extraction_planned
        A dental extraction is planned.
    atypical_femoral_fracture
        Atypical femoral fracture, ever.
    osteonecrosis_of_jaw
        Osteonecrosis of the jaw, ever.
    pregnant
        Pregnant.
    pregnancy_possible
        Pregnancy is possible.
    breastfeeding
        Breastfeeding.
    hypophosphatasia
        Hypophosphatasia.
    osteomalacia
        Osteomalacia.
    hypercalcaemia
        Hypercalcaemia.
    unexplained_high_alp
        Unexplained high alkaline phosphatase.
    urolithiasis
        Kidney stones.
    dialysis
        Dialysis.
    kidney_transplant
        Kidney transplant.
    breast_cancer
        Breast cancer.
    vasomotor_symptoms
        Vasomotor symptoms.
    hip_prosthesis_left
        A prosthesis in the left hip: that hip has no BMD.
    hip_prosthesis_right
        A prosthesis in the right hip: that hip has no BMD.
    spinal_hardware
        Hardware in the lumbar spine.
    amputation
        An amputation: weight no longer means what weight-based scores take it for.
    bmd_not_possible
        BMD cannot be measured in this person.
    oral_bisphosphonate_unsuitable
        An oral bisphosphonate is unsuitable.
    palliative_care
        In palliative care.
    """

    myocardial_infarction_or_stroke: bool | None = None
    """Myocardial infarction or stroke, ever."""
    months_since_myocardial_infarction_or_stroke: float | None = None
    """Months since the last of them."""
    coronary_artery_disease: bool | None = None
    """Coronary artery disease."""
    venous_thromboembolism: bool | None = None
    """Venous thromboembolism."""
    skeletal_malignancy: bool | None = None
    """Skeletal malignancy."""
    skeletal_radiotherapy: bool | None = None
    """Radiotherapy of the skeleton."""
    paget_disease: bool | None = None
    """Paget's disease of bone."""
    oesophageal_disorder: bool | None = None
    """Oesophageal disorder."""
    cannot_sit_upright: bool | None = None
    """Cannot sit or stand upright for half an hour."""
    dental_extraction_planned: bool | None = None
    """A dental extraction is planned."""
    atypical_femoral_fracture: bool | None = None
    """Atypical femoral fracture, ever."""
    osteonecrosis_of_jaw: bool | None = None
    """Osteonecrosis of the jaw, ever."""
    pregnant: bool | None = None
    """Pregnant."""
    pregnancy_possible: bool | None = None
    """Pregnancy is possible."""
    breastfeeding: bool | None = None
    """Breastfeeding."""
    hypophosphatasia: bool | None = None
    """Hypophosphatasia."""
    osteomalacia: bool | None = None
    """Osteomalacia."""
    hypercalcaemia: bool | None = None
    """Hypercalcaemia."""
    unexplained_high_alp: bool | None = None
    """Unexplained high alkaline phosphatase."""
    urolithiasis: bool | None = None
    """Kidney stones."""
    dialysis: bool | None = None
    """Dialysis."""
    kidney_transplant: bool | None = None
    """Kidney transplant."""
    breast_cancer: bool | None = None
    """Breast cancer."""
    vasomotor_symptoms: bool | None = None
    """Vasomotor symptoms."""
    hip_prosthesis_left: bool | None = None
    """A prosthesis in the left hip: that hip has no BMD."""
    hip_prosthesis_right: bool | None = None
    """A prosthesis in the right hip: that hip has no BMD."""
    spinal_hardware: bool | None = None
    """Hardware in the lumbar spine."""
    amputation: bool | None = None
    """An amputation: weight no longer means what weight-based scores take it for."""
    bmd_not_possible: bool | None = None
    """BMD cannot be measured in this person."""
    oral_bisphosphonate_unsuitable: bool | None = None
    """An oral bisphosphonate is unsuitable."""
    palliative_care: bool | None = None
    """In palliative care."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Lab(Document):
    """One laboratory result.

    Parameters
    ----------
    analyte
        What was measured. Required.
    comparator
        Below or above the stated value.
    value
        The value, in `unit`.
    coded
        A result in words.
    unit
        The unit, as the laboratory writes it.
    date
        Day of the sample.
    status
        Whether the result is there.
    reference_low
        The laboratory's own lower limit, in `unit`.
    reference_high
        The laboratory's own upper limit, in `unit`.
    """

    _days: ClassVar[frozenset[str]] = frozenset({"date"})

    analyte: Analyte | None = None
    """What was measured. Required."""
    comparator: Comparator | None = None
    """Below or above the stated value."""
    value: float | None = None
    """The value, in `unit`."""
    coded: str | None = None
    """A result in words."""
    unit: str | None = None
    """The unit, as the laboratory writes it."""
    date: datetime.date | str | None = None
    """Day of the sample."""
    status: LabStatus | None = None
    """Whether the result is there."""
    reference_low: float | None = None
    """The laboratory's own lower limit, in `unit`."""
    reference_high: float | None = None
    """The laboratory's own upper limit, in `unit`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Lms(Document):
    """Box-Cox power, median and coefficient of variation (Cole's LMS).

    Parameters
    ----------
    l
        Box-Cox power.
    m
        Median, g/cm2.
    s
        Coefficient of variation.
    """

    l: float | None = None
    """Box-Cox power."""
    m: float | None = None
    """Median, g/cm2."""
    s: float | None = None
    """Coefficient of variation."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Options(Document):
    """Options of an assessment. What is left out takes its default.

    Parameters
    ----------
    schema
        `osteon/options/1`.
    as_of
        Day of the assessment where the patient document has none; overrides it where it has.
    t_compare
        Classes compare the reported T (one decimal, default) or the exact one.
    t_source
        The printed T (default) or the computed one drives.
    male_reference
        Adds the score against the male reference for men; off by default.
    z_reference
        The reference of Z-scores; `nhanes_2005_2010` by default.
    sbmd_spine
        The equation that standardises the spine; `hui1997` by default.
    precision_g_cm2
        The centre's precision error by region, RMS-SD in g/cm2, for scans that state none.
    models
        Ids of the risk models to run, separated by commas; `all` by default.
    qfracture_years
        Horizon of the QFracture models, 1-18 years; 10 by default.
    out_of_range
        Refuses an input outside a risk model's range (default), or moves it to the limit.
    dvo_age_row
        Row of the DVO tables for an age between two rows; `floor` by default.
    ost_rounding
        What becomes of the decimals of OST and OSTA; `truncate` by default.
    score_arithmetic
        The arithmetic of SCORE; `truncated` by default.
    uk2008_interpolation
        What the published UK table of 2008 says between its cells; `off` by default: nothing.
    guidelines
        Ids of the guidelines to answer, separated by commas; `all` by default.
    guideline_country
        Answers the national set of this country (ISO code) instead; none by default.
    nogg_between_ages
        NOGG thresholds between two published ages; `interpolate` by default.
    trace
        Writes every rule with what it saw into each guideline's answer; `on` by default.
    lab_valid_months
        Age, months, from which a calcium or creatinine is too old for drug safety; 3 by default.
    """

    _days: ClassVar[frozenset[str]] = frozenset({"as_of"})

    schema: Literal["osteon/options/1"] | None = None
    """`osteon/options/1`."""
    as_of: datetime.date | str | None = None
    """Day of the assessment where the patient document has none; overrides it where it has."""
    t_compare: TCompare | None = None
    """Classes compare the reported T (one decimal, default) or the exact one."""
    t_source: TSource | None = None
    """The printed T (default) or the computed one drives."""
    male_reference: Switch | None = None
    """Adds the score against the male reference for men; off by default."""
    z_reference: ZReference | None = None
    """The reference of Z-scores; `nhanes_2005_2010` by default."""
    sbmd_spine: SbmdSpine | None = None
    """The equation that standardises the spine; `hui1997` by default."""
    precision_g_cm2: Mapping[str, float] | None = None
    """The centre's precision error by region, RMS-SD in g/cm2, for scans that state none."""
    models: str | None = None
    """Ids of the risk models to run, separated by commas; `all` by default."""
    qfracture_years: int | None = None
    """Horizon of the QFracture models, 1-18 years; 10 by default."""
    out_of_range: OutOfRange | None = None
    """Refuses an input outside a risk model's range (default), or moves it to the limit."""
    dvo_age_row: DvoAgeRow | None = None
    """Row of the DVO tables for an age between two rows; `floor` by default."""
    ost_rounding: OstRounding | None = None
    """What becomes of the decimals of OST and OSTA; `truncate` by default."""
    score_arithmetic: ScoreArithmetic | None = None
    """The arithmetic of SCORE; `truncated` by default."""
    uk2008_interpolation: Uk2008Interpolation | None = None
    """What the published UK table of 2008 says between its cells; `off` by default: nothing."""
    guidelines: str | None = None
    """Ids of the guidelines to answer, separated by commas; `all` by default."""
    guideline_country: str | None = None
    """Answers the national set of this country (ISO code) instead; none by default."""
    nogg_between_ages: NoggBetweenAges | None = None
    """NOGG thresholds between two published ages; `interpolate` by default."""
    trace: Switch | None = None
    """Writes every rule with what it saw into each guideline's answer; `on` by default."""
    lab_valid_months: int | None = None
    """Age, months, from which a calcium or creatinine is too old for drug safety; 3 by default."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Patient(Document):
    """One person. Only `sex` and `age_years` (or `birth_date` and `assessed_on`) are required.

    A field left out is unknown, never "no"; an empty list is "asked, none"; and in a section named in `complete` a
    key left out is "asked and no".

    Parameters
    ----------
    schema
        `osteon/patient/1`.
    id
        The caller's identifier.
    assessed_on
        Day of the assessment; the engine has no clock.
    birth_date
        Day of birth.
    country
        ISO 3166 country code.
    jurisdiction
        Jurisdiction for drug rules; left out: the country's, else the strictest.
    complete
        Sections in which everything was asked.
    sex
        The sex used for references.
    sex_recorded_at_birth
        Sex recorded at birth.
    gender_identity
        Gender identity.
    age_years
        Age in years; 0-120.
    postmenopausal
        Past the menopause.
    menopause_age_years
        Age at the menopause.
    ethnicity
        Chooses a Z-score reference and nothing else.
    qfracture_ethnicity
        Ethnic group of the QFracture equations.
    height_cm
        Height, cm; 100-230.
    weight_kg
        Weight, kg; 20-300.
    bmi_kg_m2
        Body mass index, only where height and weight are not known.
    scans
        DXA scans; an empty list means that no BMD was measured.
    fractures
        Fractures; an empty list means "asked, none".
    labs
        Laboratory results.
    treatments
        Treatments.
    spine_imaging
        Imaging of the spine.
    risk_factors
        Risk factors.
    history
        Medical history.
    frax
        A FRAX result, taken in and never computed.
    """

    _parts: ClassVar[Mapping[str, str]] = {
        "scans": "Scan",
        "fractures": "Fracture",
        "labs": "Lab",
        "treatments": "Treatment",
        "spine_imaging": "SpineImaging",
        "risk_factors": "RiskFactors",
        "history": "History",
        "frax": "Frax",
    }
    _days: ClassVar[frozenset[str]] = frozenset({"assessed_on", "birth_date"})

    schema: Literal["osteon/patient/1"] | None = None
    """`osteon/patient/1`."""
    id: str | None = None
    """The caller's identifier."""
    assessed_on: datetime.date | str | None = None
    """Day of the assessment; the engine has no clock."""
    birth_date: datetime.date | str | None = None
    """Day of birth."""
    country: str | None = None
    """ISO 3166 country code."""
    jurisdiction: str | None = None
    """Jurisdiction for drug rules; left out: the country's, else the strictest."""
    complete: Sequence[Section] | None = None
    """Sections in which everything was asked."""
    sex: Sex | None = None
    """The sex used for references."""
    sex_recorded_at_birth: Sex | None = None
    """Sex recorded at birth."""
    gender_identity: GenderIdentity | None = None
    """Gender identity."""
    age_years: float | None = None
    """Age in years; 0-120."""
    postmenopausal: bool | None = None
    """Past the menopause."""
    menopause_age_years: float | None = None
    """Age at the menopause."""
    ethnicity: Ethnicity | None = None
    """Chooses a Z-score reference and nothing else."""
    qfracture_ethnicity: QfractureEthnicity | None = None
    """Ethnic group of the QFracture equations."""
    height_cm: float | None = None
    """Height, cm; 100-230."""
    weight_kg: float | None = None
    """Weight, kg; 20-300."""
    bmi_kg_m2: float | None = None
    """Body mass index, only where height and weight are not known."""
    scans: Sequence[Scan] | None = None
    """DXA scans; an empty list means that no BMD was measured."""
    fractures: Sequence[Fracture] | None = None
    """Fractures; an empty list means "asked, none"."""
    labs: Sequence[Lab] | None = None
    """Laboratory results."""
    treatments: Sequence[Treatment] | None = None
    """Treatments."""
    spine_imaging: Sequence[SpineImaging] | None = None
    """Imaging of the spine."""
    risk_factors: RiskFactors | None = None
    """Risk factors."""
    history: History | None = None
    """Medical history."""
    frax: Frax | None = None
    """A FRAX result, taken in and never computed."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Region(Document):
    """One line of a DXA report.

    Parameters
    ----------
    region
        Which region. Required.
    vertebrae
        Vertebrae of a lumbar spine region; left out: L1 to L4, and said so.
    side
        Side of a hip or forearm.
    bmd_g_cm2
        Bone mineral density, g/cm2.
    bmd_mg_cm2
        The same in mg/cm2 (raw BMD x 1000).
    sbmd_mg_cm2
        Standardised BMD, mg/cm2; never read as raw BMD.
    area_cm2
        Projected area, cm2.
    bmc_g
        Bone mineral content, g.
    t_score
        T-score, as the machine printed it.
    z_score
        Z-score, as the machine printed it.
    percent_young_adult
        Percent of the young adult mean, as printed.
    percent_age_matched
        Percent of the age-matched mean, as printed.
    excluded
        The reader excluded this region.
    exclusion_reason
        Why.
    lms
        L, M and S of the caller's own age reference (M in g/cm2).
    """

    _parts: ClassVar[Mapping[str, str]] = {"lms": "Lms"}

    region: RegionName | None = None
    """Which region. Required."""
    vertebrae: Sequence[Vertebra] | None = None
    """Vertebrae of a lumbar spine region; left out: L1 to L4, and said so."""
    side: Side | None = None
    """Side of a hip or forearm."""
    bmd_g_cm2: float | None = None
    """Bone mineral density, g/cm2."""
    bmd_mg_cm2: float | None = None
    """The same in mg/cm2 (raw BMD x 1000)."""
    sbmd_mg_cm2: float | None = None
    """Standardised BMD, mg/cm2; never read as raw BMD."""
    area_cm2: float | None = None
    """Projected area, cm2."""
    bmc_g: float | None = None
    """Bone mineral content, g."""
    t_score: float | None = None
    """T-score, as the machine printed it."""
    z_score: float | None = None
    """Z-score, as the machine printed it."""
    percent_young_adult: float | None = None
    """Percent of the young adult mean, as printed."""
    percent_age_matched: float | None = None
    """Percent of the age-matched mean, as printed."""
    excluded: bool | None = None
    """The reader excluded this region."""
    exclusion_reason: str | None = None
    """Why."""
    lms: Lms | None = None
    """L, M and S of the caller's own age reference (M in g/cm2)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class RiskFactors(Document):
    """What raises the risk of a fracture. A key left out is unknown, never "no".

    Parameters
    ----------
    parental_hip_fracture
        A parent broke a hip.
    maternal_hip_fracture
        The mother broke a hip.
    parental_osteoporosis
        A parent had osteoporosis.
    current_smoker
        Smokes now.
    smoking
        Smoking in five levels.
    cigarettes_per_day
        Cigarettes a day.
    alcohol_units_per_day
        Units of alcohol a day, 8 g each.
    alcohol_g_per_day
        Grams of alcohol a day.
    glucocorticoid
        Glucocorticoid treatment.
    rheumatoid_arthritis
        Rheumatoid arthritis.
    systemic_lupus
        Systemic lupus erythematosus.
    falls_past_year
        Falls in the past year.
    injurious_falls
        Falls with an injury in the past year.
    frailty
        Frailty.
    type_1_diabetes
        Type 1 diabetes.
    type_2_diabetes
        Type 2 diabetes.
    type_2_diabetes_years
        Years since the diagnosis of type 2 diabetes.
    copd
        Chronic obstructive pulmonary disease.
    asthma
        Asthma.
    cardiovascular_disease
        Cardiovascular disease.
    heart_failure
        Heart failure.
    stroke
        Stroke.
    chronic_liver_disease
        Chronic liver disease.
    chronic_kidney_disease
        Chronic kidney disease.
    malabsorption
        Malabsorption.
    inflammatory_bowel_disease
        Inflammatory bowel disease.
    coeliac_disease
        Coeliac disease.
    gastrectomy
        Gastrectomy.
    bariatric_surgery
        Bariatric surgery.
    hyperparathyroidism
        Hyperparathyroidism; the 33 % radius then diagnoses (ISCD).
    hyperthyroidism
        Hyperthyroidism.
    cushing
        Cushing's syndrome.
    hypogonadism
        Hypogonadism.
    premature_menopause
        Menopause before 45.
    growth_hormone_deficiency
        Growth hormone deficiency.
    hyponatraemia
        Hyponatraemia.
    hiv
        HIV infection.
    aromatase_inhibitor
        Aromatase inhibitor.
    androgen_deprivation
        Androgen deprivation.
    proton_pump_inhibitor
        Proton pump inhibitor.
    opioid
        Opioid.
    antidepressant
        Antidepressant.
    depression
        Depression.
    epilepsy_or_anticonvulsant
        Epilepsy, or an anticonvulsant.
    dementia
        Dementia.
    parkinson
        Parkinson's disease.
    multiple_sclerosis
        Multiple sclerosis.
    immobility
        Immobility.
    care_home
        Lives in a care home.
    any_cancer
        Any cancer.
    mgus
        Monoclonal gammopathy of undetermined significance.
    axial_spondyloarthritis
        Axial spondyloarthritis.
    oestrogen_hrt
        Takes oestrogen as hormone replacement.
    oestrogen_ever
        Ever took oestrogen.
    oestrogen_deficiency
        Oestrogen deficiency.
    height_loss_cm
        Height lost since young adulthood, cm.
    needs_arms_to_rise
        Needs the arms to rise from a chair.
    walking_speed_m_s
        Walking speed, m/s.
    poor_tandem_walk
        Poor tandem walk.
    timed_up_and_go_s
        Timed up-and-go, s.
    amts_score
        Abbreviated mental test score, 0-10.
    mmse_score
        Mini-mental state examination, 0-30.
    primary_osteoporosis
        A primary bone disease such as osteogenesis imperfecta.
    """

    _parts: ClassVar[Mapping[str, str]] = {"glucocorticoid": "Glucocorticoid"}

    parental_hip_fracture: bool | None = None
    """A parent broke a hip."""
    maternal_hip_fracture: bool | None = None
    """The mother broke a hip."""
    parental_osteoporosis: bool | None = None
    """A parent had osteoporosis."""
    current_smoker: bool | None = None
    """Smokes now."""
    smoking: Smoking | None = None
    """Smoking in five levels."""
    cigarettes_per_day: float | None = None
    """Cigarettes a day."""
    alcohol_units_per_day: float | None = None
    """Units of alcohol a day, 8 g each."""
    alcohol_g_per_day: float | None = None
    """Grams of alcohol a day."""
    glucocorticoid: Glucocorticoid | None = None
    """Glucocorticoid treatment."""
    rheumatoid_arthritis: bool | None = None
    """Rheumatoid arthritis."""
    systemic_lupus: bool | None = None
    """Systemic lupus erythematosus."""
    falls_past_year: int | None = None
    """Falls in the past year."""
    injurious_falls: bool | None = None
    """Falls with an injury in the past year."""
    frailty: bool | None = None
    """Frailty."""
    type_1_diabetes: bool | None = None
    """Type 1 diabetes."""
    type_2_diabetes: bool | None = None
    """Type 2 diabetes."""
    type_2_diabetes_years: float | None = None
    """Years since the diagnosis of type 2 diabetes."""
    copd: bool | None = None
    """Chronic obstructive pulmonary disease."""
    asthma: bool | None = None
    """Asthma."""
    cardiovascular_disease: bool | None = None
    """Cardiovascular disease."""
    heart_failure: bool | None = None
    """Heart failure."""
    stroke: bool | None = None
    """Stroke."""
    chronic_liver_disease: bool | None = None
    """Chronic liver disease."""
    chronic_kidney_disease: bool | None = None
    """Chronic kidney disease."""
    malabsorption: bool | None = None
    """Malabsorption."""
    inflammatory_bowel_disease: bool | None = None
    """Inflammatory bowel disease."""
    coeliac_disease: bool | None = None
    """Coeliac disease."""
    gastrectomy: bool | None = None
    """Gastrectomy."""
    bariatric_surgery: bool | None = None
    """Bariatric surgery."""
    hyperparathyroidism: bool | None = None
    """Hyperparathyroidism; the 33 % radius then diagnoses (ISCD)."""
    hyperthyroidism: bool | None = None
    """Hyperthyroidism."""
    cushing: bool | None = None
    """Cushing's syndrome."""
    hypogonadism: bool | None = None
    """Hypogonadism."""
    premature_menopause: bool | None = None
    """Menopause before 45."""
    growth_hormone_deficiency: bool | None = None
    """Growth hormone deficiency."""
    hyponatraemia: bool | None = None
    """Hyponatraemia."""
    hiv: bool | None = None
    """HIV infection."""
    aromatase_inhibitor: bool | None = None
    """Aromatase inhibitor."""
    androgen_deprivation: bool | None = None
    """Androgen deprivation."""
    proton_pump_inhibitor: bool | None = None
    """Proton pump inhibitor."""
    opioid: bool | None = None
    """Opioid."""
    antidepressant: bool | None = None
    """Antidepressant."""
    depression: bool | None = None
    """Depression."""
    epilepsy_or_anticonvulsant: bool | None = None
    """Epilepsy, or an anticonvulsant."""
    dementia: bool | None = None
    """Dementia."""
    parkinson: bool | None = None
    """Parkinson's disease."""
    multiple_sclerosis: bool | None = None
    """Multiple sclerosis."""
    immobility: bool | None = None
    """Immobility."""
    care_home: bool | None = None
    """Lives in a care home."""
    any_cancer: bool | None = None
    """Any cancer."""
    mgus: bool | None = None
    """Monoclonal gammopathy of undetermined significance."""
    axial_spondyloarthritis: bool | None = None
    """Axial spondyloarthritis."""
    oestrogen_hrt: bool | None = None
    """Takes oestrogen as hormone replacement."""
    oestrogen_ever: bool | None = None
    """Ever took oestrogen."""
    oestrogen_deficiency: bool | None = None
    """Oestrogen deficiency."""
    height_loss_cm: float | None = None
    """Height lost since young adulthood, cm."""
    needs_arms_to_rise: bool | None = None
    """Needs the arms to rise from a chair."""
    walking_speed_m_s: float | None = None
    """Walking speed, m/s."""
    poor_tandem_walk: bool | None = None
    """Poor tandem walk."""
    timed_up_and_go_s: float | None = None
    """Timed up-and-go, s."""
    amts_score: float | None = None
    """Abbreviated mental test score, 0-10."""
    mmse_score: float | None = None
    """Mini-mental state examination, 0-30."""
    primary_osteoporosis: bool | None = None
    """A primary bone disease such as osteogenesis imperfecta."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Scan(Document):
    """One DXA examination.

    Parameters
    ----------
    date
        Day of the examination.
    manufacturer
        Maker of the densitometer.
    model
        Model, as the report prints it or as our own id.
    database
        Reference database, as the report prints it or as our own id.
    facility
        Where the scan was made.
    scanner_serial
        Serial number of the densitometer; change needs the same one.
    software_version
        Software version.
    scan_mode
        Scan mode; change needs the same one.
    precision_g_cm2
        The centre's own precision error by region, RMS-SD in g/cm2.
    cross_calibration
        A cross-calibration of this scanner to another.
    regions
        What was measured.
    tbs
        Trabecular bone score.
    tbs_z_score
        Z-score of the trabecular bone score, as printed.
    """

    _parts: ClassVar[Mapping[str, str]] = {"cross_calibration": "CrossCalibration", "regions": "Region"}
    _days: ClassVar[frozenset[str]] = frozenset({"date"})

    date: datetime.date | str | None = None
    """Day of the examination."""
    manufacturer: Manufacturer | None = None
    """Maker of the densitometer."""
    model: str | None = None
    """Model, as the report prints it or as our own id."""
    database: str | None = None
    """Reference database, as the report prints it or as our own id."""
    facility: str | None = None
    """Where the scan was made."""
    scanner_serial: str | None = None
    """Serial number of the densitometer; change needs the same one."""
    software_version: str | None = None
    """Software version."""
    scan_mode: str | None = None
    """Scan mode; change needs the same one."""
    precision_g_cm2: Mapping[str, float] | None = None
    """The centre's own precision error by region, RMS-SD in g/cm2."""
    cross_calibration: CrossCalibration | None = None
    """A cross-calibration of this scanner to another."""
    regions: Sequence[Region] | None = None
    """What was measured."""
    tbs: float | None = None
    """Trabecular bone score."""
    tbs_z_score: float | None = None
    """Z-score of the trabecular bone score, as printed."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SpineImaging(Document):
    """One examination of the spine for fractures.

    Parameters
    ----------
    date
        Day of the examination.
    method
        How.
    result
        What it showed.
    levels
        Levels with a fracture, such as `T12`.
    """

    _days: ClassVar[frozenset[str]] = frozenset({"date"})

    date: datetime.date | str | None = None
    """Day of the examination."""
    method: SpineImagingMethod | None = None
    """How."""
    result: SpineImagingResult | None = None
    """What it showed."""
    levels: Sequence[str] | None = None
    """Levels with a fracture, such as `T12`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Treatment(Document):
    """One course of a drug.

    Parameters
    ----------
    drug
        Which drug. Required.
    route
        How it is given.
    dose
        Dose, in the words of the prescription.
    start
        First day.
    stop
        Last day.
    planned_stop
        Day it is meant to stop.
    stop_reason
        Why it was stopped.
    last_dose
        Day of the last dose.
    doses
        Doses given so far.
    adherent
        Taken as prescribed.
    """

    _days: ClassVar[frozenset[str]] = frozenset({"start", "stop", "planned_stop", "last_dose"})

    drug: Drug | None = None
    """Which drug. Required."""
    route: Route | None = None
    """How it is given."""
    dose: str | None = None
    """Dose, in the words of the prescription."""
    start: datetime.date | str | None = None
    """First day."""
    stop: datetime.date | str | None = None
    """Last day."""
    planned_stop: datetime.date | str | None = None
    """Day it is meant to stop."""
    stop_reason: StopReason | None = None
    """Why it was stopped."""
    last_dose: datetime.date | str | None = None
    """Day of the last dose."""
    doses: int | None = None
    """Doses given so far."""
    adherent: bool | None = None
    """Taken as prescribed."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Access(Record):
    """Whether a drug is licensed and paid for.

    Attributes
    ----------
    drug
        The drug.
    jurisdiction
        The jurisdiction.
    status
        The verdict.
    rule
        Id of the rule.
    text
        The rule in words.
    needs
        The fields to fill in, where the verdict is unknown for want of them.
    sources
        Ids of the sources.
    """

    drug: Drug
    """The drug."""
    jurisdiction: str
    """The jurisdiction."""
    status: AccessStatus
    """The verdict."""
    rule: str
    """Id of the rule."""
    text: str
    """The rule in words."""
    needs: tuple[str, ...] = ()
    """The fields to fill in, where the verdict is unknown for want of them."""
    sources: tuple[str, ...]
    """Ids of the sources."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Assumed(Record):
    """Something unknown that was read as something.

    Attributes
    ----------
    field
        The field.
    read_as
        What it was read as.
    effect
        What the other reading would do.
    """

    field: str
    """The field."""
    read_as: str
    """What it was read as."""
    effect: str
    """What the other reading would do."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Benefit(Record):
    """What the effect that a trial found would be worth, or why it cannot be said.

    Attributes
    ----------
    drug
        The drug, or a sequence of two.
    trial
        The trial.
    trial_outcome
        What the trial counted.
    months
        How long it ran, months.
    months_verified
        Whether the months were seen in a source; else they are partly recalled.
    comparator
        What the drug was compared with.
    population
        Whom the trial enrolled, as far as its sources say.
    model
        The model whose risk it is applied to.
    outcome
        The model's outcome.
    horizon_years
        Over how many years.
    untreated_percent
        Risk without treatment, %.
    untreated_range_percent
        The same from the best to the worst completion of what is unknown, %; the benefit is that at
        `untreated_percent` alone.
    risk_verified
        Whether the numbers behind the risk were verified; None where there are none of ours.
    risk_verification
        How the numbers behind the risk were seen.
    treated_percent
        Risk with treatment, %.
    reduction_points
        Absolute risk reduction, percentage points.
    reduction_points_limits
        The same at the trial's 95 % confidence limits; none of the model's uncertainty is in it.
    number_needed_to_treat
        Number needed to treat over the horizon for one fewer to have the outcome, rounded up.
    number_needed_limits
        The same at the trial's limits, the better first, in words where one is a number needed to harm.
    significant
        Whether the trial's effect differs from none; None where the sources seen do not say.
    remarks
        How sources differ on the effect, and what else to know.
    source
        Id of the source.
    confidence
        Confidence in the effect.
    refused
        Why no benefit is given: every mismatch in words.
    """

    _parts: ClassVar[Mapping[str, str]] = {"refused": "Refusal"}

    drug: str
    """The drug, or a sequence of two."""
    trial: str
    """The trial."""
    trial_outcome: str
    """What the trial counted."""
    months: int | None = None
    """How long it ran, months."""
    months_verified: bool
    """Whether the months were seen in a source; else they are partly recalled."""
    comparator: str
    """What the drug was compared with."""
    population: str
    """Whom the trial enrolled, as far as its sources say."""
    model: str | None = None
    """The model whose risk it is applied to."""
    outcome: Outcome | None = None
    """The model's outcome."""
    horizon_years: int | None = None
    """Over how many years."""
    untreated_percent: float | None = None
    """Risk without treatment, %."""
    untreated_range_percent: tuple[float, float] | None = None
    """The same from the best to the worst completion of what is unknown, %; the benefit is that at `untreated_percent`
    alone.
    """
    risk_verified: bool | None = None
    """Whether the numbers behind the risk were verified; None where there are none of ours."""
    risk_verification: str | None = None
    """How the numbers behind the risk were seen."""
    treated_percent: float | None = None
    """Risk with treatment, %."""
    reduction_points: float | None = None
    """Absolute risk reduction, percentage points."""
    reduction_points_limits: tuple[float, float] | None = None
    """The same at the trial's 95 % confidence limits; none of the model's uncertainty is in it."""
    number_needed_to_treat: int | None = None
    """Number needed to treat over the horizon for one fewer to have the outcome, rounded up."""
    number_needed_limits: tuple[str, str] | None = None
    """The same at the trial's limits, the better first, in words where one is a number needed to harm."""
    significant: bool | None = None
    """Whether the trial's effect differs from none; None where the sources seen do not say."""
    remarks: str | None = None
    """How sources differ on the effect, and what else to know."""
    source: str
    """Id of the source."""
    confidence: str
    """Confidence in the effect."""
    refused: Refusal | None = None
    """Why no benefit is given: every mismatch in words."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Change(Record):
    """A change between two scans.

    Attributes
    ----------
    region
        The region.
    side
        The side.
    vertebrae
        The vertebrae.
    against
        Compared with the previous or the first scan.
    from_
        Day of the earlier scan.
    to
        Day of the later scan.
    change_g_cm2
        Later minus earlier, g/cm2.
    change_percent
        The same in percent of the earlier.
    least_significant_change_g_cm2
        Least significant change, g/cm2.
    significant
        Whether the change is real; None where it cannot be said.
    significant_by_iscd_minimum
        What ISCD's minimum precision would say, where `significant` is None.
    because
        Why.
    """

    _parts: ClassVar[Mapping[str, str]] = {"because": "Reason"}
    _days: ClassVar[frozenset[str]] = frozenset({"from_", "to"})
    _spelt: ClassVar[Mapping[str, str]] = {"from_": "from"}

    region: RegionName
    """The region."""
    side: Side | None = None
    """The side."""
    vertebrae: str | None = None
    """The vertebrae."""
    against: Against
    """Compared with the previous or the first scan."""
    from_: datetime.date | None = None
    """Day of the earlier scan."""
    to: datetime.date | None = None
    """Day of the later scan."""
    change_g_cm2: float | None = None
    """Later minus earlier, g/cm2."""
    change_percent: float | None = None
    """The same in percent of the earlier."""
    least_significant_change_g_cm2: float | None = None
    """Least significant change, g/cm2."""
    significant: bool | None = None
    """Whether the change is real; None where it cannot be said."""
    significant_by_iscd_minimum: bool | None = None
    """What ISCD's minimum precision would say, where `significant` is None."""
    because: tuple[Reason, ...]
    """Why."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Course(Record):
    """Where a course of treatment stands, by one rule.

    Attributes
    ----------
    drug
        The drug.
    rule
        Id of the rule.
    status
        The verdict.
    action
        What to do, as a code.
    text
        The same in words.
    due
        By when.
    reasons
        Why.
    missing
        What would have to be known.
    verified
        Whether the rule was checked against its paper or a reviewed reading of it.
    sources
        Ids of the sources.
    """

    _parts: ClassVar[Mapping[str, str]] = {"reasons": "Reason"}
    _days: ClassVar[frozenset[str]] = frozenset({"due"})

    drug: Drug
    """The drug."""
    rule: str
    """Id of the rule."""
    status: CourseStatus
    """The verdict."""
    action: str
    """What to do, as a code."""
    text: str
    """The same in words."""
    due: datetime.date | None = None
    """By when."""
    reasons: tuple[Reason, ...]
    """Why."""
    missing: tuple[str, ...]
    """What would have to be known."""
    verified: bool
    """Whether the rule was checked against its paper or a reviewed reading of it."""
    sources: tuple[str, ...]
    """Ids of the sources."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Diagnosis(Record):
    """WHO and ISCD class.

    Attributes
    ----------
    category
        Densitometric category.
    clinical_osteoporosis
        A fracture that makes the diagnosis by itself, with `clinical_rule`.
    clinical_rule
        The rule behind `clinical_osteoporosis`.
    region
        The region that decides.
    vertebrae
        Its vertebrae.
    side
        Its side.
    t_score
        Its T-score, as compared.
    z_score
        Its Z-score, as compared, where Z decides.
    reasons
        Why, in codes and words.
    ever
        The worst category ever, earlier scans included: an earlier diagnosis persists.
    if_proposed_exclusion
        The category if the proposed vertebrae were excluded, where it is proposed.
    could_be
        The categories that remain possible where something is unknown.
    """

    _parts: ClassVar[Mapping[str, str]] = {"reasons": "Reason"}

    category: Category
    """Densitometric category."""
    clinical_osteoporosis: bool | None = None
    """A fracture that makes the diagnosis by itself, with `clinical_rule`."""
    clinical_rule: str
    """The rule behind `clinical_osteoporosis`."""
    region: RegionName | None = None
    """The region that decides."""
    vertebrae: str | None = None
    """Its vertebrae."""
    side: Side | None = None
    """Its side."""
    t_score: float | None = None
    """Its T-score, as compared."""
    z_score: float | None = None
    """Its Z-score, as compared, where Z decides."""
    reasons: tuple[Reason, ...]
    """Why, in codes and words."""
    ever: Category
    """The worst category ever, earlier scans included: an earlier diagnosis persists."""
    if_proposed_exclusion: Category | None = None
    """The category if the proposed vertebrae were excluded, where it is proposed."""
    could_be: tuple[Category, ...]
    """The categories that remain possible where something is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Disagreement(Record):
    """A point on which guidelines that apply disagree.

    Attributes
    ----------
    guidelines
        The guidelines.
    text
        The point, in one sentence.
    """

    guidelines: tuple[str, ...]
    """The guidelines."""
    text: str
    """The point, in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class EngineInfo(Record):
    """Which engine answered.

    Attributes
    ----------
    name
        `osteon`.
    version
        Version of the engine.
    data_version
        Version of the compiled-in data.
    options
        Every option in force.
    reference_sets
        The caller's reference sets, echoed.
    """

    _parts: ClassVar[Mapping[str, str]] = {"options": "Options"}

    name: str
    """`osteon`."""
    version: str
    """Version of the engine."""
    data_version: str
    """Version of the compiled-in data."""
    options: Options
    """Every option in force."""
    reference_sets: tuple[str, ...] = ()
    """The caller's reference sets, echoed."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class FactChange(Record):
    """One fact of a change.

    Attributes
    ----------
    fact
        Id of the fact.
    field
        Field of the patient document.
    from_
        What it is; None where unknown or not measured.
    to
        What it would have to be: `true`, `false`, or a limit.
    comparison
        How the limit is compared, as `<=`; None for yes and no.
    """

    _spelt: ClassVar[Mapping[str, str]] = {"from_": "from"}

    fact: str
    """Id of the fact."""
    field: str
    """Field of the patient document."""
    from_: InputValue | None = None
    """What it is; None where unknown or not measured."""
    to: InputValue
    """What it would have to be: `true`, `false`, or a limit."""
    comparison: str | None = None
    """How the limit is compared, as `<=`; None for yes and no."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Guideline(Record):
    """What one guideline says of the person.

    Attributes
    ----------
    guideline
        Id of the guideline.
    name
        Its name in full.
    flags
        What to know first: superseded, not yet verified; then what holds of this answer.
    applicable
        Whether it speaks of this person; None where that cannot be said.
    published
        Day, month or year of publication.
    checked_on
        Day on which its rules were last held against its source.
    superseded_by
        What replaced it, where that is known.
    category
        The guideline's own word for the group the person is in.
    recommendation
        What it recommends.
    also
        What it recommends beside.
    tier
        Which kind of drug it puts first.
    could_be
        The recommendations that remain possible, mildest first; empty where one does.
    could_be_categories
        The categories that remain possible; empty where one does.
    fired
        Ids of the rules behind the answer.
    missing
        Fields of the patient document whose answer could change this one.
    would_change
        The smallest changes that would change it.
    assumed
        What was unknown and read as something.
    verified
        Whether its rules were checked against the paper or a reviewed reading of it.
    verification
        How its rules were seen.
    sources
        Ids of the sources, in full under `citations`.
    trace
        Every rule with what it saw; left out with `trace=off`.
    """

    _parts: ClassVar[Mapping[str, str]] = {
        "flags": "Reason",
        "would_change": "WouldChange",
        "assumed": "Assumed",
        "trace": "RuleTrace",
    }

    guideline: str
    """Id of the guideline."""
    name: str
    """Its name in full."""
    flags: tuple[Reason, ...] = ()
    """What to know first: superseded, not yet verified; then what holds of this answer."""
    applicable: bool | None = None
    """Whether it speaks of this person; None where that cannot be said."""
    published: str
    """Day, month or year of publication."""
    checked_on: str | None = None
    """Day on which its rules were last held against its source."""
    superseded_by: str | None = None
    """What replaced it, where that is known."""
    category: str | None = None
    """The guideline's own word for the group the person is in."""
    recommendation: Recommendation
    """What it recommends."""
    also: tuple[Recommendation, ...]
    """What it recommends beside."""
    tier: Tier | None = None
    """Which kind of drug it puts first."""
    could_be: tuple[Recommendation, ...]
    """The recommendations that remain possible, mildest first; empty where one does."""
    could_be_categories: tuple[str, ...] = ()
    """The categories that remain possible; empty where one does."""
    fired: tuple[str, ...]
    """Ids of the rules behind the answer."""
    missing: tuple[str, ...]
    """Fields of the patient document whose answer could change this one."""
    would_change: tuple[WouldChange, ...]
    """The smallest changes that would change it."""
    assumed: tuple[Assumed, ...]
    """What was unknown and read as something."""
    verified: bool
    """Whether its rules were checked against the paper or a reviewed reading of it."""
    verification: str
    """How its rules were seen."""
    sources: tuple[str, ...]
    """Ids of the sources, in full under `citations`."""
    trace: tuple[RuleTrace, ...] | None = None
    """Every rule with what it saw; left out with `trace=off`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ModelNotice(Record):
    """A notice that a used model obliges us to show.

    Attributes
    ----------
    model
        The model.
    text
        The words.
    """

    model: str
    """The model."""
    text: str
    """The words."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class NextDxa(Record):
    """When the next DXA is due, and by which rule.

    Attributes
    ----------
    date
        The day; None where the day of the last scan or of the assessment is unknown.
    months
        So many months after what the rule counts from.
    rule
        The rule.
    text
        The rule in words.
    source
        Id of the source.
    """

    _days: ClassVar[frozenset[str]] = frozenset({"date"})

    date: datetime.date | None = None
    """The day; None where the day of the last scan or of the assessment is unknown."""
    months: int | None = None
    """So many months after what the rule counts from."""
    rule: str
    """The rule."""
    text: str
    """The rule in words."""
    source: str
    """Id of the source."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class PredicateTrace(Record):
    """A predicate with what it saw.

    Attributes
    ----------
    fact
        Id of the fact.
    value
        What was seen; None where unknown or not measured.
    comparison
        `<=` and the like; `is` for yes and no.
    threshold
        What it is compared with.
    margin
        Value minus threshold, in the unit of the fact.
    holds
        Whether it holds; None where unknown.
    not_measured
        Whether it was known not to have been measured, so that it does not hold.
    """

    fact: str
    """Id of the fact."""
    value: InputValue | None = None
    """What was seen; None where unknown or not measured."""
    comparison: str
    """`<=` and the like; `is` for yes and no."""
    threshold: InputValue
    """What it is compared with."""
    margin: float | None = None
    """Value minus threshold, in the unit of the fact."""
    holds: bool | None = None
    """Whether it holds; None where unknown."""
    not_measured: bool = False
    """Whether it was known not to have been measured, so that it does not hold."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Reason(Record):
    """A reason: a code for programs, a sentence for people.

    Attributes
    ----------
    code
        The code.
    text
        The sentence.
    """

    code: str
    """The code."""
    text: str
    """The sentence."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Refusal(Record):
    """One value refused.

    `Display` is a sentence that names the field, the value, the limit and, where there is one, the slip:
    `height_cm: 1.65 is outside 100-230 cm; that looks like metres: write 165`.

    Attributes
    ----------
    code
        Why.
    field
        The path of the field, such as `scans[0].regions[2].bmd_g_cm2`.
    value
        The value, as given.
    limit
        What it should have been.
    slip
        The slip that it looks like, with the way out.
    """

    code: Code
    """Why."""
    field: str
    """The path of the field, such as `scans[0].regions[2].bmd_g_cm2`."""
    value: str
    """The value, as given."""
    limit: str
    """What it should have been."""
    slip: str | None = None
    """The slip that it looks like, with the way out."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Risk(Record):
    """What a risk model says of one outcome.

    Attributes
    ----------
    model
        Id of the model.
    name
        Its name in full.
    outcome
        What it predicts.
    horizon_years
        Over how many years; None where not in years.
    horizon_days
        Over how many days, where in days.
    percent
        Risk, %, as the equation gives it.
    reconciled_percent
        Risk, %, brought into line with the model's other outcome: any fracture is never below hip.
    unadjusted_percent
        The supplied risk, %, before the adjustment.
    points
        Points.
    category
        The model's own category.
    at_cut_off
        Whether the model's published cut-off for action is reached.
    range_percent
        Risk, %, from the best to the worst completion of what is unknown.
    range_points
        Points, from the best to the worst completion of what is unknown.
    could_be
        The categories that some completion of what is unknown gives.
    inputs
        What it was computed from, by the model's own names.
    inputs_assumed
        What was unknown and read as something.
    clamped
        Inputs moved to the limit of the model's range, because the caller asked for it.
    flags
        What to know about this answer.
    variants
        The answers by other readings of the source, where they differ.
    verified
        Whether the numbers behind it were seen in the source or in two transcriptions; None where none is ours.
    verification
        How the numbers behind it were seen.
    confidence
        Confidence in them.
    sources
        Ids of the sources, in full under `citations`.
    refused
        Why there is no answer.
    """

    _parts: ClassVar[Mapping[str, str]] = {
        "inputs_assumed": "Assumed",
        "clamped": "Reason",
        "flags": "Reason",
        "variants": "RiskVariant",
        "refused": "Refusal",
    }

    model: str
    """Id of the model."""
    name: str
    """Its name in full."""
    outcome: Outcome
    """What it predicts."""
    horizon_years: int | None = None
    """Over how many years; None where not in years."""
    horizon_days: int | None = None
    """Over how many days, where in days."""
    percent: float | None = None
    """Risk, %, as the equation gives it."""
    reconciled_percent: float | None = None
    """Risk, %, brought into line with the model's other outcome: any fracture is never below hip."""
    unadjusted_percent: float | None = None
    """The supplied risk, %, before the adjustment."""
    points: float | None = None
    """Points."""
    category: str | None = None
    """The model's own category."""
    at_cut_off: bool | None = None
    """Whether the model's published cut-off for action is reached."""
    range_percent: tuple[float, float] | None = None
    """Risk, %, from the best to the worst completion of what is unknown."""
    range_points: tuple[float, float] | None = None
    """Points, from the best to the worst completion of what is unknown."""
    could_be: tuple[str, ...] = ()
    """The categories that some completion of what is unknown gives."""
    inputs: Mapping[str, InputValue] = Table({})
    """What it was computed from, by the model's own names."""
    inputs_assumed: tuple[Assumed, ...]
    """What was unknown and read as something."""
    clamped: tuple[Reason, ...] = ()
    """Inputs moved to the limit of the model's range, because the caller asked for it."""
    flags: tuple[Reason, ...] = ()
    """What to know about this answer."""
    variants: tuple[RiskVariant, ...] = ()
    """The answers by other readings of the source, where they differ."""
    verified: bool | None = None
    """Whether the numbers behind it were seen in the source or in two transcriptions; None where none is ours."""
    verification: str
    """How the numbers behind it were seen."""
    confidence: str | None = None
    """Confidence in them."""
    sources: tuple[str, ...]
    """Ids of the sources, in full under `citations`."""
    refused: Refusal | None = None
    """Why there is no answer."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class RiskVariant(Record):
    """The answer by another reading of the source.

    Attributes
    ----------
    reading
        The reading, such as `dvo_age_row=nearest`.
    percent
        Risk, %, by it.
    points
        Points by it.
    category
        Category by it.
    """

    reading: str
    """The reading, such as `dvo_age_row=nearest`."""
    percent: float | None = None
    """Risk, %, by it."""
    points: float | None = None
    """Points by it."""
    category: str | None = None
    """Category by it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class RuleTrace(Record):
    """A rule with what it saw.

    Attributes
    ----------
    rule
        Id of the rule.
    when
        Its condition in words.
    holds
        Whether it holds; None where that hangs on something unknown.
    predicates
        Its predicates.
    """

    _parts: ClassVar[Mapping[str, str]] = {"predicates": "PredicateTrace"}

    rule: str
    """Id of the rule."""
    when: str
    """Its condition in words."""
    holds: bool | None = None
    """Whether it holds; None where that hangs on something unknown."""
    predicates: tuple[PredicateTrace, ...]
    """Its predicates."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Safety(Record):
    """Whether a drug may be given.

    Attributes
    ----------
    drug
        The drug.
    route
        The route, where the rules differ by it.
    status
        The verdict.
    rule
        Id of the rule that decides.
    reason
        Why, in a sentence.
    values
        What the rule saw and its limit, for other languages to write.
    needs
        The tests to order, by analyte, or the fields to fill in.
    others
        Every other rule that cautions, blocks or cannot be answered.
    assumed
        What was unknown and read as something.
    jurisdiction
        The jurisdiction whose rules were used.
    confidence
        Confidence in the rule.
    sources
        Ids of the sources.
    """

    _parts: ClassVar[Mapping[str, str]] = {"others": "SafetyRule", "assumed": "Assumed"}

    drug: Drug
    """The drug."""
    route: Route | None = None
    """The route, where the rules differ by it."""
    status: SafetyStatus
    """The verdict."""
    rule: str
    """Id of the rule that decides."""
    reason: str
    """Why, in a sentence."""
    values: tuple[InputValue, ...] = ()
    """What the rule saw and its limit, for other languages to write."""
    needs: tuple[str, ...]
    """The tests to order, by analyte, or the fields to fill in."""
    others: tuple[SafetyRule, ...] = ()
    """Every other rule that cautions, blocks or cannot be answered."""
    assumed: tuple[Assumed, ...] = ()
    """What was unknown and read as something."""
    jurisdiction: str
    """The jurisdiction whose rules were used."""
    confidence: str
    """Confidence in the rule."""
    sources: tuple[str, ...]
    """Ids of the sources."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SafetyRule(Record):
    """A rule of drug safety that holds, or may hold.

    Attributes
    ----------
    rule
        Id of the rule.
    status
        What it says.
    reason
        Why.
    values
        What the rule saw and its limit.
    """

    rule: str
    """Id of the rule."""
    status: SafetyStatus
    """What it says."""
    reason: str
    """Why."""
    values: tuple[InputValue, ...] = ()
    """What the rule saw and its limit."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Score(Record):
    """The score of one region of one scan.

    Attributes
    ----------
    region
        The region.
    side
        The side.
    vertebrae
        The vertebrae, as `L1-L4`.
    scan_date
        Day of the scan.
    report_role
        Of the latest examination of this region, or of an earlier one.
    bmd_g_cm2
        BMD, g/cm2.
    t_score
        T-score, unrounded; the printed one where none can be computed.
    t_score_reported
        One decimal, half away from zero.
    t_score_low
        Lower end of the 95 % interval from precision error.
    t_score_high
        Upper end of the 95 % interval from precision error.
    probability_t_at_most_minus_2_5
        Probability that the true T-score is at most -2.5, from repeat-scan precision only; no rule uses it.
    z_score
        Z-score, unrounded.
    percentile
        Percentile of people of the same age.
    printed_t_score
        T-score as the machine printed it.
    printed_z_score
        Z-score as the machine printed it.
    printed_t_reference
        The reference that reproduces the printed T-score, if one does.
    t_source
        Which T-score drives diagnosis: `printed` or `computed`.
    reference
        The young adult reference of `t_score`.
    reference_confidence
        Confidence in that reference.
    t_score_male_reference
        T-score against the male reference, where asked for; never drives.
    z_reference
        The age-matched reference of `z_score`.
    sbmd_mg_cm2
        Standardised BMD, mg/cm2; never serves monitoring.
    sbmd_error_percent
        Individual error of the standardised BMD, %.
    sbmd_method
        The equation that standardised.
    flags
        What to know about this score.
    withheld
        Why there is no T-score.
    z_withheld
        Why there is no Z-score.
    """

    _parts: ClassVar[Mapping[str, str]] = {"withheld": "Reason", "z_withheld": "Reason"}
    _days: ClassVar[frozenset[str]] = frozenset({"scan_date"})

    region: RegionName
    """The region."""
    side: Side | None = None
    """The side."""
    vertebrae: str | None = None
    """The vertebrae, as `L1-L4`."""
    scan_date: datetime.date | None = None
    """Day of the scan."""
    report_role: ReportRole
    """Of the latest examination of this region, or of an earlier one."""
    bmd_g_cm2: float | None = None
    """BMD, g/cm2."""
    t_score: float | None = None
    """T-score, unrounded; the printed one where none can be computed."""
    t_score_reported: float | None = None
    """One decimal, half away from zero."""
    t_score_low: float | None = None
    """Lower end of the 95 % interval from precision error."""
    t_score_high: float | None = None
    """Upper end of the 95 % interval from precision error."""
    probability_t_at_most_minus_2_5: float | None = None
    """Probability that the true T-score is at most -2.5, from repeat-scan precision only; no rule uses it."""
    z_score: float | None = None
    """Z-score, unrounded."""
    percentile: float | None = None
    """Percentile of people of the same age."""
    printed_t_score: float | None = None
    """T-score as the machine printed it."""
    printed_z_score: float | None = None
    """Z-score as the machine printed it."""
    printed_t_reference: str | None = None
    """The reference that reproduces the printed T-score, if one does."""
    t_source: str | None = None
    """Which T-score drives diagnosis: `printed` or `computed`."""
    reference: str | None = None
    """The young adult reference of `t_score`."""
    reference_confidence: str | None = None
    """Confidence in that reference."""
    t_score_male_reference: float | None = None
    """T-score against the male reference, where asked for; never drives."""
    z_reference: str | None = None
    """The age-matched reference of `z_score`."""
    sbmd_mg_cm2: float | None = None
    """Standardised BMD, mg/cm2; never serves monitoring."""
    sbmd_error_percent: float | None = None
    """Individual error of the standardised BMD, %."""
    sbmd_method: str | None = None
    """The equation that standardised."""
    flags: tuple[str, ...]
    """What to know about this score."""
    withheld: Reason | None = None
    """Why there is no T-score."""
    z_withheld: Reason | None = None
    """Why there is no Z-score."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Tbs(Record):
    """Trabecular bone score.

    Attributes
    ----------
    value
        The value.
    category
        `normal`, `partially_degraded` or `degraded`.
    scheme
        Whose limits.
    """

    value: float
    """The value."""
    category: str
    """`normal`, `partially_degraded` or `degraded`."""
    scheme: str
    """Whose limits."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Triage(Record):
    """How soon the person should be seen, and what comes next. An order of this project: no guideline's.

    Attributes
    ----------
    priority
        The priority.
    within_weeks
        Within how many weeks.
    next_steps
        What comes next.
    next_dxa_due
        When the next DXA is due.
    reasons
        Why.
    scheme
        Whose order this is.
    """

    _parts: ClassVar[Mapping[str, str]] = {"next_steps": "Reason", "next_dxa_due": "NextDxa", "reasons": "Reason"}

    priority: Priority
    """The priority."""
    within_weeks: int | None = None
    """Within how many weeks."""
    next_steps: tuple[Reason, ...]
    """What comes next."""
    next_dxa_due: NextDxa | None = None
    """When the next DXA is due."""
    reasons: tuple[Reason, ...]
    """Why."""
    scheme: str
    """Whose order this is."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class WorkUp(Record):
    """A test of the work-up.

    Attributes
    ----------
    test
        The analyte, or another test.
    kind
        What kind of test.
    status
        Where it stands.
    panels
        The panels that ask for it.
    value
        The value, in `unit`.
    unit
        The unit, as the laboratory wrote it.
    coded
        The result in words, where it is no number.
    date
        Day of the sample.
    reference
        The limit that it was held against, and whose it is.
    reason
        What it suggests, or why it is asked for.
    rule
        Id of the rule.
    sources
        Ids of the sources.
    """

    _days: ClassVar[frozenset[str]] = frozenset({"date"})

    test: str
    """The analyte, or another test."""
    kind: TestKind
    """What kind of test."""
    status: TestStatus
    """Where it stands."""
    panels: tuple[str, ...]
    """The panels that ask for it."""
    value: float | None = None
    """The value, in `unit`."""
    unit: str | None = None
    """The unit, as the laboratory wrote it."""
    coded: str | None = None
    """The result in words, where it is no number."""
    date: datetime.date | None = None
    """Day of the sample."""
    reference: str | None = None
    """The limit that it was held against, and whose it is."""
    reason: str
    """What it suggests, or why it is asked for."""
    rule: str
    """Id of the rule."""
    sources: tuple[str, ...]
    """Ids of the sources."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class WouldChange(Record):
    """A change that would change the answer.

    Attributes
    ----------
    facts
        The facts that would have to change together; mostly one.
    category
        The category then.
    recommendation
        The recommendation then; `undetermined` where it would hang on something unknown.
    also
        What it would recommend beside.
    text
        The same in a sentence.
    """

    _parts: ClassVar[Mapping[str, str]] = {"facts": "FactChange"}

    facts: tuple[FactChange, ...]
    """The facts that would have to change together; mostly one."""
    category: str | None = None
    """The category then."""
    recommendation: Recommendation
    """The recommendation then; `undetermined` where it would hang on something unknown."""
    also: tuple[Recommendation, ...]
    """What it would recommend beside."""
    text: str
    """The same in a sentence."""
