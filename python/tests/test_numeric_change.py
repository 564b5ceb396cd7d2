"""Precision and change."""

from __future__ import annotations

import csv
import dataclasses
import math
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest

import osteon
from osteon.numeric import PrecisionError

DATA = Path(__file__).parents[2] / "tests" / "data"


def test_least_significant_change() -> None:
    assert osteon.least_significant_change(0.010) == 2.77 * 0.010
    # The published factors; others are unrounded.
    for confidence, factor in ((0.80, 1.81), (0.90, 2.33), (0.95, 2.77)):
        np.testing.assert_array_equal(
            osteon.least_significant_change([0.01, 0.02], confidence), np.array([0.01, 0.02]) * factor
        )
    twice = osteon.least_significant_change(1.0, baseline=2, follow_up=2)
    assert twice == pytest.approx(1.959963984540054, rel=1e-15)
    assert osteon.least_significant_change(np.array([1.1], np.float32)).dtype == np.float32
    assert math.isnan(osteon.least_significant_change(None))
    for how, field in (
        ({"confidence": 95}, "confidence"),
        ({"baseline": 0}, "baseline"),
        ({"follow_up": 0}, "follow_up"),
    ):
        with pytest.raises(osteon.OutOfRangeError) as refused:
            osteon.least_significant_change(0.01, **how)
        assert refused.value.field == field


def test_significant() -> None:
    # On paper 1.000 - 0.9723 is 0.0277; in binary it is not.
    assert osteon.is_significant(0.9723 - 1.0, 0.0277) is True
    assert osteon.is_significant(0.9724 - 1.0, 0.0277) is False
    assert osteon.is_significant(None, 0.0277) is None
    assert osteon.is_significant(0.1, float("nan")) is None
    many = osteon.is_significant([[0.03, -0.03], [0.02, np.nan]], 0.0277)
    assert type(many) is np.ndarray and many.dtype == object
    assert many.tolist() == [[True, True], [False, None]] and type(many[0, 0]) is bool
    masked = osteon.is_significant(np.ma.array([0.03, 0.03], mask=[True, False]), 0.0277)
    # Whatever takes the mask away leaves unknown what is unknown.
    assert type(masked) is np.ndarray and np.ma.filled(masked).tolist() == np.asarray(masked).tolist() == [None, True]
    assert osteon.is_significant(np.ma.masked, 0.0277) is None
    assert osteon.is_significant([0.03, 0.03], 0.0277, where=[True, False]).tolist() == [True, None]
    assert osteon.is_significant(np.float32([0.0277]), 0.0277).tolist() == [True]
    pandas = osteon.is_significant(pd.Series([0.03, None], index=["a", "b"]), 0.0277)
    pd.testing.assert_series_equal(pandas, pd.Series([True, None], index=["a", "b"], dtype="boolean"))
    polars = osteon.is_significant(pl.Series("d", [0.03, None, 0.01]), 0.0277)
    assert polars.to_list() == [True, None, False] and polars.dtype == pl.Boolean


def test_as_an_assessment_says() -> None:
    scan = {"manufacturer": "hologic", "scanner_serial": "1", "precision_g_cm2": {"total_hip": 0.01}}
    for later in (0.8722, 0.8723, 0.8724, 0.9277, 0.95):
        scans = [
            {**scan, "date": date, "regions": [{"region": "total_hip", "bmd_g_cm2": bmd, "side": "left"}]}
            for date, bmd in (("2020-01-01", 0.9), ("2022-01-01", later))
        ]
        person = {"sex": "female", "birth_date": "1950-01-01", "assessed_on": "2022-02-01", "scans": scans}
        change = osteon.assess(person, outputs=["changes"]).changes[0]
        lsc = osteon.least_significant_change(0.01)
        assert change.least_significant_change_g_cm2 == lsc
        assert change.significant is osteon.is_significant(later - 0.9, lsc)


