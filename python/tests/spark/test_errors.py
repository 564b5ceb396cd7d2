"""What is wrong is said on the driver where it can be seen there, and reaches it where it cannot."""

import pickle

import pandas as pd
import pyarrow as pa
import pytest

import osteon
from osteon import _engine, _osteon
from osteon import spark as osteon_spark
from osteon.spark import _worker

SCHEMA = "id string, sex string, age_years double"


@pytest.fixture
def df(spark):
    return spark.createDataFrame([("a", "female", 67.0)], SCHEMA)


def test_an_unknown_column(df):
    with pytest.raises(osteon.UnknownKeyError, match=r"bmd_femoral_nek.*bmd_femoral_neck"):
        osteon_spark.assess(df.selectExpr("*", "0.6 as bmd_femoral_nek"))


def test_a_column_that_is_not_there(df):
    with pytest.raises(osteon.OsteonError, match="height"):
        osteon_spark.assess(df, columns=["sex", "age_years", "height_cm"])
    with pytest.raises(osteon.OsteonError, match="place"):
        osteon_spark.assess(df, keep=["place"])
    with pytest.raises(osteon.OsteonError, match="patient"):
        osteon_spark.assess(df, documents="patient")


@pytest.mark.parametrize(
    ("value", "held"),
    [
        ("array(1)", "array<int>"),
        ("named_struct('a', 1)", "struct<a:int>"),
        ("map('a', 1)", "map<string,int>"),
        ("cast('x' as binary)", "binary"),
    ],
)
def test_types_that_are_not_read(df, value, held):
    with pytest.raises(osteon.WrongTypeError, match="height_cm") as refused:
        osteon_spark.assess(df.selectExpr("*", f"{value} as height_cm"))
    assert refused.value.field == "height_cm"
    assert refused.value.value == held


def test_an_output_that_is_not_there(df):
    with pytest.raises(osteon.OsteonError, match="score"):
        osteon_spark.assess(df, outputs=["score"])


def test_two_columns_of_one_name(df):
    with pytest.raises(osteon.OsteonError, match="refused"):
        osteon_spark.assess(df.selectExpr("*", "1 as Refused"), keep=["Refused"])
    twice = df.selectExpr("id", "sex", "age_years", "age_years")
    with pytest.raises(osteon.OsteonError, match="age_years"):
        osteon_spark.assess(twice)


def test_frames_of_one_machine():
    with pytest.raises(TypeError, match=r"osteon\.assess_frame"):
        osteon_spark.assess(pd.DataFrame({"sex": ["female"]}))


def test_columns_and_documents(df):
    with pytest.raises(osteon.ContradictionError, match="documents"):
        osteon_spark.assess(df, columns=["sex"], documents="patient")


# ---- on a worker


def task(**changed):
    """A task as a worker gets it, with something in it that the driver would have seen."""
    plain = _worker.Task(
        options="{}",
        references="[]",
        outputs=("scores", "age_years"),
        reads=("columns", [("age_years", "age_years"), ("sex", "sex")]),
        columns=("age_years", "sex"),
        kept=(),
        strict=False,
        rejects=False,
        driver=_worker.Version.here(),
    )
    return plain._replace(**changed)


def run(df, told):
    return df.select("age_years", "sex").mapInArrow(_worker.answering(told), "age_years double").collect()


def test_an_error_of_a_worker_reaches_the_driver(df):
    with pytest.raises(Exception, match="t_compair") as refused:
        run(df, task(options='{"t_compair": "exact"}'))
    assert "UnknownKeyError" in str(refused.value)
    assert "t_compare" in str(refused.value)


def test_another_engine_on_the_workers(df):
    with pytest.raises(Exception, match="answers of two engines") as refused:
        run(df, task(driver=_worker.Version("0.0.1", "2020.01-0")))
    assert "0.0.1" in str(refused.value) and _osteon.VERSION in str(refused.value)


# ---- what is sent


def test_what_is_sent_is_small_and_survives_pickling():
    from pyspark import cloudpickle

    sent = cloudpickle.dumps(_worker.answering(task()))
    assert len(sent) < 3000
    batch = pa.RecordBatch.from_pydict({"age_years": [67.0], "sex": ["female"]})
    (answer,) = pickle.loads(sent)(iter([batch]))
    assert answer.column("age_years").to_pylist() == [67.0]


def test_an_engine_is_made_once_in_a_process():
    _engine.batch_of.cache_clear()
    for _ in range(3):
        batch = pa.RecordBatch.from_pydict({"age_years": [67.0], "sex": ["female"]})
        list(_worker.answers(task(), [batch, batch]))
    assert _engine.batch_of.cache_info().misses == 1
