"""A brute-force forward walker: shares only the streets with the field that it checks."""

import heapq
from dataclasses import dataclass
from itertools import pairwise

from hazard.departure.field import Departures
from router.graph import CLOSED_DS

NEVER = CLOSED_DS


@dataclass(frozen=True)
class Streets:
    """Plain lists of a graph, its times and its goals."""

    head: list[int]
    twin: list[int]
    out: list[range]
    length_mm: list[int]
    duration_ds: list[int]
    closing_ds: list[int]
    stops: dict[int, list[tuple[int, int]]]
    """Edge to (how far along it, stop), for both directions of a stop's street."""


def streets_of(departures: Departures) -> Streets:
    """Copy what the walker needs."""
    graph, stops = departures.graph, departures.goals.stops
    first = graph.first_out.tolist()
    found: dict[int, list[tuple[int, int]]] = {}
    for stop, (edge, offset) in enumerate(zip(stops.edge.tolist(), stops.offset_mm.tolist(), strict=True)):
        found.setdefault(edge, []).append((offset, stop))
        found.setdefault(int(graph.twin[edge]), []).append((int(graph.edge_length_mm[edge]) - offset, stop))
    return Streets(
        graph.head.tolist(),
        graph.twin.tolist(),
        [range(a, b) for a, b in pairwise(first)],
        graph.edge_length_mm.tolist(),
        departures.duration_ds.tolist(),
        departures.closing_ds.tolist(),
        found,
    )


def part_ds(streets: Streets, edge: int, part_mm: int) -> int:
    """Return the time along a part of an edge, rounded up."""
    return -(-streets.duration_ds[edge] * part_mm // streets.length_mm[edge]) if part_mm else 0


def walk(streets: Streets, edge: int, at_mm: int, to_mm: int, now_ds: int) -> int | None:
    """Return when one who is on an edge has come so far; None if it has closed by then."""
    if to_mm == at_mm:
        return now_ds
    if streets.duration_ds[edge] >= CLOSED_DS:
        return None
    there_ds = now_ds + part_ds(streets, edge, to_mm - at_mm)
    return there_ds if there_ds <= streets.closing_ds[edge] else None


def arrival(streets: Streets, edge: int, offset_mm: int, start_ds: int) -> int | None:
    """Return the first moment at which one who starts there then is at any stop; None if never."""
    best: int | None = None
    heap: list[tuple[int, int]] = []
    length_mm = streets.length_mm[edge]
    for way, at_mm in ((edge, offset_mm), (streets.twin[edge], length_mm - offset_mm)):
        for to_mm, _ in streets.stops.get(way, ()):
            if to_mm >= at_mm:
                best = _sooner(best, walk(streets, way, at_mm, to_mm, start_ds))
        there_ds = walk(streets, way, at_mm, length_mm, start_ds)
        if there_ds is not None:
            heapq.heappush(heap, (there_ds, streets.head[way]))
    return _spread(streets, heap, best)


def _spread(streets: Streets, heap: list[tuple[int, int]], best: int | None) -> int | None:
    done: set[int] = set()
    while heap:
        now_ds, node = heapq.heappop(heap)
        if best is not None and now_ds >= best:
            break
        if node in done:
            continue
        done.add(node)
        for edge in streets.out[node]:
            for to_mm, _ in streets.stops.get(edge, ()):
                best = _sooner(best, walk(streets, edge, 0, to_mm, now_ds))
            there_ds = walk(streets, edge, 0, streets.length_mm[edge], now_ds)
            if there_ds is not None and streets.head[edge] not in done:
                heapq.heappush(heap, (there_ds, streets.head[edge]))
    return best


def _sooner(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else min(a, b)


def latest(streets: Streets, edge: int, offset_mm: int, horizon_ds: int) -> int | None:
    """Return the last moment at which one can start and still arrive; None if no moment is early enough."""
    if arrival(streets, edge, offset_mm, 0) is None:
        return None
    low, high = 0, horizon_ds
    while low < high:
        middle = (low + high + 1) // 2
        if arrival(streets, edge, offset_mm, middle) is None:
            high = middle - 1
        else:
            low = middle
    return low
