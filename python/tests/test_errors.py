"""What is refused, and how it is said."""

from __future__ import annotations

import datetime
import json
import math
import pickle
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import osteon
from osteon import errors

HER = {"sex": "female", "age_years": 67}
NECK = {"region": "femoral_neck"}


def refused(patient: Any) -> osteon.OsteonError:
    with pytest.raises(osteon.OsteonError) as raised:
        osteon.assess(patient)
    return raised.value


def scan(**region: Any) -> dict[str, Any]:
    return {**HER, "scans": [{"manufacturer": "hologic", "regions": [{**NECK, **region}]}]}


itself: dict[str, Any] = {**HER}
itself["history"] = itself
deep: list[Any] = []
for _ in range(100_000):
    deep = [deep]


@pytest.mark.parametrize(
    ("patient", "kind", "field", "said"),
    [
        # What a tired person writes.
        ({**HER, "age_years": "67"}, osteon.WrongTypeError, "age_years", "must be a number"),
        ({**HER, "age_years": True}, osteon.WrongTypeError, "age_years", "must be a number"),
        ({**HER, "height_cm": 1.65}, osteon.UnitSlipError, "height_cm", "looks like metres"),
        ({**HER, "heigth_cm": 165}, osteon.UnknownKeyError, "heigth_cm", "did you mean height_cm?"),
        (scan(bmd_g_cm2=812), osteon.UnitSlipError, "scans[0].regions[0].bmd_g_cm2", "mg/cm2"),
        (scan(bmd_g_cm2=-0.5), osteon.OutOfRangeError, "scans[0].regions[0].bmd_g_cm2", "0.1-3.0"),
        (scan(bmd_g_cm2=math.nan), osteon.NotFiniteError, "scans[0].regions[0].bmd_g_cm2", "leave the key out"),
        ({**HER, "weight_kg": math.inf}, osteon.NotFiniteError, "weight_kg", "leave the key out"),
        ({**HER, "weight_kg": np.float32("nan")}, osteon.NotFiniteError, "weight_kg", "leave the key out"),
        ({**HER, "weight_kg": Decimal("NaN")}, osteon.NotFiniteError, "weight_kg", "leave the key out"),
        ({**HER, "weight_kg": 10**400}, osteon.NotFiniteError, "weight_kg", "out of range"),
        ({**HER, "weight_kg": 10**5000}, osteon.NotFiniteError, "weight_kg", "out of range"),
        ({**HER, "risk_factors": []}, osteon.WrongTypeError, "risk_factors", "must be"),
        ({**HER, "scans": {"regions": []}}, osteon.WrongTypeError, "scans", "must be"),
        ({**HER, "scans": [None]}, osteon.WrongTypeError, "scans[0]", "must be"),
        ({}, osteon.MissingError, "sex", "missing"),
        ({"sex": "female"}, osteon.MissingError, "age_years", "missing"),
        ({**HER, "sex": "F"}, osteon.NotAChoiceError, "sex", "female"),
        ({**HER, "sex": None}, osteon.MissingError, "sex", "missing"),
        ({**HER, "birth_date": "03/04/1950"}, osteon.NotADateError, "birth_date", "as 2024-05-31"),
        ({**HER, "birth_date": "2024-02-30"}, osteon.NotADateError, "birth_date", "as 2024-05-31"),
        ({**HER, "birth_date": datetime.datetime(1950, 1, 1, 10)}, osteon.NotADateError, "birth_date", "time of day"),
        (
            {**HER, "birth_date": datetime.datetime(1950, 1, 1, tzinfo=datetime.timezone.utc)},
            osteon.NotADateError,
            "birth_date",
            "time zone",
        ),
        ({**HER, "birth_date": np.datetime64("1950")}, osteon.NotADateError, "birth_date", "a day"),
        ({**HER, "birth_date": np.datetime64("1950-01-01T10")}, osteon.NotADateError, "birth_date", "a day"),
        ({**HER, "birth_date": datetime.time(1)}, osteon.WrongTypeError, "birth_date", "datetime.time"),
        # What has no place in a document.
        ({**HER, "fractures": {"hip"}}, osteon.WrongTypeError, "fractures", "write a list"),
        ({**HER, "country": b"FR"}, osteon.WrongTypeError, "country", "decode it"),
        ({**HER, "country": object()}, osteon.WrongTypeError, "country", "object has no place"),
        ({**HER, "fractures": iter([])}, osteon.WrongTypeError, "fractures", "iterator"),
        ({**HER, "age_years": 1j}, osteon.WrongTypeError, "age_years", "complex"),
        ({**HER, "age_years": np.complex128(1)}, osteon.WrongTypeError, "age_years", "complex"),
        ({**HER, "country": "\ud800"}, osteon.WrongTypeError, "country", "half a character"),
        ({"sex": "female", 1: 2}, osteon.UnknownKeyError, "1", "keys are text"),
        ({**HER, "history": {None: 2}}, osteon.UnknownKeyError, "history.None", "keys are text"),
        ({**HER, "history": deep}, osteon.WrongTypeError, "history" + "[0]" * 24 + "[", "nested deeper"),
        (itself, osteon.WrongTypeError, ("history." * 32)[:80], "holds itself"),
        # What is no document.
        ("", osteon.NotADocumentError, "patient", "empty"),
        (" \n", osteon.NotADocumentError, "patient", "empty"),
        (b"", osteon.NotADocumentError, "patient", "empty"),
        (None, osteon.MissingError, "patient", "a dict, JSON text"),
        ("patient.json", osteon.NotADocumentError, "patient", "path of a file"),
        (__file__, osteon.NotADocumentError, "patient", "path of a file"),
        (Path("patient.json"), osteon.WrongTypeError, "patient", "path.read_text()"),
        ("sex=female", osteon.NotADocumentError, "patient", "begins with {"),
        ('{"sex": "female"', osteon.NotADocumentError, "document", "line 1"),
        ('{"history":' * 1000, osteon.OsteonError, None, ""),
        ('{"id":' + "[" * 100_000, osteon.OsteonError, None, ""),
        ('{"sex": "female", "age_years": NaN}', osteon.NotFiniteError, "age_years", "leave the key out"),
        ('{"sex": "female", "sex": "male"}', osteon.ContradictionError, "sex", "given twice"),
        ([HER], osteon.WrongTypeError, "patient", "one at a time"),
        (json.dumps([HER]), osteon.WrongTypeError, "patient", "one at a time"),
        ("[" * 100_000, osteon.WrongTypeError, "patient", "one at a time"),
        (67, osteon.WrongTypeError, "patient", "not a int"),
        (b'{"sex": "f\xe9male"}', osteon.WrongTypeError, "patient", "UTF-8"),
        # What contradicts itself.
        ({**HER, "risk_factors": {"current_smoker": True, "smoking": "never"}}, osteon.ContradictionError, None, ""),
        ({"sex": "male", "birth_date": "2030-01-01", "assessed_on": "2024-01-01"}, osteon.OsteonError, None, "2030"),
    ],
)
def test_what_is_refused(patient: Any, kind: type[osteon.OsteonError], field: str | None, said: str) -> None:
    error = refused(patient)
    assert type(error) is kind or kind is osteon.OsteonError
    if field is not None and field.endswith("["):
        assert error.field.startswith(field)
    elif field is not None:
        assert error.field == field
    assert said in str(error), str(error)
    assert error.code and error.number >= 101 and error.limit
    assert isinstance(error, ValueError)
    assert str(error).startswith(error.field)


