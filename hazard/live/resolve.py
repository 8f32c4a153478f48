"""From what staff draw or name to streets: by line, by polygon, by depth. Pure."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray

from hazard.exposure import Exposure
from hazard.kinds import DEPTH_BOUNDS_M, WATER, ExposureClass, HazardKind
from hazard.region import Region
from hazard.world.codec.forms import MAX_STREETS
from hazard.world.events import Drawn, Points
from router.errors import InputError, Problem
from router.graph import StreetGraph

LINE_REACH_M = 5
"""A line closes the streets that come this near to it: the width of a finger's stroke on a street."""
E7_PER_M = 89.93
"""10^-7 degrees of latitude per metre (10,007,543 m from the equator to the pole)."""
SOURCE = "closure"


def resolve(region: Region, drawn: Drawn, streets: Sequence[int] = ()) -> tuple[int, ...]:
    """Return the streets that a closure means, rising.

    Parameters
    ----------
    region : Region
    drawn : Drawn
        ``streets`` takes ``streets`` as they are; ``line`` everything within `LINE_REACH_M` of it;
        ``polygon`` everything that touches it; ``depth`` everything that the layer of ``kind`` puts under
        ``depth_cm`` or more of water.
    streets : sequence of int
        Of the form ``streets``.

    Raises
    ------
    InputError
        If the drawing is not usable, meets no street, or more than one closure may hold.
    """
    graph = region.graph
    if drawn.form == "streets":
        found = np.unique(np.asarray(streets, np.int64))
        if len(found) and not 0 <= found[0] <= found[-1] < graph.n_streets:
            raise InputError(Problem(SOURCE, "streets", f"0 … {graph.n_streets - 1}", "something else"))
    elif drawn.form == "depth":
        found = _deep(region.exposures, drawn)
    else:
        shrink = _shrink(drawn.points)
        found = _touched(graph, _shape(drawn, shrink), shrink)
    if not 0 < len(found) <= MAX_STREETS:
        raise InputError(Problem(SOURCE, drawn.form, f"1 … {MAX_STREETS} streets", str(len(found))))
    return tuple(found.tolist())


def _shape(drawn: Drawn, shrink: float) -> shapely.Geometry:
    """Return the drawing in 10^-7 degrees, the longitudes shrunk to the scale of the latitudes."""
    least = 2 if drawn.form == "line" else 4
    if len(drawn.points) < least:
        raise InputError(Problem(SOURCE, "points", f"at least {least} points", str(len(drawn.points))))
    points = [(lon * shrink, lat) for lon, lat in drawn.points]
    if drawn.form == "line":
        return shapely.LineString(points).buffer(LINE_REACH_M * E7_PER_M)
    area = shapely.Polygon(points)
    if drawn.points[0] != drawn.points[-1] or not area.is_valid or not area.area:
        found = shapely.is_valid_reason(area) if drawn.points[0] == drawn.points[-1] else "an open ring"
        raise InputError(Problem(SOURCE, "points", "a closed ring that does not cross itself", found))
    return area


def _touched(graph: StreetGraph, shape: shapely.Geometry, shrink: float) -> NDArray[np.int64]:
    """Return the streets whose shape meets ``shape``."""
    west, south, east, north = shapely.bounds(shape)
    low_lon, high_lon, low_lat, high_lat = _bounds_by_street(graph)
    near = (low_lon * shrink <= east) & (high_lon * shrink >= west) & (low_lat <= north) & (high_lat >= south)
    some = np.flatnonzero(near)
    if not len(some):
        return some
    first = graph.street_first_point.astype(np.int64)
    counts = first[some + 1] - first[some]
    points = np.repeat(first[some + 1] - counts.cumsum(), counts) + np.arange(counts.sum())
    drawn = np.stack([graph.point_lon_e7[points] * shrink, graph.point_lat_e7[points]], 1)
    lines = shapely.linestrings(drawn, indices=np.repeat(np.arange(len(some)), counts))
    shapely.prepare(shape)
    met: NDArray[np.int64] = some[shapely.intersects(shape, lines)]
    return met


@lru_cache(maxsize=8)
def _bounds_by_street(graph: StreetGraph) -> tuple[NDArray[np.int32], ...]:
    """Return west, east, south and north of every street: int32, (streets,), 10^-7 degrees."""
    first = graph.street_first_point[:-1]
    lon, lat = graph.point_lon_e7, graph.point_lat_e7
    return tuple(edge.reduceat(axis, first) for axis in (lon, lat) for edge in (np.minimum, np.maximum))


def _deep(exposures: Mapping[HazardKind, Exposure], drawn: Drawn) -> NDArray[np.int64]:
    """Return the streets that are under so much water somewhere."""
    bounds_cm = [0, *(round(100 * bound) for bound in DEPTH_BOUNDS_M)]
    if drawn.kind is None or drawn.kind not in WATER or drawn.depth_cm not in bounds_cm:
        expected = "a kind of water and one of " + ", ".join(map(str, bounds_cm)) + " cm"
        raise InputError(Problem(SOURCE, "kind, depth_cm", expected, f"{drawn.kind}, {drawn.depth_cm}"))
    exposure = exposures.get(drawn.kind)
    if exposure is None:
        raise InputError(Problem(SOURCE, "kind", "a kind with a layer in this region", drawn.kind))
    least = 1 + bounds_cm.index(drawn.depth_cm)
    classes = exposure.worst_class
    return np.flatnonzero((classes >= least) & (classes <= ExposureClass.OVER_20_M))


def _shrink(points: Points) -> float:
    """Return how much shorter a degree of longitude is at the middle of ``points``."""
    lats = [lat for _, lat in points] or [0]
    return float(np.cos(np.radians((min(lats) + max(lats)) / 2e7)))
