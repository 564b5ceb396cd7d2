"""The words of the pictures: those of the reports, in English and French, and a few of their own.

`words.json` is a copy of what the reports say (`bindings/report/messages`); a test holds the two together and writes
the copy anew. What it lacks is said in the words of the document.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import Final

from osteon import errors

LANGUAGES: Final = ("en", "fr")
NO_BREAK: Final = "\u00a0"
MINUS: Final = "\u2212"

KINDS: Final = (
    "chart", "field", "fls-band", "fls-door", "fls-group", "fls-method", "fls-said", "fls-step", "guideline",
    "guideline-flag", "guideline-short", "model", "outcome", "reason", "recommendation", "refusal", "region",
    "risk-category", "side", "site", "superseded", "tier", "withheld",
)  # fmt: skip
"""What of the reports the pictures say: the kinds of entries that `words.json` holds."""

MONTHS: Final = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}

OWN: Final[dict[str, dict[str, str]]] = {
    "en": {
        "already-treated": "already treated; eligibility only",
        "also": "also recommended",
        "and-more": "and {count} more",
        "as-supplied": "as supplied",
        "because": "cannot be computed: {why}",
        "bmd-apart": "Scans that cannot be compared are not joined.",
        "bmd-bars": "Bars: least significant change.",
        "bmd-bars-minimum": (
            "Dashed bars: least significant change by ISCD's minimum precision, as the centre's own is not stated."
        ),
        "bmd-converted": "Scans brought to the scale of the reference through standardised BMD.",
        "bmd-mean": "Line: mean of people of the same age; shaded: 1 and 2 SD.",
        "bmd-low": "Low bone mass",
        "bmd-normal": "Normal",
        "bmd-osteoporosis": "Osteoporosis",
        "bmd-no-bars": "No bars: the precision error is not stated.",
        "bmd-no-classes": "No classes: a T-score is not due or not given.",
        "bmd-scans": "Dots: scans, the latest filled.",
        "bmd-sd": "SD",
        "bmd-mean-short": "mean",
        "could-be": "could be, once what is missing is known",
        "could-be-count": "□\u2009{count}",
        "also-count": "◇\u2009{count}",
        "open-count": "?\u2009{count}",
        "could-be-not-told": "What an open answer could become is not in this table.",
        "could-be-short": "could be {list}",
        "compare": "Compare within a group only: outcomes and horizons differ between groups.",
        "cut-off": "published cut-off reached",
        "below-cut-off": "published cut-off not reached",
        "days": "within {count} days",
        "funnel-identified": "{rate} of the identified",
        "funnel-previous": "{rate} of: {step}",
        "assumed": "Assumed",
        "funnel-axis": "Share of the identified (%)",
        "funnel-title": "From the fracture to treatment",
        "funnel-group": "{title}: {group}",
        "funnel-note": "Bars: share of the identified, with the 95 % interval.",
        "funnel-period": "Fractures from {start} to {end}, as of {as_of}.",
        "funnel-people": "{fractures} fractures of {people} people.",
        "funnel-unknown": "not computed",
        "guidelines-title": "What each guideline says",
        "guidelines-people": "What each guideline says of {count} people",
        "cells": "Cells: people and their share of all; darker is more.",
        "cells-open": "? of them, people whose answer is open, since what is missing could change it",
        "cells-could-be": "□ people for whom it could be, once what is missing is known",
        "cells-also": "◇ people to whom it is recommended besides",
        "cells-differ": "Guidelines differ in whom they speak of.",
        "missing": "missing: {list}",
        "missing-not-told": "what is missing: not in this table",
        "open-not-told": "whether open: not in this table",
        "also-not-told": "what else is recommended: not in this table",
        "verified-not-told": "whether verified: not in this table",
        "course-not-told": (
            "Whether people are already treated is not in this table; where they are, this is eligibility only."
        ),
        "course-count": "{count} already treated: eligibility only",
        "course-empty": (
            "No course of treatment is on record; where treatments were not asked, whether somebody is "
            "treated is unknown."
        ),
        "notices": "Notices",
        "one-year": "over 1 year",
        "open": "recommended, and open: could change",
        "people-refused": "Rows refused and not counted: {count}.",
        "point": "{count} point",
        "points": "{count} points",
        "range": "{low}\u00a0to\u00a0{high}",
        "range-note": "Dots: the model's percent; lines: from the best to the worst of what is unknown.",
        "recommended": "recommended",
        "recommended-untold": "recommended, perhaps open: not in this table",
        "refused": "No answer",
        "none": "none",
        "risk-title": "Fracture risk by model",
        "risk-axis": "Risk (%)",
        "superseded": "superseded by {by}",
        "superseded-alone": "superseded",
        "supports": "Supports professionals and does not replace them.",
        "undetermined": "cannot be said",
        "unverified": "not yet verified against the paper",
        "years": "over {count} years",
        "flags-note": "To know",
        "sources": "Sources",
        "screening": "Tools that look for low bone density, in points",
        "engine": "Osteon {version}, data {data}.",
    },
    "fr": {
        "already-treated": "déjà traitée ; éligibilité seule",
        "also": "recommandé de plus",
        "and-more": "et {count} de plus",
        "as-supplied": "tel que fourni",
        "because": "ne peut être calculé : {why}",
        "bmd-apart": "Les examens qui ne peuvent être comparés ne sont pas reliés.",
        "bmd-bars": "Barres : plus petite variation significative.",
        "bmd-bars-minimum": (
            "Barres en tirets : plus petite variation significative selon la précision minimale de l'ISCD, celle du "
            "centre n'étant pas précisée."
        ),
        "bmd-converted": "Examens ramenés à l'échelle de la référence par la DMO standardisée.",
        "bmd-mean": "Ligne : moyenne des personnes du même âge ; ombré : 1 et 2 écarts-types.",
        "bmd-low": "Densité basse",
        "bmd-normal": "Normal",
        "bmd-osteoporosis": "Ostéoporose",
        "bmd-no-bars": "Pas de barre : l'erreur de précision n'est pas précisée.",
        "bmd-no-classes": "Sans classes : pas de T-score à donner.",
        "bmd-scans": "Points : examens, le dernier plein.",
        "bmd-sd": "ET",
        "bmd-mean-short": "moyenne",
        "could-be": "possible, quand ce qui manque sera connu",
        "could-be-count": "□\u2009{count}",
        "also-count": "◇\u2009{count}",
        "open-count": "?\u2009{count}",
        "could-be-not-told": "Ce que pourrait devenir une réponse ouverte n'est pas dans cette table.",
        "could-be-short": "possible : {list}",
        "compare": "À ne comparer qu'au sein d'un groupe : issues et durées diffèrent d'un groupe à l'autre.",
        "cut-off": "seuil publié atteint",
        "below-cut-off": "seuil publié non atteint",
        "days": "à {count} jours",
        "funnel-identified": "{rate} des repérés",
        "funnel-previous": "{rate} de : {step}",
        "assumed": "Supposé",
        "funnel-axis": "Part des repérés (%)",
        "funnel-title": "De la fracture au traitement",
        "funnel-group": "{title} : {group}",
        "funnel-note": "Barres : part des repérés, avec l'intervalle à 95 %.",
        "funnel-period": "Fractures du {start} au {end}, à la date du {as_of}.",
        "funnel-people": "{fractures} fractures de {people} personnes.",
        "funnel-unknown": "non calculé",
        "guidelines-title": "Ce que dit chaque recommandation",
        "guidelines-people": "Ce que dit chaque recommandation de {count} personnes",
        "cells": "Cases : personnes et leur part du total ; plus foncé : plus nombreuses.",
        "cells-open": "? parmi elles, personnes dont la réponse est ouverte, ce qui manque pouvant la changer",
        "cells-could-be": "□ personnes pour qui c'est possible, quand ce qui manque sera connu",
        "cells-also": "◇ personnes à qui c'est recommandé de plus",
        "cells-differ": "Les recommandations ne concernent pas toutes les mêmes personnes.",
        "missing": "manque : {list}",
        "missing-not-told": "ce qui manque : pas dans cette table",
        "open-not-told": "ouverte ou non : pas dans cette table",
        "also-not-told": "ce qui est recommandé de plus : pas dans cette table",
        "verified-not-told": "vérifiée ou non : pas dans cette table",
        "course-not-told": (
            "La table ne dit pas qui est déjà traité ; pour ces personnes, il s'agit d'éligibilité seule."
        ),
        "course-count": "{count} déjà traitées : éligibilité seule",
        "course-empty": (
            "Aucun traitement en cours n'est connu ; là où les traitements n'ont pas été demandés, on l'ignore."
        ),
        "notices": "Mentions",
        "one-year": "à 1 an",
        "open": "recommandé, mais ouvert : peut changer",
        "people-refused": "Lignes refusées, non comptées : {count}.",
        "point": "{count} point",
        "points": "{count} points",
        "range": "{low}\u00a0à\u00a0{high}",
        "range-note": "Points : pourcentage du modèle ; traits : du meilleur au pire de ce qui est inconnu.",
        "recommended": "recommandé",
        "recommended-untold": "recommandé, peut-être ouvert : pas dans cette table",
        "refused": "Sans réponse",
        "none": "aucun",
        "risk-title": "Risque de fracture selon les modèles",
        "risk-axis": "Risque (%)",
        "superseded": "remplacée par {by}",
        "superseded-alone": "remplacée",
        "supports": "Aide les professionnels et ne les remplace pas.",
        "undetermined": "on ne peut pas conclure",
        "unverified": "pas encore vérifié dans l'article",
        "years": "à {count} ans",
        "flags-note": "À savoir",
        "sources": "Sources",
        "screening": "Outils qui cherchent une densité osseuse basse, en points",
        "engine": "Osteon {version}, données {data}.",
    },
}


@cache
def _of_reports() -> dict[str, dict[str, str]]:
    text = files("osteon.plot").joinpath("words.json").read_text(encoding="utf-8")
    held: dict[str, dict[str, str]] = json.loads(text)
    return held


class Words:
    """The words of one language."""

    def __init__(self, lang: str) -> None:
        if lang not in LANGUAGES:
            raise errors.refusal(errors.NotAChoiceError, "lang", repr(lang), f"allowed: {', '.join(LANGUAGES)}")
        self.lang = lang
        self._reports = _of_reports()[lang]

    def __call__(self, key: str, **parts: object) -> str:
        """Words of the pictures themselves."""
        return OWN[self.lang][key].format(**parts)

    def found(self, kind: str, code: str) -> str | None:
        """What the reports say for a code, if they do."""
        said = self._reports.get(f"{kind}-" + re.sub(r"[^A-Za-z0-9_]", "-", code))
        return said if said is not None and "{" not in said else None

    def coded(self, kind: str, code: str, otherwise: str | None = None) -> str:
        """What the reports say for a code; else `otherwise`; else the code in words."""
        return self.found(kind, code) or otherwise or code.replace("_", " ")

    def day(self, date: str) -> str:
        """A date of a document, as this language writes it."""
        year, month, day = date.split("-")
        number = "1er" if self.lang == "fr" and day == "01" else str(int(day))
        return NO_BREAK.join((number, MONTHS[self.lang].split()[int(month) - 1], year))

    def said(self, text: str) -> str:
        """Sentences of a service's numbers, which the engine says in English; as the reports say them, if they do."""
        sentences = re.split(r"(?<=\.)\s+", text.strip())
        return " ".join(self._said(sentence) for sentence in sentences if sentence)

    def _said(self, sentence: str) -> str:
        alone = sentence.strip().rstrip(".")
        words = [word.strip(".") for word in re.split(r"[^A-Za-z0-9._]+", alone)]
        numbers = [word for word in words if re.fullmatch(r"[\d.]+", word)]
        key = "-".join("N" if word in numbers else word.lower() for word in words if word)
        message = self._reports.get("fls-said-" + key.replace(".", "-"))
        if message is None:
            return sentence
        for at, number in enumerate(numbers, start=1):
            message = re.sub(r"\{ *\$[nr]" + str(at) + r" *\}", number, message)
        return sentence if "{" in message else message.rstrip(".") + "."

    def number(self, value: float, decimals: int = 1) -> str:
        """A number as this language writes it; half away from zero, as the reports round."""
        text = f"{value + 0.0:.{decimals}f}"
        if re.fullmatch(r"-0(\.0+)?", text):
            text = text[1:]
        text = text.replace("-", MINUS)
        return text.replace(".", ",") if self.lang == "fr" else text

    def percent(self, value: float, decimals: int = 1) -> str:
        return f"{self.number(value, decimals)}{NO_BREAK}%"

    def rate(self, rate: dict[str, object]) -> str:
        """`44 of 212 (20.8 %)`."""
        of = {"en": "of", "fr": "sur"}[self.lang]
        share = rate.get("percent")
        said = f"{rate.get('numerator')} {of} {rate.get('denominator')}"
        return f"{said} ({self.percent(float(str(share)))})" if share is not None else said

    def sentence(self, text: str) -> str:
        """With a capital first and a stop last."""
        text = text.strip()
        return text if not text else text[0].upper() + text[1:].rstrip(".") + "."

    def joined(self, parts: list[str]) -> str:
        between = f"{NO_BREAK}; " if self.lang == "fr" else "; "
        return between.join(parts)

    def with_(self, text: str, more: str) -> str:
        """`text: more`."""
        return f"{text}{NO_BREAK}: {more}" if self.lang == "fr" else f"{text}: {more}"
