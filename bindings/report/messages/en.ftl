# English. Where the engine has words of its own (flags, reasons, facts) it speaks them, and nothing stands here.

## Sentences

report-title = Bone density and fracture risk: report
explanation-title = Bone density and fracture risk: the assessment explained
foot-supports = Supports professionals and does not replace them. Not CE or UKCA marked, not cleared by the FDA.
foot-engine = Osteon { $version }, data { $data }.
list = { $most } and { $last }
list-or = { $most } or { $last }
with = { $text }: { $more }
date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
yes = yes
no = no
unknown = unknown
no-date = day unknown
not-measured = not measured
more-below = { $count ->
    [one] One more follows below.
   *[other] { $count } more follow below.
 }

section-person = Person
section-course = Course of treatment
section-indication = Indication
section-scanner = Scanner
section-scores = Bone density
section-all-scores = Every score
section-chart = Bone density for age
section-charts = Bone density for age, other regions
section-no-chart = Regions without a chart
section-diagnosis = Diagnosis
section-changes = Change between scans
section-national = National guidelines
section-others = Other guidelines
section-disagreements = Where guidelines disagree
section-outside = Guidelines that do not speak of this person
section-safety = Drug safety
section-access = Licence and reimbursement
section-next = Next steps
section-priority = Priority
section-next-dxa = Next DXA
section-work-up = Work-up
section-missing = What is missing, and whose answer it could change
section-assumed = What was assumed
section-risks = Fracture risk by model
section-refused-risks = Models without an answer
section-notices = Notices
section-sources = Sources

person = { $sex ->
    [female] Woman of { $age }
    [male] Man of { $age }
   *[other] Person of { $age }
 }{ $menopause ->
    [yes] , past the menopause.
    [no] , before the menopause.
   *[unsaid] .
 }
body-height = Height { $value } cm.
body-weight = Weight { $value } kg.
body-bmi = Body mass index { $value } kg/m².
id = Identifier { $id }.
no-id = No identifier.
assessed-on = Assessed on: { $date }.
fractures = Fractures
no-fractures = No fracture.
fractures-unknown = Whether there was a fracture is not stated.
risk-factors = Risk factors and history
treatments = Treatment
frax = FRAX as supplied ({ $model }): major osteoporotic fracture { $mof }, hip { $hip }{ $bmd ->
    [yes] , with bone density.
    [no] , without bone density.
   *[unsaid] .
 }
frax-country-unknown = country not stated
months-ago = { $months } months ago
at-age = at { $age } years
on-treatment = on treatment
since = since { $date }
last-dose = last dose { $date }
stopped = stopped { $date }
planned-stop = to stop { $date }
glucocorticoid = { $name } { $dose } mg a day
scans-unknown = Whether bone density was measured is not stated.
no-scans = Bone density was not measured.
scanner-unknown = scanner not stated
scanner-database = database { $value }
scanner-serial = serial number { $value }
scanner-software = software { $value }
scanner-facility = { $value }

column-region = Region
column-bmd = BMD (g/cm²)
column-t = T-score (95 %)
column-z = Z-score (percentile)
t-interval = { $t } ({ $low } to { $high })
t-printed = { $t } (printed)
z-percentile = { $z } ({ $percentile })
percentile = percentile { $value }
score-bmd = BMD { $bmd } g/cm²
score-t = { $source ->
    [printed] T-score { $t } as printed
   *[computed] T-score { $t }
 }
score-interval = 95 % interval { $low } to { $high } by precision error
score-z = Z-score { $z }
score-printed = T-score as printed { $t }
score-computed = computed here { $t }
score-sbmd = standardised BMD { $value } mg/cm²
score-proposal = { $name }, without the vertebra proposed for exclusion
score-prior = { $name }, earlier scan ({ $date })
score-reference = T-score against { $id }
score-z-reference = Z-score against { $id }
no-score = no score
no-t-because = No T-score: { $why }.
no-z-because = No Z-score: { $why }.
no-t = No T-score ({ $names }): { $why }.
no-z = No Z-score ({ $names }): { $why }.
excluded-by-reader = Excluded by the reader ({ $name }): { $reason }
tbs = Trabecular bone score { $value }: { $category } (limits: { $scheme }).

