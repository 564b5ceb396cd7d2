"""Single values are the same by every way in, and a bad one is one row's and no more."""

from __future__ import annotations

import datetime
import enum
from decimal import Decimal
from typing import Any

import frames_of
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from frames_of import people

import osteon
from osteon import _json, _values

NOTHING: list[Any] = [None, pd.NA, pd.NaT, np.ma.masked, np.datetime64("NaT"), np.datetime64("NaT", "ns")]
NAN: list[Any] = [
    float("nan"),
    np.float64("nan"),
    np.float32("nan"),
    np.float16("nan"),
    Decimal("nan"),
    Decimal("sNaN"),
]


class Age(enum.IntEnum):
    OLD = 67


class Word(str, enum.Enum):
    FEMALE = "female"


@pytest.mark.parametrize("value", NOTHING, ids=repr)
def test_nothing(value: Any) -> None:
    assert _values.is_missing(value) and _values.is_nothing(value) and not _values.is_nan(value)
    # In a column and in a document.
    frame = people(height_cm=np.array([160.0, value, 160.0], dtype=object))
    patient = osteon.frames.patients(frame)[1]
    assert patient.height_cm is None
    assert "height_cm" not in osteon.assess({"sex": "female", "age_years": 67, "height_cm": value}).to_json()


@pytest.mark.parametrize("value", NAN, ids=repr)
def test_nan_is_missing_in_a_column_and_no_value_in_a_document(value: Any) -> None:
    assert _values.is_nan(value) and _values.is_nothing(value) and not _values.is_missing(value)
    column = np.empty(3, dtype=object)
    column[:] = [160.0, value, 160.0]
    assert osteon.frames.patients(people(height_cm=column))[1].height_cm is None
    with pytest.raises(osteon.NotFiniteError):
        osteon.assess({"sex": "female", "age_years": 67, "height_cm": value})


@pytest.mark.parametrize("value", [0, 0.0, "", "nan", False, pd.Timestamp(0), [], np.float64(0)], ids=repr)
def test_something(value: Any) -> None:
    assert not _values.is_nothing(value)


class NAType:
    """Somebody else's, of which nothing is known."""


def test_a_namesake_is_not_nothing() -> None:
    assert not _values.is_missing(NAType())


@pytest.mark.parametrize("kind", [np.float16, np.float32])
@pytest.mark.parametrize("value", ["0.558", "67", "9.81", "160.3", "2000.0"])
def test_short_floats_are_the_decimals_that_were_meant(kind: Any, value: str) -> None:
    short = kind(value)
    meant = float(str(short))
    assert _values.decimal_of(short) == _json.plain(short) == meant
    assert _values.decimals_of(np.array([[short, short]], dtype=np.float16)).tolist() == (
        [[float(str(np.float16(value)))] * 2]
    )
    array = np.array([short, short, short])
    objects = np.empty(3, dtype=object)
    objects[:] = [short, short, short]
    for column in (array, objects, [short, short, short]):
        answers = osteon.assess_frame(people(bmd_femoral_neck=column), outputs=["t_femoral_neck"], refused="ignore")
        if 0.1 < meant < 2.0:
            assert answers["t_femoral_neck"][0] == pytest.approx((meant - 0.858) / 0.120, rel=1e-13)


def test_above_the_whole_numbers_of_a_float32_no_decimal_was_meant() -> None:
    assert _values.decimal_of(np.float32(123456789)) == 123456792.0 == _json.plain(np.float32(123456789))


def test_words_and_numbers_of_an_enumeration_are_their_values() -> None:
    frame = people(sex=[Word.FEMALE] * 3, age_years=[Age.OLD] * 3)
    answers = osteon.assess_frame(frame, outputs=["sex", "age_years"], refused="raise")
    assert answers["sex"].tolist() == ["female"] * 3 and answers["age_years"].tolist() == [67.0] * 3


# ---- a bad value is its row's

DAYS = [datetime.date(1959, 6, 1), datetime.date(1956, 6, 1), datetime.date(1945, 6, 1)]
STAMPS = ["1959-06-01 00:00", "1956-06-01 08:30", "1945-06-01 00:00"]


def aged(birth: Any) -> dict[str, Any]:
    return {
        name: column
        for name, column in people(birth_date=birth, assessed_on=["2026-06-01"] * 3).items()
        if name != "age_years"
    }


TIMED: dict[str, Any] = {
    "pandas": pd.DataFrame(aged(pd.to_datetime(STAMPS))),
    "pandas_zoned": pd.DataFrame(aged(pd.to_datetime(STAMPS).tz_localize("Asia/Tokyo"))),
    "pandas_arrow": pd.DataFrame(aged(pd.Series(pd.to_datetime(STAMPS)).astype(pd.ArrowDtype(pa.timestamp("us"))))),
    "pandas_objects": pd.DataFrame(aged(pd.Series([pd.Timestamp(s, tz="Asia/Tokyo") for s in STAMPS], dtype=object))),
    "numpy": aged(np.array(STAMPS, dtype="datetime64[m]")),
    "list": aged([DAYS[0], datetime.datetime(1956, 6, 1, 8, 30), DAYS[2]]),
    "numpy_objects": aged([DAYS[0], np.datetime64("1956-06-01T08:30"), np.datetime64("1945-06-01", "ns")]),
    "nanoseconds": aged([DAYS[0], np.datetime64("1956-06-01T08:30:00.000000001"), DAYS[2]]),
    "polars": pl.DataFrame(aged(pl.Series(STAMPS).str.to_datetime("%Y-%m-%d %H:%M"))),
    "pyarrow": pa.table(aged(pa.array(pd.to_datetime(STAMPS)))),
}


