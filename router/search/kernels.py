"""Compiled proofs. Arrays in, verdicts out; they share no code with the searches that they judge."""

import numpy as np

from router.graph import CLOSED_DS, I32, U32
from router.kernel import Whole, kernel


@kernel
def own_sources(n_nodes: Whole, source_node: I32, source_cost: U32) -> I32:
    """Return the source that holds at each node (smallest cost, then smallest index), or -1."""
    own = np.full(n_nodes, -1, np.int32)
    for k in range(len(source_node)):
        v = source_node[k]
        if own[v] < 0 or source_cost[k] < source_cost[own[v]]:
            own[v] = k
    return own


@kernel
def count_led(tail: U32, head: U32, edge_cost: U32, cost: U32, next_edge: I32, source: I32) -> Whole:
    """Return how many nodes have a next edge that is theirs, is tight, and leads to the same source."""
    n_led = np.uint32(0)
    for v in range(len(cost)):
        edge = next_edge[v]
        e = np.uint32(max(edge, np.int32(0)))
        ahead = head[e]
        total = np.uint32(edge_cost[e] + cost[ahead])
        apart = np.uint32((total ^ cost[v]) | (tail[e] ^ np.uint32(v)))
        apart |= np.uint32(np.uint32(source[ahead] ^ source[v]) | np.uint32(edge >> np.int32(31)))
        n_led += np.uint32(apart == 0)
    return n_led


@kernel
def count_lost(cost: U32, next_edge: I32, source: I32, smallest: U32) -> tuple[Whole, Whole]:
    """Return how many nodes are not reached and say so, and the largest cost.

    Write for every node the smallest edge that may be tight: its next edge; 0 where it is not reached.
    """
    n_lost, largest, closed = np.uint32(0), np.uint32(0), np.uint32(CLOSED_DS)
    for v in range(len(cost)):
        here, edge = cost[v], next_edge[v]
        largest = max(largest, here)
        n_lost += np.uint32((here == closed) & (edge == np.int32(-1)) & (source[v] == np.int32(-1)))
        smallest[v] = np.uint32(0) if here == closed else np.uint32(edge)
    return n_lost, largest


@kernel
def count_roots(
    node: I32, own: I32, own_cost: U32, cost: U32, next_edge: I32, source: I32, smallest: U32
) -> tuple[Whole, Whole]:
    """Return how many nodes are roots and say so, and how many sources break a rule.

    Any edge of a root may be tight, so ``smallest`` becomes 0 there.
    """
    n_roots, n_wrong = 0, 0
    for k in range(len(node)):
        v = node[k]
        n_wrong += 1 if own_cost[k] < cost[v] else 0
        if own[v] == k and own_cost[k] == cost[v]:
            smallest[v] = np.uint32(0)
            right = next_edge[v] == -1 and source[v] == k
            n_roots += 1 if right else 0
            n_wrong += 0 if right else 1
    return n_roots, n_wrong


@kernel
def edges_hold(tail: U32, head: U32, edge_cost: U32, cost: U32, smallest: U32) -> bool:
    """Return whether no edge improves its tail and none is tight that is smaller than it may be."""
    wrong = np.uint32(0)
    for e in range(len(head)):
        v = tail[e]
        least = np.uint32(cost[v] + np.uint32(np.uint32(e) < smallest[v]))
        wrong |= np.uint32(np.uint32(edge_cost[e] + cost[head[e]]) < least)
    return bool(wrong == 0)


@kernel
def first_violation(
    first_out: I32,
    head: I32,
    edge_cost: U32,
    own: I32,
    source_cost: U32,
    cost: U32,
    next_edge: I32,
    source: I32,
) -> tuple[Whole, Whole]:
    """Return (kind, node or edge) of the first rule that the field breaks, or (0, -1)."""
    for v in range(len(cost)):
        here = np.int64(cost[v])
        if here > CLOSED_DS:
            return 1, v
        if own[v] >= 0 and source_cost[own[v]] < here:
            return 2, v
        tight = -1
        for e in range(first_out[v], first_out[v + 1]):
            total = np.int64(edge_cost[e]) + np.int64(cost[head[e]])
            if total < here:
                return 3, e
            if tight < 0 and total == here and here < CLOSED_DS:
                tight = e
        if here == CLOSED_DS:
            if next_edge[v] != -1 or source[v] != -1:
                return 4, v
        elif own[v] >= 0 and source_cost[own[v]] == here:
            if next_edge[v] != -1 or source[v] != own[v]:
                return 5, v
        elif tight < 0:
            return 6, v
        elif next_edge[v] != tight:
            return 7, v
        elif source[v] != source[head[tight]]:
            return 8, v
    return 0, -1
