"""Pictures for papers and charts: matplotlib axes, legible in grey and with any colour vision.

``pip install "osteon[plot]"``. Each function takes ``ax=None`` and returns the axes; none shows, saves or closes a
figure, and none changes what matplotlib draws elsewhere.
"""

from .bmd_for_age import bmd_for_age as bmd_for_age

__all__ = ["bmd_for_age", "funnel", "guidelines", "risk"]
