"""StreetGraph: the streets as frozen arrays, verified when built.

A *street* is an undirected piece between two junctions with its real shape; an *edge* is one of the two
directions of a street. Every street has exactly two edges, twins of each other, so the graph is structurally
symmetric: the edges into a node are the twins of the edges out of it.
"""

import hashlib
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from router.errors import InputError, Problem

I32: TypeAlias = NDArray[np.int32]
I64: TypeAlias = NDArray[np.int64]
U8: TypeAlias = NDArray[np.uint8]
U16: TypeAlias = NDArray[np.uint16]
U32: TypeAlias = NDArray[np.uint32]
F64: TypeAlias = NDArray[np.float64]

CLOSED_DS = 2**31 - 1
"""Cost of a closed edge, and of a node from which nothing is reached. Sum of two fits in uint32."""
NO_ELEVATION_CM = -(2**31)
"""``node_elevation_cm`` where no elevation is known."""


def _no_turns() -> I32:
    return np.empty(0, np.int32)


@dataclass(frozen=True, eq=False)
class StreetGraph:
    """Streets between junctions, in CSR form.

    With ``n`` nodes, ``m`` edges (directed), ``s = m / 2`` streets and ``p`` shape points:

    Attributes
    ----------
    node_lon_e7, node_lat_e7 : int32, (n,)
        Degrees times 10^7. Nodes are ordered along a Hilbert curve.
    node_elevation_cm : int32, (n,)
        Centimetres above sea level, or ``NO_ELEVATION_CM``.
    node_component : int32, (n,)
        Connected part; 0 is the largest, 1 the next.
    first_out : int32, (n + 1,)
        Edges out of ``v`` are ``first_out[v] : first_out[v + 1]``.
    tail, head, twin : int32, (m,)
        ``twin[e]`` is the same street the other way. Edges are sorted by (tail, head, street, direction).
    edge_street : int32, (m,)
        The street of an edge.
    edge_forward : bool, (m,)
        Whether the edge runs in the direction of the street's points.
    edge_length_mm : uint32, (m,)
        Length on the ellipsoid; equal for twins.
    edge_climb_cm : uint32, (m,)
        Sum of the ascents in this direction (0 where no elevation is known).
    edge_class : uint8, (m,)
        ``router.classes.StreetClass``.
    edge_flags : uint32, (m,)
        ``router.classes.Flag`` and the two ranks.
    street_first_point : int32, (s + 1,)
        Points of street ``k`` are ``street_first_point[k] : street_first_point[k + 1]``, both ends included.
    point_lon_e7, point_lat_e7 : int32, (p,)
        The shapes.
    street_way_id : int64, (s,)
        OpenStreetMap way (the first of them where a street joins several); 0 where there is none.
    street_name : int32, (s,)
        Index into ``names``; 0 is the empty name.
    names : tuple of str
        Street names.
    banned_from, banned_to : int32, (b,)
        Turns that no car may make: from the end of one edge into another, sorted. They bind nobody else.
    """

    node_lon_e7: I32
    node_lat_e7: I32
    node_elevation_cm: I32
    node_component: I32
    first_out: I32
    tail: I32
    head: I32
    twin: I32
    edge_street: I32
    edge_forward: NDArray[np.bool_]
    edge_length_mm: U32
    edge_climb_cm: U32
    edge_class: U8
    edge_flags: U32
    street_first_point: I32
    point_lon_e7: I32
    point_lat_e7: I32
    street_way_id: I64
    street_name: I32
    names: tuple[str, ...]
    banned_from: I32 = field(default_factory=_no_turns)
    banned_to: I32 = field(default_factory=_no_turns)

    def __post_init__(self) -> None:
        problems = list(_problems(self))
        if problems:
            raise InputError(problems)
        for name in (*ARRAYS, *TURNS):
            getattr(self, name).setflags(write=False)

    @property
    def n_nodes(self) -> int:
        """Number of nodes."""
        return len(self.node_lon_e7)

    @property
    def n_edges(self) -> int:
        """Number of directed edges."""
        return len(self.tail)

    @property
    def n_streets(self) -> int:
        """Number of streets (undirected)."""
        return len(self.street_way_id)

    @cached_property
    def street_edge(self) -> I32:
        """int32, (s,): the forward edge of every street."""
        out = np.empty(self.n_streets, np.int32)
        forward = np.flatnonzero(self.edge_forward)
        out[self.edge_street[forward]] = forward
        out.setflags(write=False)
        return out

    @cached_property
    def digest(self) -> str:
        """Hex sha256 over arrays and names, turns excepted: equal streets have equal digests everywhere."""
        digest = hashlib.sha256()
        for name in ARRAYS:
            array = getattr(self, name)
            little = array.astype(array.dtype.newbyteorder("<"), copy=False)
            digest.update(f"{name} {array.dtype.str[1:]} {array.shape}\n".encode())
            digest.update(np.ascontiguousarray(little).data)
        digest.update("\n".join(self.names).encode())
        return digest.hexdigest()


