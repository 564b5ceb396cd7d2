
# English, fracture liaison service: its report and its letters. What the engine says in words of its own
# (titles of indicators, who is counted, why something cannot be computed) it speaks, and nothing stands here.

## Report of a service

fls-title = Fracture liaison service: report
fls-unnamed = Service not named
fls-period = Fractures from { $from } to { $to }. Records read up to { $as_of }.
fls-unit = Counted: { $unit }.
fls-section-summary = In short
fls-section-funnel = From the fracture to treatment
fls-section-doors = By door
fls-section-attendance = Attendance by group
fls-section-indicators = Indicators
fls-section-indicators-by-door = Indicators by door
fls-section-persistence = Persistence on treatment
fls-section-worklist = Worklist
fls-section-simulation = What would change what
fls-section-case-finding = What was counted, and what was not
fls-section-quality = Quality of the data
fls-section-method = How it was counted
fls-section-notices = Notices
fls-section-sources = Sources

fls-rate = { $n }/{ $d } ({ $percent } %)
fls-rate-of-nobody = { $n }/{ $d }
fls-percent-only = { $percent } %
fls-interval = { $low } to { $high } %
fls-cannot-be-said = Cannot be said, because { $because }.
fls-cannot-be-said-alone = Cannot be said.
fls-remark = Note: { $because }.
fls-not-computed = The engine gave no figures for this part.
fls-none = None.

fls-sum-people = { $people } people were read. { $events } fractures were found: { $counted } counted, { $out } counted out, { $review } for somebody to look at.
fls-sum-found = Identified: { $count }.
fls-sum-step = { $step }: { $rate } of the identified.
fls-sum-persistence = Still on treatment { $months } months after the start: { $percent } % (95 % interval { $low } to { $high } %; Kaplan-Meier, { $began } began, { $at_risk } still followed). { $gaps }
fls-sum-worklist = Worklist of the day: { $count } people, { $within } of them within what the week holds.

fls-funnel-note = Each bar is a share of the identified. The first percentage is of the step before, the second of all who were identified; they differ, and neither is to be quoted without its numbers.
fls-column-step = Step
fls-column-picture = Share of the identified
fls-column-count = Number
fls-column-of-previous = Of the step before
fls-column-of-identified = Of the identified
fls-column-ends = Went another way
fls-of-step = { $rate } of: { $step }
fls-column-group = Group
fls-column-by = By
fls-attendance-note = The same visits give different rates, by whom they are divided by. Nobody is marked down on the worklist for age, sex, living alone or schooling: this table is there to see who does not come.

fls-column-indicator = Indicator
fls-column-rate = Numerator / denominator
fls-column-percent = Percent
fls-column-interval = 95 % interval (Wilson)
fls-column-level = Level
fls-column-window = Window
fls-column-source = Source
fls-window = { $days } days
fls-recalled-definition = Definition recalled (confidence { $confidence })
fls-recalled-level = levels recalled (confidence { $confidence })
fls-recalled-note = “Recalled” marks a definition or a level that was not seen in its source and is given from memory: not to be compared or published before somebody has checked it.
fls-counts = Counted: { $numerator }. Of: { $denominator }.
fls-left-out = Left out: { $list }.
fls-counted-item = { $reason } { $count }
fls-door-all = all doors

