"""Snap: from positions to the nearest usable street, on its real geometry."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from router.arrays import freeze
from router.errors import InputError, Problem
from router.graph import I32, U8, U32, StreetGraph
from router.place.grid.kernels import fill_grid, snap_all, street_offsets

NOWHERE = -1
"""``edge`` of a position with no usable street within the limit."""
_SMALLEST_CELL_E7 = 2_000
"""About 20 m: cells much smaller than a block only cost memory."""


@dataclass(frozen=True, slots=True)
class Snap:
    """A place on an edge.

    Attributes
    ----------
    edge : int
        The street's forward edge, or the other if only that is usable.
    offset_mm : int
        From the edge's tail along the edge; 0 … ``edge_length_mm``.
    distance_mm : int
        From the position to the place.
    lon_e7, lat_e7 : int
        The place.
    """

    edge: int
    offset_mm: int
    distance_mm: int
    lon_e7: int
    lat_e7: int


@dataclass(frozen=True, eq=False)
class Snaps:
    """Many snaps, one per position and in the same order; ``edge`` is -1 where there is none. Read-only.

    Attributes
    ----------
    edge : int32, (k,)
    offset_mm, distance_mm : uint32, (k,)
    lon_e7, lat_e7 : int32, (k,)
        As in `Snap`.
    """

    edge: I32
    offset_mm: U32
    distance_mm: U32
    lon_e7: I32
    lat_e7: I32

    def __post_init__(self) -> None:
        arrays = {
            "edge": (self.edge, np.int32),
            "offset_mm": (self.offset_mm, np.uint32),
            "distance_mm": (self.distance_mm, np.uint32),
            "lon_e7": (self.lon_e7, np.int32),
            "lat_e7": (self.lat_e7, np.int32),
        }
        freeze("snaps", len(self.edge), arrays)

    def __len__(self) -> int:
        return len(self.edge)

    def __getitem__(self, i: int) -> Snap | None:
        """Return snap ``i``, or None where there is none."""
        if self.edge[i] == NOWHERE:
            return None
        return Snap(
            int(self.edge[i]),
            int(self.offset_mm[i]),
            int(self.distance_mm[i]),
            int(self.lon_e7[i]),
            int(self.lat_e7[i]),
        )

    @classmethod
    def of(cls, *snaps: Snap) -> "Snaps":
        """Gather single snaps."""
        return cls(
            np.array([s.edge for s in snaps], np.int32),
            np.array([s.offset_mm for s in snaps], np.uint32),
            np.array([s.distance_mm for s in snaps], np.uint32),
            np.array([s.lon_e7 for s in snaps], np.int32),
            np.array([s.lat_e7 for s in snaps], np.int32),
        )


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
        lon, lat = np.atleast_1d(np.asarray(lons, np.float64)), np.atleast_1d(np.asarray(lats, np.float64))
        _check_positions(lon, lat)
        graph = self.graph
        ways = self._everything if usable is None else self._as_ways(usable)
        return Snaps(
            *snap_all(
                lon * 1e7,
                lat * 1e7,
                limit_m * 1000.0,
                *self._cells,
                graph.point_lon_e7,
                graph.point_lat_e7,
                self._point_street,
                self.point_offset_mm,
                graph.street_edge,
                self._street_length_mm,
                graph.twin,
                ways,
            )
        )

    def snap_one(
        self, lon: float, lat: float, usable: NDArray[np.bool_] | U8 | None = None, *, limit_m: float = 300.0
    ) -> Snap | None:
        """Snap one position; None if no usable street is within the limit. See `snap`."""
        return self.snap([lon], [lat], usable, limit_m=limit_m)[0]

    def _as_ways(self, usable: NDArray[np.bool_] | U8) -> U8:
        if usable.dtype == np.bool_:
            return self.ways(usable.view(np.bool_))
        ways = usable.view(np.uint8)
        if ways.shape != (self.graph.n_streets,):
            expected = f"uint8 of shape ({self.graph.n_streets},)"
            raise InputError(Problem("snap", "usable", expected, f"{ways.dtype} of shape {ways.shape}"))
        return ways

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
    def _cells(self) -> tuple[NDArray[np.int64], I32, I32]:
        """Return the grid's box and the packed cells, about one cell per segment."""
        lon, lat = self.graph.point_lon_e7, self.graph.point_lat_e7
        starts = np.ones(len(lon), np.bool_)
        starts[self.graph.street_first_point[1:] - 1] = False
        segments = np.flatnonzero(starts).astype(np.int32)
        if len(segments) == 0:
            return np.array([0, 0, 1, 1, 1, 1], np.int64), np.zeros(2, np.int32), np.zeros(0, np.int32)
        west, south = int(lon.min()), int(lat.min())
        wide, high = int(lon.max()) - west + 1, int(lat.max()) - south + 1
        cell = max(_SMALLEST_CELL_E7, int((wide * high / len(segments)) ** 0.5), max(wide, high) // 20_000)
        grid = np.array([west, south, cell, cell, -(-wide // cell), -(-high // cell)], np.int64)
        return (grid, *fill_grid(segments, lon, lat, grid))


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


def _check_positions(lon: NDArray[np.float64], lat: NDArray[np.float64]) -> None:
    """Raise an InputError that lists every position that is not one."""
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
