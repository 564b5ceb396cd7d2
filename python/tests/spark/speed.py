"""How fast a million people are answered, on Spark or Sail and in one process beside it.

    OSTEON_SPARK=local python python/tests/spark/speed.py [rows]

A debug build says nothing here.
"""

import os
import pathlib
import sys
import tempfile
import time

import conftest
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

import osteon
from osteon import _osteon

OUTPUTS = ["scores", "diagnosis"]
FILES = 8


def people(rows, seed=1):
    """Rows as a registry has them; some densities are not known."""
    drawn = np.random.default_rng(seed)

    def density(mean):
        return pa.array(drawn.normal(mean, 0.12, rows).round(3).clip(0.3, 1.6), mask=drawn.random(rows) < 0.1)

    return pa.table(
        {
            "id": np.arange(rows),
            "sex": np.where(drawn.random(rows) < 0.7, "female", "male"),
            "age_years": drawn.integers(40, 90, rows),
            "manufacturer": np.where(drawn.random(rows) < 0.5, "hologic", "ge_lunar"),
            "bmd_femoral_neck": density(0.75),
            "bmd_total_hip": density(0.85),
            "bmd_lumbar_spine": density(0.95),
        }
    )


def best(what, rows, run, times=8):
    """The first run warms up; of the others the quickest counts."""
    taken = []
    for _ in range(times + 1):
        started = time.perf_counter()
        run()
        taken.append(time.perf_counter() - started)
    quickest = min(taken[1:])
    print(f"{what}: first {taken[0]:.2f} s, then {quickest:.2f} s, {rows / quickest / 1e6:.2f} million rows/s")


def in_one_process(folder, threads):
    table = pq.read_table(folder)
    columns = [(name, name) for name in table.column_names if name != "id"]
    answers = _osteon.Batch("{}", "[]", OUTPUTS).assess_stream(table, ("columns", columns), (), threads)
    return pa.table(answers.arrow(plain=True)).group_by("diagnosis").aggregate([("lowest_t_reported", "sum")])


def on_spark(session, folder, rejects):
    answers = osteon.spark.assess(session.read.parquet(folder), outputs=OUTPUTS, rejects=rejects)
    return answers.groupBy("diagnosis").agg({"lowest_t_reported": "sum"}).collect()


def main(rows):
    engine = os.environ["OSTEON_SPARK"]
    print(f"{rows} rows, osteon {osteon.__version__}{', DEBUG' if _osteon.DEBUG else ''}, {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as folder:
        table = people(rows)
        for number in range(FILES):
            part = table.slice(number * rows // FILES, rows // FILES)
            pq.write_table(part, pathlib.Path(folder) / f"{number}.parquet")
        best("one process, one thread", rows, lambda: in_one_process(folder, 1))
        best("one process, two threads", rows, lambda: in_one_process(folder, 2))
        session, end = {"local": conftest.local, "sail": conftest.sail}[engine]()
        best(f"{engine}, copying the columns", rows, lambda: copied(session, folder))
        for batch in (10_000, 65_536):
            session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(batch))
            best(f"{engine}, batches of {batch}", rows, lambda: on_spark(session, folder, rejects=True))
        best(f"{engine}, without rejects", rows, lambda: on_spark(session, folder, rejects=False))
        end()


def copied(session, folder):
    """What Spark itself takes to send columns to Python and back."""
    people = session.read.parquet(folder)
    return people.mapInArrow(lambda batches: batches, people.schema).groupBy("sex").count().collect()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
