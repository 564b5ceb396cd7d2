"""Frames of Python beside the engine's own batch on the same columns, and a risk beside a loop over another package.

python_frames.py PEOPLE BATCH [--rows N] [--few-rows N] [--turns N] [--keep FILE]: PEOPLE and BATCH are programs of the benches
(`people`, `batch_yardstick`); whatever `osteon` can be imported is measured. Turns of both alternate. Prints the ratios;
with --keep FILE the lines of the table of speed are written there.
"""

import argparse
import csv
import datetime
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import warnings

MOST, LEAST = 1.15, 100.0
AS_OF = "2026-06-01"
FEW = ["t_femoral_neck", "diagnosis", "qfracture2012_any_percent", "qfracture2012_hip_percent"]
# What the four columns above are asked of.
READ = [
    "sex",
    "age_years",
    "height_cm",
    "weight_kg",
    "manufacturer",
    "bmd_femoral_neck",
    "smoking",
    "alcohol_units_per_day",
    "falls_past_year",
    "glucocorticoid_current",
    "parental_osteoporosis",
    "rheumatoid_arthritis",
    "type_2_diabetes",
]


def seconds(run):
    gc.collect()
    start = time.perf_counter()
    kept = run()
    spent = time.perf_counter() - start
    del kept
    return spent


def people(program, rows):
    """So many people of the benches as an Arrow table: words as dictionaries, numbers and flags with nulls."""
    import pyarrow as pa
    import pyarrow.csv

    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        subprocess.run([program, str(rows)], stdout=file, check=True)
        table = pyarrow.csv.read_csv(file.name, convert_options=pyarrow.csv.ConvertOptions(strings_can_be_null=True))
    columns = {}
    for name in table.column_names:
        column = table[name].combine_chunks()
        if pa.types.is_string(column.type) and name not in ("fractures", "treatments"):
            column = column.dictionary_encode()
        elif pa.types.is_integer(column.type):
            column = column.cast(pa.float64())
        elif pa.types.is_null(column.type):
            continue
        columns[name] = column
    return pa.table(columns)


def as_kinds(table):
    """The same people as each kind of frame, words in the way of each for few words."""
    import numpy as np
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    yield "pyarrow", table
    yield "polars", pl.from_arrow(table)
    columns, arrays = {}, {}
    for name in table.column_names:
        column = table[name].combine_chunks()
        if pa.types.is_boolean(column.type):
            flags, unknown = column.fill_null(False).to_numpy(False), column.is_null().to_numpy(False)
            columns[name] = pd.arrays.BooleanArray(flags, unknown) if unknown.any() else flags
            arrays[name] = np.ma.MaskedArray(flags, mask=unknown) if unknown.any() else flags
        elif pa.types.is_dictionary(column.type):
            columns[name] = column.to_pandas()
            words = np.array([*column.dictionary.to_pylist(), None], dtype=object)
            arrays[name] = words[column.indices.fill_null(-1).to_numpy(False)]
        else:
            columns[name] = column.to_pandas()
            arrays[name] = column.to_numpy(False)
    yield "pandas", pd.DataFrame(columns, copy=False)
    del columns
    yield "numpy", arrays


