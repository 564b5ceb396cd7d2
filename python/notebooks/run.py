"""Executes the notebooks.

    python run.py                   all of them, and writes nothing; an error in a cell is an error here
    python run.py --write           in place: their outputs are written, and nothing that changes from run to run
    python run.py --write 01        those whose names begin so

02 is written with the environment variable OSTEON_NHANES naming a folder that has the files of CDC; it says which.
Figures are drawn without a display. What the notebooks read is found from where they stand.
"""

from __future__ import annotations

# mypy: disable-error-code="no-untyped-call"
# nbformat is not typed.
import argparse
import base64
import io
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from PIL import Image

HERE = Path(__file__).resolve().parent
SECONDS = 120
"""How long a cell may take."""


def names(starts: list[str] | None = None) -> list[Path]:
    """The notebooks, in order."""
    found = sorted(HERE.glob("[0-9]*.ipynb"))
    return [path for path in found if not starts or any(path.name.startswith(start) for start in starts)]


def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook with fresh outputs. An error in a cell is raised."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": str(HERE)}}
    )
    client.execute()
    return cleaned(notebook)


def cleaned(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Without what changes from run to run and from machine to machine."""
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    for at, cell in enumerate(notebook.cells):
        cell.id = f"cell-{at:02}"
        cell.metadata = nbformat.from_dict({})
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "image/png" in data:
                data["image/png"] = smaller(data["image/png"])
    return notebook


def smaller(png: str) -> str:
    """A picture of few colours, in a third of the bytes."""
    with Image.open(io.BytesIO(base64.b64decode(png))) as picture:
        few = picture.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        written = io.BytesIO()
        few.save(written, "png", optimize=True)
    return base64.b64encode(written.getvalue()).decode()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the outputs in place")
    parser.add_argument("starts", nargs="*", help="the beginnings of names")
    given = parser.parse_args()
    for path in names(given.starts):
        print(path.name, flush=True)
        notebook = executed(path)
        if given.write:
            nbformat.write(notebook, path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
