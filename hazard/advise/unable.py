"""From which places of a zone people cannot make it: too late by a published scenario, or without a way."""

from dataclasses import dataclass

import numpy as np

from hazard.advise.clock import Clock
from hazard.advise.timed import Timed
from hazard.costs import Bools
from hazard.departure.last import LOST_DS, last_moments_ds
from hazard.engine.answer import MAX_SNAP_M, led_nowhere
from hazard.engine.plan import Plan
from hazard.kinds import ExposureClass
from router.graph import F64, I32, U32
from router.place.snap import NOWHERE

SAFE = (ExposureClass.DRY, ExposureClass.UNKNOWN)
"""Who stands outside need not go; of those where nothing was surveyed nobody knows, and they are told so."""


@dataclass(frozen=True, eq=False)
class Unable:
    """What is known of places, in the order in which they were given.

    Attributes
    ----------
    late : bool, (k,)
        In the mapped zone, and neither a site nor the edge of the zone is reached before the scenario does.
        All False without a scenario with times.
    cut_off : bool, (k,)
        In the mapped zone, and no way at all may be recommended.
    by_building : bool, (k,)
        Of those: a tsunami evacuation building is reached in time.
    scenario : str
        Name and year of the scenario; empty where none has times.
    """

    late: Bools
    cut_off: Bools
    by_building: Bools
    scenario: str


def unable_at(timed: Timed, plan: Plan, lon: F64, lat: F64, clock: Clock) -> Unable:
    """Return from which places people cannot make it, as the engine answers them.

    Parameters
    ----------
    timed : Timed
        Of the engine of the plan's region.
    plan : Plan
    lon, lat : float64, (k,)
        Degrees. Places without a street nearby count as not known, and are False everywhere.
    clock : Clock
        When they would set out.

    Returns
    -------
    Unable
    """
    engine = timed.engine
    snaps = engine.index.snap(lon, lat, plan.ways, limit_m=MAX_SNAP_M)
    on_street = np.flatnonzero(snaps.edge != NOWHERE)
    street = plan.guide.graph.edge_street[snaps.edge[on_street]]
    inside = on_street[~np.isin(plan.combined.worst_class[street], SAFE)]
    late, cut_off, by_building = (np.zeros(len(lon), np.bool_) for _ in range(3))
    if not len(inside):
        pass
    elif timed.applies(plan):
        places = snaps.edge[inside], snaps.offset_mm[inside]
        late[inside], cut_off[inside], by_building[inside] = _by_the_clock(timed, plan, *places, clock)
    else:
        cut_off[inside] = led_nowhere(engine.region, engine.index, plan, lon[inside], lat[inside])
    return Unable(late, cut_off, by_building, timed.scenario(plan))


def _by_the_clock(
    timed: Timed, plan: Plan, edge: I32, offset_mm: U32, clock: Clock
) -> tuple[Bools, Bools, Bools]:
    escape, start_ds = timed.escape(plan), clock.start_ds(timed.rules)
    by_foot = [last_moments_ds(goals, edge, offset_mm) for goals in (escape.site, escape.high_ground)]
    last_ds = np.maximum(*by_foot)
    cut_off = last_ds == LOST_DS
    late = ~cut_off & (last_ds < start_ds)
    building = last_moments_ds(escape.building, edge, offset_mm) >= start_ds
    return late, cut_off, (late | cut_off) & building
