"""The people of `tests/conformance`, through frames of every kind: what every face must answer, by the bit."""

from __future__ import annotations

import functools
import json
import struct
from pathlib import Path
from typing import Any

import flat_patient
import frames_of
import projection
import pytest

import osteon
from osteon import _osteon

FOLDER = Path(__file__).parents[2] / "tests" / "conformance"
FILES = sorted(path.name for path in FOLDER.glob("*.ndjson"))
FEWEST_FLAT = 40
READ_BY_SAFETY = "labs.date=current"
"""Drug safety comes beside a recommendation in a table, and with it what it reads; a document of other sections has
neither."""


@functools.cache
def cases(file: str) -> tuple[dict[str, Any], list[str], list[dict[str, Any]]]:
    """Options, sections, and the cases of one file."""
    head, *lines = (json.loads(line) for line in (FOLDER / file).read_text(encoding="utf-8").splitlines())
    return head["options"], projection.sections(head["outputs"]), lines


@functools.cache
def columns_of(file: str) -> list[projection.Column]:
    options, sections, _ = cases(file)
    return projection.said_by(_osteon.Batch(json.dumps(options), "[]", sections).columns, sections)


def bits(value: Any) -> Any:
    """A number by its bits, so that nothing is equal which is not the same; -0 is 0 in JSON."""
    return struct.pack("<d", value + 0.0) if isinstance(value, float) else value


def rows_of(file: str, answers: Any) -> list[dict[str, Any]]:
    """The answers of any frame, a dict a row."""
    columns = frames_of.as_columns(answers)
    plain = {
        name: [bits(projection.plain(holds, value)) for value in columns[name]] for name, holds, *_ in columns_of(file)
    }
    if "safety" not in cases(file)[1]:
        plain["assumed"] = [[w for w in words or () if w != READ_BY_SAFETY] or None for words in plain["assumed"]]
    return [dict(zip(plain, row, strict=True)) for row in zip(*plain.values(), strict=True)]


def expected_rows(file: str, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    kinds = {name: holds for name, holds, *_ in columns_of(file)}
    rows = [projection.row(columns_of(file), case["patient"], case["assessment"]) for case in lines]

    def as_number(name: str, value: Any) -> Any:
        return float(value) if kinds[name] == "number" and value is not None else value

    return [{name: bits(as_number(name, value)) for name, value in row.items()} for row in rows]


def differences(said: list[dict[str, Any]], expected: list[dict[str, Any]]) -> list[str]:
    assert len(said) == len(expected)
    return [
        f"row {row}: {name} is {here.get(name)!r} and should be {value!r}"
        for row, (here, there) in enumerate(zip(said, expected, strict=True))
        for name, value in there.items()
        if here.get(name) != value
    ]


@pytest.mark.parametrize("kind", frames_of.KINDS)
@pytest.mark.parametrize("file", FILES)
def test_documents_in_a_column_are_answered_as_every_face_must(file: str, kind: str) -> None:
    options, sections, lines = cases(file)
    table = {"document": [json.dumps(case["patient"]) for case in lines]}
    frame = frames_of.KINDS[kind](table)
    answers = osteon.assess_frame(
        frame, documents="document", outputs=sections, options=options, refused="raise", threads=2
    )
    assert differences(rows_of(file, answers), expected_rows(file, lines))[:10] == []


@functools.cache
def flat_cases(file: str) -> tuple[dict[str, list[Any]], list[dict[str, Any]]]:
    """The cases that one row can say, as columns."""
    rows, said = [], []
    for case in cases(file)[2]:
        try:
            rows.append(flat_patient.flat(case["patient"]))
            said.append(case)
        except flat_patient.NotFlat:
            continue
    names = list(dict.fromkeys(name for row in rows for name in row))
    return {name: [row.get(name) for row in rows] for name in names}, said


def test_enough_of_them_fit_in_a_row() -> None:
    assert sum(len(flat_cases(file)[1]) for file in FILES) >= FEWEST_FLAT


@pytest.mark.parametrize("kind", frames_of.KINDS)
@pytest.mark.parametrize("file", FILES)
def test_the_same_people_as_flat_columns(file: str, kind: str) -> None:
    options, sections, _ = cases(file)
    table, lines = flat_cases(file)
    if not lines:
        pytest.skip("nobody of this file fits in a row")
    answers = osteon.assess_frame(
        frames_of.KINDS[kind](table), outputs=sections, options=options, refused="raise", threads=2
    )
    expected = [flat_patient.as_a_row_says(row) for row in expected_rows(file, lines)]
    assert differences(rows_of(file, answers), expected)[:10] == []
    ids = frames_of.as_columns(answers)["id"] if kind not in ("pyarrow_reader", "capsule_stream") else table["id"]
    assert ids == table["id"]


def test_a_difference_is_seen() -> None:
    """What compares must not be satisfied with anything."""
    options, sections, lines = cases("france.ndjson")
    expected = expected_rows("france.ndjson", lines)
    answers = osteon.assess_frame(
        {"document": [json.dumps(case["patient"]) for case in lines[1:] + lines[:1]]},
        documents="document",
        outputs=sections,
        options=options,
    )
    assert len(differences(rows_of("france.ndjson", answers), expected)) > len(lines)


@pytest.mark.parametrize("kind", ["pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("file", FILES)
def test_a_row_and_a_document_that_say_the_same(file: str, kind: str) -> None:
    options, sections, lines = cases(file)
    people = [flat_patient.cut(case["patient"]) for case in lines]
    rows = [flat_patient.flat(patient) for patient in people]
    names = list(dict.fromkeys(name for row in rows for name in row))
    make = frames_of.KINDS[kind]
    how: dict[str, Any] = {"outputs": sections, "options": options, "refused": "raise"}
    by_document = osteon.assess_frame(
        make({"document": [json.dumps(patient) for patient in people]}), documents="document", **how
    )
    by_column = osteon.assess_frame(make({name: [row.get(name) for row in rows] for name in names}), **how)
    expected = [flat_patient.as_a_row_says(row) for row in rows_of(file, by_document)]
    assert differences(rows_of(file, by_column), expected)[:10] == []
