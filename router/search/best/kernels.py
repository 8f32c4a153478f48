"""Compiled passes for the second, third … best site of every node, given those before.

``cost`` and ``site`` are (k, n): row ``i`` holds what is known of rank ``i``; all rows before ``rank`` are.
"""

import numpy as np
from numpy.typing import NDArray

from router.graph import CLOSED_DS, I32, U32
from router.kernel import Whole, kernel


@kernel
def first_other(site: NDArray[np.int32], rank: Whole, v: Whole, w: Whole) -> Whole:
    """Return the first rank of ``w`` whose site is not among those of ``v``; ``rank`` if all are."""
    for i in range(rank):
        found = False
        for j in range(rank):
            found |= site[i, w] == site[j, v]
        if not found:
            return i
    return rank


@kernel
def mark_apart(tail: U32, head: U32, site: I32, apart: U32) -> None:
    """Mark with other than 0 the edges between nodes with different sites of one rank."""
    for e in range(len(head)):
        apart[e] |= np.uint32(site[tail[e]] ^ site[head[e]])


@kernel
def split_edges(
    tail: U32,
    head: U32,
    edge_cost: U32,
    rank: Whole,
    cost: NDArray[np.uint32],
    site: NDArray[np.int32],
    offered: U32,
    inner_cost: U32,
) -> None:
    """Tell edges between nodes with the same sites from edges between others.

    Along the first the search for the next rank runs (``inner_cost``; CLOSED elsewhere). Over one of the
    others, the head offers its best site that the tail has not: ``offered``, CLOSED elsewhere. Row ``rank``
    of ``cost`` is lowered to the best offer. Before, ``offered`` holds the marks of `mark_apart`: most edges
    have none, and where there is one the same sites may stand in another order.
    """
    closed = np.uint32(CLOSED_DS)
    for e in range(len(head)):
        inner_cost[e] = edge_cost[e]
    for e in range(len(head)):
        marked, offered[e] = offered[e], closed
        if marked == 0:
            continue
        v, w = tail[e], head[e]
        i = first_other(site, rank, v, w)
        if i < rank:
            offered[e], inner_cost[e] = min(np.uint32(edge_cost[e] + cost[i, w]), closed), closed
            cost[rank, v] = min(cost[rank, v], offered[e])


@kernel
def offer_own(
    node: U32, node_cost: U32, entry_site: I32, rank: Whole, cost: NDArray[np.uint32], site: NDArray[np.int32]
) -> None:
    """Lower row ``rank`` of ``cost`` to what sources at the nodes offer, for sites that these have not."""
    for k in range(len(node)):
        v, known = node[k], False
        for j in range(rank):
            known |= site[j, v] == entry_site[k]
        if not known:
            cost[rank, v] = min(cost[rank, v], node_cost[k])


@kernel
def tight_edges_beside(tail: U32, head: U32, inner_cost: U32, offered: U32, cost: U32, tight: U32) -> bool:
    """Write each edge's own id where it is tight, else 2^32 - 1; return whether any improves its tail."""
    never, improvable = np.uint32(2**32 - 1), np.uint32(0)
    for e in range(len(head)):
        here = cost[tail[e]]
        total = min(offered[e], np.uint32(inner_cost[e] + cost[head[e]]))
        tight[e] = np.uint32(e) if total == here else never
        improvable |= np.uint32(total < here)
    return bool(improvable != 0)


@kernel
def settle_own(
    node: U32,
    node_cost: U32,
    entry_site: I32,
    rank: Whole,
    cost: NDArray[np.uint32],
    site: NDArray[np.int32],
    next_edge: I32,
) -> tuple[bool, Whole]:
    """Make every node a root of this rank whose own source offers as little; the smallest index holds.

    Return whether any source offers less than the node has, and how many roots had no tight edge.
    """
    too_dear, n_held = False, 0
    for k in range(len(node)):
        v, known = node[k], False
        for j in range(rank):
            known |= site[j, v] == entry_site[k]
        if known:
            continue
        too_dear |= node_cost[k] < cost[rank, v]
        if node_cost[k] == cost[rank, v] and site[rank, v] < 0:
            n_held += 1 if next_edge[v] < 0 else 0
            next_edge[v], site[rank, v] = -1, entry_site[k]
    return too_dear, n_held


@kernel
def take_offers(
    head: U32, rank: Whole, next_edge: I32, site: NDArray[np.int32], inner_cost: U32, onward: I32
) -> None:
    """Name the site where the next edge is an offer; ``onward`` keeps the next edges of the others."""
    for v in range(len(next_edge)):
        e = next_edge[v]
        onward[v] = e
        if e >= 0 and inner_cost[e] == CLOSED_DS:
            onward[v] = -1
            site[rank, v] = site[first_other(site, rank, v, head[e]), head[e]]
