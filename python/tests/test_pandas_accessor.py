"""The accessor of pandas."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal, assert_series_equal

import osteon
import osteon.pandas

PEOPLE = pd.DataFrame(
    {
        "sex": ["female", "female", "male"],
        "age_years": [67, 70, 81],
        "manufacturer": "hologic",
        "bmd_femoral_neck": [0.558, 0.858, np.nan],
    },
    index=pd.Index(["ann", "bea", "cem"], name="who"),
)


def test_a_frame() -> None:
    answers = PEOPLE.osteon.assess(outputs=["t_femoral_neck", "diagnosis"])
    assert_frame_equal(answers, osteon.assess_frame(PEOPLE, outputs=["t_femoral_neck", "diagnosis"]))
    assert answers.loc["ann", "diagnosis"] == "osteoporosis"
    answers, rejects = PEOPLE.assign(age_years=[67, 700, 81]).osteon.assess(return_rejects=True, refused="ignore")
    assert answers["refused"].tolist()[1] == "out_of_range" and rejects.index.tolist() == ["bea"]


def test_the_rows_as_patients() -> None:
    patients = PEOPLE.osteon.patients()
    assert [patient.age_years for patient in patients] == [67, 70, 81]
    assert osteon.assess(patients[0]).diagnosis.category == "osteoporosis"


def test_scores_of_a_series() -> None:
    bmd = PEOPLE["bmd_femoral_neck"]
    t = bmd.osteon.t_score(region="femoral_neck", manufacturer="hologic")
    assert_series_equal(t, osteon.t_score(bmd, region="femoral_neck", manufacturer="hologic"))
    assert t.index.equals(PEOPLE.index) and t.round(9).tolist()[:2] == [-2.5, 0.0] and np.isnan(t.iloc[2])
    z = bmd.osteon.z_score(
        region="femoral_neck", sex=PEOPLE["sex"], age_years=PEOPLE["age_years"], manufacturer="hologic"
    )
    assert z.index.equals(PEOPLE.index) and z.notna().tolist() == [True, True, False]
    assert t.osteon.t_score_reported().tolist()[:2] == [-2.5, 0.0]
    sbmd = bmd.osteon.sbmd_mg_cm2(region="total_hip", manufacturer="hologic")
    assert sbmd.index.equals(PEOPLE.index)


def test_a_series_without_a_region() -> None:
    with pytest.raises(TypeError, match="region"):
        PEOPLE["bmd_femoral_neck"].osteon.t_score()


def test_pandas_needs_neither_pyarrow_nor_polars() -> None:
    program = """
import sys
for name in ("pyarrow", "polars"):
    sys.modules[name] = None
import pandas as pd
import osteon.pandas
people = pd.DataFrame({"sex": ["female"], "age_years": [67], "t_total_hip": [-2.6]})
answers, rejects = people.osteon.assess(return_rejects=True)
assert answers["diagnosis"].tolist() == ["osteoporosis"]
print(osteon.frames.patients(people)[0].age_years)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "67.0"), done.stderr
