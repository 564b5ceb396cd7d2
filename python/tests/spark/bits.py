"""Tables of answers, held together to the last bit."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from osteon import _osteon


def assert_same(answered, expected, by="id"):
    """The same columns in the same order, and the same rows whatever their order."""
    assert answered.column_names == expected.column_names
    assert answered.num_rows == expected.num_rows
    answered, expected = (table.sort_by(by).combine_chunks() for table in (answered, expected))
    for name in answered.column_names:
        one, other = answered.column(name), expected.column(name)
        assert str(one.type) == str(other.type), name
        if pa.types.is_floating(one.type):
            assert pc.is_null(one).equals(pc.is_null(other)), name
            one, other = bits(one), bits(other)
            wrong = np.flatnonzero(one != other)
            assert not wrong.size, f"{name}, row {wrong[0]}"
        else:
            assert one.to_pylist() == other.to_pylist(), name


def bits(column):
    return pc.fill_null(column, 0.0).to_numpy().view(np.int64)


def in_one_process(table, reads, outputs=None, options="{}", references="[]", strict=False):
    """The answers of the engine itself, and what it refused."""
    answers = _osteon.Batch(options, references, outputs).assess_stream(table, reads, (), strict=strict)
    rejects = answers.rejects
    return pa.table(answers.arrow(plain=True)), rejects
