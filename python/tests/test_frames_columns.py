"""What is read of a frame: columns by their names, by a mapping, by a map, or documents; and what is kept."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import frames_of
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import osteon

PEOPLE = {"sex": ["female", "male"], "age_years": [67.0, 71.0], "t_total_hip": [-2.6, -1.0]}
CODED = {
    "SEQN": [101, 102, 103],
    "RIAGENDR": [2, 1, 2],
    "RIDAGEYR": [67, 71, 80],
    "HIP": [0.6, 0.9, 0.7],
    "SMOKE": [1, 2, 9],
    "WEIGHT": [1.5, 2.5, 3.5],
}


def columns_of(frame: Any, columns: Any = None, **how: Any) -> dict[str, list[Any]]:
    how.setdefault("outputs", ["diagnosis"])
    how.setdefault("refused", "raise")
    return frames_of.as_columns(osteon.assess_frame(frame, columns, **how))


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_a_column_that_is_no_field_is_named_with_what_to_do(kind: str) -> None:
    with pytest.raises(osteon.UnknownKeyError) as raised:
        osteon.assess_frame(frames_of.KINDS[kind]({**PEOPLE, "heigth_cm": [160, 170], "ward": ["a", "b"]}))
    error = raised.value
    said = str(error)
    assert error.field == "heigth_cm" and "height_cm" in error.limit
    assert "ward" in said and "columns=[...]" in said and "keep=[...]" in said


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_columns_that_are_kept_need_be_no_field(kind: str) -> None:
    frame = frames_of.KINDS[kind]({**PEOPLE, "ward": ["a", "b"], "n": [7, 8]})
    columns = columns_of(frame, keep=["n", "ward"])
    assert list(columns)[:3] == ["n", "ward", "diagnosis"]
    assert (columns["ward"], columns["n"]) == (["a", "b"], [7, 8])


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_a_list_of_columns(kind: str) -> None:
    frame = frames_of.KINDS[kind]({**PEOPLE, "ward": ["a", "b"]})
    columns = columns_of(frame, ["sex", "age_years", "t_total_hip"])
    assert columns["diagnosis"] == ["osteoporosis", "normal"] and "ward" not in columns
    assert columns_of(frames_of.KINDS[kind](PEOPLE), ("sex", "age_years"))["diagnosis"] == ["undetermined"] * 2


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_fields_of_columns_of_other_names(kind: str) -> None:
    frame = frames_of.KINDS[kind]({"s": PEOPLE["sex"], "a": PEOPLE["age_years"], "hip": [-2.6, -1.0], "no": [1, 2]})
    columns = columns_of(frame, {"sex": "s", "age_years": "a", "t_total_hip": "hip"})
    assert columns["diagnosis"] == ["osteoporosis", "normal"]
    # Two fields of one column, which none of them uses up.
    again = {"s": PEOPLE["sex"], "a": PEOPLE["age_years"], "hip": [-2.6, -1.0], "no": [1, 2]}
    fields = {"sex": "s", "age_years": "a", "t_total_hip": "hip", "t_femoral_neck": "hip"}
    twice = columns_of(frames_of.KINDS[kind](again), fields)
    assert twice["diagnosis"] == ["osteoporosis", "normal"]


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_the_id_comes_first_under_its_own_name(kind: str) -> None:
    frame = frames_of.KINDS[kind]({**PEOPLE, "SEQN": [101, 102]})
    fields = {"id": "SEQN", **{name: name for name in PEOPLE}}
    columns = columns_of(frame, fields, keep="age_years")
    assert list(columns)[:2] == ["id", "age_years"]
    assert next(iter(columns.values())) == [101, 102]


def test_an_id_that_is_not_read_comes_first_as_well() -> None:
    frame = pd.DataFrame({**PEOPLE, "id": ["x", "y"]})
    assert list(columns_of(frame, list(PEOPLE)))[0] == "id"
    document = pd.DataFrame({"id": ["x"], "doc": ['{"sex": "female", "age_years": 67}']})
    assert list(columns_of(document, documents="doc"))[0] == "id"


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_a_column_that_is_not_there(kind: str) -> None:
    for how in (
        {"columns": ["sex", "age_year"]},
        {"columns": {"sex": "sex", "age_years": "age_year"}},
        {"keep": "age_year"},
        {"documents": "age_year"},
    ):
        with pytest.raises(osteon.UnknownKeyError, match="age_years") as raised:
            osteon.assess_frame(frames_of.KINDS[kind](PEOPLE), **how)
        assert raised.value.field == "age_year"


def test_a_field_that_there_is_not() -> None:
    with pytest.raises(osteon.UnknownKeyError, match="height_cm"):
        osteon.assess_frame(pd.DataFrame(PEOPLE), {"sex": "sex", "heigth_cm": "age_years"})


def test_two_columns_of_one_field() -> None:
    table = {**PEOPLE, "bmd_l1_l4": [0.9, 0.9], "bmd_lumbar_spine": [0.9, 0.9]}
    for frame in (pd.DataFrame(table), pl.DataFrame(table), pa.table(table)):
        with pytest.raises(osteon.ContradictionError, match="bmd_lumbar_spine"):
            osteon.assess_frame(frame)


def test_columns_of_one_name() -> None:
    frame = pd.DataFrame([["female", 67.0, 3], ["male", 71.0, 4]], columns=["sex", "age_years", "sex"])
    with pytest.raises(osteon.ContradictionError, match="sex"):
        osteon.assess_frame(frame)
    table = pa.Table.from_arrays([pa.array(["female"]), pa.array([67]), pa.array([1])], ["sex", "age_years", "sex"])
    for other in (table, table.to_batches()[0], table.to_reader(), frames_of.OnlyStream(table)):
        with pytest.raises(osteon.ContradictionError, match="sex"):
            osteon.assess_frame(other)
    # Of columns that are not read the names are nobody's business.
    beside = pd.DataFrame([["female", 67.0, 3, 4]], columns=["sex", "age_years", "x", "x"])
    assert len(osteon.assess_frame(beside, ["sex", "age_years"])) == 1
    with pytest.raises(osteon.ContradictionError, match="x"):
        osteon.assess_frame(beside, ["sex", "age_years"], keep="x")


def test_names_that_are_no_text() -> None:
    for columns in ([("dxa", "sex"), ("dxa", "age_years")], [0, 1], ["sex", None]):
        frame = pd.DataFrame([["female", 67.0]], columns=pd.Index(columns, tupleize_cols=True))
        with pytest.raises(osteon.WrongTypeError, match="columns"):
            osteon.assess_frame(frame)
    with pytest.raises(osteon.WrongTypeError, match="columns"):
        osteon.assess_frame(pd.DataFrame(PEOPLE), ["sex", 7])  # type: ignore[list-item]
    with pytest.raises(osteon.WrongTypeError, match="keep"):
        osteon.assess_frame(pd.DataFrame(PEOPLE), keep=7)  # type: ignore[arg-type]
    with pytest.raises(osteon.WrongTypeError, match="columns"):
        osteon.assess_frame(pd.DataFrame(PEOPLE), "sex")


MAP = """
pass = ["WEIGHT"]
id = { column = "SEQN" }
sex = { column = "RIAGENDR", values = { 1 = "male", 2 = "female" } }
age_years = { column = "RIDAGEYR", top_code = 80 }
manufacturer = "hologic"
bmd_total_hip = { column = "HIP" }
[risk_factors]
current_smoker = { column = "SMOKE", values = { 1 = true, 2 = false }, missing = [9] }
"""
AS_PYTHON = {
    "pass": ["WEIGHT"],
    "id": "SEQN",
    "sex": {"column": "RIAGENDR", "values": {1: "male", np.int64(2): "female"}},
    "age_years": {"column": "RIDAGEYR", "top_code": 80},
    "manufacturer": {"constant": "hologic"},
    "bmd_total_hip": "HIP",
    "risk_factors": {"current_smoker": {"column": "SMOKE", "values": {1: True, 2: False}, "missing": [9]}},
}


@pytest.mark.parametrize("kind", frames_of.KINDS)
@pytest.mark.parametrize("form", ["path", "text", "dict"])
def test_a_map(kind: str, form: str, tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_text(MAP, encoding="utf-8")
    columns: Any = {"path": path, "text": MAP, "dict": AS_PYTHON}[form]
    said = columns_of(frames_of.KINDS[kind](CODED), columns, outputs=["sex", "age_years", "diagnosis", "t_total_hip"])
    assert list(said)[1:3] == ["WEIGHT", "sex"]
    assert next(iter(said.values())) == CODED["SEQN"] and said["WEIGHT"] == CODED["WEIGHT"]
    assert said["sex"] == ["female", "male", "female"] and said["age_years"] == [67.0, 71.0, 80.0]
    assert said["diagnosis"] == ["osteoporosis", "normal", "low_bone_mass"]


def test_the_path_of_a_map_as_text(tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_text(MAP, encoding="utf-8")
    assert columns_of(pd.DataFrame(CODED), str(path)) == columns_of(pd.DataFrame(CODED), MAP)


def test_a_map_reads_alike_without_a_reader_of_toml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before Python 3.11 there is none: who is who and what is passed on is the engine's to say."""
    commented = f'# pass = ["HIP"]\n{MAP}'.replace("id = { column", "'id' = { 'column'")
    whole = columns_of(pd.DataFrame(CODED), commented)
    monkeypatch.setitem(sys.modules, "tomllib", None)
    monkeypatch.setattr(sys, "version_info", (3, 10, 0))
    for text in (commented, MAP):
        assert columns_of(pd.DataFrame(CODED), text) == whole
    assert list(whole)[:2] == ["id", "WEIGHT"] and whole["id"] == CODED["SEQN"]


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_what_a_map_passes_on_may_be_anything(kind: str) -> None:
    if kind in ("pandas_nullable", "pandas_objects"):
        pytest.skip("lists of lists make no frame of this kind")
    table = {**CODED, "WEIGHT": [[1], [2], [3]]}
    frame = frames_of.KINDS[kind](table) if kind != "arrays" else table
    if kind == "arrays":
        frame = {**frame, "WEIGHT": np.array([1j, 2j, 3j])}
    said = columns_of(frame, MAP)
    assert said["diagnosis"] == ["osteoporosis", "normal", "low_bone_mass"] and said["id"] == CODED["SEQN"]
    assert len(said["WEIGHT"]) == 3


