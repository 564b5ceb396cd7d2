"""The engine in SQL."""

import json

import pyarrow as pa
import pytest

import osteon
from osteon import spark as osteon_spark


@pytest.fixture
def documents(spark):
    """Runs osteon_assess over documents, each null or text, and gives what it says of each."""

    def run(texts):
        table = pa.table({"number": range(len(texts)), "patient": pa.array(texts, pa.string())})
        spark.createDataFrame(table).repartition(3).createOrReplaceTempView("patients")
        rows = spark.sql("SELECT number, osteon_assess(patient) AS said FROM patients ORDER BY number").collect()
        return [row.said for row in rows]

    return run


def test_every_conformance_case(spark, cases, documents):
    _, options, outputs, lines = cases
    osteon_spark.register(spark, options=options, outputs=outputs)
    for line, said in zip(lines, documents([json.dumps(line["patient"]) for line in lines]), strict=True):
        assessment = json.loads(said)
        assert assessment.pop("engine")["name"] == "osteon"
        assert assessment == line["assessment"], line["patient"]


def test_a_refused_document_says_so(spark, documents):
    osteon_spark.register(spark)
    slip, broken, nobody, fine = documents(
        ['{"sex": "female", "age_years": 67, "height_cm": 1.65}', "{", None, '{"sex": "female", "age_years": 67}']
    )
    (refused,) = json.loads(slip)["refused"]
    assert (refused["code"], refused["field"], refused["value"]) == ("unit_slip", "height_cm", "1.65")
    assert "100-230" in refused["limit"] and "metres" in refused["message"]
    assert json.loads(broken)["refused"][0]["code"] == "syntax"
    assert nobody is None
    assert "refused" not in json.loads(fine)


def test_options_that_the_engine_does_not_have(spark):
    with pytest.raises(osteon.OsteonError, match="t_compair"):
        osteon_spark.register(spark, options={"t_compair": "exact"})


def test_names_are_returned(spark):
    names = osteon_spark.register(spark)
    assert names == ("osteon_assess", "osteon_t_score", "osteon_z_score")
