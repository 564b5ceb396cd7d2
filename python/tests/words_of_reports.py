"""Reads what the reports say from their catalogues, and writes `osteon/plot/words.json`.

Run it after a change there.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from osteon.plot import _words
from osteon.plot._words import KINDS, LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
MESSAGES = ROOT / "bindings" / "report" / "messages"
COPY = Path(_words.__file__).with_name("words.json")


def catalogue(lang: str) -> dict[str, str]:
    """The entries of one line that the pictures may say."""
    held: dict[str, str] = {}
    for name in (f"{lang}.ftl", f"fls_{lang}.ftl"):
        lines = (MESSAGES / name).read_text(encoding="utf-8").split("\n")
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            entry = re.fullmatch(r"([a-z][\w-]*) = (.+)", line)
            if entry is None or after.startswith(" "):
                continue
            key, text = entry.groups()
            of_kind = any(key.startswith(f"{kind}-") for kind in KINDS)
            if of_kind and ("{" not in text or key.startswith("fls-said-")):
                held[key] = text
    return dict(sorted(held.items()))


def written() -> str:
    """The copy as it should be."""
    return json.dumps({lang: catalogue(lang) for lang in LANGUAGES}, ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    COPY.write_text(written(), encoding="utf-8")