fls-persistence-caption = Still on treatment since its first day, those who began: { $group }. Solid line: Kaplan-Meier, deaths taken as the end of follow-up; shaded: 95 % interval. Dashed: stopped, dotted: died on treatment (both Aalen-Johansen, each a competing end of the other). { $gaps }
fls-persistence-unsaid = Nobody began a treatment whose course can be followed.
fls-gaps = Allowed gaps: oral { $oral } days, denosumab { $denosumab }, zoledronate { $zoledronate }, other injected drugs { $other }.
fls-column-began = Began
fls-column-stopped = Stopped
fls-column-died = Died on treatment
fls-column-followed = Still followed
fls-column-at-12 = At 12 months
fls-column-at-24 = At 24 months
fls-column-gaps = Allowed gaps (days)
fls-at-months = { $percent } % ({ $low } to { $high }); { $at_risk } of { $began } still followed
fls-not-followed-so-long = nobody followed so long
fls-gaps-short = oral { $oral }, denosumab { $denosumab }, zoledronate { $zoledronate }, other { $other }
fls-axis-months = Months since the first day of treatment
fls-axis-percent = Percent
fls-curve-on = on treatment
fls-curve-stopped = stopped
fls-curve-died = died

fls-worklist-note = The first { $shown } of { $count } follow. Identifiers only: no names stand in this report.
fls-worklist-all-note = All { $count } follow. Identifiers only: no names stand in this report.
fls-capacity = The week holds { $calls } calls: of the people to be contacted { $within } are within it, { $beyond } beyond it. For { $other } more there is work that needs no call and takes no place.
fls-worklist-off = Not on the list: { $count } people.
fls-no-capacity = No number of calls a week is set: everybody on the list is within it.
fls-worklist-none = Nobody is to be called today.
fls-column-action = What to do
fls-column-people = People
fls-column-within = Within the week
fls-column-rank = Rank
fls-column-person = Person
fls-column-fracture = Fracture
fls-column-due = In time until
fls-column-tries = Tries
fls-column-priority = Priority
fls-column-action-and-why = What to do, and why
fls-risk-of = Risk over { $years } years: { $percent } % ({ $outcome }; { $model })
fls-risk-by = Risk { $percent } % ({ $model })
fls-column-why = Why
fls-days-left = { $days ->
    [0] last day
    [one] { $days } day left
   *[other] { $days } days left
 }
fls-days-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
 }
fls-also = Also open: { $list }.

fls-simulation-note = { $runs } runs of { $weeks } weeks each, seed { $seed }. Places are a hard limit, and whoever a change gains takes only a place that all others leave free.
fls-simulation-full = Places were full: with no more places, more people willing to come change none of the figures below.
fls-simulation-free = Places were not full: nobody was booked for { $free } % of them. So { $raised } instead of { $present } are seen where more people are willing to come.
fls-simulation-unsaid = No simulation, because { $because }.
fls-column-scenario = Scenario
fls-column-seen = Seen (middle 95 % of the runs)
fls-column-scanned = Scanned within 12 weeks
fls-column-begun = Treated within 16 weeks
fls-column-wait = Weeks of waiting for a place
fls-column-empty = Places left empty
fls-seen = { $seen } ({ $low } to { $high })
fls-rests-on = It rests on: { $list }.
fls-scenario-present = As it is
fls-scenario-one_more_slot = One more place a week
fls-scenario-one_more_call_round = One more round of calls
fls-scenario-dxa_on_the_ward = DXA on the ward for in-patients
fls-scenario-attendance_without_slots = More people willing to come, no more places

fls-column-reason = Why
fls-column-fractures = Fractures
fls-counted-out = Counted out
fls-review = For somebody to look at
fls-counted-title = Counted

fls-files-title = Files read
fls-findings-title = What could not be read, or was read with doubt
fls-no-findings = Nothing was found wrong or doubtful.
fls-column-file = File
fls-column-kind = What it was taken for
fls-column-records = Records
fls-column-finding = What
fls-column-times = Times
fls-column-first = First example
fls-more-files = { $count } more files
fls-all-files = All files
fls-example-line = line { $line }
fls-example-person = person { $person }
fls-example-value = { $field } = { $value }

fls-method-inclusion = Inclusion: { $set }, from { $age } years.
fls-method-washout = A fracture of the same site within { $days } days is the same fracture.
fls-method-trauma = { $required ->
    [yes] Only fractures with evidence of low trauma are counted.
   *[no] A fracture without a word on the force is counted: silence is no evidence of high trauma.
 }
