"""The engine, in Rust. Private: `import osteon` has what is public."""

from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

VERSION: str
DATA_VERSION: str
DEBUG: bool
"""Whether it was built without optimisation."""

@final
class Engine:
    """One person at a time. `options` and `references` are documents in JSON; `outputs` are sections."""

    def __new__(cls, options: str = "{}", references: str = "[]", outputs: Sequence[str] | None = None) -> Engine: ...
    def assess(self, patient: str) -> str:
        """The assessment document of a patient document, both in JSON."""

Reads: TypeAlias = (
    tuple[Literal["columns"], Sequence[tuple[str, str]]]  # (field, column) pairs, and nothing else is read
    | tuple[Literal["map"], str]  # a map in TOML
    | tuple[Literal["documents"], str]  # the column of patient documents in JSON
)

Source: TypeAlias = (
    # column name, kind, values, mask (True: missing) where the kind has one
    tuple[str, Literal["numpy"], NDArray[Any], NDArray[np.bool_] | None]  # numbers and bools of one dimension
    | tuple[str, Literal["days"], NDArray[np.int64], NDArray[np.bool_] | None]  # days since 1970-01-01
    | tuple[str, Literal["words"], NDArray[Any], Sequence[str]]  # codes (-1: missing) and their words
    | tuple[str, Literal["objects"], Sequence[Any], None]  # str, int, float, bool, date, None, NaN
    | tuple[str, Literal["arrow"], Any, None]  # anything with __arrow_c_array__ or __arrow_c_stream__
)

Watch: TypeAlias = Callable[[int], object]
"""Told how many rows are done; what it raises stops the run. Signals are looked at besides."""

Reject: TypeAlias = tuple[int, str, str, str, str, str, str | None, bool]
"""row from 0, column or field, code, value, limit, message, slip, whether the whole row was refused"""

AnswerColumn: TypeAlias = tuple[str, Literal["number", "truth", "word", "set"], list[str], str | None, str | None]
"""name, what it holds, its words, its section, what must be said beside it"""

@final
class Answers:
    rows: int
    rejects: list[Reject]
    first_reject: Reject | None
    reject_counts: tuple[int, int]
    """Rows that were refused, and values besides that were."""
    def numpy(self) -> list[tuple[str, str, NDArray[Any], Any]]:
        """(name, "number", float64 with NaN, None), (name, "truth", bool, mask), (name, "word" | "set", codes with -1,
        words). What was given out is gone: once only."""
    def arrow(self, plain: bool = False) -> Any:
        """Something with __arrow_c_stream__, the columns kept before those of the answers; plain: text in place of
        dictionaries. Once only."""

@final
class Batch:
    """Columns. `outputs` are sections or columns of answers; what belongs to a column comes with it."""

    def __new__(cls, options: str = "{}", references: str = "[]", outputs: Sequence[str] | None = None) -> Batch: ...
    @property
    def columns(self) -> list[AnswerColumn]: ...
    def assess_sources(
        self,
        sources: Sequence[Source],
        rows: int,
        reads: Reads,
        threads: int = 1,
        strict: bool = False,
        watch: Watch | None = None,
    ) -> Answers: ...
    def assess_stream(
        self,
        stream: Any,
        reads: Reads,
        keep: Sequence[str] = (),
        threads: int = 1,
        strict: bool = False,
        watch: Watch | None = None,
    ) -> Answers:
        """`stream` has __arrow_c_stream__ or __arrow_c_array__; a batch of answers for each of its batches,
        small ones of which are joined."""

def fields() -> list[tuple[str, str, list[str]]]:
    """Every field that columns have: name, kind (number, count, truth, date, choice, text, list, result), words."""

def check_fields(names: Sequence[str]) -> list[tuple[str, str | None]]:
    """The field that each name is, and of a name that is none what to write instead: (name, hint)."""

def map_columns(map: str, names: Sequence[str]) -> tuple[list[str], list[str], str | None]:
    """Of a map in TOML and the columns of a table: those that are read, those that are passed on, and the one that says
    who each row is."""

def patients(sources: Sequence[Source], rows: int, reads: Reads) -> list[str]:
    """Each row as a patient document in JSON."""

def listed(what: str) -> str:
    """models, guidelines, rules, references, citations, options, effects: a list of objects in JSON."""

def schema(document: str) -> str:
    """The JSON Schema of patient, assessment, options or fls."""

def explain(patient: str, assessment: str, lang: str) -> str: ...
def report(patient: str, assessment: str, lang: str) -> str:
    """The report as one HTML page."""

def charts(patient: str, assessment: str) -> str:
    """What the charts of bone density for age show, in JSON."""

# Measurements by themselves: `osteon.numeric` stands on these.

def ufunc(name: str) -> np.ufunc:
    """t_score (bmd, mean, sd), z_score (bmd, age, number of a reference), z_score_lms (bmd, l, m, s), sbmd_mg_cm2
    (bmd, number of an equation), t_score_reported (t), least_significant_change (error, factor), is_significant
    (change, lsc), decimal (x): NaN where an input is NaN or refused. Loops for float32 and float64;
    give the whole signature."""

def any_refused() -> bool:
    """Whether a ufunc refused a value on this thread since this was asked last."""

def why_refused(name: str, inputs: Sequence[float]) -> None:
    """Raises why that ufunc refuses these inputs."""

def young_adult(
    region: str,
    vertebrae: str | None,
    manufacturer: str | None,
    model: str | None,
    database: str | None,
    reference_sex: str,
    references: str | None,
) -> tuple[float, float, str]:
    """Mean, SD and id of the reference of a T-score."""

def age_reference(
    region: str, sex: str, ethnicity: str | None, vertebrae: str | None, manufacturer: str | None, z_reference: str
) -> float:
    """The number of the reference of a Z-score."""

def sbmd_equation(region: str, vertebrae: str | None, manufacturer: str | None, method: str) -> float:
    """The number of the equation of a standardised BMD."""

def lsc_factor(confidence: float, baseline: int, follow_up: int) -> float: ...
def precision_report(
    bmd_g_cm2: NDArray[np.float64], subjects: Sequence[str], regions: Sequence[str], confidence: float
) -> str:
    """What repeat scans say of precision, in JSON; one region for all or one for each."""
