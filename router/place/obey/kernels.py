"""Compiled search over edges, past banned turns, led by a field that knows nothing of turns."""

from typing import NamedTuple

import numpy as np

from router.graph import CLOSED_DS, I32, I64, U32
from router.kernel import Whole, kernel
from router.place.kernels import Lead, Shapes, part_ds
from router.search.bucket.kernels import heap_pop
from router.search.guided.kernels import push_grown

NOWHERE, AMID = -2, -1
"""What a first edge came from: its own tail, or a place on it."""


class Bans(NamedTuple):
    """Banned turns, sorted; what edges cost; the entries of stops by node."""

    banned_from: I32
    banned_to: I32
    first_out: I32
    cost_ds: U32
    leave_ds: U32
    entry_by_node: I32
    node_of_entry: I32
    entry_cost_ds: U32


@kernel
def is_banned(here: Whole, there: Whole, bans: Bans) -> bool:
    """Return whether the turn from edge ``here`` into edge ``there`` is banned; without one nothing is."""
    if here < 0:
        return False
    i = np.searchsorted(bans.banned_from, here)
    while i < len(bans.banned_from) and bans.banned_from[i] == here:
        if bans.banned_to[i] == there:
            return True
        i += 1
    return False


@kernel
def stop_straight_ahead(
    edge: Whole, at_mm: Whole, shapes: Shapes, lead: Lead, leave_ds: U32
) -> tuple[Whole, Whole, Whole]:
    """Return (cost, part, stop) of the cheapest stop along the rest of an edge; (CLOSED, 0, -1) if none."""
    street, length = shapes.edge_street[edge], np.int64(shapes.length_mm[edge])
    best: Whole = np.int64(CLOSED_DS)
    part: Whole = np.int64(0)
    stop: Whole = np.int64(-1)
    i = np.searchsorted(lead.stop_street, street)
    while i < len(lead.stop_street) and lead.stop_street[i] == street:
        there = np.int64(lead.stop_offset_mm[i])
        if not shapes.edge_forward[edge]:
            there = length - there
        if there >= at_mm and part_ds(leave_ds[edge], there - at_mm, length) < best:
            best, part = np.int64(part_ds(leave_ds[edge], there - at_mm, length)), there - at_mm
            stop = np.int64(lead.stop_id[i])
        i += 1
    return best, part, stop


@kernel
def cheapest_entry(node: Whole, here: Whole, spent: Whole, lead: Lead, bans: Bans) -> tuple[Whole, Whole]:
    """Return (cost, entry) of the cheapest entry at a node that one may turn into; (CLOSED, -1) if none."""
    best, entry = np.int64(CLOSED_DS), -1
    i = np.searchsorted(bans.node_of_entry, node)
    while i < len(bans.node_of_entry) and bans.node_of_entry[i] == node:
        k = bans.entry_by_node[i]
        total = spent + np.int64(bans.entry_cost_ds[k])
        if total < best and (lead.entry_part_mm[k] == 0 or not is_banned(here, lead.entry_edge[k], bans)):
            best, entry = total, k
        i += 1
    return best, entry


@kernel
def push_onward(
    node: Whole,
    here: Whole,
    spent: Whole,
    below: Whole,
    shapes: Shapes,
    lead: Lead,
    bans: Bans,
    cost: I64,
    came_from: I32,
    heap: I64,
    n_heap: Whole,
) -> tuple[I64, Whole]:
    """Put onto the heap what may be driven on from a node and may cost less than ``below`` in the end."""
    for e in range(bans.first_out[node], bans.first_out[node + 1]):
        left = np.int64(lead.cost_ds[shapes.head[e]])
        total = spent + np.int64(bans.cost_ds[e])
        if bans.cost_ds[e] == CLOSED_DS or left == CLOSED_DS or total + left >= below:
            continue
        if (cost[e] < 0 or total < cost[e]) and not is_banned(here, e, bans):
            cost[e], came_from[e] = total, here
            heap = push_grown(heap, n_heap, (total + left) << 31 | np.int64(e))
            n_heap += 1
    return heap, n_heap


