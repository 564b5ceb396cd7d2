"""Scores of a bone density."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, overload

import numpy as np
from numpy.typing import DTypeLike, NDArray

from .. import _osteon
from ._call import chooses, evaluate
from ._documents import references_text
from ._types import Names, Number, Numbers, References, Refused, Where

# What the engine chose is the same for the same words.


@lru_cache(maxsize=256)
def _young_adult(*scan: Any) -> tuple[float, float]:
    mean, sd, _ = _osteon.young_adult(*scan)
    return mean, sd


@lru_cache(maxsize=256)
def _age_reference(*person: Any) -> float:
    return _osteon.age_reference(*person)


@lru_cache(maxsize=256)
def _sbmd_equation(*scan: Any) -> float:
    return _osteon.sbmd_equation(*scan)


@overload
def t_score(
    bmd_g_cm2: Number,
    *,
    region: str,
    manufacturer: str | None = None,
    model: str | None = None,
    database: str | None = None,
    vertebrae: str | None = None,
    reference_sex: str = "female",
    references: References = None,
    out: None = None,
    where: bool = True,
    dtype: DTypeLike | None = None,
    refused: Refused = "raise",
) -> np.float64: ...
@overload
def t_score(
    bmd_g_cm2: Numbers,
    *,
    region: Names,
    manufacturer: Names = None,
    model: Names = None,
    database: Names = None,
    vertebrae: Names = None,
    reference_sex: str = "female",
    references: References = None,
    out: NDArray[Any] | None = None,
    where: Where = True,
    dtype: DTypeLike | None = None,
    refused: Refused = "raise",
) -> Any: ...
def t_score(
    bmd_g_cm2: Numbers,
    *,
    region: Names,
    manufacturer: Names = None,
    model: Names = None,
    database: Names = None,
    vertebrae: Names = None,
    reference_sex: str = "female",
    references: References = None,
    out: NDArray[Any] | None = None,
    where: Where = True,
    dtype: DTypeLike | None = None,
    refused: Refused = "raise",
) -> Any:
    """T-score: SDs from the mean of young adults, exact; `t_score_reported` rounds it as a report does.

    The reference is the engine's own: white young women of the maker's scale, for men too (NHANES III at the hip, the
    maker's at spine and forearm; ISCD 2023), or the caller's. A model or a database that is not recognised is
    refused, never scored against another reference.

    Arithmetic only. Whether a T-score may be reported at all is not asked: men under 50 and women before the menopause
    are given Z-scores (`z_score`). `assess` and `assess_frame` ask.

    Parameters
    ----------
    bmd_g_cm2
        Areal bone density, g/cm2, 0.1 to 3.0.
    region
        ``"femoral_neck"``, ``"total_hip"``, ``"lumbar_spine"``, ``"radius_33"``, ...
    manufacturer
        Whose scale the density is on: ``"hologic"``, ``"ge_lunar"`` or ``"norland"``. There is no default, since scales
        differ by more than a T-score; a model that names its maker stands in.
    model, database
        As the report prints them or as ids; needed where references of one maker differ.
    vertebrae
        Of a lumbar spine: ``"L1-L4"`` (the default), ``"L2-L4"``, ``"L1,L3-L4"``, ...
    reference_sex
        ``"male"`` takes the reference of young men where one is held: the score that some report beside the other.
    references
        The caller's own references, as of `Engine`: one, a list of them, or JSON.
    out, where, dtype, refused
        See `osteon.numeric`.

    Returns
    -------
    A number for numbers; otherwise what `bmd_g_cm2` is, of the broadcast shape.

    Raises
    ------
    OutOfRangeError, UnitSlipError, NotFiniteError
        A density outside its limits, by argument and index.
    NotPublishedError, MissingError, UnknownIdError
        No reference is held for it; the maker or the model must be stated; the model or database is not recognised.

    Examples
    --------
    >>> import numpy as np, osteon
    >>> osteon.t_score_reported(osteon.t_score(0.558, region="femoral_neck", manufacturer="hologic"))
    np.float64(-2.5)
    >>> osteon.t_score(np.array([0.858, np.nan]), region="femoral_neck", manufacturer="hologic")
    array([ 0., nan])
    """
    text = references_text(references)

    @chooses(2)
    def reference(*machine: str | None) -> tuple[float, float]:
        return _young_adult(*machine, reference_sex, text)

    chosen_by = {
        "region": region,
        "vertebrae": vertebrae,
        "manufacturer": manufacturer,
        "model": model,
        "database": database,
    }
    return evaluate(
        "t_score",
        {"bmd_g_cm2": bmd_g_cm2},
        chosen_by,
        reference,
        required=("region",),
        out=out,
        where=where,
        dtype=dtype,
        refused=refused,
    ).numbers()


def z_score(
    bmd_g_cm2: Numbers,
    *,
    region: Names,
    sex: Names,
    age_years: Numbers,
    manufacturer: Names = None,
    ethnicity: Names = None,
    vertebrae: Names = None,
    z_reference: str = "nhanes_2005_2010",
    out: NDArray[Any] | None = None,
    where: Where = True,
    dtype: DTypeLike | None = None,
    refused: Refused = "raise",
) -> Any:
    """Z-score: SDs from the mean of people of the same age, sex and ethnicity, exact.

    Against NHANES 2005-2010 on the Hologic scale. Densities of another maker are brought to it through standardised
    BMD where that is published (the hip). Linear between the midpoints of decades, constant outside.

    Parameters
    ----------
    bmd_g_cm2
        Areal bone density, g/cm2, 0.1 to 3.0.
    region
        ``"femoral_neck"``, ``"total_hip"``, ``"lumbar_spine"`` (L1-L4), ...
    sex
        ``"female"`` or ``"male"``.
    age_years
        Age with its fraction, 20 to 120; younger people need `z_score_lms`.
    manufacturer
        ``"hologic"``, ``"ge_lunar"`` or ``"norland"``.
    ethnicity
        ``"white"``, ``"black"``, ``"mexican_american"``, ...: chooses the table. None, or one without a table: that of
        everybody, or of white people where no other is held and None was stated.
    vertebrae
        Of a lumbar spine; only L1-L4 has a reference.
    z_reference
        ``"nhanes_2005_2010"`` or ``"nhanes3_1998"``.
    out, where, dtype, refused
        See `osteon.numeric`.

    Raises
    ------
    OutOfRangeError, UnitSlipError, NotFiniteError
        A density or an age outside its limits.
    NotUsableError, NotPublishedError, MissingError
        Under 20, or beyond the ages of the reference; no reference is held; the maker must be stated.

    Examples
    --------
    >>> import osteon
    >>> z = osteon.z_score(0.722, region="total_hip", sex="female", age_years=67, manufacturer="hologic")
    >>> bool(-1 < z < 0)
    True
    """

    @chooses(1)
    def reference(*person: str | None) -> tuple[float]:
        return (_age_reference(*person, z_reference),)

    chosen_by = {
        "region": region,
        "sex": sex,
        "ethnicity": ethnicity,
        "vertebrae": vertebrae,
        "manufacturer": manufacturer,
    }
    return evaluate(
        "z_score",
        {"bmd_g_cm2": bmd_g_cm2, "age_years": age_years},
        chosen_by,
        reference,
        required=("region", "sex"),
        out=out,
        where=where,
        dtype=dtype,
        refused=refused,
    ).numbers()


def z_score_lms(
    bmd_g_cm2: Numbers,
    l: Numbers,
    m_g_cm2: Numbers,
    s: Numbers,
    *,
    out: NDArray[Any] | None = None,
    where: Where = True,
    dtype: DTypeLike | None = None,
    refused: Refused = "raise",
) -> Any:
    """Z-score against L, M and S of the caller (Cole): ((BMD / M)^L - 1) / (L S), ln(BMD / M) / S where L is 0.

    Children are scored so.

    Parameters
    ----------
    bmd_g_cm2, m_g_cm2
        Density and median, g/cm2, 0.1 to 3.0.
    l
        Box-Cox power, -20 to 20.
    s
        Coefficient of variation as a fraction, 0.001 to 1.
    out, where, dtype, refused
        See `osteon.numeric`.

    Examples
    --------
    >>> import osteon
    >>> round(float(osteon.z_score_lms(0.9, 1.0, 1.0, 0.1)), 12)
    -1.0
    """
    numbers = {"bmd_g_cm2": bmd_g_cm2, "l": l, "m_g_cm2": m_g_cm2, "s": s}
    return evaluate("z_score_lms", numbers, out=out, where=where, dtype=dtype, refused=refused).numbers()


def t_score_reported(
    t_score: Numbers,
    *,
    out: NDArray[Any] | None = None,
    where: Where = True,
    dtype: DTypeLike | None = None,
    refused: Refused = "raise",
) -> Any:
    """A T-score as reports print it: one decimal, half away from zero.

    A stated decimal half way is half way whatever binary floating point makes of it: (0.564 - 0.858) / 0.120 is -2.45
    and is reported as -2.5. Classes, guidelines and models compare this value. It is for T-scores: reports and
    pictures do not round a Z-score so, and print -1.1499999999999997 as -1.1, which would be -1.2 here.

    Examples
    --------
    >>> import osteon
    >>> osteon.t_score_reported([-2.45, -2.449, 0.05])
    array([-2.5, -2.4,  0.1])
    """
    numbers = {"t_score": t_score}
    return evaluate("t_score_reported", numbers, out=out, where=where, dtype=dtype, refused=refused).numbers()


def sbmd_mg_cm2(
    bmd_g_cm2: Numbers,
    *,
    region: Names,
    manufacturer: Names,
    vertebrae: Names = None,
    method: str = "hui1997",
    out: NDArray[Any] | None = None,
    where: Where = True,
    dtype: DTypeLike | None = None,
    refused: Refused = "raise",
) -> Any:
    """Standardised BMD, mg/cm2: one scale for all makers.

    By the published equation of maker and region (Hui 1997 or Genant 1994 at the spine, Lu 2001 at the hip, Hanson
    1997 at the total hip). In one person some percent of error are left: a converted value never serves to judge a
    change. `Assessment` gives that error beside it.

    Parameters
    ----------
    bmd_g_cm2
        Areal bone density on the maker's scale, g/cm2, 0.1 to 3.0.
    region, manufacturer
        As of `t_score`; both must be stated.
    vertebrae
        Of a lumbar spine: ``"L1-L4"`` (the default) or ``"L2-L4"``.
    method
        At the spine: ``"hui1997"`` or ``"genant1994"``.
    out, where, dtype, refused
        See `osteon.numeric`.

    Examples
    --------
    >>> import osteon
    >>> round(float(osteon.sbmd_mg_cm2(0.942, region="total_hip", manufacturer="hologic")), 3)
    955.536
    """

    @chooses(1)
    def equation(*machine: str | None) -> tuple[float]:
        return (_sbmd_equation(*machine, method),)

    chosen_by = {"region": region, "vertebrae": vertebrae, "manufacturer": manufacturer}
    return evaluate(
        "sbmd_mg_cm2",
        {"bmd_g_cm2": bmd_g_cm2},
        chosen_by,
        equation,
        required=("region",),
        out=out,
        where=where,
        dtype=dtype,
        refused=refused,
    ).numbers()
