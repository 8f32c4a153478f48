"""Compiled passes over eliminated nodes.

Nodes stand in groups: eliminated at one level, with one number of neighbours, so that no node of a group is
a neighbour of another and every loop has a fixed length. A group of ``c`` nodes with ``d`` neighbours each
has ``d`` runs of ``c`` slots, neighbour by neighbour. Pair ``s`` keeps its two costs side by side: ``2 s``
leads from the eliminated node up to the neighbour, ``2 s + 1`` back down. Rows of ``group`` are (first node,
number of nodes, neighbours, first slot, first target).
"""

import numpy as np
from numpy.typing import NDArray

from router.graph import CLOSED_DS, I32, I64, U32
from router.kernel import Whole, kernel
from router.search.bucket.kernels import heap_pop, heap_push

U64 = NDArray[np.uint64]


@kernel
def gather_pairs(there: U32, back: U32, missing: U32, edge_cost: U32, pair_cost: U32) -> None:
    """Write the costs of the edge of every pair.

    ``missing`` is CLOSED where the pair has no edge, else 0. No cost has a bit that CLOSED has not, so a
    bitwise or closes it; a choice between two values would keep the compiler from vector instructions.
    """
    for s in range(len(there)):
        pair_cost[2 * s] = edge_cost[there[s]] | missing[s]
        pair_cost[2 * s + 1] = edge_cost[back[s]] | missing[s]


@kernel
def offer(pair_cost: U32, word: Whole, there: Whole, back: Whole) -> None:
    """Lower both costs of a pair; ``word`` is where the first of them goes."""
    one, other, mate = np.uint32(there), np.uint32(back), np.uint32(word) ^ np.uint32(1)
    pair_cost[word] = min(pair_cost[word], one)
    pair_cost[mate] = min(pair_cost[mate], other)


@kernel
def offer_parallels(word: U32, there: U32, back: U32, edge_cost: U32, pair_cost: U32) -> None:
    """Offer edges that are parallel to the edge of their pair."""
    for i in range(len(word)):
        offer(pair_cost, word[i], edge_cost[there[i]], edge_cost[back[i]])


@kernel
def customise(group: I64, target: U32, pair_cost: U32) -> None:
    """Carry the costs of ways through every eliminated node over to the pairs of its neighbours.

    Two costs below 2^31 are added in uint32; a sum at or above CLOSED never lowers anything.
    """
    for g in range(len(group)):
        c, d, s, t = group[g, 1], group[g, 2], 2 * group[g, 3], group[g, 4]
        if d == 3:
            for k in range(c):
                a, b, e = s + 2 * k, s + 2 * (c + k), s + 2 * (2 * c + k)
                up_a, down_a, up_b, down_b = pair_cost[a], pair_cost[a + 1], pair_cost[b], pair_cost[b + 1]
                up_e, down_e = pair_cost[e], pair_cost[e + 1]
                offer(pair_cost, target[t + k], down_a + up_b, down_b + up_a)
                offer(pair_cost, target[t + c + k], down_a + up_e, down_e + up_a)
                offer(pair_cost, target[t + 2 * c + k], down_b + up_e, down_e + up_b)
            continue
        for i in range(d):
            for j in range(i + 1, d):
                for k in range(c):
                    a, b = s + 2 * (i * c + k), s + 2 * (j * c + k)
                    there, back = pair_cost[a + 1] + pair_cost[b], pair_cost[b + 1] + pair_cost[a]
                    offer(pair_cost, target[t + k], there, back)
                t += c


@kernel
def push_up(
    place: I32, begin: I32, group_of: I32, group: I64, sequence: U32, up: U32, pair_cost: U32, cost: U32
) -> None:
    """Carry the costs of sources at eliminated nodes up to their neighbours, lowest first.

    ``begin`` are the places in the sequence (-1: in the core) of nodes that already have a cost.
    """
    heap, waiting, n_heap = np.empty(len(sequence) + 1, np.int64), np.zeros(len(sequence) + 1, np.bool_), 0
    for k in begin:
        if k >= 0 and not waiting[k]:
            waiting[k] = True
            heap_push(heap, n_heap, np.int64(k))
            n_heap += 1
    while n_heap > 0:
        k = heap_pop(heap, n_heap)
        n_heap -= 1
        g = group_of[k]
        here, s = cost[sequence[k]], group[g, 3] + k - group[g, 0]
        for _ in range(group[g, 2]):
            u, total = up[s], np.uint32(pair_cost[2 * s + 1] + here)
            s += group[g, 1]
            if total < cost[u]:
                cost[u] = total
                if place[u] >= 0 and not waiting[place[u]]:
                    waiting[place[u]] = True
                    heap_push(heap, n_heap, np.int64(place[u]))
                    n_heap += 1


@kernel
def sweep_up(group: I64, sequence: U32, up: U32, pair_cost: U32, cost: U32) -> None:
    """Carry the costs of all eliminated nodes up to their neighbours, first eliminated first."""
    for g in range(len(group)):
        f, c, d, s = group[g, 0], group[g, 1], group[g, 2], group[g, 3]
        for _ in range(d):
            for k in range(c):
                total = np.uint32(pair_cost[2 * (s + k) + 1] + cost[sequence[f + k]])
                u = up[s + k]
                cost[u] = min(cost[u], total)
            s += c


@kernel
def load_core(node: U32, word: U32, head: U32, pair_cost: U32, cost: U32, core_cost: U32, arcs: U64) -> U32:
    """Write costs and packed arcs of the core; return its nodes that already have a cost."""
    for i in range(len(arcs)):
        arcs[i] = (np.uint64(pair_cost[word[i]]) << np.uint64(32)) | np.uint64(head[i])
    for i in range(len(node)):
        core_cost[i] = cost[node[i]]
    return np.flatnonzero(core_cost < np.uint32(CLOSED_DS)).astype(np.uint32)


@kernel
def unload_core(node: U32, core_cost: U32, cost: U32) -> None:
    """Write the costs of the core back."""
    for i in range(len(node)):
        cost[node[i]] = core_cost[i]


@kernel
def sweep_down(group: I64, sequence: U32, up: U32, pair_cost: U32, cost: U32) -> None:
    """Settle every eliminated node from its neighbours, last eliminated first."""
    for g in range(len(group) - 1, -1, -1):
        f, c, d, s = group[g, 0], group[g, 1], group[g, 2], group[g, 3]
        if d == 2:
            for k in range(c):
                v, a, b = sequence[f + k], s + k, s + c + k
                one, two = (
                    np.uint32(pair_cost[2 * a] + cost[up[a]]),
                    np.uint32(pair_cost[2 * b] + cost[up[b]]),
                )
                cost[v] = min(cost[v], min(one, two))
        elif d == 3:
            for k in range(c):
                v, a, b, e = sequence[f + k], s + k, s + c + k, s + 2 * c + k
                one, two = (
                    np.uint32(pair_cost[2 * a] + cost[up[a]]),
                    np.uint32(pair_cost[2 * b] + cost[up[b]]),
                )
                three = np.uint32(pair_cost[2 * e] + cost[up[e]])
                cost[v] = min(min(cost[v], one), min(two, three))
        else:
            for k in range(c):
                v, a = sequence[f + k], s + k
                here = cost[v]
                for _ in range(d):
                    here = min(here, np.uint32(pair_cost[2 * a] + cost[up[a]]))
                    a += c
                cost[v] = here
