"""Parquet to Parquet: `osteon assess` against DuckDB copying what it wrote, one thread each, the same codec.

duckdb_parquet.py OSTEON PEOPLE [--rows N]: OSTEON is the program, PEOPLE the program of the benches that draws people.
Prints the ratio; with --keep FILE the line of the table of speed is written there.
"""

import argparse
import csv
import datetime
import os
import statistics
import subprocess
import sys
import tempfile
import time

TURNS = 5
GUIDELINES = "grio2018_women,grio2021_men,has2023,nogg2024,bhof2022"
OUTPUTS = "scores,diagnosis,risks,guidelines,triage"


def seconds(run):
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def codec_of(duckdb, path):
    """The codec of a file, as COPY is told it; of several columns the most frequent."""
    query = "SELECT compression FROM parquet_metadata(?) GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
    return duckdb.execute(query, [path]).fetchone()[0].lower()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("osteon")
    parser.add_argument("people")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--keep")
    asked = parser.parse_args()
    try:
        import duckdb
    except ImportError as error:
        print(f"!! parquet: LEFT OUT: {error}")
        return 0
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    with tempfile.TemporaryDirectory() as folder:
        table, people, answers, copy = (
            os.path.join(folder, name) for name in ("people.csv", "people.parquet", "answers.parquet", "copy.parquet")
        )
        with open(table, "wb") as file:
            subprocess.run([asked.people, str(asked.rows)], stdout=file, check=True)
        connection.execute(f"COPY (FROM read_csv('{table}', sample_size = -1)) TO '{people}' (FORMAT parquet)")
        os.remove(table)

        def assess():
            command = [asked.osteon, "assess", people, "-o", answers, "--threads", "1", "--outputs", OUTPUTS]
            settings = [f"guidelines={GUIDELINES}", "as_of=2026-06-01"]
            command += [word for setting in settings for word in ("--set", setting)]
            done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            if done.returncode != 0:
                raise SystemExit(f"!! parquet: LEFT OUT: osteon assess: {done.stderr.strip()}")

        assess()
        codec = codec_of(connection, answers)

        def copy_answers():
            connection.execute(f"COPY (FROM '{answers}') TO '{copy}' (FORMAT parquet, COMPRESSION {codec})")

        copy_answers()
        turns = [(seconds(assess), seconds(copy_answers)) for _ in range(TURNS)]
    ratio = statistics.median(ours / theirs for ours, theirs in turns)
    shown = f"{ratio:.3f}" if ratio < 1 else f"{ratio:.2f}"
    what = f"`osteon assess`, {asked.rows:,} people, Parquet to Parquet"
    yardstick = f"DuckDB {duckdb.__version__} copying its output, {codec}"
    print(f"parquet: {what} / {yardstick} = {shown} (for the record)")
    if asked.keep:
        os.makedirs(os.path.dirname(asked.keep) or ".", exist_ok=True)
        today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
        with open(asked.keep, "w", newline="") as file:
            csv.writer(file).writerow([today, what, yardstick, shown, "-"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
