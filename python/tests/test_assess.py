"""One person, through every entry."""

from __future__ import annotations

import copy
import datetime
import json
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
from conftest import Cases

import osteon
from osteon import Assessment, Engine, Patient
from osteon._record import Table

ENTRIES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "dict": lambda patient: patient,
    "json": json.dumps,
    "bytes": lambda patient: json.dumps(patient, ensure_ascii=False).encode(),
    "typed": Patient.from_dict,
}


def written(document: dict[str, Any]) -> str:
    """A document as one text, so that 1, 1.0 and True are three."""
    return json.dumps(document, sort_keys=True)


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_conformance_case_is_answered_to_the_last_digit(conformance: Cases, entry: str) -> None:
    engine = Engine(conformance.options, outputs=conformance.outputs)
    for patient, expected in conformance.cases:
        said = engine.assess(ENTRIES[entry](patient)).to_dict()
        del said["engine"]
        # Guidelines and triage come with what belongs to them, and with what that stands on.
        for section in set(said) - set(expected):
            assert section in ("course", "safety")
            del said[section]
            said["citations"] = {key: said["citations"][key] for key in expected["citations"]}
            said["assumed"] = [one for one in said["assumed"] if one in expected["assumed"]]
        assert written(said) == written(expected), patient["id"]


def test_what_comes_with_a_recommendation_is_as_where_all_is_asked(conformance: Cases) -> None:
    some, every = Engine(conformance.options, outputs=conformance.outputs), Engine(conformance.options)
    for patient, _ in conformance.cases[::6]:
        said, whole = some.assess(patient).to_dict(), every.assess(patient).to_dict()
        for section in ("course", "safety"):
            assert written(said[section]) == written(whole[section])


def test_there_are_conformance_cases(all_cases: list[Cases]) -> None:
    assert sum(len(file.cases) for file in all_cases) >= 500


def test_dict_json_and_patient_give_the_same_bytes(all_cases: list[Cases]) -> None:
    for patient, _ in (case for file in all_cases for case in file.cases[::9]):
        said = {entry: osteon.assess(given(patient)).to_json() for entry, given in ENTRIES.items()}
        assert len(set(said.values())) == 1, patient["id"]


def test_the_answer_has_its_sections_typed(woman: dict[str, Any]) -> None:
    answer = osteon.assess(woman)
    document = answer.to_dict()
    for section in ("scores", "changes", "risks", "course", "guidelines", "safety", "access", "work_up"):
        records = getattr(answer, section)
        assert isinstance(records, tuple)
        assert len(records) == len(document[section])
    for section in ("assumed", "flags", "notices", "disagreements"):
        assert len(getattr(answer, section)) == len(document.get(section, []))
    left = answer.score("femoral_neck", side="left")
    assert (left.t_score_reported, left.scan_date) == (-2.5, datetime.date(2024, 5, 1))
    assert answer.diagnosis.clinical_osteoporosis is True
    assert answer.diagnosis.reasons[0].code == document["diagnosis"]["reasons"][0]["code"]
    assert answer.engine.version == osteon.__version__
    assert answer.engine.data_version == osteon.data_version
    assert answer.engine.options.t_compare == "reported"
    assert answer.citations == document["citations"]
    assert answer.schema == "osteon/assessment/1"
    assert answer.patient_id == "p1"
    assert answer.tbs is None
    assert answer.scores is answer.scores


def test_every_value_of_the_document_is_in_a_record(all_cases: list[Cases]) -> None:
    def same(record: Any, value: Any) -> bool:
        if isinstance(value, dict):
            return all(same(_of(record, key), inner) for key, inner in value.items())
        if isinstance(value, list):
            return len(record) == len(value) and all(map(same, record, value))
        if isinstance(record, datetime.date):
            return bool(record.isoformat() == value)
        return type(record) is type(value) and bool(record == value)

    def _of(record: Any, key: str) -> Any:
        if isinstance(record, Table):
            return record[key]
        return getattr(record, {"from": "from_"}.get(key, key))

    for file in all_cases:
        engine = Engine(file.options, outputs=file.outputs)
        for patient, _ in file.cases[::7]:
            answer = engine.assess(patient)
            assert same(answer, answer.to_dict())


