"""The limits: a search that is told everything, and one look at every edge."""

import numpy as np
from numpy.typing import NDArray

from router.graph import U32
from router.kernel import kernel


@kernel
def settle_in_order(first: U32, arcs: NDArray[np.uint64], order: U32, cost: U32) -> None:
    """Dijkstra without a queue: the order of settling is given."""
    for v in order:
        here = cost[v]
        for i in range(first[v], first[v + np.uint32(1)]):
            u, total = np.uint32(arcs[i]), np.uint32(here + np.uint32(arcs[i] >> np.uint64(32)))
            if total < cost[u]:
                cost[u] = total


@kernel
def settle_in_order_branchless(first: U32, arcs: NDArray[np.uint64], order: U32, cost: U32) -> None:
    """The same, where an arc that improves nothing writes what was there."""
    for v in order:
        here = cost[v]
        for i in range(first[v], first[v + np.uint32(1)]):
            u, total = np.uint32(arcs[i]), np.uint32(here + np.uint32(arcs[i] >> np.uint64(32)))
            cost[u] = min(cost[u], total)


@kernel
def pass_once(tail: U32, head: U32, edge_cost: U32, cost: U32, better: U32) -> None:
    """Relax every edge once, in memory order."""
    for e in range(len(tail)):
        v = tail[e]
        better[v] = min(better[v], np.uint32(edge_cost[e] + cost[head[e]]))
