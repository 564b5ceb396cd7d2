"""What the engine's own module must stand, whatever the frames around it hand to it."""

import subprocess
import sys
import textwrap

import numpy as np
import pytest

from osteon import _osteon
from osteon.errors import OsteonError

pa = pytest.importorskip("pyarrow")

PAIRS = [("sex", "sex"), ("age_years", "age_years")]
HEIGHT = [*PAIRS, ("height_cm", "height_cm")]
MAP = 'sex = { column = "sex" }\nage_years = { column = "age_years" }'


def answers(sources, rows, pairs=PAIRS, outputs=("sex", "age_years"), **how):
    batch = _osteon.Batch("{}", "[]", list(outputs))
    return batch.assess_sources(sources, rows, ("columns", pairs), **how)


def table(answered):
    return pa.table(answered.arrow(plain=True))


def women(rows):
    return ("sex", "objects", ["female"] * rows, None)


def ages(rows):
    return ("age_years", "numpy", np.full(rows, 67.0), None)


def test_every_byte_of_a_bool_but_0_is_yes():
    flags = np.arange(256, dtype=np.uint8).view(bool)
    sources = [women(256), ages(256), ("hip", "numpy", flags, None)]
    documents = _osteon.patients(sources, 256, ("columns", [*PAIRS, ("parental_hip_fracture", "hip")]))
    said = ['"parental_hip_fracture":true' in document for document in documents]
    assert said == [False] + [True] * 255


def test_every_byte_of_a_mask_but_0_is_missing():
    mask = np.arange(256, dtype=np.uint8).view(bool)
    answered = answers([women(256), ("age_years", "numpy", np.full(256, 67), mask)], 256)
    assert [age is None for age in table(answered)["age_years"].to_pylist()] == [False] + [True] * 255


@pytest.mark.parametrize("reads", [("columns", PAIRS), ("map", MAP)], ids=["columns", "map"])
@pytest.mark.parametrize("key", [pa.int8(), pa.int32(), pa.int64()], ids=str)
@pytest.mark.parametrize("code", [5, -1])
def test_a_code_without_a_word_refuses_its_row(code, key, reads):
    codes, words = pa.array([0, code, 1], key), pa.array(["female", "male"])
    sexes = pa.DictionaryArray.from_arrays(codes, words, safe=False)
    frame = pa.RecordBatch.from_arrays([sexes, pa.array([67.0] * 3)], ["sex", "age_years"])
    answered = _osteon.Batch("{}", "[]", ["sex"]).assess_stream(frame, reads)
    assert answered.first_reject[0] == 1
    assert {reject[0] for reject in answered.rejects} == {1}
    assert table(answered)["sex"].to_pylist() == ["female", None, "male"]


def chunks_of(words, codes, key):
    """A table of a chunk for each list of words and its codes, as maker of women of 67 with one density."""
    chunks = []
    for own, of in zip(words, codes, strict=True):
        maker = pa.DictionaryArray.from_arrays(pa.array(of, key), pa.array(own), safe=False)
        rows = len(of)
        columns = [pa.array(["female"] * rows), pa.array([67.0] * rows), maker, pa.array([0.6] * rows)]
        chunks.append(pa.RecordBatch.from_arrays(columns, ["sex", "age_years", "manufacturer", "bmd_femoral_neck"]))
    return pa.Table.from_batches(chunks)


SCANNED = [*PAIRS, ("manufacturer", "manufacturer"), ("bmd_femoral_neck", "bmd_femoral_neck")]


def test_a_code_without_a_word_takes_none_of_the_next_chunk():
    frame = chunks_of([["hologic", "x"], ["ge_lunar", "y"]], [[0, 0, 2], [0, 0]], pa.int8())
    answered = _osteon.Batch("{}", "[]", ["t_femoral_neck"]).assess_stream(frame, ("columns", SCANNED))
    t = table(answered)["t_femoral_neck"].to_pylist()
    assert t[2] is None and t[0] is not None and t[3] not in (None, t[0])
    assert [reject[:2] for reject in answered.rejects] == [(2, "manufacturer")]


def test_dictionaries_of_many_chunks_need_not_fit_into_one():
    words = [["hologic", *(f"w{chunk}-{word}" for word in range(99))] for chunk in range(3)]
    frame = chunks_of(words, [[0, 0]] * 3, pa.int8())
    answered = _osteon.Batch("{}", "[]", ["t_femoral_neck"]).assess_stream(
        frame, ("columns", SCANNED), keep=["manufacturer"]
    )
    assert None not in table(answered)["t_femoral_neck"].to_pylist()


def test_accumulate_reads_what_it_wrote():
    difference = _osteon.ufunc("least_significant_change")
    values = np.linspace(0.1, 1.0, 3000)
    expected = [values[0]]
    for value in values[1:]:
        expected.append(difference(expected[-1], value))
    np.testing.assert_array_equal(difference.accumulate(values), expected)


def test_a_dictionary_of_numbers_with_a_code_beyond_it_refuses_its_row():
    numbers = pa.DictionaryArray.from_arrays(pa.array([0, 7], pa.int64()), pa.array([67.0, 71.0]), safe=False)
    frame = pa.RecordBatch.from_arrays([pa.array(["female"] * 2), numbers], ["sex", "age_years"])
    answered = _osteon.Batch("{}", "[]", ["age_years"]).assess_stream(frame, ("columns", PAIRS))
    assert table(answered)["age_years"].to_pylist() == [67.0, None]