def test_a_section_that_was_not_asked_for_is_not_empty(woman: dict[str, Any]) -> None:
    answer = osteon.assess(woman, outputs=["scores", "diagnosis"])
    assert answer.scores and answer.diagnosis.category
    with pytest.raises(osteon.NotAskedError, match=r"asked for: scores, diagnosis\)") as raised:
        _ = answer.risks
    assert isinstance(raised.value, osteon.MissingError) and isinstance(raised.value, AttributeError)
    assert (raised.value.field, raised.value.code) == ("risks", "missing")
    assert not hasattr(answer, "guidelines")
    assert osteon.assess(woman, outputs="scores, diagnosis") == answer
    assert osteon.assess(woman, outputs=("scores", "diagnosis")) == answer


def test_a_recommendation_brings_what_belongs_to_it(woman: dict[str, Any]) -> None:
    for outputs in ("triage", "guidelines"):
        answer = osteon.assess(woman, outputs=outputs)
        assert answer.guidelines and answer.safety and answer.course == ()


def test_lookups(woman: dict[str, Any]) -> None:
    answer = osteon.assess(woman)
    assert answer.score("lumbar_spine").vertebrae == "L1-L4"
    assert answer.risk("qfracture2012", "hip") in answer.risks
    nogg = answer.guideline("nogg2024")
    assert isinstance(nogg.missing, tuple) and isinstance(nogg.verified, bool) and nogg.fired
    asked: list[tuple[Callable[[], object], str]] = [
        (lambda: answer.score("femoral_neck"), "several: femoral_neck left current, femoral_neck right current"),
        (lambda: answer.score("wards"), "there is none; there are: femoral_neck left current"),
        (lambda: answer.score("lumbar_spine", report_role="prior"), "there is none"),
        (lambda: answer.risk("qfracture2012"), "qfracture2012 any, qfracture2012 hip; say which"),
        (lambda: answer.guideline("nogg"), "there are: grio2018_women"),
    ]
    for look_up, said in asked:
        with pytest.raises(KeyError, match=said) as raised:
            look_up()
        assert isinstance(raised.value, osteon.NotThereError)
        assert str(raised.value).startswith(raised.value.field)


def test_the_document_comes_out_as_the_engine_wrote_it(woman: dict[str, Any]) -> None:
    answer = osteon.assess(woman)
    text = answer.to_json()
    assert "\n" not in text and json.loads(text) == answer.to_dict()
    assert json.loads(answer.to_json(indent=2)) == answer.to_dict()
    assert answer.to_json(indent=2).startswith('{\n  "schema"')
    changed = answer.to_dict()
    changed["scores"].clear()
    assert answer.to_dict()["scores"] and answer.scores


def test_it_never_changes(woman: dict[str, Any]) -> None:
    answer = osteon.assess(woman)
    with pytest.raises(AttributeError, match="never changes"):
        answer.scores = ()  # type: ignore[misc]
    with pytest.raises(AttributeError, match="never changes"):
        answer.mine = 1
    with pytest.raises(AttributeError):
        del answer._text
    with pytest.raises(AttributeError):
        answer.scores[0].t_score = 0.0  # type: ignore[misc]
    with pytest.raises(TypeError):
        answer.citations["x"] = ""  # type: ignore[index]
    with pytest.raises(AttributeError, match="never changes"):
        Engine().anything = 1


