"""What comes out of a frame: its kind, its rows in their order, its types, and nothing alone that must not be alone."""

from __future__ import annotations

import subprocess
import sys
import warnings
from typing import Any

import frames_of
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import osteon
from osteon import _osteon

PEOPLE = {
    "id": ["a", "b", "c", "d", "e", "f", "g"],
    "sex": ["female", "female", "male", "female", "male", "female", "female"],
    "age_years": [67.0, 70.0, 81.0, 51.0, 62.0, 88.0, 73.0],
    "t_total_hip": [-2.6, -1.2, None, -0.3, -2.5, -3.1, -1.9],
    "fractures": ["proximal_femur@10!low", "none", None, None, "vertebra@40", "none", "pelvis"],
}
DIAGNOSES = [
    "severe_osteoporosis",
    "low_bone_mass",
    "undetermined",
    "normal",
    "severe_osteoporosis",
    "osteoporosis",
    "low_bone_mass",
]


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_the_same_kind_the_same_rows_the_same_order(kind: str) -> None:
    frame = frames_of.KINDS[kind](PEOPLE)
    answers = osteon.assess_frame(frame, outputs=["t_total_hip", "diagnosis"])
    if kind.startswith("capsule"):
        assert hasattr(answers, "__arrow_c_stream__")
    else:
        assert type(answers) is type(frame)
    columns = frames_of.as_columns(answers)
    assert list(columns)[:3] == ["id", "t_total_hip", "diagnosis"]
    assert columns["id"] == PEOPLE["id"]
    assert columns["t_total_hip"] == PEOPLE["t_total_hip"]
    assert columns["diagnosis"] == DIAGNOSES


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_every_kind_gives_the_same_answers(kind: str) -> None:
    expected = frames_of.as_columns(osteon.assess_frame(frames_of.KINDS["pyarrow"](PEOPLE)))
    assert frames_of.as_columns(osteon.assess_frame(frames_of.KINDS[kind](PEOPLE))) == expected
    assert len(expected) > 200


def test_types_of_pandas() -> None:
    frame = pd.DataFrame(PEOPLE)
    answers = osteon.assess_frame(frame)
    for name, holds, words, *_ in _osteon.Batch().columns:
        dtype = answers[name].dtype
        if holds == "number":
            assert dtype == np.float64
        elif holds == "truth":
            assert dtype == pd.BooleanDtype()
        else:
            assert isinstance(dtype, pd.CategoricalDtype) and not dtype.ordered
            if holds == "word":
                assert dtype.categories.tolist() == words


def test_many_columns_make_no_frame_in_pieces() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        answers = osteon.assess_frame(pd.DataFrame(PEOPLE))
        answers["mine"] = 1
        assert answers.copy().shape == answers.shape


def test_types_of_arrow() -> None:
    answers = osteon.assess_frame(pa.table(PEOPLE))
    types = {"number": pa.float64(), "truth": pa.bool_(), "word": pa.dictionary(pa.int8(), pa.string())}
    for name, holds, words, *_ in _osteon.Batch().columns:
        if holds == "set":
            assert answers.schema.field(name).type == pa.dictionary(pa.int32(), pa.string())
            continue
        assert answers.schema.field(name).type == types[holds]
        if holds == "word":
            assert answers[name].chunk(0).dictionary.to_pylist() == words
    assert answers["id"].type == pa.string()


def test_types_of_arrays() -> None:
    answers = osteon.assess_frame({**PEOPLE, "t_total_hip": np.array([-2.6, np.nan, -1, -1, -1, -1, -1])})
    assert answers["t_total_hip"].dtype == np.float64
    assert answers["diagnosis"].dtype == object and answers["diagnosis"][0] == "severe_osteoporosis"
    assert answers["clinical_osteoporosis"].tolist()[:2] == [True, False]
    assert {type(value) for value in answers["clinical_osteoporosis"].tolist()} <= {bool, type(None)}
    assert answers["refused"].tolist() == [None] * 7


INDEXES: dict[str, Any] = {
    "duplicates": ["x", "x", "y", "y", "x", "z", "z"],
    "dates": pd.date_range("2026-01-01", periods=7, tz="Europe/Paris"),
    "levels": pd.MultiIndex.from_product([["u", "v"], [1, 2, 3, 4]], names=["ward", "bed"])[:7],
    "range": pd.RangeIndex(10, 24, 2),
    "missing": pd.Index([1.0, np.nan, 2.0, np.nan, 3.0, 4.0, 5.0], name="n"),
}


