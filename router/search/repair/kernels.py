"""Compiled repair of a field after some edges have changed (batch Ramalingam and Reps, 1996).

Everything is written in place on copies. ``state`` says what is known of a node: 0 nothing, then one of the
numbers below. Heaps hold ``cost << 32 | node``. A return value of -1 means that more nodes are concerned than
the lists have room for: the caller then settles anew.
"""

import numpy as np

from router.graph import CLOSED_DS, I32, I64, U8, U32
from router.kernel import Whole, kernel
from router.search.bucket.kernels import heap_pop, heap_push

ASKED, AFFECTED, LOWERED, TIED = 1, 2, 3, 4


@kernel
def held_at(held: I32, v: Whole) -> Whole:
    """Return the place of node ``v`` in the rising list ``held``, or -1."""
    low, high = 0, len(held)
    while low < high:
        middle = (low + high) >> 1
        if held[middle] < v:
            low = middle + 1
        else:
            high = middle
    return low if low < len(held) and held[low] == v else -1


@kernel
def own_cost_at(held: I32, held_cost: U32, v: Whole) -> np.uint32:
    """Return what the source at ``v`` costs; CLOSED where there is none."""
    at = held_at(held, v)
    return held_cost[at] if at >= 0 else np.uint32(CLOSED_DS)


@kernel
def find_affected(
    first: I32,
    head: I32,
    twin: I32,
    edge_cost: U32,
    changed: I32,
    old_cost: U32,
    held: I32,
    held_cost: U32,
    cost: U32,
    state: U8,
    heap: I64,
    found: I32,
) -> Whole:
    """Find the nodes that have lost every way of their cost; return how many.

    Nodes are asked in the order of their costs. Whatever can support a node is cheaper, so it has been
    asked before. A node is asked when an edge of it that was tight has become dearer, and when a
    neighbour that it may lean on is affected.
    """
    n_heap, n_found = 0, 0
    for i in range(len(changed)):
        e = changed[i]
        v = head[twin[e]]
        was_tight = old_cost[i] + cost[head[e]] == cost[v] and cost[v] < CLOSED_DS
        if edge_cost[e] > old_cost[i] and was_tight and state[v] == 0:
            if n_heap == len(heap):
                return -1
            state[v] = ASKED
            heap_push(heap, n_heap, (np.int64(cost[v]) << 32) | np.int64(v))
            n_heap += 1
    while n_heap > 0:
        v = heap_pop(heap, n_heap) & 0x7FFFFFFF
        n_heap -= 1
        supported = own_cost_at(held, held_cost, v) <= cost[v]
        for e in range(first[v], first[v + 1]):
            supported |= state[head[e]] != AFFECTED and edge_cost[e] + cost[head[e]] <= cost[v]
        if supported:
            continue
        if n_found == len(found) or n_heap + first[v + 1] - first[v] > len(heap):
            return -1
        state[v] = AFFECTED
        found[n_found] = v
        n_found += 1
        for e in range(first[v], first[v + 1]):
            u = head[e]
            if state[u] == 0 and cost[u] < CLOSED_DS and edge_cost[twin[e]] + cost[v] <= cost[u]:
                state[u] = ASKED
                heap_push(heap, n_heap, (np.int64(cost[u]) << 32) | np.int64(u))
                n_heap += 1
    return n_found


@kernel
def settle_again(
    first: I32,
    head: I32,
    twin: I32,
    edge_cost: U32,
    changed: I32,
    held: I32,
    held_cost: U32,
    cost: U32,
    state: U8,
    heap: I64,
    found: I32,
    n_found: Whole,
) -> Whole:
    """Settle the affected nodes and those that have become cheaper; return how many they are."""
    n_heap = 0
    for i in range(n_found):
        v = found[i]
        best = own_cost_at(held, held_cost, v)
        for e in range(first[v], first[v + 1]):
            if state[head[e]] != AFFECTED:
                best = min(best, np.uint32(edge_cost[e] + cost[head[e]]))
        cost[v] = min(best, np.uint32(CLOSED_DS))
        if best < CLOSED_DS:
            if n_heap == len(heap):
                return -1
            heap_push(heap, n_heap, (np.int64(cost[v]) << 32) | np.int64(v))
            n_heap += 1
    for i in range(len(changed)):
        e = changed[i]
        v = head[twin[e]]
        total = np.uint32(edge_cost[e] + cost[head[e]])
        if total < cost[v]:
            if n_heap == len(heap) or n_found == len(found):
                return -1
            cost[v] = total
            heap_push(heap, n_heap, (np.int64(total) << 32) | np.int64(v))
            n_heap += 1
            if state[v] < AFFECTED:
                state[v], found[n_found] = LOWERED, v
                n_found += 1
    while n_heap > 0:
        key = heap_pop(heap, n_heap)
        n_heap -= 1
        v = key & 0x7FFFFFFF
        if key >> 32 != cost[v]:
            continue
        degree = first[v + 1] - first[v]
        if n_heap + degree > len(heap) or n_found + degree > len(found):
            return -1
        for e in range(first[v], first[v + 1]):
            u, total = head[e], np.uint32(edge_cost[twin[e]] + cost[v])
            if total < cost[u]:
                cost[u] = total
                heap_push(heap, n_heap, (np.int64(total) << 32) | np.int64(u))
                n_heap += 1
                if state[u] < AFFECTED:
                    state[u], found[n_found] = LOWERED, u
                    n_found += 1
    return n_found


