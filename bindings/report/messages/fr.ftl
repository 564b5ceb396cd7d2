# Français. Les mots que le moteur dit en anglais ont ici leur traduction ; une entrée par identifiant.

## Phrases

report-title = Densité osseuse et risque de fracture : compte rendu
explanation-title = Densité osseuse et risque de fracture : l'évaluation expliquée
foot-supports = Aide les professionnels et ne les remplace pas. Sans marquage CE ni UKCA, non autorisé par la FDA.
foot-engine = Osteon { $version }, données { $data }.
list = { $most } et { $last }
list-or = { $most } ou { $last }
with = { $text } : { $more }
date = { $day ->
    [1] 1er
   *[other] { $day }
 } { $month } { $year }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
yes = oui
no = non
unknown = inconnu
no-date = date inconnue
not-measured = non mesuré
more-below = { $count ->
    [one] Une autre ligne figure plus loin.
   *[other] { $count } autres lignes figurent plus loin.
 }

section-person = Personne
section-course = Traitement en cours
section-indication = Indication
section-scanner = Appareil
section-scores = Densité osseuse
section-all-scores = Tous les scores
section-chart = Densité osseuse selon l'âge
section-charts = Densité osseuse selon l'âge, autres sites
section-no-chart = Sites sans courbe
section-diagnosis = Diagnostic
section-changes = Évolution entre les examens
section-national = Recommandations nationales
section-others = Autres recommandations
section-disagreements = Points de désaccord entre recommandations
section-outside = Recommandations qui ne concernent pas cette personne
section-safety = Sécurité des médicaments
section-access = Autorisation et remboursement
section-next = Suite à donner
section-priority = Priorité
section-next-dxa = Prochaine ostéodensitométrie
section-work-up = Bilan
section-missing = Ce qui manque, et les réponses que cela peut changer
section-assumed = Ce qui a été supposé
section-risks = Risque de fracture selon les modèles
section-refused-risks = Modèles sans réponse
section-notices = Mentions
section-sources = Sources

person = { $sex ->
    [female] Femme de { $age } ans
    [male] Homme de { $age } ans
   *[other] Personne de { $age } ans
 }{ $menopause ->
    [yes] , ménopausée.
    [no] , non ménopausée.
   *[unsaid] .
 }
body-height = Taille { $value } cm.
body-weight = Poids { $value } kg.
body-bmi = Indice de masse corporelle { $value } kg/m².
id = Identifiant { $id }.
no-id = Sans identifiant.
assessed-on = Évaluation : { $date }.
fractures = Fractures
no-fractures = Pas de fracture.
fractures-unknown = L'existence d'une fracture n'est pas précisée.
risk-factors = Facteurs de risque et antécédents
treatments = Traitement
frax = FRAX tel que fourni ({ $model }) : fracture majeure { $mof }, hanche { $hip }{ $bmd ->
    [yes] , avec la densité osseuse.
    [no] , sans la densité osseuse.
   *[unsaid] .
 }
frax-country-unknown = pays non précisé
months-ago = il y a { $months } mois
at-age = à { $age } ans
on-treatment = sous traitement
since = depuis le { $date }
last-dose = dernière dose le { $date }
stopped = arrêté le { $date }
planned-stop = arrêt prévu le { $date }
glucocorticoid = { $name } { $dose } mg par jour
scans-unknown = Il n'est pas précisé si la densité osseuse a été mesurée.
no-scans = La densité osseuse n'a pas été mesurée.
scanner-unknown = appareil non précisé
scanner-database = base de référence { $value }
scanner-serial = numéro de série { $value }
scanner-software = logiciel { $value }
scanner-facility = { $value }

column-region = Site
column-bmd = DMO (g/cm²)
column-t = T-score (95 %)
column-z = Z-score
t-interval = { $t } ({ $low } à { $high })
percentile = percentile { $value }
score-bmd = DMO { $bmd } g/cm²
score-t = { $source ->
    [printed] T-score { $t } tel qu'imprimé
   *[computed] T-score { $t }
 }
score-interval = intervalle à 95 % de { $low } à { $high } selon l'erreur de précision
score-z = Z-score { $z }
score-printed = T-score imprimé { $t }
score-sbmd = DMO standardisée { $value } mg/cm²
score-proposal = { $name }, sans la vertèbre dont l'exclusion est proposée
score-prior = { $name }, examen antérieur ({ $date })
score-reference = T-score selon { $id }
score-z-reference = Z-score selon { $id }
no-score = pas de score
no-t-because = Pas de T-score : { $why }.
no-z-because = Pas de Z-score : { $why }.
no-t = Pas de T-score ({ $names }) : { $why }.
excluded-by-reader = Exclu par le lecteur ({ $name }) : { $reason }
tbs = Trabecular bone score { $value } : { $category } (seuils : { $scheme }).