def test_a_published_study() -> None:
    """Densities of 105 triplicates, brought into the range of an areal one: RMS-SD 0.971, RMS-CV 0.00697."""
    with (DATA / "precision_worked_example.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    scans = np.array([[float(row[f"scan_{scan}"]) for scan in (1, 2, 3)] for row in rows]) / 250
    # Sets with one number stand in the file more than once: each row is a subject.
    subjects = np.repeat(np.arange(len(rows)), 3)
    found = osteon.precision_error(scans.ravel(), subjects, "total_hip")
    assert (found.subjects, found.scans, found.degrees_of_freedom) == (105, 315, 210)
    assert found.rms_sd_g_cm2 * 250 == pytest.approx(0.971, abs=5e-4)
    assert found.rms_cv_percent == pytest.approx(0.697, abs=5e-4)
    assert found.meets_iscd_design and found.left_out == 0
    shuffled = np.random.default_rng(3).permutation(315)
    assert osteon.precision_error(scans.ravel()[shuffled], subjects[shuffled], "total_hip") == found


BMD, SUBJECTS = [1.000, 1.020, 0.900, 0.900, 0.8], ["a", "a", "b", "b", "c"]


def test_kinds_of_input() -> None:
    found = osteon.precision_error(BMD, SUBJECTS)
    assert found.region is None and found.left_out == 1
    assert (found.rms_sd_g_cm2, found.lsc_g_cm2, found.confidence) == (0.01, 0.0277, 0.95)
    assert osteon.least_significant_change(found.rms_sd_g_cm2) == pytest.approx(found.lsc_g_cm2, rel=1e-10)
    same = [
        osteon.precision_error(np.float32(BMD), np.array(SUBJECTS)),
        osteon.precision_error(pd.Series(BMD), pd.Series(SUBJECTS, dtype="category")),
        osteon.precision_error(pl.Series(BMD), pl.Series(SUBJECTS)),
        osteon.precision_error(BMD, [1, 1, 2, 2, 3]),
        osteon.precision_error(np.array(BMD).reshape(1, 5), np.array(SUBJECTS).reshape(1, 5)),
    ]
    assert same == [found] * len(same)
    assert dataclasses.replace(osteon.precision_error(BMD, SUBJECTS, "total_hip"), region=None) == found
    wider = osteon.precision_error(BMD, SUBJECTS, confidence=0.99)
    assert wider.rms_sd_low_g_cm2 < found.rms_sd_low_g_cm2 < found.rms_sd_g_cm2 < wider.rms_sd_high_g_cm2
    assert pickle.loads(pickle.dumps(found)) == found
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.subjects = 3  # type: ignore[misc]


def test_by_region() -> None:
    regions = ["lumbar_spine", "lumbar_spine", "total_hip", "total_hip", "femoral_neck"]
    found = osteon.precision_error(BMD, SUBJECTS, regions)
    assert list(found) == ["lumbar_spine", "total_hip"]
    assert all(type(one) is PrecisionError and one.region == region for region, one in found.items())
    assert found["total_hip"].rms_sd_g_cm2 == 0.0
    assert osteon.precision_error(BMD, SUBJECTS, pd.Series(regions, dtype="category")) == found


@pytest.mark.parametrize(
    ("ask", "kind", "field"),
    [
        (lambda: osteon.precision_error([1.0, 1020.0], ["a", "a"]), osteon.UnitSlipError, "bmd_g_cm2[1]"),
        (lambda: osteon.precision_error([1.0, np.nan], ["a", "a"]), osteon.NotFiniteError, "bmd_g_cm2[1]"),
        (lambda: osteon.precision_error([1.0, True], ["a", "a"]), osteon.WrongTypeError, "bmd_g_cm2[1]"),
        (lambda: osteon.precision_error([1.0, 1.1], ["a", None]), osteon.MissingError, "subject[1]"),
        (lambda: osteon.precision_error([1.0, 1.1], ["a", " "]), osteon.MissingError, "subject[1]"),
        (lambda: osteon.precision_error([1.0, 1.1], [1.5, 1.5]), osteon.WrongTypeError, "subject[0]"),
        (lambda: osteon.precision_error([1.0, 1.1], ["a"]), osteon.WrongTypeError, "subject"),
        (lambda: osteon.precision_error([1.0, 1.1], ["a", "b"]), osteon.MissingError, "repeat scans"),
        (lambda: osteon.precision_error([], []), osteon.MissingError, "rows"),
        (lambda: osteon.precision_error([1.0, 1.1], ["a", "a"], "hip"), osteon.NotAChoiceError, "region"),
        (
            lambda: osteon.precision_error([1.0, 1.1], ["a", "a"], ["total_hip", "hip"]),
            osteon.NotAChoiceError,
            "region[1]",
        ),
        (lambda: osteon.precision_error([1.0, 1.1], ["a", "a"], ["total_hip", None]), osteon.MissingError, "region[1]"),
        (lambda: osteon.precision_error([1.0, 1.1], ["a", "a"], ["total_hip"]), osteon.WrongTypeError, "region"),
        (lambda: osteon.precision_error([1.0, 1.1], ["a", "a"], confidence=95), osteon.UnitSlipError, "confidence"),
    ],
)
def test_refused(ask: Any, kind: type[osteon.OsteonError], field: str) -> None:
    with pytest.raises(kind) as refused:
        ask()
    assert refused.value.field == field
