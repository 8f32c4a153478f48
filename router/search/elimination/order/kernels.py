"""Compiled elimination, on topology alone.

A *pair* is two neighbours, whatever runs between them. Half ``h`` of pair ``h >> 1`` hangs in the list of one
node and names the other, ``other[h]``; half ``h ^ 1`` is the same pair seen from there. Eliminating a node
takes its pairs out and joins its neighbours by pairs, where they are not neighbours already (*fill*).
"""

import numpy as np

from router.graph import I32, I64, U32
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


@kernel
def place_slots(
    first_slot: I32, slot: I32, other: I32, by_group: I64, group: I64, group_of: I64, word: I64, up: I64
) -> I32:
    """Number the pairs, eliminated ones by slot, then those of the core; return the latter.

    ``word`` gets where the cost of every half goes: twice the number of its pair, and one more for the half
    that leads back down. ``up`` gets the neighbour at every slot.
    """
    number = np.full(len(other) >> 1, -1, np.int64)
    for k in range(len(by_group)):
        row = group[group_of[k]]
        begin, at = first_slot[by_group[k]], row[3] + k - row[0]
        for i in range(row[2]):
            half = slot[begin + i]
            number[half >> 1], up[at] = at, other[half]
            word[half], word[half ^ 1] = 2 * at, 2 * at + 1
            at += row[1]
    left, n_left, n_slots = np.empty(len(number), np.int32), 0, len(up)
    for pair in range(len(number)):
        if number[pair] < 0:
            at = n_slots + n_left
            word[2 * pair], word[2 * pair + 1] = 2 * at, 2 * at + 1
            left[n_left] = pair
            n_left += 1
    return left[:n_left].copy()


@kernel
def place_targets(
    first_slot: I32, target: I32, by_group: I64, group: I64, group_of: I64, word: I64, placed: I64
) -> None:
    """Write the word of every target run by run, as the slots lie."""
    first_target = np.zeros(len(first_slot), np.int64)
    for k in range(len(first_slot) - 1):
        d = np.int64(first_slot[k + 1]) - np.int64(first_slot[k])
        first_target[k + 1] = first_target[k] + d * (d - 1) // 2
    for k in range(len(by_group)):
        row = group[group_of[k]]
        begin, at = first_target[by_group[k]], row[4] + k - row[0]
        for i in range(row[2] * (row[2] - 1) // 2):
            placed[at] = word[target[begin + i]]
            at += row[1]


@kernel
def place_edges(word: I64, edge: I64, twin: I32, there: U32, back: U32, missing: U32) -> tuple[I64, U32, U32]:
    """Give every pair the first edge that is its own; return word, there and back of the others."""
    more_word = np.empty(len(word), np.int64)
    more_there, more_back, n_more = np.empty(len(word), np.uint32), np.empty(len(word), np.uint32), 0
    for i in range(len(word)):
        pair, e = word[i] >> 1, edge[i]
        ahead, behind = (e, np.int64(twin[e])) if word[i] & 1 == 0 else (np.int64(twin[e]), e)
        if missing[pair] != 0:
            there[pair], back[pair], missing[pair] = ahead, behind, 0
        else:
            more_word[n_more], more_there[n_more], more_back[n_more] = 2 * pair, ahead, behind
            n_more += 1
    return more_word[:n_more].copy(), more_there[:n_more].copy(), more_back[:n_more].copy()
