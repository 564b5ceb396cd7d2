"""Who is who: an id is handed on, or the reason why not; and values of two people are never one person's."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import frames_of
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import osteon
import osteon.polars

PEOPLE = {"sex": ["female", "male"], "age_years": [67.0, 71.0], "t_total_hip": [-2.6, -1.0]}
DOCUMENTS: list[Any] = [
    {"id": "b", "sex": "female", "age_years": 67},
    {"sex": "male", "age_years": 71},
    {"id": "a", "sex": "male", "age_years": 71, "heigth_cm": 170},
]


def answered(frame: Any, columns: Any = None, **how: Any) -> dict[str, list[Any]]:
    how.setdefault("outputs", ["diagnosis"])
    return frames_of.as_columns(osteon.assess_frame(frame, columns, refused="ignore", **how))


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_the_ids_of_documents(kind: str) -> None:
    texts = [*map(json.dumps, DOCUMENTS), "{", None, '["id"]', '{"id": 7}']
    table = {"doc": texts, "ward": list("tuvwxyz")}
    said = answered(frames_of.KINDS[kind](table), documents="doc", keep="ward")
    assert list(said)[:2] == ["id", "ward"]
    assert said["id"] == ["b", None, "a", None, None, None, "7"]
    # A column of the frame says it for all.
    said = answered(frames_of.KINDS[kind]({**table, "ID": texts}), documents="doc")
    assert said["id"] == texts


def test_the_ids_of_documents_that_are_no_text() -> None:
    typed = [osteon.Patient.from_dict(DOCUMENTS[0]), *DOCUMENTS[1:]]
    for frame in ({"doc": typed}, pd.DataFrame({"doc": pd.Series(typed, dtype=object)}), {"doc": np.array(typed)}):
        assert answered(frame, documents="doc")["id"] == ["b", None, "a"]
    texts = [json.dumps(document) for document in DOCUMENTS]
    for column in (pa.array(texts), pl.Series(texts), pa.chunked_array([texts[:1], texts[1:]])):
        assert answered({"doc": column}, documents="doc")["id"] == ["b", None, "a"]


def test_answers_to_documents_always_have_an_id() -> None:
    frame = pd.DataFrame({"doc": ['{"sex": "male", "age_years": 71}']})
    assert answered(frame, documents="doc")["id"] == [None]
    lazy = osteon.assess_frame(pl.from_pandas(frame).lazy(), documents="doc", outputs=["diagnosis"])
    assert lazy.collect_schema()["id"] == pl.String and lazy.collect().schema == lazy.collect_schema()


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_an_id_in_capitals(kind: str) -> None:
    frame = frames_of.KINDS[kind]({**PEOPLE, "ID": ["x", "y"]})
    for columns in (None, list(PEOPLE), {name: name for name in PEOPLE}):
        assert answered(
            frame if kind != "pyarrow_reader" else frames_of.KINDS[kind]({**PEOPLE, "ID": ["x", "y"]}), columns
        )["id"] == ["x", "y"]


def test_an_id_that_is_kept_has_its_own_name() -> None:
    frame = pd.DataFrame({**PEOPLE, "ID": ["x", "y"]})
    assert list(answered(frame, list(PEOPLE), keep="ID"))[0] == "ID"
    both = pd.DataFrame({**PEOPLE, "ID": ["x", "y"], "id": ["p", "q"]})
    said = answered(both, list(PEOPLE), keep=["ID", "id"])
    assert (said["id"], said["ID"]) == (["p", "q"], ["x", "y"])


def test_two_columns_that_may_be_the_id() -> None:
    twice = pd.DataFrame([["female", 67.0, "x", "y"]], columns=["sex", "age_years", "id", "id"])
    both = pd.DataFrame([["female", 67.0, "x", "y"]], columns=["sex", "age_years", "id", "ID"])
    for frame in (twice, both):
        with pytest.raises(osteon.ContradictionError, match="id"):
            answered(frame, ["sex", "age_years"])
    assert answered(both, {"sex": "sex", "age_years": "age_years", "id": "ID"})["id"] == ["y"]


SEVERAL = {"id": {"first": [{"column": "A"}, {"column": "B"}]}, "sex": {"column": "S"}, "age_years": {"column": "Y"}}
CODED = {"id": {"column": "A", "values": {"p": "q"}}, "sex": {"column": "S"}, "age_years": {"column": "Y"}}
FRAME = pd.DataFrame({"A": ["p", None], "B": ["q", "r"], "S": ["female", "male"], "Y": [67.0, 71.0]})


@pytest.mark.parametrize("columns", [SEVERAL, CODED])
def test_an_id_that_a_map_makes_is_refused(columns: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(osteon.ContradictionError, match="column of the id"):
        osteon.assess_frame(FRAME, columns)
    if columns is SEVERAL:
        # Without a reader of TOML as well.
        monkeypatch.setattr(sys, "version_info", (3, 10, 0))
        with pytest.raises(osteon.ContradictionError, match="column of the id"):
            osteon.assess_frame(FRAME, columns)
    plain = {**columns, "id": {"column": "B"}}
    assert answered(FRAME, plain)["id"] == ["q", "r"]


def test_a_relation_names_the_id_as_others_do() -> None:
    table = pa.table({**PEOPLE, "SEQN": [1, 2]})
    columns = {"id": "SEQN", **{name: name for name in PEOPLE}}
    for frame in (frames_of.OnlyStream(table), frames_of.OnlyArray(table.to_batches()[0])):
        said = answered(frame, columns, keep=["SEQN", "age_years"])
        assert list(said)[:3] == ["id", "SEQN", "age_years"]
        assert said["id"] == said["SEQN"] == [1, 2] and said["age_years"] == [67.0, 71.0]


def test_series_of_other_labels_are_not_put_side_by_side() -> None:
    base = pd.DataFrame(PEOPLE)
    columns = {name: base[name] for name in base}
    assert len(answered(columns)["diagnosis"]) == 2
    for other in (base.age_years[::-1], base.age_years.rename(index={0: "a"}), base.age_years.set_axis([1, 2])):
        with pytest.raises(osteon.ContradictionError, match="labels") as raised:
            osteon.assess_frame({**columns, "age_years": other})
        assert raised.value.field == "age_years"
        with pytest.raises(osteon.ContradictionError, match="labels"):
            osteon.frames.patients({**columns, "age_years": other})
    # Of arrays the place is all there is.
    assert answered({**columns, "age_years": base.age_years[::-1].to_numpy()})["diagnosis"] == [
        "osteoporosis",
        "normal",
    ]


def test_what_is_kept_of_arrays_is_a_copy() -> None:
    ages = np.array(PEOPLE["age_years"])
    masked = np.ma.masked_array([1, 2], mask=[False, True])
    answers = osteon.assess_frame(
        {**PEOPLE, "age_years": ages, "n": masked}, keep=["age_years", "n"], columns=list(PEOPLE)
    )
    answers["age_years"][0] = 0.0
    answers["n"][0] = 0
    assert ages[0] == 67.0 and masked[0] == 1 and answers["n"].mask.tolist() == [False, True]


CAPSULES = """
import ctypes
import warnings
warnings.simplefilter("ignore")
import pyarrow as pa
import osteon

