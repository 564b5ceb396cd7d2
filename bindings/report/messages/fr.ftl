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
section-next-dxa = Prochaine DXA
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
column-z = Z-score (percentile)
t-interval = { $t } ({ $low } à { $high })
t-printed = { $t } (imprimé)
z-percentile = { $z } ({ $percentile })
percentile = percentile { $value }
score-bmd = DMO { $bmd } g/cm²
score-t = { $source ->
    [printed] T-score { $t } tel qu'imprimé
   *[computed] T-score { $t }
 }
score-interval = intervalle à 95 % de { $low } à { $high } selon l'erreur de précision
score-z = Z-score { $z }
score-printed = T-score imprimé { $t }
score-computed = { $t } selon notre calcul
score-sbmd = DMO standardisée { $value } mg/cm²
score-proposal = { $name }, sans la vertèbre dont l'exclusion est proposée
score-prior = { $name }, examen antérieur ({ $date })
score-reference = T-score selon { $id }
score-z-reference = Z-score selon { $id }
no-score = pas de score
no-t-because = Pas de T-score : { $why }.
no-z-because = Pas de Z-score : { $why }.
no-t = Pas de T-score ({ $names }) : { $why }.
no-z = Pas de Z-score ({ $names }) : { $why }.
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
points = { $count ->
    [one] { $points } point
   *[other] { $points } points
 }
range-points = de { $low } à { $high } points selon ce qui est inconnu
at-cut-off = seuil publié atteint
below-cut-off = seuil publié non atteint
risk-unverified = chiffres pas encore vérifiés dans l'article
risk-assumed = Inconnu, et lu comme le modèle le prévoit : { $list }.
assumed = { $field } : lu comme « { $read } » ; sinon : { $effect }.

no-country = Aucun pays n'est indiqué ; ces recommandations concernent cette personne :
no-national-guideline = Aucune recommandation de ce pays ne concerne cette personne ; celles-ci, oui :
also = { $first } ; de plus, { $also }
because = Motif : { $why }.
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
asks-margin = { $fact } : { $value } pour un seuil { $limit }, soit { $side ->
    [above] { $margin } au-dessus du seuil
    [below] { $margin } au-dessous du seuil
   *[at] exactement le seuil
 }
asks-limit-met = { $fact } : valeur exacte inconnue, mais { $limit } de façon certaine
asks-limit-missed = { $fact } : valeur exacte inconnue, mais certainement pas { $limit }
asks-limit = { $fact } : { $value } pour un seuil { $limit }
rule-unverified = Cette règle n'est pas encore vérifiée dans l'article.

course-line = { $drug } ({ $rule }), { $status } : { $text }
course-due-on = Échéance : { $date }.
safety-line = { $verdict } : { $drugs }. { $why }
safety-line-alone = { $verdict } : { $drugs }.
safety-other = { $drugs } : { $why }
access-line = { $drug } ({ $jurisdiction }), { $status } : { $text }

