"""Compiled tracing: choose how to start, follow the field, gather edges and geometry."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from router.graph import CLOSED_DS, I32, I64, U32
from router.kernel import Whole, kernel


class Shapes(NamedTuple):
    """The arrays of a street graph that tracing needs, and the offsets of its points."""

    head: I32
    twin: I32
    length_mm: U32
    edge_street: I32
    edge_forward: NDArray[np.bool_]
    street_first_point: I32
    point_offset_mm: U32
    lon_e7: I32
    lat_e7: I32


class Lead(NamedTuple):
    """A field, and what its sources mean: entries of stops, and the stops by (street, stop).

    ``step`` is ``next edge << 32 | its head`` per node, -1 at the end of a way: one look-up for each edge.
    """

    cost_ds: U32
    step: I64
    source: I32
    entry_edge: I32
    entry_part_mm: U32
    entry_stop: I32
    stop_street: I32
    stop_offset_mm: U32
    stop_id: I32


@kernel
def part_ds(cost_ds: Whole, part_mm: Whole, length_mm: Whole) -> Whole:
    """Return the cost of a part of an edge: its share, rounded up; no part costs nothing, even if closed."""
    if part_mm == 0:
        return 0
    if cost_ds >= CLOSED_DS:
        return CLOSED_DS
    return (np.int64(cost_ds) * np.int64(part_mm) + np.int64(length_mm) - 1) // np.int64(length_mm)


@kernel
def parts_of(cost_ds: U32, part_mm: U32, length_mm: U32) -> U32:
    """Return `part_ds` of many edges."""
    out = np.empty(len(cost_ds), np.uint32)
    for i in range(len(cost_ds)):
        out[i] = part_ds(cost_ds[i], part_mm[i], length_mm[i])
    return out


@kernel
def choose_starts(
    edge: I32, offset_mm: U32, shapes: Shapes, lead: Lead, leave_ds: U32
) -> tuple[I32, U32, U32, U32, I32]:
    """Return, per place: first edge (-1: no way), offset on it, part of it, whole cost, and a stop or -1.

    A stop means: straight along the street to it. Otherwise the part leads to the edge's head, and from there
    the field is followed. Equal costs go to the smaller edge, then straight to a stop, then the smaller stop.
    """
    k = len(edge)
    first, start, part = np.full(k, -1, np.int32), np.zeros(k, np.uint32), np.zeros(k, np.uint32)
    cost, stop = np.full(k, CLOSED_DS, np.uint32), np.full(k, -1, np.int32)
    for q in range(k):
        if edge[q] < 0:
            continue
        smaller = min(edge[q], shapes.twin[edge[q]])
        street, length = shapes.edge_street[smaller], np.int64(shapes.length_mm[smaller])
        for e in (smaller, shapes.twin[smaller]):
            at = np.int64(offset_mm[q]) if e == edge[q] else length - np.int64(offset_mm[q])
            i = np.searchsorted(lead.stop_street, street)
            while i < len(lead.stop_street) and lead.stop_street[i] == street:
                there = np.int64(lead.stop_offset_mm[i])
                if not shapes.edge_forward[e]:
                    there = length - there
                if there >= at and part_ds(leave_ds[e], there - at, length) < cost[q]:
                    cost[q], stop[q] = part_ds(leave_ds[e], there - at, length), lead.stop_id[i]
                    first[q], start[q], part[q] = e, at, there - at
                i += 1
            total = part_ds(leave_ds[e], length - at, length) + np.int64(lead.cost_ds[shapes.head[e]])
            if total < cost[q]:
                cost[q], stop[q] = total, -1
                first[q], start[q], part[q] = e, at, length - at
    return first, start, part, cost, stop


@kernel
def pack_steps(next_edge: I32, head: I32) -> I64:
    """Return ``step`` of `Lead`."""
    step = np.full(len(next_edge), -1, np.int64)
    for v in range(len(next_edge)):
        e = np.int64(next_edge[v])
        if e >= 0:
            step[v] = e << 32 | np.int64(head[e])
    return step


@kernel
def grown(array: I32, size: Whole) -> I32:
    """Return an array of ``size`` that begins with ``array``."""
    larger = np.empty(size, np.int32)
    larger[: len(array)] = array
    return larger


@kernel
def follow_ways(first: I32, part_mm: U32, stop: I32, head: I32, lead: Lead) -> tuple[I64, I32, I32]:
    """Return where each way's edges begin in the packed list (k + 1), the edges, and the stop of every way.

    A first edge of no length is left out when any other follows.
    """
    begin, goal, at = np.zeros(len(first) + 1, np.int64), stop.copy(), np.int64(0)
    edges = np.empty(64 * len(first) + 64, np.int32)
    for q in range(len(first)):
        if first[q] >= 0:
            if at + 3 > len(edges):
                edges = grown(edges, 2 * len(edges))
            v = np.int64(head[first[q]])
            if part_mm[q] > 0 or stop[q] >= 0:
                edges[at] = first[q]
                at += 1
            if stop[q] < 0:
                last = lead.source[v]
                goal[q] = lead.entry_stop[last]
                step = lead.step[v]
                while step >= 0:
                    edges[at] = np.int32(step >> 32)
                    at += 1
                    if at + 3 > len(edges):
                        edges = grown(edges, 2 * len(edges))
                    step = lead.step[step & 0x7FFFFFFF]
                if lead.entry_part_mm[last] > 0:
                    edges[at] = lead.entry_edge[last]
                    at += 1
                elif at == begin[q]:
                    edges[at] = first[q]
                    at += 1
        begin[q + 1] = at
    return begin, edges[:at].copy(), goal


@kernel
def limit_ways(
    begin: I64, edges: I32, first: I32, start_mm: U32, part_mm: U32, stop: I32, shapes: Shapes, lead: Lead
) -> tuple[U32, U32]:
    """Return the offsets where each edge is entered and left."""
    enter, leave = np.zeros(len(edges), np.uint32), np.empty(len(edges), np.uint32)
    for i in range(len(edges)):
        leave[i] = shapes.length_mm[edges[i]]
    for q in range(len(first)):
        i, end = begin[q], begin[q + 1]
        if i == end:
            continue
        last = lead.source[shapes.head[first[q]]]
        if stop[q] < 0 and lead.entry_part_mm[last] > 0:
            leave[end - 1] = lead.entry_part_mm[last]
            end -= 1
        if i < end and (part_mm[q] > 0 or stop[q] >= 0 or lead.step[shapes.head[first[q]]] < 0):
            enter[i], leave[i] = start_mm[q], start_mm[q] + part_mm[q]
    return enter, leave


@kernel
def sum_ways(
    begin: I64, edges: I32, enter_mm: U32, leave_mm: U32, length_mm: U32, duration_ds: U32
) -> tuple[I64, I64]:
    """Return every way's length and duration, the parts of edges rounded up."""
    length, duration = np.zeros(len(begin) - 1, np.int64), np.zeros(len(begin) - 1, np.int64)
    for q in range(len(begin) - 1):
        for i in range(begin[q], begin[q + 1]):
            part = np.int64(leave_mm[i]) - np.int64(enter_mm[i])
            length[q] += part
            if part == length_mm[edges[i]]:
                duration[q] += duration_ds[edges[i]]
            else:
                duration[q] += part_ds(duration_ds[edges[i]], part, length_mm[edges[i]])
    return length, duration


