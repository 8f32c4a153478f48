"""Compiled elimination, on topology alone.

A *pair* is two neighbours, whatever runs between them. Half ``h`` of pair ``h >> 1`` hangs in the list of one
node and names the other, ``other[h]``; half ``h ^ 1`` is the same pair seen from there. Eliminating a node
takes its pairs out and joins its neighbours by pairs, where they are not neighbours already (*fill*).
"""

import numpy as np

from router.graph import I32
from router.kernel import Whole, kernel


@kernel
def half_towards(start: I32, link: I32, other: I32, v: Whole, u: Whole) -> Whole:
    """Return the half in the list of ``v`` that names ``u``, or -1."""
    h: Whole = start[v]
    while h >= 0 and other[h] != u:
        h = link[h]
    return h


@kernel
def add_pair(start: I32, link: I32, other: I32, degree: I32, pair: Whole, v: Whole, u: Whole) -> Whole:
    """Hang pair number ``pair`` between ``v`` and ``u``; return the half of ``v``."""
    h = 2 * pair
    other[h], link[h], start[v] = u, start[v], h
    other[h + 1], link[h + 1], start[u] = v, start[u], h + 1
    degree[v] += 1
    degree[u] += 1
    return h


@kernel
def join_all(tail: I32, head: I32, start: I32, link: I32, other: I32, degree: I32, half: I32) -> Whole:
    """Make pairs of these ends, each once; write the half of every tail; return how many."""
    n_pairs = 0
    for i in range(len(tail)):
        h = half_towards(start, link, other, tail[i], head[i])
        if h < 0:
            h = add_pair(start, link, other, degree, n_pairs, tail[i], head[i])
            n_pairs += 1
        half[i] = h
    return n_pairs


@kernel
def count_fill(start: I32, link: I32, other: I32, v: Whole) -> Whole:
    """Return how many pairs the elimination of ``v`` would add."""
    n_fill = 0
    h = start[v]
    while h >= 0:
        g = link[h]
        while g >= 0:
            n_fill += 1 if half_towards(start, link, other, other[h], other[g]) < 0 else 0
            g = link[g]
        h = link[h]
    return n_fill


@kernel
def take_out(start: I32, link: I32, other: I32, degree: I32, v: Whole, slot: I32, n_slots: Whole) -> Whole:
    """Unhang ``v`` from its neighbours; append its halves to ``slot``; return the number of slots."""
    h = start[v]
    while h >= 0:
        slot[n_slots] = h
        n_slots += 1
        u, twin = other[h], h ^ 1
        if start[u] == twin:
            start[u] = link[twin]
        else:
            g = start[u]
            while link[g] != twin:
                g = link[g]
            link[g] = link[twin]
        degree[u] -= 1
        h = link[h]
    return n_slots


@kernel
def eliminate(
    start: I32,
    link: I32,
    other: I32,
    degree: I32,
    n_pairs: Whole,
    largest_degree: Whole,
    slot: I32,
    target: I32,
) -> tuple[I32, I32, Whole]:
    """Eliminate every node that has few neighbours and does not make the rest denser.

    A node goes if it has at most two neighbours, or at most ``largest_degree`` and its elimination adds no
    more pairs than it takes out. Those that take out most go first: the bar is lowered when a round over
    all candidates finds few. Neighbours never go in the same round, so rounds stay wide.

    Returns
    -------
    sequence, first_slot : int32
        Nodes in the order of elimination; their halves are ``slot[first_slot[k] : first_slot[k + 1]]``.
        ``target`` gets, for every two of them in turn, the half that joins the two neighbours.
    n_pairs : int
        Pairs in all, eliminated, filled and left.
    """
    n = len(start)
    sequence, first_slot = np.empty(n, np.int32), np.zeros(n + 1, np.int32)
    waiting, touched = np.flatnonzero(degree > 0).astype(np.int32), np.full(n, -1, np.int32)
    n_gone, n_targets, n_waiting, n_round, bar = 0, 0, len(waiting), 0, -3
    n_slots: Whole = 0
    while True:
        n_kept = 0
        for i in range(n_waiting):
            v = waiting[i]
            few = degree[v] <= 2 and touched[v] != n_round
            if not few and bar > -3 and touched[v] != n_round and degree[v] <= largest_degree:
                few = count_fill(start, link, other, v) <= degree[v] + bar
            if not few:
                waiting[n_kept] = v
                n_kept += 1
                continue
            begin = n_slots
            n_slots = take_out(start, link, other, degree, v, slot, n_slots)
            for x in range(begin, n_slots):
                a = other[slot[x]]
                touched[a] = n_round
                for y in range(x + 1, n_slots):
                    b = other[slot[y]]
                    h = half_towards(start, link, other, a, b)
                    if h < 0:
                        h = add_pair(start, link, other, degree, n_pairs, a, b)
                        n_pairs += 1
                    target[n_targets] = h
                    n_targets += 1
            degree[v] = 0
            sequence[n_gone] = v
            n_gone += 1
            first_slot[n_gone] = n_slots
        n_found, n_waiting, n_round = n_waiting - n_kept, n_kept, n_round + 1
        if n_found == 0 and bar == 0:
            break
        if 50 * n_found < n_waiting + 50 and bar < 0:
            bar += 1
    return sequence[:n_gone], first_slot[: n_gone + 1], n_pairs


@kernel
def find_levels(sequence: I32, first_slot: I32, slot: I32, other: I32, n_nodes: Whole) -> I32:
    """Return, per place in the sequence, how many eliminations in a row must come before."""
    level = np.zeros(n_nodes, np.int32)
    found = np.empty(len(sequence), np.int32)
    for k in range(len(sequence)):
        found[k] = level[sequence[k]]
        for x in range(first_slot[k], first_slot[k + 1]):
            u = other[slot[x]]
            level[u] = max(level[u], found[k] + 1)
    return found
