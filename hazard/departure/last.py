"""The last moments to set out from many places at once: whom the water of a scenario reaches first."""

import numpy as np
from numpy.typing import NDArray

from hazard.departure.field import Departures
from hazard.departure.way import calmest_way
from router.graph import CLOSED_DS, I32, I64, U32

LOST_DS = np.iinfo(np.int64).min
"""There is no way at any moment."""


def last_moments_ds(departures: Departures, edge: I32, offset_mm: U32) -> I64:
    """Return the last moment at which one may set out from each place, by any way.

    The same as `hazard.departure.way.calmest_way` tells of one place, without drawing the way.

    Parameters
    ----------
    departures : Departures
    edge : int32, (k,)
    offset_mm : uint32, (k,)
        The places (`router.place.snap.Snaps`), all on streets.

    Returns
    -------
    int64, (k,)
        Deciseconds after the scenario's start; `LOST_DS` where no goal can be reached; the horizon or about
        it where no street of the way closes.
    """
    graph = departures.graph
    along = offset_mm.astype(np.int64)
    back = graph.edge_length_mm[edge].astype(np.int64) - along
    spent = np.minimum(_spent(departures, edge, back), _spent(departures, graph.twin[edge], along))
    moments = np.where(spent < CLOSED_DS, departures.latest.horizon_ds - spent, LOST_DS)
    # who stands on the street of a goal may be beside it
    for i in np.flatnonzero(np.isin(graph.edge_street[edge], list(departures.stops_on))).tolist():
        moments[i] = _one(departures, int(edge[i]), int(offset_mm[i]))
    return moments


def _spent(departures: Departures, edge: I32, left_mm: NDArray[np.int64]) -> I64:
    """Return how long before the horizon one must set out along an edge of which so much is left."""
    graph = departures.graph
    duration = departures.duration_ds[edge].astype(np.int64)
    part = -(-duration * left_mm // graph.edge_length_mm[edge].astype(np.int64))
    node = departures.latest.spent_ds[graph.head[edge]].astype(np.int64)
    floor = np.where(left_mm > 0, departures.floor_ds[edge], 0)
    usable = ((duration < CLOSED_DS) | (left_mm == 0)) & (node < CLOSED_DS)
    return np.where(usable, np.maximum(node, floor) + part, CLOSED_DS)


def _one(departures: Departures, edge: int, offset_mm: int) -> int:
    way = calmest_way(departures, edge, offset_mm, 0)
    if way is None:
        return int(LOST_DS)
    return departures.latest.horizon_ds if way.margin_ds is None else way.margin_ds