def test_a_code_that_no_map_knows_is_told_by_row() -> None:
    frame = pd.DataFrame({**CODED, "SMOKE": [1, 2, 5]})
    answers, rejects = osteon.assess_frame(frame, MAP, return_rejects=True, refused="ignore")
    assert (rejects["code"].tolist(), rejects["row"].tolist()) == (["not_mapped"], [2])
    assert rejects["row_refused"].tolist() == [False] and answers["id"].tolist() == CODED["SEQN"]


def test_what_is_wrong_with_a_map_is_said() -> None:
    with pytest.raises(osteon.OsteonError, match="RIAGENDER"):
        osteon.assess_frame(pd.DataFrame(CODED), MAP.replace("RIAGENDR", "RIAGENDER"))
    with pytest.raises(osteon.OsteonError, match="agee_years"):
        osteon.assess_frame(pd.DataFrame(CODED), MAP.replace("age_years", "agee_years"))
    with pytest.raises(osteon.OsteonError):
        osteon.assess_frame(pd.DataFrame(CODED), "sex = {")
    with pytest.raises(osteon.WrongTypeError, match="sex"):
        osteon.assess_frame(pd.DataFrame(CODED), {"sex": {"column": "RIAGENDR", "values": {1: None}}})


def test_only_the_columns_of_a_map_are_touched() -> None:
    frame = pd.DataFrame(CODED).assign(when=pd.to_timedelta([1, 2, 3], unit="D"), lists=[[1], [2], [3]])
    assert columns_of(frame, MAP)["diagnosis"] == ["osteoporosis", "normal", "low_bone_mass"]


