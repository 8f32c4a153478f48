"""What the alerts in force mean at a place, as the decision takes it."""

from collections.abc import Mapping

from hazard.decision.situation import InForce
from hazard.kinds import ExposureClass, HazardKind
from hazard.region import Region
from hazard.world.place import holds_at
from hazard.world.world import Alert


def in_force_at(
    region: Region, alerts: Mapping[str, Alert], lon: float, lat: float, street: int | None
) -> dict[HazardKind, InForce]:
    """Return, by kind, what holds at a place: the highest level, or an order without a number.

    Parameters
    ----------
    region : Region
    alerts : mapping of str to Alert
    lon, lat : float
        Degrees.
    street : int or None
        The street there; without one it is not known to be outside of any zone.
    """
    lon_e7, lat_e7 = round(lon * 1e7), round(lat * 1e7)

    def is_wet(kind: HazardKind) -> bool:
        return _is_in_zone(region, kind, street)

    here = [alert for alert in alerts.values() if holds_at(alert.extent, lon_e7, lat_e7, is_wet)]
    found = {}
    for kind in HazardKind:
        own = [alert for alert in here if kind in alert.kinds]
        if own:
            level = max((alert.level for alert in own if alert.level is not None), default=None)
            found[kind] = InForce(town_level=level, order=any(alert.level is None for alert in own))
    return found


def _is_in_zone(region: Region, kind: HazardKind, street: int | None) -> bool:
    """Tell whether a street is in the mapped zone of a kind, or not known to be outside of it."""
    exposure = region.exposures.get(kind)
    if exposure is None or street is None:
        return True
    return bool(exposure.worst_class[street] != ExposureClass.DRY or exposure.unknown_pct[street] > 0)
