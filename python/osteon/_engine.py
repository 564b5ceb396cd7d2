"""The engine: options, references and outputs chosen once, people assessed one at a time or in a table."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from osteon import _json, _osteon, errors
from osteon._assessment import Assessment

if TYPE_CHECKING:
    import datetime

    from osteon.dicts import OptionsDict, PatientDict
    from osteon.documents import Options, Patient

    PatientLike: TypeAlias = Patient | PatientDict | Mapping[str, Any] | str | bytes
    OptionsLike: TypeAlias = Options | OptionsDict | Mapping[str, Any] | str | bytes
    ReferencesLike: TypeAlias = Mapping[str, Any] | Sequence[Mapping[str, Any]] | str | bytes


# One of each for all that ask the same of it, in whatever way they do.
@lru_cache(maxsize=32)
def _built(options: str, references: str, outputs: tuple[str, ...] | None) -> _osteon.Engine:
    return _osteon.Engine(options, references, outputs)


@lru_cache(maxsize=32)
def batch_of(options: str, references: str, outputs: tuple[str, ...] | None) -> _osteon.Batch:
    """The engine for columns, of documents in JSON and of sections or columns of answers."""
    return _osteon.Batch(options, references, outputs)


class Engine:
    """What to answer, chosen once.

    Parameters
    ----------
    options
        An options document: a dict, JSON text or `Options`. `osteon.options()` lists them.
    references
        Reference sets of your own: a dict with ``id, version, manufacturer, sex, region, vertebrae, mean, sd``
        (g/cm2), a list of them, or the same in JSON.
    outputs
        The sections to answer, as ``["scores", "diagnosis"]`` or ``"scores,diagnosis"``; where left out, all but
        ``benefits``. Guidelines and triage bring what no recommendation is handed out without: the guidelines with
        their unknowns, the safety of drugs, and where a course of treatment stands.
    country
        Short for the option ``guideline_country``: the national set of guidelines of this country (ISO code).
    guidelines
        Short for the option ``guidelines``: an id, or a list of them.
    as_of
        Short for the option ``as_of``: the day of the assessment.

    Raises
    ------
    OsteonError
        For an option, a reference or an output that does not exist or cannot be.

    Notes
    -----
    An engine never changes, may be shared by threads, is equal to another of the same documents, and pickles.

    Examples
    --------
    >>> engine = osteon.Engine(country="FR")
    >>> [one.guideline for one in engine.assess({"sex": "female", "age_years": 67}).guidelines]
    ['grio2018_women', 'grio2021_men', 'giop_france_2014', 'has2023']
    """

    __slots__ = ("_core", "_options", "_outputs", "_references")

    _core: _osteon.Engine
    _options: str
    _outputs: tuple[str, ...] | None
    _references: str

    def __init__(
        self,
        options: OptionsLike | None = None,
        *,
        references: ReferencesLike | None = None,
        outputs: str | Sequence[str] | None = None,
        country: str | None = None,
        guidelines: str | Sequence[str] | None = None,
        as_of: datetime.date | str | None = None,
    ) -> None:
        set_ = object.__setattr__
        set_(self, "_options", _options_text(options, country, guidelines, as_of))
        set_(self, "_references", references_text(references))
        set_(self, "_outputs", _names(outputs, "outputs"))
        set_(self, "_core", _built(self._options, self._references, self._outputs))

    @property
    def options(self) -> Options:
        """The options as given; what is None takes its default (``assessment.engine.options`` has all in force)."""
        from osteon.documents import Options

        return Options.from_json(self._options)

    @property
    def references(self) -> list[dict[str, Any]]:
        """Reference sets of your own, as given."""
        found: list[dict[str, Any]] = json.loads(self._references)
        return found

    @property
    def outputs(self) -> tuple[str, ...] | None:
        """The sections to answer; None: all of them."""
        return self._outputs

    def assess(self, patient: PatientLike) -> Assessment:
        """Assesses one person.

        Parameters
        ----------
        patient
            A patient document: a dict, JSON text, or `Patient`. What is left out, or None, is unknown, never "no".

        Raises
        ------
        OsteonError
            For any value that is refused, with `field`, `value` and `limit`.
        """
        document = _json.text(patient)
        try:
            return Assessment(document, self._core.assess(document))
        except errors.UnknownKeyError as refused:
            from osteon import _hints

            raise _hints.of_columns(refused, document) from None

    def assess_frame(self, frame: Any, columns: Any = None, outputs: Any = None, **how: Any) -> Any:
        """Assesses a table, a row a person: `osteon.assess_frame` with this engine."""
        from osteon.frames import assess_frame

        return assess_frame(frame, columns, outputs, engine=self, **how)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"an engine never changes; make another: cannot set {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"an engine never changes: cannot delete {name!r}")

    def __reduce__(self) -> tuple[object, ...]:
        return _of_texts, (self._options, self._references, self._outputs)

    def _key(self) -> tuple[object, ...]:
        return self._options, self._references, self._outputs

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Engine) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        said = []
        if self._options != "{}":
            said.append(repr(json.loads(self._options)))
        if self._references != "[]":
            said.append(f"references=<{len(self.references)}>")
        if self._outputs is not None:
            said.append(f"outputs={list(self._outputs)}")
        return f"Engine({', '.join(said)})"


def _of_texts(options: str, references: str, outputs: tuple[str, ...] | None) -> Engine:
    return Engine(options, references=references, outputs=outputs)


def assess(
    patient: PatientLike,
    *,
    options: OptionsLike | None = None,
    references: ReferencesLike | None = None,
    outputs: str | Sequence[str] | None = None,
    country: str | None = None,
    guidelines: str | Sequence[str] | None = None,
    as_of: datetime.date | str | None = None,
) -> Assessment:
    """Assesses one person.

    Parameters
    ----------
    patient
        A patient document: a dict, JSON text (`str` or `bytes`), or `Patient`. Only ``sex`` and ``age_years`` (or
        ``birth_date`` and ``assessed_on``) are required. What is left out, or None, is unknown, never "no"; an empty
        list means "asked, none".
    options, references, outputs, country, guidelines, as_of
        As of `Engine`.

    Returns
    -------
    Assessment
        It has every section as an attribute, and what was assumed and what is missing beside it.

    Raises
    ------
    OsteonError
        For any value that is refused, with `field`, `value` and `limit`.

    Notes
    -----
    A document is read to the letter: ``female`` and not ``Female``, a day and not midnight in a time zone, keys as the
    schema has them. The cells of a table are read as people write them; see `osteon.assess_frame`.

    A risk model reads what is unknown as its own form reads an empty box, mostly as "no"; ``inputs_assumed`` of each
    risk lists it, with how far it would change the result.

    Examples
    --------
    >>> answer = osteon.assess({
    ...     "sex": "female", "age_years": 67,
    ...     "scans": [{"manufacturer": "hologic", "regions": [{"region": "femoral_neck", "bmd_g_cm2": 0.558}]}],
    ... })
    >>> answer.score("femoral_neck").t_score_reported
    -2.5
    >>> answer.diagnosis.category
    'osteoporosis'
    """
    engine = Engine(
        options, references=references, outputs=outputs, country=country, guidelines=guidelines, as_of=as_of
    )
    return engine.assess(patient)


def _options_text(
    options: OptionsLike | None,
    country: str | None,
    guidelines: str | Sequence[str] | None,
    as_of: datetime.date | str | None,
) -> str:
    """The options document, with what has a parameter of its own; nothing may be said twice."""
    names = _names(guidelines, "guidelines")
    short = {
        "guideline_country": ("country", country),
        "guidelines": ("guidelines", None if names is None else ",".join(names)),
        "as_of": ("as_of", as_of),
    }
    given = {key: (parameter, value) for key, (parameter, value) in short.items() if value is not None}
    if options is None:
        return _json.dumps({key: value for key, (_, value) in given.items()})
    text = _json.text(options, "options")
    try:
        document = json.loads(text)
    except ValueError:
        return text
    if not isinstance(document, dict):
        return text
    for key, (parameter, value) in given.items():
        if document.get(key) is not None:
            limit = f"given twice: as {parameter}= and in the options"
            raise errors.refusal(errors.ContradictionError, key, "", limit)
        document[key] = _json.plain(value, key)
    # None is the default, as where it is left out; with its keys in order, an equal document is an equal engine.
    return _json.dumps({key: document[key] for key in sorted(document) if document[key] is not None})


def references_text(references: ReferencesLike | None) -> str:
    """The caller's own references as a list in JSON, whether it is one or a list of them."""
    if references is None:
        return "[]"
    text = _json.text(references, "references", lists=True)
    is_one = isinstance(references, Mapping) or text.lstrip("\ufeff \t\r\n").startswith("{")
    return f"[{text}]" if is_one else text


def engine_of(
    engine: Engine | None,
    options: OptionsLike | None,
    references: ReferencesLike | None,
    country: str | None,
    guidelines: str | Sequence[str] | None,
    as_of: datetime.date | str | None,
) -> tuple[str, str, tuple[str, ...] | None]:
    """The documents of options and references and the outputs, of an engine or of what stands in its place."""
    if engine is None:
        return _options_text(options, country, guidelines, as_of), references_text(references), None
    given = {
        "options": options,
        "references": references,
        "country": country,
        "guidelines": guidelines,
        "as_of": as_of,
    }
    for what, value in given.items():
        if value is not None:
            raise errors.refusal(errors.ContradictionError, what, "given", "the engine has its own")
    return engine._options, engine._references, engine._outputs


def _names(names: str | Sequence[str] | None, what: str) -> tuple[str, ...] | None:
    """Names as a list, or in one text with commas."""
    if names is None:
        return None
    if isinstance(names, str):
        return tuple(name.strip() for name in names.split(","))
    listed = tuple(names)
    for place, name in enumerate(listed):
        if not isinstance(name, str):
            raise errors.refusal(errors.WrongTypeError, f"{what}[{place}]", repr(name)[:24], "must be text")
    return listed