priority-within = Priorité { $priority } : à voir dans les { $weeks } semaines (classement propre à ce logiciel, non issu d'une recommandation).
priority-alone = Priorité { $priority } (classement propre à ce logiciel, non issu d'une recommandation).
next-dxa-unsaid = Aucune date recommandée.
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
    [own] {" "}; barres : plus petite variation significative.
    [minimum] {" "}; barres en tirets : plus petite variation significative selon la précision minimale de l'ISCD, celle du centre n'étant pas précisée.
    [both] {" "}; barres : plus petite variation significative ; en tirets : selon la précision minimale de l'ISCD, celle du centre n'étant pas précisée.
   *[no] {" "}; pas de barre, l'erreur de précision n'étant pas précisée.
 }{ $apart ->
    [yes] {" "}Les examens qui ne peuvent être comparés ne sont pas reliés.
   *[no] {""}
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
safety-status-unknown = On ne peut pas encore conclure
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
guideline-flag-already_treated = Éligibilité seule : personne déjà traitée.
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
field-frax-mof_percent = FRAX de fracture majeure
field-frax-hip_percent = FRAX de fracture de la hanche
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
field-risk_factors-alcohol_units_per_day = unités d'alcool par jour
field-risk_factors-alcohol_g_per_day = grammes d'alcool par jour
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
field-history-cannot_sit_upright = impossibilité de rester assis une demi-heure
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
fact-male = homme
fact-body_mass_index_not_stated = indice de masse corporelle non indiqué
fact-postmenopausal = femme ménopausée
fact-falls_past_year = chutes dans l'année
fact-bmd_not_possible = densité osseuse non mesurable
fact-parental_hip_fracture = fracture de hanche d'un parent

## Faits propres à une recommandation

fact-alcohol_units_per_day = alcool, unités par jour
fact-alcohol_units_per_week = alcool, unités par semaine
fact-bhof_risk_factor = facteur de risque de fracture
fact-bmd_or_percent_measured = densité osseuse du rachis ou de la hanche
fact-bmi = indice de masse corporelle
fact-bmi_kg_m2 = indice de masse corporelle
fact-clinical_risk_factors = nombre de facteurs de risque cliniques
fact-course_completed = fin d'une séquence de traitement
fact-current_smoker = tabagisme actuel
fact-dvo2023_body_mass_index_read = indice de masse corporelle non précisé
fact-dvo2023_hangs_on_age_row = autre palier dans l'autre ligne d'âge
fact-dvo2023_may_be_below_3 = risque à trois ans peut-être inférieur à 3 %
fact-dvo2023_percent_reached = risque à trois ans atteint dans les tables
fact-dvo2023_tier_open = palier dépendant de facteurs inconnus
fact-earlier_osteoporosis = ostéoporose à un T-score antérieur
fact-ever_treated = traitement de l'ostéoporose, actuel ou passé
fact-femoral_neck_measured = densité osseuse du col fémoral
fact-fracture_events_from_40 = épisodes de fracture de fragilité après 40 ans
fact-fracture_on_glucocorticoid = fracture de fragilité sous corticothérapie prolongée
fact-fragility_fracture_12_months = fracture de fragilité depuis moins de 12 mois
fact-fragility_fracture_24_months = fracture de fragilité depuis moins de 24 mois
fact-fragility_fracture_from_40 = fracture de fragilité après 40 ans
fact-frailty_or_fall_risk = fragilité gériatrique ou risque de chute
fact-frax_hip_gc_adjusted = FRAX hanche, ajusté sur la dose de corticoïde
fact-frax_mof_for_the_dose = FRAX fracture majeure, ajusté sur la dose de corticoïde
fact-frax_mof_gc_adjusted = FRAX fracture majeure, ajusté sur la dose de corticoïde
fact-frax_mof_without_bmd = FRAX fracture majeure sans densité osseuse
fact-glucocorticoid_above_5_mg_new = corticothérapie de plus de 5 mg par jour pendant plus de 3 mois, commencée ou augmentée depuis moins de 12 mois
fact-glucocorticoid_days_past_year = jours de corticothérapie dans l'année
fact-glucocorticoid_g_per_year = dose cumulée de corticoïde
fact-glucocorticoid_g_per_year_stated = dose cumulée de corticoïde précisée
fact-glucocorticoid_mg_per_day_past_year = dose de corticoïde dans l'année
fact-hip_fracture_12_months = fracture de hanche depuis moins de 12 mois
fact-hip_or_vertebral_fracture_from_40 = fracture de fragilité de la hanche ou d'une vertèbre après 40 ans
fact-hypogonadism_outside_prostate_cancer = hypogonadisme hors cancer de la prostate
fact-injurious_falls = chutes avec blessure
fact-japan2015_other_fracture = fracture de fragilité d'une côte, du bassin, de l'humérus proximal, du poignet ou de la jambe
fact-known_osteoporosis = ostéoporose connue
fact-lowest_t_beside_percent = T-score le plus bas du rachis et de la hanche
fact-lowest_t_from_40 = T-score le plus bas du rachis et de la hanche, avant 50 ans aussi
fact-menopause_age = âge à la ménopause
fact-no_frax = pas de probabilité FRAX
fact-non_severe_fracture = fracture non sévère
fact-orai_points = ORAI
fact-oral_bisphosphonate_unsuitable = bisphosphonate oral inadapté
fact-osiris_points = OSIRIS
fact-osteoporosis_risk_factor = facteur de risque d'ostéoporose
fact-ost_points = OST
fact-percent_young_adult = pourcentage le plus bas de la moyenne de l'adulte jeune, rachis et hanche
fact-premature_menopause = ménopause précoce
fact-score_points = SCORE
fact-secondary_cause = cause secondaire d'ostéoporose
fact-secondary_osteoporosis = maladie responsable d'une ostéoporose secondaire
fact-severe_fracture = fracture sévère
fact-severe_vertebral_fracture_24_months = fracture vertébrale sévère depuis moins de 24 mois
fact-significant_bone_loss = perte osseuse supérieure à la plus petite variation significative
fact-t_lumbar_spine = T-score du rachis lombaire
fact-vertebral_fracture_12_months = fracture vertébrale depuis moins de 12 mois

## Catégories des recommandations

category-assess = à évaluer
category-b = grade B
category-eligible = éligible
category-high = risque élevé
category-insufficient_evidence = preuves insuffisantes
category-intermediate = risque intermédiaire
category-low = risque faible
category-low_bone_mass = densité osseuse basse
category-moderate = risque modéré
category-no_fracture = sans fracture
category-non_severe_fracture = fracture non sévère
category-none = aucune
category-not_eligible = non éligible
category-not_high = risque non élevé
category-osteoporosis = ostéoporose
category-recommend = recommandé
category-severe_fracture = fracture sévère
category-suggest = suggéré
category-treat_now = traiter sans attendre
category-very_high = risque très élevé
category-lt3 = moins de 3 % à trois ans
category-3_to_5 = 3 à 5 % à trois ans
category-5_to_10 = 5 à 10 % à trois ans
category-ge10 = 10 % ou plus à trois ans

## Qui une recommandation concerne

outside-bhof2022-population = elle concerne les femmes ménopausées et les hommes de 50 ans ou plus
outside-grio2018_women-population = elle concerne les femmes ménopausées
outside-grio2021_men-population = elle concerne les hommes
outside-nice_ta464-population = elle concerne les adultes
outside-giop_france_2014-population = elle concerne les femmes ménopausées et les hommes de 50 ans ou plus
outside-giop_france_2014-glucocorticoid = elle concerne les personnes sous corticothérapie
outside-giop_france_2014-three_months = elle concerne les corticothérapies de trois mois ou plus, faites ou prévues
outside-has2023-population = elle concerne les femmes ménopausées
outside-nogg2024_giop-population-glucocorticoid = elle concerne les personnes qui prennent ou commencent un corticoïde
outside-nogg2024_giop-population-age = elle concerne les femmes ménopausées et les hommes de 50 ans ou plus, et toute personne ayant une fracture de fragilité
outside-nogg2024-population-age = elle concerne les personnes de 50 ans ou plus
outside-nogg2024-population-menopause = elle concerne les femmes ménopausées et les hommes
outside-esceo2019-population-menopause = elle concerne les femmes ménopausées
outside-esceo2019-population-age = ses seuils commencent à 40 ans
outside-endocrine2020-population = elle concerne les femmes ménopausées
outside-uspstf2018-age = elle concerne les adultes de 40 ans ou plus
outside-uspstf2018-no_osteoporosis = elle concerne le dépistage, et l'ostéoporose est connue
outside-uspstf2018-no_fracture = elle concerne le dépistage, et il y a eu une fracture de fragilité
outside-uspstf2018-no_secondary_cause = elle concerne les personnes sans cause secondaire, et une est indiquée
outside-aace2020-population = elle concerne les femmes ménopausées de 50 ans ou plus
outside-acp2023-population = elle concerne les femmes ménopausées et les hommes, dont le T-score parle à partir de 50 ans
outside-acp2023-primary = elle concerne l'ostéoporose primitive, et une cause secondaire est indiquée
outside-acr2022_giop-adult = ses règles pour l'enfant ne figurent pas ici
outside-acr2022_giop-population = elle concerne les personnes recevant 2,5 mg de prednisolone par jour ou plus pendant plus de trois mois, ou 30 mg ou plus pendant plus de 30 jours, faits ou prévus
outside-dvo2023-population = elle concerne les femmes ménopausées et les hommes de 50 ans ou plus
outside-dvo2023-age = ses tables commencent à 50 ans
outside-japan2015-population = elle concerne l'ostéoporose primitive des femmes ménopausées et des hommes de 50 ans ou plus
outside-osteoporosis_canada2023-population = elle concerne les femmes ménopausées et les hommes de 50 ans ou plus
outside-caroc2010-population = elle concerne les femmes ménopausées et les hommes
outside-caroc2010-age = sa table commence à 50 ans

## Remarques des recommandations

guideline-flag-frax_below_threshold = Le FRAX est inférieur au seuil de l'âge et n'appuie pas un traitement.
guideline-flag-zoledronate_first = Après une fracture de hanche, le zolédronate vient d'abord.
guideline-flag-teriparatide_possible = Après deux fractures vertébrales ou plus, le tériparatide est possible.
guideline-flag-bisphosphonate_first = Un bisphosphonate vient d'abord ; le dénosumab le suit.
guideline-flag-look_for_another_cause = Fracture sévère avec tous les T-scores supérieurs à -1 : chercher une autre cause de fragilité osseuse.
guideline-flag-bmd_not_possible = La densité osseuse ne peut être mesurée, et le tableau ne se lit pas sans elle : un spécialiste décide.
guideline-flag-glucocorticoids_entered = Le FRAX appuie un traitement s'il a été calculé avec la corticothérapie.
guideline-flag-frax_above_90 = Le FRAX s'arrête à 90 ans : CG146 tient à haut risque les personnes plus âgées que l'outil ne l'admet.
guideline-flag-recent_fracture = Une fracture de fragilité récente avec plusieurs facteurs de risque fait un risque très élevé selon le jugement du clinicien, qu'aucune règle ne remplace ici.
guideline-flag-mean_of_five_countries = Les seuils sont la moyenne de la France, de l'Allemagne, de l'Italie, de l'Espagne et du Royaume-Uni, et d'aucun pays seul ; un FRAX d'un autre pays ne leur est pas comparé.
guideline-flag-two_readings = À 70-74 ans les seuils publiés se contredisent : de 17,6 à 17,9 % et de 21,1 à 21,5 % la catégorie ne peut être dite.
guideline-flag-floor_of_cost_effectiveness = 1 % est un plancher de coût-efficacité, non un seuil de traitement : à lire avec NOGG.
guideline-flag-frax_over_limit_without_low_bone_mass = Le FRAX dépasse un seuil que le guide n'applique qu'à la densité basse ; le T-score est supérieur à -1,0 : au clinicien de juger.
guideline-flag-romosozumab_an_option = La mise à jour de 2020 nomme le romosozumab pour un T-score inférieur à -2,5 avec fractures et pour plusieurs fractures vertébrales, hors haut risque cardiovasculaire.
guideline-flag-bone_density_not_measured = La densité osseuse n'a pas été mesurée : l'ostéoporose n'est ni affirmée ni exclue.
guideline-flag-denosumab_second_line = Si un bisphosphonate est contre-indiqué ou mal toléré, le dénosumab est suggéré.
guideline-flag-very_high_risk_woman = Chez une femme à risque très élevé, le romosozumab ou le tériparatide est suggéré, puis un bisphosphonate ; « très élevé » n'a pas de seuil.
guideline-flag-frax_adjusted_for_dose = Au-delà de 7,5 mg par jour, le FRAX est relevé de 15 %, celui de la hanche de 20 %.
guideline-flag-cumulative_dose_reckoned = La dose cumulée n'est pas précisée ; elle est comptée comme la dose du jour fois les jours d'une année.
guideline-flag-start_promptly = Après une fracture de hanche ou de vertèbre par faible traumatisme, le traitement commence sans tarder, quoi que disent les tables.
guideline-flag-consider_with_trigger = De 3 à moins de 5 %, un traitement peut être envisagé si un facteur est fort, irréversible ou rend une fracture imminente.
guideline-flag-imminent_hip_fracture = Risque imminent : fracture de hanche depuis moins de 12 mois.
guideline-flag-imminent_vertebral_fracture = Risque imminent : fracture vertébrale depuis moins de 12 mois.
guideline-flag-imminent_falls = Risque imminent : deux chutes ou plus en 12 mois.
guideline-flag-imminent_glucocorticoid = Risque imminent : corticothérapie de plus de 5 mg par jour pendant plus de 3 mois, commencée ou augmentée depuis moins de 12 mois.
guideline-flag-age_row = Un autre palier serait atteint dans l'autre ligne d'âge ; la règle entre deux lignes n'est pas connue (option dvo_age_row).
guideline-flag-body_mass_index_not_stated = L'indice de masse corporelle n'est pas précisé ; tout facteur ayant été demandé, il est lu comme non bas.
guideline-flag-tier_open = Le palier dépend de ce qui est inconnu : voir dvo2023 parmi les risques.
guideline-flag-primary_osteoporosis_only = Les critères parlent d'ostéoporose primitive ; sous corticoïdes, d'autres règles valent.
guideline-flag-image_the_spine = Une imagerie du rachis est due : aucune fracture vertébrale connue, et T-score de -2,5 ou moins à 65 ans ou plus, ou probabilité à dix ans de 15 à 19,9 %.
guideline-flag-caroc_may_stand_for_frax = La catégorie CAROC (caroc2010) remplace le FRAX s'il manque.
guideline-flag-anabolic_advice = Un avis spécialisé sur un anabolique est demandé : fracture vertébrale sévère depuis moins de 24 mois ou plus d'une, et T-score de -2,5 ou moins.
guideline-flag-men_by_the_reference_of_women = La table lit le T-score d'un homme selon la référence des femmes blanches, comme ce moteur.
guideline-flag-row_of_85 = La table s'arrête à 85 ans : sa dernière ligne a été prise.

## Priorité

triage-guideline_very_high = une recommandation applicable dit le risque très élevé ou met un anabolique d'abord
triage-recent_hip_or_vertebral_fracture_untreated = fracture de hanche ou de vertèbre depuis moins de 24 mois, sans traitement : ne pas attendre l'ostéodensitométrie
triage-denosumab_overdue = la dose suivante de dénosumab est en retard
triage-atypical_femoral_fracture_until_excluded = une fracture de la diaphyse fémorale sous antirésorptif est atypique jusqu'à preuve du contraire
triage-guideline_treat = une recommandation applicable dit de traiter
triage-recent_major_fracture = fracture de fragilité d'un site majeur depuis moins de 24 mois
triage-guideline_measure_bmd = une recommandation applicable demande la densité osseuse
triage-guideline_calculate_frax = une recommandation applicable demande un FRAX
triage-guideline_consider = une recommandation applicable dit d'envisager un traitement
triage-guideline_specialist_advice = une recommandation applicable demande un avis spécialisé
triage-recent_other_fracture = fracture de fragilité d'un autre site depuis moins de 24 mois
triage-fracture_of_unknown_day = une fracture de fragilité de date inconnue peut être récente
triage-guideline_undetermined = une recommandation applicable ne peut conclure, faute d'une donnée
triage-guideline_no_drug = une recommandation applicable dit : pas de médicament
triage-denosumab_with_antiresorptive_blocked = fracture fémorale atypique ou ostéonécrose de la mâchoire sous dénosumab, qui ne peut être ni poursuivi ni arrêté sans relais : avis spécialisé immédiat
triage-treated_with_antiresorptive_blocked = fracture fémorale atypique ou ostéonécrose de la mâchoire sous antirésorptif : l'arrêter, avis spécialisé
triage-recent_fracture_in_doubt = une fracture peut-être récente compte peut-être : son mécanisme, ou les médicaments pris auparavant, ne sont pas connus
triage-antiresorptive_blocked = antécédent de fracture fémorale atypique ou d'ostéonécrose de la mâchoire : pas d'antirésorptif sans avis spécialisé
triage-osteoporosis = ostéoporose d'après le diagnostic
triage-no_guideline_applies = aucune des recommandations demandées ne concerne cette personne

## Suite à donner

step-start_treatment_now = décider du traitement maintenant, sans attendre l'ostéodensitométrie
step-specialist_now = adresser aussitôt à un spécialiste ; pas de nouvel antirésorptif d'ici là, et pas d'arrêt simple du dénosumab
step-image_both_femurs = imagerie des deux fémurs en entier
step-give_denosumab = contrôler la calcémie, puis donner sans délai la dose de dénosumab en retard, ou son relais
step-decide_treatment = décider du traitement, selon la sécurité de chaque médicament
step-anabolic_first = envisager un anabolique d'abord, avec un spécialiste
step-specialist_advice = demander un avis spécialisé
step-measure_bmd = mesurer la densité osseuse
step-calculate_frax = calculer le FRAX avec le modèle du pays
step-find_what_is_missing = rechercher ce qui manque, selon la liste de chaque recommandation
step-falls_assessment = évaluer le risque de chute
step-exercise = conseiller des exercices de force et d'équilibre
step-calcium_and_vitamin_d = vérifier les apports en calcium et en vitamine D
step-dental_check = faire contrôler les dents avant un antirésorptif puissant
step-palliative_care = soins palliatifs : décider avec la personne de ce qui lui est encore utile ; le confort passe d'abord
step-anabolic_blocked_by_denosumab = un anabolique est recommandé d'abord, mais pas directement après le dénosumab : un spécialiste décide de la séquence
step-ask_about_the_fracture = demander comment et quand la fracture est survenue, et si un bisphosphonate ou du dénosumab avait été pris avant

## Prochaine ostéodensitométrie

next-dxa-dxa_never_measured = la densité osseuse n'a jamais été mesurée et l'indication existe : maintenant
next-dxa-dxa_after_stop_grio2018 = 2 ans après la fin du traitement
next-dxa-dxa_after_pause_nogg2024 = à la réévaluation de la pause d'un bisphosphonate : 18 mois après le risédronate ou l'ibandronate, 24 après l'alendronate, 36 après le zolédronate
next-dxa-dxa_on_glucocorticoid_acr2022 = tous les 1 à 2 ans sous corticoïde, la date la plus proche est donnée (pas encore vérifié dans l'article)
next-dxa-dxa_on_treatment_grio2018 = après 2 à 3 ans de traitement, la date la plus proche est donnée
next-dxa-dxa_untreated_france = 3 à 5 ans après un premier examen sans traitement s'il y a des facteurs de risque, la date la plus proche est donnée

## Traitement en cours

course-action-continue_to_review = poursuivre jusqu'à la réévaluation, due alors
course-action-extend_to_N_years = poursuivre, jusqu'à { $n } ans en tout
course-action-pause_reassess_N_months = suspendre, et réévaluer après { $n } mois
course-action-reassess_now = réévaluer maintenant le risque de fracture : la pause est finie
course-action-dxa_in_N_months = le traitement peut s'arrêter ; mesurer la densité osseuse { $n } mois plus tard
course-action-dxa_now = mesurer la densité osseuse maintenant : elle est due après la fin du traitement
course-action-specialist_advice = ne pas arrêter selon cette règle ; demander un avis spécialisé
course-action-specialist_image_both_femurs = l'arrêter, faire l'imagerie des deux fémurs en entier, et demander un avis spécialisé avant tout autre médicament
course-action-specialist_at_once_femurs = adresser aussitôt à un spécialiste, avec imagerie des deux fémurs en entier ; ne pas l'arrêter sans relais ni date, car des vertèbres peuvent se fracturer
course-action-change_treatment = vérifier l'observance, l'absorption, les causes secondaires et la vitamine D ; puis changer : pour un antirésorptif plus puissant, de la voie orale à l'injection, ou d'un antirésorptif puissant à un anabolique (jamais directement du dénosumab au tériparatide ou à l'abaloparatide)
course-action-review_adherence = pas d'échec selon cette règle ; demander comment il est pris
course-action-none = pas d'échec selon cette règle
course-action-next_dose_at_N_months = la dose suivante est due { $n } mois après la dernière
course-action-book_next_dose = prendre rendez-vous pour la dose suivante au jour dû
course-action-give_now = donner la dose maintenant
course-action-escalate_rebound_risk = chercher de nouvelles fractures vertébrales, et donner sans délai la dose ou son relais, avec un spécialiste
course-action-zoledronate_at_N_months = zolédronate { $n } mois après la dernière dose ; puis doser le CTX à 3 et à 6 mois, et répéter s'il est élevé
course-action-zoledronate_now = zolédronate maintenant, en relais ; puis doser le CTX à 3 et à 6 mois, et répéter s'il est élevé
course-action-ctx_at_N_and_N_months = doser le CTX à 3 et à 6 mois du relais
course-action-antiresorptive_at_N_months = un antirésorptif prend le relais dès les { $n } mois écoulés
course-action-name_antiresorptive = nommer l'antirésorptif qui suivra, et sa date
course-action-switch_to_antiresorptive = l'arrêter, et commencer aussitôt un antirésorptif
course-action-start_antiresorptive_now = commencer maintenant un antirésorptif : sans lui le gain se perd
course-action-fill_in_missing = il manque des données pour conclure

## Raisons du traitement en cours

course-why-age_at_start = 70 ans ou plus au début
course-why-hip_or_vertebral_fracture = fracture de fragilité de la hanche ou d'une vertèbre
course-why-glucocorticoid = corticothérapie de 7,5 mg par jour ou plus
course-why-fracture_on_treatment = fracture de fragilité sous traitement
course-why-hip_t = T-score de la hanche de -2,5 ou moins
course-why-longest_course = la durée maximale que la règle nomme est écoulée
course-why-none_applies = rien de ce que la règle demande n'est présent
course-why-not_yet = le traitement est trop récent pour la question
course-why-fracture_in_pause = fracture de fragilité depuis la fin du traitement
course-why-route_read_as_oral = voie non précisée ; lue comme orale
course-why-new_risk_factor = un facteur de risque apparu sous traitement
course-why-density_loss = la densité a baissé de plus de 0,03 g/cm² au rachis ou à la hanche
course-why-severe_fracture_hip_t = après une fracture sévère, le T-score de la hanche doit dépasser -2,5 à la fin
course-why-fractures = deux fractures de fragilité ou plus sous traitement
course-why-one_fracture = une fracture de fragilité sous traitement
course-why-markers_not_changed = un marqueur du remodelage a varié de moins de 25 %
course-why-significant_loss = la densité a baissé de 5 % ou plus au rachis, ou de 4 % ou plus à la hanche
course-why-not_adherent = le médicament n'est pas pris comme prescrit : son échec ne peut être jugé
course-why-scanner_not_stated = l'appareil n'est pas précisé aux deux examens ; pris comme le même
course-why-rebound_risk = plus de 7 mois depuis la dernière de deux doses ou plus : des vertèbres peuvent se fracturer
course-why-doses_unknown = le nombre de doses n'est pas précisé ; lu comme deux ou plus
course-why-never_stopped = le dénosumab n'est jamais suspendu ni arrêté sans un relais nommé et daté
course-why-no_anabolic_after = tériparatide et abaloparatide juste après le dénosumab sont à proscrire : avis spécialisé, même si une recommandation met un anabolique d'abord
course-why-no_successor = aucun médicament de relais n'est indiqué
course-why-anabolic_followed = un tériparatide ou un abaloparatide a suivi le dénosumab
course-why-atypical_suspected = une fracture de la diaphyse fémorale sous bisphosphonate ou dénosumab est atypique jusqu'à preuve du contraire
course-why-atypical_stated = fracture fémorale atypique, actuelle ou passée
course-why-maximum_reached = la durée maximale d'emploi est atteinte
course-why-maximum_near = la durée maximale d'emploi est presque atteinte
course-why-stop_planned = un jour d'arrêt est prévu

## Sécurité des médicaments

safety-alendronate-creatinine_clearance = clairance de la créatinine inférieure à { $limit }
safety-risedronate-creatinine_clearance = clairance de la créatinine inférieure à { $limit }
safety-ibandronate-creatinine_clearance = clairance de la créatinine inférieure à { $limit }
safety-zoledronate-creatinine_clearance = clairance de la créatinine inférieure à { $limit }
safety-parathyroid_analogue-creatinine_clearance = clairance de la créatinine inférieure à { $limit }
safety-parathyroid_analogue-creatinine_clearance_us = clairance de la créatinine inférieure à { $limit }
safety-raloxifene-creatinine_clearance = clairance de la créatinine inférieure à { $limit }
safety-denosumab-creatinine_clearance_specialist = clairance de la créatinine inférieure à { $limit } : seulement par un spécialiste de l'os dans l'insuffisance rénale
safety-denosumab-creatinine_clearance = clairance de la créatinine inférieure à { $limit } : haut risque d'hypocalcémie ; contrôler la calcémie avant chaque dose et dans les deux semaines
safety-romosozumab-creatinine_clearance = clairance de la créatinine inférieure à { $limit } : risque d'hypocalcémie ; contrôler la calcémie
safety-bisphosphonate-dialysis = dialyse
safety-denosumab-dialysis = dialyse : seulement par un spécialiste de l'os dans l'insuffisance rénale
safety-parathyroid_analogue-dialysis = dialyse
safety-raloxifene-dialysis = dialyse
safety-romosozumab-dialysis = dialyse : risque d'hypocalcémie ; contrôler la calcémie
safety-antiresorptive-calcium_below_laboratory_limit = calcémie sous la limite du laboratoire : la corriger d'abord
safety-antiresorptive-calcium = calcémie inférieure à { $limit } : la corriger d'abord
safety-antiresorptive-calcium_borderline = calcémie de { $limit } ou moins sans limite du laboratoire : sous la limite de bien des laboratoires
safety-parathyroid_analogue-calcium_above_laboratory_limit = calcémie au-dessus de la limite du laboratoire
safety-parathyroid_analogue-calcium = calcémie supérieure à { $limit }
safety-parathyroid_analogue-hypercalcaemia = hypercalcémie
safety-parenteral_antiresorptive-vitamin_d = vitamine D inférieure à { $limit } : la corriger avant la première dose
safety-romosozumab-vitamin_d = vitamine D inférieure à { $limit } : la corriger avant la première dose
safety-oral_bisphosphonate-vitamin_d = vitamine D inférieure à { $limit } : la corriger en même temps
safety-antiresorptive-osteomalacia = ostéomalacie : la guérir d'abord
safety-antiresorptive-hypophosphatasia = hypophosphatasie : éviter les antirésorptifs
safety-romosozumab-hypophosphatasia = hypophosphatasie : spécialiste
safety-antiresorptive-low_alkaline_phosphatase = phosphatases alcalines sous la limite du laboratoire : les répéter et exclure une hypophosphatasie
safety-antiresorptive-atypical_femoral_fracture = fracture fémorale atypique, ou atypique jusqu'à preuve du contraire : spécialiste, et imagerie des deux fémurs
safety-raloxifene-atypical_femoral_fracture = fracture fémorale atypique, ou atypique jusqu'à preuve du contraire : un spécialiste décide
safety-antiresorptive-osteonecrosis_of_jaw = ostéonécrose de la mâchoire : spécialiste
safety-antiresorptive-dental_extraction_planned = extraction dentaire prévue : la faire d'abord si le traitement peut attendre
safety-oral_bisphosphonate-oesophageal_disorder = maladie de l'œsophage
safety-oral_bisphosphonate-cannot_sit_upright = ne peut rester redressé 30 minutes (ibandronate : 60)
safety-oral_bisphosphonate-unsuitable = indiqué comme inadapté
safety-oral_bisphosphonate-absorption = absorption douteuse : malabsorption, maladie cœliaque, gastrectomie ou chirurgie bariatrique
safety-zoledronate-days_since_hip_fracture = fracture de hanche depuis moins de { $limit } : attendre
safety-parathyroid_analogue-skeletal_malignancy = tumeur maligne du squelette
safety-parathyroid_analogue-skeletal_radiotherapy = radiothérapie du squelette
safety-parathyroid_analogue-paget_disease = maladie osseuse de Paget
safety-parathyroid_analogue-unexplained_high_alkaline_phosphatase = phosphatases alcalines élevées inexpliquées
safety-parathyroid_analogue-high_alkaline_phosphatase = phosphatases alcalines au-dessus de la limite du laboratoire : les expliquer d'abord
safety-parathyroid_analogue-hyperparathyroidism = hyperparathyroïdie
safety-parathyroid_analogue-hyperparathyroidism_us = hyperparathyroïdie : la calcémie peut encore monter
safety-parathyroid_analogue-urolithiasis = lithiase urinaire
safety-parathyroid_analogue-lifetime = les { $limit } de tériparatide et d'abaloparatide permis dans une vie sont épuisés
safety-abaloparatide-lifetime = les { $limit } de tériparatide et d'abaloparatide sont épuisés
safety-parathyroid_analogue-straight_after_denosumab = juste après le dénosumab, l'os se perd à la hanche et au radius : spécialiste
safety-parathyroid_analogue-age = avant { $limit } : les os peuvent encore grandir
safety-abaloparatide-cardiovascular_disease = maladie cardiovasculaire : en évaluer d'abord le risque
safety-romosozumab-mi_or_stroke = infarctus du myocarde ou accident vasculaire cérébral, à tout moment
safety-romosozumab-months_since_mi_or_stroke = infarctus du myocarde ou accident vasculaire cérébral depuis moins de { $limit }
safety-romosozumab-earlier_mi_or_stroke = infarctus du myocarde ou accident vasculaire cérébral dans le passé : le bénéfice l'emporte-t-il ?
safety-romosozumab-cardiovascular_disease = maladie cardiovasculaire : le bénéfice l'emporte-t-il ?
safety-romosozumab-duration = les { $limit } du traitement sont écoulés : un antirésorptif suit
safety-raloxifene-venous_thromboembolism = thrombose veineuse, à tout moment
safety-raloxifene-immobility = immobilisation prolongée
safety-raloxifene-mi_or_stroke_us = infarctus du myocarde ou accident vasculaire cérébral : plus de décès par accident vasculaire
safety-raloxifene-mi_or_stroke = infarctus du myocarde ou accident vasculaire cérébral : plus de décès par accident vasculaire
safety-raloxifene-cardiovascular_disease = maladie cardiovasculaire : plus de décès par accident vasculaire
safety-raloxifene-postmenopausal = indiqué chez la femme ménopausée seulement
safety-menopausal_hormone_therapy-breast_cancer = cancer du sein
safety-menopausal_hormone_therapy-venous_thromboembolism = thrombose veineuse
safety-menopausal_hormone_therapy-mi_or_stroke = infarctus du myocarde ou accident vasculaire cérébral
safety-menopausal_hormone_therapy-coronary_artery_disease = maladie coronaire
safety-menopausal_hormone_therapy-man = indiqué chez la femme seulement
safety-menopausal_hormone_therapy-liver = maladie du foie : pas en phase active
safety-menopausal_hormone_therapy-age = plus de { $limit } : éviter de commencer
safety-menopausal_hormone_therapy-postmenopausal = avant la ménopause : spécialiste
safety-all-pregnant = grossesse
safety-all-pregnancy_not_excluded = grossesse possible : l'exclure d'abord
safety-all-pregnancy_possible = grossesse possible : contraception
safety-all-breastfeeding = allaitement
safety-bisphosphonate-age = avant { $limit } : spécialiste de l'enfant
safety-no_rule_holds = aucune règle de sécurité à laquelle on a pu répondre ne s'oppose

## Autorisation et remboursement

access-romosozumab-man = autorisé chez la femme seulement
access-romosozumab-premenopausal = autorisé chez la femme ménopausée seulement
access-raloxifene-premenopausal = autorisé chez la femme ménopausée seulement
access-romosozumab-age = remboursé avant 75 ans seulement
access-romosozumab-coronary_artery_disease = non remboursé en cas de maladie coronaire
access-romosozumab-severe_fracture = remboursé après une fracture sévère seulement
access-romosozumab-reimbursed = femme ménopausée de moins de 75 ans, ostéoporose sévère avec fracture sévère, sans maladie coronaire
access-denosumab-first_line = remboursé en seconde intention après un bisphosphonate seulement
access-denosumab-reimbursed = femme ménopausée, après un bisphosphonate
access-teriparatide-vertebral_fractures = remboursé à partir de 2 fractures vertébrales seulement
access-teriparatide-duration = 18 mois sont remboursés
access-teriparatide-reimbursed = à partir de deux fractures vertébrales
access-raloxifene-age = proposé avant 70 ans seulement
access-raloxifene-lowest_t = non proposé à un T-score de -3 ou moins
access-raloxifene-hip_t = non proposé à un T-score de la hanche de -2,5 ou moins
access-raloxifene-falls = non proposé à partir de 2 chutes par an
access-raloxifene-non_vertebral_fracture = non proposé après une fracture autre que vertébrale
access-raloxifene-reimbursed = faible risque de fracture non vertébrale
access-alendronate-reimbursed = première intention chez la femme ménopausée
access-risedronate-reimbursed = première intention
access-zoledronate-reimbursed = première intention

## Bilan

work-up-vfa_iscd2019 = demandée selon l'ISCD 2019 (T-score inférieur à -1,0 et un autre signe)
work-up-atypical_femur = une fracture de la diaphyse fémorale sous bisphosphonate ou dénosumab est atypique jusqu'à preuve du contraire
work-up-secondary_cause-calcium_high = élevé : évoque une hyperparathyroïdie primaire, un myélome ou une autre tumeur
work-up-secondary_cause-calcium_corrected_high = élevé : évoque une hyperparathyroïdie primaire, un myélome ou une autre tumeur
work-up-secondary_cause-phosphate_low = bas : évoque une ostéomalacie, un excès de FGF23 ou une hyperparathyroïdie primaire
work-up-secondary_cause-phosphate_high = élevé : évoque une maladie rénale chronique
work-up-secondary_cause-alp_low = bas : évoque une hypophosphatasie, où l'on évite les antirésorptifs
work-up-secondary_cause-alp_high = élevé : évoque une ostéomalacie, une maladie de Paget, une métastase ou une fracture qui consolide
work-up-secondary_cause-egfr_low = bas : évoque les troubles osseux de la maladie rénale chronique
work-up-secondary_cause-crcl_low = bas : évoque les troubles osseux de la maladie rénale chronique
work-up-secondary_cause-creatinine_high = élevé : évoque une maladie rénale chronique
work-up-secondary_cause-vitamin_d_25oh_low = bas : évoque une carence en vitamine D : ostéomalacie ou hyperparathyroïdie secondaire
work-up-secondary_cause-vitamin_d_25oh_high = élevé : évoque un excès de vitamine D
work-up-secondary_cause-pth_high = élevé : évoque une hyperparathyroïdie : primaire si la calcémie est haute, sinon secondaire
work-up-secondary_cause-tsh_low = bas : évoque une hyperthyroïdie, ou trop de thyroxine
work-up-secondary_cause-haemoglobin_low = bas : évoque un myélome, une maladie cœliaque ou une maladie rénale chronique
work-up-secondary_cause-leucocytes_low = bas : évoque une maladie de la moelle osseuse
work-up-secondary_cause-platelets_low = bas : évoque une maladie de la moelle osseuse
work-up-secondary_cause-leucocytes_high = élevé : évoque une infection, une inflammation ou une maladie de la moelle osseuse
work-up-secondary_cause-crp_high = élevé : évoque une inflammation, une infection ou une tumeur
work-up-secondary_cause-esr_high = élevé : évoque une inflammation, une infection ou une tumeur
work-up-secondary_cause-albumin_low = bas : évoque une dénutrition ; la calcémie totale en est abaissée
work-up-secondary_cause-ast_high = élevé : évoque une maladie du foie, ou l'alcool
work-up-secondary_cause-alt_high = élevé : évoque une maladie du foie, ou l'alcool
work-up-secondary_cause-ggt_high = élevé : évoque une maladie du foie, ou l'alcool
work-up-secondary_cause-ferritin_high = élevé : évoque une hémochromatose
work-up-secondary_cause-transferrin_saturation_high = élevé : évoque une hémochromatose
work-up-secondary_cause-testosterone_low = bas : évoque un hypogonadisme
work-up-secondary_cause-free_testosterone_low = bas : évoque un hypogonadisme
work-up-secondary_cause-bioavailable_testosterone_low = bas : évoque un hypogonadisme
work-up-secondary_cause-ttg_iga_high = élevé : évoque une maladie cœliaque ; un bisphosphonate oral peut n'être pas absorbé
work-up-secondary_cause-cortisol_after_dexamethasone_high = élevé : évoque un syndrome de Cushing
work-up-secondary_cause-calcium_urine_24h_low = bas : évoque une malabsorption ou une carence en vitamine D
work-up-secondary_cause-calcium_urine_24h_high = élevé : évoque une hypercalciurie
work-up-secondary_cause-tryptase_high = élevé : évoque une mastocytose systémique
work-up-secondary_cause-sodium_low = bas : évoque une hyponatrémie, facteur de risque de fracture
work-up-secondary_cause-ctx_high = élevé : évoque un remodelage élevé ; sous traitement, qu'il n'agit pas ou n'est pas pris
test-vertebral_fracture_assessment = imagerie du rachis (fracture vertébrale)
test-imaging_both_femurs = imagerie des deux fémurs

## Remarques des modèles de risque

reason-on_treatment = la personne est traitée : le modèle n'est pas fait pour des personnes sous traitement
reason-one_transcription = les coefficients n'ont été vus que dans une seule transcription
reason-as_supplied = reprise telle que fournie : aucun chiffre de ce moteur n'y entre, et elle n'a pas été vérifiée
reason-one_adjustment_only = n'ajuste que la probabilité fournie ; combiner les ajustements n'a jamais été publié
reason-glucocorticoids_entered = ne vaut que si une corticothérapie a été saisie pour la probabilité fournie
reason-population_asian_women = établi chez des femmes ménopausées d'Asie ; l'origine indiquée n'est pas lue
reason-interpolated = entre deux cellules publiées ; valeur approchée
reason-computed_without_bmd = calculée sans la densité osseuse

field-frax = FRAX
field-menopause_age_years = âge à la ménopause
field-risk_factors = facteurs de risque
field-risk_factors-glucocorticoid-cumulative_g_per_year = dose cumulée de corticoïde
field-risk_factors-glucocorticoid-started_or_raised_months_ago = début ou hausse de la corticothérapie
field-scans-regions-percent_young_adult = pourcentage de la moyenne de l'adulte jeune
field-qfracture_ethnicity = origine (QFracture)
field-ethnicity = origine
field-adjusted_for = ajustements du FRAX
field-frax-adjusted_for = ajustements du FRAX
field-tbs = trabecular bone score
field-started_or_raised_months_ago = début ou hausse de la corticothérapie
field-tsh = TSH
unit-units-a-day = unités par jour
unit-units-a-week = unités par semaine
unit-points = points
unit-kg-m2 = kg/m²
unit-g-a-year = g par an
fact-never_osteoporotic_fracture = fracture d'un site jamais ostéoporotique
outside-grio2018_women-fracture_or_at_risk = elle concerne les femmes ayant une fracture de fragilité, ou des facteurs de risque ou des chutes
outside-has2023-fracture_or_at_risk = elle concerne les femmes ayant une fracture de fragilité, ou des facteurs de risque ou des chutes
guideline-flag-site_never_osteoporotic = Une fracture du crâne, de la face, du rachis au-dessus de T4, de la main ou du pied n'est pas lue comme ostéoporotique.
unit-units-of-8-g-a-day = unités de 8 g par jour
value-none = aucun
effect-frax-adjusted_for = une probabilité déjà ajustée ne serait pas utilisée
effect-frax-model = un FRAX d'un autre pays ne serait pas utilisé
effect-frax-date = un FRAX antérieur à la dernière fracture ne serait pas utilisé
course-action-specialist_before_next_dose = pas de nouvelle dose avant la décision d'un spécialiste
course-why-osteonecrosis_of_jaw = ostéonécrose de la mâchoire, actuelle ou passée
value-own_country = le pays de la recommandation
value-that_of_frax_model = le pays du modèle FRAX
value-before_frax_date = antérieures au FRAX
value-none_since_frax_date = aucune depuis le FRAX
effect-country = un FRAX d'un autre pays ne serait pas utilisé
effect-fractures = un FRAX antérieur à la dernière fracture ne serait pas utilisé
field-country = pays

## Recommandations

guideline-grio2018_women = GRIO/SFR, actualisation 2018 des recommandations françaises du traitement de l'ostéoporose post-ménopausique
guideline-grio2021_men = GRIO/SFR, recommandations françaises pour la prise en charge et le traitement de l'ostéoporose masculine, 2021
guideline-giop_france_2014 = GRIO/SFR, actualisation 2014 des recommandations sur la prévention et le traitement de l'ostéoporose cortico-induite
guideline-has2023 = HAS, Les médicaments de l'ostéoporose : fiche bon usage, 2023
guideline-nogg2024 = NOGG, recommandations du Royaume-Uni, 2024
guideline-nogg2024_giop = NOGG, recommandations du Royaume-Uni, 2024 : corticothérapie
guideline-nice_ta464 = NICE, évaluation TA464 (Royaume-Uni) : bisphosphonates de l'ostéoporose, 2017
guideline-dvo2023 = DVO, recommandations allemandes de prophylaxie, de diagnostic et de traitement de l'ostéoporose, 2023
guideline-bhof2022 = BHOF, guide du clinicien (États-Unis), 2022
guideline-aace2020 = AACE/ACE, ostéoporose post-ménopausique (États-Unis), 2020
guideline-endocrine2020 = Endocrine Society, ostéoporose post-ménopausique (États-Unis), 2019 et 2020
guideline-acp2023 = ACP, traitement médicamenteux (États-Unis), 2023
guideline-acr2022_giop = ACR, ostéoporose cortico-induite (États-Unis), 2022
guideline-uspstf2018 = USPSTF, dépistage (États-Unis), 2018
guideline-osteoporosis_canada2023 = Ostéoporose Canada, prise en charge et prévention des fractures, actualisation 2023
guideline-caroc2010 = CAROC, Association canadienne des radiologistes et Ostéoporose Canada, 2010
guideline-japan2015 = Recommandations japonaises de prévention et de traitement de l'ostéoporose, 2015
guideline-esceo2019 = ESCEO/IOF, recommandations européennes pour les femmes ménopausées, 2019
guideline-short-grio2018_women = GRIO/SFR 2018 (femmes)
guideline-short-grio2021_men = GRIO/SFR 2021 (hommes)
guideline-short-giop_france_2014 = GRIO/SFR 2014 (corticothérapie)
guideline-short-has2023 = HAS 2023
guideline-short-nogg2024 = NOGG 2024
guideline-short-nogg2024_giop = NOGG 2024 (corticothérapie)
guideline-short-nice_ta464 = NICE TA464
guideline-short-dvo2023 = DVO 2023
guideline-short-bhof2022 = BHOF 2022
guideline-short-aace2020 = AACE/ACE 2020
guideline-short-endocrine2020 = Endocrine Society 2020
guideline-short-acp2023 = ACP 2023
guideline-short-acr2022_giop = ACR 2022 (corticothérapie)
guideline-short-uspstf2018 = USPSTF 2018
guideline-short-osteoporosis_canada2023 = Ostéoporose Canada 2023
guideline-short-caroc2010 = CAROC 2010
guideline-short-japan2015 = Japon 2015
guideline-short-esceo2019 = ESCEO/IOF 2019 (Europe)
superseded-nice_ta464 = NICE NG259 (juillet 2026), pour les groupes à évaluer (CG146), selon un texte d'enseignement de 2026 ; le texte de NG259 n'a pas été vu
superseded-japan2015 = l'édition de 2025, dont le texte n'a pas été trouvé
superseded-uspstf2018 = USPSTF 2025 (JAMA 2025;333:498-508)
by-others = selon des recommandations d'autres pays : { $others }
by-national-and-others = { $national } ; selon des recommandations d'autres pays : { $others }

## Règles du traitement en cours

course-rule-atypical_femur = fracture fémorale atypique
course-rule-osteonecrosis_of_jaw = ostéonécrose de la mâchoire
course-rule-denosumab_delay = prochaine dose
course-rule-denosumab_exit = fin du dénosumab
course-rule-anabolic_sequence = fin de l'anabolique
course-rule-failure_iof2012 = échec du traitement, IOF 2012
course-rule-duration_nogg = durée du traitement, NOGG
course-rule-stop_grio = fin du traitement, GRIO
course-rule-zoledronate_interval = prochaine dose
course-action-fill_in = on ignore : { $missing }

## Sécurité : ce qui n'est pas connu

by-cockcroft-gault = selon Cockcroft-Gault
by-estimated-filtration = selon le débit de filtration estimé
state-unknown = information manquante
state-too-old = résultat trop ancien
open-blocks = contre-indiqué si : { $why }
open-cautions = prudence si : { $why }
to-order = À doser : { $list }.
to-ask = À demander : { $list }.
too-old = Résultats trop anciens : { $list }.
safety-none-cleared = Aucun médicament ne peut encore être jugé sûr ({ $drugs }). { $why }
condition-creatinine_clearance = clairance de la créatinine
condition-dialysis = dialyse
condition-calcium = calcémie
condition-hypercalcaemia = hypercalcémie
condition-vitamin_D = vitamine D
condition-low_alkaline_phosphatase = phosphatases alcalines basses
condition-high_alkaline_phosphatase = phosphatases alcalines élevées
condition-unexplained_high_alkaline_phosphatase = phosphatases alcalines élevées inexpliquées
condition-osteomalacia = ostéomalacie
condition-hypophosphatasia = hypophosphatasie
condition-atypical_femoral_fracture = fracture fémorale atypique
condition-osteonecrosis_of_the_jaw = ostéonécrose de la mâchoire
condition-planned_dental_extraction = extraction dentaire prévue
condition-disorder_of_the_oesophagus = maladie de l'œsophage
condition-ability_to_stay_upright = capacité à rester redressé
condition-unsuitable_oral_bisphosphonate = bisphosphonate oral inadapté
condition-doubtful_absorption = absorption douteuse
condition-days_since_a_hip_fracture = délai depuis une fracture de hanche
condition-malignancy_of_the_skeleton = tumeur maligne du squelette
condition-radiotherapy_of_the_skeleton = radiothérapie du squelette
condition-Paget-s_disease_of_bone = maladie osseuse de Paget
condition-hyperparathyroidism = hyperparathyroïdie
condition-kidney_stones = lithiase urinaire
condition-months_on_teriparatide_or_abaloparatide = durée de tériparatide ou d'abaloparatide
condition-months_on_romosozumab = durée de romosozumab
condition-denosumab_before = dénosumab auparavant
condition-bisphosphonate_before = bisphosphonate auparavant
condition-myocardial_infarction_or_stroke = infarctus du myocarde ou accident vasculaire cérébral
condition-months_since_myocardial_infarction_or_stroke = délai depuis l'infarctus ou l'accident vasculaire
condition-coronary_artery_disease = maladie coronaire
condition-cardiovascular_disease = maladie cardiovasculaire
condition-venous_thromboembolism = maladie veineuse thromboembolique
condition-immobility = immobilisation
condition-breast_cancer = cancer du sein
condition-liver_disease = maladie du foie
condition-age = âge
condition-sex = sexe
condition-menopause = ménopause
condition-pregnancy = grossesse
condition-possible_pregnancy = grossesse possible
condition-breastfeeding = allaitement
condition-severe_fracture = fracture sévère
condition-vertebral_fractures = fractures vertébrales
condition-fracture_of_another_bone_than_a_vertebra = fracture autre que vertébrale
condition-lowest_T-score = T-score le plus bas
condition-T-score_of_the_hip = T-score de la hanche
condition-falls_in_the_past_year = chutes dans l'année
access-open = à préciser : { $list }
access-no_rule_known = aucune règle d'autorisation ou de remboursement n'est connue ici pour cette personne
jurisdiction-unknown = pays non précisé
jurisdiction-EU = UE

column-t-alone = T-score
column-z-alone = Z-score
density-and-fracture = La première ligne parle de la densité osseuse, la deuxième de la fracture : une densité dans les limites attendues n'exclut pas une ostéoporose affirmée par une fracture.
refused = { $field } : { $value } : { $why }
refused-bare = { $field } : { $why }
refusal-range = hors des limites { $limit }
refusal-allowed = valeurs permises : { $list }
refusal-write = écrire { $value }
refusal-did-you-mean = vouliez-vous dire { $value } ?
person-refused = personne refusée
value-unknown = lu comme inconnu

## Modèles de risque

model-qfracture2012 = Algorithme QFracture-2012 (BMJ 2012;344:e3427)
model-qfracture2016 = Algorithme QFracture-2016
model-dvo2023 = DVO 2023, risque à trois ans de fracture vertébrale et de la hanche
model-dubbo2008 = Modèle de Dubbo (Nguyen 2007/2008)
model-sof_fracture_index = FRACTURE Index de la SOF, avec DMO
model-sof_hip_1y_2017 = Score SOF de fracture de la hanche à un an (Weycker 2017)
model-van_geel2006 = Arbre de van Geel 2006
model-nottingham_hip_fracture = Score de Nottingham de fracture de la hanche
model-ost = Outil d'auto-évaluation de l'ostéoporose (OST)
model-osta = Outil d'auto-évaluation de l'ostéoporose pour l'Asie (OSTA)
model-orai = Instrument d'évaluation du risque d'ostéoporose (ORAI)
model-osiris = Indice de risque d'ostéoporose (OSIRIS)
model-score = Estimation simple calculée du risque d'ostéoporose (SCORE)
model-abone = ABONE (âge, corpulence, œstrogènes jamais pris)
model-body_weight = Critère du poids
model-sofsurf = SOFSURF
model-mores = Score de risque d'ostéoporose de l'homme (MORES)
model-supplied_frax = Probabilité FRAX fournie
model-supplied_mof_gc_adjusted = Probabilité fournie, ajustée sur la dose de corticoïde (Kanis 2011)
model-supplied_hip_gc_adjusted = Probabilité fournie, ajustée sur la dose de corticoïde (Kanis 2011)
model-supplied_mof_ls_adjusted = Probabilité fournie, ajustée sur le rachis lombaire (Leslie 2011)
model-supplied_mof_tbs_adjusted = Probabilité fournie, ajustée sur le TBS (McCloskey 2016)
model-supplied_hip_tbs_adjusted = Probabilité fournie, ajustée sur le TBS (McCloskey 2016)
model-uk2008_published_table = Table britannique publiée en 2008 (Kanis 2008, table 3)
risk-category-lt3 = moins de 3 % à trois ans
risk-category-3_to_5 = 3 à 5 % à trois ans
risk-category-5_to_10 = 5 à 10 % à trois ans
risk-category-ge10 = 10 % ou plus à trois ans
risk-category-0-5_to_1-5 = 0,5 à 1,5 %
risk-category-1-5_to_2-5 = 1,5 à 2,5 %
risk-category-2-5_to_5 = 2,5 à 5 %
risk-category-ge5 = 5 % ou plus
risk-category-lt0-5 = moins de 0,5 %
risk-category-1-2 = 1-2 points
risk-category-3-4 = 3-4 points
risk-category-5 = 5 points
risk-category-6-7 = 6-7 points
risk-category-8- = 8 points ou plus
risk-category-earlier_fracture = fracture ancienne
risk-category-recent_fracture = fracture récente
risk-category-low_bmd = densité osseuse basse
risk-category-normal_bmd = densité osseuse non basse
risk-category-low = faible
risk-category-high = élevé
risk-category-moderate = modéré
risk-category-intermediate = intermédiaire
reason-t_reference_of_the_study = l'équation prend le T-score selon la référence de l'appareil de l'étude, qui n'est pas avec certitude celle de NHANES III
reason-no_competing_mortality = risque si la personne vit : le décès avant une fracture n'est pas compté
reason-second_tier = second rang : les coefficients ont été vus dans un programme et concordent avec les résumés ; l'article reste à lire
reason-hip_above_any = le risque de fracture de la hanche dépasse celui de toute fracture : deux équations distinctes, à l'extrême de leur domaine
reason-cancer_of_any_date = le score compte un cancer des 20 dernières années ; tout cancer indiqué est lu ainsi
reason-vertebral_fracture_on_imaging_not_counted = l'imagerie du rachis montre une fracture vertébrale absente de la liste des fractures ; le modèle demande les fractures connues et ne la compte pas
reason-t_score_site_is_our_reading = le résumé ne dit pas le site du T-score : le plus bas du col, de la hanche totale et du rachis est pris, c'est notre lecture
reason-high_trauma_counted = une fracture par traumatisme violent est comptée : l'arbre demande toute fracture clinique
reason-minor_site_counted = seule une fracture de doigt, d'orteil, de main, de pied, de face ou de crâne est comptée : le résumé ne nomme pas de site
reason-between_bands = les classes sont imprimées en points entiers ; ce score est entre deux et a été mis dans la plus basse
reason-points_recalled = les classes et le seuil ont été vus dans l'article ; les points de chaque classe sont cités de mémoire
reason-oestrogen_duration_not_asked = l'outil demande six mois d'œstrogènes ou de contraception orale ; la durée n'est pas précisée
reason-weight_points_ambiguous = le texte ne dit pas si les 2 points sous 59 kg s'ajoutent au point sous 68 kg ou le remplacent ; ils sont ajoutés ici
reason-age_points_negative = le terme d'âge est lu tel quel : chaque année sous 65 ans retire 0,2 point
reason-reference_person = d'une personne de référence au Royaume-Uni de 2008, d'indice de masse corporelle 25 et sans facteur de risque : une cellule d'une table publiée, non une estimation pour cette personne
reason-tbs_reversed = à cet âge, l'équation augmente la probabilité quand le TBS est plus élevé
reason-half_unit_rounding = l'arrondi des demi-unités n'a pas été publié ; lu en s'éloignant de zéro
reason-hip_above_mof = le FRAX de la hanche dépasse celui de fracture majeure, qui la comprend : ont-ils été inversés ?
reason-short_mmse = le MMSE court est lu selon l'article
reason-not_the_current_version = QFracture a été révisé en 2016 ; c'est ici la version de 2012
notice-qfracture2012 = Algorithme QFracture-2012 (BMJ 2012;344:e3427) : mise en œuvre indépendante des équations publiées. Elle n'est ni approuvée, ni vérifiée, ni soutenue par leur éditeur, ClinRisk Ltd, dont QFracture est la marque. Ce n'est pas la version actuelle de QFracture, et elle peut différer de ce que montre qfracture.org. Le chiffre est une estimation destinée aux professionnels de santé, à peser avec tout ce qu'ils savent par ailleurs ; il ne doit pas décider seul, et aucune garantie n'est donnée.
notice-qfracture2016 = Algorithme QFracture-2016 : mise en œuvre indépendante d'équations transcrites dans des copies publiques. Elle n'est ni approuvée, ni vérifiée, ni soutenue par leur éditeur, ClinRisk Ltd, dont QFracture est la marque, et peut différer de ce que montre qfracture.org. Les équations de la hanche reposent sur une seule transcription. Le chiffre est une estimation destinée aux professionnels de santé, à peser avec tout ce qu'ils savent par ailleurs ; il ne doit pas décider seul, et aucune garantie n'est donnée.
course-action-specialist_at_once = adresser aussitôt à un spécialiste ; ne pas l'arrêter sans relais ni date, car des vertèbres peuvent se fracturer
course-rule-pregnancy = grossesse
course-action-look_for_vertebral_fractures = le relais est venu tard : chercher maintenant de nouvelles fractures vertébrales, doser le CTX à 3 et à 6 mois du relais, et répéter s'il est élevé
course-action-find_last_dose = retrouver aujourd'hui la date de la dernière injection : plus de 7 mois après elle, des vertèbres peuvent se fracturer
course-why-successor_late = plus de 7 mois entre la dernière dose et le médicament de relais : des vertèbres ont pu se fracturer
course-why-calcium_low = la calcémie est basse : la contrôler d'abord et la corriger le jour même, avec un spécialiste, avant la dose
course-why-calcium_unknown = aucune calcémie récente n'est connue : la contrôler d'abord ; si elle est basse, la corriger le jour même, avec un spécialiste, avant la dose
course-why-pregnant = grossesse
course-why-earlier_scan_missing = il manque un examen antérieur de comparaison, vers le début du traitement
condition-newer_calcium = calcémie plus récente
condition-newer_creatinine = créatininémie plus récente
judged-by-albumin = corrigée sur l'albumine : { $value }
judged-by-clearance = clairance de la créatinine { $value } mL/min
judged-at-least = fonction rénale d'au moins { $value } mL/min
judged-at-most = fonction rénale d'au plus { $value } mL/min
judged-reduced = fonction rénale réduite : sous ce qui suffit à coup sûr, et au-dessus du seuil d'une maladie osseuse
course-field-fractures-on_treatment = si une fracture est survenue sous traitement
course-field-labs-ctx = un marqueur du remodelage osseux avant et pendant le traitement
course-field-scans = un examen du rachis et de la hanche
course-field-scans-earlier = un examen antérieur, vers le début du traitement
course-field-treatments-adherent = si le médicament est pris comme prescrit
course-field-treatments-drug = le nom du médicament
course-field-treatments-last_dose = la date de la dernière dose
course-field-treatments-start = la date de début
course-field-treatments-planned_stop = la date d'arrêt prévue
course-field-treatments-doses = le nombre de doses
course-field-treatments-dose = la dose
field-treatments-adherent = prise du traitement comme prescrit
field-treatments-drug = nom du traitement
field-treatments-last_dose = date de la dernière dose
field-treatments-start = date de début du traitement
field-treatments-stop = date de fin du traitement
work-up-secondary_cause-calcium_low = bas : évoque une carence en vitamine D, une hypoparathyroïdie, une malabsorption ou une maladie rénale
work-up-secondary_cause-calcium_corrected_low = bas : évoque une carence en vitamine D, une hypoparathyroïdie, une malabsorption ou une maladie rénale
work-up-secondary_cause-tsh_high = élevé : évoque une hypothyroïdie
work-up-secondary_cause-serum_protein_electrophoresis_high = anormal : évoque une gammapathie monoclonale : myélome ou gammapathie de signification indéterminée
work-up-secondary_cause-free_light_chains_high = anormal : évoque une gammapathie monoclonale : myélome ou gammapathie de signification indéterminée
reason-strong_or_imminent_factor = facteur fort ou risque imminent de fracture
reason-hip_exceeds_any = le risque de fracture de la hanche dépasse celui de toute fracture ; le premier vaut pour les deux
safety-antiresorptive-calcium_pending = une calcémie plus récente que celle qui a été lue est attendue : attendre son résultat
safety-renal-creatinine_pending = une créatininémie plus récente que celle qui a été lue est attendue : attendre son résultat
safety-denosumab-age = avant { $limit } : les os peuvent encore grandir
safety-romosozumab-age = avant { $limit } : les os peuvent encore grandir
reason-confidence_interval_95 = intervalle de confiance à 95 % : { $range }
reason-doubtful_factor = un facteur compté fait l'objet d'un doute : une autre transcription lui donne une autre valeur
reason-immobility_not_multiplied = l'immobilisation est lue comme un indicateur et n'est pas multipliée
reason-aromatase_inhibitor_not_multiplied = l'inhibiteur de l'aromatase est lu comme un indicateur et n'est pas multiplié
reason-genant_1_counted = une fracture vertébrale de grade 1 de Genant compte ici comme une fracture vertébrale ; d'autres recommandations ne la comptent pas
reason-hyperparathyroidism_read_as_primary = l'hyperparathyroïdie est comptée comme primaire : le document ne dit pas laquelle, et la table n'a que celle-là
reason-kidney_disease_stage = la maladie rénale chronique est lue comme indiquée ; le débit de filtration estimé n'est pas de ces stades
reason-parental_hip_fracture_over_75 = la fracture de hanche d'un parent compte jusqu'à 75 ans de la personne évaluée ; cette limite est une note en marge de la table
reason-proton_pump_inhibitor_duration = le facteur est celui d'un inhibiteur de la pompe à protons de plus de 3 mois ; la durée de prise n'est pas dans le document
reason-sacrum_read_as_pelvis = une fracture du sacrum est lue comme une fracture du bassin
reason-two_hip_fractures_multiplied = une fracture de hanche récente et une plus ancienne sont comptées toutes deux ; la table ne dit pas si l'une exclut l'autre
reason-dose_boundary = 7,5 mg par jour est une dose moyenne selon le résumé de l'article ; sa table telle que reproduite la met dans les fortes doses
field-labs-date = date d'un résultat biologique
effect-labs-date = un médicament qui dépend d'une calcémie ou d'une créatininémie trop ancienne reste indéterminé
