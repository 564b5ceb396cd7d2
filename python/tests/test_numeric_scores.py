"""Scores of numbers are the engine's, to the bit, and what it refuses is refused."""

from __future__ import annotations

import csv
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numeric_cases import BMDS, MACHINES, document, same_bits, score

import osteon

DATA = Path(__file__).parents[2] / "tests" / "data"
NECK = {"region": "femoral_neck", "manufacturer": "hologic"}


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: "-".join(machine.values()))
def test_t_scores_are_those_of_an_assessment(machine: dict[str, Any]) -> None:
    together = osteon.t_score(BMDS, **machine)
    reported = osteon.t_score_reported(together)
    for place, bmd in enumerate(BMDS):
        of_engine = score(bmd, machine)
        assert of_engine.t_score is not None
        assert same_bits(together[place], of_engine.t_score)
        assert same_bits(osteon.t_score(bmd, **machine), of_engine.t_score)
        assert same_bits(reported[place], of_engine.t_score_reported)


def test_every_machine_at_once_is_each_alone() -> None:
    names = {
        name: np.array([machine.get(name) for machine in MACHINES], dtype=object)
        for name in ("region", "manufacturer", "model", "vertebrae")
    }
    together = osteon.t_score(np.array(BMDS)[:, None], **names)
    assert together.shape == (len(BMDS), len(MACHINES))
    for place, machine in enumerate(MACHINES):
        np.testing.assert_array_equal(together[:, place], osteon.t_score(BMDS, **machine))


def test_printed_scores_of_reports() -> None:
    seen = 0
    with (DATA / "printed_t_scores.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            if row["unit"] != "bmd_g_cm2" or row["because"]:
                continue
            machine = {name: row[name] or None for name in ("manufacturer", "model", "database", "region", "vertebrae")}
            if row["reference"].split(".")[1] != "female":
                continue
            t = osteon.t_score(float(row["bmd"]), **machine)
            # Density is printed to three decimals, which leaves less than a tenth of an SD open.
            assert abs(osteon.t_score_reported(t) - float(row["t_score"])) < 0.11, row
            seen += 1
    assert seen > 20


@pytest.mark.parametrize("manufacturer", ["hologic", "ge_lunar", "norland"])
@pytest.mark.parametrize("sex", ["female", "male"])
@pytest.mark.parametrize("ethnicity", [None, "white", "black", "mexican_american", "asian"])
@pytest.mark.parametrize("region", ["femoral_neck", "total_hip", "lumbar_spine", "radius_33"])
def test_z_scores_are_those_of_an_assessment(manufacturer: str, sex: str, ethnicity: str | None, region: str) -> None:
    machine = {"manufacturer": manufacturer, "region": region}
    ages = np.array([20.0, 24.9, 45.25, 67.5, 79.9, 85.0, 101.0])
    z = osteon.z_score(0.812, sex=sex, age_years=ages, ethnicity=ethnicity, refused="nan", **machine)
    for place, age in enumerate(ages.tolist()):
        person = {"sex": sex, "age_years": age} | ({} if ethnicity is None else {"ethnicity": ethnicity})
        assert same_bits(z[place], score(0.812, machine, **person).z_score), age


def test_z_scores_of_the_older_survey() -> None:
    how = {"sex": "female", "manufacturer": "hologic", "ethnicity": "white", "z_reference": "nhanes3_1998"}
    z = osteon.z_score(0.7, region="femoral_neck", age_years=67, **how)
    by_engine = osteon.assess(
        document(0.7, NECK, ethnicity="white"), options={"z_reference": "nhanes3_1998"}, outputs=["scores"]
    )
    assert same_bits(z, by_engine.scores[0].z_score)
    # That table of the hip ends before 80.
    with pytest.raises(osteon.NotUsableError) as refused:
        osteon.z_score(0.7, region="total_hip", age_years=[67, 85], **how)
    assert (refused.value.field, refused.value.value) == ("age_years[1]", "85")


@pytest.mark.parametrize("lms", [(1.0, 0.9, 0.1), (-0.8, 0.72, 0.13), (0.0, 0.9, 0.11), (1e-9, 1.0, 0.1)])
def test_lms_is_that_of_an_assessment(lms: tuple[float, float, float]) -> None:
    l, m, s = lms
    child = document(0.61, NECK, age_years=11)
    child["scans"][0]["regions"][0]["lms"] = {"l": l, "m": m, "s": s}
    of_engine = osteon.assess(child, outputs=["scores"]).scores[0].z_score
    assert same_bits(osteon.z_score_lms(0.61, l, m, s), of_engine)
    assert same_bits(osteon.z_score_lms([0.61], l, [[m]], s)[0, 0], of_engine)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: "-".join(machine.values()))