TURNS = ("banned_from", "banned_to")
"""Names of the array fields that most graphs leave empty."""
ARRAYS = tuple(one.name for one in fields(StreetGraph) if one.name not in {"names", *TURNS})
"""Names of the other array fields in their fixed order (digest and store use it)."""

_DTYPES: dict[str, type[np.generic]] = {
    "edge_forward": np.bool_,
    "edge_length_mm": np.uint32,
    "edge_climb_cm": np.uint32,
    "edge_class": np.uint8,
    "edge_flags": np.uint32,
    "street_way_id": np.int64,
}


def _problems(graph: StreetGraph) -> list[Problem]:
    """Return everything that is wrong with the arrays: layout first, then content."""
    layout = _layout_problems(graph)
    return layout or _content_problems(graph)


def _layout_problems(graph: StreetGraph) -> list[Problem]:
    n, m = len(graph.node_lon_e7), len(graph.tail)
    s, p = len(graph.street_way_id), len(graph.point_lon_e7)
    found = []
    for name in ARRAYS:
        array = getattr(graph, name)
        dtype = np.dtype(_DTYPES.get(name, np.int32))
        size = _expected_length(name, n, m, s, p)
        if array.dtype != dtype or array.shape != (size,) or not array.flags.c_contiguous:
            expected = f"contiguous {dtype} of shape ({size},)"
            found.append(Problem("street graph", name, expected, f"{array.dtype} of shape {array.shape}"))
    for name in TURNS:
        array = getattr(graph, name)
        if array.dtype != np.int32 or array.shape != graph.banned_from.shape or not array.flags.c_contiguous:
            expected = f"contiguous int32 of shape {graph.banned_from.shape}"
            found.append(Problem("street graph", name, expected, f"{array.dtype} of shape {array.shape}"))
    if m != 2 * s:
        found.append(Problem("street graph", "edges", f"two edges for each of {s} streets", f"{m} edges"))
    return found


def _expected_length(name: str, n: int, m: int, s: int, p: int) -> int:
    """Return the length that array ``name`` must have."""
    if name == "first_out":
        return n + 1
    if name == "street_first_point":
        return s + 1
    if name.startswith("node_"):
        return n
    if name.startswith("point_"):
        return p
    return s if name.startswith("street_") else m


def _content_problems(graph: StreetGraph) -> list[Problem]:
    n, m = graph.n_nodes, graph.n_edges
    every = np.arange(m, dtype=np.int32)
    checks = {
        "first_out": ("0 … m, rising", _is_partition(graph.first_out, m)),
        "street_first_point": (
            "0 … p in steps of 2 or more",
            _is_partition(graph.street_first_point, len(graph.point_lon_e7), 2),
        ),
        "head": (f"nodes 0 … {n - 1}", _within(graph.head, n)),
        "twin": (f"edges 0 … {m - 1}", _within(graph.twin, m)),
        "edge_street": ("streets", _within(graph.edge_street, graph.n_streets)),
        "street_name": ("indices of names", _within(graph.street_name, len(graph.names))),
        "banned_from": (f"edges 0 … {m - 1}", _within(graph.banned_from, m)),
        "banned_to": (f"edges 0 … {m - 1}", _within(graph.banned_to, m)),
    }
    wrong = [Problem("street graph", k, want, "something else") for k, (want, ok) in checks.items() if not ok]
    if wrong:
        return wrong
    twin = graph.twin
    relations = {
        "tail": (
            "the node whose block the edge is in",
            np.repeat(np.arange(n), np.diff(graph.first_out)) == graph.tail,
        ),
        "twin": ("an involution without fixed points", (twin[twin] == every) & (twin != every)),
        "head": ("the tail of the twin", graph.head == graph.tail[twin]),
        "edge_street": ("the street of the twin", graph.edge_street == graph.edge_street[twin]),
        "edge_forward": ("opposite to the twin's", graph.edge_forward != graph.edge_forward[twin]),
        "edge_length_mm": ("the twin's length", graph.edge_length_mm == graph.edge_length_mm[twin]),
    }
    turn = graph.banned_from.astype(np.int64) << 32 | graph.banned_to
    relations["banned_to"] = (
        "sorted, each once, out of the head of banned_from",
        (np.diff(turn, prepend=-1) > 0) & (graph.head[graph.banned_from] == graph.tail[graph.banned_to]),
    )
    return [
        Problem("street graph", name, want, f"number {int(np.argmin(ok))} otherwise")
        for name, (want, ok) in relations.items()
        if not ok.all()
    ]


def _is_partition(first: I32, total: int, step: int = 0) -> bool:
    return bool(first[0] == 0 and first[-1] == total and (np.diff(first) >= step).all())


def _within(index: I32, size: int) -> bool:
    return bool(len(index) == 0 or (index.min() >= 0 and index.max() < size))