diagnosis-by-t = { $category } (T-score { $score }, { $place })
diagnosis-by-z = { $category } (Z-score { $score }, { $place })
diagnosis-alone = { $category }
clinical-osteoporosis = { $is ->
    [yes] Osteoporosis by its fracture, at any T-score or with low bone mass.
    [no] No fracture that makes the diagnosis by itself.
   *[unknown] Whether a fracture makes the diagnosis by itself cannot be said.
 }
density-undetermined = The class by bone density cannot be said.
diagnosis-ever = By an earlier scan: { $category }; that diagnosis persists.
diagnosis-if-excluded = Without the vertebra proposed for exclusion: { $category }.
could-be = What remains possible: { $list }.

change-between = { $name }, { $from } to { $to }{ $against ->
    [baseline] , against the first scan:
   *[previous] :
 }
change-by = { $change } g/cm² ({ $percent } %);
change-lsc = least significant change { $lsc } g/cm²;
change-significant = a real change.
change-not-significant = within the error of measurement.
change-open = whether it is real cannot be said.
change-open-iscd-yes = whether it is real cannot be said; by ISCD's minimum precision it would be.
change-open-iscd-no = whether it is real cannot be said; by ISCD's minimum precision it would not be.

over-years = { " " }over { $years ->
    [one] one year
   *[other] { $years } years
 }
over-days = { " " }over { $days } days
range-percent = { $low } to { $high } % over what is unknown
points = { $count ->
    [one] { $points } point
   *[other] { $points } points
 }
range-points = { $low } to { $high } points over what is unknown
at-cut-off = the published cut-off is reached
below-cut-off = the published cut-off is not reached
risk-unverified = its numbers are not yet verified against the paper
risk-assumed = Unknown, and read as the model reads it: { $list }.
assumed = { $field } read as { $read }; otherwise: { $effect }.

no-country = No country is given; these guidelines speak of this person:
no-national-guideline = No guideline of this country speaks of this person; these do:
also = { $first }, also { $also }
because = Because: { $why }.
no-rule-holds = none of its criteria holds
outside-population = it speaks of other people
cannot-be-said = It cannot be said, because these are unknown: { $missing }.
cannot-be-said-could-be = It cannot be said, because these are unknown: { $missing }. It could be: { $list }.
missing = Unknown, and able to change it: { $missing }.
missing-could-be = Unknown, and able to change it: { $missing }. It could be: { $list }.
would-change = { $facts }: { $then }.
change-to-yes = With { $fact }
change-to-no = Without { $fact }
change-to = With { $fact } { $comparison } { $to }
fact-is-not = no { $fact }
fact-of = { $fact } { $value } (limit { $limit })
no-limit-at-this-age = none at this age
rule = Rule { $id } { $verdict }: { $seen }.
rule-holds = holds
rule-does-not-hold = does not hold
rule-open = cannot be said to hold
asks-flag = { $fact } is { $value } (asked: { $asked })
asks-margin = { $fact } { $value } against { $limit }, { $side ->
    [above] { $margin } above the limit
    [below] { $margin } below the limit
   *[at] exactly at the limit
 }
asks-limit-met = { $fact }: not known exactly, and { $limit } certainly
asks-limit-missed = { $fact }: not known exactly, and certainly not { $limit }
asks-limit = { $fact } { $value } against { $limit }
rule-unverified = This rule is not yet verified against its paper.

course-line = { $drug } ({ $rule }), { $status }: { $text }
course-due-on = By { $date }.
safety-line = { $verdict }: { $drugs }. { $why }
safety-line-alone = { $verdict }: { $drugs }.
safety-other = { $drugs }: { $why }
access-line = { $drug } ({ $jurisdiction }), { $status }: { $text }

