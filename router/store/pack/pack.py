"""A street graph → bytes."""

import zlib

import numpy as np
from numpy.typing import NDArray

from router.errors import InputError, Problem
from router.graph import I32, I64, StreetGraph
from router.store.pack.climbs import foretold_climbs_cm
from router.store.pack.kernels import foretold_lengths_mm, shape_residuals
from router.store.pack.layout import to_bytes


def pack_graph(graph: StreetGraph) -> bytes:
    """Return the pack of a graph (docs/formats.md, section 7).

    Parameters
    ----------
    graph : StreetGraph
        Packs best in the order of `router.osm.build_graph`: streets by their nodes, nodes by place.

    Returns
    -------
    bytes
        To be compressed by who sends them.

    Raises
    ------
    InputError
        When a shape does not begin and end at its nodes.
    """
    begin, end = graph.tail[graph.street_edge], graph.head[graph.street_edge]
    _check_ends(graph, begin, end)
    kinds, kind = _kinds(graph)
    facts = {
        "digest": graph.digest,
        "nodes": graph.n_nodes,
        "streets": graph.n_streets,
        "points": len(graph.point_lon_e7),
        "names": list(graph.names),
        "kinds": kinds,
        "lengths_crc32": zlib.crc32(_lengths(graph).astype("<u4").tobytes()),
    }
    streams = {**_nodes(graph), **_topology(begin, end), **_shapes(graph), **_properties(graph, kind)}
    return to_bytes(facts, streams | _turns(graph))


def _check_ends(graph: StreetGraph, begin: I32, end: I32) -> None:
    first, last = graph.street_first_point[:-1], graph.street_first_point[1:] - 1
    ends = [
        (graph.point_lon_e7[first], graph.node_lon_e7[begin]),
        (graph.point_lat_e7[first], graph.node_lat_e7[begin]),
        (graph.point_lon_e7[last], graph.node_lon_e7[end]),
        (graph.point_lat_e7[last], graph.node_lat_e7[end]),
    ]
    if any(np.any(point != node) for point, node in ends):
        raise InputError(Problem("streets", "shapes", "from node to node", "other ends"))


def _turns(graph: StreetGraph) -> dict[str, I64]:
    """Return the banned turns; nothing where there are none."""
    if len(graph.banned_from) == 0:
        return {}
    first = graph.first_out[graph.head[graph.banned_from]]
    return {"turn_from": _steps(graph.banned_from), "turn_to": (graph.banned_to - first).astype(np.int64)}


def _nodes(graph: StreetGraph) -> dict[str, I64]:
    return {
        "node_lon": _steps(graph.node_lon_e7),
        "node_lat": _steps(graph.node_lat_e7),
        "node_elevation": _steps(graph.node_elevation_cm),
        "node_component": _steps(graph.node_component),
    }


def _topology(begin: I32, end: I32) -> dict[str, I64]:
    """Return the steps to each street's first node, and to its last one.

    The latter counts from the last node of the street before where both have one first node, else from its
    own first node.
    """
    again = np.zeros(len(begin), np.bool_)
    again[1:] = begin[1:] == begin[:-1]
    base = begin.astype(np.int64)
    base[1:][again[1:]] = end[:-1][again[1:]]
    return {"street_begin": _steps(begin), "street_end": end - base}


def _shapes(graph: StreetGraph) -> dict[str, I64]:
    first = graph.street_first_point
    foretold = foretold_lengths_mm(first, graph.point_lon_e7, graph.point_lat_e7)
    return {
        "shape_inside": np.diff(first).astype(np.int64) - 2,
        "shape_lon": shape_residuals(first, graph.point_lon_e7),
        "shape_lat": shape_residuals(first, graph.point_lat_e7),
        "street_length": _lengths(graph).astype(np.int64) - foretold,
    }


def _kinds(graph: StreetGraph) -> tuple[list[list[int]], I64]:
    """Return the sorts of streets (class and flags of both directions), commonest first, and that of each."""
    ahead, back = graph.street_edge, graph.twin[graph.street_edge]
    both = (graph.edge_class[ahead], graph.edge_class[back], graph.edge_flags[ahead], graph.edge_flags[back])
    rows = np.stack([np.asarray(column, np.int64) for column in both], axis=1)
    kinds, of_street, count = np.unique(rows, axis=0, return_inverse=True, return_counts=True)
    order = np.asarray(np.argsort(-count, kind="stable"))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    return kinds[order].tolist(), rank[of_street.reshape(-1)]


def _properties(graph: StreetGraph, kind: I64) -> dict[str, I64]:
    ahead, back = graph.street_edge, graph.twin[graph.street_edge]
    up, down = foretold_climbs_cm(graph.node_elevation_cm, graph.tail[ahead], graph.head[ahead])
    return {
        "kind": kind,
        "climb": graph.edge_climb_cm[ahead].astype(np.int64) - up,
        "climb_back": graph.edge_climb_cm[back].astype(np.int64) - down,
        "name": _steps(graph.street_name),
    }


def _lengths(graph: StreetGraph) -> NDArray[np.uint32]:
    return graph.edge_length_mm[graph.street_edge]


def _steps(values: I32) -> I64:
    steps: I64 = values.astype(np.int64)
    steps[1:] -= steps[:-1].copy()
    return steps
