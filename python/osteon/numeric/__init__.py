"""Numbers on numpy arrays, as ufuncs do.

Every function of measurements (`t_score`, `z_score`, `sbmd_mg_cm2`, `least_significant_change`, ...) stands on a ufunc
of the engine and behaves as one:

- array arguments broadcast; numbers alone give a number; lists are read as arrays;
- the answer is float64, or float32 where every array is float32. A float32 is read as its shortest decimal: 0.558 is
  0.558, and on its limit;
- ``out=``, ``where=`` and ``dtype=`` are numpy's, and so are strides, byte orders, memory layouts and subclasses. Where
  ``where`` is false and there is no ``out``, the answer is NaN;
- an unknown number (NaN, None, NA, a masked element) gives an unknown answer. A masked array gives one, with its mask;
- what is true or false is an array of objects: True, False, and None where it is unknown;
- a pandas Series gives a Series: several are aligned by their index, as ufuncs do. A polars Series gives one with
  nulls.

A value outside its limits, an infinity or a likely slip of the unit is refused: an `OsteonError` names the argument,
the index and the value. ``refused="nan"`` gives NaN for it instead, and says nothing.

Arrays are read where they are, without a copy, and other threads run meanwhile: nothing may write to an array until the
call has answered. Where that is noticed it is a RuntimeError; it is not always noticed.
"""

from ._change import (
    PrecisionError,
    is_significant,
    least_significant_change,
    precision_error,
)
from ._columns import compute, risk
from ._scores import sbmd_mg_cm2, t_score, t_score_reported, z_score, z_score_lms

__all__ = [
    "PrecisionError",
    "compute",
    "is_significant",
    "least_significant_change",
    "precision_error",
    "risk",
    "sbmd_mg_cm2",
    "t_score",
    "t_score_reported",
    "z_score",
    "z_score_lms",
]
