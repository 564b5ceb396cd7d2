"""What the engine refuses: one class for each code, and every one of them an `OsteonError`.

>>> import osteon
>>> try:
...     osteon.assess({"sex": "female", "age_years": 67, "height_cm": 1.65})
... except osteon.OutOfRangeError as refused:
...     print(refused.field, refused.value, refused.limit)
height_cm 1.65 100-230 cm
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

__all__ = [
    "BeforeBirthError",
    "ContradictionError",
    "DateOrderError",
    "MissingError",
    "NotAChoiceError",
    "NotADateError",
    "NotADocumentError",
    "NotAskedError",
    "NotFiniteError",
    "NotMappedError",
    "NotPublishedError",
    "NotThereError",
    "NotUsableError",
    "OsteonError",
    "OutOfRangeError",
    "OutsidePopulationError",
    "Refusal",
    "RefusedWarning",
    "UnitSlipError",
    "UnknownIdError",
    "UnknownKeyError",
    "WrongTypeError",
]


class Refusal(NamedTuple):
    """One value refused."""

    code: str
    """Why, as a word that programs may rely on."""
    number: int
    """The same as a number; it is the same in every language and never used again."""
    field: str
    """The path of the field, such as ``scans[0].regions[2].bmd_g_cm2``."""
    value: str
    """The value as given, in text."""
    limit: str
    """What it should have been."""
    slip: str | None
    """The slip that it looks like, with the way out."""
    message: str
    """All of it in a sentence."""


class OsteonError(ValueError):
    """A value that is refused; the first of `refusals` gives the attributes.

    Parameters
    ----------
    refusals
        Every value refused, at least one. Or a sentence alone, as libraries make an error anew of what another one says
        (polars does of what its expressions raise): then nothing but the sentence is known, and ``field``, ``value``
        and ``limit`` are empty.
    row
        The row, counted from 0, where the value stands in a table.
    """

    _code: ClassVar[str] = ""
    _number: ClassVar[int] = 0

    refusals: tuple[Refusal, ...]
    row: int | None

    def __init__(self, refusals: Iterable[Refusal | Sequence[object]] | str, row: int | None = None) -> None:
        if isinstance(refusals, str):
            refusals = [Refusal(self._code, self._number, "", "", "", None, refusals)]
        given = tuple(Refusal(*refusal) for refusal in refusals)
        if not given:
            raise TypeError("an error needs at least one refusal")
        super().__init__(given, row)
        self.refusals = given
        self.row = row

    @property
    def code(self) -> str:
        """Why, as a word that programs may rely on."""
        return self.refusals[0].code

    @property
    def number(self) -> int:
        """The code as a number, the same in every language."""
        return self.refusals[0].number

    @property
    def field(self) -> str:
        """The path of the field, such as ``scans[0].regions[2].bmd_g_cm2``."""
        return self.refusals[0].field

    @property
    def value(self) -> str:
        """The value as given, in text."""
        return self.refusals[0].value

    @property
    def limit(self) -> str:
        """What it should have been."""
        return self.refusals[0].limit

    @property
    def slip(self) -> str | None:
        """The slip that it looks like, with the way out."""
        return self.refusals[0].slip

    def __str__(self) -> str:
        first, *others = (refusal.message for refusal in self.refusals)
        where = "" if self.row is None else f"row {self.row}: "
        return "\n".join([f"{where}{first}", *(f"  and {other}" for other in others)])

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.refusals, self.row), self.__dict__


class NotADocumentError(OsteonError):
    """Not a document at all."""

    _code, _number = "syntax", 101


class UnknownKeyError(OsteonError):
    """A key or column that does not exist; `limit` names the nearest that does."""

    _code, _number = "unknown_key", 102


class WrongTypeError(OsteonError):
    """Text in a number, a number for a bool, and the like."""

    _code, _number = "wrong_type", 103


class NotAChoiceError(OsteonError):
    """Not one of the words of a closed set."""

    _code, _number = "not_a_choice", 104


class NotFiniteError(OsteonError):
    """NaN or infinite."""

    _code, _number = "not_finite", 105


class NotADateError(OsteonError):
    """Not a date."""

    _code, _number = "not_a_date", 106


class NotMappedError(OsteonError):
    """A value that a map neither maps nor lists as missing."""

    _code, _number = "not_mapped", 107


class OutOfRangeError(OsteonError):
    """Outside the limits."""

    _code, _number = "out_of_range", 201


class UnitSlipError(OutOfRangeError):
    """Outside the limits, and right in another unit; `slip` says which."""

    _code, _number = "unit_slip", 202


class BeforeBirthError(OsteonError):
    """A date before birth."""

    _code, _number = "before_birth", 203


class DateOrderError(OsteonError):
    """An order of dates that cannot be."""

    _code, _number = "date_order", 204


class MissingError(OsteonError):
    """A required field is not there."""

    _code, _number = "missing", 301


class ContradictionError(OsteonError):
    """Two fields that contradict each other, or one given twice."""

    _code, _number = "contradiction", 401


class UnknownIdError(OsteonError):
    """An id that is not known."""

    _code, _number = "unknown_id", 501


class OutsidePopulationError(OsteonError):
    """The model does not speak of such a person."""

    _code, _number = "outside_population", 601


class NotUsableError(OsteonError):
    """A supplied value that must not be used, with the reason."""

    _code, _number = "not_usable", 602


class NotPublishedError(OsteonError):
    """Nothing was published for it."""

    _code, _number = "not_published", 603


class NotAskedError(MissingError, AttributeError):
    """A section of the assessment that was not asked for: it is not empty, it is not known."""


class NotThereError(UnknownIdError, KeyError):
    """What was looked up in an assessment is not there, or is there more than once."""


class RefusedWarning(UserWarning):
    """Rows or values of a table were refused; their answers are null."""


_CLASSES: dict[str, type[OsteonError]] = {
    kind._code: kind
    for kind in (
        NotADocumentError,
        UnknownKeyError,
        WrongTypeError,
        NotAChoiceError,
        NotFiniteError,
        NotADateError,
        NotMappedError,
        OutOfRangeError,
        UnitSlipError,
        BeforeBirthError,
        DateOrderError,
        MissingError,
        ContradictionError,
        UnknownIdError,
        OutsidePopulationError,
        NotUsableError,
        NotPublishedError,
    )
}


def of(refusals: Iterable[Sequence[object]], row: int | None = None) -> OsteonError:
    """The error to raise for what the engine refused: the class is that of the first.

    Parameters
    ----------
    refusals
        ``(code, number, field, value, limit, slip, message)`` of each.
    row
        The row, counted from 0, where they stand in a table.
    """
    given = [Refusal(*refusal) for refusal in refusals]  # type: ignore[arg-type]
    kind = _CLASSES.get(given[0].code, OsteonError) if given else OsteonError
    return kind(given, row)


def refusal(
    kind: type[OsteonError], field: str, value: str, limit: str, *, slip: str | None = None, row: int | None = None
) -> OsteonError:
    """An error of what Python itself refuses, with the sentence that the engine would write."""
    code = kind._code
    if code == "missing":
        message = f"{field}: missing; {limit}"
    elif code in ("out_of_range", "unit_slip"):
        message = f"{field}: {value} is outside {limit}"
    elif code == "unknown_key":
        message = f"{field}: unknown key; {limit}"
    else:
        message = f"{field}: {value}: {limit}" if value else f"{field}: {limit}"
    if slip is not None:
        message = f"{message}; {slip}"
    return kind([Refusal(code, kind._number, field, value, limit, slip, message)], row)