class Batch:
    """The engine's own batch on an Arrow file, a turn when it is asked for one."""

    def __init__(self, program, folder, table, options, columns):
        import pyarrow as pa

        path, settings = os.path.join(folder, "people.arrow"), os.path.join(folder, "options.json")
        with pa.ipc.new_file(path, table.schema) as file:
            for batch in table.combine_chunks().to_batches():
                file.write_batch(batch)
        with open(settings, "w") as file:
            json.dump(options, file)
        self._program = subprocess.Popen(
            [program, path, settings, ",".join(columns)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def seconds(self, threads):
        self._program.stdin.write(f"{threads}\n")
        self._program.stdin.flush()
        line = self._program.stdout.readline()
        if not line:
            raise SystemExit(f"!! frames: LEFT OUT: the batch stopped with {self._program.wait()}")
        return json.loads(line)

    def end(self):
        self._program.stdin.close()
        self._program.wait()


def frames(asked, table, outputs, what):
    """Ratios of each kind of frame, on one and two threads."""
    import osteon
    from osteon import _osteon

    options = {"as_of": AS_OF}
    columns = [name for name, *_ in _osteon.Batch(json.dumps(options), "[]", outputs).columns]
    rows = f"{table.num_rows:,} people, {what} ({len(columns)} columns)"
    with tempfile.TemporaryDirectory() as folder:
        batch = Batch(asked.batch, folder, table, options, columns)
        for kind, frame in as_kinds(table):
            for threads in (1, 2):

                def assess(frame=frame, threads=threads):
                    return osteon.assess_frame(
                        frame, outputs=outputs, options=options, threads=threads, progress=False, refused="raise"
                    )

                assess()
                turns = [(seconds(assess), batch.seconds(threads)) for _ in range(asked.turns)]
                if any(of_batch["debug"] != _osteon.DEBUG for _, of_batch in turns):
                    raise SystemExit("!! frames: LEFT OUT: a debug build is held against a release")
                fresh = statistics.median(ours / of_batch["fresh"] for ours, of_batch in turns)
                again = statistics.median(ours / of_batch["again"] for ours, of_batch in turns)
                ours = statistics.median(ours for ours, _ in turns)
                on = "1 thread" if threads == 1 else f"{threads} threads"
                print(f"frames: {rows}, {kind}, {on}: {ours:.3f} s, {1e6 * ours / table.num_rows:.3f} us a person")
                say(asked, f"`assess_frame` of {kind}, {rows}, {on}", "the engine's batch alone", fresh, MOST)
                print(f"frames:   {again:.2f} of the batch that has the room for its answers already (for the record)")
        batch.end()


def say(asked, what, yardstick, ratio, most=None, least=None):
    promised = f"at most {most}" if most is not None else f"at least {least:g}"
    holds = ratio <= most if most is not None else ratio >= least
    shown = f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"
    print(f"frames: {what} / {yardstick} = {shown} (promised: {promised}){'' if holds else ' NOT AS PROMISED'}")
    asked.kept.append([what, yardstick, shown, promised])


SMOKING = {
    "never": "non_smoker",
    "former": "ex_smoker",
    "light": "light_smoker",
    "moderate": "moderate_smoker",
    "heavy": "heavy_smoker",
}
FLAGS = {
    "antidepressant": "antidepressant",
    "any_cancer": "any_cancer",
    "asthma_or_copd": "asthma",
    "care_home": "care_home",
    "corticosteroids": "glucocorticoid_current",
    "cardiovascular_disease": "cardiovascular_disease",
    "dementia": "dementia",
    "endocrine_problems": "hyperthyroidism",
    "epilepsy_or_anticonvulsants": "epilepsy_or_anticonvulsant",
    "hrt": "oestrogen_hrt",
    "liver_disease": "chronic_liver_disease",
    "malabsorption": "malabsorption",
    "parkinsons": "parkinson",
    "rheumatoid_or_sle": "rheumatoid_arthritis",
    "renal_disease": "chronic_kidney_disease",
    "type1_diabetes": "type_1_diabetes",
    "type2_diabetes": "type_2_diabetes",
    "parental_osteoporosis": "parental_osteoporosis",
}


def alcohol(units):
    """The six words of QFracture, by units a day."""
    limits = [(0, "none"), (1, "trivial"), (3, "light"), (7, "medium")]
    if units == 0:
        return "none"
    return next((word for limit, word in limits[1:] if units < limit), "heavy" if units <= 9 else "very_heavy")


def loop(asked, table):
    """QFracture-2012 over a frame against a loop over `clincalc`, of whom both speak."""
    import clincalc
    import pandas as pd
    import pyarrow.compute as pc

    import osteon

    bmi = pc.divide(table["weight_kg"], pc.power(pc.divide(table["height_cm"], 100.0), 2))
    spoken_of = pc.and_(
        pc.and_(pc.greater_equal(bmi, 20.5), pc.less_equal(bmi, 39.5)), pc.less(table["age_years"], 100)
    )
    some = table.filter(pc.fill_null(spoken_of, False))
    listed = [
        name
        for name in (
            "sex",
            "age_years",
            "height_cm",
            "weight_kg",
            "smoking",
            "alcohol_units_per_day",
            "falls_past_year",
            *FLAGS.values(),
        )
        if name in some.column_names
    ]
    frame = some.select(listed).to_pandas().convert_dtypes()
    few = frame.head(asked.loop_rows)

    def theirs():
        return [clincalc.calculate("qfracture", as_clincalc(row, pd.NA)) for row in few.to_dict("records")]

    def ours(of, threads=None):
        return osteon.assess_frame(
            of,
            outputs=FEW[2:],
            options={"as_of": AS_OF},
            threads=threads,
            progress=False,
            refused="raise",
        )

    # Both answer the same question: theirs is rounded to one decimal.
    apart = [abs(answer["result"] - percent) for answer, percent in zip(theirs(), ours(few)[FEW[2]], strict=True)]
    if max(apart) > 0.0501:
        raise SystemExit(f"!! frames: LEFT OUT: clincalc says another percent, by {max(apart)}")
    inputs = [as_clincalc(row, pd.NA) for row in few.to_dict("records")]

    def calls():
        return [clincalc.calculate("qfracture", person) for person in inputs]

    turns = []
    for _ in range(asked.turns):
        of_loop, of_calls = seconds(theirs) / len(few), seconds(calls) / len(few)
        of_frame, of_one = seconds(lambda: ours(frame)) / len(frame), seconds(lambda: ours(frame, 1)) / len(frame)
        turns.append((of_loop / of_frame, of_loop / of_one, of_calls / of_frame, of_calls / of_one))
    ratio, on_one, calls_alone, calls_on_one = (statistics.median(column) for column in zip(*turns, strict=True))
    what = f"a loop over the rows of a frame with `clincalc`, QFracture-2012 of {len(few):,} people"
    say(
        asked,
        what,
        f"`assess_frame` of pandas, {len(frame):,} people, any and hip fracture, per person",
        ratio,
        least=LEAST,
    )
    print(
        f"frames:   {on_one:.0f} on one thread; the calls without the loop around them {calls_alone:.0f}, on one thread "
        f"{calls_on_one:.0f} (for the record)"
    )


def as_clincalc(row, unknown):
    """A row of a frame as a person of `clincalc`; what is unknown is no, as both read it."""
    known = {
        name: value for name, value in row.items() if value is not None and value is not unknown and value == value
    }
    return {
        **{field: bool(known.get(name, False)) for field, name in FLAGS.items()},
        "age": int(known["age_years"]),
        "sex": known["sex"],
        "height_cm": float(known["height_cm"]),
        "weight_kg": float(known["weight_kg"]),
        "ethnicity": "white_or_not_stated",
        "smoking": SMOKING[known.get("smoking", "never")],
        "alcohol": alcohol(known.get("alcohol_units_per_day", 0)),
        "history_of_falls": known.get("falls_past_year", 0) > 0,
        "previous_fracture": False,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("people")
    parser.add_argument("batch")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--few-rows", type=int, default=10_000_000)
    parser.add_argument("--loop-rows", type=int, default=20_000)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--keep")
    asked = parser.parse_args()
    asked.kept = []
    try:
        import clincalc  # noqa: F401
        import pandas  # noqa: F401
        import polars  # noqa: F401
        import pyarrow as pa

        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            from osteon import _osteon
    except ImportError as error:
        print(f"!! frames: LEFT OUT: {error}")
        return 0
    if _osteon.DEBUG:
        print("!! frames: this osteon is a debug build: its times say nothing")
    table = people(asked.people, asked.rows)
    loop(asked, table)
    frames(asked, table, None, "all outputs")
    few = table.select(READ)
    times = -(-asked.few_rows // few.num_rows)
    few = pa.concat_tables([few] * times).slice(0, asked.few_rows).unify_dictionaries().combine_chunks()
    del table
    frames(asked, few, FEW, "four outputs")
    if asked.keep:
        os.makedirs(os.path.dirname(asked.keep) or ".", exist_ok=True)
        today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
        with open(asked.keep, "w", newline="") as file:
            csv.writer(file).writerows([today, *line] for line in asked.kept)
    return 0


if __name__ == "__main__":
    sys.exit(main())