def test_equality_and_hash(woman: dict[str, Any]) -> None:
    one, other = osteon.assess(woman), osteon.assess(json.dumps(woman, indent=3))
    assert one == other and hash(one) == hash(other) and one != osteon.assess({**woman, "age_years": 68})
    assert one != "an assessment"
    assert copy.copy(one) is one and copy.deepcopy(one) is one
    # What is said of two people may be the same.
    shorter, taller = (osteon.assess({**woman, "height_cm": height}, outputs="scores") for height in (160, 161))
    assert shorter.to_json() == taller.to_json() and shorter != taller
    assert one != osteon.assess({**woman, "qfracture_ethnicity": "white_or_not_recorded"})


def test_the_patient_is_as_given(woman: dict[str, Any]) -> None:
    assert osteon.assess(woman).patient == Patient.from_dict(woman)
    assert osteon.assess(json.dumps(woman)).patient.to_dict() == woman


def test_one_line_says_what_is_undetermined(woman: dict[str, Any]) -> None:
    nothing = repr(osteon.assess({"sex": "female", "age_years": 67, "id": "Anne"}))
    for undetermined in ("diagnosis='undetermined'", "clinical_osteoporosis=undetermined", "17 undetermined"):
        assert undetermined in nothing
    assert "Anne" not in nothing and "\n" not in nothing and len(nothing) < 240
    whole = repr(osteon.assess(woman))
    assert "severe_osteoporosis" in whole and "very_high" in whole and "assumed" in whole
    assert repr(osteon.assess(woman, outputs="scores")).startswith("Assessment(")


def test_words_in_two_languages(woman: dict[str, Any]) -> None:
    answer = osteon.assess(woman)
    english, french = answer.explain(), answer.explain("fr")
    assert english == answer.explain(lang="en") and "Femoral neck" in english and english != french
    assert '<html lang="fr">' in answer.report("fr") and '<html lang="en">' in answer.report()
    for words in (answer.explain, answer.report):
        with pytest.raises(osteon.NotAChoiceError, match="allowed: en, fr") as raised:
            words("de")  # type: ignore[arg-type]
        assert raised.value.field == "lang"


def test_a_notebook_shows_the_report_apart(woman: dict[str, Any]) -> None:
    woman["id"] = '"><script>alert(1)</script>'
    shown = osteon.assess(woman)._repr_html_()
    assert shown.startswith("<iframe sandbox ") and shown.endswith("></iframe>")
    assert shown.count("<") == 2 and "svg" in shown
    inner = shown.split('srcdoc="')[1].split('"')[0]
    assert inner.startswith("&lt;!DOCTYPE html&gt;")


def test_options_have_short_names(woman: dict[str, Any]) -> None:
    france = osteon.assess(woman, country="FR")
    ids = [one.guideline for one in france.guidelines]
    assert ids == ["grio2018_women", "grio2021_men", "giop_france_2014", "has2023"]
    assert osteon.assess(woman, options={"guideline_country": "FR"}) == france
    assert osteon.assess(woman, options='{"guideline_country": "FR"}') == france
    assert osteon.assess(woman, options=osteon.Options(guideline_country="FR")) == france
    two = osteon.assess(woman, guidelines=["nogg2024", "acp2023"])
    assert {one.guideline for one in two.guidelines} == {"nogg2024", "acp2023"}
    assert osteon.assess(woman, guidelines="nogg2024,acp2023") == two
    later = osteon.assess(woman, as_of=datetime.date(2025, 1, 1))
    assert later.engine.options.as_of == datetime.date(2025, 1, 1)
    assert osteon.assess(woman, as_of="2025-01-01") == later
    for parameter, key in [("country", "guideline_country"), ("guidelines", "guidelines"), ("as_of", "as_of")]:
        value = {"country": "FR", "guidelines": "acp2023", "as_of": "2025-01-01"}[parameter]
        with pytest.raises(osteon.ContradictionError, match="given twice") as raised:
            Engine({key: value}, **{parameter: value})
        assert raised.value.field == key


