"""The namespaces of polars: eager, lazy and streaming, and expressions beside others."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy as np
import polars as pl
import pytest
from polars.testing import assert_frame_equal

import osteon
import osteon.polars

PEOPLE = pl.DataFrame(
    {
        "id": ["a", "b", "c", "d"],
        "sex": ["female", "female", "male", None],
        "age_years": [67.0, 70.0, 81.0, 60.0],
        "manufacturer": ["hologic"] * 4,
        "bmd_femoral_neck": [0.558, 0.858, None, 0.7],
        "t_total_hip": [-2.6, None, -1.0, -1.0],
        "ward": [1, 2, 3, 4],
    }
)
READ = ["id", "sex", "age_years", "manufacturer", "bmd_femoral_neck", "t_total_hip"]
SOME = ["t_femoral_neck", "diagnosis", "clinical_osteoporosis", "triage_priority", "flags"]


def assess(frame: Any, **how: Any) -> Any:
    return frame.osteon.assess(READ, SOME, keep="ward", refused="ignore", **how)


def test_a_frame() -> None:
    answers = assess(PEOPLE)
    assert answers.columns[:7] == ["id", "ward", *SOME]
    assert answers["id"].to_list() == ["a", "b", "c", "d"]
    assert answers["diagnosis"].to_list() == ["osteoporosis", "normal", "normal", None]
    assert answers["t_femoral_neck"].round(9).to_list() == [-2.5, 0.0, None, None]
    dtypes = [pl.String, pl.Int64, pl.Float64, pl.Categorical, pl.Boolean, pl.Categorical, pl.Categorical]
    assert answers.dtypes[:7] == dtypes


def test_every_section_and_what_belongs_to_a_recommendation() -> None:
    every = PEOPLE.osteon.assess(READ, refused="ignore")
    assert every.height == 4 and every.width > 200
    alone = PEOPLE.osteon.assess(READ, ["nogg2024_recommendation"], refused="ignore")
    own = [f"nogg2024_{what}" for what in ("status", "missing", "verified")]
    for beside in (*own, "safety_denosumab", "course_comes_first"):
        assert alone[beside].to_list() == every[beside].to_list()


@pytest.mark.parametrize("engine", ["in-memory", "streaming"])
def test_a_lazy_frame_is_answered_when_it_is_collected(engine: Any) -> None:
    lazy = assess(PEOPLE.lazy())
    assert lazy.collect_schema() == assess(PEOPLE).schema
    assert_frame_equal(lazy.collect(engine=engine), assess(PEOPLE))
    half = lazy.filter(pl.col("diagnosis") == "normal").select("ward", "diagnosis")
    assert half.collect(engine=engine)["ward"].to_list() == [2, 3]
    assert lazy.head(1).collect(engine=engine)["diagnosis"].to_list() == ["osteoporosis"]


def test_the_whole_schema_is_known_before() -> None:
    lazy = PEOPLE.lazy().osteon.assess(READ, refused="ignore")
    assert lazy.collect_schema() == lazy.collect().schema == PEOPLE.osteon.assess(READ, refused="ignore").schema


def test_a_large_lazy_frame_streams_in_order(tmp_path: Any) -> None:
    rng = np.random.default_rng(1)
    rows = 300_000
    large = pl.DataFrame(
        {
            "sex": rng.choice(["female", "male"], rows),
            "age_years": rng.uniform(50, 90, rows).round(1),
            "t_total_hip": rng.normal(-1, 1, rows).round(1).clip(-9, 9),
            "row": np.arange(rows),
        }
    )
    large.write_parquet(tmp_path / "people.parquet")
    lazy = pl.scan_parquet(tmp_path / "people.parquet").osteon.assess(
        ["sex", "age_years", "t_total_hip"], ["t_total_hip", "diagnosis"], keep="row"
    )
    eager = large.osteon.assess(["sex", "age_years", "t_total_hip"], ["t_total_hip", "diagnosis"], keep="row")
    assert_frame_equal(lazy.collect(engine="streaming"), eager)


def test_what_is_wrong_is_said_when_it_is_asked() -> None:
    with pytest.raises(osteon.UnknownKeyError, match="ward"):
        PEOPLE.lazy().osteon.assess()
    with pytest.raises(osteon.NotAChoiceError, match="return_rejects"):
        PEOPLE.lazy().osteon.assess(READ, return_rejects=True)


def test_a_lazy_frame_warns_of_what_was_refused() -> None:
    lazy = PEOPLE.lazy().osteon.assess(READ, SOME)
    with pytest.warns(osteon.RefusedWarning, match="1 row was refused"):
        lazy.collect()


def test_a_struct_of_fields() -> None:
    people = pl.struct(READ)
    answers = PEOPLE.select("ward", people.osteon.assess(outputs=SOME, refused="ignore").alias("answer"))
    assert answers.schema["answer"].fields[0] == pl.Field("t_femoral_neck", pl.Float64)
    assert_frame_equal(answers.unnest("answer"), assess(PEOPLE).drop("id"))
    # Beside other expressions, over a part of the rows.
    chosen = (
        PEOPLE.lazy()
        .filter(pl.col("ward") > 1)
        .select(people.osteon.assess(outputs=["diagnosis"], refused="ignore").struct.field("diagnosis"), "ward")
    )
    assert chosen.collect()["diagnosis"].to_list() == ["normal", "normal", None]
    # It keeps the name of its first field, as a struct does.
    assert PEOPLE.select(people.osteon.assess(outputs=["diagnosis"], refused="ignore")).columns == ["id"]


def test_a_struct_brings_what_belongs_to_a_recommendation() -> None:
    people = pl.struct(READ)
    answer = PEOPLE.select(people.osteon.assess(outputs=["has2023_recommendation"], refused="ignore"))
    fields = [field.name for field in answer.schema["id"].fields]
    assert {"has2023_status", "has2023_missing", "has2023_verified", "course_comes_first"} < set(fields)


def test_an_expression_has_answers_only() -> None:
    with pytest.raises(TypeError, match="keep"):
        pl.struct(READ).osteon.assess(keep="ward")
    with pytest.raises(TypeError, match="return_rejects"):
        pl.struct(READ).osteon.assess(return_rejects=True)


def test_t_scores_of_a_column() -> None:
    bmd = pl.col("bmd_femoral_neck")
    scored = PEOPLE.select(bmd.osteon.t_score(region="femoral_neck", manufacturer="hologic"))
    assert scored.columns == ["bmd_femoral_neck"] and scored.dtypes == [pl.Float64]
    assert scored.to_series().round(9).to_list() == [-2.5, 0.0, None, round((0.7 - 0.858) / 0.12, 9)]
    by_maker = PEOPLE.select(bmd.osteon.t_score(region="femoral_neck", manufacturer=pl.col("manufacturer")))
    assert_frame_equal(by_maker, scored)
    lazy = PEOPLE.lazy().with_columns(t=bmd.osteon.t_score(region="femoral_neck", manufacturer="hologic"))
    assert lazy.collect(engine="streaming")["t"].to_list() == scored.to_series().to_list()


def test_z_scores_by_the_age_of_a_column() -> None:
    z = pl.col("bmd_femoral_neck").osteon.z_score(
        region="femoral_neck", sex="female", age_years=pl.col("age_years"), manufacturer="hologic"
    )
    direct = osteon.z_score(
        PEOPLE["bmd_femoral_neck"],
        region="femoral_neck",
        sex="female",
        age_years=PEOPLE["age_years"],
        manufacturer="hologic",
    )
    assert PEOPLE.select(z).to_series().to_list() == direct.to_list()


def test_other_numbers_of_a_column() -> None:
    t = pl.Series("t", [-2.45, None]).to_frame()
    assert t.select(pl.col("t").osteon.t_score_reported()).to_series().to_list() == [-2.5, None]
    bmd = pl.Series("bmd", [0.942, None], dtype=pl.Float32).to_frame()
    standard = bmd.select(pl.col("bmd").osteon.sbmd_mg_cm2(region="total_hip", manufacturer="hologic"))
    assert standard.dtypes == [pl.Float64] and round(standard.item(0, 0), 1) == 955.5


def test_polars_needs_neither_pyarrow_nor_pandas() -> None:
    program = """
import sys
for name in ("pyarrow", "pandas"):
    sys.modules[name] = None
import polars as pl
import osteon.polars
people = pl.DataFrame({"sex": ["female"], "age_years": [67], "t_total_hip": [-2.6]})
answers = people.osteon.assess()
assert answers["diagnosis"].to_list() == ["osteoporosis"]
answers, rejects = people.osteon.assess(return_rejects=True)
assert rejects.height == 0
assert people.lazy().osteon.assess().collect().height == 1
print(osteon.frames.patients(people)[0].age_years)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "67.0"), done.stderr
