"""Every notebook runs from beginning to end, and what is committed holds no error and nobody's row."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import osteon

nbformat = pytest.importorskip("nbformat")
for needed in ("nbclient", "ipykernel", "matplotlib", "pandas", "PIL"):
    pytest.importorskip(needed)

PYTHON = Path(__file__).resolve().parents[1]
FOLDER = PYTHON / "notebooks"
EXAMPLES = PYTHON.parent / "examples"
NAMES = sorted(path.name for path in FOLDER.glob("[0-9]*.ipynb"))


def runner(folder: Path) -> ModuleType:
    """`run.py` as it is in a folder."""
    spec = importlib.util.spec_from_file_location("run_notebooks", folder / "run.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the notebooks beside the examples, which the kernel runs in, without anybody's records at hand."""
    folder = tmp_path / "python" / "notebooks"
    folder.mkdir(parents=True)
    for path in (*FOLDER.glob("*.ipynb"), FOLDER / "run.py"):
        shutil.copy(path, folder)
    shutil.copytree(EXAMPLES, tmp_path / "examples", ignore=shutil.ignore_patterns("fls"))
    # The package that is tested here is the one that notebooks import.
    paths = [str(Path(osteon.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(path for path in paths if path))
    monkeypatch.setenv("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    return folder


def outputs(notebook: Any) -> list[str]:
    """Everything a notebook shows in text."""
    shown = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            shown += [output.get("text", ""), data.get("text/plain", ""), data.get("text/html", "")]
    return shown


def pictures(notebook: Any) -> int:
    return sum("image/png" in output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", []))


def test_all_four_are_there() -> None:
    assert [name[:2] for name in NAMES] == ["01", "02", "03", "04"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore:.*zmq.*:RuntimeWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize(("name", "records"), [*((name, "none") for name in NAMES), (NAMES[1], "given")])
def test_it_runs(name: str, records: str, scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = os.environ.get("OSTEON_NHANES")
    monkeypatch.delenv("OSTEON_NHANES", raising=False)
    if records == "given":
        if not given:
            pytest.skip("OSTEON_NHANES names no folder")
        monkeypatch.setenv("OSTEON_NHANES", given)
    notebook = runner(scratch).executed(scratch / name)
    assert all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip())
    assert pictures(notebook) == pictures(nbformat.read(FOLDER / name, as_version=4))
    text = "\n".join(outputs(notebook))
    if name.startswith("02"):
        assert ("NO NHANES FILES HERE" in text) is (records == "none")


@pytest.mark.parametrize("name", NAMES)
def test_what_is_committed_was_run_without_error(name: str) -> None:
    notebook = nbformat.read(FOLDER / name, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    kinds = {output.output_type for cell in code for output in cell.outputs}
    assert "error" not in kinds and pictures(notebook) > 0
    text = "\n".join(outputs(notebook))
    assert "Warning" not in text and "Traceback" not in text
    assert not re.search(r"/(home|root|tmp|work|Users)/", text), "a path of somebody's machine"


def test_nobody_of_the_survey_is_shown() -> None:
    notebook = nbformat.read(FOLDER / "02_cohort_nhanes.ipynb", as_version=4)
    text = "\n".join(outputs(notebook))
    assert "NO NHANES FILES HERE" not in text, "write it with OSTEON_NHANES set: its outputs are those of the survey"
    for column in ("SEQN", "WTMEC2YR", "SDMVPSU", "SDMVSTRA", "RIDAGEYR"):
        assert column not in text
    # Tables of aggregates have a row for each class of each sex, and no more.
    assert max((shown.count("<tr") for shown in outputs(notebook)), default=0) <= 6
