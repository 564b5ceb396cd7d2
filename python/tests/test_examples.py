"""Every example in the documentation of the package is what Python says."""

from __future__ import annotations

import ast
import doctest
import importlib
from pathlib import Path

import pytest

import osteon

PACKAGE = Path(osteon.__file__).parent
NEEDS = {"pandas": "pandas", "plot": "matplotlib", "polars": "polars", "spark": "pyspark"}
# It needs a cluster; tests/spark have one.
SKIPPED = {"osteon.spark._assess"}


def examples(path: Path) -> list[doctest.Example]:
    """Those in the texts of a file, whether doctest finds what they document or not."""
    found: list[doctest.Example] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ">>> " in node.value:
            found += doctest.DocTestParser().get_examples(node.value)
    return found


def module_of(path: Path) -> str:
    """The name by which a file is imported."""
    return ".".join(("osteon", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


ALL = {module_of(path): found for path in sorted(PACKAGE.rglob("*.py")) if (found := examples(path))}


@pytest.mark.parametrize("module", ALL)
def test_the_examples(module: str) -> None:
    part = module.removeprefix("osteon").removeprefix(".").partition(".")[0]
    if part in NEEDS:
        pytest.importorskip(NEEDS[part])
    if part == "plot":
        pytest.importorskip("matplotlib").use("Agg")
    said = doctest.testmod(importlib.import_module(module), extraglobs={"osteon": osteon}, optionflags=doctest.ELLIPSIS)
    assert said.failed == 0
    skipped = [example for example in ALL[module] if example.options.get(doctest.SKIP)]
    # What doctest does not find, it does not run either. Not every Python counts what is skipped.
    assert len(ALL[module]) - said.attempted in (0, len(skipped))
    assert not skipped or module in SKIPPED


def test_what_people_call_has_an_example() -> None:
    for name in ("Assessment", "Engine", "assess", "assess_frame", "compute", "fields", "patients", "risk", "t_score"):
        assert ">>> " in (getattr(osteon, name).__doc__ or ""), name
    assert len(ALL) > 10