def test_own_references(woman: dict[str, Any]) -> None:
    mine = [{"id": "mine", "version": "1", "sex": "female", "region": "femoral_neck", "mean": 0.858, "sd": 0.15}]
    answer = osteon.assess(woman, references=mine)
    assert answer.score("femoral_neck", side="left").t_score_reported == -2.0
    assert osteon.assess(woman, references=json.dumps(mine)) == answer
    assert Engine(references=mine).references == mine
    with pytest.raises(osteon.OsteonError):
        Engine(references=[{"id": "mine"}])


@pytest.mark.parametrize(
    ("options", "kind", "field"),
    [
        ({"t_compares": "exact"}, osteon.UnknownKeyError, "t_compares"),
        ({"t_compare": "precise"}, osteon.NotAChoiceError, "t_compare"),
        ({"guideline_country": "XX"}, osteon.OsteonError, "guideline_country"),
        ({"guidelines": "nogg2025"}, osteon.UnknownIdError, "guidelines"),
        ("t_compare=exact", osteon.NotADocumentError, "options"),
        (["t_compare"], osteon.WrongTypeError, "options"),
        ({"as_of": datetime.datetime(2024, 1, 1, 12)}, osteon.NotADateError, "as_of"),
    ],
)
def test_wrong_options(options: Any, kind: type[osteon.OsteonError], field: str) -> None:
    with pytest.raises(kind) as raised:
        Engine(options)
    assert raised.value.field == field


def test_wrong_outputs(woman: dict[str, Any]) -> None:
    with pytest.raises(osteon.NotAChoiceError, match="did you mean scores"):
        osteon.assess(woman, outputs=["score"])
    with pytest.raises(osteon.OsteonError):
        osteon.assess(woman, outputs=[])
    with pytest.raises(osteon.WrongTypeError, match=r"outputs\[1\]"):
        osteon.assess(woman, outputs=["scores", 2])  # type: ignore[list-item]


def test_engines() -> None:
    one, other = Engine({"trace": "off"}, country="FR"), Engine({"guideline_country": "FR", "trace": "off"})
    assert one == other and hash(one) == hash(other) and one != Engine() and one._core is other._core
    assert one.options == osteon.Options(guideline_country="FR", trace="off") and Engine().options == osteon.Options()
    assert (one.outputs, Engine(outputs="scores").outputs) == (None, ("scores",))
    assert repr(Engine()) == "Engine()" and repr(Engine(country="FR", outputs=["scores"])) == (
        "Engine({'guideline_country': 'FR'}, outputs=['scores'])"
    )
    assert Engine({"trace": None}) == Engine()
    assert one != 1


class Sex(Enum):
    FEMALE = "female"


def test_values_of_other_libraries(woman: dict[str, Any]) -> None:
    plain = osteon.assess({**woman, "risk_factors": {"falls_past_year": 2, "current_smoker": False}}).to_json()
    spine = woman["scans"][0]["regions"][2]
    neck = woman["scans"][0]["regions"][0]
    changes: list[dict[str, Any]] = [
        {"sex": Sex.FEMALE, "age_years": np.int64(67), "height_cm": np.float64(160), "weight_kg": np.float32(58.5)},
        {"age_years": Decimal("67"), "weight_kg": Decimal("58.5"), "country": np.str_("FR")},
        {"assessed_on": datetime.date(2024, 6, 1)},
        {"assessed_on": datetime.datetime(2024, 6, 1)},
        {"assessed_on": np.datetime64("2024-06-01")},
        {"assessed_on": np.datetime64("2024-06-01T00:00:00.000000000")},
        {"birth_date": None, "bmi_kg_m2": None, "gender_identity": None},
        {"birth_date": np.datetime64("NaT", "D")},
        {"risk_factors": {"falls_past_year": np.float64(2.0), "current_smoker": np.bool_(False)}},
        {"risk_factors": OrderedDict(falls_past_year=np.int8(2), current_smoker=False)},
        {"risk_factors": MappingProxyType({"falls_past_year": 2.0, "current_smoker": False})},
        {"fractures": tuple(woman["fractures"])},
        {"fractures": np.array(woman["fractures"])},
        {"fractures": [osteon.Fracture(site="vertebra", date="2023-08-15", trauma="low")]},
    ]
    for changed in changes:
        given = {**woman, "risk_factors": {"falls_past_year": 2, "current_smoker": False}, **changed}
        assert osteon.assess(given).to_json() == plain, changed
    spine["vertebrae"] = np.array(["L1", "L2", "L3", "L4"])
    # A float32 is read as the decimal that was written into it, which is at the boundary.
    neck["bmd_g_cm2"] = np.float32(0.558)
    given = {**woman, "risk_factors": {"falls_past_year": np.array(2), "current_smoker": False}}
    assert osteon.assess(given).to_json() == plain