diagnosis-by-t = { $category } (T-score { $score }, { $place })
diagnosis-by-z = { $category } (Z-score { $score }, { $place })
diagnosis-alone = { $category }
clinical-osteoporosis = { $is ->
    [yes] Ostéoporose affirmée par la fracture, quel que soit le T-score ou avec une densité osseuse basse.
    [no] Pas de fracture qui pose le diagnostic à elle seule.
   *[unknown] On ne peut pas dire si une fracture pose le diagnostic à elle seule.
 }
diagnosis-ever = À un examen antérieur : { $category } ; ce diagnostic demeure.
diagnosis-if-excluded = Sans la vertèbre dont l'exclusion est proposée : { $category }.
could-be = Restent possibles : { $list }.

change-between = { $name }, du { $from } au { $to }{ $against ->
    [baseline] , par rapport au premier examen :
   *[previous] {" "}:
 }
change-by = { $change } g/cm² ({ $percent } %) ;
change-lsc = plus petite variation significative { $lsc } g/cm² ;
change-significant = variation réelle.
change-not-significant = dans l'erreur de mesure.
change-open = on ne peut pas dire si elle est réelle.
change-open-iscd-yes = on ne peut pas dire si elle est réelle ; avec la précision minimale de l'ISCD, elle le serait.
change-open-iscd-no = on ne peut pas dire si elle est réelle ; avec la précision minimale de l'ISCD, elle ne le serait pas.

over-years = { " " }à { $years ->
    [one] { $years } an
   *[other] { $years } ans
 }
over-days = { " " }à { $days } jours
range-percent = de { $low } à { $high } % selon ce qui est inconnu
points = { $points } points
range-points = de { $low } à { $high } points selon ce qui est inconnu
at-cut-off = seuil publié atteint
below-cut-off = seuil publié non atteint
risk-unverified = chiffres pas encore vérifiés dans l'article
risk-assumed = Inconnu, et lu comme le modèle le prévoit : { $list }.
assumed = { $field } : lu comme « { $read } » ; sinon : { $effect }.

no-country = Aucun pays n'est indiqué ; ces recommandations concernent cette personne :
no-national-guideline = Aucune recommandation de ce pays ne concerne cette personne ; celles-ci, oui :
also = { $first } ; de plus, { $also }
because = Parce que : { $why }.
no-rule-holds = aucun de ses critères n'est rempli
outside-population = elle concerne d'autres personnes
cannot-be-said = On ne peut pas conclure, car on ignore : { $missing }.
cannot-be-said-could-be = On ne peut pas conclure, car on ignore : { $missing }. Ce pourrait être : { $list }.
missing = Inconnu, et susceptible de changer la réponse : { $missing }.
missing-could-be = Inconnu, et susceptible de changer la réponse : { $missing }. Ce pourrait être : { $list }.
would-change = { $facts } : { $then }.
change-to-yes = Avec « { $fact } »
change-to-no = Sans « { $fact } »
change-to = Avec { $fact } { $comparison } { $to }
fact-is-not = { $fact } : non
fact-of = { $fact } { $value } (seuil { $limit })
no-limit-at-this-age = aucun à cet âge
rule = Règle { $id } { $verdict } : { $seen }.
rule-holds = remplie
rule-does-not-hold = non remplie
rule-open = indéterminée
asks-flag = { $fact } : { $value } (demandé : { $asked })
asks-margin = { $fact } : { $value } pour un seuil { $limit }, marge { $margin }
asks-limit = { $fact } : { $value } pour un seuil { $limit }
rule-unverified = Cette règle n'est pas encore vérifiée dans l'article.

course-line = { $drug }, { $status } : { $text }
course-due-on = Échéance : { $date }.
safety-line = { $verdict } : { $drugs }. { $why }.
safety-line-alone = { $verdict } : { $drugs }.
safety-other = { $drugs } : { $why }.
needs = il faut : { $list }
access-line = { $drug } ({ $jurisdiction }), { $status } : { $text }

