"""The open fracture-risk engine: DXA measurements in; scores, diagnosis, risk, triage and eligibility out.

>>> import osteon
>>> answer = osteon.assess({"sex": "female", "age_years": 67})
>>> answer.triage.priority
'intermediate'

It supports professionals and does not replace them.
"""

from importlib import import_module as _import_module
from typing import Any as _Any

from osteon import _osteon

__version__: str = _osteon.VERSION
data_version: str = _osteon.DATA_VERSION

if _osteon.DEBUG:
    import warnings as _warnings

    _warnings.warn("this is a debug build of osteon: right, and slow", RuntimeWarning, stacklevel=2)

# What is public, by the module that has it, imported when it is first asked for: so `import osteon` is quick.
_HOME: dict[str, tuple[str, ...]] = {
    "_engine": ("Engine", "assess"),
    "_assessment": ("Assessment",),
    "documents": (
        "CrossCalibration",
        "Fracture",
        "Frax",
        "Glucocorticoid",
        "History",
        "Lab",
        "Lms",
        "Options",
        "Patient",
        "Region",
        "RiskFactors",
        "Scan",
        "SpineImaging",
        "Treatment",
    ),
    "errors": (
        "BeforeBirthError",
        "ContradictionError",
        "DateOrderError",
        "MissingError",
        "NotAChoiceError",
        "NotADateError",
        "NotADocumentError",
        "NotAskedError",
        "NotFiniteError",
        "NotMappedError",
        "NotPublishedError",
        "NotThereError",
        "NotUsableError",
        "OsteonError",
        "OutOfRangeError",
        "OutsidePopulationError",
        "RefusedWarning",
        "UnitSlipError",
        "UnknownIdError",
        "UnknownKeyError",
        "WrongTypeError",
    ),
    "frames": ("assess_frame", "patients"),
    "inside": ("citations", "effects", "fields", "guidelines", "models", "options", "references", "rules", "schema"),
    "numeric": (
        "PrecisionError",
        "compute",
        "is_significant",
        "least_significant_change",
        "precision_error",
        "risk",
        "sbmd_mg_cm2",
        "t_score",
        "t_score_reported",
        "z_score",
        "z_score_lms",
    ),
}
_MODULES = ("dicts", "documents", "errors", "frames", "inside", "numeric", "pandas", "plot", "polars", "spark")
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names}

__all__ = ["__version__", "data_version", *_MODULE_OF]  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> _Any:
    if name in _MODULES:
        return _import_module(f"osteon.{name}")
    module = _MODULE_OF.get(name)
    if module is None:
        raise AttributeError(f"module 'osteon' has no attribute {name!r}")
    value = getattr(_import_module(f"osteon.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULE_OF, *_MODULES})