priority-within = Priority { $priority }: to be seen within { $weeks } weeks (an order of this software, no guideline's).
priority-alone = Priority { $priority } (an order of this software, no guideline's).
next-dxa-unsaid = No date is recommended.
next-dxa-on = { $date }: { $rule }
next-dxa-after = After { $months } months: { $rule }
tests-due = Tests to order: { $list }.

chart-age = Age (years)
chart-bmd = BMD (g/cm²)
chart-normal = T above -1: normal
chart-low = T between -1 and -2.5: low bone mass
chart-osteoporosis = T -2.5 or below: osteoporosis
chart-title = Bone density for age, { $region }
chart-caption = { $region }. Line: mean of people of the same age ({ $reference } [{ $source }]); shaded: 1 and 2 SD. Dots: scans, the latest filled{ $bars ->
    [own] ; bars: least significant change.
    [minimum] ; dashed bars: least significant change by ISCD's minimum precision, as the centre's own is not stated.
    [both] ; bars: least significant change; dashed: by ISCD's minimum precision, as the centre's own is not stated.
   *[no] ; no bars, as the precision error is not stated.
 }{ $apart ->
    [yes] {" "}Scans that cannot be compared are not joined.
   *[no] {""}
 }{ $converted ->
    [yes] {" "}Scans brought to the scale of the reference through standardised BMD.
   *[no] {""}
 }{ $classes ->
    [yes] {""}
   *[no] {" "}No classes: a T-score is not due or not given.
 }
no-chart = { $region }: no age reference is held for this scanner, region, sex and age.

## Words of the documents

region-lumbar_spine = Lumbar spine
region-femoral_neck = Femoral neck
region-total_hip = Total hip
region-trochanter = Trochanter
region-intertrochanter = Intertrochanter
region-wards = Ward's triangle
region-radius_33 = Radius 33 %
region-radius_ud = Ultradistal radius
region-radius_mid = Mid radius
region-radius_total = Total radius
region-total_body = Total body
side-left = left
side-right = right
side-mean = mean of both
side-difference = difference
manufacturer-hologic = Hologic
manufacturer-ge_lunar = GE Lunar
manufacturer-norland = Norland
trauma-low = low trauma
trauma-high = high trauma
trauma-unknown = trauma unknown
route-oral = oral
route-iv = intravenous
route-sc = subcutaneous
tbs-normal = normal
tbs-partially_degraded = partially degraded
tbs-degraded = degraded
tbs-scheme-manufacturer = the maker's

diagnosis-normal = Normal bone density
diagnosis-low_bone_mass = Low bone mass (osteopenia)
diagnosis-osteoporosis = Osteoporosis
diagnosis-severe_osteoporosis = Severe (established) osteoporosis
diagnosis-below_expected_for_age = Bone density below the expected range for age
diagnosis-within_expected_for_age = Bone density within the expected range for age
diagnosis-undetermined = The diagnosis cannot be said

recommendation-no_drug = no drug treatment
recommendation-measure_bmd = measure bone density
recommendation-calculate_frax = calculate FRAX
recommendation-consider = consider treatment
recommendation-specialist_advice = ask a specialist
recommendation-treat = treat
recommendation-treat_anabolic_first = treat, an anabolic drug first
recommendation-undetermined = cannot be said
recommendation-not_applicable = not applicable
tier-oral_bisphosphonate_first = an oral bisphosphonate first
tier-intravenous = an intravenous drug
tier-parenteral_or_anabolic = a parenteral or anabolic drug
tier-anabolic_or_potent = an anabolic or potent antiresorptive drug
priority-very_high = very high
priority-high = high
priority-intermediate = intermediate
priority-low = low
priority-undetermined = undetermined
safety-status-allowed = Allowed by the rules known here
safety-status-caution = Caution
safety-status-blocked = Must not be given
safety-status-unknown = Cannot be said yet
access-status-reimbursed = reimbursed
access-status-not_reimbursed = not reimbursed
access-status-not_licensed = not licensed
access-status-unknown = unknown
course-continue = continue
course-extend = extend
course-pause = pause
course-stop = stop
course-switch = switch
course-due = due
course-overdue = overdue
course-failure = failure of treatment
course-not_failure = no failure of treatment
course-cannot_be_said = cannot be said
test-status-due = to be ordered
test-status-pending = result awaited
test-status-unremarkable = unremarkable
test-status-flagged = abnormal
test-status-not_judged = cannot be judged

outcome-any = any osteoporotic fracture
outcome-hip = hip fracture
outcome-mof = major osteoporotic fracture
outcome-vertebral = vertebral fracture
outcome-nonvertebral = non-vertebral fracture
outcome-vertebral_or_hip = vertebral or hip fracture
outcome-any_clinical = any clinical fracture
outcome-low_bone_density = low bone density at DXA
outcome-death = death

refusal-missing = an input is not known
refusal-out_of_range = an input is outside the model's range
value-true = yes
value-false = no

unit-years = years
unit-mg-a-day = mg a day
unit-days = days
unit-g = g
unit-cm = cm
unit-months = months

field-scans = bone density
field-fractures = fractures
field-fractures-on_treatment = fracture on treatment
field-fractures-trauma = trauma of a fracture
field-fractures-age_years = age at a fracture
field-fractures-date = date of a fracture
field-frax-mof_percent = FRAX of major osteoporotic fracture
field-frax-hip_percent = FRAX of hip fracture
field-frax-with_bmd = whether FRAX was calculated with bone density
field-frax-model = country of FRAX
field-frax-date = day of FRAX
field-age_years = age
field-sex = sex
field-postmenopausal = whether she is past the menopause
field-bmi_kg_m2 = body mass index
field-bmi = body mass index
field-height_cm = height
field-weight_kg = weight
field-scans-regions-vertebrae = vertebrae
field-scans-database = reference database
field-scans-precision_g_cm2 = precision error
field-spine_imaging = imaging of the spine
field-treatments = treatments
field-labs = laboratory results
field-assessed_on = day of the assessment
field-risk_factors-parental_hip_fracture = hip fracture of a parent
field-risk_factors-maternal_hip_fracture = hip fracture of the mother
field-risk_factors-parental_osteoporosis = osteoporosis of a parent
field-risk_factors-current_smoker = smoker
field-risk_factors-smoking = smoking
field-risk_factors-cigarettes_per_day = cigarettes a day
field-risk_factors-alcohol_units_per_day = daily units of alcohol
field-risk_factors-alcohol_g_per_day = daily grams of alcohol
field-risk_factors-glucocorticoid = glucocorticoid
field-risk_factors-glucocorticoid-mg_per_day = dose of glucocorticoid
field-risk_factors-glucocorticoid-days = days of glucocorticoid
field-risk_factors-glucocorticoid-planned_days = planned days of glucocorticoid
field-risk_factors-glucocorticoid-current = whether a glucocorticoid is taken
field-risk_factors-rheumatoid_arthritis = rheumatoid arthritis
field-risk_factors-systemic_lupus = systemic lupus
field-risk_factors-falls_past_year = falls in the past year
field-risk_factors-injurious_falls = fall with an injury
field-risk_factors-frailty = frailty
field-risk_factors-type_1_diabetes = type 1 diabetes
field-risk_factors-type_2_diabetes = type 2 diabetes
field-risk_factors-type_2_diabetes_years = years of type 2 diabetes
field-risk_factors-copd = COPD
field-risk_factors-asthma = asthma
field-risk_factors-cardiovascular_disease = cardiovascular disease
field-risk_factors-heart_failure = heart failure
field-risk_factors-stroke = stroke
field-risk_factors-chronic_liver_disease = chronic liver disease
field-risk_factors-chronic_kidney_disease = chronic kidney disease
field-risk_factors-malabsorption = malabsorption
field-risk_factors-inflammatory_bowel_disease = inflammatory bowel disease
field-risk_factors-coeliac_disease = coeliac disease
field-risk_factors-gastrectomy = gastrectomy
field-risk_factors-bariatric_surgery = bariatric surgery
field-risk_factors-hyperparathyroidism = hyperparathyroidism
field-risk_factors-hyperthyroidism = hyperthyroidism
field-risk_factors-cushing = Cushing's syndrome
field-risk_factors-hypogonadism = hypogonadism
field-risk_factors-premature_menopause = menopause before 45
field-risk_factors-growth_hormone_deficiency = growth hormone deficiency
field-risk_factors-hyponatraemia = hyponatraemia
field-risk_factors-hiv = HIV infection
field-risk_factors-aromatase_inhibitor = aromatase inhibitor
field-risk_factors-androgen_deprivation = androgen deprivation
field-risk_factors-proton_pump_inhibitor = proton pump inhibitor
field-risk_factors-opioid = opioid
field-risk_factors-antidepressant = antidepressant
field-risk_factors-depression = depression
field-risk_factors-epilepsy_or_anticonvulsant = epilepsy or anticonvulsant
field-risk_factors-dementia = dementia
field-risk_factors-parkinson = Parkinson's disease
field-risk_factors-multiple_sclerosis = multiple sclerosis
field-risk_factors-immobility = immobility
field-risk_factors-care_home = care home
field-risk_factors-any_cancer = cancer
field-risk_factors-mgus = MGUS
field-risk_factors-axial_spondyloarthritis = axial spondyloarthritis
field-risk_factors-oestrogen_hrt = oestrogen as hormone replacement
field-risk_factors-oestrogen_ever = oestrogen ever
field-risk_factors-oestrogen_deficiency = oestrogen deficiency
field-risk_factors-height_loss_cm = height loss, cm
field-risk_factors-needs_arms_to_rise = needs the arms to rise
field-risk_factors-walking_speed_m_s = walking speed, m/s
field-risk_factors-poor_tandem_walk = poor tandem walk
field-risk_factors-timed_up_and_go_s = timed up and go, s
field-risk_factors-amts_score = AMTS score
field-risk_factors-mmse_score = MMSE score
field-risk_factors-primary_osteoporosis = primary osteoporosis
field-history-myocardial_infarction_or_stroke = myocardial infarction or stroke
field-history-months_since_myocardial_infarction_or_stroke = months since the infarction or stroke
field-history-coronary_artery_disease = coronary artery disease
field-history-venous_thromboembolism = venous thromboembolism
field-history-skeletal_malignancy = skeletal malignancy
field-history-skeletal_radiotherapy = radiotherapy of the skeleton
field-history-paget_disease = Paget's disease of bone
field-history-oesophageal_disorder = oesophageal disorder
field-history-cannot_sit_upright = cannot sit upright for half an hour
field-history-dental_extraction_planned = dental extraction planned
field-history-atypical_femoral_fracture = atypical femoral fracture
field-history-osteonecrosis_of_jaw = osteonecrosis of the jaw
field-history-pregnant = pregnant
field-history-pregnancy_possible = pregnancy possible
field-history-breastfeeding = breastfeeding
field-history-hypophosphatasia = hypophosphatasia
field-history-osteomalacia = osteomalacia
field-history-hypercalcaemia = hypercalcaemia
field-history-unexplained_high_alp = unexplained high alkaline phosphatase
field-history-urolithiasis = kidney stones
field-history-dialysis = dialysis
field-history-kidney_transplant = kidney transplant
field-history-breast_cancer = breast cancer
field-history-vasomotor_symptoms = vasomotor symptoms
field-history-hip_prosthesis_left = left hip prosthesis
field-history-hip_prosthesis_right = right hip prosthesis
field-history-spinal_hardware = hardware in the spine
field-history-amputation = amputation
field-history-bmd_not_possible = bone density cannot be measured
field-history-oral_bisphosphonate_unsuitable = an oral bisphosphonate is unsuitable
field-history-palliative_care = palliative care

site-proximal_femur = hip
site-vertebra = vertebra
site-upper_thoracic_vertebra = upper thoracic vertebra
site-cervical_vertebra = cervical vertebra
site-pelvis = pelvis
site-sacrum = sacrum
site-proximal_humerus = proximal humerus
site-humeral_shaft = humeral shaft
site-humerus_unspecified = humerus
site-elbow = elbow
site-distal_forearm = distal forearm
site-forearm_shaft = forearm shaft
site-forearm_unspecified = forearm
site-distal_femur = distal femur
site-femoral_shaft = femoral shaft
site-subtrochanteric = femur below the trochanters
site-femur_unspecified = femur
site-proximal_tibia = proximal tibia
site-tibia_fibula_shaft = shaft of tibia or fibula
site-ankle = ankle
site-heel = heel
site-ribs_multiple = three ribs or more
site-rib_single = one rib
site-ribs_unspecified = ribs
site-clavicle = clavicle
site-scapula = scapula
site-sternum = sternum
site-patella = patella
site-hand = hand
site-finger = finger
site-foot = foot
site-toe = toe
site-skull = skull
site-face = face
site-unspecified = site not stated
drug-alendronate = alendronate
drug-risedronate = risedronate
drug-ibandronate = ibandronate
drug-zoledronate = zoledronate
drug-denosumab = denosumab
drug-teriparatide = teriparatide
drug-abaloparatide = abaloparatide
drug-romosozumab = romosozumab
drug-raloxifene = raloxifene
drug-menopausal_hormone_therapy = menopausal hormone therapy
drug-calcium = calcium
drug-vitamin_d = vitamin D
drug-other = another drug
drug-unspecified = drug not stated

test-calcium = calcium
test-calcium_corrected = corrected calcium
test-albumin = albumin
test-phosphate = phosphate
test-alp = alkaline phosphatase
test-creatinine = creatinine
test-egfr = eGFR
test-crcl = creatinine clearance
test-vitamin_d_25oh = 25-hydroxyvitamin D
test-pth = parathyroid hormone
test-tsh = TSH
test-haemoglobin = haemoglobin
test-platelets = platelets
test-leucocytes = leucocytes
test-crp = CRP
test-esr = ESR
test-testosterone = testosterone
test-free_testosterone = free testosterone
test-bioavailable_testosterone = bioavailable testosterone
test-ctx = CTX
test-p1np = P1NP
test-serum_protein_electrophoresis = serum protein electrophoresis
test-free_light_chains = free light chains
test-sodium = sodium
test-potassium = potassium
test-magnesium = magnesium
test-ast = AST
test-alt = ALT
test-ggt = GGT
test-ferritin = ferritin
test-transferrin_saturation = transferrin saturation
test-ttg_iga = tissue transglutaminase IgA
test-cortisol_after_dexamethasone = cortisol after dexamethasone
test-calcium_urine_24h = 24-hour urinary calcium
test-tryptase = tryptase
test-spine_imaging = imaging of the spine
test-weight_kg = weight
test-full_blood_count = full blood count

test-vertebral_fracture_assessment = imaging of the spine for vertebral fractures
test-imaging_both_femurs = imaging of both femurs
field-frax = FRAX
field-menopause_age_years = age at the menopause
field-risk_factors = risk factors
field-risk_factors-glucocorticoid-cumulative_g_per_year = cumulative glucocorticoid
field-risk_factors-glucocorticoid-started_or_raised_months_ago = when the glucocorticoid was started or raised
field-scans-regions-percent_young_adult = percentage of the young adult mean
field-qfracture_ethnicity = ethnic group of QFracture
field-adjusted_for = what FRAX was adjusted for
field-frax-adjusted_for = what FRAX was adjusted for
field-tbs = trabecular bone score
unit-kg-m2 = kg/m²
value-own_country = the guideline's own country
value-that_of_frax_model = the country of the FRAX model
value-before_frax_date = before FRAX was calculated
value-none_since_frax_date = none since FRAX was calculated
value-none = none

## Guidelines and courses in few words

guideline-short-grio2018_women = GRIO/SFR 2018 (women)
guideline-short-grio2021_men = GRIO/SFR 2021 (men)
guideline-short-giop_france_2014 = GRIO/SFR 2014 (glucocorticoids)
guideline-short-has2023 = HAS 2023
guideline-short-nogg2024 = NOGG 2024
guideline-short-nogg2024_giop = NOGG 2024 (glucocorticoids)
guideline-short-nice_ta464 = NICE TA464
guideline-short-dvo2023 = DVO 2023
guideline-short-bhof2022 = BHOF 2022
guideline-short-aace2020 = AACE/ACE 2020
guideline-short-endocrine2020 = Endocrine Society 2020
guideline-short-acp2023 = ACP 2023
guideline-short-acr2022_giop = ACR 2022 (glucocorticoids)
guideline-short-uspstf2018 = USPSTF 2018
guideline-short-osteoporosis_canada2023 = Osteoporosis Canada 2023
guideline-short-caroc2010 = CAROC 2010
guideline-short-japan2015 = Japan 2015
guideline-short-esceo2019 = ESCEO/IOF 2019 (Europe)
course-rule-atypical_femur = atypical femoral fracture
course-rule-osteonecrosis_of_jaw = osteonecrosis of the jaw
course-rule-denosumab_delay = next dose
course-rule-denosumab_exit = end of denosumab
course-rule-anabolic_sequence = end of the anabolic drug
course-rule-failure_iof2012 = failure of treatment, IOF 2012
course-rule-duration_nogg = length of the course, NOGG
course-rule-stop_grio = end of treatment, GRIO
course-rule-zoledronate_interval = next dose
course-action-fill_in = unknown: { $missing }
by-others = by guidelines of other countries: { $others }
by-national-and-others = { $national }; by guidelines of other countries: { $others }
column-t-alone = T-score
column-z-alone = Z-score
density-and-fracture = The first line speaks of bone density, the second of the fracture: bone density within the expected range does not exclude osteoporosis by a fracture.
by-cockcroft-gault = by Cockcroft and Gault
by-estimated-filtration = by an estimated filtration rate
state-unknown = not known
state-too-old = the result is too old
open-blocks = the drug must not be given if: { $why }
open-cautions = caution if: { $why }
to-order = To order: { $list }.
to-ask = To ask: { $list }.
too-old = Results too old to be used: { $list }.
safety-none-cleared = No drug can be cleared yet ({ $drugs }). { $why }
access-open = depends on: { $list }
jurisdiction-unknown = country not stated
person-refused = person refused
value-unknown = read as unknown

## Categories

category-assess = assess the risk
category-b = grade B
category-eligible = eligible
category-high = high risk
category-insufficient_evidence = insufficient evidence
category-intermediate = intermediate risk
category-low = low risk
category-low_bone_mass = low bone mass
category-moderate = moderate risk
category-no_fracture = no fracture
category-non_severe_fracture = non-severe fracture
category-none = none
category-not_eligible = not eligible
category-not_high = risk not high
category-osteoporosis = osteoporosis
category-recommend = recommended
category-severe_fracture = severe fracture
category-suggest = suggested
category-treat_now = treat without delay
category-very_high = very high risk
category-lt3 = below 3 % in three years
category-3_to_5 = 3 to 5 % in three years
category-5_to_10 = 5 to 10 % in three years
category-ge10 = 10 % or more in three years
risk-category-lt3 = below 3 % in three years
risk-category-3_to_5 = 3 to 5 % in three years
risk-category-5_to_10 = 5 to 10 % in three years
risk-category-ge10 = 10 % or more in three years
risk-category-0-5_to_1-5 = 0.5 to 1.5 %
risk-category-1-5_to_2-5 = 1.5 to 2.5 %
risk-category-2-5_to_5 = 2.5 to 5 %
risk-category-ge5 = 5 % or more
risk-category-lt0-5 = below 0.5 %
risk-category-1-2 = 1-2 points
risk-category-3-4 = 3-4 points
risk-category-5 = 5 points
risk-category-6-7 = 6-7 points
risk-category-8- = 8 points or more
risk-category-earlier_fracture = earlier fracture
risk-category-recent_fracture = recent fracture
risk-category-low_bmd = low bone density
risk-category-normal_bmd = bone density not low
risk-category-low = low
risk-category-high = high
risk-category-moderate = moderate
risk-category-intermediate = intermediate
course-rule-pregnancy = pregnancy
judged-by-albumin = corrected for albumin { $value }
judged-by-clearance = creatinine clearance { $value } mL/min
judged-at-least = renal function at least { $value } mL/min
judged-at-most = renal function at most { $value } mL/min
judged-reduced = reduced: below what is surely enough, and above the limit of a disease of the bone
course-field-fractures-on_treatment = whether a fracture happened on treatment
course-field-labs-ctx = a bone turnover marker before and on treatment
course-field-scans = a scan of spine and hip
course-field-scans-earlier = an earlier scan, of about the start of the course
course-field-treatments-adherent = whether it is taken as prescribed
course-field-treatments-drug = which drug it is
course-field-treatments-last_dose = the day of the last dose
course-field-treatments-start = the day on which it began
course-field-treatments-planned_stop = the day on which it is to stop
course-field-treatments-doses = how many doses were given
course-field-treatments-dose = the dose
field-treatments-adherent = whether the treatment is taken as prescribed
field-treatments-drug = drug of the treatment
field-treatments-last_dose = day of the last dose
field-treatments-start = day on which the treatment began
field-treatments-stop = day on which the treatment ended
field-labs-date = day of a laboratory result
effect-labs-date = a drug that hangs on a calcium or creatinine that is too old is unknown
