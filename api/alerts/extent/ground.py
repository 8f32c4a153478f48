"""The streets of a region as lines in metres, for geometry."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray

from router.graph import StreetGraph

E7_PER_M = 89.93
"""10^-7 degrees of latitude per metre (10,007,543 m from the equator to the pole)."""


@dataclass(frozen=True, eq=False)
class Ground:
    """Streets in local metres: x east and y north of the middle of the region, one scale for all of it.

    Over 60 km north to south the scale of x is wrong by at most 0.4 % at 35 degrees: metres here are for
    shares and reaches, never for lengths that people are told.

    Attributes
    ----------
    lines : object, (s,)
        Shapely lines.
    first : int32, (s + 1,)
    xy : float64, (p, 2)
        Shape points.
    """

    lines: NDArray[np.object_]
    xy: NDArray[np.float64]
    tree: shapely.STRtree
    lon0_e7: float
    lat0_e7: float
    shrink: float

    def to_xy(self, points: Sequence[tuple[float, float]] | NDArray[np.int32]) -> NDArray[np.float64]:
        """Return (lon, lat) in 10^-7 degrees as metres, float64, (n, 2)."""
        e7 = np.asarray(points, np.float64).reshape(-1, 2)
        east = (e7[:, 0] - self.lon0_e7) * self.shrink
        return np.stack([east, e7[:, 1] - self.lat0_e7], 1) / E7_PER_M

    def to_degrees(self, xy: NDArray[np.float64]) -> tuple[float, float]:
        """Return a place in metres, float64, (2,), as longitude and latitude in degrees."""
        east, north = (xy * E7_PER_M).tolist()
        return (east / self.shrink + self.lon0_e7) / 1e7, (north + self.lat0_e7) / 1e7

    def box(self, west: float, south: float, east: float, north: float) -> shapely.Polygon:
        """Return a rectangle given in degrees."""
        (x0, y0), (x1, y1) = self.to_xy([(west * 1e7, south * 1e7), (east * 1e7, north * 1e7)])
        return shapely.Polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])

    def touched(self, shape: shapely.Geometry) -> NDArray[np.bool_]:
        """Return bool, (s,): the streets that meet ``shape``."""
        found = np.zeros(len(self.lines), np.bool_)
        if not shapely.is_empty(shape):
            found[self.tree.query(shape, predicate="intersects")] = True
        return found


@lru_cache(maxsize=8)
def ground_of(graph: StreetGraph) -> Ground:
    """Return the lines of a graph; kept, as making them takes most of a second for 100,000 streets."""
    lon, lat = graph.point_lon_e7.astype(np.float64), graph.point_lat_e7.astype(np.float64)
    lon0, lat0 = float(lon.mean()), float(lat.mean())
    shrink = float(np.cos(np.radians(lat0 / 1e7)))
    xy = np.stack([(lon - lon0) * shrink, lat - lat0], 1) / E7_PER_M
    owner = np.repeat(np.arange(graph.n_streets), np.diff(graph.street_first_point))
    lines: NDArray[np.object_] = np.asarray(shapely.linestrings(xy, indices=owner))
    return Ground(lines, xy, shapely.STRtree(lines), lon0, lat0, shrink)