@kernel
def place_at(edge: Whole, offset_mm: Whole, shapes: Shapes) -> tuple[Whole, Whole]:
    """Return longitude and latitude (e7) at an offset of an edge."""
    street = shapes.edge_street[edge]
    first, end = shapes.street_first_point[street], shapes.street_first_point[street + 1]
    along = np.int64(offset_mm) if shapes.edge_forward[edge] else np.int64(shapes.length_mm[edge]) - offset_mm
    i = first + np.searchsorted(shapes.point_offset_mm[first:end], along, side="right") - 1
    if i >= end - 1:
        return np.int64(shapes.lon_e7[end - 1]), np.int64(shapes.lat_e7[end - 1])
    before, after = np.int64(shapes.point_offset_mm[i]), np.int64(shapes.point_offset_mm[i + 1])
    share = (along - before) / (after - before)
    lon = shapes.lon_e7[i] + share * (float(shapes.lon_e7[i + 1]) - shapes.lon_e7[i])
    lat = shapes.lat_e7[i] + share * (float(shapes.lat_e7[i + 1]) - shapes.lat_e7[i])
    return np.int64(math.floor(lon + 0.5)), np.int64(math.floor(lat + 0.5))


@kernel
def draw_ways(begin: I64, edges: I32, enter_mm: U32, leave_mm: U32, shapes: Shapes) -> tuple[I64, I32, I32]:
    """Return where each way's points begin, and the points: its start, what lies on its edges, their ends."""
    room = np.int64(len(begin))
    for i in range(len(edges)):
        street = shapes.edge_street[edges[i]]
        room += shapes.street_first_point[street + 1] - shapes.street_first_point[street]
    lon, lat = np.empty(room, np.int32), np.empty(room, np.int32)
    first_point, at = np.zeros(len(begin), np.int64), np.int64(0)
    for q in range(len(begin) - 1):
        for i in range(begin[q], begin[q + 1]):
            e = edges[i]
            street, forward, length = shapes.edge_street[e], shapes.edge_forward[e], shapes.length_mm[e]
            first, last = shapes.street_first_point[street], shapes.street_first_point[street + 1] - 1
            if i == begin[q]:
                lon[at], lat[at] = place_at(e, enter_mm[i], shapes)
                at += 1
            low, high = np.int64(enter_mm[i]), np.int64(leave_mm[i])
            if not forward:
                low, high = np.int64(length) - high, np.int64(length) - low
            for j in range(1, last - first):
                point = first + j if forward else last - j
                along = np.int64(shapes.point_offset_mm[point])
                if low < along < high:
                    lon[at], lat[at] = shapes.lon_e7[point], shapes.lat_e7[point]
                    at += 1
            if leave_mm[i] == length and (forward or shapes.point_offset_mm[first + 1] > 0):
                point = last if forward else first  # nearly always: no need to look for the place
                lon[at], lat[at] = shapes.lon_e7[point], shapes.lat_e7[point]
            else:
                lon[at], lat[at] = place_at(e, leave_mm[i], shapes)
            at += 1
        first_point[q + 1] = at
    return first_point, lon[:at], lat[:at]