fls-method-windows = A window of 12 weeks is the day of the fracture and the 84 days after it, 16 weeks the 112 days, 52 weeks the 364 days; the last day counts.
fls-method-as-of = Nothing dated after { $as_of } is read. A step whose window is not over on that day is open, and is not counted as missed.
fls-method-unknown = What no record can say is not read as “no”: such a step cannot be said, and an indicator that rests on it is not computed.
fls-method-interval = Intervals of rates are Wilson's at 95 %; persistence is Kaplan-Meier's, its competing ends Aalen-Johansen's.
fls-method-complete = Assumed: the pathway file lists every step that was done, so that a step in no row was not done (pathway_complete).
fls-method-gaps = { $gaps } Planned switches, completed courses and holidays are no stops.
fls-method-country = Guidelines of: { $country }.
fls-method-tries = After { $tries } tries nobody is called again.
fls-method-expected = Set by the service: { $list }.
fls-expected-non-spine = fractures other than of the spine expected { $count }
fls-expected-spine = fractures of the spine expected { $count }
fls-known-hip = hip fractures known to the hospital { $count }
fls-slots = places a week { $count }
fls-calls = calls a week { $count }
fls-method-version = Osteon { $version }, data { $data }; the code sets and their versions belong to the data.
fls-loinc = This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.

kpi-set-IOF = IOF, FFN and NOF: indicators of patients
kpi-set-FLSDB = FLS-DB, the audit of the United Kingdom
kpi-set-US = Measures of the United States
kpi-set-CTF = Capture the Fracture: standards in percent
kpi-set-other = Other indicators

fls-set-own = fragility fractures, set of this software
fls-set-grio = GRIO, France
fls-set-fls_db = FLS-DB, United Kingdom
fls-set-omw_style = women of 67 to 85, as the United States measure counts

## Closed sets of a service

fls-by-all = Everybody
fls-by-door = Door
fls-by-site = Site
fls-by-age_band = Age
fls-by-sex = Sex
fls-by-living_alone = Lives alone
fls-by-schooling = Schooling
fls-group-all = everybody
fls-group-female = women
fls-group-male = men
fls-group-yes = yes
fls-group-no = no
fls-group-unknown = not stated
fls-group-age = { $band } years
fls-group-schooling = { $band } years of schooling
fls-door-inpatient = in-patients
fls-door-outpatient = out-patients
fls-door-referral = referrals
fls-attendance-attended_of_identified = Came, of the identified
fls-attendance-attended_of_invited = Came, of the invited
fls-attendance-attended_of_invitable = Came, of those who could be invited

fls-step-identified = Identified
fls-step-invited = Invited
fls-step-contacted = Contacted
fls-step-attended = Came
fls-step-dxa = Bone densitometry
fls-step-spine_imaging = Imaging of the spine
fls-step-bloods = Blood tests
fls-step-falls_assessment = Falls assessment
fls-step-lifestyle_assessment = Lifestyle assessment
fls-step-decision = Decision on treatment
fls-step-treatment_recommended = Treatment recommended
fls-step-treatment_started = Treatment begun
fls-step-treatment_reviewed = Treatment reviewed
fls-step-treatment_stopped = Treatment stopped
fls-step-exercise_started = Exercise begun
fls-step-communicated = Letter to the treating clinician
fls-step-seen_16_weeks = Seen at 16 weeks
fls-step-seen_52_weeks = Seen at 52 weeks
fls-step-on_treatment_12_months = On treatment at 12 months
fls-step-on_treatment_24_months = On treatment at 24 months
fls-step-died = Died
fls-step-moved = Moved away
fls-outcome-done = done
fls-outcome-not_done = not done
fls-outcome-refused = refused
fls-outcome-absent = agreed and did not come
fls-outcome-waiting = still waiting
fls-outcome-dead = died before
fls-outcome-moved = moved away
fls-outcome-not_invited = rightly not invited
fls-outcome-not_said = no record says
fls-step-reason-already_treated = already treated
fls-step-reason-recent_dxa = scanned recently
fls-step-reason-nursing_home = lives in a nursing home
fls-step-reason-cognitive_disorder = cognitive disorder
fls-step-reason-too_ill = too ill
fls-step-reason-distance = too far away
fls-step-reason-not_interested = not interested
fls-step-reason-no_answer = no answer
fls-step-reason-followed_elsewhere = followed elsewhere
fls-step-reason-contraindicated = contraindicated
fls-step-reason-not_indicated = not indicated
fls-step-reason-intolerance = intolerance
fls-step-reason-planned_switch = planned switch
fls-step-reason-course_completed = course completed
fls-step-reason-holiday = holiday from the drug
fls-step-reason-other = other reason
fls-end-died = died
fls-end-moved = moved away
fls-end-refractured = broke another bone

