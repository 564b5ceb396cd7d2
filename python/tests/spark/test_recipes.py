"""The code that documents show for Spark runs."""

import pathlib
import re

import pandas as pd
import pytest

import osteon

TESTS = pathlib.Path(__file__).resolve().parents[1]
MANY_MACHINES = TESTS.parents[1] / "docs" / "many-machines.md"


def test_readme(spark, monkeypatch, capsys):
    monkeypatch.syspath_prepend(TESTS)
    from test_readme import blocks, of_spark

    table = next(block for block in blocks() if "pd.DataFrame" in block)
    (block,) = (block for block in blocks() if of_spark(block))
    names = {"osteon": osteon, "pd": pd, "spark": spark}
    exec(table, names)
    exec(block, names)
    shown = capsys.readouterr().out
    assert "osteoporosis" in shown and "-2.4999" in shown


@pytest.fixture
def people(tmp_path):
    rows = {
        "id": ["a", "b", "c"],
        "ward": ["A", "A", "B"],
        "sex": "female",
        "age_years": [67, 71, 300],
        "manufacturer": "hologic",
        "bmd_femoral_neck": [0.558, 0.712, 0.801],
    }
    pd.DataFrame(rows).to_parquet(tmp_path / "people.parquet")
    return tmp_path


def test_recipes_of_spark(spark, people, capsys):
    section = MANY_MACHINES.read_text(encoding="utf-8").split("\n## Spark\n")[1].split("\n## ")[0]
    blocks = re.findall(r"^```python\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)
    assert len(blocks) == 3
    names = {"spark": spark}
    for block in blocks:
        exec(re.sub(r"(people|answers)\.parquet", lambda name: str(people / name[0]), block), names)
    shown = capsys.readouterr().out
    assert "out_of_range" in shown and "-2.4999" in shown
    answers = pd.read_parquet(people / "answers.parquet").set_index("id")
    assert answers.columns[0] == "ward"
    assert answers["diagnosis"].to_dict() == {"a": "osteoporosis", "b": "low_bone_mass", "c": None}
