"""The code that documents show for Spark runs."""

import pathlib
import sys

import pandas as pd

import osteon

TESTS = pathlib.Path(__file__).resolve().parents[1]


def test_readme(spark, monkeypatch, capsys):
    monkeypatch.syspath_prepend(TESTS)
    from test_readme import blocks, of_spark

    table = next(block for block in blocks() if "pd.DataFrame" in block)
    (block,) = (block for block in blocks() if of_spark(block))
    names = {"osteon": osteon, "pd": pd, "spark": spark}
    exec(table, names)
    exec(block, names)
    shown = capsys.readouterr().out
    assert "osteoporosis" in shown and "-2.5" in shown
    assert "test_readme" in sys.modules