fls-counted-fragility_site = fragility fracture
fls-counted-outside_period = outside the period
fls-counted-under_age = below the least age
fls-counted-age_unknown = age not known
fls-counted-over_age = above the greatest age
fls-counted-other_sex = not of the sex that is counted
fls-counted-site_excluded = site that is not counted (skull, face, digits)
fls-counted-tumour = by a tumour
fls-counted-stress_fracture = stress fracture
fls-counted-other_bone_disease = by another disease of bone
fls-counted-high_trauma = great force
fls-counted-later_encounter = later encounter for a fracture already known
fls-counted-washout = same fracture again
fls-counted-hardware_removal = removal of material
fls-counted-not_main_diagnosis = not the main diagnosis
fls-counted-refuted = refuted
fls-counted-periprosthetic = around a prosthesis
fls-counted-vertebra_without_first_appearance = vertebra, without a day on which it first appeared
fls-counted-possible_atypical_femoral = possibly an atypical fracture of the femur
fls-counted-site_unclear = site not clear
fls-counted-unconfirmed = not confirmed
fls-counted-date_incomplete = day not stated in full
fls-counted-pathological_cause_unclear = pathological, cause not clear

fls-level-red = red
fls-level-amber = amber
fls-level-green = green
fls-level-below_bronze = below bronze
fls-level-bronze = bronze
fls-level-silver = silver
fls-level-gold = gold
fls-level-between_bands = between two bands

fls-action-invite = Invite
fls-action-call_again = Call again
fls-action-rebook = Offer another appointment
fls-action-offer_place = Offer a place: agreed and waits
fls-action-inform_clinician = Write to the clinician: not reached
fls-action-book_dxa = Book a bone densitometry
fls-action-order_bloods = Order blood tests
fls-action-assess_falls = Assess falls
fls-action-decide = Decide on treatment
fls-action-start_treatment = Begin treatment
fls-action-review_treatment = Review the treatment
fls-action-denosumab_due = Next dose of denosumab
fls-action-recall_16_weeks = See again at 16 weeks
fls-action-recall_52_weeks = See again at 52 weeks
fls-action-check_treatment = Check that treatment goes on
fls-action-review_event = Look at the fracture: is it one that counts?

fls-off-died = died
fls-off-moved = moved away
fls-off-refused = refused
fls-off-not_invited = rightly not invited
fls-off-closed = closed by the service: followed elsewhere, too ill, treated already or the like
fls-off-tries_used_up = every try made, no answer
fls-off-nothing_open = nothing open: all done, or nothing due yet

