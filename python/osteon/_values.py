"""What single values of Python, numpy and pandas are: nothing, a decimal, a day; one answer for every way in."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Up to here whole numbers are exact in a float32, and above it no decimal was meant.
_SHORT = 2.0**24
_SHOWN = 48

DAY = np.dtype("datetime64[D]")
COARSE = ("Y", "M", "W", "generic")
"""Units of datetime64 that name no day."""


def shown(value: object, most: int = _SHOWN) -> str:
    """A value in a message: text as it is, everything else as Python writes it, and no more of it than fits."""
    text = value if isinstance(value, str) else str(value) if isinstance(value, np.dtype) else repr(value)
    return text if len(text) <= most else f"{text[:most]}..."


def is_missing(value: object) -> bool:
    """Whether it says that there is no value: None, NaT, the NA of pandas, what is masked. NaN is a number."""
    if value is None or isinstance(value, np.ma.core.MaskedConstant):
        return True
    if isinstance(value, (np.datetime64, np.timedelta64)):
        return bool(np.isnat(value))
    return is_missing_type(type(value))


def is_missing_type(kind: type) -> bool:
    """Whether all values of a type are missing."""
    if kind.__name__ not in ("NAType", "NaTType", "NoneType"):
        return False
    return kind is type(None) or kind.__module__.partition(".")[0] == "pandas"


def is_nan(value: object) -> bool:
    """Whether it is a number that is none."""
    if isinstance(value, Decimal):
        return value.is_nan()
    return isinstance(value, (float, np.floating)) and bool(value != value)


def is_nothing(value: object) -> bool:
    """Whether it is missing in a column, where NaN is missing as well."""
    return is_missing(value) or is_nan(value)


def decimal_of(value: np.floating[Any]) -> float:
    """The number as a double; of a float16 or float32 the decimal that was meant.

    0.558 is 0.5580000281333923 in four bytes, and 0.55810546875 in two.
    """
    number = float(value)
    if value.dtype.itemsize < 8 and abs(number) < _SHORT:
        return float(str(value))
    return number


def decimals_of(halves: NDArray[Any]) -> NDArray[np.float64]:
    """The same of an array of float16, of which there are few."""
    values, places = np.unique(halves, return_inverse=True)
    plain = np.array([decimal_of(value) for value in values], dtype=np.float64)
    return plain[places].reshape(halves.shape)


def has_time(moment: datetime.datetime) -> bool:
    """Whether it is not the beginning of a day by its own clock. A moment of pandas has nanoseconds besides."""
    return moment.time() != datetime.time() or getattr(moment, "nanosecond", 0) != 0


def day_of(moment: np.datetime64) -> datetime.date | None:
    """The day that it is; None of a moment within a day, of a unit longer than one, and beyond the calendar."""
    day = moment.astype(DAY)
    if np.datetime_data(moment.dtype)[0] in COARSE or day != moment:
        return None
    plain = day.item()
    return plain if isinstance(plain, datetime.date) else None