DOCUMENTS = [
    {"id": "a", "sex": "female", "age_years": 67, "scans": [{"regions": [{"region": "total_hip", "t_score": -2.6}]}]},
    {"id": "b", "sex": "male", "age_years": 71},
]


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_a_column_of_documents(kind: str) -> None:
    table = {"doc": [json.dumps(document) for document in DOCUMENTS], "ward": ["x", "y"]}
    columns = columns_of(frames_of.KINDS[kind](table), documents="doc", keep="ward")
    assert columns["diagnosis"] == ["osteoporosis", "undetermined"] and columns["ward"] == ["x", "y"]


def test_documents_as_dicts_and_patients() -> None:
    patients = [osteon.Patient.from_dict(document) for document in DOCUMENTS]
    for column in (DOCUMENTS, patients, [DOCUMENTS[0], patients[1]]):
        for frame in (pd.DataFrame({"doc": pd.Series(column, dtype=object)}), {"doc": column}):
            assert columns_of(frame, documents="doc")["diagnosis"] == ["osteoporosis", "undetermined"]
    with pytest.raises(osteon.OsteonError) as raised:
        osteon.assess_frame({"doc": [DOCUMENTS[0], 7]}, documents="doc", refused="raise")
    assert raised.value.row == 1


def test_documents_however_they_are_stored() -> None:
    texts = [json.dumps(document) for document in DOCUMENTS]
    said = ["osteoporosis", "undetermined"]
    columns: list[Any] = [
        pd.DataFrame({"doc": pd.Series(texts, dtype="category")}),
        pd.DataFrame({"doc": pd.Series(texts, dtype="string[python]")}),
        pl.DataFrame({"doc": pl.Series(texts, dtype=pl.Categorical)}),
        pl.DataFrame({"doc": pl.Series(texts, dtype=pl.Enum(texts))}),
        pa.table({"doc": pa.array(texts).dictionary_encode()}),
        pa.table({"doc": pa.array(texts, pa.large_string())}),
        {"doc": [text.encode() for text in texts]},
        {"doc": np.array(texts)},
    ]
    for frame in columns:
        assert columns_of(frame, documents="doc")["diagnosis"] == said
        assert [patient.id for patient in osteon.frames.patients(frame, documents="doc")] == ["a", "b"]
    for frame in (pd.DataFrame({"doc": [1, 2]}), pa.table({"doc": [1, 2]}), pl.DataFrame({"doc": [1, 2]})):
        with pytest.raises(osteon.WrongTypeError, match="doc"):
            osteon.assess_frame(frame, documents="doc")


