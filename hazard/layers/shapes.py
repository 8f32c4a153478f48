"""The shapes of streets as segments, cut into samples at most one pixel apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hazard.layers.frame import F64, BBox, Frame
from router.graph import StreetGraph

_CHUNK_SAMPLES = 1 << 20
"""About a million samples at a time: some 50 MB of scratch, whatever the size of the region."""


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """All segments of all streets, street by street.

    Attributes
    ----------
    lon, lat : float64, (p,)
        Shape points in degrees.
    start : int64, (q,)
        Index of the first point of each segment; the second is the next point.
    street : int64, (q,)
        Street of each segment.
    first : int64, (s + 1,)
        Segments of street ``k`` are ``first[k] : first[k + 1]``.
    length_m : float64, (q,)
        On a sphere; used only for shares.
    """

    lon: F64
    lat: F64
    start: NDArray[np.int64]
    street: NDArray[np.int64]
    first: NDArray[np.int64]
    length_m: F64


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """Samples of the segments ``low : high`` (whole streets); every segment is sampled at both of its ends.

    Attributes
    ----------
    low, high : int
    at : int64, (k,)
        Segment of each sample.
    share : float64, (k,)
        How far along its segment: 0 … 1.
    first : int64, (high - low,)
        First sample of each segment.
    parts : int64, (high - low,)
        Number of intervals of each segment: one less than its samples.
    """

    low: int
    high: int
    at: NDArray[np.int64]
    share: F64
    first: NDArray[np.int64]
    parts: NDArray[np.int64]


def shapes_of(graph: StreetGraph) -> Shapes:
    """Return the segments of all streets."""
    lon, lat = graph.point_lon_e7 / 1e7, graph.point_lat_e7 / 1e7
    points = np.diff(graph.street_first_point).astype(np.int64)
    first = np.concatenate([[0], np.cumsum(points - 1)])
    street = np.repeat(np.arange(graph.n_streets, dtype=np.int64), points - 1)
    start = np.arange(len(street), dtype=np.int64) + street
    return Shapes(lon, lat, start, street, first, distance_m(lon, lat, start, start + 1))


def distance_m(lon: F64, lat: F64, a: NDArray[np.int64], b: NDArray[np.int64]) -> F64:
    """Return the distance between points ``a`` and ``b`` on a sphere, for short distances."""
    dlat = np.radians(lat[b] - lat[a])
    dlon = np.radians(lon[b] - lon[a]) * np.cos(np.radians((lat[a] + lat[b]) / 2))
    metres: F64 = 6_371_008.8 * np.hypot(dlon, dlat)
    return metres


def bbox_of(graph: StreetGraph) -> BBox:
    """Return west, south, east and north of all shape points in degrees."""
    lon, lat = graph.point_lon_e7, graph.point_lat_e7
    return (lon.min() / 1e7, lat.min() / 1e7, lon.max() / 1e7, lat.max() / 1e7)


def project(shapes: Shapes, frames: Sequence[Frame]) -> list[tuple[F64, F64]]:
    """Return the pixel coordinates (columns, rows) of all shape points, frame by frame."""
    return [frame.pixels(shapes.lon, shapes.lat) for frame in frames]


def chunks(shapes: Shapes, pixels: Sequence[tuple[F64, F64]]) -> Iterator[Chunk]:
    """Cut all segments into samples at most one pixel apart in every raster, some streets at a time.

    Segments are straight in the raster's CRS. One whose ends cannot be projected is sampled at its ends.
    """
    parts = np.ones(len(shapes.start), np.int64)
    for col, row in pixels:
        dx, dy = (values[shapes.start + 1] - values[shapes.start] for values in (col, row))
        gap = np.hypot(dx, dy)
        parts = np.maximum(parts, np.ceil(np.where(np.isfinite(gap), gap, 1.0)).astype(np.int64))
    total = np.concatenate([[0], np.cumsum(parts + 1)])
    low = 0
    while low < len(parts):
        last = int(np.searchsorted(total, total[low] + _CHUNK_SAMPLES, side="right")) - 1
        street = shapes.street[min(max(last, low), len(parts) - 1)]
        high = int(shapes.first[street]) if last < len(parts) else len(parts)
        high = high if high > low else int(shapes.first[street + 1])
        yield _chunk(low, high, parts[low:high])
        low = high


def along(chunk: Chunk, shapes: Shapes, values: F64) -> F64:
    """Interpolate a value of the shape points to the samples of a chunk."""
    a = shapes.start[chunk.at]
    return values[a] + chunk.share * (values[a + 1] - values[a])


def _chunk(low: int, high: int, parts: NDArray[np.int64]) -> Chunk:
    first = np.concatenate([[0], np.cumsum(parts + 1)[:-1]])
    at = np.repeat(np.arange(high - low), parts + 1)
    share = (np.arange(len(at)) - first[at]) / parts[at]
    return Chunk(low, high, at + low, share, first, parts)