def test_a_row_that_is_null_as_a_whole_is_refused_by_its_place():
    columns = [pa.array(["female"] * 3), pa.array([67.0] * 3)]
    rows = pa.StructArray.from_arrays(columns, names=["sex", "age_years"], mask=pa.array([False, True, False]))

    class Stream:
        def __arrow_c_stream__(self, requested_schema=None):
            return pa.chunked_array([rows]).__arrow_c_stream__(requested_schema)

    with pytest.raises(OsteonError) as refused:
        _osteon.Batch("{}", "[]", ["sex"]).assess_stream(Stream(), ("columns", PAIRS))
    assert refused.value.row == 1


@pytest.mark.parametrize("bad", ["n/a", 10**400, complex(1, 2), [1], "\ud800", object(), True], ids=repr)
def test_one_bad_object_is_refused_by_its_row(bad):
    heights = ("height_cm", "objects", [160.0, bad, 150, None], None)
    answered = answers([women(4), ages(4), heights], 4, HEIGHT)
    assert [reject[:2] for reject in answered.rejects] == [(1, "height_cm")]
    assert answered.reject_counts == (0, 1)
    documents = _osteon.patients([women(3), ages(3), (*heights[:2], [160.0, None, 150], None)], 3, ("columns", HEIGHT))
    assert ['"height_cm"' in document for document in documents] == [True, False, True]


@pytest.mark.parametrize("odd", [b"x", [1], "\ud800", complex(1, 2)], ids=repr)
def test_what_is_no_text_is_no_name_of_a_model(odd):
    model = ("model", "objects", ["Horizon A", odd], None)
    with pytest.raises(OsteonError, match="model: .*is no text, in row 1"):
        answers([women(2), ages(2), model], 2, [*PAIRS, ("model", "model")])


def test_whole_numbers_keep_every_digit():
    serial = 2**53 + 1
    pairs = [*PAIRS, ("scanner_serial", "scanner_serial"), ("bmd_total_hip", "bmd_total_hip")]
    sources = [
        women(1),
        ages(1),
        ("scanner_serial", "objects", [serial], None),
        ("bmd_total_hip", "numpy", np.array([0.8]), None),
    ]
    (document,) = _osteon.patients(sources, 1, ("columns", pairs))
    assert f'"{serial}"' in document


@pytest.mark.parametrize("threads", [1, 2, 7])
@pytest.mark.parametrize("rows", [511, 512, 513, 2048, 2049, 8193, 16385])
def test_the_same_bits_on_any_number_of_threads(rows, threads):
    age = np.linspace(20.0, 119.9, rows)
    sources = [("sex", "words", np.zeros(rows, np.int8), ["female"]), ("age_years", "numpy", age, None)]
    one, many = (table(answers(sources, rows, threads=count)) for count in (1, threads))
    assert one.equals(many)


def test_small_batches_are_answered_together_and_in_order():
    chunks = [pa.record_batch({"sex": ["female"], "age_years": [float(50 + row % 40)]}) for row in range(3000)]
    seen = []
    answered = _osteon.Batch("{}", "[]", ["age_years"]).assess_stream(
        pa.Table.from_batches(chunks), ("columns", PAIRS), keep=["sex"], threads=2, watch=seen.append
    )
    out = pa.table(answered.arrow())
    assert out["age_years"].to_pylist() == [float(50 + row % 40) for row in range(3000)]
    assert out.num_rows == 3000 and seen[-1] == 3000 and len(seen) < 100


def test_counts_of_what_was_refused():
    sources = [
        ("sex", "objects", ["female", "x", "female", "female"], None),
        ("age_years", "numpy", np.array([67.0, 300.0, 67.0, 300.0]), None),
        ("height_cm", "numpy", np.array([1.65, 1.65, 165.0, 165.0]), None),
    ]
    answered = answers(sources, 4, HEIGHT)
    rows = {reject[0] for reject in answered.rejects if reject[7]}
    values = [reject for reject in answered.rejects if not reject[7]]
    assert answered.reject_counts == (len(rows), len(values)) == (2, 1)
    assert answered.first_reject == answered.rejects[0]


def python(program):
    command = [sys.executable, "-W", "ignore", "-c", textwrap.dedent(program)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


def test_ctrl_c_ends_a_run_of_many_small_batches():
    program = """
        import _thread, threading
        import pyarrow as pa
        from osteon import _osteon
        one = pa.record_batch({"sex": ["female"] * 1000, "age_years": [67.0] * 1000})
        frame = pa.Table.from_batches([one] * 2000)
        threading.Timer(1.0, _thread.interrupt_main).start()
        done = [0]
        try:
            pairs = [("sex", "sex"), ("age_years", "age_years")]
            _osteon.Batch().assess_stream(frame, ("columns", pairs), threads=2, watch=done.append)
            print("whole")
        except KeyboardInterrupt:
            print("stopped" if max(done) < frame.num_rows else "late")
        """
    assert python(program) == ["stopped"]


def test_no_room_for_answers_is_a_memory_error():
    pytest.importorskip("resource")
    program = """
        import resource
        import numpy as np
        from osteon import _osteon
        batch, rows = _osteon.Batch(), 4_000_000
        sources = [
            ("sex", "words", np.zeros(rows, np.int8), ["female"]), ("age_years", "numpy", np.full(rows, 67.0), None)
        ]
        limit = 3 << 30  # of address space; every column of so many people takes more
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        try:
            batch.assess_sources(sources, rows, ("columns", [("sex", "sex"), ("age_years", "age_years")]))
            print("room")
        except MemoryError as error:
            print("refused" if "no room" in str(error) else error)
        """
    assert python(program) == ["refused"]
