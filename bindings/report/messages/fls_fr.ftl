
# Français, filière fracture : son rapport et ses courriers.

## Rapport d'une filière

fls-title = Filière fracture : rapport
fls-unnamed = Filière sans nom
fls-period = Fractures du { $from } au { $to }. Données lues jusqu'au { $as_of }.
fls-unit = On compte : { $unit }.
fls-section-summary = En bref
fls-section-funnel = De la fracture au traitement
fls-section-doors = Par porte d'entrée
fls-section-attendance = Venue en consultation, par groupe
fls-section-indicators = Indicateurs
fls-section-indicators-by-door = Indicateurs par porte d'entrée
fls-section-persistence = Persistance du traitement
fls-section-worklist = Liste de travail
fls-section-simulation = Ce qui changerait quoi
fls-section-case-finding = Ce qui est compté, et ce qui ne l'est pas
fls-section-quality = Qualité des données
fls-section-method = Comment on a compté
fls-section-notices = Mentions
fls-section-sources = Sources

fls-rate = { $n }/{ $d } ({ $percent } %)
fls-rate-of-nobody = { $n }/{ $d }
fls-percent-only = { $percent } %
fls-interval = { $low } à { $high } %
fls-cannot-be-said = On ne peut pas le dire : { $because }.
fls-cannot-be-said-alone = On ne peut pas le dire.
fls-remark = À noter : { $because }.
fls-not-computed = Le moteur n'a pas donné de chiffres pour cette partie.
fls-none = Aucun.

fls-sum-people = { $people } personnes ont été lues. { $events } fractures ont été trouvées : { $counted } comptées, { $out } écartées, { $review } à vérifier par quelqu'un.
fls-sum-hip = Fractures de hanche repérées : { $rate } de celles que l'hôpital connaît.
fls-sum-found = Repérés : { $count }.
fls-sum-step = { $step } : { $rate } des personnes repérées.
fls-sum-persistence = Encore sous traitement { $months } mois après le début : { $percent } % (intervalle à 95 % { $low } à { $high } % ; Kaplan-Meier, { $began } traitements débutés, { $at_risk } encore suivis). { $gaps }
fls-sum-worklist = Liste de travail du jour : { $count } personnes, dont { $within } dans les limites de la semaine.

fls-funnel-note = Chaque barre est une part des personnes repérées. Le premier pourcentage se rapporte à l'étape précédente, le second à toutes les personnes repérées ; ils diffèrent, et aucun ne se cite sans ses nombres.
fls-column-step = Étape
fls-column-picture = Part des personnes repérées
fls-column-count = Nombre
fls-column-of-previous = De l'étape précédente
fls-column-of-identified = Des personnes repérées
fls-column-ends = Autre issue
fls-of-step = { $rate } de : { $step }
fls-column-group = Groupe
fls-column-by = Selon
fls-attendance-note = Les mêmes consultations donnent des taux différents selon le dénominateur. Dans la liste de travail, personne n'est rétrogradé pour son âge, son sexe, parce qu'il vit seul ou pour sa scolarité : ce tableau sert à voir qui ne vient pas.

fls-column-indicator = Indicateur
fls-column-rate = Numérateur / dénominateur
fls-column-percent = Pour cent
fls-column-interval = Intervalle à 95 % (Wilson)
fls-column-level = Niveau
fls-column-window = Délai
fls-column-source = Source
fls-window = { $days } jours
fls-recalled-definition = Définition donnée de mémoire (confiance { $confidence })
fls-recalled-level = niveaux donnés de mémoire (confiance { $confidence })
fls-recalled-note = « De mémoire » signale une définition ou un niveau qui n'a pas été vu dans sa source : à ne comparer ni publier avant vérification.
fls-counts = On compte : { $numerator }. Sur : { $denominator }.
fls-left-out = Écartés : { $list }.
fls-counted-item = { $reason } { $count }
fls-door-all = toutes les portes d'entrée

fls-persistence-caption = Personnes encore sous traitement depuis son premier jour, parmi celles qui l'ont débuté : { $group }. Trait plein : Kaplan-Meier, le décès étant pris comme fin du suivi ; zone grisée : intervalle à 95 %. Tirets : arrêts ; pointillés : décès sous traitement (tous deux selon Aalen-Johansen, chacun en compétition avec l'autre). { $gaps }
fls-persistence-unsaid = Personne n'a débuté de traitement dont on puisse suivre le cours.
fls-gaps = Interruptions admises : voie orale { $oral } jours, dénosumab { $denosumab }, zolédronate { $zoledronate }, autres injectables { $other }.
fls-column-began = Débutés
fls-column-stopped = Arrêtés
fls-column-died = Décès sous traitement
fls-column-followed = Encore suivis
fls-column-at-12 = À 12 mois
fls-column-at-24 = À 24 mois
fls-column-gaps = Interruptions admises (jours)
fls-at-months = { $percent } % ({ $low } à { $high }) ; { $at_risk } sur { $began } encore suivis
fls-not-followed-so-long = personne n'est suivi aussi longtemps
fls-gaps-short = orale { $oral }, dénosumab { $denosumab }, zolédronate { $zoledronate }, autres { $other }
fls-axis-months = Mois depuis le premier jour du traitement
fls-axis-percent = Pour cent
fls-curve-on = sous traitement
fls-curve-stopped = arrêtés
fls-curve-died = décédés

fls-worklist-note = Voici les { $shown } premières personnes sur { $count }. Identifiants seulement : ce rapport ne contient aucun nom.
fls-worklist-all-note = Voici les { $count } personnes. Identifiants seulement : ce rapport ne contient aucun nom.
fls-capacity = La semaine permet { $calls } appels : parmi les personnes à contacter, { $within } y entrent, { $beyond } n'y entrent pas. Pour { $other } autres, il y a du travail sans appel, qui ne prend la place de personne.
fls-worklist-off = Hors de la liste : { $count } personnes.
fls-no-capacity = Aucun nombre d'appels par semaine n'est fixé : toutes les personnes de la liste y entrent.
fls-letters-max = Les courriers et la liste de rappel concernent les { $count } premières personnes de la liste (option letters_max).
fls-worklist-none = Personne n'est à appeler aujourd'hui.
fls-column-action = À faire
fls-column-people = Personnes
fls-column-within = Dans la semaine
fls-column-rank = Rang
fls-column-person = Personne
fls-column-fracture = Fracture
fls-column-due = Dans les temps jusqu'au
fls-column-tries = Essais
fls-column-priority = Priorité
fls-column-action-and-why = À faire, et pourquoi
fls-risk-of = Risque à { $years } ans : { $percent } % ({ $outcome } ; { $model })
fls-risk-by = Risque { $percent } % ({ $model })
fls-column-why = Pourquoi
fls-days-left = { $days ->
    [0] dernier jour
    [one] encore { $days } jour
   *[other] encore { $days } jours
 }
fls-days-late = { $days ->
    [one] { $days } jour de retard
   *[other] { $days } jours de retard
 }
fls-also = Reste aussi à faire : { $list }.

fls-simulation-note = { $runs } répétitions de { $weeks } semaines chacune, graine { $seed }. Les places sont une limite ferme, et une personne gagnée par un changement ne prend qu'une place que toutes les autres laissent libre.
fls-simulation-full = Les places étaient toutes prises : sans place de plus, davantage de personnes prêtes à venir ne change aucun des chiffres ci-dessous.
fls-simulation-free = Il restait des places : personne n'était inscrit pour { $free } % d'entre elles. C'est pourquoi { $raised } personnes au lieu de { $present } sont vues quand davantage de personnes sont prêtes à venir.
fls-simulation-unsaid = Pas de simulation : { $because }.
fls-column-scenario = Scénario
fls-column-seen = Vus (95 % centraux des répétitions)
fls-column-scanned = Densitométrie sous 12 semaines
fls-column-begun = Traités sous 16 semaines
fls-column-wait = Semaines d'attente d'une place
fls-column-empty = Places restées vides
fls-seen = { $seen } ({ $low } à { $high })
fls-rests-on = Repose sur : { $list }.
fls-scenario-present = Comme aujourd'hui
fls-scenario-one_more_slot = Une place de plus par semaine
fls-scenario-one_more_call_round = Une série d'appels de plus
fls-scenario-dxa_on_the_ward = Densitométrie dans le service pour les hospitalisés
fls-scenario-attendance_without_slots = Davantage de personnes prêtes à venir, sans place de plus

