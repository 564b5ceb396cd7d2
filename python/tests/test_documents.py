"""The typed documents say what the schema says, and come back as they went."""

from __future__ import annotations

import dataclasses
import datetime
import json
import math
import typing
from typing import Any

import pytest
from conftest import Cases
from hypothesis import given
from hypothesis import strategies as st

import osteon
from osteon import Fracture, Options, Patient, Region, RiskFactors, Scan, dicts, documents
from osteon._record import Document, Record, Table

SCHEMAS = {name: osteon.schema(name) for name in ("patient", "options", "assessment")}
NAMES = {"ScanRegion": "Region", "Region": "RegionName"}


def objects(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The objects of a schema by the name of their class."""
    found = {NAMES.get(name, name): one for name, one in schema["$defs"].items() if "properties" in one}
    return {**found, schema["title"]: schema}


def values(of: dict[str, Any], definitions: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Any value that a schema allows; nothing for unknown."""
    if "$ref" in of:
        return values(definitions[of["$ref"].rsplit("/", 1)[1]], definitions)
    if "oneOf" in of:
        return st.sampled_from([word["const"] for word in of["oneOf"]])
    if "properties" in of:
        keys = {key: values(one, definitions) for key, one in of["properties"].items()}
        return st.fixed_dictionaries({}, optional=keys)
    if "anyOf" in of:
        return values(of["anyOf"][0], definitions)
    kind = of["type"][0] if isinstance(of["type"], list) else of["type"]
    if kind == "array":
        return st.lists(values(of["items"], definitions), max_size=3)
    if kind == "object":
        return st.dictionaries(st.text(max_size=5), values(of["additionalProperties"], definitions), max_size=3)
    if kind == "string":
        return st.dates().map(str) if of.get("format") == "date" else st.text(max_size=8)
    numbers: dict[str, st.SearchStrategy[Any]] = {
        "number": st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53),
        "integer": st.integers(0, 2**32 - 1),
        "boolean": st.booleans(),
    }
    return numbers[kind]


PATIENTS = values(SCHEMAS["patient"], SCHEMAS["patient"]["$defs"])
OPTIONS = values(SCHEMAS["options"], SCHEMAS["options"]["$defs"])


@given(PATIENTS)
def test_a_patient_comes_back_as_it_went(document: dict[str, Any]) -> None:
    patient = Patient.from_dict(document)
    assert patient.to_dict() == document
    text = patient.to_json()
    assert json.loads(text) == document
    assert Patient.from_json(text) == patient == Patient.from_json(patient.to_json(indent=1).encode())
    assert hash(Patient.from_json(text)) == hash(patient)
    assert Patient.from_json(text).to_json() == text
    assert dataclasses.replace(patient) == patient
    # What is shown makes the same again.
    assert eval(repr(patient), {**vars(documents)}) == patient


@given(OPTIONS)
def test_options_come_back_as_they_went(document: dict[str, Any]) -> None:
    options = Options.from_dict(document)
    assert options.to_dict() == document and Options.from_json(options.to_json()) == options


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_comes_back_to_the_last_bit(number: float) -> None:
    back = json.loads(Patient(weight_kg=number).to_json())["weight_kg"]
    assert back == number and math.copysign(1, back) == math.copysign(1, number)


@given(PATIENTS)
def test_dict_typed_and_json_are_answered_or_refused_alike(document: dict[str, Any]) -> None:
    # In one order: of several wrong values the first is named.
    document = Patient.from_dict({"sex": "female", "age_years": 67, **document}).to_dict()
    said = []
    for patient in (document, json.dumps(document), Patient.from_dict(document)):
        try:
            said.append(osteon.assess(patient, outputs="scores").to_json())
        except osteon.OsteonError as error:
            said.append(f"{type(error).__name__} {error}")
    assert said[0] == said[1] == said[2]


def test_conformance_patients_come_back_as_they_went(all_cases: list[Cases]) -> None:
    for patient in (patient for file in all_cases for patient, _ in file.cases):
        known = {key: value for key, value in patient.items() if value is not None}
        assert Patient.from_dict(patient).to_dict() == known


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_object_of_the_schema_is_a_class_with_its_fields(name: str) -> None:
    for kind, schema in objects(SCHEMAS[name]).items():
        if kind == "Assessment":
            assert all(isinstance(getattr(osteon.Assessment, key), property) for key in schema["properties"])
            continue
        found = getattr(documents, kind)
        spelt = {field.name: found._spelt.get(field.name, field.name) for field in dataclasses.fields(found)}
        assert set(spelt.values()) == set(schema["properties"]), kind
        for field in spelt:
            # Each field is in the docstring, with what the schema says of it.
            lines = [line.strip() for line in (found.__doc__ or "").splitlines()]
            said = " ".join(" ".join(lines[lines.index(field) + 1 :]).split())
            about = schema["properties"][spelt[field]]["description"].replace("`null`", "None")
            assert said.startswith(" ".join(about.split())), (kind, field)
        given_ = name != "assessment" or kind == "Options"
        assert issubclass(found, Document if given_ else Record)
        if given_:
            assert set(typing.get_type_hints(getattr(dicts, f"{kind}Dict"))) == set(spelt)


def test_each_closed_set_is_a_literal() -> None:
    for schema in SCHEMAS.values():
        for name, one in schema["$defs"].items():
            if "oneOf" in one:
                words = typing.get_args(getattr(documents, NAMES.get(name, name)))
                assert list(words) == [word["const"] for word in one["oneOf"]], name
    assert typing.get_args(documents.Sex) == ("female", "male")