priority-within = Priorité { $priority } : à voir dans les { $weeks } semaines (ordre propre à ce projet, d'aucune recommandation).
priority-alone = Priorité { $priority } (ordre propre à ce projet, d'aucune recommandation).
next-dxa-unsaid = Aucune règle ne le dit.
next-dxa-on = { $date } : { $rule }
next-dxa-after = Dans { $months } mois : { $rule }
tests-due = Examens à prescrire : { $list }.

chart-age = Âge (ans)
chart-bmd = DMO (g/cm²)
chart-normal = T supérieur à -1 : normal
chart-low = T entre -1 et -2,5 : densité basse
chart-osteoporosis = T de -2,5 ou moins : ostéoporose
chart-title = Densité osseuse selon l'âge, { $region }
chart-caption = { $region }. Ligne : moyenne des personnes du même âge ({ $reference } [{ $source }]) ; ombré : 1 et 2 écarts-types. Points : examens, le dernier plein{ $bars ->
    [yes] {" "}; barres : plus petite variation significative.
   *[no] {" "}; pas de barre, l'erreur de précision n'étant pas précisée.
 }{ $converted ->
    [yes] {" "}Examens ramenés à l'échelle de la référence par la DMO standardisée.
   *[no] {""}
 }{ $classes ->
    [yes] {""}
   *[no] {" "}Sans classes : pas de T-score à donner.
 }
no-chart = { $region } : pas de référence par âge pour cet appareil, ce site, ce sexe et cet âge.

## Mots des documents

region-lumbar_spine = Rachis lombaire
region-femoral_neck = Col fémoral
region-total_hip = Hanche totale
region-trochanter = Trochanter
region-intertrochanter = Région intertrochantérienne
region-wards = Triangle de Ward
region-radius_33 = Radius 33 %
region-radius_ud = Radius ultradistal
region-radius_mid = Radius moyen
region-radius_total = Radius total
region-total_body = Corps entier
side-left = gauche
side-right = droite
side-mean = moyenne des deux
side-difference = différence
manufacturer-hologic = Hologic
manufacturer-ge_lunar = GE Lunar
manufacturer-norland = Norland
trauma-low = faible traumatisme
trauma-high = traumatisme violent
trauma-unknown = traumatisme inconnu
route-oral = voie orale
route-iv = voie intraveineuse
route-sc = voie sous-cutanée
tbs-normal = normal
tbs-partially_degraded = partiellement dégradé
tbs-degraded = dégradé

diagnosis-normal = Densité osseuse normale
diagnosis-low_bone_mass = Densité osseuse basse (ostéopénie)
diagnosis-osteoporosis = Ostéoporose
diagnosis-severe_osteoporosis = Ostéoporose sévère (avérée)
diagnosis-below_expected_for_age = Densité osseuse inférieure à celle attendue pour l'âge
diagnosis-within_expected_for_age = Densité osseuse dans les limites attendues pour l'âge
diagnosis-undetermined = Diagnostic impossible à affirmer

recommendation-no_drug = pas de médicament
recommendation-measure_bmd = mesurer la densité osseuse
recommendation-calculate_frax = calculer le FRAX
recommendation-consider = envisager un traitement
recommendation-specialist_advice = demander un avis spécialisé
recommendation-treat = traiter
recommendation-treat_anabolic_first = traiter, par un anabolique d'abord
recommendation-undetermined = on ne peut pas conclure
recommendation-not_applicable = sans objet
tier-oral_bisphosphonate_first = un bisphosphonate oral d'abord
tier-intravenous = un traitement intraveineux
tier-parenteral_or_anabolic = un traitement parentéral ou anabolique
tier-anabolic_or_potent = un anabolique ou un antirésorptif puissant
priority-very_high = très haute
priority-high = haute
priority-intermediate = intermédiaire
priority-low = basse
priority-undetermined = indéterminée
safety-status-allowed = Permis selon les règles connues ici
safety-status-caution = Prudence
safety-status-blocked = À ne pas donner
safety-status-unknown = On ne peut pas conclure
access-status-reimbursed = remboursé
access-status-not_reimbursed = non remboursé
access-status-not_licensed = sans autorisation
access-status-unknown = inconnu
course-continue = à poursuivre
course-extend = à prolonger
course-pause = à suspendre
course-stop = à arrêter
course-switch = à remplacer
course-due = à faire
course-overdue = en retard
course-failure = échec du traitement
course-not_failure = pas d'échec du traitement
course-cannot_be_said = on ne peut pas conclure
test-status-due = à prescrire
test-status-pending = résultat attendu
test-status-unremarkable = sans particularité
test-status-flagged = anormal
test-status-not_judged = ne peut être interprété

outcome-any = toute fracture ostéoporotique
outcome-hip = fracture de la hanche
outcome-mof = fracture ostéoporotique majeure
outcome-vertebral = fracture vertébrale
outcome-nonvertebral = fracture non vertébrale
outcome-vertebral_or_hip = fracture vertébrale ou de la hanche
outcome-any_clinical = toute fracture clinique
outcome-low_bone_density = densité osseuse basse à la DXA
outcome-death = décès

## Ce que le moteur dit en anglais

flag-class_depends_on_rounding = le T-score arrondi et le T-score exact donnent deux classes différentes
flag-printed_t_differs = le T-score imprimé n'est pas celui que sa référence donne à partir de la DMO imprimée
flag-printed_t_fits_male_reference = le T-score imprimé correspond à une référence masculine ; l'ISCD demande la référence féminine
flag-printed_t_fits_other_reference = le T-score imprimé correspond à une autre référence que celle qui s'applique
flag-printed_t_unchecked = le T-score imprimé ne peut pas être vérifié : aucune référence n'est connue pour lui
flag-printed_z_differs = le Z-score imprimé n'est pas le nôtre ; les appareils utilisent une autre référence par âge
flag-database_not_stated = la base de référence du compte rendu n'est pas précisée ; celle du fabricant a été prise
flag-database_not_recognised = la base de référence du compte rendu n'est pas connue ici
flag-model_not_recognised = le modèle de l'appareil n'est pas connu ici
flag-manufacturer_conflicts_with_model = ce modèle est d'un autre fabricant
flag-database_names_male_reference = le compte rendu cite une référence masculine ; l'ISCD demande la référence féminine
flag-vertebrae_read_as_l1_l4 = les vertèbres ne sont pas précisées ; lues comme L1-L4
flag-vertebra_exclusion_proposed = une vertèbre dépasse ses voisines de plus de 1,0 en T-score ; le lecteur décide
flag-proposed_subset = ce que serait le rachis sans les vertèbres dont l'exclusion est proposée ; non utilisé
flag-combined_from_vertebrae = somme des CMO sur somme des surfaces des vertèbres gardées
flag-precision_iscd_minimum = intervalle selon la précision minimale de l'ISCD, non celle du centre
flag-z_from_standardised_bmd = le Z-score passe par la DMO standardisée, avec son erreur
flag-z_reference_white_only = la référence par âge est celle de personnes blanches ; il n'y en a pas d'autre
flag-z_reference_all_groups = origine non précisée ou sans table : référence de tous les groupes
flag-z_reference_small_cell = moins de 100 personnes derrière cette référence par âge
flag-duplicate_region = l'examen donne ce site plus d'une fois ; le plus bas est classé
flag-reference_unverified = cette alerte ou ce score repose sur une valeur citée de mémoire et non vérifiée
flag-caller_reference = référence fournie par l'utilisateur
flag-standardised_bmd_reference = T-score d'une DMO standardisée
flag-printed_z_weight_matched_amputation = après une amputation, un Z-score imprimé ajusté sur le poids ne vaut pas
flag-mean_of_hips_for_change_only = la moyenne des deux hanches ne sert qu'à l'évolution ; elle n'est pas classée
flag-bmd_is_not_bmc_over_area = la DMO n'est pas le CMO divisé par la surface
flag-printed_t_withheld = l'appareil a imprimé un T-score là où il n'en faut pas
flag-single_vertebra_not_classed = une vertèbre seule ne sert qu'à la comparer à ses voisines ; aucune classe ne repose sur elle
flag-vertebrae_not_compared = pas de référence par vertèbre : l'écart d'une vertèbre à ses voisines n'a pas été vérifié

withheld-man_under_50 = avant 50 ans, un homme se juge au Z-score (ISCD)
withheld-premenopausal = avant la ménopause, une femme se juge au Z-score (ISCD)
withheld-menopausal_status_unknown = avant 50 ans, le T-score suppose de savoir la ménopause acquise
withheld-transgender_under_50 = avant 50 ans, les personnes transgenres se jugent au Z-score (ISCD 2019)
withheld-under_20 = pas de T-score avant 20 ans
withheld-under_20_needs_lms = avant 20 ans, un Z-score demande les L, M et S de l'utilisateur
withheld-no_bmd = aucune DMO n'est donnée
withheld-manufacturer_not_stated = le fabricant de l'appareil n'est pas précisé, et les références sont celles du fabricant
withheld-no_reference = aucune référence n'est connue pour ce fabricant, cette base et ce site
withheld-model_not_stated = la référence de ce fabricant dépend du modèle ou de la version de la base : à préciser
withheld-not_recognised = le modèle ou la base n'est pas connu ici, et aucun autre n'est pris à sa place
withheld-excluded_by_reader = le lecteur a exclu ce site
withheld-contains_excluded_vertebra = il contient une vertèbre que le lecteur a exclue
withheld-single_vertebra = aucun score du rachis ne repose sur une seule vertèbre
withheld-no_areas = une partie des vertèbres est une somme de CMO sur une somme de surfaces, et les surfaces manquent
withheld-fewer_than_two_vertebrae = il reste moins de deux vertèbres
withheld-hip_prosthesis = cette hanche porte une prothèse
withheld-amputation = après une amputation, les scores liés au poids et au corps entier ne valent pas
withheld-no_age_reference = aucune référence par âge n'est connue pour ce sexe, cette origine, ce site et ce fabricant
withheld-age_beyond_reference = la référence par âge ne va pas jusqu'à cet âge

change-at_least_lsc = la variation atteint la plus petite variation significative (2,77 x erreur de précision)
change-below_lsc = la variation est inférieure à la plus petite variation significative (2,77 x erreur de précision)
change-cross_calibrated = les appareils diffèrent ; la variation significative généralisée de leur calibration croisée a servi
change-mode_not_stated = aucun examen ne précise son mode ; pris comme le même
change-side_not_stated = aucun examen ne précise son côté ; pris comme le même
change-software_differs = la version du logiciel a changé entre les examens ; réanalyser le plus ancien
change-scanner_not_stated = l'appareil n'est pas identifié aux deux examens
change-scanner_differs = les appareils diffèrent, sans calibration croisée connue
change-manufacturer_differs = les fabricants diffèrent ; des valeurs converties ne servent jamais au suivi
change-mode_differs = les modes d'acquisition diffèrent, ou l'un n'est pas précisé
change-side_differs = les côtés diffèrent, ou l'un n'est pas précisé
change-vertebrae_differ = les vertèbres mesurées diffèrent ; réanalyser les deux examens avec les mêmes
change-precision_not_stated = l'erreur de précision du centre n'est pas précisée

reason-lowest_t = le plus bas des T-scores qui comptent décide
reason-lowest_z = le plus bas des Z-scores qui comptent décide
reason-fragility_fracture = une fracture de fragilité rend l'ostéoporose sévère (OMS)
reason-hip_or_vertebra_fracture = une fracture de hanche ou de vertèbre par faible traumatisme est une ostéoporose quel que soit le T-score
reason-fracture_with_low_bone_mass = une fracture de l'humérus, du bassin ou de l'avant-bras par faible traumatisme avec une densité osseuse basse est une ostéoporose
reason-fractures_unknown = on ne peut pas dire s'il y a eu une fracture de fragilité
reason-radius_for_hyperparathyroidism = le radius 33 % compte, du fait de l'hyperparathyroïdie (ISCD)
reason-radius_for_unusable_site = le radius 33 % compte, car le rachis ou la hanche n'a pas de score utilisable (ISCD)
reason-radius_not_used = le radius 33 % ne compte pas : rachis et hanche sont utilisables (ISCD)
reason-lower_hip = des deux hanches, la plus basse est classée (notre choix ; l'ISCD ne tranche pas)
reason-no_score = aucun site diagnostique n'a de score qui compte
reason-class_depends_on_rounding = le T-score à une décimale et le T-score exact donnent deux classes différentes
reason-proposed_exclusion_changes_class = sans la vertèbre dont l'exclusion est proposée, la classe serait autre
reason-earlier_diagnosis_persists = un examen antérieur était plus bas ; le diagnostic demeure
reason-entries_after_assessment_left_out = les entrées datées après l'évaluation ont été laissées de côté

guideline-flag-superseded = Remplacée par { $by }.
guideline-flag-not_yet_verified = Pas encore vérifiée dans l'article.
guideline-flag-already_treated = Éligibilité ; personne déjà traitée.
guideline-flag-frax_not_used = La probabilité FRAX fournie n'a pas été utilisée (autre pays, antérieure à la dernière fracture ou déjà ajustée).
guideline-flag-approximate_threshold = Le seuil se situe entre deux âges publiés ; il est approché.

refusal-syntax = document illisible
refusal-unknown_key = champ inconnu
refusal-wrong_type = type de valeur inattendu
refusal-not_a_choice = valeur hors liste
refusal-not_finite = valeur non numérique
refusal-not_a_date = date illisible
refusal-not_mapped = valeur non prévue
refusal-out_of_range = une donnée est hors des limites du modèle
refusal-unit_slip = erreur d'unité probable
refusal-before_birth = date antérieure à la naissance
refusal-date_order = ordre des dates impossible
refusal-missing = une donnée manque
refusal-contradiction = données contradictoires
refusal-unknown_id = identifiant inconnu
refusal-outside_population = le modèle ne concerne pas cette personne
refusal-not_usable = la valeur fournie ne peut pas être utilisée
refusal-not_published = rien n'est publié pour ce cas

value-true = oui
value-false = non
value-low = faible traumatisme
value-50-or-more = 50 ans ou plus
value-L1-L4 = L1-L4
value-the-maker-s-own = celle du fabricant
value-ISCD-s-minimum = le minimum de l'ISCD
value-current = à jour
effect-postmenopausal = avant la ménopause, un Z-score est donné et aucun diagnostic densitométrique n'est posé
effect-fractures-trauma = une fracture par traumatisme violent ne fait ni ostéoporose clinique ni ostéoporose sévère
effect-fractures-age_years = une fracture plus ancienne n'est pas comptée
effect-scans-regions-vertebrae = un autre ensemble de vertèbres a une autre référence
effect-scans-database = une base nationale a d'autres moyennes
effect-scans-precision_g_cm2 = l'erreur de précision du centre resserre ou élargit les intervalles ; l'évolution l'exige

unit-years = ans
unit-mg-a-day = mg par jour
unit-days = jours
unit-g = g
unit-cm = cm
unit-months = mois

## Champs du document

field-scans = densité osseuse
field-fractures = fractures
field-fractures-on_treatment = fracture sous traitement
field-fractures-trauma = traumatisme d'une fracture
field-fractures-age_years = âge à la fracture
field-fractures-date = date d'une fracture
field-frax-mof_percent = FRAX, fracture majeure
field-frax-hip_percent = FRAX, fracture de la hanche
field-frax-with_bmd = si le FRAX tient compte de la densité osseuse
field-frax-model = pays du FRAX
field-frax-date = date du FRAX
field-age_years = âge
field-sex = sexe
field-postmenopausal = statut ménopausique
field-bmi_kg_m2 = indice de masse corporelle
field-bmi = indice de masse corporelle
field-height_cm = taille
field-weight_kg = poids
field-scans-regions-vertebrae = vertèbres
field-scans-database = base de référence
field-scans-precision_g_cm2 = erreur de précision
field-spine_imaging = imagerie du rachis
field-treatments = traitements
field-labs = résultats biologiques
field-assessed_on = date de l'évaluation
field-risk_factors-parental_hip_fracture = fracture de hanche d'un parent
field-risk_factors-maternal_hip_fracture = fracture de hanche de la mère
field-risk_factors-parental_osteoporosis = ostéoporose d'un parent
field-risk_factors-current_smoker = tabagisme actuel
field-risk_factors-smoking = tabagisme
field-risk_factors-cigarettes_per_day = cigarettes par jour
field-risk_factors-alcohol_units_per_day = alcool, unités par jour
field-risk_factors-alcohol_g_per_day = alcool, g par jour
field-risk_factors-glucocorticoid = corticothérapie
field-risk_factors-glucocorticoid-mg_per_day = dose de corticoïde
field-risk_factors-glucocorticoid-days = durée de la corticothérapie
field-risk_factors-glucocorticoid-planned_days = durée prévue de la corticothérapie
field-risk_factors-glucocorticoid-current = corticothérapie en cours
field-risk_factors-rheumatoid_arthritis = polyarthrite rhumatoïde
field-risk_factors-systemic_lupus = lupus systémique
field-risk_factors-falls_past_year = chutes dans l'année
field-risk_factors-injurious_falls = chute avec blessure
field-risk_factors-frailty = fragilité gériatrique
field-risk_factors-type_1_diabetes = diabète de type 1
field-risk_factors-type_2_diabetes = diabète de type 2
field-risk_factors-type_2_diabetes_years = ancienneté du diabète de type 2 (ans)
field-risk_factors-copd = BPCO
field-risk_factors-asthma = asthme
field-risk_factors-cardiovascular_disease = maladie cardiovasculaire
field-risk_factors-heart_failure = insuffisance cardiaque
field-risk_factors-stroke = accident vasculaire cérébral
field-risk_factors-chronic_liver_disease = maladie chronique du foie
field-risk_factors-chronic_kidney_disease = maladie rénale chronique
field-risk_factors-malabsorption = malabsorption
field-risk_factors-inflammatory_bowel_disease = maladie inflammatoire de l'intestin
field-risk_factors-coeliac_disease = maladie cœliaque
field-risk_factors-gastrectomy = gastrectomie
field-risk_factors-bariatric_surgery = chirurgie bariatrique
field-risk_factors-hyperparathyroidism = hyperparathyroïdie
field-risk_factors-hyperthyroidism = hyperthyroïdie
field-risk_factors-cushing = syndrome de Cushing
field-risk_factors-hypogonadism = hypogonadisme
field-risk_factors-premature_menopause = ménopause avant 45 ans
field-risk_factors-growth_hormone_deficiency = déficit en hormone de croissance
field-risk_factors-hyponatraemia = hyponatrémie
field-risk_factors-hiv = infection par le VIH
field-risk_factors-aromatase_inhibitor = inhibiteur de l'aromatase
field-risk_factors-androgen_deprivation = suppression androgénique
field-risk_factors-proton_pump_inhibitor = inhibiteur de la pompe à protons
field-risk_factors-opioid = opioïde
field-risk_factors-antidepressant = antidépresseur
field-risk_factors-depression = dépression
field-risk_factors-epilepsy_or_anticonvulsant = épilepsie ou antiépileptique
field-risk_factors-dementia = démence
field-risk_factors-parkinson = maladie de Parkinson
field-risk_factors-multiple_sclerosis = sclérose en plaques
field-risk_factors-immobility = immobilisation
field-risk_factors-care_home = vie en établissement
field-risk_factors-any_cancer = cancer
field-risk_factors-mgus = gammapathie monoclonale de signification indéterminée
field-risk_factors-axial_spondyloarthritis = spondyloarthrite axiale
field-risk_factors-oestrogen_hrt = œstrogènes substitutifs
field-risk_factors-oestrogen_ever = œstrogènes, un jour
field-risk_factors-oestrogen_deficiency = carence œstrogénique
field-risk_factors-height_loss_cm = perte de taille (cm)
field-risk_factors-needs_arms_to_rise = s'aide des bras pour se lever
field-risk_factors-walking_speed_m_s = vitesse de marche (m/s)
field-risk_factors-poor_tandem_walk = marche en tandem difficile
field-risk_factors-timed_up_and_go_s = timed up and go (s)
field-risk_factors-amts_score = score AMTS
field-risk_factors-mmse_score = score MMSE
field-risk_factors-primary_osteoporosis = ostéoporose primitive
field-history-myocardial_infarction_or_stroke = infarctus du myocarde ou accident vasculaire cérébral
field-history-months_since_myocardial_infarction_or_stroke = mois depuis l'infarctus ou l'accident vasculaire
field-history-coronary_artery_disease = maladie coronaire
field-history-venous_thromboembolism = maladie veineuse thromboembolique
field-history-skeletal_malignancy = tumeur osseuse maligne
field-history-skeletal_radiotherapy = radiothérapie du squelette
field-history-paget_disease = maladie osseuse de Paget
field-history-oesophageal_disorder = maladie de l'œsophage
field-history-cannot_sit_upright = ne peut rester assis une demi-heure
field-history-dental_extraction_planned = extraction dentaire prévue
field-history-atypical_femoral_fracture = fracture fémorale atypique
field-history-osteonecrosis_of_jaw = ostéonécrose de la mâchoire
field-history-pregnant = grossesse
field-history-pregnancy_possible = grossesse possible
field-history-breastfeeding = allaitement
field-history-hypophosphatasia = hypophosphatasie
field-history-osteomalacia = ostéomalacie
field-history-hypercalcaemia = hypercalcémie
field-history-unexplained_high_alp = phosphatases alcalines élevées inexpliquées
field-history-urolithiasis = lithiase urinaire
field-history-dialysis = dialyse
field-history-kidney_transplant = greffe rénale
field-history-breast_cancer = cancer du sein
field-history-vasomotor_symptoms = troubles climatériques
field-history-hip_prosthesis_left = prothèse de hanche gauche
field-history-hip_prosthesis_right = prothèse de hanche droite
field-history-spinal_hardware = matériel rachidien
field-history-amputation = amputation
field-history-bmd_not_possible = densité osseuse non mesurable
field-history-oral_bisphosphonate_unsuitable = bisphosphonate oral inadapté
field-history-palliative_care = soins palliatifs

site-proximal_femur = hanche
site-vertebra = vertèbre
site-upper_thoracic_vertebra = vertèbre thoracique haute
site-cervical_vertebra = vertèbre cervicale
site-pelvis = bassin
site-sacrum = sacrum
site-proximal_humerus = humérus proximal
site-humeral_shaft = diaphyse humérale
site-humerus_unspecified = humérus
site-elbow = coude
site-distal_forearm = poignet
site-forearm_shaft = diaphyse de l'avant-bras
site-forearm_unspecified = avant-bras
site-distal_femur = fémur distal
site-femoral_shaft = diaphyse fémorale
site-subtrochanteric = fémur sous-trochantérien
site-femur_unspecified = fémur
site-proximal_tibia = tibia proximal
site-tibia_fibula_shaft = diaphyse de la jambe
site-ankle = cheville
site-heel = talon
site-ribs_multiple = trois côtes ou plus
site-rib_single = une côte
site-ribs_unspecified = côtes
site-clavicle = clavicule
site-scapula = scapula
site-sternum = sternum
site-patella = patella
site-hand = main
site-finger = doigt
site-foot = pied
site-toe = orteil
site-skull = crâne
site-face = face
site-unspecified = site non précisé
drug-alendronate = alendronate
drug-risedronate = risédronate
drug-ibandronate = ibandronate
drug-zoledronate = zolédronate
drug-denosumab = dénosumab
drug-teriparatide = tériparatide
drug-abaloparatide = abaloparatide
drug-romosozumab = romosozumab
drug-raloxifene = raloxifène
drug-menopausal_hormone_therapy = traitement hormonal de la ménopause
drug-calcium = calcium
drug-vitamin_d = vitamine D
drug-other = autre médicament
drug-unspecified = médicament non précisé

test-calcium = calcémie
test-calcium_corrected = calcémie corrigée
test-albumin = albuminémie
test-phosphate = phosphatémie
test-alp = phosphatases alcalines
test-creatinine = créatininémie
test-egfr = débit de filtration glomérulaire estimé
test-crcl = clairance de la créatinine
test-vitamin_d_25oh = 25-hydroxyvitamine D
test-pth = parathormone
test-tsh = TSH
test-haemoglobin = hémoglobine
test-platelets = plaquettes
test-leucocytes = leucocytes
test-crp = CRP
test-esr = vitesse de sédimentation
test-testosterone = testostérone
test-free_testosterone = testostérone libre
test-bioavailable_testosterone = testostérone biodisponible
test-ctx = CTX
test-p1np = P1NP
test-serum_protein_electrophoresis = électrophorèse des protéines sériques
test-free_light_chains = chaînes légères libres
test-sodium = natrémie
test-potassium = kaliémie
test-magnesium = magnésémie
test-ast = ASAT
test-alt = ALAT
test-ggt = gamma-GT
test-ferritin = ferritine
test-transferrin_saturation = saturation de la transferrine
test-ttg_iga = IgA anti-transglutaminase
test-cortisol_after_dexamethasone = cortisol après dexaméthasone
test-calcium_urine_24h = calciurie des 24 heures
test-tryptase = tryptase
test-spine_imaging = imagerie du rachis
test-weight_kg = poids
test-full_blood_count = numération formule sanguine

## Faits des règles

fact-lowest_t = T-score le plus bas du rachis et de la hanche
fact-lowest_t_of_four = T-score le plus bas du rachis, de la hanche et du radius 33 %
fact-t_femoral_neck = T-score du col fémoral
fact-t_total_hip = T-score de la hanche totale
fact-lowest_z = Z-score le plus bas du rachis et de la hanche
fact-bmd_measured = densité osseuse du rachis ou de la hanche
fact-fragility_fracture = fracture de fragilité
fact-hip_fracture = fracture de fragilité de la hanche
fact-hip_or_vertebral_fracture = fracture de fragilité de la hanche ou d'une vertèbre
fact-vertebral_fracture = fracture vertébrale
fact-vertebral_fracture_24_months = fracture vertébrale depuis moins de 24 mois
fact-humerus_pelvis_forearm_fracture = fracture de fragilité de l'humérus proximal, du bassin ou du poignet
fact-vertebral_fractures = nombre de fractures vertébrales
fact-fracture_events = épisodes de fracture de fragilité
fact-fracture_on_treatment = fracture de fragilité sous traitement
fact-frax_mof = FRAX fracture majeure
fact-frax_hip = FRAX hanche
fact-frax_with_bmd = FRAX avec densité osseuse
fact-glucocorticoid = corticothérapie
fact-glucocorticoid_mg_per_day = dose de corticoïde
fact-glucocorticoid_days = jours de corticothérapie, faits ou prévus
fact-age = âge
fact-female = femme
fact-postmenopausal = femme ménopausée
fact-falls_past_year = chutes dans l'année
fact-bmd_not_possible = densité osseuse non mesurable
fact-parental_hip_fracture = fracture de hanche d'un parent
