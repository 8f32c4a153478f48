"""The nearest street leads nowhere: a connected one almost as near is meant.

A footway on a roof, an islet of streets behind a fence: who stands beside it is not cut off. *Connected* is a
matter of streets and profile alone; what hazards and events close is never a reason to move anybody.
"""

from collections.abc import Mapping

import numpy as np

from hazard.costs import Bools
from hazard.engine.plan import Plan
from hazard.exposure import is_wet
from hazard.kinds import ExposureClass
from router.graph import F64
from router.place.snap import NOWHERE, Snap, SnapIndex, Snaps

DETOUR_MM = 30_000
"""How much farther than the nearest street it may be: our choice, about the width of a main road with both
footways, so that nobody is led across a river or a railway."""


MOUTH_MM = 10_000
"""Who has an open street no more than this much farther does not stand in a closed one: our choice."""


def open_snaps(plan: Plan, index: SnapIndex, snaps: Snaps, lon: F64, lat: F64) -> Snaps:
    """Return the snaps, with those on closed streets moved to an open street within `MOUTH_MM` more.

    Whoever is inside a closed street leaves it by either end; whoever stands at its mouth must not be led in.

    Parameters
    ----------
    plan : Plan
    index : SnapIndex
    snaps : Snaps
    lon, lat : float64, (k,)
    """
    graph = plan.guide.graph
    closed = np.zeros(graph.n_streets, np.bool_) if plan.shut is None else plan.shut.copy()
    closed[plan.changes.closed_streets] = True
    if not closed.any():
        return snaps
    somewhere = snaps.edge != NOWHERE
    rows = np.flatnonzero(somewhere)[closed[graph.edge_street[snaps.edge[somewhere]]]]
    ways = np.where(closed, np.uint8(0), plan.ways)
    found = [
        index.snap_one(
            float(lon[row]), float(lat[row]), ways, limit_m=(int(snaps.distance_mm[row]) + MOUTH_MM) / 1000
        )
        for row in rows.tolist()
    ]
    return _replaced(snaps, dict(zip(rows.tolist(), found, strict=True)))


def connected_snaps(plan: Plan, index: SnapIndex, snaps: Snaps, lon: F64, lat: F64, lost: Bools) -> Snaps:
    """Return other places for those who are lost: nowhere for everybody else, and where there is none.

    Nobody who stands on a dry street is moved onto a wet one.

    Parameters
    ----------
    plan : Plan
    index : SnapIndex
    snaps : Snaps
    lon, lat : float64, (k,)
    lost : bool, (k,)
        Where there is a street and no way from it.
    """
    street = plan.guide.graph.edge_street
    rows = np.flatnonzero(lost)
    rows = rows[plan.connected[street[snaps.edge[rows]]] == 0]
    moved = {}
    for row in rows.tolist():
        limit_m = (int(snaps.distance_mm[row]) + DETOUR_MM) / 1000
        found = index.snap_one(float(lon[row]), float(lat[row]), plan.connected, limit_m=limit_m)
        if found is not None:
            before, after = (plan.combined.worst_class[street[one]] for one in (snaps.edge[row], found.edge))
            into_water = bool(is_wet(np.array([after], np.uint8))[0])
            moved[row] = None if before == ExposureClass.DRY and into_water else found
    nowhere = np.full(len(snaps), NOWHERE, np.int32)
    none = Snaps(nowhere, snaps.offset_mm, snaps.distance_mm, snaps.lon_e7, snaps.lat_e7)
    return _replaced(none, moved)


def _replaced(snaps: Snaps, found: Mapping[int, Snap | None]) -> Snaps:
    """Return the snaps with some rows replaced; a row for which there is nothing stays."""
    edge, offset, distance = snaps.edge.copy(), snaps.offset_mm.copy(), snaps.distance_mm.copy()
    lon, lat = snaps.lon_e7.copy(), snaps.lat_e7.copy()
    for row, snap in found.items():
        if snap is not None:
            edge[row], offset[row], distance[row] = snap.edge, snap.offset_mm, snap.distance_mm
            lon[row], lat[row] = snap.lon_e7, snap.lat_e7
    return Snaps(edge, offset, distance, lon, lat)
