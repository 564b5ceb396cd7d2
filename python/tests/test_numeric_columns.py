"""Answers of the engine as arrays: risks, and any column."""

from __future__ import annotations

import csv
import datetime
import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from numeric_cases import same_bits

import osteon
from osteon import _engine

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


@pytest.mark.parametrize(
    "make", [list, lambda values: np.array(values, object), lambda values: pd.Series(values, dtype=object)]
)
def test_yes_or_no_among_other_things_is_read_in_each_row(make: Any) -> None:
    def hip(stroke: Any, **how: Any) -> list[float]:
        return np.asarray(
            osteon.risk("qfracture2012", "hip_percent", age_years=70, stroke=stroke, **WOMAN, **how)
        ).tolist()

    ((no,), (yes,)) = (hip([stroke]) for stroke in (False, True))
    assert no < yes
    assert hip(make([True, "no", "yes", False])) == [yes, no, yes, no]
    assert hip(make(["no", True, None, np.False_])) == [no, yes, no, no]
    moment = pd.Timestamp("2020-01-01 10:00")
    mixed = [False, "no", float("nan"), "unknown", moment, 2]
    np.testing.assert_array_equal(hip(make(mixed), refused="nan"), [no, no, no, np.nan, np.nan, np.nan])
    for values, field in (([True, "unknown"], "stroke[1]"), ([True, 2], "stroke[1]"), ([2, True], "stroke[0]")):
        with pytest.raises(osteon.WrongTypeError) as refused:
            hip(make(values))
        assert refused.value.field == field


def test_yes_or_no_among_others_in_any_shape() -> None:
    def hip(stroke: Any) -> Any:
        return osteon.risk("qfracture2012", "hip_percent", age_years=70, stroke=stroke, **WOMAN)

    no, yes = hip([False, True])
    np.testing.assert_array_equal(hip([[True, "no"], [0, "yes"]]), [[yes, no], [no, yes]])
    np.testing.assert_array_equal(hip([[True, 0], [0, 1]]), [[yes, no], [no, yes]])
    masked = np.ma.array(np.array([True, "unknown"], object), mask=[False, True])
    np.testing.assert_array_equal(hip(masked), [yes, no])
    with pytest.raises(osteon.WrongTypeError) as refused:
        osteon.risk("qfracture2012", "hip_percent", age_years=[70, True], **WOMAN)
    assert refused.value.field == "age_years[1]"


def test_an_unknown_empties_no_answer_that_does_without_it() -> None:
    people: dict[str, Any] = {"sex": "female", "age_years": 67, "manufacturer": "hologic", "bmd_femoral_neck": 0.558}
    alone = osteon.compute("t_femoral_neck", **people)
    for heights in (
        pl.Series([None, 160.0]),
        pd.Series([None, 160.0]),
        pd.Series([None, 160], dtype="Int64"),
        np.ma.array([1.0, 160.0], mask=[True, False]),
    ):
        assert list(osteon.compute("t_femoral_neck", **people, height_cm=heights)) == [alone, alone]
    # And the answer's own are there.
    for necks in (pl.Series([None, 0.558]), np.ma.array([1.0, 0.558], mask=[True, False])):
        found = osteon.compute("t_femoral_neck", **{**people, "bmd_femoral_neck": necks})
        assert found[1] == alone and (found[0] is None or found[0] is np.ma.masked)
    fractures = "vertebra@60y!low"
    for heights in (pl.Series([None, 160.0]), np.ma.array([1.0, 160.0], mask=[True, False])):
        found = osteon.compute("clinical_osteoporosis", **people, fractures=fractures, height_cm=heights)
        assert list(found) == [True, True]


def test_what_a_model_assumed_is_a_column() -> None:
    assumed = osteon.compute("qfracture2012_assumed", age_years=[60, 70], **WOMAN)
    assert all("stroke" in one or "cardiovascular_disease" in one for one in assumed)


def test_a_bad_value_refuses_its_person() -> None:
    people: dict[str, Any] = {"sex": "female", "age_years": 67, "manufacturer": "hologic", "bmd_femoral_neck": 0.558}
    t = osteon.compute("t_femoral_neck", refused="nan", weight_kg=[61, 9999], **people)
    np.testing.assert_array_equal(t, [osteon.compute("t_femoral_neck", **people), np.nan])


