"""Reads every resource of a folder of NDJSON with fhir.resources, and fails where one cannot be read.

    python validate.py FOLDER
"""

import importlib
import json
import pathlib
import sys


def model(kind):
    return getattr(importlib.import_module(f"fhir.resources.R4B.{kind.lower()}"), kind)


def holds_all(written, read, path):
    """Nothing that was written may have been dropped in reading."""
    if isinstance(written, dict):
        for name, value in written.items():
            if not isinstance(read, dict) or name not in read:
                yield f"{path}.{name} is not read"
            else:
                yield from holds_all(value, read[name], f"{path}.{name}")
    elif isinstance(written, list):
        if not isinstance(read, list) or len(read) != len(written):
            yield f"{path} is not read whole"
        else:
            for at, value in enumerate(written):
                yield from holds_all(value, read[at], f"{path}[{at}]")


def main(folder):
    wrong, resources, files = 0, 0, 0
    for path in sorted(pathlib.Path(folder).glob("*.ndjson")):
        files += 1
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            resources += 1
            try:
                written = json.loads(line)
                read = model(written["resourceType"]).model_validate(written)
                problems = list(holds_all(written, json.loads(read.model_dump_json()), written["resourceType"]))
            except Exception as error:  # noqa: BLE001: whatever it is, the resource is not valid
                problems = [str(error)]
            for problem in problems:
                wrong += 1
                print(f"{path.name}:{number}: {problem}")
    print(f"{files} files, {resources} resources, {wrong} problems")
    return 1 if wrong or not resources else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
