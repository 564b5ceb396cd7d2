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


def codes(read, path):
    """fhir.resources knows the codes that a field may have, and does not ask for them."""
    for name, field in type(read).model_fields.items():
        value = getattr(read, name, None)
        known = (field.json_schema_extra or {}).get("enum_values")
        values = value if isinstance(value, list) else [value]
        for one in values:
            if known and one is not None and one not in known:
                yield f"{path}.{name}: {one} is none of {', '.join(known)}"
            if hasattr(type(one), "model_fields"):
                yield from codes(one, f"{path}.{name}")


def main(folder):
    wrong, resources, files = 0, 0, 0
    for path in sorted(pathlib.Path(folder).glob("*.ndjson")):
        files += 1
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            resources += 1
            try:
                written = json.loads(line)
                read = model(written["resourceType"]).model_validate(written)
                kind = written["resourceType"]
                problems = list(holds_all(written, json.loads(read.model_dump_json()), kind))
                problems += codes(read, kind)
            except Exception as error:  # noqa: BLE001: whatever it is, the resource is not valid
                problems = [str(error)]
            for problem in problems:
                wrong += 1
                print(f"{path.name}:{number}: {problem}")
    print(f"{files} files, {resources} resources, {wrong} problems")
    return 1 if wrong or not resources else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
