"""Compiled turns: group the edges of a way into steps that a person would count as one."""

import math

import numpy as np

from router.classes import Flag
from router.graph import I32, I64, U32
from router.kernel import Real, Whole, kernel
from router.place.kernels import Shapes, place_at
from router.place.plane.kernels import compass_deg, scale_mm_per_e7

LOOK_MM = 15_000
"""Directions are measured over this much of an edge: less follows kinks, more cuts corners."""
TINY_MM = 4_000
"""Pieces shorter than this belong to the junction they lie in."""
LINK_MM = 20_000
"""Crossings and nameless pieces shorter than this only link what comes before and after …"""
LINKS_MM = 30_000
"""… as long as not more than this follow each other."""
STRAIGHT_DEG = 20
SLIGHT_DEG = 45
"""Up to this one still follows the same street, unless another way out is straighter."""
STRAIGHTER_DEG = 10
_STEPS, _CROSSING = int(Flag.STEPS), int(Flag.CROSSING)


@kernel
def heading_deg(edge: Whole, from_mm: Whole, to_mm: Whole, shapes: Shapes) -> Real:
    """Return the compass direction between two offsets of an edge; NaN where they are one place."""
    lon_a, lat_a = place_at(edge, from_mm, shapes)
    lon_b, lat_b = place_at(edge, to_mm, shapes)
    if lon_a == lon_b and lat_a == lat_b:
        return math.nan
    east, north = scale_mm_per_e7(0.5 * (lat_a + lat_b))
    return compass_deg((lon_b - lon_a) * east, (lat_b - lat_a) * north)


@kernel
def change_deg(before: Real, after: Real) -> Real:
    """Return the change of direction, -180 … 180, right is positive; 0 where either is unknown."""
    if math.isnan(before) or math.isnan(after):
        return 0.0
    return (after - before + 540.0) % 360.0 - 180.0


@kernel
def another_is_straighter(
    edge: Whole, came: Whole, before: Real, change: Real, first_out: I32, shapes: Shapes
) -> bool:
    """Return whether another way out of the edge's tail is clearly straighter than a change of direction."""
    v = shapes.head[shapes.twin[edge]]
    for e in range(first_out[v], first_out[v + 1]):
        if e == edge or e == shapes.twin[came]:
            continue
        ahead = heading_deg(e, 0, min(np.int64(LOOK_MM), np.int64(shapes.length_mm[e])), shapes)
        if (
            not math.isnan(ahead)
            and math.fabs(change_deg(before, ahead)) < math.fabs(change) - STRAIGHTER_DEG
        ):
            return True
    return False


@kernel
def is_link(edge: Whole, length_mm: Whole, flags: U32, names: I32, shapes: Shapes) -> bool:
    """Return whether a piece of a way only links what comes before and after it."""
    if length_mm < TINY_MM:
        return True
    if length_mm >= LINK_MM or flags[edge] & _STEPS:
        return False
    return bool(flags[edge] & _CROSSING) or names[shapes.edge_street[edge]] == 0


@kernel
def goes_on(
    edge: Whole, came: Whole, before: Real, change: Real, adjacent: bool, first_out: I32, shapes: Shapes
) -> bool:
    """Return whether the next piece of the same street is still the same step."""
    v = shapes.head[shapes.twin[edge]]
    if adjacent and first_out[v + 1] - first_out[v] <= 2:
        return True  # a bend, not a choice
    if math.fabs(change) > SLIGHT_DEG:
        return False
    if not adjacent or math.fabs(change) <= STRAIGHT_DEG:
        return True
    return not another_is_straighter(edge, came, before, change, first_out, shapes)


@kernel
def split_steps(
    begin: I64,
    edges: I32,
    enter_mm: U32,
    leave_mm: U32,
    flags: U32,
    names: I32,
    first_out: I32,
    shapes: Shapes,
) -> tuple[I64, I64, I32, I32, I32]:
    """Return where each way's steps begin, and per step: first edge, name, change and compass direction.

    The first edge is a position in the packed list. The last step of every way is empty: its end.
    """
    k = len(begin) - 1
    first_step = np.zeros(k + 1, np.int64)
    size = len(edges) + k
    first, name = np.zeros(size, np.int64), np.zeros(size, np.int32)
    turn, compass = np.zeros(size, np.int32), np.zeros(size, np.int32)
    s = 0
    for q in range(k):
        first_step[q] = s
        if begin[q] == begin[q + 1]:
            continue
        links, links_mm, kind = 0, np.int64(0), 0
        before: Real = math.nan
        for i in range(begin[q], begin[q + 1]):
            e = edges[i]
            length = np.int64(leave_mm[i]) - np.int64(enter_mm[i])
            inside = begin[q] < i < begin[q + 1] - 1 and links_mm + length <= LINKS_MM
            if inside and is_link(e, length, flags, names, shapes):
                links, links_mm = links + 1, links_mm + length
                continue
            look = min(np.int64(LOOK_MM), length)
            after = heading_deg(e, enter_mm[i], enter_mm[i] + look, shapes)
            change = change_deg(before, after)
            street_name = names[shapes.edge_street[e]]
            same = i > begin[q] and name[s - 1] == street_name
            same = same and kind == flags[e] & _STEPS
            if not (same and goes_on(e, edges[i - 1], before, change, links == 0, first_out, shapes)):
                first[s], name[s] = i - links, street_name
                turn[s] = np.int32(math.floor(change + 0.5))
                compass[s] = 0 if math.isnan(after) else np.int32(math.floor(after + 0.5)) % 360
                s += 1
            links, links_mm, kind = 0, np.int64(0), flags[e] & _STEPS
            ahead = heading_deg(e, leave_mm[i] - look, leave_mm[i], shapes)
            before = before if math.isnan(ahead) else ahead
        first[s] = begin[q + 1]
        s += 1
    first_step[k] = s
    return first_step, first[:s], name[:s], turn[:s], compass[:s]


@kernel
def sum_steps(
    first_step: I64, first: I64, edges: I32, enter_mm: U32, leave_mm: U32, flags: U32, shapes: Shapes
) -> tuple[I64, U32, I32, I32]:
    """Return every step's length, the flags of all its edges, and the place where it begins."""
    length, seen = np.zeros(len(first), np.int64), np.zeros(len(first), np.uint32)
    lon, lat = np.zeros(len(first), np.int32), np.zeros(len(first), np.int32)
    for q in range(len(first_step) - 1):
        last = first_step[q + 1] - 1
        for s in range(first_step[q], last):
            for i in range(first[s], first[s + 1]):
                length[s] += np.int64(leave_mm[i]) - np.int64(enter_mm[i])
                seen[s] |= flags[edges[i]]
            lon[s], lat[s] = place_at(edges[first[s]], enter_mm[first[s]], shapes)
        if last >= first_step[q]:
            i = first[last] - 1
            lon[last], lat[last] = place_at(edges[i], leave_mm[i], shapes)
    return length, seen, lon, lat
