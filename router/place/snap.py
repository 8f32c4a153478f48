"""Snap: from positions to the nearest usable street, on its real geometry."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from router.errors import InputError, Problem
from router.graph import F64, I32, U8, U32, StreetGraph
from router.place.grid.kernels import Cells, Ground, fill_grid, snap_all, street_offsets
from router.place.near import Candidates, levels_of
from router.place.near.kernels import find_candidates
from router.place.snaps import NOWHERE, Snap, Snaps

__all__ = ["NOWHERE", "Snap", "SnapIndex", "Snaps", "point_offsets"]

_SMALLEST_CELL_E7 = 2_000
"""About 20 m: cells much smaller than a block only cost memory."""


@dataclass(frozen=True, eq=False)
class SnapIndex:
    """A packed grid over the segments of all streets; built once per graph, in milliseconds.

    The nearest street is exact in the plane that touches the ellipsoid at the position. Within a kilometre
    that plane is off by less than 0.01 % of the distance (the scale eastward changes with the latitude).

    Attributes
    ----------
    graph : StreetGraph
        The streets.
    """

    graph: StreetGraph

    @cached_property
    def point_offset_mm(self) -> U32:
        """uint32, (p,): way from the street's first point to every point; see `point_offsets`."""
        return point_offsets(self.graph)

    def ways(self, usable: NDArray[np.bool_]) -> U8:
        """Return per street which of its edges are usable: 1 forward, 2 backward, 3 both, 0 neither.

        Parameters
        ----------
        usable : bool, (m,) or (s,)
            Which edges, or which streets, a position may snap to.

        Returns
        -------
        uint8, (s,)
            Hand it to `snap` instead of ``usable`` when it is asked often.
        """
        graph = self.graph
        if usable.shape == (graph.n_streets,):
            return _frozen(np.where(usable, np.uint8(3), np.uint8(0)))
        if usable.shape != (graph.n_edges,):
            expected = f"shape ({graph.n_edges},) or ({graph.n_streets},)"
            raise InputError(Problem("snap", "usable", expected, str(usable.shape)))
        forward = graph.street_edge
        return usable[forward].astype(np.uint8) | (
            usable[graph.twin[forward]].astype(np.uint8) << np.uint8(1)
        )

    def snap(
        self,
        lons: ArrayLike,
        lats: ArrayLike,
        usable: NDArray[np.bool_] | U8 | None = None,
        *,
        limit_m: float = 300.0,
    ) -> Snaps:
        """Snap positions to the nearest usable street.

        Parameters
        ----------
        lons, lats : array_like of float, (k,)
            Degrees.
        usable : bool (m,) or (s,), or uint8 (s,) from `ways`, optional
            What may be snapped to; everything without it.
        limit_m : float
            Streets farther away do not count.

        Returns
        -------
        Snaps
            One per position. Of equally near streets, the one with the smaller forward edge.
        """
        lon, lat = _positions(lons, lats)
        ground = self._ground(usable)
        return Snaps(*snap_all(lon * 1e7, lat * 1e7, limit_m * 1000.0, self._cells, ground))

    def snap_one(
        self, lon: float, lat: float, usable: NDArray[np.bool_] | U8 | None = None, *, limit_m: float = 300.0
    ) -> Snap | None:
        """Snap one position; None if no usable street is within the limit. See `snap`."""
        return self.snap([lon], [lat], usable, limit_m=limit_m)[0]

    def candidates(
        self,
        lons: ArrayLike,
        lats: ArrayLike,
        accuracy_m: ArrayLike = 0.0,
        usable: NDArray[np.bool_] | U8 | None = None,
        *,
        most: int = 4,
        apart_m: float = 100.0,
        limit_m: float = 300.0,
    ) -> Candidates:
        """Return the places where people may stand whose positions are known only so well.

        A street is a candidate if it is farther than the nearest one by no more than the accuracy: the error
        of the position may be all of the difference. Candidates from which one walks to a nearer candidate in
        ``apart_m`` or less are the same place; what is left is separated by a level (a bridge and the
        street below), a wall, a river or a railway.

        Parameters
        ----------
        lons, lats : array_like of float, (k,)
            Degrees.
        accuracy_m : array_like of float, (k,) or one for all
            Radius within which the true position is; 0 leaves the nearest street, and what is as near.
        usable : as for `snap`, optional
            What may be snapped to, and walked along in either direction between candidates.
        most : int
            How many places for each position, 1 or more.
        apart_m : float
            How far one walks between two places that count as different.
        limit_m : float
            Streets farther away do not count.

        Returns
        -------
        Candidates
            Per position the nearest first; of equally near streets the one with the smaller forward edge.
        """
        lon, lat = _positions(lons, lats)
        accuracy = np.broadcast_to(np.asarray(accuracy_m, np.float64), lon.shape)
        if most < 1 or not apart_m >= 0 or not (accuracy >= 0).all():
            expected = "an accuracy and a distance of 0 or more, one place or more"
            found = f"{accuracy_m!r} m, {apart_m} m, {most} places"
            raise InputError(Problem("candidates", "accuracy", expected, found))
        ground = self._ground(usable)
        first, edge, offset, distance, x, y = find_candidates(
            lon * 1e7,
            lat * 1e7,
            np.minimum(accuracy, limit_m) * 1000.0,
            limit_m * 1000.0,
            round(apart_m * 1000),
            most,
            self._cells,
            ground,
            self.graph.first_out,
            self.graph.head,
            self.graph.edge_street,
        )
        snaps = Snaps(edge, offset, distance, x, y)
        return Candidates(first, snaps, levels_of(self.graph.edge_flags[edge]))

    def _as_ways(self, usable: NDArray[np.bool_] | U8) -> U8:
        if usable.dtype == np.bool_:
            return self.ways(usable.view(np.bool_))
        ways = usable.view(np.uint8)
        if ways.shape != (self.graph.n_streets,):
            expected = f"uint8 of shape ({self.graph.n_streets},)"
            raise InputError(Problem("snap", "usable", expected, f"{ways.dtype} of shape {ways.shape}"))
        return ways

    def _ground(self, usable: NDArray[np.bool_] | U8 | None) -> Ground:
        graph = self.graph
        return Ground(
            graph.point_lon_e7,
            graph.point_lat_e7,
            self._point_street,
            self.point_offset_mm,
            graph.street_edge,
            self._street_length_mm,
            graph.twin,
            self._everything if usable is None else self._as_ways(usable),
        )

    @cached_property
    def _everything(self) -> U8:
        return self.ways(np.ones(self.graph.n_streets, np.bool_))

    @cached_property
    def _street_length_mm(self) -> U32:
        return self.graph.edge_length_mm[self.graph.street_edge]

    @cached_property
    def _point_street(self) -> I32:
        counts = np.diff(self.graph.street_first_point)
        return np.repeat(np.arange(self.graph.n_streets, dtype=np.int32), counts)

    @cached_property
    def _cells(self) -> Cells:
        """Return the grid's box and the packed cells, about one cell per segment."""
        lon, lat = self.graph.point_lon_e7, self.graph.point_lat_e7
        starts = np.ones(len(lon), np.bool_)
        starts[self.graph.street_first_point[1:] - 1] = False
        segments = np.flatnonzero(starts).astype(np.int32)
        if len(segments) == 0:
            return Cells(np.array([0, 0, 1, 1, 1, 1], np.int64), np.zeros(2, np.int32), np.zeros(0, np.int32))
        west, south = int(lon.min()), int(lat.min())
        wide, high = int(lon.max()) - west + 1, int(lat.max()) - south + 1
        cell = max(_SMALLEST_CELL_E7, int((wide * high / len(segments)) ** 0.5), max(wide, high) // 20_000)
        grid = np.array([west, south, cell, cell, -(-wide // cell), -(-high // cell)], np.int64)
        return Cells(grid, *fill_grid(segments, lon, lat, grid))


def point_offsets(graph: StreetGraph) -> U32:
    """Return the way from its street's first point to every point, along the shape.

    Parameters
    ----------
    graph : StreetGraph
        The streets.

    Returns
    -------
    uint32, (p,)
        Millimetres, scaled per street so that the last point has exactly ``edge_length_mm``; read-only.
    """
    length = graph.edge_length_mm[graph.street_edge]
    out = street_offsets(graph.street_first_point, length, graph.point_lon_e7, graph.point_lat_e7)
    out.setflags(write=False)
    return out


def _frozen(array: U8) -> U8:
    array.setflags(write=False)
    return array


def _positions(lons: ArrayLike, lats: ArrayLike) -> tuple[F64, F64]:
    """Return positions as arrays; InputError that lists every one that is none."""
    lon, lat = np.atleast_1d(np.asarray(lons, np.float64)), np.atleast_1d(np.asarray(lats, np.float64))
    if lon.shape != lat.shape or lon.ndim != 1:
        raise InputError(
            Problem("positions", "", "as many longitudes as latitudes", f"{lon.shape}, {lat.shape}")
        )
    good = (np.abs(lon) <= 180.0) & (np.abs(lat) <= 90.0)
    if not good.all():
        raise InputError(
            Problem("positions", f"row {i}", "longitude -180 … 180, latitude -90 … 90", f"{lon[i]}, {lat[i]}")
            for i in np.flatnonzero(~good)
        )
    return lon, lat
