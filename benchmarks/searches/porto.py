"""Porto on foot, twice: between junctions, and with every node of every street (no contraction)."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from router.graph import NO_ELEVATION_CM, U32, StreetGraph
from router.osm import build_graph, read_streets
from router.osm.kernels import hilbert_keys
from router.profiles import durations, profile_named
from router.search import Sources

N_SOURCES = 50


@dataclass(frozen=True)
class Town:
    """A graph with the walking times of an adult, and fifty sources at random nodes."""

    name: str
    graph: StreetGraph
    cost_ds: U32
    sources: Sources


def towns(data: Path) -> list[Town]:
    """Return both graphs of Porto."""
    junctions, _ = build_graph(read_streets(data / "scale/porto.osm.pbf"))
    return [town("junctions", junctions), town("all nodes", every_node(junctions))]


def town(name: str, graph: StreetGraph) -> Town:
    rng = np.random.default_rng(1)
    node = rng.choice(graph.n_nodes, N_SOURCES, replace=False).astype(np.int32)
    sources = Sources(node, np.zeros(N_SOURCES, np.uint32))
    return Town(name, graph, durations(graph, profile_named("adult")), sources)


def every_node(graph: StreetGraph) -> StreetGraph:
    """Return the graph in which every point of every street is a node, and every piece a street."""
    first, n_points = graph.street_first_point, len(graph.point_lon_e7)
    node = np.full(n_points, -1)
    begin, end = first[:-1], first[1:] - 1
    node[begin], node[end] = graph.tail[graph.street_edge], graph.head[graph.street_edge]
    inner = np.flatnonzero(node < 0)
    node[inner] = graph.n_nodes + np.arange(len(inner))
    lon = np.r_[graph.node_lon_e7, graph.point_lon_e7[inner]].astype(np.int64)
    lat = np.r_[graph.node_lat_e7, graph.point_lat_e7[inner]].astype(np.int64)
    order = np.argsort(hilbert_keys(lon - lon.min(), lat - lat.min()), kind="stable")
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    piece = np.setdiff1d(np.arange(n_points - 1), end)
    street = np.repeat(np.arange(graph.n_streets), np.diff(first))[piece]
    return _assemble(graph, lon[order], lat[order], rank[node[piece]], rank[node[piece + 1]], street)


def _assemble(
    graph: StreetGraph, lon: np.ndarray, lat: np.ndarray, a: np.ndarray, b: np.ndarray, street: np.ndarray
) -> StreetGraph:
    s, n = len(a), len(lon)
    tail, head, piece = np.r_[a, b], np.r_[b, a], np.r_[np.arange(s), np.arange(s)]
    forward = np.arange(2 * s) < s
    order = np.lexsort((~forward, piece, head, tail))
    at = np.empty(2 * s, np.int64)
    at[order] = np.arange(2 * s)
    along = graph.street_edge[street]
    old = np.where(forward, along[piece], graph.twin[along[piece]])[order]
    east = (lon[b] - lon[a]) * 0.0111319 * np.cos(np.radians(lat[a] / 1e7))
    length = np.maximum(1, np.hypot(east, (lat[b] - lat[a]) * 0.0111319) * 1000).astype(np.uint32)
    point = np.stack([a, b], 1).ravel()
    return StreetGraph(
        node_lon_e7=lon.astype(np.int32),
        node_lat_e7=lat.astype(np.int32),
        node_elevation_cm=np.full(n, NO_ELEVATION_CM, np.int32),
        node_component=np.zeros(n, np.int32),
        first_out=np.searchsorted(tail[order], np.arange(n + 1)).astype(np.int32),
        tail=tail[order].astype(np.int32),
        head=head[order].astype(np.int32),
        twin=at[(order + s) % (2 * s)].astype(np.int32),
        edge_street=piece[order].astype(np.int32),
        edge_forward=forward[order],
        edge_length_mm=length[piece[order]],
        edge_climb_cm=np.zeros(2 * s, np.uint32),
        edge_class=graph.edge_class[old],
        edge_flags=graph.edge_flags[old],
        street_first_point=np.arange(0, 2 * s + 1, 2, dtype=np.int32),
        point_lon_e7=lon[point].astype(np.int32),
        point_lat_e7=lat[point].astype(np.int32),
        street_way_id=graph.street_way_id[street],
        street_name=graph.street_name[street],
        names=graph.names,
    )