class Only:
    def __arrow_c_stream__(self, requested_schema=None):
        return pa.table({"sex": ["female"], "age_years": [67.0]}).__arrow_c_stream__(requested_schema)

osteon.assess_frame(Only(), outputs=["diagnosis"])
get = ctypes.pythonapi.PyCapsule_GetPointer
assert get.restype is ctypes.c_int and get.argtypes is None, (get.restype, get.argtypes)
get.restype, get.argtypes = ctypes.c_int, [ctypes.c_int]
osteon.assess_frame(Only(), outputs=["diagnosis"])
"""


def test_what_all_share_in_ctypes_is_left_alone() -> None:
    subprocess.run([sys.executable, "-c", CAPSULES], check=True)


def test_sets_are_remembered_by_nobody() -> None:
    from osteon.frames import _pandas

    table = {**PEOPLE, "height_cm": [160.0, 170.0], "weight_kg": [60.0, 70.0]}
    first = osteon.assess_frame(pd.DataFrame(table), refused="ignore")
    before = _pandas._words.cache_info().currsize
    other = osteon.assess_frame(pd.DataFrame({**table, "current_smoker": [True, None]}), refused="ignore")
    # Other sets than those of the first, of the same words.
    sets = [name for name in first if first[name].dtype != other[name].dtype]
    assert sets and before > 0 and _pandas._words.cache_info().currsize == before
