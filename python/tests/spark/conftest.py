"""The same tests on Spark and on Sail.

    OSTEON_SPARK=local python -m pytest python/tests/spark    # with pyspark and Java
    OSTEON_SPARK=sail python -m pytest python/tests/spark     # with pysail and pyspark-client

Without the variable the tests that need a session are skipped.
"""

import json
import os
import pathlib
import sys

import pytest

pa = pytest.importorskip("pyarrow")
pytest.importorskip("pyspark")

ROOT = pathlib.Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def spark():
    engine = os.environ.get("OSTEON_SPARK")
    if engine not in ("local", "sail"):
        pytest.skip("OSTEON_SPARK is neither local nor sail")
    session, end = {"local": local, "sail": sail}[engine]()
    # Far from UTC and with an hour of summer, so that a day in a wrong zone shows.
    session.conf.set("spark.sql.session.timeZone", "America/New_York")
    yield session
    end()


def local():
    from pyspark.sql import SparkSession

    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.log.level": "OFF",
        "spark.sql.shuffle.partitions": "4",
    }
    builder = SparkSession.builder.master("local[2]").appName("osteon")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    return session, session.stop


def sail():
    from pysail.spark import SparkConnectServer
    from pyspark.sql import SparkSession

    server = SparkConnectServer(ip="127.0.0.1", port=0)
    server.start(background=True)
    _, port = server.listening_address
    session = SparkSession.builder.remote(f"sc://127.0.0.1:{port}").getOrCreate()

    def end():
        session.stop()
        server.stop()

    return session, end


def conformance():
    """(name, options, outputs, cases) of each file of conformance cases."""
    for path in sorted((ROOT / "tests" / "conformance").glob("*.ndjson")):
        first, *lines = path.read_text(encoding="utf-8").splitlines()
        said = json.loads(first)
        yield path.stem, said["options"], said["outputs"].split(","), [json.loads(line) for line in lines]


@pytest.fixture(params=list(conformance()), ids=lambda one: one[0])
def cases(request):
    return request.param


@pytest.fixture(scope="session")
def clinic():
    """The synthetic clinic, with the types that its columns have."""
    from pyarrow import csv

    text = ["id", "sex", "ethnicity", "manufacturer", "model", "database", "fractures"]
    options = csv.ConvertOptions(column_types=dict.fromkeys(text, pa.string()), strings_can_be_null=True)
    return csv.read_csv(ROOT / "examples" / "clinic.csv", convert_options=options)