fls-column-reason = Pourquoi
fls-column-fractures = Fractures
fls-counted-out = Écartées
fls-review = À vérifier par quelqu'un
fls-counted-title = Comptées

fls-files-title = Fichiers lus
fls-findings-title = Ce qui n'a pas pu être lu, ou l'a été avec un doute
fls-no-findings = Rien d'anormal ni de douteux n'a été trouvé.
fls-column-file = Fichier
fls-column-kind = Lu comme
fls-column-records = Enregistrements
fls-column-finding = Constat
fls-column-times = Fois
fls-column-first = Premier exemple
fls-more-files = { $count } autres fichiers
fls-all-files = Tous les fichiers
fls-example-line = ligne { $line }
fls-example-person = personne { $person }
fls-example-value = { $field } = { $value }

fls-method-inclusion = Inclusion : { $set }, à partir de { $age } ans.
fls-method-washout = Une fracture du même site dans les { $days } jours est la même fracture.
fls-method-trauma = { $required ->
    [yes] Seules les fractures dont le faible traumatisme est attesté sont comptées.
   *[no] Une fracture sans un mot sur la violence du choc est comptée : le silence ne prouve pas un traumatisme violent.
 }
fls-method-windows = Un délai de 12 semaines comprend le jour de la fracture et les 84 jours qui suivent, 16 semaines 112 jours, 52 semaines 364 jours ; le dernier jour compte.
fls-method-as-of = Rien de postérieur au { $as_of } n'est lu. Une étape dont le délai n'est pas écoulé ce jour-là reste ouverte : elle n'est pas comptée comme manquée.
fls-method-unknown = Ce qu'aucune donnée ne peut dire n'est pas lu comme « non » : une telle étape reste inconnue, et un indicateur qui en dépend n'est pas calculé.
fls-method-interval = Les intervalles des taux sont ceux de Wilson à 95 % ; la persistance suit Kaplan-Meier, ses issues en compétition Aalen-Johansen.
fls-method-complete = Hypothèse : le fichier du parcours contient toutes les étapes réalisées ; une étape sans ligne n'a pas été réalisée (pathway_complete).
fls-method-gaps = { $gaps } Un relais prévu, une cure terminée et une fenêtre thérapeutique ne sont pas des arrêts.
fls-method-country = Recommandations de : { $country }.
fls-method-tries = Après { $tries } essais, on ne rappelle plus ; si la priorité est haute ou très haute, on écrit une fois au médecin traitant.
fls-method-expected = Fixé par la filière : { $list }.
fls-expected-non-spine = fractures hors rachis attendues { $count }
fls-expected-spine = fractures du rachis attendues { $count }
fls-known-hip = fractures de hanche connues de l'hôpital { $count }
fls-slots = places par semaine { $count }
fls-calls = appels par semaine { $count }
fls-method-version = Osteon { $version }, données { $data } ; les listes de codes et leurs versions font partie des données.
fls-loinc = Ce document contient des éléments de LOINC (http://loinc.org). LOINC est copyright © Regenstrief Institute, Inc. et le comité LOINC (Logical Observation Identifiers Names and Codes) ; il est disponible gratuitement sous la licence http://loinc.org/license. LOINC® est une marque déposée aux États-Unis de Regenstrief Institute, Inc.

kpi-set-IOF = IOF, FFN et NOF : indicateurs par patient
kpi-set-FLSDB = FLS-DB, l'audit du Royaume-Uni
kpi-set-US = Mesures des États-Unis
kpi-set-CTF = Capture the Fracture : standards en pourcentage
kpi-set-other = Autres indicateurs

fls-set-own = fractures de fragilité, liste de ce logiciel
fls-set-grio = GRIO, France
fls-set-fls_db = FLS-DB, Royaume-Uni
fls-set-omw_style = femmes de 67 à 85 ans, comme la mesure des États-Unis

## Indicateurs : l'anglais est celui du moteur

kpi-IOF-1 = Fractures hors rachis repérées
kpi-IOF-2 = Fractures du rachis repérées
kpi-IOF-3 = Vus par la filière sous 12 semaines
kpi-IOF-4 = Densitométrie osseuse sous 12 semaines
kpi-IOF-5 = Risque de chute évalué
kpi-IOF-6 = Traitement médicamenteux recommandé
kpi-IOF-7 = Exercices de force et d'équilibre débutés sous 16 semaines
kpi-IOF-8 = Suivis sous 16 semaines
kpi-IOF-9 = Traitement médicamenteux débuté sous 16 semaines
kpi-IOF-10 = Sous traitement médicamenteux à 52 semaines
kpi-IOF-11 = Complétude des données
kpi-FLSDB-1 = Complétude des données, selon l'audit
kpi-FLSDB-2 = Toutes les fractures de fragilité repérées
kpi-FLSDB-3 = Part des fractures du rachis
kpi-FLSDB-4 = Vus par la filière sous 90 jours
kpi-FLSDB-5 = Densitométrie osseuse sous 90 jours
kpi-FLSDB-6 = Chutes évaluées
kpi-FLSDB-7 = Traitement osseux recommandé
kpi-FLSDB-8 = Exercices de force et d'équilibre débutés sous 16 semaines
kpi-FLSDB-9 = Suivis avant 16 semaines
kpi-FLSDB-10 = Traitement osseux débuté ou poursuivi avant 16 semaines
kpi-FLSDB-11 = Sous traitement osseux à 12 mois
kpi-OMW = Ostéoporose prise en charge après une fracture, femmes de 67 à 85 ans
kpi-MIPS-418 = Ostéoporose prise en charge après une fracture, femmes de 50 à 85 ans
kpi-CTF-2 = Patients repérés évalués
kpi-CTF-3 = Délai jusqu'à l'évaluation
kpi-CTF-6 = Causes secondaires recherchées
kpi-CTF-7 = Prévention des chutes
kpi-CTF-8 = Santé et mode de vie évalués
kpi-CTF-9 = Traitement médicamenteux débuté
kpi-CTF-10 = Traitement médicamenteux réévalué

## Listes fermées d'une filière

fls-by-all = Tous
fls-by-door = Porte d'entrée
fls-by-site = Site
fls-by-age_band = Âge
fls-by-sex = Sexe
fls-by-living_alone = Vit seul
fls-by-schooling = Scolarité
fls-group-all = tous
fls-group-female = femmes
fls-group-male = hommes
fls-group-yes = oui
fls-group-no = non
fls-group-unknown = non renseigné
fls-group-age = { $band } ans
fls-group-schooling = { $band } ans de scolarité
fls-door-inpatient = hospitalisés
fls-door-outpatient = urgences et consultations
fls-door-referral = adressés
fls-attendance-attended_of_identified = Venus, parmi les personnes repérées
fls-attendance-attended_of_invited = Venus, parmi les invités
fls-attendance-attended_of_invitable = Venus, parmi ceux que l'on pouvait inviter

fls-step-identified = Repérés
fls-step-invited = Invités
fls-step-contacted = Contactés
fls-step-attended = Venus
fls-step-dxa = Densitométrie osseuse
fls-step-spine_imaging = Imagerie du rachis
fls-step-bloods = Bilan sanguin
fls-step-falls_assessment = Évaluation du risque de chute
fls-step-lifestyle_assessment = Évaluation du mode de vie
fls-step-decision = Décision de traitement
fls-step-treatment_recommended = Traitement recommandé
fls-step-treatment_started = Traitement débuté
fls-step-treatment_reviewed = Traitement réévalué
fls-step-treatment_stopped = Traitement arrêté
fls-step-exercise_started = Exercices débutés
fls-step-communicated = Courrier au médecin traitant
fls-step-seen_16_weeks = Revus à 16 semaines
fls-step-seen_52_weeks = Revus à 52 semaines
fls-step-on_treatment_12_months = Sous traitement à 12 mois
fls-step-on_treatment_24_months = Sous traitement à 24 mois
fls-step-died = Décédés
fls-step-moved = Partis ailleurs
fls-outcome-done = fait
fls-outcome-not_done = non fait
fls-outcome-refused = refus
fls-outcome-absent = d'accord, puis pas venus
fls-outcome-waiting = encore en attente
fls-outcome-dead = décédés avant
fls-outcome-moved = partis ailleurs
fls-outcome-not_invited = à juste titre non invités
fls-outcome-not_said = aucune donnée ne le dit
fls-step-reason-already_treated = déjà traité
fls-step-reason-recent_dxa = densitométrie récente
fls-step-reason-nursing_home = vit en établissement
fls-step-reason-cognitive_disorder = trouble cognitif
fls-step-reason-too_ill = trop malade
fls-step-reason-distance = trop loin
fls-step-reason-not_interested = pas intéressé
fls-step-reason-no_answer = pas de réponse
fls-step-reason-followed_elsewhere = suivi ailleurs
fls-step-reason-contraindicated = contre-indiqué
fls-step-reason-not_indicated = non indiqué
fls-step-reason-intolerance = intolérance
fls-step-reason-planned_switch = relais prévu
fls-step-reason-course_completed = cure terminée
fls-step-reason-holiday = fenêtre thérapeutique
fls-step-reason-other = autre raison
fls-end-died = décès
fls-end-moved = départ ailleurs
fls-end-refractured = nouvelle fracture

fls-counted-fragility_site = fracture de fragilité
fls-counted-outside_period = hors de la période
fls-counted-under_age = sous l'âge minimal
fls-counted-age_unknown = âge inconnu
fls-counted-over_age = au-dessus de l'âge maximal
fls-counted-other_sex = pas du sexe compté
fls-counted-site_excluded = site non compté (crâne, face, doigts, orteils)
fls-counted-tumour = par une tumeur
fls-counted-stress_fracture = fracture de fatigue
fls-counted-other_bone_disease = par une autre maladie osseuse
fls-counted-high_trauma = traumatisme violent
fls-counted-later_encounter = venue ultérieure pour une fracture déjà connue
fls-counted-washout = même fracture de nouveau
fls-counted-hardware_removal = ablation de matériel
fls-counted-not_main_diagnosis = pas le diagnostic principal
fls-counted-refuted = réfutée
fls-counted-periprosthetic = autour d'une prothèse
fls-counted-vertebra_without_first_appearance = vertèbre, sans date de première apparition
fls-counted-possible_atypical_femoral = peut-être une fracture atypique du fémur
fls-counted-site_unclear = site peu clair
fls-counted-unconfirmed = non confirmée
fls-counted-date_incomplete = date incomplète
fls-counted-pathological_cause_unclear = pathologique, de cause peu claire

fls-level-red = rouge
fls-level-amber = orange
fls-level-green = vert
fls-level-below_bronze = sous le bronze
fls-level-bronze = bronze
fls-level-silver = argent
fls-level-gold = or
fls-level-between_bands = entre deux bandes

fls-action-invite = Inviter
fls-action-call_again = Rappeler
fls-action-rebook = Proposer un autre rendez-vous
fls-action-offer_place = Proposer une place : d'accord et en attente
fls-action-inform_clinician = Écrire au médecin traitant : personne non jointe
fls-action-book_dxa = Prévoir une densitométrie
fls-action-order_bloods = Prescrire un bilan sanguin
fls-action-assess_falls = Évaluer le risque de chute
fls-action-decide = Décider du traitement
fls-action-start_treatment = Débuter le traitement
fls-action-review_treatment = Réévaluer le traitement
fls-action-denosumab_due = Prochaine injection de dénosumab
fls-action-recall_16_weeks = Revoir à 16 semaines
fls-action-recall_52_weeks = Revoir à 52 semaines
fls-action-check_treatment = Vérifier que le traitement se poursuit
fls-action-review_event = Vérifier la fracture : doit-elle compter ?

fls-off-died = décès
fls-off-moved = départ ailleurs
fls-off-refused = refus
fls-off-not_invited = à juste titre sans invitation
fls-off-closed = clos par la filière : suivi ailleurs, état de santé, traitement déjà en cours ou raison semblable
fls-off-tries_used_up = tous les essais faits, sans réponse
fls-off-nothing_open = rien à faire : tout est fait, ou rien n'est encore dû

fls-finding-file_unreadable = Fichier qui ne s'ouvre pas
fls-finding-file_not_read = Fichier d'un type qui n'est pas lu
fls-finding-table_refused = Table connue qui ne peut pas être lue
fls-finding-truncated = Fichier qui s'arrête au milieu d'un enregistrement
fls-finding-malformed = Ligne qui n'est pas un enregistrement
fls-finding-bad_value = Valeur impossible
fls-finding-no_patient = Donnée d'une personne absente
fls-finding-unresolved_reference = Renvoi à un enregistrement absent
fls-finding-duplicate = Même enregistrement de nouveau : lu une fois
fls-finding-conflicting_duplicate = Même identifiant, autre contenu
fls-finding-entered_in_error = Saisi par erreur : non lu
fls-finding-older_fhir = Version ancienne de FHIR : lue
fls-finding-unknown_step = Étape du parcours hors des listes fermées
fls-finding-step_without_event = Étape du parcours sans fracture
fls-finding-no_birth_date = Pas de date de naissance : pas d'âge à la fracture
fls-finding-date_order = Ordre de dates impossible
fls-finding-date_incomplete = Date donnée seulement au mois ou à l'année
fls-finding-check_digit = Code LOINC dont la clé est fausse
fls-finding-region_conflict = Code, libellé et unité d'un examen en désaccord sur la région
fls-finding-region_unknown = Examen dont rien ne nomme la région
fls-finding-unit_slip = Unité qui ne convient pas au nombre
fls-finding-no_value = Résultat sans nombre utilisable
fls-finding-impossible_change = Écart entre deux examens qu'aucun os ne fait
fls-finding-printed_t_differs = T-score imprimé que sa référence ne donne pas
fls-finding-drug_unknown = Ordonnance dont le médicament n'est pas nommé

## Courriers d'une filière

letter-blank-name = Nom
letter-blank-address = Adresse
letter-blank-service = Service
letter-blank-phone = Téléphone
letter-blank-clinician = Dr
letter-blank-birth = Date de naissance
letter-blank-signature = Signature
letter-dear = Bonjour { $name },
letter-dear-blank = Bonjour
letter-dear-colleague = Cher confrère, chère consœur,
letter-number = Notre référence : { $id }
letter-phone = Téléphone { $phone }
letter-kind-regards = Bien cordialement,
letter-team = L'équipe de la consultation de santé osseuse

letter-invitation-title = Vos os : invitation à une consultation
letter-invitation-why = Vous vous êtes cassé { $bone } le { $date }. Nous espérons que vous allez mieux.
letter-invitation-why-no-bone = Vous vous êtes cassé un os le { $date }. Nous espérons que vous allez mieux.
letter-invitation-fragile = Un os qui se casse après une petite chute peut vouloir dire que les os sont devenus fragiles. C'est fréquent, et cela se soigne. Un bilan permet de savoir si c'est votre cas. Il aide à éviter une autre fracture.
letter-invitation-offer = Nous aimerions vous voir pour faire ce bilan.
letter-visit-title = Comment se passe la consultation
letter-visit-scan = Un examen des os : vous vous allongez quelques minutes sur une table. Cela ne fait pas mal.
letter-visit-blood = Une prise de sang.
letter-visit-talk = Un échange sur votre santé, vos médicaments et la façon d'éviter les chutes.
letter-visit-time = En tout, environ une heure.
letter-bring-title = À apporter
letter-bring = La liste de vos médicaments, vos lunettes, et les courriers ou les images de votre fracture si vous les avez. Une autre personne peut venir avec vous.
letter-how-title = Comment prendre rendez-vous
letter-how-phone = Appelez-nous au { $phone }.
letter-how-blank = Appelez-nous au
letter-no-title = Si vous ne souhaitez pas venir
letter-no = Vous êtes libre de dire non, sans donner de raison. Vos autres soins ne changent pas. Dites-le-nous par téléphone ou avec le coupon ci-dessous, pour que nous ne vous rappelions pas. Vous pourrez changer d'avis à tout moment.
letter-slip-title = Coupon à renvoyer
letter-slip-yes = Je souhaite venir.
letter-slip-later = Je souhaite venir plus tard, ou un autre jour.
letter-slip-transport = J'ai besoin d'aide pour venir.
letter-slip-no = Je ne souhaite pas venir.

letter-missed-title = Vos os : un autre rendez-vous est possible
letter-missed-rebook = Vous aviez rendez-vous avec nous après votre fracture, et vous n'avez pas pu venir. Cela arrive à beaucoup de monde.
letter-missed-call = Nous avons essayé de vous joindre au sujet de votre fracture du { $date }, sans succès. Notre appel ou notre lettre ne vous est peut-être pas parvenu.
letter-missed-offer = Le bilan vous reste ouvert. Nous serions heureux de trouver un jour qui vous convienne.
letter-missed-help = Dites-nous si quelque chose rend votre venue difficile : le trajet, l'horaire, votre santé, ou une personne dont vous vous occupez. Nous pourrons peut-être vous aider.

letter-place-title = Vos os : votre place pour le bilan
letter-place-thanks = Merci d'avoir accepté le bilan après votre fracture du { $date }. Vous n'avez pas encore eu de place. Cela tient à nous, pas à vous.
letter-place-offer = Nous cherchons une place pour vous.
letter-place-call = Appelez-nous pour choisir un jour qui vous convienne.
letter-place-help = Dites-nous si quelque chose rend votre venue difficile : le trajet, l'horaire, votre santé, ou une personne dont vous vous occupez. Nous pourrons peut-être vous aider.

letter-clinician-title-unreached = Après une fracture : nous n'avons pas pu joindre la personne que vous suivez
letter-clinician-unreached = { $tries ->
    [one] Nous avons essayé une fois de joindre cette personne après sa fracture, sans réponse, et n'essaierons plus.
   *[other] Nous avons essayé { $tries } fois de joindre cette personne après sa fracture, sans réponse, et n'essaierons plus.
 }
letter-clinician-unreached-ask = Merci de lui parler du bilan à la prochaine occasion : un mot du médecin traitant fait venir plus de monde qu'une lettre de plus. Un appel suffit pour prendre rendez-vous.
letter-clinician-title = Votre patient après une fracture : { $action }
letter-clinician-intro = Votre patient est connu de la filière fracture. Voici ce que disent nos données au { $date } :
letter-fact-person = Patient
letter-fact-reference = Référence
letter-fact-fracture = Fracture
letter-fact-site-on = { $site }, { $date }
letter-fact-dxa = Densitométrie après la fracture
letter-fact-dxa-none = aucune dans nos données
letter-fact-treatment = Traitement débuté après la fracture
letter-fact-treatment-none = aucun dans nos données
letter-fact-treatment-since = { $drug }, depuis le { $date }
letter-fact-treatment-alone = { $drug }, premier jour non précisé
letter-fact-at-fracture = Traitement au moment de la fracture
letter-fact-denosumab = Dénosumab
letter-fact-denosumab-due = dernière injection le { $last }, prochaine le { $due }, au plus tard le { $latest }
letter-fact-denosumab-ended = dernière injection le { $last } ; couverture finie le { $ended } ; aucun relais dans nos données ; raison de l'arrêt : { $reason }
letter-fact-stopped = Traitement arrêté
letter-fact-stopped-since = { $drug } : sans couverture depuis le { $date } ; raison de l'arrêt : { $reason }
letter-fact-why = Pourquoi nous écrivons
letter-denosumab-risk = Quand le dénosumab s'arrête sans relais, l'os se perd en quelques mois et des vertèbres peuvent se casser, souvent plusieurs : merci de décider bientôt de la prochaine injection ou d'un autre traitement.
letter-fact-triage = Priorité selon le logiciel
letter-fact-triage-within = { $priority }, à voir dans les { $weeks } semaines
letter-fact-guideline = Recommandation consultée
letter-fact-guideline-says = { $guideline } : { $recommendation }
letter-fact-open = Ce qui reste à faire
letter-fact-open-visit = Bilan après la fracture
letter-fact-due = Dans les temps jusqu'au
letter-clinician-proposal = Ceci est une proposition soumise à votre jugement, tirée par un logiciel de données codées qui peuvent être incomplètes. Elle ne décide de rien. Ce que vous savez de votre patient passe avant.
letter-clinician-answer = Si c'est déjà fait, ou si cela ne convient pas, merci de nous le dire afin que nous puissions clore ce point.

letter-recall-title = Liste de rappel
letter-recall-of = { $service }, { $date }
letter-recall-follow = Suivi, vérifications et injections
letter-recall-other = Autres personnes de la semaine
letter-recall-none = Personne.
letter-recall-call = Appel, jour
letter-recall-result = Résultat

fls-bone-proximal_femur = la hanche
fls-bone-vertebra = un os du dos
fls-bone-upper_thoracic_vertebra = un os du dos
fls-bone-cervical_vertebra = un os du cou
fls-bone-pelvis = le bassin
fls-bone-sacrum = un os du bas du dos
fls-bone-proximal_humerus = l'épaule
fls-bone-humeral_shaft = le haut du bras
fls-bone-humerus_unspecified = le haut du bras
fls-bone-elbow = le coude
fls-bone-distal_forearm = le poignet
fls-bone-forearm_shaft = l'avant-bras
fls-bone-forearm_unspecified = l'avant-bras
fls-bone-distal_femur = l'os de la cuisse, près du genou
fls-bone-femoral_shaft = l'os de la cuisse
fls-bone-subtrochanteric = l'os de la cuisse
fls-bone-femur_unspecified = l'os de la cuisse
fls-bone-proximal_tibia = la jambe, près du genou
fls-bone-tibia_fibula_shaft = la jambe
fls-bone-ankle = la cheville
fls-bone-heel = le talon
fls-bone-ribs_multiple = plusieurs côtes
fls-bone-rib_single = une côte
fls-bone-ribs_unspecified = une ou plusieurs côtes
fls-bone-clavicle = la clavicule
fls-bone-scapula = l'omoplate
fls-bone-sternum = un os de la poitrine
fls-bone-patella = la rotule
fls-bone-hand = la main
fls-bone-finger = un doigt
fls-bone-foot = le pied
fls-bone-toe = un orteil
fls-bone-skull = un os de la tête
fls-bone-face = un os du visage
fls-bone-unspecified = un os

## Tranches, issues et exclusions, comme le moteur les nomme

fls-group-other = autre
fls-band-under_50 = moins de 50 ans
fls-band-85- = 85 ans et plus
fls-band-up_to_9_years = jusqu'à 9 ans de scolarité
fls-band-over_9_years = plus de 9 ans de scolarité
fls-attendance-attended_of_identified_all_doors = Venus, parmi les personnes repérées de toutes les portes d'entrée
fls-outcome-not_found = absents des données
fls-outcome-stopped = arrêtés
fls-outcome-never_begun = jamais débutés
fls-outcome-on_treatment_at_event = déjà sous traitement au moment de la fracture
fls-outcome-not_over = délai non écoulé
fls-counted-date_order = avant la naissance ou après le décès
fls-counted-trauma_not_stated = faible traumatisme non attesté
fls-counted-trauma_unclear = violence du choc peu claire
fls-counted-act_only = acte sans diagnostic
fls-finding-drug_conflict = Codes et mots qui nomment des médicaments différents
fls-excluded-outside_denominator = hors de la question
fls-excluded-other_sex = pas du sexe compté
fls-excluded-outside_ages = hors des âges
fls-excluded-site_excluded = doigts, orteils, face, crâne
fls-excluded-hip_fracture = fractures de hanche
fls-excluded-dxa_not_needed = densitométrie inutile
fls-excluded-dxa_before = densitométrie antérieure
fls-excluded-drug_before = déjà sous traitement
fls-excluded-on_treatment_at_event = sous traitement au moment de la fracture
fls-excluded-same_day = une autre fracture du même jour est comptée
fls-excluded-not_invited = à juste titre non invités
fls-excluded-died_before_window_end = décédés avant la fin du délai
fls-excluded-died_without_day = décédés, jour non précisé
fls-excluded-moved_before_window_end = partis avant la fin du délai
fls-excluded-refractured_before_window_end = nouvelle fracture avant la fin du délai
fls-excluded-window_not_over = délai non écoulé
fls-excluded-not_said = aucune donnée ne le dit
fls-excluded-day_not_stated = jour non précisé
fls-excluded-sex_not_stated = sexe non précisé
fls-excluded-age_not_stated = âge non précisé
fls-excluded-site_not_stated = site non précisé
fls-rests-on-fractures_per_week = fractures par semaine
fls-rests-on-slots_per_week = places par semaine
fls-rests-on-inpatient_percent = hospitalisés (%)
fls-rests-on-invitable_percent = pouvaient être invités (%)
fls-rests-on-silent_read_as_not_invited_percent = sans donnée sur l'invitation, pris comme non invités (% de ceux qui pouvaient l'être)
fls-rests-on-waiting_though_places_were_free_percent = encore en attente malgré des places libres, pris comme non vus (% de ceux qui étaient d'accord)
fls-rests-on-invited_percent = invités (%)
fls-rests-on-agreed_of_invited_percent = d'accord parmi les invités (%)
fls-rests-on-refused_of_invited_percent = refus parmi les invités (%)
fls-rests-on-absent_of_booked_percent = absents parmi ceux qui avaient rendez-vous (%)
fls-rests-on-dxa_of_seen_percent = densitométries parmi les personnes vues (%)
fls-rests-on-begun_of_seen_percent = traités parmi les personnes vues (%)
fls-rests-on-median_days_to_visit = jours de la fracture à la visite (médiane des personnes venues)
fls-rests-on-days_to_invitation = jours jusqu'à l'invitation
fls-rests-on-days_from_visit_to_dxa = jours de la consultation à la densitométrie
fls-rests-on-days_from_visit_to_drug = jours de la consultation au traitement
fls-rests-on-agreed_after_call_percent = d'accord après un appel de plus (%)
fls-rests-on-weeks_to_call = semaines jusqu'à l'appel
fls-rests-on-attendance_points = points de venue ajoutés
fls-rests-on-patience_weeks = semaines d'attente acceptées
fls-rests-on-warm_up_weeks = semaines simulées avant de compter

## Raisons de la liste de travail : l'anglais est la phrase du moteur

fls-why-fracture_days_ago = { $number ->
    [0] fracture ({ $word }) d'aujourd'hui
    [one] fracture ({ $word }) il y a { $number } jour
   *[other] fracture ({ $word }) il y a { $number } jours
 }
fls-why-fracture_weeks_ago = { $number ->
    [one] fracture ({ $word }) il y a { $number } semaine
   *[other] fracture ({ $word }) il y a { $number } semaines
 }
fls-why-fracture_in_year = fracture ({ $word }) en { $year }, jour non précisé
fls-why-priority = priorité { $word }
fls-why-priority_unknown = priorité inconnue
fls-why-not_invited = pas encore d'invitation
fls-why-invitation_not_recorded = aucune donnée ne dit si la personne a été invitée
fls-why-invited_no_answer = invitation sans réponse
fls-why-absent = rendez-vous accepté, puis manqué
fls-why-waiting_for_place = en attente d'une place
fls-why-tries = { $number ->
    [one] { $number } essai de contact
   *[other] { $number } essais de contact
 }
fls-why-last_try_days_ago = { $number ->
    [0] dernier essai aujourd'hui
    [one] dernier essai il y a { $number } jour
   *[other] dernier essai il y a { $number } jours
 }
fls-why-no_dxa = pas encore de densitométrie
fls-why-no_bloods = pas encore de bilan sanguin
fls-why-no_falls_assessment = risque de chute pas encore évalué
fls-why-no_decision = pas encore de décision de traitement
fls-why-recommended_not_begun = traitement recommandé et non débuté
fls-why-on_drug_at_fracture = sous { $word } au moment de la fracture
fls-why-denosumab_due_in_days = { $number ->
    [0] prochaine injection de dénosumab aujourd'hui
    [one] prochaine injection de dénosumab dans { $number } jour
   *[other] prochaine injection de dénosumab dans { $number } jours
 }
fls-why-denosumab_overdue_days = { $number ->
    [one] injection de dénosumab en retard de { $number } jour
   *[other] injection de dénosumab en retard de { $number } jours
 }
fls-why-denosumab_ended_days_ago = { $number ->
    [one] couverture du dénosumab finie depuis { $number } jour, sans relais
   *[other] couverture du dénosumab finie depuis { $number } jours, sans relais
 }
fls-why-drug_stopped_days_ago = { $number ->
    [one] { $word } : sans couverture depuis { $number } jour
   *[other] { $word } : sans couverture depuis { $number } jours
 }
fls-why-stopped_because = raison de l'arrêt : { $word }
fls-why-not_seen_at_16_weeks = visite des 16 semaines pas encore faite
fls-why-not_seen_at_52_weeks = visite des 52 semaines pas encore faite
fls-why-review = quelqu'un doit vérifier la fracture ({ $word })
fls-why-days_left_dxa = { $number ->
    [0] dernier jour pour une densitométrie sous 12 semaines
    [one] reste { $number } jour pour une densitométrie sous 12 semaines
   *[other] restent { $number } jours pour une densitométrie sous 12 semaines
 }
fls-why-days_late_dxa = { $number ->
    [one] { $number } jour de retard pour une densitométrie sous 12 semaines
   *[other] { $number } jours de retard pour une densitométrie sous 12 semaines
 }
fls-why-days_left_assessment = { $number ->
    [0] dernier jour pour une évaluation sous 12 semaines
    [one] reste { $number } jour pour une évaluation sous 12 semaines
   *[other] restent { $number } jours pour une évaluation sous 12 semaines
 }
fls-why-days_late_assessment = { $number ->
    [one] { $number } jour de retard pour une évaluation sous 12 semaines
   *[other] { $number } jours de retard pour une évaluation sous 12 semaines
 }
fls-why-days_left_treatment = { $number ->
    [0] dernier jour pour un traitement sous 16 semaines
    [one] reste { $number } jour pour un traitement sous 16 semaines
   *[other] restent { $number } jours pour un traitement sous 16 semaines
 }
fls-why-days_late_treatment = { $number ->
    [one] { $number } jour de retard pour un traitement sous 16 semaines
   *[other] { $number } jours de retard pour un traitement sous 16 semaines
 }
fls-why-days_left_recall_16_weeks = { $number ->
    [0] dernier jour pour la visite des 16 semaines
    [one] reste { $number } jour pour la visite des 16 semaines
   *[other] restent { $number } jours pour la visite des 16 semaines
 }
fls-why-days_late_recall_16_weeks = { $number ->
    [one] { $number } jour de retard pour la visite des 16 semaines
   *[other] { $number } jours de retard pour la visite des 16 semaines
 }
fls-why-days_left_recall_52_weeks = { $number ->
    [0] dernier jour pour la visite des 52 semaines
    [one] reste { $number } jour pour la visite des 52 semaines
   *[other] restent { $number } jours pour la visite des 52 semaines
 }
fls-why-days_late_recall_52_weeks = { $number ->
    [one] { $number } jour de retard pour la visite des 52 semaines
   *[other] { $number } jours de retard pour la visite des 52 semaines
 }

## Indicateurs : qui est compté, et sur qui

kpi-CTF-1 = Les patients sont repérés, et la part repérée est connue
kpi-CTF-4 = On recherche les fractures vertébrales
kpi-CTF-5 = L'évaluation suit une recommandation écrite
kpi-CTF-11 = Le plan parvient à ceux qui soignent le patient
kpi-CTF-12 = Le suivi au long cours est prévu
kpi-CTF-13 = Les fractures sont tenues dans une base de données
kpi-numerator-IOF-1 = les fractures comptées hors rachis
kpi-denominator-IOF-1 = les fractures hors rachis attendues dans la période, fixées dans les options
kpi-numerator-IOF-2 = les fractures comptées du rachis
kpi-denominator-IOF-2 = les fractures du rachis attendues dans la période, fixées dans les options
kpi-numerator-IOF-3 = celles dont la personne a été vue par la filière entre le jour de la fracture et le 84e jour
kpi-denominator-IOF-3 = les fractures repérées : toutes celles comptées dans la période, sauf celles des personnes à juste titre non invitées
kpi-numerator-IOF-4 = celles suivies d'une densitométrie entre le jour de la fracture et le 84e jour
kpi-denominator-IOF-4 = les fractures repérées : toutes celles comptées dans la période, sauf celles des personnes à juste titre non invitées et celles dont une donnée dit qu'aucune densitométrie n'est utile
kpi-numerator-IOF-5 = celles suivies d'une évaluation du risque de chute, au jour du rapport
kpi-denominator-IOF-5 = les fractures repérées : toutes celles comptées dans la période, sauf celles des personnes à juste titre non invitées
kpi-numerator-IOF-6 = celles des personnes à qui un traitement a été recommandé, au jour du rapport
kpi-denominator-IOF-6 = les fractures repérées : toutes celles comptées dans la période, sauf celles des personnes à juste titre non invitées
kpi-numerator-IOF-7 = celles dont la personne a débuté les exercices entre le jour de la fracture et le 112e jour
kpi-denominator-IOF-7 = les fractures repérées : toutes celles comptées dans la période, sauf celles des personnes à juste titre non invitées et celles de la hanche
kpi-numerator-IOF-8 = celles dont la personne a été revue ou rappelée entre le jour de la fracture et le 112e jour
kpi-denominator-IOF-8 = les fractures des personnes à qui un traitement a été recommandé
kpi-numerator-IOF-9 = celles dont la personne a débuté un nouveau traitement entre le jour de la fracture et le 112e jour
kpi-denominator-IOF-9 = les fractures des personnes à qui un traitement a été recommandé
kpi-numerator-IOF-10 = celles des personnes sous traitement 364 jours après la fracture ; un relais prévu, une cure terminée et une fenêtre thérapeutique ne sont pas des arrêts
kpi-denominator-IOF-10 = les fractures des personnes à qui un traitement a été recommandé, en vie 52 semaines plus tard
kpi-numerator-IOF-11 = les réponses que donnent les données à ce que demandent les indicateurs 1 à 10
kpi-denominator-IOF-11 = les réponses dont ces indicateurs ont besoin : celles qui s'appliquent à chaque fracture et dont le délai est écoulé
kpi-numerator-FLSDB-1 = les champs de l'audit dont plus de 20 % manquent
kpi-denominator-FLSDB-1 = les 17 champs de l'audit
kpi-numerator-FLSDB-2 = les fractures comptées
kpi-denominator-FLSDB-2 = les fractures attendues dans la période, du rachis et autres, fixées dans les options
kpi-numerator-FLSDB-3 = les fractures comptées du rachis
kpi-denominator-FLSDB-3 = les fractures repérées : toutes celles comptées dans la période
kpi-numerator-FLSDB-4 = celles dont la personne a été vue par la filière entre le jour de la fracture et le 90e jour
kpi-denominator-FLSDB-4 = les fractures repérées : toutes celles comptées dans la période, sauf celles des personnes à juste titre non invitées
kpi-numerator-FLSDB-5 = celles suivies d'une densitométrie entre le jour de la fracture et le 90e jour
kpi-denominator-FLSDB-5 = les fractures repérées : toutes celles comptées dans la période, sauf celles des personnes à juste titre non invitées et celles dont une donnée dit qu'aucune densitométrie n'est utile
kpi-numerator-FLSDB-6 = celles suivies d'une évaluation du risque de chute, au jour du rapport
kpi-denominator-FLSDB-6 = les fractures repérées : toutes celles comptées dans la période, sauf celles des personnes à juste titre non invitées
kpi-numerator-FLSDB-7 = celles des personnes à qui un traitement a été recommandé, au jour du rapport
kpi-denominator-FLSDB-7 = les fractures repérées : toutes celles comptées dans la période, sauf celles des personnes à juste titre non invitées
kpi-numerator-FLSDB-8 = celles dont la personne a débuté les exercices entre le jour de la fracture et le 112e jour
kpi-denominator-FLSDB-8 = les fractures repérées : toutes celles comptées dans la période, sauf celles des personnes à juste titre non invitées et celles de la hanche
kpi-numerator-FLSDB-9 = celles dont la personne a été revue ou rappelée entre le jour de la fracture et le 112e jour
kpi-denominator-FLSDB-9 = les fractures des personnes à qui un traitement a été recommandé
kpi-numerator-FLSDB-10 = celles dont la personne a débuté un nouveau traitement entre le jour de la fracture et le 112e jour, ou a poursuivi jusqu'au 112e jour celui d'avant
kpi-denominator-FLSDB-10 = les fractures des personnes à qui un traitement a été recommandé
kpi-numerator-FLSDB-11 = celles des personnes sous traitement 365 jours après la fracture ; un relais prévu, une cure terminée et une fenêtre thérapeutique ne sont pas des arrêts
kpi-denominator-FLSDB-11 = les fractures des personnes à qui un traitement a été recommandé, en vie 12 mois plus tard
kpi-numerator-OMW = celles suivies d'une densitométrie ou d'un nouveau traitement entre le jour de la fracture et le 180e jour
kpi-denominator-OMW = les fractures de femmes de 67 à 85 ans, hors doigts, orteils, face et crâne, sans densitométrie dans les 730 jours ni traitement dans les 365 jours d'avant
kpi-numerator-MIPS-418 = celles suivies d'une densitométrie ou d'un nouveau traitement entre le jour de la fracture et le 180e jour, ou survenues sous traitement
kpi-denominator-MIPS-418 = les fractures de femmes de 50 à 85 ans, hors doigts, orteils, face et crâne
kpi-numerator-CTF-2 = celles dont la personne a été vue par la filière, au jour du rapport
kpi-denominator-CTF-2 = les fractures repérées : toutes celles comptées dans la période, sauf celles des personnes à juste titre non invitées
kpi-numerator-CTF-3 = celles dont la personne a été vue par la filière entre le jour de la fracture et le 84e jour
kpi-denominator-CTF-3 = les fractures repérées : toutes celles comptées dans la période, sauf celles des personnes à juste titre non invitées
kpi-numerator-CTF-6 = celles suivies d'un bilan sanguin des causes secondaires, au jour du rapport
kpi-denominator-CTF-6 = les fractures des personnes à qui un traitement a été recommandé
kpi-numerator-CTF-7 = celles suivies d'une évaluation du risque de chute, au jour du rapport
kpi-denominator-CTF-7 = les fractures repérées : toutes celles comptées dans la période, sauf celles des personnes à juste titre non invitées
kpi-numerator-CTF-8 = celles suivies d'une évaluation du tabac, de l'alcool, de la nutrition et de l'exercice, au jour du rapport
kpi-denominator-CTF-8 = les fractures repérées : toutes celles comptées dans la période, sauf celles des personnes à juste titre non invitées
kpi-numerator-CTF-9 = celles dont la personne a débuté un nouveau traitement, au jour du rapport
kpi-denominator-CTF-9 = les fractures des personnes à qui un traitement a été recommandé et qui n'en prenaient aucun au moment de la fracture
kpi-numerator-CTF-10 = celles dont le traitement a été réévalué après la fracture, au jour du rapport
kpi-denominator-CTF-10 = les fractures de personnes sous traitement de l'ostéoporose au moment de la fracture

## Phrases du moteur : l'identifiant est la phrase sans ses nombres

fls-said-no-record-says-who-was-found = aucune donnée ne dit qui a été repéré
fls-said-no-record-says-who-broke-which-bone = aucune donnée ne dit qui s'est cassé quel os
fls-said-no-record-says-who-was-seen-by-the-service = aucune donnée ne dit qui a été vu par la filière
fls-said-no-record-says-who-had-a-bone-densitometry = aucune donnée ne dit qui a eu une densitométrie
fls-said-no-record-says-who-had-bloods-for-secondary-causes = aucune donnée ne dit qui a eu un bilan sanguin des causes secondaires
fls-said-no-record-says-who-had-a-falls-assessment = aucune donnée ne dit qui a eu une évaluation du risque de chute
fls-said-no-record-says-who-had-an-assessment-of-health-and-way-of-life = aucune donnée ne dit qui a eu une évaluation de la santé et du mode de vie
fls-said-no-record-says-who-was-recommended-a-treatment = aucune donnée ne dit qui s'est vu recommander un traitement
fls-said-no-record-says-who-began-a-treatment = aucune donnée ne dit qui a débuté un traitement
fls-said-no-record-says-who-began-or-continued-a-treatment = aucune donnée ne dit qui a débuté ou poursuivi un traitement
fls-said-no-record-says-who-had-the-treatment-reviewed = aucune donnée ne dit qui a eu une réévaluation du traitement
fls-said-no-record-says-who-began-strength-and-balance-exercise = aucune donnée ne dit qui a débuté des exercices de force et d'équilibre
fls-said-no-record-says-who-was-monitored = aucune donnée ne dit qui a été suivi
fls-said-no-record-says-who-was-on-treatment-N-weeks-later = aucune donnée ne dit qui était sous traitement 52 semaines plus tard
fls-said-no-record-says-who-had-a-bone-densitometry-or-a-drug = aucune donnée ne dit qui a eu une densitométrie ou un traitement
fls-said-no-record-says-who-was-on-treatment-when-the-bone-broke = aucune donnée ne dit qui était sous traitement au moment de la fracture
fls-said-the-records-say-only-of-whom-it-was-so-and-are-silent-on-N-fracture-it-is-between-N-and-N-of-N = les données disent seulement pour qui c'est le cas, et se taisent sur { $n1 } fracture : c'est entre { $n2 } et { $n3 } sur { $n4 }
fls-said-of-N-fracture-the-person-died-or-moved-before-the-window-s-end-not-reached = Pour { $n1 } fracture, la personne est décédée ou partie avant la fin du délai : étape non atteinte
fls-said-on-N-N-N-the-window-of-N-fracture-is-not-over-left-out-until-then = Au { $r3 }/{ $r2 }/{ $r1 }, le délai de { $n4 } fracture n'est pas écoulé : écartées d'ici là
fls-said-on-N-N-N-the-window-of-N-fracture-is-not-over-N-left-out-until-then-and-N-counted-already-N-of-them-as-reached-so-that-the-percentage-is-not-settled = Au { $r3 }/{ $r2 }/{ $r1 }, le délai de { $n4 } fracture n'est pas écoulé : { $n5 } écartées d'ici là, { $n6 } déjà comptées, dont { $n7 } comme atteintes, si bien que le pourcentage n'est pas définitif
fls-said-the-records-are-silent-on-N-fracture-left-out-with-them-it-would-be-between-N-and-N-of-N = Les données se taisent sur { $n1 } fracture, écartées : avec elles, ce serait entre { $n2 } et { $n3 } sur { $n4 }
fls-said-the-records-do-not-say-which-bone-it-was-of-N-fracture-left-out = Les données ne disent pas quel os pour { $n1 } fracture, écartées
fls-said-the-records-say-only-of-whom-it-was-so-and-are-silent-on-N-fractures-it-is-between-N-and-N-of-N = les données disent seulement pour qui c'est le cas, et se taisent sur { $n1 } fractures : c'est entre { $n2 } et { $n3 } sur { $n4 }
fls-said-of-N-fractures-the-person-died-or-moved-before-the-window-s-end-not-reached = Pour { $n1 } fractures, la personne est décédée ou partie avant la fin du délai : étape non atteinte
fls-said-on-N-N-N-the-window-of-N-fractures-is-not-over-left-out-until-then = Au { $r3 }/{ $r2 }/{ $r1 }, le délai de { $n4 } fractures n'est pas écoulé : écartées d'ici là
fls-said-on-N-N-N-the-window-of-N-fractures-is-not-over-N-left-out-until-then-and-N-counted-already-N-of-them-as-reached-so-that-the-percentage-is-not-settled = Au { $r3 }/{ $r2 }/{ $r1 }, le délai de { $n4 } fractures n'est pas écoulé : { $n5 } écartées d'ici là, { $n6 } déjà comptées, dont { $n7 } comme atteintes, si bien que le pourcentage n'est pas définitif
fls-said-the-records-are-silent-on-N-fractures-left-out-with-them-it-would-be-between-N-and-N-of-N = Les données se taisent sur { $n1 } fractures, écartées : avec elles, ce serait entre { $n2 } et { $n3 } sur { $n4 }
fls-said-the-records-do-not-say-which-bone-it-was-of-N-fractures-left-out = Les données ne disent pas quel os pour { $n1 } fractures, écartées
fls-said-where-the-window-is-over-it-is-N-of-N = Là où le délai est écoulé : { $n1 } sur { $n2 }
fls-said-nobody-is-in-the-denominator = Le dénominateur est vide
fls-said-none-is-expected-so-that-there-is-no-percentage = Aucune n'est attendue : il n'y a pas de pourcentage
fls-said-more-were-found-than-expected-the-number-expected-is-too-low = On en a trouvé plus qu'attendu : le nombre attendu est trop faible
fls-said-no-level-is-given-since-what-is-not-known-could-change-it = Aucun niveau n'est donné, car ce qui n'est pas connu pourrait le changer
fls-said-the-number-expected-is-not-stated-for-each-door = le nombre attendu n'est pas fixé par porte d'entrée
fls-said-it-is-a-statement-of-the-service-about-itself = c'est une déclaration de la filière sur elle-même
fls-said-the-number-expected-is-an-estimate-the-interval-speaks-of-chance-alone = Le nombre attendu est une estimation ; l'intervalle ne tient compte que du hasard
fls-said-who-was-recommended-a-scan-is-in-no-record-so-that-everyone-counts-unless-a-record-says-otherwise = Aucune donnée ne dit à qui une densitométrie a été recommandée : toutes comptent, sauf donnée contraire
fls-said-who-is-eligible-is-read-as-in-the-united-kingdom-without-its-limit-of-age = L'éligibilité est lue comme au Royaume-Uni, sans sa limite d'âge
fls-said-who-was-on-a-drug-when-the-bone-broke-and-went-on-with-it-has-begun-none-and-counts-as-not-reached = Qui était sous traitement au moment de la fracture et l'a poursuivi n'en a pas débuté, et compte comme étape non atteinte
fls-said-which-reasons-for-stopping-count-people-out-is-not-settled = Les raisons d'arrêt qui écartent du calcul ne sont pas établies
fls-said-answers-of-one-fracture-go-together-so-that-the-interval-is-narrower-than-it-should-be = Les réponses d'une même fracture vont ensemble : l'intervalle est plus étroit qu'il ne devrait
fls-said-the-N-fields-of-the-audit-are-not-fields-of-these-records = les 17 champs de l'audit ne sont pas des champs de ces données
fls-said-iof-N-says-how-complete-these-are = IOF-11 dit à quel point celles-ci sont complètes
fls-said-a-limit-of-age-that-is-recalled-only-is-not-applied = Une limite d'âge connue seulement de mémoire n'est pas appliquée
fls-said-exclusions-are-made-where-a-record-shows-them-care-in-a-hospice-is-in-no-record-that-is-read = Les exclusions sont faites là où une donnée les montre : les soins palliatifs ne figurent dans aucune donnée lue
fls-said-the-year-of-the-measure-runs-from-july-to-june-here-it-is-the-period-that-was-given = L'année de la mesure va de juillet à juin ; ici, c'est la période donnée
fls-said-several-fractures-of-one-day-count-once = Plusieurs fractures du même jour comptent une fois
fls-said-the-age-is-that-at-the-fracture-where-the-measure-takes-that-on-the-last-day-of-its-year = L'âge est celui de la fracture, alors que la mesure prend celui du dernier jour de son année
fls-said-who-died-or-moved-within-the-N-days-is-left-out-since-the-measure-asks-for-six-months-of-membership = Qui est décédé ou parti dans les 180 jours est écarté, car la mesure demande six mois d'affiliation
fls-said-six-months-are-read-as-N-days = Six mois sont lus comme 180 jours
fls-said-the-level-is-that-of-the-median-delay-of-those-who-were-seen-which-is-our-reading = Le niveau est celui du délai médian des personnes vues, selon notre lecture
fls-said-the-median-delay-of-the-N-who-were-seen-is-N-days = Le délai médian des { $n1 } personnes vues est de { $n2 } jours
fls-said-who-is-at-risk-of-falls-is-in-no-record-so-that-everyone-counts = Aucune donnée ne dit qui risque de tomber : toutes comptent
fls-said-no-fracture-is-counted = Aucune fracture n'est comptée
fls-said-no-record-of-a-dxa-of-anybody-is-here-it-cannot-be-said-who-had-none = Aucune densitométrie de quiconque ne figure ici : on ne peut pas dire qui n'en a pas eu
fls-said-no-record-of-a-drug-of-anybody-is-here-it-cannot-be-said-who-began-none = Aucun médicament de quiconque ne figure ici : on ne peut pas dire qui n'en a pas débuté
fls-said-N-months-are-not-over-for-anybody-who-could-be-known = { $n1 } mois ne sont écoulés pour personne dont on puisse le savoir
fls-said-no-record-says-who-was-on-treatment-then = Aucune donnée ne dit qui était alors sous traitement
fls-said-no-row-of-the-pathway-file-says-it-of-this-group = Aucune ligne du fichier de parcours ne le dit pour ce groupe
fls-said-no-pathway-file-is-here-and-codes-cannot-say-it = Il n'y a pas de fichier de parcours, et les codes ne peuvent pas le dire
fls-said-N-left-out-of-both-rates-N-months-are-not-over = Écartées des deux taux : { $n1 } ({ $n2 } mois ne sont pas écoulés)
fls-said-N-left-out-of-both-rates-moved-away = Écartées des deux taux : { $n1 } (partis ailleurs)
fls-said-N-left-out-of-both-rates-nothing-says = Écartées des deux taux : { $n1 } (rien ne le dit)
fls-said-N-died-before-counted-of-all-who-were-identified-left-out-of-those-who-reached-the-step-before = Décès avant : { $n1 } (comptés parmi les personnes repérées, écartés de l'étape précédente)
fls-said-nothing-says-it-of-N-they-are-in-the-denominators = Rien ne le dit pour { $n1 } : elles sont dans les dénominateurs
fls-said-rests-on-prescriptions-alone-no-pathway-file-is-here = Repose sur les seules ordonnances : il n'y a pas de fichier de parcours
fls-said-fractures-each-counted-fracture-of-the-period-a-person-may-have-several-and-the-number-of-people-stands-beside = des fractures, chacune de celles comptées dans la période ; une personne peut en avoir plusieurs
fls-said-fractures = des fractures
fls-said-no-counted-fracture-in-the-period-nothing-can-be-measured = aucune fracture comptée dans la période, rien ne peut être mesuré
fls-said-no-record-says-who-was-invited-and-who-came-so-that-attendance-cannot-be-measured = aucune donnée ne dit qui a été invité et qui est venu, la venue ne peut donc pas être mesurée
fls-said-nobody-was-invited-so-that-attendance-cannot-be-measured = personne n'a été invité, la venue ne peut donc pas être mesurée
fls-said-no-capacity-is-stated-slots_per_week-without-a-limit-every-change-would-seem-to-help = aucune capacité n'est fixée (slots_per_week) ; sans limite, tout changement semblerait utile
fls-said-how-many-fractures-are-expected-is-not-stated-in-the-options-expected_non_spine-and-is-not-guessed-from-those-of-the-hip = le nombre de fractures attendues n'est pas fixé dans les options (expected_non_spine), et n'est pas deviné à partir de celles de la hanche
fls-said-how-many-fractures-are-expected-is-not-stated-in-the-options-expected_spine-and-is-not-guessed-from-those-of-the-hip = le nombre de fractures attendues n'est pas fixé dans les options (expected_spine), et n'est pas deviné à partir de celles de la hanche
fls-said-how-many-fractures-are-expected-is-not-stated-in-the-options-expected_non_spine-and-expected_spine-and-is-not-guessed-from-those-of-the-hip = le nombre de fractures attendues n'est pas fixé dans les options (expected_non_spine et expected_spine), et n'est pas deviné à partir de celles de la hanche

fls-stop-intolerance = intolérance
fls-stop-failure = échec du traitement
fls-stop-completed = cure terminée
fls-stop-choice = choix de la personne
fls-stop-contraindication = contre-indication
fls-stop-unknown = non précisée
fls-said-nothing-is-said-of-what-iof-N-ask = Rien n'est dit de ce que demande IOF-{ $n1 }
fls-said-nothing-is-said-of-what-iof-N-iof-N-ask = Rien n'est dit de ce que demandent IOF-{ $n1 }, IOF-{ $n2 }
fls-said-nothing-is-said-of-what-iof-N-iof-N-iof-N-ask = Rien n'est dit de ce que demandent IOF-{ $n1 }, IOF-{ $n2 }, IOF-{ $n3 }
fls-said-nothing-is-said-of-what-iof-N-iof-N-iof-N-iof-N-ask = Rien n'est dit de ce que demandent IOF-{ $n1 }, IOF-{ $n2 }, IOF-{ $n3 }, IOF-{ $n4 }
fls-said-nothing-is-said-of-what-iof-N-iof-N-iof-N-iof-N-iof-N-ask = Rien n'est dit de ce que demandent IOF-{ $n1 }, IOF-{ $n2 }, IOF-{ $n3 }, IOF-{ $n4 }, IOF-{ $n5 }
fls-said-nothing-is-said-of-what-iof-N-iof-N-iof-N-iof-N-iof-N-iof-N-ask = Rien n'est dit de ce que demandent IOF-{ $n1 }, IOF-{ $n2 }, IOF-{ $n3 }, IOF-{ $n4 }, IOF-{ $n5 }, IOF-{ $n6 }
fls-said-nothing-is-said-of-what-iof-N-iof-N-iof-N-iof-N-iof-N-iof-N-iof-N-ask = Rien n'est dit de ce que demandent IOF-{ $n1 }, IOF-{ $n2 }, IOF-{ $n3 }, IOF-{ $n4 }, IOF-{ $n5 }, IOF-{ $n6 }, IOF-{ $n7 }
fls-said-nothing-is-said-of-what-iof-N-iof-N-iof-N-iof-N-iof-N-iof-N-iof-N-iof-N-ask = Rien n'est dit de ce que demandent IOF-{ $n1 }, IOF-{ $n2 }, IOF-{ $n3 }, IOF-{ $n4 }, IOF-{ $n5 }, IOF-{ $n6 }, IOF-{ $n7 }, IOF-{ $n8 }
fls-said-nothing-is-said-of-what-iof-N-iof-N-iof-N-iof-N-iof-N-iof-N-iof-N-iof-N-iof-N-ask = Rien n'est dit de ce que demandent IOF-{ $n1 }, IOF-{ $n2 }, IOF-{ $n3 }, IOF-{ $n4 }, IOF-{ $n5 }, IOF-{ $n6 }, IOF-{ $n7 }, IOF-{ $n8 }, IOF-{ $n9 }
fls-said-nothing-is-said-of-what-iof-N-iof-N-iof-N-iof-N-iof-N-iof-N-iof-N-iof-N-iof-N-iof-N-ask = Rien n'est dit de ce que demandent IOF-{ $n1 }, IOF-{ $n2 }, IOF-{ $n3 }, IOF-{ $n4 }, IOF-{ $n5 }, IOF-{ $n6 }, IOF-{ $n7 }, IOF-{ $n8 }, IOF-{ $n9 }, IOF-{ $n10 }
fls-engine-words = Le détail de chaque premier exemple est dans les mots du moteur, en anglais.
fls-by-drug = Médicament
fls-group-major_other = autres sites majeurs
fls-group-hip = hanche
