"""Compiled searches from one start, led by a field that bounds what is left of the way from below."""

import numpy as np

from router.graph import CLOSED_DS, I32, I64, U32
from router.kernel import Whole, kernel
from router.search.bucket.kernels import heap_pop, heap_push


@kernel
def push_grown(heap: I64, size: Whole, key: Whole) -> I64:
    """Push onto a heap that grows; return it."""
    if size == len(heap):
        larger = np.empty(2 * size + 16, np.int64)
        larger[:size] = heap
        heap = larger
    heap_push(heap, size, key)
    return heap


@kernel
def paced(cost: Whole, permille: Whole) -> Whole:
    """Return a cost at another pace, rounded up; so a sum of paced costs is never less than the paced sum."""
    return (np.int64(cost) * np.int64(permille) + 999) // 1000


@kernel
def search_guided(
    first: I32,
    head: I32,
    edge_cost: U32,
    closing: U32,
    permille: Whole,
    bound: U32,
    goal_cost: U32,
    start: Whole,
    start_cost: Whole,
    came_by: I32,
) -> tuple[Whole, Whole]:
    """Return where the cheapest way from ``start`` ends and its cost; (-1, CLOSED) if none does.

    A* with ``bound``: what is left of the way at the usual pace costs no less, and it never falls by more
    than the edge between costs. Costs add up from ``start_cost``; an edge may be taken if its end is reached
    no later than ``closing``. ``came_by`` gets the edge by which each node was reached.
    """
    heap, n_heap = np.empty(256, np.int64), 0
    cost = np.full(len(bound), -1, np.int64)
    goal: Whole = -1
    best: Whole = np.int64(CLOSED_DS)
    cost[start], came_by[start] = start_cost, -1
    if bound[start] < CLOSED_DS and start_cost < CLOSED_DS:
        heap = push_grown(heap, n_heap, (start_cost + paced(bound[start], permille)) << 31 | np.int64(start))
        n_heap += 1
    while n_heap > 0:
        key = heap_pop(heap, n_heap)
        n_heap -= 1
        v = key & 0x7FFFFFFF
        if key >> 31 >= best:
            break
        if key >> 31 != cost[v] + paced(bound[v], permille):
            continue
        if goal_cost[v] < CLOSED_DS and cost[v] + paced(goal_cost[v], permille) < best:
            best, goal = cost[v] + paced(goal_cost[v], permille), v
        for e in range(first[v], first[v + 1]):
            u = head[e]
            total = cost[v] + paced(edge_cost[e], permille)
            least = total + paced(bound[u], permille)
            if edge_cost[e] == CLOSED_DS or bound[u] == CLOSED_DS or total > closing[e] or least >= best:
                continue
            if cost[u] < 0 or total < cost[u]:
                cost[u], came_by[u] = total, e
                heap = push_grown(heap, n_heap, least << 31 | np.int64(u))
                n_heap += 1
    return goal, best
