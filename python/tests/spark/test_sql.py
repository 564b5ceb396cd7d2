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
    """The sections of the case, and what a section that comes with them has besides."""
    _, options, outputs, lines = cases
    osteon_spark.register(spark, options=options, outputs=outputs)
    patients = [json.dumps(line["patient"]) for line in lines]
    engine = osteon.Engine(options, outputs=outputs)
    for patient, line, said in zip(patients, lines, documents(patients), strict=True):
        assessment, expected = json.loads(said), line["assessment"]
        assert said == engine.assess(patient).to_json(), patient
        assert [read for read in expected["assumed"] if read not in assessment["assumed"]] == []
        assert expected["citations"].items() <= assessment["citations"].items()
        for section in expected.keys() - {"assumed", "citations"}:
            assert assessment[section] == expected[section], (section, patient)


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
    assert set(names) == {
        "osteon_assess",
        "osteon_t_score",
        "osteon_try_t_score",
        "osteon_z_score",
        "osteon_try_z_score",
    }


# ---- scores


@pytest.fixture
def said(spark):
    osteon_spark.register(spark)

    def run(expression, of="range(1)"):
        return [row.said for row in spark.sql(f"SELECT {expression} AS said FROM {of}").collect()]

    return run


@pytest.mark.parametrize("held", ["float", "double", "decimal(4,3)", "decimal(20,10)"])
@pytest.mark.parametrize("bmd", [0.558, 0.7])
def test_a_t_score_of_any_type_of_number(said, held, bmd):
    (score,) = said(f"osteon_t_score(cast('{bmd}' as {held}), 'femoral_neck', 'hologic')")
    assert score == osteon.t_score(bmd, region="femoral_neck", manufacturer="hologic")


def test_scores_of_columns(said):
    rows = [(0.7, "femoral_neck", "hologic"), (0.7, "femoral_neck", "ge_lunar"), (0.9, "total_hip", "hologic")]
    table = f"VALUES {', '.join(map(str, rows))} AS t(bmd, place, maker)"
    scores = said("osteon_t_score(bmd, place, maker)", table)
    assert sorted(scores) == sorted(
        osteon.t_score(bmd, region=region, manufacturer=maker) for bmd, region, maker in rows
    )


def test_a_z_score(said):
    (score,) = said("osteon_z_score(0.722, 'total_hip', 'female', 67, 'hologic')")
    assert score == osteon.z_score(0.722, region="total_hip", sex="female", age_years=67, manufacturer="hologic")


def test_null_gives_null(said):
    assert said("osteon_t_score(cast(null as double), 'femoral_neck', 'hologic')") == [None]
    rows = "VALUES (0.7D, 'hologic'), (0.7D, null), (null, 'hologic'), (0.9D, 'hologic') AS t(bmd, maker)"
    scores = said("osteon_t_score(bmd, 'femoral_neck', maker)", rows)
    assert sorted(score is None for score in scores) == [False, False, True, True]
    assert {osteon.t_score(bmd, region="femoral_neck", manufacturer="hologic") for bmd in (0.7, 0.9)} < set(scores)


def test_nan_is_not_null(said):
    with pytest.raises(Exception, match="NotFiniteError"):
        said("osteon_t_score(double('NaN'), 'femoral_neck', 'hologic')")
    assert said("osteon_try_t_score(double('NaN'), 'femoral_neck', 'hologic')") == [None]


def test_a_density_that_is_refused_stops_the_query_or_is_null_where_that_is_asked(said):
    with pytest.raises(Exception, match="812") as refused:
        said("osteon_t_score(812.0D, 'femoral_neck', 'hologic')")
    assert "UnitSlipError" in str(refused.value)
    assert said("osteon_try_t_score(812.0D, 'femoral_neck', 'hologic')") == [None]


def test_too_few_arguments(said):
    with pytest.raises(Exception, match="takes 3 arguments"):
        said("osteon_t_score(0.7, 'femoral_neck')")


def test_row_by_row_before_spark_has_functions_of_arrays(spark, monkeypatch, documents):
    from pyspark.sql import functions

    monkeypatch.delattr(functions, "arrow_udf")
    osteon_spark.register(spark)
    fine, nobody = documents(['{"sex": "female", "age_years": 67}', None])
    assert json.loads(fine)["engine"]["name"] == "osteon" and nobody is None
    scores = spark.sql("""
        SELECT osteon_t_score(0.558, 'femoral_neck', 'hologic') AS plain,
               osteon_t_score(null, 'femoral_neck', 'hologic') AS none
    """).first()
    assert scores.plain == osteon.t_score(0.558, region="femoral_neck", manufacturer="hologic") and scores.none is None


def test_what_chooses_the_engine_of_one_person(spark):
    osteon.spark.register(spark, country="FR", outputs=["guidelines"])
    woman = '{"sex": "female", "age_years": 67}'
    (row,) = spark.sql(f"select osteon_assess('{woman}') as said").collect()
    assert row.said == osteon.Engine(country="FR", outputs=["guidelines"]).assess(woman).to_json()
