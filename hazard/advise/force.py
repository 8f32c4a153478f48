"""What the alerts in force mean at a place, as the decision takes it."""

from collections.abc import Iterable, Sequence

from hazard.decision.situation import InForce, TsunamiState
from hazard.kinds import ExposureClass, HazardKind
from hazard.region import Region
from hazard.world.place import holds_at
from hazard.world.world import Alert, State, Warned


def in_force_at(
    region: Region, state: State, lon: float, lat: float, street: int | None
) -> dict[HazardKind, InForce]:
    """Return, by kind, what holds at a place: the town's alerts and the agency's own warnings.

    Parameters
    ----------
    region : Region
    state : State
        The real one, or an exercise's.
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

    alerts = [one for one in state.alerts.values() if holds_at(one.extent, lon_e7, lat_e7, in_zone)]
    told = [warned for _, warned in sorted(state.warnings.items())]
    warnings = [one for one in told if holds_at(one.extent, lon_e7, lat_e7, in_zone)]
    found = {}
    for kind in HazardKind:
        ordered = [one for one in alerts if kind in one.kinds]
        warned = [one for one in warnings if kind in one.kinds]
        if ordered or warned:
            found[kind] = _joined(kind, ordered, warned)
    return found


def _joined(kind: HazardKind, alerts: Sequence[Alert], warnings: Sequence[Warned]) -> InForce:
    """Return the highest of every scale, and whether there is an order for the whole zone.

    The order for a tsunami advisory (津波注意報) is for the shore alone: the advisory says that, so that it
    is no order for the zone. An order whose grade nobody told is for the zone.
    """
    tsunami = kind is HazardKind.TSUNAMI
    weather = max(warnings, key=lambda one: one.weather_level or 0, default=None)
    shore = [one for one in alerts if tsunami and one.grade is TsunamiState.ADVISORY]
    return InForce(
        town_level=_highest(one.level for one in alerts),
        weather_level=None if weather is None else weather.weather_level,
        weather_name=None if weather is None or weather.weather_level is None else weather.name,
        tsunami=_worst([*(one.grade for one in alerts), *(one.grade for one in warnings)])
        if tsunami
        else None,
        volcano_level=_highest(one.volcano_level for one in warnings if kind is HazardKind.VOLCANO),
        order=any(one.level is None and one not in shore for one in alerts),
    )


def _highest(levels: Iterable[int | None]) -> int | None:
    return max((level for level in levels if level is not None), default=None)


def _worst(grades: Iterable[TsunamiState | None]) -> TsunamiState | None:
    told = set(grades)
    return next((grade for grade in reversed(TsunamiState) if grade in told), None)