fls-finding-file_unreadable = A file that cannot be opened
fls-finding-file_not_read = A file of a kind that is not read
fls-finding-truncated = A file that ends within a record
fls-finding-malformed = A line that is no record
fls-finding-bad_value = A value that cannot be
fls-finding-no_patient = A record of a person who is not here
fls-finding-unresolved_reference = A reference to a record that is not here
fls-finding-duplicate = The same record again: read once
fls-finding-conflicting_duplicate = The same identifier with other content
fls-finding-entered_in_error = Entered in error: not read
fls-finding-older_fhir = An older version of FHIR: read
fls-finding-unknown_step = A pathway step outside the closed lists
fls-finding-step_without_event = A pathway step that belongs to no fracture
fls-finding-no_birth_date = No day of birth: no age at the fracture
fls-finding-date_order = An order of dates that cannot be
fls-finding-date_incomplete = A day stated only to the month or the year
fls-finding-check_digit = A LOINC code whose check digit is wrong
fls-finding-region_conflict = Code, name and unit of a scan do not agree on the region
fls-finding-region_unknown = A scan whose region nothing names
fls-finding-unit_slip = A unit that does not fit the number
fls-finding-no_value = A result without a usable number
fls-finding-impossible_change = A change between two scans that no bone makes
fls-finding-printed_t_differs = A printed T-score that its reference does not give
fls-finding-drug_unknown = A prescription whose drug is not named

## Letters of a service

letter-blank-name = Name
letter-blank-address = Address
letter-blank-service = Service
letter-blank-phone = Telephone
letter-blank-clinician = Dr
letter-blank-birth = Day of birth
letter-blank-signature = Signature
letter-dear = Dear { $name },
letter-dear-blank = Dear
letter-dear-colleague = Dear colleague,
letter-number = Our reference: { $id }
letter-phone = Telephone { $phone }
letter-kind-regards = With kind regards,
letter-team = The team of the bone health clinic

letter-invitation-title = Your bones: an invitation to a visit
letter-invitation-why = You broke { $bone } on { $date }. We hope that you are healing well.
letter-invitation-why-no-bone = You broke a bone on { $date }. We hope that you are healing well.
letter-invitation-fragile = When a bone breaks after a minor fall, it can mean that bones have become fragile. This is common, and it can be treated. A check-up shows whether it is so for you. It helps to prevent another broken bone.
letter-invitation-offer = We would like to see you for this check-up.
letter-visit-title = What happens at the visit
letter-visit-scan = A bone scan: you lie still on a table for a few minutes. It does not hurt.
letter-visit-blood = A blood test.
letter-visit-talk = A talk about your health, your medicines and how to avoid falls.
letter-visit-time = In all, about an hour.
letter-bring-title = Please bring
letter-bring = The list of your medicines, your glasses, and the letters or pictures of your broken bone if you have them. You may bring somebody with you.
letter-how-title = How to make an appointment
letter-how-phone = Call us on { $phone }.
letter-how-blank = Call us on
letter-no-title = If you do not wish to come
letter-no = You are free to say no, and you need not give a reason. Your other care stays the same. Please tell us by telephone or with the slip below, so that we do not call you again. You can change your mind at any time.
letter-slip-title = Slip to send back
letter-slip-yes = I would like to come.
letter-slip-later = I would like to come later, or on another day.
letter-slip-transport = I need help to get there.
letter-slip-no = I do not wish to come.

letter-missed-title = We missed you: another appointment for your bones
letter-missed-rebook = You had an appointment with us after your broken bone, and you could not come. This happens to many people.
letter-missed-call = We tried to reach you about your broken bone of { $date }, and could not. You may not have got our call or our letter.
letter-missed-offer = The check-up is still open to you. We would be glad to find a day that suits you.
letter-missed-help = Tell us if something made it hard to come: the way, the time, your health, or somebody you look after. We may be able to help.

letter-place-title = Your bones: your place for the check-up
letter-place-thanks = Thank you for agreeing to the check-up after your broken bone of { $date }. You have not had a place yet. That is because of us, not because of you.
letter-place-offer = We are finding a place for you.
letter-place-call = Please call us to choose a day that suits you.

