"""What `import osteon` has; each name is imported when it is first asked for."""

from osteon import dicts as dicts
from osteon import documents as documents
from osteon import errors as errors
from osteon import frames as frames
from osteon import inside as inside
from osteon import numeric as numeric
from osteon import pandas as pandas
from osteon import plot as plot
from osteon import polars as polars
from osteon import spark as spark
from osteon._assessment import Assessment as Assessment
from osteon._engine import Engine as Engine
from osteon._engine import assess as assess
from osteon.documents import CrossCalibration as CrossCalibration
from osteon.documents import Fracture as Fracture
from osteon.documents import Frax as Frax
from osteon.documents import Glucocorticoid as Glucocorticoid
from osteon.documents import History as History
from osteon.documents import Lab as Lab
from osteon.documents import Lms as Lms
from osteon.documents import Options as Options
from osteon.documents import Patient as Patient
from osteon.documents import Region as Region
from osteon.documents import RiskFactors as RiskFactors
from osteon.documents import Scan as Scan
from osteon.documents import SpineImaging as SpineImaging
from osteon.documents import Treatment as Treatment
from osteon.errors import BeforeBirthError as BeforeBirthError
from osteon.errors import ContradictionError as ContradictionError
from osteon.errors import DateOrderError as DateOrderError
from osteon.errors import MissingError as MissingError
from osteon.errors import NotAChoiceError as NotAChoiceError
from osteon.errors import NotADateError as NotADateError
from osteon.errors import NotADocumentError as NotADocumentError
from osteon.errors import NotAskedError as NotAskedError
from osteon.errors import NotFiniteError as NotFiniteError
from osteon.errors import NotMappedError as NotMappedError
from osteon.errors import NotPublishedError as NotPublishedError
from osteon.errors import NotThereError as NotThereError
from osteon.errors import NotUsableError as NotUsableError
from osteon.errors import OsteonError as OsteonError
from osteon.errors import OutOfRangeError as OutOfRangeError
from osteon.errors import OutsidePopulationError as OutsidePopulationError
from osteon.errors import RefusedWarning as RefusedWarning
from osteon.errors import UnitSlipError as UnitSlipError
from osteon.errors import UnknownIdError as UnknownIdError
from osteon.errors import UnknownKeyError as UnknownKeyError
from osteon.errors import WrongTypeError as WrongTypeError
from osteon.frames import assess_frame as assess_frame
from osteon.frames import patients as patients
from osteon.inside import citations as citations
from osteon.inside import effects as effects
from osteon.inside import fields as fields
from osteon.inside import guidelines as guidelines
from osteon.inside import models as models
from osteon.inside import options as options
from osteon.inside import references as references
from osteon.inside import rules as rules
from osteon.inside import schema as schema
from osteon.numeric import PrecisionError as PrecisionError
from osteon.numeric import compute as compute
from osteon.numeric import is_significant as is_significant
from osteon.numeric import least_significant_change as least_significant_change
from osteon.numeric import precision_error as precision_error
from osteon.numeric import risk as risk
from osteon.numeric import sbmd_mg_cm2 as sbmd_mg_cm2
from osteon.numeric import t_score as t_score
from osteon.numeric import t_score_reported as t_score_reported
from osteon.numeric import z_score as z_score
from osteon.numeric import z_score_lms as z_score_lms

__all__ = [
    "__version__",
    "data_version",
    "Engine",
    "assess",
    "Assessment",
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
    "assess_frame",
    "patients",
    "citations",
    "effects",
    "fields",
    "guidelines",
    "models",
    "options",
    "references",
    "rules",
    "schema",
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
]
__version__: str
"""The version of the engine, the same in every language."""
data_version: str
"""The version of the tables, models and guidelines in it."""

def __dir__() -> list[str]: ...