@kernel
def gather_way(
    last: Whole, entry: Whole, edge: Whole, offset_mm: Whole, came_from: I32, shapes: Shapes, lead: Lead
) -> tuple[I32, U32, U32]:
    """Return edges of the way to ``entry`` after edge ``last``, and where each is entered and left."""
    n_edges, e, begun = 0, last, last
    while e >= 0:
        n_edges, begun, e = n_edges + 1, e, came_from[e]
    enters = entry >= 0 and lead.entry_part_mm[entry] > 0
    edges = np.empty(n_edges + (1 if enters else 0), np.int32)
    enter, leave = np.zeros(len(edges), np.uint32), np.zeros(len(edges), np.uint32)
    e = last
    for i in range(n_edges - 1, -1, -1):
        edges[i], leave[i] = e, shapes.length_mm[e]
        e = came_from[e]
    if begun >= 0 and came_from[begun] == AMID:
        enter[0] = offset_mm if begun == edge else np.int64(shapes.length_mm[edge]) - np.int64(offset_mm)
    if enters:
        edges[n_edges], leave[n_edges] = lead.entry_edge[entry], lead.entry_part_mm[entry]
    return edges, enter, leave


@kernel
def one_piece(edge: Whole, enter_mm: Whole, part_mm: Whole) -> tuple[I32, U32, U32]:
    """Return a way along a part of one edge."""
    edges, enter, leave = np.empty(1, np.int32), np.empty(1, np.uint32), np.empty(1, np.uint32)
    edges[0], enter[0], leave[0] = edge, enter_mm, enter_mm + part_mm
    return edges, enter, leave


@kernel
def drive(
    edge: Whole, offset_mm: Whole, shapes: Shapes, lead: Lead, bans: Bans
) -> tuple[I32, U32, U32, Whole, Whole]:
    """Return edges, where they are entered and left, cost and stop of the cheapest way from a place.

    A* over edges: ``cost[e]`` is what has been spent at the head of ``e``, reached along it. Either way along
    the street may begin; who stands exactly at its end has come along no edge.
    """
    m, closed = len(shapes.head), np.int64(CLOSED_DS)
    cost, came_from = np.full(m, -1, np.int64), np.full(m, NOWHERE, np.int32)
    heap = np.empty(64, np.int64)
    n_heap: Whole = 0
    best: Whole = closed
    last: Whole = np.int64(NOWHERE)
    entry: Whole = np.int64(-1)
    straight: Whole = np.int64(-1)
    begun: Whole = np.int64(-1)
    begun_mm: Whole = np.int64(0)
    part: Whole = np.int64(0)
    stop: Whole = np.int64(-1)
    length, smaller = np.int64(shapes.length_mm[edge]), min(np.int64(edge), np.int64(shapes.twin[edge]))
    for e in (smaller, np.int64(shapes.twin[smaller])):
        at = np.int64(offset_mm) if e == edge else length - np.int64(offset_mm)
        near, near_part, near_stop = stop_straight_ahead(e, at, shapes, lead, bans.leave_ds)
        if near < best:
            best, straight, begun_mm, part, stop = near, e, at, near_part, near_stop
    for e in (smaller, np.int64(shapes.twin[smaller])):
        rest = length - np.int64(offset_mm) if e == edge else np.int64(offset_mm)
        spent, left = (
            np.int64(part_ds(bans.leave_ds[e], rest, length)),
            np.int64(lead.cost_ds[shapes.head[e]]),
        )
        if rest == 0:
            begun = e
        elif spent < closed and left < closed and spent + left < best:
            cost[e], came_from[e] = spent, AMID
            heap = push_grown(heap, n_heap, (spent + left) << 31 | np.int64(e))
            n_heap += 1
    if begun >= 0:
        v = shapes.head[begun]
        total, k = cheapest_entry(v, NOWHERE, 0, lead, bans)
        if total < best:
            best, entry, straight = total, k, np.int64(-1)
        heap, n_heap = push_onward(v, NOWHERE, 0, best, shapes, lead, bans, cost, came_from, heap, n_heap)
    while n_heap > 0:
        key = heap_pop(heap, n_heap)
        n_heap -= 1
        e = np.int64(key & 0x7FFFFFFF)
        v = shapes.head[e]
        if key >> 31 >= best:
            break
        if key >> 31 != cost[e] + np.int64(lead.cost_ds[v]):
            continue
        total, k = cheapest_entry(v, e, cost[e], lead, bans)
        if total < best:
            best, last, entry, straight = total, e, k, np.int64(-1)
        heap, n_heap = push_onward(v, e, cost[e], best, shapes, lead, bans, cost, came_from, heap, n_heap)
    if straight >= 0:
        edges, enter, leave = one_piece(straight, begun_mm, part)
        return edges, enter, leave, best, stop
    edges, enter, leave = gather_way(last, entry, edge, offset_mm, came_from, shapes, lead)
    if len(edges) == 0 and entry >= 0:
        edges, enter, leave = one_piece(begun, length, 0)
    return edges, enter, leave, best, np.int64(lead.entry_stop[entry]) if entry >= 0 else np.int64(-1)