letter-clinician-title-unreached = Your patient after a fracture: we could not reach them
letter-clinician-unreached = { $tries ->
    [one] We tried once to reach your patient after this fracture, without an answer, and will not try again.
   *[other] We tried { $tries } times to reach your patient after this fracture, without an answer, and will not try again.
 }
letter-clinician-unreached-ask = Please speak of the check-up when you next see your patient: a word from the treating clinician brings more people than another letter. A call to us is enough for an appointment.
letter-clinician-title = Your patient after a fracture: { $action }
letter-clinician-intro = Your patient is known to the fracture liaison service. These are the facts in our records on { $date }:
letter-fact-person = Patient
letter-fact-reference = Reference
letter-fact-fracture = Fracture
letter-fact-site-on = { $site }, { $date }
letter-fact-dxa = Bone densitometry after the fracture
letter-fact-dxa-none = none in our records
letter-fact-treatment = Treatment begun after the fracture
letter-fact-treatment-none = none in our records
letter-fact-treatment-since = { $drug }, since { $date }
letter-fact-treatment-alone = { $drug }, first day not stated
letter-fact-at-fracture = Treatment when the bone broke
letter-fact-denosumab = Denosumab
letter-fact-denosumab-due = last dose { $last }, next dose due { $due }, latest { $latest }
letter-fact-denosumab-ended = last dose { $last }; cover ended { $ended }; no other drug followed in our records; reason for stopping: { $reason }
letter-fact-stopped = Treatment that stopped
letter-fact-stopped-since = { $drug }: no cover since { $date }; reason for stopping: { $reason }
letter-fact-why = Why we write
letter-denosumab-risk = When denosumab stops and no other drug follows, bone is lost within months and vertebrae may break, often several: please decide soon on the next dose or on another drug.
letter-fact-triage = Priority by the software
letter-fact-triage-within = { $priority }, to be seen within { $weeks } weeks
letter-fact-guideline = Guideline asked
letter-fact-guideline-says = { $guideline }: { $recommendation }
letter-fact-open = What is open
letter-fact-due = In time until
letter-clinician-proposal = This is a proposal for you to judge, drawn by software from coded records that may be incomplete. It decides nothing. What you know of your patient comes first.
letter-clinician-answer = If it is already done, or not suitable, please tell us so that we can close it.

letter-recall-title = Recall list
letter-recall-of = { $service }, { $date }
letter-recall-follow = Follow-up, checks and doses
letter-recall-other = Other people of the week
letter-recall-none = Nobody.
letter-recall-call = Call, day
letter-recall-result = Result

fls-bone-proximal_femur = your hip
fls-bone-vertebra = a bone of your back
fls-bone-upper_thoracic_vertebra = a bone of your back
fls-bone-cervical_vertebra = a bone of your neck
fls-bone-pelvis = your pelvis
fls-bone-sacrum = a bone of your lower back
fls-bone-proximal_humerus = your shoulder
fls-bone-humeral_shaft = your upper arm
fls-bone-humerus_unspecified = your upper arm
fls-bone-elbow = your elbow
fls-bone-distal_forearm = your wrist
fls-bone-forearm_shaft = your forearm
fls-bone-forearm_unspecified = your forearm
fls-bone-distal_femur = your thigh bone, near the knee
fls-bone-femoral_shaft = your thigh bone
fls-bone-subtrochanteric = your thigh bone
fls-bone-femur_unspecified = your thigh bone
fls-bone-proximal_tibia = your leg, near the knee
fls-bone-tibia_fibula_shaft = your lower leg
fls-bone-ankle = your ankle
fls-bone-heel = your heel
fls-bone-ribs_multiple = several ribs
fls-bone-rib_single = a rib
fls-bone-ribs_unspecified = one or more ribs
fls-bone-clavicle = your collarbone
fls-bone-scapula = your shoulder blade
fls-bone-sternum = your breastbone
fls-bone-patella = your kneecap
fls-bone-hand = your hand
fls-bone-finger = a finger
fls-bone-foot = your foot
fls-bone-toe = a toe
fls-bone-skull = a bone of your head
fls-bone-face = a bone of your face
fls-bone-unspecified = a bone

