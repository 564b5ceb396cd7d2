"""What stands beside the recommendations: remarks on each guideline, and the small print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from ._said import NO_RECOMMENDATION, People, Said
from ._words import Words

FEWEST_MISSING: Final = 3
"""How many missing fields are named for many people."""


def of_person(said: Said, words: Words) -> list[str]:
    remarks = []
    if said.already_treated:
        remarks.append(words("already-treated"))
    if said.tier and said.recommendation not in NO_RECOMMENDATION:
        remarks.append(words.coded("tier", said.tier))
    if said.missing is None:
        remarks.append(words("missing-not-told"))
    elif said.missing:
        remarks.append(words("missing", list=_fields(said.missing, words)))
    return remarks + _standing(said, words)


def _standing(said: Said, words: Words) -> list[str]:
    """Whether it is verified, whether a later one took its place, and what the table does not tell."""
    remarks = []
    if said.is_open is None:
        remarks.append(words("open-not-told"))
    if said.also is None:
        remarks.append(words("also-not-told"))
    if said.verified is False:
        remarks.append(words("unverified"))
    elif said.verified is None:
        remarks.append(words("verified-not-told"))
    if said.superseded_by:
        by = words.coded("superseded", said.guideline, said.superseded_by)
        remarks.append(words("superseded", by=by))
    return remarks


def of_people(said: list[Said], words: Words) -> list[str]:
    remarks = []
    treated = sum(bool(one.already_treated) for one in said if one.recommendation != "not_applicable")
    if treated:
        remarks.append(words("course-count", count=treated))
    if said[0].missing is None:
        remarks.append(words("missing-not-told"))
    else:
        counts = Counter(name for one in said for name in {words.coded("field", path) for path in one.missing or ()})
        if counts:
            most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
            named = [f"{name} ({count})" for name, count in most[:FEWEST_MISSING]]
            more = len(most) - len(named)
            if more > 0:
                named.append(words("and-more", count=more))
            remarks.append(words("missing", list=", ".join(named)))
    return remarks + _standing(said[0], words)


def _fields(paths: Iterable[str], words: Words) -> str:
    return ", ".join(dict.fromkeys(words.coded("field", path) for path in paths))


def _cells(people: People, words: Words) -> list[str]:
    """What cells of many people show, as far as the table tells it."""
    answers = [answer for rows in people.said.values() for answer in rows]
    marks = [
        words(key)
        for key, told in (
            ("cells-open", any(answer.is_open is not None for answer in answers)),
            ("cells-could-be", any(answer.could_be is not None for answer in answers)),
            ("cells-also", any(answer.also is not None for answer in answers)),
        )
        if told
    ]
    shown = [f"{words.joined(marks)}."] if marks else []
    return [words("cells"), *shown, words("cells-differ")]


def small_print(people: People, words: Words, *, one: bool) -> list[str]:
    first = [] if one else _cells(people, words)
    if people.refused:
        first.append(words("people-refused", count=people.refused))
    if any(answer.could_be is None for rows in people.said.values() for answer in rows):
        first.append(words("could-be-not-told"))
    if people.on_treatment is None:
        first.append(words("course-not-told"))
    elif people.on_treatment and not one:
        first.append(words.sentence(words("course-count", count=people.on_treatment)))
    elif not people.on_treatment and not one:
        first.append(words("course-empty"))
    elif people.on_treatment:
        first.append(words.sentence(words("already-treated")))
    said = [" ".join(first)] if first else []
    sources = dict.fromkeys(
        source
        for rows in people.said.values()
        for answer in rows
        if answer.recommendation != "not_applicable"
        for source in answer.sources
    )
    cited = [words.sentence(people.citations[source]) for source in sources if source in people.citations]
    if cited:
        said.append(words.with_(words("sources"), " ".join(cited)))
    end = [words("supports")]
    if people.engine.get("version"):
        end.append(words("engine", version=people.engine["version"], data=people.engine.get("data_version", "?")))
    return [*said, " ".join(end)]
