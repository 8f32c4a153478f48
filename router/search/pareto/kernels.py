"""Compiled bi-objective A* (after BOA*, Hernández et al. 2020) from one start to many sources.

A label is one way to a node: its duration, its cost, the label before it, the edge between. Labels leave the
heap by what their whole ways must take at least, duration first; so a label is worth following only if it is
cheaper than every label that left at its node before, and than every whole way found before.
"""

import numpy as np

from router.graph import CLOSED_DS, I32, I64, U32
from router.kernel import Whole, kernel


@kernel
def sift_up(heap: I32, size: Whole, key: I64, label: Whole) -> None:
    """Put a label into a heap that is ordered by ``key``; the caller adds one to ``size``."""
    i = size
    while i > 0:
        parent = (i - 1) >> 1
        if key[heap[parent]] <= key[label]:
            break
        heap[i] = heap[parent]
        i = parent
    heap[i] = label


@kernel
def take_first(heap: I32, size: Whole, key: I64) -> Whole:
    """Take the label of the smallest key out; the caller takes one from ``size``."""
    first: Whole = heap[0]
    last = heap[size - 1]
    i = 0
    while True:
        child = 2 * i + 1
        if child >= size - 1:
            break
        if child + 1 < size - 1 and key[heap[child + 1]] < key[heap[child]]:
            child += 1
        if key[heap[child]] >= key[last]:
            break
        heap[i] = heap[child]
        i = child
    heap[i] = last
    return first


@kernel
def search_pareto(
    first: I32,
    head: I32,
    duration: U32,
    edge_cost: U32,
    closing: U32,
    least_duration: U32,
    least_cost: U32,
    entry_of: I32,
    entry_next: I32,
    entry_duration: U32,
    entry_cost: U32,
    start: Whole,
    start_ds: Whole,
    spent: I64,
    paid: I64,
    before: I32,
    by: I32,
    found: I32,
) -> Whole:
    """Write labels (``spent``, ``paid``, ``before``, ``by``) and those at ends of whole ways (``found``).

    ``by`` is an edge, or -2 - source where a way ends. Return how many whole ways there are; -1 if there is
    no room for more labels.
    """
    n, room = len(first) - 1, len(spent)
    node, key, heap = np.empty(room, np.int32), np.empty(room, np.int64), np.empty(room, np.int32)
    cheapest, closed = np.full(n + 1, np.int64(CLOSED_DS), np.int64), np.int64(CLOSED_DS)
    if least_duration[start] == CLOSED_DS or least_cost[start] == CLOSED_DS:
        return 0
    spent[0], paid[0], before[0], by[0], node[0] = 0, 0, -1, -1, start
    key[0], heap[0], n_labels, n_heap, n_found = 0, 0, 1, 1, 0
    while n_heap > 0:
        label = take_first(heap, n_heap, key)
        n_heap -= 1
        v = node[label]
        cost_to_go = np.int64(0) if v == n else np.int64(least_cost[v])
        if paid[label] >= cheapest[v] or paid[label] + cost_to_go >= cheapest[n]:
            continue
        cheapest[v] = paid[label]
        if v == n:
            found[n_found] = label
            n_found += 1
            continue
        k = entry_of[v]
        e = np.int64(first[v])
        while k >= 0 or e < first[v + 1]:
            if n_labels == room:
                return -1
            if k >= 0:
                u, bound_duration, bound_cost, step = n, np.int64(0), np.int64(0), -2 - k
                took, costs = (
                    spent[label] + np.int64(entry_duration[k]),
                    paid[label] + np.int64(entry_cost[k]),
                )
                k = entry_next[k]
            else:
                u, step = head[e], e
                bound_duration, bound_cost = np.int64(least_duration[u]), np.int64(least_cost[u])
                took, costs = spent[label] + np.int64(duration[e]), paid[label] + np.int64(edge_cost[e])
                e += 1
                if start_ds + took > closing[step]:
                    continue
            whole_duration, whole_cost = took + bound_duration, costs + bound_cost
            if whole_duration >= closed or costs >= cheapest[u] or whole_cost >= cheapest[n]:
                continue
            spent[n_labels], paid[n_labels], before[n_labels], by[n_labels] = took, costs, label, step
            node[n_labels], key[n_labels] = u, whole_duration << 31 | whole_cost
            sift_up(heap, n_heap, key, n_labels)
            n_labels, n_heap = n_labels + 1, n_heap + 1
    return n_found
