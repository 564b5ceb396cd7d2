"""Answers of Spark are those of one process, to the last bit."""

import datetime
import decimal
import json

import pyarrow as pa
import pytest
from bits import assert_same, in_one_process

import osteon
from osteon import _osteon
from osteon import spark as osteon_spark

OUTPUTS = ["age_years", "scores", "diagnosis"]


def flat(table):
    return ("columns", [(name, name) for name in table.column_names if name != "id"])


def expected(table, reads, kept, **asked):
    """What stands in the answers: what was kept, and what the engine says."""
    answers, _ = in_one_process(table, reads, **asked)
    columns = {
        **{name: table.column(name) for name in kept},
        **dict(zip(answers.column_names, answers.columns, strict=True)),
    }
    return pa.table(columns)


def people(
    spark, *rows, schema="id string, sex string, age_years double, manufacturer string, bmd_femoral_neck double"
):
    return spark.createDataFrame(list(rows), schema)


WOMAN = ("a", "female", 67.0, "hologic", 0.558)


def only(df):
    """The one row of a DataFrame."""
    (row,) = df.collect()
    return row


def test_documents_of_every_conformance_case(spark, cases):
    name, options, outputs, lines = cases
    documents = pa.table(
        {
            "id": [f"{name}-{number:03}" for number in range(len(lines))],
            "patient": [json.dumps(line["patient"]) for line in lines],
        }
    )
    answers = osteon_spark.assess(
        spark.createDataFrame(documents).repartition(5),
        outputs=outputs,
        documents="patient",
        options=options,
        rejects=False,
    )
    local = expected(documents, ("documents", "patient"), ["id"], outputs=outputs, options=json.dumps(options))
    assert_same(answers.toArrow(), local)
    assert sum(text is not None for text in local.column("diagnosis").to_pylist()) > len(lines) / 2


@pytest.mark.parametrize("partitions", [1, 7])
def test_every_output_of_the_clinic(spark, clinic, partitions):
    answers = osteon_spark.assess(spark.createDataFrame(clinic).repartition(partitions), rejects=False)
    assert_same(answers.toArrow(), expected(clinic, flat(clinic), ["id"]))


def test_rows_of_a_partition_keep_their_order(spark, clinic):
    answers = osteon_spark.assess(spark.createDataFrame(clinic).coalesce(1), outputs=OUTPUTS)
    assert [row.id for row in answers.select("id").collect()] == clinic.column("id").to_pylist()


def test_partitions_without_rows(spark):
    answers = osteon_spark.assess(people(spark, WOMAN).repartition(16), outputs=OUTPUTS)
    assert only(answers).diagnosis == "osteoporosis"


def test_no_rows_at_all(spark, clinic):
    answers = osteon_spark.assess(people(spark).filter("false"), outputs=OUTPUTS, keep=["manufacturer"])
    assert answers.columns[:2] == ["id", "manufacturer"]
    assert answers.toArrow().num_rows == 0


def test_the_schema_is_known_before_a_job(spark):
    answers = osteon_spark.assess(people(spark, WOMAN), outputs=OUTPUTS)
    held = {"number": "double", "truth": "boolean", "word": "string", "set": "string"}
    columns = {name: held[kind] for name, kind, *_ in _osteon.Batch(outputs=OUTPUTS).columns}
    assert answers.columns == ["id", *columns, "rejects"]
    assert dict(answers.drop("id", "rejects").dtypes) == columns
    assert dict(answers.dtypes)["rejects"] == (
        "array<struct<column:string,code:string,value:string,limit:string,message:string,row_refused:boolean>>"
    )


def test_nulls_are_unknown(spark):
    answers = osteon_spark.assess(
        people(spark, ("a", "female", 67.0, None, None), WOMAN[:1] + WOMAN[1:]), outputs=OUTPUTS
    )
    unknown, known = answers.orderBy("t_femoral_neck").collect()
    assert unknown.t_femoral_neck is None and unknown.refused is None and unknown.rejects == []
    assert known.t_femoral_neck == pytest.approx(-2.5) and known.t_total_hip is None


# ---- types