@pytest.mark.parametrize("kind", TIMED)
def test_a_time_of_day_is_refused_in_its_row(kind: str) -> None:
    answers, rejects = osteon.assess_frame(
        TIMED[kind], outputs=["age_years", "refused"], return_rejects=True, refused="ignore"
    )
    told = frames_of.as_columns(rejects)
    assert (told["row"][0], told["column"][0], told["code"][0]) == (1, "birth_date", "not_a_date")
    said = frames_of.as_columns(answers)
    assert [None if age is None else round(age) for age in said["age_years"]] == [67, None, 81]
    assert said["refused"][0] is None and said["refused"][1] is not None and said["refused"][2] is None
    with pytest.warns(osteon.RefusedWarning, match="a moment is no date"):
        osteon.assess_frame(TIMED[kind])


def test_a_day_that_is_missing_beside_a_time_of_day() -> None:
    column = np.array(["1959-06-01T00", "1956-06-01T08", "NaT"], dtype="datetime64[h]")
    for frame in (aged(column), aged(np.ma.masked_array(column, mask=[False, False, True]))):
        _, rejects = osteon.assess_frame(frame, outputs=["age_years"], return_rejects=True, refused="ignore")
        assert (rejects["row"].tolist(), rejects["code"].tolist()) == ([1, 2], ["not_a_date", "missing"])


GOOD = {"id": "a", "sex": "female", "age_years": 67}
BAD: list[Any] = [
    {**GOOD, "height_cm": float("nan")},
    {**GOOD, "height_cm": np.float32("inf")},
    {**GOOD, "height_cm": Decimal("nan")},
    {**GOOD, "weight_kg": 10**400},
    {**GOOD, "assessed_on": datetime.datetime(2026, 6, 1, 8, 30)},
    {**GOOD, "fractures": {1, 2}},
    {**GOOD, "scans": [{"manufacturer": b"hologic"}]},
    {**GOOD, 7: 8},
    {**GOOD, "country": "F\ud800"},
    7,
    b"\xff",
    object(),
]


@pytest.mark.parametrize("place", range(len(BAD)))
def test_a_document_that_is_no_json_is_one_row(place: int) -> None:
    column = np.empty(3, dtype=object)
    column[:] = [GOOD, BAD[place], {**GOOD, "id": "c"}]
    for frame in ({"doc": column}, pd.DataFrame({"doc": column})):
        answers, rejects = osteon.assess_frame(
            frame, documents="doc", outputs=["age_years", "refused"], return_rejects=True, refused="ignore"
        )
        said = frames_of.as_columns(answers)
        assert said["age_years"] == [67.0, None, 67.0] and said["refused"][1] is not None
        assert said["id"][0] == "a" and said["id"][2] == "c"
        assert frames_of.as_columns(rejects)["row"] == [1]
    with pytest.raises(osteon.OsteonError) as raised:
        osteon.assess_frame({"doc": column}, documents="doc", refused="raise")
    assert raised.value.row == 1


def test_a_document_that_holds_itself_is_one_row() -> None:
    endless: dict[str, Any] = dict(GOOD)
    endless["scans"] = [endless]
    answers = osteon.assess_frame({"doc": [GOOD, endless]}, documents="doc", outputs=["refused"], refused="ignore")
    assert answers["refused"][0] is None and answers["refused"][1] is not None


def test_a_column_of_numbers_is_none_of_documents() -> None:
    for frame in (pd.DataFrame({"doc": [1, 2]}), {"doc": np.array([1.5, 2.5])}):
        with pytest.raises(osteon.WrongTypeError, match="doc"):
            osteon.assess_frame(frame, documents="doc")
    for nothing in (np.full(2, np.nan), [None, pd.NA]):
        answers = osteon.assess_frame({"doc": nothing}, documents="doc", outputs=["refused"], refused="ignore")
        assert answers["refused"].tolist() == ["missing"] * 2


# ---- masked arrays


def test_what_is_masked_is_not_read_whatever_lies_beneath() -> None:
    mask = [False, True, False]
    of_objects = np.ma.masked_array(np.array([160.0, 1.65, 160.0], dtype=object), mask=mask)
    of_words = np.ma.masked_array(np.array(["female", "nobody", "male"], dtype=object), mask=mask)
    patients = osteon.frames.patients(people(height_cm=of_objects, manufacturer=["hologic"] * 3))
    assert [patient.height_cm for patient in patients] == [160, None, 160]
    answers, rejects = osteon.assess_frame(people(sex=of_words), outputs=["sex"], return_rejects=True, refused="ignore")
    assert answers["sex"].tolist() == ["female", None, "male"]
    assert (rejects["row"].tolist(), rejects["code"].tolist()) == ([1], ["missing"])


def test_a_column_that_is_masked_throughout_has_no_type() -> None:
    # Text that is nowhere is stored as numbers, and numbers as text.
    for beneath in (np.zeros(3), np.array(["x"] * 3), np.array([1, 2, 3])):
        column = np.ma.masked_array(beneath, mask=True)
        for name in ("manufacturer", "birth_date", "height_cm", "current_smoker", "model"):
            with_it = osteon.assess_frame(people(**{name: column}), outputs=["t_femoral_neck"], refused="raise")
            without = osteon.assess_frame(people(**{name: [None] * 3}), outputs=["t_femoral_neck"], refused="raise")
            np.testing.assert_array_equal(with_it["t_femoral_neck"], without["t_femoral_neck"])
