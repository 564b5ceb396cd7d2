"""Precision of a centre, and whether a change is more than noise."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, overload

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from .. import _osteon, _values, errors
from ._call import chooses, evaluate
from ._frames import align
from ._types import Numbers, Refused, Where
from ._values import Coded, at, decimals, measured, words, wrong_type


def least_significant_change(
    precision_error: Numbers,
    confidence: float = 0.95,
    *,
    baseline: int = 1,
    follow_up: int = 1,
    out: NDArray[Any] | None = None,
    where: Where = True,
    dtype: DTypeLike | None = None,
    refused: Refused = "raise",
) -> Any:
    """The change that is more than the noise of measurement, in the unit of the precision error (g/cm2, or %).

    2.77 times the precision error (RMS-SD) at 95 % with one scan at each visit; the published rounded factors at 80, 90
    and 95 %, else ``z * sqrt(1 / baseline + 1 / follow_up)`` (ISCD; Bonnick).

    Parameters
    ----------
    precision_error
        0 or more.
    confidence
        Two-sided, 0.5 to 0.999.
    baseline, follow_up
        Scans averaged at each visit.
    out, where, dtype, refused
        See `osteon.numeric`.

    Examples
    --------
    >>> import osteon
    >>> round(float(osteon.least_significant_change(0.010)), 6)
    0.0277
    """
    factor = _osteon.lsc_factor(confidence, baseline, follow_up)
    return evaluate(
        "least_significant_change",
        {"precision_error": precision_error},
        {},
        chooses(1)(lambda: (factor,)),
        out=out,
        where=where,
        dtype=dtype,
        refused=refused,
    ).numbers()


def is_significant(
    change_g_cm2: Numbers, lsc_g_cm2: Numbers, *, where: Where = True, refused: Refused = "raise"
) -> Any:
    """Whether a change of BMD is at least the least significant change: ``abs(change) >= lsc``.

    Only scans of one scanner, region, side, set of vertebrae and mode may be compared; `assess` looks at that. T-scores
    are never compared. A change within 1e-9 of the limit is at it.

    Returns
    -------
    True, False, or None where a number is unknown. Of arrays, masked ones too, an array of objects with None where it
    cannot be said, so that nothing makes False of it. Of a pandas Series one of ``"boolean"``, of a polars Series one
    with nulls.

    Examples
    --------
    >>> import osteon
    >>> osteon.is_significant(0.9723 - 1.0, 0.0277)
    True
    >>> osteon.is_significant(float("nan"), 0.0277) is None
    True
    """
    numbers = {"change_g_cm2": change_g_cm2, "lsc_g_cm2": lsc_g_cm2}
    answer = evaluate("is_significant", numbers, where=where, refused=refused)
    unknown = np.isnan(answer.values) if answer.mask is None else np.isnan(answer.values) | answer.mask
    return answer.back.truths(answer.values == 1.0, unknown)


@dataclass(frozen=True, slots=True)
class PrecisionError:
    """What repeat scans say of the precision of one region. Figures have ten significant digits."""

    region: str | None
    """The region, where it was stated."""
    subjects: int
    """Subjects with two scans or more."""
    left_out: int
    """Subjects with one, who say nothing."""
    scans: int
    """Scans of the subjects that count."""
    degrees_of_freedom: int
    """ISCD asks for 30 at least: 15 subjects three times, or 30 twice."""
    meets_iscd_design: bool
    """Whether there are as many."""
    confidence: float
    """Two-sided confidence of the limits."""
    rms_sd_g_cm2: float
    """Precision error, g/cm2."""
    rms_sd_low_g_cm2: float
    """Its lower limit."""
    rms_sd_high_g_cm2: float
    """Its upper limit."""
    rms_cv_percent: float
    """Precision error as a coefficient of variation, %."""
    lsc_g_cm2: float
    """Least significant change, g/cm2: 95 %, one scan at each visit."""
    lsc_low_g_cm2: float
    """That of the lower limit of the precision error."""
    lsc_high_g_cm2: float
    """That of the upper limit."""
    lsc_percent: float
    """Least significant change, %."""


@overload
def precision_error(  # type: ignore[overload-overlap]
    bmd_g_cm2: ArrayLike, subject: ArrayLike, region: str | None = None, *, confidence: float = 0.95
) -> PrecisionError: ...
@overload
def precision_error(
    bmd_g_cm2: ArrayLike, subject: ArrayLike, region: ArrayLike, *, confidence: float = 0.95
) -> dict[str, PrecisionError]: ...
def precision_error(
    bmd_g_cm2: ArrayLike, subject: ArrayLike, region: Any = None, *, confidence: float = 0.95
) -> PrecisionError | dict[str, PrecisionError]:
    """The precision of a centre from repeat scans with repositioning between (Glueer 1995; ISCD).

    One element a scan; scans of one subject need not stand together. That no scan is there twice, and that sides and
    vertebrae are the same, is for the caller.

    Parameters
    ----------
    bmd_g_cm2
        Densities, g/cm2, 0.1 to 3.0. An unknown one is refused: leave it out.
    subject
        Who was scanned: words or whole numbers.
    region
        The region of all, or one for each scan: then the answer is a dict by region, without regions of which nobody
        has two scans.
    confidence
        Two-sided confidence of the limits, 0.5 to 0.999; the least significant change stays that of 95 %.

    Raises
    ------
    OutOfRangeError, UnitSlipError, NotFiniteError
        A density outside its limits, by its index.
    MissingError
        Nobody has two scans.

    Examples
    --------
    >>> import osteon
    >>> found = osteon.precision_error([1.000, 1.020, 0.900, 0.900], ["a", "a", "b", "b"], "lumbar_spine")
    >>> found.rms_sd_g_cm2, found.lsc_g_cm2, found.degrees_of_freedom
    (0.01, 0.0277, 2)
    """
    read, _ = align({"bmd_g_cm2": bmd_g_cm2, "subject": subject, "region": region})
    bmd = decimals(measured("bmd_g_cm2", read["bmd_g_cm2"])).ravel()
    subjects = _subjects(read["subject"])
    stated = words("region", read["region"])
    for name, count in (
        ("subject", len(subjects)),
        ("region", bmd.size if stated.codes is None else stated.codes.size),
    ):
        if count != bmd.size:
            raise wrong_type(name, count, f"there must be one for each of {bmd.size} scans")
    if stated.codes is None:
        regions = [stated.words[0] or "lumbar_spine"]
    else:
        regions = [(stated.words[code] if code >= 0 else None) or "" for code in stated.codes.ravel().tolist()]
        if "" in regions:
            raise errors.refusal(errors.MissingError, at("region", (regions.index(""),)), "", "a scan needs its region")
    try:
        report = json.loads(_osteon.precision_report(bmd, subjects, regions, float(confidence)))
    except errors.OsteonError as refusal:
        raise _of_scan(refusal) from None
    found = {row["region"]: _of_row(row, report["confidence"]) for row in report["rows"]}
    if stated.codes is not None:
        return found
    (only,) = found.values()
    return only if stated.words[0] is not None else replace(only, region=None)


def _subjects(subject: Any) -> list[str]:
    if isinstance(subject, Coded):
        codes, names = subject.osteon_words
        listed: list[Any] = [names[code] if code >= 0 else None for code in codes.tolist()]
    else:
        listed = np.asarray(subject).ravel().tolist()
    for place, one in enumerate(listed):
        if _values.is_nothing(one):
            raise errors.refusal(errors.MissingError, at("subject", (place,)), "", "a repeat scan needs its subject")
        if isinstance(one, bool) or not isinstance(one, (str, int)):
            raise wrong_type(at("subject", (place,)), one, "must be a word or a whole number")
    return [str(one) for one in listed]


def _of_scan(refusal: errors.OsteonError) -> errors.OsteonError:
    """Of `rows[3].bmd_g_cm2` the argument and its index."""
    place, dot, name = refusal.field.partition(".")
    field = f"{name}{place.removeprefix('rows')}" if dot else refusal.field
    return errors.refusal(type(refusal), field, refusal.value, refusal.limit, slip=refusal.slip)


def _of_row(row: dict[str, Any], confidence: float) -> PrecisionError:
    return PrecisionError(degrees_of_freedom=row.pop("df"), confidence=confidence, **row)
