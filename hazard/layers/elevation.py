"""Elevation of nodes and climb of edges from a digital elevation model (GeoTIFF, metres above sea level).

Heights are bilinear between pixel centres. A model shows the ground, not what crosses it: streets flagged as
bridge or tunnel rise evenly between the ends of their chain.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from hazard.layers.bridges import chain_distances, ends_of, flagged
from hazard.layers.frame import F64, BBox, Frame, check_raster, frame_of, opened, read_strip, strips
from hazard.layers.shapes import Chunk, Shapes, along, chunks, project, shapes_of
from router.classes import Flag
from router.graph import I32, NO_ELEVATION_CM, StreetGraph

_CROSSING = Flag.BRIDGE | Flag.TUNNEL


@dataclass(frozen=True, slots=True, eq=False)
class HeightRaster:
    """Heights over the region.

    Attributes
    ----------
    frame : Frame
    height_m : float32, (height * width,)
        NaN where unknown.
    """

    frame: Frame
    height_m: np.ndarray[tuple[int], np.dtype[np.float32]]

    def at_pixels(self, col: F64, row: F64) -> F64:
        """Return bilinear heights at pixel coordinates; NaN outside and where the pixel itself is unknown.

        Unknown neighbours are left out and the weights of the others scaled up.
        """
        here, inside = self.frame.cells(col, row)
        total, weights = np.zeros(len(col)), np.zeros(len(col))
        left, top = np.floor(col - 0.5), np.floor(row - 0.5)
        for dx, dy in ((0, 0), (1, 0), (0, 1), (1, 1)):
            x = np.clip(left + dx, 0, self.frame.width - 1)
            y = np.clip(top + dy, 0, self.frame.height - 1)
            cells, _ = self.frame.cells(x, y)
            weight = (1 - np.abs(col - 0.5 - left - dx)) * (1 - np.abs(row - 0.5 - top - dy))
            value = self.height_m[cells].astype(np.float64)
            known = np.isfinite(value) & inside
            total += np.where(known, weight * value, 0.0)
            weights += np.where(known, weight, 0.0)
        there = inside & np.isfinite(self.height_m[here]) & (weights > 0)
        return np.where(there, total / np.where(weights > 0, weights, 1.0), np.nan)


def load_heights(path: Path, bbox: BBox) -> HeightRaster:
    """Read a GeoTIFF of heights in metres over ``bbox``; errors as `hazard.layers.classes.load_depths`."""
    check_raster(path)
    with opened(path) as dataset:
        frame, window = frame_of(dataset, path, bbox)
        height = np.empty((frame.height, frame.width), np.float32)
        for rows, part in strips(window):
            height[rows] = read_strip(dataset, part)
    return HeightRaster(frame, height.ravel())


def with_elevation(graph: StreetGraph, rasters: Sequence[HeightRaster]) -> StreetGraph:
    """Return the graph with ``node_elevation_cm`` and ``edge_climb_cm`` from elevation models.

    The climb of an edge is the sum of the ascents between samples at most one pixel apart along its shape,
    both ends included; unknown samples are passed over. Where several models know a height the first holds.

    Parameters
    ----------
    graph : StreetGraph
    rasters : sequence of HeightRaster
        At least one.

    Returns
    -------
    StreetGraph
    """
    shapes = shapes_of(graph)
    node_m = _heights(rasters, graph.node_lon_e7 / 1e7, graph.node_lat_e7 / 1e7)
    node_m = _level_crossings(graph, node_m)
    up_cm, down_cm = _climbs(graph, shapes, rasters)
    crossing = np.flatnonzero(flagged(graph, _CROSSING))
    edge = graph.street_edge[crossing]
    rise_cm = np.nan_to_num((node_m[graph.head[edge]] - node_m[graph.tail[edge]]) * 100)
    up_cm[crossing], down_cm[crossing] = np.maximum(rise_cm, 0), np.maximum(-rise_cm, 0)
    climb = np.where(graph.edge_forward, up_cm[graph.edge_street], down_cm[graph.edge_street])
    return replace(graph, node_elevation_cm=_to_cm(node_m), edge_climb_cm=np.rint(climb).astype(np.uint32))


def _to_cm(height_m: F64) -> I32:
    known = np.isfinite(height_m)
    return np.where(known, np.rint(np.where(known, height_m, 0) * 100), NO_ELEVATION_CM).astype(np.int32)


def _heights(rasters: Sequence[HeightRaster], lon: F64, lat: F64) -> F64:
    """Return heights at positions: the first raster that knows one holds."""
    height = np.full(len(lon), np.nan)
    for raster in rasters:
        found = raster.at_pixels(*raster.frame.pixels(lon, lat))
        height = np.where(np.isnan(height), found, height)
    return height


def _climbs(graph: StreetGraph, shapes: Shapes, rasters: Sequence[HeightRaster]) -> tuple[F64, F64]:
    """Return ascents and descents of all streets along their points, in centimetres."""
    pixels = project(shapes, [raster.frame for raster in rasters])
    up, down = np.zeros(graph.n_streets), np.zeros(graph.n_streets)
    for chunk in chunks(shapes, pixels):
        height = _chunk_heights(chunk, shapes, pixels, rasters)
        known = np.flatnonzero(np.isfinite(height))
        street = shapes.street[chunk.at[known]]
        rise_cm = np.diff(height[known]) * 100
        same = street[1:] == street[:-1]
        up += np.bincount(street[1:][same], np.maximum(rise_cm[same], 0), graph.n_streets)
        down += np.bincount(street[1:][same], np.maximum(-rise_cm[same], 0), graph.n_streets)
    return up, down


def _chunk_heights(
    chunk: Chunk, shapes: Shapes, pixels: Sequence[tuple[F64, F64]], rasters: Sequence[HeightRaster]
) -> F64:
    height = np.full(len(chunk.at), np.nan)
    for raster, (col, row) in zip(rasters, pixels, strict=True):
        found = raster.at_pixels(along(chunk, shapes, col), along(chunk, shapes, row))
        height = np.where(np.isnan(height), found, height)
    return height


def _level_crossings(graph: StreetGraph, height_m: F64) -> F64:
    """Return node heights with those inside of bridge and tunnel chains taken from the ends of the chain.

    The ends weigh by the inverse of their distance along the chain: between two ends the height is linear.
    """
    inside = flagged(graph, _CROSSING)
    nodes = np.unique(graph.tail[inside[graph.edge_street]])
    ends = {node for node in ends_of(graph, inside, nodes) if np.isfinite(height_m[node])}
    level = height_m.copy()
    for node in nodes.tolist():
        if node in ends:
            continue
        away = chain_distances(graph, inside, node, ends)
        weight = np.array([1 / max(mm, 1) for mm in away.values()])
        level[node] = weight @ height_m[list(away)] / weight.sum() if away else np.nan
    return level
