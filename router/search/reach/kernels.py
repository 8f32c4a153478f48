"""Compiled passes over a finished field and over the bare streets."""

import numpy as np
from numpy.typing import NDArray

from router.graph import CLOSED_DS, I32, I64, U8, U32
from router.kernel import kernel


@kernel
def sum_onward(head: I32, order: I32, next_edge: I32, at_node: I64, over_edge: I64) -> None:
    """Move what is at every node along its next edge, dearest node first; ``at_node`` becomes sums."""
    for i in range(len(order) - 1, -1, -1):
        v = order[i]
        e = next_edge[v]
        if e >= 0:
            over_edge[e] += at_node[v]
            at_node[head[e]] += at_node[v]


@kernel
def find_cuts(
    first: I32,
    head: I32,
    twin: I32,
    usable: NDArray[np.bool_],
    bridge: NDArray[np.bool_],
    articulation: NDArray[np.bool_],
) -> None:
    """Mark edges and nodes whose loss disconnects others (Hopcroft and Tarjan 1973), without recursion.

    An edge counts if it or its twin is usable.
    """
    n = len(first) - 1
    seen, low = np.zeros(n, np.int32), np.zeros(n, np.int32)
    came_by, turn = np.full(n, -1, np.int32), first[:-1].copy()
    n_seen = 0
    for root in range(n):
        if seen[root] != 0:
            continue
        n_seen += 1
        seen[root] = low[root] = n_seen
        v, n_branches = root, 0
        while True:
            if turn[v] < first[v + 1]:
                e = turn[v]
                turn[v] += 1
                u = head[e]
                if not (usable[e] or usable[twin[e]]) or (came_by[v] >= 0 and e == twin[came_by[v]]):
                    continue
                if seen[u] == 0:
                    n_seen += 1
                    seen[u] = low[u] = n_seen
                    came_by[u] = e
                    v = u
                else:
                    low[v] = min(low[v], seen[u])
                continue
            e = came_by[v]
            if e < 0:
                break
            above = head[twin[e]]
            low[above] = min(low[above], low[v])
            if low[v] > seen[above]:
                bridge[e] = bridge[twin[e]] = True
            if above == root:
                n_branches += 1
            elif low[v] >= seen[above]:
                articulation[above] = True
            v = above
        articulation[root] = n_branches > 1


@kernel
def band_edges(head: I32, edge_cost: U32, cost: U32, width: np.int64, last: np.int64, band: U8) -> None:
    """Write the band of one who stands before each edge and takes it; 255 where there is no way."""
    for e in range(len(head)):
        total = np.int64(edge_cost[e]) + np.int64(cost[head[e]])
        band[e] = min(total // width, last) if total < CLOSED_DS else 255
