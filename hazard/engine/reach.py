"""How long it takes to every site from one place: one search the other way round, from the place outwards.

The phone does the same (pwa/src/core/hazard/engine/reach.ts).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hazard.engine.answer import led_from
from hazard.engine.plan import Plan
from router.graph import CLOSED_DS
from router.place.kernels import parts_of
from router.place.snap import Snap, SnapIndex
from router.place.trace import Guide
from router.search.field import Field
from router.search.settle import settle
from router.search.sources import Sources


@dataclass(frozen=True, slots=True)
class Reach:
    """The way to one site as the engine chooses ways: least exposed, not quickest.

    Attributes
    ----------
    duration_s : int
        Rounded up.
    length_m : int
    """

    duration_s: int
    length_m: int


@dataclass(frozen=True, slots=True)
class _Sums:
    """Sums along a way."""

    cost_ds: int
    duration_ds: int
    length_mm: int


@dataclass(frozen=True, slots=True)
class _Begin:
    """Where somebody stands, seen along one direction of the street; the sums are to its end."""

    edge: int
    offset_mm: int
    sums: _Sums


def reach_sites(index: SnapIndex, plan: Plan, lon: float, lat: float) -> dict[str, Reach] | None:
    """Return every site of a plan that can be reached from a position, by its id.

    Of ways that cost the same one is told, whichever. Turns that are banned for cars are not looked at.

    Parameters
    ----------
    index : SnapIndex
    plan : Plan
    lon, lat : float
        Degrees.

    Returns
    -------
    dict of str to Reach, or None
        None where there is no street.
    """
    found = led_from(index, plan, lon, lat)
    if found is None:
        return None
    snap, guide = found
    best: dict[int, _Sums] = {}
    for stop, sums in _ways(guide, _begins_at(guide, snap)):
        if sums.cost_ds < (best[stop].cost_ds if stop in best else CLOSED_DS):
            best[stop] = sums
    return {
        plan.sites[stop].id: Reach(-(-sums.duration_ds // 10), (sums.length_mm + 500) // 1000)
        for stop, sums in best.items()
    }


def _begins_at(guide: Guide, snap: Snap) -> list[_Begin]:
    graph = guide.graph
    length_mm = int(graph.edge_length_mm[snap.edge])
    sides = ((snap.edge, snap.offset_mm), (int(graph.twin[snap.edge]), length_mm - snap.offset_mm))
    return [_Begin(edge, from_mm, _on_own(guide, edge, length_mm - from_mm)) for edge, from_mm in sides]


def _on_own(guide: Guide, edge: int, part_mm: int) -> _Sums:
    """Return what a part of the own street costs whoever stands on it, closed or not."""
    part, length = np.full(2, part_mm, np.uint32), np.repeat(guide.graph.edge_length_mm[edge], 2)
    whole = np.array([guide.costs.leave_ds[edge], guide.costs.duration_ds[edge]], np.uint32)
    cost_ds, duration_ds = parts_of(whole, part, length).tolist()
    return _Sums(cost_ds, duration_ds, part_mm)


def _ways(guide: Guide, begins: list[_Begin]) -> Iterator[tuple[int, _Sums]]:
    """Return ways to stops: straight along the own street, and out of it by the entries of each stop."""
    yield from _straight(guide, begins)
    yield from _around(guide, begins)


def _straight(guide: Guide, begins: list[_Begin]) -> Iterator[tuple[int, _Sums]]:
    graph, stops = guide.graph, guide.goals.stops
    for begin in begins:
        length_mm = int(graph.edge_length_mm[begin.edge])
        on = np.flatnonzero(graph.edge_street[stops.edge] == graph.edge_street[begin.edge])
        for stop in on.tolist():
            offset_mm = int(stops.offset_mm[stop])
            at_mm = offset_mm if stops.edge[stop] == begin.edge else length_mm - offset_mm
            if at_mm >= begin.offset_mm:
                yield stop, _on_own(guide, begin.edge, at_mm - begin.offset_mm)


def _around(guide: Guide, begins: list[_Begin]) -> Iterator[tuple[int, _Sums]]:
    graph, goals, duration_ds = guide.graph, guide.goals, guide.costs.duration_ds
    begins = [begin for begin in begins if begin.sums.cost_ds < CLOSED_DS]
    field = _field_from(guide, begins)
    cost_ds = field.cost_ds[goals.sources.node].astype(np.int64) + goals.sources.cost_ds
    last_ds = parts_of(
        duration_ds[goals.entry_edge], goals.entry_part_mm, graph.edge_length_mm[goals.entry_edge]
    )
    for k in np.flatnonzero(cost_ds < CLOSED_DS).tolist():
        way = _sums_to(guide, field, begins, int(goals.sources.node[k]))
        whole_ds, whole_mm = way.duration_ds + int(last_ds[k]), way.length_mm + int(goals.entry_part_mm[k])
        yield int(goals.entry_stop[k]), _Sums(int(cost_ds[k]), whole_ds, whole_mm)


def _field_from(guide: Guide, begins: list[_Begin]) -> Field:
    """Return what it costs from the place to every node: the field with every edge turned round."""
    graph = guide.graph
    heads = np.array([graph.head[begin.edge] for begin in begins], np.int32)
    costs = np.array([begin.sums.cost_ds for begin in begins], np.uint32)
    return settle(graph, guide.costs.cost_ds[graph.twin], Sources(heads, costs))


def _sums_to(guide: Guide, field: Field, begins: list[_Begin], node: int) -> _Sums:
    """Return sums from the place to a node: the field leads the other way, its edges count turned round."""
    graph, turned = guide.graph, []
    while (edge := int(field.next_edge[node])) >= 0:
        turned.append(int(graph.twin[edge]))
        node = int(graph.head[edge])
    begin, along = begins[int(field.source[node])].sums, np.array(turned, np.int64)
    return _Sums(
        begin.cost_ds,
        begin.duration_ds + int(guide.costs.duration_ds[along].sum(dtype=np.int64)),
        begin.length_mm + int(graph.edge_length_mm[along].sum(dtype=np.int64)),
    )
