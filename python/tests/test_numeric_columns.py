"""Answers of the engine as arrays: risks, and any column."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
from numeric_cases import same_bits

import osteon

DATA = Path(__file__).parents[2] / "tests" / "data"

WOMAN: dict[str, Any] = {"sex": "female", "height_cm": 162, "weight_kg": 61.0}
FACTORS = {
    "b_antidepressant": "antidepressant",
    "b_anycancer": "any_cancer",
    "b_asthmacopd": "asthma",
    "b_carehome": "care_home",
    "b_corticosteroids": "glucocorticoid_current",
    "b_cvd": "cardiovascular_disease",
    "b_dementia": "dementia",
    "b_endocrine": "hyperthyroidism",
    "b_epilepsy2": "epilepsy_or_anticonvulsant",
    "b_hrt_oest": "oestrogen_hrt",
    "b_liver": "chronic_liver_disease",
    "b_malabsorption": "malabsorption",
    "b_parkinsons": "parkinson",
    "b_ra_sle": "rheumatoid_arthritis",
    "b_renal": "chronic_kidney_disease",
    "b_type1": "type_1_diabetes",
    "b_type2": "type_2_diabetes",
    "fh_osteoporosis": "parental_osteoporosis",
}
SMOKING = ["never", "former", "light", "moderate", "heavy"]
ALCOHOL = [0.0, 0.5, 2.0, 5.0, 8.0, 10.0]
ETHNICITY = [
    "white_or_not_recorded",
    "indian",
    "pakistani",
    "bangladeshi",
    "other_asian",
    "black_caribbean",
    "black_african",
    "chinese",
    "other",
]


@pytest.mark.parametrize("version", ["2012", "2016"])
def test_qfracture_vectors(version: str) -> None:
    with (DATA / "qfracture_vectors.csv").open(newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["version"] == version]
    # A fracture before 50 is no fragility fracture to the engine; the equations are told that it is one.
    rows = [row for row in rows if row["b_fracture4"] == "0" or float(row["age"]) >= 50]
    seen = 0
    for years in sorted({int(row["surv"]) for row in rows}):
        some = [row for row in rows if int(row["surv"]) == years]
        fields: dict[str, Any] = {
            "sex": [row["sex"] for row in some],
            "age_years": [float(row["age"]) for row in some],
            "bmi_kg_m2": [float(row["bmi"]) for row in some],
            "smoking": [SMOKING[int(row["smoke_cat"])] for row in some],
            "alcohol_units_per_day": [ALCOHOL[int(row["alcohol_cat6"])] for row in some],
            "qfracture_ethnicity": [
                ETHNICITY[int(row["ethrisk"]) - 1] if row["ethrisk"] != "0" else None for row in some
            ],
            "falls_past_year": [int(row["b_falls"] == "1") for row in some],
            "fractures": ["proximal_femur!low" if row["b_fracture4"] == "1" else "none" for row in some],
        }
        for name, field in FACTORS.items():
            fields[field] = np.array([row[name] == "1" for row in some])
        for outcome in ("any", "hip"):
            percent = osteon.risk(
                f"qfracture{version}", f"{outcome}_percent", options={"qfracture_years": years}, **fields
            )
            expected = np.array([float(row[f"{outcome}_percent"]) for row in some])
            np.testing.assert_allclose(percent, expected, rtol=1e-9)
            seen += len(some)
    assert seen == 2 * len(rows) >= (200 if version == "2012" else 100)


def test_a_risk_is_that_of_an_assessment() -> None:
    ages = np.array([[50.0, 65.5], [80.25, 99.0]])
    falls = np.array([0.0, 2.0])
    hip = osteon.risk("qfracture2012", "hip_percent", age_years=ages, falls_past_year=falls, **WOMAN)
    assert hip.shape == (2, 2) and hip.dtype == np.float64
    for place, age in np.ndenumerate(ages):
        person = {**WOMAN, "age_years": age, "risk_factors": {"falls_past_year": int(falls[place[1]])}}
        found = osteon.assess(person, outputs=["risks"], options={"models": "qfracture2012"}).risks
        (of_engine,) = (risk.percent for risk in found if risk.outcome == "hip")
        assert same_bits(hip[place], of_engine)
        alone = osteon.risk("qfracture2012", "hip_percent", age_years=age, falls_past_year=falls[place[1]], **WOMAN)
        assert type(alone) is np.float64 and same_bits(alone, of_engine)


def test_many_people_on_any_threads() -> None:
    draw = np.random.default_rng(5)
    ages = draw.integers(40, 95, 25_000).astype(float)
    one = osteon.risk("qfracture2012", "any_percent", age_years=ages, threads=1, **WOMAN)
    np.testing.assert_array_equal(one, osteon.risk("qfracture2012", "any_percent", age_years=ages, threads=3, **WOMAN))
    np.testing.assert_array_equal(one, osteon.risk("qfracture2012", "any_percent", age_years=ages, **WOMAN))
    assert not np.isnan(one).any()


def test_a_model_that_refuses_gives_nan_and_says_why() -> None:
    ages = [25, 67, 67]
    bmi = np.array([25.0, np.nan, 25.0])
    percent = osteon.risk("qfracture2012", "hip_percent", sex="female", age_years=ages, bmi_kg_m2=bmi)
    assert np.isnan(percent).tolist() == [True, True, False]
    why = osteon.compute("qfracture2012_hip_refused", sex="female", age_years=ages, bmi_kg_m2=bmi)
    assert why.tolist() == ["out_of_range", "missing", None]


def test_values_are_refused_by_field_and_index() -> None:
    heights = np.array([[160.0], [1.62]])
    ages = [60, 70, 80]
    ask: dict[str, Any] = {"sex": "female", "age_years": ages, "height_cm": heights, "weight_kg": 61}
    with pytest.raises(osteon.UnitSlipError) as refused:
        osteon.risk("qfracture2012", "hip_percent", **ask)
    assert (refused.value.field, refused.value.value) == ("height_cm[1, 0]", "1.62")
    nan = osteon.risk("qfracture2012", "hip_percent", refused="nan", **ask)
    assert np.isnan(nan).tolist() == [[False] * 3, [True] * 3]
    for field, value, kind, named in [
        ("age_years", [60, 121], osteon.OutOfRangeError, "age_years[1]"),
        ("age_years", True, osteon.WrongTypeError, "age_years"),
        ("weight_kg", "61", osteon.WrongTypeError, "weight_kg"),
        ("weight_kg", [61, np.inf], osteon.NotFiniteError, "weight_kg[1]"),
        ("sex", ["female", "woman"], osteon.NotAChoiceError, "sex[1]"),
        ("smoking", "a lot", osteon.NotAChoiceError, "smoking"),
        ("sexx", "female", osteon.UnknownKeyError, "sexx"),
    ]:
        with pytest.raises(osteon.OsteonError) as one:
            osteon.risk("qfracture2012", "hip_percent", **{**WOMAN, "age_years": 60, field: value})
        assert (type(one.value), one.value.field) == (kind, named), (field, value)
    with pytest.raises(osteon.UnknownIdError, match="qfracture2012_hip_percent"):
        osteon.risk("qfractur2012", "hip_percent", **WOMAN)


def test_kinds_of_fields() -> None:
    expected = osteon.risk("qfracture2012", "any_percent", age_years=[60, 70], dementia=True, smoking="heavy", **WOMAN)
    for ages in (
        np.array([60, 70], "i2"),
        np.array([60, 70], ">f8"),
        np.array([60, None, 70], object)[::2],
        (60, 70),
        np.array([60, 70], np.float32),
    ):
        for smoking in ("heavy", ["heavy"], np.array("heavy"), pd.Categorical(["heavy", "heavy"])):
            for dementia in (True, np.True_, [True], np.array([True, True]), np.array([True, None], object)[:1]):
                found = osteon.risk(
                    "qfracture2012", "any_percent", age_years=ages, dementia=dementia, smoking=smoking, **WOMAN
                )
                np.testing.assert_array_equal(found, expected)
    # Unknown is not "no", and both are read as such by this model.
    np.testing.assert_array_equal(
        osteon.risk("qfracture2012", "any_percent", age_years=[60, 60], dementia=[True, None], **WOMAN),
        [osteon.risk("qfracture2012", "any_percent", age_years=60, dementia=kind, **WOMAN) for kind in (True, None)],
    )


def test_days() -> None:
    born = datetime.date(1950, 3, 1)
    expected = osteon.compute(
        "t_femoral_neck", sex="female", age_years=70, manufacturer="hologic", bmd_femoral_neck=0.7
    )
    for birth in (born, np.datetime64(born), np.array([born], "datetime64[ns]"), "1950-03-01"):
        found = osteon.compute(
            "t_femoral_neck",
            sex="female",
            birth_date=birth,
            assessed_on=datetime.datetime(2020, 6, 1),
            manufacturer="hologic",
            bmd_femoral_neck=0.7,
        )
        np.testing.assert_array_equal(found, expected)


def test_series_come_back() -> None:
    ages = pd.Series([60.0, None, 80.0], index=["a", "b", "c"], name="age")
    hip = osteon.risk("qfracture2012", "hip_percent", age_years=ages.fillna(70), **WOMAN)
    assert isinstance(hip, pd.Series) and hip.index.tolist() == ["a", "b", "c"]
    polars = osteon.risk("qfracture2012", "hip_percent", age_years=pl.Series([60.0, 70.0, 80.0]), **WOMAN)
    assert isinstance(polars, pl.Series) and polars.to_list() == hip.tolist()
    masked = osteon.risk(
        "qfracture2012", "hip_percent", age_years=np.ma.array([60.0, 70.0], mask=[True, False]), refused="nan", **WOMAN
    )
    assert masked.tolist() == [None, hip.iloc[1]]


def test_columns_of_each_kind() -> None:
    people: dict[str, Any] = {
        "sex": "female",
        "age_years": [67, 67],
        "manufacturer": "hologic",
        "bmd_femoral_neck": [0.558, 0.858],
    }
    assert osteon.compute("t_femoral_neck", **people)[0] == osteon.t_score(
        0.558, region="femoral_neck", manufacturer="hologic"
    )
    assert osteon.compute("diagnosis", **people).tolist() == ["osteoporosis", "normal"]
    truth = osteon.compute("clinical_osteoporosis", **people, fractures=["vertebra@60y!low", "none"])
    assert type(truth) is np.ma.MaskedArray and truth.tolist() == [True, False]
    alone = {**people, "age_years": 67, "bmd_femoral_neck": 0.558}
    assert osteon.compute("diagnosis", **alone) == "osteoporosis"
    assert osteon.compute("clinical_osteoporosis", **alone, fractures="vertebra@60y!low") is True
    assert osteon.compute("clinical_osteoporosis", **alone) is None
    assert isinstance(osteon.compute("assumed", **people)[0], str)
    assert osteon.compute("refused", refused="nan", **{**people, "age_years": [67, 121]}).tolist() == [
        None,
        "out_of_range",
    ]


def test_a_recommendation_comes_with_what_belongs_to_it() -> None:
    found = osteon.compute("nogg2024_recommendation", sex="female", age_years=[55, 75])
    assert isinstance(found, dict) and next(iter(found)) == "nogg2024_recommendation"
    assert {"nogg2024_status", "nogg2024_missing", "nogg2024_verified", "course_comes_first"} < set(found)
    assert any(name.startswith("safety_") for name in found) and "refused" not in found
    assert all(np.shape(column) == (2,) for column in found.values())


def test_the_notice_is_reachable() -> None:
    notices = [model["notice"] for model in osteon.models() if model["id"] == "qfracture2012"]
    assert notices and all("not endorsed" in notice for notice in notices)
    assert "notice" in (osteon.risk.__doc__ or "")