def test_documents_or_columns() -> None:
    with pytest.raises(osteon.ContradictionError, match="documents"):
        osteon.assess_frame(pd.DataFrame(PEOPLE), ["sex"], documents="doc")
    with pytest.raises(osteon.WrongTypeError, match="documents"):
        osteon.assess_frame(pd.DataFrame(PEOPLE), documents=["doc"])  # type: ignore[arg-type]


def test_an_answer_has_no_namesake_among_what_is_kept() -> None:
    with pytest.raises(osteon.ContradictionError, match="t_total_hip"):
        osteon.assess_frame(pd.DataFrame(PEOPLE), outputs="scores", keep="t_total_hip", columns=["sex", "age_years"])
    with pytest.raises(osteon.ContradictionError, match="id"):
        osteon.assess_frame(
            pd.DataFrame({**PEOPLE, "id": [1, 2], "other": [3, 4]}),
            {"sex": "sex", "age_years": "age_years", "id": "other"},
            keep="id",
        )


@pytest.mark.parametrize("kind", [kind for kind in frames_of.KINDS])
def test_the_rows_of_a_frame_as_patients(kind: str) -> None:
    table = {**PEOPLE, "id": ["a", "b"], "fractures": ["pelvis@12!low", "none"]}
    patients = osteon.frames.patients(frames_of.KINDS[kind](table))
    assert [patient.id for patient in patients] == ["a", "b"]
    assert [patient.age_years for patient in patients] == [67, 71]
    assert patients[0].fractures is not None and patients[0].fractures[0].site == "pelvis"
    assert patients[1].fractures == () or patients[1].fractures == []
    assert osteon.assess(patients[0]).diagnosis.category == columns_of(frames_of.KINDS[kind](table))["diagnosis"][0]
    document = frames_of.KINDS[kind]({"doc": [json.dumps(one) for one in DOCUMENTS]})
    assert [patient.id for patient in osteon.frames.patients(document, documents="doc")] == ["a", "b"]
    coded = osteon.frames.patients(frames_of.KINDS[kind](CODED), MAP)
    assert [patient.sex for patient in coded] == ["female", "male", "female"]
