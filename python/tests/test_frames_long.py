"""Long runs: bars, calls, Ctrl-C, and what is read batch by batch."""

from __future__ import annotations

import io
import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.dataset as ds
import pytest

import osteon
from osteon.frames import _arrow, _progress

ROWS = 30_000


def people(rows: int = ROWS) -> dict[str, Any]:
    rng = np.random.default_rng(7)
    return {
        "sex": rng.choice(["female", "male"], rows).tolist(),
        "age_years": rng.uniform(50, 90, rows).round(1),
        "t_total_hip": rng.normal(-1, 1, rows).round(1).clip(-9, 9),
    }


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pa.table, dict])
def test_a_function_is_told_how_far_it_is(make: Any) -> None:
    told: list[tuple[int, int | None]] = []
    osteon.assess_frame(make(people()), outputs="scores", progress=lambda done, total: told.append((done, total)))
    done = [rows for rows, _ in told]
    assert done == sorted(done) and done[-1] == ROWS and {total for _, total in told} == {ROWS}


def test_what_the_function_raises_stops_the_run() -> None:
    def stop(done: int, total: int | None) -> None:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        osteon.assess_frame(pd.DataFrame(people()), outputs="scores", progress=stop)


def test_a_reader_is_told_of_without_a_total() -> None:
    told: list[tuple[int, int | None]] = []
    reader = pa.table(people()).to_reader(max_chunksize=1000)
    osteon.assess_frame(reader, outputs="scores", progress=lambda done, total: told.append((done, total))).read_all()
    assert told[-1] == (ROWS, None)


def test_a_bar_where_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    osteon.assess_frame(pd.DataFrame(people()), outputs="scores", progress=True)
    assert "osteon" in capsys.readouterr().err


def test_no_bar_where_nobody_watches_or_it_is_quick(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = pd.DataFrame(people(1000))
    osteon.assess_frame(frame, outputs="scores")
    osteon.assess_frame(frame, outputs="scores", progress=False)
    monkeypatch.setattr(_progress, "_is_seen", lambda: True)
    osteon.assess_frame(frame, outputs="scores")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(_progress, "_SECONDS_BEFORE_A_BAR", 0.0)
    osteon.assess_frame(frame, outputs="scores")
    assert "osteon" in capsys.readouterr().err


def test_a_terminal_is_watched_and_a_pipe_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert not _progress._is_seen()
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert _progress._is_seen()


def test_without_tqdm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_progress, "_has_tqdm", lambda: False)
    monkeypatch.setattr(_progress, "_is_seen", lambda: True)
    frame = pd.DataFrame(people(10))
    assert len(osteon.assess_frame(frame, outputs="scores")) == 10
    with pytest.raises(ImportError, match="tqdm"):
        osteon.assess_frame(frame, outputs="scores", progress=True)


def test_progress_is_nothing_else() -> None:
    with pytest.raises(osteon.WrongTypeError, match="progress"):
        osteon.assess_frame(pd.DataFrame(people(10)), progress="yes")  # type: ignore[arg-type]


def test_other_threads_of_python_go_on() -> None:
    beats: list[float] = []
    stop = threading.Event()

    def beat() -> None:
        while not stop.wait(0.002):
            beats.append(time.monotonic())

    frame = pd.DataFrame(people(400_000))
    thread = threading.Thread(target=beat)
    thread.start()
    began = time.monotonic()
    osteon.assess_frame(frame, outputs="scores", threads=1)
    ended = time.monotonic()
    stop.set()
    thread.join()
    inside = [began, *(when for when in beats if began < when < ended), ended]
    longest = max(later - earlier for earlier, later in itertools.pairwise(inside))
    assert longest < 0.5 * (ended - began), f"nobody else ran for {longest:.3f} of {ended - began:.3f} s"


def test_two_threads_ask_at_once() -> None:
    frame = pd.DataFrame(people())
    alone = osteon.assess_frame(frame, outputs="scores")
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda _: osteon.assess_frame(frame, outputs="scores"), range(8)))
    for answers in together:
        pd.testing.assert_frame_equal(answers, alone)


INTERRUPTED = """
import warnings
warnings.simplefilter("ignore")
import numpy as np
import {library} as library
import osteon
# Long enough for a signal in the middle: of every column few people are.
rows, outputs = (4_000_000, "scores") if osteon._osteon.DEBUG else (1_000_000, None)
table = {{"age_years": np.random.default_rng(1).uniform(50, 90, rows), "t_total_hip": np.full(rows, -2.0)}}
frame = library.{make}(table)
columns = {{"sex": {{"constant": "female"}}, "age_years": "age_years", "t_total_hip": "t_total_hip"}}
done = [0]
print("began", flush=True)
try:
    osteon.assess_frame(frame, columns, outputs, threads={threads}, progress=lambda rows, _: done.append(rows))
except KeyboardInterrupt:
    # A run that nobody stops tells all its rows before the interpreter hears of the signal.
    print("stopped" if max(done) < rows else "heard too late", flush=True)
else:
    print("done", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process")
@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize(("library", "make"), [("pandas", "DataFrame"), ("pyarrow", "table"), ("polars", "DataFrame")])
def test_ctrl_c_answers(library: str, make: str, threads: int) -> None:
    program = INTERRUPTED.format(library=library, make=make, threads=threads)
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "began\n"
        time.sleep(0.7)
        assert child.poll() is None
        os.kill(child.pid, signal.SIGINT)
        said, error = child.communicate(timeout=60)
        assert (said, error) == ("stopped\n", "")


def test_a_reader_is_read_as_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_arrow, "ROWS_OF_A_BATCH", 1000)
    table = pa.table(people())
    read: list[int] = []

    def batches() -> Any:
        for batch in table.to_batches(max_chunksize=500):
            read.append(batch.num_rows)
            yield batch

    reader = pa.RecordBatchReader.from_batches(table.schema, batches())
    answers = osteon.assess_frame(reader, outputs="scores")
    assert isinstance(answers, pa.RecordBatchReader) and sum(read) == 0
    first = answers.read_next_batch()
    assert sum(read) <= 2000 and first.num_rows <= 1000
    rest = answers.read_all()
    whole = osteon.assess_frame(table, outputs="scores")
    assert pa.concat_tables([pa.Table.from_batches([first]), rest]).to_pydict() == whole.to_pydict()


def test_a_dataset_reads_what_it_needs(tmp_path: Any) -> None:
    import pyarrow.parquet as pq

    table = pa.table({**people(), "lists": [[1]] * ROWS, "n": range(ROWS)})
    pq.write_table(table, tmp_path / "people.parquet", row_group_size=7000)
    dataset = ds.dataset(tmp_path)
    columns = ["sex", "age_years", "t_total_hip"]
    whole = osteon.assess_frame(table, columns, "scores", keep="n").to_pydict()
    for frame in (dataset, dataset.scanner()):
        answers = osteon.assess_frame(frame, columns, "scores", keep="n")
        assert isinstance(answers, pa.RecordBatchReader)
        assert answers.read_all().to_pydict() == whole


def test_an_error_of_the_reader_comes_through() -> None:
    table = pa.table(people(10))

    def batches() -> Any:
        yield table.to_batches()[0]
        raise OSError("the disk is gone")

    answers = osteon.assess_frame(pa.RecordBatchReader.from_batches(table.schema, batches()), outputs="scores")
    with pytest.raises(OSError, match="the disk is gone"):
        answers.read_all()