def test_standardised_bmd_is_that_of_an_assessment(machine: dict[str, Any]) -> None:
    how = {name: machine.get(name) for name in ("region", "manufacturer", "vertebrae")}
    try:
        found = osteon.sbmd_mg_cm2(0.812, **how)
    except osteon.NotPublishedError as refused:
        assert refused.field == "region"
        found = math.nan
    assert same_bits(found, score(0.812, machine).sbmd_mg_cm2)


def test_standardised_bmd_by_genant() -> None:
    """A Norland report prints 962.3 mg/cm2 for 0.8942 g/cm2 at L2-L4."""
    how = {"region": "lumbar_spine", "manufacturer": "norland", "vertebrae": "L2-L4"}
    assert osteon.sbmd_mg_cm2(0.8942, method="genant1994", **how) == pytest.approx(962.3, abs=0.06)
    with pytest.raises(osteon.NotAChoiceError) as refused:
        osteon.sbmd_mg_cm2(0.8942, method="genant", **how)
    assert refused.value.field == "method"


def test_a_reference_of_the_callers() -> None:
    own = {
        "id": "own",
        "version": "1",
        "manufacturer": "hologic",
        "sex": "female",
        "region": "wards",
        "mean": 0.7,
        "sd": 0.1,
    }
    assert osteon.t_score(0.6, region="wards", manufacturer="hologic", references=[own]) == pytest.approx(-1.0)
    with pytest.raises(osteon.NotPublishedError):
        osteon.t_score(0.6, region="wards", manufacturer="hologic")
    with pytest.raises(osteon.OutOfRangeError) as refused:
        osteon.t_score(0.6, region="wards", manufacturer="hologic", references=[{**own, "sd": 5}])
    assert "sd" in refused.value.field
    # For every maker's scans.
    del own["manufacturer"]
    assert osteon.t_score(0.6, region="wards", references=[own]) == pytest.approx(-1.0)


def test_young_men_are_asked_for_by_name() -> None:
    men = osteon.t_score(0.93, reference_sex="male", **NECK)
    women = osteon.t_score(0.93, **NECK)
    assert men == 0.0 and women == pytest.approx(0.6)
    # The engine has no reference of young men for this scale that serves a score.
    with pytest.raises(osteon.NotPublishedError):
        osteon.t_score(0.93, region="femoral_neck", manufacturer="ge_lunar", reference_sex="male")


