"""Answers of Spark DataFrames, where the data live.

`assess` answers a DataFrame of any size, a batch of rows at a time on the executors, through Arrow; `register` gives
the engine to SQL. Both work with PySpark from 3.4 on, and with what speaks Spark Connect. The driver and each executor
need Osteon, in one version.

    import osteon.spark
    answers = osteon.spark.assess(people, outputs=["scores", "diagnosis"], keep=["ward"])
"""

from ._assess import assess
from ._sql import register

__all__ = ["assess", "register"]
