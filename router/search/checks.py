"""Checks of what searches are given. Too cheap to leave out: one pass over the costs."""

import numpy as np

from router.arrays import freeze, require
from router.errors import InputError, Problem
from router.graph import CLOSED_DS, U32, StreetGraph
from router.search.sources import Sources


def check_search(graph: StreetGraph, cost_ds: U32, sources: Sources) -> None:
    """Raise an InputError unless costs and sources fit the graph."""
    freeze("search", graph.n_edges, {"cost_ds": (cost_ds, np.uint32)})
    if graph.n_edges and not (cost_ds.min() >= 1 and cost_ds.max() <= CLOSED_DS):
        require(
            "search",
            [("cost_ds", f"1 or more, at most {CLOSED_DS}", (cost_ds >= 1) & (cost_ds <= CLOSED_DS))],
        )
    if len(sources) and int(sources.node.max()) >= graph.n_nodes:
        found = f"node {int(sources.node.max())}"
        raise InputError(Problem("sources", "node", f"nodes 0 … {graph.n_nodes - 1}", found))