REFUSED: dict[str, tuple[dict[str, Any], type[osteon.OsteonError], str]] = {
    "no maker": ({"region": "femoral_neck"}, osteon.MissingError, "manufacturer"),
    "no region": ({"region": None, "manufacturer": "hologic"}, osteon.MissingError, "region"),
    "two models differ": ({"region": "lumbar_spine", "manufacturer": "ge_lunar"}, osteon.MissingError, "model"),
    "unknown model": ({**NECK, "model": "Bone Wizard"}, osteon.UnknownIdError, "model"),
    "unknown database": ({**NECK, "database": "Atlantis 1900"}, osteon.UnknownIdError, "database"),
    "model of another": ({**NECK, "model": "Lunar iDXA"}, osteon.ContradictionError, "model"),
    "no such region": ({"region": "hip", "manufacturer": "hologic"}, osteon.NotAChoiceError, "region"),
    "no such maker": ({"region": "wards", "manufacturer": "lunar"}, osteon.NotAChoiceError, "manufacturer"),
    "nothing held": ({"region": "wards", "manufacturer": "hologic"}, osteon.NotPublishedError, "region"),
    "hip with vertebrae": ({**NECK, "vertebrae": "L1-L4"}, osteon.ContradictionError, "vertebrae"),
    "no vertebrae": (
        {"region": "lumbar_spine", "manufacturer": "hologic", "vertebrae": "T12"},
        osteon.NotAChoiceError,
        "vertebrae",
    ),
    "no sex": ({**NECK, "reference_sex": "f"}, osteon.NotAChoiceError, "reference_sex"),
    "number for a word": ({"region": 3, "manufacturer": "hologic"}, osteon.WrongTypeError, "region"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_never_another_reference(name: str) -> None:
    how, kind, field = REFUSED[name]
    with pytest.raises(kind) as refused:
        osteon.t_score([0.7, 0.8], **how)
    assert refused.value.field == field


def test_words_of_arrays() -> None:
    # Of an element that says nothing nothing is known; one that is no word is an error, by its own index.
    regions = np.array([["femoral_neck"], [None]], dtype=object)
    t = osteon.t_score([0.558, 0.858], region=regions, manufacturer=["hologic", None])
    np.testing.assert_allclose(t, [[-2.5, np.nan], [np.nan, np.nan]])
    with pytest.raises(osteon.NotAChoiceError) as refused:
        osteon.t_score([0.5, 0.6], region=np.array([["femoral_neck"], ["hip"]]), manufacturer="hologic", refused="nan")
    assert refused.value.field == "region[1, 0]"
    with pytest.raises(osteon.WrongTypeError) as wrong:
        osteon.t_score([0.5, 0.6], region=np.array(["femoral_neck", 3], dtype=object), manufacturer="hologic")
    assert wrong.value.field == "region[1]"
    with pytest.raises(osteon.NotPublishedError) as none:
        osteon.t_score([0.5, 0.6, 0.7], region=["total_hip", "femoral_neck", "wards"], manufacturer="hologic")
    assert none.value.field == "region[2]"
    nan = osteon.t_score([0.5, 0.6], region=["femoral_neck", "wards"], manufacturer="hologic", refused="nan")
    assert not np.isnan(nan[0]) and np.isnan(nan[1])
    # Nothing is asked where `where` is false, and nothing of an unknown density.
    for bmd, where in (([0.5, 0.6], [True, False]), ([0.5, np.nan], True)):
        t = osteon.t_score(bmd, region=["femoral_neck", "wards"], manufacturer="hologic", where=where)
        assert not np.isnan(t[0]) and np.isnan(t[1])


def test_many_words_in_text() -> None:
    """More models than are looked for one by one, each as it is alone."""
    spellings = [f"Lunar iDXA{' ' * blanks}" for blanks in range(30)] + ["Lunar Prodigy"]
    models = np.array(spellings * 3).reshape(3, -1)
    how = {"region": "lumbar_spine", "manufacturer": "ge_lunar"}
    # numpy drops nothing but what is behind the text; the engine reads labels without outer blanks.
    t = osteon.t_score(0.9, model=models, **how)
    assert t.shape == models.shape
    for place, model in np.ndenumerate(models):
        assert t[place] == osteon.t_score(0.9, model=str(model), **how)
    assert len(np.unique(t)) == 2


VALUES: dict[str, tuple[Any, type[osteon.OsteonError], str, str]] = {
    "slip": ([0.7, 812.0], osteon.UnitSlipError, "bmd_g_cm2[1]", "812"),
    "low": ([[0.7], [0.05]], osteon.OutOfRangeError, "bmd_g_cm2[1, 0]", "0.05"),
    "infinite": (np.array([-np.inf, 0.7]), osteon.NotFiniteError, "bmd_g_cm2[0]", "-inf"),
    "one": (3.01, osteon.OutOfRangeError, "bmd_g_cm2", "3.01"),
    "float32": (np.array([0.7, 0.0999], np.float32), osteon.OutOfRangeError, "bmd_g_cm2[1]", "0.0999"),
    "whole": (np.array([1, 5]), osteon.OutOfRangeError, "bmd_g_cm2[1]", "5"),
}


@pytest.mark.parametrize("name", VALUES)
def test_values_are_refused_by_name_and_index(name: str) -> None:
    bmd, kind, field, value = VALUES[name]
    with pytest.raises(kind) as refused:
        osteon.t_score(bmd, **NECK)
    assert type(refused.value) is kind
    assert (refused.value.field, refused.value.value) == (field, value)
    nan = np.atleast_1d(osteon.t_score(bmd, refused="nan", **NECK))
    assert np.isnan(nan).sum() == 1
    inside = (np.asarray(bmd, float) >= 0.1) & (np.asarray(bmd, float) <= 3.0)
    np.testing.assert_array_equal(~np.isnan(nan), np.atleast_1d(inside))


def test_the_slip_says_the_way_out() -> None:
    with pytest.raises(osteon.UnitSlipError, match=r"bmd_g_cm2\[2\]: 812 is outside 0.1-3.0 g/cm2; .*write 0.812"):
        osteon.t_score([0.7, 0.8, 812], **NECK)


@pytest.mark.parametrize(
    ("ask", "field"),
    [
        (lambda: osteon.z_score(0.7, sex="female", age_years=[67, 19.99], **NECK), "age_years[1]"),
        (lambda: osteon.z_score(0.7, sex="female", age_years=[[-1.0]], **NECK), "age_years[0, 0]"),
        (lambda: osteon.z_score(0.7, sex="female", age_years=[50, 1950], **NECK), "age_years[1]"),
        (lambda: osteon.z_score([0.7, 7], sex="female", age_years=67, **NECK), "bmd_g_cm2[1]"),
        (lambda: osteon.z_score_lms(0.7, 1, [0.9, 900], 0.1), "m_g_cm2[1]"),
        (lambda: osteon.z_score_lms(0.7, [21], 0.9, 0.1), "l[0]"),
        (lambda: osteon.z_score_lms(0.7, 1, 0.9, 10), "s"),
        (lambda: osteon.sbmd_mg_cm2([0.7, np.inf], **NECK), "bmd_g_cm2[1]"),
        (lambda: osteon.t_score_reported([1.0, np.inf]), "t_score[1]"),
        (lambda: osteon.least_significant_change([0.01, -0.01]), "precision_error[1]"),
        (lambda: osteon.is_significant([0.1, 0.1], [0.03, -0.03]), "lsc_g_cm2[1]"),
        (lambda: osteon.is_significant([0.1, np.inf], 0.03), "change_g_cm2[1]"),
    ],
)
def test_each_function_names_its_argument(ask: Any, field: str) -> None:
    with pytest.raises(osteon.OsteonError) as refused:
        ask()
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("bmd", "field"),
    [
        (True, "bmd_g_cm2"),
        (np.True_, "bmd_g_cm2"),
        (np.array([True]), "bmd_g_cm2"),
        ([0.7, True], "bmd_g_cm2[1]"),
        ([[0.7], [False]], "bmd_g_cm2[1, 0]"),
        ("0.7", "bmd_g_cm2"),
        (["0.7"], "bmd_g_cm2"),
        (np.array([0.7, "0.7"], dtype=object), "bmd_g_cm2[1]"),
        (np.array([1j]), "bmd_g_cm2"),
        (1j, "bmd_g_cm2"),
        (np.array(["2020-01-01"], "datetime64[D]"), "bmd_g_cm2"),
        (np.array([1], "timedelta64[D]"), "bmd_g_cm2"),
        ([[0.7], [0.7, 0.8]], "bmd_g_cm2"),
        ({"bmd": 0.7}, "bmd_g_cm2"),
        (object(), "bmd_g_cm2"),
        (b"0.7", "bmd_g_cm2"),
    ],
)
def test_what_is_no_number(bmd: Any, field: str) -> None:
    with pytest.raises(osteon.WrongTypeError) as refused:
        osteon.t_score(bmd, **NECK)
    assert refused.value.field == field


@pytest.mark.parametrize(
    "bmd",
    [None, float("nan"), [None, None], np.array([None, np.nan], dtype=object), np.array([np.nan], np.float32), []],
)
def test_unknown_stays_unknown(bmd: Any) -> None:
    assert np.isnan(osteon.t_score(bmd, **NECK)).all()
    assert np.isnan(osteon.z_score(bmd, sex="female", age_years=67, **NECK)).all()
    assert np.isnan(osteon.z_score(0.7, sex="female", age_years=bmd, **NECK)).all()


def test_a_stated_decimal_is_at_its_limit() -> None:
    for bmd in (
        np.float32(0.558),
        np.array([0.558], np.float32),
        np.array([np.float32(0.558), None], dtype=object)[:1],
    ):
        t = osteon.t_score(bmd, dtype=np.float64, **NECK)
        assert same_bits(np.atleast_1d(t)[0], osteon.t_score(0.558, **NECK))
    np.testing.assert_array_equal(osteon.t_score_reported((np.array([0.564, 0.558]) - 0.858) / 0.12), [-2.5, -2.5])
    np.testing.assert_array_equal(osteon.t_score_reported([-2.45, -2.449, 0.05, -0.04]), [-2.5, -2.4, 0.1, 0.0])
    assert not np.signbit(osteon.t_score_reported(-0.04))


def test_the_words_of_refused() -> None:
    for ask in (
        lambda: osteon.t_score(0.7, refused="ignore", **NECK),
        lambda: osteon.risk("ost", "points", refused="warn", sex="female"),
    ):
        with pytest.raises(osteon.NotAChoiceError) as refused:
            ask()
        assert refused.value.field == "refused"