def test_it_says_field_value_limit_and_slip() -> None:
    error = refused({**HER, "height_cm": 1.65})
    assert (error.field, error.value, error.limit) == ("height_cm", "1.65", "100-230 cm")
    assert (error.code, error.number) == ("unit_slip", 202)
    assert error.slip is not None and "165" in error.slip
    assert error.row is None
    assert isinstance(error, osteon.OutOfRangeError)


def test_every_value_refused_is_in_it() -> None:
    error = refused({**HER, "height_cm": 1.65, "weight_kg": 900})
    assert [one.field for one in error.refusals] == ["height_cm", "weight_kg"]
    assert str(error).splitlines()[1].startswith("  and weight_kg: 900 is outside")


def test_nothing_else_of_the_person_is_in_it() -> None:
    for wrong in ({"age_years": "70"}, {"height_cm": 1.65}, {"weight_kg": math.nan}, {"wieght": 1}, {"history": {1}}):
        assert "Anne" not in str(refused({"sex": "female", "age_years": 67, "id": "Anne", **wrong}))


def test_what_python_refuses_reads_as_what_the_engine_refuses() -> None:
    by_python = refused({**HER, "weight_kg": math.nan})
    by_engine = refused(json.dumps({**HER, "weight_kg": math.nan}))
    assert (by_python.code, by_python.number, by_python.field) == (by_engine.code, by_engine.number, by_engine.field)
    with pytest.raises(osteon.UnknownKeyError) as typed:
        osteon.Patient.from_dict({**HER, "heigth_cm": 165})
    by_engine = refused({**HER, "heigth_cm": 165})
    assert typed.value.refusals == by_engine.refusals