def test_unknown_is_left_out_and_an_empty_list_stays() -> None:
    patient = Patient(sex="female", age_years=67, height_cm=None, scans=[], risk_factors=RiskFactors())
    assert patient.to_json() == '{"sex":"female","age_years":67,"scans":[],"risk_factors":{}}'
    assert repr(Patient(sex="female", age_years=67)) == "Patient(sex='female', age_years=67)"
    assert patient.scans == ()
    assert Patient.from_dict({"sex": "female", "height_cm": None}) == Patient(sex="female")


def test_an_empty_list_is_shown() -> None:
    assert repr(Patient(scans=[], fractures=None)) == "Patient(scans=())"


def test_days_are_kept_as_days() -> None:
    patient = Patient(birth_date="1950-03-04", assessed_on=datetime.date(2024, 6, 1))
    assert patient.birth_date == datetime.date(1950, 3, 4)
    assert patient == Patient.from_json('{"birth_date": "1950-03-04", "assessed_on": "2024-06-01"}')
    # What is no day is kept, for the engine to refuse by name.
    for text in ("04/03/1950", "1950-W10-1", "1950-02-30", ""):
        wrong = Patient(sex="female", age_years=67, birth_date=text)
        assert wrong.birth_date == text
        with pytest.raises(osteon.NotADateError) as raised:
            osteon.assess(wrong)
        assert (raised.value.field, raised.value.value) == ("birth_date", json.dumps(text))


def test_lists_and_dicts_are_kept_as_what_they_are() -> None:
    regions = [{"region": "femoral_neck", "bmd_g_cm2": 0.6}]
    typed = Patient(scans=[Scan(regions=[Region(region="femoral_neck", bmd_g_cm2=0.6)])])
    mixed = Patient(scans=[{"regions": regions}])  # type: ignore[list-item]
    assert mixed == typed and isinstance(mixed.scans, tuple) and isinstance(mixed.scans[0], Scan)
    regions.clear()
    assert mixed == typed
    precision = {"femoral_neck": 0.01}
    scan = Scan(precision_g_cm2=precision)
    precision["femoral_neck"] = 1.0
    assert scan.precision_g_cm2 == {"femoral_neck": 0.01} and isinstance(scan.precision_g_cm2, Table)
    assert hash(scan) == hash(Scan(precision_g_cm2={"femoral_neck": 0.01}))
    with pytest.raises(AttributeError):
        scan.precision_g_cm2._held = {}


def test_they_are_frozen_and_made_by_keyword() -> None:
    patient = Patient(sex="female", age_years=67)
    with pytest.raises(dataclasses.FrozenInstanceError):
        patient.sex = "male"  # type: ignore[misc]
    # TypeError: dataclasses with slots before Python 3.12.
    with pytest.raises((AttributeError, TypeError)):
        patient.height = 1  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        Patient("female")  # type: ignore[call-arg,arg-type]
    with pytest.raises(TypeError, match="heigth_cm"):
        Patient(heigth_cm=165)  # type: ignore[call-arg]
    older = dataclasses.replace(patient, age_years=68)
    assert (older.age_years, older.sex, patient.age_years) == (68, "female", 67)
    assert patient != older and patient != {"sex": "female", "age_years": 67}
    assert len({patient, older, Patient(sex="female", age_years=67)}) == 2
    assert isinstance(patient, Document) and dataclasses.is_dataclass(patient)


@pytest.mark.parametrize(
    ("document", "kind", "field"),
    [
        ({"heigth_cm": 1}, osteon.UnknownKeyError, "heigth_cm"),
        ({"scans": [{"regions": [{"bmd": 1}]}]}, osteon.UnknownKeyError, "scans[0].regions[0].bmd"),
        ({"scans": [[]]}, osteon.WrongTypeError, "scans[0]"),
        ({"frax": {"mof": 1}}, osteon.UnknownKeyError, "frax.mof"),
        ({1: 2}, osteon.UnknownKeyError, "1"),
        ([], osteon.WrongTypeError, "document"),
        (None, osteon.WrongTypeError, "document"),
    ],
)
def test_keys_are_checked(document: Any, kind: type[osteon.OsteonError], field: str) -> None:
    with pytest.raises(kind) as raised:
        Patient.from_dict(document)
    assert raised.value.field == field


NOTHING = ["", "{", "nothing", "[]", "[" * 100_000, '{"age_years": NaN}', '{"id":' * 5000, b"\xff"]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_json(text: Any) -> None:
    with pytest.raises(osteon.OsteonError):
        Patient.from_json(text)


def test_a_byte_order_mark_is_skipped() -> None:
    assert Patient.from_json('\ufeff{"sex": "female"}') == Patient(sex="female")
    assert osteon.assess('\ufeff{"sex": "female", "age_years": 67}').patient.age_years == 67


def test_records_as_dicts(woman: dict[str, Any]) -> None:
    answer = osteon.assess(woman)
    score = answer.scores[0].to_dict()
    assert score["scan_date"] == "2024-05-01" and score["withheld"] is None
    assert {key: score[key] for key in answer.to_dict()["scores"][0]} == answer.to_dict()["scores"][0]
    change = documents.FactChange(fact="a", field="b", from_=True, to=0.5)
    assert change.to_dict() == {"fact": "a", "field": "b", "from": True, "to": 0.5, "comparison": None}
    assert Fracture(site="ankle").to_dict() == {"site": "ankle"}
