"""Compiled candidates: all streets about as near as the nearest, less those near a nearer one on foot."""

import math

import numpy as np

from router.graph import F64, I32, I64, U32
from router.kernel import Real, Whole, kernel
from router.place.grid.kernels import Cells, Ground, nearest_on_segment, nearest_segment, place_on
from router.place.plane.kernels import scale_mm_per_e7
from router.search.bucket.kernels import heap_pop
from router.search.guided.kernels import push_grown

FAR = 2**32 - 1
"""Walk to a node that has not been reached."""


@kernel
def streets_within(
    lon: Real, lat: Real, reach_mm: Real, cells: Cells, ground: Ground, slot: I32
) -> tuple[F64, F64, I32]:
    """Return (squared distance, share, segment) of the nearest point of every street within reach.

    ``slot`` is -1 for every street, before and after.
    """
    grid, east_north = cells.grid, scale_mm_per_e7(lat)
    east, north = east_north[0], east_north[1]
    c0 = max(0, math.floor((lon - reach_mm / east - grid[0]) / grid[2]))
    c1 = min(grid[4] - 1, math.floor((lon + reach_mm / east - grid[0]) / grid[2]))
    r0 = max(0, math.floor((lat - reach_mm / north - grid[1]) / grid[3]))
    r1 = min(grid[5] - 1, math.floor((lat + reach_mm / north - grid[1]) / grid[3]))
    room = 0
    for r in range(r0, r1 + 1):
        room += max(0, cells.first[r * grid[4] + c1 + 1] - cells.first[r * grid[4] + c0])
    square, share, segment, n_found = np.empty(room), np.empty(room), np.empty(room, np.int32), 0
    for r in range(r0, r1 + 1):
        for entry in range(cells.first[r * grid[4] + c0], cells.first[r * grid[4] + c1 + 1]):
            i = cells.entries[entry]
            street = ground.point_street[i]
            if ground.ways[street] == 0:
                continue
            lons, lats = ground.lon_e7, ground.lat_e7
            away, at = nearest_on_segment(lon, lat, lons[i], lats[i], lons[i + 1], lats[i + 1], east, north)
            if away > reach_mm * reach_mm:
                continue
            k = slot[street]
            if k < 0:
                k = slot[street] = n_found
                n_found += 1
                square[k] = np.inf
            if away < square[k] or (away == square[k] and i < segment[k]):
                square[k], share[k], segment[k] = away, at, i
    for k in range(n_found):
        slot[ground.point_street[segment[k]]] = -1
    return square[:n_found], share[:n_found], segment[:n_found]


@kernel
def walk_around(
    edge: Whole,
    offset_mm: Whole,
    most_mm: Whole,
    first_out: I32,
    head: I32,
    edge_street: I32,
    ground: Ground,
    walk_mm: U32,
    reached: I32,
    n_reached: Whole,
) -> Whole:
    """Lower ``walk_mm`` to the way along usable streets from a place, up to ``most_mm``.

    ``reached`` lists the nodes that have such a way; return how many.
    """
    heap, n_heap = np.empty(64, np.int64), 0
    length = np.int64(ground.street_length_mm[edge_street[edge]])
    for e, part in ((edge, length - np.int64(offset_mm)), (ground.twin[edge], np.int64(offset_mm))):
        heap = push_grown(heap, n_heap, part << 31 | np.int64(head[e]))
        n_heap += 1
    while n_heap > 0:
        key = heap_pop(heap, n_heap)
        n_heap -= 1
        v, walked = key & 0x7FFFFFFF, key >> 31
        if walked > most_mm or walked >= walk_mm[v]:
            continue
        if walk_mm[v] == FAR:
            reached[n_reached] = v
            n_reached += 1
        walk_mm[v] = walked
        for e in range(first_out[v], first_out[v + 1]):
            street = edge_street[e]
            if ground.ways[street] != 0:
                further = walked + np.int64(ground.street_length_mm[street])
                if further <= most_mm:
                    heap = push_grown(heap, n_heap, further << 31 | np.int64(head[e]))
                    n_heap += 1
    return n_reached


@kernel
def next_nearest(square: F64, segment: I32, ground: Ground) -> Whole:
    """Return the nearest that is left (its distance is finite); equally near ones by their forward edge."""
    best = -1
    for k in range(len(square)):
        if square[k] == np.inf:
            continue
        edge = ground.street_edge[ground.point_street[segment[k]]]
        rival = edge if best < 0 else ground.street_edge[ground.point_street[segment[best]]]
        if best < 0 or square[k] < square[best] or (square[k] == square[best] and edge < rival):
            best = k
    return best


@kernel
def find_candidates(
    lon: F64,
    lat: F64,
    accuracy_mm: F64,
    limit_mm: Real,
    apart_mm: Whole,
    most: Whole,
    cells: Cells,
    ground: Ground,
    first_out: I32,
    head: I32,
    edge_street: I32,
) -> tuple[I64, I32, U32, U32, I32, I32]:
    """Return where each position's places begin, and edge, offset, distance and position of the places."""
    n = len(lon)
    first, room = np.zeros(n + 1, np.int64), n * most
    edge, offset, distance = np.empty(room, np.int32), np.empty(room, np.uint32), np.empty(room, np.uint32)
    x, y = np.empty(room, np.int32), np.empty(room, np.int32)
    slot, walk = np.full(len(ground.ways), -1, np.int32), np.full(len(first_out) - 1, FAR, np.uint32)
    reached, at = np.empty(len(first_out) - 1, np.int32), 0
    for q in range(n):
        first[q + 1] = at
        nearest, _, away = nearest_segment(lon[q], lat[q], limit_mm, cells, ground)
        if nearest < 0:
            continue
        # A hair more, so that rounding never loses the nearest itself.
        reach = min(away + accuracy_mm[q], limit_mm) * (1.0 + 1e-12)
        square, share, segment = streets_within(lon[q], lat[q], reach, cells, ground, slot)
        n_reached: Whole = 0
        while at < first[q] + most:
            k = next_nearest(square, segment, ground)
            if k < 0:
                break
            e, along, x[at], y[at] = place_on(segment[k], share[k], ground)
            edge[at], offset[at], distance[at] = e, along, np.uint32(math.floor(math.sqrt(square[k]) + 0.5))
            square[k] = np.inf
            length = np.int64(ground.street_length_mm[edge_street[e]])
            ahead = np.int64(walk[head[e]]) + length - np.int64(along)
            behind = np.int64(walk[head[ground.twin[e]]]) + np.int64(along)
            if min(ahead, behind) > apart_mm:
                n_reached = walk_around(
                    e, along, apart_mm, first_out, head, edge_street, ground, walk, reached, n_reached
                )
                at += 1
        for k in range(n_reached):
            walk[reached[k]] = FAR
        first[q + 1] = at
    return first, edge[:at].copy(), offset[:at].copy(), distance[:at].copy(), x[:at].copy(), y[:at].copy()
