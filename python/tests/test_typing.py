"""What is promised of names, types and examples; `typing.sh` beside this asks mypy and pyright."""

from __future__ import annotations

import ast
import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest

import osteon

PACKAGE = Path(osteon.__file__).parent
EXAMPLES = sorted((Path(__file__).resolve().parents[1] / "examples").glob("*.py"))


def run(*arguments: str) -> str:
    """What a Python of its own prints."""
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent), "PYTHONWARNINGS": "ignore::RuntimeWarning"}
    done = subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_stub_has_the_names_of_the_package() -> None:
    tree = ast.parse((PACKAGE / "__init__.pyi").read_text(encoding="utf-8"))
    stub: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                assert alias.asname == alias.name
                stub[alias.name] = (node.module or "").removeprefix("osteon").removeprefix(".")
    listed = [ast.literal_eval(node.value) for node in tree.body if isinstance(node, ast.Assign)]
    assert listed == [osteon.__all__]
    modules = {name for name, home in stub.items() if home == ""}
    assert modules == set(vars(osteon)["_MODULES"])
    assert {name: home for name, home in stub.items() if home} == vars(osteon)["_MODULE_OF"]
    assert list(stub) == sorted(modules) + [name for name in stub if stub[name]]


def test_every_name_is_there_and_found_again() -> None:
    for name in osteon.__all__:
        value = getattr(osteon, name)
        assert getattr(osteon, name) is value
        assert name in dir(osteon)
    with pytest.raises(AttributeError, match="has no attribute 'asses'"):
        _ = osteon.asses  # type: ignore[attr-defined]
    namespace: dict[str, object] = {}
    exec("from osteon import *", namespace)
    assert set(osteon.__all__) <= set(namespace)


def test_everything_public_is_documented() -> None:
    for name in set(osteon.__all__) - {"__version__", "data_version"}:
        value = getattr(osteon, name)
        assert inspect.getdoc(value), name
        if inspect.isclass(value):
            for member, inner in vars(value).items():
                if not member.startswith("_") and callable(inner):
                    assert inspect.getdoc(inner), f"{name}.{member}"


def test_lists_have_the_keys_that_they_say() -> None:
    short = (osteon.models, osteon.guidelines, osteon.options)
    for what in (*short, osteon.rules, osteon.references, osteon.citations, osteon.effects, osteon.fields):
        said = (what.__doc__ or "").split("``")[1]
        rows = what()
        assert len(rows) > 10
        for row in rows:
            assert sorted(row) == sorted(key.strip() for key in said.split(","))
        assert what() == rows and what() is not rows
    assert all(isinstance(one["verified"], bool) for one in osteon.guidelines())
    assert all(one["mean"] is None or isinstance(one["mean"], (float, str)) for one in osteon.references())
    assert {"name": "sex", "kind": "choice", "words": ["female", "male"], "unit": None} in osteon.fields()
    with pytest.raises(osteon.NotAChoiceError):
        osteon.schema("patients")  # type: ignore[arg-type]


def test_every_number_has_its_unit() -> None:
    numbers = {field["name"]: field["unit"] for field in osteon.fields() if field["kind"] in ("number", "result")}
    assert [name for name, unit in numbers.items() if unit is None] == ["tbs", "amts_score", "mmse_score"]
    assert {numbers[f"{what}_total_hip"] for what in ("bmd", "precision")} == {"g/cm2"}
    assert {numbers[f"{what}_l2_l4"] for what in ("bmd_mg", "sbmd")} == {"mg/cm2"}
    assert {numbers[f"{what}_total_hip_left"] for what in ("t", "z")} == {"SD"}
    said = ("age_years", "bmi_kg_m2", "frax_hip_percent", "glucocorticoid_mg_per_day", "lab_crcl_ml_min_1_73m2")
    assert [numbers[name] for name in said] == ["years", "kg/m2", "%", "mg/day", "mL/min/1.73m2"]
    assert all(field["unit"] is None for field in osteon.fields() if field["kind"] not in ("number", "result"))


def test_versions() -> None:
    assert osteon.__version__.count(".") == 2 and osteon.data_version[:2] == "20"


def test_import_brings_numpy_and_nothing_else() -> None:
    code = "import sys, osteon; osteon.assess({'sex': 'female', 'age_years': 67}); print(*sys.modules)"
    loaded = set(run("-c", code).split())
    heavy = {"pandas", "polars", "pyarrow", "matplotlib", "tqdm", "pyspark", "IPython"}
    assert not heavy & loaded
    only = set(run("-c", "import sys, osteon; print(*sys.modules)").split())
    assert not {name for name in only if name.startswith("osteon.")} - {"osteon._osteon"}


def test_a_debug_build_says_so() -> None:
    code = "import warnings; warnings.simplefilter('always'); import osteon; print(osteon._osteon.DEBUG)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.count("RuntimeWarning: this is a debug build") == int(done.stdout.strip() == "True")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_examples_run(example: Path) -> None:
    if "import pandas" in example.read_text(encoding="utf-8"):
        pytest.importorskip("pandas")
    assert run(str(example)).strip()


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 4
