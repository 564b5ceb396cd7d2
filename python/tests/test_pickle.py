"""What is sent to other processes arrives as it was."""

from __future__ import annotations

import copy
import multiprocessing
import pickle
from typing import Any

import pytest

import osteon
from osteon import Engine, Patient


def objects(woman: dict[str, Any]) -> list[Any]:
    answer = osteon.assess({**woman, "scans": [{**woman["scans"][0], "precision_g_cm2": {"femoral_neck": 0.01}}]})
    return [
        answer,
        answer.patient,
        answer.patient.scans,
        answer.scores,
        answer.guidelines,
        answer.risks,
        answer.citations,
        answer.engine.options,
        Engine({"trace": "off"}, country="FR", outputs=["scores"], references=[]),
        osteon.Options(),
        Patient(sex="female", scans=[], complete=["labs"]),
    ]


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_everything_pickles(woman: dict[str, Any], protocol: int) -> None:
    for one in objects(woman):
        again = pickle.loads(pickle.dumps(one, protocol))
        assert type(again) is type(one) and again == one and hash(again) == hash(one) and repr(again) == repr(one)


def test_everything_copies(woman: dict[str, Any]) -> None:
    for one in objects(woman):
        assert copy.copy(one) == one and copy.deepcopy(one) == one


def test_a_process_that_is_started_anew_assesses_the_same(woman: dict[str, Any]) -> None:
    engine = Engine({"trace": "off"}, country="FR")
    patients = [Patient.from_dict({**woman, "age_years": age}) for age in (60, 70, 80)]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        there = pool.map(engine.assess, patients)
        try:
            pool.apply(engine.assess, ({**woman, "height_cm": 1.6},))
        except osteon.UnitSlipError as error:
            refused = error
    assert there == [engine.assess(patient) for patient in patients]
    assert [one.to_json() for one in there] == [engine.assess(patient).to_json() for patient in patients]
    assert (refused.field, refused.value) == ("height_cm", "1.6")