## Bands, ends and exclusions as the engine names them

fls-group-other = other
fls-band-under_50 = under 50 years
fls-band-85- = 85 years and over
fls-band-up_to_9_years = up to 9 years of schooling
fls-band-over_9_years = over 9 years of schooling
fls-attendance-attended_of_identified_all_doors = Came, of the identified of all doors
fls-outcome-not_found = not found in the records
fls-outcome-stopped = stopped
fls-outcome-never_begun = never begun
fls-outcome-not_over = the time is not over
fls-counted-date_order = before birth or after death
fls-counted-trauma_not_stated = no evidence of low trauma
fls-counted-trauma_unclear = force not clear
fls-counted-act_only = an act without a diagnosis
fls-finding-drug_conflict = Codes and words that name different drugs
fls-excluded-outside_denominator = not asked about
fls-excluded-other_sex = not of the sex that is counted
fls-excluded-outside_ages = outside the ages
fls-excluded-site_excluded = fingers, toes, face, skull
fls-excluded-hip_fracture = hip fractures
fls-excluded-dxa_not_needed = no scan needed
fls-excluded-dxa_before = scanned before
fls-excluded-drug_before = on a drug before
fls-excluded-on_treatment_at_event = on treatment when the bone broke
fls-excluded-same_day = another fracture of the same day is counted
fls-excluded-not_invited = rightly not invited
fls-excluded-died_before_window_end = died before the window's end
fls-excluded-died_without_day = died, day not stated
fls-excluded-moved_before_window_end = moved before the window's end
fls-excluded-refractured_before_window_end = broke another bone before the window's end
fls-excluded-window_not_over = window not over
fls-excluded-not_said = no record says
fls-excluded-day_not_stated = day not stated
fls-excluded-sex_not_stated = sex not stated
fls-excluded-age_not_stated = age not stated
fls-excluded-site_not_stated = site not stated
fls-rests-on-fractures_per_week = fractures a week
fls-rests-on-slots_per_week = places a week
fls-rests-on-inpatient_percent = in-patients (%)
fls-rests-on-invitable_percent = could be invited (%)
fls-rests-on-silent_read_as_not_invited_percent = no record of an invitation, taken as not invited (% of those who could be)
fls-rests-on-waiting_though_places_were_free_percent = still waiting though places were free, taken as not seen (% of those who agreed)
fls-rests-on-invited_percent = invited (%)
fls-rests-on-agreed_of_invited_percent = agreed of the invited (%)
fls-rests-on-refused_of_invited_percent = refused of the invited (%)
fls-rests-on-absent_of_booked_percent = absent of those with an appointment (%)
fls-rests-on-dxa_of_seen_percent = scanned of the seen (%)
fls-rests-on-begun_of_seen_percent = treated of the seen (%)
fls-rests-on-median_days_to_visit = days from the fracture to the visit (median of those who came)
fls-rests-on-days_to_invitation = days to the invitation
fls-rests-on-days_from_visit_to_dxa = days from visit to scan
fls-rests-on-days_from_visit_to_drug = days from visit to drug
fls-rests-on-agreed_after_call_percent = agreed after one more call (%)
fls-rests-on-weeks_to_call = weeks to the call
fls-rests-on-attendance_points = percentage points of attendance added
fls-rests-on-patience_weeks = weeks that people wait
fls-rests-on-warm_up_weeks = weeks run before counting

fls-stop-intolerance = intolerance
fls-stop-failure = failure of treatment
fls-stop-completed = course completed
fls-stop-choice = choice of the person
fls-stop-contraindication = contraindication
fls-stop-unknown = not stated
fls-by-drug = Drug
fls-group-major_other = other major sites
fls-group-hip = hip