def test_the_index_of_what_broadcasts() -> None:
    """The second row of the answer is refused for the one element of its argument."""
    with pytest.raises(osteon.BeforeBirthError) as refused:
        osteon.compute(
            "diagnosis",
            sex="female",
            birth_date=["1950-03-01"],
            assessed_on=["2020-06-01", "1940-01-01"],
            t_total_hip=-2,
        )
    assert refused.value.field == "birth_date[0]"


def test_days() -> None:
    born = datetime.date(1950, 3, 1)
    expected = osteon.compute(
        "t_femoral_neck", sex="female", age_years=70, manufacturer="hologic", bmd_femoral_neck=0.7
    )
    tokyo = datetime.timezone(datetime.timedelta(hours=9))
    midnight = datetime.datetime(1950, 3, 1, tzinfo=tokyo)
    for birth in (
        born,
        midnight,
        np.datetime64(born),
        np.array([born], "datetime64[ns]"),
        np.array([born], object),
        [born],
        "1950-03-01",
        pd.Timestamp(born),
        pd.Series([pd.Timestamp(born)]),
        pd.Series([pd.Timestamp(midnight)]),
        pd.DatetimeIndex([born]),
        pl.Series([born]),
        pl.Series([midnight.replace(tzinfo=None)]).dt.replace_time_zone("Asia/Tokyo"),
        pa.array([midnight], pa.timestamp("us", "Asia/Tokyo")),
    ):
        found = osteon.compute(
            "t_femoral_neck",
            sex="female",
            birth_date=birth,
            assessed_on=datetime.datetime(2020, 6, 1),
            manufacturer="hologic",
            bmd_femoral_neck=0.7,
        )
        np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize(
    "birth",
    [
        datetime.datetime(1950, 3, 1, 10, 30),
        np.datetime64("1950-03-01T10:30"),
        pd.Timestamp("1950-03-01 10:30"),
        "1950-03-01T10:30",
    ],
)
def test_a_moment_is_no_day(birth: Any) -> None:
    how: dict[str, Any] = {"sex": "female", "assessed_on": "2020-06-01", "t_femoral_neck": -2.0}
    with pytest.raises(osteon.NotADateError) as refused:
        osteon.compute("diagnosis", birth_date=birth, **how)
    assert refused.value.field == "birth_date"


def test_moments_are_refused_by_index() -> None:
    how: dict[str, Any] = {"sex": "female", "assessed_on": "2020-06-01", "t_femoral_neck": -2.0}
    births = np.array(["1950-03-01T00", "NaT", "1950-03-01T10"], "datetime64[h]")
    for column, shape in [
        (births, "2"),
        (births[:, None], "2, 0"),
        (births.astype(object), "2"),
        (pd.Series(births.astype("datetime64[ns]")), "2"),
        (pl.Series(births.astype("datetime64[us]")), "2"),
    ]:
        with pytest.raises(osteon.NotADateError) as refused:
            osteon.compute("diagnosis", birth_date=column, refused="raise", **{**how, "age_years": [70.25] * 3})
        assert refused.value.field == f"birth_date[{shape}]"
    answers = osteon.compute("diagnosis", birth_date=births, refused="nan", age_years=[70.25, 70, 70.25], **how)
    assert answers.tolist() == ["low_bone_mass", "low_bone_mass", None]
    # What is masked is not looked at.
    masked = np.ma.array(births, mask=[False, False, True])
    answers = osteon.compute("diagnosis", birth_date=masked, age_years=[70.25, 70, 70.25], **how)
    assert answers.tolist() == ["low_bone_mass"] * 3
    with pytest.raises(osteon.WrongTypeError) as coarse:
        osteon.compute("diagnosis", birth_date=np.array(["1950"], "datetime64[Y]"), **how)
    assert coarse.value.field == "birth_date"


