import type { page as englishPage, tools as englishTools } from "./en_page.js";

/** Les outils du calculateur. */
export const tools: typeof englishTools = {
  label: "Outils",
  language: "Langue",
  fresh: "Nouveau",
  example: "Exemple",
  open: "Ouvrir",
  save: "Enregistrer",
  link: "Lien",
  print: "Imprimer",
  openLabel: "Ouvrir un dossier enregistré dans un fichier",
  saveLabel: "Enregistrer la saisie dans un fichier",
  linkLabel: "Créer un lien qui restitue la saisie",
  printLabel: "Imprimer une page",
  exampleLabel: "Remplir avec une personne fictive",
  freshLabel: "Commencer avec une nouvelle personne",
  private: "Aucune donnée saisie ne quitte cet ordinateur.",
  privateMore: "La page n’utilise aucun réseau et ne conserve rien.",
  fileName: "osteon-patient",
  undo: "Annuler",
  close: "Fermer",
  notKept: "Rien n’a été enregistré : ces saisies sont illisibles et seraient perdues. Les corriger d’abord.",
  broughtUp:
    "La date est celle du jour et les durées en mois ont été prolongées d’autant. Vérifier l’âge et tout ce qui a changé depuis.",
  undone: "La saisie précédente est rétablie.",
  cleared: "Le formulaire a été vidé.",
  exampleShown: "Une personne fictive est affichée à titre d’exemple.",
  opened: (name) => `Fichier ${name} ouvert.`,
  restored: "Saisie restituée à partir du lien.",
  restoredMore:
    "Les données saisies figurent dans l’adresse de cette page et dans l’historique du navigateur, où d’autres utilisateurs de cet ordinateur peuvent les lire.",
  takeOut: "Les retirer de l’adresse",
  takenOut:
    "Données retirées de l’adresse. Le lien peut subsister dans l’historique du navigateur : l’y effacer si d’autres personnes utilisent cet ordinateur.",
  linkTitle: "Un lien qui restitue la saisie",
  linkWarning:
    "Le lien contient toutes les données saisies, lisibles par quiconque le détient. Il figure dans la barre d’adresse et dans l’historique de tout navigateur qui l’ouvre. Ne pas l’envoyer par un canal non prévu pour des données de santé.",
  linkField: "Lien",
  copy: "Copier le lien",
  copied: "Lien copié.",
  copyBySelf: "Le navigateur n’autorise pas la copie ici. Le lien est sélectionné : le copier au clavier.",
  tooLarge: "Ce fichier est trop volumineux pour être un dossier enregistré.",
  notJson: "Ce n’est pas un fichier enregistré par Osteon : il est illisible.",
  notOurs: "Ce fichier contient autre chose qu’une personne enregistrée par Osteon.",
  tooMany:
    "Ce document contient plus d’éléments que la page ne peut en afficher : 100 examens, fractures, résultats biologiques ou traitements au plus pour chacun, et 1000 éléments en tout. Rien n’a été chargé.",
  badLink: "Le lien figurant dans l’adresse est altéré ou incomplet : rien n’a été restitué.",
  notTaken: "Rien n’a été chargé. Le document contient des éléments que cette version ne connaît pas :",
  fault:
    "Le moteur a échoué sur la saisie actuelle et ne donne aucune réponse. Enregistrer la saisie, recharger la page et la rouvrir ; si l’échec se répète, merci de le signaler.",
  failed:
    "Le moteur ne peut pas être chargé dans ce navigateur. Il faut une version de Firefox, Chrome, Edge ou Safari de 2024 ou plus récente.",
};

/** La page qui l’héberge. */
export const page: typeof englishPage = {
  title: "Osteon : densité osseuse et risque de fracture",
  name: "Osteon",
  purpose: "Densité osseuse, risque de fracture et ce qu’en disent les recommandations, chaque chiffre avec sa source",
  noticeLabel: "Usage prévu",
  notice:
    "Réservé aux professionnels de santé. Sans marquage CE ni UKCA, non autorisé par la FDA : l’usage clinique suppose un fabricant qui en prend la responsabilité.",
  noticeMore: "Pour qui, pour quoi, et ce que ce n’est pas",
  forWhom: "Pour qui",
  forWhomText:
    "Les professionnels de santé qui interprètent l’ostéodensitométrie, prennent en charge les personnes après une fracture ou décident d’un traitement de l’ostéoporose.",
  forWhat: "Pour quoi",
  forWhatText:
    "Calculer les scores et les modèles de risque publiés à partir de la saisie, mettre les recommandations publiées côte à côte avec les motifs et les marges de chacune, et montrer ce qui manque et changerait la réponse.",
  isNot: "Ce que ce n’est pas",
  isNotText:
    "Cet outil aide les professionnels et ne les remplace pas : il ne pose aucun diagnostic et ne prend aucune décision à lui seul. Il n’a ni marquage CE ni marquage UKCA et n’est pas autorisé par la FDA. L’usage clinique suppose un fabricant qui en prend la responsabilité. Il n’est destiné ni à la décision par les patients eux-mêmes, ni à l’urgence.",
  footer: "Logiciel libre, sous licence MIT ou Apache 2.0.",
  offline: "Disponible hors connexion",
  newVersion: "Une nouvelle version est prête.",
  reload: "Recharger",
};
