"""How the street on which somebody is is exposed, as the decision takes it."""

import numpy as np

from hazard.decision.situation import Here
from hazard.engine.answer import MAX_SNAP_M
from hazard.kinds import ExposureClass, HazardKind
from hazard.region import Region
from router.place.snap import SnapIndex


def street_at(region: Region, index: SnapIndex, lon: float, lat: float) -> int | None:
    """Return the street where somebody is, whoever may use it; None where there is none within `MAX_SNAP_M`.

    Parameters
    ----------
    region : Region
    index : SnapIndex
        Of its streets.
    lon, lat : float
        Degrees.
    """
    everything = np.full(region.graph.n_streets, 3, np.uint8)
    snap = index.snap_one(lon, lat, everything, limit_m=MAX_SNAP_M)
    return None if snap is None else int(region.graph.edge_street[snap.edge])


def here_on(region: Region, kind: HazardKind, street: int | None) -> Here:
    """Return the exposure of a street to one kind.

    A street that is dry as far as it is known, but not known over its whole length, is unknown: "outside" is
    said only of what was surveyed. So is everything without a layer or without a street.

    Parameters
    ----------
    region : Region
    kind : HazardKind
    street : int or None
        None: no street nearby.
    """
    exposure = region.exposures.get(kind)
    if street is None or exposure is None:
        return Here()
    worst = ExposureClass(int(exposure.worst_class[street]))
    if worst == ExposureClass.DRY and exposure.unknown_pct[street] > 0:
        worst = ExposureClass.UNKNOWN
    indoor = region.indoor.get(kind)
    if indoor is None:
        return Here(worst)
    return Here(worst, indoor.collapse_at(street), indoor.duration_at(street))
