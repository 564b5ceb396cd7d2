"""The README of the package does what it says: its blocks run in order, and their comments are so."""

import ast
import pathlib
import re

import pytest

README = pathlib.Path(__file__).resolve().parents[1] / "README.md"


def blocks():
    """The blocks of Python, in order."""
    return re.findall(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def of_spark(block):
    """They run where Spark is, in tests/spark."""
    return "spark" in block


def run(block, names):
    """Executes a block; where the comment behind an expression is Python, or what was printed, it must be so."""
    lines = block.splitlines()
    for statement in ast.parse(block).body:
        if not isinstance(statement, ast.Expr) or is_print(statement.value):
            exec(compile(ast.Module([statement], []), "README.md", "exec"), names)
            continue
        value = eval(compile(ast.Expression(statement.value), "README.md", "eval"), names)
        said = comment(lines[statement.end_lineno - 1])
        if said is not None:
            assert repr(value) == said


def is_print(value):
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "print"


def comment(line):
    code, _, said = line.partition("  # ")
    return said if code.strip() and said else None


def test_blocks_run(capsys):
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    pytest.importorskip("matplotlib").use("Agg")
    from matplotlib import pyplot

    names = {}
    here = [block for block in blocks() if not of_spark(block)]
    assert len(here) == 6
    for block in here:
        run(block, names)
    pyplot.close("all")
    printed = capsys.readouterr().out
    (refused,) = (comment(line) for line in here[1].splitlines() if "print(refused)" in line)
    assert refused in printed.splitlines()


def test_blocks_of_spark_are_few_and_tested_elsewhere():
    assert sum(of_spark(block) for block in blocks()) == 1
    assert "test_readme" in (pathlib.Path(__file__).parent / "spark" / "test_recipes.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["1 + 1  # 3", "'a'  # 'b'"])
def test_a_wrong_comment_is_seen(text):
    with pytest.raises(AssertionError):
        run(text, {})


def test_links_are_whole():
    """PyPI shows this page, and has no other file of ours."""
    for target in re.findall(r"\]\(([^)]*)\)", README.read_text(encoding="utf-8")):
        assert target.startswith("https://"), target
