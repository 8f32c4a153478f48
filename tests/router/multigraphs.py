"""Random street graphs with everything that real ones have, and the searches that ours are held against.

Loops, parallel streets, isolated nodes, zero sources, several sources at one node, closed and one-way edges,
costs near the limit, costs at the edge of the bucket window.
"""

from dataclasses import dataclass

import networkx as nx
import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

from router.graph import CLOSED_DS, U32, StreetGraph
from router.search import Sources
from tests.maps import Street, make_graph

UNREACHED = float(CLOSED_DS)


@dataclass(frozen=True)
class Case:
    """One search."""

    graph: StreetGraph
    cost_ds: U32
    sources: Sources


EDGE_COSTS = st.one_of(
    st.integers(1, 4),
    st.integers(1, 4),
    st.sampled_from([CLOSED_DS, CLOSED_DS, CLOSED_DS - 1, CLOSED_DS - 2, CLOSED_DS // 2, CLOSED_DS // 2 + 1]),
    st.sampled_from([65_534, 65_535, 65_536, 65_537, 131_072]),
    st.integers(1, CLOSED_DS),
)
SOURCE_COSTS = st.one_of(
    st.integers(0, 5), st.sampled_from([65_536, CLOSED_DS - 1]), st.integers(0, CLOSED_DS - 1)
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a small graph with costs and sources."""
    n = draw(st.integers(1, 9))
    ends = draw(st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=16))
    streets = [Street(tail, head, 1000 * (k + 1)) for k, (tail, head) in enumerate(ends)]
    graph = make_graph([(1000 * v, 0) for v in range(n)], streets)
    everything_closed = draw(st.booleans()) and draw(st.booleans())
    m = graph.n_edges
    costs = [CLOSED_DS] * m if everything_closed else draw(st.lists(EDGE_COSTS, min_size=m, max_size=m))
    entries = draw(st.lists(st.tuples(st.integers(0, n - 1), SOURCE_COSTS), max_size=5))
    sources = Sources(
        np.array([node for node, _ in entries], np.int32), np.array([cost for _, cost in entries], np.uint32)
    )
    return Case(graph, np.array(costs, np.uint32), sources)


def random_case(seed: int, n: int = 400, largest_ds: int = 3_000) -> Case:
    """Return a larger graph: streets between near numbers, one edge in ten closed."""
    rng = np.random.default_rng(seed)
    tail = rng.integers(0, n, 3 * n)
    head = np.clip(tail + rng.integers(-12, 13, 3 * n), 0, n - 1)
    pairs = zip(tail.tolist(), head.tolist(), strict=True)
    graph = make_graph([(1000 * v, 0) for v in range(n)], [Street(a, b, 1000) for a, b in pairs])
    cost = rng.integers(1, largest_ds + 1, graph.n_edges).astype(np.uint32)
    cost[rng.random(graph.n_edges) < 0.1] = CLOSED_DS
    k = max(1, n // 50)
    node, extra = rng.integers(0, n, k).astype(np.int32), rng.integers(0, largest_ds, k).astype(np.uint32)
    return Case(graph, cost, Sources(node, extra))


def crooked(seed: int, n_streets: int = 60, spread_e7: int = 40_000) -> StreetGraph:
    """Return streets with two to seven points each, anywhere in half a kilometre."""
    rng = np.random.default_rng(seed)
    lon, lat = 1_350_000_000, 350_000_000
    nodes = [(lon + int(x), lat + int(y)) for x, y in rng.integers(0, spread_e7, (20, 2))]
    streets = []
    for _ in range(n_streets):
        tail, head = (int(v) for v in rng.integers(0, 20, 2))
        inner = rng.integers(0, spread_e7, (rng.integers(0, 6), 2))
        points = [nodes[tail], *[(lon + int(x), lat + int(y)) for x, y in inner], nodes[head]]
        streets.append(Street(tail, head, int(rng.integers(1, 400_000)), points))
    return make_graph(nodes, streets)


def by_scipy(case: Case) -> NDArray[np.int64]:
    """Return the cost from every node by scipy, from one more node that stands for all sources."""
    graph, n = case.graph, case.graph.n_nodes
    edge = np.flatnonzero(case.cost_ds < CLOSED_DS)
    best: dict[tuple[int, int], int] = {}
    pairs = [(int(graph.head[e]), int(graph.tail[e]), int(case.cost_ds[e])) for e in edge]
    pairs += [
        (n, int(v), int(c) + 1) for v, c in zip(case.sources.node, case.sources.cost_ds, strict=True)
    ]  # plus 1: scipy has no edges of cost 0
    for a, b, c in pairs:
        best[a, b] = min(c, best.get((a, b), c))
    at = np.array(list(best), np.int64).reshape(-1, 2).T
    matrix = coo_array((np.array(list(best.values()), np.float64), (at[0], at[1])), shape=(n + 1, n + 1))
    cost = np.asarray(dijkstra(matrix.tocsr(), indices=[n]))[0, :n] - 1
    truth: NDArray[np.int64] = np.minimum(cost, UNREACHED).astype(np.int64)
    return truth


def by_networkx(case: Case) -> NDArray[np.int64]:
    """Return the cost from every node by networkx."""
    graph, n = case.graph, case.graph.n_nodes
    network: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    network.add_nodes_from(range(n + 1))
    for e in np.flatnonzero(case.cost_ds < CLOSED_DS):
        network.add_edge(int(graph.head[e]), int(graph.tail[e]), cost=int(case.cost_ds[e]))
    for v, c in zip(case.sources.node, case.sources.cost_ds, strict=True):
        network.add_edge(n, int(v), cost=int(c))
    reached = nx.single_source_dijkstra_path_length(network, n, weight="cost")
    return np.minimum([reached.get(v, UNREACHED) for v in range(n)], UNREACHED).astype(np.int64)


def canonical(case: Case, cost: NDArray[np.int64]) -> tuple[list[int], list[int]]:
    """Return next edges and sources by their definition, given the true costs."""
    graph, n = case.graph, case.graph.n_nodes
    next_edge, source = [-1] * n, [-1] * n
    entries = list(enumerate(zip(case.sources.node.tolist(), case.sources.cost_ds.tolist(), strict=True)))
    for v in sorted(range(n), key=lambda v: cost[v]):
        own = [k for k, (node, c) in entries if node == v and c == cost[v]]
        out = range(graph.first_out[v], graph.first_out[v + 1])
        tight = [e for e in out if int(case.cost_ds[e]) + cost[graph.head[e]] == cost[v]]
        if cost[v] == CLOSED_DS:
            continue
        if own:
            source[v] = own[0]
        else:
            next_edge[v] = tight[0]
            source[v] = source[graph.head[tight[0]]]
    return next_edge, source
