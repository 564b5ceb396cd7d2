"""The answer for one person."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from osteon import _osteon, errors
from osteon._sections import Sections

if TYPE_CHECKING:
    from osteon.documents import Guideline, Outcome, Patient, RegionName, ReportRole, Risk, Score, Side


class Assessment(Sections):
    """The answer for one person, as `osteon.assess` gives it.

    Every section of the document is an attribute: ``scores, tbs, diagnosis, changes, risks, benefits, course,
    guidelines, triage, safety, access, work_up`` and, always there, ``assumed, flags, citations, engine``. Each is a
    record, or a tuple of records, of `osteon.documents`. A section that was not asked for raises `NotAskedError`: it is
    not empty, it is not known.

    An assessment never changes, is equal to another of the same document and patient, and pickles.

    Examples
    --------
    >>> answer = osteon.assess({"sex": "female", "age_years": 67})
    >>> [one.field for one in answer.assumed]
    ['postmenopausal']
    >>> answer.guideline("nogg2024").missing
    ('fractures', ...)
    """

    __slots__ = ("_document", "_patient", "_read", "_text")

    _patient: str
    _text: str
    _document: dict[str, Any] | None
    _read: dict[str, Any]

    def __init__(self, patient: str, text: str) -> None:
        set_ = object.__setattr__
        set_(self, "_patient", patient)
        set_(self, "_text", text)
        set_(self, "_document", None)
        set_(self, "_read", {})

    def _whole(self) -> dict[str, Any]:
        if self._document is None:
            object.__setattr__(self, "_document", json.loads(self._text))
        assert self._document is not None
        return self._document

    def _section(self, key: str, empty: Any = None) -> Any:
        if key in self._read:
            return self._read[key]
        document = self._whole()
        if key in document:
            found = _typed(document[key], self._parts.get(key))
        elif empty is not None:
            found = empty
        else:
            asked = ", ".join(name for name in document if name in self._asked)
            limit = f"this section was not asked for; add it to outputs (asked for: {asked})"
            raise errors.refusal(errors.NotAskedError, key, "", limit)
        self._read[key] = found
        return found

    @property
    def patient(self) -> Patient:
        """The patient as given."""
        from osteon.documents import Patient

        return Patient.from_json(self._patient)

    def score(
        self,
        region: RegionName,
        *,
        side: Side | None = None,
        vertebrae: str | None = None,
        report_role: ReportRole = "current",
    ) -> Score:
        """The score of a region.

        Parameters
        ----------
        region
            As ``"femoral_neck"``.
        side, vertebrae
            As ``"left"`` and ``"L1-L4"``: which, where the region has several scores.
        report_role
            ``"current"``: of the latest examination of the region; ``"prior"``: of an earlier one.

        Raises
        ------
        NotThereError
            Where there is no such score, or more than one; it is a `KeyError`, and names those that there are.
        """
        wanted = {"region": region, "side": side, "vertebrae": vertebrae, "report_role": report_role}
        found: Score = _only(self.scores, wanted, "scores")
        return found

    def risk(self, model: str, outcome: Outcome | None = None) -> Risk:
        """What a model says, with what it assumed; a model that refused the person says so in ``refused``.

        Parameters
        ----------
        model
            Its id, as ``"qfracture2012"``; `osteon.models()` lists them.
        outcome
            As ``"hip"``: which, where the model has several.

        Raises
        ------
        NotThereError
            Where there is no such answer, or more than one; it is a `KeyError`, and names those that there are.
        """
        found: Risk = _only(self.risks, {"model": model, "outcome": outcome}, "risks")
        return found

    def guideline(self, guideline: str) -> Guideline:
        """What a guideline says: the whole of it, with what is missing, what it could be, and whether it is verified.

        Parameters
        ----------
        guideline
            Its id, as ``"nogg2024"``; `osteon.guidelines()` lists them.

        Raises
        ------
        NotThereError
            Where that guideline was not asked; it is a `KeyError`, and names those that were.
        """
        found: Guideline = _only(self.guidelines, {"guideline": guideline}, "guidelines")
        return found

    def to_dict(self) -> dict[str, Any]:
        """The document as a dict, made anew at every call."""
        made: dict[str, Any] = json.loads(self._text)
        return made

    def to_json(self, *, indent: int | None = None) -> str:
        """The document in JSON, exactly as the engine wrote it unless `indent` is given."""
        if indent is None:
            return self._text
        return json.dumps(self._whole(), ensure_ascii=False, indent=indent)

    def explain(self, lang: Literal["en", "fr"] = "en") -> str:
        """The assessment in plain sentences: every number with its source, every rule with its margin.

        Raises
        ------
        NotAChoiceError
            For a language other than ``"en"`` and ``"fr"``.
        """
        return _osteon.explain(self._patient, self._text, lang)

    def report(self, lang: Literal["en", "fr"] = "en") -> str:
        """The report as one HTML page that needs nothing else, with the chart of bone density for age.

        Raises
        ------
        NotAChoiceError
            For a language other than ``"en"`` and ``"fr"``.
        """
        return _osteon.report(self._patient, self._text, lang)

    def _repr_html_(self) -> str:
        from html import escape

        # A page within the page: neither's style reaches the other, and nothing in it may run.
        page = escape(self.report(), quote=True)
        return (
            f'<iframe sandbox title="Osteon assessment" srcdoc="{page}" '
            'style="width:100%;height:48em;border:0;background:#fff;color-scheme:light"></iframe>'
        )

    def __repr__(self) -> str:
        return f"Assessment({', '.join(_said(self._whole()))})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Assessment):
            return NotImplemented
        if self._text != other._text:
            return False
        return self._patient == other._patient or bool(json.loads(self._patient) == json.loads(other._patient))

    def __hash__(self) -> int:
        return hash(self._text)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"an assessment never changes: cannot set {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"an assessment never changes: cannot delete {name!r}")

    def __reduce__(self) -> tuple[object, ...]:
        return Assessment, (self._patient, self._text)

    def __copy__(self) -> Assessment:
        return self

    def __deepcopy__(self, memo: object) -> Assessment:
        return self


def _typed(value: Any, part: str | None) -> Any:
    """A section as its records."""
    from osteon import _record, documents

    if isinstance(value, list):
        if part is None:
            return tuple(value)
        of = getattr(documents, part)
        return tuple(_record.read(of, one) for one in value)
    if isinstance(value, dict):
        return _record.Table(value) if part is None else _record.read(getattr(documents, part), value)
    return value


def _only(records: Iterable[Any], wanted: Mapping[str, str | None], what: str) -> Any:
    """The one record that is as wanted."""
    asked = {key: value for key, value in wanted.items() if value is not None}
    there = list(records)
    found = [one for one in there if all(getattr(one, key) == value for key, value in asked.items())]
    if len(found) == 1:
        return found[0]
    words = [str(value) for value in asked.values()]
    said = ((getattr(one, key) for key in wanted) for one in found or there)
    named = (" ".join(str(value) for value in values if value is not None) for values in said)
    listed = ", ".join(dict.fromkeys(named)) or "none"
    limit = f"there are several: {listed}; say which" if found else f"there is none; there are: {listed}"
    raise errors.refusal(errors.NotThereError, what, " ".join(words), limit)


def _said(document: Mapping[str, Any]) -> list[str]:
    """What a line has room for, with all that is undetermined in it; nothing that names the person."""
    said: list[str] = []
    diagnosis = document.get("diagnosis")
    if diagnosis is not None:
        said.append(f"diagnosis={diagnosis['category']!r}")
        if diagnosis["could_be"]:
            said.append(f"could be {' or '.join(diagnosis['could_be'])}")
        said.append(f"clinical_osteoporosis={_known(diagnosis['clinical_osteoporosis'])}")
    triage = document.get("triage")
    if triage is not None:
        said.append(f"triage={triage['priority']!r}")
    guidelines = document.get("guidelines")
    if guidelines:
        counted = {"answered": 0, "undetermined": 0, "not applicable": 0}
        for one in guidelines:
            recommendation = one["recommendation"]
            open_ = recommendation == "undetermined" or one["could_be"] or one.get("applicable") is None
            kind = "undetermined" if open_ else "answered"
            counted["not applicable" if recommendation == "not_applicable" else kind] += 1
        said.append("guidelines: " + ", ".join(f"{number} {kind}" for kind, number in counted.items() if number))
    if document["assumed"]:
        said.append(f"{len(document['assumed'])} assumed")
    return said


def _known(value: bool | None) -> str:
    return "undetermined" if value is None else str(value)
