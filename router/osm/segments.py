"""Ways cut into straight pieces between neighbouring nodes, with their lengths on the ellipsoid."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

from router.graph import I32, I64
from router.osm.read import RawStreets

_WGS84 = Geod(ellps="WGS84")


@dataclass(frozen=True, eq=False)
class Segments:
    """Straight pieces, in the order of the ways and of their nodes.

    Attributes
    ----------
    tail, head : int32, (k,)
        Indices of the nodes of ``RawStreets``; never equal.
    way : int32, (k,)
        Index of the way.
    length_m : float64, (k,)
        Length on the WGS84 ellipsoid.
    absent : int64, (w,)
        How many of the nodes of each way are not in the file: it is cut there.
    """

    tail: I32
    head: I32
    way: I32
    length_m: NDArray[np.float64]
    absent: I64


def cut_ways(raw: RawStreets) -> Segments:
    """Cut every way, walkable or not, into its straight pieces.

    Parameters
    ----------
    raw : RawStreets
        Ways as read.

    Returns
    -------
    Segments
        Steps to an absent node, and from a node to itself, are left out.
    """
    size = np.diff(raw.way_first_ref)
    way_of_ref = np.repeat(np.arange(len(size), dtype=np.int32), size)
    tail, head = raw.ref_node[:-1], raw.ref_node[1:]
    kept = (way_of_ref[:-1] == way_of_ref[1:]) & (tail >= 0) & (head >= 0) & (tail != head)
    tail, head = tail[kept], head[kept]
    absent = np.bincount(way_of_ref[raw.ref_node < 0], minlength=len(size))
    return Segments(tail, head, way_of_ref[:-1][kept], _lengths_m(raw, tail, head), absent)


def _lengths_m(raw: RawStreets, tail: I32, head: I32) -> NDArray[np.float64]:
    """Return geodesic lengths; each pair is measured from its lower node, so that both ways are equal."""
    low, high = np.minimum(tail, head), np.maximum(tail, head)
    lon, lat = raw.node_lon_e7 / 1e7, raw.node_lat_e7 / 1e7
    _, _, length = _WGS84.inv(lon[low], lat[low], lon[high], lat[high])
    return np.asarray(length, np.float64)
