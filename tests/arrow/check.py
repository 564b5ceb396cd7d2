"""Reads answers of one cohort as CSV, Parquet, Arrow file and Arrow stream, and fails where a cell differs.

    python check.py FOLDER
"""

import csv
import pathlib
import sys

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq


def as_csv(value):
    """A cell as the CSV has it; numbers as numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def of_csv(text, value):
    """The text of a CSV, as the type that the other store has there."""
    return float(text) if text and isinstance(value, (int, float)) and not isinstance(value, bool) else text


def problems(name, rows, expected):
    if len(rows) != len(expected):
        yield f"{name}: {len(rows)} rows, and {len(expected)} in the CSV"
    for number, (row, texts) in enumerate(zip(rows, expected), 1):
        if list(row) != list(texts):
            yield f"{name}: other columns than the CSV"
            return
        for column, value in row.items():
            if as_csv(value) != of_csv(texts[column], value):
                yield f"{name}, row {number}, {column}: {value!r}, and {texts[column]!r} in the CSV"


def main(folder):
    folder = pathlib.Path(folder)
    with open(folder / "answers.csv", encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    table = pq.read_table(folder / "answers.parquet")
    relation = duckdb.sql(f"select * from read_parquet('{folder / 'answers.parquet'}')")
    read = {
        "pyarrow, Parquet": table.to_pylist(),
        "pyarrow, Arrow file": pa.ipc.open_file(folder / "answers.arrow").read_all().to_pylist(),
        "pyarrow, Arrow stream": pa.ipc.open_stream(folder / "answers.arrows").read_all().to_pylist(),
        "duckdb, Parquet": [dict(zip(relation.columns, row)) for row in relation.fetchall()],
    }
    wrong = [problem for name, rows in read.items() for problem in problems(name, rows, expected)]
    missing = {b"engine_version", b"data_version", b"options"} - set(table.schema.metadata)
    wrong += [f"the metadata lacks {key.decode()}" for key in missing]
    print("\n".join(wrong[:20]))
    print(f"{len(expected)} rows, {len(read)} readings, {len(wrong)} problems")
    return 1 if wrong or not expected else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
