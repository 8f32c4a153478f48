"""How the street on which somebody is is exposed, as the decision takes it."""

from hazard.decision.situation import Here
from hazard.kinds import ExposureClass, HazardKind
from hazard.region import Region


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
