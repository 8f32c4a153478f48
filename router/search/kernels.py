"""Compiled searches. Arrays in, arrays out; the public functions beside this file validate.

The bucket queue holds one list per decisecond inside a window that slides along the cost axis; whatever lies
beyond the window waits in a binary heap. Street costs are small, so the heap is nearly always empty; costs up
to the limit only make it busier. Nothing is sized by the largest cost, and nothing wraps: two numbers below
2^31 are added in int64.
"""

import numpy as np

from router.graph import CLOSED_DS, I32, I64, U32
from router.kernel import Whole, kernel


@kernel
def pack_arcs(head: I32, twin: I32, cost_ds: U32) -> tuple[I64, Whole]:
    """Return, per edge v→u, one word ``cost of u→v << 32 | u``, and the largest open cost.

    The search walks backward: at v it needs the edges *into* v, which are the twins of v's own block.
    """
    arcs = np.empty(len(head), np.int64)
    largest = np.int64(0)
    for e in range(len(head)):
        cost = np.int64(cost_ds[twin[e]])
        arcs[e] = (cost << 32) | np.int64(head[e])
        if largest < cost < CLOSED_DS:
            largest = cost
    return arcs, largest


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
def heap_push(heap: I64, size: Whole, key: Whole) -> None:
    """Put ``key`` into the binary heap ``heap[:size]``; the caller adds one to ``size``."""
    i = size
    while i > 0:
        parent = (i - 1) >> 1
        if heap[parent] <= key:
            break
        heap[i] = heap[parent]
        i = parent
    heap[i] = key


@kernel
def heap_pop(heap: I64, size: Whole) -> Whole:
    """Take the smallest key out of ``heap[:size]``; the caller takes one from ``size``."""
    top: Whole = heap[0]
    last = heap[size - 1]
    i = 0
    while True:
        child = 2 * i + 1
        if child >= size - 1:
            break
        if child + 1 < size - 1 and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= last:
            break
        heap[i] = heap[child]
        i = child
    heap[i] = last
    return top


@kernel
def bucket_search(first_out: I32, arcs: I64, own: I32, source_cost: U32, window: Whole) -> tuple[U32, I32]:
    """Settle every node, cheapest first; return costs and the order of settling.

    ``window`` is a power of two. Entries are never deleted: one that no longer equals its node's cost is
    skipped. Every edge is relaxed at most once, so there are at most m + n entries in all.
    """
    n, capacity = len(first_out) - 1, len(arcs) + len(own) + 1
    cost = np.full(n, CLOSED_DS, np.uint32)
    order = np.empty(n, np.int32)
    bucket = np.full(window, -1, np.int32)
    entry_node, entry_next = np.empty(capacity, np.int32), np.empty(capacity, np.int32)
    far = np.empty(capacity, np.int64)
    n_entries, n_near, n_far, n_settled, now, mask = 0, 0, 0, 0, 0, window - 1
    for v in range(n):
        if own[v] >= 0:
            cost[v] = source_cost[own[v]]
            heap_push(far, n_far, (np.int64(cost[v]) << 32) | v)
            n_far += 1
    while True:
        if n_near == 0:
            if n_far == 0:
                break
            now = far[0] >> 32
        while n_far > 0 and (far[0] >> 32) < now + window:
            key = heap_pop(far, n_far)
            n_far -= 1
            slot = (key >> 32) & mask
            entry_node[n_entries], entry_next[n_entries] = key & 0x7FFFFFFF, bucket[slot]
            bucket[slot] = n_entries
            n_entries += 1
            n_near += 1
        while bucket[now & mask] < 0:
            now += 1
        entry = bucket[now & mask]
        bucket[now & mask] = -1
        while entry >= 0:
            v = entry_node[entry]
            entry = entry_next[entry]
            n_near -= 1
            if cost[v] != now:
                continue
            order[n_settled] = v
            n_settled += 1
            for i in range(first_out[v], first_out[v + 1]):
                total = now + (arcs[i] >> 32)
                u = arcs[i] & 0x7FFFFFFF
                if total >= cost[u]:
                    continue
                cost[u] = total
                if total < now + window:
                    slot = total & mask
                    entry_node[n_entries], entry_next[n_entries] = u, bucket[slot]
                    bucket[slot] = n_entries
                    n_entries += 1
                    n_near += 1
                else:
                    heap_push(far, n_far, (total << 32) | u)
                    n_far += 1
    return cost, order[:n_settled]


@kernel
def follow_ties(
    first_out: I32, head: I32, edge_cost: U32, cost: U32, order: I32, own: I32, source_cost: U32
) -> tuple[I32, I32]:
    """Return the canonical next edge and source of every node, given the true costs.

    ``order`` visits a node after all nodes that are cheaper, so the head's source is known when it is needed.
    """
    next_edge = np.full(len(cost), -1, np.int32)
    source = np.full(len(cost), -1, np.int32)
    for v in range(len(cost)):  # in memory order: half the time of settling order
        here = np.int64(cost[v])
        if here == CLOSED_DS:
            continue
        if own[v] >= 0 and source_cost[own[v]] == here:
            source[v] = own[v]
            continue
        for e in range(first_out[v], first_out[v + 1]):
            if np.int64(edge_cost[e]) + np.int64(cost[head[e]]) == here:
                next_edge[v] = e
                break
    for v in order:
        if next_edge[v] >= 0:
            source[v] = source[head[next_edge[v]]]
    return next_edge, source


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