@pytest.mark.parametrize("held", ["byte", "short", "int", "long", "float", "double", "string", "decimal(10,3)"])
def test_numbers_of_any_type(spark, held):
    df = people(spark, WOMAN).selectExpr(
        "id", "sex", f"cast(67 as {held}) as age_years", "manufacturer", "bmd_femoral_neck"
    )
    answer = only(osteon_spark.assess(df, outputs=OUTPUTS))
    assert (answer.age_years, answer.diagnosis, answer.rejects) == (67.0, "osteoporosis", [])


@pytest.mark.parametrize("held", ["float", "double", "string", "decimal(10,3)"])
def test_a_bone_density_at_a_limit_of_any_type(spark, held):
    df = people(spark, WOMAN).selectExpr(
        "id", "sex", "age_years", "manufacturer", f"cast('0.558' as {held}) as bmd_femoral_neck"
    )
    plain = only(osteon_spark.assess(people(spark, WOMAN), outputs=OUTPUTS))
    assert only(osteon_spark.assess(df, outputs=OUTPUTS)) == plain


@pytest.mark.parametrize("held", ["boolean", "string"])
def test_truths(spark, held):
    df = people(spark, WOMAN).selectExpr("id", "sex", "age_years", f"cast(true as {held}) as current_smoker")
    answer = only(osteon_spark.assess(df, outputs=["risks"]))
    assert answer.rejects == []


def test_a_column_of_nothing(spark):
    df = people(spark, WOMAN).selectExpr("id", "sex", "age_years", "cast(null as void) as height_cm")
    assert only(osteon_spark.assess(df, outputs=OUTPUTS)).rejects == []


def test_text_of_any_size(spark):
    setting = "spark.sql.execution.arrow.useLargeVarTypes"
    plain = only(osteon_spark.assess(people(spark, WOMAN), outputs=OUTPUTS, keep=["manufacturer"]))
    spark.conf.set(setting, "true")
    try:
        large = only(osteon_spark.assess(people(spark, WOMAN), outputs=OUTPUTS, keep=["manufacturer"]))
    finally:
        spark.conf.set(setting, "false")
    assert large == plain


@pytest.mark.parametrize(
    "born", ["date'1957-01-03'", "timestamp'1957-01-03'", "timestamp_ntz'1957-01-03'", "'1957-01-03'"]
)
def test_days_are_those_of_the_session(spark, born):
    """Midnight in New York is no midnight in Greenwich."""
    df = people(spark, WOMAN).selectExpr("id", "sex", f"{born} as birth_date", "date'2024-01-03' as assessed_on")
    answer = only(osteon_spark.assess(df, outputs=OUTPUTS))
    assert (answer.age_years, answer.rejects) == (67.0, [])


@pytest.mark.parametrize("born", ["timestamp'1957-01-03 23:30:00'", "timestamp_ntz'1957-01-03 23:30:00'"])
def test_a_moment_is_no_day(spark, born):
    df = people(spark, WOMAN).selectExpr(
        "id", "sex", "67 as age_years", f"{born} as birth_date", "date'2024-01-03' as assessed_on"
    )
    (refused,) = only(osteon_spark.assess(df, outputs=OUTPUTS)).rejects
    assert (refused.column, refused.code) == ("birth_date", "not_a_date")
    assert "23:30" in refused.value


def test_a_timestamp_that_is_read_and_kept(spark):
    df = people(spark, WOMAN).selectExpr(
        "id", "sex", "timestamp'1957-01-03' as birth_date", "date'2024-01-03' as assessed_on"
    )
    answers = osteon_spark.assess(df, ["sex", "birth_date", "assessed_on"], OUTPUTS, keep=["birth_date"])
    assert dict(answers.dtypes)["birth_date"] == "timestamp"
    answer = only(answers)
    assert answer.age_years == 67.0
    assert answer.birth_date == only(df).birth_date


# ---- what is read, what is kept


def test_kept_columns_come_first_and_of_any_type(spark):
    df = people(spark, WOMAN).selectExpr(
        "*",
        "array(1, 2) as visits",
        "named_struct('ward', 'B') as place",
        "date'2024-05-01' as seen",
        "cast(1.25 as decimal(5,2)) as weight",
    )
    kept = ["place", "visits", "seen", "weight"]
    answers = osteon_spark.assess(df, outputs=OUTPUTS, keep=kept)
    assert answers.columns[:5] == ["id", *kept]
    answer = only(answers)
    assert answer.visits == [1, 2] and answer.place.ward == "B"
    assert answer.seen == datetime.date(2024, 5, 1) and answer.weight == decimal.Decimal("1.25")


