"""Other people's searches on the same streets: one more node stands for all sources, or many start one call.

Each peer is asked for the cost from every node to the nearest source, in the fastest way that it offers from
Python. Peers that are not installed are named by the caller.
"""

from collections.abc import Callable, Collection
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np

from benchmarks.searches.porto import Town
from router.graph import CLOSED_DS

PACKAGES = ("scipy", "networkx", "igraph", "networkit", "rustworkx", "edsger", "pandana", "routingkit_cch")


def installed() -> dict[str, str | None]:
    """Return the version of every peer; None where it is not installed."""
    found: dict[str, str | None] = {}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = None
    return found


def searches(town: Town, names: Collection[str] = PACKAGES) -> dict[str, Callable[[], Any]]:
    """Return one call per peer among ``names`` that is installed."""
    makers = {
        "scipy": _scipy,
        "networkx": _networkx,
        "igraph": _igraph,
        "networkit": _networkit,
        "rustworkx": _rustworkx,
        "edsger": _edsger,
        "pandana": _pandana,
    }
    return {name: make(town) for name, make in makers.items() if name in names and installed()[name]}


def _backward(town: Town) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (from, to, cost) of the open edges turned round, the cheapest of parallel ones."""
    graph = town.graph
    edge = np.flatnonzero((town.cost_ds < CLOSED_DS) & (graph.tail != graph.head))
    key = graph.head[edge].astype(np.int64) * graph.n_nodes + graph.tail[edge]
    edge = edge[np.lexsort((town.cost_ds[edge], key))]
    key = graph.head[edge].astype(np.int64) * graph.n_nodes + graph.tail[edge]
    edge = edge[np.diff(key, prepend=-1) != 0]
    return graph.head[edge], graph.tail[edge], town.cost_ds[edge].astype(np.float64)


def _with_root(town: Town) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Add node n with an edge of cost 1 to every source (several peers have no edges of cost 0)."""
    a, b, cost = _backward(town)
    root = np.full(len(town.sources), town.graph.n_nodes)
    return np.r_[a, root], np.r_[b, town.sources.node], np.r_[cost, np.ones(len(root))]


def _scipy(town: Town) -> Callable[[], Any]:
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    a, b, cost = _backward(town)
    matrix = csr_array((cost, (a, b)), shape=(town.graph.n_nodes,) * 2)
    return lambda: dijkstra(matrix, indices=town.sources.node, min_only=True)


def _networkx(town: Town) -> Callable[[], Any]:
    import networkx

    network = networkx.DiGraph()
    network.add_weighted_edges_from(zip(*(column.tolist() for column in _backward(town)), strict=True))
    roots = set(town.sources.node.tolist()) & set(network)
    return lambda: networkx.multi_source_dijkstra_path_length(network, roots)


def _igraph(town: Town) -> Callable[[], Any]:
    import igraph

    a, b, cost = _with_root(town)
    network = igraph.Graph(n=town.graph.n_nodes + 1, edges=np.stack([a, b], 1).tolist(), directed=True)
    weights = cost.tolist()
    return lambda: network.distances(source=town.graph.n_nodes, weights=weights, algorithm="dijkstra")


def _networkit(town: Town) -> Callable[[], Any]:
    import networkit

    networkit.setNumberOfThreads(1)
    network = networkit.Graph(town.graph.n_nodes + 1, weighted=True, directed=True)
    for a, b, cost in zip(*(column.tolist() for column in _with_root(town)), strict=True):
        network.addEdge(a, b, cost)

    def search() -> Any:
        run = networkit.distance.Dijkstra(network, town.graph.n_nodes, False)
        run.run()
        return run.getDistances(asarray=True)

    return search


def _rustworkx(town: Town) -> Callable[[], Any]:
    import rustworkx

    network = rustworkx.PyDiGraph()
    network.add_nodes_from(range(town.graph.n_nodes + 1))
    columns = (column.tolist() for column in _with_root(town))
    network.add_edges_from(list(zip(*columns, strict=True)))
    return lambda: rustworkx.dijkstra_shortest_path_lengths(network, town.graph.n_nodes, float)


def _edsger(town: Town) -> Callable[[], Any]:
    import pandas
    from edsger.path import Dijkstra

    columns = dict(zip(("tail", "head", "weight"), _with_root(town), strict=True))
    search = Dijkstra(pandas.DataFrame(columns))
    return lambda: search.run(vertex_idx=town.graph.n_nodes)


def _pandana(town: Town) -> Callable[[], Any]:
    import pandana
    import pandas

    graph = town.graph
    x, y = (pandas.Series(column / 1e7) for column in (graph.node_lon_e7, graph.node_lat_e7))
    a, b, cost = _backward(town)
    network = pandana.Network(x, y, pandas.Series(b), pandas.Series(a), pandas.DataFrame({"s": cost}), False)
    farthest = 1e7
    network.set_pois("sites", farthest, 1, x[town.sources.node], y[town.sources.node])
    return lambda: network.nearest_pois(farthest, "sites", num_pois=1)