@pytest.mark.parametrize("kind", INDEXES)
def test_the_index_is_kept(kind: str) -> None:
    index = INDEXES[kind]
    frame = pd.DataFrame(PEOPLE, index=index)
    answers = osteon.assess_frame(frame, outputs=["diagnosis"], keep="age_years", columns=["sex", "age_years"])
    assert answers.index.equals(frame.index) and answers.index.names == frame.index.names
    if kind == "range":
        assert isinstance(answers.index, pd.RangeIndex)
    assert answers["id"].tolist() == PEOPLE["id"] and answers["age_years"].tolist() == PEOPLE["age_years"]
    part = frame.iloc[[5, 1, 3]]
    assert osteon.assess_frame(part, outputs=["diagnosis"]).index.equals(part.index)


def test_the_frame_is_left_as_it_was() -> None:
    frame = pd.DataFrame(PEOPLE)
    before = frame.copy()
    answers = osteon.assess_frame(frame, keep="id", columns=list(PEOPLE)[1:])
    answers.loc[0, "id"] = "other"
    answers.loc[0, "t_total_hip"] = 5.0
    pd.testing.assert_frame_equal(frame, before)


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_no_rows(kind: str) -> None:
    empty = {name: values[:0] for name, values in PEOPLE.items()}
    if kind.startswith(("polars", "pyarrow", "capsule")):
        full = frames_of.KINDS["pyarrow"](PEOPLE)
        table = full.schema.empty_table()
        frame = {
            "polars": lambda: pl.DataFrame(table),
            "polars_lazy": lambda: pl.DataFrame(table).lazy(),
            "pyarrow": lambda: table,
            "pyarrow_chunked": lambda: pa.table({f.name: pa.chunked_array([], type=f.type) for f in table.schema}),
            "pyarrow_batch": lambda: pa.RecordBatch.from_pylist([], schema=table.schema),
            "pyarrow_reader": lambda: table.to_reader(),
            "capsule_stream": lambda: frames_of.OnlyStream(table),
            "capsule_array": lambda: frames_of.OnlyArray(pa.RecordBatch.from_pylist([], schema=table.schema)),
        }[kind]()
    else:
        frame = frames_of.KINDS[kind](empty) if kind != "pandas_arrow" else frames_of.KINDS[kind](PEOPLE).iloc[:0]
    columns = frames_of.as_columns(osteon.assess_frame(frame))
    assert len(columns) > 200 and not any(columns.values())


@pytest.mark.parametrize(
    "frame", [pd.DataFrame(), pl.DataFrame(), pl.LazyFrame(), pa.table({}), {}, pd.DataFrame(index=[1, 2])]
)
def test_no_columns(frame: Any) -> None:
    with pytest.raises(osteon.MissingError, match="sex"):
        osteon.assess_frame(frame)


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_one_row(kind: str) -> None:
    columns = frames_of.as_columns(
        osteon.assess_frame(frames_of.KINDS[kind]({name: values[:1] for name, values in PEOPLE.items()}))
    )
    assert columns["diagnosis"] == ["severe_osteoporosis"] and columns["id"] == ["a"]


@pytest.mark.parametrize("kind", ["pandas", "polars", "polars_lazy", "pyarrow", "arrays", "capsule_stream"])
def test_a_recommendation_brings_what_belongs_to_it(kind: str) -> None:
    whole = frames_of.as_columns(osteon.assess_frame(frames_of.KINDS[kind](PEOPLE)))
    for alone in ("nogg2024_recommendation", "aace2020_category", "grio2018_women_tier", "dvo2023_also"):
        guideline = alone.rpartition("_")[0]
        columns = frames_of.as_columns(osteon.assess_frame(frames_of.KINDS[kind](PEOPLE), outputs=[alone]))
        beside = {f"{guideline}_{what}" for what in ("status", "missing", "verified")}
        beside |= {name for name in whole if name.startswith("safety_")} | {"course_comes_first"}
        assert beside <= set(columns)
        assert {name: columns[name] for name in beside} == {name: whole[name] for name in beside}


def test_keep_does_not_take_away_what_belongs_to_a_recommendation() -> None:
    frame = pd.DataFrame(PEOPLE).assign(nogg2024_status="answered")
    with pytest.raises(osteon.ContradictionError, match="nogg2024_status"):
        osteon.assess_frame(frame, outputs=["nogg2024_recommendation"], keep="nogg2024_status")


def test_outputs_by_section_by_name_and_in_one_text() -> None:
    frame = pd.DataFrame(PEOPLE)
    scores = osteon.assess_frame(frame, outputs="scores")
    assert "t_total_hip" in scores and "diagnosis" not in scores
    both = osteon.assess_frame(frame, outputs="scores, triage_priority")
    assert {"t_total_hip", "triage_priority"} <= set(both)
    twice = osteon.assess_frame(frame, outputs=["diagnosis", "diagnosis"])
    assert twice.columns.is_unique
    with pytest.raises(osteon.OsteonError, match="diagnosis"):
        osteon.assess_frame(frame, outputs=["diagnossis"])