def test_every_code_has_its_class_and_number() -> None:
    codes = [word["const"] for word in osteon.schema("assessment")["$defs"]["Code"]["oneOf"]]
    assert sorted(codes) == sorted(errors._CLASSES)
    for code in codes:
        kind = errors._CLASSES[code]
        error = errors.of([(code, kind._number, "a.field", "7", "less", None, "a sentence")], 3)
        assert type(error) is kind and kind._code == code and kind.__name__ in osteon.__all__
        assert (error.code, error.field, error.value, error.limit, error.row) == (code, "a.field", "7", "less", 3)
        assert str(error) == "row 3: a sentence"
    numbers = [kind._number for kind in errors._CLASSES.values()]
    assert len(set(numbers)) == len(numbers)


def test_a_code_that_is_not_known_here_is_still_an_error() -> None:
    error = errors.of([("of_tomorrow", 999, "f", "v", "l", None, "m")])
    assert type(error) is osteon.OsteonError and (error.code, error.number) == ("of_tomorrow", 999)
    with pytest.raises(TypeError):
        errors.of([])


@pytest.mark.parametrize("kind", [*errors._CLASSES.values(), osteon.NotAskedError, osteon.NotThereError])
def test_errors_pickle(kind: type[osteon.OsteonError]) -> None:
    error = errors.refusal(kind, "a.field", "7", "less", slip="it looks like more", row=5)
    error.add_note("seen in a test") if hasattr(error, "add_note") else None
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(error, protocol))
        assert type(again) is kind
        assert (again.refusals, again.row, str(again)) == (error.refusals, 5, str(error))
        assert getattr(again, "__notes__", None) == getattr(error, "__notes__", None)


def test_the_classes_are_found_at_the_top() -> None:
    for name in errors.__all__:
        if name not in ("Refusal",):
            assert getattr(osteon, name) is getattr(errors, name)
    assert issubclass(osteon.RefusedWarning, UserWarning)


@pytest.mark.parametrize("kind", [osteon.OsteonError, osteon.UnitSlipError, osteon.NotThereError, osteon.NotAskedError])
def test_an_error_of_a_sentence_alone(kind: type[osteon.OsteonError]) -> None:
    error = kind("something went wrong")
    assert str(error) == "something went wrong" and error.code == kind._code
    assert (error.field, error.value, error.limit, error.slip, error.row) == ("", "", "", None, None)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind and str(again) == str(error)


def test_what_an_expression_of_polars_refuses() -> None:
    pl = pytest.importorskip("polars")
    import osteon.polars

    people = pl.DataFrame({"sex": ["female", "w"], "age_years": [67, 71]})
    struct = pl.struct("sex", "age_years").osteon
    with pytest.raises(osteon.NotAChoiceError, match="sex: w: must be female or male"):
        people.select(struct.assess(outputs="triage", refused="raise"))
    with pytest.raises(osteon.UnitSlipError, match="mg/cm2"):
        people.select(pl.lit(600.0).osteon.t_score(region="total_hip", manufacturer="hologic"))
