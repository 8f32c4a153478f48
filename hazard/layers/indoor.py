"""Collapse zones and durations along every street, from rasters (burnt polygons or tiles)."""

from collections.abc import Sequence

import numpy as np

from hazard.exposure import Exposure
from hazard.indoor import DURATION_UNKNOWN_H, INSIDE, NOT_KNOWN, OUTSIDE, Indoor
from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.classes import ClassRaster
from hazard.layers.sample import expose
from hazard.layers.zones.zones import DURATION_H
from router.graph import U8, U16, StreetGraph

_HOURS = np.array([{0: 0, **DURATION_H}.get(rank, DURATION_UNKNOWN_H) for rank in range(256)], np.uint16)
"""Hours by rank; 0 is dry."""


def indoor_of(
    graph: StreetGraph,
    kind: HazardKind,
    collapses: Sequence[ClassRaster],
    durations: Sequence[ClassRaster],
) -> Indoor:
    """Return what staying indoors depends on, along every street.

    Parameters
    ----------
    graph : StreetGraph
    kind : HazardKind
    collapses : sequence of ClassRaster
        Zones of role collapse; without any, nothing is known.
    durations : sequence of ClassRaster
        Zones of role duration: their values are ranks, dry where the water does not come.

    Returns
    -------
    Indoor
    """
    n = graph.n_streets
    collapse = np.full(n, NOT_KNOWN, np.uint8)
    hours = np.full(n, DURATION_UNKNOWN_H, np.uint16)
    if collapses:
        collapse = _collapse(expose(graph, kind, collapses))
    if durations:
        hours = _hours_of(expose(graph, kind, durations))
    return Indoor(kind, collapse, hours)


def _collapse(found: Exposure) -> U8:
    outside = (found.worst_class == ExposureClass.DRY) & (found.unknown_pct == 0)
    value = np.where(outside, np.uint8(OUTSIDE), np.uint8(NOT_KNOWN))
    value[found.worst_class == ExposureClass.ZONE_RED] = INSIDE
    return value


def _hours_of(found: Exposure) -> U16:
    """A street of which a part is not known has an unknown duration, however long the known part lasts."""
    hours = _HOURS[found.worst_class]
    hours[found.unknown_pct > 0] = DURATION_UNKNOWN_H
    return hours
