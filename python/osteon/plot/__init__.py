"""Pictures for papers and charts: matplotlib axes, legible in grey and with any colour vision.

``pip install "osteon[plot]"``. Each function takes ``ax=None`` and returns the axes; none shows, saves or closes a
figure, and none changes what matplotlib draws elsewhere. matplotlib is imported when the first picture is drawn.
"""

from .bmd_for_age import bmd_for_age as bmd_for_age
from .funnel import funnel as funnel
from .guidelines import guidelines as guidelines
from .risk import risk as risk

__all__ = ["bmd_for_age", "funnel", "guidelines", "risk"]
