"""What guidelines say, read from assessments or from the answers of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from . import _documents

NO_RECOMMENDATION: Final = ("undetermined", "not_applicable")
"""What stands in place of a recommendation."""


@dataclass
class Said:
    """What one guideline says of one person; None where the table does not tell."""

    guideline: str
    name: str | None
    recommendation: str
    also: Sequence[str] | None = ()
    could_be: Sequence[str] | None = ()
    is_open: bool | None = False
    """Whether what is missing could change it."""
    missing: Sequence[str] | None = None
    verified: bool | None = None
    category: str | None = None
    tier: str | None = None
    superseded_by: str | None = None
    already_treated: bool | None = None
    sources: Sequence[str] = ()


@dataclass
class People:
    """Everything said, by guideline."""

    count: int
    said: dict[str, list[Said]] = field(default_factory=dict)
    refused: int = 0
    on_treatment: int | None = None
    citations: Mapping[str, str] = field(default_factory=dict)
    engine: Mapping[str, Any] = field(default_factory=dict)


def read(answers: Any) -> People:
    """What guidelines say in an assessment, a list of them, or a table of answers."""
    return _of_frame(answers) if _is_frame(answers) else _of(answers)


def _is_frame(answers: Any) -> bool:
    if isinstance(answers, Mapping):
        return any(str(name).endswith("_recommendation") for name in answers)
    return hasattr(answers, "columns") or hasattr(answers, "column_names")


def _names(frame: Any) -> list[str]:
    if hasattr(frame, "column_names"):
        return [str(name) for name in frame.column_names]
    return [str(name) for name in (frame if isinstance(frame, Mapping) else frame.columns)]


def _of(answers: Any) -> People:
    """One assessment, or a list of them."""
    single = isinstance(answers, (str, Mapping)) or hasattr(answers, "to_dict")
    documents = [_documents.document(one) for one in ([answers] if single else answers)]
    if not documents:
        raise ValueError("no assessment was given")
    people = People(len(documents), on_treatment=0, engine=documents[0].get("engine") or {})
    citations: dict[str, str] = {}
    for document in documents:
        citations.update(document.get("citations") or {})
        people.on_treatment = (people.on_treatment or 0) + bool(document.get("course"))
        for one in _documents.section(document, "guidelines"):
            codes = {flag["code"] for flag in one.get("flags") or []}
            recommendation, could_be = str(one["recommendation"]), one.get("could_be") or ()
            is_open = any(other != recommendation for other in could_be)
            said = Said(
                str(one["guideline"]), str(one["name"]), recommendation, one.get("also") or (), could_be, is_open,
                one.get("missing") or (), one.get("verified"), one.get("category"),
                one.get("tier"), one.get("superseded_by"), "already_treated" in codes, one.get("sources") or (),
            )  # fmt: skip
            people.said.setdefault(said.guideline, []).append(said)
    people.citations = citations
    return people


def _of_frame(frame: Any) -> People:
    """The answers of a table, as `osteon.assess_frame` gives them."""
    names = _names(frame)
    ids = [name.removesuffix("_recommendation") for name in names if name.endswith("_recommendation")]
    if not ids:
        raise ValueError("the table has no columns of guidelines, such as `nogg2024_recommendation`")

    def column(name: str) -> list[Any] | None:
        if name not in names:
            return None
        values: Any = frame[name]
        for to_list in ("to_pylist", "to_list", "tolist"):
            if hasattr(values, to_list):
                return list(getattr(values, to_list)())
        return list(values)

    def words_of(value: Any) -> list[str]:
        return [word for word in value.split(";") if word] if isinstance(value, str) else []

    first = column(f"{ids[0]}_recommendation") or []
    course = column("course")
    # A row that was refused has no answer.
    people = People(sum(isinstance(value, str) for value in first))
    people.refused = len(first) - people.count
    if people.count == 0:
        raise ValueError("the table has no row with an answer")
    if course is not None:
        people.on_treatment = sum(bool(words_of(value)) for value in course)
    for guideline in ids:
        recommendations = column(f"{guideline}_recommendation") or []
        also, could_be = column(f"{guideline}_also"), column(f"{guideline}_could_be")
        missing, verified = column(f"{guideline}_missing"), column(f"{guideline}_verified")
        status = column(f"{guideline}_status")
        for at, recommendation in enumerate(recommendations):
            if not isinstance(recommendation, str):
                continue
            people.said.setdefault(guideline, []).append(
                Said(
                    guideline, None, recommendation,
                    words_of(also[at]) if also else None,
                    words_of(could_be[at]) if could_be else None,
                    _is_open(recommendation, status and status[at], could_be and words_of(could_be[at])),
                    words_of(missing[at]) if missing else None,
                    _truth(verified[at]) if verified else None,
                    already_treated=bool(words_of(course[at])) if course else None,
                )
            )  # fmt: skip
    return people


def _is_open(recommendation: str, status: Any, could_be: Sequence[str] | None) -> bool | None:
    """Whether what is missing could change a recommendation, by the column that tells."""
    if status is not None:
        return bool(status == "undetermined")
    return None if could_be is None else any(other != recommendation for other in could_be)


def _truth(value: Any) -> bool | None:
    return {"true": True, "false": False, "True": True, "False": False}.get(str(value))
