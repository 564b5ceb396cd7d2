"""Libraries that speak the Arrow PyCapsule interface."""

from __future__ import annotations

from typing import Any

import frames_of
import pyarrow as pa
import pytest

import osteon

PEOPLE = {"id": ["a", "b"], "sex": ["female", "male"], "age_years": [67.0, 71.0], "t_total_hip": [-2.6, None]}


def expected() -> dict[str, list[Any]]:
    return frames_of.as_columns(osteon.assess_frame(pa.table(PEOPLE)))


def test_a_relation_of_duckdb() -> None:
    duckdb = pytest.importorskip("duckdb")
    people = pa.table(PEOPLE)
    relation = duckdb.from_arrow(people)
    answers = osteon.assess_frame(relation)
    assert pa.table(answers).to_pydict() == expected()
    stream = osteon.assess_frame(duckdb.from_arrow(people), outputs=["diagnosis"])  # noqa: F841
    read = duckdb.sql("select id, diagnosis from stream order by id").fetchall()
    assert read == [("a", "osteoporosis"), ("b", "undetermined")]


def test_a_table_of_arro3() -> None:
    core = pytest.importorskip("arro3.core")
    answers = core.Table.from_arrow(osteon.assess_frame(core.Table.from_arrow(pa.table(PEOPLE))))
    assert pa.table(answers).to_pydict() == expected()
    batch = core.RecordBatch.from_arrow(pa.table(PEOPLE).to_batches()[0])
    assert pa.table(osteon.assess_frame(batch)).to_pydict() == expected()


def test_nanoarrow() -> None:
    nanoarrow = pytest.importorskip("nanoarrow")
    for given in (nanoarrow.Array(pa.table(PEOPLE).to_batches()[0]), nanoarrow.ArrayStream(pa.table(PEOPLE))):
        assert pa.table(osteon.assess_frame(given)).to_pydict() == expected()


def test_a_stream_may_be_read_once_only() -> None:
    class Once:
        def __init__(self) -> None:
            self.asked = 0

        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            self.asked += 1
            return pa.table(PEOPLE).__arrow_c_stream__(requested_schema)

    once = Once()
    osteon.assess_frame(once)
    assert once.asked == 1


def test_a_column_alone_is_no_table() -> None:
    class Column:
        def __arrow_c_array__(self, requested_schema: object = None) -> object:
            return pa.array([1.0]).__arrow_c_array__(requested_schema)

    with pytest.raises(osteon.WrongTypeError, match="table"):
        osteon.assess_frame(Column())


def test_rejects_beside() -> None:
    table = {**PEOPLE, "age_years": [670.0, 71.0]}
    answers, rejects = osteon.assess_frame(frames_of.OnlyStream(pa.table(table)), return_rejects=True, refused="ignore")
    assert pa.table(rejects).to_pydict()["column"] == ["age_years"]
    assert pa.table(answers).to_pydict()["refused"] == ["out_of_range", None]