@kernel
def list_concerned(
    first: I32, head: I32, twin: I32, changed: I32, state: U8, found: I32, n_found: Whole, concerned: I32
) -> Whole:
    """List whose best edge may be another: nodes found, their neighbours, tails of changed edges."""
    n_concerned = 0
    for i in range(len(changed)):
        v = head[twin[changed[i]]]
        if n_concerned == len(concerned):
            return -1
        if state[v] != TIED:
            state[v], concerned[n_concerned] = TIED, v
            n_concerned += 1
    for i in range(n_found):
        v = found[i]
        if n_concerned + 1 + first[v + 1] - first[v] > len(concerned):
            return -1
        if state[v] != TIED:
            state[v], concerned[n_concerned] = TIED, v
            n_concerned += 1
        for e in range(first[v], first[v + 1]):
            u = head[e]
            if state[u] != TIED:
                state[u], concerned[n_concerned] = TIED, u
                n_concerned += 1
    return n_concerned


@kernel
def choose_edges(
    first: I32,
    head: I32,
    edge_cost: U32,
    held: I32,
    held_cost: U32,
    cost: U32,
    concerned: I32,
    next_edge: I32,
    source: I32,
) -> bool:
    """Write the smallest tight edge of every concerned node; return whether the costs hold at all of them.

    Nothing has changed at any other node, so what was proved there before still is.
    """
    holds = True
    for v in concerned:
        edge = -1
        for e in range(first[v], first[v + 1]):
            total = edge_cost[e] + cost[head[e]]
            holds &= total >= cost[v]
            if edge < 0 and total == cost[v] and cost[v] < CLOSED_DS:
                edge = e
        own_cost = own_cost_at(held, held_cost, v)
        root = own_cost == cost[v]
        holds &= own_cost >= cost[v] and (edge >= 0 or root or cost[v] == CLOSED_DS)
        next_edge[v] = -1 if root else edge
        if cost[v] == CLOSED_DS:
            source[v] = -1
    return holds


@kernel
def lead_to_sources(
    first: I32,
    head: I32,
    twin: I32,
    held: I32,
    held_source: I32,
    cost: U32,
    concerned: I32,
    next_edge: I32,
    source: I32,
    heap: I64,
) -> bool:
    """Give the concerned nodes, and all that follow them, the source at the end of their way.

    Cheapest first, so the node ahead is always right before its own turn. False if the heap was too small.
    """
    n_heap = 0
    for v in concerned:
        if cost[v] == CLOSED_DS:
            continue
        if n_heap == len(heap):
            return False
        heap_push(heap, n_heap, (np.int64(cost[v]) << 32) | np.int64(v))
        n_heap += 1
    while n_heap > 0:
        v = heap_pop(heap, n_heap) & 0x7FFFFFFF
        n_heap -= 1
        edge = next_edge[v]
        led_to = held_source[held_at(held, v)] if edge < 0 else source[head[edge]]
        if led_to == source[v]:
            continue
        source[v] = led_to
        if n_heap + first[v + 1] - first[v] > len(heap):
            return False
        for e in range(first[v], first[v + 1]):
            u = head[e]
            if next_edge[u] == twin[e]:
                heap_push(heap, n_heap, (np.int64(cost[u]) << 32) | np.int64(u))
                n_heap += 1
    return True


@kernel
def repair_arrays(
    first: I32,
    head: I32,
    twin: I32,
    edge_cost: U32,
    changed: I32,
    old_cost: U32,
    held: I32,
    held_cost: U32,
    held_source: I32,
    cost: U32,
    next_edge: I32,
    source: I32,
    room: Whole,
) -> Whole:
    """Do it all: 0 when the arrays are repaired, 1 when too much is concerned, 2 when the proof fails.

    One call, because handing this many arrays to compiled code takes as long as the repair of a small event.
    """
    heap, found, concerned = np.empty(2 * room, np.int64), np.empty(room, np.int32), np.empty(room, np.int32)
    state = np.zeros(len(cost), np.uint8)
    n_found = find_affected(
        first, head, twin, edge_cost, changed, old_cost, held, held_cost, cost, state, heap, found
    )
    if n_found < 0:
        return 1
    n_found = settle_again(
        first, head, twin, edge_cost, changed, held, held_cost, cost, state, heap, found, n_found
    )
    if n_found < 0:
        return 1
    n_concerned = list_concerned(first, head, twin, changed, state, found, n_found, concerned)
    if n_concerned < 0:
        return 1
    concerned = concerned[:n_concerned]
    if not choose_edges(first, head, edge_cost, held, held_cost, cost, concerned, next_edge, source):
        return 2
    led = lead_to_sources(first, head, twin, held, held_source, cost, concerned, next_edge, source, heap)
    return 0 if led else 1