def test_options_references_and_an_engine() -> None:
    frame = pd.DataFrame(PEOPLE).drop(columns="fractures")
    german = osteon.assess_frame(frame, outputs="guidelines", options={"guideline_country": "DE"})
    assert "dvo2023_recommendation" in german and "nogg2024_recommendation" not in german
    engine = osteon.Engine(country="DE", outputs=["guidelines"])
    pd.testing.assert_frame_equal(engine.assess_frame(frame), german)
    with pytest.raises(osteon.ContradictionError, match="options"):
        osteon.assess_frame(frame, engine=engine, options={"guideline_country": "FR"})
    reference = {
        "id": "ours",
        "version": "1",
        "manufacturer": "hologic",
        "sex": "female",
        "region": "total_hip",
        "mean": 1.0,
        "sd": 0.1,
    }
    bmd = frame.drop(columns="t_total_hip").assign(manufacturer="hologic", bmd_total_hip=0.75)
    ours = osteon.assess_frame(bmd, outputs="scores", references=[reference])
    assert ours["t_total_hip"].round(6).tolist() == [-2.5] * 3 + [-2.5] + [-2.5] * 3


def test_strict_and_threads_change_no_answer() -> None:
    frame = pd.concat([pd.DataFrame(PEOPLE)] * 300, ignore_index=True)
    sections = ["scores", "diagnosis", "risks"]
    one = osteon.assess_frame(frame, outputs=sections, threads=1)
    for how in ({"threads": 2}, {"threads": 7}, {"strict": True}, {"threads": None}):
        pd.testing.assert_frame_equal(osteon.assess_frame(frame, outputs=sections, **how), one)


@pytest.mark.parametrize("threads", [0, -1])
def test_no_threads(threads: int) -> None:
    with pytest.raises(osteon.OutOfRangeError, match="threads"):
        osteon.assess_frame(pd.DataFrame(PEOPLE), threads=threads)


@pytest.mark.parametrize("threads", [1.5, "2", True])
def test_threads_are_a_whole_number(threads: Any) -> None:
    with pytest.raises(osteon.WrongTypeError, match="threads"):
        osteon.assess_frame(pd.DataFrame(PEOPLE), threads=threads)
    assert len(osteon.assess_frame(pd.DataFrame(PEOPLE), threads=np.int64(2))) == 7  # type: ignore[arg-type]


def test_numbers_of_arrow_are_not_copied() -> None:
    table = pa.table(PEOPLE)
    columns = ["sex", "t_total_hip", "age_years"]
    answers = osteon.assess_frame(table, columns, ["t_total_hip"], keep="age_years")
    kept, given = answers["age_years"].chunk(0), table["age_years"].chunk(0)
    assert kept.buffers()[1].address == given.buffers()[1].address
    frame = pl.DataFrame(answers)
    assert frame["t_total_hip"].to_list() == PEOPLE["t_total_hip"]


def test_chunks_are_answered_as_one_table() -> None:
    """Small ones are answered together, and what is kept stands beside its row all the same."""
    chunked = frames_of.KINDS["pyarrow_chunked"]({**PEOPLE, "n": list(range(len(PEOPLE["sex"])))})
    assert chunked["age_years"].num_chunks > 1
    answers = osteon.assess_frame(chunked, outputs=["age_years"], keep="n")
    assert answers.equals(osteon.assess_frame(chunked.combine_chunks(), outputs=["age_years"], keep="n"))
    assert answers["n"].to_pylist() == chunked["n"].to_pylist() and answers.validate(full=True) is None


@pytest.mark.parametrize("frame", [None, 3, "people.csv", [1, 2], pd.Series([1.0]), pl.Series([1.0])])
def test_what_is_no_frame(frame: Any) -> None:
    with pytest.raises(osteon.OsteonError):
        osteon.assess_frame(frame)


def test_a_frame_of_arrays_needs_numpy_alone() -> None:
    program = """
import sys
for name in ("pyarrow", "polars", "pandas", "tqdm"):
    sys.modules[name] = None
import osteon
people = {"sex": ["female"], "age_years": [67], "t_total_hip": [-2.6]}
answers, rejects = osteon.assess_frame(people, return_rejects=True)
print(answers["diagnosis"][0], len(rejects["row"]))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "osteoporosis 0"), done.stderr
