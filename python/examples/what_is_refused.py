"""A value that cannot be is refused: which field, which value, what it should have been."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import osteon


def read(path: Path) -> osteon.Assessment | None:
    """The assessment of a file, or None where it is refused."""
    try:
        return osteon.assess(path.read_bytes())
    except osteon.UnitSlipError as refused:
        print(f"{path.name}: {refused.field} = {refused.value}: {refused.slip}")
    except osteon.UnknownKeyError as refused:
        print(f"{path.name}: there is no {refused.field}; {refused.limit}")
    except osteon.OsteonError as refused:
        print(f"{path.name}: {refused}")
    return None


def main() -> None:
    people = {
        "slip.json": {"sex": "female", "age_years": 67, "height_cm": 1.65},
        "key.json": {"sex": "female", "age_years": 67, "heigth_cm": 165},
        "text.json": {"sex": "female", "age_years": "67"},
        "right.json": {"sex": "female", "age_years": 67, "height_cm": 165},
    }
    with TemporaryDirectory() as folder:
        for name, patient in people.items():
            path = Path(folder, name)
            path.write_text(json.dumps(patient), encoding="utf-8")
            answer = read(path)
            if answer is not None:
                print(f"{name}: {answer}")


if __name__ == "__main__":
    main()
