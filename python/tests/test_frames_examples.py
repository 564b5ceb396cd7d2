"""The examples of the documentation of frames are what Python says."""

from __future__ import annotations

import doctest
import importlib

import osteon
import pytest


@pytest.mark.parametrize("module", ["frames", "frames._patients", "frames._maps", "pandas", "polars"])
def test_the_examples(module: str) -> None:
    found = doctest.testmod(importlib.import_module(f"osteon.{module}"), extraglobs={"osteon": osteon})
    assert found.attempted > 0 and found.failed == 0
