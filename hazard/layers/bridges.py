"""Bridges over water: a bridge takes the exposure of its ends, because the raster shows the river below it.

A *bridge chain* is a connected set of streets flagged as bridges. Its *ends* are the nodes where another
street begins. The exposure of an end is the worst of those other streets one pixel away from the node (or at
their far end, if that is nearer): just outside of the pixel that the river may share with the abutment. A
node inside the chain takes the exposure of the end that is nearest along the bridges; a bridge street takes
the worst of its two nodes. A chain without ends is unknown.
"""

import heapq
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hazard.layers.classes import UNKNOWN_RANK, ClassRaster, Rank, classes_at, rank_of
from hazard.layers.shapes import Shapes
from router.classes import Flag
from router.graph import I32, StreetGraph


@dataclass(frozen=True, slots=True, eq=False)
class BridgeRanks:
    """Exposure of bridge streets.

    Attributes
    ----------
    street : int32, (b,)
    rank : uint8, (b,)
    unknown_pct : uint8, (b,)
        0, 50 or 100: how many of the two ends are unknown.
    """

    street: I32
    rank: Rank
    unknown_pct: NDArray[np.uint8]


def bridge_ranks(graph: StreetGraph, shapes: Shapes, rasters: Sequence[ClassRaster]) -> BridgeRanks:
    """Return the exposure of every street flagged as a bridge, taken from the ends of its chain."""
    is_bridge = flagged(graph, Flag.BRIDGE)
    streets = np.flatnonzero(is_bridge).astype(np.int32)
    forward = graph.street_edge[streets]
    tails, heads = graph.tail[forward], graph.head[forward]
    nodes = np.union1d(tails, heads)
    end_of = nearest_ends(graph, is_bridge, ends_of(graph, is_bridge, nodes))
    ranks = _end_ranks(graph, shapes, rasters, is_bridge, sorted(set(end_of.values())))
    known = {node: ranks[end] for node, end in end_of.items()}
    pairs = np.array(
        [
            (known.get(t, UNKNOWN_RANK), known.get(h, UNKNOWN_RANK))
            for t, h in zip(tails.tolist(), heads.tolist(), strict=True)
        ],
        np.uint8,
    ).reshape(-1, 2)
    unknown_pct = ((pairs == UNKNOWN_RANK).sum(axis=1) * 50).astype(np.uint8)
    return BridgeRanks(streets, pairs.max(axis=1, initial=UNKNOWN_RANK), unknown_pct)


def flagged(graph: StreetGraph, flags: Flag) -> NDArray[np.bool_]:
    """bool, (s,): streets that carry any of ``flags``."""
    found: NDArray[np.bool_] = (graph.edge_flags[graph.street_edge] & np.uint32(flags)) != 0
    return found


def ends_of(graph: StreetGraph, inside: NDArray[np.bool_], nodes: I32) -> list[int]:
    """Return those of ``nodes`` at which a street that is not ``inside`` begins, in rising order."""
    outside = np.zeros(graph.n_nodes, np.bool_)
    outside[graph.tail[~inside[graph.edge_street]]] = True
    return [int(node) for node in nodes if outside[node]]


def nearest_ends(graph: StreetGraph, inside: NDArray[np.bool_], ends: Sequence[int]) -> dict[int, int]:
    """Return the nearest end along the chains ``inside``, for each of their nodes (ties: the smaller end)."""
    heap = [(0, end, end) for end in ends]
    heapq.heapify(heap)
    nearest: dict[int, int] = {}
    while heap:
        length_mm, end, node = heapq.heappop(heap)
        if node in nearest:
            continue
        nearest[node] = end
        for edge in range(int(graph.first_out[node]), int(graph.first_out[node + 1])):
            if inside[graph.edge_street[edge]] and int(graph.head[edge]) not in nearest:
                reached = length_mm + int(graph.edge_length_mm[edge])
                heapq.heappush(heap, (reached, end, int(graph.head[edge])))
    return nearest


def chain_distances(
    graph: StreetGraph, inside: NDArray[np.bool_], node: int, ends: Collection[int]
) -> dict[int, int]:
    """Return the millimetres from a node along the chain ``inside`` to every end that is met first."""
    heap = [(0, node)]
    done: dict[int, int] = {}
    while heap:
        length_mm, here = heapq.heappop(heap)
        if here in done:
            continue
        done[here] = length_mm
        if here not in ends:
            for edge in range(int(graph.first_out[here]), int(graph.first_out[here + 1])):
                if inside[graph.edge_street[edge]]:
                    heapq.heappush(heap, (length_mm + int(graph.edge_length_mm[edge]), int(graph.head[edge])))
    return {end: length_mm for end, length_mm in done.items() if end in ends}


def _end_ranks(
    graph: StreetGraph,
    shapes: Shapes,
    rasters: Sequence[ClassRaster],
    is_bridge: NDArray[np.bool_],
    ends: Sequence[int],
) -> dict[int, int]:
    """Return the worst rank just outside of each end."""
    places: list[tuple[float, float]] = []
    owners: list[int] = []
    for end in ends:
        reach_m = max(raster.frame.pixel_m(*_node(graph, end)) for raster in rasters)
        for edge in range(int(graph.first_out[end]), int(graph.first_out[end + 1])):
            if not is_bridge[graph.edge_street[edge]]:
                places.append(_point_along(graph, shapes, edge, reach_m))
                owners.append(end)
    lon, lat = (np.array([place[i] for place in places], np.float64) for i in (0, 1))
    ranks: dict[int, int] = defaultdict(int)
    for end, rank in zip(owners, rank_of(classes_at(rasters, lon, lat)).tolist(), strict=True):
        ranks[end] = max(ranks[end], rank)
    return ranks


def _node(graph: StreetGraph, node: int) -> tuple[float, float]:
    return graph.node_lon_e7[node] / 1e7, graph.node_lat_e7[node] / 1e7


def _point_along(graph: StreetGraph, shapes: Shapes, edge: int, reach_m: float) -> tuple[float, float]:
    """Return the position ``reach_m`` along an edge, or its end if that comes first."""
    street = int(graph.edge_street[edge])
    segments = np.arange(shapes.first[street], shapes.first[street + 1])
    a, b = shapes.start[segments], shapes.start[segments] + 1
    if not graph.edge_forward[edge]:
        segments, a, b = segments[::-1], b[::-1], a[::-1]
    walked = np.cumsum(shapes.length_m[segments])
    i = min(int(np.searchsorted(walked, reach_m)), len(segments) - 1)
    length_m = float(shapes.length_m[segments[i]])
    share = 1.0 if length_m == 0 else min(1.0, max(0.0, 1 - (walked[i] - reach_m) / length_m))
    lon = shapes.lon[a[i]] + share * (shapes.lon[b[i]] - shapes.lon[a[i]])
    lat = shapes.lat[a[i]] + share * (shapes.lat[b[i]] - shapes.lat[a[i]])
    return float(lon), float(lat)
