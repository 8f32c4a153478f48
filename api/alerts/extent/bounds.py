"""The streets that bound an area, by name: what a text can say to people without a map."""

import numpy as np
import shapely

from api.alerts.extent.outline import Outline

NEAR_M = 40
"""A hand-drawn line runs beside the street that it means, not on it."""
MIN_SHARED_M = 150
"""A street that merely crosses the line shares twice `NEAR_M` with it, or little more."""
MOST = 4


def bounding_streets(outline: Outline) -> tuple[str, ...]:
    """Return the names of the streets along the outline's border, longest first, at most four.

    The whole area and mapped zones have no border that people could follow: none is told.
    """
    if outline.is_all or shapely.is_empty(outline.shape):
        return ()
    graph, ground = outline.region.graph, outline.ground
    strip = shapely.buffer(shapely.boundary(outline.shape), NEAR_M)
    near = np.flatnonzero(ground.touched(strip) & (graph.street_name > 0))
    shared_m = shapely.length(shapely.intersection(ground.lines[near], strip))
    by_name = np.bincount(graph.street_name[near], shared_m, len(graph.names))
    order = np.argsort(-by_name, kind="stable")[:MOST]
    return tuple(graph.names[i] for i in order if by_name[i] >= MIN_SHARED_M)