def test_threads_are_those_of_tables() -> None:
    for threads, kind in ((0, osteon.OutOfRangeError), (True, osteon.WrongTypeError), ("2", osteon.WrongTypeError)):
        with pytest.raises(kind) as refused:
            osteon.risk("qfracture2012", "hip_percent", age_years=60, threads=threads, **WOMAN)
        assert refused.value.field == "threads"
    one = osteon.risk("qfracture2012", "hip_percent", age_years=60, threads=np.int64(2), **WOMAN)
    assert one == osteon.risk("qfracture2012", "hip_percent", age_years=60, **WOMAN)


OWN: dict[str, Any] = {
    "id": "own",
    "version": "1",
    "manufacturer": "hologic",
    "sex": "female",
    "region": "femoral_neck",
    "mean": 0.9,
    "sd": 0.1,
}


@pytest.mark.parametrize("own", [OWN, [OWN], json.dumps(OWN), json.dumps([OWN]), json.dumps(OWN).encode()])
def test_references_of_the_caller(own: Any) -> None:
    t = osteon.t_score(0.7, region="femoral_neck", manufacturer="hologic", references=own)
    assert t == pytest.approx(-2.0)
    people: dict[str, Any] = {"sex": "female", "age_years": 67, "manufacturer": "hologic", "bmd_femoral_neck": 0.7}
    assert osteon.compute("t_femoral_neck", references=own, **people) == t
    assert osteon.compute("t_femoral_neck", **people) != t
    # Which are those of an assessment and of a table.
    table = osteon.assess_frame({name: [value] for name, value in people.items()}, references=own, outputs="scores")
    assert table["t_femoral_neck"].tolist() == [t]
    scan = {"manufacturer": "hologic", "regions": [{"region": "femoral_neck", "bmd_g_cm2": 0.7}]}
    person = {"sex": "female", "age_years": 67, "scans": [scan]}
    assert osteon.assess(person, references=own, outputs="scores").score("femoral_neck").t_score == t
    assert osteon.Engine(references=own).references == [OWN]
    # Which a model that reads the T-score does as well.
    assert isinstance(osteon.risk("ost", "points", references=own, weight_kg=60, **people), float)


def test_options_of_every_kind() -> None:
    options: list[Any] = [{"qfracture_years": 5}, '{"qfracture_years": 5}', osteon.Options(qfracture_years=5)]
    five, *others = (osteon.risk("qfracture2012", "hip_percent", age_years=70, options=one, **WOMAN) for one in options)
    assert others == [five, five] and five < osteon.risk("qfracture2012", "hip_percent", age_years=70, **WOMAN)


def test_a_section_is_no_column() -> None:
    for section in ("guidelines", "scores", "triage"):
        with pytest.raises(osteon.UnknownIdError, match="a section, not a column: name one of its columns") as refused:
            osteon.compute(section, sex="female", age_years=67)
        assert (refused.value.field, refused.value.value) == ("column", section)
    with pytest.raises(osteon.WrongTypeError) as other:
        osteon.compute(3, sex="female", age_years=67)  # type: ignore[arg-type]
    assert other.value.field == "column"


def test_one_array_whatever_stands_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a model assumed belongs beside its risk in a table; of arrays each is asked for by its name."""
    asked = _engine.batch_of

    def with_more(options: str, references: str, outputs: tuple[str, ...]) -> Any:
        return asked(options, references, (*outputs, "qfracture2012_hip_refused", "t_total_hip"))

    people: dict[str, Any] = {"age_years": [60, 70], **WOMAN}
    names = ("qfracture2012_hip_percent", "diagnosis", "t_femoral_neck", "nogg2024_status")
    alone = [osteon.compute(name, **people) for name in names]
    monkeypatch.setattr(_engine, "batch_of", with_more)
    for name, answer in zip(names[:3], alone, strict=False):
        found = osteon.compute(name, **people)
        assert type(found) is np.ndarray
        np.testing.assert_array_equal(found, answer)
    assert alone[3].dtype == object and osteon.compute("refused", **people).tolist() == [None, None]


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
    assert type(truth) is np.ndarray and truth.dtype == object and truth.tolist() == [True, False]
    unknown = osteon.compute("clinical_osteoporosis", **people, fractures=["vertebra@60y!low", None])
    assert unknown.tolist() == [True, None]
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
