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
        Of one state: the real one, or an exercise's.
    lon, lat : float
        Degrees.
    street : int or None
        Where they are; None: no street nearby, and then no zone is ruled out.
    """
    lon_e7, lat_e7 = round(lon * 1e7), round(lat * 1e7)

    def in_zone(kind: HazardKind) -> bool:
        exposure = region.exposures.get(kind)
        if exposure is None or street is None:
            return True
        known_dry = exposure.worst_class[street] == ExposureClass.DRY and exposure.unknown_pct[street] == 0
        return not known_dry

    here = [alert for alert in alerts.values() if holds_at(alert.extent, lon_e7, lat_e7, in_zone)]
    found = {}
    for kind in HazardKind:
        own = [alert for alert in here if kind in alert.kinds]
        if own:
            levels = [alert.level for alert in own if alert.level is not None]
            order = any(alert.level is None for alert in own)
            found[kind] = InForce(town_level=max(levels, default=None), order=order)
    return found