def test_missing_of_pandas(woman: dict[str, Any]) -> None:
    pandas = pytest.importorskip("pandas")
    plain = osteon.assess(woman).to_json()
    day = pandas.Timestamp("2024-06-01")
    given = {**woman, "assessed_on": day, "birth_date": pandas.NaT, "bmi_kg_m2": pandas.NA, "postmenopausal": pandas.NA}
    assert osteon.assess(given).to_json() == plain
    paris = pandas.Timestamp("2024-06-01", tz="Europe/Paris")
    for wrong in (pandas.Timestamp("2024-06-01T10:00"), paris, pandas.Timestamp(1)):
        with pytest.raises(osteon.NotADateError) as raised:
            osteon.assess({**woman, "assessed_on": wrong})
        assert raised.value.field == "assessed_on"
    with pytest.raises(osteon.WrongTypeError, match="write .to_dict()"):
        osteon.assess(pandas.Series(woman))
    with pytest.raises(osteon.WrongTypeError, match="assess_frame"):
        osteon.assess(pandas.DataFrame([woman]))
    with pytest.raises(osteon.WrongTypeError, match="tolist") as raised_list:
        osteon.assess({**woman, "fractures": pandas.Series([])})
    assert raised_list.value.field == "fractures"


def test_two_hundred_at_once(all_cases: list[Cases]) -> None:
    people = [patient for file in all_cases for patient, _ in file.cases][:200]
    engine = Engine({"trace": "off"})
    alone = [engine.assess(patient).to_json() for patient in people]
    with ThreadPoolExecutor(16) as pool:
        together = list(pool.map(lambda patient: engine.assess(patient).to_json(), people))
        shared = engine.assess(people[0])
        sections = list(pool.map(lambda _: (shared.scores, shared.guidelines, repr(shared)), range(200)))
    assert together == alone
    assert all(one == sections[0] for one in sections)


def test_an_assessment_is_made_of_two_texts(woman: dict[str, Any]) -> None:
    answer = osteon.assess(woman)
    assert Assessment(json.dumps(woman), answer.to_json()) == answer


def test_any_answer_is_explained_reported_and_shown(all_cases: list[Cases]) -> None:
    for file in all_cases:
        for patient, _ in file.cases[::25]:
            answer = osteon.assess(patient)
            assert answer.explain("en") != answer.explain("fr")
            assert answer.report("fr").startswith("<!DOCTYPE html>")
            assert len(repr(answer)) < 300 and "iframe" in answer._repr_html_()


def test_an_engine_assesses_tables() -> None:
    pandas = pytest.importorskip("pandas")
    people = pandas.DataFrame(
        {"sex": ["female"], "age_years": [67.0], "manufacturer": ["hologic"], "bmd_femoral_neck": [0.561]}
    )
    engine = Engine({"t_compare": "exact"}, country="FR")
    there = engine.assess_frame(people, outputs=["diagnosis"])
    assert there["diagnosis"].tolist() == ["low_bone_mass"]
    assert Engine().assess_frame(people, outputs=["diagnosis"])["diagnosis"].tolist() == ["osteoporosis"]