def test_an_id_is_kept_in_its_type(spark):
    df = people(spark, WOMAN).selectExpr("12345678901234 as id", "sex", "age_years")
    assert only(osteon_spark.assess(df, outputs=OUTPUTS)).id == 12345678901234


def test_without_an_id(spark):
    answers = osteon_spark.assess(people(spark, WOMAN).drop("id"), outputs=OUTPUTS)
    assert "id" not in answers.columns


def test_columns_by_field(spark):
    df = people(spark, WOMAN).selectExpr(
        "id as person",
        "sex",
        "age_years as `age at scan`",
        "bmd_femoral_neck as `hip.neck`",
        "manufacturer as maker",
        "7 as other",
    )
    columns = {
        "id": "person",
        "sex": "sex",
        "age_years": "age at scan",
        "bmd_femoral_neck": "hip.neck",
        "manufacturer": "maker",
    }
    plain = only(osteon_spark.assess(people(spark, WOMAN), outputs=OUTPUTS))
    assert only(osteon_spark.assess(df, columns, OUTPUTS)) == plain


def test_a_list_of_columns(spark):
    answer = only(
        osteon_spark.assess(people(spark, WOMAN).selectExpr("*", "1 as other"), ["sex", "age_years"], OUTPUTS)
    )
    assert answer.id == "a" and answer.t_femoral_neck is None


def test_a_map_of_other_columns(spark):
    df = people(spark, WOMAN).selectExpr(
        "id as SEQN", "2 as RIAGENDR", "67 as RIDAGEYR", "manufacturer", "558 as neck", "'ward B' as ward", "1 as other"
    )
    columns = {
        "id": "SEQN",
        "sex": {"column": "RIAGENDR", "values": {1: "male", 2: "female"}},
        "age_years": "RIDAGEYR",
        "manufacturer": "manufacturer",
        "bmd_femoral_neck": {"column": "neck", "scale": 0.001},
    }
    plain = only(osteon_spark.assess(people(spark, WOMAN), outputs=OUTPUTS))
    assert only(osteon_spark.assess(df, columns, OUTPUTS)) == plain


def test_columns_that_a_map_passes_on(spark):
    text = """
        sex = { column = "RIAGENDR", values = { 1 = "male", 2 = "female" } }
        age_years = { column = "RIDAGEYR" }
        pass = ["ward"]
    """
    df = people(spark, WOMAN).selectExpr("id as SEQN", "2 as RIAGENDR", "67 as RIDAGEYR", "array('B') as ward")
    answers = osteon_spark.assess(df, text, OUTPUTS)
    assert answers.columns[:2] == ["ward", "age_years"]
    answer = only(answers)
    assert (answer.ward, answer.age_years) == (["B"], 67.0)


def test_options_and_references_reach_the_workers(spark):
    df = people(spark, ("a", "female", 67.0, "hologic", 0.564))
    reported = only(osteon_spark.assess(df, outputs=OUTPUTS))
    exact = only(osteon_spark.assess(df, outputs=OUTPUTS, options={"t_compare": "exact"}))
    assert (reported.diagnosis, exact.diagnosis) == ("osteoporosis", "low_bone_mass")
    engine = osteon.Engine({"t_compare": "exact"})
    assert only(osteon_spark.assess(df, outputs=OUTPUTS, engine=engine)) == exact
    with pytest.raises(osteon.ContradictionError, match="engine"):
        osteon_spark.assess(df, engine=engine, options={"t_compare": "exact"})
    own = [
        {
            "id": "ours",
            "version": "1",
            "manufacturer": "hologic",
            "sex": "female",
            "region": "femoral_neck",
            "mean": 1.0,
            "sd": 0.1,
        }
    ]
    assert only(osteon_spark.assess(df, outputs=OUTPUTS, references=own)).t_femoral_neck == pytest.approx(-4.36)


# ---- what is refused


