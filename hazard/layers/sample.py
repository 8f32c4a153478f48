"""Exposure of every street from depth rasters, sampled along its real shape."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hazard.exposure import Exposure
from hazard.kinds import WATER, HazardKind
from hazard.layers.bridges import bridge_ranks
from hazard.layers.classes import UNKNOWN_RANK, ClassRaster, Rank, class_of
from hazard.layers.frame import F64
from hazard.layers.shapes import Chunk, Shapes, along, chunks, project, shapes_of
from router.graph import StreetGraph


def expose(graph: StreetGraph, kind: HazardKind, rasters: Sequence[ClassRaster]) -> Exposure:
    """Return the exposure of every street for one kind.

    Samples are at most one pixel apart along the street, both ends included. At each sample the worst of all
    rasters holds, unknown only where all are unknown. The unknown share weighs each sample with half of the
    intervals beside it. For water, bridges take the exposure of their ends (see `hazard.layers.bridges`).

    Parameters
    ----------
    graph : StreetGraph
    kind : HazardKind
    rasters : sequence of ClassRaster
        At least one.

    Returns
    -------
    Exposure
    """
    shapes = shapes_of(graph)
    pixels = project(shapes, [raster.frame for raster in rasters])
    ranks = np.zeros(graph.n_streets, np.uint8)
    unknown_pct = np.zeros(graph.n_streets, np.uint8)
    for chunk in chunks(shapes, pixels):
        streets = slice(int(shapes.street[chunk.low]), int(shapes.street[chunk.high - 1]) + 1)
        samples = _samples(chunk, shapes, pixels, rasters)
        ranks[streets], unknown_pct[streets] = _by_street(chunk, shapes, samples)
    if kind in WATER:
        bridges = bridge_ranks(graph, shapes, rasters)
        ranks[bridges.street], unknown_pct[bridges.street] = bridges.rank, bridges.unknown_pct
    return Exposure(kind, class_of(ranks), unknown_pct)


def _samples(
    chunk: Chunk, shapes: Shapes, pixels: Sequence[tuple[F64, F64]], rasters: Sequence[ClassRaster]
) -> Rank:
    """Return the rank of every sample, the worst of all rasters."""
    ranks = np.full(len(chunk.at), UNKNOWN_RANK, np.uint8)
    for raster, (col, row) in zip(rasters, pixels, strict=True):
        found = raster.at_pixels(along(chunk, shapes, col), along(chunk, shapes, row))
        ranks = np.maximum(ranks, found)
    return ranks


def _by_street(chunk: Chunk, shapes: Shapes, samples: Rank) -> tuple[Rank, NDArray[np.uint8]]:
    """Return the worst rank and the unknown percent of the streets of a chunk."""
    unknown = (samples == UNKNOWN_RANK).astype(np.float64)
    last = chunk.first + chunk.parts
    inner = np.add.reduceat(unknown, chunk.first) - (unknown[chunk.first] + unknown[last]) / 2
    length_m = np.maximum(shapes.length_m[chunk.low : chunk.high], 1e-3)
    first = np.flatnonzero(np.diff(shapes.street[chunk.low : chunk.high], prepend=-1))
    share = np.add.reduceat(inner / chunk.parts * length_m, first) / np.add.reduceat(length_m, first)
    some = np.maximum.reduceat(np.maximum.reduceat(unknown, chunk.first), first) > 0
    worst = np.maximum.reduceat(np.maximum.reduceat(samples, chunk.first), first)
    percent = np.clip(np.ceil(share * 100 - 1e-6), some, 100)
    return worst, np.where(worst == UNKNOWN_RANK, 100, percent).astype(np.uint8)
