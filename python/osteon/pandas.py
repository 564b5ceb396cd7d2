"""The accessor of pandas: ``import osteon.pandas`` gives every DataFrame and Series ``.osteon``.

>>> import pandas as pd
>>> import osteon.pandas
>>> people = pd.DataFrame({"sex": ["female"], "age_years": [67], "manufacturer": ["hologic"], "bmd_total_hip": [0.6]})
>>> people.osteon.assess(outputs=["diagnosis"])["diagnosis"].tolist()
['osteoporosis']
>>> people["bmd_total_hip"].osteon.t_score(region="total_hip", manufacturer="hologic").round(2).tolist()
[-2.8]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

import osteon
from osteon import frames

if TYPE_CHECKING:
    from osteon.documents import Patient
    from osteon.frames._reads import Columns

__all__ = ["FrameOfPeople", "SeriesOfNumbers"]


@pd.api.extensions.register_dataframe_accessor("osteon")
class FrameOfPeople:
    """``DataFrame.osteon``: a frame with a row a person."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def assess(self, columns: Columns = None, outputs: str | Sequence[str] | None = None, **how: Any) -> Any:
        """Assess every row; see `osteon.assess_frame`.

        Parameters
        ----------
        columns, outputs, **how
            As of `osteon.assess_frame`.

        Returns
        -------
        A DataFrame with the same index; with ``return_rejects=True``, (answers, rejects).
        """
        return frames.assess_frame(self._frame, columns, outputs, **how)

    def patients(self, columns: Columns = None, documents: str | None = None) -> list[Patient]:
        """Each row as a patient document, to be explained by `osteon.assess`; see `osteon.patients`."""
        return frames.patients(self._frame, columns, documents)


@pd.api.extensions.register_series_accessor("osteon")
class SeriesOfNumbers:
    """``Series.osteon``: a column of measurements. Answers keep the index; other Series are aligned by it."""

    def __init__(self, series: pd.Series[Any]) -> None:
        self._series = series

    def t_score(self, *, region: Any, **how: Any) -> pd.Series[Any]:
        """T-scores (SD) of bone densities in g/cm2; see `osteon.t_score`."""
        return _series(osteon.numeric.t_score(self._series, region=region, **how))

    def z_score(self, *, region: Any, **how: Any) -> pd.Series[Any]:
        """Z-scores (SD) of bone densities in g/cm2; see `osteon.z_score`."""
        return _series(osteon.numeric.z_score(self._series, region=region, **how))

    def t_score_reported(self, **how: Any) -> pd.Series[Any]:
        """T-scores as a report prints them, to one decimal, half away from zero; see `osteon.t_score_reported`."""
        return _series(osteon.numeric.t_score_reported(self._series, **how))

    def sbmd_mg_cm2(self, **how: Any) -> pd.Series[Any]:
        """Standardised bone density in mg/cm2 of densities in g/cm2; see `osteon.sbmd_mg_cm2`."""
        return _series(osteon.numeric.sbmd_mg_cm2(self._series, **how))


def _series(answer: Any) -> pd.Series[Any]:
    assert isinstance(answer, pd.Series)
    return answer