def test_a_value_refused_stands_in_its_row(spark):
    df = people(spark, WOMAN, ("b", "female", 67.0, "hologic", 0.05), ("c", "female", 130.0, "hologic", 0.558))
    fine, value, row = osteon_spark.assess(df.repartition(3), outputs=OUTPUTS).orderBy("id").collect()
    assert fine.rejects == []
    (refused,) = value.rejects
    assert (refused.column, refused.code, refused.row_refused) == ("bmd_femoral_neck", "out_of_range", False)
    assert "0.05" in refused.value and "0.1" in refused.limit and "0.05" in refused.message
    assert value.refused is None and value.age_years == 67.0
    (refused,) = row.rejects
    assert (refused.column, refused.code, refused.row_refused) == ("age_years", "out_of_range", True)
    assert row.refused == "out_of_range" and row.diagnosis is None


@pytest.mark.parametrize("value", ["double('NaN')", "double('Infinity')", "float('NaN')"])
def test_what_is_not_finite_is_not_unknown(spark, value):
    df = people(spark, WOMAN).selectExpr("id", "sex", "age_years", f"{value} as height_cm")
    (refused,) = only(osteon_spark.assess(df, outputs=OUTPUTS)).rejects
    assert (refused.column, refused.code) == ("height_cm", "not_finite")


def test_strict_refuses_the_row(spark):
    df = people(spark, ("b", "female", 67.0, "hologic", 0.05))
    answer = only(osteon_spark.assess(df, outputs=OUTPUTS, strict=True))
    assert answer.refused == "out_of_range"
    assert answer.rejects[0].row_refused


def test_rejects_of_rows_and_values_are_those_of_one_process(spark, clinic):
    ages = [200.0 if row % 7 == 0 else 67.0 for row in range(clinic.num_rows)]
    heights = [1.65 if row % 5 == 0 else 165.0 for row in range(clinic.num_rows)]
    for name, values in (("age_years", ages), ("height_cm", heights)):
        clinic = clinic.set_column(clinic.column_names.index(name), name, pa.array(values))
    answers = osteon_spark.assess(spark.createDataFrame(clinic).repartition(4), outputs=OUTPUTS)
    ids = clinic.column("id").to_pylist()
    _, rejects = in_one_process(clinic, flat(clinic), OUTPUTS)
    local = {
        (ids[row], column, code, value, limit, message, whole)
        for row, column, code, value, limit, message, _, whole in rejects
    }
    found = {(row.id, *one) for row in answers.select("id", "rejects").collect() for one in row.rejects}
    assert len(found) > clinic.num_rows / 5
    assert found == local


def test_the_ids_of_documents(spark):
    documents = ['{"id": "b", "sex": "female", "age_years": 67}', '{"sex": "male", "age_years": 71}', "{", None]
    df = spark.createDataFrame([(text, place) for place, text in enumerate(documents)], "patient string, n int")
    answers = osteon_spark.assess(df.repartition(2), documents="patient", outputs=["age_years"], keep="n")
    assert answers.columns[:3] == ["id", "n", "age_years"]
    rows = sorted(answers.collect(), key=lambda row: row.n)
    assert [row.id for row in rows] == ["b", None, None, None]
    assert [row.age_years for row in rows] == [67.0, 71.0, None, None]


def test_what_chooses_the_engine_of_one_person(spark):
    df = people(spark, ("a", "female", 67.0, "hologic", 0.5))
    french = osteon_spark.assess(df, outputs=["guidelines"], country="FR").columns
    assert french == osteon_spark.assess(df, outputs=["guidelines"], engine=osteon.Engine(country="FR")).columns
    assert french != osteon_spark.assess(df, outputs=["guidelines"]).columns
    born = df.selectExpr("sex", "date '1959-06-01' as birth_date")
    of_day = osteon_spark.assess(born, outputs=["age_years"], as_of="2026-06-01")
    assert round(only(of_day).age_years) == 67
    with pytest.raises(osteon.ContradictionError, match="country"):
        osteon_spark.assess(df, engine=osteon.Engine(), country="FR")


def test_what_a_map_passes_on_may_be_of_any_type(spark):
    df = spark.createDataFrame([("female", 67.0, [1, 2])], "sex string, years double, codes array<int>")
    columns = {"pass": ["codes"], "sex": {"column": "sex"}, "age_years": {"column": "years"}}
    row = only(osteon_spark.assess(df, columns, outputs=["age_years"]))
    assert (row.codes, row.age_years) == ([1, 2], 67.0)


def test_its_frame_is_not_gathered_on_the_driver(spark):
    with pytest.raises(osteon.WrongTypeError, match=r"osteon\.spark\.assess"):
        osteon.assess_frame(people(spark, WOMAN))
