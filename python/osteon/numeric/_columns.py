"""Any answer of the engine as an array."""

from __future__ import annotations

from typing import Any

from ._types import Refused


def risk(model: str, gives: str, /, *, refused: Refused = "raise", threads: int | None = None, **fields: Any) -> Any:
    """The number that a risk model gives, for arrays of people.

    ``osteon.models()`` lists the models with population, horizon, source, how far each is verified, and the notice that
    must be shown with some: a risk of ``qfracture2012`` is not the current QFracture and must not decide alone.

    NaN where the model refuses such a person (an age or a BMI outside its population, a BMI that is not known); the
    column ``risks_refused`` of `compute` or `assess_frame` says why, ``risks_assumed`` what was read into unknowns. A
    field left out is unknown, never "no".

    Parameters
    ----------
    model, gives
        Such as ``"qfracture2012", "hip_percent"`` or ``"ost", "points"``.
    **fields
        Fields of the patient under their names in tables (``sex``, ``age_years``, ``height_cm``, ``falls_past_year``,
        ``t_femoral_neck``, ...): numbers, bools, words or arrays of them, which broadcast. None and NaN are unknown.
    refused
        ``"raise"``: a value outside its limits is an error that names field, index and value; ``"nan"``: that person's
        answer is NaN.
    threads
        None: as many as there are cores where there are many people.

    Returns
    -------
    A number for numbers, else an array of the broadcast shape; a Series where a field is one.

    Examples
    --------
    >>> import osteon
    >>> osteon.risk("qfracture2012", "hip_percent", sex="female", age_years=[60, 70, 80], height_cm=162, weight_kg=61,
    ...             falls_past_year=1).round(1)  # doctest: +SKIP
    array([ 1.1,  4.3, 13.1])
    """
    raise NotImplementedError


def compute(column: str, /, *, refused: Refused = "raise", threads: int | None = None, **fields: Any) -> Any:
    """Any answer column of `assess_frame`, as an array.

    Numbers are float64 with NaN; truths are masked arrays of bool; words and sets (joined by ``;``) are arrays of
    objects with None. A recommendation is not handed out alone: it comes as a dict with the columns that belong to
    it (status, what is missing, whether it is verified, drug safety, the course).

    Parameters
    ----------
    column
        A name such as ``"t_femoral_neck"``, ``"diagnosis"``, ``"nogg2024_recommendation"``.
    refused, threads, **fields
        As of `risk`.

    Raises
    ------
    UnknownKeyError
        There is no such column or field; the nearest is named.

    Examples
    --------
    >>> import osteon
    >>> osteon.compute("diagnosis", sex="female", age_years=67, manufacturer="hologic", bmd_femoral_neck=0.558)
    'osteoporosis'
    """
    raise NotImplementedError
