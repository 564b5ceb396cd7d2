"""Types of arguments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias

import numpy as np

Number: TypeAlias = float | int | np.floating[Any] | np.integer[Any] | None
"""One number; None and NaN are unknown."""

Numbers: TypeAlias = Any
"""A number, a sequence of them, a numpy array, or a Series of pandas or polars."""

Names: TypeAlias = Any
"""A word for all, or words that broadcast with the numbers: an array of str, a list, a Series; None is unknown."""

Where: TypeAlias = Any
"""True, or an array of bool that broadcasts."""

Refused: TypeAlias = Literal["raise", "nan"]

References: TypeAlias = str | bytes | Mapping[str, Any] | Sequence[Mapping[str, Any]] | None
"""Rows of the caller's own references: a row, a list of rows, or either as JSON."""
