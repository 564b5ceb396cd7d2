"""Which engine answers a table: what chooses it for one person chooses it here, and it is made once."""

from __future__ import annotations

import datetime
from typing import Any

import frames_of
import pandas as pd
import polars as pl
import pytest

import osteon
import osteon.pandas
import osteon.polars
from osteon import _engine

PEOPLE = {"sex": ["female"], "birth_date": ["1959-06-01"], "previous_fragility_fracture": [True], "t_total_hip": [-2.6]}
CHOSEN: list[dict[str, Any]] = [
    {"country": "FR"},
    {"guidelines": "nogg2024"},
    {"guidelines": ["nogg2024", "has2023"]},
    {"as_of": "2026-06-01"},
    {"as_of": datetime.date(2026, 6, 1), "country": "GB"},
]
FRAME = {name: column for name, column in PEOPLE.items() if name != "previous_fragility_fracture"}


@pytest.mark.parametrize("chosen", CHOSEN, ids=str)
def test_what_chooses_the_engine_of_one_person_chooses_that_of_a_table(chosen: dict[str, Any]) -> None:
    frame = pd.DataFrame(FRAME)
    expected = frames_of.as_columns(osteon.Engine(**chosen).assess_frame(frame, refused="ignore"))
    assert frames_of.as_columns(osteon.assess_frame(frame, refused="ignore", **chosen)) == expected
    assert frames_of.as_columns(frame.osteon.assess(refused="ignore", **chosen)) == expected
    assert expected != frames_of.as_columns(osteon.assess_frame(frame, refused="ignore"))
    people = pl.DataFrame(FRAME)
    said = people.select(pl.struct(*FRAME).osteon.assess(refused="ignore", **chosen)).unnest("sex")
    assert said.columns == list(expected)


@pytest.mark.parametrize("chosen", CHOSEN, ids=str)
def test_an_engine_has_chosen_already(chosen: dict[str, Any]) -> None:
    with pytest.raises(osteon.ContradictionError, match="engine"):
        osteon.assess_frame(pd.DataFrame(FRAME), engine=osteon.Engine(), **chosen)
    with pytest.raises(osteon.ContradictionError, match="engine"):
        osteon.assess_frame(pd.DataFrame(FRAME), engine=osteon.Engine(), references=[])


def test_nothing_is_chosen_twice() -> None:
    with pytest.raises(osteon.ContradictionError, match="country"):
        osteon.assess_frame(pd.DataFrame(FRAME), options={"guideline_country": "GB"}, country="FR")


def test_an_engine_is_made_once_for_all_that_ask_the_same() -> None:
    _engine.batch_of.cache_clear()
    frame = pd.DataFrame(FRAME)
    for _ in range(2):
        osteon.assess_frame(frame, outputs=["diagnosis"], country="FR", refused="ignore")
        osteon.Engine(country="FR").assess_frame(frame, outputs="diagnosis", refused="ignore")
        osteon.assess_frame(pl.DataFrame(FRAME), outputs=["diagnosis"], country="FR", refused="ignore")
    assert _engine.batch_of.cache_info().misses == 1
