"""Dates as columns really have them: a day is read as the day it is where it was written, and a moment is no day."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import frames_of
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from frames_of import people

import osteon

DAYS = [datetime.date(1959, 6, 1), datetime.date(1956, 6, 1), datetime.date(1945, 6, 1)]
AGES = [67.0, 70.0, 81.0]


def aged(birth: Any) -> dict[str, Any]:
    table = people(birth_date=birth, assessed_on=["2026-06-01"] * 3)
    del table["age_years"]
    return table


def ages_of(frame: Any) -> list[float]:
    answers = osteon.assess_frame(frame, outputs=["age_years"], refused="raise")
    return [round(age, 2) for age in frames_of.as_columns(answers)["age_years"]]


DATES: dict[str, Callable[[], Any]] = {
    **{
        f"datetime64[{unit}]": lambda unit=unit: pd.Series(pd.to_datetime(DAYS)).astype(f"datetime64[{unit}]")
        for unit in ("s", "ms", "us", "ns")
    },
    # Midnight by the clock on the wall, which is another day in UTC.
    "Paris": lambda: pd.Series(pd.to_datetime(DAYS)).dt.tz_localize("Europe/Paris"),
    "Auckland": lambda: pd.Series(pd.to_datetime(DAYS)).dt.tz_localize("Pacific/Auckland"),
    "dates": lambda: pd.Series(DAYS, dtype=object),
    "datetimes": lambda: pd.Series([datetime.datetime(d.year, d.month, d.day) for d in DAYS], dtype=object),
    "timestamps": lambda: pd.Series([pd.Timestamp(d, tz="Asia/Tokyo") for d in DAYS], dtype=object),
    "text": lambda: pd.Series([d.isoformat() for d in DAYS]),
    "date32[pyarrow]": lambda: pd.Series(DAYS, dtype=pd.ArrowDtype(pa.date32())),
    "timestamp[pyarrow]": lambda: pd.Series(pd.to_datetime(DAYS)).astype(pd.ArrowDtype(pa.timestamp("us"))),
    "timestamp_tz[pyarrow]": lambda: pd.Series(pd.to_datetime(DAYS).tz_localize("Asia/Tokyo")).astype(
        pd.ArrowDtype(pa.timestamp("us", "Asia/Tokyo"))
    ),
    "categories": lambda: pd.Series(pd.Categorical(pd.to_datetime(DAYS))),
    "numpy_days": lambda: pd.Series(np.array(DAYS, dtype="datetime64[D]")),
}


@pytest.mark.parametrize("kind", DATES)
def test_dates_of_pandas(kind: str) -> None:
    assert ages_of(pd.DataFrame(aged(DATES[kind]()))) == AGES


@pytest.mark.parametrize("unit", ["D", "h", "s", "ms", "us", "ns"])
def test_dates_of_numpy(unit: str) -> None:
    assert ages_of(aged(np.array(DAYS, dtype="datetime64[D]").astype(f"datetime64[{unit}]"))) == AGES
    assert ages_of(aged(np.array(DAYS, dtype="datetime64[D]").astype(f">M8[{unit}]"))) == AGES


def test_dates_of_polars_and_arrow() -> None:
    for dtype in (pl.Date, pl.Datetime("us"), pl.Datetime("ms")):
        assert ages_of(pl.DataFrame(aged(pl.Series(DAYS).cast(dtype)))) == AGES
    zoned = pl.Series(DAYS).cast(pl.Datetime("us")).dt.replace_time_zone("Pacific/Auckland")
    assert ages_of(pl.DataFrame(aged(zoned))) == AGES
    assert ages_of(pl.DataFrame(aged(zoned)).lazy()) == AGES
    for kind in (pa.date32(), pa.date64(), pa.timestamp("s"), pa.timestamp("ns")):
        assert ages_of(pa.table(aged(pa.array(DAYS).cast(kind)))) == AGES
    # Midnight in Auckland is noon of the day before in UTC.
    moments = pd.Series(pd.to_datetime(DAYS)).dt.tz_localize("Pacific/Auckland")
    assert ages_of(pa.table(aged(pa.Array.from_pandas(moments)))) == AGES


def test_a_day_that_is_missing() -> None:
    days = pd.Series(pd.to_datetime([DAYS[0], None, DAYS[2]]))
    for frame in (pd.DataFrame(aged(days)), aged(days.to_numpy())):
        _, rejects = osteon.assess_frame(frame, outputs=["age_years"], return_rejects=True, refused="ignore")
        told = frames_of.as_columns(rejects)
        assert (told["row"], told["code"], told["row_refused"]) == ([1], ["missing"], [True])


TIMED = ["1959-06-01 00:00", "1956-06-01 08:30", "1945-06-01 00:00"]
MOMENTS: dict[str, Callable[[], Any]] = {
    "pandas": lambda: pd.DataFrame(aged(pd.to_datetime(TIMED))),
    "pandas_zoned": lambda: pd.DataFrame(aged(pd.to_datetime(TIMED).tz_localize("Europe/Paris"))),
    "pandas_objects": lambda: pd.DataFrame(
        aged(pd.Series([*DAYS[:1], datetime.datetime(1956, 6, 1, 8, 30), *DAYS[2:]], dtype=object))
    ),
    "numpy": lambda: aged(np.array(["1959-06-01T00", "1956-06-01T08", "1945-06-01T00"], dtype="datetime64[h]")),
    "list": lambda: aged([DAYS[0], datetime.datetime(1956, 6, 1, 8, 30), DAYS[2]]),
    "numpy_objects": lambda: aged([DAYS[0], np.datetime64("1956-06-01T08:30"), DAYS[2]]),
}


@pytest.mark.parametrize("kind", MOMENTS)
def test_a_moment_is_no_date(kind: str) -> None:
    with pytest.raises(osteon.NotADateError, match=r"row 1: .*birth_date.*08") as raised:
        osteon.assess_frame(MOMENTS[kind](), refused="raise")
    assert (raised.value.field, raised.value.row) == ("birth_date", 1)


@pytest.mark.parametrize("unit", ["Y", "M", "W"])
def test_a_year_is_no_date(unit: str) -> None:
    with pytest.raises(osteon.WrongTypeError, match="birth_date"):
        osteon.assess_frame(aged(np.array(DAYS, dtype="datetime64[D]").astype(f"datetime64[{unit}]")))
